"""The golden papers of tests/documents on sheets: their words, with the names of a world instead of their own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.yamltext import read_yaml
from tests.specimens import worlds, written
from tests.specimens.company import World
from tests.specimens.sheet import Paper

FOLDER = Path(__file__).resolve().parents[2] / "documents" / "golden"
UNPRINTED = {"mandatory"}
"""Tables of a truth that cite the paper in the reader's words."""
PLAIN_KINDS = (
    "access_agreement", "articles", "change_notice", "commitment", "consent", "credit_record", "fire_document",
    "property_title", "room_lease",
)  # fmt: skip
"""Kinds that are set in lines and tables as the golden papers are; cards and licences look like nothing of that sort."""
LEAST_VALUES = 3
"""Forms without values are tests of the reader only."""
BRAND = re.compile(r"虚构(\w\w)(?=[\w（）]*公司)")
NO_BRANDS = {"有限", "分公", "市分", "物业", "置业"}
SAMPLE_NAME = re.compile("[赵钱孙李周吴郑王张]样")
PARTIES = {"room_lease": ("lessor", "lessee"), "access_agreement": ("customer", "operator")}


def layouts() -> Iterator[tuple[str, str]]:
    """Kind and layout of each golden paper that is drawn."""
    for path in sorted(FOLDER.glob("*.truth.yaml")):
        truth = read_yaml(path).content
        if truth["kind"] in PLAIN_KINDS and len(truth.get("fields", {})) >= LEAST_VALUES:
            yield truth["kind"], path.name.removesuffix(".truth.yaml")


def draw(world: World, layout: str) -> Paper:
    """The paper and its truth, both with the same names put for the same."""
    content, truth = _pair(layout)
    names = _names(json.dumps([content, truth], ensure_ascii=False), world)
    content, truth = _renamed(content, names), _renamed(truth, names)
    fields = truth["fields"]
    rows = {name: table for name, table in truth.get("rows", {}).items() if name not in UNPRINTED}
    parties = [fields[name] for name in PARTIES.get(truth["kind"], ()) if "公司" in fields.get(name, "")]
    return written.paper(
        truth["kind"],
        layout,
        content["pages"],
        fields,
        rows,
        landscape=bool(content.get("landscape")),
        parties=parties,
    )


@cache
def _pair(layout: str) -> tuple[Any, Any]:
    paper, truth = (read_yaml(FOLDER / f"{layout}.{part}.yaml").content for part in ("paper", "truth"))
    return paper, truth


def _names(text: str, world: World) -> dict[str, str]:
    """For each brand and each person of the paper another one, no two the same."""
    brands = sorted(set(BRAND.findall(text)) - NO_BRANDS)
    people = sorted(set(SAMPLE_NAME.findall(text)))
    free = [brand for brand in worlds.BRANDS[world.seed % 7 :] + worlds.BRANDS[: world.seed % 7] if brand not in text]
    found = {f"虚构{old}": f"虚构{new}" for old, new in zip(brands, free, strict=False)}
    return found | {old: person.name for old, person in zip(people, world.persons(), strict=False)}


def _renamed(content: Any, names: dict[str, str]) -> Any:
    if isinstance(content, dict):
        return {key: _renamed(value, names) for key, value in content.items()}
    if isinstance(content, list):
        return [_renamed(value, names) for value in content]
    if isinstance(content, str):
        return re.sub("|".join(names) or "(?!)", lambda found: names[found.group()], content)
    return content
