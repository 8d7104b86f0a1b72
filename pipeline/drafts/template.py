"""Filling a Word template, strictly: in jinja's sandbox, with escaping, and no variable left undefined."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, cast

from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing as nothing

from pipeline.engines.docx_package import read_parts, write_parts
from pipeline.errors import RenderError

if TYPE_CHECKING:
    from jinja2.exceptions import TemplateRuntimeError

FIGURE_WIDTH = 15.4  # centimetres: the text width of the templates, less a hair
TAG = re.compile(r"<[^>]+>")
SHOWN = 60  # characters of a paragraph that an error quotes


class MissingVariableError(UndefinedError):
    """A template asked for a variable that there is not; `name` is what it asked for."""

    def __init__(self, name: str, message: str | None = None) -> None:
        super().__init__(message)
        self.name = name


class NamedUndefined(StrictUndefined):
    """An undefined value that remembers the name it was asked by."""

    def __init__(
        self, hint: str | None = None, obj: Any = nothing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        del exc
        raised = cast("type[TemplateRuntimeError]", partial(MissingVariableError, str(name)))
        super().__init__(hint, obj, name, raised)


class WordTemplate(DocxTemplate):  # type: ignore[misc]
    """docxtpl's template, which keeps the source of the part being rendered so that an error can name its paragraph."""

    rendering = ""

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """Render one part."""
        self.rendering = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)
        return str(super().render_xml_part(src_xml, part, context, jinja_env))


def fill(
    template: Path, variables: Mapping[str, Any], figures: Mapping[str, Callable[[], bytes]], when: datetime
) -> bytes:
    """The DOCX of a template filled with variables and figures; `when` is the only clock in it.

    Raises: RenderError with template, paragraph and name for a variable that is not there, or a broken template.
    """
    word = _opened(template)
    try:
        word.render({**variables, "figures": _Figures(word, figures)}, jinja_env=_environment(), autoescape=True)
    except MissingVariableError as error:
        where = _paragraph(word, error)
        raise RenderError(
            f"模板 {template.name}：变量 {error.name} 没有定义，段落“{where}”。请改正模板中的变量名"
        ) from error
    except TemplateError as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else None
        where = _text_of_line(word.rendering, line) if line is not None else _paragraph(word, error)
        raise RenderError(f"模板 {template.name}：语句有误，段落“{where}”。请改正模板") from error
    properties = word.docx.core_properties
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = when
    written = io.BytesIO()
    word.save(written)
    return write_parts(read_parts(written.getvalue()))


def variables_of(template: Path) -> frozenset[str]:
    """The top names that a template uses.

    Raises: RenderError when the template cannot be read or its statements are broken.
    """
    word, environment = _opened(template), _environment()
    word.init_docx()
    sources = [word.patch_xml(word.get_xml())]
    for kind in (word.HEADER_URI, word.FOOTER_URI):
        sources += [word.patch_xml(word.get_part_xml(part)) for _, part in word.get_headers_footers(kind)]
    try:
        return frozenset().union(*(find_undeclared_variables(environment.parse(source)) for source in sources))
    except TemplateSyntaxError as error:
        raise RenderError(f"模板 {template.name}：语句有误（{error.lineno}）。请改正模板") from error


class _Figures:
    """Figures as the template asks for them; one that it does not use is not drawn."""

    def __init__(self, word: WordTemplate, figures: Mapping[str, Callable[[], bytes]]) -> None:
        self._word, self._figures = word, figures

    def __getitem__(self, name: str) -> InlineImage:
        return InlineImage(self._word, io.BytesIO(self._figures[name]()), width=Cm(FIGURE_WIDTH))


def _opened(template: Path) -> WordTemplate:
    try:
        with zipfile.ZipFile(template) as package:
            package.getinfo("word/document.xml")
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise RenderError(f"模板 {template.name} 不存在或不是 Word 文件（.docx）") from error
    return WordTemplate(str(template))


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(undefined=NamedUndefined, autoescape=True)


def _paragraph(word: WordTemplate, error: BaseException) -> str:
    """The words of the template's paragraph that was being rendered when the error arose."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return _text_of_line(word.rendering, lines[-1] if lines else None)


def _text_of_line(source: str, line: int | None) -> str:
    if line is None:
        return "（位置不明）"
    words = TAG.sub("", source.splitlines()[line - 1]).strip()
    return words[:SHOWN] or "（空段落）"
