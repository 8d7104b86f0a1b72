"""Contracts and certificates of an applicant's premises and network, by chance."""

from __future__ import annotations

import random

from tests.specimens import printed
from tests.specimens.company import Access, Company, FireDocument, Lease, PropertyTitle, Province

OPERATORS = {
    "北京市": ("中国电信股份有限公司北京分公司", "中国联合网络通信有限公司北京市分公司"),
    "江苏省": ("中国联合网络通信有限公司江苏省分公司", "中国移动通信集团江苏有限公司"),
    "浙江省": ("中国移动通信集团浙江有限公司", "中国电信股份有限公司浙江分公司"),
}


def suite(chance: random.Random, floors: int) -> str:
    floor = chance.randint(1, floors)
    return f"{floor}层{floor}{chance.randint(1, 28):02d}室"


def room(chance: random.Random, place: Province, road: str, company: Company) -> Lease:
    address = f"{place.place}虚构区{road}{chance.randint(100, 300)}号{chance.randint(1, 9)}号楼{suite(chance, 4)}"
    start = f"2026-0{chance.randint(3, 8)}-01"
    return Lease(
        "机房", f"{place.short}虚构智谷置业有限公司", company.name, address, "通信机房", f"{chance.randint(120, 320)}.{chance.randint(10, 99)}",
        str(chance.randint(18, 46) * 1000), start, printed.shifted(printed.years_on(start, 5), -1), printed.shifted(start, -12),
        f"ZG-JF-2026-{chance.randint(100, 999)}",
    )  # fmt: skip


def office(chance: random.Random, place: Province, company: Company) -> Lease:
    start = f"2025-{chance.randint(1, 9):02d}-01"
    return Lease(
        "办公", f"{place.short}虚构汇景物业管理有限公司", company.name, company.address, "办公", f"{chance.randint(150, 420)}.00",
        str(chance.randint(20, 60) * 1000), start, printed.shifted(printed.years_on(start, 5), -1), printed.shifted(start, -15),
        f"HJ-BG-2025-{chance.randint(100, 999)}",
    )  # fmt: skip


def title(room: Lease, chance: random.Random) -> PropertyTitle:
    area = f"{float(room.area) + chance.randint(400, 900):.2f}"
    number = f"虚构（2019）虚构区不动产权第{chance.randint(1000000, 9999999)}号"
    return PropertyTitle(
        room.lessor,
        room.address,
        "工业用地/厂房",
        area,
        number,
        f"999999{chance.randint(100000, 999999)}GB00001F00010001",
        "2019-08-16",
    )


def fire(place: Province, room: Lease, chance: random.Random) -> FireDocument:
    return FireDocument(
        "验收意见书", f"虚建消验字〔2023〕第{chance.randint(1, 9999):04d}号", f"{room.lessor}通信机房改造工程", room.lessor, room.address,
        room.area, "合格", f"{place.city}虚构区住房和城乡建设局", f"2023-0{chance.randint(1, 9)}-{chance.randint(10, 28)}",
    )  # fmt: skip


def access(chance: random.Random, place: Province, company: Company, room: Lease) -> Access:
    operator = chance.choice(OPERATORS[place.name])
    signed = f"2026-08-{chance.randint(10, 28)}"
    return Access(
        operator, company.name, f"XG-ZX-2026-{chance.randint(10000, 99999)}", "互联网专线", str(chance.choice((1000, 2000, 5000, 10000))),
        str(chance.choice((64, 128, 256))), room.address, f"{place.city}虚构区{chance.choice(('云桥', '远航', '长歌'))}局", "2026-09-01", "2029-08-31", signed,
    )  # fmt: skip
