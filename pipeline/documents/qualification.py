"""学历, 职称, 资格 and 简历: certificates of several makes, the ministry's registration sheets, a curriculum."""

from __future__ import annotations

from pipeline.documents import signing_days
from pipeline.documents.certificates import (
    APPRAISER,
    DEGREE_TITLES,
    DEGREES_ONLY,
    GRADE,
    HOLDER,
    ISSUED,
    ISSUER,
    LEVEL,
    MAJOR,
    NUMBER,
    POST_TITLES,
    RESUME_TITLES,
    SKILL_TITLES,
    TITLE,
    degree,
    major,
    number,
    own_title,
    signing_bodies,
    skills,
    sort_of,
    sorts,
    verify_code,
)
from pipeline.documents.commitment import person
from pipeline.documents.declaration import (
    DocumentType,
    all_of,
    any_of,
    beside,
    contains,
    custom,
    field,
    heading,
    inline,
    labels,
    none_of,
    parsers,
    worth,
)
from pipeline.documents.titles import across, first_of, titled
from pipeline.text import days

QUALIFICATION = DocumentType(
    kind="qualification",
    title="学历、职称、资格证书或简历",
    paper_mm=120.0,  # a page of a booklet
    identify=all_of(
        none_of(
            contains("营业执照", "公民身份号码(社会保障号)", "参保", "甲方", "不动产", "许可证申请表", "产权证"),
            titled("章程", "承诺书", "租赁", "协议", "合同", "登记通知书", "消防", "计划书", "保障措施", "权益记录"),
        ),
        any_of(
            all_of(
                heading(*DEGREE_TITLES, *DEGREES_ONLY, *POST_TITLES, *SKILL_TITLES, anywhere=True),
                any_of(
                    labels(HOLDER, MAJOR, NUMBER, ISSUER, ISSUED, enough=1),
                    contains("姓名", "学生", "同志", "证书编号"),
                ),
            ),
            all_of(titled(*RESUME_TITLES), contains("姓名", "教育", "工作")),
            worth(
                0.7,
                all_of(
                    contains("准予毕业", "授予学士学位", "授予硕士学位", "具备任职资格", "在线验证码"),
                    contains("学生", "姓名", "专业", "编号"),
                ),
            ),
        ),
    ),
    most_pages=6,
    fields=(
        field("sort", custom("标题中的“毕业证书”“职称”“资格”“简历”", sorts), parse=sort_of, required=True),
        field(
            "holder",
            beside(*HOLDER, lines=1, touching=False),
            inline(
                r"(?:^|[,。:])(?:学生|研究生|本科生|学员)?(?P<value>[一-龥·]{2,8}?),?(?:性别)?[,:]?(?:男|女),",
                "表述“学生……，性别”",
            ),
            inline(
                r"(?:学生|研究生|兹证明|授予)(?P<value>[一-龥·]{2,6}?)(?:,|同志|同学|\(|系(?=[一-龥]{2,}[省市县区州])|已|通过|参加|成功)",
                "表述“学生……”",
            ),
            inline(r"(?P<value>[一-龥·]{2,4})同志", "表述“……同志”"),
            parse=person,
            required=True,
        ),
        field(
            "holder_number",
            beside("身份证号", "证件号码", "身份证号码", "公民身份号码", lines=1),
            parse=parsers.identity_number,
        ),
        field(
            "major",
            beside(*MAJOR, lines=2),
            parse=major,
            otherwise=(
                first_of(
                    across(
                        r"(?:在|于)(?:本校|我校|我院|本院|[^,。;]{2,20}(?:大学|学院))(?P<value>[^,。;:在]{2,20}?)专业",
                        "表述“在本校……专业”",
                    ),
                    inline(
                        r"(?:具备|具有|取得)(?P<value>[一-龥()]{2,16})专业(?:正高级|高级|助理|中级)?(?:工程师|经济师|技术员)",
                        "表述“具备……专业高级工程师”",
                    ),
                    inline(
                        r"(?P<value>[一-龥()]{2,16})专业(?!人员|技术|资格)(?:[一-龥]{1,6})?(?:本科|专科|学习|毕业|,)",
                        "表述“……专业”",
                    ),
                ),
            ),
        ),
        field(
            "level",
            beside(*LEVEL, lines=1),
            parse=degree,
            otherwise=(
                across(
                    r"(?P<value>(?:博士|硕士)研究生|本科|专科)(?:[一-龥]{0,4}学习|教学计划|班|毕业|,|专业|学历|$)",
                    "学历层次",
                ),
            ),
        ),
        field(
            "title",
            beside(*TITLE, lines=2),
            parse=parsers.words,
            otherwise=(
                first_of(
                    custom("资格的名称", skills),
                    inline(
                        r"(?:具备|具有|取得|授予|评为)[^。;,]{0,24}?(?P<value>(?:正高级|高级|助理|中级)?(?:工程师|经济师|会计师|技术员))(?:任职|职务|专业技术|职称)*资格",
                        "表述“具备……任职资格”",
                    ),
                    beside(*GRADE, lines=2),
                    custom("证书标题", own_title),
                ),
            ),
        ),
        field(
            "number",
            beside(*NUMBER, lines=1),
            parse=number,
            otherwise=(across(r"(?:证书)?(?:编号|号码|管理号):*(?P<value>[A-Za-z0-9]{6,30})", "证书编号"),),
        ),
        field(
            "issuer",
            first_of(beside(*APPRAISER, lines=2, far=8.0), beside(*ISSUER, lines=2, far=8.0)),
            parse=parsers.name,
            otherwise=(custom("署名的机构", signing_bodies),),
        ),
        field("issued_on", beside(*ISSUED, lines=1), parse=parsers.day, otherwise=signing_days.SIGNED_BELOW),
        field(
            "verify_code",
            beside("在线验证码", "验证码", "防伪码", "查询码", lines=1),
            parse=verify_code,
            otherwise=(inline(r"验证码:*(?P<value>[A-Za-z0-9]{10,20})(?![A-Za-z0-9])", "“验证码”之后的字母和数字"),),
        ),
        field(
            "verify_until",
            inline(
                rf"(?:在线)?(?:验证)?有效期(?:限)?(?:至|到|截至|[A-Za-z]+|:)+(?:{days.WRITTEN_DAY}(?:至|到|-|~)+)?(?P<value>{days.WRITTEN_DAY})(?!至|到|-|~)",
                "表述“有效期至……”",
            ),
            parse=parsers.day,
        ),
    ),
    labels=(
        "性别",
        "出生日期",
        "入学日期",
        "学制",
        "学历类别",
        "学习形式",
        "校(院)长姓名",
        "校长",
        "毕(结)业",
        "民族",
        "现任职务",
        "联系电话",
        "更新日期",
        "有效期至",
        "有效期限",
        "有效期",
        "政治面貌",
        "籍贯",
    ),
    subject=("holder", "number"),
    dated="issued_on",
)
