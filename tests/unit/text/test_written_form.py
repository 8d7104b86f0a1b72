"""Folding, notes, masks, branches, and the parts of a scope."""

from __future__ import annotations

import pytest

from pipeline.text.masks import is_masked, unify_mask, visible_parts_fit
from pipeline.text.names import is_branch, parent_of_branch
from pipeline.text.normal import cjk_ratio, fold, has_cjk, is_cjk, notes_of, squeeze, without_notes
from pipeline.text.scope import has_permission_clause, looks_cut, split_scope


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("云桥（北京） 网 络", "云桥(北京)网络"),
        ("Ｎｏ．２０２４", "No.2024"),
        ("Hello   World", "Hello World"),
        ("第 3 层", "第3层"),
        ("有限公\n司", "有限公司"),
        ("名　　称", "名称"),
        ("京建消验字〔2023〕第 0001 号", "京建消验字[2023]第0001号"),
        ("⼀号楼", "一号楼"),
        ("⻓⻔", "长门"),
        ("零\u200b宽", "零宽"),
        ("16–18号", "16-18号"),
        ("( 北京 )", "(北京)"),
        ("  ", ""),
    ],
)
def test_text_is_folded_to_one_written_form(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


def test_squeezing_leaves_no_space_and_keeps_the_case() -> None:
    assert squeeze("Yun Qiao 网络 1 G") == "YunQiao网络1G"


def test_notes_in_brackets_are_parted_from_the_rest() -> None:
    assert without_notes("甲（乙（丙）丁）戊") == "甲戊"
    assert notes_of("甲（乙（丙）丁）戊（己）") == ("乙(丙)丁", "己")
    assert without_notes("甲）乙") == "甲)乙"
    assert notes_of("甲（乙") == ()


def test_chinese_characters_are_told_from_others() -> None:
    assert is_cjk("桥")
    assert is_cjk("〇")
    assert not is_cjk("，")
    assert not is_cjk("桥桥")
    assert has_cjk("A桥")
    assert not has_cjk("A,1")
    assert cjk_ratio("云桥 ab") == 0.5
    assert cjk_ratio("  ") == 0.0


def test_covered_characters_are_unified_and_compared_at_their_ends() -> None:
    assert unify_mask("11●●XX") == "11**XX"
    assert unify_mask("1101XXXX11") == "1101****11"
    assert is_masked("王□")
    assert not is_masked("11010519491231002X")
    assert visible_parts_fit("ab*d", "abcd")
    assert not visible_parts_fit("ab*d", "abce")
    assert visible_parts_fit("a**d", "abccd")
    assert not visible_parts_fit("abcd", "abccd")


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("中国电信股份有限公司北京分公司", "中国电信股份有限公司"),
        ("中国联合网络通信有限公司北京市海淀区分公司", "中国联合网络通信有限公司"),
        ("云桥网络有限公司北京分公司海淀营业部", "云桥网络有限公司"),
        ("云桥网络有限公司上海办事处", "云桥网络有限公司"),
        ("某某银行股份有限公司北京支行", "某某银行股份有限公司"),
    ],
)
def test_a_branch_is_told_from_its_parent(name: str, parent: str) -> None:
    assert is_branch(name)
    assert parent_of_branch(name) == parent
    assert not is_branch(parent)


@pytest.mark.parametrize("name", ["云桥网络有限公司", "中国移动通信集团北京有限公司", "某某经营部", ""])
def test_a_company_of_its_own_has_no_parent_in_its_name(name: str) -> None:
    assert not is_branch(name)
    assert parent_of_branch(name) is None


def test_a_branch_without_its_company_has_no_known_parent() -> None:
    assert is_branch("北京分公司")
    assert parent_of_branch("北京分公司") is None


def test_a_scope_is_split_into_its_items_outside_brackets() -> None:
    scope = (
        "许可项目：第一类增值电信业务；互联网信息服务。（依法须经批准的项目，经相关部门批准后方可开展经营活动，"
        "具体经营项目以相关部门批准文件或许可证件为准）一般项目：技术服务、技术开发（不含a、b）；软件开发。"
        "（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
    )
    assert split_scope(scope) == (
        "第一类增值电信业务",
        "互联网信息服务",
        "技术服务",
        "技术开发(不含a、b)",
        "软件开发",
    )
    assert has_permission_clause(scope)
    assert not looks_cut(scope)


@pytest.mark.parametrize(
    ("scope", "cut"),
    [
        ("技术服务。", False),
        ("技术服务（凭许可证经营）", False),
        ("技术服务；依法自主开展经营活动", False),
        ("技术服务；软件开", True),
        ("技术服务（依法须经批准的项目。", True),
        ("", True),
    ],
)
def test_a_scope_that_ends_in_the_middle_looks_cut(scope: str, cut: bool) -> None:
    assert looks_cut(scope) is cut
    assert not has_permission_clause("技术服务。")
