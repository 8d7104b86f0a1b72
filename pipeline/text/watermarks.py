"""What a watermark says: the purpose that it allows, apart from what it forbids and from its threats."""

from __future__ import annotations

import re
from collections.abc import Sequence

OPENING = r"(?:本件|此件|复印件|此复印件)?(?:仅限用于|只限用于|仅限于|仅供|只供|仅用于|只用于|仅限|只限|专供|专用于)"
CLOSING = r"(?:使用|之用|专用|用途|有效)"
THREAT = r"(?:(?:再次|二次|再)?复印(?:件)?(?:均)?无效|(?:挪作)?他用(?:均)?无效|(?:其[他它]|任何)用途(?:均)?无效)"
SENTENCE = re.compile(
    rf"{OPENING}[^。;]{{2,60}}?(?:{CLOSING}(?!于))(?:[,，、]?{THREAT})*|{OPENING}[^。;]{{2,40}}|{THREAT}"
)
"""A watermark's sentence in folded text."""
PURPOSE = re.compile(rf"{OPENING}(?P<purpose>[^。;]{{2,60}})")
CLOSED = re.compile(rf"{CLOSING}(?!于)|无效")
FORBIDDEN = re.compile(r"(?:不得|不可|不能|禁止|严禁|不准|请勿|勿|不作|非)[^,，;；。]*")
FEWEST = 4  # characters of a watermark's piece that tells something
LONGEST = 80


def says_watermark(text: str) -> bool:
    """Whether folded text has the words of a watermark: 仅供…使用, 再次复印无效."""
    return bool(PURPOSE.search(text) or re.search(THREAT, text))


def joined(pieces: Sequence[str]) -> str | None:
    """One sentence of the pieces of a watermark, which may be tiled over the page or split over lines; None without any.

    A whole sentence in one piece wins over what the pieces give together; repeats and fragments of others are left out.
    """
    told = list(dict.fromkeys(piece for piece in pieces if len(piece) >= FEWEST))
    own = [piece for piece in told if not any(piece != other and piece in other for other in told)]
    if not own:
        return None
    together = "".join(own)
    whole = [
        match.group() for piece in (*own, together) if (match := SENTENCE.search(piece)) and PURPOSE.search(piece)
    ]
    closed = [words for words in whole if CLOSED.search(words)]
    return (closed or whole or [together])[0][:LONGEST]


def allowed(words: str) -> str | None:
    """What a watermark allows the copy to be used for, folded; None where it names no use.

    What is forbidden (不得用于贷款) is no purpose, and 他用无效 is a threat.
    """
    plain = FORBIDDEN.sub("", re.sub(THREAT, "", words))
    found = PURPOSE.search(plain)
    return found["purpose"].strip(",，、") or None if found else None
