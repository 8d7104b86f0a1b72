"""Certificates and curricula: the titles and labels that they print, and how their words are understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents import agreements, parsers
from pipeline.documents.agreements import sentence
from pipeline.documents.paper import Paper
from pipeline.documents.parsers import Parsed
from pipeline.documents.titles import title_lines
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.model.values import Text

DEGREE_TITLES = (
    "毕业证书",
    "毕业证",
    "学历证书电子注册备案表",
    "学历认证报告",
    "中国高等教育学历认证",
    "学历证明",
    "结业证书",
    "学籍在线验证报告",
)
DEGREES_ONLY = ("学士学位", "硕士学位", "博士学位", "学位证书", "学位认证")
"""A degree is no record of schooling: without a diploma beside it the paper proves no 学历."""
STUDIES = ("毕业证", "学历", "结业证书")
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
POST_WORDS = re.compile(r"职称|任职资格|专业技术职务|评审(?:委员会|单位|机构)|评委会|系列名称")
OF_EITHER_SORT = "专业技术资格证书"
"""A title of certificates of posts and of examinations: the words under it tell which."""

HOLDER = ("姓名", "姓名Name", "姓名/Name", "持证人", "持证人姓名", "学生姓名")
MAJOR = (
    "专业",
    "专业名称",
    "所学专业",
    "专业类别",
    "毕业专业",
    "从事专业",
    "评审专业",
    "申报专业",
    "资格专业",
    "毕业院校及专业",
    "毕业学校及专业",
    "院校及专业",
    "学校及专业",
)
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
    "注册号",
    "注册编号",
    "登记号",
    "登记编号",
    "学校编号",
)
ISSUER = (
    "校名",
    "学校",
    "毕业学校",
    "学校名称",
    "毕业院校",
    "院校名称",
    "院校",
    *(
        f"{deed}{body}"
        for deed in ("发证", "颁证", "颁发", "签发", "批准")
        for body in ("机构", "单位", "部门", "机关")
    ),
    "授予单位",
)
APPRAISER = ("评审单位", "评审机构", "评审委员会名称", "评审委员会", "评审组织", "评委会名称")
"""Who judged a candidate: a title's issuer, whatever office printed the certificate."""
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
    "颁证日期",
    "认证日期",
    "认证时间",
    "获证日期",
    "取证日期",
    "颁证时间",
    "颁发时间",
    "授予日期",
    "授证日期",
    "发证日",
)
TITLE = (
    "资格名称",
    "证书名称",
    "职称名称",
    "专业技术资格",
    "职称",
    "任职资格",
    "认证名称",
    "职业资格名称",
)
GRADE = ("资格级别", "级别", "资格等级", "职称级别", "职称等级")
"""Labels of a grade: the title where the certificate has no other."""
SKILL = (
    r"(?:网络|网络规划|信息安全|信息系统|系统集成项目管理|信息系统项目管理|信息系统管理|信息系统监理|软件|软件设计|软件评测|数据库系统|嵌入式系统|通信"
    r"|系统分析|系统架构|系统规划与管理)(?:工程师|设计师|管理师|分析师|师|员)(?:\([初中高]级\))?"
)
"""The qualifications of the computer and software examination, and their kin."""
BODY = re.compile(
    r"(?!.*(?:[,。;:]|技术人员|有限公司学员))[一-龥()]{2,24}(?:中心|委员会|学会|协会|大学|学院|人力资源(?:和|与)?社会保障[厅局]|研究院)"
)
SEAL_REMARK = re.compile(r"\((?:印章|盖章|公章|章)\)$")
SIGNED_BELOW_SHARE = 0.5  # of the way down to the last line, or of the lines: above it the words are not a signature
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
    if any(word in plain for word in DEGREES_ONLY) and not any(word in plain for word in STUDIES):
        return None
    for sort, words in (("简历", RESUME_TITLES), ("学历", DEGREE_TITLES)):
        if any(re.sub(r"\s", "", word) in plain for word in words):
            return Parsed(Text(value=sort))
    if SKILL_WORDS.search(plain):
        return Parsed(Text(value="资格"))
    if POST_WORDS.search(plain) or any(word in plain for word in POST_TITLES[:2]):
        return Parsed(Text(value="职称"))
    if plain == OF_EITHER_SORT:
        return None
    return Parsed(Text(value="资格")) if any(word in plain for word in (*SKILL_TITLES, *POST_TITLES)) else None


def degree(text: str) -> Parsed | None:
    """A level of studies as printed: 本科, 专科, 硕士研究生."""
    found = re.search(
        r"博士研究生|硕士研究生|博士|硕士|研究生|大学本科|本科|大学专科|高职\(?专科\)?|专科|大专|中专|高中",
        re.sub(r"\s", "", text),
    )
    return None if found is None else Parsed(Text(value=found.group()))


def major(text: str) -> Parsed | None:
    """A branch of studies, the school or examination before it taken off."""
    return sentence(
        re.sub(
            r"学科[(（]?$|^.+(?:自学考试|大学|学院|本校|我校)(?=.{2})|^(?:全日制|脱产|业余|函授|夜大|网络教育)*(?:学习|攻读|修读|修习)(?=.{2})",
            "",
            text,
        )
    )


def number(text: str) -> Parsed | None:
    """A certificate's number, a day of issue on the same line taken off."""
    return agreements.numbers(re.split(r"[〇○零一二三四五六七八九]{4}年|\s[0-9]{4}\s?年", text)[0])


def verify_code(text: str) -> Parsed | None:
    """An online verification code: letters and digits."""
    plain = re.sub(r"\s", "", text).strip(parsers.EDGES)
    return Parsed(Text(value=plain)) if re.fullmatch(r"[A-Za-z0-9]{6,32}", plain) else None


def own_title(paper: Paper) -> Iterator[Words]:
    """The title line of the paper."""
    lines = title_lines(paper.sheets[0]) if paper.sheets else ()
    named = [line for line in lines if re.search(r"证|表|报告|简历|履历|专业人员|CISP|HCI|CCIE", line.fold)]
    if not named:
        return
    title = max(named, key=lambda line: line.em)
    above = next((line for line in lines if line.number == title.number - 1 and line not in named), None)
    opens = above is not None and re.search(r"学校|大学|学院|教育|证书$|专业技术", above.fold) is not None
    yield Words.of((*above.glyphs, *title.glyphs)) if above is not None and opens else title.words()


def skills(paper: Paper) -> Iterator[Words]:
    """The name of a qualification as a title line of its own, else in the sentence that grants it."""
    for sheet in paper.sheets[:1]:
        for line in title_lines(sheet):
            if re.fullmatch(SKILL, line.fold):
                yield line.words()
                return
    for match in search(paper.passages, rf"(?:取得|获得|具备|具有)(?P<value>{SKILL})(?:任职|专业技术|职业)*资格"):
        words = match.words("value")
        if words is not None:
            yield words


def signing_bodies(paper: Paper) -> Iterator[Words]:
    """The bodies that stand by themselves low on the first page, where a certificate is signed; the lowest first."""
    for sheet in paper.sheets[:1]:
        for line in reversed(sheet.lines):
            for piece in line.segments:
                bare = SEAL_REMARK.sub("", piece.fold)
                low = line.at.top > SIGNED_BELOW_SHARE * sheet.lines[-1].at.bottom
                if (low or line.number >= SIGNED_BELOW_SHARE * len(sheet.lines)) and BODY.fullmatch(bare):
                    yield Words.of(piece.glyphs[: len(bare)])
