"""Premises: each lease, or title of an own property, with the titles, consents and fire papers that belong to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.facts.compare import plain, same_companies, same_places
from pipeline.facts.sources import current
from pipeline.model.case import Premises
from pipeline.model.document import Document

ROOM, OFFICE, BOTH, UNKNOWN_USE = "机房", "办公", "两者", "未知"
SAME_ADDRESS, SAME_PARTY, SAME_AREA, OTHER_ADDRESS = 4, 2, 1, -4
"""Weights of the signs that a paper belongs to premises: the place outweighs everything else together."""


@dataclass
class Place:
    """Premises in the making: the paper that opens them and those that joined."""

    opener: Document
    use: str
    lease: int | None = None
    titles: list[int] = field(default_factory=list)
    consents: list[int] = field(default_factory=list)
    fire: list[int] = field(default_factory=list)

    def record(self) -> Premises:
        """The finished record."""
        return Premises(
            use=self.use,
            lease=self.lease,
            titles=tuple(sorted(self.titles)),
            consents=tuple(sorted(self.consents)),
            fire=tuple(sorted(self.fire)),
        )


RANKS = {ROOM: 0, BOTH: 1, UNKNOWN_USE: 2, OFFICE: 3}


def join(documents: tuple[Document, ...], company: str | None) -> tuple[Premises, ...]:
    """The applicant's machine rooms, then its offices, each in path order."""
    places = [Place(each, use_of(each), lease=index) for index, each in current(documents, "room_lease")]
    join_titles(places, current(documents, "property_title"), company)
    for index, each in current(documents, "consent"):
        home = best(places, each, consent_score) or only(places)
        if home is not None:
            home.consents.append(index)
    for index, each in current(documents, "fire_document"):
        home = best(places, each, fire_score) or lacking_fire(places)
        if home is not None:
            home.fire.append(index)
    return tuple(each.record() for each in sorted(places, key=lambda place: RANKS[place.use]))


def join_titles(places: list[Place], titles: list[tuple[int, Document]], company: str | None) -> None:
    """Titles to the leases they fit; the applicant's own property without a lease is premises by itself.

    A title that fits nowhere belongs to the only room without one: its contradiction is for the rules to tell.
    """
    left: list[int] = []
    for index, each in titles:
        home = best(places, each, title_score)
        if home is not None:
            home.titles.append(index)
        elif company is not None and party_is(each, "owner", company) is True:
            places.append(Place(each, use_of(each), titles=[index]))
        else:
            left.append(index)
    lacking = [place for place in places if not place.titles and place.use != OFFICE]
    if len(lacking) == 1:
        lacking[0].titles += left


def use_of(document: Document) -> str:
    """Machine room, office or both, as read; else by the material that the paper was put in."""
    read = document.field("premises")
    if read is not None and read.text in (ROOM, OFFICE, BOTH):
        return read.text
    if document.material == "10A":
        return OFFICE
    return ROOM if document.material == "10" else UNKNOWN_USE


def party_is(document: Document, name: str, company: str) -> bool | None:
    """Whether a field names this company or person; None where it was not read or cannot be told."""
    read = document.field(name)
    return None if read is None else same_companies(read.text, company)


def alike(one: Document, field_of_one: str, other: Document, field_of_other: str) -> bool | None:
    """Whether two papers name the same party."""
    read = other.field(field_of_other)
    return None if read is None else party_is(one, field_of_one, read.text)


def place_score(one: Document, other: Document) -> int:
    """How well the places of two papers fit."""
    left, right = one.field("address"), other.field("address")
    if left is None or right is None:
        return 0
    answer = same_places(left.text, right.text)
    return SAME_PARTY if answer is None else (SAME_ADDRESS if answer else OTHER_ADDRESS)


def area_score(one: Document, other: Document) -> int:
    """Whether two papers state the same area."""
    left, right = one.field("area"), other.field("area")
    return SAME_AREA if left is not None and right is not None and plain(left.value, right.value) else 0


def party_score(*answers: bool | None) -> int:
    """Whether at least one pair of parties is the same."""
    return SAME_PARTY if any(answer is True for answer in answers) else 0


def title_score(place: Place, title: Document) -> int:
    """How well a title fits premises: place, area, and the owner as lessor."""
    opener = place.opener
    return (
        place_score(opener, title) + area_score(opener, title) + party_score(alike(opener, "lessor", title, "owner"))
    )


def consent_score(place: Place, consent: Document) -> int:
    """How well a consent fits premises: place, and its parties among those of the lease."""
    opener = place.opener
    parties = (
        alike(opener, "lessee", consent, "grantee"),
        alike(opener, "lessor", consent, "grantee"),
        alike(opener, "lessor", consent, "grantor"),
    )
    return place_score(opener, consent) + party_score(*parties)


def fire_score(place: Place, fire: Document) -> int:
    """How well a fire paper fits premises: by place alone, and machine rooms before offices."""
    fit = place_score(place.opener, fire)
    return fit + (SAME_AREA if fit > 0 and place.use != OFFICE else 0)


def best(places: list[Place], paper: Document, score: Callable[[Place, Document], int]) -> Place | None:
    """The premises that a paper fits best, None where it fits none."""
    scored = [(score(place, paper), -index) for index, place in enumerate(places)]
    top = max(scored, default=(0, 0))
    return places[-top[1]] if top[0] > 0 else None


def only(places: list[Place]) -> Place | None:
    """The only machine room, else the only premises, None where there are several."""
    rooms = [place for place in places if place.use != OFFICE] or places
    return rooms[0] if len(rooms) == 1 else None


def lacking_fire(places: list[Place]) -> Place | None:
    """The machine room that a fire paper of no fitting place must be meant for, None where that is open."""
    rooms = [place for place in places if place.use != OFFICE]
    lacking = [place for place in rooms if not place.fire]
    if len(lacking) == 1:
        return lacking[0]
    return rooms[0] if len(rooms) == 1 else None
