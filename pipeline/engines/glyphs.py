"""Whether the characters of a text layer can be trusted, and what they are when written with look-alike code points."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Literal

Judgement = Literal["trusted", "none", "garbage", "mojibake"]

GARBAGE_SHARE = 0.1  # of all characters: a page with every tenth character unmapped loses values
FOREIGN_SHARE = 0.3  # of all characters: ordinary Chinese and English papers have next to no À…ÿ
MOJIBAKE_LEAST = 8  # characters: fewer prove nothing

# CJK Radicals Supplement has no compatibility mapping in Unicode; macOS writes these into PDFs for plain characters.
RADICALS = str.maketrans(
    "⺀⺁⺅⺈⺊⺌⺍⺕⺗⺘⺙⺛⺝⺟⺠⺡⺢⺣⺤⺥⺩⺪⺫⺬⺭⺮⺶⺷⺸⺻⺼⺽⺾⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻳",
    "冫厂亻刀卜小小彐心扌攵无月母民氵水灬爪爪王疋罒示礻竹羊羊羊聿肉臼艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食饣马骨鬼鱼鸟卤麦黄黾齐齐齿齿竜龙龟龟",
)


def plain(character: str) -> str:
    """The character itself where it was written as a Kangxi radical or a compatibility ideograph."""
    if "\u2e80" <= character <= "\u2ef3":
        return character.translate(RADICALS)
    if "\u2f00" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff":
        return unicodedata.normalize("NFKC", character)
    return character


def judge(text: str) -> tuple[Judgement, str]:
    """Whether a page's characters (white space taken out) are the words a person sees, and why not."""
    if not text:
        return "none", "无文字层"
    unmapped = sum(map(_unmapped, text))
    if unmapped > GARBAGE_SHARE * len(text):
        return "garbage", "文字层含不可识别的编码"
    if _looks_like_mojibake(text):
        return "mojibake", "文字层为乱码（中文编码被当作西文）"
    return "trusted", ""


@cache
def _unmapped(character: str) -> bool:
    """A control character, a private or unassigned code point, or the sign for an unknown character."""
    return character == "\ufffd" or unicodedata.category(character) in {"Cc", "Co", "Cn", "Cs"}


def _looks_like_mojibake(text: str) -> bool:
    """Many letters À…ÿ and no Chinese: GBK or UTF-8 bytes shown one by one as Latin characters."""
    foreign = [
        character for character in text if "\u00a1" <= character <= "\u00ff" or character in "ŠšŽžŒœŸ€‚ƒ„†‡ˆ‰‹›˜"
    ]
    chinese = any("\u3400" <= character <= "\u9fff" for character in text)
    return len(foreign) >= MOJIBAKE_LEAST and len(foreign) > FOREIGN_SHARE * len(text) and not chinese
