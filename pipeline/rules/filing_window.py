"""Between which days the papers can be filed as they are: no earlier than the last was made, no later than the first gives out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from pipeline.model.case import Case, FilingLimit, FilingReason, FilingWindow
from pipeline.model.document import Field
from pipeline.profile.settings import Settings
from pipeline.rules.dates import ENDS, FRESH, PAST, goes_on
from pipeline.rules.insurance import MONTHS_A_YEAR, States, counted
from pipeline.rules.months import Months
from pipeline.rules.papers import day_of
from pipeline.text.workdays import ONE_DAY

LONGEST_REVIEW = 366
"""Calendar days within which every decision falls, whatever the holidays."""

Decided = Callable[[date], date]
"""The expected decision day of a filing day; never earlier for a later filing."""


def filing_window(case: Case, settings: Settings, decided: Decided) -> FilingWindow:
    """The last of the days before which the papers cannot be filed and the first after which they should not be.

    Only readings that may be judged by belong into `case`. A side on which no paper states a day is None.
    """
    return FilingWindow(
        earliest=max(_starts(case), key=_day, default=None),
        latest=min(_ends(case, settings, decided), key=_day, default=None),
    )


def _day(limit: FilingLimit) -> date:
    return limit.day


def _starts(case: Case) -> Iterator[FilingLimit]:
    """Nothing can be filed before it was made."""
    for number, paper in enumerate(case.documents):
        if paper.status == "current" and paper.kind != "other":
            for name in PAST:
                day = day_of(paper.field(name))
                if day is not None:
                    yield _limit(case, number, name, day, "made")


def _ends(case: Case, settings: Settings, decided: Decided) -> Iterator[FilingLimit]:
    for number, paper in enumerate(case.documents):
        if paper.status == "current":
            yield from _stale(case, number, settings)
            yield from _codes(case, number, settings)
            end = day_of(paper.field(ENDS.get(paper.kind, "")))
            if end is not None and not goes_on(paper):
                yield _limit(case, number, ENDS[paper.kind], _last_filing(end, decided), "runs_out")
    yield from _months(case, settings)


def _stale(case: Case, number: int, settings: Settings) -> Iterator[FilingLimit]:
    """A print, letter or form goes stale so many days after its own."""
    paper = case.documents[number]
    for (kind, name), setting in FRESH.items():
        day = day_of(paper.field(name)) if paper.kind == kind else None
        if day is not None:
            yield _limit(case, number, name, day + timedelta(days=settings.whole(setting)), "stale")


def _codes(case: Case, number: int, settings: Settings) -> Iterator[FilingLimit]:
    """A verification code has to work when the authority tries it."""
    paper = case.documents[number]
    day = day_of(paper.field("verify_until"))
    if day is not None and paper.kind == "social_insurance":
        yield _limit(
            case, number, "verify_until", day - timedelta(days=settings.whole("si.verify_margin_days")), "code"
        )
    elif day is not None and paper.kind == "qualification":
        yield _limit(case, number, "verify_until", day, "code")


def _last_filing(end: date, decided: Decided) -> date:
    """The last filing day whose decision comes no later than a paper runs out."""
    first, last = end - timedelta(days=LONGEST_REVIEW), end
    while first < last:
        middle = first + (last - first + ONE_DAY) // 2
        if decided(middle) <= end:
            first = middle
        else:
            last = middle - ONE_DAY
    return first


def _months(case: Case, settings: Settings) -> Iterator[FilingLimit]:
    """The latest paid month has to reach the month before filing, or as far back as grace allows."""
    company = case.fact("company.name")
    states = settings.group(States)
    for person in counted(case) if company is not None else ():
        months = Months(case, person, company.text if company is not None else "", states)
        row = next((row for number, row in months.rows if number == months.latest), None)
        month = None if row is None else row.field("month")
        if month is not None and months.latest is not None:
            last = _end_of_month(months.latest + 1 + settings.whole("si.grace_months"))
            number = _place(case, month, person.insurance)
            yield _limit(case, number, "months", last, "month", month)


def _end_of_month(number: int) -> date:
    """The last day of a month counted as `month_number` counts."""
    year, month = divmod(number + 1, MONTHS_A_YEAR)
    return date(year, month + 1, 1) - ONE_DAY


def _place(case: Case, month: Field, numbers: tuple[int, ...]) -> int:
    """Which of the insurance papers a month stands in."""
    files = {each: [part.file for part in case.documents[each].parts] for each in numbers}
    return next((each for each, parts in files.items() if month.evidence.file in parts), numbers[0])


def _limit(
    case: Case, number: int, name: str, day: date, reason: FilingReason, field: Field | None = None
) -> FilingLimit:
    paper = case.documents[number]
    stated = field or paper.field(name)
    evidence = paper.place(name) if stated is None else stated.evidence
    return FilingLimit(day=day, reason=reason, document=number, field=name, evidence=evidence)
