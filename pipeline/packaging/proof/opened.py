"""A dossier opened by pypdf: pages, resources, and the list that travels in it, read without trust."""

from __future__ import annotations

import base64
import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from pipeline.model.bundle import PlacementList

# pypdf meets broken files with nearly any class of error (36 of 3,573 public files); these are what was seen.
ODD_FILES = (
    PyPdfError,
    DependencyError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    RecursionError,
    NotImplementedError,
    OSError,
    struct.error,
    zlib.error,
)
logging.getLogger("pypdf").setLevel(logging.ERROR)  # its repairs are told by the checks, not on stderr
LARGEST_LIST = 1 << 28  # bytes, unpacked
PLACEMENT = re.compile(r"<dossier:placement>(.*?)</dossier:placement>", re.DOTALL)


class OpenedDossier:
    """The file's pages in order, as dictionaries with the number of the object that each is."""

    def __init__(self, path: Path) -> None:
        self.content = path.read_bytes()
        self.reader = PdfReader(io.BytesIO(self.content))
        self.root: DictionaryObject = dictionary(self.reader.trailer["/Root"])
        self.pages: list[DictionaryObject] = []
        self.page_of_object: dict[int, int] = {}
        for number, reference in _leaves(self.root.raw_get("/Pages")):
            self.pages.append(dictionary(reference))
            self.page_of_object.setdefault(number, len(self.pages))

    def placement_list(self) -> PlacementList | None:
        """The list in the metadata, None where there is none that can be read."""
        packet = self.root.get("/Metadata")
        stream = packet.get_object() if packet is not None else None
        if not isinstance(stream, StreamObject):
            return None
        found = PLACEMENT.search(stream.get_data().decode("utf-8", "replace"))
        if found is None:
            return None
        try:
            packed = base64.b64decode(found[1], validate=True)
            return PlacementList.model_validate_json(zlib.decompressobj().decompress(packed, LARGEST_LIST))
        except (ValidationError, ValueError, zlib.error):
            return None

    def target(self, destination: Any) -> int | None:
        """The page (1-based) to which an explicit destination leads, None where it leads to none of ours."""
        if destination is None:
            return None
        listed = destination.get_object()
        if not isinstance(listed, ArrayObject) or not listed or not isinstance(listed[0], IndirectObject):
            return None
        return self.page_of_object.get(listed[0].idnum)

    def unit(self, page: int) -> float:
        """Points a user unit on a page (1-based)."""
        return float(self.pages[page - 1].get("/UserUnit", 1.0))


def dictionary(value: Any) -> DictionaryObject:
    """The dictionary that a value is or refers to, an empty one where it is none."""
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def streams(contents: Any) -> list[StreamObject]:
    """The content streams of a page, in order."""
    found = contents.get_object() if contents is not None else None
    listed = [each.get_object() for each in found] if isinstance(found, ArrayObject) else [found]
    return [each for each in listed if isinstance(each, StreamObject)]


def stored(stream: StreamObject) -> bytes:
    """The bytes of a stream before any filter."""
    return bytes(stream._data)


def decoded(stream: StreamObject) -> bytes:
    """What a content stream says; plain Flate without pypdf's ceilings and repairs."""
    if stream.get("/Filter") in ("/FlateDecode", ["/FlateDecode"]) and "/DecodeParms" not in stream:
        return zlib.decompressobj().decompress(stored(stream))
    return bytes(stream.get_data())


def _leaves(root: Any) -> Iterator[tuple[int, IndirectObject]]:
    """Number and reference of every page of the tree in order, each node once."""
    waiting, seen = [root], set()
    while waiting:
        reference = waiting.pop()
        node = dictionary(reference)
        number = reference.idnum if isinstance(reference, IndirectObject) else -1
        if node.get("/Type") == "/Pages" or "/Kids" in node:
            if number in seen:
                continue
            seen.add(number)
            kids = node.get("/Kids")
            waiting.extend(reversed(kids.get_object() if kids is not None else []))
        else:
            yield number, reference
