from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from pipeline.drafts.contents import opened
from pipeline.drafts.reading import SPACE
from pipeline.drafts.render import edited_drafts, render
from pipeline.engines.docx_package import all_characters, body_paragraphs, read_parts
from pipeline.engines.docx_pdf import outline
from pipeline.errors import InputError
from pipeline.model.draft import Draft
from tests.unit.drafts.applicant import TEMPLATES, context, profile

CLAIMS = re.compile(r"已(?:经)?(?:建成|具备|通过|建立|部署|配备|取得|制定|完成|落实|上线|备案|测评|签订|投入)")
ANNEXES = profile().model_copy(update={"drafts": tuple(each for each in profile().drafts if each.material == "1A")})


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory, kept_fonts: Path) -> dict[str, Draft]:
    made = render(context(), profile(), TEMPLATES, tmp_path_factory.mktemp("drafts"), kept_fonts)
    return {each.material: each for each in made}


@pytest.fixture(scope="module", autouse=True)
def kept_fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder of built fonts for all tests of this module."""
    KEPT["fonts"] = tmp_path_factory.mktemp("fonts")
    return KEPT["fonts"]


KEPT: dict[str, Path] = {}


def small(tmp_path: Path, changed: dict[str, Any] | None = None, **more: Any) -> Draft:
    """The smallest draft alone."""
    (draft,) = render(context(changed), ANNEXES, TEMPLATES, tmp_path / "out", KEPT["fonts"], **more)
    return draft


def test_a_client_with_all_answers_gets_a_full_plan_and_full_measures(drafts: dict[str, Draft]) -> None:
    assert list(drafts) == ["07", "08", "1A", "4A", "5A", "7A"]
    assert drafts["07"].pages >= 15
    assert drafts["08"].pages >= 12
    assert not [point for draft in drafts.values() for point in draft.open_points]
    assert len([each for each in drafts["07"].sections if each.title.startswith("第")]) == 14
    assert len([each for each in drafts["08"].sections if each.title.startswith("第")]) == 15
    assert min(each.characters for each in drafts["07"].sections if each.title.startswith("第")) > 200


def test_the_drafts_state_the_facts(drafts: dict[str, Draft]) -> None:
    said = {(each.field, each.value) for each in drafts["07"].stated}
    assert said == {
        ("company.capital", "10000000"),
        ("company.code", "91999900MA00000000"),
        ("legal_representative.name", "王样"),
        ("access.bandwidth_total", "1000"),
        ("people.count", "3"),
        ("coverage", "北京市"),
        ("answers.log_retention_months", "12"),
    }


def test_contents_agree_with_the_outline_and_the_pages(drafts: dict[str, Draft]) -> None:
    for material in ("07", "08"):
        draft = drafts[material]
        entries = [each for each in outline(draft.pdf.read_bytes()) if each.level <= 2]
        printed = SPACE.sub("", "".join(draft.page_texts[:4])).replace(".", "")
        for entry in entries:
            title = SPACE.sub("", entry.title)
            assert f"{title.replace('.', '')}{entry.page}" in printed
            assert title in SPACE.sub("", draft.page_texts[entry.page - 1])


def test_every_footer_carries_the_code_and_every_page_but_the_cover_its_number(drafts: dict[str, Draft]) -> None:
    for draft in drafts.values():
        for number, text in enumerate(draft.page_texts, 1):
            assert f"文稿编号{draft.code}" in SPACE.sub("", text)
            if draft.material in {"07", "08"} and number > 1:
                assert f"—{number}—" in SPACE.sub("", text)


def test_b11_is_never_printed_and_the_new_articles_are_cited(drafts: dict[str, Draft]) -> None:
    text = SPACE.sub("", "".join(draft.text for draft in drafts.values()))
    assert "B11" not in text
    assert "B14" in text
    assert "《中华人民共和国网络安全法》第二十三条第（三）项" in text
    assert "《中华人民共和国网络安全法》第二十一条" not in text


@pytest.mark.parametrize("entry", profile().drafts, ids=lambda entry: entry.material)
def test_no_fixed_sentence_claims_something_as_done(entry: Any) -> None:
    parts = read_parts((TEMPLATES / entry.template).read_bytes())
    assert not [words for words in body_paragraphs(parts) if CLAIMS.search(words)]


def test_short_tables_stay_on_one_page(drafts: dict[str, Draft]) -> None:
    for material in ("07", "08"):
        tables = [table for table in opened(drafts[material].docx.read_bytes()).tables if 2 < len(table.rows) <= 9]
        pages = [SPACE.sub("", text) for text in drafts[material].page_texts]
        assert tables
        for table in tables:
            head = SPACE.sub("", "".join(cell.text for cell in table.rows[0].cells))
            last = SPACE.sub("", "".join(cell.text for cell in table.rows[-1].cells))
            assert any(head in page and last in page for page in pages), last


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (small(tmp_path / name) for name in ("a", "b"))
    for one, other in ((first.docx, second.docx), (first.pdf, second.pdf)):
        assert hashlib.sha256(one.read_bytes()).digest() == hashlib.sha256(other.read_bytes()).digest()
    assert first.code == second.code


def test_another_fact_gives_another_code(tmp_path: Path, drafts: dict[str, Draft]) -> None:
    assert small(tmp_path, {"company.capital": "20000000"}).code != drafts["1A"].code


def test_an_open_question_is_printed_marked_and_listed(tmp_path: Path) -> None:
    draft = small(tmp_path, {"answers.employees_total": None, "company.capital": None})
    assert {(each.question, each.text) for each in draft.open_points} == {
        ("employees_total", "【待补：公司现有员工总数是多少】"),
        ("company.capital", "【待补：注册资本】"),
    }
    assert "【待补：公司现有员工总数是多少】人" in SPACE.sub("", draft.text)
    highlighted = [
        run.text for p in opened(draft.docx.read_bytes()).paragraphs for run in p.runs if run.font.highlight_color
    ]
    assert highlighted == ["【待补：公司现有员工总数是多少】"]


def test_a_draft_that_a_person_edited_is_converted_and_never_filled(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("本公司注册资本为人民币999万元，{{ company.name }}，【待补：面积】。")
    document.save(str(tmp_path / "1A_改.docx"))
    draft = small(tmp_path, edited=edited_drafts(tmp_path, profile()))
    assert draft.edited
    assert draft.outdated
    assert "{{ company.name }}" in draft.text
    assert [(each.field, each.value) for each in draft.stated] == [("company.capital", "9990000")]
    assert [each.text for each in draft.open_points] == ["【待补：面积】"]


def test_files_in_the_drafts_folder_that_are_no_drafts_are_all_named(tmp_path: Path) -> None:
    for name in ("07_一.docx", "07_二.docx", "说明.docx", "~$07_一.docx", "070.docx"):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(InputError) as error:
        edited_drafts(tmp_path, profile())
    assert [fault.split("：")[0] for fault in error.value.faults] == [
        "drafts/070.docx",
        "drafts/07_二.docx",
        "drafts/说明.docx",
    ]


def test_an_edited_draft_that_is_damaged_asks_for_another_copy(tmp_path: Path) -> None:
    (tmp_path / "1A.docx").write_bytes(b"PK no zip")
    with pytest.raises(InputError, match=r"drafts/1A\.docx.*另存为"):
        small(tmp_path, edited={"1A": tmp_path / "1A.docx"})


def test_nothing_of_this_machine_is_left_in_the_files(drafts: dict[str, Draft]) -> None:
    for draft in drafts.values():
        properties = opened(draft.docx.read_bytes()).core_properties
        assert (properties.author, properties.last_modified_by) == ("", "")
        assert properties.created == properties.modified
        assert b"/tmp" not in draft.pdf.read_bytes()
        assert all_characters(read_parts(draft.docx.read_bytes()))
