"""Digests of a source page as it enters the dossier: its content streams, and the pictures and forms it draws.

What the digests are taken of is a format, told here for every reader: `content` is SHA-256 over the decoded content
streams in order, each followed by a newline; `images` is SHA-256 over one line a stream, sorted, `path:digest`, where
`path` are the resource names down to it (a name that is not plain ASCII is `?`), and `digest` is SHA-256 of the bytes
as stored, before any filter. Pages without such streams have an empty `images`.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

PLAIN_NAME = re.compile(r"/[A-Za-z0-9_.+-]+")
DEEPEST = 12  # nesting of forms in forms; more is a trap or a mistake
LARGEST_CONTENT = 1 << 28  # bytes of decoded content; more is a decompression bomb


def content_streams(page: Dictionary) -> list[Stream]:
    """The page's own content streams in order; whatever is no stream is left out."""
    contents = page.get(Name.Contents)
    listed = list(contents) if isinstance(contents, Array) else [contents]
    return [each for each in listed if isinstance(each, Stream)]


def settled(stream: Stream) -> bytes | None:
    """The decoded content, after which the stream is stored as plain Flate; None where it cannot be decoded."""
    raw = stream.read_raw_bytes()
    if Name.DecodeParms not in stream and _is_plain_flate(stream.get(Name.Filter)):
        content = _inflated(raw)
        if content is not None:
            return content
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

    def of_resources(self, resources: Dictionary) -> str:
        """The `images` digest of a page with these resources; streams stored without a filter are deflated."""
        lines = sorted(self._lines(resources, "", 0, frozenset()))
        return hashlib.sha256("".join(lines).encode()).hexdigest() if lines else ""

    def _lines(
        self, resources: Dictionary, path: str, depth: int, above: frozenset[tuple[int, int]]
    ) -> Iterator[str]:
        drawn = resources.get(Name.XObject)
        if depth > DEEPEST or not isinstance(drawn, Dictionary):
            return
        for name, stream in drawn.items():
            if not isinstance(stream, Stream) or stream.objgen in above:
                continue
            here = f"{path}/{name[1:] if PLAIN_NAME.fullmatch(name) else '?'}"
            yield f"{here}:{self._digest(stream)}\n"
            mask = stream.get(Name.SMask)
            if isinstance(mask, Stream):
                yield f"{here}/SMask:{self._digest(mask)}\n"
            inner = stream.get(Name.Resources)
            if isinstance(inner, Dictionary):
                yield from self._lines(inner, here, depth + 1, above | {stream.objgen})

    def _digest(self, stream: Stream) -> str:
        known = self._of_stream.get(stream.objgen)
        if known is None:
            if Name.Filter not in stream:
                stream.write(zlib.compress(stream.read_raw_bytes()), filter=Name.FlateDecode)
            known = hashlib.sha256(stream.read_raw_bytes()).hexdigest()
            self._of_stream[stream.objgen] = known
        return known
