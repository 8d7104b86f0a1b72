"""What a rule takes: single settings, and several under one keyword."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model.findings import Judgement, Note, values
from pipeline.rules import registry
from pipeline.rules.registry import judge, rule, rules


class Words(NamedTuple):
    paid_words: tuple[str, ...]
    unpaid_words: tuple[str, ...]


def test_a_keyword_that_is_a_named_tuple_takes_the_settings_its_fields_name(monkeypatch) -> None:
    monkeypatch.setattr(registry, "_RULES", {})

    @rule("XX-01")
    def says_its_words(case: object, *, least: int, words: Words) -> Iterator[Judgement]:
        """It says what it was given."""
        yield Note(reason="said", values=values(least=least, paid=words.paid_words, unpaid=words.unpaid_words))

    check = registry._RULES["XX-01"]
    assert check.parameters == ("least", "paid_words", "unpaid_words")
    (said,) = judge(check, (None,), {"least": 3, "paid_words": ("已缴",), "unpaid_words": ("欠费",)})
    assert isinstance(said, Note)
    assert dict(said.values) == {"least": "3", "paid": "('已缴',)", "unpaid": "('欠费',)"}


def test_the_rules_of_insured_months_name_the_words_of_all_three_states() -> None:
    states = {"si_paid_states", "si_unpaid_states", "si_pending_states"}
    assert all(states <= set(rules()[each].parameters) for each in ("SI-08", "SI-09", "SI-10", "SI-11", "SI-12"))
