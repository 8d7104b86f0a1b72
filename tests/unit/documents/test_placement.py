from __future__ import annotations

import pytest

from pipeline.documents.hints import Slot, hinted_slot, page_numbers
from pipeline.documents.placement import place
from pipeline.model.document import Document, Field, Part, Row, Table
from pipeline.model.evidence import Evidence
from pipeline.model.values import Text
from tests.unit.documents.papers import client

SLOTS = (
    Slot(number="01", names=("公司营业执照副本",), kinds=("business_licence", "change_notice")),
    Slot(number="02", names=("法定代表人身份证", "法人身份证"), kinds=("id_card",)),
    Slot(number="03", names=("公司章程",), kinds=("articles",)),
    Slot(number="04", names=("股东证明材料",), kinds=("id_card", "business_licence", "articles")),
    Slot(number="05", names=("主要人员身份证及社保记录",), kinds=("id_card", "social_insurance", "business_licence")),
    Slot(number="09", names=("接入资源协议",), kinds=("access_agreement",)),
    Slot(number="10", names=("机房使用证明",), kinds=("room_lease", "property_title", "fire_document")),
    Slot(number="10A", names=("办公场地证明",), kinds=("room_lease", "property_title"), parent="10"),
)
COMPANY, HOLDING = "北京虚构云桥智联科技有限公司", "北京虚构云桥企业管理有限公司"


def paper(kind: str, file: str = "papers/x.pdf", holders: tuple[str, ...] = (), **told: str) -> Document:
    def fields(values: dict[str, str]) -> tuple[Field, ...]:
        return tuple(Field(name=n, value=Text(value=v), evidence=Evidence(file=file)) for n, v in values.items())

    rows = tuple(Row(fields=fields({"name": holder})) for holder in holders)
    return Document(
        kind=kind,
        title="",
        parts=(Part(file=file, sha256="", first=1, last=1),),
        fields=fields(told),
        tables=(Table(name="shareholders", rows=rows),) if rows else (),
    )


BASE = (
    paper("business_licence", name=COMPANY, legal_representative="高予安"),
    paper("articles", company=COMPANY, holders=("高予安", HOLDING)),
    paper("access_agreement", customer=COMPANY),
)


def placed(*documents: Document, **told: object) -> list[tuple[str | None, tuple[str, ...]]]:
    read = place((*BASE, *documents), client(**told), SLOTS)
    return [(each.material, each.also) for each in read[len(BASE) :]]


def test_the_applicants_own_licence_and_articles():
    assert [each.material for each in place(BASE, client(), SLOTS)] == ["01", "03", "09"]


def test_a_shareholders_licence_and_articles_go_with_the_shareholders():
    papers = (paper("business_licence", name=HOLDING), paper("articles", company=HOLDING))
    assert placed(*papers) == [("04", ()), ("04", ())]


def test_a_branchs_licence_is_not_the_applicants():
    assert placed(paper("business_licence", name=f"{COMPANY}南京分公司")) == [("04", ())]


def test_the_licence_of_a_branch_that_pays_the_insurance_goes_with_the_staff():
    branch = f"{COMPANY}南京分公司"
    papers = (paper("business_licence", name=branch), paper("social_insurance", payer=branch))
    assert placed(*papers) == [("05", ()), ("05", ())]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("高予安", ("02", ("04", "05"))), ("王样", ("05", ())), ("无关人", (None, ()))],
)
def test_a_card_serves_every_role_of_its_holder(name: str, expected: tuple[str | None, tuple[str, ...]]):
    people = ({"name": "高予安"}, {"name": "王样"})
    assert placed(paper("id_card", name=name), people=people) == [expected]


def test_the_folder_places_a_card_whose_holder_has_no_role_known():
    assert placed(paper("id_card", "papers/05_主要人员/李四.jpg", name="李四")) == [("05", ())]


def test_the_content_beats_the_folder_and_says_so():
    licence = paper("business_licence", "papers/03_章程/执照.pdf", name=HOLDING)
    read = place((*BASE, licence), client(), SLOTS)[-1]
    assert (read.material, read.why) == ("04", "文件名指向第03项，内容为其他公司的营业执照，放入第04项")


def test_client_yaml_beats_the_content():
    files = ({"path": "papers/holding.pdf", "material": "01"},)
    licence = paper("business_licence", "papers/holding.pdf", name=HOLDING)
    assert placed(licence, files=files) == [("01", ("04",))]


def test_a_back_goes_where_its_front_goes():
    back = paper("id_card", "papers/b.jpg", issuer="北京市公安局")
    front = paper("id_card", "papers/a.jpg", name="高予安")
    read = place((*BASE, front, back), client(), SLOTS, backs=lambda _: {4: 3})
    assert [(each.material, each.also) for each in read[3:]] == [("02", ("04",)), ("02", ("04",))]


@pytest.mark.parametrize(
    ("premises", "expected"), [("机房", ("10", ())), ("办公", ("10A", ())), ("两者", ("10", ("10A",)))]
)
def test_an_office_lease_goes_into_the_annex(premises: str, expected: tuple[str, tuple[str, ...]]):
    assert placed(paper("room_lease", premises=premises)) == [expected]


def test_a_title_goes_with_the_lease_of_the_same_address():
    lease = paper("room_lease", premises="办公", address="北京市虚构区云桥路36号")
    title = paper("property_title", address="北京市虚构区云桥路36号")
    assert placed(lease, title) == [("10A", ()), ("10A", ())]


@pytest.mark.parametrize(
    ("path", "slot"),
    [
        ("papers/05_主要人员/张三.pdf", "05"),
        ("papers/05-张三/身份证.jpg", "05"),
        ("papers/10A 办公/合同.pdf", "10A"),
        ("papers/05_人员/02_张三.pdf", "02"),
        ("papers/公司章程.pdf", "03"),
        ("papers/法人身份证/正面.jpg", "02"),
        ("papers/2026年.pdf", None),
        ("papers/052_x.pdf", None),
        ("papers/scan0012.pdf", None),
    ],
)
def test_what_a_name_or_folder_says_of_the_material(path: str, slot: str | None):
    assert hinted_slot(path, SLOTS) == slot


@pytest.mark.parametrize(("pages", "numbers"), [("1-3", {1, 2, 3}), ("2", {2}), ("1,4-5", {1, 4, 5}), ("x", set())])
def test_page_ranges_of_client_yaml(pages: str, numbers: set[int]):
    assert page_numbers(pages) == numbers
