"""A dossier that is wrong in one place: the proof finds it, and finds nothing in one that is right."""

from __future__ import annotations

import base64
import random
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from pipeline.model.bundle import BundlePlan, ProofExpectation
from pipeline.packaging.assembly import assemble
from pipeline.packaging.proof import prove
from tests.unit.packaging.papers import boxes_paper, placed, plan, scanned_paper, text_paper, usual_plan

Fault = Callable[[Pdf], None]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[BundlePlan, Path]:
    """A right dossier with dividers, scans, bookmarks and one page that had to be scaled."""
    folder = tmp_path_factory.mktemp("good")
    bundle = usual_plan(folder)
    full = placed(scanned_paper(folder / "full.pdf", dpi=50, ground=110), title="承诺书")
    more = bundle.materials[5].model_copy(update={"number": "07", "documents": (full,)})
    bundle = bundle.model_copy(update={"materials": (*bundle.materials, more)})
    assemble(bundle, folder / "dossier.pdf")
    return bundle, folder / "dossier.pdf"


def place_of(pdf: Pdf, file: str) -> int:
    """The index of the first page that holds a source."""
    packed = re.search(rb"<dossier:placement>(.*)</dossier:placement>", pdf.Root.Metadata.read_bytes())
    listing = zlib.decompress(base64.b64decode(packed[1])).decode()
    pages = [int(page) for page in re.findall(r'"page":(\d+),"role":"source"[^}]*?papers/' + file, listing)]
    return pages[0] - 1


def stamp(pdf: Pdf, index: int) -> pikepdf.Stream:
    return pdf.pages[index].obj.Contents[-1]


def rewrite(stream: pikepdf.Stream, change: Callable[[bytes], bytes]) -> None:
    before = stream.read_bytes()
    after = change(before)
    assert after != before, "the fault must change something"
    stream.write(after)


def shift_a_number(pdf: Pdf) -> None:
    one, two = stamp(pdf, 8), stamp(pdf, 9)
    text = re.search(rb"<([0-9A-F]+)> Tj ET Q\n$", two.read_bytes())[1]
    rewrite(one, lambda old: re.sub(rb"<[0-9A-F]+> Tj ET Q\n$", b"<" + text + b"> Tj ET Q\n", old))


def move_a_stamp(pdf: Pdf) -> None:
    rewrite(stamp(pdf, 8), lambda old: re.sub(rb"Tf [\d.]+ ", b"Tf 100 ", old))


def take_a_stamp_away(pdf: Pdf) -> None:
    rewrite(stamp(pdf, 8), lambda old: b"Q\n")


