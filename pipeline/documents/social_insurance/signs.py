"""What a cell under a month or an insurance says: a mark that the form explains, a state in words, an amount."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.documents.declaration import Paper
from pipeline.layout.glyphs import Words, folded

PAID, UNPAID = "已缴费", "未缴费"
TICKS = frozenset("√✓✔")
"""Marks that say yes on every form; others say what the form's own note says."""
CROSSES = frozenset("×✕✗✘")
STATE = re.compile(r"缴|欠|[到入]账|正常|参保|停|中断|未|免|缓|补|实|成功|失败")
"""A cell with one of these is a state."""
LONGEST_STATE = 12  # characters
BAD = re.compile(r"未|欠|不|无|停|断|缓|失败|免|退")
GOOD = re.compile(r"缴|到账|参保|正常")
AMOUNT = re.compile(r"[¥￥]?(?P<amount>[0-9][0-9,]*(?:\.[0-9]{1,2})?)元?")
MARK = re.compile(r"[^\w\s]|[欠停补缓免]")
"""A cell of one such character is a mark."""
FULL_DOTS = re.compile("[•∙⚫⬤]")
"""A full dot printed small, or read small."""
VERBS = "表示|代表|[为指即是:=-]"
QUOTES = "“”\"'‘’「」"


@dataclass(frozen=True)
class Sign:
    """What a cell says: a state, or that something was paid (`state` None); the cell's words."""

    words: Words
    state: str | None


def sign_in(words: Words | None, notes: str) -> Sign | None:
    """What a cell says; `notes` are the page's folded words. None where it is empty, or a mark that nothing explains."""
    if words is None:
        return None
    plain = untranslated(words.fold)
    amount = AMOUNT.fullmatch(plain)
    if amount is not None:
        return Sign(words, None) if float(amount["amount"].replace(",", "")) > 0 else None
    if len(plain) == 1 and MARK.fullmatch(plain):
        state = explained(plain, notes)
        return None if state is None else Sign(words, state)
    return Sign(words, plain) if len(plain) <= LONGEST_STATE and STATE.search(plain) else None


def untranslated(fold: str) -> str:
    """Chinese print without the English behind it (已缴费 Paid); other print as it is."""
    return re.sub(r"(?<=[一-龥)])[(/]?[A-Za-z/.]{2,}\)?$", "", fold)


def comparable(printed: str) -> str:
    """A sign or word of a form, to be compared with another one."""
    return FULL_DOTS.sub("●", folded(printed))


def explained(mark: str, notes: str) -> str | None:
    """The state that a mark stands for by the form's note (“√”为正常缴费); ticks need none, other marks do."""
    sign = re.escape(mark)
    told = re.search(
        rf"(?:[{QUOTES}]{sign}[{QUOTES}]|{sign}(?={VERBS})|(?:^|[:;,。、]){sign})(?:{VERBS})?(?P<says>[一-龥]{{2,14}})",
        notes,
        re.MULTILINE,
    )
    if told is not None and BAD.search(told["says"]):
        return told["says"]
    if mark in TICKS or (told is not None and GOOD.search(told["says"])):
        return PAID
    if mark in CROSSES:
        return UNPAID
    return None


def is_mark(words: Words) -> bool:
    """Whether a cell holds a mark: OCR seldom reads those, so that a blank cell of a picture says nothing there."""
    return len(words.fold) == 1 and MARK.fullmatch(words.fold) is not None


def notes_of(paper: Paper) -> str:
    """The folded text of all pages, where marks are explained; rows of marks are none."""
    return "\n".join(line.fold for sheet in paper.sheets for line in sheet.lines)
