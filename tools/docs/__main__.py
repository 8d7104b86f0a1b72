"""python -m tools.docs: write the generated part of docs/ anew."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.profile.profile import Profile
from pipeline.workplace import load_profile
from tools.docs.commands import commands_page
from tools.docs.differences import differences_page
from tools.docs.exit_codes import exit_codes_page
from tools.docs.facts import facts_page
from tools.docs.kinds import kinds_page
from tools.docs.rules import rule_pages
from tools.docs.settings import settings_page

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LICENCE = "isp"


def pages() -> dict[str, str]:
    """Every generated page by its file name."""
    profile: Profile = load_profile(ROOT / "templates", LICENCE)
    return {
        "kinds.md": kinds_page(profile),
        "facts.md": facts_page(profile),
        "exit-codes.md": exit_codes_page(),
        "commands.md": commands_page(),
        "settings.md": settings_page(profile),
        "differences.md": differences_page(profile),
        **rule_pages(profile),
    }


def write() -> None:
    """Write the pages that changed and say which."""
    for name, text in pages().items():
        path = DOCS / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"docs/{name}\n")


if __name__ == "__main__":
    write()
