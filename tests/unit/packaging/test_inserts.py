"""Numbers that were handed in stay; what comes late becomes an insert, what is gone leaves its number."""

from __future__ import annotations

import base64
import re
import zlib
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.bundle import Assembled, Binding, BundlePlan, PlacedDocument, PlacementList, ProofExpectation
from pipeline.packaging.binding import bind
from pipeline.packaging.numbers import Number, between, filled, parsed, printed
from pipeline.packaging.proof.report import prove, travelling
from tests.unit.packaging.papers import placed, plan, text_paper

Papers = list[tuple[PlacedDocument, ...]]


def papers(folder: Path) -> Papers:
    """Three materials: one page, two papers of two pages, three pages; numbers 1–2, 3–4, 5–9, 10–13 with dividers."""
    paths = [text_paper(folder / f"{name}.pdf", pages) for name, pages in (("a", 1), ("b", 2), ("c", 2), ("d", 3))]
    a, b, c, d = (placed(path, 1, pages) for path, pages in zip(paths, (1, 2, 2, 3), strict=True))
    return [(a,), (b, c), (d,)]


def handed_in(folder: Path, bundle: BundlePlan) -> tuple[PlacementList, ...]:
    folder.mkdir(exist_ok=True)
    files = bind(bundle, folder)
    found = [travelling(folder / each.pdf.name) for each in files]
    return tuple(each for each in found if each is not None)


def again(
    folder: Path, materials: Papers, earlier: tuple[PlacementList, ...], **binding: int
) -> tuple[Assembled, ...]:
    bundle = plan(materials).model_copy(update={"earlier": earlier, "binding": Binding(**binding)})
    files = bind(bundle, folder)
    counts = [sum(page.role == "source" for page in each.listing.placements) for each in files]
    shares = ProofExpectation.of(bundle).shared(counts)
    for file, share in zip(files, shares, strict=True):
        assert prove(folder / file.pdf.name, share).faults == ()
    return files


def numbers(file: Assembled) -> list[str]:
    return [each.printed for each in file.listing.placements]


def text_of(pdf: Path, page: int) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page - 1].get_textpage().get_text_bounded()
    finally:
        document.close()


def test_an_unchanged_dossier_keeps_every_number(tmp_path: Path) -> None:
    before = handed_in(tmp_path / "before", plan(papers(tmp_path)))
    (file,) = again(tmp_path, papers(tmp_path), before)
    assert numbers(file) == [str(number) for number in range(1, 14)]
    assert file.listing.renumbering.model_dump() == {"inserted": (), "replaced": (), "vacant": ()}


def test_late_pages_become_inserts_and_everything_behind_them_keeps_its_number(tmp_path: Path) -> None:
    materials = papers(tmp_path)
    before = handed_in(tmp_path / "before", plan(materials))
    late = placed(text_paper(tmp_path / "late.pdf", 2), 1, 2, "补充协议")
    materials[1] = (materials[1][0], late, materials[1][1])
    (file,) = again(tmp_path, materials, before)
    assert numbers(file) == [*map(str, range(1, 8)), "7-1", "7-2", *map(str, range(8, 14))]
    assert file.listing.renumbering.inserted == ("7-1", "7-2")
    target = tmp_path / "dossier.pdf"
    for place, number in enumerate(numbers(file), 1):
        assert place == 1 or f"第 {number} 页 / 共 13 页" in text_of(target, place)
    assert pypdf.PdfReader(target).page_labels == numbers(file)
    contents = "".join(text_of(target, 2).split())
    assert "补充协议7-1至7-2" in contents
    assert "插页2页：7-1、7-2" in "".join(text_of(target, 1).split())


def test_pages_added_inside_the_same_file_are_found_by_what_they_draw(tmp_path: Path) -> None:
    materials = papers(tmp_path)
    before = handed_in(tmp_path / "before", plan(materials))
    grown = tmp_path / "d2.pdf"
    with pikepdf.open(tmp_path / "d.pdf") as pdf, pikepdf.open(text_paper(tmp_path / "more.pdf", 2)) as more:
        pdf.pages.insert(2, more.pages[0])
        pdf.pages.append(more.pages[1])
        pdf.save(grown)
    materials[2] = (placed(grown, 1, 5, "d"),)
    (file,) = again(tmp_path, materials, before)
    assert numbers(file)[-6:] == ["10", "11", "12", "12-1", "13", "13-1"]


def test_a_page_that_takes_the_place_of_another_takes_its_number_and_is_told(tmp_path: Path) -> None:
    materials = papers(tmp_path)
    before = handed_in(tmp_path / "before", plan(materials))
    materials[1] = (placed(text_paper(tmp_path / "new.pdf", 3), 1, 3, "b"), materials[1][1])
    (file,) = again(tmp_path, materials, before)
    assert numbers(file)[4:10] == ["5", "6", "7", "7-1", "8", "9"]
    assert file.listing.renumbering.model_dump() == {"inserted": ("7-1",), "replaced": ("6", "7"), "vacant": ()}


def test_numbers_of_pages_that_are_gone_stay_free(tmp_path: Path) -> None:
    materials = papers(tmp_path)
    before = handed_in(tmp_path / "before", plan(materials))
    materials[1] = materials[1][1:]
    (file,) = again(tmp_path, materials, before)
    assert numbers(file) == ["1", "2", "3", "4", "5", "8", "9", "10", "11", "12", "13"]
    assert file.listing.renumbering.vacant == ("6", "7")
    assert "撤页2页：6、7" in "".join(text_of(tmp_path / "dossier.pdf", 1).split())


