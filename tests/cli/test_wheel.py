"""The wheel carries all it needs: installed in an empty folder it builds without the repository."""

import os
import subprocess
import sys

import pytest

from tests.cli.calls import ROOT

pytestmark = pytest.mark.slow


def test_the_wheel_builds_a_client_in_an_empty_folder(tmp_path):
    pip = [sys.executable, str(ROOT / "tools" / "pip-26.3-py3-none-any.whl" / "pip")]
    flags = ["--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--quiet"]
    source = tmp_path / "source"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(source)], check=True)
    subprocess.run([*pip, "wheel", *flags, "--wheel-dir", str(tmp_path), str(source)], check=True)
    wheel = next(tmp_path.glob("*.whl"))
    site = tmp_path / "site"
    subprocess.run([*pip, "install", *flags, "--target", str(site), str(wheel)], check=True)
    folder = tmp_path / "work"
    (folder / "inputs" / "云桥" / "papers").mkdir(parents=True)
    (folder / "inputs" / "云桥" / "client.yaml").write_text("licence: isp\ncoverage: [北京市]\n", encoding="utf-8")
    called = subprocess.run(
        [sys.executable, "-m", "pipeline", "build", "云桥", "--quiet", "--lang", "zh"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    assert called.returncode == 1, called.stderr.decode()
    assert (folder / "build" / "云桥" / "dossier.draft.pdf").is_file()
    located = subprocess.run(
        [sys.executable, "-c", "import pipeline; print(pipeline.__file__)"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        check=True,
    )
    assert str(site) in located.stdout.decode()
