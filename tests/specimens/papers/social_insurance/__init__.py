"""社会保险证明: the forms of persons and of units, province by province."""

from __future__ import annotations

from collections.abc import Sequence

from tests.specimens.company import Province, Staff
from tests.specimens.papers.social_insurance import beijing, elsewhere, jiangsu, shared, unit, zhejiang
from tests.specimens.sheet import Paper

FORMS = {"beijing": beijing.draw, "jiangsu": jiangsu.draw, "zhejiang": zhejiang.draw}
FORMS_ELSEWHERE, LISTS_ELSEWHERE = tuple(elsewhere.FORMS), tuple(elsewhere.LISTS)
LAYOUTS = (*FORMS, "unit")
BY_PROVINCE = {"北京市": "beijing", "江苏省": "jiangsu", "浙江省": "zhejiang"}


def draw(member: Staff, layout: str, province: Province) -> Paper:
    """One person's certificate."""
    paper = FORMS[layout](member, province)
    shared.number_pages(paper)
    return paper


def unit_list(members: Sequence[Staff], province: Province) -> Paper:
    """单位参保证明 of one unit."""
    return unit.draw(members, province)


def draw_elsewhere(members: Sequence[Staff], layout: str, lapsed: bool) -> Paper:
    """A form of another province: the list of the members, or the form of the first."""
    if layout in elsewhere.LISTS:
        return elsewhere.draw_list(members, layout, lapsed=lapsed)
    return elsewhere.draw(members[0], layout, lapsed=lapsed)
