"""How a rule's mutants are made and judged, on rules whose cases are known to be enough."""

from __future__ import annotations

from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.profile.profile import Profile
from pipeline.rules import licence_dates
from pipeline.rules.registry import known_rules, rules
from tests.bench import rules as bench
from tests.bench.mutants import mutants, reached
from tests.rules.casebook import differences, docket
from tests.rules.plain import templates


def profile() -> Profile:
    return load(templates(), Known(rules=known_rules()))


def test_every_operator_condition_constant_and_judgement_of_a_function_is_changed_once() -> None:
    found = [each.change for each in mutants("term_outlasts_the_decision", licence_dates)]
    assert sorted(found) == sorted([
        "Is turned", "Is turned", "Or turned", "And turned", "Is turned", "IsNot turned", "And turned", "IsNot turned",
        "yield no_paper('business_licence') left out", "yield Unknown(reason='no_timeline') left out",
        "yield Breach(values=values(term_to=end.t left out",
    ])  # fmt: skip


def test_a_check_reaches_the_helpers_of_its_own_module() -> None:
    assert reached(rules()["MR-18"].check) == {"lease_is_sealed_and_whole", "_seals", "_persons"}


def test_a_rule_with_cases_on_both_sides_of_every_decision_kills_all_its_mutants() -> None:
    (tally,) = bench.mutation(profile(), ("ID-13",))
    assert (tally.rule, tally.made, tally.survived) == ("ID-13", 11, ())


def test_a_mutant_survives_the_cases_that_do_not_touch_it() -> None:
    check = rules()["ID-13"]
    case = {"papers": [{"business_licence": {"term_to": "2027-03-30"}}], "decision": "2027-03-31", "expect": "broken"}
    ready = docket("ID-13", case, profile())
    survived = [
        each.change
        for each in mutants("term_outlasts_the_decision", licence_dates)
        if not differences(ready, ready.result(check._replace(check=each.check("term_outlasts_the_decision"))))
    ]
    assert "yield Unknown(reason='no_timeline') left out" in survived
    assert "yield Breach(values=values(term_to=end.t left out" not in survived
