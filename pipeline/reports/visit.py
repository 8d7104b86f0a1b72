"""现场核查: what to have ready, the answers in one page, who signs in, and what to photograph, for one client."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.drafts.variables import chinese_day
from pipeline.model.case import Case
from pipeline.packaging.grids import Grid
from pipeline.packaging.leaves import Block, Heading, Leaf, Text, leaves_pdf, page_count
from pipeline.profile.form import Form
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings
from pipeline.profile.visit import Item, Visit
from pipeline.reports.form import Entry, Section, sections
from pipeline.reports.typed import count
from pipeline.rules.trust import least_of

TITLES = ("现场核查准备清单", "应答要点", "现场核查签到表", "机房照片清单")
OPEN = "【待补】"
BOX = "□"
MOST_FILES = 2
"""Names of files in one row; the rest is counted."""
SIZES = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
"""Points, from the most readable down to the smallest in which the answers may be set to stay on one page."""
OFFICIALS, VISITORS_ROW, SIGN_ROW = 5, 26.0, 26.0  # blank rows, points a row to write in


def visit_pdf(case: Case, profile: Profile, settings: Settings, visit: Visit) -> bytes:
    """The four leaves; the same case gives the same bytes."""
    doubt = f"（{visit.status}）" if visit.status else ""
    name = case.fact("company.name")
    applicant = name.text if name is not None else case.client.short_name
    licence = f"{profile.licence.name}（{profile.licence.code}）　{profile.authority(case.client)}"
    told = f"{applicant}　{licence}　按 {chinese_day(case.as_of.isoformat())} 的材料整理"
    leaves = (
        _ready(case, profile, visit, f"{told}　清单依据：{visit.source}{doubt}"),
        _answers(case, profile, settings, visit, told),
        _signing(case, visit, told),
        _photos(case, visit, told),
    )
    return leaves_pdf(leaves, f"{applicant}　现场核查　内部资料，含个人信息，请勿外传")


def _ready(case: Case, profile: Profile, visit: Visit, told: str) -> Leaf:
    rows = tuple(
        (str(number), item.title, _seen(item, case, profile), BOX) for number, item in enumerate(visit.items, 1)
    )
    return Leaf(
        TITLES[0],
        told,
        (
            Text("是否现场核查、核查哪些内容，各省不一，以受理机关的通知为准。"),
            Grid(("序号", "备好什么", "材料中的情况", "已备"), (1, 6, 7, 1), rows),
            Text(visit.note, strong=True),
        ),
    )


def _seen(item: Item, case: Case, profile: Profile) -> str:
    """Which paper shows that it is there; what has no paper is for people to bring."""
    if not item.kinds:
        return "现场准备"
    placed = case.documents if item.material is None else case.in_material(item.material)
    papers = [each for each in placed if each.kind in item.kinds and each.status == "current"]
    files = dict.fromkeys(part.file for paper in papers for part in paper.parts)
    kinds = "、".join(profile.labels.zh(kind) for kind in item.kinds)
    if not files:
        return f"{OPEN}材料中没有{kinds}"
    listed = list(files)
    more = f" 等 {len(listed)} 个文件" if len(listed) > MOST_FILES else ""
    return f"{'、'.join(each.removeprefix('papers/') for each in listed[:MOST_FILES])}{more}；带原件"


def _answers(case: Case, profile: Profile, settings: Settings, visit: Visit, told: str) -> Leaf:
    """In the largest print in which the answers stay on one page, in the smallest where they do not."""
    least = least_of(settings)
    asked = sections(case, profile, Form(parts=visit.points), least)
    for size in SIZES:
        leaf = Leaf(TITLES[1], f"{told}　红色为待补，请核对的先对照原件", tuple(_points(asked, size)))
        if page_count(leaf) == 1:
            break
    return leaf


def _points(asked: tuple[Section, ...], size: float) -> Iterator[Block]:
    rows = tuple(
        (section.title, "\n".join(map(_answer, section.entries)) or f"{OPEN}{section.lacking}") for section in asked
    )
    yield Grid(("可能的问题", "要点"), (3, 7), rows, size=size)


def _answer(entry: Entry) -> str:
    if entry.state == "ask":
        return f"{OPEN}{entry.title}：{entry.said}"
    if entry.state == "hand":
        return f"{entry.title}：{entry.said}"
    value = entry.value.replace("\n", "；") + (f" {entry.unit}" if entry.unit else "")
    doubt = f"（请核对：{entry.said}）" if entry.state == "look" else ""
    return f"{entry.title}：{value}{doubt}"


def _signing(case: Case, visit: Visit, told: str) -> Leaf:
    places = [fact.text for index in range(count(case, "rooms")) if (fact := case.fact(f"rooms[{index}].address"))]
    return Leaf(
        TITLES[2],
        told,
        (
            Grid(
                ("", ""),
                (2, 10),
                (
                    ("时间", "　　　　年　　月　　日　　　时　　分 至 　　时　　分"),
                    ("地点", "\n".join(dict.fromkeys(places)) or f"{OPEN}机房地址"),
                ),
                least=VISITORS_ROW,
            ),
            Heading("核查人员"),
            Grid(
                ("单位", "姓名", "证件号", "签名"),
                (4, 2, 3, 3),
                tuple(("", "", "", "") for _ in range(OFFICIALS)),
                least=VISITORS_ROW,
            ),
            Heading("公司人员"),
            Grid(
                ("分工", "姓名", "电话", "到场", "签名"), (5, 2, 3, 1, 3), tuple(_people(case, visit)), least=SIGN_ROW
            ),
            Heading("核查意见和整改要求"),
            Grid(("",), (1,), (("",),), least=130.0),
        ),
    )


def _people(case: Case, visit: Visit) -> Iterator[tuple[str, ...]]:
    """Everyone with a role, once with all of them, in the order of the roles; a role that nobody holds is open."""
    listed: set[int] = set()
    for role in visit.people:
        holders = [index for index, person in enumerate(case.people) if role in person.roles]
        if not holders and role != "经办人":
            yield role, OPEN, "", BOX, ""
        for index in holders:
            if index in listed:
                continue
            listed.add(index)
            person, phone = case.people[index], case.fact(f"people[{index}].phone")
            yield "、".join(person.roles), person.name, phone.text if phone is not None else OPEN, BOX, ""


def _photos(case: Case, visit: Visit, told: str) -> Leaf:
    places = [fact.text for index in range(count(case, "rooms")) if (fact := case.fact(f"rooms[{index}].address"))]
    rows = tuple((str(number), each.title, each.how, BOX) for number, each in enumerate(visit.photos, 1))
    where = tuple(dict.fromkeys(places)) or (f"{OPEN}机房地址",)
    blocks: list[Block] = [Text("横拍、光线充足、不开美颜和滤镜；照片保留拍摄日期。照片只含本公司的机房和设备。")]
    for number, place in enumerate(where, 1):
        blocks.append(Heading(f"机房 {number}：{place}" if len(where) > 1 else f"机房：{place}"))
        blocks.append(Grid(("序号", "拍什么", "要求", "已拍"), (1, 5, 7, 1), rows))
    return Leaf(TITLES[3], told, tuple(blocks))
