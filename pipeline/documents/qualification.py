"""学历, 职称, 资格 and 简历: certificates of several makes, the ministry's registration sheets, a curriculum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents import agreements, contract_terms
from pipeline.documents.agreements import sentence
from pipeline.documents.commitment import person
from pipeline.documents.declaration import (
    DocumentType,
    Paper,
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
from pipeline.documents.parsers import Parsed
from pipeline.documents.titles import across, first_of, title_lines, titled
from pipeline.layout.glyphs import Words
from pipeline.model.values import Text

DEGREE_TITLES = (
    "毕业证书",
    "毕业证",
    "学位证书",
    "学历证书电子注册备案表",
    "学历认证报告",
    "中国高等教育学历认证",
    "学历证明",
    "结业证书",
    "学籍在线验证报告",
    "学位认证",
)
POST_TITLES = (
    "职称证书",
    "专业技术职务任职资格",
    "专业技术资格证书",
    "任职资格证书",
    "职务任职资格",
    "专业技术职务",
    "高级工程师证书",
    "工程师证书",
    "职称电子证书",
)
SKILL_TITLES = (
    "职业资格证书",
    "资格证书",
    "执业资格",
    "注册证书",
    "认证证书",
    "软件专业技术资格",
    "注册信息安全专业人员",
    "技能等级证书",
    "专业技术人员职业资格",
    "CISP",
    "HCIE",
    "HCIP",
    "CCIE",
    "CISSP",
    "水平评价证书",
)
RESUME_TITLES = ("个人简历", "简历", "个人履历", "工作简历", "履历表", "人员简历", "CURRICULUM VITAE", "RESUME")
SKILL_WORDS = re.compile(
    r"计算机技术与软件|职业资格|执业|注册信息安全|CISP|HCI[EP]|CCIE|CISSP|通信专业技术人员职业|技能等级|厂商认证|认证"
)
POST_WORDS = re.compile(r"职称|任职资格|专业技术职务|评审(?:委员会|单位)|评委会")

HOLDER = ("姓名", "持证人", "持证人姓名", "学生姓名")
MAJOR = ("专业", "专业名称", "所学专业", "专业类别", "毕业专业", "从事专业", "评审专业", "申报专业", "资格专业")
NUMBER = (
    "证书编号",
    "证书号码",
    "编号",
    "证书号",
    "管理号",
    "证件编号",
    "证书管理号",
    "电子证书编号",
    "学历证书编号",
)
ISSUER = (
    "校名",
    "学校名称",
    "毕业院校",
    "院校名称",
    "发证机构",
    "发证单位",
    "评审单位",
    "颁发机构",
    "发证机关",
    "批准单位",
    "签发单位",
    "评审委员会名称",
    "评审组织",
    "颁证单位",
    "授予单位",
    "院校",
)
ISSUED = (
    "毕(结)业日期",
    "毕业日期",
    "发证日期",
    "批准日期",
    "签发日期",
    "颁发日期",
    "毕结业日期",
    "授予时间",
    "通过日期",
    "批准时间",
    "取得时间",
    "评审通过时间",
    "发证时间",
    "毕业时间",
    "签发时间",
    "取得资格时间",
)
TITLE = (
    "资格名称",
    "证书名称",
    "职称名称",
    "专业技术资格",
    "资格级别",
    "级别",
    "职称",
    "资格等级",
    "任职资格",
    "认证名称",
    "职业资格名称",
)
LEVEL = ("学历层次", "层次", "培养层次", "学历", "最高学历")


def sorts(paper: Paper) -> Iterator[Words]:
    """The title lines, then the whole first lines of the paper."""
    for sheet in paper.sheets[:1]:
        for line in sorted(title_lines(sheet), key=lambda line: -line.em):
            yield line.words()
        upper = [line for line in sheet.lines if line.at.top < 0.5 * sheet.page.height]
        glyphs = [glyph for line in upper for glyph in line.glyphs]
        if glyphs:
            yield Words.of(glyphs)


def sort_of(text: str) -> Parsed | None:
    """学历, 职称, 资格 or 简历 by the words of a title."""
    plain = re.sub(r"\s", "", text).upper()
    for sort, words in (("简历", RESUME_TITLES), ("学历", DEGREE_TITLES)):
        if any(re.sub(r"\s", "", word) in plain for word in words):
            return Parsed(Text(value=sort))
    if SKILL_WORDS.search(plain):
        return Parsed(Text(value="资格"))
    if POST_WORDS.search(plain) or any(word in plain for word in POST_TITLES[:2]):
        return Parsed(Text(value="职称"))
    return Parsed(Text(value="资格")) if any(word in plain for word in (*SKILL_TITLES, *POST_TITLES)) else None


def degree(text: str) -> Parsed | None:
    """A level of studies as printed: 本科, 专科, 硕士研究生."""
    found = re.search(
        r"博士研究生|硕士研究生|博士|硕士|研究生|大学本科|本科|大学专科|高职\(?专科\)?|专科|大专|中专|高中",
        re.sub(r"\s", "", text),
    )
    return None if found is None else Parsed(Text(value=found.group()))


def verify_code(text: str) -> Parsed | None:
    """An online verification code: letters and digits."""
    plain = re.sub(r"\s", "", text).strip(parsers.EDGES)
    return Parsed(Text(value=plain)) if re.fullmatch(r"[A-Za-z0-9]{6,32}", plain) else None


def own_title(paper: Paper) -> Iterator[Words]:
    """The title line of the paper."""
    lines = title_lines(paper.sheets[0]) if paper.sheets else ()
    named = [line for line in lines if re.search(r"证|表|报告|简历|履历|CISP|HCI|CCIE", line.fold)]
    if not named:
        return
    title = max(named, key=lambda line: line.em)
    above = next((line for line in lines if line.number == title.number - 1 and line not in named), None)
    opens = above is not None and re.search(r"学校|大学|学院|教育|证书$|专业技术", above.fold) is not None
    yield Words.of((*above.glyphs, *title.glyphs)) if above is not None and opens else title.words()


QUALIFICATION = DocumentType(
    kind="qualification",
    title="学历、职称、资格证书或简历",
    identify=all_of(
        none_of(
            contains("营业执照", "公民身份号码(社会保障号)", "参保", "甲方", "不动产", "许可证申请表", "产权证"),
            titled("章程", "承诺书", "租赁", "协议", "合同", "登记通知书", "消防", "计划书", "保障措施", "权益记录"),
        ),
        any_of(
            all_of(
                heading(*DEGREE_TITLES, *POST_TITLES, *SKILL_TITLES, anywhere=True),
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
                r"(?:^|[,。:])(?:学生|研究生|本科生|学员)?(?P<value>[一-龥·]{2,8}),?(?:性别)?[,:]?(?:男|女),",
                "表述“学生……，性别”",
            ),
            inline(r"(?:学生|研究生|兹证明|授予)(?P<value>[一-龥·]{2,6})(?:,|同志|同学|\()", "表述“学生……”"),
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
            parse=sentence,
            otherwise=(
                first_of(
                    across(
                        r"(?:在|于)(?:本校|我校|我院|本院|[^,。;]{2,20}(?:大学|学院))(?P<value>[^,。;:在]{2,20}?)专业",
                        "表述“在本校……专业”",
                    ),
                    inline(
                        r"(?P<value>[一-龥()]{2,16})专业(?:[一-龥]{1,6})?(?:本科|专科|学习|毕业|,)", "表述“……专业”"
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
                    r"(?P<value>(?:博士|硕士)研究生|本科|专科)(?:[一-龥]{0,4}学习|班|毕业|,|专业|学历|$)", "学历层次"
                ),
            ),
        ),
        field("title", beside(*TITLE, lines=2), parse=parsers.words, otherwise=(custom("证书标题", own_title),)),
        field(
            "number",
            beside(*NUMBER, lines=1),
            parse=agreements.numbers,
            otherwise=(across(r"(?:证书)?(?:编号|号码|管理号):*(?P<value>[A-Za-z0-9]{6,30})", "证书编号"),),
        ),
        field("issuer", beside(*ISSUER, lines=2, far=8.0), parse=parsers.name),
        field("issued_on", beside(*ISSUED, lines=1), parse=parsers.day, otherwise=contract_terms.SIGNED_BELOW),
        field("verify_code", beside("在线验证码", "验证码", "防伪码", "查询码", lines=1), parse=verify_code),
        field(
            "verify_until",
            inline(
                rf"(?:在线)?(?:验证)?有效期(?:限)?(?:至|到|截至|:)+(?P<value>{contract_terms.DAY})",
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
        "政治面貌",
        "籍贯",
    ),
    subject=("holder", "number"),
    dated="issued_on",
)
