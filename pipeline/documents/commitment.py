"""依法经营承诺书: addressed to the authority, for one business and area, signed by the legal representative."""

from __future__ import annotations

import re

from pipeline.documents import signing_days
from pipeline.documents.areas import coverage
from pipeline.documents.declaration import (
    DocumentType,
    all_of,
    any_of,
    beside,
    contains,
    field,
    heading,
    inline,
    none_of,
    parsers,
    worth,
)
from pipeline.documents.parsers import Parsed
from pipeline.documents.titles import titled
from pipeline.model.values import Text

AUTHORITY = r"(?:[一-龥]{2,12}通信管理局|(?:中华人民共和国)?工业和信息化部|工信部)"
NAMED_AUTHORITY = (
    r"(?:(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    r"|内蒙古|广西|西藏|宁夏|新疆)(?:维吾尔|壮族|回族)?(?:省|市|自治区)?通信管理局|(?:中华人民共和国)?工业和信息化部|工信部)"
)
"""An authority's whole name inside a sentence: what stands before it (我公司向……) is none of it."""
NAMED_BUSINESS = (
    r"(?:国内)?(?:互联网接入服务|互联网数据中心|内容分发网络|互联网虚拟专用网|在线数据处理与交易处理|多方通信服务|存储转发类|呼叫中心|信息服务"
    r"|编码和规程转换)业务(?:\((?!仅限[^()]*[省市区]|限[^()]*[省市区])[^()]{2,12}\))?"
)
"""The businesses of the 2015 catalogue (law.md §1.1) with the variant that a licence prints in brackets."""
CHINESE_NAME = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff*□■·•・‧]{2,20}")
LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z.'-]*(?: [A-Za-z.'-]+)+")
NOT_A_PERSON = re.compile(r"签字|签名|签章|盖章|公章|日期|年月|姓名|性别|申请|公司|经营|名称")


def person(text: str) -> Parsed | None:
    """A person's name: Chinese characters, or Latin words; signature lines, remarks and scribbles are none."""
    named = parsers.name(re.split(r"[)）(（,，。;；]", text.strip(parsers.EDGES + "()（）"))[0])
    if named is None or not isinstance(named.value, Text):
        return None
    plain = named.value.value
    is_name = CHINESE_NAME.fullmatch(re.sub(r"\s", "", plain)) or LATIN_NAME.fullmatch(plain)
    return named if is_name and not NOT_A_PERSON.search(plain) else None


COMMITMENT = DocumentType(
    kind="commitment",
    title="依法经营承诺书",
    identify=all_of(
        none_of(titled("申请表", "章程", "计划书", "保障措施", "租赁", "接入", "专线")),
        any_of(
            all_of(titled("承诺书"), contains("承诺"), contains("电信", "经营")),
            worth(0.9, all_of(heading("承诺书", "承诺函"), contains("依法经营"), contains("电信"))),
            worth(0.7, all_of(contains("郑重承诺", "承诺如下"), contains("电信业务"), contains("许可证"))),
        ),
    ),
    most_pages=6,
    fields=(
        field(
            "addressee",
            inline(rf"^(?:致:?)?(?P<value>{AUTHORITY}):?$", "抬头的机关"),
            inline(rf"(?:致|呈报|呈)[::]?(?P<value>{AUTHORITY})", "“致……”"),
            parse=parsers.name,
            otherwise=(inline(rf"(?:向|致|按照|根据)?(?P<value>{NAMED_AUTHORITY})", "机关的名称"),),
            required=True,
        ),
        field(
            "company",
            beside(
                "公司名称", "申请单位", "承诺单位", "承诺人", "单位名称", "申请人", "企业名称", "申请公司", lines=2
            ),
            inline(
                r"(?:我|本)(?:公司|单位)\((?P<value>[^(),;:]{2,40}(?:\([^()]{1,8}\)[^(),;:]{2,40})?)[),]",
                "表述“我公司（……）”",
            ),
            parse=parsers.name,
            otherwise=(inline(r"^(?P<value>[^:;,。]{4,40}公司)(?:\(盖章\))?$", "署名的公司"),),
            required=True,
        ),
        field(
            "legal_representative",
            beside("法定代表人", "法定代表人签字", "法定代表人(签字)", "法人代表", "法定代表人签名", lines=1),
            parse=person,
            otherwise=(
                inline(
                    r"法定代表人(?:姓名)?(?:为|是|:)?(?P<value>[一-龥·]{2,5}?)(?=[,。;(]|现|郑重|承诺|代表)",
                    "表述“法定代表人……，”",
                ),
            ),
        ),
        field(
            "business",
            inline(rf"(?P<value>{NAMED_BUSINESS})", "电信业务的名称"),
            beside("业务种类", "申请业务", "业务名称", lines=2),
            otherwise=(
                inline(
                    r"申请(?:办理|从事|经营|开展)*(?P<value>(?!(?:办理|从事|经营|开展|增值|基础)*电信业务)[^。;,:、(]{2,16}业务)",
                    "表述“申请经营……业务”",
                ),
            ),
        ),
        field(
            "coverage",
            inline(r"(?:业务)?覆盖范围(?:为|是|:)*(?P<value>[^。;,)]{2,80})", "表述“业务覆盖范围”"),
            inline(
                r"在(?P<value>[^。;,]{2,60}?)(?:范围内|行政区域内|境内|内)?(?:申请|经营|从事|开展|提供)",
                "表述“在……范围内经营”",
            ),
            beside("业务覆盖范围", "覆盖范围", lines=2),
            parse=coverage,
        ),
        field(
            "signed_on",
            beside("日期", "承诺日期", "签署日期", "签字日期", lines=1),
            parse=parsers.day,
            otherwise=signing_days.SIGNED_BELOW,
            required=True,
        ),
    ),
    labels=("法定代表人", "盖章", "公章"),
    subject=("company",),
    dated="signed_on",
)
