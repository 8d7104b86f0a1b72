"""Sealed scans beside the drafts that this run wrote: each page of a draft finds its scanned page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from pipeline.drafts.comparing import Surroundings, differences
from pipeline.drafts.letters import Letter, letters_of, words_of
from pipeline.engines.own_pages import OwnPage, own_pages
from pipeline.layout.sheet import Sheet
from pipeline.model.case import Case
from pipeline.model.document import Document, Part, PrintedLine
from pipeline.model.draft import Draft
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.sealing import Difference, PageMatch, SealedScan
from pipeline.text.draft_codes import scanned_code

CODE = scanned_code()
ALIKE = 0.5
"""Share of characters from which a scanned page may be a certain page of the draft."""
SAME_CODE = 2
"""Characters of a code that OCR may misread: two codes differ in nearly all."""
SAME_PLACE = 0.05
"""What a page's place among the others adds to its likeness: pages of one table look alike."""
Reader = Callable[[Path], tuple[OwnPage, ...]]


class Leaf(NamedTuple):
    """A scanned page with what is compared of it."""

    document: int
    file: str
    sha256: str
    number: int
    letters: tuple[Letter, ...]
    seals: tuple[Box, ...]
    code: str


def scans_of(case: Case, drafts: Iterable[Draft], reader: Reader = own_pages) -> tuple[SealedScan, ...]:
    """Every sealed scan among the papers beside its draft; nothing for a draft of which there is none."""
    found = []
    for draft in drafts:
        copies = [
            (index, document)
            for index, document in enumerate(case.documents)
            if document.lines and document.material == draft.material and document.status == "current"
        ]
        if copies:
            found.append(_scan(draft, copies, reader(draft.pdf)))
    return tuple(found)


def settled(case: Case, scans: Iterable[SealedScan]) -> Case:
    """The case in which, of several scans of one draft, those that no page was taken from are superseded."""
    changed = list(case.documents)
    for scan in scans:
        for index, document in enumerate(case.documents):
            if document.lines and document.material == scan.material and index not in scan.documents:
                why = f"另有与终稿 {scan.code} 相符的盖章件，本件不采用"
                changed[index] = document.model_copy(update={"status": "superseded", "why": document.why or why})
    return case.model_copy(update={"documents": tuple(changed)})


def same_code(one: str, other: str) -> bool:
    """Whether two printed codes are one, a character or two misread."""
    return Levenshtein.distance(_plain(one), _plain(other)) <= SAME_CODE


