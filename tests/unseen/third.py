"""The third set: papers of more provinces, tax offices, registers and notaries, with the surface each is read from."""

from __future__ import annotations

from tests.unseen import identities, provinces, registers, rosters, statutes
from tests.unseen.exhibits import Exhibit

THIRD = (
    Exhibit(provinces.tianjin), Exhibit(provinces.hebei, "scan"), Exhibit(provinces.shanxi_years), Exhibit(provinces.liaoning),
    Exhibit(provinces.jilin), Exhibit(provinces.jilin, "scan"), Exhibit(provinces.fujian), Exhibit(provinces.jiangxi), Exhibit(provinces.shandong_months),
    Exhibit(provinces.chongqing_gap), Exhibit(provinces.yunnan), Exhibit(provinces.gansu), Exhibit(provinces.xinjiang, "small"), Exhibit(provinces.xinjiang),
    Exhibit(provinces.neimenggu_level), Exhibit(provinces.neimenggu_slanting, "scan"), Exhibit(provinces.neimenggu_slanting),
    Exhibit(provinces.hunan_detail), Exhibit(provinces.hunan_detail, "scan"), Exhibit(provinces.tax_certificate), Exhibit(provinces.tax_proof, "large"),
    Exhibit(provinces.tax_proof),
    Exhibit(rosters.heilongjiang_states), Exhibit(rosters.anhui_paid_until), Exhibit(rosters.hainan_months_across), Exhibit(rosters.ningxia_side, "scan", 90),
    Exhibit(rosters.hubei_small_print, "small"), Exhibit(rosters.hubei_small_print), Exhibit(rosters.guangxi_tax_unit), Exhibit(rosters.jilin_letter),
    Exhibit(rosters.guizhou_watermark),
    Exhibit(registers.household, "large"), Exhibit(registers.branch_landscape), Exhibit(registers.partnership_landscape), Exhibit(registers.foreign_dollars),
    Exhibit(registers.state_owned, "scan"), Exhibit(registers.stars_term), Exhibit(registers.decimal_capital, "scan"), Exhibit(registers.no_term_photo, "small"),
    Exhibit(identities.marked_slightly, "scan"), Exhibit(identities.marked_slightly), Exhibit(identities.marked_level), Exhibit(identities.front_only, "small"),
    Exhibit(identities.back_only_turned, "scan", 270), Exhibit(identities.four_down, "large"), Exhibit(identities.zhuang), Exhibit(identities.zhuang, "scan"),
    Exhibit(identities.passport), Exhibit(identities.home_return_permit), Exhibit(identities.taiwan_residence),
    Exhibit(statutes.unruled_in_words), Exhibit(statutes.yuan_over_pages), Exhibit(statutes.dollars_in_sentences), Exhibit(statutes.by_stages, "scan"),
    Exhibit(statutes.by_stages), Exhibit(statutes.stock_promoters), Exhibit(statutes.thirds), Exhibit(statutes.turned_table), Exhibit(statutes.amendment_numbered, "scan"),
    Exhibit(statutes.amendment_two_tables),
)  # fmt: skip

GAPS = {
    "provinces.hebei": {"printed_on"},
    "provinces.neimenggu_slanting": {"payer", "months"},
    "rosters.ningxia_side": {"people"},
    "identities.marked_slightly": {"sort", "number", "address", "issuer"},
    "identities.four_down": {"sex"},
    "registers.no_term_photo": {"name", "issuer"},
}
"""What is not read yet, by drawing: each of these may be missing, none may be wrong."""

WRONG: dict[str, str] = {}
"""What is read wrong today, by drawing and surface."""
