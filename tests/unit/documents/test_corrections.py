from __future__ import annotations

from datetime import date
from decimal import Decimal

from pipeline.documents.corrections import corrected, unapplied
from pipeline.model.client import Correction
from pipeline.model.document import Document, Field, Missing, Part, Row, Table
from pipeline.model.evidence import Evidence
from pipeline.model.values import Amount, Text

FILE = "papers/licence.jpg"


def field(name: str, value: object, printed: str) -> Field:
    place = Evidence(file=FILE, sha256="a" * 64, page=1, text=printed, confidence=0.4, engine="ocr")
    return Field(name=name, value=value, evidence=place)


def licence(*fields: Field, missing: tuple[str, ...] = ()) -> Document:
    return Document(
        kind="business_licence",
        title="营业执照",
        parts=(Part(file=FILE, sha256="a" * 64, first=1, last=1),),
        fields=fields,
        missing=tuple(Missing(name=each, reason="anchor") for each in missing),
    )


def correction(**told: object) -> Correction:
    least = {
        "document": FILE,
        "field": "capital",
        "was": "10万元",
        "value": "100万元",
        "by": "张三",
        "why": "原件核对",
    }
    return Correction(**{**least, "on": date(2026, 11, 20), **told})


CAPITAL = field("capital", Amount(value=Decimal(100_000), unit="CNY"), "10万元")


def capital_after(document: Document, *corrections: Correction) -> Field | None:
    return corrected((document,), corrections)[0].field("capital")


def test_a_correction_takes_the_readings_place_is_certain_and_keeps_what_it_replaced():
    after = capital_after(licence(CAPITAL), correction())
    assert after is not None
    assert after.value == Amount(value=Decimal(1_000_000), unit="CNY")
    assert after.corrected_by == "张三"
    assert after.evidence.confidence == 1.0
    assert [each.value for each in after.readings] == [CAPITAL.value]


def test_a_correction_ends_when_the_machine_reads_something_else():
    other = field("capital", Amount(value=Decimal(200_000), unit="CNY"), "20万元")
    assert capital_after(licence(other), correction()) == other


def test_what_was_read_may_be_told_as_printed_or_in_another_writing():
    for was in ("10万元", "拾万元整", "100000"):
        after = capital_after(licence(CAPITAL), correction(was=was))
        assert after is not None
        assert after.corrected_by == "张三"


def test_a_field_that_was_not_read_is_filled_in():
    document = corrected((licence(missing=("capital", "term_to")),), (correction(was=None),))[0]
    assert document.field("capital") is not None
    assert [each.name for each in document.missing] == ["term_to"]


def test_a_correction_of_another_paper_or_page_changes_nothing():
    assert capital_after(licence(CAPITAL), correction(document="papers/other.jpg")) == CAPITAL
    assert capital_after(licence(CAPITAL), correction(page=2)) == CAPITAL


def test_a_figure_without_unit_is_in_the_unit_that_was_read_as_in_facts_json():
    dollars = field("capital", Amount(value=Decimal(100_000), unit="USD"), "10万美元")
    for read in (CAPITAL, dollars):
        after = capital_after(licence(read), correction(was="100000", value="1000000"))
        assert after is not None
        assert after.value == Amount(value=Decimal(1_000_000), unit=read.value.unit)


def test_a_figure_without_unit_fills_in_what_was_not_read():
    after = capital_after(licence(missing=("capital",)), correction(was=None, value="1000000"))
    assert after is not None
    assert after.value == Amount(value=Decimal(1_000_000), unit="CNY")


def test_a_value_that_no_reader_understands_changes_nothing():
    assert capital_after(licence(CAPITAL), correction(value="很多")) == CAPITAL


def test_a_cell_of_a_table_is_put_right():
    rows = (Row(fields=(field("name", Text(value="王祥"), "王祥"),)),)
    document = licence().model_copy(update={"kind": "articles", "tables": (Table(name="shareholders", rows=rows),)})
    right = correction(field="shareholders[0].name", was="王祥", value="王样")
    after = corrected((document,), (right,))[0].rows("shareholders")[0].field("name")
    assert after is not None
    assert after.text == "王样"
    beyond = correction(field="shareholders[7].name", was="王祥", value="王样")
    assert corrected((document,), (beyond,)) == (document,)


def unapplied_after(document: Document, *corrections: Correction) -> list[tuple[bool, str | None]]:
    left = unapplied(corrected((document,), corrections), corrections)
    return [(each.has_paper, None if each.reads is None else each.reads.text) for each in left]


def test_a_correction_that_was_applied_is_not_told_as_without_effect():
    assert unapplied_after(licence(CAPITAL), correction()) == []


def test_a_correction_of_another_reading_or_of_no_paper_is_told_with_what_is_read_now():
    other = field("capital", Amount(value=Decimal(200_000), unit="CNY"), "20万元")
    assert unapplied_after(licence(other), correction()) == [(True, "200000")]
    assert unapplied_after(licence(other), correction(document="papers/gone.jpg")) == [(False, None)]
    assert unapplied_after(licence(CAPITAL), correction(field="scope", was="甲")) == [(True, None)]


def test_a_correction_whose_value_the_machine_now_reads_by_itself_is_told():
    right = field("capital", Amount(value=Decimal(1_000_000), unit="CNY"), "100万元")
    assert unapplied_after(licence(right), correction()) == [(True, "1000000")]


def test_a_corrected_cell_is_not_told_as_without_effect():
    rows = Table(name="shareholders", rows=(Row(fields=(field("name", Text(value="甲"), "甲"),)),))
    paper = licence().model_copy(update={"kind": "articles", "tables": (rows,)})
    told = correction(field="shareholders[0].name", was="甲", value="乙")
    assert unapplied_after(paper, told) == []
    assert unapplied_after(paper, correction(field="shareholders[3].name", was="甲", value="乙")) == [(True, None)]
