"""Digests of a source page as it enters the dossier: its content streams, and the pictures and forms it draws.

What the digests are taken of is a format, told here for every reader: `content` is SHA-256 over the decoded content
streams in order, each followed by a newline; `images` is SHA-256 over lines, sorted, each once: `name:digest` for a
stream that the page names (a name that is not plain ASCII is `?`), `digest` for one that such a stream draws or is
masked by, at any depth, where `digest` is SHA-256 of the bytes as stored, before any filter. Pages without such
streams have an empty `images`.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from pipeline.packaging import privacy

PLAIN_NAME = re.compile(r"/[A-Za-z0-9_.+-]+")
LOSSLESS = frozenset({"/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode"})
MOST_STREAMS = 20_000  # below one page; more is a trap
LARGEST_CONTENT = 1 << 28  # bytes of decoded content; more is a decompression bomb


def content_streams(page: Dictionary) -> list[Stream]:
    """The page's own content streams in order; whatever is no stream is left out."""
    contents = page.get(Name.Contents)
    listed = list(contents) if isinstance(contents, Array) else [contents]
    return [each for each in listed if isinstance(each, Stream)]


def settled(stream: Stream) -> bytes | None:
    """The decoded content, after which the stream is stored as plain Flate; None where it is damaged.

    Every reader makes something else of a damaged stream, so such a one is left as it is.
    """
    raw = stream.read_raw_bytes()
    if Name.DecodeParms not in stream and _is_plain_flate(stream.get(Name.Filter)):
        _unlist(stream)
        return _inflated(raw)
    try:
        content = stream.read_bytes()
    except (pikepdf.PdfError, ValueError):
        return None
    stream.write(zlib.compress(content), filter=Name.FlateDecode)
    return content


def _is_plain_flate(filters: Object | None) -> bool:
    """Whether the one filter is Flate, named alone or in a list."""
    if isinstance(filters, Array):
        return len(filters) == 1 and filters[0] == Name.FlateDecode
    return filters == Name.FlateDecode


def _inflated(raw: bytes) -> bytes | None:
    """Exactly what a whole and honest Flate stream holds, else None."""
    inflater = zlib.decompressobj()
    try:
        content = inflater.decompress(raw, LARGEST_CONTENT)
    except zlib.error:
        return None
    return content if inflater.eof else None


def of_content(streams: list[Stream], contents: list[bytes | None]) -> str:
    """Digest of the content streams; of the stored bytes, marked `raw:`, where one cannot be decoded."""
    if any(content is None for content in contents):
        return "raw:" + _of_parts(stream.read_raw_bytes() for stream in streams)
    return _of_parts(content for content in contents if content is not None)


def _of_parts(parts: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
        digest.update(b"\n")
    return digest.hexdigest()


class PictureDigests:
    """Digests of the drawn streams of one open PDF; a stream that many pages share is read once."""

    def __init__(self) -> None:
        self._of_stream: dict[tuple[int, int], str] = {}
        self.told = False
        """Whether a stream carried more than what it draws: where a photograph was taken, who made a drawing."""

    def of_resources(self, resources: Dictionary) -> str:
        """The `images` digest of a page with these resources; streams stored without a filter are deflated."""
        named = _drawn(resources)
        lines = {f"{name[1:] if PLAIN_NAME.fullmatch(name) else '?'}:{self._digest(each)}\n" for name, each in named}
        waiting = [stream for _, stream in named]
        seen = {stream.objgen for stream in waiting}
        while waiting:
            stream = waiting.pop()
            for inner in _below(stream):
                if inner.objgen not in seen and len(seen) < MOST_STREAMS:
                    seen.add(inner.objgen)
                    waiting.append(inner)
                    lines.add(f"{self._digest(inner)}\n")
        return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest() if lines else ""

    def _digest(self, stream: Stream) -> str:
        known = self._of_stream.get(stream.objgen)
        if known is None:
            self.told |= _settle(stream) | privacy.tells(stream)
            known = hashlib.sha256(stream.read_raw_bytes()).hexdigest()
            self._of_stream[stream.objgen] = known
        return known


def _settle(stream: Stream) -> bool:
    """Pack a stream as qpdf would when it writes it, so that its stored bytes stay the same from here on.

    A JPEG loses what was written beside its dots; whether it did.
    """
    listed = stream.get(Name.Filter, Array())
    filters = [str(each) for each in listed] if isinstance(listed, Array) else [str(listed)]
    if filters == ["/DCTDecode"]:
        raw = stream.read_raw_bytes()
        plain = privacy.without_remarks(raw)
        if len(plain) < len(raw):
            parameters = stream.get(Name.DecodeParms)
            known = parameters if isinstance(parameters, Dictionary) else None
            stream.write(plain, filter=Name.DCTDecode, decode_parms=known)
            return True
    elif filters == ["/FlateDecode"]:
        _unlist(stream)
    elif LOSSLESS.issuperset(filters):
        try:
            stream.write(zlib.compress(stream.read_bytes()), filter=Name.FlateDecode)
        except (pikepdf.PdfError, ValueError):
            return False
    return False


def _unlist(stream: Stream) -> None:
    """Name a single filter plainly: qpdf packs anew what has its filter in a list."""
    for key in (Name.Filter, Name.DecodeParms):
        listed = stream.get(key)
        if isinstance(listed, Array) and len(listed) == 1:
            stream[key] = listed[0]


def _drawn(resources: Object | None) -> list[tuple[str, Stream]]:
    """The streams that resources name, with their names."""
    named = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
    if not isinstance(named, Dictionary):
        return []
    return [(name, stream) for name, stream in named.items() if isinstance(stream, Stream)]


def _below(stream: Stream) -> list[Stream]:
    """What a picture is masked by, or what a form draws."""
    mask = stream.get(Name.SMask)
    inner = [each for _, each in _drawn(stream.get(Name.Resources))]
    return [mask, *inner] if isinstance(mask, Stream) else inner
