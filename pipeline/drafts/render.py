"""The drafts of one client: templates filled, converted in two passes, read back and written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path
from subprocess import SubprocessError
from types import MappingProxyType
from typing import Any, NamedTuple

from pipeline.drafts import contents, reading
from pipeline.drafts.answers import Row, unanswered
from pipeline.drafts.figures import charts, network
from pipeline.drafts.figures.sheet import Faces, faces_for
from pipeline.drafts.law import read_law
from pipeline.drafts.marks import OpenMarks
from pipeline.drafts.paging import paginate
from pipeline.drafts.pictures import POSTS, pictures
from pipeline.drafts.template import fill
from pipeline.drafts.variables import printable, template_variables
from pipeline.engines.docx_fonts import NUMERALS, with_our_fonts
from pipeline.engines.docx_gate import conversion_faults, page_texts
from pipeline.engines.docx_package import all_characters, read_parts, without_authors, write_parts
from pipeline.engines.docx_pdf import Conversion, convert, convert_many, engine_name, outline, with_title
from pipeline.engines.fonts import ALWAYS
from pipeline.engines.outcomes import UnreadableError
from pipeline.errors import InputError, RenderError
from pipeline.model.draft import Draft, DraftContext, OpenPoint
from pipeline.profile.profile import Profile
from pipeline.profile.records import DraftEntry

NOBODY_EDITED: Mapping[str, Path] = MappingProxyType({})
CODE_LENGTH = 8  # hexadecimal digits: enough to tell a client's drafts apart, short enough to read aloud
NUMBER = re.compile(r"(\d{2}|\d{1,2}A)(?![0-9A-Za-z])")
FAULTS_SHOWN = 3


class Filled(NamedTuple):
    """A draft as DOCX before it has pages."""

    entry: DraftEntry
    code: str
    docx: bytes


def render(
    context: DraftContext,
    profile: Profile,
    templates: Path,
    out: Path,
    cache: Path | None = None,
    edited: Mapping[str, Path] = NOBODY_EDITED,
) -> tuple[Draft, ...]:
    """Write every draft of the profile as DOCX and PDF into `out`; its records in the profile's order.

    `edited`: DOCX by material that a person changed in Word: converted as they are, never filled. `cache` keeps the
    fonts. Raises: RenderError for a fault of a template, InputError for an edited DOCX that cannot be converted.
    """
    out.mkdir(parents=True, exist_ok=True)
    by_hand = {material: _edited(path, cache) for material, path in sorted(edited.items())}
    marks = OpenMarks()
    variables = template_variables(profile, read_law(profile.law), context, marks)
    alphabet = _alphabet(context, profile, templates, variables)
    filled = _filled(context, profile, templates, variables, faces_for(alphabet, cache))
    made = _converted([each for each in filled if each.entry.material not in by_hand], cache, alphabet)
    author = variables["company"]["name"]
    drafts = []
    for each in filled:
        own = by_hand.get(each.entry.material)
        docx, conversion = made[each.entry.material] if own is None else own
        drafts.append(_written(each, docx, conversion, marks, out, author, edited=own is not None))
    return tuple(drafts)


def open_points(context: DraftContext, profile: Profile) -> tuple[OpenPoint, ...]:
    """Questions still without a usable answer, with where the answer will stand; nothing is rendered."""
    return tuple(
        OpenPoint(
            question=question.id,
            where="、".join(question.used_in),
            text=question.text + (f"（{fault}）" if fault else ""),
        )
        for question, fault in unanswered(profile.questions, context)
    )


def edited_drafts(folder: Path, profile: Profile) -> dict[str, Path]:
    """The DOCX of a client's drafts/ folder by material; lock files of Word are no drafts.

    Raises: InputError for a file that belongs to no draft, or two for one.
    """
    known = {entry.material for entry in profile.drafts}
    found: dict[str, Path] = {}
    faults = []
    for path in sorted(folder.glob("*.docx")) if folder.is_dir() else ():
        if path.name.startswith(("~$", ".")):
            continue
        number = NUMBER.match(path.name)
        material = number[1] if number is not None else ""
        if material not in known:
            faults.append(f"drafts/{path.name}：文件名须以文稿编号开头（{'、'.join(sorted(known))}）")
        elif material in found:
            faults.append(f"drafts/{path.name}：第{material}项已有 {found[material].name}，请只保留一个")
        else:
            found[material] = path
    if faults:
        raise InputError(*faults)
    return found


def _alphabet(
    context: DraftContext, profile: Profile, templates: Path, variables: Mapping[str, Any]
) -> frozenset[str]:
    """All characters that any draft can print, so that the fonts are built once for the whole set."""
    paths = [templates / entry.template for entry in profile.drafts]
    fixed = frozenset().union(*(all_characters(read_parts(path.read_bytes())) for path in paths if path.is_file()))
    holders = "".join(printable(each.name) + each.kind for _, each in context.equity.walk()) if context.equity else ""
    drawn = network.WORDS + charts.WORDS + POSTS + NUMERALS + holders
    return frozenset(fixed | set("".join(_words(variables))) | set(drawn) | ALWAYS)


def _filled(
    context: DraftContext, profile: Profile, templates: Path, variables: Mapping[str, Any], faces: Faces
) -> list[Filled]:
    paths = [templates / entry.template for entry in profile.drafts]
    figures = pictures(context, variables, faces)
    when = datetime.combine(context.as_of, time())
    filled = []
    for entry, path in zip(profile.drafts, paths, strict=True):
        code = f"{entry.material}-{_digest(path, variables)}"
        docx = fill(path, {**variables, "draft": {"code": code}}, figures, when)
        document = contents.opened(docx)
        contents.highlight_marks(document)
        filled.append(Filled(entry, code, contents.written(document)))
    return filled


def _words(value: Any) -> list[str]:
    """Every string inside the variables."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Row):
        return list(value.cells)
    inside = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return [word for each in inside for word in _words(each)]


