"""A dossier in several volumes and its printing edition: what stands where, what is printed, what is proven."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest

from pipeline.model.bundle import Assembled, Binding, BundlePlan, ProofExpectation
from pipeline.packaging.assembly import assemble
from pipeline.packaging.binding import bind
from pipeline.packaging.proof.report import prove, prove_together, travelling
from tests.unit.packaging.papers import placed, plan, scanned_paper, text_paper, usual_plan


def limited(bundle: BundlePlan, pages: int = 0, megabytes: float = 0.0, *, duplex: bool = False) -> BundlePlan:
    return bundle.model_copy(update={"binding": Binding(max_pages=pages, max_mb=megabytes, duplex=duplex)})


def text_of(pdf: Path, page: int) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page - 1].get_textpage().get_text_bounded()
    finally:
        document.close()


def names(files: tuple[Assembled, ...]) -> list[str]:
    return [each.pdf.name for each in files]


def sources(files: tuple[Assembled, ...]) -> list[tuple[str, str, int | None]]:
    return [
        (each.material, each.file, each.source_page)
        for file in files
        for each in file.listing.placements
        if each.role == "source"
    ]


def all_proven(folder: Path, files: tuple[Assembled, ...], bundle: BundlePlan) -> bool:
    placed_pages = [sum(page.role == "source" for page in each.listing.placements) for each in files]
    shares = ProofExpectation.of(bundle).shared(placed_pages)
    reports = [prove(folder / file.pdf.name, share) for file, share in zip(files, shares, strict=True)]
    together = prove_together(tuple(folder / each.pdf.name for each in files))
    assert [report.faults for report in reports] == [()] * len(files)
    assert together.detail == ""
    return together.ok


def test_without_limits_there_is_one_file_and_it_is_the_same_to_the_byte(tmp_path: Path) -> None:
    bundle = usual_plan(tmp_path)
    assemble(bundle, tmp_path / "alone.pdf")
    files = bind(bundle, tmp_path)
    assert names(files) == ["dossier.pdf"]
    assert (tmp_path / "dossier.pdf").read_bytes() == (tmp_path / "alone.pdf").read_bytes()


def test_limits_that_are_not_reached_leave_one_file(tmp_path: Path) -> None:
    assert names(bind(limited(usual_plan(tmp_path), 24, 50), tmp_path)) == ["dossier.pdf"]


def test_volumes_hold_every_page_in_order_within_the_limit(tmp_path: Path) -> None:
    bundle = usual_plan(tmp_path)
    (whole,) = bind(bundle, tmp_path)
    files = bind(limited(bundle, 12), tmp_path)
    assert names(files) == ["dossier-1.pdf", "dossier-2.pdf", "dossier-3.pdf"]
    assert all(each.pdf.pages <= 12 for each in files)
    assert sources(files) == sources((whole,))
    assert all_proven(tmp_path, files, bundle)


def test_numbers_run_through_all_volumes_and_their_covers(tmp_path: Path) -> None:
    files = bind(limited(usual_plan(tmp_path), 12), tmp_path)
    total = sum(each.pdf.pages for each in files)
    number = 0
    for file in files:
        labels = pypdf.PdfReader(tmp_path / file.pdf.name).page_labels
        for page in range(1, file.pdf.pages + 1):
            number += 1
            assert labels[page - 1] == str(number)
            stamped = f"第 {number} 页 / 共 {total} 页" in text_of(tmp_path / file.pdf.name, page)
            assert stamped == (page > 1)


def test_every_volume_says_which_it_is_and_bears_the_whole_contents(tmp_path: Path) -> None:
    files = bind(limited(usual_plan(tmp_path), 12), tmp_path)
    for place, file in enumerate(files, 1):
        assert f"第{place}册共3册" in "".join(text_of(tmp_path / file.pdf.name, 1).split())
        contents = "".join(text_of(tmp_path / file.pdf.name, 2).split())
        for said in ("第1册1–7", "第2册8–19", "第3册20–28", "公司章程（2026年修订）11–15", "机房租赁合同26–28"):
            assert said in contents.replace("-", "–")
        assert file.listing.title.endswith(f"（第{place}册，共3册）")
        links = len(pypdf.PdfReader(tmp_path / file.pdf.name).pages[1]["/Annots"])
        assert links == sum(row.first > 0 for row in file.listing.rows)


def test_a_material_that_goes_on_in_the_next_volume_says_so(tmp_path: Path) -> None:
    papers = tuple(placed(text_paper(tmp_path / f"{number}.pdf", 3), 1, 3) for number in range(4))
    bundle = limited(plan([papers]), 9)
    files = bind(bundle, tmp_path)
    assert [[row.title for row in file.listing.rows if row.level == 0] for file in files] == [
        ["公司营业执照副本", "公司营业执照副本（续）"]
    ] * 2
    assert "公司营业执照副本（续）" in text_of(tmp_path / "dossier-2.pdf", 3)
    assert all_proven(tmp_path, files, bundle)


def test_a_paper_longer_than_a_volume_stays_whole_and_is_told(tmp_path: Path) -> None:
    short, long = text_paper(tmp_path / "short.pdf"), text_paper(tmp_path / "long.pdf", 30)
    bundle = limited(plan([(placed(short),), (placed(long, 1, 30, "机房租赁合同"),), (placed(short),)]), 20)
    files = bind(bundle, tmp_path)
    assert [each.pdf.pages for each in files] == [4, 33, 4]
    assert [each.told for each in files] == [
        (),
        ("第 2 册 33 页，超过单册上限 20 页：“机房租赁合同”一份文件不能拆开",),
        (),
    ]
    assert all_proven(tmp_path, files, bundle)


@pytest.mark.parametrize("pages", [1, 2, 3, 4])
def test_a_limit_that_nothing_can_keep_gives_every_paper_a_volume(tmp_path: Path, pages: int) -> None:
    paper = text_paper(tmp_path / "paper.pdf", 2)
    bundle = limited(plan([(placed(paper, 1, 2),), (placed(paper, 1, 2),)]), pages)
    files = bind(bundle, tmp_path)
    assert len(files) == 2
    assert all(each.told for each in files)
    assert all_proven(tmp_path, files, bundle)


def test_volumes_keep_to_a_size(tmp_path: Path) -> None:
    papers = [(placed(scanned_paper(tmp_path / f"{number}.pdf", dpi=150, seed=number)),) for number in range(6)]
    one = (tmp_path / "0.pdf").stat().st_size / 1e6
    bundle = limited(plan(papers), megabytes=2.5 * one + 0.3)
    files = bind(bundle, tmp_path)
    assert len(files) == 3
    assert all(each.pdf.size <= bundle.binding.max_mb * 1e6 for each in files)
    assert [each.told for each in files] == [()] * 3
    assert all_proven(tmp_path, files, bundle)


def test_a_paper_larger_than_a_volume_is_told(tmp_path: Path) -> None:
    bundle = limited(plan([(placed(scanned_paper(tmp_path / "scan.pdf", dpi=150)),)]), megabytes=0.5)
    (file,) = bind(bundle, tmp_path)
    assert re.fullmatch(r"第 1 册 [\d.]+ MB，超过单册上限 0\.5 MB：“scan”一份文件不能拆开", file.told[0])


def test_contents_of_several_pages_are_reckoned_into_every_volume(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "paper.pdf")
    papers = tuple(placed(paper, title=f"第 {number} 份文件") for number in range(120))
    bundle = limited(plan([papers]), 40)
    files = bind(bundle, tmp_path)
    assert all(each.pdf.pages <= 40 for each in files)
    assert {max(row.page for row in each.listing.rows) for each in files} == {6}
    assert all_proven(tmp_path, files, bundle)


def test_the_printing_edition_prints_the_same_numbers_and_begins_materials_on_right_hand_pages(
    tmp_path: Path,
) -> None:
    bundle = limited(usual_plan(tmp_path), duplex=True)
    dossier, printing = bind(bundle, tmp_path)
    assert names((dossier, printing)) == ["dossier.pdf", "dossier.print.pdf"]
    assert sources((printing,)) == sources((dossier,))
    stamped = [each for each in printing.listing.placements if each.role != "blank"]
    assert [each.printed for each in stamped] == [each.printed for each in dossier.listing.placements]
    for row in printing.listing.rows:
        assert row.level > 0 or row.first % 2 == 1
    for each in stamped[1:]:
        assert f"第 {each.printed} 页 / 共 {dossier.pdf.pages} 页" in text_of(
            tmp_path / "dossier.print.pdf", each.page
        )
    assert prove(tmp_path / "dossier.print.pdf", ProofExpectation.of(bundle)).faults == ()


def test_a_blank_says_that_it_is_one_and_bears_no_number(tmp_path: Path) -> None:
    _, printing = bind(limited(usual_plan(tmp_path), duplex=True), tmp_path)
    blanks = [each.page for each in printing.listing.placements if each.role == "blank"]
    labels = pypdf.PdfReader(tmp_path / "dossier.print.pdf").page_labels
    assert blanks[0] == 2
    for page in blanks:
        assert page % 2 == 0
        assert labels[page - 1] == "空白"
        assert "".join(text_of(tmp_path / "dossier.print.pdf", page).split()) == "（本页空白，不编页码）"


def test_every_volume_has_its_printing_edition(tmp_path: Path) -> None:
    files = bind(limited(usual_plan(tmp_path), 12, duplex=True), tmp_path)
    assert names(files)[3:] == ["dossier-1.print.pdf", "dossier-2.print.pdf", "dossier-3.print.pdf"]
    assert all(prove(tmp_path / each.pdf.name).ok for each in files)


def test_a_volume_taken_for_another_is_found(tmp_path: Path) -> None:
    files = bind(limited(usual_plan(tmp_path), 12), tmp_path)
    one, two, three = (tmp_path / each.pdf.name for each in files)
    assert prove_together((one, two, three)).ok
    assert not prove_together((one, three, two)).ok
    assert not prove_together((one, two)).ok
    assert not prove_together((one, one, two)).ok


def test_a_volume_of_another_dossier_is_found(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    bind(limited(usual_plan(tmp_path), 12), tmp_path)
    bundle = usual_plan(other)
    bind(limited(bundle.model_copy(update={"materials": bundle.materials[:-1]}), 12), other)
    found = prove_together((tmp_path / "dossier-1.pdf", other / "dossier-2.pdf", tmp_path / "dossier-3.pdf"))
    assert not found.ok


def test_a_number_or_label_altered_in_a_volume_is_found(tmp_path: Path) -> None:
    bind(limited(usual_plan(tmp_path), 12), tmp_path)
    with pikepdf.open(tmp_path / "dossier-2.pdf", allow_overwriting_input=True) as pdf:
        pdf.Root.PageLabels.Nums[1].St = 1
        pdf.save(tmp_path / "dossier-2.pdf", fix_metadata_version=False)
    assert {each.name for each in prove(tmp_path / "dossier-2.pdf").faults} == {"labels"}
    assert travelling(tmp_path / "dossier-2.pdf") is None


def test_a_blank_between_the_pages_of_a_material_is_found(tmp_path: Path) -> None:
    bind(limited(usual_plan(tmp_path), duplex=True), tmp_path)
    target = tmp_path / "dossier.print.pdf"
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        pdf.pages[1], pdf.pages[4] = pdf.pages[4], pdf.pages[1]
        pdf.save(target, fix_metadata_version=False)
    assert not prove(target).ok
