"""The package: one file a material, named, within the limit, unstamped."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name

from pipeline.model.bundle import BundlePlan, Naming, PackageFile, PortalLimits
from pipeline.packaging.assembly import assemble
from pipeline.packaging.files import with_uploads, write_package
from pipeline.packaging.naming import file_name
from pipeline.packaging.printsize import printed_dpi
from pipeline.packaging.proof import prove
from tests.unit.packaging.papers import A4, boxes_paper, placed, plan, scanned_paper, text_paper, usual_plan


def limited(bundle: BundlePlan, megabytes: float, dpi: int = 150) -> BundlePlan:
    return bundle.model_copy(update={"limits": PortalLimits(max_file_mb=megabytes, min_dpi=dpi)})


def least_dpi(pdf: Path) -> float:
    with pikepdf.open(pdf) as opened:
        return min(dpi for _, dpi in printed_dpi(opened).values())


def uploads(files: tuple[PackageFile, ...]) -> list[PackageFile]:
    return [file for file in files if not file.original]


def test_every_material_becomes_one_unstamped_file_in_order(tmp_path: Path) -> None:
    files = uploads(write_package(usual_plan(tmp_path), tmp_path / "package"))
    assert [file.pdf.name[:2] for file in files] == ["01", "02", "03", "04", "05", "06"]
    assert [file.pdf.pages for file in files] == [1, 2, 5, 3, 2, 3]
    for file in files:
        reader = pypdf.PdfReader(tmp_path / "package" / file.pdf.name)
        assert len(reader.pages) == file.pdf.pages
        assert all("共" not in page.extract_text() for page in reader.pages)
        assert reader.trailer["/Root"]["/Lang"] == "zh-CN"


def test_a_file_is_told_with_its_size_and_digest(tmp_path: Path) -> None:
    file = write_package(usual_plan(tmp_path), tmp_path / "package")[0]
    written = (tmp_path / "package" / file.pdf.name).read_bytes()
    assert file.pdf.size == len(written) == file.forecast
    assert (file.fits, file.done) == (True, ())


def test_an_electronically_signed_original_lies_beside_byte_for_byte(tmp_path: Path) -> None:
    files = write_package(usual_plan(tmp_path), tmp_path / "package")
    (original,) = (file for file in files if file.original)
    assert original.pdf.name.startswith("originals/01-1_公司营业执照副本_云桥")
    assert (tmp_path / "package" / original.pdf.name).read_bytes() == (tmp_path / "licence.pdf").read_bytes()


def test_the_same_plan_gives_the_same_files(tmp_path: Path) -> None:
    bundle = usual_plan(tmp_path)
    assert write_package(bundle, tmp_path / "one") == write_package(bundle, tmp_path / "two")


def test_pictures_are_reduced_only_where_the_limit_asks_and_never_below_the_least_resolution(tmp_path: Path) -> None:
    scan = scanned_paper(tmp_path / "scan.pdf", dpi=300)
    bundle = plan([(placed(scan),)])
    small = scan.stat().st_size / 1e6 * 0.4
    (roomy,), (tight,) = write_package(bundle, tmp_path / "a"), write_package(limited(bundle, small), tmp_path / "b")
    assert (roomy.done, tight.fits) == ((), True)
    assert "重新压缩" in tight.done[0]
    assert least_dpi(tmp_path / "a" / roomy.pdf.name) == pytest.approx(300, abs=1)
    assert least_dpi(tmp_path / "b" / tight.pdf.name) >= 149.5
    assert tight.pdf.size <= small * 1e6


def test_the_mildest_reduction_that_fits_is_taken(tmp_path: Path) -> None:
    bundle = plan([(placed(scanned_paper(tmp_path / "scan.pdf", dpi=300)),)])
    sizes = []
    for share in (0.7, 0.15):
        limit = (tmp_path / "scan.pdf").stat().st_size / 1e6 * share
        (file,) = write_package(limited(bundle, limit), tmp_path / str(share))
        sizes.append(file.pdf.size)
    assert sizes[0] > sizes[1]


def test_a_reduced_page_still_looks_like_its_source(tmp_path: Path) -> None:
    scan = scanned_paper(tmp_path / "scan.pdf", dpi=200)
    (file,) = write_package(limited(plan([(placed(scan),)]), 0.3), tmp_path / "package")
    pictures = []
    for pdf in (scan, tmp_path / "package" / file.pdf.name):
        document = pypdfium2.PdfDocument(pdf)
        pictures.append(document[0].render(scale=0.5, grayscale=True).to_numpy().astype(int))
        document.close()
    assert file.pdf.size < scan.stat().st_size / 2
    assert abs(pictures[0] - pictures[1]).mean() < 4


def test_what_is_still_too_large_is_split_between_papers(tmp_path: Path) -> None:
    papers = tuple(placed(scanned_paper(tmp_path / f"{number}.pdf", dpi=150, seed=number)) for number in range(4))
    (whole,) = write_package(limited(plan([papers]), 0.001), tmp_path / "a")[:1]
    one = whole.pdf.size
    files = write_package(limited(plan([papers]), one * 2.2 / 1e6), tmp_path / "b")
    assert [file.pdf.name[:5] for file in files] == ["01-1_", "01-2_"]
    assert [index for file in files for index in file.documents] == [0, 1, 2, 3]
    assert all(file.fits for file in files)
    assert "拆分" in files[0].done[0]


def test_the_contents_say_which_paper_is_uploaded_in_which_file(tmp_path: Path) -> None:
    papers = tuple(placed(scanned_paper(tmp_path / f"{number}.pdf", dpi=150, seed=number)) for number in range(4))
    one = write_package(limited(plan([papers[:1]]), 0.001), tmp_path / "a")[0].pdf.size
    bundle = limited(plan([papers, papers[:1]]), one * 2.2 / 1e6)
    bundle = with_uploads(bundle, write_package(bundle, tmp_path / "b"))
    listing = assemble(bundle, tmp_path / "dossier.pdf").listing
    assert [row.note for row in listing.rows] == ["分件上传：01-1、01-2", "01-1", "01-1", "01-2", "01-2", "", ""]
    assert prove(tmp_path / "dossier.pdf").faults == ()
    text = "".join(pypdf.PdfReader(tmp_path / "dossier.pdf").pages[1].extract_text().split())
    assert "分件上传：01-1、01-2" in text


def test_a_scan_cut_into_many_strips_is_reduced_as_well_as_a_whole_one(tmp_path: Path) -> None:
    whole = scanned_paper(tmp_path / "whole.pdf", dpi=300)
    in_strips(whole, tmp_path / "strips.pdf", 60)
    sizes = []
    for name in ("whole.pdf", "strips.pdf"):
        (file,) = write_package(limited(plan([(placed(tmp_path / name),)]), 0.01), tmp_path / name[:-4])
        sizes.append(file.pdf.size)
        assert least_dpi(tmp_path / name[:-4] / file.pdf.name) >= 149.5
    assert sizes[1] < sizes[0] + 60 * 700  # what JPEG needs for itself in each strip
    assert sizes[1] < (tmp_path / "strips.pdf").stat().st_size / 4


def in_strips(scan: Path, target: Path, count: int) -> None:
    """The scan's picture as so many strips, as some scanners write them."""
    with pikepdf.open(scan) as pdf:
        page = pdf.pages[0].obj
        (drawn,) = page.Resources.XObject.values()
        whole = pikepdf.PdfImage(drawn).as_pil_image()
        strips, operators = Dictionary(), []
        for place in range(count):
            top, bottom = (round(whole.height * edge / count) for edge in (place, place + 1))
            written = io.BytesIO()
            whole.crop((0, top, whole.width, bottom)).save(written, "JPEG", quality=92)
            strip = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, BitsPerComponent=8)
            strip.write(written.getvalue(), filter=Name.DCTDecode)
            strip.Width, strip.Height, strip.ColorSpace = whole.width, bottom - top, Name.DeviceRGB
            strips[f"/S{place}"] = strip
            scale = A4[1] / whole.height
            operators.append(f"q {A4[0]} 0 0 {(bottom - top) * scale} 0 {A4[1] - bottom * scale} cm /S{place} Do Q")
        page.Resources = Dictionary(XObject=strips)
        page.Contents = pdf.make_stream("\n".join(operators).encode())
        pdf.save(target)


