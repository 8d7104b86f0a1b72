from __future__ import annotations

import io
import stat
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.engines.outcomes import UnreadableError
from pipeline.engines.pdf_repair import PdfReport, PdfTask, examine
from tests.unit.engines import drawing

TESTDATA = Path(__file__).resolve().parents[4] / "shared" / "testdata" / "hostile"


def examined(tmp_path: Path, content: bytes, *passwords: str) -> PdfReport:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    return examine(PdfTask(path=path, derivative=tmp_path / "store" / "d.pdf", passwords=passwords, most_pages=20))


def pages_of(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def with_root(**entries: object) -> bytes:
    with pikepdf.open(io.BytesIO(drawing.pdf((100, 100, "合同")))) as pdf:
        for name, value in entries.items():
            pdf.Root[f"/{name}"] = value
        written = io.BytesIO()
        pdf.save(written)
        return written.getvalue()


def test_a_sound_file_is_left_alone(tmp_path: Path) -> None:
    report = examined(tmp_path, drawing.pdf((100, 100, "合同")))
    assert (report.pages, report.repair, report.mended, report.active) == (1, "as is", False, ())
    assert not (tmp_path / "store").exists()


def opening(tmp_path: Path, content: bytes) -> object:
    """How many pages a file opened with, or why it did not."""
    try:
        return examined(tmp_path, content).pages
    except UnreadableError as error:
        return error.fault


@pytest.mark.parametrize("keep", [0.97, 0.9, 0.6])
def test_a_file_cut_off_at_its_end_is_mended_or_refused_never_shortened(tmp_path: Path, keep: float) -> None:
    whole = drawing.pdf((100, 100, "合同"))
    assert opening(tmp_path, whole[: int(len(whole) * keep)]) in (1, "damaged")


def test_a_mended_copy_is_private(tmp_path: Path) -> None:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawing.pdf((100, 100, "合同")))) as pdf:
        pdf.save(written, encryption=pikepdf.Encryption(user="a", owner="b"))
    assert examined(tmp_path, written.getvalue(), "a").repair == "decrypted"
    copy = tmp_path / "store" / "d.pdf"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert pages_of(copy) == 1


def test_the_password_is_in_no_word_about_the_task(tmp_path: Path) -> None:
    task = PdfTask(path=tmp_path / "a.pdf", derivative=tmp_path / "d.pdf", passwords=("pw-7391",))
    assert "pw-7391" not in f"{task!r} {task}"


@pytest.mark.parametrize(
    ("entry", "value", "word"),
    [
        ("OpenAction", Dictionary(S=Name.JavaScript, JS="app.alert(1)"), "JavaScript"),
        ("OpenAction", Dictionary(S=Name.Launch, F="calc.exe"), "启动外部程序"),
        ("OpenAction", Dictionary(S=Name.GoTo, Next=Dictionary(S=Name.SubmitForm)), "提交表单"),
        ("AA", Dictionary(WC=Dictionary(S=Name.JavaScript, JS="x")), "JavaScript"),
        ("Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([]))), "附件"),
        ("AcroForm", Dictionary(XFA="x", Fields=Array([])), "XFA 表单"),
    ],
)
def test_what_could_do_something_is_listed(tmp_path: Path, entry: str, value: object, word: str) -> None:
    assert examined(tmp_path, with_root(**{entry: value})).active == (word,)


def test_a_launch_action_behind_a_link_is_listed(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(drawing.pdf((100, 100, "合同")))) as pdf:
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name.Launch, F="x")
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
        written = io.BytesIO()
        pdf.save(written)
    assert examined(tmp_path, written.getvalue()).active == ("启动外部程序",)


def test_a_ring_of_actions_ends(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(drawing.pdf((100, 100, "合同")))) as pdf:
        action = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS="x"))
        action.Next = action
        pdf.Root.OpenAction = action
        written = io.BytesIO()
        pdf.save(written)
    assert examined(tmp_path, written.getvalue()).active == ("JavaScript",)


@pytest.mark.parametrize(("value", "signed"), [(Dictionary(ByteRange=Array([0, 1, 2, 3])), True), (None, False)])
def test_a_signature_counts_when_it_has_a_value(tmp_path: Path, value: object, signed: bool) -> None:
    field = Dictionary(FT=Name.Sig, T="s")
    if value is not None:
        field.V = value
    assert examined(tmp_path, with_root(AcroForm=Dictionary(Fields=Array([field])))).signed is signed


CORPUS = {
    "corkami__text-mupdf.pdf": ("repaired", 1),
    "corkami__text-ws00max2.pdf": ("rasterised", 1),
    "opf__T01_006_header-invalid-syntax-no-pdf.pdf": ("repaired", 1),
    "opf__033689.pdf": ("as is", 3),
    "qpdf__metadata-crypt-filter.pdf": ("decrypted", 30),
    "paperless__encrypted.pdf": "encrypted",
    "corkami__structure-ignoredeof.pdf": "damaged",
    "plumber__empty.pdf": "damaged",
    "opf__195981.pdf": "too_large",
}


@pytest.mark.skipif(not TESTDATA.is_dir(), reason="the third-party corpus is not beside the repository")
@pytest.mark.parametrize("name", CORPUS)
def test_files_from_the_wild_open_as_gently_as_they_can(tmp_path: Path, name: str) -> None:
    most = 50
    task = PdfTask(path=TESTDATA / name, derivative=tmp_path / "d.pdf", most_pages=most)
    expected = CORPUS[name]
    if isinstance(expected, str):
        with pytest.raises(UnreadableError) as caught:
            examine(task)
        assert caught.value.fault == expected
    else:
        report = examine(task)
        assert (report.repair, report.pages) == expected
        if report.mended:
            assert pages_of(task.derivative) == report.pages
