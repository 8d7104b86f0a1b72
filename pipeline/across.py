"""What one client has in common with the others of a batch: its part of the index, and what it meets there again.

Only papers that belong to one applicant are compared: a lease, a title or a fire document may rightly be shared.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.index import Entry, Index, Sort, Wording, keyed
from pipeline.model.case import Case, Shared
from pipeline.model.document import Document, PagePrint
from pipeline.model.evidence import Evidence
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings
from pipeline.rules.insurance import States, counted, month_text
from pipeline.rules.months import Months
from pipeline.rules.papers import client_place
from pipeline.rules.sharing import plain_code
from pipeline.rules.trust import least_of, trusted
from pipeline.text.codes import compact
from pipeline.text.masks import is_masked
from pipeline.text.normal import squeeze

COMPARED = ("social_insurance", "qualification", "access_agreement", "commitment")
"""Papers that belong to one applicant and its people alone."""
NAMING = frozenset({"customer", "company", "holder", "name", "number", "payer", "verify_code"})
"""Fields that tell whose a page is: pages without any (standard terms, empty forms) are alike everywhere."""
SHORTEST_PAGE = 40
"""Characters: pages with fewer are alike by chance."""
UNIQUE_CODE = 8
"""Characters of a code that stands once in the country: six-digit check codes recur among a few thousand papers."""
BAND = 2
"""Hexadecimal digits: of two 64-bit pictures that differ in at most seven bits at least one eighth agrees whole."""
SHORTEST_ANSWER = 20
"""Characters: 无, a number or a short phrase is said alike by everybody."""
RUN = 8
"""Characters of a run of words: longer than a term of the trade, shorter than a sentence."""
RUN_DIGITS = 16
"""Hexadecimal digits kept of a run's hash."""


class Trait(NamedTuple):
    """Something of a client's that no other may have; alike where any of `texts` is."""

    sort: Sort
    texts: tuple[str, ...]
    shared: Shared


def part_of(case: Case, profile: Profile, settings: Settings, key: bytes) -> Index:
    """What this client adds to the index besides its names."""
    owner = keyed(case.client.folder_name, key)
    entries = (
        Entry(owner=owner, length=len(text), digest=keyed(text, key), sort=trait.sort)
        for trait in traits(case, settings)
        for text in trait.texts
    )
    runs = frozenset().union(*_runs(case, profile, key).values())
    return Index(
        entries=tuple(dict.fromkeys(entries)),
        wordings=(Wording(owner=owner, runs=tuple(sorted(runs))),) if runs else (),
    )


def met(case: Case, profile: Profile, settings: Settings, index: Index, key: bytes) -> tuple[Shared, ...]:
    """What of this client another client has, too."""
    code = case.fact("company.code")
    others = index.others(case.client.folder_name, code.text if code is not None else "", key)
    known = {sort: others.digests(sort) for sort in ("month", "code", "page")}
    again = (
        trait.shared
        for trait in traits(case, settings)
        if any(keyed(text, key) in known[trait.sort] for text in trait.texts)
    )
    return (*dict.fromkeys(again), *_answers(case, profile, others, key))


def traits(case: Case, settings: Settings) -> Iterator[Trait]:
    """Every trait of the client, read clearly enough to be judged by."""
    case = trusted(case, least_of(settings))
    yield from _months(case, settings)
    for paper in case.of_kind(*COMPARED):
        yield from _codes(paper)
        yield from _pages(paper)


def _months(case: Case, settings: Settings) -> Iterator[Trait]:
    """Each month in which somebody is paid for by the applicant; only whole numbers tell who it is."""
    company = case.fact("company.name")
    states = settings.group(States)
    for person in counted(case):
        if company is None or person.number is None or is_masked(person.number):
            continue
        months = Months(case, person, company.text, states)
        for number, row in months.rows:
            field = row.field("month")
            if field is not None and number in months.paid:
                month = month_text(number)
                shared = Shared(sort="month", of=person.name, detail=month, evidence=(field.evidence,))
                yield Trait("month", (f"month|{compact(person.number)}|{month}",), shared)


def _codes(paper: Document) -> Iterator[Trait]:
    code = paper.field("verify_code")
    if code is not None and len(plain := plain_code(code)) >= UNIQUE_CODE:
        yield Trait("code", (f"code|{plain}",), Shared(sort="code", of=paper.kind, evidence=(code.evidence,)))


def _pages(paper: Document) -> Iterator[Trait]:
    """Pages that say whose they are, by their words and look."""
    named = {(each.evidence.file, each.evidence.page) for each in paper.every_field if each.name in NAMING}
    for page in paper.marks.prints:
        if page.words >= SHORTEST_PAGE and page.look and (page.file, page.page) in named:
            place = Evidence(file=page.file, sha256=page.sha256, page=page.page)
            yield Trait("page", _looks(paper.kind, page), Shared(sort="page", of=paper.kind, evidence=(place,)))


def _looks(kind: str, page: PagePrint) -> tuple[str, ...]:
    """The page's words with each part of its look: two pictures of one page share at least one part."""
    parts = (page.look[start : start + BAND] for start in range(0, len(page.look), BAND))
    return tuple(f"page|{kind}|{page.text}|{number}|{part}" for number, part in enumerate(parts))


def _answers(case: Case, profile: Profile, others: Index, key: bytes) -> Iterator[Shared]:
    """How much of the client's own answers stands with the client that has most of it."""
    own = _runs(case, profile, key)
    words = frozenset().union(*own.values())
    most = max((frozenset(each.runs) & words for each in others.wordings), key=len, default=frozenset[str]())
    if not most:
        return
    ratios = {name: Decimal(len(runs & most)) / len(runs) for name, runs in own.items()}
    alike = sorted(ratios, key=lambda name: (-ratios[name], name))
    yield Shared(
        sort="answers",
        of=alike[0],
        ratio=Decimal(len(most)) / len(words),
        evidence=tuple(client_place(f"/answers/{name}") for name in alike if ratios[name] > Decimal("0.5")),
    )


def _runs(case: Case, profile: Profile, key: bytes) -> dict[str, frozenset[str]]:
    """Each answer that is written into a draft as its runs of characters, the client's own names left out."""
    written = {each.id for each in profile.questions if each.kind in ("text", "list") and _in_draft(each.used_in)}
    company = case.fact("company.name")
    names = (squeeze(company.text) if company is not None else "", squeeze(case.client.short_name))
    runs = {}
    for name, answer in case.client.answers:
        text = squeeze(answer)
        for each in filter(None, names):
            text = text.replace(each, "")
        if name in written and len(text) >= SHORTEST_ANSWER:
            windows = {text[start : start + RUN] for start in range(len(text) - RUN + 1)}
            runs[name] = frozenset(keyed(f"run|{each}", key)[:RUN_DIGITS] for each in windows)
    return runs


def _in_draft(used_in: tuple[str, ...]) -> bool:
    """Whether an answer is written into a draft (`07 §3`), not only read by rules."""
    return any(each[:1].isdigit() for each in used_in)
