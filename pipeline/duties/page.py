"""取证后事项: the page for the client, and the same days as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.drafts.variables import chinese_day
from pipeline.duties.licence import Licence
from pipeline.duties.reckoning import Due
from pipeline.packaging.grids import Grid
from pipeline.packaging.leaves import Block, Heading, Leaf, Text, leaves_pdf
from pipeline.plan.calendar_file import Entry, calendar_file, uid_of

TITLE = "取证后事项"
ESTIMATED, FIRST, PAST = "估算", "早于许可证届满", "已过，请确认"
UNVERIFIED = "待核：依据为行业惯例或尚未核实，办理前向所在地主管部门确认。"
ESTIMATE_NOTE = "估算：该年放假安排尚未公布，休息日按法定节假日推算，公布后可能变动。"
SHIFT_NOTE = "期限按自然日计算，截止日适逢休息日的提前到之前的工作日（均待核）。"
NO_PAPERS = "没有读到租赁、接入合同的到期日：先运行 dossier check {client}，再运行本命令。"


def duties_pdf(applicant: str, client: str, licence: Licence, dues: tuple[Due, ...], made_on: date) -> bytes:
    """The page; the same days give the same bytes."""
    leaf = Leaf(f"{applicant}　{TITLE}", _subtitle(licence, made_on), tuple(_blocks(client, dues, made_on)))
    return leaves_pdf([leaf], f"{applicant}　{TITLE}")


def _subtitle(licence: Licence, made_on: date) -> str:
    ends = "证载" if licence.end_is_stated else "推算，以证载为准"
    return "　".join(
        (
            f"许可证编号：{licence.number or '待填'}",
            f"发证日：{chinese_day(licence.issued_on.isoformat())}",
            f"有效期至：{chinese_day(licence.valid_to.isoformat())}（{ends}）",
            f"制表日：{chinese_day(made_on.isoformat())}",
        )
    )


def _blocks(client: str, dues: tuple[Due, ...], made_on: date) -> Iterator[Block]:
    dated = [each for each in dues if each.day is not None]
    waiting = [each for each in dues if each.lacking]
    standing = [each for each in dues if each.standing]
    yield Heading("按日期")
    yield Grid(
        ("最迟日期", "事项", "做什么", "怎么算的", "提醒"),
        (2.6, 2.9, 5.2, 4.6, 2.5),
        tuple((_day(each, made_on), _title(each), each.what, _reckoned(each), _reminders(each)) for each in dated),
        size=8.0,
    )
    if not any(each.ends is not None for each in dated):
        yield Text(NO_PAPERS.format(client=client), strong=True)
    if waiting:
        yield Heading("等开通、联网日期确定")
        yield Grid(
            ("事项", "做什么", "怎么算"),
            (3, 6, 6),
            tuple((_title(each), f"{each.what}（{each.source}）", each.lacking) for each in waiting),
            size=8.0,
        )
    yield Heading("事情发生时再起算")
    yield Grid(
        ("事项", "做什么", "依据"),
        (3, 8, 4),
        tuple((_title(each), each.what, each.source) for each in standing),
        size=8.0,
    )
    yield Text(f"{SHIFT_NOTE}\n{ESTIMATE_NOTE}\n{UNVERIFIED}", size=8.0)


def _day(due: Due, made_on: date) -> str:
    assert due.day is not None
    window = f"自 {due.opens:%m-%d} 起" if due.opens is not None else ""
    late = f"补报至 {due.until:%m-%d}" if due.until is not None else ""
    past = PAST if due.day < made_on else ""
    marks = (due.day.isoformat(), window, late, ESTIMATED if due.estimated else "", past)
    return "\n".join(each for each in marks if each)


def _title(due: Due) -> str:
    marks = "、".join(each for each in (due.status or "", FIRST if due.first else "") if each)
    return f"{due.title}\n（{marks}）" if marks else due.title


def _reckoned(due: Due) -> str:
    return f"{due.reckoned}（{due.source}）"


def _reminders(due: Due) -> str:
    return "\n".join(each.isoformat() for each in due.reminders)


def duties_calendar(applicant: str, client: str, dues: tuple[Due, ...], made_on: date) -> bytes:
    """The days as an iCalendar file with a reminder on each day that the page names."""
    entries = [
        Entry(
            uid=uid_of(client, each.key),
            day=each.day,
            title=f"{applicant}：{each.title}（最迟）",
            description=_description(each),
            reminders=tuple((each.day - day).days for day in each.reminders),
        )
        for each in dues
        if each.day is not None
    ]
    return calendar_file(f"{applicant} {TITLE}", entries, made_on)


def _description(due: Due) -> str:
    marks = [each for each in (due.status or "", ESTIMATED if due.estimated else "") if each]
    mark = f"【{'、'.join(marks)}】" if marks else ""
    return f"{mark}{due.what}\n{_reckoned(due)}"
