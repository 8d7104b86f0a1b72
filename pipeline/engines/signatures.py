"""Whether what a PDF's electronic signatures cover is unchanged: integrity alone, no trust, nothing fetched.

Signatures by Chinese algorithms (SM2) or in the form of the seal standard (GM/T 0031) cannot be proven here: a
changed digest is still told, all else is `unknown`. ISO 32000-1 §12.8; RFC 5652 §5.4–5.6.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
from asn1crypto import cms, tsp
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from pikepdf import Dictionary, Name

from pipeline.engines import pdfium
from pipeline.engines.active import signatures
from pipeline.engines.outcomes import UnreadableError
from pipeline.model.intake import Integrity

DETACHED = frozenset({"/adbe.pkcs7.detached", "/ETSI.CAdES.detached"})
TIMESTAMP = "/ETSI.RFC3161"
OF_DIGEST = "/adbe.pkcs7.sha1"
SM3 = {"1.2.156.10197.1.401": "sm3"}
"""The national digest by its number (GB/T 33560)."""
HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha1": hashes.SHA1(),  # noqa: S303 - old papers are signed with it; integrity is asked, not trust
    "sha224": hashes.SHA224(),
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
LOOK_DPI = 60.0  # a changed digit is four pixels high
MOST_LOOKED_AT = 60  # pages; longer files that were added to after signing are not compared
GRAVEST: tuple[Integrity, ...] = ("broken", "unknown", "intact")
UNPARSED = (ValueError, TypeError, KeyError, IndexError, AttributeError, UnsupportedAlgorithm, OverflowError)
"""What the parsers raise for structures that are none of those described."""


class Covered(NamedTuple):
    """What one signature covers (`content`), where that ends in the file, the signature and its form."""

    content: bytes
    end: int
    signature: bytes
    form: str


def integrity(path: Path, pdf: pikepdf.Pdf) -> Integrity:
    """The gravest of all signatures; empty for a file without any."""
    values = signatures(pdf)
    if not values:
        return ""
    whole = path.read_bytes()
    found = [_covered(whole, each) for each in values]
    told = {"unknown" if each is None else _proven(each) for each in found}
    ends = [each.end for each in found if each is not None]
    if ends:
        told.add(_since(whole, max(ends)))
    return next(each for each in GRAVEST if each in told)


def _covered(whole: bytes, value: Dictionary) -> Covered | None:
    """What a signature covers: everything to the left and right of itself; None where it says otherwise."""
    try:
        start, length, after, rest = (int(each) for each in value[Name.ByteRange])
        signature, form = bytes(value[Name.Contents]), str(value.get(Name.SubFilter))
    except UNPARSED:
        return None
    end = after + rest
    if start != 0 or not 0 < length < after <= end <= len(whole):
        return None
    gap = whole[length:after]
    if not (gap.startswith(b"<") and gap.endswith(b">")):
        return None
    return Covered(whole[:length] + whole[after:end], end, signature, form)


def _proven(covered: Covered) -> Integrity:
    try:
        signed = cms.ContentInfo.load(covered.signature)["content"]
        if covered.form == TIMESTAMP:
            return _of_timestamp(signed, covered.content)
        if covered.form == OF_DIGEST:
            return _of_digest(signed, covered.content)
        return _of_signer(signed, covered.content) if covered.form in DETACHED else "unknown"
    except UNPARSED:
        return "unknown"


def _of_timestamp(signed: Any, content: bytes) -> Integrity:
    """A time stamp of the document holds the digest of what it covers, and is signed itself (RFC 3161 §2.4.2)."""
    held = bytes(signed["encap_content_info"]["content"])
    stamp = tsp.TSTInfo.load(held)["message_imprint"]
    digest = _digest(stamp["hash_algorithm"]["algorithm"], content)
    if digest is None:
        return "unknown"
    return _of_signer(signed, held) if digest == stamp["hashed_message"].native else "broken"


def _of_digest(signed: Any, content: bytes) -> Integrity:
    """In the old form the signer signed the SHA-1 digest of what the signature covers (ISO 32000-1 §12.8.3.3.1)."""
    held = bytes(signed["encap_content_info"]["content"])
    is_same = hashlib.sha1(content, usedforsecurity=False).digest() == held
    return _of_signer(signed, held) if is_same else "broken"


def _of_signer(signed: Any, content: bytes) -> Integrity:
    """The digest that the signer signed is that of the content, and the signer's key signed it."""
    (signer,) = signed["signer_infos"]
    attributes = signer["signed_attrs"]
    message = content
    if attributes.native is not None:
        digest = _digest(signer["digest_algorithm"]["algorithm"], content)
        (stated,) = (each["values"][0].native for each in attributes if each["type"].native == "message_digest")
        if digest is None:
            return "unknown"
        if digest != stated:
            return "broken"
        message = attributes.untag().dump()
    return _signed_by(_certificate(signed, signer), signer, message)


def _digest(algorithm: Any, content: bytes) -> bytes | None:
    name = SM3.get(algorithm.dotted, algorithm.native)
    return hashlib.new(name, content).digest() if name in hashlib.algorithms_available else None


def _certificate(signed: Any, signer: Any) -> x509.Certificate:
    """The signer's own certificate among those sent along; KeyError where it is not."""
    sid = signer["sid"]
    for each in signed["certificates"]:
        certificate = each.chosen
        if sid.name == "issuer_and_serial_number":
            is_own = certificate.serial_number == sid.chosen["serial_number"].native
        else:
            is_own = certificate.key_identifier == sid.chosen.native
        if is_own:
            return x509.load_der_x509_certificate(certificate.dump())
    raise KeyError(sid.name)


def _signed_by(certificate: x509.Certificate, signer: Any, message: bytes) -> Integrity:
    key, method = certificate.public_key(), signer["signature_algorithm"]
    algorithm = HASHES[signer["digest_algorithm"]["algorithm"].native]
    signature = signer["signature"].native
    try:
        if isinstance(key, rsa.RSAPublicKey) and method.signature_algo == "rsassa_pkcs1v15":
            key.verify(signature, message, padding.PKCS1v15(), algorithm)
        elif isinstance(key, rsa.RSAPublicKey) and method.signature_algo == "rsassa_pss":
            key.verify(signature, message, padding.PSS(padding.MGF1(algorithm), padding.PSS.AUTO), algorithm)
        elif isinstance(key, ec.EllipticCurvePublicKey) and method.signature_algo == "ecdsa":
            key.verify(signature, message, ec.ECDSA(algorithm))
        else:
            return "unknown"
    except InvalidSignature:
        return "broken"
    return "intact"


def _since(whole: bytes, end: int) -> Integrity:
    """What was added after the last signature may prove or date it, but not change a page."""
    if not whole[end:].strip():
        return "intact"
    try:
        signed, now = _looks(whole[:end]), _looks(whole)
    except UnreadableError:
        return "unknown"
    if signed is None or now is None:
        return "unknown"
    return "intact" if signed == now else "broken"


def _looks(content: bytes) -> str | None:
    """Hash of all pages as printed; None for files of very many pages."""
    seen = hashlib.sha256()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(content)
        with pdfium.opened(path) as document:
            if len(document) > MOST_LOOKED_AT:
                return None
            for number in range(1, len(document) + 1):
                with pdfium.printed_page_of(document, number) as page:
                    seen.update(repr(pdfium.size(page)).encode() + pdfium.rasterise(page, LOOK_DPI).tobytes())
    return seen.hexdigest()
