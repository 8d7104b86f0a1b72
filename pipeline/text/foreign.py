"""Words of a company's registered type (类型) that mean capital from abroad, Hong Kong, Macao or Taiwan."""

from __future__ import annotations

import re

from pipeline.text.codes import is_hk_mo_tw_region
from pipeline.text.normal import squeeze

_PASSPORT = re.compile(r"[A-Z]{1,2}\d{6,10}")
_SEPARATOR = re.compile("[、,;·/]")
_DENIED = re.compile(
    r"(?:非|不含|无|不属于|不是)(?:外商投资|外商|外资|外国|港澳台|台港澳|中外合资|中外合作)(?:企业|投资|资本|股东|成分)*"
)
_FOREIGN = re.compile(
    r"外商投资企业投资|外商投资|外商独资|外商合资|外商合作|外资比例|外资企业|外资|外国法人|外国自然人|外国企业|外国\(地区\)|外国投资|境外"
    r"|中外合资|中外合作|中外合营|港澳台|台港澳|港台澳|台澳港|澳港台|澳台港"
    r"|(?:香港|澳门|台湾|港商|台商|澳商|侨商|华侨)(?:投资|独资|合资|合作|法人|自然人|居民)?"
    r"|(?<![一-鿿])(?:港|澳|台)资"
)


def foreign_words(company_type: str) -> tuple[str, ...]:
    """The words in a company's type that mean foreign capital, in order, each once; empty for a domestic company.

    自然人投资或控股, 法人独资 and 非外商投资 are domestic.
    """
    text = _DENIED.sub("", _SEPARATOR.sub("", squeeze(company_type)))
    return tuple(dict.fromkeys(found.group() for found in _FOREIGN.finditer(text)))


def number_sign(number: str) -> str:
    """What shows in a number that its holder is from outside the mainland; empty where nothing does."""
    plain = squeeze(number).upper()
    if is_hk_mo_tw_region(plain):
        return f"证件号码以{plain[:2]}开头"
    return "证件号码形如护照或通行证" if _PASSPORT.fullmatch(plain) else ""


def is_foreign_type(company_type: str) -> bool:
    """Whether a company's type names foreign capital."""
    return bool(foreign_words(company_type))
