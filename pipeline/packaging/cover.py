"""The cover: what is applied for, by whom, to whom, and whether the papers are sealed."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.bundle import BundlePlan, Renumbering
from pipeline.model.geometry import Box
from pipeline.packaging import volume_words, wording
from pipeline.packaging.layout import Layout
from pipeline.packaging.typeset import ACCENT, FAINT, HEIGHT, INK, MARGIN, WARNING, WIDTH, Sheets, wrapped

LABEL_X, VALUE_X = MARGIN + 18, MARGIN + 150
VALUE_ROOM = WIDTH - MARGIN - 18 - VALUE_X
VALUE_SIZE, VALUE_LEADING, ROW_GAP = 12.5, 20.0, 11.0
VOLUME_LEADING = 34.0
MOST_NUMBERS = 12  # that are written out
ANNEX_SIZE, ANNEX_LEADING = 10.5, 17.0
FACTS_TOP, FACTS_BOTTOM = 350.0, 700.0  # points: annexes that do not fit are told as a number
BANNER = Box(WIDTH / 2 - 130, 716, WIDTH / 2 + 130, 766)


def draw(sheets: Sheets, layout: Layout) -> None:
    """Draw the cover of a volume as one sheet."""
    plan = layout.plan
    sheets.bar(Box(MARGIN, 92, WIDTH - MARGIN, 95), ACCENT)
    y = _draw_heading(sheets, plan)
    if layout.volumes:
        of = volume_words.VOLUME_OF.format(volume=layout.volume, volumes=layout.volumes)
        y += VOLUME_LEADING
        sheets.text(WIDTH / 2, y + 24, of, size=15, weight="bold", align="centre")
    _draw_facts(sheets, layout, max(y + 64, FACTS_TOP))
    _draw_banner(sheets, plan)
    if plan.cover.note is not None:
        sheets.text(WIDTH / 2, HEIGHT - 40, plan.cover.note, size=8, colour=FAINT, align="centre")
    sheets.turn()


def _draw_heading(sheets: Sheets, plan: BundlePlan) -> float:
    """The title and the licence under it; the last baseline."""
    sheets.text(WIDTH / 2, 190, wording.HEADING, size=29, weight="bold", align="centre", spacing=3)
    y = 214.0
    for line in wrapped(sheets.fonts, plan.cover.licence, 15, WIDTH - 2 * MARGIN):
        y += 20
        sheets.text(WIDTH / 2, y, line, size=15, colour=ACCENT, align="centre")
    sheets.rule(WIDTH / 2 - 36, WIDTH / 2 + 36, y + 24, 1.2, ACCENT)
    return y


def _draw_facts(sheets: Sheets, layout: Layout, y: float) -> None:
    for label, value in _facts(layout):
        sheets.text(LABEL_X, y, label, size=11, colour=FAINT)
        for line in wrapped(sheets.fonts, value, VALUE_SIZE, VALUE_ROOM):
            sheets.text(VALUE_X, y, line, size=VALUE_SIZE, colour=INK)
            y += VALUE_LEADING
        sheets.rule(LABEL_X, WIDTH - LABEL_X, y - VALUE_LEADING + 10, 0.4, (0.8, 0.82, 0.85))
        y += ROW_GAP
    _draw_annexes(sheets, layout.plan.cover.annexes, y)


def _facts(layout: Layout) -> Iterator[tuple[str, str]]:
    cover, labels = layout.plan.cover, wording.COVER_LABELS
    yield labels["applicant"], cover.applicant
    yield labels["code"], cover.code
    yield labels["coverage"], cover.coverage
    yield labels["authority"], cover.authority
    yield labels["day"], wording.DAY.format(day=cover.day)
    yield labels["pages"], _pages(layout)


def _pages(layout: Layout) -> str:
    """How many pages there are; in a volume which of them, and what has changed since an earlier dossier."""
    if layout.volumes:
        first, last = layout.numbers[0], layout.numbers[-1]
        said = volume_words.COVER_PAGES.format(first=first, last=last, total=layout.total)
    else:
        said = wording.COVER_PAGES.format(pages=layout.total)
    changes = list(_changes(layout.renumbering)) if layout.renumbering is not None else []
    return wording.SEMICOLON.join([said, *changes])


def _changes(renumbering: Renumbering) -> Iterator[str]:
    for words, numbers in (
        (volume_words.INSERTED, renumbering.inserted),
        (volume_words.REPLACED, renumbering.replaced),
        (volume_words.VACANT, renumbering.vacant),
    ):
        if numbers:
            listed = "、".join(numbers[:MOST_NUMBERS]) + wording.ELLIPSIS * (len(numbers) > MOST_NUMBERS)
            yield words.format(count=len(numbers), numbers=listed)


def _draw_annexes(sheets: Sheets, annexes: tuple[str, ...], y: float) -> None:
    if not annexes:
        return
    sheets.text(LABEL_X, y, wording.COVER_LABELS["annexes"], size=11, colour=FAINT)
    for line in wrapped(sheets.fonts, wording.SEMICOLON.join(annexes), ANNEX_SIZE, VALUE_ROOM):
        if y > FACTS_BOTTOM:
            sheets.text(VALUE_X, y, wording.ELLIPSIS, size=ANNEX_SIZE)
            return
        sheets.text(VALUE_X, y, line, size=ANNEX_SIZE)
        y += ANNEX_LEADING


def _draw_banner(sheets: Sheets, plan: BundlePlan) -> None:
    """The state in a frame: red while nobody may upload it."""
    if not plan.final:
        state, more, colour = wording.DRAFT_BANNER, wording.DRAFT_BANNER_MORE, WARNING
    elif plan.cover.sealing == "pending":
        state, more, colour = wording.SEALING_PENDING, wording.SEALING_PENDING_MORE, WARNING
    else:
        state, more, colour = wording.SEALING_COMPLETE, wording.SEALING_COMPLETE_MORE, ACCENT
    sheets.frame(BANNER, colour)
    sheets.text(WIDTH / 2, BANNER.top + 23, state, size=15, weight="bold", colour=colour, align="centre")
    sheets.text(WIDTH / 2, BANNER.top + 40, more, size=8.5, colour=colour, align="centre")
