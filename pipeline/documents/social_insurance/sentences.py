"""Months that a letter tells in a sentence: 自2025年11月至2026年10月在我处连续缴纳养老保险."""

from __future__ import annotations

from pipeline.documents.declaration import Paper
from pipeline.documents.social_insurance.kinds import Cells, named_kinds
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search

MONTH = r"(?:19|20)[0-9]{2}(?:年|-|\.)(?:1[0-2]|0?[1-9])月?"
SPAN = rf"(?P<span>{MONTH}起?(?:至|到|-){MONTH})"
PAID = r"(?:缴纳|缴费|缴交|缴存)"
TABLE_FOLLOWS = r"[^。;]{0,12}(?:情况|明细|记录|如下|下表)"
SENTENCES = (
    rf"{SPAN}(?:止|期间)?[^。;]{{0,20}}?{PAID}(?!{TABLE_FOLLOWS})(?P<kinds>[^。;]{{2,60}})",
    rf"{PAID}了?{SPAN}的?(?P<kinds>[^。;]{{2,40}}?(?:保险费?|社保费?))",
)
"""How letters say what was paid; a sentence that leads to a table says only what the table is about."""


def month_sentence(paper: Paper) -> Cells:
    """The span that one sentence says was paid, with the insurances it names; empty where none or two differ."""
    found: dict[str, dict[str, Words]] = {}
    for pattern in SENTENCES:
        for match in search(paper.passages, pattern):
            span, kinds = match.words("span"), match.words("kinds")
            if span is not None:
                named = kinds is not None and named_kinds(kinds.text)
                found[span.fold] = {"span": span} | ({"kinds": kinds} if named and kinds is not None else {})
    return next(iter(found.values())) if len(found) == 1 else {}
