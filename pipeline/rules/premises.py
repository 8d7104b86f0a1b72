"""The machine room: there is one, it is the applicant's to use, where the papers say it is."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.case import Case
from pipeline.model.document import Document, Field
from pipeline.model.facts import Fact
from pipeline.model.findings import Breach, Judgement, NotApplicable, Note, Unknown, values
from pipeline.profile.records import Operators
from pipeline.rules.addresses import compare_places
from pipeline.rules.coverage import provinces
from pipeline.rules.papers import client_place, no_fact, unread
from pipeline.rules.parties import among, either, let_by_operator
from pipeline.rules.registry import rule
from pipeline.rules.rooms import OFFICE_USES, Room, no_room, rooms, strange_titles, unclear_premises
from pipeline.text.agreement import Agreement
from pipeline.text.normal import squeeze
from pipeline.text.regions import province_of


@rule("MR-01")
def room_is_proven(case: Case) -> Iterator[Judgement]:
    """A title or a lease of the machine room is there."""
    if rooms(case) or strange_titles(case):
        return
    unclear = tuple(unclear_premises(case))
    yield from unclear or (Breach(),)


@rule("MR-02")
def room_is_the_applicants(case: Case) -> Iterator[Judgement]:
    """The applicant is lessee, owner or named co-tenant, or is allowed to use the room by a consent."""
    company = case.fact("company.name")
    if company is None:
        yield no_fact("company.name")
        return
    if not rooms(case) and not strange_titles(case):
        yield from no_room(case)
    for room in rooms(case):
        yield from _party(room.opener, "owner" if room.lease is None else "lessee", company, room)
    for title in strange_titles(case):
        yield from _party(title, "owner", company, None)


def _party(paper: Document, name: str, company: Fact, room: Room | None) -> Iterator[Judgement]:
    """What to say of the party that must be the applicant."""
    party = paper.field(name)
    if party is None:
        yield unread(paper, name)
        return
    named = values(party=party.text, company=company.text)
    match among(company.text, party.text):
        case Agreement.UNSURE:
            compared = values(left=party.text, right=company.text)
            yield Unknown(reason="cannot_compare", values=compared, evidence=(party.evidence,))
        case Agreement.DIFFERENT if (consent := _consent_to(room, company.text)) is not None:
            yield Note(reason="by_consent", values=named, evidence=(party.evidence, consent.place()))
        case Agreement.DIFFERENT:
            yield Breach(values=named, evidence=(party.evidence,), part="owner" if name == "owner" else "")


def _consent_to(room: Room | None, company: str) -> Document | None:
    """A consent by somebody who may give the room, in favour of the applicant."""
    if room is None:
        return None
    givers = [field for name in ("lessee", "lessor") if room.lease and (field := room.lease.field(name)) is not None]
    givers += [owner for title in room.titles if (owner := title.field("owner")) is not None]
    for consent in room.consents:
        grantor, grantee = consent.field("grantor"), consent.field("grantee")
        if grantor is None or grantee is None or among(company, grantee.text) is not Agreement.SAME:
            continue
        if any(either(grantor.text, giver.text) is Agreement.SAME for giver in givers):
            return consent
    return None


@rule("MR-03")
def lessor_may_let(case: Case, *, operators: Operators, operators_groups: tuple[str, ...]) -> Iterator[Judgement]:
    """The lessor owns the room, or a chain of consents leads from the owner to it."""
    if not rooms(case):
        yield from no_room(case)
    for room in rooms(case):
        if room.lease is None:
            yield NotApplicable(reason="own_room")
        elif let_by_operator(room.lease, operators, operators_groups):
            yield NotApplicable(reason="operator_room")
        else:
            yield from _lessor(room, room.lease)


def _lessor(room: Room, lease: Document) -> Iterator[Judgement]:
    lessor = lease.field("lessor")
    if lessor is None:
        yield unread(lease, "lessor")
        return
    owners = [owner for title in room.titles if (owner := title.field("owner")) is not None]
    if not owners:
        missing = values(lessor=lessor.text)
        yield (
            unread(room.titles[0], "owner")
            if room.titles
            else Unknown(reason="no_title", values=missing, evidence=(lessor.evidence,))
        )
        return
    answers = [either(lessor.text, owner.text) for owner in owners]
    if Agreement.SAME in answers:
        return
    named = values(lessor=lessor.text, owner="、".join(owner.text for owner in owners))
    evidence = (lessor.evidence, *(owner.evidence for owner in owners))
    if _is_reached(room, lease, owners, lessor):
        yield Note(reason="by_chain", values=named, evidence=(*evidence, *(each.place() for each in room.consents)))
    elif Agreement.UNSURE in answers:
        compared = values(left=lessor.text, right=owners[answers.index(Agreement.UNSURE)].text)
        yield Unknown(reason="cannot_compare", values=compared, evidence=evidence)
    elif (unclear := _unclear_consent(room)) is not None:
        yield unclear
    else:
        yield Breach(values=named, evidence=evidence)


def _is_reached(room: Room, lease: Document, owners: list[Field], lessor: Field) -> bool:
    """Whether consents lead from an owner, each from the one before, to the lessor or straight to the lessee."""
    aims = [each.text for each in (lessor, lease.field("lessee")) if each is not None]
    reached = [owner.text for owner in owners]
    steps = [
        (one.text, to.text)
        for each in room.consents
        if (one := each.field("grantor")) and (to := each.field("grantee"))
    ]
    for _ in steps:
        reached += [to for one, to in steps if any(either(one, each) is Agreement.SAME for each in reached)]
    return any(either(aim, each) is Agreement.SAME for aim in aims for each in reached)


def _unclear_consent(room: Room) -> Unknown | None:
    """A consent whose parties were not read may be the missing link."""
    for consent in room.consents:
        for name in ("grantor", "grantee"):
            if consent.field(name) is None:
                return unread(consent, name)
    return None


@rule("MR-11")
def papers_speak_of_one_place(case: Case, *, address_alias_words: tuple[str, ...]) -> Iterator[Judgement]:
    """Title, fire document and the access agreement's customer end give the address of the room."""
    if not rooms(case):
        yield from no_room(case)
    every = len(rooms(case)) == 1
    for room in rooms(case):
        place = room.address()
        if place is None:
            yield unread(room.opener, "address")
            continue
        ends = [(each, "location") for each in case.of_kind("access_agreement")] if every else []
        others = [(each, "address") for each in (*room.titles, *room.fire) if each is not room.opener]
        for paper, name in (*others, *ends):
            seen = paper.field(name)
            said = (
                unread(paper, name)
                if seen is None
                else compare_places(case, seen, place, paper.kind, address_alias_words)
            )
            if said is not None:
                yield said


