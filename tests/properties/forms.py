"""Random forms: labels that papers really carry, values, and where each was drawn. Everything in them is invented."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Protocol

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas as reportlab

from pipeline.documents.registry import declarations
from pipeline.engines.fonts import reportlab_font
from pipeline.layout import Sheet, folded
from pipeline.layout.labels import label_hits
from pipeline.layout.values import value_below, value_right_of
from pipeline.model.geometry import Box, union
from pipeline.model.page import Page
from tests.unit.layout.builders import Drawing, advance

LEFT, TOP, RIGHT, FOOT = 60.0, 70.0, 540.0, 780.0  # pt: the type area of the page
SENTENCE = "云桥虚构网络科技于北京市海淀区百零八号楼三层经营互联接入服务并由甲乙双方共同确认之后生效"
DIGITS = "0123456789"
NUMERALS = "零一三八百" + DIGITS
ASCENT = 0.858  # em: from the top of a character's box to its base line
SIDEWAYS = (90, 270)
REMARKS = ("（盖章）", "（签字）", "（万元）", "(出租方)")
UNITS = ("平方米", "万元", "元", "％", "年", "兆", "人")
MOST_LINES = 5
JITTER = 0.1  # em


class Canvas(Protocol):
    """What a form is drawn on."""

    width: float
    height: float

    def write(self, x: float, top: float, text: str, size: float = 12.0, spacing: float = 0.0) -> Box:
        """One line of text from its top left corner."""


@dataclass
class Entry:
    """A field that was drawn: its label, its value (empty for none), and the box of each of the value's lines."""

    label: str
    value: str
    boxes: list[Box] = field(default_factory=list)

    @property
    def box(self) -> Box | None:
        """The box around the value."""
        return union(self.boxes) if self.boxes else None


@dataclass
class Form:
    """A page of fields: the way it was laid out, the labels of its kind, whether values stand below."""

    layout: str
    labels: frozenset[str]
    entries: list[Entry]
    below: bool


@cache
def label_sets() -> tuple[tuple[str, ...], ...]:
    """The labels of each kind that has enough of them, plain texts only."""
    sets = (tuple(sorted(label for label in kind.all_labels if 2 <= len(label) <= 10)) for kind in declarations())
    return tuple(labels for labels in sets if len(labels) >= 10)


ALPHABET = "".join(
    sorted({*SENTENCE, *DIGITS, *"".join((*REMARKS, *UNITS)), *"：:年月日", *"".join(sum(label_sets(), ()))})
)


def drawn_form(random: Random, canvas: Canvas, cells: list[Box] | None = None) -> Form:
    """A form drawn on a canvas; its ruled cells are added to `cells`."""
    labels = random.choice(label_sets())
    chosen = random.sample(labels, random.randint(4, 8))
    entries = [Entry(label, _value(random, label, labels)) for label in chosen]
    layout = random.choice(
        ("list", "flowing", "aligned", "two columns", "pairs", "ruled", "ruled pairs", "above", "ruled above")
    )
    pen = _Pen(random, canvas, random.uniform(7, 16), random.uniform(1.2, 1.7), labels)
    rule = _Ruler(cells if cells is not None else [])
    {
        "list": lambda: pen.rows(entries, aligned=False),
        "flowing": lambda: pen.flowing(entries),
        "aligned": lambda: pen.rows(entries, aligned=True),
        "two columns": lambda: pen.columns(entries),
        "pairs": lambda: pen.pairs(entries),
        "ruled": lambda: pen.ruled(entries, 1, rule),
        "ruled pairs": lambda: pen.ruled(entries, 2, rule),
        "above": lambda: pen.above(entries, None),
        "ruled above": lambda: pen.above(entries, rule),
    }[layout]()
    return Form(layout, frozenset(labels), [entry for entry in entries if entry.label], "above" in layout)


