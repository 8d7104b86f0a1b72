"""The forms of further provinces, cities and the national platform, as lists of things, and what they tell.

Each form is made of one record; the truth is made of the same record and of what the form prints of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from tests.specimens import printed, written
from tests.specimens.company import Staff
from tests.specimens.papers.social_insurance.shared import month_row, monthly_base, verify_code
from tests.specimens.seals import office_seal
from tests.specimens.sheet import Paper, Value
from tests.specimens.things import Thing

FORMER, FORMER_UNIT, UNIT = "虚构旧雨科技有限公司", "90099901", "90099902"
SHOWN, AT_FORMER, DEFERRED = 10, 4, 2
"""Months on a form, how many of them at the former employer, how many of those deferred."""
MASKED = slice(6, 14)


@dataclass(frozen=True)
class Insured:
    """One person's record; `lapsed` where the last month, or the former employer, fell short."""

    member: Staff
    lapsed: bool = False

    @property
    def months(self) -> list[str]:
        """The months shown, YYYY-MM."""
        return printed.months(self.member.insured_from, self.member.insured_to)[-SHOWN:]

    @property
    def employers(self) -> list[str]:
        """Who paid each of the months."""
        return [FORMER] * AT_FORMER + [self.member.payer] * (SHOWN - AT_FORMER)

    @property
    def units(self) -> list[str]:
        """The employers' numbers, month by month."""
        return [FORMER_UNIT if each == FORMER else UNIT for each in self.employers]

    @property
    def code(self) -> str:
        """What the form is verified with."""
        return verify_code(self.member).upper()

    @property
    def until(self) -> str:
        """The last day on which the form can be verified."""
        return printed.shifted(self.member.printed_on, 92)

    def base(self, month: str) -> str:
        """The contribution base of a month in yuan."""
        return str(monthly_base(self.member, int(month[:4])))

    def is_owed(self, month: str) -> bool:
        """Whether the month was not paid."""
        return self.lapsed and month == self.months[-1]

    def spans(self) -> list[tuple[str, str, int, str]]:
        """First and last month, their number and the employer."""
        found = groupby(zip(self.months, self.employers, strict=True), key=lambda each: each[1])
        runs = [(payer, [month for month, _ in run]) for payer, run in found]
        return [(months[0], months[-1], len(months), payer) for payer, months in runs]


Fields = dict[str, Value]
Rows = list[dict[str, Value]]
Told = tuple[list[list[Thing]], Fields, Rows]
"""A form's pages, what it tells besides name, number, payer and day, and its months."""


def _shanghai(one: Insured) -> Told:
    head = ["缴费年月", "缴费基数", "缴费单位", "缴费状态", "备注"]
    states = ["欠缴" if one.is_owed(month) else "补缴" if place == AT_FORMER and one.lapsed else "已缴" for place, month in enumerate(one.months)]  # fmt: skip
    notes = ["单位补缴" if state == "补缴" else "" for state in states]
    cells = [
        [printed.month(month), one.base(month), payer, state, note]
        for month, payer, state, note in zip(one.months, one.employers, states, notes, strict=True)
    ]
    things = [
        {"title": "上海市参加城镇职工基本养老保险缴费情况", "size": 16},
        {"line": f"姓名：{one.member.person.name}        证件号码：{one.member.person.number}"},
        {"line": f"缴费单位名称：{one.member.payer}"},
        {"table": [head, *cells], "widths": [62, 58, 205, 60, 70]},
        {"line": f"打印日期：{one.member.printed_on}", "x": 350},
    ]
    rows = [
        _row(one, month, ["养老"], state, payer) | ({"note": note} if note else {})
        for month, payer, state, note in zip(one.months, one.employers, states, notes, strict=True)
    ]
    return [things], {}, rows


def _henan(one: Insured) -> Told:
    cells = [[month[:4], month[5:], one.base(month), "△" if one.is_owed(month) else "●"] for month in one.months]
    things = [
        {"title": "河南省社会保险个人权益记录单（2026）", "size": 16},
        {"line": f"表单验证号码：{one.code}"},
        {"table": [["姓名", one.member.person.name, "社会保障号码", one.member.person.number], ["单位名称", one.member.payer, "参保状态", "参保缴费"]],
         "widths": [60, 200, 80, 115]},
        {"line": "缴费明细情况"},
        {"table": [["年度", "月份", "缴费基数", "缴费状态"], *cells], "widths": [80, 80, 140, 155]},
        {"p": "说明：1.●表示已经实缴，△表示欠费，○表示外地转入，-表示未制定计划。2.本表单可通过表单验证号码核验。"},
        {"line": f"打印时间：{one.member.printed_on}", "x": 350},
    ]  # fmt: skip
    kinds = ["养老", "失业", "工伤"]
    rows = [
        _row(one, month, kinds, "欠费" if one.is_owed(month) else "已缴费", one.member.payer) for month in one.months
    ]
    return [things], {"verify_code": one.code}, rows


