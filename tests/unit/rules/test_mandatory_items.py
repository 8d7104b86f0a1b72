"""The items that the articles must state: what the profile asks for is what the reader looks for."""

from __future__ import annotations

from pipeline.documents.mandatory import ITEMS
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.rules.articles_form import mandatory_items
from pipeline.rules.registry import known_rules
from tests.rules.plain import templates


def test_every_part_of_every_item_that_the_law_demands_is_looked_for_in_the_articles() -> None:
    profile = load(templates(), Known(rules=known_rules()))
    setting = next(each for each in profile.settings if each.id == "articles.mandatory_items")
    items = mandatory_items(setting.values[-1].value)
    assert [part for _, parts in items for part in parts] == [name for name, _, _ in ITEMS]
    assert len(items) == 8


def test_an_item_is_told_with_the_parts_behind_its_equals_sign() -> None:
    assert mandatory_items(["名称和住所=公司名称、公司住所", "其他事项=其他事项"]) == (
        ("名称和住所", ("公司名称", "公司住所")),
        ("其他事项", ("其他事项",)),
    )
