"""What stops the program, each class with its exit code; faults of a client's papers are findings, never errors."""

from __future__ import annotations

import errno


class DossierError(Exception):
    """An error that a person can act on: one sentence a line, in Chinese, and the exit code of the command."""

    exit_code = 70

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class UsageError(DossierError):
    """The command was called wrongly: the caller must act."""

    exit_code = 2


class ProfileError(DossierError):
    """The profile under templates/ is at fault: its author must act."""

    exit_code = 3


class InputError(DossierError):
    """The client's folder is missing or its client.yaml is malformed: the caller must act."""

    exit_code = 4


class DependencyError(DossierError):
    """A converter, model or font is missing: the administrator must act."""

    exit_code = 5


class RenderError(DossierError):
    """One of our templates is at fault: undefined variable, or its conversion lost text."""

    exit_code = 6


class ProofError(DossierError):
    """A finished dossier failed its proof although no rule is broken: our bug."""

    exit_code = 70


class StorageError(DossierError):
    """The disk or its permissions stop the run: the caller must act."""

    exit_code = 4


FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
"""Numbers of a disk that takes nothing more: never the fault of one paper."""
STORAGE = {
    errno.ENOSPC: "磁盘空间不足，未能写完，原有结果未动。请清理磁盘后重新运行。",
    errno.EDQUOT: "磁盘配额已用完，未能写完，原有结果未动。请清理磁盘后重新运行。",
    errno.EFBIG: "文件超过磁盘或系统允许的大小，未能写完，原有结果未动。请用 --build 换一个位置。",
    errno.EIO: "磁盘读写出错，原有结果未动。请检查磁盘或移动存储的连接后重新运行。",
    errno.EROFS: "结果文件夹所在磁盘只读，原有结果未动。请用 --build 换一个可以写入的位置。",
    errno.EACCES: "没有权限读写所需的文件夹，原有结果未动。请检查权限，或用 --build 换一个可以写入的位置。",
    errno.EPERM: "没有权限读写所需的文件夹，原有结果未动。请检查权限，或用 --build 换一个可以写入的位置。",
    errno.ENOTDIR: "结果文件夹的路径中有一段是文件，不是文件夹。请用 --build 换一个位置。",
    errno.ENAMETOOLONG: "文件名或路径过长，原有结果未动。请缩短客户文件夹或结果文件夹的名称。",
}


def storage_error(error: OSError) -> StorageError | None:
    """The sentence for an error of the operating system that a person can act on, None for all others."""
    told = STORAGE.get(error.errno or 0)
    return None if told is None else StorageError(told)
