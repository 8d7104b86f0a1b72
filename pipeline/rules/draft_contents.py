"""What the drafts 07 and 08 must say: their chapters, figures, people, retention of logs, emergency plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.model.case import Case
from pipeline.model.draft import MEASURES, PLAN
from pipeline.model.findings import Breach, Judgement, NotApplicable, Note, Unknown, values
from pipeline.model.outcome import Drafted
from pipeline.rules.drafts import place
from pipeline.rules.papers import no_fact
from pipeline.rules.registry import rule
from pipeline.rules.staffing import SECURITY_LEAD
from pipeline.text.days import parse_day
from pipeline.text.normal import squeeze
from pipeline.text.numerals import number_of

ASSURANCE = "7A"
RETENTION = re.compile(
    r"日志[^。;]{0,40}?(?:留存|保存|保留)[^。;]{0,16}?(?P<number>[0-9]{1,4}|[一二三四五六七八九十]{1,3})(?P<unit>个月|年|天|日)"
)
MONTHS_OF = {"个月": 1.0, "年": 12.0, "天": 1 / 30, "日": 1 / 30}
PRINTED_DAY = re.compile(r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")
AROUND = 18
"""Characters on either side of a claim that a finding quotes."""
KERNEL = 6
"""Characters on either side of a claim that must stand in an answer, too."""
ARTICLE = re.compile(r"网络安全法》?(?:\([^()]{0,24}\))?(?P<article>第[一二三四五六七八九十百]+条)")


@rule("DR-05", phase="draft")
def every_chapter_is_there(
    case: Case,  # noqa: ARG001 - every draft rule reads both
    drafted: Drafted,
    *,
    drafts_plan_chapters: tuple[str, ...],
    drafts_measures_chapters: tuple[str, ...],
    drafts_min_characters: int,
) -> Iterator[Judgement]:
    """Every chapter of the plan and the measures is there and not too short."""
    if not drafted.drafts:
        yield NotApplicable(reason="not_rendered")
    for material, wanted in ((PLAN, drafts_plan_chapters), (MEASURES, drafts_measures_chapters)):
        draft = drafted.of(material)
        if draft is None:
            continue
        if not draft.sections:
            yield Unknown(reason="no_chapters", values=values(draft=draft.title), evidence=(place(draft, None),))
            continue
        for chapter in wanted:
            found = [each for each in draft.sections if re.search(chapter, squeeze(each.title))]
            size = sum(each.characters for each in found)
            if size < drafts_min_characters:
                named = values(draft=draft.title, chapter=chapter.replace("|", "或"), size=size)
                page = found[0].page if found else None
                yield Breach(values=named, evidence=(place(draft, page),), part="" if found else "absent")


@rule("DR-06", phase="draft")
def topology_names_the_access(
    case: Case, drafted: Drafted, *, drafts_topology_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """The plan has a topology figure and names the operator and bandwidth of the agreements."""
    plan = drafted.of(PLAN)
    if plan is None:
        yield NotApplicable(reason="not_rendered")
        return
    text = squeeze(plan.text)
    if not any(word in text for word in drafts_topology_words):
        yield Breach(evidence=(place(plan, None),), part="figure")
    operators = [fact.text for fact in case.ledger.facts if re.fullmatch(r"access\[[0-9]+\]\.operator", fact.name)]
    total = case.fact("access.bandwidth_total")
    if not operators or total is None:
        yield no_fact("access.operator" if not operators else "access.bandwidth_total")
    for operator in operators:
        if squeeze(operator) not in text:
            yield Breach(values=values(operator=operator), evidence=(place(plan, None),), part="operator")
    if total is not None and not re.search(rf"(?<![0-9.]){re.escape(total.text)}(?:M|兆)", text):
        yield Breach(values=values(bandwidth=total.text), evidence=(place(plan, None),), part="bandwidth")


@rule("DR-08", phase="draft")
def articles_are_those_in_force(
    case: Case, drafted: Drafted, *, law: tuple[tuple[str, Any], ...]
) -> Iterator[Judgement]:
    """The measures cite the Cybersecurity Law by the numbers in force on the filing day."""
    drafts = [each for each in drafted.drafts if each.material in (PLAN, MEASURES)]
    if not drafts:
        yield NotApplicable(reason="not_rendered")
        return
    now, before = _articles(law, case.as_of.isoformat())
    for draft in drafts:
        for number, text in enumerate(draft.page_texts, start=1):
            for found in ARTICLE.finditer(squeeze(text)):
                if found["article"] in before - now:
                    named = values(draft=draft.title, article=found["article"], page=number)
                    yield Breach(values=named, evidence=(place(draft, number, found.group()),))


def _articles(law: tuple[tuple[str, Any], ...], on: str) -> tuple[frozenset[str], frozenset[str]]:
    """The articles that the newest version in force names, and those of the versions before it."""
    laws = [each for _, content in law for each in content.get("laws", ()) if each.get("id") == "csl"]
    versions = sorted((each for one in laws for each in one["versions"]), key=lambda each: str(each["from"]))
    begun = [each for each in versions if str(each["from"]) <= on]
    named = [frozenset(re.sub(r"条.*", "条", str(topic)) for topic in each["topics"].values()) for each in begun]
    return (named[-1], frozenset().union(*named[:-1])) if named else (frozenset(), frozenset())


@rule("DR-09", phase="draft")
def logs_are_kept_long_enough(case: Case, drafted: Drafted, *, drafts_log_months: int) -> Iterator[Judgement]:  # noqa: ARG001 - as above
    """The measures state that logs are kept for six months at least."""
    measures = drafted.of(MEASURES)
    if measures is None:
        yield NotApplicable(reason="not_rendered")
        return
    told = [
        (number, found, count * MONTHS_OF[found["unit"]])
        for number, text in enumerate(measures.page_texts, start=1)
        for found in RETENTION.finditer(squeeze(text))
        if (count := number_of(found["number"])) is not None
    ]
    if not told:
        yield Breach(evidence=(place(measures, None),), part="absent")
    for number, found, months in told:
        if months < drafts_log_months:
            named = values(stated=f"{found['number']}{found['unit']}", least=drafts_log_months)
            yield Breach(values=named, evidence=(place(measures, number, found.group()),))


@rule("DR-10", phase="draft")
def security_lead_is_the_one_of_the_papers(case: Case, drafted: Drafted) -> Iterator[Judgement]:
    """The measures name the security lead and their telephone as client.yaml and the papers do."""
    measures = drafted.of(MEASURES)
    if measures is None:
        yield NotApplicable(reason="not_rendered")
        return
    lead = case.in_role(SECURITY_LEAD)
    if lead is None:
        yield NotApplicable(reason="no_lead")
        return
    text = squeeze(measures.text)
    phone = None if lead.entry is None else case.client.people[lead.entry].phone
    for part, wanted in (("name", lead.name), ("phone", phone)):
        if wanted and squeeze(wanted) not in text:
            yield Breach(values=values(wanted=wanted), evidence=(place(measures, None),), part=part)


def _lacking(text: str, patterns: tuple[str, ...]) -> list[str]:
    """The patterns of which none of the alternatives occurs."""
    return [pattern for pattern in patterns if not re.search(pattern, text)]


def _says_all(drafted: Drafted, patterns: tuple[str, ...]) -> Iterator[Judgement]:
    measures = drafted.of(MEASURES)
    if measures is None:
        yield NotApplicable(reason="not_rendered")
        return
    lacking = _lacking(squeeze(measures.text), patterns)
    if lacking:
        words = "、".join(each.replace("|", "或") for each in lacking)
        yield Breach(values=values(lacking=words), evidence=(place(measures, None),))


@rule("DR-11", phase="draft")
def emergency_plan_is_complete(
    case: Case,  # noqa: ARG001 - as above
    drafted: Drafted,
    *,
    drafts_emergency_words: tuple[str, ...],
) -> Iterator[Judgement]:
    """The emergency plan has levels, a course of action, contacts and limits for reporting."""
    yield from _says_all(drafted, drafts_emergency_words)


@rule("DR-12", phase="draft")
def real_names_are_registered(
    case: Case,  # noqa: ARG001 - as above
    drafted: Drafted,
    *,
    drafts_real_name_words: tuple[str, ...],
) -> Iterator[Judgement]:
    """The measures describe how users are registered by their real names."""
    yield from _says_all(drafted, drafts_real_name_words)


@rule("DR-13", phase="draft")
def assurance_is_annexed(case: Case, drafted: Drafted, *, annex_mode: str) -> Iterator[Judgement]:
    """The annex on lasting service and quality is there where annexes are wanted."""
    if annex_mode == "none":
        yield NotApplicable(reason="no_annexes")
    elif not drafted.drafts:
        yield NotApplicable(reason="not_rendered")
    elif drafted.of(ASSURANCE) is None and not case.in_material(ASSURANCE):
        yield Breach()


@rule("DR-14", phase="draft")
def drafts_are_not_ahead_of_their_time(case: Case, drafted: Drafted) -> Iterator[Judgement]:
    """The day on a draft's cover is not after the filing day; the drafts are still to be sealed."""
    if not drafted.drafts:
        yield NotApplicable(reason="not_rendered")
        return
    for draft in drafted.drafts:
        cover = squeeze(draft.page_texts[0]) if draft.page_texts else ""
        days = [day for found in PRINTED_DAY.findall(cover) if (day := parse_day(found)) is not None]
        for day in days:
            if day > case.as_of:
                yield Breach(values=values(draft=draft.title, day=day), evidence=(place(draft, 1),))
    yield Note(reason="to_be_sealed")


