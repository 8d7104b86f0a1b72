"""An agency's own insurance forms: drafted, finished by hand, put into the profile, read by it (虚构数据)."""

import json
import re
import shutil

import pytest

from tests.cli.calls import ROOT, call
from tests.cli.invented_forms import COMPANY, PEOPLE, person_record, unit_list
from tests.specimens import surfaces

FORMS = {"hailing": unit_list, "yunya": person_record}


@pytest.fixture
def agency(tmp_path):
    """A profile of the agency's own, a client without papers."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "templates/isp/social_insurance").mkdir(exist_ok=True)
    (tmp_path / "inputs/云桥/papers").mkdir(parents=True)
    (tmp_path / "inputs/云桥/client.yaml").write_text("licence: isp\ncoverage: [北京市]\n", encoding="utf-8")
    return tmp_path


def paper(agency, name, scanned=False):
    path = agency / "inputs/云桥/papers" / f"{name}.pdf"
    path.write_bytes(surfaces.scan([FORMS[name]()], 5) if scanned else surfaces.digital([FORMS[name]()]))
    return path


def finished(text, name):
    """What a person makes of a draft: its name, and every open mark decided."""
    return re.sub(r"\s*#\s*待核.*", "", text).replace("layout: new_form", f"layout: {name}")


def drafted(capsys, agency, name):
    called = call(capsys, "layout", paper(agency, name), *places(agency))
    assert called.code == 0
    return called.out


def places(agency):
    return ("--templates", agency / "templates", "--quiet")


def saved(agency, name, text):
    path = agency / "templates/isp/social_insurance" / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def shown(capsys, agency, name):
    whole = ("--inputs", agency / "inputs", "--build", agency / "build", *places(agency))
    called = call(capsys, "show", "云桥", f"papers/{name}.pdf", "--json", *whole)
    return called, json.loads(called.out)["documents"][0] if called.code == 0 else None


def values(document):
    return {each["name"]: each["value"].get("value") for each in document["fields"]}


@pytest.mark.parametrize("name", FORMS)
def test_a_draft_that_a_person_finished_is_read_from_the_profile(capsys, agency, name):
    saved(agency, name, finished(drafted(capsys, agency, name), name))
    _, document = shown(capsys, agency, name)
    read = values(document)
    assert (read["layout"], read["payer"]) == (name, COMPANY)
    assert document["missing"] == [] or {each["name"] for each in document["missing"]} <= {
        "verify_until",
        "page_count",
    }
    tables = {each["name"]: each["rows"] for each in document["tables"]}
    assert len(tables["people"]) == len({"hailing": PEOPLE, "yunya": PEOPLE[:1]}[name])
    cells = [{field["name"] for field in row["fields"]} for row in tables["months"]]
    assert all({"name", "number", "month", "state", "kinds", "payer"} <= each for each in cells)


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMS)
def test_a_finished_draft_reads_a_scan_of_the_form_too(capsys, agency, name):
    layout = saved(agency, name, finished(drafted(capsys, agency, name), name))
    scan = paper(agency, name, scanned=True)
    called = call(capsys, "layout", scan, "--try", layout, *places(agency))
    assert (called.code, called.out.splitlines()[-1]) == (0, "可以使用。")


def test_a_draft_with_open_marks_is_refused_with_the_lines(capsys, agency):
    text = drafted(capsys, agency, "hailing").replace("layout: new_form", "layout: hailing")
    saved(agency, "hailing", text)
    called, _ = shown(capsys, agency, "hailing")
    marked = [str(number) for number, line in enumerate(text.splitlines(), 1) if re.search(r"#\s*待核", line)]
    assert called.code == 3
    assert f"还有 {len(marked)} 处“待核”没有决定（第 {'、'.join(marked)} 行）" in called.err


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("layout: hailing", "layout: Hai Ling", "/layout：只能用小写英文字母、数字、- 和 _，如 hainan"),
        ("layout: hailing", "layout: hainan", "/layout：“hainan”与文件名“hailing”不同，应当一致"),
        ("{name: payer,", "{name: payor,", "/fields/0/name：没有字段“payor”，是否想写“payer”？"),
        ("key: name", "key: nane", "/months/table/key：没有这一列"),
        ("kinds_from: amounts", "kinds_from: amount", "/months/kinds_from：值不在允许范围内：可用 "),
        ("counted: [养老,", "counted: [养老金,", "/months/counted：没有险种“养老金”，是否想写“养老”？"),
        ("share: 0.6", "share: 60", "/share：不能大于 1"),
        ("(?P<value>[0-9]{1,3})页", "[0-9]{1,3}页", "正则表达式里要有 (?P<value>…) 括出所要的值"),
        ("(?P<value>[0-9]{1,3})页", "(?P<value>[0-9]{1,3}页", "正则表达式写错了"),
        ("least: 3", "least: 30", "/months/table/least：要求认出 30 个列名，但只声明了 7 列"),
        ("title:", "titel:", "/titel：没有这个键，是否想写“title”？"),
        ("{name: name, headings: [职工姓名]}", "{name: name}", "/headings：缺少这一项"),
        ("people: {source: rows}", "people: {source: head}", "people 为 head（一人一份）时"),
    ],
)
def test_each_mistake_is_one_chinese_sentence_with_file_and_line(capsys, agency, before, after, sentence):
    text = finished(drafted(capsys, agency, "hailing"), "hailing")
    assert before in text
    saved(agency, "hailing", text.replace(before, after, 1))
    called, _ = shown(capsys, agency, "hailing")
    assert called.code == 3
    told = [line for line in called.err.splitlines() if sentence in line]
    assert len(told) == 1
    assert re.match(r"✗ isp/social_insurance/hailing\.yaml(?: 第 [0-9]+ 行)? ?/?", told[0])
    assert not re.search(r"Input should|String should|Field required|Value error", called.err)


def test_a_changed_layout_is_read_anew_and_nothing_else_is(capsys, agency):
    text = finished(drafted(capsys, agency, "hailing"), "hailing")
    saved(agency, "hailing", text)
    _, before = shown(capsys, agency, "hailing")
    pages = set((agency / "build/.cache/云桥/pages").iterdir())
    saved(agency, "hailing", text.replace("labels: [出表日期]", "labels: [制表日期]"))
    _, after = shown(capsys, agency, "hailing")
    assert "printed_on" in values(before)
    assert "printed_on" not in values(after)
    assert set((agency / "build/.cache/云桥/pages").iterdir()) == pages


def test_an_own_layout_takes_the_place_of_the_programs_of_the_same_name(capsys, agency):
    text = finished(drafted(capsys, agency, "hailing"), "unit")
    saved(agency, "unit", text)
    _, document = shown(capsys, agency, "hailing")
    assert values(document)["layout"] == "unit"
    assert document["title"] == "海陵省企业职工参保缴费情况核定表"


def test_a_form_that_the_profile_knows_needs_no_draft(capsys, agency):
    saved(agency, "yunya", finished(drafted(capsys, agency, "yunya"), "yunya"))
    called = call(capsys, "layout", paper(agency, "yunya"), *places(agency))
    assert "这种表已有版式“yunya”" in called.out + called.err


def test_a_trial_tells_what_is_lacking_and_where_to_put_it_right(capsys, agency):
    text = finished(drafted(capsys, agency, "yunya"), "yunya")
    layout = agency / "yunya.yaml"
    layout.write_text(re.sub(r".*name: state.*\n", "", text), encoding="utf-8")
    called = call(capsys, "layout", paper(agency, "yunya"), "--try", layout, *places(agency))
    assert called.code == 0
    assert "✗ 9 行没有读到缴费状态（表上有状态一列就写进 columns；没有就在 months 下写 state）" in called.out
    assert called.out.splitlines()[-1].startswith("还不能使用")
