"""The tables of pairs: what may be said of two readings of one thing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.text.addresses import compare_addresses
from pipeline.text.agreement import Agreement
from pipeline.text.codes import compare_numbers
from pipeline.text.foreign import foreign_words, is_foreign_type
from pipeline.text.money import parse_money
from pipeline.text.names import compare_companies, compare_people, same_company, same_person
from pipeline.text.percent import parse_percent
from pipeline.text.scope import ScopeMatch, keyword_as_item, scope_items
from pipeline.text.terms import parse_term
from pipeline.yamltext import read_yaml

HERE = Path(__file__).parent
ISP_KEYWORDS = ("第一类增值电信业务", "增值电信业务", "互联网接入服务", "互联网接入")


def table(name: str) -> Any:
    return read_yaml(HERE / name).content


PAIRS = table("pairs.yaml")


def by_reading(read: Callable[[str], object]) -> Callable[[str, str], Agreement]:
    def compare(left: str, right: str) -> Agreement:
        a, b = read(left), read(right)
        if a is None or b is None:
            return Agreement.UNSURE
        return Agreement.SAME if a == b else Agreement.DIFFERENT

    return compare


COMPARE: dict[str, Callable[[str, str], Agreement]] = {
    "companies": compare_companies,
    "people": compare_people,
    "numbers": compare_numbers,
    "money": by_reading(parse_money),
    "terms": by_reading(parse_term),
    "scopes": by_reading(scope_items),
    "shares": by_reading(parse_percent),
}


def rows(*groups: str) -> list[Any]:
    return [
        pytest.param(group, pair, id=f"{group}: {pair['a']} | {pair['b']}: {pair['why']}")
        for group in groups
        for pair in PAIRS[group]
    ]


@pytest.mark.parametrize(("group", "pair"), rows(*COMPARE))
def test_two_readings_are_told_as_the_table_says_in_either_order(group: str, pair: dict[str, str]) -> None:
    compare = COMPARE[group]
    assert compare(pair["a"], pair["b"]) == pair["expect"]
    assert compare(pair["b"], pair["a"]) == pair["expect"]


@pytest.mark.parametrize(("group", "pair"), rows("addresses"))
def test_two_addresses_stand_to_each_other_as_the_table_says_in_either_order(
    group: str, pair: dict[str, str]
) -> None:
    expected = (pair["expect"], pair.get("level"))
    assert tuple(compare_addresses(pair["a"], pair["b"])) == expected
    assert tuple(compare_addresses(pair["b"], pair["a"])) == expected


def test_the_tables_hold_enough_pairs_and_each_has_a_reason() -> None:
    pairs = [pair for group in PAIRS.values() for pair in group]
    assert len(pairs) >= 150
    assert all(pair["why"] for pair in pairs)
    assert {pair["expect"] for pair in pairs} == {"same", "different", "unsure", "less_exact", "contradiction"}


def test_only_certain_names_are_called_the_same() -> None:
    assert same_company("云桥（北京）网络有限公司", "云桥(北京)网络有限公司")
    assert not same_company("云桥网络", "云桥网络有限公司")
    assert same_person("王样", "王 样")
    assert not same_person("王样", "王*")


@pytest.mark.parametrize("row", table("scopes.yaml"), ids=lambda row: f"{row['scope']}: {row['why']}")
def test_a_keyword_stands_in_a_scope_as_the_table_says(row: dict[str, str]) -> None:
    assert keyword_as_item(row["scope"], ISP_KEYWORDS) == ScopeMatch(row["expect"])


@pytest.mark.parametrize("row", table("company_types.yaml"), ids=lambda row: f"{row['type']}: {row['why']}")
def test_a_company_type_names_foreign_capital_as_the_table_says(row: dict[str, Any]) -> None:
    assert is_foreign_type(row["type"]) is row["foreign"]
    assert bool(foreign_words(row["type"])) is row["foreign"]
