"""LibreOffice, where somebody installed it: high fidelity for a DOCX that a person edited in Word."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

NAMES = ("soffice", "libreoffice")
SECONDS = 120  # a cold start on a slow machine, and one large document
# Nothing is fetched from the network and no macro runs while a stranger's file is open.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" \
oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">\
<value>0</value></prop></item>
</oor:items>
"""


def program() -> Path | None:
    """LibreOffice's executable, None where it is not installed."""
    found = next((path for path in map(shutil.which, NAMES) if path is not None), None)
    return Path(found) if found is not None else None


def name(executable: Path) -> str:
    """`libreoffice 7.4.7.2`, or without the number where the program does not say it."""
    said = subprocess.run(  # noqa: S603 - the administrator's own LibreOffice
        [str(executable), "--version"], capture_output=True, text=True, timeout=SECONDS, check=False
    ).stdout
    number = re.search(r"\d+(?:\.\d+)+", said)
    return f"libreoffice {number[0]}" if number is not None else "libreoffice"


def convert(executable: Path, docx: bytes) -> bytes:
    """The PDF of a DOCX, with a profile of its own: one profile used twice at once gives no PDF.

    Raises: subprocess.SubprocessError or OSError when the program fails, hangs or writes nothing.
    """
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        source = folder / "document.docx"
        source.write_bytes(docx)
        subprocess.run(  # noqa: S603 - the administrator's own LibreOffice
            [
                *_offline(),
                str(executable),
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                *("--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder), str(source)),
            ],
            check=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
        )
        return _without_clock((folder / "document.pdf").read_bytes())


def _offline() -> tuple[str, ...]:
    """The words before a command that take its network away, none where the system cannot."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    words = (unshare, "-rn")
    allowed = subprocess.run([*words, "true"], capture_output=True, check=False)  # noqa: S603 - a probe of our own
    return words if allowed.returncode == 0 else ()


def _without_clock(pdf: bytes) -> bytes:
    """The same PDF without dates, DocChecksum and a random /ID."""
    import pikepdf

    written = io.BytesIO()
    try:
        document = pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PdfError as error:
        raise OSError("LibreOffice wrote a damaged PDF") from error
    with document:
        for key in ("/CreationDate", "/ModDate"):
            if key in document.docinfo:
                del document.docinfo[key]
        if "/Metadata" in document.Root:
            del document.Root.Metadata
        if "/DocChecksum" in document.trailer:
            del document.trailer["/DocChecksum"]
        document.save(written, deterministic_id=True)
    return written.getvalue()