def _national(one: Insured) -> Told:
    kinds = {"养老": "企业职工基本养老保险", "失业": "失业保险"}
    each = [
        (month, payer, kind, "未到账" if kind == "失业" and one.is_owed(month) else "已到账")
        for month, payer in zip(one.months, one.employers, strict=True)
        for kind in kinds
    ]
    cells = [[month, kinds[kind], one.base(month), payer, state] for month, payer, kind, state in each]
    things = [
        {"title": "社会保险个人权益记录单", "size": 16},
        {"line": "国家社会保险公共服务平台", "x": 230, "size": 9},
        {
            "line": f"姓名：{one.member.person.name}    社会保障号码：{one.member.person.number}    防伪码：{one.code[:12]}"
        },
        {"line": f"当前参保单位：{one.member.payer}"},
        {
            "table": [["缴费年月", "险种", "缴费基数", "缴费单位", "缴费状态"], *cells],
            "widths": [46, 112, 52, 190, 55],
        },
        {"line": f"打印时间：{one.member.printed_on} 10:20", "x": 330},
    ]
    rows = [_row(one, month, [kind], state, payer) for month, payer, kind, state in each]
    return [things], {"verify_code": one.code[:12]}, rows


def _shaanxi(one: Insured) -> Told:
    cells = [
        [str(place), f"{printed.month(first)}-{printed.month(last)}", str(count), payer]
        for place, (first, last, count, payer) in enumerate(one.spans(), 1)
    ]
    person = one.member.person
    things = [
        {"title": "陕西省失业保险参保缴费证明", "size": 16},
        {"line": f"验证编号：SX{one.code}    打印时间：{printed.day(one.member.printed_on)}"},
        {"table": [["姓名", person.name, "身份证号", person.number], ["现缴费单位名称", one.member.payer, "个人编号", "6199000001"]],
         "widths": [80, 190, 55, 130]},
        {"table": [["序号", "缴费起止时间", "缴费月数", "单位名称"], *cells], "widths": [40, 140, 75, 200]},
        {"p": "说明：本证明由参保人自助打印，不再加盖印章。"},
    ]  # fmt: skip
    rows = [
        _row(one, month, ["失业"], "已缴费", payer) for month, payer in zip(one.months, one.employers, strict=True)
    ]
    return [things], {"verify_code": f"SX{one.code}"}, rows


def _guangdong(one: Insured) -> Told:
    """Which months were deferred is not told, so that no month of that span shows the insurance as paid."""
    cells = []
    for first, last, count, payer in one.spans():
        deferred = DEFERRED if one.lapsed and payer == FORMER else 0
        pension = f"实际缴费{count - deferred}个月,缓缴{deferred}个月"
        cells.append([f"{printed.month(first)}-{printed.month(last)}", payer, pension, str(count), str(count)])
    things = [
        {"title": "广东省社会保险个人参保证明", "size": 16},
        {"p": "该参保人在虚构市参加社会保险情况如下：", "indent": 0},
        {
            "table": [["姓名", one.member.person.name, "证件号码", one.member.person.number]],
            "widths": [80, 120, 90, 165],
        },
        {"line": "参保险种情况"},
        {"table": [["参保起止时间", "单位", "养老", "工伤", "失业"], *cells], "widths": [78, 190, 121, 33, 33]},
        {"line": f"证明时间：{one.member.printed_on} 10:20", "x": 340},
    ]
    rows = []
    for month, payer in zip(one.months, one.employers, strict=True):
        short = one.lapsed and payer == FORMER
        kinds = ["工伤", "失业"] if short else ["养老", "工伤", "失业"]
        rows.append(_row(one, month, kinds, "部分缴费" if short else "已缴费", payer))
    return [things], {}, rows


