import os
import stat
import subprocess
import sys

import pytest

from pipeline import outputs
from pipeline.errors import InputError


def test_a_finished_result_takes_the_place_of_the_earlier_one(tmp_path):
    for words in ("old", "new"):
        with outputs.writing(tmp_path, "acme") as fresh:
            (fresh / "report.html").write_text(words)
    assert (tmp_path / "acme" / "report.html").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".cache", "acme"]


def test_a_failed_run_leaves_the_earlier_result_whole(tmp_path):
    with outputs.writing(tmp_path, "acme") as fresh:
        (fresh / "report.html").write_text("old")
    with pytest.raises(FileNotFoundError), outputs.writing(tmp_path, "acme") as fresh:
        (fresh / "report.html").write_text(str(len((fresh / "missing").read_text())))
    assert (tmp_path / "acme" / "report.html").read_text() == "old"
    assert not list(tmp_path.glob(".acme.new*"))


def test_a_result_that_cannot_be_swapped_in_leaves_the_earlier_one_in_its_place(tmp_path):
    with outputs.writing(tmp_path, "acme") as fresh:
        (fresh / "report.html").write_text("old")
    with pytest.raises(FileNotFoundError), outputs.writing(tmp_path, "acme") as fresh:
        outputs._swap_in(tmp_path / "gone", tmp_path, "acme")
    assert (tmp_path / "acme" / "report.html").read_text() == "old"


def test_what_a_killed_run_left_is_repaired_at_the_next_start(tmp_path):
    (tmp_path / ".acme.old").mkdir()
    (tmp_path / ".acme.old" / "report.html").write_text("old")
    for name in (".acme.new-0123abcd", ".acme.new-b.old", ".acme.newer.new-0123abcd"):
        (tmp_path / name).mkdir()
    outputs.repair(tmp_path, "acme")
    assert (tmp_path / "acme" / "report.html").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".acme.new-b.old", ".acme.newer.new-0123abcd", "acme"]


def test_a_second_run_of_the_same_client_is_refused_while_the_first_lives(tmp_path):
    with (
        outputs.writing(tmp_path, "acme"),
        pytest.raises(InputError, match="另一个进程"),
        outputs.writing(tmp_path, "acme"),
    ):
        pass


HOLDER = """
import sys, time
from pathlib import Path
from pipeline import outputs
with outputs.writing(Path(sys.argv[1]), "acme") as fresh:
    print("held", flush=True)
    time.sleep(600)
"""


def test_the_lock_of_a_killed_process_holds_nothing(tmp_path):
    with subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(InputError, match="另一个进程"), outputs.writing(tmp_path, "acme"):
            pass
        holder.kill()
    with outputs.writing(tmp_path, "acme") as fresh:
        (fresh / "x").write_text("")
    assert (tmp_path / "acme" / "x").exists()
    assert not list(tmp_path.glob(".acme.new*"))


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_results_are_readable_by_their_owner_only(tmp_path):
    with outputs.writing(tmp_path, "acme") as fresh:
        (fresh / "package").mkdir()
        (fresh / "package" / "01.pdf").write_text("")
        (fresh / "package" / "01.pdf").chmod(0o644)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "acme").rglob("*")}
    assert modes == {"package": 0o700, "01.pdf": 0o600}
