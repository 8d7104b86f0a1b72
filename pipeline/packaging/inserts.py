"""Sheets that stand between the papers: dividers, placeholders for what is missing, blanks of the printing edition."""

from __future__ import annotations

from pipeline.model.bundle import MaterialPlan
from pipeline.model.geometry import Box
from pipeline.packaging import volume_words, wording
from pipeline.packaging.typeset import ACCENT, FAINT, HEIGHT, MARGIN, WARNING, WIDTH, Sheets, wrapped

TITLE_ROOM = WIDTH - 2 * MARGIN - 40
LIST_X, LIST_ROOM, LIST_BOTTOM = MARGIN + 60, WIDTH - 2 * MARGIN - 120, HEIGHT - 110


def draw_divider(sheets: Sheets, material: MaterialPlan, title: str, first: str, last: str) -> None:
    """The sheet before a material: number, title, first and last number, papers."""
    sheets.text(WIDTH / 2, 270, f"{wording.MATERIAL} {material.number}", size=15, colour=ACCENT, align="centre")
    y = 290.0
    for line in wrapped(sheets.fonts, title, 26, TITLE_ROOM, "bold"):
        y += 36
        sheets.text(WIDTH / 2, y, line, size=26, weight="bold", align="centre")
    sheets.bar(Box(WIDTH / 2 - 30, y + 22, WIDTH / 2 + 30, y + 24), ACCENT)
    pages = wording.DIVIDER_PAGES.format(first=first, last=last)
    sheets.text(WIDTH / 2, y + 52, pages, size=10.5, colour=FAINT, align="centre")
    _draw_list(sheets, tuple(document.title for document in material.documents), y + 104)
    sheets.turn()


def _draw_list(sheets: Sheets, titles: tuple[str, ...], y: float) -> None:
    if len(titles) <= 1:
        return
    sheets.text(LIST_X, y, wording.DIVIDER_DOCUMENTS, size=9, colour=FAINT)
    sheets.rule(LIST_X, LIST_X + LIST_ROOM, y + 7, 0.4)
    y += 8
    for number, title in enumerate(titles, 1):
        for index, line in enumerate(wrapped(sheets.fonts, title, 10.5, LIST_ROOM - 24)):
            y += 17
            if y > LIST_BOTTOM:
                sheets.text(LIST_X + 24, y, wording.ELLIPSIS, size=10.5)
                return
            if index == 0:
                sheets.text(LIST_X, y, str(number), size=10.5, colour=FAINT)
            sheets.text(LIST_X + 24, y, line, size=10.5)


def draw_blank(sheets: Sheets) -> None:
    """The back of a sheet of the printing edition that bears no page."""
    sheets.text(WIDTH / 2, HEIGHT / 2, volume_words.BLANK_PAGE, size=9, colour=FAINT, align="centre")
    sheets.turn()


def draw_placeholder(sheets: Sheets, material: MaterialPlan) -> None:
    """The sheet for what is missing in a material, with a sentence for each gap."""
    heading = wording.PLACEHOLDER.format(number=material.number, title=material.title)
    lines = wrapped(sheets.fonts, heading, 20, TITLE_ROOM, "bold")
    gaps = [line for gap in material.missing for line in wrapped(sheets.fonts, f"· {gap}", 11, TITLE_ROOM - 20)]
    height = 60 + 30 * len(lines) + 19 * len(gaps) + 40
    top = max(90.0, 330 - height / 3)
    sheets.frame(Box(MARGIN, top, WIDTH - MARGIN, min(top + height, HEIGHT - 80)), WARNING)
    y = top + 26
    for line in lines:
        y += 30
        sheets.text(WIDTH / 2, y, line, size=20, weight="bold", colour=WARNING, align="centre")
    y += 14
    for line in gaps:
        y += 19
        if y > HEIGHT - 130:
            sheets.text(MARGIN + 30, y, wording.ELLIPSIS, size=11)
            break
        sheets.text(MARGIN + 30, y, line, size=11)
    more = min(top + height, HEIGHT - 80) - 18
    sheets.text(WIDTH / 2, more, wording.PLACEHOLDER_MORE, size=9, colour=FAINT, align="centre")
    sheets.turn()
