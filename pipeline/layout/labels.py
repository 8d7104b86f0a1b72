"""Label texts on a page: letter-spaced (名　称), written downwards, with a colon or without, or glued to a value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from operator import ne
from typing import Literal

from pipeline.layout.glyphs import Glyph, Words, folded
from pipeline.layout.lines import Line
from pipeline.layout.sheet import Sheet

PARTED = 0.45  # em: white space that parts a label from what stands beside it
LETTER_SPACING = 8.0  # em: between the two characters of a label like 住　　　所
TWO_GAPS = 2  # of a label with three characters
MIDDLING_SPACING = 3.5  # em: between the three characters of 出　　资　　额, set as wide as 执行事务合伙人
LONG_LABEL_SPACING = 2.5  # em: between the characters of a longer label
SURE_LENGTH = 4  # characters: a label this long with a colon is one wherever it stands in a line
NUMBERING_LENGTH = 6  # characters: `第二十三条`
REMARK_LENGTH = 12  # characters: a bracketed remark between a label and its colon
FUZZY_LENGTH = 5  # characters: from here on one misread character is forgiven, from twice that on two
BREAKS = frozenset(":;,.、。;!?()[]【】〔〕|*·•/-_□☑√\"“”'")
FORMER = "原"
"""Before a label inside a line: another label (原不动产权证号), not this one."""
AFTER_COLON = frozenset(":;")
REMARK = re.compile(rf"\([^()]{{1,{REMARK_LENGTH}}}\)")
ENGLISH = r"[A-Za-z][A-Za-z.'/&-]{2,29}"
"""The words of another language behind a label, folded: AgreementNo., PartyA."""
COLON = f"[{''.join(sorted(AFTER_COLON))}]"
BRACKETED_COLON = re.compile(rf"(?:{ENGLISH})?(?:\([^()]{{1,{REMARK_LENGTH}}}\)){{1,2}}{COLON}|{ENGLISH}{COLON}")

ENGLISH_LABEL = re.compile(
    r"[/(]?(?:(?:full|name|id|no\.?|number|card|sex|gender|date|of|birth|issue[d]?|print(?:ing|ed)?|code|verif(?:y|ication)|valid"
    r"|until|from|to|employer|company|unit|social|security|insurance|nationality|ethnicity|address|place|type|authority|expiry"
    r"|passport|registered|capital|legal|representative|business|scope|term|month|status|credit|country|surname|given|names?)/?)+\)?",
    re.IGNORECASE,
)
"""What the translation of a label is made of, in folded text."""

Sort = Literal["colon", "gap", "touching"]


@dataclass(frozen=True)
class Hit:
    """A label found: which one, its characters, the line and positions (`start`, `end` exclusive) where it stands.

    `sort` tells what follows: a `colon`, a `gap` (or the end of the line or cell), or the value `touching` it.
    `line` is None for a vertical run; `value_start` is the index on the line of the first character after the label
    and its colon.
    """

    label: str
    words: Words
    sort: Sort
    line: Line | None
    start: int = 0
    end: int = 0
    value_start: int = 0
    misread: int = 0


def label_hits(sheet: Sheet, labels: Collection[str]) -> tuple[Hit, ...]:
    """Every place where one of these labels stands as a label, top to bottom; of overlapping ones the longest.

    A label begins a line, a cell, or stands after white space or punctuation; running text that merely contains the
    word is left out, unless four or more characters are followed by a colon.
    """
    found = [hit for label in dict.fromkeys(labels) for hit in _hits_of(sheet, label)]
    found.sort(
        key=lambda hit: (
            hit.misread,
            hit.line is None and not _fills_cell(sheet, hit),
            -len(hit.words.glyphs),
            hit.sort == "touching",
        )
    )
    taken: set[Glyph] = set()
    hits: list[Hit] = []
    for hit in found:
        if taken.isdisjoint(hit.words.glyphs):
            taken.update(hit.words.glyphs)
            hits.append(hit)
    return tuple(sorted(hits, key=lambda hit: (hit.words.at.top, hit.words.at.x0)))


def _fills_cell(sheet: Sheet, hit: Hit) -> bool:
    """Whether a label is all that a ruled cell holds, over however many lines, with a remark or without."""
    index = sheet.cell_of.get(hit.words.glyphs[0])
    if index is None:
        return False
    rest = sheet.cells[index].fold[len(hit.words.glyphs) :]
    return len(rest) <= 1 or REMARK.fullmatch(rest.rstrip(":")) is not None


def _hits_of(sheet: Sheet, label: str) -> tuple[Hit, ...]:
    """The places of one label, found once for each page: many kinds ask for the same labels."""
    known = sheet.found_labels.get(label)
    if known is None:
        fold = folded(label)
        known = (
            *(hit for line in sheet.lines for hit in _on_line(sheet, line, fold, label)),
            *_stacked(sheet, fold, label),
        )
        sheet.found_labels[label] = known
    return known


def _on_line(sheet: Sheet, line: Line, fold: str, label: str) -> Iterator[Hit]:
    for start, misread in _matches(line.fold, fold, sheet.page.reader == "ocr"):
        end = start + len(fold)
        if not _spaced_like_a_label(line, start, end) or not _in_one_cell(sheet, line, start, end):
            continue
        sort, value_start = _after(sheet, line, end)
        begins = _begins(sheet, line, start)
        if not begins and line.fold[start - 1] == FORMER:
            continue
        if begins or (sort == "colon" and len(fold) >= SURE_LENGTH and line.fold[value_start - 1] == ":"):
            if misread and (sort == "touching" or not begins):
                continue
            yield Hit(label, Words.of(line.glyphs[start:end]), sort, line, start, end, value_start, misread)


def _matches(text: str, wanted: str, forgive: bool) -> Iterator[tuple[int, int]]:
    """Start and number of misread characters of each occurrence."""
    position = text.find(wanted)
    exact = set()
    while position >= 0:
        exact.add(position)
        yield position, 0
        position = text.find(wanted, position + 1)
    allowed = min(len(wanted) // FUZZY_LENGTH, 2) if forgive else 0
    if not allowed or len(set(wanted) - set(text)) > allowed:
        return
    for start in range(len(text) - len(wanted) + 1):
        if start not in exact:
            wrong = sum(map(ne, text[start : start + len(wanted)], wanted))
            if wrong <= allowed:
                yield start, wrong


def _spaced_like_a_label(line: Line, start: int, end: int) -> bool:
    gaps = [line.gap_before(index) / line.em for index in range(start + 1, end)]
    if not gaps:
        return True
    if len(gaps) == 1:
        return gaps[0] <= LETTER_SPACING
    return (
        max(gaps) <= (MIDDLING_SPACING if len(gaps) == TWO_GAPS else LONG_LABEL_SPACING)
        and max(gaps) <= 3 * max(min(gaps), 0.0) + 1.0
    )


def _in_one_cell(sheet: Sheet, line: Line, start: int, end: int) -> bool:
    if not sheet.cells:
        return True
    return len({sheet.cell_of.get(glyph) for glyph in line.glyphs[start:end]}) == 1


def _begins(sheet: Sheet, line: Line, start: int) -> bool:
    if start == 0 or line.gap_before(start) >= PARTED * line.em or line.fold[start - 1] in BREAKS:
        return True
    if _other_cell(sheet, line.glyphs[start - 1], line.glyphs[start]):
        return True
    return _is_numbering(line.fold[:start])


def _is_numbering(before: str) -> bool:
    """Whether a line's text before a label only counts: `1`, `第三条`, `一`."""
    numerals = "一二三四五六七八九十百0123456789"
    rest = before.removeprefix("第").rstrip("条章款项")
    return bool(rest) and len(before) <= NUMBERING_LENGTH and all(character in numerals for character in rest)


