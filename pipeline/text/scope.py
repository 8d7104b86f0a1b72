"""The scope of business (经营范围): its items, and whether one of them is the business that is applied for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from pipeline.text.normal import squeeze


class ScopeMatch(StrEnum):
    """How a keyword stands in a scope: as an item, only where it is excluded, or not at all."""

    FOUND = "found"
    EXCLUDED = "excluded"
    ABSENT = "absent"


FARTHEST_CONTEXT = 600
"""Characters to either side that can exclude a keyword; keeps the time for a hostile text linear."""

_CLAUSE = ";。"
_ITEM = ";。、,"
_BOTH_CLASSES = re.compile(r"第一类(?:增值电信业务)?(?:、|和|及|与|以及|,)第二类增值电信业务")
_SECOND_CLASS = re.compile(r"(?:第?[二2]类|第II类)(?:的)?增值电信业务(?:中的)?[^;。,、]*")
_NEGATION = re.compile(r"不含|不包括|不包含|不涉及|不得|不从事|不经营|不开展|禁止|严禁|未经|未取得|除(?!外)")
_AFTERWARDS = re.compile(r"除外|不得(?:经营|从事|开展)|(?:业务|服务)?(?:以)?外(?:$|[,、;。])")
_BRANCHES_ONLY = re.compile(r"限(?:于|由)?(?:下属|所属)?分(?:支机构|公司)(?:经营|凭|从事)?")
_REMARK_BEHIND = re.compile(r"[^;。,、()]*\((?P<remark>[^()]*)\)")
_OTHER_TRADE = re.compile(
    r"代理|代办|咨询|培训|设备|软件|销售|零售|批发|研发|开发|推广|系统|工程|施工|安装|维修|维护|租赁|用品|技术|支持|策划|解决方案"
)
_HEADING = re.compile(r"(?:许可|一般)(?:经营)?(?:项目|事项):|经营范围:")
_BOILERPLATE = re.compile(
    r"依法须经批准|依法自主选择|经相关部门批准|依批准的内容|以(?:相关部门)?(?:批准|许可)(?:文件|证件)|不得从事.*(?:禁止|限制)类"
    r"|以.{0,12}(?:核定|核准|登记)的?(?:内容|项目|经营范围|范围)?为准"
)
_CUT_END = re.compile(r"(?:[。)]|活动|项目\))$")


def split_scope(text: str) -> tuple[str, ...]:
    """The items of a scope in their order, split outside brackets; headings and the permission clause left out."""
    cleaned = _HEADING.sub(";", squeeze(text))
    items = (item.strip() for item in _split(_without_boilerplate(cleaned), _ITEM))
    return tuple(item for item in items if item and not _BOILERPLATE.search(item))


def scope_items(text: str) -> frozenset[str]:
    """The set of items, for comparing two papers' scopes whatever their order."""
    return frozenset(split_scope(text))


def keyword_as_item(scope: str, keywords: Iterable[str]) -> ScopeMatch:
    """Whether one of the keywords stands in the scope as an item of its own.

    第二类增值电信业务 does not count as 增值电信业务; 代理, 设备销售 and the like are other trades. An item whose remark
    takes another keyword out of it (增值电信业务（不含互联网接入服务）) or leaves it to branches is excluded.
    """
    keywords = tuple(map(squeeze, keywords))
    text = _BOTH_CLASSES.sub("第一类增值电信业务、第二类增值电信业务", squeeze(scope))
    answer = ScopeMatch.ABSENT
    for word in keywords:
        for start in _places(text, word):
            match = _stand(text, start, len(word))
            if match is ScopeMatch.FOUND and _is_narrowed(text[start + len(word) :], keywords):
                match = ScopeMatch.EXCLUDED
            if match is ScopeMatch.FOUND:
                return match
            answer = match if match is ScopeMatch.EXCLUDED else answer
    return answer


