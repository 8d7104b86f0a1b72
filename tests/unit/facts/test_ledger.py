from __future__ import annotations

import pytest

from pipeline.facts import Authority, applicant_name, equity, weigh
from pipeline.model.client import Contact, PersonEntry
from pipeline.model.document import Reading
from pipeline.model.evidence import Evidence
from pipeline.model.facts import Ledger
from pipeline.model.values import Text
from tests.unit.facts.papers import COMPANY, client, cny, day, mbit, month, paper, percent

BUREAU = Authority("北京市通信管理局", "增值电信业务经营许可证")
EVIDENCE = Evidence(file="papers/a.pdf", page=1)
NUMBER = "110999199001010011"


def ledger(*papers: object, **settings: object) -> Ledger:
    people = settings.pop("people", ())
    return weigh(papers, client(*people, **settings), BUREAU)[2]


def licence(**more: object):
    named = {"name": COMPANY, "capital": cny(1_000_000), "legal_representative": "李样"} | more
    return paper("business_licence", material="01", **named)


def test_the_licence_decides_the_company_s_name_and_every_other_paper_is_a_witness() -> None:
    fact = ledger(
        licence(),
        paper("articles", company="云桥(北京)网络有限公司", material="03"),
        paper("social_insurance", payer="某某人力资源有限公司"),
        paper("application_form", company="云桥（北京）"),
    ).get("company.name")
    assert (fact.text, fact.authority) == (COMPANY, "business_licence")
    assert [(each.document, each.field, each.agrees) for each in fact.witnesses] == [
        (0, "name", True),
        (1, "company", True),
        (2, "payer", False),
        (3, "company", None),
    ]


def test_without_a_licence_nothing_decides_the_company_s_name() -> None:
    assert ledger(paper("application_form", company=COMPANY)).get("company.name") is None


def test_another_reading_on_the_same_paper_is_a_witness_of_its_own() -> None:
    fact = ledger(licence(), paper("access_agreement", customer=(COMPANY, "云桥网络有限公司"))).get("company.name")
    assert [(each.document, each.agrees) for each in fact.witnesses] == [(0, True), (1, True), (1, False)]


def test_a_shareholder_s_articles_are_no_witness_of_the_applicant() -> None:
    fact = ledger(licence(), paper("articles", company="虚构投资有限公司", capital=cny(5), material="04")).get(
        "company.capital"
    )
    assert [each.document for each in fact.witnesses] == [0]


def test_a_shareholder_s_licence_is_not_taken_for_the_applicant_s() -> None:
    parent = paper("business_licence", "papers/a.pdf", name="虚构投资有限公司", material="04")
    assert ledger(parent, licence()).get("company.name").text == COMPANY


def test_before_slots_are_known_the_licence_that_the_form_names_is_the_applicant_s() -> None:
    papers = (
        paper("business_licence", "papers/a.pdf", name="虚构投资有限公司"),
        paper("business_licence", "papers/b.pdf", name=COMPANY),
        paper("application_form", company=COMPANY),
    )
    assert ledger(*papers).get("company.name").text == COMPANY
    assert applicant_name(papers) == COMPANY


@pytest.mark.parametrize(
    ("printed", "agrees"), [(cny(1_000_000), True), (cny(10_000_000), False), ("壹佰万元整（外币）", None)]
)
def test_capital_is_compared_as_money(printed: object, agrees: bool | None) -> None:
    fact = ledger(licence(), paper("application_form", capital=printed)).get("company.capital")
    assert fact.witnesses[1].agrees is agrees


def test_the_card_decides_the_legal_representative_and_the_licence_is_a_witness() -> None:
    card = paper("id_card", name="李 样", number=NUMBER, valid_to=day("2031-01-01"))
    found = ledger(licence(), card, paper("commitment", legal_representative="王样"))
    name = found.get("legal_representative.name")
    assert (name.authority, [each.agrees for each in name.witnesses]) == ("id_card", [True, True, False])
    assert found.get("legal_representative.number").text == NUMBER
    assert found.get("legal_representative.valid_to").text == "2031-01-01"


def test_the_back_of_the_representative_s_card_in_another_file_gives_its_end_of_validity() -> None:
    papers = (
        licence(),
        paper("id_card", "papers/法人_正面.jpg", sides=("front",), name="李样", number=NUMBER),
        paper("id_card", "papers/法人_反面.jpg", sides=("back",), valid_to=day("2031-01-01")),
    )
    assert ledger(*papers).get("legal_representative.valid_to").text == "2031-01-01"


def test_without_a_card_the_licence_names_the_representative_and_no_number_is_known() -> None:
    found = ledger(licence())
    assert found.get("legal_representative.name").authority == "business_licence"
    assert found.get("legal_representative.number") is None


def test_shareholders_stand_in_the_articles_order_with_the_number_of_their_own_card() -> None:
    articles = paper(
        "articles",
        company=COMPANY,
        material="03",
        rows={
            "shareholders": [
                {"name": "虚构投资有限公司", "amount": cny(600_000), "share": percent("60")},
                {"name": "李样", "amount": cny(400_000), "share": percent("40"), "number": "110999199001010000"},
            ]
        },
    )
    form = paper("application_form", rows={"shareholders": [{"name": "李样", "share": percent("30")}]})
    found = ledger(licence(), articles, form, paper("id_card", name="李样", number=NUMBER))
    assert found.get("shareholders[0].name").text == "虚构投资有限公司"
    assert found.get("shareholders[0].kind").text == "企业"
    assert found.get("shareholders[1].kind").text == "自然人"
    number = found.get("shareholders[1].number")
    assert (number.text, number.authority, number.witnesses[1].agrees) == (NUMBER, "id_card", False)
    share = found.get("shareholders[1].share")
    assert [(each.document, each.field, each.agrees) for each in share.witnesses] == [
        (1, "shareholders/1/share", True),
        (2, "shareholders/0/share", False),
    ]