def test_a_second_round_keeps_the_inserts_of_the_first(tmp_path: Path) -> None:
    materials = papers(tmp_path)
    first = handed_in(tmp_path / "first", plan(materials))
    one = placed(text_paper(tmp_path / "one.pdf", 2), 1, 2)
    materials[1] = (materials[1][0], one, materials[1][1])
    second = handed_in(tmp_path / "second", plan(materials).model_copy(update={"earlier": first}))
    two = placed(text_paper(tmp_path / "two.pdf"))
    three = placed(text_paper(tmp_path / "three.pdf"))
    materials[1] = (materials[1][0], two, one, three, materials[1][2])
    (file,) = again(tmp_path, materials, second)
    assert numbers(file)[5:12] == ["6", "7", "7-0-1", "7-1", "7-2", "7-3", "8"]


def test_the_printing_edition_keeps_them_too(tmp_path: Path) -> None:
    materials = papers(tmp_path)
    before = handed_in(tmp_path / "before", plan(materials))
    materials[0] = (*materials[0], placed(text_paper(tmp_path / "late.pdf")))
    bundle = plan(materials).model_copy(update={"earlier": before, "binding": Binding(duplex=True)})
    dossier, printing = bind(bundle, tmp_path)
    assert [each for each in numbers(printing) if each != "空白"] == numbers(dossier)
    assert prove(tmp_path / "dossier.print.pdf", ProofExpectation.of(bundle)).faults == ()


def test_volumes_that_were_handed_in_begin_where_they_began(tmp_path: Path) -> None:
    materials = papers(tmp_path)
    bundle = plan(materials).model_copy(update={"binding": Binding(max_pages=9)})
    before = handed_in(tmp_path / "before", bundle)
    assert [each.pages for each in before] == [9, 6]
    materials[0] = (*materials[0], placed(text_paper(tmp_path / "late.pdf", 3), 1, 3))
    one, two = again(tmp_path, materials, before, max_pages=9)
    assert numbers(one) == ["1", "2", "3", "4", "4-1", "4-2", "4-3", *map(str, range(5, 10))]
    assert numbers(two) == [str(number) for number in range(10, 16)]
    assert one.told == ("第 1 册 12 页，超过单册上限 9 页：沿用已报送的编号，不另行分册",)


def test_a_late_paper_at_the_front_of_the_second_volume_goes_into_that_volume(tmp_path: Path) -> None:
    materials = papers(tmp_path)
    bundle = plan(materials).model_copy(update={"binding": Binding(max_pages=9)})
    before = handed_in(tmp_path / "before", bundle)
    materials[2] = (placed(text_paper(tmp_path / "late.pdf")), *materials[2])
    one, two = again(tmp_path, materials, before)
    assert numbers(one) == [str(number) for number in range(1, 10)]
    assert numbers(two) == ["10", "11", "12", "12-1", "13", "14", "15"]


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.replace('"inserted":["7-1"]', '"inserted":[]'),
        lambda told: told.replace('"number":"7-1"', '"number":"7-2"'),
        lambda told: told.replace('"total":13', '"total":14'),
    ],
)
def test_a_list_that_tells_the_changes_wrongly_is_found(tmp_path: Path, change) -> None:
    materials = papers(tmp_path)
    before = handed_in(tmp_path / "before", plan(materials))
    materials[1] = (materials[1][0], placed(text_paper(tmp_path / "late.pdf")), materials[1][1])
    again(tmp_path, materials, before)
    target = tmp_path / "dossier.pdf"
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        packed = re.search(r"(?<=<dossier:placement>)[^<]+", packet)[0]
        told = zlib.decompress(base64.b64decode(packed)).decode()
        assert change(told) != told
        altered = base64.b64encode(zlib.compress(change(told).encode())).decode()
        pdf.Root.Metadata.write(packet.replace(packed, altered).encode())
        pdf.save(target, fix_metadata_version=False)
    bundle = plan(materials).model_copy(update={"earlier": before})
    assert not prove(target, ProofExpectation.of(bundle)).ok


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("88", "89", "88-1"),
        ("88", None, "88-1"),
        ("88-1", "89", "88-2"),
        ("88-1", "88-2", "88-1-1"),
        ("88-1-1", "88-2", "88-1-2"),
        ("88", "88-1", "88-0-1"),
        ("88", "88-0-1", "88-0-0-1"),
        ("88-9", "89", "88-10"),
    ],
)
def test_an_insert_takes_the_first_free_number(before: str, after: str | None, expected: str) -> None:
    assert printed(between(parsed(before), parsed(after) if after is not None else None)) == expected


@given(
    st.lists(st.tuples(st.integers(1, 99)) | st.tuples(st.integers(1, 99), st.integers(1, 9)), unique=True), st.data()
)
def test_numbers_always_rise_and_kept_ones_stay(old: list[Number], data: st.DataObject) -> None:
    kept: list[Number | None] = [(1,)]
    for number in sorted({each for each in old if each > (1,)}):
        kept += [None] * data.draw(st.integers(0, 3))
        kept.append(number)
    kept += [None] * data.draw(st.integers(0, 3))
    found = list(filled(kept))
    assert found == sorted(set(found))
    assert all(was in {None, is_now} for was, is_now in zip(kept, found, strict=True))
