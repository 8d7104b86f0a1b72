"""The client's situation in the few words that a tailored plan turns on."""

from __future__ import annotations

from typing import Literal

from pipeline.model.record import Record

Coverage = Literal["省内", "跨省"]
Room = Literal["自有", "租赁", "运营商", "无", "未答"]
SelfBuilt = Literal["是", "否", "未答"]
Place = Literal["覆盖范围内", "覆盖范围外", "未答"]
Home = Literal["本省", "外省", "未答"]
Bandwidth = Literal["有", "仅有IDC合同", "无", "未答"]
SiteAccess = Literal["含", "不含"]
Shareholder = Literal["自然人", "企业", "合伙企业", "国有单位", "未答"]
Foreign = Literal["无", "有", "未答"]
Route = Literal["domestic", "fdi_50", "pilot_2024", "cepa"]
Insured = Literal["足够", "不足", "未答"]
Capital = Literal["足够", "不足", "未答"]
Scope = Literal["已含", "未含", "未答"]
Licensed = Literal["无", "有", "未答"]
SiteCheck = Literal["要求", "待核"]
UNANSWERED: Literal["未答"] = "未答"


class Situation(Record):
    """One value a question; `shareholders` may hold several. 未答 where neither an answer nor a paper tells."""

    coverage: Coverage
    room: Room = "未答"
    self_built: SelfBuilt = "未答"
    room_place: Place = "未答"
    home: Home = "未答"
    bandwidth: Bandwidth = "未答"
    site_access: SiteAccess = "不含"
    shareholders: tuple[Shareholder, ...] = ("未答",)
    foreign: Foreign = "未答"
    route: Route = "domestic"
    insured: Insured = "未答"
    capital: Capital = "未答"
    scope: Scope = "未答"
    licensed: Licensed = "未答"
    site_check: SiteCheck = "待核"

    def values(self, name: str) -> tuple[str, ...]:
        """The values of one question."""
        value = getattr(self, name)
        return value if isinstance(value, tuple) else (value,)
