"""What watermarks say: pieces put together, purposes apart from prohibitions and threats."""

from __future__ import annotations

import pytest

from pipeline.text.watermarks import allowed, joined


@pytest.mark.parametrize(
    ("words", "purpose"),
    [
        ("仅供办理ISP许可证使用", "办理ISP许可证使用"),
        ("仅用于云桥公司办理许可证,再次复印无效", "云桥公司办理许可证"),
        ("仅供办理ISP许可证使用,不得用于银行贷款,他用无效", "办理ISP许可证使用"),
        ("不得用于银行贷款", None),
        ("再次复印无效", None),
        ("他用无效", None),
    ],
)
def test_the_purpose_is_told_from_what_is_forbidden(words: str, purpose: str | None) -> None:
    assert allowed(words) == purpose


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        (["仅供办理ISP许可证使用"] * 6, "仅供办理ISP许可证使用"),
        (["仅供北京云桥公司办理", "ISP许可证使用,他用无效"], "仅供北京云桥公司办理ISP许可证使用,他用无效"),
        (["可证使用", "仅供办理ISP许可证使用", "仅供办理"], "仅供办理ISP许可证使用"),
        (["内部资料"], "内部资料"),
        (["虚"], None),
        ([], None),
    ],
)
def test_tiles_fragments_and_lines_make_one_sentence(pieces: list[str], words: str | None) -> None:
    assert joined(pieces) == words
