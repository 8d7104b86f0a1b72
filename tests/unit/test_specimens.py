"""The specimens are invented beyond doubt, the same each time, and right where a check digit can tell."""

from __future__ import annotations

import random
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageOps
from stdnum.cn import ric, uscc

from tests.specimens import (
    accuracy,
    clients,
    codes,
    codes2d,
    faults,
    fonts,
    handing,
    plans,
    printed,
    sheet,
    signatures,
    surfaces,
    worlds,
)
from tests.specimens.__main__ import ROOT, main
from tests.specimens.clients import Made
from tests.specimens.filing import Filing, Truth
from tests.specimens.papers import articles, business_licence, id_card
from tests.specimens.people import PROVINCES
from tests.specimens.plans import Plan
from tests.specimens.sheet import Page

DIGITAL = Plan(word=True)
FORBIDDEN = re.compile("样本|范本|sample|测试样", re.IGNORECASE)
DEMO_BYTES = 6_000_000


def text_of(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    document = pypdfium2.PdfDocument(path)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return clients.make_client(tmp_path_factory.mktemp("one") / "client", 7, plan=DIGITAL)


def test_the_same_seed_makes_the_same_bytes(made: Made) -> None:
    again = handing.filings(worlds.clean(7, made.world.province.name), DIGITAL)
    for filing in (each for each in again if each.path.startswith(("01", "05", "06"))):
        assert filing.content(1) == (made.folder / "papers" / filing.path).read_bytes(), filing.path


def test_a_scan_and_a_photograph_are_the_same_each_time_and_change_with_the_seed() -> None:
    paper = id_card.draw(worlds.clean(3).staff[0].person)
    assert surfaces.scan([paper], 5) == surfaces.scan([paper], 5)
    assert surfaces.scan([paper], 5) != surfaces.scan([paper], 6)
    assert surfaces.photo(paper.pages[0], 5) == surfaces.photo(paper.pages[0], 5)


def test_another_seed_makes_other_names_and_codes() -> None:
    one, other = worlds.clean(1), worlds.clean(2)
    assert one.company.code != other.company.code
    assert not {person.number for person in one.persons()} & {person.number for person in other.persons()}


def test_a_world_is_the_same_for_the_same_seed_and_every_plan_too() -> None:
    assert worlds.clean(11) == worlds.clean(11)
    assert plans.any_plan(11) == plans.any_plan(11)
    assert len({plans.any_plan(seed) for seed in range(30)}) > 25


@pytest.mark.parametrize("seed", range(0, 40, 3))
def test_codes_pass_their_check_digits_in_regions_that_do_not_exist(seed: int) -> None:
    world = worlds.clean(seed, random.Random(seed).choice(list(PROVINCES)))
    for code in (
        world.company.code,
        *(holder.number for holder in world.company.holders if len(holder.number) == 18),
    ):
        if code.startswith("91"):
            assert uscc.calc_check_digit(code[:-1]) == code[-1]
            assert code[4:8] == "9999"
    for person in world.persons():
        assert ric.calc_check_digit(person.number) == person.number[-1]
        assert person.number[2:6] == "9999"
        assert person.number[6:14] == person.birth.replace("-", "")
        assert (int(person.number[16]) % 2 == 1) == (person.sex == "男")


def test_a_changed_digit_breaks_both_codes() -> None:
    code = codes.credit_code("11", "MA012345")
    number = codes.citizen_number("11", date(1990, 1, 2), 11)
    assert not uscc.is_valid(code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert ric.calc_check_digit(number[:10] + str((int(number[10]) + 1) % 10) + number[11:]) != number[-1]


def test_cards_are_valid_for_as_long_as_the_age_at_issue_gives() -> None:
    for person in (person for seed in range(20) for person in worlds.clean(seed).persons()):
        born, issued, ends = (date.fromisoformat(day) for day in (person.birth, person.valid_from, person.valid_to))
        age = issued.year - born.year - ((issued.month, issued.day) < (born.month, born.day))
        assert ends.year - issued.year == (20 if 26 <= age <= 45 else 10)
        assert person.valid_to > "2028-01-01"


def test_every_page_says_that_it_is_invented_and_none_that_it_is_a_sample(made: Made) -> None:
    for filing in handing.filings(made.world, DIGITAL):
        for page in (page for paper in filing.papers for page in paper.pages if filing.word is None):
            written = [mark.text for mark in page.marks if isinstance(mark, sheet.Text)]
            assert sheet.NOTICE in written, filing.path
            assert not FORBIDDEN.search("".join(written)), filing.path
    assert not FORBIDDEN.search((made.folder / "client.yaml").read_text(encoding="utf-8"))


def test_no_date_but_an_end_of_term_lies_after_the_filing_day(made: Made) -> None:
    later = {"term_to", "valid_to", "verify_until", "due_on"}
    for document in made.truth.documents:
        fields = document["fields"]
        assert isinstance(fields, dict)
        days = {name: value for name, value in fields.items() if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value))}
        assert all(value <= worlds.SUBMIT_ON for name, value in days.items() if name not in later), document["file"]