@rule("DR-15", phase="draft")
def nothing_is_claimed_without_proof(
    case: Case, drafted: Drafted, *, drafts_claim_words: tuple[str, ...], drafts_plan_words: tuple[str, ...]
) -> Iterator[Judgement]:
    """No sentence states an asset, system, duty, certificate or drill as a fact without an answer behind it."""
    if not drafted.drafts:
        yield NotApplicable(reason="not_rendered")
    given = squeeze(";".join(answer for _, answer in case.client.answers))
    claim, planned = (re.compile("|".join(words)) for words in (drafts_claim_words, drafts_plan_words))
    for draft in drafted.drafts:
        for number, text in enumerate(draft.page_texts, start=1):
            for sentence in re.split(r"[。;]", squeeze(text)):
                found = claim.search(sentence)
                if found is None or planned.search(sentence) or _is_given(sentence, found, given):
                    continue
                named = values(draft=draft.title, page=number, sentence=_around(sentence, found))
                yield Breach(values=named, evidence=(place(draft, number, found.group()),))


def _around(sentence: str, found: re.Match[str]) -> str:
    return sentence[max(found.start() - AROUND, 0) : found.end() + AROUND]


def _is_given(sentence: str, found: re.Match[str], given: str) -> bool:
    """Whether the words round the claim stand in one of the client's answers."""
    before = sentence[max(found.start() - KERNEL, 0) : found.end()]
    after = sentence[found.start() : found.end() + KERNEL]
    return before in given or after in given
