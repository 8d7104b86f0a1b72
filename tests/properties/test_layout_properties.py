"""A value drawn anywhere sensible is found, with its box within two points."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.engines.reading import ReadingSettings, read_pages
from pipeline.layout import Sheet, folded
from pipeline.layout.labels import label_hits
from pipeline.layout.tables import Column, read_tables
from pipeline.layout.values import value_right_of
from pipeline.model.geometry import Box
from pipeline.model.page import Page
from tests.properties.forms import Form, Reading, Sheetlike, drawn_form, jittered, readings
from tests.unit.layout.builders import Drawing

LABELS = ("名称", "类型", "法定代表人", "注册资本", "成立日期", "住所", "统一社会信用代码")
VALUES = st.text(alphabet="云桥网络科技有限公司北京市海淀区虚构路高予安0123456789ABC（）", min_size=2, max_size=14)
SPACES = ("", "　", "　　", "　　　")
TOLERANCE = 2.0  # points


def near(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= TOLERANCE for a, b in zip(one, other, strict=True))


@settings(max_examples=120)
@given(
    label=st.sampled_from(LABELS),
    value=VALUES,
    x=st.floats(20, 200),
    y=st.floats(30, 760),
    size=st.floats(7, 20),
    space=st.sampled_from(SPACES),
    mark=st.sampled_from(["：", ":", "　", "　　"]),
    reader=st.sampled_from(["text", "ocr"]),
    degrees=st.floats(-3, 3),
)
def test_a_value_beside_its_label_is_found_with_its_box(label, value, x, y, size, space, mark, reader, degrees):
    assume(not any(folded(other) in folded(value) for other in LABELS))
    spaced = space.join(label) if len(label) == 2 else label
    drawing = Drawing(reader=reader)
    before = drawing.write(x, y, spaced + mark, size)
    start = x + sum(size if character != ":" else size / 2 for character in spaced + mark)
    assume(start + 14 * size < 590)
    drawing.write(start, y, value, size)
    if reader == "ocr":
        drawing = drawing.turned(degrees)
    boxes = [box for _, box, _ in drawing.characters[-len(value) :]]
    expected = Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
    sheet = Sheet.of(drawing.page())
    hits = label_hits(sheet, LABELS)
    (hit,) = [hit for hit in hits if hit.label == label]
    words = value_right_of(sheet, hit, hits)
    assert before.x0 == x
    assert words is not None
    assert folded(words.text) == folded(value)
    assert near(words.box, expected)


@settings(max_examples=60)
@given(
    text=st.text(alphabet="北京市海淀区虚构路一百零八号云桥大厦", min_size=18, max_size=60),
    left=st.floats(110, 200),
    width=st.floats(90, 300),
    size=st.floats(8, 16),
    pitch=st.floats(1.15, 1.9),
)
def test_a_value_over_several_lines_is_joined_and_boxed(text, left, width, size, pitch):
    assume(width > 6 * size)
    drawing = Drawing()
    drawing.write(left - 2 * size - 12, 100, "住所", size)
    drawing.paragraph(left, 100, text, width, size, pitch)
    drawing.write(left - 2 * size - 12, 100 + 14 * pitch * size + 90, "类型", size)
    ink = [box for character, box, _ in drawing.characters if box.x0 >= left - 1 and box.top < 100 + 80 * size]
    words_box = Box(
        min(b.x0 for b in ink), min(b.top for b in ink), max(b.x1 for b in ink), max(b.bottom for b in ink)
    )
    sheet = Sheet.of(drawing.page())
    hits = label_hits(sheet, LABELS)
    words = value_right_of(sheet, hits[0], hits)
    lines = -(-len(text) // int(width // size))
    assume(lines <= 12)
    assert words is not None
    assert words.text == text
    assert near(words.box, words_box)


@settings(max_examples=60)
@given(
    data=st.lists(st.tuples(st.integers(1, 9999), st.integers(1, 100)), min_size=1, max_size=8),
    order=st.permutations([0, 1, 2]),
    left=st.floats(30, 120),
    gap=st.floats(30, 90),
    top=st.floats(60, 300),
    ruled=st.booleans(),
)
def test_a_table_is_read_wherever_its_columns_stand(data, order, left, gap, top, ruled):
    heads = ("姓名", "金额", "比例")
    width = 60 + gap
    rows = [("张" + "甲乙丙丁戊己庚辛"[n], str(amount), f"{share}%") for n, (amount, share) in enumerate(data)]
    drawing = Drawing()
    printed = [[row[i] for i in order] for row in [heads, *rows]]
    if ruled:
        drawing.ruled(left, top, [width] * 3, printed)
    else:
        for line, row in enumerate(printed):
            for column, text in enumerate(row):
                drawing.write(left + column * width, top + line * 20, text)
    columns = (Column("name", ("姓名",)), Column("amount", ("金额",)), Column("share", ("比例",)))
    (grid,) = read_tables([Sheet.of(drawing.page())], columns)
    read = [tuple(row[name].text for name in ("name", "amount", "share")) for row in grid.rows]
    assert read == rows


RANDOMS = st.integers(0, 9999).map(Random)  # seeded: a hard page stays hard, and can be drawn again by its number


def assert_all_found(form: Form, found: list[Reading], *, boxed: bool) -> None:
    """Every value is read whole where it stands, and nothing is read for an empty field."""
    wanted = [(entry.label, folded(entry.value)) for entry in form.entries]
    assert [(reading.label, reading.value) for reading in found] == wanted
    for entry, reading in zip(form.entries, found, strict=True):
        if boxed and entry.box is not None:
            assert reading.box is not None
            assert near(reading.box, entry.box)


@settings(max_examples=150, derandomize=True)
@given(random=RANDOMS)
def test_every_field_of_any_form_is_read_whole_and_an_empty_one_reads_as_nothing(random):
    drawing = Drawing()
    form = drawn_form(random, drawing, drawing.cells)
    assert_all_found(form, readings(form, drawing.page()), boxed=True)


@settings(max_examples=100, derandomize=True)
@given(random=RANDOMS, degrees=st.floats(-3, 3))
def test_a_form_that_leans_and_trembles_is_read_right_or_not_at_all(random, degrees):
    drawing = Drawing()
    form = drawn_form(random, drawing, drawing.cells)
    wanted = {entry.label: {folded(entry.value), ""} for entry in form.entries}
    assert all(reading.value in wanted[reading.label] for reading in leaning(random, form, drawing, degrees))


def test_next_to_nothing_is_lost_on_forms_that_lean_and_tremble():
    read = wanted = 0
    for seed in range(150):
        random, drawing = Random(seed), Drawing()
        form = drawn_form(random, drawing, drawing.cells)
        found = leaning(random, form, drawing, random.uniform(-3, 3))
        values = [folded(entry.value) for entry in form.entries]
        read += sum(reading.value == value for reading, value in zip(found, values, strict=True))
        wanted += len(values)
    assert read >= 0.995 * wanted


def leaning(random: Random, form: Form, drawing: Drawing, degrees: float) -> list[Reading]:
    """What is read of a form as an OCR engine would have seen it; ruled ones only tremble."""
    shaken = jittered(random, drawing)
    return readings(form, (shaken if drawing.cells else shaken.turned(degrees)).page())


@pytest.mark.parametrize("seed", [592, 755, 1165, 1477])
def test_low_rows_with_dividers_of_their_own_keep_each_field_its_value(seed):
    sheet = Sheetlike(0)
    form = drawn_form(Random(seed), sheet, sheet.cells)
    assert_all_found(form, readings(form, page_of(sheet)), boxed=True)


@settings(max_examples=60, derandomize=True)
@given(random=RANDOMS, rotate=st.sampled_from([0, 90, 180, 270]))
def test_a_form_is_read_the_same_from_a_pdf_however_its_page_is_turned(random, rotate):
    sheet = Sheetlike(rotate)
    form = drawn_form(random, sheet, sheet.cells)
    assert_all_found(form, readings(form, page_of(sheet)), boxed=True)


def page_of(sheet: Sheetlike) -> Page:
    """The page as read from the finished file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "form.pdf"
        path.write_bytes(sheet.pdf())
        (page,) = read_pages(path, "papers/form.pdf", "0" * 64, None, ReadingSettings(ocr=False))
    return page