def has_permission_clause(scope: str) -> bool:
    """Whether the scope says that projects subject to approval wait for it (依法须经批准的项目…)."""
    return re.search(r"依法须经批准|须经批准的?(?:项目)?|经相关部门批准后", squeeze(scope)) is not None


def looks_cut(scope: str) -> bool:
    """Whether a scope was cut off: it ends without a full stop, a bracket or 活动, or a bracket stays open."""
    text = squeeze(scope)
    return _CUT_END.search(text) is None or text.count("(") != text.count(")")


def _places(text: str, word: str) -> Iterator[int]:
    """Where the word stands, except within 第二类增值电信业务 unless the word says 第二类 itself."""
    if not word:
        return
    second = [] if "二类" in word else [found.span() for found in _SECOND_CLASS.finditer(text)]
    for found in re.finditer(re.escape(word), text):
        if not any(start <= found.start() < end for start, end in second):
            yield found.start()


def _stand(text: str, start: int, length: int) -> ScopeMatch:
    for before, after in _enclosing(text, start, start + length, _CLAUSE):
        if _is_negated(before, after):
            return ScopeMatch.EXCLUDED
    before, after = next(_enclosing(text, start, start + length, _ITEM))
    other = _OTHER_TRADE.search(_HEADING.sub("", before)) or _OTHER_TRADE.search(after)
    return ScopeMatch.ABSENT if other else ScopeMatch.FOUND


def _is_narrowed(after: str, keywords: Iterable[str]) -> bool:
    """Whether the remark behind an item takes a keyword out of it, or leaves the whole item to branches."""
    remark = _REMARK_BEHIND.match(after[:FARTHEST_CONTEXT])
    if remark is None:
        return False
    said = remark["remark"]
    taken_out = _NEGATION.match(said) is not None and any(word in said for word in keywords)
    return taken_out or _BRANCHES_ONLY.search(said) is not None


def _is_negated(before: str, after: str) -> bool:
    if before.endswith("非"):
        return True
    if _BRANCHES_ONLY.search(before):
        return True
    negations = list(_NEGATION.finditer(before))
    if any(found.group() != "除" for found in negations):
        return True
    if before.startswith("除") and "外" not in before + after:
        return True
    opened = bool(negations) and "外" not in before[negations[-1].end() :]
    return (
        (opened and "外" in after)
        or _AFTERWARDS.match(after) is not None
        or "除外" in after.split(",", maxsplit=1)[0]
    )


def _enclosing(text: str, start: int, end: int, separators: str) -> Iterator[tuple[str, str]]:
    """What stands before and after a place, within its own bracket first, then within each bracket around it.

    Brackets that do not hold the place are left out; each level ends at a separator.
    """
    while True:
        before, opening = _reach(text[max(start - FARTHEST_CONTEXT, 0) : start][::-1], separators, ")", "(")
        after, closing = _reach(text[end : end + FARTHEST_CONTEXT], separators, "(", ")")
        yield before[::-1], after
        if opening is None:
            return
        start -= opening + 1
        end = len(text) if closing is None else end + closing + 1


def _reach(text: str, separators: str, inward: str, outward: str) -> tuple[str, int | None]:
    """Walk until the bracket around us closes; keep what stands at our level up to the first separator."""
    kept: list[str] = []
    depth, ended = 0, False
    for place, character in enumerate(text):
        if character == outward and not depth:
            return "".join(kept), place
        depth += (character == inward) - (character == outward)
        ended = ended or (not depth and character in separators)
        if not depth and not ended and character != outward:
            kept.append(character)
    return "".join(kept), None


def _split(text: str, separators: str) -> Iterator[str]:
    item, depth = "", 0
    for character in text:
        depth = max(depth + (character == "(") - (character == ")"), 0)
        if character in separators and not depth:
            yield item
            item = ""
        else:
            item += character
    yield item


def _without_boilerplate(text: str) -> str:
    return re.sub(r"\([^()]*\)", lambda note: ";" if _BOILERPLATE.search(note.group()) else note.group(), text)
