"""The form (12): made by the portal, sealed, and the same as the papers behind it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapidfuzz import fuzz

from pipeline.model.case import Case, Person
from pipeline.model.document import Document, Row
from pipeline.model.findings import Breach, Judgement, Unknown, values
from pipeline.rules.coverage import compare_coverage
from pipeline.rules.equity import may_be_same, same_holder
from pipeline.rules.marks import is_sealed, is_signed
from pipeline.rules.papers import articles, measured, no_paper, unread
from pipeline.rules.registry import rule
from pipeline.text.agreement import Agreement
from pipeline.text.codes import compare_numbers
from pipeline.text.names import compare_people
from pipeline.text.normal import squeeze

VARIANTS = {"without_site_access": "不含网站接入", "with_site_access": "含网站接入"}


def forms(case: Case) -> tuple[Document, ...]:
    """Every version of the form among the papers: the portal's own PDF and the sealed scan, counting or superseded."""
    return tuple(each for each in case.documents if each.kind == "application_form")


def form(case: Case) -> Document | None:
    """The form that counts."""
    return next(iter(case.of_kind("application_form")), None)


@rule("AF-01")
def form_is_the_portals(case: Case, *, form_page_similarity: Decimal) -> Iterator[Judgement]:
    """The portal's own PDF is among the papers, and the sealed scan agrees with it page by page."""
    every = forms(case)
    if not every:
        yield no_paper("application_form")
        return
    digital = [each for each in every if not each.marks.picture]
    scans = [each for each in every if each.marks.picture]
    if not digital:
        yield Unknown(reason="only_scan", evidence=(scans[0].place(),))
        return
    if digital[0].field("generated_on") is None:
        yield Breach(evidence=(digital[0].place(),), part="not_portal")
    for scan in scans:
        yield from _differences(digital[0], scan, form_page_similarity)


def _differences(digital: Document, scan: Document, least: Decimal) -> Iterator[Judgement]:
    """The pages of the scan whose text is not that of the portal's page, by similarity in percent."""
    if digital.pages != scan.pages:
        named = values(portal=digital.pages, scan=scan.pages)
        yield Breach(values=named, evidence=(scan.place(), digital.place()), part="pages")
        return
    for number, (left, right) in enumerate(zip(digital.page_texts, scan.page_texts, strict=False), start=1):
        if Decimal(str(fuzz.ratio(squeeze(left), squeeze(right)))) < least:
            yield Breach(values=values(page=number), evidence=(scan.page_place(number),), part="differs")


@rule("AF-02")
def form_is_sealed(case: Case, *, seal_other_purposes: tuple[str, ...]) -> Iterator[Judgement]:
    """The form carries the seal and the signature of the legal representative."""
    every = forms(case)
    if not every:
        yield no_paper("application_form")
        return
    sealed = [is_sealed(each, seal_other_purposes) for each in every]
    for part, seen in (("unsealed", sealed), ("unsigned", [is_signed(each) for each in every])):
        if True in seen:
            continue
        place = (every[-1].place(),)
        if None in seen:
            yield Unknown(reason=f"cannot_see_{part}", values=values(paper="application_form"), evidence=place)
        else:
            yield Breach(values=values(paper="application_form"), evidence=place, part=part)


@rule("AF-03")
def form_names_the_business(case: Case, *, form_business_words: tuple[str, ...]) -> Iterator[Judgement]:
    """The form names the business applied for, in the variant agreed."""
    paper = form(case)
    if paper is None:
        yield no_paper("application_form")
        return
    business = paper.field("business")
    if business is None:
        yield unread(paper, "business")
        return
    printed = squeeze(business.text)
    named = values(business=business.text, variant=VARIANTS[case.client.variant])
    if not any(word in printed for word in form_business_words):
        yield Breach(values=named, evidence=(business.evidence,), part="business")
    elif "网站接入" in printed and ("不含网站接入" in printed) != (case.client.variant == "without_site_access"):
        yield Breach(values=named, evidence=(business.evidence,), part="variant")
    elif "网站接入" not in printed:
        yield Unknown(reason="no_variant", values=named, evidence=(business.evidence,))


