"""How the figures of make bench are judged and printed; nothing is timed here."""

from __future__ import annotations

import pytest

from tests.bench.__main__ import GROUPS, main
from tests.bench.figures import Figure


@pytest.mark.parametrize(
    ("figure", "missed"),
    [
        (Figure("faster", 9.9, "×", at_least=10), True),
        (Figure("faster", 10, "×", at_least=10), False),
        (Figure("seconds", 1.5, "s", at_most=1.5), False),
        (Figure("seconds", 1.6, "s", at_most=1.5), True),
        (Figure("stages", 0, "stages", at_most=0), False),
        (Figure("for understanding", 1e9, "s"), False),
    ],
)
def test_a_figure_misses_its_aim_only_on_the_wrong_side(figure: Figure, missed: bool) -> None:
    assert figure.missed is missed


def test_a_line_tells_name_value_aim_and_whether_it_is_met() -> None:
    words = Figure("warm build", 0.5249, "s", at_most=1.5).line().split()
    assert words == ["warm", "build", "0.525", "s", "aim", "≤", "1.5", "s", "✓"]
    assert Figure("faster", 2, "×", at_least=6).line().endswith("aim ≥ 6 ×  ✗")
    assert "aim" not in Figure("peak", 505.6, "MB").line()


def test_there_are_the_groups_and_another_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(GROUPS) == ["words", "package", "hostile", "kills", "ocr", "rules", "acme"]
    assert main(["speed"]) == 2
    assert "no group speed" in capsys.readouterr().err
