"""Whether a contract goes on by itself: the sentences that agree on its renewal or exclude it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.declaration import Paper, custom
from pipeline.documents.parsers import Parsed
from pipeline.layout.glyphs import Words
from pipeline.layout.passages import search
from pipeline.model.values import Text

RENEWS = re.compile(
    r"(?:自动|自行|逐年|逐次)(?:续期|续约|续签|续订|续展|顺延|延续|延期|延长|续租)|(?:合同|协议|租期|期限|有效期|租赁期|服务期)[^,。;]{0,12}(?:顺延|续展|延续)"
)
RENEWS_NOT = re.compile(
    r"(?:不|不再|不予|不得|不会|非|并非|无)(?:自动)?(?:续期|续约|续签|续订|续展|顺延|延续|延长|续租)|不自动"
)
IF_NOT = re.compile(
    r"(?:如果?|若|倘若|[一任何双甲乙]+方)[^,。;]{0,10}不(?:再|愿|同意|打算)*续(?:租|约|签|期|订|展)[^。;]{0,40}?(?:通知|告知|提出|书面|声明)[^,。;]*,?(?=.*(?:否则|自动))"
)
"""A condition whose failing makes the contract go on: 一方如不续租应书面通知对方，否则自动续期."""
ANEW = re.compile(
    r"续(?:租|约|签|期)[^。;]{0,24}(?:另行|重新|再行)[^。;]{0,4}(?:签[订署]|订立|协商|约定|达成)|续(?:租|约|签|期)的?,?[^。;]{0,16}(?:提出|申请)[^。;]{0,40}(?:另行|重新)"
)
"""Renewal by a new contract, which is none by itself."""
OTHER_DELAY = re.compile(r"工期|节假日|付款|支付|交付|开通时间|完工|竣工|故障|施工|停电|不可抗力")


def renewal_sentences(paper: Paper) -> Iterator[Words]:
    """Sentences that speak of renewing the contract."""
    for match in search(paper.passages, r"[^。;]*(?:续期|续约|续签|续订|续展|顺延|延续|自动延长|续租)[^。;]*"):
        words = match.words()
        if words is not None:
            yield words


def renewal(text: str) -> Parsed | None:
    """是 where a sentence agrees on automatic renewal, 否 where it excludes it; None where it says neither."""
    plain = re.sub(r"\s", "", text)
    if re.search(r"(?:顺延|续展|延续|延长|续期)(?:至|到)[0-9]", plain):
        return None
    if RENEWS_NOT.search(IF_NOT.sub("", plain)):
        return Parsed(Text(value="否"))
    found = RENEWS.search(plain)
    if found is None and ANEW.search(plain):
        return Parsed(Text(value="否"))
    if found is None or OTHER_DELAY.search(plain[max(0, found.start() - 12) : found.end() + 4]):
        return None
    return Parsed(Text(value="是"))


RENEWAL = custom("自动续期、顺延的约定", renewal_sentences)
