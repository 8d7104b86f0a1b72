"""Lesser faults that clients' papers have: of dates, forms, signatures and wording."""

from __future__ import annotations

from dataclasses import replace

from tests.specimens import printed
from tests.specimens.company import Company, FireDocument, Lease, PropertyTitle, World


def term_ends_in_review(world: World) -> None:
    """After the filing day and before the authority decides."""
    world.company.term_to = "2027-01-20"


def articles_scope_differs(world: World) -> None:
    """One item of the licence's scope is not in the articles."""
    items = world.company.scope.split("；")
    world.chosen["articles_scope"] = "；".join([*items[:-2], items[-1]])


def second_level_adds_up_to_90(world: World) -> None:
    """The holding company's second shareholder has ten percent less than is left for it."""
    holding = next(holder.owner for holder in world.company.holders if isinstance(holder.owner, Company))
    last = holding.holders[-1]
    last.share = f"{float(last.share) - 10:.2f}"
    last.amount = str(int(last.amount) - int(holding.capital) // 10)


def insurance_is_backpay(world: World) -> None:
    """Only the form of Zhejiang and the unit list print a state."""
    world.staff[0].last_state = "补缴"


def insurance_print_is_old(world: World) -> None:
    """Printed so long ago that the last month on it is not the last one before filing."""
    for member in world.staff:
        member.printed_on = "2026-10-08"


def one_person_leads_both(world: World) -> None:
    """The technical lead is the security lead too."""
    lead, other = world.staff[0], world.staff[1]
    lead.roles = (*lead.roles, "信息安全负责人")
    other.roles = tuple(role for role in other.roles if role != "信息安全负责人")


def unrelated_major(world: World) -> None:
    """The technical lead has studied another field and has no certificate."""
    lead = world.staff[0]
    lead.qualifications = [each for each in lead.qualifications if each.sort in {"学历", "简历"}]
    for each in lead.qualifications:
        each.major = "汉语言文学"


def fire_police_in_2022(world: World) -> None:
    """The police had handed fire inspection over in 2019."""
    fire = _fire(world)
    fire.sort, fire.issuer, fire.issued_on = "公安消防", f"{world.province.city}虚构区公安消防大队", "2022-05-18"


def fire_document_of_other_floors(world: World) -> None:
    """The room lies above the floors that were inspected."""
    fire = _fire(world)
    fire.project = f"{fire.builder}9层通信机房改造工程"
    fire.address = fire.address[: fire.address.index("号楼") + 2]


def room_is_residential(world: World) -> None:
    """The title says flat."""
    _title(world).use = "城镇住宅用地/住宅"


def lease_sealed_by_one(world: World) -> None:
    """The lessor's seal is missing."""
    _room(world).lessor_sealed = False


def lease_signed_late(world: World) -> None:
    """Three weeks after it begins."""
    room = _room(world)
    room.signed_on = printed.shifted(room.term_from, 21)


def access_for_six_months(world: World) -> None:
    """And without renewal."""
    world.access.term_from, world.access.term_to = "2026-12-01", "2027-05-31"
    world.access.auto_renewal = False


def access_for_own_use_only(world: World) -> None:
    """The clause that allows the business is one that forbids it."""
    world.access.own_use = True


def access_without_number(world: World) -> None:
    """The blank behind 合同编号 was not filled in."""
    world.access.number = ""


def access_without_annex(world: World) -> None:
    """The clauses refer to annex one, which is not there."""
    world.access.annexed = False


def form_older_than_licence(world: World) -> None:
    """Generated before the licence was changed."""
    world.form_on = printed.shifted(world.company.issued_on, -10)


def form_is_old(world: World) -> None:
    """Generated longer ago than the profile allows, after every paper that it repeats."""
    world.form_on = "2026-11-16"


def records_edited(world: World) -> None:
    """The downloads went through an image editor."""
    world.chosen["records_made_by"] = "Adobe Photoshop 24.0"


def commitment_is_old(world: World) -> None:
    """Signed longer ago than the profile allows."""
    world.commitment_on = "2026-09-20"


def records_are_old(world: World) -> None:
    """Credit records looked up half a year ago."""
    world.records_on = "2026-06-15"


def with_articles_scope(company: Company, world: World) -> Company:
    """The company as its articles describe it."""
    scope = world.chosen.get("articles_scope")
    return company if scope is None else replace(company, scope=scope)


def _room(world: World) -> Lease:
    assert world.room is not None
    return world.room


def _title(world: World) -> PropertyTitle:
    assert world.title is not None
    return world.title


def _fire(world: World) -> FireDocument:
    assert world.fire is not None
    return world.fire
