"""The tailored plan of one client: who decides, what is wanted, what is there, what to do, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pipeline.drafts.law import read_law
from pipeline.errors import InputError, ProfileError
from pipeline.model.case import Case
from pipeline.model.client import Client
from pipeline.model.record import Record
from pipeline.model.situation import UNANSWERED, Situation
from pipeline.plan.answers import answers_of
from pipeline.plan.situation import Received
from pipeline.plan.ticks import settings_in
from pipeline.plan.uploads import Packed, Upload, uploads_of
from pipeline.plan.way import Desk, Way, way_of
from pipeline.profile.plan_records import RECKONED_WITH, Advice
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings, parameter_name, resolve
from pipeline.reports.words import FILING_REASONS
from pipeline.text.workdays import Calendar

ASKED = {
    "room": "machine_room",
    "room_place": "room_province",
    "home": "home_province",
    "bandwidth": "bandwidth_agreement",
    "shareholders": "shareholder_kinds",
    "foreign": "foreign_capital",
    "insured": "insured_staff",
    "capital": "registered_capital",
    "scope": "scope_words",
    "licensed": "existing_licences",
}
"""Which question of the profile tells each part of the situation."""


class Question(Record):
    """What nobody has said yet: the question's id, its short name and its words."""

    id: str
    alias: str
    text: str


class Pending(Record):
    """A value in force that rests on practice, not on law (待核)."""

    title: str
    value: str
    source: str


class Plan(Record):
    """Everything that checklist, workbook and calendar show."""

    client: str
    short_name: str
    applicant: str
    licence: str
    variant: str
    start: date
    review_start: str
    """`accepted` or `received`: from when the decision period counts, as set."""
    review_article: str
    """The article that counts it from receipt."""
    counts: tuple[int, int, int]
    """Working days to acceptance, decision and delivery, as set."""
    correction_days: int
    ways: tuple[Way, ...]
    uploads: tuple[Upload, ...]
    max_file_mb: Decimal
    advice: tuple[Advice, ...]
    unanswered: tuple[Question, ...]
    pending: tuple[Pending, ...]
    published_through: date
    received: bool
    """Whether papers lie there already."""
    window: tuple[str, ...] = ()
    """Between which days the papers as they are can be filed, and what bounds them; empty without papers."""

    @property
    def main(self) -> Way:
        """The way that the client asked for."""
        return self.ways[0]

    def estimated(self, day: date) -> bool:
        """Whether a day lies where no holidays are published (估算)."""
        return day > self.published_through


def tailored(
    client: Client,
    profile: Profile,
    calendar: Calendar,
    start: date,
    planned: date | None,
    received: Received | None = None,
    package: tuple[Packed, ...] = (),
) -> Plan:
    """The plan from a start day; InputError tells bad answers and a planned filing day that has passed, ProfileError a licence without plan/."""
    if not profile.plan.tasks:
        raise ProfileError(f"许可证配置 {profile.folder} 没有 plan/，不能定制清单和时间表")
    if planned is not None and planned < start:
        raise InputError(
            f"计划提交日 {planned.isoformat()} 已经过去（从 {start.isoformat()} 起准备），请改写 submit_on 或 --as-of"
        )
    answers = answers_of(client, profile)
    desk = Desk(profile, calendar, start, planned or start, answers, received)
    settings = resolve(profile, desk.as_of, client)
    ways = _ways(client, settings, planned, desk)
    return Plan(
        client=client.folder_name,
        short_name=client.short_name,
        applicant=_applicant(client, received),
        licence=f"{profile.licence.name}（{profile.licence.code}）",
        variant="含网站接入" if client.variant == "with_site_access" else "不含网站接入",
        start=start,
        review_start=str(settings["timeline.review_start"]),
        review_article=read_law(profile.law).article("telecom", "review", start) or "",
        counts=(
            settings.whole("timeline.acceptance_days"),
            settings.whole("timeline.review_days"),
            settings.whole("timeline.issue_days"),
        ),
        correction_days=settings.whole("timeline.correction_days"),
        ways=ways,
        uploads=uploads_of(client, profile, settings, package),
        max_file_mb=settings.number("portal.max_file_mb"),
        advice=profile.plan.advice,
        unanswered=_unanswered(ways[0].situation, profile),
        pending=_pending(profile, settings),
        published_through=calendar.published_through,
        received=received is not None and bool(received.case.documents),
        window=tuple(_window(received.case, profile)) if received is not None else (),
    )


def _ways(client: Client, settings: Settings, planned: date | None, desk: Desk) -> tuple[Way, ...]:
    """The way asked for; for several provinces with too little capital also that of one province."""
    first = way_of(client, settings, planned, desk)
    if first.situation.coverage != "跨省" or first.situation.capital != "不足":
        return (first,)
    home = _home_of(client, desk)
    if home is None:
        return (first.model_copy(update={"title": "增资，跨省申请"}),)
    smaller = client.model_copy(update={"coverage": (home,)})
    second = way_of(smaller, resolve(desk.profile, desk.as_of, smaller), planned, desk)
    return (
        first.model_copy(update={"title": "增资，跨省申请"}),
        second.model_copy(update={"title": f"缩减为单一省份（{home}）"}),
    )


def _home_of(client: Client, desk: Desk) -> str | None:
    """The one province that a smaller coverage would be: the client's seat, else the first named."""
    first = desk.profile.province(client.coverage[0])
    return desk.answers.home_province or (first.name if first is not None else None)


def _applicant(client: Client, received: Received | None) -> str:
    fact = received.case.fact("company.name") if received is not None else None
    return client.short_name if fact is None else fact.text


def _window(case: Case, profile: Profile) -> Iterator[str]:
    for side, limit in (("不早于", case.window.earliest), ("不晚于", case.window.latest)):
        if limit is not None:
            paper = case.documents[limit.document]
            yield f"{side} {limit.day.isoformat()}（{profile.labels.zh(paper.kind)}，{FILING_REASONS[limit.reason]}）"


def _unanswered(situation: Situation, profile: Profile) -> tuple[Question, ...]:
    asked = {each.id: each for each in profile.questions}
    names = [question for name, question in ASKED.items() if UNANSWERED in situation.values(name)]
    if situation.coverage == "跨省":
        names = [each for each in names if each != ASKED["home"]]
    return tuple(
        Question(id=name, alias=asked[name].alias or name, text=asked[name].text) for name in names if name in asked
    )


def _pending(profile: Profile, settings: Settings) -> tuple[Pending, ...]:
    """The values that the plan prints or counts with and that are practice, in the profile's order."""
    printed = {name for each in profile.plan.papers for name in settings_in(each)}
    return tuple(
        Pending(title=each.setting.title, value=_shown(each.value, each.setting.unit), source=each.source)
        for each in settings
        if each.setting.status is not None
        and (each.setting.id in RECKONED_WITH or parameter_name(each.setting.id) in printed)
    )


def _shown(value: object, unit: str | None) -> str:
    words = "、".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return f"{words or '（空）'}{unit or ''}"
