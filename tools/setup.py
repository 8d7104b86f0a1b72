"""Set up the program on a bare machine: a virtual environment with the locked versions, nothing asked.

Runs on Python's own library alone. Debian's python3 comes without ensurepip, so the pinned pip wheel beside this file
is run in place (its hash is checked). `--tests` also looks for the browser that the report's tests need.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / ".ready"
PIP = ROOT / "tools" / "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
OLDEST = (3, 11)
INPUTS = ("requirements.lock", "pyproject.toml", "tools/setup.py")


def main() -> int:
    """Set up what is missing; 0 when all is there, 5 with a sentence when it cannot be had."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tests", action="store_true", help="also what only the tests need")
    options = parser.parse_args()
    if sys.version_info < OLDEST:
        return fail(
            f"需要 Python {OLDEST[0]}.{OLDEST[1]} 或更新版本,现为 {sys.version.split()[0]}。"
            "请安装后重试,或 make PYTHON=/path/to/python3.12 …"
        )
    wanted = fingerprint()
    if not (STAMP.is_file() and STAMP.read_text() == wanted):
        problem = make_environment()
        if problem:
            return fail(problem)
        STAMP.write_text(wanted)
    if options.tests:
        find_browser()
    return 0


def fingerprint() -> str:
    """What the environment was made from: the lock, the project file, this script and the interpreter."""
    content = b"".join((ROOT / name).read_bytes() for name in INPUTS)
    return hashlib.sha256(content + sys.version.encode() + str(ROOT).encode()).hexdigest()


def make_environment() -> str:
    """Make the environment and install the lock into it; a sentence where that fails, else nothing."""
    if hashlib.sha256(PIP.read_bytes()).hexdigest() != PIP_SHA256:
        return f"{PIP.name} 已损坏:校验值不符,请重新获取本项目。"
    say("准备运行环境 .venv(首次约需一两分钟)… / setting up .venv (once, a minute or two)")
    STAMP.unlink(missing_ok=True)
    if not interpreter().is_file():
        venv.EnvBuilder(with_pip=False, clear=ENVIRONMENT.exists(), symlinks=os.name != "nt").create(ENVIRONMENT)
    locked = pip("--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / "requirements.lock"))
    if locked:
        return "依赖安装失败(见上)。请检查网络或软件源后重试;安装过的部分会保留。"
    if pip("--no-build-isolation", "--editable", str(ROOT)):
        return "本程序安装失败(见上)。"
    return ""


def pip(*arguments: str) -> int:
    """Run the pinned pip in the environment's own interpreter; its exit code."""
    command = [
        interpreter(),
        PIP / "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--disable-pip-version-check",
        *arguments,
    ]
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode  # noqa: S603 - our own


def interpreter() -> Path:
    """The environment's Python."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def find_browser() -> None:
    """Install Debian's Chromium for the report's tests where we may; else say how, and those tests skip."""
    if shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome"):
        return
    apt = shutil.which("apt-get")
    if apt is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        say("未找到 Chromium:报告页面的浏览器测试将跳过。安装:sudo apt-get install chromium")
        return
    say("安装 Chromium(仅供测试报告页面)… / installing Chromium for the report's tests")
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    subprocess.run([apt, "update", "-qq"], check=False, **quiet)  # noqa: S603 - fixed arguments
    done = subprocess.run(  # noqa: S603 - fixed arguments
        [apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=False, **quiet
    )
    if done.returncode:
        say("Chromium 安装失败:报告页面的浏览器测试将跳过。")


def say(sentence: str) -> None:
    """A line for the person who waits."""
    sys.stderr.write(sentence + "\n")


def fail(sentence: str) -> int:
    """Say why it stops; the exit code for a missing dependency."""
    say(sentence)
    return 5


if __name__ == "__main__":
    sys.exit(main())
