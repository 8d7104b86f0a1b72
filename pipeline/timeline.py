"""The authority's clock: acceptance, decision and delivery counted in working days from the filing day."""

from __future__ import annotations

from datetime import date

from pipeline.model.case import Timeline
from pipeline.profile.settings import Settings
from pipeline.text.workdays import Calendar, add_working_days, is_estimated


def timeline_of(submit_on: date, calendar: Calendar, settings: Settings) -> Timeline:
    """The days for a filing day; both ways of counting the decision are kept, the setting says which is in force."""
    accept_by = add_working_days(calendar, submit_on, settings.whole("timeline.acceptance_days"))
    review = settings.whole("timeline.review_days")
    from_acceptance = add_working_days(calendar, accept_by, review)
    from_receipt = add_working_days(calendar, submit_on, review)
    decide_by = from_acceptance if settings["timeline.review_start"] == "accepted" else from_receipt
    deliver_by = add_working_days(calendar, decide_by, settings.whole("timeline.issue_days"))
    return Timeline(
        submit_on=submit_on,
        accept_by=accept_by,
        decide_by=decide_by,
        deliver_by=deliver_by,
        decide_by_from_acceptance=from_acceptance,
        decide_by_from_receipt=from_receipt,
        estimated=is_estimated(calendar, deliver_by),
    )
