"""A plan as plain text: what the golden files hold and a clerk can read without any program."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.plan.plan import Plan
from pipeline.plan.printed import Section
from pipeline.plan.sections import sections_of


def text_of(plan: Plan) -> str:
    """Every section; a table row is one paragraph of `head：cell` lines, or one line for two columns."""
    return "\n".join(line for section in sections_of(plan) for line in _lines(section)) + "\n"


def _lines(section: Section) -> Iterator[str]:
    yield f"## {section.title}"
    yield from (("！" if each.tone == "warning" else "") + each.text for each in section.lines)
    for row in section.rows:
        yield "- " + "｜".join(
            f"{head}：{cell}" for head, cell in zip(section.heads, row, strict=True) if cell and cell != "—"
        )
    yield ""