def _plain(code: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", code.upper()).translate(str.maketrans("OIL", "011"))


def _scan(draft: Draft, copies: Sequence[tuple[int, Document]], pages: Sequence[OwnPage]) -> SealedScan:
    wanted = [letters_of(_lines(each)) for each in pages]
    chosen: dict[int, Leaf] = {}
    surplus: list[Leaf] = []
    for document in _best_first(draft, copies):
        leaves = _leaves(*document)
        if chosen and (len(chosen) == len(wanted) or not _is_of(draft, leaves)):
            continue
        surplus += _assign(wanted, leaves, chosen)
    used = {leaf.document for leaf in chosen.values()} or {copies[0][0]}
    return SealedScan(
        material=draft.material,
        title=draft.title,
        code=draft.code,
        documents=tuple(sorted(used)),
        parts=_parts(chosen[number] for number in sorted(chosen)),
        pages=tuple(
            _match(draft, wanted[number - 1], page, chosen.get(number)) for number, page in enumerate(pages, 1)
        ),
        surplus=tuple(_place(leaf) for leaf in surplus if leaf.document in used and leaf.letters),
    )


def _lines(page: OwnPage) -> tuple[PrintedLine, ...]:
    return tuple(line.printed for line in Sheet.of(page.page).lines)


def _leaves(index: int, document: Document) -> list[Leaf]:
    """The pages of a scan in its order; one without a character is a page all the same."""
    leaves = []
    for part in document.parts:
        for number in range(part.first or 1, (part.last or 0) + 1):
            lines = [each for each in document.lines if (each.file, each.page) == (part.file, number)]
            seals = [each.bbox for each in document.marks.seals if (each.file, each.page) == (part.file, number)]
            leaves.append(
                Leaf(index, part.file, part.sha256, number, letters_of(lines), tuple(seals), _code_on(lines))
            )
    return leaves


def _code_on(lines: Sequence[PrintedLine]) -> str:
    return next((found["code"] for line in reversed(lines) if (found := CODE.search(line.text))), "")


def _best_first(draft: Draft, copies: Sequence[tuple[int, Document]]) -> list[tuple[int, Document]]:
    """The scan with most pages of the draft's own code first."""
    own = {index: sum(_bears(draft, leaf) for leaf in _leaves(index, document)) for index, document in copies}
    return sorted(copies, key=lambda copy: (-own[copy[0]], -copy[1].pages))


def _is_of(draft: Draft, leaves: Sequence[Leaf]) -> bool:
    return any(_bears(draft, leaf) for leaf in leaves)


def _bears(draft: Draft, leaf: Leaf) -> bool:
    return bool(leaf.code) and same_code(leaf.code, draft.code)


def _assign(wanted: Sequence[tuple[Letter, ...]], leaves: list[Leaf], chosen: dict[int, Leaf]) -> list[Leaf]:
    """Give each open page of the draft the scanned page most like it; the scanned pages that are left over."""
    likeness = {
        (number, place): _likeness(letters, leaf.letters) + SAME_PLACE * (number - 1 == place)
        for number, letters in enumerate(wanted, 1)
        if number not in chosen
        for place, leaf in enumerate(leaves)
    }
    placed: dict[int, int] = {}
    for number, place in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if likeness[number, place] >= ALIKE and number not in placed and place not in placed.values():
            placed[number] = place
    _between(placed, len(wanted), len(leaves), chosen)
    chosen.update({number: leaves[place] for number, place in placed.items()})
    return [leaf for place, leaf in enumerate(leaves) if place not in placed.values()]


def _likeness(one: Sequence[Letter], other: Sequence[Letter]) -> float:
    return Levenshtein.normalized_similarity(words_of(one), words_of(other), score_cutoff=ALIKE / 2)


def _between(placed: dict[int, int], pages: int, leaves: int, chosen: dict[int, Leaf]) -> None:
    """A scanned page like none, where the pages before and after it are in their places, stands for the one between."""
    for number in range(1, pages + 1):
        if number in placed or number in chosen:
            continue
        before = placed.get(number - 1, -1 if number == 1 else None)
        after = placed.get(number + 1, leaves if number == pages else None)
        place = before + 1 if before is not None else after - 1 if after is not None else None
        if place is None or not 0 <= place < leaves or place in placed.values():
            continue
        if before is None or after is None or after - before == 2:  # noqa: PLR2004 - exactly one page between
            placed[number] = place


def _match(draft: Draft, letters: tuple[Letter, ...], page: OwnPage, leaf: Leaf | None) -> PageMatch:
    if leaf is None:
        return PageMatch(page=page.page.number, characters=len(letters))
    found, likeness = differences(letters, leaf.letters, Surroundings(page.pictures, leaf.seals))
    return PageMatch(
        page=page.page.number,
        place=_place(leaf),
        likeness=round(likeness, 4),
        clearness=round(mean([each.confidence for each in leaf.letters] or [0.0]), 4),
        characters=len(letters),
        code=leaf.code,
        older=bool(leaf.code) and not _bears(draft, leaf),
        differences=tuple(each for each in found if not _is_code(draft, each)),
    )


def _is_code(draft: Draft, each: Difference) -> bool:
    """Whether only a character or two of the draft's code were misread."""
    return bool(draft.code) and same_code(each.wanted, draft.code) and same_code(each.read, draft.code)


def _place(leaf: Leaf) -> Evidence:
    return Evidence(file=leaf.file, sha256=leaf.sha256, page=leaf.number)


def _parts(leaves: Iterable[Leaf]) -> tuple[Part, ...]:
    """Pages in order as runs of neighbouring pages of one file."""
    parts: list[Part] = []
    for leaf in leaves:
        last = parts[-1] if parts else None
        if last is not None and last.file == leaf.file and last.last == leaf.number - 1:
            parts[-1] = last.model_copy(update={"last": leaf.number})
        else:
            parts.append(Part(file=leaf.file, sha256=leaf.sha256, first=leaf.number, last=leaf.number))
    return tuple(parts)
