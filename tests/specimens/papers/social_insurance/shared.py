"""What the forms of all provinces have in common."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.specimens.company import Staff
from tests.specimens.sheet import Paper, Value, notice

KINDS = ["养老", "失业", "工伤"]
ALL_KINDS = ["养老", "失业", "工伤", "医疗", "生育"]


def month_row(member: Staff, month: str, kinds: Sequence[str], state: str) -> dict[str, Value]:
    return {
        "name": member.person.name, "number": member.person.number, "month": month, "state": state,
        "kinds": list(kinds), "payer": member.payer,
    }  # fmt: skip


def tell(paper: Paper, member: Staff, kinds: Sequence[str], months: Sequence[str], states: Sequence[str]) -> None:
    paper.fields |= {
        "layout": paper.layout, "payer": member.payer, "printed_on": member.printed_on,
        "page_count": str(len(paper.pages)),
    }  # fmt: skip
    paper.rows = {
        "people": [{"name": member.person.name, "number": member.person.number}],
        "months": [month_row(member, month, kinds, state) for month, state in zip(months, states, strict=True)],
    }


def verify_code(member: Staff) -> str:
    chance = random.Random(member.person.number)
    return "".join(chance.choice("0123456789abcdef") for _ in range(16))


def number_pages(paper: Paper) -> None:
    total = len(paper.pages)
    for number, page in enumerate(paper.pages, 1):
        words = f"共{total}页　第{number}页" if paper.layout == "jiangsu" else f"第 {number} 页 ( 共 {total} 页 )"
        page.text(page.width / 2, page.height - 22, words, 8.5, "song", "centre")
        notice(page)


def monthly_base(member: Staff, year: int) -> int:
    return 6800 + int(member.person.number[-4:-1]) * 4 + (year - 2020) * 420
