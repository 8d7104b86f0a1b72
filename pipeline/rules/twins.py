"""Whether two pages are one page twice: as sent, scanned again, or once digital and once scanned.

Words and picture must agree. Pages of one form look alike and say nearly the same; what tells them apart is a name or
a number, so figures are the same to the digit, and words may differ only where a reader was in doubt, a character at a
time.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from pipeline.model.document import PagePrint

NEAR = 6
"""Bits of 64 in which pictures of one page differ, scanned askew or in other light; other papers differ in 26."""
SHORTEST_TEXT = 20
"""Characters: two pages with less text are not told apart by it."""
MISREAD = 0.03
"""Share of the characters that two readings of one page give differently."""

TELLING = 12
"""Digits, numerals and Latin letters: a page with fewer is told by the order of its words."""
NUMERALS = frozenset("〇零一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟")


def are_one_page(left: PagePrint, right: PagePrint) -> bool:
    """Whether the words and the pictures of two pages agree, and nothing that was not read could tell them apart."""
    if min(left.words, right.words) < SHORTEST_TEXT or left.open_places or right.open_places:
        return False
    return _look_alike(left, right) and (left.text == right.text or _say_the_same(left, right))


def _look_alike(left: PagePrint, right: PagePrint) -> bool:
    if not left.look or not right.look:
        return False
    return (int(left.look, 16) ^ int(right.look, 16)).bit_count() <= NEAR


def _say_the_same(left: PagePrint, right: PagePrint) -> bool:
    """Whether all figures are the same and the words too, but for single characters that a reader doubted.

    Words beside one another may be read in another order, where enough figures tell the page.
    """
    figures = _figures(left.said)
    if not left.said or not right.said or figures != _figures(right.said):
        return False
    if len(figures) >= TELLING and sorted(left.said) == sorted(right.said):
        return True
    left_doubts, right_doubts = set(left.doubts), set(right.doubts)
    altered = 0
    for tag, start, end, other_start, other_end in SequenceMatcher(None, left.said, right.said, False).get_opcodes():
        if tag == "equal":
            continue
        if max(end - start, other_end - other_start) > 1:
            return False
        if start not in left_doubts and other_start not in right_doubts:
            return False
        altered += 1
    return altered <= MISREAD * max(len(left.said), len(right.said))


def _figures(said: str) -> str:
    """The digits, numerals and Latin letters in order: no number is another's, nor a month."""
    return "".join(each for each in said if each.isascii() or each in NUMERALS)