def test_a_person_s_facts_come_from_card_certificate_and_client_yaml() -> None:
    papers = (
        paper("id_card", name="王样", number=NUMBER),
        paper("qualification", holder="王样", sort="学历", title="本科", major="通信工程"),
        paper("qualification", "papers/t.pdf", holder="王样", sort="职称", title="工程师"),
    )
    entry = PersonEntry(name="王样", roles=("技术负责人", "安全联络员"), phone="13800000000")
    found = ledger(*papers, people=(entry,)).texts()
    assert {name: text for name, text in found.items() if name.startswith("people[0]")} == {
        "people[0].name": "王样",
        "people[0].number": NUMBER,
        "people[0].roles": "技术负责人、安全联络员",
        "people[0].phone": "13800000000",
        "people[0].education": "本科",
        "people[0].major": "通信工程",
        "people[0].title": "工程师",
    }


def test_several_titles_are_one_fact_and_a_post_is_another() -> None:
    papers = (
        paper("qualification", "papers/a.pdf", holder="王样", sort="资格", title="网络工程师"),
        paper("qualification", "papers/b.pdf", holder="王样", sort="职称", title="高级工程师"),
        paper("application_form", rows={"people": [{"name": "王样", "title": "总工"}]}),
    )
    found = ledger(*papers, people=(PersonEntry(name="王样", title="技术总监"),))
    assert found.get("people[0].title").text == "高级工程师、网络工程师"
    assert all(each.agrees for each in found.get("people[0].title").witnesses)
    post = found.get("people[0].post")
    assert (post.text, [each.agrees for each in post.witnesses]) == ("技术总监", [True, False])


def test_a_corrected_field_is_no_contradiction_of_what_the_machine_had_read() -> None:
    paper_ = licence()
    name = paper_.fields[0].model_copy(
        update={"readings": (Reading(value=Text(value="误读有限公司"), evidence=EVIDENCE),), "corrected_by": "张三"}
    )
    fixed = paper_.model_copy(update={"fields": (name, *paper_.fields[1:])})
    assert [each.agrees for each in ledger(fixed).get("company.name").witnesses] == [True]


def test_insured_through_is_the_latest_month_that_the_rows_show_as_paid() -> None:
    months = [
        {"name": "王样", "month": month("2026-09"), "state": "已到账"},
        {"name": "王样", "month": month("2026-10"), "state": "已到账"},
        {"name": "王样", "month": month("2026-11"), "state": "未到账"},
        {"name": "别人", "month": month("2026-12"), "state": "已到账"},
    ]
    insurance = paper("social_insurance", rows={"people": [{"name": "王样"}], "months": months})
    assert ledger(insurance).get("people[0].insured_through").text == "2026-10"


def test_a_rented_room_goes_by_its_lease_an_own_one_by_its_title() -> None:
    lease = paper(
        "room_lease", premises="机房", address="北京市海淀区虚构路88号", lessor="甲公司", term_to=day("2028-01-01")
    )
    fire = paper("fire_document", address="北京市海淀区虚构路66号", number="虚建消验字〔2023〕第0001号")
    found = ledger(licence(), lease, fire)
    address = found.get("rooms[0].address")
    assert (address.authority, [each.agrees for each in address.witnesses]) == ("room_lease", [True, False])
    assert found.get("rooms[0].fire_number").text == "虚建消验字〔2023〕第0001号"
    title = paper("property_title", premises="机房", address="北京市海淀区虚构路88号", owner=COMPANY)
    own = ledger(licence(), title).get("rooms[0].address")
    assert own.authority == "property_title"


def test_the_total_bandwidth_is_the_sum_and_unknown_where_one_agreement_does_not_say() -> None:
    one, two = (paper("access_agreement", f"papers/{n}.pdf", bandwidth=mbit(n * 1000)) for n in (1, 2))
    assert ledger(one, two).get("access.bandwidth_total").text == "3000"
    assert ledger(one, paper("access_agreement", "papers/3.pdf")).get("access.bandwidth_total") is None


def test_client_yaml_and_the_profile_give_authority_contact_and_answers() -> None:
    found = ledger(
        contact=Contact(mobile="13800000000"), service_phone="400-000-0000", answers=(("employees_total", "18"),)
    )
    assert found.texts() == {
        "authority.name": "北京市通信管理局",
        "authority.province": "北京市",
        "authority.licence_name": "增值电信业务经营许可证",
        "contact.mobile": "13800000000",
        "service_phone": "400-000-0000",
        "answers.employees_total": "18",
    }
    assert found.get("answers.employees_total").evidence[0].where == "/answers/employees_total"


def test_every_fact_survives_a_round_trip_and_has_evidence() -> None:
    found = ledger(licence(), paper("id_card", name="李样", number=NUMBER), people=(PersonEntry(name="李样"),))
    assert Ledger.model_validate_json(found.model_dump_json()) == found
    assert hash(found) == hash(Ledger.model_validate_json(found.model_dump_json()))
    assert all(fact.evidence for fact in found.facts)


def test_the_tree_of_holders_needs_a_named_applicant() -> None:
    assert equity(()) is None
    assert equity((licence(),)).name == COMPANY
