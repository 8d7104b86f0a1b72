"""From answers, and from the papers where some lie there already, to the client's situation: papers beat answers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.facts.premises import OFFICE
from pipeline.model.case import Case, Person
from pipeline.model.client import NATIONWIDE, Client
from pipeline.model.document import Document
from pipeline.model.equity import HolderKind
from pipeline.model.findings import Outcome, Result
from pipeline.model.situation import UNANSWERED, Capital, Shareholder, Situation
from pipeline.model.values import Amount
from pipeline.plan.answers import Answers
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings
from pipeline.rules.insurance import counted, paid_by, papers_of, rows_of
from pipeline.rules.parties import let_by_operator
from pipeline.text.agreement import Agreement
from pipeline.text.names import compare_companies
from pipeline.text.normal import squeeze
from pipeline.text.regions import province_of

ENOUGH_CAPITAL = "EQ-01"
HOME_WORDS, ROOM_WORDS = ("本省", "外省"), ("覆盖范围内", "覆盖范围外")
NOT_ONLY_HOSTING = "AC-06"
FOREIGN_FREE = ("FX-01", "FX-02")
SCOPE_WORDS = "SC-01"
PLACES = (("home", "ID-11", HOME_WORDS), ("room_place", "MR-14", ROOM_WORDS))
"""Checks whose outcome on papers stands for an answer: the question, the check, kept and broken in words."""

HOLDERS: dict[HolderKind, Shareholder] = {
    "自然人": "自然人",
    "企业": "企业",
    "上市公司": "企业",
    "集体": "企业",
    "社会团体": "企业",
    "合伙企业": "合伙企业",
    "国家机构": "国有单位",
    "事业单位": "国有单位",
}
SEAT, ROOM_ADDRESS = "company.address", re.compile(r"rooms\[\d+\]\.address")


class Received(NamedTuple):
    """What the papers so far say, and what the checks say of them."""

    case: Case
    results: tuple[Result, ...]

    def outcome(self, rule: str) -> Outcome | None:
        """What a check came to, None where it was not run."""
        return next((each.outcome for each in self.results if each.rule == rule), None)

    def decided(self, rule: str) -> bool:
        """Whether a check could tell."""
        return self.outcome(rule) in {"kept", "waived", "broken"}


class Standing(NamedTuple):
    """One condition that a number decides: what is wanted, what there is (None: not known), and whence."""

    title: str
    wanted: Decimal
    unit: str
    have: Decimal | None
    basis: str

    @property
    def verdict(self) -> Capital:
        """足够, 不足, or 未答 where nothing tells."""
        if self.have is None:
            return "未答"
        return "足够" if self.have >= self.wanted else "不足"


def capital_standing(client: Client, answers: Answers, settings: Settings, received: Received | None) -> Standing:
    """Registered capital against the least for this coverage; a licence that could be read beats the answer."""
    least = settings.number("capital.min_cny.cross" if client.nationwide else "capital.min_cny.provincial")
    fact = (
        received.case.fact("company.capital") if received is not None and received.decided(ENOUGH_CAPITAL) else None
    )
    if fact is not None and isinstance(fact.value, Amount) and fact.value.unit == "CNY":
        return Standing("注册资本", least, "元", fact.value.value, "营业执照")
    return Standing("注册资本", least, "元", answers.capital, "客户回答")


def staff_standing(answers: Answers, settings: Settings, received: Received | None) -> Standing:
    """People insured by the applicant against the least; insurance papers beat the answer once some lie there."""
    least = settings.number("staff.min_count")
    if received is not None and received.case.of_kind("social_insurance"):
        people = {each.number or each.name for each in counted(received.case) if _paid_for(each, received.case)}
        return Standing("参保专业人员", least, "人", Decimal(len(people)), "社保证明")
    have = None if answers.insured is None else Decimal(answers.insured)
    return Standing("参保专业人员", least, "人", have, "客户回答")


def _paid_for(person: Person, case: Case) -> bool:
    """Whether a paper shows insurance that the applicant itself pays: an agency's does not count."""
    company = case.fact("company.name")
    if company is None:
        return True
    shown = [(paper, rows_of(paper, person)) for paper in papers_of(case, person)]
    return any(
        any(paid_by(row, paper, company.text) for row in rows) if rows else _paid_whole(paper, company.text)
        for paper, rows in shown
    )


def _paid_whole(paper: Document, company: str) -> bool:
    payer = paper.field("payer")
    return payer is None or compare_companies(payer.text, company) is Agreement.SAME