def _after(sheet: Sheet, line: Line, end: int) -> tuple[Sort, int]:
    translated = _translation(sheet, line, end)
    if translated and (after := _after_label(sheet, line, translated))[0] != "touching":
        return after
    return _after_label(sheet, line, end)


def _translation(sheet: Sheet, line: Line, end: int) -> int:
    """The index after the English that some forms print behind a Chinese label (姓名 Name); 0 where there is none."""
    if end >= len(line.glyphs) or not (
        line.fold[end].isascii() and (line.fold[end].isalpha() or line.fold[end] == "/")
    ):
        return 0
    found = ENGLISH_LABEL.match(line.fold, end)
    if found is None or _other_cell(sheet, line.glyphs[end - 1], line.glyphs[found.end() - 1]):
        return 0
    return found.end()


def _after_label(sheet: Sheet, line: Line, end: int) -> tuple[Sort, int]:
    if end >= len(line.glyphs):
        return "gap", end
    if line.fold[end] in AFTER_COLON:
        return "colon", end + 1
    closing = _bracketed_colon(line.fold, end)
    if closing:
        return "colon", closing
    if line.gap_before(end) >= PARTED * line.em or _other_cell(sheet, line.glyphs[end - 1], line.glyphs[end]):
        return "gap", end
    closing = _closing_remark(sheet, line, end)
    return ("gap", closing) if closing else ("touching", end)


