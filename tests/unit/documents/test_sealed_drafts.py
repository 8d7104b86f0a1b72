"""The program's own drafts that come back: told by the code at their foot, whatever their pages say."""

from __future__ import annotations

import pytest

from pipeline.documents.gathering import read_documents
from pipeline.documents.hints import Slot
from pipeline.model.client import FileEntry
from pipeline.model.document import Document
from pipeline.model.intake import Inventory
from pipeline.model.page import Page
from tests.unit.documents.papers import client
from tests.unit.layout.builders import Drawing

SLOTS = [Slot(number=number) for number in ("07", "08", "1A", "4A", "11")]
COMPANY = "北京虚构云桥智联科技有限公司"


def page(
    code: str, number: int = 1, body: str = "本公司按照下列计划开展业务。", file: str = "papers/scan.pdf"
) -> Page:
    """A page of a draft: company and title in its head, page number and code at its foot."""
    drawing = Drawing(file=file, number=number)
    drawing.write(60, 40, f"{COMPANY} 业务发展计划书", 9)
    drawing.write(60, 120, body)
    if code:
        drawing.write(60, 800, f"— {number} — 文稿编号 {code}", 9)
    return drawing.page()


def read(*pages: Page) -> tuple[Document, ...]:
    return read_documents(pages, Inventory(), client(), SLOTS)


def told(documents: tuple[Document, ...]) -> list[tuple[str, str | None, int]]:
    return [(each.kind, each.material, each.pages) for each in documents]


@pytest.mark.parametrize(
    ("code", "kind", "material"),
    [
        ("07-EB2767C2", "business_plan", "07"),
        ("08-C29A2DDA", "security_measures", "08"),
        ("1A-DD789073", "other", "1A"),
        ("4A-DD55AFD5", "other", "4A"),
    ],
)
def test_a_draft_is_placed_by_the_code_at_its_foot(code: str, kind: str, material: str) -> None:
    document = read(page(code, 1), page(code, 2))[0]
    assert (document.kind, document.material, document.pages) == (kind, material, 2)
    assert {field.name: field.text for field in document.fields} == {"company": COMPANY, "number": code}


def test_a_plan_of_the_client_without_our_code_is_another_paper() -> None:
    assert told(read(page("")))[0][:2] == ("other", None)


def test_a_code_in_running_text_makes_no_draft_of_a_page() -> None:
    assert told(read(page("", body="见文稿编号07-EB2767C2。")))[0][:2] == ("other", None)


def test_a_page_whose_foot_was_cut_off_stays_with_its_draft() -> None:
    assert told(read(page("07-EB2767C2", 1), page("", 2), page("07-EB2767C2", 3))) == [("business_plan", "07", 3)]


def test_a_page_of_another_draft_of_the_same_material_stays_in_its_file() -> None:
    assert told(read(page("07-EB2767C2", 1), page("07-99999999", 2))) == [("business_plan", "07", 2)]


def test_drafts_one_after_another_in_one_scan_are_parted() -> None:
    pages = [page("1A-DD789073", 1), page("1A-DD789073", 2), page("4A-DD55AFD5", 3), page("07-EB2767C2", 4)]
    assert told(read(*pages)) == [("other", "1A", 2), ("other", "4A", 1), ("business_plan", "07", 1)]


def test_words_of_other_papers_on_a_page_do_not_outweigh_the_code() -> None:
    drawing = Drawing(file="papers/scan.pdf")
    drawing.write(220, 80, "目录", 22)
    drawing.write(220, 140, "依法经营电信业务承诺书", 22)
    drawing.write(60, 200, "本公司郑重承诺依法经营电信业务，取得许可证后遵守规定。")
    drawing.write(60, 800, "— 2 — 文稿编号 08-C29A2DDA", 9)
    assert told(read(drawing.page())) == [("security_measures", "08", 1)]


def test_the_day_of_signing_is_the_one_below_the_signature_and_never_that_of_the_cover() -> None:
    cover = Drawing(file="papers/scan.pdf", number=1)
    cover.write(60, 400, "编制日期 2026年12月15日")
    cover.write(60, 700, "文稿编号 07-EB2767C2", 9)
    last = Drawing(file="papers/scan.pdf", number=2)
    last.write(60, 300, "法定代表人（签字）：")
    last.write(60, 330, "日期：2026年12月18日")
    last.write(60, 800, "— 2 — 文稿编号 07-EB2767C2", 9)
    assert [field.text for field in read(cover.page(), last.page())[0].fields if field.name == "signed_on"] == [
        "2026-12-18"
    ]
    assert [field.name for field in read(cover.page())[0].fields if field.name == "signed_on"] == []


def test_photographs_of_a_draft_are_one_paper_in_the_order_of_its_pages() -> None:
    shots = [page("07-EB2767C2", number, file=f"papers/IMG_{9 - number}.pdf") for number in (3, 1, 2)]
    document = read(*(shot.model_copy(update={"number": 1}) for shot in shots))[0]
    assert [part.file for part in document.parts] == ["papers/IMG_8.pdf", "papers/IMG_7.pdf", "papers/IMG_6.pdf"]


def test_photographs_of_two_issues_of_a_draft_are_two_papers() -> None:
    pages = [page("07-EB2767C2", 1, file="papers/a.pdf"), page("07-99999999", 1, file="papers/b.pdf")]
    assert told(read(*pages)) == [("business_plan", "07", 1), ("business_plan", "07", 1)]


def test_a_paper_that_client_yaml_calls_other_is_no_sealed_annex_without_a_code() -> None:
    entry = FileEntry(path="papers/scan.pdf", kind="other", material="09")
    (document,) = read_documents([page("")], Inventory(), client(files=(entry,)), [*SLOTS, Slot(number="09")])
    assert (document.kind, document.material, document.lines) == ("other", "09", ())


def test_a_sealed_annex_that_client_yaml_calls_other_is_still_compared_with_its_draft() -> None:
    entry = FileEntry(path="papers/scan.pdf", kind="other", material="1A")
    (document,) = read_documents([page("1A-DD789073")], Inventory(), client(files=(entry,)), SLOTS)
    assert (document.kind, document.material) == ("other", "1A")
    assert document.lines
