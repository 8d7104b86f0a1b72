"""docs/commands.md: every command as its own help tells it, in Chinese and English.

The language of help is chosen when the program starts, so each language is asked for in a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tools.docs.helps import Help
from tools.docs.markdown import code, page, table

SOURCE = "pipeline/cli"
ROOT = Path(__file__).resolve().parents[2]
LOCALES = {"zh": "zh_CN.UTF-8", "en": "C.UTF-8"}


def commands_page() -> str:
    """The page: a line a command, the common options, and what a command has of its own."""
    zh, en = _told("zh"), _told("en")
    lines = [(code(f"dossier {each['usage']}"), each["help"], en[name]["help"]) for name, each in zh.items()]
    common = set.intersection(*(set(each["options"]) for each in zh.values() if len(each["options"]) > 1))
    build_zh, build_en = zh["build"]["options"], en["build"]["options"]
    shared = [(code(name), text, build_en[name]) for name, text in build_zh.items() if name in common]
    own = [
        (code(name), code(option), text, en[name]["options"][option])
        for name, each in zh.items()
        for option, text in each["options"].items()
        if option not in common
    ]
    return page(
        "Commands",
        SOURCE,
        table(("command", "作用", "does"), lines),
        "## Common options",
        table(("option", "说明", "meaning"), shared),
        *(("## Options of one command", table(("command", "option", "说明", "meaning"), own)) if own else ()),
    )


def _told(language: str) -> dict[str, Help]:
    """What the commands say of themselves in one language."""
    environment = {**os.environ, "LC_ALL": LOCALES[language]}
    called = subprocess.run(
        [sys.executable, "-m", "tools.docs.helps"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    told: dict[str, Help] = json.loads(called.stdout)
    return told
