from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pipeline.engines.sniff import Sniffed, is_junk, sniff


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def zipped(path: Path, *members: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return path


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.pdf", b"%PDF-1.4\n", Sniffed("pdf", "PDF", True)),
        ("a.jpg", b"junk before\n%PDF-1.4\n", Sniffed("pdf", "PDF", False)),
        ("a.pdf", b"\xff\xd8\xff\xe0" + b"0" * 20, Sniffed("image", "JPEG", False)),
        ("a.JPEG", b"\xff\xd8\xff\xe0" + b"0" * 20, Sniffed("image", "JPEG", True)),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"0" * 20, Sniffed("image", "PNG", True)),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", Sniffed("image", "WEBP", True)),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", Sniffed("other", "HEIC", True)),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, Sniffed("other", "DOC", True)),
        ("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, Sniffed("other", "WPS", True)),
        ("a.rar", b"Rar!\x1a\x07\x01\x00", Sniffed("other", "RAR", True)),
        ("a.pdf", b"no header at all", Sniffed("pdf", "PDF", True)),
        ("a.docx", b"\x07" * 600, Sniffed("docx", "DOCX", True)),
        ("a.jpg", b"\x07" * 600, Sniffed("image", "JPEG", True)),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, Sniffed("other", "DOCX", True)),
    ],
)
def test_the_bytes_tell_the_type(tmp_path: Path, name: str, content: bytes, expected: Sniffed) -> None:
    assert sniff(written(tmp_path / name, content)) == expected


@pytest.mark.parametrize(
    ("name", "members", "expected"),
    [
        ("a.docx", ["word/document.xml"], Sniffed("docx", "DOCX", True)),
        ("a.zip", ["word/document.xml"], Sniffed("docx", "DOCX", False)),
        ("a.xlsx", ["xl/workbook.xml"], Sniffed("xlsx", "XLSX", True)),
        ("a.ofd", ["OFD.xml"], Sniffed("other", "OFD", True)),
        ("a.zip", ["papers/licence.jpg"], Sniffed("other", "ZIP", True)),
    ],
)
def test_zip_containers_are_told_apart_by_their_members(
    tmp_path: Path, name: str, members: list[str], expected: Sniffed
) -> None:
    assert sniff(zipped(tmp_path / name, *members)) == expected


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "~$租赁合同.docx", ".hidden.pdf", "__MACOSX/a.jpg"])
def test_system_files_are_no_papers(name: str) -> None:
    assert is_junk(Path(name))


@pytest.mark.parametrize("name", ["营业执照.jpg", "05_社保/李.pdf", "~租赁.docx"])
def test_papers_are_no_junk(name: str) -> None:
    assert not is_junk(Path(name))
