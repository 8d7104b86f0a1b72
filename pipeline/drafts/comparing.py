"""A scanned page beside the page that was issued: what of the draft is not there, and what is there instead.

Both are read line by line and aligned as one string. What tables and skew brought into another order is found again
among what was left over; what a signature line, a seal or a picture adds is no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from pipeline.drafts.letters import Letter, by_cell, evidence_of, is_contents, is_figure, printed, touch, words_of
from pipeline.model.geometry import Box, union
from pipeline.model.sealing import Difference

FILLED_IN = re.compile("签字|签名|签章|盖章|公章|日期")
"""A line on which people sign, seal and date: what they add there is wanted."""
AROUND = 40.0
"""Points: a signature and the day reach so far above and below their line."""
STRAY = 8
"""Characters on a line of their own, outside every printed one: fewer are a mark, a stamp, a hand's note."""
DASHES = frozenset("一")
"""OCR reads a dash as this."""
SEAL_MARGIN = 6.0
"""Points round a seal in which its ink disturbs the reading."""


class Change(NamedTuple):
    """A stretch of the draft and what the scan has in its place; `after` is the scanned character before it."""

    wanted: tuple[Letter, ...]
    read: tuple[Letter, ...]
    before: Letter | None
    after: Letter | None
    draft_before: Letter | None
    draft_after: Letter | None


class Span(NamedTuple):
    """A stretch of the draft's characters and the scan's in its place, ends exclusive."""

    start: int
    end: int
    scan_start: int
    scan_end: int


class Surroundings(NamedTuple):
    """What else stands on the two pages: pictures on the draft's, seals on the scan's, in points."""

    pictures: tuple[Box, ...]
    seals: tuple[Box, ...]


def differences(
    draft: Sequence[Letter], scan: Sequence[Letter], around: Surroundings
) -> tuple[tuple[Difference, ...], float]:
    """The places at which a scanned page differs, and the share of the draft's characters found on it.

    Lines of a table of contents are left out: every one repeats a heading and the page it stands on.
    """
    contents = any(is_contents(each.line) for each in draft)
    draft = [each for each in draft if not is_contents(each.line)]
    found = _found_again(list(_changes(draft, scan)))
    found = [each for each in found if each.wanted or not contents]
    told = tuple(_difference(each, around) for each in found if each.wanted or not _is_wanted(each, around))
    lost = sum(len(each.wanted) for each in found)
    return told, 1 - lost / len(draft) if draft else float(not told)


def _changes(draft: Sequence[Letter], scan: Sequence[Letter]) -> Iterator[Change]:
    """Where the two strings part, neighbouring edits as one, figures whole."""
    one, other = words_of(draft), words_of(scan)
    spans: list[Span] = []
    for edit in Levenshtein.opcodes(one, other):
        if edit.tag == "equal":
            continue
        if spans and edit.src_start == spans[-1].end and edit.dest_start == spans[-1].scan_end:
            spans[-1] = spans[-1]._replace(end=edit.src_end, scan_end=edit.dest_end)
        else:
            spans.append(Span(edit.src_start, edit.src_end, edit.dest_start, edit.dest_end))
    for i, k, j, m in _figures_whole(spans, draft, scan):
        yield Change(
            tuple(draft[i:k]), tuple(scan[j:m]), _at(scan, j - 1), _at(scan, m), _at(draft, i - 1), _at(draft, k)
        )


def _at(letters: Sequence[Letter], index: int) -> Letter | None:
    return letters[index] if 0 <= index < len(letters) else None


def _figures_whole(spans: Sequence[Span], draft: Sequence[Letter], scan: Sequence[Letter]) -> list[Span]:
    """Each stretch grown over the figures that it cuts; stretches that then touch become one."""
    grown: list[Span] = []
    for span in spans:
        whole = _whole(span, draft, scan)
        if grown and (whole.start < grown[-1].end or whole.scan_start < grown[-1].scan_end):
            last = grown[-1]
            grown[-1] = last._replace(end=max(whole.end, last.end), scan_end=max(whole.scan_end, last.scan_end))
        else:
            grown.append(whole)
    return grown


def _whole(span: Span, draft: Sequence[Letter], scan: Sequence[Letter]) -> Span:
    """A stretch grown to the ends of the figures that it cuts; what it grows over is the same on both sides."""
    i, k, j, m = span
    if not any(_in_figure(each) for each in (*draft[i:k], *scan[j:m])):
        return span
    while i > 0 and j > 0 and _joined(draft, i - 1) and _in_figure(draft[i - 1]):
        i, j = i - 1, j - 1
    while k < len(draft) and m < len(scan) and _joined(draft, k - 1) and _in_figure(draft[k]):
        k, m = k + 1, m + 1
    return Span(i, k, j, m)


