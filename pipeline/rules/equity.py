"""Who holds the applicant: the same list everywhere, each with papers, every branch to its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.model.case import Case
from pipeline.model.document import Document, Field, Row
from pipeline.model.equity import Holder
from pipeline.model.findings import Breach, Judgement, NotApplicable, Unknown, values
from pipeline.rules.cards import card_faults, card_of
from pipeline.rules.papers import articles, dated, no_paper, one, own_articles, unread
from pipeline.rules.registry import rule
from pipeline.text.agreement import Agreement
from pipeline.text.codes import UsccKind, is_old_registration_number, uscc_fault, uscc_kind
from pipeline.text.masks import is_masked, visible_parts_fit
from pipeline.text.names import compare_companies, compare_people, is_branch_of, same_company, same_person
from pipeline.text.normal import squeeze

CORPORATE = frozenset({"企业", "合伙企业", "上市公司"})


def same_holder(left: str, right: str) -> bool:
    """Whether two names of shareholders, people or companies, are the same."""
    return same_person(left, right) or same_company(left, right)


def may_be_same(left: str, right: str) -> bool:
    """Whether two names of shareholders cannot be told apart."""
    return Agreement.UNSURE in (compare_people(left, right), compare_companies(left, right))


def traced(case: Case) -> Holder | Unknown:
    """The applicant with its holders, or what is missing where none are known."""
    if case.equity is not None and case.equity.holders:
        return case.equity
    paper = articles(case)
    return no_paper("articles") if paper is None else unread(paper, "shareholders")


@rule("EQ-08")
def shareholders_are_the_same_everywhere(case: Case) -> Iterator[Judgement]:
    """The shareholders are the same, by name and number, in the articles, their own papers and the form."""
    tree = traced(case)
    if isinstance(tree, Unknown):
        yield tree
        return
    yield from _strangers(case, tree)
    form = one(case, "application_form", "12")
    rows = () if form is None else form.rows("shareholders")
    if form is None or not rows:
        yield no_paper("application_form") if form is None else unread(form, "shareholders")
        return
    yield from _differences(tree.holders, form, rows)


def _strangers(case: Case, tree: Holder) -> Iterator[Judgement]:
    """Papers among the shareholders' that belong to nobody in the tree."""
    names = [each.name for _, each in tree.walk()]
    for paper in case.in_material("04"):
        name = paper.field("company" if paper.kind == "articles" else "name")
        if paper.kind not in ("id_card", "business_licence", "articles") or name is None or paper.material != "04":
            continue
        if is_branch_of(name.text, tree.name):
            continue  # the licence of an own branch, which pays the insurance
        if not any(same_holder(name.text, each) or may_be_same(name.text, each) for each in names):
            yield Breach(values=values(holder=name.text), evidence=(name.evidence,), part="stranger")


def _differences(holders: tuple[Holder, ...], form: Document, rows: tuple[Row, ...]) -> Iterator[Judgement]:
    listed = [cell for row in rows if (cell := row.field("name")) is not None]
    if len(listed) < len(rows):
        yield unread(form, "shareholders")
    for holder in holders:
        seen = [
            row for row in rows if (cell := row.field("name")) is not None and same_holder(cell.text, holder.name)
        ]
        if not seen and len(listed) == len(rows):
            yield _absent(holder, listed)
        for row in seen:
            yield from _numbers(holder, row.field("number"))
    if any(holder.kind == "未知" for holder in holders):
        return
    for cell in listed:
        if not any(same_holder(cell.text, each.name) or may_be_same(cell.text, each.name) for each in holders):
            yield Breach(values=values(holder=cell.text), evidence=(cell.evidence,), part="only_form")


def _absent(holder: Holder, listed: list[Field]) -> Judgement:
    if holder.kind == "未知":
        named = values(path=holder.name, holder=holder.name, open=holder.open)
        return Unknown(reason="unknown_holder", values=named, evidence=holder.evidence[:1])
    doubtful = next((cell for cell in listed if may_be_same(cell.text, holder.name)), None)
    if doubtful is not None:
        named = values(left=holder.name, right=doubtful.text)
        return Unknown(reason="cannot_compare", values=named, evidence=(doubtful.evidence, *holder.evidence[:1]))
    return Breach(values=values(holder=holder.name), evidence=holder.evidence[:1], part="only_articles")


def _numbers(holder: Holder, cell: Field | None) -> Iterator[Judgement]:
    if cell is None or holder.number is None:
        return
    left, right = squeeze(holder.number).upper(), squeeze(cell.text).upper()
    covered = is_masked(left) or is_masked(right)
    if not (visible_parts_fit(left, right) if covered else left == right):
        named = values(holder=holder.name, left=holder.number, right=cell.text)
        yield Breach(values=named, evidence=(cell.evidence, *holder.evidence), part="number")


