"""Reputation: dated records that neither the applicant nor its main people are on a list of defaulters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pipeline.model.case import Case
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Breach, Judgement, Unknown, values
from pipeline.rules.papers import client_place, dated, day_of, no_fact, unread
from pipeline.rules.registry import rule
from pipeline.text.days import first_day_in
from pipeline.text.normal import squeeze

ENTERED = "credit_checks"
"""The question whose answer enters look-ups without a screenshot."""
ENTRY = re.compile(r"[;；\n]")
LOOKED_UP = "查询"
"""Before it the day and who looked, after it who was looked up and the result."""
CLAUSE = re.compile(r"[;；。,，、\n]")


@rule("ID-17")
def applicant_is_on_no_list(
    case: Case, *, credit_max_age_days: int, credit_hit_words: tuple[str, ...], credit_clear_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """A record of at most the set age shows that the applicant is on no list of telecom defaulters."""
    name = case.fact("company.name")
    if name is None:
        yield no_fact("company.name")
    else:
        yield from _record_of(case, name.text, credit_max_age_days, credit_hit_words, credit_clear_words)


@rule("ID-18")
def main_people_are_on_no_list(
    case: Case,
    *,
    credit_main_investor_share: int,
    credit_max_age_days: int,
    credit_hit_words: tuple[str, ...],
    credit_clear_words: tuple[str, ...],
) -> Iterator[Judgement]:
    """The same for every main shareholder and main manager."""
    if case.equity is None or not case.equity.holders:
        yield no_fact("shareholders")
    for subject in _main_people(case, Decimal(credit_main_investor_share)):
        yield from _record_of(case, subject, credit_max_age_days, credit_hit_words, credit_clear_words)


def _main_people(case: Case, least_share: Decimal) -> tuple[str, ...]:
    """Shareholders of at least this share (all where it is not stated), the legal representative, 主要负责人."""
    holders = () if case.equity is None else case.equity.holders
    names = [each.name for each in holders if each.share is None or each.share >= least_share]
    representative = case.fact("legal_representative.name")
    names += [] if representative is None else [representative.text]
    names += [each.name for each in case.people if "主要负责人" in each.roles]
    return tuple(dict.fromkeys(names))


def _record_of(
    case: Case, subject: str, max_age: int, hit_words: tuple[str, ...], clear_words: tuple[str, ...]
) -> Iterator[Judgement]:
    records = [each for each in case.of_kind("credit_record") if squeeze(subject) in _subjects(each)]
    if not records:
        yield from _entry_of(case, subject, max_age, hit_words, clear_words)
        return
    record = max(records, key=lambda each: str(day_of(each.field("date"))))
    result, queried = record.field("result"), dated(record, "date")
    if result is None:
        yield unread(record, "result")
    else:
        yield from _judged(result.text, subject, hit_words, clear_words, result.evidence)
    if queried is None:
        yield unread(record, "date").model_copy(update={"severity": "warning"})
    else:
        yield from _aged(case, subject, queried.day, max_age, queried.field.evidence)


def _entry_of(
    case: Case, subject: str, max_age: int, hit_words: tuple[str, ...], clear_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """The look-up that a person entered in client.yaml: one sentence a subject, with its day and its result."""
    answer, where = case.client.answer(ENTERED), client_place(f"/answers/{ENTERED}")
    looked_up = [squeeze(each).partition(LOOKED_UP) for each in ENTRY.split(answer or "")]
    entry = next(((before, told) for before, _, told in looked_up if squeeze(subject) in told), ("", ""))
    day = first_day_in("".join(entry))
    if day is None or day > case.as_of:
        yield Unknown(reason="no_record", values=values(subject=subject))
        return
    yield from _judged(entry[1].replace(squeeze(subject), ""), subject, hit_words, clear_words, where)
    yield from _aged(case, subject, day, max_age, where)


def _aged(case: Case, subject: str, day: date, max_age: int, where: Evidence) -> Iterator[Judgement]:
    """A look-up tells of its own day only."""
    if (age := (case.as_of - day).days) > max_age:
        yield Breach(
            values=values(subject=subject, date=day, days=age, max_age=max_age), evidence=(where,), part="old"
        )


def _judged(
    result: str, subject: str, hit_words: tuple[str, ...], clear_words: tuple[str, ...], where: Evidence
) -> Iterator[Judgement]:
    """One clause that tells of an entry is a hit, whatever the others say; without any clear clause nobody can tell."""
    clauses = [clause for clause in CLAUSE.split(squeeze(result)) if clause]
    clear = [clause for clause in clauses if _tells(clause, clear_words)]
    hit = any(_tells(clause, hit_words) for clause in clauses if clause not in clear)
    named, evidence = values(subject=subject, result=result), (where,)
    if hit:
        yield Breach(values=named, evidence=evidence)
    elif not clear:
        yield Unknown(reason="unclear_result", values=named, evidence=evidence)


def _tells(clause: str, words: tuple[str, ...]) -> bool:
    return any(re.search(word, clause) for word in words)


def _subjects(record: Document) -> str:
    """Whom a record is about: its subject, and for a record of several the text itself."""
    subject = record.field("subject")
    return squeeze(f"{'' if subject is None else subject.text}\n{record.text}")
