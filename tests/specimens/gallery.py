"""Every layout of every kind of specimen, each drawn from a world: what accuracy is measured on.

A layout that a module adds to its list of layouts joins by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from tests.specimens import worlds
from tests.specimens.company import Qualification, World
from tests.specimens.papers import (
    access_agreement,
    application_form,
    articles,
    business_licence,
    golden,
    id_card,
    letters,
    premises,
    qualification,
    social_insurance,
)
from tests.specimens.sheet import Paper


class Exhibit(NamedTuple):
    """One layout of one kind; `layout` is unique within the kind, `draw` makes the paper of a world."""

    kind: str
    layout: str
    draw: Callable[[World], Paper]

    @property
    def name(self) -> str:
        """What a file with this exhibit is called."""
        return f"{self.kind}_{self.layout}"


def exhibits() -> tuple[Exhibit, ...]:
    """The whole gallery, kind after kind."""
    return (
        *_licences(), *_cards(), *_articles(), *_insurance(), *_qualifications(), *_access(), *_premises(),
        *_letters(), *_forms(), *_golden(),
    )  # fmt: skip


def _licences() -> Iterator[Exhibit]:
    for layout in business_licence.LAYOUTS:
        yield Exhibit("business_licence", layout, partial(_licence, layout=layout))
    yield Exhibit("business_licence", "without_term", _licence_without_term)
    yield Exhibit("business_licence", "branch", _licence_of_branch)
    yield Exhibit("business_licence", "partnership", _licence_of_partnership)


def _licence(world: World, layout: str) -> Paper:
    return business_licence.draw(world.company, layout)


def _licence_without_term(world: World) -> Paper:
    return business_licence.draw(world.company, "landscape_2019", term=False)


def _licence_of_branch(world: World) -> Paper:
    return business_licence.draw(worlds.branch_of(world.company, world.staff[0].person), "landscape_2019")


def _licence_of_partnership(world: World) -> Paper:
    return business_licence.draw(worlds.partnership(world.company), "portrait_2015")


def _cards() -> Iterator[Exhibit]:
    for place, layout in enumerate(id_card.LAYOUTS):
        yield Exhibit("id_card", layout, partial(_card, layout=layout, place=place))
    yield Exhibit("id_card", "front", partial(_side, front=True))
    yield Exhibit("id_card", "back", partial(_side, front=False))


def _card(world: World, layout: str, place: int) -> Paper:
    people = world.persons()
    return id_card.draw(people[place % len(people)], layout)


def _side(world: World, front: bool) -> Paper:
    return id_card.side(world.persons()[-1 if front else -2], front)


def _articles() -> Iterator[Exhibit]:
    for layout in articles.LAYOUTS:
        yield Exhibit("articles", layout, partial(_articles_of, layout=layout))
    yield Exhibit("articles", "amendment", _amendment)


def _articles_of(world: World, layout: str) -> Paper:
    return articles.draw(world.company, layout)


def _amendment(world: World) -> Paper:
    return articles.amendment(world.company, worlds.without_keywords(world.company.scope), world.change_on)


def _insurance() -> Iterator[Exhibit]:
    for place, layout in enumerate(social_insurance.FORMS):
        yield Exhibit("social_insurance", layout, partial(_insurance_of, layout=layout, place=place))
    yield Exhibit("social_insurance", "unit", _insurance_of_unit)
    for layout in (*social_insurance.FORMS_ELSEWHERE, *social_insurance.LISTS_ELSEWHERE):
        yield Exhibit("social_insurance", layout, partial(_insurance_elsewhere, layout=layout))


def _insurance_of(world: World, layout: str, place: int) -> Paper:
    return social_insurance.draw(world.staff[place % len(world.staff)], layout, world.province)


def _insurance_elsewhere(world: World, layout: str) -> Paper:
    """Every other one shows a month that was not paid, or not in time."""
    return social_insurance.draw_elsewhere(world.staff, layout, lapsed=world.seed % 2 == 1)


def _insurance_of_unit(world: World) -> Paper:
    return social_insurance.unit_list(world.staff, world.province)


def _qualifications() -> Iterator[Exhibit]:
    for layout in qualification.LAYOUTS:
        yield Exhibit("qualification", layout, partial(_qualification, layout=layout))


def _qualification(world: World, layout: str) -> Paper:
    """The first of the staff's qualifications that has this layout."""
    for member in world.staff:
        for each in member.qualifications:
            if _layout_of(each) == layout:
                return qualification.draw(member, each, world)
    raise LookupError(f"nobody of world {world.seed} has a {layout}")


def _layout_of(each: Qualification) -> str:
    if each.sort == "简历":
        return "curriculum"
    if each.sort == "学历":
        return "registration" if each.verify_code else "diploma"
    return "certificate"


def _access() -> Iterator[Exhibit]:
    for layout in access_agreement.LAYOUTS:
        yield Exhibit("access_agreement", layout, partial(access_agreement.draw, layout=layout))


def _premises() -> Iterator[Exhibit]:
    for layout in premises.LEASE_LAYOUTS:
        yield Exhibit("room_lease", layout, partial(_lease, layout=layout))
    yield Exhibit("room_lease", "office", _office)
    yield Exhibit("property_title", "certificate", _title)
    for sort in ("转租同意书", "产权人同意证明"):
        yield Exhibit("consent", "sublease" if sort.startswith("转租") else "owner", partial(_consent, sort=sort))
    for layout, sort in zip(premises.FIRE_LAYOUTS, ("验收意见书", "备案凭证"), strict=True):
        yield Exhibit("fire_document", layout, partial(_fire, sort=sort))


def _lease(world: World, layout: str) -> Paper:
    assert world.room is not None
    return premises.lease(world.room, world.company.code, layout)


def _office(world: World) -> Paper:
    return premises.lease(world.office, world.company.code)


def _title(world: World) -> Paper:
    assert world.title is not None
    return premises.property_title(world.title)


def _consent(world: World, sort: str) -> Paper:
    assert world.title is not None
    assert world.room is not None
    return premises.consent(world.title.owner, world.room.lessor, world.room.address, world.room.signed_on, sort)


def _fire(world: World, sort: str) -> Paper:
    assert world.fire is not None
    return premises.fire_document(replace(world.fire, sort=sort))


def _letters() -> Iterator[Exhibit]:
    yield Exhibit("commitment", "plain", letters.commitment)
    yield Exhibit("commitment", "spaced", partial(letters.commitment, spaced=True))
    for hit in (False, True):
        yield Exhibit("credit_record", "listed" if hit else "clear", partial(_record, hit=hit))
    yield Exhibit("change_notice", "scope", letters.change_notice)
    yield Exhibit("change_notice", "name", _notice_of_name)


def _notice_of_name(world: World) -> Paper:
    return letters.change_notice(world, "名称", world.company.name.replace("虚构", "虚构旧", 1))


def _record(world: World, hit: bool) -> Paper:
    return letters.credit_record(world.company.name, world.company.code, world.records_on, 7, hit)


def _forms() -> Iterator[Exhibit]:
    for variant in application_form.VARIANTS:
        yield Exhibit("application_form", variant, partial(application_form.draw, variant=variant))
    yield Exhibit("application_form", "sealed", partial(application_form.draw, sealed=True))


def _golden() -> Iterator[Exhibit]:
    """What the tests of reading have as words only."""
    for kind, layout in golden.layouts():
        yield Exhibit(kind, layout, partial(golden.draw, layout=layout))
