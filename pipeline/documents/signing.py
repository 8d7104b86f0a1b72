"""Signatures: ink beside, above, below or before a label that asks for one, every signer once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.layout.glyphs import Words
from pipeline.layout.labels import Hit, label_hits
from pipeline.layout.lines import COLUMN_GAP, split_at_gaps
from pipeline.layout.sheet import Sheet
from pipeline.model.document import Signature
from pipeline.model.geometry import Box, union

SIGNING = (
    "签字", "签名", "签章", "法定代表人", "法定代表人（签字）", "法定代表人签字", "授权代表", "授权代表（签字）",
    "股东签字", "全体股东签字", "承诺人", "申请人签字", "委托代理人", "负责人签字", "股东签名", "全体股东签名",
    "股东（签字）", "自然人股东（签字）", "全体股东（签字）", "本人签字", "股东签章", "全体股东签章",
)  # fmt: skip
FILLED_IN = ("日期", "签订日期", "签署日期", "时间", "电话", "联系电话", "地址", "身份证号", "证件号码", "手机")
"""Labels behind which other things than signatures are written by hand."""
RIGHT, AROUND = 12.0, 2.5  # em right of a label, or of the signature before, and above or below it
LEFT = 10.0  # em left of a label that closes the line to sign on: ＿＿＿（签字）
ROW = 1.5  # em: ink before a label stands this near to its line
APART = 1.0  # em: strokes that stand nearer than this are one signature
IN_A_DATE = 2.0  # em: figures written by hand stand this near to the printed 年, 月, 日
PRINTED = 0.75  # mean confidence: print reads at 0.95 and more, handwriting that OCR took for print at 0.5 to 0.7
LONGEST = 6  # characters that OCR makes of a signature


def signatures(sheets: Sequence[Sheet]) -> Iterator[Signature]:
    """Every signature of a paper with the label that it stands at; several signers at one label are several."""
    for sheet in sheets:
        for hit, ink in _signed(sheet):
            shown = sheet.page.as_displayed(ink)
            yield Signature(file=sheet.page.file, page=sheet.page.number, bbox=shown, label=hit.label)


def _signed(sheet: Sheet) -> Iterator[tuple[Hit, Box]]:
    hits = label_hits(sheet, (*SIGNING, *FILLED_IN))
    if not any(hit.label in SIGNING for hit in hits):
        return
    written = [*sheet.page.look.strokes, *(piece.box for piece in _scribbled(sheet, hits))]
    inks = [ink for ink in joined(written, APART * sheet.em) if not _in_a_date(sheet, ink)]
    taken: list[tuple[Hit, Box]] = []
    for ink in inks:
        hit = _label_of(sheet, ink, hits, taken)
        if hit is not None:
            taken.append((hit, ink))
    yield from ((hit, ink) for hit, ink in taken if hit.label in SIGNING)


def joined(strokes: Iterable[Box], apart: float) -> list[Box]:
    """Strokes nearer to one another than `apart` (points) as one box each, in reading order."""
    boxes: list[Box] = []
    for stroke in strokes:
        box = stroke
        while near := [other for other in boxes if box.grown(apart / 2).overlaps(other.grown(apart / 2))]:
            boxes = [other for other in boxes if other not in near]
            box = union((box, *near))
        boxes.append(box)
    return sorted(boxes, key=lambda box: (round(box.middle[1] / (2 * apart)), box.x0))


def _label_of(sheet: Sheet, ink: Box, hits: Sequence[Hit], taken: Sequence[tuple[Hit, Box]]) -> Hit | None:
    """The label that asks for this ink: the nearest to its left, else one right of it, else that of the last signer."""
    em, (x, y) = sheet.em, ink.middle
    before = [hit for hit in hits if _reaches(hit.words.box, x, y, em)]
    closing = [hit for hit in hits if hit.sort != "colon" and _closes(hit.words.box, ink, em)]
    last = taken[-1] if taken else None
    follows = last is not None and _reaches(last[1], x, y, em) and last[1].x1 < ink.x0
    own_row = [hit for hit in before if abs(hit.words.box.middle[1] - y) < ROW * em and hit.words.box.x0 < x]
    if own_row:
        return max(own_row, key=lambda hit: hit.words.box.x1)
    if closing:
        return min(closing, key=lambda hit: hit.words.box.x0)
    if follows and last is not None:
        return last[0]
    return min(before, key=lambda hit: abs(hit.words.box.middle[1] - y), default=None)


def _reaches(box: Box, x: float, y: float, em: float) -> bool:
    """Whether a point lies right of a label, or of a signature, or close above or below it."""
    return box.x0 <= x <= box.x1 + RIGHT * em and box.top - AROUND * em <= y <= box.bottom + AROUND * em


def _closes(box: Box, ink: Box, em: float) -> bool:
    """Whether a label stands right after the ink, on its line."""
    return -0.5 * ink.width < box.x0 - ink.x1 < LEFT * em and abs(box.middle[1] - ink.middle[1]) < ROW * em


def _in_a_date(sheet: Sheet, ink: Box) -> bool:
    """Whether ink stands before a printed 年, 月 or 日: a day that was filled in by hand."""
    return any(
        glyph.fold in "年月日"
        and -sheet.em < glyph.at.x0 - ink.x1 < IN_A_DATE * sheet.em
        and abs(glyph.at.middle[1] - ink.middle[1]) < ROW * sheet.em
        for glyph in sheet.glyphs
    )


def _scribbled(sheet: Sheet, hits: Sequence[Hit]) -> Iterator[Words]:
    """Names in handwriting that OCR took for print: the few doubtful characters right after or before a label."""
    if sheet.page.reader != "ocr":
        return
    labels = {glyph for hit in hits for glyph in hit.words.glyphs}
    for line in {hit.line.number: hit.line for hit in hits if hit.line is not None}.values():
        rest = [glyph for glyph in line.glyphs if glyph not in labels and glyph.fold not in ":()"]
        for piece in split_at_gaps(rest, COLUMN_GAP * sheet.em) if rest else ():
            sure = sum(glyph.confidence for glyph in piece.glyphs) / len(piece.glyphs)
            if sure < PRINTED and len(piece.glyphs) <= LONGEST and not re.search(r"[0-9]", piece.fold):
                yield piece
