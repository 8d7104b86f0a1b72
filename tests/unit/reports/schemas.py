from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

FOLDER = Path(__file__).parents[3] / "docs" / "schemas"


def faults(name: str, content: Mapping[str, Any]) -> list[str]:
    """What the published schema says against a file's content, as read back from its bytes."""
    schema = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    read_back = json.loads(json.dumps(content, ensure_ascii=False))
    return [f"{each.json_path}: {each.message}" for each in Draft202012Validator(schema).iter_errors(read_back)]