def _in_figure(letter: Letter) -> bool:
    return is_figure(letter.text) or letter.text == "."


def _joined(letters: Sequence[Letter], index: int) -> bool:
    """Whether a character and the next are neighbours."""
    return index + 1 >= len(letters) or touch(letters[index], letters[index + 1])


def _found_again(changes: list[Change]) -> list[Change]:
    """The changes without what stands elsewhere: cells of a table come in another order."""
    pool = [piece for each in changes for piece in by_cell(each.read)]
    left: list[Change] = []
    taken: set[int] = set()
    for each in changes:
        missing = [piece for piece in by_cell(each.wanted) if not _take(piece, pool, taken)]
        left.append(each._replace(wanted=tuple(letter for piece in missing for letter in piece)))
    rest = [each._replace(read=tuple(letter for letter in each.read if id(letter) not in taken)) for each in left]
    return [each for each in rest if each.wanted or each.read]


def _take(piece: tuple[Letter, ...], pool: list[tuple[Letter, ...]], taken: set[int]) -> bool:
    """Whether a stretch of the draft stands in what was left over of the scan, which is then used up."""
    wanted = words_of(piece)
    for index, candidate in enumerate(pool):
        text = words_of(candidate)
        start = text.find(wanted)
        while start >= 0 and _cuts_figure(text, start, start + len(wanted)):
            start = text.find(wanted, start + 1)
        if start >= 0:
            taken.update(map(id, candidate[start : start + len(wanted)]))
            pool[index : index + 1] = [candidate[:start], candidate[start + len(wanted) :]]
            return True
    return False


def _cuts_figure(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins or ends in the middle of a figure."""
    return any(0 < edge < len(text) and is_figure(text[edge - 1]) and is_figure(text[edge]) for edge in (start, end))


def _is_wanted(change: Change, around: Surroundings) -> bool:
    """Whether text that the scan alone has is what a signed, sealed page has, or the words in a picture."""
    if set(words_of(change.read)) <= DASHES:
        return True
    here = union(each.box for each in change.read)
    if any(seal.grown(SEAL_MARGIN).overlaps(here) for seal in around.seals):
        return True
    if _in_picture(change, around.pictures) or _by_signature(change, here):
        return True
    return not _inside_line(change) and all(len(piece) < STRAY for piece in by_cell(change.read))


def _in_picture(change: Change, pictures: Iterable[Box]) -> bool:
    """Whether the draft has a picture between the characters round the place: its words are read on paper alone."""
    top = change.draft_before.box.top if change.draft_before is not None else 0.0
    bottom = change.draft_after.box.bottom if change.draft_after is not None else float("inf")
    return any(picture.bottom > top and picture.top < bottom for picture in pictures)


def _by_signature(change: Change, here: Box) -> bool:
    lines = [each.line for each in (change.before, change.after) if each is not None]
    return any(FILLED_IN.search(line.text) and union(line.boxes).grown(AROUND).overlaps(here) for line in lines)


def _inside_line(change: Change) -> bool:
    """Whether added text touches printed text of its line."""
    first, last = change.read[0], change.read[-1]
    before, after = change.before, change.after
    return (before is not None and touch(before, first)) or (after is not None and touch(last, after))


def _difference(change: Change, around: Surroundings) -> Difference:
    """The change as told: where nothing was read, the place is that of the characters beside it."""
    beside = tuple(each for each in (change.before, change.after) if each is not None)
    shown = change.read or beside[:1] or change.wanted
    here = union(each.box for each in (shown if change.read else beside or shown)) if beside or shown else None
    return Difference(
        sort="figure" if _is_of_figures(change) else "words",
        wanted=printed(change.wanted),
        read=printed(change.read),
        confidence=min((each.confidence for each in change.read), default=0.0),
        under_seal=here is not None and any(seal.grown(SEAL_MARGIN).overlaps(here) for seal in around.seals),
        evidence=evidence_of(shown).model_copy(update={"text": printed(change.read)}),
    )


def _is_of_figures(change: Change) -> bool:
    """Whether a figure or a code differs; a point that OCR lost or made up leaves it open."""
    return any(is_figure(each.text) for each in (*change.wanted, *change.read))
