"""How the judging of whole clients is counted; no client is made here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.accuracy.clients import CLEAN, SEVERAL, Judged, Sample, samples
from tests.accuracy.verdicts import HEADING, Tally, section, tally, written
from tests.specimens.faults import FAULTS

OUTCOMES = {"ID-01": "kept", "EQ-14": "broken", "SI-08": "broken", "MR-01": "unknown", "TL-03": "broken", "FX-05": "not_applicable"}  # fmt: skip
SEVERITIES = {"ID-01": "blocker", "EQ-14": "warning", "SI-08": "blocker", "MR-01": "blocker", "TL-03": "info", "FX-05": "blocker"}  # fmt: skip


def judged(faults: tuple[str, ...], seeded: set[str], blocking: set[str], **changed: str) -> Judged:
    outcomes = {**OUTCOMES, **{name.replace("_", "-"): found for name, found in changed.items()}}
    messages = dict.fromkeys(outcomes, ("说明",))
    return Judged(Sample(1, faults), frozenset(seeded), frozenset(blocking), outcomes, SEVERITIES, messages)  # type: ignore[arg-type]


def test_what_is_broken_without_a_fault_is_a_false_alarm_but_for_what_holds_for_everybody() -> None:
    each = judged((), set(), set())
    assert (each.missed, each.alarms, each.false_blockers, each.unknown) == (
        frozenset(), frozenset({"EQ-14", "SI-08"}), frozenset({"SI-08"}), frozenset({"MR-01"}),
    )  # fmt: skip


def test_a_fault_that_no_rule_tells_and_a_blocker_told_as_less_are_missed() -> None:
    each = judged(("one",), {"EQ-14", "ID-01", "SI-08"}, {"EQ-14", "SI-08"})
    assert each.missed == {"ID-01", "EQ-14"}
    assert each.alarms == frozenset()


def test_unknowns_count_on_clean_clients_only() -> None:
    assert judged(("one",), {"EQ-14", "SI-08"}, set()).unknown == frozenset()


def test_figures_are_counted_over_all_rules_and_by_group() -> None:
    both = [judged((), set(), set(), EQ_14="kept", SI_08="kept"), judged(("one",), {"EQ-14"}, set())]
    assert tally(both) == Tally(seeded=1, missed=0, alarms=1, blockers=1, asked=5, unknown=1)
    assert tally(both, "EQ") == Tally(seeded=1, missed=0, alarms=0, blockers=0, asked=1, unknown=0)
    assert not tally(both).met
    assert tally([judged((), set(), set(), EQ_14="kept", SI_08="kept", MR_01="kept")]).met


def test_every_fault_is_seeded_alone_and_the_clients_are_enough() -> None:
    asked = samples()
    assert [each.faults for each in asked if len(each.faults) == 1] == [(name,) for name in FAULTS]
    assert len([each for each in asked if not each.faults]) == CLEAN
    assert [each.faults for each in asked if len(each.faults) > 1] == list(SEVERAL)
    assert len(asked) >= 60


def test_the_section_replaces_the_one_before_and_leaves_the_reading_figures(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    page.write_text("# 识读准确率\n\n甲\n\n# 规则准确率\n\n旧\n", encoding="utf-8")
    text = section([judged((), set(), set())], date(2026, 12, 15))
    written(page, text)
    assert page.read_text("utf-8") == "# 识读准确率\n\n甲\n\n" + text
    assert text.startswith(HEADING)
    assert "| client001 | 无 | — | EQ-14、SI-08 | MR-01 |" in text
    written(tmp_path / "new.md", text)
    assert (tmp_path / "new.md").read_text("utf-8") == text
