"""Facts, answers and law as the variables of the Word templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.drafts.answers import EMPTY, Printed, Row, number, printed_answers
from pipeline.drafts.forecast import forecast_variables
from pipeline.drafts.law import LawBook, law_variables, legal_basis, report_limits
from pipeline.drafts.marks import OpenMarks
from pipeline.drafts.people import people_variables
from pipeline.engines.fonts import missing_characters
from pipeline.model.draft import DraftContext
from pipeline.profile.profile import Profile
from pipeline.text.money import TEN_THOUSAND

VARIANTS = {"without_site_access": "（不含网站接入）", "with_site_access": "（含网站接入）"}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
COMPANY = {
    "name": "公司名称",
    "code": "统一社会信用代码",
    "type": "公司类型",
    "address": "住所",
    "scope": "经营范围",
}
SHAREHOLDER = ("name", "kind", "number", "amount", "share")
AGREEMENT = ("operator", "number", "bandwidth", "location", "exchange", "term_to")
ROOM = ("address", "area", "lessor", "lessee", "term_to", "fire_number")
CONTACT = {
    "name": "联系人",
    "mobile": "联系人手机",
    "email": "联系人邮箱",
    "postal_address": "通信地址",
    "postcode": "邮编",
}


def template_variables(profile: Profile, book: LawBook, context: DraftContext, marks: OpenMarks) -> dict[str, Any]:
    """Everything but `figures` and `draft`, which belong to one document."""
    answers = printed_answers(profile.questions, context, marks)
    need = _Needed(context, marks)
    bandwidth = number(context.fact("access.bandwidth_total") or "")
    holders = list(shareholders(context, need))
    open_forecast = marks.mark("forecast", "用户、价格、投资和成本预测")
    variables = {
        "answers": answers,
        "company": _company(need, context),
        "contact": {key: need(f"contact.{key}", label) for key, label in CONTACT.items()},
        "service_phone": need("service_phone", "客户服务电话"),
        "legal_representative": {"name": need("legal_representative.name", "法定代表人姓名")},
        "office": {"address": context.fact("office.address") or need("company.address", "住所")},
        "licence": _licence(profile, context, answers),
        "authority": {"name": context.fact("authority.name") or need("authority.name", "许可机关")},
        "coverage": {"text": "、".join(context.coverage), "cross_province": context.cross_province},
        "dates": _dates(context),
        "shareholders": holders or [_open_row(need("shareholders", "股东及出资情况"), SHAREHOLDER)],
        "access": _access(context, need, bandwidth),
        **_rooms(context, need),
        **people_variables(context, marks),
        "forecast": forecast_variables(answers, bandwidth, open_forecast),
        "law": law_variables(book, context.as_of),
        "law_basis": legal_basis(book, context.as_of),
        "reports": report_limits(book, context.as_of),
    }
    return {name: printable(value) for name, value in variables.items()}


def printable(value: Any) -> Any:
    """The value with nothing that a page cannot show: no control characters, and a mark where no font has a glyph."""
    if isinstance(value, str):
        plain = CONTROL.sub("", value)
        for character in missing_characters(plain):
            plain = plain.replace(character, f"【待补：字库没有的字符U+{ord(character):04X}】")
        return plain
    if isinstance(value, Row):
        return Row(value.index, tuple(printable(cell) for cell in value.cells))
    if isinstance(value, dict):
        return {key: printable(each) for key, each in value.items()}
    return type(value)(printable(each) for each in value) if isinstance(value, list | tuple) else value


class _Needed:
    """A fact that must be printed: its words, or the mark of an open point."""

    def __init__(self, context: DraftContext, marks: OpenMarks) -> None:
        self._context, self._marks = context, marks

    def __call__(self, name: str, label: str) -> str:
        value = self._context.fact(name)
        return value or self.open(name, label)

    def open(self, name: str, label: str) -> str:
        """The mark of an open point, whatever the fact says."""
        return self._marks.mark(name, label)


def _company(need: _Needed, context: DraftContext) -> dict[str, str]:
    company = {key: need(f"company.{key}", label) for key, label in COMPANY.items()}
    company["scope"] = company["scope"].rstrip("。") + "。"
    company["capital"] = ten_thousands(context.fact("company.capital") or "") or need.open(
        "company.capital", "注册资本"
    )
    company["founded"] = chinese_day(context.fact("company.founded") or "") or need("company.founded", "成立日期")
    return company


def ten_thousands(amount: str) -> str:
    """CNY as 万元, plain digits; empty where it is no number."""
    value = number(amount)
    if value is None:
        return ""
    text = format(value / TEN_THOUSAND, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def chinese_day(text: str) -> str:
    """2026年12月15日 for an ISO day, the text itself for anything else (长期)."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text
    day = date.fromisoformat(text)
    return f"{day.year}年{day.month}月{day.day}日"


