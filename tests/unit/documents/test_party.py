from __future__ import annotations

from pipeline.documents.paper import Paper
from pipeline.documents.party import party
from tests.unit.layout.builders import Drawing


def names(role: str, *lines: str) -> list[str]:
    drawing = Drawing()
    for number, line in enumerate(lines):
        drawing.write(70, 60 + 30 * number, line, 11)
    return [words.text for words in party(role).find(Paper.of([drawing.page()]))]


def test_a_stroke_of_the_seal_read_as_a_bracket_is_no_part_of_the_name():
    assert names("乙方", "乙方：（虚构远帆（江苏）信息技术有限公司") == ["虚构远帆（江苏）信息技术有限公司"]


def test_a_place_in_brackets_stays_at_the_head_of_the_name():
    assert names("乙方", "乙方：（江苏）虚构远帆信息技术有限公司") == ["（江苏）虚构远帆信息技术有限公司"]


def test_a_role_word_in_brackets_without_a_name_is_no_name():
    assert names("甲方", "甲方 （出租人）", "盖章处") == []
