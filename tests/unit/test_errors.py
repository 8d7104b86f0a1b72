from __future__ import annotations

import errno

import pytest

from pipeline.cli.common import EXIT_BUG, guarded


def stopped_by(error: Exception) -> int:
    def run() -> None:
        raise error

    return guarded(run)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EACCES, "没有权限"),
        (errno.EROFS, "只读"),
        (errno.ENOTDIR, "不是文件夹"),
    ],
)
def test_what_the_disk_refuses_is_one_sentence_without_a_path(
    number: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stopped_by(OSError(number, "refused", "/somewhere/secret.pdf")) == 4
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line
    assert "secret" not in line


def test_other_errors_of_the_system_are_bugs(capsys: pytest.CaptureFixture[str]) -> None:
    assert stopped_by(OSError(errno.EBADF, "bad", "/somewhere/secret.pdf")) == EXIT_BUG
    assert "secret" not in capsys.readouterr().err