def test_one_paper_that_cannot_be_made_small_enough_is_told_and_not_cut(tmp_path: Path) -> None:
    paper = placed(text_paper(tmp_path / "paper.pdf", 3), 1, 3)
    (file,) = write_package(limited(plan([(paper,)]), 0.002), tmp_path / "package")
    assert (file.fits, file.pdf.pages) == (False, 3)
    assert "超过" in file.done[-1]


def test_a_pending_material_says_so_in_its_name_and_a_sealed_one_does_not(tmp_path: Path) -> None:
    paper = placed(text_paper(tmp_path / "paper.pdf"))
    bundle = plan([(paper,)])
    pending = bundle.materials[0].model_copy(update={"sealing_pending": True})
    bundle = bundle.model_copy(update={"materials": (pending,)})
    (file,) = write_package(bundle, tmp_path / "a")
    assert file.pdf.name == "01_公司营业执照副本_云桥_待盖章.pdf"
    sealed = bundle.model_copy(update={"cover": bundle.cover.model_copy(update={"sealing": "complete"})})
    (file,) = write_package(sealed, tmp_path / "b")
    assert file.pdf.name == "01_公司营业执照副本_云桥.pdf"


def test_a_line_drawing_is_never_turned_into_a_photograph(tmp_path: Path) -> None:
    paper = placed(boxes_paper(tmp_path / "paper.pdf", [(10, 10, 50, 50)]))
    (file,) = write_package(limited(plan([(paper,)]), 0.0005), tmp_path / "package")
    with pikepdf.open(tmp_path / "package" / file.pdf.name) as pdf:
        assert "/XObject" not in pdf.pages[0].obj.Resources


@pytest.mark.parametrize(
    ("title", "short_name", "pending", "expected"),
    [
        ("公司章程", "云桥", False, "03_公司章程_云桥.pdf"),
        ("公司章程", "云桥", True, "03_公司章程_云桥_待盖章.pdf"),
        ('章程/修正案: "终稿"?', "云桥*", False, "03_章程修正案_终稿_云桥.pdf"),
        ("章程 2026", "云 桥 ", False, "03_章程_2026_云_桥.pdf"),
        ("章程\n\t附件", "云桥.", False, "03_章程附件_云桥.pdf"),
        ("章程", "", False, "03_章程.pdf"),
    ],
)
def test_a_file_name_keeps_to_what_file_systems_and_the_portal_accept(
    title: str, short_name: str, pending: bool, expected: str
) -> None:
    assert file_name(Naming(), "03", title, short_name, pending=pending) == expected


@pytest.mark.parametrize("title", ["长" * 200, "章程"])
@pytest.mark.parametrize("short_name", ["短" * 200, "云桥", ""])
@pytest.mark.parametrize("pending", [True, False])
def test_a_file_name_is_never_too_long_and_always_whole(title: str, short_name: str, pending: bool) -> None:
    name = file_name(Naming(), "12-3", title, short_name, pending=pending)
    assert len(name) <= 60
    assert name.startswith("12-3_")
    assert name.endswith("_待盖章.pdf" if pending else ".pdf")
