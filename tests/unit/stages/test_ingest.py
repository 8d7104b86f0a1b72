from __future__ import annotations

import io
import os
import shutil
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from PIL import Image

from pipeline.engines.children import Workshop
from pipeline.engines.outcomes import Crashed
from pipeline.model.intake import IntakeLimits, Inventory, SourceFile
from pipeline.stages import ingest
from tests.specimens.screenshots import screenshot
from tests.unit.engines import drawing

LIMITS = IntakeLimits(max_file_mb=1, max_pages=5, max_seconds=20, max_memory_mb=600)


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    with Workshop(2) as opened:
        yield opened


@pytest.fixture
def client(tmp_path: Path) -> Path:
    folder = tmp_path / "acme"
    (folder / "papers").mkdir(parents=True)
    return folder


def pdf_bytes(pages: int = 1, **save: object) -> bytes:
    """Empty pages; files of another count look different."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
    written = io.BytesIO()
    pdf.save(written, deterministic_id="encryption" not in save, **save)
    return written.getvalue()


def put(client: Path, name: str, content: bytes) -> None:
    path = client / "papers" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def taken_in(client: Path, shop: Workshop, passwords: tuple[str, ...] = ()) -> Inventory:
    return ingest.run(client, passwords, LIMITS, client.parent / "store", shop)


def only(inventory: Inventory) -> SourceFile:
    assert len(inventory.files) == 1
    return inventory.files[0]


def test_a_pdf_is_readable_as_it_is(client: Path, shop: Workshop) -> None:
    put(client, "a.pdf", pdf_bytes(3))
    file = only(taken_in(client, shop))
    assert (file.path, file.state, file.sort, file.pages, file.derivative, file.why) == (
        "papers/a.pdf",
        "readable",
        "pdf",
        3,
        None,
        "",
    )


def test_files_come_in_the_order_of_their_paths(client: Path, shop: Workshop) -> None:
    for number, name in enumerate(["b.pdf", "a/2.pdf", "a/1.pdf"]):
        put(client, name, pdf_bytes(number + 1))
    assert [file.path for file in taken_in(client, shop).files] == [
        "papers/a/1.pdf",
        "papers/a/2.pdf",
        "papers/b.pdf",
    ]


def test_an_image_gets_a_pdf_in_the_store_that_only_its_owner_can_read(client: Path, shop: Workshop) -> None:
    written = io.BytesIO()
    Image.new("RGB", (200, 100), "white").save(written, "JPEG")
    put(client, "licence.jpg", written.getvalue())
    file = only(taken_in(client, shop))
    assert (file.state, file.sort, file.pages, file.derivative) == ("readable", "image", 1, f"{file.sha256}.pdf")
    derivative = client.parent / "store" / f"{file.sha256}.pdf"
    with pikepdf.open(derivative) as pdf:
        assert [float(edge) for edge in pdf.pages[0].mediabox] == pytest.approx([0, 0, 72, 36])
    if os.name == "posix":
        assert stat.S_IMODE(derivative.stat().st_mode) == 0o600
        assert stat.S_IMODE(derivative.parent.stat().st_mode) == 0o700


def test_a_wrong_extension_is_read_by_content_and_remarked(client: Path, shop: Workshop) -> None:
    written = io.BytesIO()
    Image.new("RGB", (20, 10)).save(written, "PNG")
    put(client, "licence.pdf", written.getvalue())
    file = only(taken_in(client, shop))
    assert (file.state, file.sort) == ("readable", "image")
    assert "实际是 PNG 文件，扩展名却是 .pdf" in file.why


def test_a_password_that_is_not_known_is_asked_for(client: Path, shop: Workshop) -> None:
    put(client, "a.pdf", pdf_bytes(encryption=pikepdf.Encryption(user="2026", owner="x")))
    file = only(taken_in(client, shop))
    assert (file.state, file.pages) == ("encrypted", None)
    assert "papers/a.pdf" in file.why
    assert "passwords" in file.why


def test_a_known_password_gives_a_decrypted_copy_and_is_told_nowhere(client: Path, shop: Workshop) -> None:
    put(client, "a.pdf", pdf_bytes(2, encryption=pikepdf.Encryption(user="pw-7391", owner="x")))
    file = only(taken_in(client, shop, ("wrong", "pw-7391")))
    assert (file.state, file.pages, file.repair) == ("readable", 2, "decrypted")
    assert "pw-7391" not in file.model_dump_json()
    with pikepdf.open(client.parent / "store" / f"{file.sha256}.pdf") as pdf:
        assert not pdf.is_encrypted


def test_a_pdf_locked_against_changes_opens_with_the_empty_password(client: Path, shop: Workshop) -> None:
    put(client, "a.pdf", pdf_bytes(encryption=pikepdf.Encryption(user="", owner="x")))
    assert only(taken_in(client, shop)).repair == "decrypted"


def test_a_pdf_without_cross_reference_is_repaired_without_loss(client: Path, shop: Workshop) -> None:
    put(client, "a.pdf", b"junk " * 300 + pdf_bytes(4))
    file = only(taken_in(client, shop))
    assert (file.state, file.pages) == ("readable", 4)


@pytest.mark.parametrize(
    ("name", "content", "state"),
    [
        ("a.pdf", b"%PDF-1.7\nnothing follows", "damaged"),
        ("a.pdf", b"", "empty"),
        ("a.pdf", pdf_bytes(0), "no_pages"),
        ("a.pdf", pdf_bytes(6), "too_large"),
        ("a.pdf", pdf_bytes() + b"\0" * 1_000_001, "too_large"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "damaged"),
        ("a.docx", b"PK\x03\x04 broken", "damaged"),
        ("a.xlsx", b"PK\x03\x04 broken", "damaged"),
        ("a.ofd", b"", "empty"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "unsupported"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "encrypted"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "unsupported"),
        ("a.rar", b"Rar!\x1a\x07\x01\x00", "unsupported"),
        ("a.pdf.crdownload", b"%PDF-1.7", "changing"),
        ("~$a.docx", b"lock", "junk"),
        (".DS_Store", b"x", "junk"),
    ],
)
def test_every_fault_is_a_state_with_a_sentence_that_names_the_file(
    client: Path, shop: Workshop, name: str, content: bytes, state: str
) -> None:
    put(client, name, content)
    file = only(taken_in(client, shop))
    assert file.state == state
    assert f"papers/{name}" in file.why
    assert file.why.endswith("。")


def test_an_archive_is_to_be_unpacked_and_ofd_to_be_exported(client: Path, shop: Workshop) -> None:
    for name, member in (("a.zip", "x.pdf"), ("b.ofd", "OFD.xml")):
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            archive.writestr(member, "x")
        put(client, name, written.getvalue())
    first, second = taken_in(client, shop).files
    assert "解压" in first.why
    assert "请在原软件中导出为 PDF" in second.why


def test_the_same_bytes_twice_count_once(client: Path, shop: Workshop) -> None:
    for name in ("b.pdf", "a.pdf", "c/copy.pdf"):
        put(client, name, pdf_bytes(2))
    files = taken_in(client, shop).files
    assert [(file.path, file.state, file.same_as) for file in files] == [
        ("papers/a.pdf", "readable", None),
        ("papers/b.pdf", "duplicate", "papers/a.pdf"),
        ("papers/c/copy.pdf", "duplicate", "papers/a.pdf"),
    ]


def test_the_same_pages_in_another_file_count_once_and_the_signed_one_wins(client: Path, shop: Workshop) -> None:
    words = drawing.pdf((100, 100, "社保缴费证明"))
    field = pikepdf.Dictionary(
        FT=pikepdf.Name.Sig, T="s", V=pikepdf.Dictionary(ByteRange=pikepdf.Array([0, 1, 2, 3]))
    )
    for name, changes in (("a.pdf", {}), ("b.pdf", {"AcroForm": pikepdf.Dictionary(Fields=pikepdf.Array([field]))})):
        with pikepdf.open(io.BytesIO(words)) as pdf:
            for key, value in changes.items():
                pdf.Root[f"/{key}"] = value
            written = io.BytesIO()
            pdf.save(written)
        put(client, name, written.getvalue())
    put(client, "c.pdf", drawing.pdf((100, 100, "社保缴费证朋")))
    files = taken_in(client, shop).files
    assert [(file.path, file.state, file.same_as) for file in files] == [
        ("papers/a.pdf", "duplicate", "papers/b.pdf"),
        ("papers/b.pdf", "readable", None),
        ("papers/c.pdf", "readable", None),
    ]


def test_a_spreadsheet_becomes_a_table_with_every_value(client: Path, shop: Workshop) -> None:
    book = openpyxl.Workbook()
    book.active.append(["姓名", "月份", "比例"])
    book.active.append(["王一", "2026-01", 0.5])
    written = io.BytesIO()
    book.save(written)
    put(client, "a.xlsx", written.getvalue())
    file = only(taken_in(client, shop))
    assert (file.state, file.sort, file.pages) == ("readable", "xlsx", 1)


def test_a_link_out_of_the_folder_is_not_followed(client: Path, shop: Workshop) -> None:
    outside = client.parent / "secret.pdf"
    outside.write_bytes(pdf_bytes())
    (client / "papers" / "a.pdf").symlink_to(outside)
    assert only(taken_in(client, shop)).state == "unsupported"


@pytest.mark.skipif(os.name == "nt", reason="no named pipes")
def test_a_pipe_does_not_hang_the_walk(client: Path, shop: Workshop) -> None:
    os.mkfifo(client / "papers" / "a.pdf")
    assert only(taken_in(client, shop)).state == "unsupported"


def test_originals_are_never_written_to(client: Path, shop: Workshop) -> None:
    put(client, "a.pdf", b"junk " * 300 + pdf_bytes(2))
    path = client / "papers" / "a.pdf"
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    taken_in(client, shop)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_no_papers_folder_is_an_empty_inventory(client: Path, shop: Workshop) -> None:
    shutil.rmtree(client / "papers")
    assert taken_in(client, shop) == Inventory()


def test_a_file_that_changes_while_it_is_read_is_told_so(client: Path, shop: Workshop) -> None:
    put(client, "a.pdf", pdf_bytes(2))

    class Interfering:
        """A workshop during whose second round of work somebody goes on writing the file."""

        rounds = 0

        def map(self, *arguments: object) -> object:
            self.rounds += 1
            if self.rounds == 2:
                put(client, "a.pdf", pdf_bytes(3))
            return shop.map(*arguments)  # type: ignore[arg-type]

    assert only(taken_in(client, Interfering())).state == "changing"  # type: ignore[arg-type]


def test_a_file_that_may_not_be_read_is_not_called_damaged(client: Path) -> None:
    class Closed(Workshop):
        """What comes of reading a file without the right to."""

        def map(self, function, items, limit=None, told=None):
            return tuple(Crashed("PermissionError") for _ in items)

    put(client, "章程.pdf", pdf_bytes())
    with Closed(1) as shop:
        file = only(taken_in(client, shop))
    assert file.state == "unsupported"
    assert "没有读取权限" in file.why


def test_a_long_screenshot_counts_the_pages_into_which_it_was_cut(client: Path, shop: Workshop) -> None:
    put(client, "聊天记录.jpg", screenshot("chat", 4000, 5).jpeg())
    file = only(taken_in(client, shop))
    assert file.derivative is not None
    with pikepdf.open(client.parent / "store" / file.derivative) as made:
        assert file.pages == len(made.pages) > 1
    assert f"长截图，已在空白处分为 {file.pages} 页" in file.why