def number_the_cover(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents = Array(
        [*list(pdf.pages[0].obj.Contents)[:-1], pdf.make_stream(stamp(pdf, 1).read_bytes())]
    )


def swap_two_pages(pdf: Pdf) -> None:
    index = place_of(pdf, "articles")
    pdf.pages[index], pdf.pages[index + 1] = pdf.pages[index + 1], pdf.pages[index]


def swap_the_contents_of_two_pages(pdf: Pdf) -> None:
    index = place_of(pdf, "articles")
    one, two = pdf.pages[index].obj, pdf.pages[index + 1].obj
    first, second = list(one.Contents), list(two.Contents)
    one.Contents, two.Contents = (
        Array([first[0], *second[1:-1], first[-1]]),
        Array([second[0], *first[1:-1], second[-1]]),
    )


def drop_a_page(pdf: Pdf) -> None:
    del pdf.pages[7]


def double_a_page(pdf: Pdf) -> None:
    pdf.pages.append(pdf.pages[7])


def replace_a_page_by_its_neighbour(pdf: Pdf) -> None:
    index = place_of(pdf, "articles")
    pdf.pages[index] = pdf.pages[index + 1]


def change_a_word_of_a_paper(pdf: Pdf) -> None:
    own = pdf.pages[place_of(pdf, "licence")].obj.Contents[1]
    rewrite(own, lambda old: old.replace(b"quick brown fox signs", b"quick brown dog signs"))


def change_a_scan(pdf: Pdf) -> None:
    drawn = pdf.pages[place_of(pdf, "agreement")].obj.Resources.XObject
    (name,) = list(drawn.keys())
    other = pdf.pages[place_of(pdf, "full")].obj.Resources.XObject
    drawn[name] = other[next(iter(other.keys()))]


def cover_a_value_with_white(pdf: Pdf) -> None:
    rewrite(stamp(pdf, place_of(pdf, "licence")), lambda old: old + b"q 1 g 50 600 300 100 re f Q\n")


def draw_before_a_page(pdf: Pdf) -> None:
    page = pdf.pages[place_of(pdf, "licence")].obj
    page.Contents = Array([pdf.make_stream(b"q\n1 0 0 rg 0 0 200 200 re f\n"), *list(page.Contents)[1:]])


def rotate_a_page(pdf: Pdf) -> None:
    pdf.pages[place_of(pdf, "licence")].obj.Rotate = 90


def hide_a_page_by_cropping(pdf: Pdf) -> None:
    pdf.pages[place_of(pdf, "licence")].obj.CropBox = Array([0, 0, 595, 300])


def shrink_a_scaled_page_further(pdf: Pdf) -> None:
    page = pdf.pages[place_of(pdf, "full")].obj
    start = page.Contents[0]
    rewrite(start, lambda old: re.sub(rb"q\n0?\.96 0 0 0?\.96", b"q\n0.5 0 0 0.5", old))


def print_another_page_in_the_contents(pdf: Pdf) -> None:
    own = pdf.pages[1].obj.Contents[1]
    rewrite(own, lambda old: re.sub(rb"\((\d+)\) Tj", lambda found: b"(%d) Tj" % (int(found[1]) + 1), old, count=1))


def point_a_contents_link_elsewhere(pdf: Pdf) -> None:
    pdf.pages[1].obj.Annots[2].Dest[0] = pdf.pages[3].obj


def remove_a_contents_link(pdf: Pdf) -> None:
    del pdf.pages[1].obj.Annots[2]


def start_the_labels_at_two(pdf: Pdf) -> None:
    pdf.Root.PageLabels.Nums[1].St = 2


def give_the_labels_a_prefix(pdf: Pdf) -> None:
    pdf.Root.PageLabels.Nums[1].P = String("A-")


def remove_the_labels(pdf: Pdf) -> None:
    del pdf.Root.PageLabels


def point_a_bookmark_elsewhere(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Next.Next.Dest[0] = pdf.pages[9].obj


def rename_a_bookmark(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Next.Next.Title = String("99 其他")


def cut_the_bookmarks_short(pdf: Pdf) -> None:
    del pdf.Root.Outlines.First.Next.Next.Next["/Next"]


def take_the_font_out(pdf: Pdf) -> None:
    del pdf.pages[1].obj.Resources.Font["/DossierStamp"].FontDescriptor["/FontFile2"]


def run_a_script_on_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def run_a_script_on_a_page(pdf: Pdf) -> None:
    pdf.pages[5].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def launch_from_a_link(pdf: Pdf) -> None:
    pdf.pages[1].obj.Annots[0].A = Dictionary(S=Name.Launch, F=String("x.exe"))


def add_an_outside_link(pdf: Pdf) -> None:
    page = pdf.pages[place_of(pdf, "licence")].obj
    page.Annots = Array(
        [
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([1, 1, 9, 9]),
                A=Dictionary(S=Name.URI, URI=String("http://example.com")),
            )
        ]
    )


def act_from_a_bookmark(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.A = Dictionary(S=Name.URI, URI=String("http://example.com"))


def embed_a_file(pdf: Pdf) -> None:
    pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, b"text", filename="a.txt")


def add_a_form(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array())


def forget_the_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def change_the_title(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = String("别的公司的材料")


def bloat_the_file(pdf: Pdf) -> None:
    pdf.Root.Metadata.Padding = pdf.make_stream(random.Random(1).randbytes(12_000_000))


def change_the_list(pdf: Pdf) -> None:
    def changed(found: re.Match[bytes]) -> bytes:
        listing = zlib.decompress(base64.b64decode(found[1])).replace(b'"first":3,', b'"first":4,', 1)
        return base64.b64encode(zlib.compress(listing))

    rewrite(pdf.Root.Metadata, lambda old: re.sub(rb"(?<=<dossier:placement>)([^<]+)", changed, old))


FAULTS: tuple[tuple[Fault, str], ...] = (
    (shift_a_number, "numbers"),
    (move_a_stamp, "numbers"),
    (take_a_stamp_away, "additions"),
    (number_the_cover, "additions"),
    (swap_two_pages, "originals"),
    (swap_the_contents_of_two_pages, "originals"),
    (drop_a_page, "pages"),
    (double_a_page, "pages"),
    (replace_a_page_by_its_neighbour, "originals"),
    (change_a_word_of_a_paper, "originals"),
    (change_a_scan, "originals"),
    (cover_a_value_with_white, "additions"),
    (draw_before_a_page, "additions"),
    (rotate_a_page, "numbers"),
    (hide_a_page_by_cropping, "numbers"),
    (shrink_a_scaled_page_further, "rewritten"),
    (print_another_page_in_the_contents, "contents"),
    (point_a_contents_link_elsewhere, "links"),
    (remove_a_contents_link, "links"),
    (start_the_labels_at_two, "labels"),
    (give_the_labels_a_prefix, "labels"),
    (remove_the_labels, "labels"),
    (point_a_bookmark_elsewhere, "bookmarks"),
    (rename_a_bookmark, "bookmarks"),
    (cut_the_bookmarks_short, "bookmarks"),
    (take_the_font_out, "fonts"),
    (run_a_script_on_opening, "active_content"),
    (run_a_script_on_a_page, "active_content"),
    (launch_from_a_link, "active_content"),
    (add_an_outside_link, "active_content"),
    (act_from_a_bookmark, "active_content"),
    (embed_a_file, "active_content"),
    (add_a_form, "active_content"),
    (forget_the_language, "metadata"),
    (change_the_title, "metadata"),
    (bloat_the_file, "size"),
    (change_the_list, "sequence"),
)


@pytest.mark.parametrize(("fault", "check"), FAULTS, ids=[fault.__name__ for fault, _ in FAULTS])
def test_the_proof_catches(good: tuple[BundlePlan, Path], tmp_path: Path, fault: Fault, check: str) -> None:
    _, target = good
    with pikepdf.open(target) as pdf:
        fault(pdf)
        pdf.save(
            tmp_path / "wrong.pdf", stream_decode_level=pikepdf.StreamDecodeLevel.none, fix_metadata_version=False
        )
    report = prove(tmp_path / "wrong.pdf")
    assert not report.ok
    assert check in {found.name for found in report.faults}
    assert all(found.detail for found in report.faults)


def test_the_proof_is_satisfied_by_a_file_that_was_merely_saved_again(
    good: tuple[BundlePlan, Path], tmp_path: Path
) -> None:
    _, target = good
    with pikepdf.open(target) as pdf:
        pdf.save(
            tmp_path / "again.pdf", stream_decode_level=pikepdf.StreamDecodeLevel.none, fix_metadata_version=False
        )
    assert prove(tmp_path / "again.pdf").faults == ()


def test_a_page_that_the_plan_has_and_the_file_has_not_is_found(good: tuple[BundlePlan, Path]) -> None:
    bundle, target = good
    expected = ProofExpectation.of(bundle)
    first = expected.parts[2]
    longer = first.model_copy(update={"first": 1, "last": first.last - 1})
    changed = expected.model_copy(update={"parts": (*expected.parts[:2], longer, *expected.parts[3:])})
    assert "plan" in {found.name for found in prove(target, changed).faults}


def test_a_page_that_is_not_the_source_s_page_is_found_though_the_list_agrees(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "paper.pdf", 3)
    bundle = plan([(placed(paper, 1, 3),)])
    assemble(bundle, tmp_path / "dossier.pdf")
    text_paper(tmp_path / "other.pdf", 3)
    other = (tmp_path / "other.pdf").read_bytes()
    paper.write_bytes(other)
    assert "origins" in {found.name for found in prove(tmp_path / "dossier.pdf", ProofExpectation.of(bundle)).faults}


def test_without_the_list_only_structure_is_proven_and_the_report_says_so(
    good: tuple[BundlePlan, Path], tmp_path: Path
) -> None:
    bundle, target = good
    with pikepdf.open(target) as pdf:
        del pdf.Root.Metadata
        pdf.save(tmp_path / "bare.pdf")
    alone, planned = prove(tmp_path / "bare.pdf"), prove(tmp_path / "bare.pdf", ProofExpectation.of(bundle))
    assert (alone.ok, alone.basis) == (True, "structure")
    assert any("只核对了结构" in check.detail for check in alone.checks)
    assert not planned.ok


def test_without_the_list_a_shifted_number_is_still_found(good: tuple[BundlePlan, Path], tmp_path: Path) -> None:
    _, target = good
    with pikepdf.open(target) as pdf:
        shift_a_number(pdf)
        del pdf.Root.Metadata
        pdf.save(tmp_path / "bare.pdf")
    assert [found.name for found in prove(tmp_path / "bare.pdf").faults] == ["numbers"]


@pytest.mark.parametrize("kept", [0, 1, 500, 20_000])
def test_a_cut_off_file_fails_without_a_crash(good: tuple[BundlePlan, Path], tmp_path: Path, kept: int) -> None:
    _, target = good
    (tmp_path / "cut.pdf").write_bytes(target.read_bytes()[:kept])
    assert not prove(tmp_path / "cut.pdf").ok


def dozen(folder: Path) -> dict[str, BundlePlan]:
    """A dozen right dossiers of different makes."""
    digital, long = text_paper(folder / "digital.pdf", 3), text_paper(folder / "long.pdf", 40, bookmark=True)
    wide, scan = text_paper(folder / "wide.pdf", 2, size=(1190, 841)), scanned_paper(folder / "scan.pdf", dpi=60)
    dark = scanned_paper(folder / "dark.pdf", dpi=50, ground=90)
    tiny, full = (
        boxes_paper(folder / "tiny.pdf", [(4, 4, 20, 9)], (60, 30)),
        boxes_paper(folder / "full.pdf", [(0, 0, 596, 842)]),
    )
    one = placed(digital, 1, 3, "合同")
    return {
        "one page": plan([(placed(digital),)]),
        "draft with gaps": plan([(one,), (), (placed(scan),)], final=False),
        "draft of nothing": plan([(), ()], final=False),
        "no dividers": plan([(one,), (placed(scan),)], dividers=False),
        "long": plan([(placed(long, 1, 40),)]),
        "middle pages": plan([(placed(long, 11, 13), placed(long, 2, 2))]),
        "the same twice": plan([(one,), (one,)]),
        "dark photograph": plan([(placed(dark),)]),
        "dark photograph in a draft": plan([(placed(dark), placed(scan)), ()], final=False),
        "tiny and wide": plan([(placed(tiny), placed(wide, 1, 2))]),
        "black to the edges": plan([(placed(full),)]),
        "sealed": plan([(one,)], sealing="complete"),
        "odd words": plan(
            [
                (
                    placed(digital, title="《“A&B <Ltd>” 协议》\t第1/2页 (草稿)"),
                    placed(digital, title="第 3 页 / 共 9 页"),
                )
            ]
        ),
        "odd words in a draft": plan(
            [(placed(digital, title="工作草稿"), placed(digital, title="草稿")), ()], final=False
        ),
    }


def test_the_proof_raises_no_false_alarm_on_a_dozen_right_dossiers(tmp_path: Path) -> None:
    alarms = {}
    for name, bundle in dozen(tmp_path).items():
        assemble(bundle, tmp_path / "dossier.pdf")
        reports = prove(tmp_path / "dossier.pdf"), prove(tmp_path / "dossier.pdf", ProofExpectation.of(bundle))
        alarms[name] = [fault for report in reports for fault in report.faults]
    assert alarms == {name: [] for name in alarms}
