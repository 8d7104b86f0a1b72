"""The same signed files judged by pyHanko, which the program does not use: docs/decisions/signed-originals.md."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from pipeline.engines.signatures import integrity
from tests.unit.packaging.papers import text_paper

pytest.importorskip("pyhanko", reason="pyHanko is installed for the tests alone")

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

PADES = fields.SigSeedSubFilter.PADES


@cache
def _certified(sort: str, use: str = "") -> tuple[Any, Any]:
    """A throw-away key and its certificate, as asn1crypto has them."""
    key = rsa.generate_private_key(65537, 2048) if sort == "rsa" else ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"虚构签章 {sort} {use}")])
    now = datetime.now(UTC) - timedelta(days=1)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(7).not_valid_before(now).not_valid_after(now + timedelta(days=30))
    allowed = dict.fromkeys(
        ("data_encipherment", "key_agreement", "crl_sign", "encipher_only", "decipher_only"), False
    )
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, key_cert_sign=True, **allowed
    )
    made = made.add_extension(usage, critical=True)
    if use:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    certificate = made.sign(key, hashes.SHA256())
    private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return (
        keys.PrivateKeyInfo.load(private),
        asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER)),
    )


def _stamper() -> Any:
    key, certificate = _certified("rsa", "time")
    store = SimpleCertificateStore.from_certs([certificate])
    return timestamps.DummyTimeStamper(tsa_cert=certificate, tsa_key=key, certs_to_embed=store)


def _signed(content: bytes, sort: str = "rsa", name: str = "a", stamper: Any = None, **told: Any) -> bytes:
    key, certificate = _certified(sort)
    store = SimpleCertificateStore.from_certs([certificate])
    signer = signers.SimpleSigner(signing_cert=certificate, signing_key=key, cert_registry=store)
    metadata = signers.PdfSignatureMetadata(field_name=name, **told)
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    made: bytes = signers.PdfSigner(metadata, signer=signer, timestamper=stamper).sign_pdf(writer).getvalue()
    return made


def _stamped(content: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    made: bytes = signers.PdfTimeStamper(_stamper()).timestamp_pdf(writer, "sha256").getvalue()
    return made


def _with_square(content: bytes) -> bytes:
    """A black square drawn on the page in an update after signing."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    page = writer.root["/Pages"]["/Kids"][0]
    drawn = writer.add_object(generic.StreamObject(stream_data=b"q 0 g 100 100 200 60 re f Q"))
    before = page.raw_get("/Contents")
    page["/Contents"] = generic.ArrayObject(
        [*(before if isinstance(before, generic.ArrayObject) else [before]), drawn]
    )
    writer.mark_update(writer.root["/Pages"]["/Kids"].raw_get(0))
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _spoilt(content: bytes) -> bytes:
    at = content.index(b"/MediaBox")
    return content[: at + 1] + b"m" + content[at + 2 :]


CASES: dict[str, Callable[[bytes], bytes]] = {
    "detached": _signed,
    "elliptic": lambda base: _signed(base, "ec"),
    "SHA-512": lambda base: _signed(base, md_algorithm="sha512"),
    "PAdES": lambda base: _signed(base, subfilter=PADES),
    "PAdES with a time stamp": lambda base: _signed(base, stamper=_stamper(), subfilter=PADES),
    "a time stamp alone": _stamped,
    "signed, then stamped": lambda base: _stamped(_signed(base, subfilter=PADES)),
    "signed twice": lambda base: _signed(_signed(base), "ec", "b"),
    "certified": lambda base: _signed(base, certify=True, docmdp_permissions=fields.MDPPerm.NO_CHANGES),
    "a page changed after": lambda base: _with_square(_signed(base)),
    "a byte changed": lambda base: _spoilt(_signed(base)),
    "a byte changed under two": lambda base: _spoilt(_signed(_signed(base), "ec", "b")),
}


def _by_pyhanko(content: bytes) -> str:
    """`intact` where every signature covers its revision unchanged and nothing that matters was added."""
    roots = [_certified("rsa")[1], _certified("ec")[1], _certified("rsa", "time")[1]]
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    for each in PdfFileReader(io.BytesIO(content)).embedded_signatures:
        is_stamp = each.sig_object["/Type"] == "/DocTimeStamp"
        judged = (validate_pdf_timestamp if is_stamp else validate_pdf_signature)(each, context)
        level = getattr(judged, "modification_level", None)
        if not (judged.intact and judged.valid) or (level is not None and level.name == "OTHER"):
            return "broken"
    return "intact"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", CASES)
def test_both_say_the_same(tmp_path: Path, name: str) -> None:
    content = CASES[name](text_paper(tmp_path / "base.pdf").read_bytes())
    path = tmp_path / "signed.pdf"
    path.write_bytes(content)
    with pikepdf.open(path) as pdf:
        ours = integrity(path, pdf)
    assert ours == _by_pyhanko(content)
    assert ours == ("broken" if "changed" in name else "intact")
