from pipeline.yamltext import parse_yaml, read_yaml


def test_numbers_that_would_not_print_back_stay_as_written():
    content = parse_yaml(
        "{postcode: 010010, version: 1.10, count: 12, share: 0.5, answer: no, day: 2026-12-15}"
    ).content
    assert content == {
        "postcode": "010010",
        "version": "1.10",
        "count": 12,
        "share": 0.5,
        "answer": "no",
        "day": "2026-12-15",
    }


def test_every_duplicate_key_is_a_fault_with_its_line():
    file = parse_yaml("a: 1\nb:\n  - {x: 1, x: 2}\na: 3\n")
    assert sorted((fault.path, fault.line) for fault in file.faults) == [("/a", 4), ("/b/0/x", 3)]


def test_broken_syntax_tells_the_line():
    file = parse_yaml("a: 1\nb: [1, 2\nc: 3\n")
    assert file.content is None
    assert file.faults[0].line == 3


def test_a_day_that_does_not_exist_is_left_to_the_schema():
    assert parse_yaml("submit_on: 2026-13-45").content == {"submit_on": "2026-13-45"}


def test_a_file_in_another_encoding_is_told(tmp_path):
    path = tmp_path / "client.yaml"
    path.write_bytes("licence: 许可".encode("gbk"))
    assert "UTF-8" in read_yaml(path).faults[0].sentence


def test_objects_are_never_constructed():
    assert parse_yaml("a: !!python/object/apply:os.system ['true']").content is None


def test_quoted_words_and_numbers_are_text_whatever_they_look_like():
    assert parse_yaml("{a: \"12\", b: 'true', c: true, d: ~, e: 0x1F}").content == {
        "a": "12",
        "b": "true",
        "c": True,
        "d": None,
        "e": "0x1F",
    }


def test_an_alias_is_a_fault_and_never_grows_the_file():
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    file = parse_yaml(bomb)
    assert {fault.path for fault in file.faults} == {"/b/0", "/b/1", "/c/0", "/c/1"}
    assert file.content == {"a": ["x", "x"], "b": [None, None], "c": [None, None]}


def test_endless_nesting_is_refused():
    assert parse_yaml("a: " + "[" * 100_000 + "]" * 100_000).content is None