@rule("AF-04")
def staff_of_the_form_are_those_of_the_papers(case: Case) -> Iterator[Judgement]:
    """The form's table of staff names the people of material 05, with their numbers."""
    paper = form(case)
    if paper is None:
        yield no_paper("application_form")
        return
    rows = paper.rows("people")
    if not rows:
        yield unread(paper, "people")
        return
    staff = [each for each in case.people if each.staff]
    for row in rows:
        yield from _listed_person(row, staff)
    named = [cell.text for row in rows if (cell := row.field("name")) is not None]
    for person in staff:
        if not any(compare_people(person.name, each) is Agreement.SAME for each in named):
            yield Breach(values=values(name=person.name), evidence=(rows[0].fields[0].evidence,), part="not_listed")


def _listed_person(row: Row, staff: list[Person]) -> Iterator[Judgement]:
    """A masked number agrees where its visible digits do: the form prints no more."""
    name, number = row.field("name"), row.field("number")
    if name is None:
        return
    person = next((each for each in staff if compare_people(each.name, name.text) is Agreement.SAME), None)
    if person is None:
        yield Breach(values=values(name=name.text), evidence=(name.evidence,), part="not_staff")
    elif number is not None and _contradicts(number.text, person.number):
        named = values(name=name.text, form=number.text, papers=person.number)
        yield Breach(values=named, evidence=(number.evidence,), part="number")


def _contradicts(printed: str, number: str | None) -> bool:
    return number is not None and compare_numbers(printed, number) is Agreement.DIFFERENT


@rule("AF-05")
def holders_of_the_form_are_those_of_the_articles(
    case: Case, *, equity_share_tolerance: Decimal
) -> Iterator[Judgement]:
    """The form's table of shareholders is that of the articles."""
    paper, charter = form(case), articles(case)
    if paper is None or charter is None:
        yield no_paper("application_form" if paper is None else "articles")
        return
    for document in (paper, charter):
        if not document.rows("shareholders"):
            yield unread(document, "shareholders")
            return
    yield from _compare_holders(charter.rows("shareholders"), paper.rows("shareholders"), equity_share_tolerance)


def _compare_holders(charter: tuple[Row, ...], listed: tuple[Row, ...], tolerance: Decimal) -> Iterator[Judgement]:
    for row in listed:
        name = row.field("name")
        if name is None:
            continue
        partner = next((each for each in charter if _is_row_of(each, name.text)), None)
        if partner is not None:
            yield from _compare_stakes(name.text, partner, row, tolerance)
        elif not any(_may_be_row_of(each, name.text) for each in charter):
            yield Breach(values=values(holder=name.text), evidence=(name.evidence,), part="stranger")
    for row in charter:
        name = row.field("name")
        if name is not None and not any(_may_be_row_of(each, name.text) for each in listed):
            yield Breach(values=values(holder=name.text), evidence=(name.evidence,), part="absent")


def _is_row_of(row: Row, holder: str) -> bool:
    name = row.field("name")
    return name is not None and same_holder(name.text, holder)


def _may_be_row_of(row: Row, holder: str) -> bool:
    name = row.field("name")
    return name is None or same_holder(name.text, holder) or may_be_same(name.text, holder)


def _compare_stakes(holder: str, charter: Row, listed: Row, tolerance: Decimal) -> Iterator[Judgement]:
    for column, allowed in (("amount", Decimal(0)), ("share", tolerance)):
        ours, theirs = measured(charter, column), measured(listed, column)
        if ours is not None and theirs is not None and abs(ours.amount - theirs.amount) > allowed:
            named = values(holder=holder, field=column, articles=ours.field.text, form=theirs.field.text)
            yield Breach(values=named, evidence=(theirs.field.evidence, ours.field.evidence))


@rule("AF-07")
def coverage_of_the_form_fits_the_authority(case: Case) -> Iterator[Judgement]:
    """One province goes to its bureau, two or more to the ministry: the form's coverage is that applied for."""
    paper = form(case)
    if paper is None:
        yield no_paper("application_form")
        return
    yield from compare_coverage(case, paper, part="")