def _closing_remark(sheet: Sheet, line: Line, end: int) -> int:
    """The index after `(平方米)`, `(出租方)` and the like that end a label's ruled cell; 0 where none does.

    Outside of cells white space behind the remark parts it from the value: 出租单位（甲方）　　某某公司.
    """
    found = REMARK.match(line.fold, end)
    if found is None:
        return 0
    after = found.end()
    if not sheet.cells or sheet.cell_of.get(line.glyphs[end]) is None:
        return after if after < len(line.glyphs) and line.gap_before(after) >= PARTED * line.em else 0
    last = after == len(line.glyphs) or _other_cell(sheet, line.glyphs[end], line.glyphs[after])
    return after if last and not _other_cell(sheet, line.glyphs[end - 1], line.glyphs[end]) else 0


def _bracketed_colon(text: str, end: int) -> int:
    """The index after `(出租人)(盖章):` and the like that stand between a label and its colon; 0 where there is none."""
    found = BRACKETED_COLON.match(text, end)
    return found.end() if found else 0


def _other_cell(sheet: Sheet, one: Glyph, other: Glyph) -> bool:
    return bool(sheet.cells) and sheet.cell_of.get(one) != sheet.cell_of.get(other)


def _stacked(sheet: Sheet, fold: str, label: str) -> Iterator[Hit]:
    """A label written downwards, one character on each line, or filling a ruled cell over several lines."""
    if len(fold) > 1 and all(character in sheet.by_fold for character in fold):
        for glyph in sheet.by_fold[fold[0]]:
            run = _downwards(sheet, glyph, fold)
            if run:
                yield Hit(label, Words.of(run), "gap", None)
    for cell in sheet.cells:
        if _untranslated(cell.fold, len(fold)) == fold:
            yield Hit(label, Words.of(cell.ordered), "gap", None)
        elif cell.fold.startswith(fold) and REMARK.fullmatch(cell.fold.rstrip(":"), len(fold)):
            yield Hit(label, Words.of(cell.ordered[: len(fold)]), "gap", None)


def _untranslated(text: str, length: int) -> str:
    """A cell's text without a colon, and without English behind a label of so many characters."""
    plain = text.rstrip(":")
    return plain[:length] if len(plain) > length and ENGLISH_LABEL.fullmatch(plain, length) else plain


def _downwards(sheet: Sheet, first: Glyph, fold: str) -> list[Glyph]:
    if not _stands_alone(sheet, first):
        return []
    run = [first]
    for character in fold[1:]:
        below = next((glyph for glyph in sheet.by_fold[character] if _is_below(run[-1], glyph)), None)
        if below is None or not _stands_alone(sheet, below):
            return []
        run.append(below)
    return run


def _stands_alone(sheet: Sheet, glyph: Glyph) -> bool:
    """Whether white space parts a character from those on its line: in running text any two may stack by chance."""
    line, index = sheet.position_of[glyph]
    return min(line.gap_before(index), line.gap_after(index)) >= PARTED * line.em


def _is_below(upper: Glyph, lower: Glyph) -> bool:
    em = max(upper.at.height, lower.at.height)
    down = lower.at.middle[1] - upper.at.middle[1]
    return abs(lower.at.middle[0] - upper.at.middle[0]) < 0.4 * em and 0.7 * em < down < 3.0 * em
