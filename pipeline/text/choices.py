"""Choices on a form: boxes ticked and left empty (☑专线 □宽带, 专线√ 宽带□, 专线（√） 宽带（　）)."""

from __future__ import annotations

import re

TICKED = "☑☒■√✓✔"
_BOX = re.compile(rf"[□☐◻{TICKED}]")
_TICK_IN_BOX = re.compile(r"[□☐◻][√✓✔]|[√✓✔][□☐◻]|[(\[（［【]\s*[√✓✔]\s*[)\]）］】]")
_BOX_IN_BRACKETS = re.compile(r"[(\[（［【]\s*[)\]）］】]")
UNTICKED = re.compile(r"(?:[□☐◻]|[(\[（［【]\s*[)\]）］】])$")
"""An empty box right before a choice that is not taken."""
_EDGES = " \u3000\n,，、;；/:：。"


def ticked(text: str) -> str:
    """The choices that are ticked, joined by 、; the text itself where it shows no box, empty where none is ticked.

    Boxes stand behind their words where words precede the first box and nothing follows the last one.
    """
    plain = _BOX_IN_BRACKETS.sub("□", _TICK_IN_BOX.sub("☑", text))
    boxes = _BOX.findall(plain)
    if not boxes:
        return text
    words = [word.strip(_EDGES) for word in _BOX.split(plain)]
    beside = words[:-1] if words[0] and not words[-1] else words[1:]
    return "、".join(word for box, word in zip(boxes, beside, strict=True) if box in TICKED and word)