def _value(random: Random, label: str, labels: tuple[str, ...]) -> str:
    sort = random.random()
    if sort < 0.15:
        return ""
    if sort < 0.35:
        return "".join(random.choices(DIGITS, k=random.randint(1, 18))) + random.choice(("", *UNITS))
    if sort < 0.45:
        return f"20{random.randint(10, 26)}年{random.randint(1, 12)}月{random.randint(1, 28)}日"
    text = "".join(random.choices(SENTENCE, k=random.randint(2, 12 if sort < 0.7 else 60)))
    if sort > 0.85:
        place = random.randint(1, len(text) - 1) if len(text) > 2 else 1
        text = text[:place] + random.choice(labels) + text[place:]
    return text if not any(folded(text).startswith(folded(other)) for other in labels) else "虚构"


@dataclass
class _Ruler:
    cells: list[Box]


@dataclass
class _Pen:
    """Draws labels and values with one size of type and one distance of lines (in em)."""

    random: Random
    canvas: Canvas
    size: float
    pitch: float
    labels: tuple[str, ...]
    top: float = TOP
    colon: str = ""
    spread: bool = False

    def __post_init__(self) -> None:
        self.colon = self.random.choice(("：", ":", "", "："))
        self.spread = self.random.random() < 0.5

    def _label(self, label: str, *, cell: bool = False) -> str:
        """The label as printed: letter-spaced where it is short, a remark, its colon."""
        text = label
        if self.spread and len(label) in (2, 3) and label.isalpha():
            text = self.random.choice(("", " ", "　", "　　")).join(label)
        if self.colon and "(" not in label and self.random.random() < 0.08:
            text += self.random.choice(REMARKS)
        return text + ("" if cell and self.random.random() < 0.7 else self.colon)

    def _wide(self, text: str) -> float:
        return sum(advance(character, self.size) for character in text)

    def _lines(self, text: str, width: float) -> list[str]:
        lines, used = [""], 0.0
        for character in text:
            if used + advance(character, self.size) > width:
                lines.append("")
                used = 0.0
            lines[-1] += character
            used += advance(character, self.size)
        return lines[:MOST_LINES] if text else []

    def _put(self, entry: Entry, x: float, top: float, width: float) -> int:
        """Draw a value; how many lines it took."""
        lines = self._lines(entry.value, width)
        if any(line.strip(NUMERALS) in self.labels for line in lines):  # nobody tells such a line from an empty field
            lines = ["虚构"]
        entry.value = "".join(lines)
        for number, line in enumerate(lines):
            entry.boxes.append(self.canvas.write(x, top + number * self.pitch * self.size, line, self.size))
        return len(lines)

    def _step(self, lines: int) -> float:
        return (max(lines, 1) - 1) * self.pitch * self.size

    def rows(self, entries: list[Entry], *, aligned: bool) -> None:
        """One field under the other; values at one height of the line or directly after their labels."""
        texts = [self._label(entry.label) for entry in entries]
        widest, longest = max(zip(map(self._wide, texts), entries, strict=True), key=lambda pair: pair[0])
        longest.value = longest.value or "虚构"  # the value that shows where the others stand
        gap = self.size if not self.colon else self.random.choice((0.0, 0.5)) * self.size
        between = self.random.uniform(max(self.pitch, 1.4), 2.6) * self.size
        for entry, text in zip(entries, texts, strict=True):
            if self.top > FOOT - 6 * self.pitch * self.size:
                entry.label = ""
                continue
            self.canvas.write(LEFT, self.top, text, self.size)
            x = LEFT + (widest if aligned and widest < 10 * self.size else self._wide(text)) + gap
            count = self._put(entry, x, self.top, RIGHT - x)
            self.top += self._step(count) + between

    def flowing(self, entries: list[Entry]) -> None:
        """Paragraphs as in contracts: a value runs on below its label."""
        self.colon = self.colon or "："
        for entry in entries:
            if self.top > FOOT - 6 * self.pitch * self.size:
                entry.label = ""
                continue
            text = self._label(entry.label)
            lines = self._lines(text + entry.value, RIGHT - LEFT)[: 3 if entry.value else 1]
            if any(line.strip(NUMERALS) in self.labels for line in lines[1:]):
                lines = lines[:1]
            entry.value = "".join(lines)[len(text) :]
            for number, line in enumerate(lines):
                printed = text if number == 0 else ""
                x = LEFT + self._wide(printed)
                self.canvas.write(LEFT, self.top, printed, self.size)
                if line[len(printed) :]:
                    entry.boxes.append(self.canvas.write(x, self.top, line[len(printed) :], self.size))
                self.top += self.pitch * self.size

    def columns(self, entries: list[Entry]) -> None:
        """Two columns of fields, rows at the same heights."""
        half = (RIGHT - LEFT) / 2
        between = self.random.uniform(max(self.pitch, 1.4), 2.4) * self.size
        for number in range(0, len(entries), 2):
            row = entries[number : number + 2]
            texts = [self._label(entry.label) for entry in row]
            narrow = any(self._wide(text) > half - 7 * self.size for text in texts)
            if self.top > FOOT - 6 * self.pitch * self.size or narrow:
                for entry in row:
                    entry.label = ""
                continue
            most = 1
            for place, (entry, text) in enumerate(zip(row, texts, strict=True)):
                left = LEFT + place * half
                self.canvas.write(left, self.top, text, self.size)
                x = left + self._wide(text) + (0.0 if self.colon else self.size)
                most = max(most, self._put(entry, x, self.top, left + half - 2.0 * self.size - x))
            self.top += self._step(most) + between

    def pairs(self, entries: list[Entry]) -> None:
        """Several fields on one line, white space between them."""
        x = LEFT
        self.colon = self.colon or "："
        for entry in entries:
            text = self._label(entry.label)
            entry.value = entry.value[:10]
            wide = self._wide(text) + self._wide(entry.value)
            if x + wide > RIGHT:
                x, self.top = LEFT, self.top + 2.0 * self.size
            self.canvas.write(x, self.top, text, self.size)
            self._put(entry, x + self._wide(text), self.top, RIGHT)
            x += wide + self.random.uniform(2.0, 4.0) * self.size + (3 * self.size if not entry.value else 0)

    def ruled(self, entries: list[Entry], pairs: int, rule: _Ruler) -> None:
        """Labels and values in cells of their own, one or two fields a row."""
        width = (RIGHT - LEFT) / pairs
        for number in range(0, len(entries), pairs):
            row = entries[number : number + pairs]
            share = self.random.uniform(0.35, 0.45)
            filled = []
            for entry in row:
                label_lines = self._lines(self._label(entry.label, cell=True), share * width - 8)
                value_lines = self._lines(entry.value, (1 - share) * width - 8)
                filled.append((entry, label_lines, value_lines))
            most = max(max(len(label), len(value)) for _, label, value in filled)
            high = self._step(most) + self.size + self.random.uniform(6, 16)
            if self.top + high > FOOT:
                for entry in row:
                    entry.label = ""
                continue
            for place, (entry, label_lines, value_lines) in enumerate(filled):
                left = LEFT + place * width
                middle = left + share * width
                rule.cells += [
                    Box(left, self.top, middle, self.top + high),
                    Box(middle, self.top, left + width, self.top + high),
                ]
                start = self.top + (high - self._step(len(label_lines)) - self.size) / 2
                for index, line in enumerate(label_lines):
                    self.canvas.write(left + 4, start + index * self.pitch * self.size, line, self.size)
                start = self.top + (high - self._step(len(value_lines)) - self.size) / 2
                self._put(entry, middle + 4, start, (1 - share) * width - 8)
            self.top += high

    def above(self, entries: list[Entry], rule: _Ruler | None) -> None:
        """Two fields beside one another, each value under its label."""
        width = (RIGHT - LEFT) / 2
        self.colon = "" if rule else self.colon
        for number in range(0, len(entries), 2):
            row = entries[number : number + 2]
            texts = [self._label(entry.label) for entry in row]
            most = max(len(self._lines(entry.value, width - 3 * self.size)) for entry in row)
            high = self._step(most) + self.size + 10
            if self.top + high + 30 > FOOT or any(self._wide(text) > width - 10 for text in texts):
                for entry in row:
                    entry.label = ""
                continue
            for place, (entry, text) in enumerate(zip(row, texts, strict=True)):
                left = LEFT + place * width
                self.canvas.write(left + 4, self.top + 4, text, self.size)
                below = self.top + self.size + 8
                if rule is not None:
                    rule.cells += [
                        Box(left, self.top, left + width, below),
                        Box(left, below, left + width, below + high),
                    ]
                self._put(
                    entry,
                    left + 4,
                    below + 4 if rule else self.top + 4 + self.pitch * self.size,
                    width - 3 * self.size,
                )
            self.top += self.size + 8 + high + (0 if rule else 1.5 * self.size)


