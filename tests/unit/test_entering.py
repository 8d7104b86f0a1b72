import pytest

from pipeline import entering
from pipeline.errors import InputError
from pipeline.yamltext import parse_yaml

ENTRY = {"rule": "PK-04", "of": "77e012", "saw": "原件有公章：“红色”", "by": "张样", "on": "2026-12-01"}
LINE = '{rule: "PK-04", of: "77e012", saw: "原件有公章：“红色”", by: "张样", on: "2026-12-01"}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("licence: isp # 许可证\n", f"licence: isp # 许可证\nconfirmed:\n  - {LINE}\n"),
        ("licence: isp", f"licence: isp\nconfirmed:\n  - {LINE}\n"),
        ("confirmed:\n# 尚无\nlicence: isp\n", f"confirmed:\n  - {LINE}\n# 尚无\nlicence: isp\n"),
        ("confirmed: []   # 尚无\nlicence: isp\n", f"confirmed:   # 尚无\n  - {LINE}\nlicence: isp\n"),
        ("confirmed: ~\nlicence: isp\n", f"confirmed:\n  - {LINE}\nlicence: isp\n"),
        (
            "confirmed:\n- {rule: A} # 一\n# 以下是许可证\nlicence: isp\n",
            f"confirmed:\n- {{rule: A}} # 一\n- {LINE}\n# 以下是许可证\nlicence: isp\n",
        ),
        (
            "confirmed:\n    - rule: A\n      saw: |\n        两行\n        文字\n\nlicence: isp\n",
            f"confirmed:\n    - rule: A\n      saw: |\n        两行\n        文字\n    - {LINE}\n\nlicence: isp\n",
        ),
        ("confirmed: [{rule: A}]\nlicence: isp\n", f"confirmed: [{{rule: A}}, {LINE}]\nlicence: isp\n"),
        ("licence: isp\r\nconfirmed:\r\n  - {rule: A}\r\n", f"licence: isp\r\nconfirmed:\r\n  - {{rule: A}}\r\n  - {LINE}\r\n"),
    ],
)  # fmt: skip
def test_an_entry_is_added_and_nothing_else_changes(before, after):
    assert entering.with_entry(before, "confirmed", ENTRY) == after


@pytest.mark.parametrize(
    "text", ["{licence: isp}\n", "licence: isp\n---\nlicence: idc\n", "- a\n", "confirmed: 是\n", "a: [\n", ""]
)
def test_a_file_that_cannot_take_the_entry_safely_is_left_alone(tmp_path, text):
    path = tmp_path / "client.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="PK-04"):
        entering.enter(path, "confirmed", ENTRY)
    assert path.read_text(encoding="utf-8") == text


def test_a_mark_at_the_beginning_and_the_files_mode_stay(tmp_path):
    path = tmp_path / "client.yaml"
    path.write_bytes("\ufefflicence: isp\n".encode())
    path.chmod(0o640)
    entering.enter(path, "waivers", ENTRY)
    assert path.read_bytes().startswith("\ufefflicence: isp\n".encode())
    assert path.stat().st_mode & 0o777 == 0o640
    assert parse_yaml(path.read_text(encoding="utf-8-sig")).content["waivers"] == [ENTRY]


LIST = 'answers:   # 回答\n    fax: "无" # 没有\n    tariffs:\n    - "一"\n    - "二"   # 两项\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("licence: isp # 许可证\n", 'licence: isp # 许可证\nanswers:\n  day: "2027-03-01"\n'),
        ("answers: {}   # 尚无\nlicence: isp\n", 'answers:   # 尚无\n  day: "2027-03-01"\nlicence: isp\n'),
        ("answers:\n# 尚无\nlicence: isp\n", 'answers:\n  day: "2027-03-01"\n# 尚无\nlicence: isp\n'),
        (f"{LIST}\n# 以下\nlicence: isp\n", f'{LIST}    day: "2027-03-01"\n\n# 以下\nlicence: isp\n'),
        ("answers: {fax: 无}\nlicence: isp\n", 'answers: {fax: 无, day: "2027-03-01"}\nlicence: isp\n'),
        ("answers:\r\n  fax: 无\r\n", 'answers:\r\n  fax: 无\r\n  day: "2027-03-01"\r\n'),
    ],
)  # fmt: skip
def test_an_answer_is_added_and_nothing_else_changes(before, after):
    assert entering.with_answer(before, "day", "2027-03-01") == after


def test_an_answer_that_stands_is_left_and_another_one_is_refused(tmp_path):
    path = tmp_path / "client.yaml"
    path.write_text("answers: {day: 2027-03-01}\n", encoding="utf-8")
    assert not entering.enter_answers(path, {"day": "2027-03-01"})
    with pytest.raises(InputError) as caught:
        entering.enter_answers(path, {"number": "京B1", "day": "2027-04-01"})
    assert caught.value.faults == (
        "client.yaml /answers/day 已写为“2027-03-01”，与“2027-04-01”不同，请先在 client.yaml 中改正",
    )
    assert path.read_text(encoding="utf-8") == "answers: {day: 2027-03-01}\n"


@pytest.mark.parametrize("text", ["{licence: isp}\n", "answers: 是\n", "- a\n", "a: [\n"])
def test_a_file_that_cannot_take_the_answer_safely_is_left_alone(tmp_path, text):
    path = tmp_path / "client.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="请手工在 answers 下加一行"):
        entering.enter_answers(path, {"day": "2027-03-01"})
    assert path.read_text(encoding="utf-8") == text
