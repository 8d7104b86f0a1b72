"""Which names the Word templates use: their text is read straight from the package, no Word library needed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import BinaryIO

BODY = re.compile(r"word/(?:document|header[0-9]*|footer[0-9]*|footnotes)\.xml")
PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
TEXT = re.compile(r"<w:t(?: [^>]*)?>(.*?)</w:t>", re.DOTALL)
SCOPED_TAG = re.compile(r"\{([%{#])(?:p|tr|tc|r)(?= )")
"""docxtpl's tags for a paragraph, a row, a cell or a run: `{%tr for …`, `{{r …`."""


def template_faults(path: Path, known: tuple[str, ...]) -> Iterator[str]:
    """Names that the program does not give, and broken tags, as sentences."""
    from jinja2 import TemplateSyntaxError
    from jinja2.meta import find_undeclared_variables
    from jinja2.sandbox import SandboxedEnvironment

    try:
        text = template_text(path)
    except (zipfile.BadZipFile, OSError, UnicodeDecodeError):
        yield "不是可以打开的 Word 文件"
        return
    try:
        used = find_undeclared_variables(SandboxedEnvironment().parse(text))
    except TemplateSyntaxError as error:
        line = text.splitlines()[error.lineno - 1] if error.lineno <= text.count("\n") + 1 else ""
        yield f"模板标记写错了：{line[:60]}"
        return
    yield from (f"引用了程序没有的变量 {name}" for name in sorted(used - set(known)))


def template_text(path: Path | BinaryIO) -> str:
    """The text of a Word template with its tags, one paragraph a line."""
    with zipfile.ZipFile(path) as package:
        parts = [name for name in package.namelist() if BODY.fullmatch(name)]
        content = [package.read(name).decode("utf-8") for name in parts]
    lines = (
        "".join(unescape(piece) for piece in TEXT.findall(paragraph))
        for part in content
        for paragraph in PARAGRAPH.findall(part)
    )
    return SCOPED_TAG.sub(r"{\1", "\n".join(lines))
