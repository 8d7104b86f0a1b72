"""The page's own font, for machines without a Chinese one: the characters of the page and no more."""

from __future__ import annotations

import base64
from pathlib import Path

from pipeline.engines.fonts import true_type

FAMILY = "Dossier Sans"
"""Named last in the style sheet: a font of the reader's system comes first."""
RULE = '@font-face {{ font-family: "{family}"; src: url("data:font/ttf;base64,{font}"); }}\n'


def font_rule(page: str, folder: Path) -> str:
    """The style rule that embeds a font with the page's characters; the font file is kept in `folder`."""
    font = true_type("sans", frozenset(page), folder)
    return RULE.format(family=FAMILY, font=base64.b64encode(font).decode("ascii"))
