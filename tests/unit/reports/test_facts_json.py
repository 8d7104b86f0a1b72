from __future__ import annotations

from pipeline.reports.facts import facts
from tests.unit.reports.outcomes import COMPANY, INSURANCE, LICENCE, outcome, sha
from tests.unit.reports.schemas import faults


def papers() -> list[dict]:
    return facts(outcome())["documents"]


def test_the_file_has_the_published_shape():
    assert faults("facts", facts(outcome())) == []


def test_a_paper_of_one_part_has_no_list_of_parts_and_one_of_several_lists_all():
    one, several = papers()[:2]
    assert (one["file"], one["pages"], one["parts"]) == (LICENCE, [1, 1], None)
    assert (several["file"], several["pages"]) == (INSURANCE, [1, 1])
    assert several["parts"] == [{"file": INSURANCE, "pages": [1, 1]}, {"file": "papers/05/si2.pdf", "pages": [1, 2]}]


def test_a_field_has_its_plain_value_its_place_and_its_other_readings():
    told = papers()[0]["fields"]["capital"]
    assert (told["value"], told["readings"]) == ("1000000", ["10万元"])
    assert told["evidence"] == {
        "file": LICENCE,
        "sha256": sha(LICENCE),
        "page": 1,
        "bbox": [72, 120, 160, 134],
        "where": None,
        "text": "100万元",
        "confidence": 0.41,
        "engine": "pdfium",
    }


def test_what_was_not_read_is_missing_and_never_an_empty_string():
    licence = papers()[0]
    assert licence["missing"] == ["term_to"]
    assert "term_to" not in licence["fields"]


def test_rows_and_marks_come_along():
    licence, insurance = papers()[:2]
    assert [row["name"]["value"] for row in insurance["rows"]["people"]] == ["王样", "李样"]
    assert licence["marks"]["seals"] == [
        {"file": LICENCE, "page": 1, "bbox": [1, 2, 3, 4], "colour": "red", "ring_text": "虚构局"}
    ]
    assert (licence["marks"]["colour"], licence["marks"]["resolution"]) == ("colour", 200)


def test_a_paper_says_where_it_goes_and_what_else_it_serves():
    assert [(each["material"], each["also"]) for each in papers()] == [
        ("01", []),
        ("05", []),
        ("11", ["12"]),
        (None, []),
    ]


def test_a_fact_names_its_authority_and_every_witness():
    told = facts(outcome())["facts"]
    assert (told["company.name"]["value"], told["company.name"]["authority"]) == (COMPANY, "business_licence")
    assert [(each["document"], each["field"], each["agrees"]) for each in told["company.name"]["witnesses"]] == [
        (0, "name", True),
        (1, "payer", False),
    ]
    assert told["people[0].roles"]["witnesses"][0]["source"] == "client.yaml#/people/0/roles"


def test_a_list_leaves_the_program_as_a_list():
    assert facts(outcome())["facts"]["people[0].roles"]["value"] == ["技术负责人"]
