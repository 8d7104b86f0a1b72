"""The assembled dossier: what it holds, how it is numbered, where its stamps stand."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from pydantic import ValidationError

from pipeline.model.bundle import Assembled, BundlePlan, Placement, ProofExpectation
from pipeline.packaging.assembly import assemble
from pipeline.packaging.proof import prove
from pipeline.packaging.sources import UnplaceableError
from tests.strangers.raw import objects, written
from tests.unit.packaging.papers import A4, boxes_paper, placed, plan, scanned_paper, text_paper, usual_plan


def built(bundle: BundlePlan, folder: Path) -> tuple[Assembled, Path]:
    """The dossier of a plan, and that it is proven."""
    target = folder / "dossier.pdf"
    assembled = assemble(bundle, target)
    report = prove(target, ProofExpectation.of(bundle))
    assert report.faults == ()
    return assembled, target


def text_of(pdf: Path, page: int) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page - 1].get_textpage().get_text_bounded()
    finally:
        document.close()


def only_source(assembled: Assembled) -> Placement:
    (found,) = (each for each in assembled.listing.placements if each.role == "source")
    return found


def is_blank(pdf: Path, placement: Placement) -> bool:
    """Whether nothing but the stamp's own page is dark in the stamp's box of the unstamped source."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[placement.source_page - 1]
        grey = page.render(scale=2, grayscale=True).to_numpy()
        box = placement.stamp
        return bool(
            (grey[int(box.top * 2) : int(box.bottom * 2) + 1, int(box.x0 * 2) : int(box.x1 * 2) + 1] > 200).all()
        )
    finally:
        document.close()


def test_a_final_dossier_is_proven_against_its_plan_and_from_the_file_alone(tmp_path: Path) -> None:
    _, target = built(usual_plan(tmp_path), tmp_path)
    report = prove(target)
    assert (report.ok, report.basis) == (True, "file")


