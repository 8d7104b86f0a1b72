"""An address taken apart into its levels, from the province down to the room."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.text.normal import squeeze
from pipeline.text.numerals import number_of
from pipeline.text.regions import PROVINCE_BY_SHORT, place_at_start, place_named


class Address(NamedTuple):
    """The levels of an address; None where not stated, numbers without their 号, 层 or 室."""

    province: str | None = None
    city: str | None = None
    district: str | None = None
    zone: str | None = None
    """A development or free-trade zone, which no administrative district answers to."""
    town: str | None = None
    road: str | None = None
    number: str | None = None
    building: tuple[str, ...] = ()
    unit: str | None = None
    floor: str | None = None
    room: str | None = None
    names: str = ""
    """What no level takes: 海龙大厦, 二期."""
    virtual: bool = False
    """Whether the address says that it is a shared registration address (集中办公区, 集群注册 …)."""


LONGEST_ADDRESS = 300
"""Characters; a longer text is no address, and is not searched for one."""

_LABEL = re.compile(r"^(?:(?:详细|注册|通讯|联系|办公|经营)?地址|住所|坐落|座落|房屋坐落|营业场所)[::]?")
_COUNTRY = re.compile(r"^(?:中华人民共和国|中国(?!\())")
_FREE_TRADE = re.compile(
    rf"(?:中国)?\(?(?P<place>{'|'.join(PROVINCE_BY_SHORT)})\)?(?:自由贸易试验区|自贸试验区|自贸区)"
    r"(?:[^0-9路街道号()]{0,10}?片区)?"
)
_NOTE = re.compile(r"\(([^()]*)\)")
_VIRTUAL = re.compile(
    r"集中办公区|集中登记地?|集群注册|集群登记|集群企业|托管|一址多照|一照多址|商务秘书|住所申报|虚拟注册"
)
_INSIDE = re.compile(r"[0-9](?:层|楼|室|房|单元|号楼|幢|栋|座|F)|^[A-Z]?[0-9]{2,5}$")
_FILLER = re.compile(r"^(?:市辖区|县(?=.{1,6}县)|省直辖县级行政(?:区划|单位)|自治区直辖县级行政(?:区划|单位)|直辖县)")
_TRADITIONAL = str.maketrans("號樓層區縣棟", "号楼层区县栋")

_ODD_DISTRICT = "浦东新区|滨海新区|二七区|路桥区|路南区|路北区|道里区|道外区|道县|道真仡佬族苗族自治县|道孚县"
_ZONE = (
    r"(?!浦东新区|滨海新区)[^0-9号路街巷]{0,14}?"
    r"(?:开发区|高新区|新区|经开区|园区|试验区|示范区|保税区|综保区|港区|合作区|经济区|产业区|工业区|加工区|功能区|核心区)"
)
_DISTRICT_KIND = (
    "自治县|自治旗|林区|(?<![小社校厂库景园A-Z一二三四五六七八九十])区(?!街道|[一-龥]?镇)|县|旗|(?<![超夜门都])市"
)
_DISTRICT = re.compile(rf"(?:{_ODD_DISTRICT}|[^0-9号路街道巷弄]{{1,13}}?(?:{_DISTRICT_KIND}))")
_PART_OF_ESTATE = re.compile("[东西南北中]区")
_TOWN = re.compile(
    r"(?:[^0-9号]{1,7}?街道(?:办事处)?|[^0-9号路街巷]{1,8}?(?:镇|乡|苏木|地区办事处|地区))(?![东西南北中]?(?:大?道|路|街|巷))"
)
_ROAD_NUMERAL = re.compile(
    r"[零〇一二三四五六七八九十百两]+(?=号|弄|幢|栋|座|楼|层|单元|室|街|路|巷|道|条|环|期|区|门|组|队|里|-|#)"
)
_MARK = "[甲乙丙丁戊]"
_HOUSE = re.compile(
    rf"(?P<lead>{_MARK}|附|临|内)?(?P<digits>[0-9]{{1,6}}(?:[-~][0-9]{{1,6}})?)(?P<kind>号院|号大院|弄|号(?!楼|厂房|机房|库|门|房|室|座|幢|栋|公寓|仓))"
    rf"(?:(?P<trail>{_MARK})(?![座栋幢楼])|(?:之|-|附)(?P<sub>[0-9]{{1,6}})号?(?![层楼室]))?"
)
_DESIGNATOR = "(?:[A-Z]{1,2}[0-9]{0,4}|[0-9]{1,4}[A-Z]?[0-9]{0,3})"
_TOKEN = re.compile(
    rf"(?P<building>{_DESIGNATOR}(?:号楼|号厂房|号公寓|#楼|幢|栋|座|塔楼?|#)|[A-Z0-9]{{1,2}}区"
    r"|(?:[东西南北中主副裙][配辅塔]?|[甲乙丙丁])(?:楼|座|塔|栋|幢)|[0-9]{1,4}楼(?=[^层]*[0-9]层))"
    rf"|(?P<unit>{_DESIGNATOR}(?:单元|门(?!口|市)))"
    r"|(?P<floor>(?:地下|负|B|-)?[0-9]{1,3}(?:[-、至到~][0-9]{1,3})?(?:层|楼|F)|地下室|首层|夹层|顶层)"
    r"|(?P<room>(?:[A-Z]{1,2}-?)?[0-9]+[A-Z]?(?:[-、~/][A-Z]?[0-9]+[A-Z]?)*(?:号?(?:室|房间|房|机房|铺)|号|单位)?(?![0-9期区]))"
)
_TOKEN_IN_HOUSE = re.compile(
    rf"{_DESIGNATOR}(?:号楼|号厂房|号公寓|#楼?|幢|栋|座)|[0-9]{{1,6}}(?:层|楼|室|单元|房)|[0-9]F"
    r"|[东西南北中主甲乙丙丁](?:楼|座|塔)"
)
_SUFFIX = re.compile(
    r"(?:号楼|号厂房|号公寓|#楼|幢|栋|座|塔楼|塔|#|楼|单元|门|层|F|号?(?:室|房间|房|机房|铺)|号|单位)$"
)


def parse_address(text: str) -> Address:
    """The levels of a printed address, numerals Arabic; an empty Address for a text that is empty or too long."""
    if len(text) > LONGEST_ADDRESS:
        return Address()
    written = _COUNTRY.sub("", _LABEL.sub("", squeeze(text).translate(_TRADITIONAL)))
    free_trade = _FREE_TRADE.search(written)
    written = _FREE_TRADE.sub("", written)
    virtual = _VIRTUAL.search(written) is not None
    written = re.sub(r"[,;。]", "", _without_notes(written))
    province, city, rest = _places(written)
    if free_trade is not None and province is None and (place := place_named(free_trade["place"])) is not None:
        province, city = place
    district, zone, rest = _district(rest, follows_city=city is not None)
    town, rest = _taken(_TOWN, rest)
    return _below(
        rest,
        Address(
            province,
            city,
            district,
            zone=free_trade.group() if free_trade is not None else zone,
            town=town,
            virtual=virtual,
        ),
    )


def _without_notes(text: str) -> str:
    """Notes in brackets dropped, except those that go on with the address: 8号楼（3层301室）."""
    return _NOTE.sub(lambda note: note[1] if _INSIDE.search(note[1]) and not _VIRTUAL.search(note[1]) else "", text)


def _places(text: str) -> tuple[str | None, str | None, str]:
    """Province, city and the rest; doubled names and 市辖区 are passed over."""
    province: str | None = None
    city: str | None = None
    while True:
        filler = _FILLER.match(text) if province is not None else None
        if filler is not None:
            text = text[filler.end() :]
            continue
        named = place_at_start(text)
        if named is None or (province is not None and named[0].province != province):
            return province, city, text
        if city is not None and named[0].city not in {None, city}:
            return province, city, text
        province, city = named[0].province, city or named[0].city
        text = text[named[1] :]


def _district(text: str, *, follows_city: bool) -> tuple[str | None, str | None, str]:
    """District or county, development zone, and the rest, in either order."""
    district: str | None = None
    zone: str | None = None
    for _ in range(2):
        found_zone = re.match(_ZONE, text)
        found = _DISTRICT.match(text)
        if zone is None and found_zone is not None and (found is None or found.end() >= found_zone.end()):
            zone, text = found_zone.group(), text[found_zone.end() :]
        elif (
            district is None and found is not None and (follows_city or not _PART_OF_ESTATE.fullmatch(found.group()))
        ):
            district, text = found.group(), text[found.end() :]
    return district, zone, text


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str | None, str]:
    found = pattern.match(text)
    return (None, text) if found is None else (found.group(), text[found.end() :])


def _below(text: str, address: Address) -> Address:
    """Road, house number and what lies inside the house added to an address."""
    arabic = _ROAD_NUMERAL.sub(_arabic, text)
    first = _TOKEN_IN_HOUSE.search(arabic)
    house = _HOUSE.search(arabic)
    if house is not None and (first is None or house.start() <= first.start()):
        road, inside = arabic[: house.start()], arabic[house.end() :]
        return _inside(inside, address._replace(road=road or None, number=_house_number(house)), house["kind"])
    start = _inside_start(arabic, first)
    return _inside(arabic[start:], address._replace(road=arabic[:start] or None), "")


def _inside_start(text: str, first: re.Match[str] | None) -> int:
    """Where the inside of a house without number starts: its first token, or the digits that end the text."""
    if first is not None:
        return first.start()
    digits = re.search(r"[A-Z]?-?[0-9]+[A-Z]?$", text)
    return len(text) if digits is None else digits.start()


def _arabic(numeral: re.Match[str]) -> str:
    number = number_of(numeral.group())
    return numeral.group() if number is None else str(number)


def _house_number(house: re.Match[str]) -> str:
    mark = house["lead"] or house["trail"] or ""
    lane = "弄" if house["kind"] == "弄" else ""
    sub = f"-{house['sub']}" if house["sub"] else ""
    return f"{lane}{mark}{house['digits'].replace('~', '-')}{sub}"


def _inside(text: str, address: Address, house_kind: str) -> Address:
    """Building, unit, the last floor named, and rooms; after a lane (弄) the first 号 is the building."""
    if house_kind == "弄" and (entrance := re.match(r"([0-9]+(?:-[0-9]+)?)号", text)) is not None:
        address = address._replace(building=(entrance[1],))
        text = text[entrance.end() :]
    for token in _TOKEN.finditer(text):
        kind, value = token.lastgroup, _SUFFIX.sub("", token.group()) or token.group()
        if kind == "building":
            address = address._replace(building=(*address.building, value))
        elif kind == "unit" and address.unit is None:
            address = address._replace(unit=value)
        elif kind == "floor":
            address = address._replace(floor=_floor(token.group()))
        elif kind == "room":
            rooms = [room for room in (address.room, value) if room is not None]
            address = address._replace(room="-".join(rooms))
    return address._replace(names=_TOKEN.sub("", text))


def _floor(text: str) -> str:
    if text in {"地下室", "夹层", "顶层"}:
        return text
    level = _SUFFIX.sub("", text)
    return "1" if text == "首层" else re.sub(r"^(?:地下|负|B|-)", "-", level)