def _shenzhen(one: Insured) -> Told:
    shares = {"养老": 0.15, "医疗": 0.06, "生育": 0.005, "工伤": 0.002, "失业": 0.008}
    paid = [[kind for kind in shares if not (kind == "生育" and one.is_owed(month))] for month in one.months]
    cells = [
        [month[:4], month[5:], unit, *(f"{int(one.base(month)) * share if kind in kinds else 0:.2f}" for kind, share in shares.items())]
        for month, unit, kinds in zip(one.months, one.units, paid, strict=True)
    ]  # fmt: skip
    person = one.member.person
    cells.append(
        ["合计", "", "", *(f"{sum(float(row[place]) for row in cells):.2f}" for place in range(3, 3 + len(shares)))]
    )
    head = ["缴费年", "月", "单位编号", *(f"{kind}单位交" for kind in shares)]
    things = [
        {"title": "深圳市社会保险历年参保缴费明细表（个人）", "size": 16},
        {"line": f"姓名：{person.name}    社保电脑号：699000001    身份证号码：{person.number}    页码：1"},
        {"line": f"参保单位名称：{one.member.payer}    单位编号：{UNIT}    计算单位：元"},
        {"table": [head, *cells], "widths": [60, 40, 90, 90, 90, 90, 90, 90]},
        {"p": f"备注：1.本证明可作为参保人在本单位参加社会保险的证明。验证码：{one.code}。"},
        {
            "p": f"2.单位编号对应的单位名称：单位编号{FORMER_UNIT} 单位名称{FORMER}；单位编号{UNIT} 单位名称{one.member.payer}。"
        },
        {"line": f"打印日期：{printed.day(one.member.printed_on)}", "x": 500},
    ]
    return [things], {"payer_code": UNIT, "verify_code": one.code}, _with_units(one, paid)


def _sichuan(one: Insured) -> Told:
    kinds = ["养老", "失业", "工伤"]
    paid = [[kind for kind in kinds if not (kind == "失业" and one.is_owed(month))] for month in one.months]
    cells = [
        [printed.month(month), unit, *(one.base(month) if kind in some else "0" for kind in kinds), "虚构区"]
        for month, unit, some in zip(one.months, one.units, paid, strict=True)
    ]
    person, span = one.member.person, [printed.month(month, "年") for month in (one.months[0], one.months[-1])]
    head = ["缴费月份", "参保单位编号", *(f"{kind}保险缴费基数" for kind in kinds), "参保地"]
    things = [
        {"title": "四川省社会保险个人参保证明", "size": 16},
        {"line": f"参保人姓名：{person.name}    性别：{person.sex}    社会保障号码：{person.number}"},
        {"line": f"（二）{'至'.join(span)}的参保缴费明细"},
        {"table": [head, *cells], "widths": [80, 110, 120, 120, 120, 90]},
        {"p": f"注：1.表中“单位编号”对应的单位名称为：{FORMER_UNIT}:{FORMER}，{UNIT}:{one.member.payer}。"},
        {"p": f"2.本证明验证码：{one.code}，有效期至{printed.day(one.until, '零')}。"},
        {"line": f"打印时间：{printed.day(one.member.printed_on)}", "x": 500},
    ]
    fields: Fields = {"verify_code": one.code, "verify_until": one.until, "claimed_through": one.months[-1]}
    return [things], fields, _with_units(one, paid)


def _with_units(one: Insured, paid: Sequence[Sequence[str]]) -> Rows:
    return [
        _row(one, month, kinds, "已缴费", payer) | {"unit_code": unit}
        for month, payer, unit, kinds in zip(one.months, one.employers, one.units, paid, strict=True)
    ]


def _row(one: Insured, month: str, kinds: Sequence[str], state: str, payer: str) -> dict[str, Value]:
    return month_row(one.member, month, kinds, state) | {"payer": payer}


class Form(NamedTuple):
    """One person's form; sheets on their side where it is `landscape`."""

    tell: Callable[[Insured], Told]
    landscape: bool = False


FORMS = {
    "shanghai": Form(_shanghai), "guangdong": Form(_guangdong), "shenzhen": Form(_shenzhen, landscape=True),
    "sichuan": Form(_sichuan, landscape=True), "henan": Form(_henan), "shaanxi": Form(_shaanxi), "n12333": Form(_national),
}  # fmt: skip


def told(layout: str, one: Insured) -> Told:
    """A person's form: its pages, all the fields that it tells, its months."""
    pages, fields, rows = FORMS[layout].tell(one)
    person = one.member.person
    known: Fields = {
        "layout": layout, "name": person.name, "number": person.number, "payer": one.member.payer,
        "printed_on": one.member.printed_on,
    }  # fmt: skip
    return pages, known | fields, rows


