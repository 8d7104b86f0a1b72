"""Nothing of the client's own machines and people goes out with the pages, and what was left out is told."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from PIL import Image

from pipeline.model.bundle import Binding, ProofExpectation
from pipeline.packaging.assembly import assemble
from pipeline.packaging.binding import bind
from pipeline.packaging.files import write_package
from pipeline.packaging.privacy import AUTHOR_GONE, REMARKS_GONE, without_remarks
from pipeline.packaging.proof import prove
from tests.unit.packaging.papers import placed, plan, scanned_paper, text_paper

FORBIDDEN = {
    *("/JS", "/JavaScript", "/Launch", "/URI", "/AA", "/OpenAction", "/EmbeddedFiles", "/EF", "/XFA", "/AcroForm"),
    *("/PieceInfo", "/LastModified", "/CreatorInfo", "/Author", "/Creator", "/CreationDate", "/ModDate", "/Company"),
    *("/RichMedia", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Collection", "/Thumb", "/OPI", "/Alternates"),
}
SECRET = b"zhangsan-laptop"


def keys_in(path: Path) -> set[str]:
    with pikepdf.open(path) as pdf:
        return {key for each in pdf.objects for key in _keys(each)} - _of_root(pdf)


def _of_root(pdf: Pdf) -> set[str]:
    return {"/Metadata"} if list(_metadata(pdf)) == [pdf.Root.Metadata.objgen] else set()


def _metadata(pdf: Pdf) -> Iterator[tuple[int, int]]:
    for each in pdf.objects:
        if isinstance(each, Dictionary | Stream) and Name.Metadata in each:
            yield each.Metadata.objgen


def _keys(each: Object) -> Iterator[str]:
    if isinstance(each, Dictionary | Stream):
        yield from each.keys()
        for value in each.values():
            if not value_is_indirect(value):
                yield from _keys(value)
    elif isinstance(each, Array):
        for value in each:
            if not value_is_indirect(value):
                yield from _keys(value)


def value_is_indirect(value: object) -> bool:
    return isinstance(value, Object) and value.is_indirect


def packet(pdf: Pdf) -> Stream:
    return pdf.make_stream(b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>", Type=Name.Metadata, Subtype=Name.XML)


def properties(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = String("zhangsan-laptop")
    pdf.docinfo["/Company"] = String("zhangsan-laptop")
    pdf.Root.Metadata = packet(pdf)


def on_a_picture(pdf: Pdf) -> None:
    (drawn,) = pdf.pages[0].obj.Resources.XObject.values()
    drawn.Metadata = packet(pdf)
    drawn.OPI = Dictionary({"/2.0": Dictionary(F=String("zhangsan-laptop"))})


def on_a_form(pdf: Pdf) -> None:
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.PieceInfo = Dictionary(Tool=Dictionary(LastModified=String("D:2026"), Private=String("zhangsan-laptop")))
    form.LastModified = String("D:2026")
    pdf.pages[0].obj.Resources.XObject["/Fm"] = form


def on_marked_content(pdf: Pdf) -> None:
    told = Dictionary(Metadata=packet(pdf), Author=String("zhangsan-laptop"))
    pdf.pages[0].obj.Resources.Properties = Dictionary(MC0=told)


def on_a_layer(pdf: Pdf) -> None:
    usage = Dictionary(CreatorInfo=Dictionary(Creator=String("zhangsan-laptop"), Subtype=Name.Artwork))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("层"), Usage=usage))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())
    pdf.pages[0].obj.Resources.Properties = Dictionary(OC0=layer)


def on_a_page(pdf: Pdf) -> None:
    pdf.pages[0].obj.PieceInfo = Dictionary(Tool=Dictionary(Private=String("zhangsan-laptop")))
    pdf.pages[0].obj.Metadata = packet(pdf)


def beside_the_dots(pdf: Pdf) -> None:
    (drawn,) = pdf.pages[0].obj.Resources.XObject.values()
    drawn.write(with_remarks(drawn.read_raw_bytes()), filter=Name.DCTDecode)


def with_remarks(jpeg: bytes) -> bytes:
    """A JPEG with place, owner and a comment in it."""
    exif = Image.Exif()
    exif[0x013B] = SECRET.decode()
    written = io.BytesIO()
    Image.open(io.BytesIO(jpeg)).save(written, "JPEG", quality=90, exif=exif, comment=SECRET)
    assert written.getvalue().count(SECRET) == 2
    return written.getvalue()


TRACES: tuple[tuple[Callable[[Pdf], None], str | None], ...] = (
    (properties, AUTHOR_GONE),
    (on_a_picture, REMARKS_GONE),
    (on_a_form, REMARKS_GONE),
    (on_marked_content, None),
    (on_a_layer, None),
    (on_a_page, None),
    (beside_the_dots, REMARKS_GONE),
)


@pytest.mark.parametrize(("trace", "told"), TRACES, ids=[trace.__name__ for trace, _ in TRACES])
def test_no_output_bears_a_trace_and_the_dossier_is_proven(
    tmp_path: Path, trace: Callable[[Pdf], None], told: str | None
) -> None:
    paper = scanned_paper(tmp_path / "paper.pdf", dpi=72)
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        trace(pdf)
        pdf.save(paper)
    bundle = plan([(placed(paper),)]).model_copy(update={"binding": Binding(duplex=True)})
    files = bind(bundle, tmp_path)
    package = write_package(bundle, tmp_path / "package")
    outputs = [tmp_path / each.pdf.name for each in files] + [
        tmp_path / "package" / each.pdf.name for each in package
    ]
    for output in outputs:
        assert not keys_in(output) & {*FORBIDDEN, "/Metadata"}, output.name
        with pikepdf.open(output) as pdf:
            pdf.save(tmp_path / "plain.pdf", stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
        assert SECRET not in (tmp_path / "plain.pdf").read_bytes()
    assert told is None or told in {each.what for each in files[0].removed}
    assert prove(tmp_path / "dossier.pdf", ProofExpectation.of(bundle)).faults == ()


def test_a_picture_without_its_remarks_has_the_same_dots() -> None:
    written = io.BytesIO()
    Image.effect_noise((64, 48), 60).save(written, "JPEG")
    told = with_remarks(written.getvalue())
    plain = without_remarks(told)
    assert SECRET not in plain
    assert Image.open(io.BytesIO(plain)).tobytes() == Image.open(io.BytesIO(told)).tobytes()
    assert without_remarks(plain) == plain


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1", b"\xff\xd8\xff\xe1\xff\xffcut", b"GIF89a"]
)
def test_what_is_no_whole_jpeg_stays_as_it_is(content: bytes) -> None:
    assert without_remarks(content) == content


def test_a_picture_that_lies_in_another_file_is_no_longer_looked_for(tmp_path: Path) -> None:
    paper = scanned_paper(tmp_path / "paper.pdf", dpi=72)
    with pikepdf.open(paper, allow_overwriting_input=True) as pdf:
        (drawn,) = pdf.pages[0].obj.Resources.XObject.values()
        drawn.F = Dictionary(Type=Name.Filespec, F=String("//zhangsan-laptop/share/x.jpg"))
        pdf.save(paper)
    bundle = plan([(placed(paper),)])
    assemble(bundle, tmp_path / "dossier.pdf")
    assert SECRET not in (tmp_path / "dossier.pdf").read_bytes()
    assert prove(tmp_path / "dossier.pdf").ok


def test_papers_that_nobody_signs_are_told_to_lose_nothing(tmp_path: Path) -> None:
    bundle = plan([(placed(text_paper(tmp_path / "paper.pdf")),)])
    assert assemble(bundle, tmp_path / "dossier.pdf").removed == ()
    document = pypdfium2.PdfDocument(tmp_path / "dossier.pdf")
    assert document.get_metadata_dict()["Author"] == ""
    document.close()