@rule("EQ-09")
def natural_persons_have_cards(case: Case) -> Iterator[Judgement]:
    """Each natural-person shareholder has both sides of a valid identity card among the papers."""
    tree = traced(case)
    if isinstance(tree, Unknown):
        yield tree
        return
    people = [each for each in tree.holders if each.kind == "自然人"]
    if not people:
        yield NotApplicable(reason="no_natural_person")
    for holder in people:
        card = card_of(case, holder.name, holder.number)
        if card is None:
            yield Breach(values=values(holder=holder.name), evidence=holder.evidence[:1], part="absent")
        else:
            yield from card_faults(card, case, holder=holder.name)


def corporate(equity: Holder, lookthrough: str) -> Iterable[Holder]:
    """Corporate holders of every level, or of the first where the profile looks no further."""
    every = equity.holders if lookthrough == "first" else tuple(holder for _, holder in equity.walk())
    return (holder for holder in every if holder.kind in CORPORATE)


@rule("EQ-10")
def companies_have_licences(case: Case, *, equity_lookthrough: str) -> Iterator[Judgement]:
    """Each corporate shareholder has its business licence, with a valid code, among the papers."""
    tree = traced(case)
    if isinstance(tree, Unknown):
        yield tree
        return
    companies = tuple(corporate(tree, equity_lookthrough))
    if not companies:
        yield NotApplicable(reason="no_corporate_shareholder")
    for holder in companies:
        if holder.licence is None:
            yield Breach(values=values(holder=holder.name), evidence=holder.evidence[:1], part="absent")
        else:
            yield from _code_faults(holder, case.documents[holder.licence])


def _code_faults(holder: Holder, paper: Document) -> Iterator[Judgement]:
    """ID-01 … ID-03 for a shareholder's licence."""
    code = paper.field("code")
    if code is None:
        yield unread(paper, "code")
        return
    named, evidence = values(holder=holder.name, code=code.text), (code.evidence,)
    if is_old_registration_number(code.text):
        yield Breach(values=named, evidence=evidence, part="old_number")
    elif uscc_fault(code.text) is not None:
        yield Breach(values=named, evidence=evidence, part="code")
    elif uscc_kind(code.text) is not UsccKind.ENTERPRISE:
        yield Breach(values=named, evidence=evidence, part="not_an_enterprise")


@rule("EQ-12")
def every_branch_ends(case: Case, *, equity_lookthrough: str) -> Iterator[Judgement]:
    """Every branch ends at a natural person, a state body, an institution, a collective or a listed company."""
    tree = traced(case)
    if equity_lookthrough == "first":
        yield NotApplicable(reason="first_level_only")
    elif isinstance(tree, Unknown):
        yield tree
    else:
        for path, holder in tree.leaves():
            if holder.end:
                continue
            named = values(path=" ← ".join(path), holder=holder.name, open=holder.open)
            if holder.kind == "未知":
                yield Unknown(reason="unknown_holder", values=named, evidence=holder.evidence[:1])
            else:
                yield Breach(values=named, evidence=holder.evidence[:1])


@rule("EQ-20")
def articles_follow_the_last_change(
    case: Case, *, articles_registered_changes: tuple[str, ...]
) -> Iterator[Judgement]:
    """The articles or their amendment are not older than the last registered change that they must show."""
    papers = own_articles(case)
    notices = [each for each in case.of_kind("change_notice") if _touches_articles(each, articles_registered_changes)]
    if not papers:
        yield no_paper("articles")
    elif not notices:
        yield NotApplicable(reason="no_registered_change")
    else:
        yield from _too_old(papers, notices)


def _touches_articles(notice: Document, registered: tuple[str, ...]) -> bool:
    items = notice.field("items")
    named = notice.field("old_name") is not None and notice.field("new_name") is not None
    if items is None:
        return True
    return named or any(word in squeeze(items.text) for word in registered)


def _too_old(papers: Sequence[Document], notices: Sequence[Document]) -> Iterator[Judgement]:
    """What is older than a change; a paper without a day may be the newest of all."""
    undated = next((each for each in papers if dated(each, "signed_on") is None), None)
    signed = [each for paper in papers if (each := dated(paper, "signed_on")) is not None]
    for notice in notices:
        changed = dated(notice, "date")
        if changed is None:
            yield unread(notice, "date")
        elif any(each.day >= changed.day for each in signed):
            continue
        elif undated is not None:
            yield unread(undated, "signed_on")
        else:
            latest = max(signed, key=lambda each: each.day)
            named = values(signed_on=latest.day, changed=changed.day)
            yield Breach(values=named, evidence=(latest.field.evidence, changed.field.evidence))