def test_a_draft_dossier_marks_every_page_and_holds_a_place_for_what_is_missing(tmp_path: Path) -> None:
    assembled, target = built(usual_plan(tmp_path, final=False), tmp_path)
    assert all("草稿" in text_of(target, page) for page in range(1, assembled.pdf.pages + 1))
    (place,) = (each.page for each in assembled.listing.placements if each.role == "placeholder")
    assert "缺：第04项 股东证明材料" in text_of(target, place)
    assert "尚缺本项材料" in text_of(target, place)


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    bundle = usual_plan(tmp_path)
    assemble(bundle, tmp_path / "one.pdf")
    assemble(bundle, tmp_path / "two.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_cover_says_who_applies_for_what_and_is_not_numbered(tmp_path: Path) -> None:
    _, target = built(usual_plan(tmp_path), tmp_path)
    text = text_of(target, 1)
    for said in (
        "云桥（北京）网络科技有限公司",
        "91999999MA00000000",
        "2026年12月15日",
        "待盖章稿，不得上传",
        "4A 股权结构图",
        "虚构数据",
    ):
        assert said in text
    assert "第 1 页" not in text


def test_every_other_page_prints_its_number_and_its_material(tmp_path: Path) -> None:
    assembled, target = built(usual_plan(tmp_path), tmp_path)
    pages = assembled.pdf.pages
    for each in assembled.listing.placements[1:]:
        text = text_of(target, each.page)
        assert f"第 {each.page} 页 / 共 {pages} 页" in text
        assert not each.material or f"材料{each.material}" in text


def test_the_contents_mark_signed_papers_and_their_rows_say_where_papers_begin(tmp_path: Path) -> None:
    assembled, target = built(usual_plan(tmp_path), tmp_path)
    assert "电子签章以原件为准" in text_of(target, 2)
    for row in assembled.listing.rows:
        assert assembled.listing.placements[row.first - 1].material in {
            row.number,
            *(r.number for r in assembled.listing.rows),
        }
    shareholders = [row for row in assembled.listing.rows if row.title in {"股东身份证", "企业股东章程"}]
    assert [row.last - row.first + 1 for row in shareholders] == [1, 2]


def test_a_long_contents_runs_over_several_pages_and_long_titles_wrap(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "paper.pdf")
    title = "关于在北京市海淀区设立互联网接入服务节点机房并由产权单位出具同意转租证明的补充协议第"
    documents = tuple(placed(paper, title=f"{title}{number}号 ABC-2026-{number:04}") for number in range(90))
    assembled, _ = built(plan([documents]), tmp_path)
    assert len({row.page for row in assembled.listing.rows}) >= 4
    assert any(row.box.height > 20 for row in assembled.listing.rows if row.level == 1)


def test_a_source_s_own_bookmarks_hang_below_its_paper_and_lead_into_it(tmp_path: Path) -> None:
    assembled, target = built(usual_plan(tmp_path), tmp_path)
    reader = pypdf.PdfReader(target)
    articles = next(row for row in assembled.listing.rows if row.title.startswith("公司章程（"))
    flat = str(reader.outline)
    assert flat.count("Chapter") == 5 + 2
    chapters = [page for title, page in _outline(reader) if title == "Chapter 4"]
    assert chapters == [articles.first + 3]


def _outline(reader: pypdf.PdfReader, items: list[object] | None = None) -> list[tuple[str, int]]:
    found = []
    for item in reader.outline if items is None else items:
        if isinstance(item, list):
            found += _outline(reader, item)
        else:
            found.append((item.title, reader.get_destination_page_number(item) + 1))
    return found


def test_page_labels_are_plain_numbers(tmp_path: Path) -> None:
    _, target = built(usual_plan(tmp_path), tmp_path)
    labels = pypdf.PdfReader(target).page_labels
    assert labels == [str(number) for number in range(1, len(labels) + 1)]


def test_one_card_in_two_materials_is_stored_once(tmp_path: Path) -> None:
    card = scanned_paper(tmp_path / "card.pdf", dpi=200)
    assembled, target = built(plan([(placed(card),), (placed(card),), (placed(card),)]), tmp_path)
    assert target.stat().st_size < card.stat().st_size * 1.05 + 150_000
    assert [each.sha256 for each in assembled.listing.placements if each.role == "source"].count(
        placed(card).parts[0].sha256
    ) == 3


@pytest.mark.parametrize("rotate", [0, 90, 180, 270, -90])
@pytest.mark.parametrize("kind", ["plain", "cropped", "negative", "unit"])
def test_the_stamp_stands_upright_in_the_lower_right_of_the_page_as_seen(
    tmp_path: Path, rotate: int, kind: str
) -> None:
    paper = text_paper(tmp_path / "paper.pdf")
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0].obj
        page.Rotate = rotate
        if kind == "cropped":
            page.CropBox = Array([40, 60, 540, 830])
        if kind == "negative":
            page.MediaBox = Array([-100, -200, 495, 820])
        if kind == "unit":
            page.MediaBox, page.UserUnit = Array([0, 400, 300, 830]), 2
        pdf.save(paper)
    assembled, target = built(plan([(placed(paper),)]), tmp_path)
    placement = only_source(assembled)
    assert not placement.rewritten
    document = pypdfium2.PdfDocument(target)
    page = document[placement.page - 1]
    unit = 2 if kind == "unit" else 1
    width, height = (side * unit for side in page.get_size())
    box = placement.stamp
    assert width / 2 < box.x0 < box.x1 < width
    assert height - 40 < box.bottom < height - 8
    grey = page.render(scale=unit * 4, grayscale=True).to_numpy()
    ink = grey[int(box.top * 4) : int(box.bottom * 4), int(box.x0 * 4) : int(box.x1 * 4)] < 128
    document.close()
    assert ink.any()
    columns = ink.any(axis=0).nonzero()[0]
    assert (columns[-1] - columns[0]) > 0.9 * ink.shape[1]


def test_a_stamp_goes_to_the_head_when_the_foot_is_full(tmp_path: Path) -> None:
    paper = boxes_paper(tmp_path / "paper.pdf", [(0, 0, A4[0], 60)])
    assembled, _ = built(plan([(placed(paper),)]), tmp_path)
    placement = only_source(assembled)
    assert placement.stamp.bottom < 40
    assert not placement.rewritten
    assert is_blank(paper, placement)


def test_a_stamp_moves_left_where_the_right_corner_is_taken(tmp_path: Path) -> None:
    paper = boxes_paper(tmp_path / "paper.pdf", [(380, 0, 215, 50), (0, 795, A4[0], 47)])
    assembled, _ = built(plan([(placed(paper),)]), tmp_path)
    placement = only_source(assembled)
    assert placement.stamp.x1 < 380
    assert placement.stamp.top > 780
    assert is_blank(paper, placement)


