"""Which choices of a form are ticked."""

from __future__ import annotations

import pytest

from pipeline.text.choices import ticked


@pytest.mark.parametrize(
    ("printed", "chosen"),
    [
        ("☑互联网专线 □宽带接入\n□裸光纤", "互联网专线"),
        ("专线√ 宽带□", "专线"),
        ("□√办公 □住宅", "办公"),
        ("[√]办公 [ ]住宅", "办公"),
        ("☑办公 ☑机房 □住宅", "办公、机房"),
        ("√办公", "办公"),
        ("（√）专线（　）宽带", "专线"),
    ],
)
def test_only_the_ticked_choices_are_taken(printed: str, chosen: str) -> None:
    assert ticked(printed) == chosen


def test_a_form_without_a_tick_chooses_nothing() -> None:
    assert ticked("□200M □500M □1000M") == ""


@pytest.mark.parametrize("text", ["互联网专线", "○三机房", "办公"])
def test_text_without_boxes_is_left_as_it_is(text: str) -> None:
    assert ticked(text) == text
