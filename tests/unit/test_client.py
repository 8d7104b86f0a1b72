from datetime import date

import pytest

from pipeline import client
from pipeline.errors import InputError


def written(tmp_path, text, name="云桥"):
    folder = tmp_path / name
    (folder / "papers").mkdir(parents=True)
    (folder / "client.yaml").write_text(text, encoding="utf-8")
    return folder


def faults_of(folder):
    with pytest.raises(InputError) as caught:
        client.load(folder)
    return caught.value.faults


def test_the_least_client_is_two_lines(tmp_path):
    found = client.load(written(tmp_path, "licence: isp\ncoverage: [北京市]\n"))
    assert (found.short_name, found.submit_on, found.nationwide) == ("云桥", None, False)


def test_a_full_client_keeps_every_word_as_written(tmp_path):
    found = client.load(
        written(
            tmp_path,
            "licence: isp\ncoverage: [北京市, 江苏省]\nsubmit_on: 2026-12-15\n"
            "contact: {postcode: 010010, mobile: 13800000000}\n"
            "people:\n  - {name: 王样, roles: [技术负责人]}\n"
            "answers: {expected_users_year1: 800, vie: 否, access_modes: [光纤专线, 以太网LAN]}\n"
            "profile: {portal: {max_file_mb: 10}}\n",
        )
    )
    assert found.nationwide
    assert found.submit_on == date(2026, 12, 15)
    assert (found.contact.postcode, found.contact.mobile) == ("010010", "13800000000")
    assert found.answer("expected_users_year1") == "800"
    assert found.answer("access_modes") == '["光纤专线", "以太网LAN"]'
    assert found.profile == (("portal.max_file_mb", 10),)


def test_all_faults_are_told_at_once_with_their_lines_and_the_nearest_key(tmp_path):
    folder = written(
        tmp_path,
        "licence: isp\ncoverage: 北京市\nshortname: a\nsubmit_on: 2026-13-15\npeople:\n"
        "  - {name: 王样, roles: [技术负责], phon: 1}\n",
    )
    told = "\n".join(faults_of(folder))
    for words in ("第 2 行 /coverage", "short_name", "第 4 行 /submit_on", "/people/0/roles/0", "“phone”"):
        assert words in told


def test_a_password_never_shows_in_the_record(tmp_path):
    found = client.load(written(tmp_path, 'licence: isp\ncoverage: [北京市]\npasswords: ["s3cret"]\n'))
    assert found.passwords == ("s3cret",)
    assert "s3cret" not in repr(found)


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".hidden", "a\\b", "con:"])
def test_a_client_name_is_one_plain_path_component(tmp_path, name):
    with pytest.raises(InputError):
        client.folder_of(tmp_path, name)


def test_a_link_out_of_the_inputs_folder_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    (inputs / "x").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputError, match="之外"):
        client.folder_of(inputs, "x")


def test_clients_are_the_folders_with_a_client_yaml(tmp_path):
    written(tmp_path, "licence: isp\n", "b")
    written(tmp_path, "licence: isp\n", "a")
    (tmp_path / "empty").mkdir()
    assert client.names(tmp_path) == ("a", "b")