def jittered(random: Random, drawing: Drawing) -> Drawing:
    """The same drawing with boxes as an OCR engine would place them."""
    shaken = Drawing(drawing.width, drawing.height, drawing.file, drawing.number, "ocr")
    for character, box, _ in drawing.characters:
        by = [random.uniform(-JITTER, JITTER) * box.height / 2 for _ in range(4)]
        shaken.characters.append((character, Box(*(edge + shift for edge, shift in zip(box, by, strict=True))), 0.9))
    shaken.cells = drawing.cells
    return shaken


class Sheetlike:
    """A PDF page turned by `rotate` degrees that a person sees upright, drawn character by character."""

    def __init__(self, rotate: int) -> None:
        self.width, self.height = 595.0, 842.0
        self.cells: list[Box] = []
        self._rotate = rotate
        self._font = reportlab_font(ALPHABET)
        self._written = io.BytesIO()
        paper = (self.height, self.width) if rotate in SIDEWAYS else (self.width, self.height)
        self._canvas = reportlab.Canvas(
            self._written, pagesize=(self.width, self.height), invariant=1
        )  # as displayed
        self._canvas.setPageRotation(rotate)
        self._canvas.translate(*{0: (0, 0), 90: (paper[0], 0), 180: paper, 270: (0, paper[1])}[rotate])
        self._canvas.rotate(rotate)

    def write(self, x: float, top: float, text: str, size: float = 12.0, spacing: float = 0.0) -> Box:
        """One line of text from its top left corner; the box of its ink."""
        start, right = x, x
        self._canvas.setFont(self._font, size)
        for character in text:
            if not character.isspace():
                self._draw(x, self.height - top - ASCENT * size, character, size)
                right = x + advance(character, size)
            x += advance(character, size) + spacing * size
        return Box(start, top, right, top + size)

    def _draw(self, x: float, base: float, character: str, size: float) -> None:
        """One character, as narrow as its place: a wide letter would be printed over the next."""
        wide = stringWidth(character, self._font, size)
        text = self._canvas.beginText(x, base)
        text.setHorizScale(100 * min(advance(character, size) / wide, 1.0) if wide else 100)
        text.textOut(character)
        self._canvas.drawText(text)

    def pdf(self) -> bytes:
        """The finished file, its cells ruled."""
        for cell in self.cells:
            self._canvas.rect(cell.x0, self.height - cell.bottom, cell.width, cell.height)
        self._canvas.save()
        return self._written.getvalue()


@dataclass(frozen=True)
class Reading:
    """What was read beside a label (empty for nothing), and where."""

    label: str
    value: str
    box: Box | None


def readings(form: Form, page: Page) -> list[Reading]:
    """What the layout reads for each field of a form, as a field's finder would ask it."""
    sheet = Sheet.of(page)
    hits = label_hits(sheet, form.labels)
    find = value_below if form.below else value_right_of
    found = []
    for entry in form.entries:
        own = (hit for hit in hits if hit.label == entry.label and hit.sort != "touching")
        words = next((words for hit in own if (words := find(sheet, hit, hits)) is not None), None)
        found.append(Reading(entry.label, words.fold if words else "", words.box if words else None))
    return found
