"""Electronic signatures by a throw-away key: whether what they cover is unchanged. Nothing is trusted or fetched."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder
from cryptography.x509.oid import NameOID
from pikepdf import Array, Dictionary, Name, String

from pipeline.engines.pdf_repair import PdfTask, examine
from pipeline.engines.signatures import integrity
from tests.unit.engines import drawing

ROOM = 4096  # bytes for the signature
OPEN = 9_999_999_999
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def key_and_certificate(sort: str) -> tuple[Key, x509.Certificate]:
    key: Key = rsa.generate_private_key(65537, 2048) if sort == "rsa" else ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "虚构签章（测试）")])
    now = datetime(2026, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(7).not_valid_before(now).not_valid_after(now + timedelta(days=30))
    return key, builder.sign(key, hashes.SHA256())


def unsigned(form: str = "/adbe.pkcs7.detached") -> bytes:
    """A page with a signature field whose value is still open."""
    with pikepdf.open(io.BytesIO(drawing.pdf((100, 100, "参保证明（虚构数据）")))) as pdf:
        value = Dictionary(
            Type=Name.Sig,
            Filter=Name("/Adobe.PPKLite"),
            SubFilter=Name(form),
            ByteRange=Array([0, OPEN, OPEN, OPEN]),
            Contents=String(b"\0" * ROOM),
        )
        field = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("a"), V=pdf.make_indirect(value)))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
        written = io.BytesIO()
        pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return written.getvalue()


def signed(sort: str = "rsa", form: str = "/adbe.pkcs7.detached", options: tuple[PKCS7Options, ...] = ()) -> bytes:
    whole = unsigned(form)
    hole = b"<" + b"00" * ROOM + b">"
    start = whole.index(hole)
    after = start + len(hole)
    written = f"[ 0 {start} {after} {len(whole) - after} ]".encode()
    before = f"[ 0 {OPEN} {OPEN} {OPEN} ]".encode()
    assert before in whole
    whole = whole.replace(before, written.ljust(len(before)))
    key, certificate = key_and_certificate(sort)
    builder = PKCS7SignatureBuilder().set_data(whole[:start] + whole[after:])
    builder = builder.add_signer(certificate, key, hashes.SHA256())
    chosen = [PKCS7Options.DetachedSignature, PKCS7Options.Binary, *options]
    made = builder.sign(Encoding.DER, chosen).hex().encode()
    return whole[: start + 1] + made.ljust(2 * ROOM, b"0") + whole[after - 1 :]


def told(tmp_path: Path, content: bytes) -> str:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pikepdf.open(path) as pdf:
        return integrity(path, pdf)


def added_to(content: bytes, words: bytes = b"") -> bytes:
    """The file with an update appended after its end, as an editor saves: the page's content anew with `words`."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        contents = pdf.pages[0].obj.Contents
        streams = list(contents) if isinstance(contents, Array) else [contents]
        number, generation = streams[-1].objgen
        drawn = streams[-1].read_bytes()
        root, size = pdf.Root.objgen[0], int(pdf.trailer.Size)
    body = drawn + words
    old = content.rindex(b"startxref")
    previous = content[old:].split()[1].decode()
    update = (
        f"\n{number} {generation} obj\n<< /Length {len(body)} >>\nstream\n".encode() + body + b"\nendstream\nendobj\n"
    )
    place, table = len(content) + 1, len(content) + len(update)
    update += f"xref\n{number} 1\n{place:010} {generation:05} n \ntrailer\n".encode()
    update += f"<< /Size {size} /Root {root} 0 R /Prev {previous} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return content + update


@pytest.mark.parametrize("sort", ["rsa", "ec"])
@pytest.mark.parametrize("options", [(), (PKCS7Options.NoAttributes,)])
def test_a_signed_file_is_intact(tmp_path: Path, sort: str, options: tuple[PKCS7Options, ...]) -> None:
    assert told(tmp_path, signed(sort, options=options)) == "intact"


@pytest.mark.parametrize("options", [(), (PKCS7Options.NoAttributes,)])
def test_one_byte_changed_breaks_it(tmp_path: Path, options: tuple[PKCS7Options, ...]) -> None:
    content = signed(options=options)
    at = content.index(b"/SigFlags 3")
    assert told(tmp_path, content[:at] + b"/SigFlags 1" + content[at + 11 :]) == "broken"


def test_a_page_changed_by_an_update_after_signing_breaks_it(tmp_path: Path) -> None:
    words = b"\nq 0 0 0 rg 100 100 200 60 re f Q\n"
    assert told(tmp_path, added_to(signed(), words)) == "broken"


def test_an_update_that_changes_no_page_leaves_it_intact(tmp_path: Path) -> None:
    assert told(tmp_path, added_to(signed())) == "intact"
    assert told(tmp_path, signed() + b"\r\n\n") == "intact"


@pytest.mark.parametrize("form", ["/GM.sm2seal", "/adbe.x509.rsa_sha1"])
def test_a_form_that_cannot_be_verified_is_unknown(tmp_path: Path, form: str) -> None:
    assert told(tmp_path, signed(form=form)) == "unknown"


def test_a_signature_that_is_no_signature_is_unknown(tmp_path: Path) -> None:
    content = signed()
    start = content.index(b"<3082") + 1
    garbage = content[:start] + b"41" * ROOM + content[start + 2 * ROOM :]
    assert told(tmp_path, garbage) == "unknown"


def test_a_range_that_leaves_more_out_than_the_signature_is_unknown(tmp_path: Path) -> None:
    content = unsigned()
    assert told(tmp_path, content) == "unknown"


def test_a_file_without_a_signature_has_none(tmp_path: Path) -> None:
    assert told(tmp_path, drawing.pdf((100, 100, "合同"))) == ""


def test_opening_tells_the_signature_and_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(signed())
    report = examine(PdfTask(path=path, derivative=tmp_path / "store" / "d.pdf", most_pages=20))
    assert (report.signed, report.signature, report.repair) == (True, "intact", "as is")
