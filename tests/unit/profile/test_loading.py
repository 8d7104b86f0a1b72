from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.drafts import VARIABLES
from pipeline.errors import ProfileError
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.profile.profile import Profile
from pipeline.rules.registry import known_rules

TEMPLATES = Path(__file__).parents[3] / "templates" / "isp"
KNOWN = Known(rules=known_rules(), variables=VARIABLES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "isp"))


@pytest.fixture
def edited(folder: Path) -> Callable[[str, str, str], tuple[str, ...]]:
    """Change one text in one file, load, and give the faults."""

    def change(name: str, old: str, new: str) -> tuple[str, ...]:
        path = folder / name
        content = path.read_text("utf-8")
        assert old in content, f"{old} is not in {name}"
        path.write_text(content.replace(old, new, 1), "utf-8")
        return faults(folder)

    return change


def faults(folder: Path, known: Known = KNOWN) -> tuple[str, ...]:
    with pytest.raises(ProfileError) as caught:
        load(folder, known)
    assert caught.value.exit_code == 3
    return caught.value.faults


def loaded() -> Profile:
    return load(TEMPLATES, KNOWN)


def test_the_profile_that_ships_is_without_fault():
    profile = loaded()
    assert [each.number for each in profile.materials] == [f"{number:02d}" for number in range(1, 13)]
    assert {each.number for each in profile.annexes} == {"1A", "1B", "4A", "5A", "7A", "10A"}
    assert len(profile.provinces) == 31


def test_every_difference_between_guide_and_law_is_a_named_setting_or_a_material():
    profile = loaded()
    named = {each.difference for each in profile.settings}
    assert {f"D-{number:02d}" for number in range(1, 31)} - named == set()


def test_values_from_practice_are_marked_as_not_verified():
    unverified = [
        each.id
        for each in loaded().settings
        if each.status is None and any("惯例" in dated.source for dated in each.values)
    ]
    assert unverified == []


def test_the_same_files_give_the_same_hash_and_another_text_another(folder):
    assert load(folder, KNOWN).sha256 == loaded().sha256
    (folder / "reasons.yaml").write_text((folder / "reasons.yaml").read_text("utf-8") + "# 注\n", "utf-8")
    assert load(folder, KNOWN).sha256 != loaded().sha256


def test_a_duplicate_key_is_a_fault_with_its_file_and_line(edited):
    (fault,) = edited("profile.yaml", "  short: ISP\n", "  short: ISP\n  short: IDC\n")
    assert fault.startswith("isp/profile.yaml 第 ")
    assert "/licence/short" in fault


def test_a_word_that_other_readers_take_for_a_boolean_is_a_fault(edited):
    (fault,) = edited("thresholds.yaml", "value: false, source: 程序约定", "value: no, source: 程序约定")
    assert "有歧义" in fault


def test_an_unknown_key_is_told_with_the_nearest_valid_one(edited):
    (fault,) = edited(
        "rules/identity.yaml", "  remedy: 请核对营业执照原件", "  remdy: x\n  remedy: 请核对营业执照原件"
    )
    assert "remdy" in fault
    assert "是否想写“remedy”" in fault


def test_a_rule_that_the_program_does_not_have_is_a_fault(edited):
    (fault,) = edited("rules/identity.yaml", "- rule: ID-01\n", "- rule: ID-99\n")
    assert "ID-99" in fault
    assert "没有这条规则" in fault


def test_a_setting_that_a_rule_takes_must_be_there(edited):
    told = edited("thresholds.yaml", "- id: capital.min_cny.provincial", "- id: capital.min_cny.province")
    assert any("EQ-01" in fault and "capital_min_cny_provincial" in fault for fault in told)


def test_a_number_written_as_text_is_a_fault_of_its_sort(edited):
    told = edited(
        "thresholds.yaml",
        "value: 3, source: 指南§二}",
        "value: 3, source: 指南§二}, {from: 2027-01-01, value: 三, source: 某}",
    )
    assert any("staff.min_count" in fault and "应为整数" in fault for fault in told)


def test_values_out_of_order_are_a_fault(edited):
    told = edited(
        "thresholds.yaml",
        "value: 3, source: 指南§二}",
        "value: 3, source: 指南§二}, {from: 1999-01-01, value: 2, source: 某}",
    )
    assert any("staff.min_count" in fault and "按日期先后" in fault for fault in told)


def test_an_overlay_on_a_setting_that_does_not_exist_is_a_fault(edited):
    told = edited(
        "provinces.yaml",
        "authority: 北京市通信管理局}",
        "authority: 北京市通信管理局, overlay: [{id: si.months, from: 2026-01-01, value: 3, source: 某}]}",
    )
    assert any("北京市" in fault and "si.months" in fault for fault in told)


def test_a_statement_in_english_is_a_fault(edited):
    (fault,) = edited(
        "rules/identity.yaml", "statement: 统一社会信用代码为18位，字符合法且校验位正确", "statement: valid code"
    )
    assert "statement" in fault


def test_a_template_file_that_is_not_there_is_a_fault(folder):
    (folder / "4A_股权结构图.docx").unlink()
    assert any("4A_股权结构图.docx" in fault for fault in faults(folder))


def test_a_template_variable_that_the_program_does_not_give_is_a_fault(folder):
    told = faults(folder, KNOWN.model_copy(update={"variables": tuple(set(VARIABLES) - {"company"})}))
    assert any("07_业务发展计划书.docx" in fault and "company" in fault for fault in told)


def test_a_kind_that_the_program_does_not_know_is_a_fault(folder):
    told = faults(folder, KNOWN.model_copy(update={"kinds": ("business_licence",)}))
    assert any("id_card" in fault for fault in told)


def test_a_broken_operator_pattern_is_a_fault(edited):
    (fault,) = edited("operators.yaml", "'中国铁塔股份有限公司.*'", "'中国铁塔(股份有限公司.*'")
    assert "中国铁塔" in fault


def test_all_faults_are_told_at_once(folder):
    (folder / "labels.yaml").unlink()
    (folder / "reasons.yaml").write_text("- reason: x\n", "utf-8")
    told = faults(folder)
    assert any("labels.yaml" in fault and "不存在" in fault for fault in told)
    assert any("reasons.yaml" in fault and "缺少" in fault for fault in told)


def test_a_licence_without_a_folder_is_a_fault(tmp_path):
    assert "没有许可证配置 idc" in faults(tmp_path / "idc")[0]
