"""The authority's days for a filing day: as the law counts them, and with the corrections that a plan assumes."""

from __future__ import annotations

from datetime import date

from pipeline.model.case import Timeline
from pipeline.model.record import Record
from pipeline.profile.settings import Settings
from pipeline.text.workdays import Calendar, add_working_days
from pipeline.timeline import timeline_of


class Correction(Record):
    """One assumed round: the authority asks by `asked_by`, the client files again on `filed_again`."""

    asked_by: date
    filed_again: date


class AuthorityDays(Record):
    """The clock without a correction and, after the rounds assumed, with them."""

    smooth: Timeline
    corrections: tuple[Correction, ...]
    corrected: Timeline


def authority_days(file_on: date, calendar: Calendar, settings: Settings) -> AuthorityDays:
    """Both clocks for a filing day; every round of correction starts the clock anew."""
    smooth = timeline_of(file_on, calendar, settings)
    rounds: list[Correction] = []
    clock = smooth
    for _ in range(settings.whole("timeline.assumed_corrections")):
        again = add_working_days(calendar, clock.accept_by, settings.whole("timeline.correction_days"))
        rounds.append(Correction(asked_by=clock.accept_by, filed_again=again))
        clock = timeline_of(again, calendar, settings)
    return AuthorityDays(smooth=smooth, corrections=tuple(rounds), corrected=clock)
