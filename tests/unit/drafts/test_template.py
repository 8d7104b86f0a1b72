from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from pipeline.drafts import VARIABLES
from pipeline.drafts.contents import opened
from pipeline.drafts.template import fill, variables_of
from pipeline.errors import RenderError
from tests.unit.drafts.applicant import TEMPLATES, profile

WHEN = datetime(2026, 12, 15)  # noqa: DTZ001


@pytest.fixture
def template(tmp_path: Path) -> Any:
    def write(*paragraphs: str) -> Path:
        document = Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(str(tmp_path / "甲.docx"))
        return tmp_path / "甲.docx"

    return write


def filled(path: Path, **variables: Any) -> str:
    return "\n".join(paragraph.text for paragraph in opened(fill(path, variables, {}, WHEN)).paragraphs)


def test_values_with_markup_come_out_as_they_are(template: Any) -> None:
    assert filled(template("名称：{{ name }}"), name="A & B <Ltd> {{ x }}") == "名称：A & B <Ltd> {{ x }}"


@pytest.mark.parametrize("name", ["company.fax", "answers.colour", "nobody"])
def test_an_undefined_variable_is_named_with_template_and_paragraph(template: Any, name: str) -> None:
    path = template("第一段", f"传真号码：{{{{ {name} }}}}。", "第三段")
    with pytest.raises(RenderError) as error:
        filled(path, company={"name": "云桥"}, answers={})
    assert error.value.exit_code == 6
    assert "甲.docx" in str(error.value)
    assert f"变量 {name.rsplit('.', maxsplit=1)[-1]} 没有定义" in str(error.value)
    assert "传真号码" in str(error.value)


@pytest.mark.parametrize("statement", ["{{ company.name }", "{% if company %}", "{{ ''.__class__.__mro__ }}"])
def test_broken_and_forbidden_statements_are_the_templates_fault(template: Any, statement: str) -> None:
    with pytest.raises(RenderError, match=r"甲\.docx"):
        filled(template("一", statement + "{{ company.name }}"), company={"name": "云桥"})


def test_a_missing_template_is_named() -> None:
    with pytest.raises(RenderError, match="没有这份"):
        fill(Path("没有这份.docx"), {}, {}, WHEN)


def test_the_same_input_gives_the_same_bytes(template: Any) -> None:
    path = template("{{ name }}")
    assert fill(path, {"name": "云桥"}, {}, WHEN) == fill(path, {"name": "云桥"}, {}, WHEN)


@pytest.mark.parametrize("entry", profile().drafts, ids=lambda entry: entry.material)
def test_templates_use_only_variables_that_there_are(entry: Any) -> None:
    assert variables_of(TEMPLATES / entry.template) <= set(VARIABLES)
