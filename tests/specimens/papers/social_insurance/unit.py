"""《单位参保证明》: every employee of one unit on one form."""

from __future__ import annotations

from collections.abc import Sequence

from tests.specimens import codes2d, printed, seals, table
from tests.specimens.company import Province, Staff
from tests.specimens.papers.social_insurance.shared import (
    KINDS,
    month_row,
    number_pages,
    verify_code,
)
from tests.specimens.sheet import Page, Paper


def draw(members: Sequence[Staff], province: Province) -> Paper:
    """单位参保证明: every employee of one unit on one form."""
    payer, code, month = members[0].payer, members[0].payer_code, min(member.insured_to for member in members)
    page = Page()
    paper = Paper("social_insurance", "unit", [page], title="单位参保证明")
    page.text(page.width / 2, 76, f"{province.name}社会保险单位参保证明", 18, "bold", "centre")
    page.text(56, 112, f"单位名称：{payer}", 10.5, name="payer")
    page.text(56, 132, f"统一社会信用代码：{code}", 10.5, name="payer_code")
    page.text(380, 132, f"费款所属期：{printed.month(month, '年')}", 10.5)
    page.text(56, 152, f"参保人数：{len(members)}人　　单位参保缴费情况：正常缴费", 10.5)
    widths = (34.0, 66.0, 134.0, 78.0, 108.0, 66.0)
    rows = [("序号", "姓名", "公民身份号码", "缴费月份", "参保险种", "缴费状态")]
    for place, member in enumerate(members, 1):
        state = member.last_state or "正常缴费"
        rows.append(
            (str(place), member.person.name, member.person.number, printed.month(month), "养老、失业、工伤", state)
        )
    y = table.grid(page, 56, 166, rows, widths)
    page.text(56, y + 24, "说明：1．本证明由参保单位自行打印，黑色与红色印章效力相同。", 9)
    page.text(56, y + 40, "　　　2．可凭验证码在社会保险经办机构核验本证明（虚构数据，不可核验）。", 9)
    code_words = verify_code(members[0])
    page.text(56, y + 56, f"　　　3．验证码：{code_words}", 9, name="verify_code")
    page.picture(56, y + 74, 62, 62, codes2d.qr(20))
    page.text(520, y + 116, f"{province.city}虚构区社会保险基金管理中心", 10.5, anchor="right")
    page.text(
        520, y + 138, f"打印日期：{printed.day(members[0].printed_on)}", 10.5, anchor="right", name="printed_on"
    )
    page.stamp(450, y + 112, seals.office_seal(f"{province.city}虚构区社会保险基金管理中心"), 100, shift=3)
    paper.fields = {
        "layout": "unit", "payer": payer, "payer_code": code, "printed_on": members[0].printed_on,
        "verify_code": code_words, "page_count": "1",
    }  # fmt: skip
    paper.rows = {
        "people": [{"name": member.person.name, "number": member.person.number} for member in members],
        "months": [month_row(member, month, KINDS, member.last_state or "正常缴费") for member in members],
    }
    number_pages(paper)
    return paper
