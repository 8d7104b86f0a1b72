"""`new` and `plan` as a user calls them."""

import io
import json
import shutil
import sys

import pypdfium2
import pytest
import vobject

from pipeline.cli.common import say
from tests.cli.calls import ROOT, call
from tests.cli.test_commands import client_folder, common


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    monkeypatch.setattr(say, "language", "zh")


FILES = ["checklist.pdf", "checklist.xlsx", "timeline.ics"]


def written(tmp_path):
    return sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())


def results(tmp_path, name):
    return sorted(path.name for path in (tmp_path / "build" / name).iterdir())


def pairs(*words):
    return [each for word in words for each in ("--set", word)]


class Terminal(io.StringIO):
    """A person's keyboard and screen."""

    def isatty(self):
        return True


def test_new_writes_the_answers_the_folders_with_a_note_each_and_the_plan(capsys, tmp_path):
    told = pairs(
        "省份=北京市、河北省",
        "是否跨省=是",
        "注册资本=500万元",
        "有无机房=无",
        "有无带宽协议=仅有IDC合同",
        "股东构成=自然人、企业",
    )
    called = call(capsys, "new", "虚构客户", *told, *common(tmp_path))
    assert called.code == 0
    assert results(tmp_path, "虚构客户") == FILES
    for note in (tmp_path / "inputs" / "虚构客户" / "papers").glob("*/*.txt"):
        assert len(note.read_text(encoding="utf-8").strip().splitlines()) == 1
    text = (tmp_path / "inputs" / "虚构客户" / "client.yaml").read_text(encoding="utf-8")
    assert "coverage: [北京市, 河北省]" in text
    assert '  machine_room: "无"\n' in text
    for words in ("增资，跨省申请：向工业和信息化部申请", "缩减为单一省份（北京市）：向北京市通信管理局申请"):
        assert words in called.out
    again = call(capsys, "plan", "虚构客户", "--json", *common(tmp_path))
    assert [each["situation"]["capital"] for each in json.loads(again.out)["ways"]] == ["不足", "足够"]


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("省份=北平", "没有“北平”这个省份"),
        ("注册资本=很多", "不是金额"),
        ("计划提交日=2020-01-01", "已经过去"),
        ("有无机房=大概", "不在可选范围内"),
        ("价格=1", "没有“价格”这一项"),
    ],
)
def test_a_bad_answer_is_one_sentence_exit_2_and_nothing_is_written(capsys, tmp_path, word, says):
    called = call(capsys, "new", "虚构客户", *pairs("外资=无", word), *common(tmp_path))
    assert called.code == 2
    assert called.err.count("✗") == 1
    assert says in called.err
    assert written(tmp_path) == []


def test_new_never_asks_on_a_pipe(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("北京市\n" * 20))
    called = call(capsys, "new", "虚构客户", *common(tmp_path))
    assert called.code == 0
    assert "逐项回答" not in called.out
    assert sys.stdin.read().startswith("北京市")


def test_an_existing_client_is_refused_before_anything_is_asked(capsys, tmp_path):
    folder = client_folder(tmp_path)
    called = call(capsys, "new", "云桥", *pairs("省份=北平"), *common(tmp_path))
    assert called.code == 4
    assert written(tmp_path) == ["inputs/云桥/client.yaml"]
    assert folder.is_dir()


def on_a_terminal(monkeypatch, *lines):
    keyboard, screen = Terminal("".join(f"{line}\n" for line in lines)), Terminal()
    monkeypatch.setattr(sys, "stdin", keyboard)
    monkeypatch.setattr(sys, "stdout", screen)
    return screen


def test_on_a_terminal_every_question_is_asked_and_a_bad_answer_asked_again(capsys, tmp_path, monkeypatch):
    screen = on_a_terminal(
        monkeypatch,
        "否",
        "北平",
        "北京市、河北省",
        "北京",
        "不含",
        "北京",
        "无",
        "仅有IDC合同",
        "未含",
        "很多",
        "200万元",
        "两个",
        "2",
        "自然人",
        "无",
        "",
        "2020-01-01",
        "",
        "虚构云桥",
    )
    called = call(capsys, "new", "虚构客户", *common(tmp_path))
    assert called.code == 0, called.err
    for words in ("业务覆盖哪些省份", "有无机房", "基础电信企业", "注册资本是多少", "外资"):
        assert words in screen.getvalue()
    for words in ("没有“北平”", "答了“否”", "“很多”不是金额", "“两个”不是人数", "2020-01-01 已经过去"):
        assert words in called.err
    text = (tmp_path / "inputs" / "虚构客户" / "client.yaml").read_text(encoding="utf-8")
    for line in ("coverage: [北京市]", "insured_staff: 2", "registered_capital: 2000000", "short_name: 虚构云桥"):
        assert line in text
    assert "外资走哪条路径" not in screen.getvalue()
    assert "机房在哪个省" not in screen.getvalue()


def test_what_was_set_is_not_asked_again(capsys, tmp_path, monkeypatch):
    screen = on_a_terminal(monkeypatch, *[""] * 20)
    called = call(capsys, "new", "虚构客户", *pairs("省份=江苏省", "有无机房=无"), *common(tmp_path))
    assert called.code == 0, called.err
    assert "是否跨省" not in screen.getvalue()
    assert "有无机房" not in screen.getvalue()
    assert "注册资本是多少" in screen.getvalue()