def test_a_page_full_to_its_edges_is_scaled_to_96_per_cent_and_recorded(tmp_path: Path) -> None:
    paper = scanned_paper(tmp_path / "paper.pdf", dpi=60, ground=120)
    assembled, target = built(plan([(placed(paper),)]), tmp_path)
    placement = only_source(assembled)
    assert placement.rewritten == ("页边无空白，缩至 96%",)
    assert placement.area.bottom < placement.stamp.top
    assert f"第 {placement.page} 页" in text_of(target, placement.page)


def test_a_light_even_ground_is_a_free_margin(tmp_path: Path) -> None:
    paper = scanned_paper(tmp_path / "paper.pdf", dpi=60, ground=238)
    assembled, _ = built(plan([(placed(paper),)]), tmp_path)
    assert not only_source(assembled).rewritten


def test_a_page_too_small_for_a_stamp_is_laid_on_a_larger_sheet(tmp_path: Path) -> None:
    paper = boxes_paper(tmp_path / "paper.pdf", [(5, 5, 30, 20)], size=(90, 40))
    assembled, target = built(plan([(placed(paper),)]), tmp_path)
    placement = only_source(assembled)
    assert placement.rewritten == ("页面过小，放大版面",)
    assert (placement.area.width, placement.area.height) == pytest.approx((90, 40), abs=0.2)
    assert pypdf.PdfReader(target).pages[placement.page - 1].mediabox.width == pytest.approx(841.89, abs=0.1)


@pytest.mark.parametrize(
    "content",
    [
        b"q 0.5 0 0 0.5 100 100 cm 0 0 50 50 re f",
        b"0 1 -1 0 300 0 cm 10 10 20 20 re f",
        b"Q Q 100 100 50 50 re f Q",
        b"q q q 1 0 0 rg (Q Q Q) pop",
        b"0 0 0 0 re W n",
    ],
    ids=["unclosed", "turned", "overdrawn", "strings", "clipped away"],
)
def test_content_that_leaves_its_state_behind_does_not_move_the_stamp(tmp_path: Path, content: bytes) -> None:
    paper = text_paper(tmp_path / "paper.pdf")
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(content)
        pdf.save(paper)
    assembled, _ = built(plan([(placed(paper),)]), tmp_path)
    assert only_source(assembled).stamp.bottom > A4[1] - 30


def test_nothing_active_survives_and_what_was_removed_is_told(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "paper.pdf")
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        script = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
        pdf.Root.OpenAction = script
        pdf.Root.AA = Dictionary(WC=script)
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
        area = Array([10, 10, 60, 60])
        pdf.pages[0].obj.AA = Dictionary(O=script)
        pdf.pages[0].obj.Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Link, Rect=area, A=Dictionary(S=Name.Launch, F=String("x.exe"))
                ),
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=area,
                    A=Dictionary(S=Name.URI, URI=String("http://example.com")),
                ),
                Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=area),
                Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=area),
            ]
        )
        pdf.save(paper)
    assembled, target = built(plan([(placed(paper),)]), tmp_path)
    assert {each.what for each in assembled.removed} == {"动作或脚本", "外部链接", "嵌入文件", "多媒体或三维内容"}
    with pikepdf.open(target) as pdf:
        everything = b"".join(
            item.unparse(resolved=True) for item in pdf.objects if not isinstance(item, pikepdf.Stream)
        )
    assert not re.search(rb"/(JavaScript|Launch|URI|AA|OpenAction|EmbeddedFiles)\b", everything)


def test_a_layer_that_was_hidden_stays_hidden(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "paper.pdf")
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        shown, hidden = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("on", "off"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([shown, hidden]), D=Dictionary(OFF=Array([hidden])))
        page = pdf.pages[0].obj
        page.Resources.Properties = Dictionary(A=shown, B=hidden)
        page.Contents = pdf.make_stream(b"/OC /A BDC 100 400 100 100 re f EMC /OC /B BDC 300 400 100 100 re f EMC")
        pdf.save(paper)
    assembled, target = built(plan([(placed(paper),)]), tmp_path)
    document = pypdfium2.PdfDocument(target)
    grey = document[only_source(assembled).page - 1].render(scale=1, grayscale=True).to_numpy()
    document.close()
    assert grey[390, 150] < 20
    assert grey[390, 350] > 240


