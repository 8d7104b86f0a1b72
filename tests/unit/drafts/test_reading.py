from __future__ import annotations

from pipeline.drafts.reading import printed_code, stated


def values(*pages: str) -> list[tuple[str, str, int]]:
    return [(each.field, each.value, each.page) for each in stated(pages)]


def test_values_are_read_in_their_outward_form_across_line_breaks() -> None:
    text = (
        "注册资本为人民币1,000.5\n万元，法定代表人为欧阳·样。协议带宽\r\n合计1000Mbps。业务覆盖范围为北京市、天津市。"
    )
    assert values("", text) == [
        ("company.capital", "10005000", 2),
        ("legal_representative.name", "欧阳·样", 2),
        ("access.bandwidth_total", "1000", 2),
        ("coverage", "北京市、天津市", 2),
    ]


def test_a_contradiction_shows_as_two_values() -> None:
    found = values("注册资本为人民币1000万元，", "本公司注册资本为人民币100万元。")
    assert found == [("company.capital", "10000000", 1), ("company.capital", "1000000", 2)]


def test_two_codes_in_one_draft_are_no_code() -> None:
    assert printed_code(("文稿编号 07-0A1B2C3D", "— 2 — 文稿编号 07-0A1B2C3D")) == "07-0A1B2C3D"
    assert printed_code(("文稿编号 07-0A1B2C3D", "文稿编号 07-FFFFFFFF")) == ""
