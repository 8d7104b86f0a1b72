"""The code in the foot of each page of a draft, 文稿编号07-1A2B3C4D: the number of its material or annex and of its text."""

from __future__ import annotations

import re

LABEL = "稿编号"
"""What stands before a code on a scan: OCR may lose the first character of 文稿编号."""
ANY_NUMBER = "[0-9A-Za-z]{1,2}[A-Za-z]?"
"""The number with which a code begins, a character of it misread."""
PRINTED = re.compile(rf"文{LABEL}(?P<code>[0-9A-Z]{{2}}-[0-9A-F]{{8}})")
"""A code as the program prints it."""


def scanned_code(number: str = ANY_NUMBER) -> re.Pattern[str]:
    """A code as a scan shows it, beginning with a number that fits the pattern: OCR may lose the dash, too."""
    return re.compile(rf"{LABEL}[:：]?(?P<code>(?:{number})-?[0-9A-Za-z]{{8}})(?![0-9A-Za-z])")