def test_a_plan_needs_no_papers_and_the_same_call_gives_the_same_bytes(capsys, tmp_path):
    client_folder(tmp_path)
    arguments = ["plan", "云桥", "--start", "2026-11-25", *common(tmp_path)]
    called = call(capsys, *arguments)
    assert called.code == 0
    assert [line.rsplit("/", 1)[1] for line in called.out.splitlines()[:3]] == FILES
    before = {name: (tmp_path / "build" / "云桥" / name).read_bytes() for name in FILES}
    assert call(capsys, *arguments).code == 0
    assert {name: (tmp_path / "build" / "云桥" / name).read_bytes() for name in FILES} == before
    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(before["checklist.pdf"]))
    assert "还没有收到材料" in text.replace("\n", "").replace("\r", "")
    events = vobject.readOne(before["timeline.ics"].decode()).vevent_list
    assert "云桥　提交申请" in [each.summary.value for each in events]


@pytest.mark.parametrize(
    ("yaml", "options", "says"),
    [
        ("submit_on: 2020-01-01\n", (), "2020-01-01 已经过去"),
        ("submit_on: 2026-12-15\n", ("--as-of", "2020-01-01"), "2020-01-01 已经过去"),
        ("answers: {registered_capital: 很多}\n", (), "不是金额"),
        ("answers: {machine_room: 有}\n", (), "可选：自有、租赁、运营商、无"),
    ],
)
def test_a_plan_of_bad_answers_is_exit_4_with_one_sentence_and_no_file(capsys, tmp_path, yaml, options, says):
    client_folder(tmp_path, f"licence: isp\ncoverage: [北京市]\n{yaml}")
    called = call(capsys, "plan", "云桥", "--start", "2026-11-25", *options, *common(tmp_path))
    assert called.code == 4
    assert called.err.count("✗") == 1
    assert says in called.err
    assert written(tmp_path) == ["inputs/云桥/client.yaml"]


def test_a_check_of_the_same_papers_leaves_the_plan_and_the_plan_leaves_the_check(capsys, tmp_path):
    client_folder(tmp_path)
    plan = ["plan", "云桥", "--start", "2026-11-25", *common(tmp_path)]
    check = ["check", "云桥", *common(tmp_path)]
    call(capsys, *plan)
    call(capsys, *check)
    own = ["facts.json", "findings.json", "form.xlsx", "manifest.json", "report.html"]
    both = [*FILES[:2], *own, "timeline.ics"]
    assert results(tmp_path, "云桥") == both
    call(capsys, *plan)
    assert results(tmp_path, "云桥") == both


def test_a_changed_client_yaml_drops_what_no_longer_holds(capsys, tmp_path):
    folder = client_folder(tmp_path)
    call(capsys, "check", "云桥", *common(tmp_path))
    (folder / "client.yaml").write_text("licence: isp\ncoverage: [江苏省]\nsubmit_on: 2026-12-15\n", encoding="utf-8")
    call(capsys, "plan", "云桥", "--start", "2026-11-25", *common(tmp_path))
    assert results(tmp_path, "云桥") == FILES


def test_a_licence_without_a_plan_still_starts_clients_and_says_why_it_plans_nothing(capsys, tmp_path):
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.rmtree(tmp_path / "templates" / "isp" / "plan")
    arguments = [tmp_path / "templates" if each == ROOT / "templates" else each for each in common(tmp_path)]
    assert call(capsys, "new", "虚构客户", *pairs("省份=江苏省"), *arguments).code == 0
    called = call(capsys, "plan", "虚构客户", *arguments)
    assert (called.code, called.err.count("✗")) == (3, 1)
    assert "没有 plan/" in called.err


def test_a_profile_from_before_plans_is_told_which_settings_it_lacks(capsys, tmp_path):
    client_folder(tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    path = tmp_path / "templates" / "isp" / "thresholds.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- id: site_check.provinces", "- id: site_check.places"), encoding="utf-8")
    arguments = [tmp_path / "templates" if each == ROOT / "templates" else each for each in common(tmp_path)]
    called = call(capsys, "plan", "云桥", *arguments)
    assert called.code == 3
    assert "site_check.provinces" in called.err


def test_a_profile_whose_plan_is_at_fault_tells_every_fault_as_exit_3(capsys, tmp_path):
    client_folder(tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    plan = tmp_path / "templates" / "isp" / "plan"
    for name, before, after in (
        ("tasks.yaml", "needs: [amended_articles]", "needs: [registration]"),
        ("decisions.yaml", "tasks: [room_evaluation]", "tasks: [no_such_task]"),
        ("decisions.yaml", "when: {room: [无]}", "when: {room: [没有]}"),
        ("papers.yaml", "近{si_months_required}个月", "近{si_months_wanted}个月"),
        ("slots.yaml", "material: 1A", "material: 1Z"),
    ):
        text = (plan / name).read_text(encoding="utf-8")
        assert before in text
        (plan / name).write_text(text.replace(before, after, 1), encoding="utf-8")
    arguments = [tmp_path / "templates" if each == ROOT / "templates" else each for each in common(tmp_path)]
    called = call(capsys, "plan", "云桥", *arguments)
    assert called.code == 3
    assert "/4/when/room/0" in called.err
    text = (plan / "decisions.yaml").read_text(encoding="utf-8")
    (plan / "decisions.yaml").write_text(text.replace("when: {room: [没有]}", "when: {room: [无]}"), encoding="utf-8")
    called = call(capsys, "plan", "云桥", *arguments)
    assert called.code == 3
    for words in ("任务互相等待", "no_such_task", "si_months_wanted", "1Z"):
        assert words in called.err
