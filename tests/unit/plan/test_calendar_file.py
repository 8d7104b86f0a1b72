from __future__ import annotations

from datetime import date, timedelta

import pytest
import vobject

from pipeline.plan.calendar_file import Entry, calendar_file, uid_of

MADE_ON = date(2026, 11, 25)
SUBMIT = Entry(
    uid=uid_of("虚构云桥", "submit"),
    day=date(2027, 2, 26),
    title="提交申请；材料 01, 02",
    description="第一步\n第二步：虚构数据",
    reminders=(7, 1, 0),
)
DECIDE = Entry(uid=uid_of("虚构云桥", "decide"), day=date(2027, 6, 1), title="审查期限" * 30)


def read(content: bytes) -> list[vobject.base.Component]:
    return list(vobject.readOne(content.decode("utf-8")).vevent_list)


def test_a_second_library_reads_every_day_title_and_reminder() -> None:
    submit, decide = read(calendar_file("虚构云桥", (SUBMIT, DECIDE), MADE_ON))
    assert (submit.dtstart.value, submit.dtend.value) == (SUBMIT.day, date(2027, 2, 27))
    assert (submit.summary.value, submit.description.value) == (SUBMIT.title, SUBMIT.description)
    assert [each.trigger.value for each in submit.valarm_list] == [
        timedelta(days=-7, hours=9),
        timedelta(days=-1, hours=9),
        timedelta(hours=9),
    ]
    assert decide.summary.value == DECIDE.title
    assert not hasattr(decide, "valarm")


def test_lines_end_with_crlf_and_hold_at_most_75_octets_of_utf_8() -> None:
    content = calendar_file("虚构云桥", (SUBMIT, DECIDE), MADE_ON)
    lines = content.split(b"\r\n")
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")


def test_order_of_the_entries_does_not_change_a_byte_and_the_day_of_making_does() -> None:
    content = calendar_file("虚构云桥", (SUBMIT, DECIDE), MADE_ON)
    assert content == calendar_file("虚构云桥", (DECIDE, SUBMIT), MADE_ON)
    assert content != calendar_file("虚构云桥", (DECIDE, SUBMIT), date(2026, 11, 26))


def test_an_entry_keeps_its_uid_when_its_day_moves_and_two_clients_share_none() -> None:
    moved = SUBMIT.model_copy(update={"day": date(2027, 3, 1)})
    assert read(calendar_file("x", (moved,), MADE_ON))[0].uid.value == SUBMIT.uid
    assert uid_of("acme", "submit") != uid_of("beta", "submit")
    assert uid_of("a", "bc") != uid_of("ab", "c")


@pytest.mark.parametrize("title", ["带,逗号;分号\\反斜线", "两行\n标题", "BEGIN:VEVENT", '引号"与：冒号'])
def test_no_title_breaks_out_of_its_entry(title: str) -> None:
    (event,) = read(calendar_file("x", (SUBMIT.model_copy(update={"title": title}),), MADE_ON))
    assert event.summary.value == title