def test_the_text_layer_holds_every_value_that_the_truth_tells(made: Made) -> None:
    company = made.world.company
    licence = (
        "".join(text_of(made.folder / "papers/01_营业执照/营业执照副本.pdf")).replace("\r\n", "").replace("\n", "")
    )
    assert company.name in licence
    assert company.code in licence
    assert company.scope in licence
    assert company.address in licence


def test_the_truth_covers_every_kind_and_every_file(made: Made) -> None:
    kinds = {document["kind"] for document in made.truth.documents}
    assert kinds == {
        "business_licence", "id_card", "articles", "social_insurance", "qualification", "access_agreement", "room_lease",
        "property_title", "fire_document", "commitment", "application_form", "credit_record", "change_notice",
    }  # fmt: skip
    told = {str(document["file"]) for document in made.truth.documents}
    assert told == {
        str(path.relative_to(made.folder)) for path in (made.folder / "papers").rglob("*") if path.is_file()
    }


def test_pages_of_the_truth_add_up_to_the_pages_of_the_file(made: Made) -> None:
    ends: dict[str, int] = {}
    for document in made.truth.documents:
        pages = document["pages"]
        assert isinstance(pages, list)
        ends[str(document["file"])] = max(ends.get(str(document["file"]), 0), pages[1])
    for file, end in ends.items():
        if file.endswith(".pdf"):
            assert len(text_of(made.folder / file)) == end, file


@pytest.mark.parametrize("name", sorted(faults.FAULTS))
def test_every_fault_changes_what_is_handed_in(name: str) -> None:
    clean, spoiled = worlds.clean(9), worlds.clean(9)
    faults.FAULTS[name].apply(spoiled)
    assert spoiled != clean
    assert faults.FAULTS[name].breaks or faults.FAULTS[name].warns
    assert handing.filings(spoiled, DIGITAL)


def test_faults_count_each_rule_once() -> None:
    broken = faults.spoil(
        worlds.clean(4), ("scope_second_class_only", "scope_without_keywords", "room_let_to_another")
    )
    assert broken == ("SC-01", "SC-02", "ID-05", "MR-02")


def test_the_faults_of_beta_break_eight_rules() -> None:
    assert len(faults.spoil(worlds.clean(4), clients.BETA_FAULTS)) == 8


@pytest.mark.parametrize("client", ["acme", "beta"])
def test_the_demo_clients_are_small_and_hold_what_they_promise(client: str) -> None:
    files = [path for path in (ROOT / "inputs" / client).rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < DEMO_BYTES
    assert sum(path.suffix == ".jpg" for path in files) >= 2
    assert sum(path.suffix == ".docx" for path in files) == 1


def test_a_licence_is_drawn_in_three_layouts_with_its_capital_in_words() -> None:
    company = worlds.clean(5).company
    for layout in business_licence.LAYOUTS:
        paper = business_licence.draw(company, layout)
        written = [mark.text for mark in paper.pages[0].marks if isinstance(mark, sheet.Text)]
        assert printed.in_words(company.capital) in written
        assert paper.fields["copy"] == "副本"


def test_a_branch_has_a_head_and_no_capital_and_a_partnership_a_managing_partner() -> None:
    world = worlds.clean(5)
    branch = business_licence.draw(worlds.branch_of(world.company, world.staff[0].person), "landscape_2019")
    partners = business_licence.draw(worlds.partnership(world.company), "portrait_2015")
    labels = [
        [mark.text for mark in paper.pages[0].marks if isinstance(mark, sheet.Text)] for paper in (branch, partners)
    ]
    assert {"负责人", "营业场所"} <= set(labels[0])
    assert "注册资本" not in labels[0]
    assert "capital" not in branch.fields
    assert {"执行事务合伙人", "主要经营场所", "合伙期限"} <= set(labels[1])


def test_a_sublet_room_comes_with_the_owners_consent() -> None:
    world = worlds.sublet(worlds.clean(5))
    kinds = [paper.kind for filing in handing.filings(world, Plan(sublease=True)) for paper in filing.papers]
    assert kinds.count("consent") == 1


def test_shareholders_of_the_articles_add_up_to_the_capital() -> None:
    company = worlds.clean(6).company
    rows = articles.draw(company).rows["shareholders"]
    assert sum(int(str(row["amount"])) for row in rows) == int(company.capital)
    assert sum(float(str(row["share"])) for row in rows) == 100


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("10000000", "壹仟万元整"),
        ("500000", "伍拾万元整"),
        ("1005000", "壹佰万伍仟元整"),
        ("38000000", "叁仟捌佰万元整"),
        ("10000", "壹万元整"),
        ("100200", "壹拾万零贰佰元整"),
        ("45600", "肆万伍仟陆佰元整"),
    ],
)
def test_amounts_are_written_in_financial_numerals(amount: str, words: str) -> None:
    assert printed.in_words(amount) == words


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_photograph_with_its_tag_is_upright_again(turn: int) -> None:
    page = Page(300, 200)
    page.frame(20, 20, 80, 60, 0, None, "#000000")
    straight = Image.open(BytesIO(surfaces.photo(page, 3)))
    turned = ImageOps.exif_transpose(Image.open(BytesIO(surfaces.photo(page, 3, turn, exif=True))))
    assert turned.size == straight.size
    difference = [abs(a - b) for a, b in zip(_thumb(turned), _thumb(straight), strict=True)]
    assert max(difference) < 40


