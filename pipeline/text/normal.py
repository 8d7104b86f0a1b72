"""The written form of a text: width, brackets, spacing, and which characters are Chinese."""

from __future__ import annotations

import re
import unicodedata

# Some PDF fonts map a character to its radical; NFKC undoes the Kangxi block but not this one (U+2E80–2EFF).
_RADICALS = str.maketrans(
    "⺁⺇⺜⺝⺟⺠⺧⺩⺫⺬⺮⺷⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "厂几日月母民牛王目示竹羊肉虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
_BRACKETS = str.maketrans("〔〕〖〗﹝﹞⦅⦆", "[][][]()")
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–−﹣", "-"))
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SPACE = re.compile(r"\s+")
_CJK = r"\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SPACE_BESIDE_CJK = re.compile(rf"(?<=[{_CJK}]) | (?=[{_CJK}])")
_IDEOGRAPH = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SPACE_AT_BRACKET = re.compile(r"(?<=[(\[]) | (?=[)\]])")


def fold(text: str) -> str:
    """The text in NFKC, half width, brackets in one form, and no space beside a Chinese character."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text).translate(_RADICALS))
    plain = plain.translate(_BRACKETS).translate(_HYPHENS)
    single = _SPACE.sub(" ", plain).strip()
    # Once more at the end: an accent whose space was dropped now belongs to the letter before it.
    return unicodedata.normalize("NFKC", _SPACE_AT_BRACKET.sub("", _SPACE_BESIDE_CJK.sub("", single)))


def squeeze(text: str) -> str:
    """The folded text without any white space at all; letters keep their case."""
    return unicodedata.normalize("NFKC", fold(text).replace(" ", ""))


def is_cjk(character: str) -> bool:
    """Whether one character is a Chinese ideograph (〇 included, punctuation not)."""
    return _IDEOGRAPH.fullmatch(character) is not None


def has_cjk(text: str) -> bool:
    """Whether a Chinese ideograph stands anywhere in the text."""
    return _IDEOGRAPH.search(text) is not None


def cjk_ratio(text: str) -> float:
    """Share of ideographs among the characters that are not white space, 0.0 to 1.0; 0.0 for an empty text."""
    solid = _SPACE.sub("", text)
    return len(_IDEOGRAPH.findall(solid)) / len(solid) if solid else 0.0


def without_notes(text: str) -> str:
    """The folded text without what stands in round brackets, nested ones included."""
    kept, depth = [], 0
    for character in fold(text):
        if character == "(":
            depth += 1
        elif character == ")" and depth:
            depth -= 1
        elif not depth:
            kept.append(character)
    return "".join(kept)


def notes_of(text: str) -> tuple[str, ...]:
    """What stands in round brackets at the outer level of the folded text, in order."""
    notes, depth, start = [], 0, 0
    folded = fold(text)
    for place, character in enumerate(folded):
        if character == "(":
            if not depth:
                start = place + 1
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if not depth:
                notes.append(folded[start:place])
    return tuple(notes)
