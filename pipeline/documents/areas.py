"""Provinces that a paper names as the area of business."""

from __future__ import annotations

import json
import re

from pipeline.documents.parsers import Parsed
from pipeline.model.values import Text
from pipeline.text.normal import squeeze
from pipeline.text.regions import place_named

NATION = "全国"
REACH = re.compile(r"(?:范围内|范围|境内|行政区域内|内)$")
JOINTS = re.compile(r"[、,;/及和与]+")


def coverage(text: str) -> Parsed | None:
    """Provinces as a JSON list of their printed names, 全国 as itself; None where a part is no province."""
    plain = squeeze(text).strip(":。;,.、")
    plain = re.sub(
        r"等?(?:共?[0-9一二三四五六七八九十]+个)(?:省份|省市|省|地区)$|等(?:省份|省市|地区)$",
        "",
        REACH.sub("", plain),
    )
    if not plain:
        return None
    if NATION in plain:
        return listed((NATION,))
    places = [place_named(each) for each in JOINTS.split(plain) if each]
    if not places or any(place is None for place in places):
        return None
    return listed(tuple(dict.fromkeys(place.province for place in places if place is not None)))


def listed(words: tuple[str, ...]) -> Parsed:
    """A list of words as a value: a JSON list in its text."""
    return Parsed(Text(value=json.dumps(list(words), ensure_ascii=False)))
