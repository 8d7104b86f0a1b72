"""Pages that are one photograph and nothing else: what a scanner makes, and the most common page of a dossier."""

from __future__ import annotations

from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Stream

from pipeline.packaging.frame import IDENTITY, Matrix, product

LONGEST = 600  # bytes of content that are worth a look: a page of one picture says little
OPERANDS = {
    **dict.fromkeys(("q", "Q", "BT", "ET", "W", "W*", "n"), 0),
    **dict.fromkeys(("g", "G", "w", "i", "ri", "TL", "Do"), 1),
    **dict.fromkeys(("Tf",), 2),
    **dict.fromkeys(("rg", "RG"), 3),
    **dict.fromkeys(("re",), 4),
    **dict.fromkeys(("cm",), 6),
}


class Scan(NamedTuple):
    """The one JPEG of a page and the matrix that lays its unit square into user space."""

    picture: Stream
    matrix: Matrix


def of_page(content: bytes, resources: Dictionary) -> Scan | None:
    """The page's only picture, None where the page is anything more or anything else."""
    if len(content) > LONGEST:
        return None
    drawn = _drawn(content.decode("latin-1").split())
    if len(drawn) != 1:
        return None
    name, matrix = drawn[0]
    named = resources.get(Name.XObject)
    picture = named.get(name) if isinstance(named, Dictionary) else None
    return Scan(picture, matrix) if isinstance(picture, Stream) and _is_plain_jpeg(picture) else None


def _drawn(words: list[str]) -> list[tuple[str, Matrix]]:
    """Names that are drawn and where; nothing where an operator is not among the few that are understood."""
    operands: list[str] = []
    matrix, kept, drawn = IDENTITY, list[Matrix](), list[tuple[str, Matrix]]()
    for word in words:
        wanted = OPERANDS.get(word)
        if wanted is None:
            operands.append(word)
            continue
        if len(operands) != wanted:
            return []
        if word == "q":
            kept.append(matrix)
        elif word == "Q":
            matrix = kept.pop() if kept else matrix
        elif word == "cm":
            placed = _numbers(operands)
            if placed is None:
                return []
            matrix = product(placed, matrix)
        elif word == "Do":
            drawn.append((operands[0], matrix))
        operands = []
    return drawn if not operands else []


def _numbers(operands: list[str]) -> Matrix | None:
    try:
        a, b, c, d, e, f = (float(operand) for operand in operands)
    except ValueError:
        return None
    return a, b, c, d, e, f


def _is_plain_jpeg(picture: Stream) -> bool:
    filters: Object | None = picture.get(Name.Filter)
    listed = list(filters) if isinstance(filters, Array) else [filters]
    odd = any(key in picture for key in (Name.SMask, Name.Mask, Name.Decode, Name.OC))
    return picture.get(Name.Subtype) == Name.Image and listed == [Name.DCTDecode] and not odd
