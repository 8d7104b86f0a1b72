"""A call that has nothing to do loads nothing heavy: start-up stays within half a second."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    *("numpy", "cv2", "PIL", "onnxruntime", "rapidocr", "pypdfium2", "pdfplumber", "pikepdf", "pypdf", "reportlab"),
    *("docx", "docxtpl", "dxpdf", "openpyxl", "fontTools", "pebble", "jinja2", "lxml"),
}
LOADED = "import json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"


def loaded(module: str) -> set[str]:
    called = subprocess.run(
        [sys.executable, "-c", f"import {module}\n{LOADED}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(called.stdout))


@pytest.mark.parametrize("module", ["pipeline.cli", "pipeline.cli.build", "pipeline.entry"])
def test_what_is_loaded_before_a_client_is_looked_at_is_light(module: str) -> None:
    assert loaded(module) & HEAVY == set()


def test_the_stages_are_heavy_so_that_the_test_above_can_fail() -> None:
    assert {"numpy", "pypdf", "pikepdf"} <= loaded("pipeline.run")
