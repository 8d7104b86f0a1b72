"""Electronic signatures by a throw-away key: whether what they cover is unchanged. Nothing is trusted or fetched."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import cms, tsp
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


def _hole(whole: bytes) -> tuple[int, int]:
    """Where the place for the signature begins and ends."""
    hole = b"<" + b"00" * ROOM + b">"
    start = whole.index(hole)
    return start, start + len(hole)


def _ranged(whole: bytes, start: int, after: int) -> bytes:
    """The file saying what its signature covers."""
    written = f"[ 0 {start} {after} {len(whole) - after} ]".encode()
    before = f"[ 0 {OPEN} {OPEN} {OPEN} ]".encode()
    assert before in whole
    return whole.replace(before, written.ljust(len(before)))


def signed(sort: str = "rsa", form: str = "/adbe.pkcs7.detached", options: tuple[PKCS7Options, ...] = ()) -> bytes:
    whole = unsigned(form)
    start, after = _hole(whole)
    whole = _ranged(whole, start, after)
    key, certificate = key_and_certificate(sort)
    builder = PKCS7SignatureBuilder().set_data(whole[:start] + whole[after:])
    builder = builder.add_signer(certificate, key, hashes.SHA256())
    chosen = [PKCS7Options.DetachedSignature, PKCS7Options.Binary, *options]
    made = builder.sign(Encoding.DER, chosen).hex().encode()
    return whole[: start + 1] + made.ljust(2 * ROOM, b"0") + whole[after - 1 :]


def holding(form: str, held: Callable[[bytes], bytes], content_type: str = "data") -> bytes:
    """A file whose signature holds what was signed, instead of leaving it to the file."""
    whole = unsigned(form)
    start, after = _hole(whole)
    whole = _ranged(whole, start, after)
    key, certificate = key_and_certificate("rsa")
    builder = PKCS7SignatureBuilder().set_data(held(whole[:start] + whole[after:]))
    made = builder.add_signer(certificate, key, hashes.SHA256()).sign(Encoding.DER, [PKCS7Options.Binary])
    parsed = cms.ContentInfo.load(made)
    parsed["content"]["version"] = "v1" if content_type == "data" else "v3"  # RFC 5652 §5.1
    parsed["content"]["encap_content_info"]["content_type"] = content_type
    return whole[: start + 1] + parsed.dump(force=True).hex().encode().ljust(2 * ROOM, b"0") + whole[after - 1 :]


def time_stamp(content: bytes) -> bytes:
    """What a time-stamping authority signs for this content."""
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": hashlib.sha256(content).digest()}
    told_at = datetime(2026, 1, 2, tzinfo=UTC)
    stamp = {"version": "v1", "policy": "1.2.3", "message_imprint": imprint, "serial_number": 1, "gen_time": told_at}
    return bytes(tsp.TSTInfo(stamp).dump())


HELD = {
    "/adbe.pkcs7.sha1": (lambda content: hashlib.sha1(content, usedforsecurity=False).digest(), "data"),
    "/ETSI.RFC3161": (time_stamp, "tst_info"),
}
"""Forms whose signature holds a digest of the file: what it holds, and the name of that."""


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


@pytest.mark.parametrize("form", HELD)
def test_a_signature_that_holds_a_digest_is_intact_and_breaks_with_one_byte(tmp_path: Path, form: str) -> None:
    held, content_type = HELD[form]
    content = holding(form, held, content_type)
    at = content.index(b"/SigFlags 3")
    assert told(tmp_path, content) == "intact"
    assert told(tmp_path, content[:at] + b"/SigFlags 1" + content[at + 11 :]) == "broken"


@pytest.mark.parametrize("form", HELD)
def test_a_right_digest_that_nobody_signed_is_broken(tmp_path: Path, form: str) -> None:
    held, content_type = HELD[form]
    other = holding(
        form, lambda content: held(content)[::-1] if form == "/adbe.pkcs7.sha1" else held(b"x"), content_type
    )
    assert told(tmp_path, other) == "broken"


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
