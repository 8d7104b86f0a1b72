"""Every file that cannot be used is named with its way out, by its content and not by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.engines.remedies import refused
from pipeline.engines.sniff import sniff

BOX = b"\0\0\0\x18ftyp"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "start", "says"),
    [
        ("a.mp4", BOX + b"mp42", "MP4 视频"),
        ("a.mov", BOX + b"qt  ", "MOV 视频"),
        ("合同.pdf", BOX + b"mp42", "MP4 视频"),
        ("a.avi", b"RIFF\x10\0\0\0AVI LIST", "AVI 视频"),
        ("a.m4a", BOX + b"M4A ", "M4A 录音"),
        ("a.wav", b"RIFF\x10\0\0\0WAVEfmt ", "WAV 录音"),
        ("a.amr", b"#!AMR\n", "AMR 录音"),
        ("a.lnk", b"L\0\0\0\x01\x14\x02\0", "是快捷方式"),
        ("a.url", b"[InternetShortcut]\r\nURL=http://x\r\n", "是快捷方式"),
        ("a.html", b"<html><body>x", "在浏览器中打印为 PDF"),
        ("a.caj", b"CAJ\0", "CAJViewer"),
        ("a.rtf", b"{\\rtf1\\ansi x}", "RTF 文件"),
        ("a.doc", OLE, "DOC 文件"),
        ("a.wps", OLE, "WPS 文件"),
        ("a.et", OLE, "ET 文件"),
        ("a.xls", OLE, "XLS 文件"),
        ("a.ppt", OLE, "PPT 文件"),
        ("photo.jpg", BOX + b"heic", "转存为 JPEG"),
        ("a.rar", b"Rar!\x1a\x07\0", "解压后"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "解压后"),
    ],
)
def test_a_refused_file_is_told_with_what_to_do(tmp_path: Path, name: str, start: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(start + b"\0" * 600)
    sniffed = sniff(path)
    assert sniffed.sort == "other"
    state, why = refused(name, sniffed.format)
    assert state == "unsupported"
    assert says in why
    assert why.startswith(f"“{name}”")
    assert why.count("。") == 2


def test_a_gif_is_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    path.write_bytes(b"GIF89a" + b"\0" * 40)
    assert sniff(path) == ("image", "GIF", True)
