"""Names of companies and people, and whether two of them are the same."""

from __future__ import annotations

import re

from pipeline.text.agreement import Agreement
from pipeline.text.masks import is_masked, visible_parts_fit
from pipeline.text.normal import fold, has_cjk, notes_of, squeeze, without_notes

__all__ = [
    "Agreement",
    "company_key",
    "compare_companies",
    "compare_people",
    "is_branch",
    "parent_of_branch",
    "person_key",
    "same_company",
    "same_person",
]

LONGEST_PERSON = 4
"""Characters of a Chinese person's name; longer ones have a · and no company's ending."""
_LEGAL_FORM = re.compile(
    r"(?:公司|企业|合伙\)?|中心|厂|店|部|社|所|行|院|局|会|集团|商行|工作室|学校|大学|INC\.?|LTD\.?|LLC|CO\.?|CORP\.?)$"
)
_SIDE_NOTE = re.compile(
    r"\((?:盖章|公章|签章|盖公章|签字盖章|章|[甲乙丙]方|(?:以下)?简称[^()]*|(?:原|曾用)名?[:为]?[^()]*)\)$"
)
_OTHER_BRACKETS = str.maketrans("〔[【〕]】", "((()))")
"""Brackets that print the same part of a company's name; elsewhere (〔2023〕) they mean something of their own."""
_PARTNERS = re.compile(r"\((?:有限|普通|特殊普通)合伙\)$")
_EDGE = re.compile(r"^[\s\"'“”‘’《》「」:;,。.、]+|[\s\"'“”‘’《》「」:;,。、]+$")
_BRANCH_WORD = "分公司|支公司|分行|支行|分店|分部|分厂|分院|分所"
_OFFICE_WORD = "办事处|代表处|营业部|营业厅|项目部|经营部|门市部"
_PARENT = re.compile(r"(?P<parent>.*?(?<![分支])公司|[^公]*?银行(?!.*公司)).+")
_BRANCH_END = re.compile(rf".*(?:{_BRANCH_WORD})(?:\(.*\))?$")
_OFFICE_END = re.compile(rf".*?公司.*(?:{_OFFICE_WORD})$")
_DOT = re.compile(r"\s*[·•・‧∙●⋅᛫.。]\s*")
_PERSON_NOTE = re.compile(r"签字|签名|签章|盖章|法定代表人|法人|董事长|总经理|经理|男|女|先生|女士|本人|身份证.*")
_PERSON_TITLE = re.compile(r"(?:先生|女士|小姐)$")
_PLAIN_WORD = re.compile(r"[^0-9A-Za-z]+")


def compare_companies(left: str, right: str) -> Agreement:
    """Two company names, place prefix and legal form included; a cut, covered or short name cannot be told."""
    a, b = company_key(left), company_key(right)
    if not a or not b:
        return Agreement.UNSURE
    if a == b:
        return Agreement.SAME
    if is_masked(a) or is_masked(b):
        return Agreement.UNSURE if visible_parts_fit(a, b) else Agreement.DIFFERENT
    if is_branch(a) != is_branch(b):
        return Agreement.DIFFERENT
    doubtful = (
        _is_shortened(a, b)
        or _lacks_partners(a, b)
        or _bracketless(a) == _bracketless(b)
        or _is_noted(a, left, b, right)
    )
    return Agreement.UNSURE if doubtful else Agreement.DIFFERENT


def same_company(left: str, right: str) -> bool:
    """Whether two names are certainly one company's."""
    return compare_companies(left, right) is Agreement.SAME


def company_key(name: str) -> str:
    """The name in the form in which names are compared: folded, no spaces, no side note, letters in upper case."""
    plain = _EDGE.sub("", _SIDE_NOTE.sub("", fold(name)))
    if has_cjk(plain):
        return squeeze(plain).translate(_OTHER_BRACKETS).upper()
    return _PLAIN_WORD.sub(" ", plain).strip().upper() if plain.isascii() else squeeze(plain).upper()


