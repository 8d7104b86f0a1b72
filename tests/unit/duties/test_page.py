"""The page and the calendar of what follows a licence: the same days in both."""

from __future__ import annotations

import pypdfium2
import vobject

from pipeline.duties.page import duties_calendar, duties_pdf
from tests.unit.duties.clients import FACTS, TODAY, dues, licence

APPLICANT = FACTS["company.name"]


def test_the_calendar_holds_every_day_with_its_reminders_as_another_library_reads_it() -> None:
    found = [each for each in dues() if each.day is not None]
    calendar = vobject.readOne(duties_calendar(APPLICANT, "acme", tuple(found), TODAY).decode("utf-8"))
    events = {(each.dtstart.value, each.summary.value): each for each in calendar.vevent_list}
    assert set(events) == {(each.day, f"{APPLICANT}：{each.title}（最迟）") for each in found}
    for each in found:
        event = events[each.day, f"{APPLICANT}：{each.title}（最迟）"]
        alarms = [alarm.trigger.value for alarm in event.valarm_list]
        rung = sorted({(each.day.toordinal() + alarm.days) for alarm in alarms})
        assert rung == [day.toordinal() for day in each.reminders], each.key
        assert each.what in event.description.value


def test_the_same_occurrence_keeps_its_uid_and_no_two_share_one() -> None:
    first, second = (
        [
            each.uid.value
            for each in vobject.readOne(duties_calendar(APPLICANT, "acme", found, TODAY).decode()).vevent_list
        ]
        for found in (dues(), dues(profile=(("post.renewal.days", 120),)))
    )
    assert set(first) == set(second)
    assert len(set(first)) == len(first)


def test_page_and_calendar_have_the_same_bytes_for_the_same_days() -> None:
    assert duties_pdf(APPLICANT, "acme", licence(), dues(), TODAY) == duties_pdf(
        APPLICANT, "acme", licence(), dues(), TODAY
    )
    assert duties_calendar(APPLICANT, "acme", dues(), TODAY) == duties_calendar(APPLICANT, "acme", dues(), TODAY)


def test_the_page_prints_licence_days_and_marks() -> None:
    with pypdfium2.PdfDocument(duties_pdf(APPLICANT, "acme", licence(), dues(), TODAY)) as document:
        told = "".join(page.get_textpage().get_text_range() for page in document)
    for words in (
        "京B1-20270001",
        "2032年3月1日",
        "推算，以证载为准",
        "2031-12-02",
        "估算",
        "待核",
        "早于许可证届满",
    ):
        assert words in told, words


def test_a_client_whose_contracts_were_not_read_is_told_how() -> None:
    with pypdfium2.PdfDocument(duties_pdf(APPLICANT, "acme", licence(), dues(facts={}), TODAY)) as document:
        told = "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "")
    assert "先运行 dossier check acme" in told


def test_a_day_that_has_passed_is_asked_about() -> None:
    late = dues(facts={**FACTS, "rooms[0].term_to": "2026-10-31"})
    with pypdfium2.PdfDocument(duties_pdf(APPLICANT, "acme", licence(), late, TODAY)) as document:
        told = "".join(page.get_textpage().get_text_range() for page in document)
    assert told.count("已过，请确认") == 1