def _thumb(image: Image.Image) -> list[int]:
    return list(image.convert("L").resize((24, 16)).tobytes())


def test_a_code_on_a_paper_holds_only_that_it_is_invented() -> None:
    read = zxingcpp.read_barcodes(codes2d.qr(12).resize((400, 400)))
    assert [each.text for each in read] == ["虚构数据 0012"]


def test_a_character_that_the_face_lacks_is_an_error_and_never_a_box() -> None:
    with pytest.raises(ValueError, match="U\\+13000"):
        fonts.width("\U00013000", "song", 10)


def test_lines_never_begin_with_a_closing_mark_nor_exceed_the_measure() -> None:
    text = "甲乙丙丁戊己庚辛，壬癸（子丑寅卯）辰巳午未。2026年11月25日申酉戌亥；" * 4
    for length in range(60, 200, 7):
        rows = sheet.wrap(text, length, 10)
        assert "".join(rows) == text
        assert all(row[0] not in sheet.NOT_FIRST for row in rows)
        assert all(fonts.width(row, "song", 10) <= length for row in rows)


def test_the_command_without_a_known_word_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gamma"]) == 2
    assert "acme | beta | many" in capsys.readouterr().err


def test_papers_of_one_pdf_are_told_apart_by_their_pages() -> None:
    world = worlds.clean(8)
    cards = [id_card.draw(member.person, "two_pages") for member in world.staff]
    filing = Filing("x.pdf", cards)
    truth = Truth("x")
    truth.add(filing)
    assert [document["pages"] for document in truth.documents] == [[1, 2], [3, 4], [5, 6]]


def test_a_reading_is_compared_with_the_truth_value_by_value() -> None:
    place = {"file": "papers/x.pdf", "pages": [2, 3]}
    rows = {"shareholders": [{"name": "甲", "share": "60.00"}, {"name": "乙", "share": "40.00"}]}
    told = {**place, "kind": "articles", "fields": {"company": "某社", "capital": "100"}, "rows": rows}
    read_rows = {"shareholders": [{"name": {"value": "甲"}, "share": {"value": "60"}}]}
    read = {**place, "kind": "articles", "fields": {"company": {"value": "某杜"}}, "rows": read_rows}
    comparison = accuracy.compare({"documents": [told]}, {"documents": [{**read, "parts": None}]})
    assert [(miss.name, miss.read) for miss in comparison.misses] == [
        ("company", "某杜"),
        ("capital", None),
        ("shareholders.count", 1),
        ("shareholders[1].name", None),
        ("shareholders[1].share", None),
    ]
    assert (comparison.right, comparison.asked) == (3, 8)


def test_a_paper_that_was_not_recognised_counts_with_all_its_values() -> None:
    told = {"file": "papers/x.pdf", "pages": [1, 1], "kind": "id_card", "fields": {"name": "甲"}, "rows": {}}
    comparison = accuracy.compare({"documents": [told]}, {"documents": []})
    assert (comparison.right, comparison.asked, comparison.share) == (0, 2, 0.0)


def test_a_signature_is_ink_and_no_text_and_differs_from_name_to_name() -> None:
    page = Page()
    signatures.sign(page, 100, 100, "甲乙丙")
    assert [type(mark) for mark in page.marks] == [sheet.Picture]
    images = {name: signatures.signature(name).tobytes() for name in ("甲乙丙", "甲乙丁", "甲乙")}
    assert len(set(images.values())) == 3
