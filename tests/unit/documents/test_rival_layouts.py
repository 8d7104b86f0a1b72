"""Of an agency's layout and the program's, the one with the better evidence reads a page."""

from __future__ import annotations

import pytest

from pipeline.documents.paper import Paper
from pipeline.documents.recognise import best, judge
from pipeline.documents.social_insurance.declaration import declarations
from pipeline.documents.social_insurance.layout import parsed
from pipeline.documents.social_insurance.trial import trial
from pipeline.profile.insurance_form import Layout
from pipeline.profile.profile import Labels
from tests.unit.layout.builders import Drawing

BEIJING = ("北京市社会保险个人权益记录（参保人员缴费信息）", "一、养老保险单位变动记录", "二、五险缴费明细")
ELSEWHERE = ("虚构市职工参保缴费明细表", "社会保险个人权益记录", "缴费明细")


def own(*anchors: str, name: str = "branch") -> Layout:
    words = "".join(f"  - {{words: {each}}}\n" for each in anchors)
    text = (
        f"layout: {name}\ntitle: 分公司所用表\nprovince: 北京市\nanchors:\n{words}share: 0.5\n"
        "fields:\n  - {name: payer, sort: company, labels: [单位名称]}\n  - {name: name, sort: name, labels: [姓名]}\nstops: [性别]\n"
        "people: {source: head}\nmonths: {payer: head, kinds: [养老], state: 已缴费, "
        "table: {key: month, columns: [{name: month, headings: [缴费年月]}]}}\n"
    )
    layout, faults = parsed(f"{name}.yaml", text)
    assert layout is not None, faults
    return layout


def paper(lines: tuple[str, ...]) -> Paper:
    drawing = Drawing()
    for number, words in enumerate(lines):
        drawing.write(60, 50 + 30 * number, words)
    return Paper.of([drawing.page()])


def reads(lines: tuple[str, ...], layout: Layout) -> str:
    found = best(judge(paper(lines).sheets[0], declarations((layout,))))
    assert found is not None
    return found.kind.variant


LOOSE = own("社会保险个人权益记录", "缴费明细")
THOROUGH = own(*BEIJING, "北京市社会保险")
LABELS = Labels(kinds=(), fields=())
RENAMED = own("社会保险个人权益记录", "缴费明细", name="beijing")


@pytest.mark.parametrize(
    ("layout", "lines", "reader"),
    [
        (LOOSE, BEIJING, "beijing"),
        (LOOSE, ELSEWHERE, "branch"),
        (THOROUGH, BEIJING, "branch"),
        (RENAMED, BEIJING, "beijing"),
    ],
)
def test_the_layout_with_more_of_its_anchors_on_the_page_reads_it(
    layout: Layout, lines: tuple[str, ...], reader: str
) -> None:
    assert reads(lines, layout) == reader


def test_a_trial_says_that_the_programs_layout_goes_on_reading_the_paper() -> None:
    tried = trial(paper(BEIJING), LOOSE)
    assert (tried.told, tried.yields_to, tried.works) == (True, "beijing", False)
    assert [line for line in tried.lines(LABELS) if "beijing" in line] == [
        "  ✗ 程序自带的版式“beijing”在这张表上找到的认表词更多，放入配置后仍由它读取。请补上只有这种表才有的认表词；确要取代它，请以“beijing”为版式名。"
    ]
    assert trial(paper(BEIJING), THOROUGH).yields_to == trial(paper(BEIJING), RENAMED).yields_to == ""


def test_the_page_says_why_an_agencys_layout_did_not_read_it() -> None:
    judged = judge(paper(BEIJING).sheets[0], declarations((LOOSE,)))
    reasons = next(each.reasons for each in judged if each.kind.variant == "branch")
    assert reasons[0].text.startswith("程序自带的版式“beijing”在此页找到的认表词更多，由它读取")