def _licence(profile: Profile, context: DraftContext, answers: dict[str, Printed]) -> dict[str, Any]:
    names = profile.licence.names
    existing = answers.get("existing_licences", EMPTY)
    return {
        "code": profile.licence.code,
        "item": profile.licence.name,
        "variant": VARIANTS[context.variant],
        "site_access": context.variant == "with_site_access",
        "name": context.fact("authority.licence_name")
        or (names.cross if context.cross_province else names.provincial),
        "existing": "本公司未持有增值电信业务经营许可证" if existing == "无" else existing,
    }


def _dates(context: DraftContext) -> dict[str, str]:
    decision = context.day("expected_decision")
    return {
        "as_of": chinese_day(context.as_of.isoformat()),
        "expected_decision": f"{decision.year}年{decision.month}月" if decision is not None else "",
    }


def _open_row(mark: str, keys: tuple[str, ...]) -> dict[str, str]:
    """The only row of a table that nothing fills: the mark of an open point in its first column."""
    return {"index": "1", **dict.fromkeys(keys, EMPTY), keys[0]: mark}


def shareholders(context: DraftContext, need: _Needed) -> Iterator[dict[str, str]]:
    """The shareholders of the articles, in their order."""
    for index in range(context.count("shareholders")):
        prefix = f"shareholders[{index}]"
        yield {
            "index": str(index + 1),
            "name": need(f"{prefix}.name", f"第{index + 1}名股东姓名（名称）"),
            "kind": context.fact(f"{prefix}.kind") or EMPTY,
            "number": context.fact(f"{prefix}.number") or EMPTY,
            "amount": ten_thousands(context.fact(f"{prefix}.amount") or "") or EMPTY,
            "share": context.fact(f"{prefix}.share") or EMPTY,
        }


def _access(context: DraftContext, need: _Needed, bandwidth: Decimal | None) -> dict[str, Any]:
    agreements = [_agreement(context, need, index) for index in range(context.count("access"))]
    missing = need("access", "接入资源协议的运营商与带宽")  # a mark that is not printed is not listed either
    return {
        "agreements": agreements or [_open_row(missing, AGREEMENT)],
        "summary": "、".join(f"{each['operator']}（{each['bandwidth']}Mbps）" for each in agreements) or missing,
        "operators": "、".join(dict.fromkeys(each["operator"] for each in agreements)) or missing,
        "bandwidth_total": context.fact("access.bandwidth_total")
        if bandwidth is not None
        else need("access.bandwidth_total", "接入协议带宽合计"),
    }


def _agreement(context: DraftContext, need: _Needed, index: int) -> dict[str, str]:
    prefix = f"access[{index}]"
    return {
        "operator": need(f"{prefix}.operator", "基础电信企业名称"),
        "bandwidth": need(f"{prefix}.bandwidth", "协议带宽"),
        **{key: context.fact(f"{prefix}.{key}") or EMPTY for key in ("number", "location", "exchange")},
        "term_to": chinese_day(context.fact(f"{prefix}.term_to") or EMPTY),
    }


def _rooms(context: DraftContext, need: _Needed) -> dict[str, Any]:
    rooms = [
        {
            "address": need(f"rooms[{index}].address", "机房地址"),
            **{
                key: context.fact(f"rooms[{index}].{key}") or EMPTY
                for key in ("area", "lessor", "lessee", "fire_number")
            },
            "term_to": chinese_day(context.fact(f"rooms[{index}].term_to") or EMPTY),
        }
        for index in range(context.count("rooms"))
    ]
    addresses = "、".join(dict.fromkeys(room["address"] for room in rooms))
    missing = need("rooms", "机房地址")
    return {"rooms": rooms or [_open_row(missing, ROOM)], "rooms_text": addresses or missing}
