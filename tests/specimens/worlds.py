"""Clean applicants: one world for each seed, every date and name of it derived from the seed."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.specimens import codes, contracts, printed
from tests.specimens.company import (
    LONG_TERM,
    Company,
    Holder,
    Person,
    Province,
    Qualification,
    Staff,
    World,
)
from tests.specimens.people import PROVINCES, organisation, person

SUBMIT_ON = "2026-12-15"
CLAUSE = "（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）"
FREE = "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
NETWORK_SCOPE = (
    f"许可项目：第一类增值电信业务；互联网接入服务。{CLAUSE}一般项目：网络技术服务；信息系统集成服务；软件开发；技术服务、技术开发、技术咨询、"
    f"技术交流、技术转让、技术推广；计算机软硬件及辅助设备零售；通信设备销售；网络设备销售。{FREE}"
)
SYSTEM_SCOPE = (
    f"许可项目：第一类增值电信业务（互联网接入服务）。{CLAUSE}一般项目：计算机系统服务；网络与信息安全软件开发；信息技术咨询服务；"
    f"物联网技术服务；互联网设备销售；光通信设备销售；安全技术防范系统设计施工服务。{FREE}"
)
CLOUD_SCOPE = (
    f"许可项目：增值电信业务；建筑智能化系统设计。{CLAUSE}一般项目：5G通信技术服务；云计算装备技术服务；数据处理和存储支持服务；"
    f"人工智能应用软件开发；工程管理服务；网络设备销售；办公设备销售。{FREE}"
)
SCOPES = (NETWORK_SCOPE, SYSTEM_SCOPE, CLOUD_SCOPE)
HOLDING_SCOPE = f"企业管理咨询；以自有资金从事投资活动；社会经济咨询服务；企业形象策划；会议及展览服务。{FREE}"
BRANDS = ("云桥", "远帆", "听潮", "星渡", "栖云", "揽川", "知微", "青屿", "长汀", "望野")
ROADS = ("云桥路", "远航路", "听潮街", "星渡大道", "栖云路", "揽川路", "知微街", "青屿路", "长汀路", "望野大道")


def clean(seed: int, province: str = "北京市", brand: str = "", pattern: int = -1, scope: str = "") -> World:
    """An applicant without a fault; brand and name pattern are chosen by the seed unless told."""
    chance = random.Random(seed)
    place = PROVINCES[province]
    number = chance.randrange(len(BRANDS))
    brand = brand or BRANDS[number]
    road = ROADS[BRANDS.index(brand)] if brand in BRANDS else ROADS[number]
    taken: set[str] = set()
    head, partner = person(chance, place, taken), person(chance, place, taken)
    company = _applicant(chance, place, brand, road, pattern, head)
    company.scope = scope or company.scope
    holding = _holding(chance, place, brand, road, partner, person(chance, place, taken))
    _share_out(company, holding, head, chance)
    staff = [_employee(chance, place, person(chance, place, taken, 29, 40), company, role) for role in range(3)]
    room = contracts.room(chance, place, road, company)
    return World(
        seed, place, [province], brand, SUBMIT_ON, company, staff, contracts.access(chance, place, company, room), room,
        contracts.title(room, chance), contracts.fire(place, room, chance), contracts.office(chance, place, company), place.authority,
        commitment_on="2026-11-20", form_on="2026-12-08", records_on="2026-11-20", change_on=company.issued_on,
        answers={}, postal_code=f"{place.digits}9999", service_phone="400-000-0000",
    )  # fmt: skip


def _applicant(chance: random.Random, place: Province, brand: str, road: str, pattern: int, head: Person) -> Company:
    trade = chance.choice(("网络科技", "通信技术", "信息技术", "智联科技"))
    patterns = (f"{place.short}虚构{brand}{trade}有限公司", f"虚构{brand}（{place.short}）{trade}有限公司",
                f"{place.place}虚构{brand}{trade}有限责任公司".replace("省", "").replace("市", ""))  # fmt: skip
    name = patterns[pattern if pattern >= 0 else chance.randrange(len(patterns))]
    founded = f"2022-{chance.randint(1, 9):02d}-{chance.randint(1, 28):02d}"
    changed = f"2026-0{chance.randint(3, 6)}-{chance.randint(1, 28):02d}"
    address = (
        f"{place.place}虚构区{road}{chance.randint(2, 90)}号院{chance.randint(1, 9)}号楼{contracts.suite(chance, 16)}"
    )
    end = chance.choice((LONG_TERM, printed.years_on(founded, 30)))
    return Company(
        name, codes.credit_code(place.digits, organisation(chance)), chance.choice(("有限责任公司(自然人投资或控股)", "其他有限责任公司")),
        head, chance.choice(("5000000", "10000000", "12000000", "20000000")), founded, end, address,
        chance.choice(SCOPES), f"{place.city}虚构区市场监督管理局", changed, articles_on=changed,
    )  # fmt: skip


def _holding(chance: random.Random, place: Province, brand: str, road: str, first: Person, second: Person) -> Company:
    founded = f"2019-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    company = Company(
        f"{place.short}虚构{brand}企业管理有限公司", codes.credit_code(place.digits, organisation(chance)),
        "有限责任公司(自然人投资或控股)", first, "5000000", founded, LONG_TERM,
        f"{place.place}虚构区{road}{chance.randint(91, 180)}号{chance.randint(1, 9)}幢{chance.randint(101, 999)}室", HOLDING_SCOPE,
        f"{place.city}虚构区市场监督管理局", f"2024-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
    )  # fmt: skip
    company.articles_on = company.issued_on
    share = chance.choice((55, 60, 70))
    due = printed.years_on(founded, 5)
    company.holders = [
        Holder(first, str(5000000 * share // 100), f"{share}.00", due_on=due),
        Holder(second, str(5000000 * (100 - share) // 100), f"{100 - share}.00", due_on=due),
    ]
    return company


def _share_out(company: Company, holding: Company, head: Person, chance: random.Random) -> None:
    share = chance.choice((60, 65, 70))
    capital, due = int(company.capital), printed.shifted(printed.years_on(company.founded, 5), -1)
    company.holders = [
        Holder(head, str(capital * share // 100), f"{share}.00", due_on=due),
        Holder(holding, str(capital * (100 - share) // 100), f"{100 - share}.00", due_on=due),
    ]


POSTS = (
    (("技术负责人",), "技术总监", "通信工程", "网络工程师（中级）"),
    (("信息安全负责人", "安全联络员"), "信息安全经理", "信息安全", "注册信息安全专业人员（CISP）"),
    (("客服负责人",), "客户服务经理", "计算机科学与技术", ""),
)
SCHOOLS = ("虚构理工大学", "虚构邮电学院", "虚构工业大学", "虚构信息工程大学")


def _employee(chance: random.Random, place: Province, worker: Person, company: Company, role: int) -> Staff:
    roles, title, major, certificate = POSTS[role]
    graduated = f"{int(worker.birth[:4]) + 22}-07-01"
    found = [
        Qualification(
            "学历",
            "普通高等学校毕业证书",
            major,
            chance.choice(SCHOOLS),
            f"99999{graduated[:4]}05{chance.randint(100000, 999999)}",
            graduated,
        ),
        Qualification("简历", "个人简历", major, "", "", "2026-11-18"),
    ]
    if role == 0:
        found.append(
            Qualification(
                "职称",
                "中级专业技术职务任职资格证书",
                "通信工程",
                f"{place.city}虚构区人力资源和社会保障局",
                f"99ZC{chance.randint(10000, 99999)}",
                "2021-11-30",
            )
        )
    if certificate:
        found.append(
            Qualification(
                "资格",
                certificate,
                "",
                "虚构信息技术资格考试中心",
                f"XG{chance.randint(100000, 999999)}",
                f"202{chance.randint(3, 5)}-05-26",
            )
        )
    if role == 1:
        found.append(
            Qualification(
                "学历",
                "教育部学历证书电子注册备案表",
                major,
                found[0].issuer,
                found[0].number,
                graduated,
                _online_code(chance),
                "2027-05-18",
            )
        )
        del found[0]
    begin = f"202{chance.randint(3, 4)}-{chance.randint(1, 12):02d}"
    return Staff(
        worker, roles, title, f"staff{role + 1}@company.example", company.name, company.code, begin, "2026-11", "2026-11-20", found,
    )  # fmt: skip


def _online_code(chance: random.Random) -> str:
    return "".join(chance.choice("ABCDEFGHJKLMNPQRSTUVWXY3456789") for _ in range(16))


def without_keywords(scope: str) -> str:
    """The scope with only its general items: no telecommunication business among them."""
    return scope[scope.index("一般项目：") :]


def extra_employee(world: World) -> Staff:
    """One more employee, without a role of the application."""
    chance = random.Random(world.seed + 1)
    taken = {each.name for each in world.persons()}
    member = _employee(chance, world.province, person(chance, world.province, taken, 26, 38), world.company, 2)
    member.roles, member.title, member.email = (), "网络运维工程师", "staff4@company.example"
    return member


def sublet(world: World) -> World:
    """The same world with the owner of the room and its lessor two companies."""
    assert world.title is not None
    world.title.owner = f"{world.province.short}虚构云谷开发建设有限公司"
    return world


def branch_of(company: Company, head: Person) -> Company:
    """A branch: no capital, a 负责人 and a 营业场所."""
    return replace(
        company, name=f"{company.name}虚构分公司", sort="有限责任公司分公司", capital="", legal_representative=head,
        head_label="负责人", holders=[],
    )  # fmt: skip


def partnership(company: Company) -> Company:
    """A limited partnership with an 执行事务合伙人."""
    name = company.name.replace("有限责任公司", "").replace("有限公司", "")
    return replace(company, name=f"{name}合伙企业（有限合伙）", sort="有限合伙企业", head_label="执行事务合伙人")