def situation_of(
    client: Client, answers: Answers, profile: Profile, settings: Settings, received: Received | None
) -> Situation:
    """The situation that the decision table is asked with."""
    told = {
        **_answered(client, answers, profile, settings),
        "coverage": "跨省" if client.nationwide else "省内",
        "capital": capital_standing(client, answers, settings, received).verdict,
        "insured": staff_standing(answers, settings, received).verdict,
        "site_access": "含" if client.variant == "with_site_access" else "不含",
        "route": client.foreign_route,
        "site_check": "要求" if _decider(client, profile) in settings.words("site_check.provinces") else "待核",
    }
    if received is not None:
        told |= _seen(received, profile, settings)
        told |= _lying(received, client, profile)
    return Situation.model_validate(told)


def _answered(client: Client, answers: Answers, profile: Profile, settings: Settings) -> dict[str, object]:
    said = {
        "room": answers.room,
        "self_built": answers.self_built,
        "room_place": _within(answers.room_province, client, profile, ROOM_WORDS),
        "home": None if client.nationwide else _within(answers.home_province, client, profile, HOME_WORDS),
        "bandwidth": answers.bandwidth,
        "scope": answers.scope,
        "shareholders": answers.shareholders or None,
        "foreign": "有" if client.answer("vie") == "是" else answers.foreign,
        "licensed": _licensed(answers.licences, settings),
    }
    return {name: value for name, value in said.items() if value is not None}


def _within(province: str | None, client: Client, profile: Profile, words: tuple[str, str]) -> str | None:
    """The first word where the coverage holds the province, the second where it does not."""
    if province is None:
        return None
    covered = {each.name for name in client.coverage if (each := profile.province(name)) is not None}
    return words[0] if NATIONWIDE in client.coverage or province in covered else words[1]


def _licensed(given: str | None, settings: Settings) -> str | None:
    if given is None or not given.strip():
        return None
    return "无" if re.fullmatch(str(settings["answers.no"]), squeeze(given)) else "有"


def _seen(received: Received, profile: Profile, settings: Settings) -> dict[str, object]:
    """What the papers tell; what they leave open is left to the answers."""
    case = received.case
    told: dict[str, object] = {}
    if received.decided(SCOPE_WORDS):
        told["scope"] = "未含" if received.outcome(SCOPE_WORDS) == "broken" else "已含"
    if case.of_kind("access_agreement"):
        told["bandwidth"] = "仅有IDC合同" if received.outcome(NOT_ONLY_HOSTING) == "broken" else "有"
    if any(received.outcome(rule) == "broken" for rule in FOREIGN_FREE):
        told["foreign"] = "有"
    elif all(received.outcome(rule) in {"kept", "waived"} for rule in FOREIGN_FREE):
        told["foreign"] = "无"
    room = _room(case, profile, settings)
    if room is not None:
        told["room"] = room
    holders = _shareholders(case)
    if holders:
        told["shareholders"] = holders
    return told


def _lying(received: Received, client: Client, profile: Profile) -> dict[str, object]:
    """Where the seat and the rooms lie for a coverage; the checks tell it only for the coverage they were run with."""
    if client.coverage == received.case.client.coverage:
        return {
            name: words[received.outcome(rule) == "broken"] for name, rule, words in PLACES if received.decided(rule)
        }
    facts = received.case.ledger.facts
    rooms = [province_of(each.text) for each in facts if ROOM_ADDRESS.fullmatch(each.name)]
    seats = [] if client.nationwide else [province_of(each.text) for each in facts if each.name == SEAT]
    told: dict[str, object] = {}
    for name, provinces, words in (("home", seats, HOME_WORDS), ("room_place", rooms, ROOM_WORDS)):
        found = {_within(each, client, profile, words) for each in provinces}
        if found and None not in found:
            told[name] = words[1] if words[1] in found else words[0]
    return told


def _room(case: Case, profile: Profile, settings: Settings) -> str | None:
    """How the first machine room among the papers is held, None where there is none."""
    places = [each for each in case.premises if each.use != OFFICE]
    if not places:
        return None
    if places[0].lease is None:
        return "自有"
    lease = case.documents[places[0].lease]
    return "运营商" if let_by_operator(lease, profile.operators, settings.words("operators.groups")) else "租赁"


def _shareholders(case: Case) -> tuple[Shareholder, ...]:
    """The kinds of the applicant's own holders, each once; empty where the articles tell of none."""
    holders = case.equity.holders if case.equity is not None else ()
    return tuple(dict.fromkeys(HOLDERS.get(each.kind, UNANSWERED) for each in holders))


def _decider(client: Client, profile: Profile) -> str:
    province = profile.province_of(client)
    return profile.licence.ministry if province is None else province.name
