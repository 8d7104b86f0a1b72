"""What a package file is called: `NN_材料名_简称.pdf`, on any file system, within the portal's length."""

from __future__ import annotations

from pipeline.model.bundle import Naming

LEAST_TITLE = 6  # characters of a title that stay when a name is too long


def file_name(naming: Naming, number: str, title: str, short_name: str, *, pending: bool = False) -> str:
    """The name of a material's file; too long a name loses the end of the title, then of the short name."""
    title, short_name = _clean(naming, title), _clean(naming, short_name)
    while True:
        name = _filled(naming, number, title, short_name, pending=pending)
        if len(name) <= naming.max_characters:
            return name
        if len(title) > LEAST_TITLE:
            title = title[:-1].rstrip(" ._")
        elif short_name:
            short_name = short_name[:-1].rstrip(" ._")
        else:
            return name[: naming.max_characters - len(".pdf")] + ".pdf"


def _filled(naming: Naming, number: str, title: str, short_name: str, *, pending: bool) -> str:
    name = naming.pattern.format(number=number, title=title, short_name=short_name)
    stem = name.removesuffix(".pdf").rstrip(" ._")
    return f"{stem}{naming.pending_mark if pending else ''}.pdf"


def _clean(naming: Naming, text: str) -> str:
    """Without characters that a file system or the portal refuses, and without space at the ends."""
    kept = "".join(c for c in text if c.isprintable() and c not in naming.illegal)
    return "_".join(kept.split()).strip("._")
