"""Answers of client.yaml that are lists, each entry a row of cells with bars between them."""

from __future__ import annotations

import json
import re

COLUMN = re.compile(r"\s*[|｜]\s*")


def entries(given: str) -> tuple[str, ...]:
    """The entries of a list answer: a JSON list, or a single text."""
    try:
        value = json.loads(given)
    except json.JSONDecodeError:
        value = given
    listed = value if isinstance(value, list) else [given]
    return tuple(text for each in listed if (text := str(each).strip()))


def rows_of(given: str) -> tuple[tuple[str, ...], ...]:
    """The cells of every entry."""
    return tuple(tuple(COLUMN.split(entry.strip())) for entry in entries(given))
