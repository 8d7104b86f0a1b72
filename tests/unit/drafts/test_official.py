"""An official template is filled in its slots and never reworded."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from pipeline.drafts.official import Filled, fill_official, is_unchanged, text_of
from pipeline.profile.form import Official
from tests.unit.reports.outcomes import DAY, PROFILE

OFFICIAL: Official = PROFILE.form.commitment
VALUES = {
    "addressee": "北京市通信管理局",
    "company": "虚构云桥 A & B <网络> 有限公司",
    "business": "互联网接入服务业务（不含网站接入）",
    "coverage": "北京市",
    "legal_representative": "王样",
}
WHOLE = (
    "{{ addressee }}：",
    "{{company}}申请经营{{ business }}，覆盖范围：{{ coverage }}。",
    "一、遵守法律、法规。二、接受监督检查 100%。",
    "法定代表人（{{ legal_representative }}）签字：        年  月  日",
)


def template(folder: Path, *lines: str, name: str = "11_承诺书.docx") -> Path:
    folder.mkdir(exist_ok=True)
    word = Document()
    for line in lines:
        word.add_paragraph(line)
    word.save(folder / name)
    return folder


def filled(folder: Path, **values: str) -> Filled:
    return fill_official(folder, OFFICIAL, {**VALUES, **values}, DAY)


def test_the_slots_are_filled_and_every_other_word_stands(tmp_path: Path) -> None:
    told = filled(template(tmp_path, *WHOLE))
    assert (told.name, told.said) == ("11_承诺书_待签章.docx", ())
    assert text_of(told.docx).splitlines() == [
        "北京市通信管理局：",
        "虚构云桥 A & B <网络> 有限公司申请经营互联网接入服务业务（不含网站接入），覆盖范围：北京市。",
        "一、遵守法律、法规。二、接受监督检查 100%。",
        "法定代表人（王样）签字：        年  月  日",
    ]


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = template(tmp_path, *WHOLE)
    assert filled(folder).docx == filled(folder).docx


def test_a_value_that_looks_like_a_tag_is_only_text(tmp_path: Path) -> None:
    told = filled(template(tmp_path, *WHOLE), company="{{ coverage }}")
    assert "{{ coverage }}申请经营" in text_of(told.docx)


def test_a_lacking_slot_is_told_and_left_to_the_hand(tmp_path: Path) -> None:
    told = filled(template(tmp_path, "{{ company }}承诺守法。"))
    assert told.docx is not None
    assert "11_承诺书.docx：没有“抬头（审批机关）”的填空位，请手工填写" in told.said
    assert not any("法定代表人" in each for each in told.said)


def test_a_slot_that_nothing_fills_is_left_blank_and_told(tmp_path: Path) -> None:
    told = filled(template(tmp_path, *WHOLE), company="")
    assert "＿＿＿＿＿＿申请经营" in text_of(told.docx)
    assert "11_承诺书.docx：“公司名称”没有可填的内容或须先核对，已留空" in told.said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ compny }}承诺", "没有填空位 {{ compny }}；可用的有：{{ addressee }}（抬头（审批机关））"),
        ("{% if company %}承诺{% endif %}", "中有填空位以外的标记"),
        ("{{ company | upper }}承诺", "中有填空位以外的标记"),
        ("{{ company.name }}承诺", "中有填空位以外的标记"),
        ("{# 注 #}承诺", "中有填空位以外的标记"),
        ("本公司承诺守法", "没有任何填空位，未填写"),
    ],
)
def test_anything_but_a_known_slot_is_refused_in_a_sentence(line: str, said: str, tmp_path: Path) -> None:
    told = filled(template(tmp_path, line))
    assert told.docx is None
    assert len(told.said) == 1
    assert said in told.said[0]


def test_no_template_other_formats_and_several_are_told(tmp_path: Path) -> None:
    assert "没有文件名以 11 开头的 .docx" in filled(tmp_path / "none").said[0]
    (tmp_path / "11_承诺书.doc").write_bytes(b"x")
    assert "11_承诺书.doc 不是 .docx" in filled(tmp_path).said[0]
    template(tmp_path, *WHOLE, name="11_a.docx")
    template(tmp_path, *WHOLE, name="11_b.docx")
    assert "（11_a.docx、11_b.docx），请只留一个" in filled(tmp_path).said[0]


def test_a_file_that_is_no_word_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "11.docx").write_bytes(b"no zip")
    assert filled(tmp_path).said == ("11.docx 不能作为 Word 模板打开，请在 Word 中另存为 .docx 后放入",)


def test_another_word_than_the_templates_is_noticed() -> None:
    assert is_unchanged("{{ company }}守法", "甲守法", {"company": "甲"})
    assert not is_unchanged("{{ company }}守法", "甲依法", {"company": "甲"})
