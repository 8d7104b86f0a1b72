"""What files tell of the people and machines that made them: left out of everything that is put together."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, Pdf, Stream

TELLING = frozenset(
    {
        "/Metadata",
        "/PieceInfo",
        "/LastModified",
        "/CreatorInfo",
        "/OPI",
        "/Alternates",
        "/AF",
        "/Ref",
        "/Measure",
        "/PtData",
    }
)
"""Keys of pictures, forms, layers and fonts that draw nothing: packets, private parts, files behind."""
PROPERTIES = frozenset({"/OCG", "/OCMD"})
"""Sorts of property lists that decide what is drawn; any other says only what the content is about."""
AUTHORS = (Name.Author, Name.Company, Name.Manager, Name.SourceModified, Name.LastModifiedBy)
NOBODY = frozenset({"anonymous", "unknown", "unspecified", "(anonymous)", "(unspecified)"})
"""What programs write where nobody is named."""
AUTHOR_GONE = "文件属性中的作者等信息"
REMARKS_GONE = "图像、图形附带的拍摄或制作信息"
EXTERNAL = frozenset({"/F", "/FFilter", "/FDecodeParms"})
"""Keys by which a stream lies in a file outside."""
INSIDE = frozenset({"/Resources", "/Properties", "/Usage"})
"""Keys of dictionaries that may lie inside others and tell something."""
START_OF_SCAN, COMMENT = 0xDA, 0xFE
KEPT_SEGMENTS = frozenset({0xE0, 0xE2, 0xEE})
"""APP0, APP2 and APP14 of a JPEG: size, colour profile, the sense of its inks."""


def scrub(pdf: Pdf) -> None:
    """Leave out what tells, whatever part of the file it hangs on; the file's own packet is written after this."""
    for each in pdf.objects:
        if isinstance(each, Stream):
            _scrub(each, TELLING | EXTERNAL)
        elif isinstance(each, Dictionary):
            _scrub(each, TELLING)


def _scrub(owner: Object, telling: frozenset[str]) -> None:
    keys = owner.keys()
    for key in keys & telling:
        del owner[key]
    for key in keys & INSIDE:
        inner = owner[key]
        if key == "/Properties" and isinstance(inner, Dictionary):
            _empty(inner)
        elif isinstance(inner, Dictionary) and not inner.is_indirect:
            _scrub(inner, telling)


def _empty(properties: Dictionary) -> None:
    """Empty the property lists that decide nothing; their names stay, for contents use them."""
    for name, told in properties.items():
        if isinstance(told, Dictionary) and str(told.get(Name.Type, "")) not in PROPERTIES and len(told.keys()):
            properties[name] = Dictionary()


def tells(stream: Stream) -> bool:
    """Whether a drawn stream carries more than what it draws."""
    return bool(stream.keys() & TELLING)


def names_authors(pdf: Pdf) -> bool:
    """Whether the file's properties name who made it."""
    found = pdf.trailer.get(Name.Info)
    told = [str(found.get(key, "")).strip() for key in AUTHORS] if isinstance(found, Dictionary) else []
    return any(each and each.lower() not in NOBODY for each in told)


def without_remarks(jpeg: bytes) -> bytes:
    """A JPEG without what cameras and programs write beside the picture: place, time, device, owner; every dot stays."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept = [b"\xff\xd8"]
    at = 2
    for start, end, marker in _segments(jpeg):
        if marker == COMMENT or (marker & 0xF0 == 0xE0 and marker not in KEPT_SEGMENTS):  # noqa: PLR2004 - APPn
            at = end
            continue
        kept.append(jpeg[start:end])
        at = end
    return b"".join(kept) + jpeg[at:]


def _segments(jpeg: bytes) -> Iterator[tuple[int, int, int]]:
    """Start, end and marker of each segment ahead of the picture's code."""
    at = 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != START_OF_SCAN:  # noqa: PLR2004 - marker
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4])
        if end > len(jpeg):
            return
        yield at, end, jpeg[at + 1]
        at = end