def test_links_inside_a_paper_lead_to_the_same_place_in_the_dossier(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "paper.pdf", 4)
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([60, 700, 200, 720]),
            Dest=Array([pdf.pages[2].obj, Name.Fit]),
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
        pdf.save(paper)
    assembled, target = built(plan([(placed(paper, 1, 4),)]), tmp_path)
    first = next(each.page for each in assembled.listing.placements if each.role == "source")
    reader = pypdf.PdfReader(target)
    (annotation,) = reader.pages[first - 1]["/Annots"]
    aim = annotation.get_object()["/Dest"][0]
    assert reader.get_page_number(aim.get_object()) + 1 == first + 2


def test_characters_that_no_font_has_are_printed_as_the_printers_sign(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "paper.pdf")
    _, target = built(plan([(placed(paper, title="合同\U0001f600附件"), placed(paper, title="第二份"))]), tmp_path)
    assert "合同〓附件" in text_of(target, 2)


def test_two_dossiers_in_one_process_each_have_all_their_characters(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "paper.pdf")
    for title in ("鼎新章程", "龘靐齉齾合同", "鼎新章程，又及"):
        _, target = built(plan([(placed(paper, title=title), placed(paper, title="甲"))]), tmp_path)
        assert title in text_of(target, 2)


def test_a_part_with_fewer_pages_than_planned_is_named(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "paper.pdf", 2)
    with pytest.raises(UnplaceableError, match=r"papers/paper\.pdf：只有 2 页，没有第 3 页"):
        assemble(plan([(placed(paper, 1, 3),)]), tmp_path / "dossier.pdf")


def test_a_final_plan_without_a_paper_is_refused(tmp_path: Path) -> None:
    paper = text_paper(tmp_path / "paper.pdf")
    with pytest.raises(ValidationError, match="no paper for 02"):
        plan([(placed(paper),), ()], final=True)


def test_a_dossier_is_hardly_larger_than_its_parts(tmp_path: Path) -> None:
    papers = [text_paper(tmp_path / f"{number}.pdf", 30) for number in range(4)]
    assembled, _ = built(plan([(placed(paper, 1, 30),) for paper in papers]), tmp_path)
    assert assembled.pdf.size <= 1.05 * sum(paper.stat().st_size for paper in papers) + 200_000


def form_paper(path: Path, value: str, *, stale: bool, multiline: bool = False) -> Path:
    """A paper with one filled field that has no look of its own, or an outdated empty one."""
    text_paper(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            V=String(value),
            DA=String("/Helv 0 Tf 0 g"),
            Ff=(1 << 12) * multiline,
            Rect=Array([60, 300, 320, 380 if multiline else 322]),
            F=4,
        )
        if stale:
            field.AP = Dictionary(
                N=pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 260, 22]))
            )
        widget = pdf.make_indirect(field)
        pdf.pages[0].obj.Annots = Array([widget])
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), NeedAppearances=stale)
        pdf.save(path)
    return path


@pytest.mark.parametrize("stale", [True, False], ids=["outdated look", "no look"])
@pytest.mark.parametrize(
    "value",
    [
        "云桥（北京）网络科技有限公司",
        "ACME Ltd.",
        "第一行\n第二行，很长很长很长很长很长很长很长很长很长很长很长很长很长",
    ],
)
def test_a_value_that_a_form_leaves_to_the_viewer_is_printed(tmp_path: Path, value: str, stale: bool) -> None:
    paper = form_paper(tmp_path / "form.pdf", value, stale=stale, multiline="\n" in value)
    assembled, target = built(plan([(placed(paper),)]), tmp_path)
    placement = only_source(assembled)
    assert "表单值无外观，重新排印" in placement.rewritten
    said = "".join(text_of(target, placement.page).split())
    assert "".join(value.split()) in said


def test_a_form_without_values_is_merely_flattened(tmp_path: Path) -> None:
    assembled, _ = built(plan([(placed(form_paper(tmp_path / "form.pdf", "", stale=False)),)]), tmp_path)
    assert only_source(assembled).rewritten == ()


def test_a_page_costs_little_beside_its_own_content(tmp_path: Path) -> None:
    papers = []
    for number in range(20):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(written(objects(20, content=b"BT /F1 9 Tf 72 700 Td (%d) Tj ET" % number)))
        papers.append(placed(path, 1, 20))
    bundles = plan([tuple(papers[:1])]), plan([tuple(papers)])
    small, large = (assemble(bundle, tmp_path / "dossier.pdf").pdf for bundle in bundles)
    more = sum(path.parts[0].path.stat().st_size for path in papers[1:])
    assert large.size - small.size < more + 150 * (large.pages - small.pages)
