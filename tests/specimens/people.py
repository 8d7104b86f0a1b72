"""Invented people and provinces: names, cards, organisation codes."""

from __future__ import annotations

import random
from datetime import date

from tests.specimens import codes, printed
from tests.specimens.company import Person, Province

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = [
    "云帆",
    "思源",
    "若溪",
    "明哲",
    "雨桐",
    "子墨",
    "嘉禾",
    "书言",
    "景行",
    "知远",
    "安澜",
    "清越",
    "望舒",
    "怀瑾",
    "亦舟",
    "映雪",
    "星野",
    "牧之",
    "一诺",
    "凌霄",
    "念真",
    "致和",
    "以宁",
    "承泽",
    "初晴",
    "远山",
    "听松",
    "予安",
    "仲谋",
    "楚然",
]
NATIONS = ("汉", "汉", "汉", "汉", "回", "满", "土家")

PROVINCES = {
    province.name: province
    for province in (
        Province("北京市", "11", "北京市", "北京"),
        Province("江苏省", "32", "南京市", "江苏"),
        Province("浙江省", "33", "杭州市", "浙江"),
    )
}


def card_years(birth: date, issued: str) -> int:
    """How long a card of that day is valid: five years below 16, twenty from 26 to 45, ten otherwise."""
    day = date.fromisoformat(issued)
    age = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    if age < 16:
        return 5
    return 20 if 26 <= age <= 45 else 10


def person(
    chance: random.Random, province: Province, taken: set[str], youngest: int = 30, oldest: int = 44
) -> Person:
    """A person of working age with a card that stays valid for years; the name is not yet taken."""
    name = next(
        name for name in iter(lambda: chance.choice(SURNAMES) + chance.choice(GIVEN), "") if name not in taken
    )
    taken.add(name)
    birth = date(2026 - chance.randint(youngest, oldest), chance.randint(1, 12), chance.randint(1, 28))
    sex = chance.choice("男女")
    order = chance.randint(1, 498) * 2 + (1 if sex == "男" else 0)
    valid_from = f"{2026 - chance.randint(1, 3)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    years = card_years(birth, valid_from)
    road = chance.choice(("云桥", "望湖", "听涛", "揽月", "长歌", "青禾", "栖霞岭"))
    home = f"{province.place}虚构区{road}路{chance.randint(2, 199)}号{chance.randint(1, 20)}幢{chance.randint(1, 6)}单元{chance.randint(101, 1803)}室"
    return Person(
        name, sex, chance.choice(NATIONS), birth.isoformat(), home, codes.citizen_number(province.digits, birth, order),
        f"{province.city}公安局虚构分局", valid_from, printed.years_on(valid_from, years),
        f"1{chance.choice('389')}0{chance.randint(0, 9)}0000{chance.randint(0, 9999):04d}"[:11],
    )  # fmt: skip


def organisation(chance: random.Random) -> str:
    """Eight characters of an organisation code."""
    return "MA" + "".join(chance.choice(codes.CREDIT_ALPHABET) for _ in range(6))