@rule("MR-14")
def room_lies_in_the_coverage(case: Case) -> Iterator[Judgement]:
    """The machine room lies in a province of the coverage applied for."""
    applied = provinces(case.client.coverage)
    if "全国" in applied:
        yield NotApplicable(reason="nationwide")
        return
    if not rooms(case):
        yield from no_room(case)
    for room in rooms(case):
        address = room.address()
        if address is None:
            yield unread(room.opener, "address")
            continue
        province = province_of(address.text)
        named = values(room=address.text, province=province or "", applied="、".join(sorted(applied)))
        if province is None:
            yield Unknown(reason="no_province", values=named, evidence=(address.evidence,))
        elif province not in applied:
            yield Breach(values=named, evidence=(address.evidence,))


@rule("MR-16")
def own_room_is_evaluated(
    case: Case, *, room_self_built_require: str, room_self_built_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """A room that the applicant built itself comes with an evaluation report or plan."""
    answer, where = case.client.answer("self_built_room"), client_place("/answers/self_built_room")
    if room_self_built_require == "none" or answer == "否":
        yield NotApplicable(reason="not_self_built" if answer == "否" else "not_required")
    elif answer is None:
        yield Unknown(reason="no_answer", values=values(question="self_built_room"), evidence=(where,))
    elif not any(_is_about(paper, room_self_built_words) for paper in case.of_kind("other")):
        yield Breach(evidence=(where,))


def _is_about(paper: Document, words: tuple[str, ...]) -> bool:
    title = paper.field("title")
    texts = [paper.heading, paper.text, "" if title is None else title.text]
    return any(word in squeeze(text) for text in texts for word in words)


@rule("MR-17")
def room_of_an_operator_is_no_access(
    case: Case, *, operators: Operators, operators_groups: tuple[str, ...]
) -> Iterator[Judgement]:
    """A room let by an operator comes with an access agreement of its own."""
    if not rooms(case):
        yield from no_room(case)
    for room in rooms(case):
        lessor = None if room.lease is None else room.lease.field("lessor")
        if room.lease is not None and lessor is None:
            yield unread(room.lease, "lessor")
        elif lessor is None or not let_by_operator(room.lease, operators, operators_groups):
            yield NotApplicable(reason="not_operator_room")
        elif not case.of_kind("access_agreement"):
            yield Breach(values=values(lessor=lessor.text), evidence=(lessor.evidence,))


@rule("MR-21")
def office_is_proven(case: Case) -> Iterator[Judgement]:
    """A lease or title of a fixed office is there."""
    if case.in_material("10A") or any(each.use in OFFICE_USES for each in case.premises):
        return
    unclear = tuple(unclear_premises(case))
    yield from unclear or (Breach(),)
