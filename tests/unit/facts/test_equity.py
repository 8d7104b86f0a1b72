from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.facts.equity import trace
from pipeline.facts.holders import kind_by_name
from tests.unit.facts.papers import COMPANY, cny, paper, percent

PARENT = "虚构投资有限公司"


def articles(company: str, *holders: tuple[str, str], file: str = "papers/a.pdf", **more: object):
    rows = [{"name": name, "share": percent(share)} for name, share in holders]
    return paper("articles", file, company=company, rows={"shareholders": rows}, **more)


def test_the_tree_goes_up_through_a_corporate_shareholder_to_people() -> None:
    papers = (
        articles(COMPANY, (PARENT, "60"), ("王样", "40")),
        articles(PARENT, ("李样", "75"), ("赵样", "25"), file="papers/b.pdf"),
        paper("business_licence", name=PARENT, type="有限责任公司（自然人投资或控股）", code="91999900MA00000000"),
    )
    tree = trace(papers, COMPANY)
    leaves = [(path, holder.effective, holder.end) for path, holder in tree.leaves()]
    assert leaves == [
        ((COMPANY, PARENT, "李样"), Decimal(45), "自然人"),
        ((COMPANY, PARENT, "赵样"), Decimal(15), "自然人"),
        ((COMPANY, "王样"), Decimal(40), "自然人"),
    ]
    assert tree.depth == 2
    assert tree.holders[0].licence == 2


def test_a_branch_without_the_shareholder_s_articles_says_what_is_missing() -> None:
    tree = trace((articles(COMPANY, (PARENT, "100")),), COMPANY)
    assert [(holder.end, holder.open) for _, holder in tree.leaves()] == [("", "缺少该股东的公司章程")]


def test_a_circle_of_holders_ends_where_it_closes() -> None:
    papers = (articles(COMPANY, (PARENT, "100")), articles(PARENT, (COMPANY, "100"), file="papers/b.pdf"))
    assert [holder.open for _, holder in trace(papers, COMPANY).leaves()] == ["循环持股"]


def test_the_later_articles_count() -> None:
    from tests.unit.facts.papers import day

    papers = (
        articles(COMPANY, ("李样", "100"), signed_on=day("2024-05-01")),
        articles(COMPANY, ("王样", "100"), signed_on=day("2020-05-01"), file="papers/old.pdf"),
    )
    assert [holder.name for holder in trace(papers, COMPANY).holders] == ["李样"]


def test_shares_come_from_amounts_where_no_share_is_printed_and_are_unknown_where_one_amount_is() -> None:
    full = paper(
        "articles",
        company=COMPANY,
        rows={"shareholders": [{"name": "李样", "amount": cny(600_000)}, {"name": "王样", "amount": cny(400_000)}]},
    )
    assert [holder.share for holder in trace((full,), COMPANY).holders] == [Decimal(60), Decimal(40)]
    cut = paper(
        "articles",
        company=COMPANY,
        rows={"shareholders": [{"name": "李样", "amount": cny(600_000)}, {"name": "王样"}]},
    )
    assert [holder.share for holder in trace((cut,), COMPANY).holders] == [None, None]


@pytest.mark.parametrize(
    ("company_type", "kind", "end"),
    [
        ("股份有限公司(上市、自然人投资或控股)", "上市公司", "上市公司"),
        ("股份有限公司(非上市、自然人投资或控股)", "企业", ""),
        ("有限责任公司（国有独资）", "企业", "国家独资企业（国有资产）"),
        ("有限责任公司(法人独资)", "企业", ""),
    ],
)
def test_the_licence_type_of_a_shareholder_tells_whether_the_branch_ends(
    company_type: str, kind: str, end: str
) -> None:
    papers = (articles(COMPANY, (PARENT, "100")), paper("business_licence", name=PARENT, type=company_type))
    holder = trace(papers, COMPANY).holders[0]
    assert (holder.kind, holder.end) == (kind, end)


@pytest.mark.parametrize(
    ("name", "number", "papers", "foreign"),
    [
        ("某某（香港）有限公司", None, (), True),
        ("Invented Holdings Limited", None, (), True),
        ("北京香山投资有限公司", None, (), None),
        ("李样", "810000199001010011", (), True),
        ("李样", "110999199001010011", (), False),
        ("李样", None, (paper("id_card", name="李样", number="H12345678", sort="港澳居民来往内地通行证"),), True),
        (PARENT, None, (paper("business_licence", name=PARENT, type="有限责任公司(外商投资企业法人独资)"),), True),
        (PARENT, None, (paper("business_licence", name=PARENT, type="有限责任公司（非外商投资）"),), False),
    ],
)
def test_a_holder_from_abroad_is_told_by_name_number_card_or_licence(
    name: str, number: str | None, papers: tuple, foreign: bool | None
) -> None:
    row = {"name": name} | ({"number": number} if number else {})
    root = paper("articles", company=COMPANY, rows={"shareholders": [row]})
    assert trace((root, *papers), COMPANY).holders[0].foreign is foreign


@pytest.mark.parametrize(
    ("name", "number", "kind"),
    [
        ("李样", None, "自然人"),
        ("阿依古丽·买买提", None, "自然人"),
        ("虚构网络科技有限公司", None, "企业"),
        ("虚构创业投资合伙企业（有限合伙）", None, "合伙企业"),
        ("某某投资管理中心（有限合伙）", None, "合伙企业"),
        ("某省人民政府国有资产监督管理委员会", None, "国家机构"),
        ("某某公司工会委员会", None, "社会团体"),
        ("某某村民委员会", None, "集体"),
        ("某某大学", None, "事业单位"),
        ("某某研发中心", None, "未知"),
        ("某某研发中心", "12999900MB00000000", "事业单位"),
    ],
)
def test_what_a_holder_is_follows_from_its_name_or_code(name: str, number: str | None, kind: str) -> None:
    assert kind_by_name(name, number) == kind


def test_without_articles_the_tree_says_so() -> None:
    tree = trace((), COMPANY)
    assert (tree.holders, tree.open) == ((), "缺少载有股东出资表的公司章程")
