"""What a holder of shares is, by its name, its number and its licence; 未知 where none of them tells."""

from __future__ import annotations

import re

from pipeline.model.equity import HolderKind
from pipeline.text.foreign import foreign_words, number_sign

# Order matters: a 职工持股会 of a 公司 is no company, a 国资委 of a 市人民政府 no association.
NAME_SIGNS: tuple[tuple[HolderKind, re.Pattern[str]], ...] = (
    ("合伙企业", re.compile(r"合伙企业|[(（](?:有限合伙|普通合伙|特殊普通合伙)[)）]")),
    ("社会团体", re.compile(r"(?:工会|工会委员会|职工持股会|协会|学会|商会|联合会|基金会|促进会)$")),
    ("集体", re.compile(r"(?:村民委员会|居民委员会|经济合作社|股份合作社|经济联合社|供销合作社|集体资产管理\S*)$")),
    (
        "国家机构",
        re.compile(r"(?:国有资产监督管理(?:委员会|局|办公室)|国资委|人民政府|财政[部厅局所]|管理委员会|国务院)$"),
    ),
    ("企业", re.compile(r"(?:有限公司|有限责任公司|股份公司|集团公司|总公司|公司|集团|企业|厂|商行|合作社)$")),
    ("企业", re.compile(r"(?i)\b(?:limited|ltd|inc|llc|corp|corporation|co|gmbh|plc)\.?$")),
    ("事业单位", re.compile(r"(?:大学|学院|研究院|研究所|医院|中学|小学|学校|出版社|电视台|科学院)$")),
)
# GB 32100-2015 table 1: first two characters of a unified code, by registering authority and sort of body.
CODE_SIGNS: dict[str, HolderKind] = {
    "11": "国家机构",
    "12": "事业单位",
    "13": "社会团体",
    "51": "社会团体",
    "53": "社会团体",
    "91": "企业",
}
PERSON_NAME = re.compile(
    r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]{2,4}|[㐀-鿿\U00020000-\U0003ffff]+(?:[·•・][㐀-鿿\U00020000-\U0003ffff]+)+"
)
RESIDENT_NUMBER = re.compile(r"[1-8]\d{16}[\dXx*]")
UNIFIED_CODE = re.compile(r"[0-9A-HJ-NP-RT-UW-Y]{18}")
LISTED_TYPE = re.compile(r"(?<!非)上市")
STATE_TYPE = re.compile(r"国有独资|全民所有制|国有企业")
COLLECTIVE_TYPE = re.compile(r"集体所有制|集体企业")
FOREIGN_NAME = re.compile(
    r"^(?:香港|澳门|台湾)|[(（](?:香港|澳门|台湾|开曼|开曼群岛|英属维尔京群岛|BVI)[)）]|株式会社"
    r"|(?i:\b(?:limited|ltd|inc|llc|corp|gmbh|plc|l\.p)\b)"
)
CHAIN_ENDS: dict[HolderKind, str] = {
    "自然人": "自然人",
    "国家机构": "国有资产监管机构或国家机构",
    "事业单位": "事业单位",
    "集体": "集体",
    "社会团体": "社会团体",
    "上市公司": "上市公司",
}


def kind_by_name(name: str, number: str | None = None) -> HolderKind:
    """The holder's kind by the words of its name, else by its number; 未知 where neither tells."""
    plain = re.sub(r"\s", "", name) if re.search(r"[㐀-鿿]", name) else name.strip()
    for kind, pattern in NAME_SIGNS:
        if pattern.search(plain):
            return kind
    if number and UNIFIED_CODE.fullmatch(number) and not RESIDENT_NUMBER.fullmatch(number):
        return CODE_SIGNS.get(number[:2], "未知")
    if number and RESIDENT_NUMBER.fullmatch(number):
        return "自然人"
    return "自然人" if PERSON_NAME.fullmatch(plain) else "未知"


def kind_by_licence(kind: HolderKind, company_type: str) -> HolderKind:
    """The kind refined by the licence's 类型: listed, wholly state-owned and collective companies end a branch."""
    if LISTED_TYPE.search(company_type):
        return "上市公司"
    if "合伙" in company_type:
        return "合伙企业"
    if COLLECTIVE_TYPE.search(company_type):
        return "集体"
    return kind


def state_owned(company_type: str) -> bool:
    """Whether the licence's 类型 says that the state alone holds the company."""
    return STATE_TYPE.search(company_type) is not None


def foreign_sign(name: str, number: str | None, licence_type: str | None, card_sort: str | None) -> str:
    """The words or number that show a holder from outside the mainland; empty where there is none."""
    if licence_type is not None and (words := foreign_words(licence_type)):
        return f"类型“{licence_type}”含“{words[0]}”"
    if card_sort is not None and card_sort != "居民身份证":
        return f"证件为{card_sort}"
    if found := FOREIGN_NAME.search(name.strip()):
        return f"名称含“{found.group()}”"
    return number_sign(number) if number else ""


def shown_domestic(number: str | None, licence_type: str | None, card_sort: str | None) -> bool:
    """Whether a paper shows that the holder is of the mainland; only asked where there is no foreign sign."""
    resident = number is not None and RESIDENT_NUMBER.fullmatch(number) is not None
    return resident or licence_type is not None or card_sort == "居民身份证"
