from __future__ import annotations

from pipeline.facts.premises import join
from pipeline.model.case import Premises
from tests.unit.facts.papers import COMPANY, paper

ROOM = "北京市海淀区虚构路88号2号楼3层301室"
OFFICE = "北京市朝阳区假想街6号5层501室"


def lease(address: str = ROOM, premises: str = "机房", file: str = "papers/lease.pdf", **more: object):
    return paper("room_lease", file, address=address, premises=premises, lessor="虚构置业有限公司", **more)


def test_title_consent_and_fire_paper_of_one_address_belong_to_its_lease() -> None:
    papers = (
        lease(),
        lease(OFFICE, "办公", "papers/office.pdf"),
        paper("property_title", address="北京市海淀区虚构路88号2号楼", owner="另一家有限公司"),
        paper("consent", address=ROOM, grantor="另一家有限公司"),
        paper("fire_document", address="海淀区虚构路88号"),
    )
    assert join(papers, COMPANY) == (
        Premises(use="机房", lease=0, titles=(2,), consents=(3,), fire=(4,)),
        Premises(use="办公", lease=1),
    )


def test_a_title_goes_to_the_office_when_its_address_is_the_office_s() -> None:
    papers = (lease(), lease(OFFICE, "办公", "papers/office.pdf"), paper("property_title", address=OFFICE))
    assert [each.titles for each in join(papers, COMPANY)] == [(), (2,)]


def test_a_fire_paper_of_another_address_still_belongs_to_the_only_room_so_that_the_rules_see_it() -> None:
    papers = (lease(), paper("fire_document", address="北京市丰台区别处路1号"))
    assert [each.fire for each in join(papers, COMPANY)] == [(1,)]


def test_the_applicant_s_own_property_is_premises_without_a_lease() -> None:
    papers = (paper("property_title", address=ROOM, owner=COMPANY, premises="机房"),)
    assert join(papers, COMPANY) == (Premises(use="机房", titles=(0,)),)


def test_the_title_of_a_stranger_without_any_lease_opens_no_premises() -> None:
    assert join((paper("property_title", address=ROOM, owner="某某置业有限公司"),), COMPANY) == ()


def test_machine_rooms_stand_before_offices_whatever_the_order_of_the_papers() -> None:
    papers = (lease(OFFICE, "办公", "papers/a.pdf"), lease(file="papers/b.pdf"))
    assert [(each.use, each.lease) for each in join(papers, COMPANY)] == [("机房", 1), ("办公", 0)]


def test_a_lease_that_does_not_say_what_it_is_for_goes_by_its_material() -> None:
    papers = (
        paper("room_lease", "papers/a.pdf", material="10A", address=OFFICE),
        paper("room_lease", "papers/b.pdf", address=ROOM),
    )
    assert [each.use for each in join(papers, COMPANY)] == ["未知", "办公"]


def test_a_title_without_a_legible_address_joins_by_its_owner() -> None:
    papers = (lease(), paper("property_title", owner="虚构置业有限公司"))
    assert [each.titles for each in join(papers, COMPANY)] == [(1,)]
