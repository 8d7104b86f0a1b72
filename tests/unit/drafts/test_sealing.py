"""Sealed scans beside the drafts: which scanned page stands for which page of the draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pipeline.documents.gathering import read_documents
from pipeline.documents.hints import Slot
from pipeline.drafts.sealing import scans_of, settled
from pipeline.engines.own_pages import OwnPage
from pipeline.model.case import Case
from pipeline.model.draft import Draft
from pipeline.model.intake import Inventory
from pipeline.model.page import Page
from pipeline.model.sealing import SealedScan
from tests.unit.documents.papers import client
from tests.unit.layout.builders import Drawing

CODE, OLD_CODE = "07-EB2767C2", "07-99999999"
BODIES = (
    "业务发展计划书编制日期二零二六年十二月",
    "公司概况注册资本人民币1200万元主营系统集成",
    "市场调研目标用户为园区企业和商务楼宇租户",
    "技术方案核心路由器两台出口带宽10000兆",
    "签署页本公司对其真实性承担法律责任",
)


def page(number: int, body: str, code: str = CODE, file: str = "papers/scan.pdf", place: int = 0) -> Page:
    """A page of the draft, or its scan as the `place`th page of a file."""
    drawing = Drawing(file=file, number=place or number)
    drawing.write(60, 40, "北京虚构云桥智联科技有限公司 业务发展计划书", 9)
    drawing.write(60, 120, body)
    drawing.write(60, 800, f"— {number} — 文稿编号 {code}", 9)
    return drawing.page()


def scan(bodies: Sequence[str] = BODIES, code: str = CODE, file: str = "papers/scan.pdf") -> list[Page]:
    return [page(number, body, code, file) for number, body in enumerate(bodies, 1)]


def draft() -> Draft:
    paths = {kind: Path(f"07.{kind}") for kind in ("docx", "pdf")}
    return Draft(
        material="07", title="业务发展计划书", code=CODE, engine="test", pages=len(BODIES), page_texts=BODIES, **paths
    )


def issued(_: Path) -> tuple[OwnPage, ...]:
    return tuple(OwnPage(each, ()) for each in scan())


def case(*pages: Page) -> Case:
    documents = read_documents(pages, Inventory(), client(), [Slot(number="07")])
    return Case(client=client(), as_of=date(2026, 12, 15), documents=documents)


def found(*pages: Page) -> SealedScan:
    return scans_of(case(*pages), [draft()], issued)[0]


def places(sealed: SealedScan) -> list[tuple[str, int | None] | None]:
    return [None if each.place is None else (each.place.file, each.place.page) for each in sealed.pages]


def parts(sealed: SealedScan) -> list[tuple[str, int | None, int | None]]:
    return [(each.file, each.first, each.last) for each in sealed.parts]


def test_no_scan_is_nothing() -> None:
    assert scans_of(case(), [draft()], issued) == ()


def test_a_whole_scan_matches_page_for_page() -> None:
    sealed = found(*scan())
    assert parts(sealed) == [("papers/scan.pdf", 1, 5)]
    assert [(each.likeness, each.differences, each.older) for each in sealed.pages] == [(1.0, (), False)] * 5
    assert sealed.surplus == ()


def test_pages_scanned_from_the_back_are_put_in_the_order_of_the_draft() -> None:
    backwards = [page(6 - place, BODIES[5 - place], place=place) for place in range(1, 6)]
    assert parts(found(*backwards)) == [("papers/scan.pdf", place, place) for place in (5, 4, 3, 2, 1)]


def test_a_missing_page_is_missing_and_the_others_keep_their_places() -> None:
    short = [page(number, BODIES[number - 1], place=place) for place, number in enumerate((1, 2, 4, 5), 1)]
    assert places(found(*short)) == [
        ("papers/scan.pdf", 1), ("papers/scan.pdf", 2), None, ("papers/scan.pdf", 3), ("papers/scan.pdf", 4),
    ]  # fmt: skip


def test_a_page_scanned_anew_in_a_file_of_its_own_fills_the_gap() -> None:
    short = [page(number, BODIES[number - 1], place=place) for place, number in enumerate((1, 2, 4, 5), 1)]
    sealed = found(*short, page(3, BODIES[2], file="papers/third.pdf", place=1))
    assert parts(sealed) == [("papers/scan.pdf", 1, 2), ("papers/third.pdf", 1, 1), ("papers/scan.pdf", 3, 4)]


def test_a_foreign_page_in_the_place_of_one_is_compared_with_it() -> None:
    pages = scan()
    pages[2] = page(3, "本页是别家公司的计划完全是另外的文字内容", OLD_CODE)
    sealed = found(*pages)
    assert places(sealed)[2] == ("papers/scan.pdf", 3)
    assert (sealed.pages[2].older, sealed.pages[2].code) == (True, OLD_CODE)
    assert sealed.pages[2].likeness < 0.8


def test_a_page_too_many_is_told() -> None:
    sealed = found(*scan(), page(6, "附加的一页写着终稿里没有的内容"))
    assert [(each.file, each.page) for each in sealed.surplus] == [("papers/scan.pdf", 6)]


def test_of_an_old_and_a_new_scan_the_new_one_counts_and_the_old_one_is_superseded() -> None:
    old = scan([BODIES[0], "公司概况注册资本人民币1000万元主营系统集成", *BODIES[2:]], OLD_CODE, "papers/old.pdf")
    both = case(*old, *scan())
    sealed = scans_of(both, [draft()], issued)
    assert parts(sealed[0]) == [("papers/scan.pdf", 1, 5)]
    after = settled(both, sealed).documents
    assert [(each.parts[0].file, each.status, bool(each.why)) for each in after] == [
        ("papers/old.pdf", "superseded", True),
        ("papers/scan.pdf", "current", False),
    ]


def test_a_lone_old_scan_is_compared_and_every_page_of_it_is_old() -> None:
    sealed = found(*scan(code=OLD_CODE))
    assert [each.older for each in sealed.pages] == [True] * 5


def test_a_code_with_two_characters_misread_is_still_the_drafts() -> None:
    sealed = found(*scan(code="07-E82767C2"))
    assert [(each.older, each.differences) for each in sealed.pages] == [(False, ())] * 5


def test_a_changed_figure_is_told_on_its_page() -> None:
    pages = scan()
    pages[1] = page(2, BODIES[1].replace("1200", "1300"))
    told = [(each.page, each.differences) for each in found(*pages).pages if each.differences]
    assert [(number, [(each.wanted, each.read) for each in differences]) for number, differences in told] == [
        (2, [("1200", "1300")])
    ]