def draw(member: Staff, layout: str, *, lapsed: bool = False) -> Paper:
    """A person's form on sheets."""
    pages, fields, rows = told(layout, Insured(member, lapsed))
    return _sealed(layout, pages, fields, rows, FORMS[layout].landscape)


def _guizhou(members: Sequence[Staff], lapsed: bool) -> Told:
    """The last member's number is partly covered; where it lapsed, that member's one insurance is not paid."""
    first, month = members[0], members[0].insured_to
    cells, rows = [], []
    for place, member in enumerate(members, 1):
        is_last, number = place == len(members), member.person.number
        shown = number[: MASKED.start] + "*" * 8 + number[MASKED.stop :] if is_last else number
        kinds, state = (["工伤"], "未到账") if is_last and lapsed else (["养老", "失业", "工伤"], "已到账")
        cells.append([str(place), member.person.name, shown, "、".join(kinds), state])
        rows.append(month_row(member, month, kinds, state) | {"number": shown})
    code = f"GZ{verify_code(first)[:10].upper()}"
    things = [
        {"title": "贵州省社会保险单位参保证明", "size": 16},
        {"line": f"单位名称：{first.payer}"},
        {"line": f"统一社会信用代码：{first.payer_code}"},
        {"line": f"费款所属期：{printed.month(month, '年')}    参保人数：{len(members)}人"},
        {
            "table": [["序号", "姓名", "公民身份号码", "参保险种", "缴费状态"], *cells],
            "widths": [40, 70, 140, 130, 75],
        },
        {"line": f"验证码：{code}    打印日期：{printed.day(first.printed_on)}"},
        {"line": "第1页 共1页", "x": 260, "size": 9},
    ]
    return [things], {"payer_code": first.payer_code, "period": month, "verify_code": code, "page_count": "1"}, rows


def _nanning(members: Sequence[Staff], lapsed: bool) -> Told:
    month, cells, rows = members[0].insured_to, [], []
    for place, member in enumerate(members, 1):
        state = "欠费" if lapsed and place == len(members) else "正常"
        cells.append(
            [str(place), member.person.name, member.person.number, printed.month(month), "养老、工伤", state]
        )
        rows.append(month_row(member, month, ["养老", "工伤"], state))
    things = [
        {"title": "南宁市社会保险参保单位人员名单", "size": 16},
        {"line": f"单位名称：{members[0].payer}"},
        {"line": "单位编号：450100999"},
        {
            "loose": [["序号", "姓名", "社会保障号码", "缴费年月", "险种", "缴费状态"], *cells],
            "widths": [40, 60, 140, 70, 80, 65],
        },
        {"line": f"制表日期：{printed.day(members[0].printed_on)}", "x": 330},
    ]
    return [things], {"payer_code": "450100999"}, rows


LISTS: dict[str, Callable[[Sequence[Staff], bool], Told]] = {"guizhou": _guizhou, "nanning": _nanning}


def listed(layout: str, members: Sequence[Staff], *, lapsed: bool = False) -> Told:
    """A unit's list: its pages, all the fields that it tells, its months."""
    pages, fields, rows = LISTS[layout](members, lapsed)
    known: Fields = {"layout": layout, "payer": members[0].payer, "printed_on": members[0].printed_on}
    return pages, known | fields, rows


def draw_list(members: Sequence[Staff], layout: str, *, lapsed: bool = False) -> Paper:
    """A unit's list on sheets."""
    return _sealed(layout, *listed(layout, members, lapsed=lapsed), landscape=False)


def people_of(rows: Iterable[dict[str, Value]]) -> list[dict[str, Value]]:
    """Everyone of the months' rows once."""
    return [dict(each) for each in dict.fromkeys((("name", row["name"]), ("number", row["number"])) for row in rows)]


def _sealed(layout: str, pages: Sequence[Sequence[Thing]], fields: Fields, rows: Rows, landscape: bool) -> Paper:
    """The sheets, with the office's seal beside and partly over the day of printing."""
    paper = written.paper("social_insurance", layout, pages, fields, {"people": people_of(rows), "months": rows}, landscape=landscape)  # fmt: skip
    page, wobble = paper.pages[-1], random.Random(layout).uniform(-40, 60)
    days = [box for box in page.boxes.values() if box[3] - box[1] > written.CELL]
    left, top, right, bottom = max(days, key=lambda box: box[1])
    page.stamp((left + right) / 2 + wobble, (top + bottom) / 2 - 16, office_seal("虚构区社会保险基金管理中心"), 92)
    return paper