def is_body(name: str) -> bool:
    """Whether a name is that of a company or other body: its end tells, and it is longer than a person's."""
    key = without_notes(company_key(name)) or company_key(name)
    return len(key) > LONGEST_PERSON and _LEGAL_FORM.search(key) is not None


def is_branch(name: str) -> bool:
    """Whether the name is a branch's or office's and not a company's of its own."""
    key = company_key(name)
    return _BRANCH_END.fullmatch(key) is not None or _OFFICE_END.fullmatch(key) is not None


def parent_of_branch(name: str) -> str | None:
    """The company that a branch's name starts with; None for a name that is no branch's or names no company."""
    key = company_key(name)
    found = _PARENT.fullmatch(key) if is_branch(key) else None
    return found["parent"] if found is not None else None


def is_branch_of(name: str, company: str) -> bool:
    """Whether a name is that of one of the company's own branches."""
    parent = parent_of_branch(name)
    return parent is not None and same_company(parent, company)


def compare_people(left: str, right: str) -> Agreement:
    """Two people's names; one written in Latin letters, covered or with a missing character cannot be told."""
    a, b = person_key(left), person_key(right)
    if not a or not b:
        return Agreement.UNSURE
    if a == b:
        return _with_notes(left, right)
    if is_masked(a) or is_masked(b):
        return Agreement.UNSURE if visible_parts_fit(a, b) else Agreement.DIFFERENT
    if _PERSON_TITLE.search(a) or _PERSON_TITLE.search(b):
        return _with_titles(a, b)
    if has_cjk(a) != has_cjk(b) or _is_other_order(a, b) or _is_noted(a, left, b, right):
        return Agreement.UNSURE
    return Agreement.DIFFERENT


def _with_titles(left: str, right: str) -> Agreement:
    """Names with 先生 or 女士 behind them: 王样先生 is 王样, 王先生 may be."""
    a, b = _PERSON_TITLE.sub("", left), _PERSON_TITLE.sub("", right)
    if a == b and len(a) > 1:
        return Agreement.SAME
    return Agreement.UNSURE if a.startswith(b) or b.startswith(a) else Agreement.DIFFERENT


def same_person(left: str, right: str) -> bool:
    """Whether two names are certainly written for the same person's name."""
    return compare_people(left, right) is Agreement.SAME


def person_key(name: str) -> str:
    """The name in the form in which names are compared: no notes, no spaces, no dot between the parts."""
    plain = _EDGE.sub("", without_notes(name))
    if has_cjk(plain):
        return _DOT.sub("", squeeze(plain)).upper()
    return " ".join(re.split(r"[^\w*]+", plain)).strip().upper()


def _is_shortened(left: str, right: str) -> bool:
    """Whether the shorter one may be the other cut off, or called by its short name."""
    short, long = sorted((left, right), key=len)
    return short.rstrip("…") in long and _LEGAL_FORM.search(short) is None


def _lacks_partners(left: str, right: str) -> bool:
    """Whether one name of a partnership leaves out which sort it is, and they are the same else."""
    marked = [_PARTNERS.search(each) is not None for each in (left, right)]
    return any(marked) and not all(marked) and _PARTNERS.sub("", left) == _PARTNERS.sub("", right)


def _bracketless(name: str) -> str:
    return name.replace("(", "").replace(")", "")


def _with_notes(left: str, right: str) -> Agreement:
    """The same name twice, unless notes such as （大）and（小）set two namesakes apart."""
    marks = [tuple(note for note in notes_of(name) if not _PERSON_NOTE.fullmatch(note)) for name in (left, right)]
    return Agreement.UNSURE if all(marks) and marks[0] != marks[1] else Agreement.SAME


def _is_other_order(left: str, right: str) -> bool:
    """Whether two Latin names are the same words in another order."""
    return not has_cjk(left) and sorted(left.split()) == sorted(right.split())


def _is_noted(key: str, name: str, other_key: str, other: str) -> bool:
    """Whether one name stands in a note of the other: 张三（曾用名：张珊）, 云桥网络有限公司（原名：…）."""
    return any(key in squeeze(note).upper() for note in notes_of(other)) or any(
        other_key in squeeze(note).upper() for note in notes_of(name)
    )