def _digest(template: Path, variables: Mapping[str, Any]) -> str:
    """A short name of everything that went into a draft."""
    said = json.dumps(variables, default=_plain, sort_keys=True, ensure_ascii=False)
    content = template.read_bytes() if template.is_file() else b""
    return hashlib.sha256(content + said.encode()).hexdigest()[:CODE_LENGTH].upper()


def _plain(value: Any) -> Any:
    return [value.index, value.cells] if isinstance(value, Row) else str(value)


def _converted(
    filled: list[Filled], cache: Path | None, alphabet: frozenset[str]
) -> dict[str, tuple[bytes, Conversion]]:
    """DOCX with filled contents and the gated PDF of each draft, by material."""

    def to_pdf(documents: Mapping[str, bytes]) -> Mapping[str, bytes]:
        ours = {name: with_our_fonts(read_parts(docx), cache, alphabet) for name, docx in documents.items()}
        return convert_many({name: write_parts(parts, packed=False) for name, parts in ours.items()}, cache)

    try:
        paged = paginate({each.entry.material: each.docx for each in filled}, to_pdf)
    except SubprocessError as error:
        raise RenderError("模板转换为 PDF 时转换程序出错，请检查最近修改过的模板能否在 Word 中打开") from error
    return {each.entry.material: _gated(each.entry, *paged[each.entry.material]) for each in filled}


def _gated(entry: DraftEntry, docx: bytes, pdf: bytes) -> tuple[bytes, Conversion]:
    faults = conversion_faults(read_parts(docx), pdf)
    if faults:
        shown = "；".join(faults[:FAULTS_SHOWN])
        raise RenderError(f"模板 {entry.template}：转换为 PDF 时不完整，共 {len(faults)} 处：{shown}")
    return docx, Conversion(pdf=pdf, engine=engine_name(), texts=page_texts(pdf))


def _edited(path: Path, cache: Path | None) -> tuple[bytes, Conversion]:
    docx = path.read_bytes()
    try:
        return docx, convert(docx, cache, prefer_office=True)
    except UnreadableError as error:
        raise InputError(f"drafts/{path.name}：无法完整转换为 PDF，请在 Word 中检查后重新另存为 .docx") from error


def _written(
    each: Filled, docx: bytes, conversion: Conversion, marks: OpenMarks, out: Path, author: str, *, edited: bool
) -> Draft:
    material, title = each.entry.material, each.entry.title
    paths = [out / f"{material}_{title}.{kind}" for kind in ("docx", "pdf")]
    paths[0].write_bytes(without_authors(docx) if edited else docx)
    paths[1].write_bytes(with_title(conversion.pdf, title, author))
    document = contents.opened(docx)
    first_pages = {entry.title: entry.page for entry in reversed(outline(conversion.pdf))}
    code = reading.printed_code(conversion.texts) if edited else each.code
    return Draft(
        material=material,
        title=title,
        docx=paths[0],
        pdf=paths[1],
        code=code,
        engine=conversion.engine,
        edited=edited,
        outdated=edited and code != each.code,
        pages=len(conversion.texts),
        page_texts=conversion.texts,
        open_points=reading.open_points(document, material, title, marks),
        sections=reading.sections(document, first_pages),
        stated=reading.stated(conversion.texts),
    )
