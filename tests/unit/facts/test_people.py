from __future__ import annotations

from pipeline.facts.people import join
from pipeline.model.case import Person
from pipeline.model.client import PersonEntry
from tests.unit.facts.papers import client, paper

LI, LI_OTHER, WANG = "110999199001010011", "110999198502020025", "110999199203030038"


def card(name: str, number: str, file: str = "", **more: object):
    return paper("id_card", file or f"papers/{name}.jpg", name=name, number=number, sides=("front", "back"), **more)


def insurance(*people: tuple[str, str | None], file: str = "papers/si.pdf"):
    rows = [{"name": name} | ({"number": number} if number else {}) for name, number in people]
    return paper("social_insurance", file, rows={"people": rows})


def test_a_card_an_insurance_row_and_an_entry_of_client_yaml_are_one_person() -> None:
    papers = (card("李样", LI), insurance(("李样", LI)), paper("qualification", holder="李 样", sort="学历"))
    people = join(papers, client(PersonEntry(name="李样", roles=("技术负责人",))))
    assert people == (
        Person(
            name="李样",
            number=LI,
            roles=("技术负责人",),
            entry=0,
            cards=(0,),
            insurance=(1,),
            qualifications=(2,),
            staff=True,
        ),
    )


def test_two_people_of_one_name_stay_two_by_their_numbers() -> None:
    people = join((card("李样", LI, "papers/a.jpg"), card("李样", LI_OTHER, "papers/b.jpg")), client())
    assert [(each.number, each.cards) for each in people] == [(LI, (0,)), (LI_OTHER, (1,))]


def test_an_entry_without_a_number_joins_neither_of_two_namesakes() -> None:
    papers = (card("李样", LI, "papers/a.jpg"), card("李样", LI_OTHER, "papers/b.jpg"))
    people = join(papers, client(PersonEntry(name="李样")))
    assert [(each.entry, each.number) for each in people] == [(0, None), (None, LI), (None, LI_OTHER)]


def test_a_covered_number_joins_by_name_where_its_visible_digits_fit() -> None:
    people = join((card("李样", LI), insurance(("李样", "110999********0011"))), client())
    assert [(each.number, each.insurance) for each in people] == [(LI, (1,))]


def test_a_number_that_contradicts_the_only_namesake_stays_with_that_person_for_the_rules_to_see() -> None:
    people = join((card("李样", LI), insurance(("李样", LI_OTHER))), client())
    assert [(each.name, each.number, each.insurance) for each in people] == [("李样", LI, (1,))]


def test_a_name_misread_on_one_paper_is_joined_by_the_number() -> None:
    people = join((card("李霞", LI), insurance(("李葭", LI))), client())
    assert [(each.name, each.insurance) for each in people] == [("李霞", (1,))]


def test_a_unit_list_gives_every_person_the_same_paper() -> None:
    people = join((insurance(("李样", LI), ("王样", WANG)),), client())
    assert [(each.name, each.insurance, each.staff) for each in people] == [
        ("李样", (0,), True),
        ("王样", (0,), True),
    ]


def test_a_shareholder_with_a_card_alone_is_no_staff() -> None:
    articles = paper("articles", rows={"shareholders": [{"name": "王样"}]})
    people = join((articles, card("王样", WANG)), client())
    assert [(each.name, each.staff) for each in people] == [("王样", False)]


def test_the_order_is_client_yaml_then_the_articles_then_the_papers() -> None:
    papers = (
        card("丙样", "110999197001010013"),
        card("乙样", "110999197001010021"),
        paper("articles", rows={"shareholders": [{"name": "乙样"}, {"name": "虚构投资有限公司"}]}),
        card("甲样", "110999197001010030"),
    )
    people = join(papers, client(PersonEntry(name="甲样")))
    assert [each.name for each in people] == ["甲样", "乙样", "丙样"]


def test_a_superseded_card_names_nobody() -> None:
    assert join((card("李样", LI, status="superseded"),), client()) == ()


def test_a_back_in_its_own_file_joins_the_front_that_is_named_like_it() -> None:
    papers = (
        paper("id_card", "papers/李样_正面.jpg", sides=("front",), name="李样", number=LI),
        paper("id_card", "papers/王样_正面.jpg", sides=("front",), name="王样", number=WANG),
        paper("id_card", "papers/李样_反面.jpg", sides=("back",), issuer="某市公安局"),
        paper("id_card", "papers/王样_反面.jpg", sides=("back",), issuer="某市公安局"),
    )
    assert {each.name: each.cards for each in join(papers, client())} == {"李样": (0, 2), "王样": (1, 3)}


def test_a_back_joins_the_front_on_the_page_before_it() -> None:
    papers = (
        paper("id_card", "papers/ids.pdf", sides=("front",), pages=(1, 1), name="李样", number=LI),
        paper("id_card", "papers/ids.pdf", sides=("back",), pages=(2, 2)),
        paper("id_card", "papers/ids.pdf", sides=("front",), pages=(3, 3), name="王样", number=WANG),
        paper("id_card", "papers/ids.pdf", sides=("back",), pages=(4, 4)),
    )
    assert {each.name: each.cards for each in join(papers, client())} == {"李样": (0, 1), "王样": (2, 3)}


def test_two_backs_that_fit_one_front_join_nobody() -> None:
    papers = (
        paper("id_card", "papers/scan1.jpg", sides=("front",), name="李样", number=LI),
        paper("id_card", "papers/scan7.jpg", sides=("back",)),
        paper("id_card", "papers/scan9.jpg", sides=("back",)),
    )
    assert [each.cards for each in join(papers, client())] == [(0,)]
