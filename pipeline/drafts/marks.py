"""The mark of an open point, and the ledger of those that one set of drafts prints."""

from __future__ import annotations

import re

MARK = re.compile(r"【待补：([^】]*)】")
LONGEST_LABEL = 30  # characters: a mark must stay inside a table cell


class OpenMarks:
    """Hands out 【待补：…】 marks and remembers which question or fact each stands for."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def mark(self, name: str, label: str) -> str:
        """The mark for the question's id or the fact's name."""
        short = re.split(r"[？?（(]", label.replace("【", "").replace("】", ""))[0].strip()[:LONGEST_LABEL]
        self._names.setdefault(short, name)
        return f"【待补：{short}】"

    def name_of(self, label: str) -> str:
        """What a printed mark stands for; a mark that a person wrote stands for itself."""
        return self._names.get(label, label)
