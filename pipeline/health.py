"""What the program needs on this machine: libraries, models, fonts, limits on children."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from pipeline.store import ENGINES, WRITERS, library_version

OLDEST_PYTHON = (3, 11)


class Component(NamedTuple):
    """One thing that is there or not; `needed` tells whether the program can work without it."""

    title: str
    title_en: str
    present: bool
    needed: bool
    detail: str
    remedy: str = ""


def examine(templates: Path | None) -> tuple[Component, ...]:
    """Everything worth knowing, the needed first."""
    return (_python(), *_libraries(), _models(), _fonts(), _profiles(templates), _office(), *_limits())


def _python() -> Component:
    version = sys.version.split()[0]
    return Component(
        "Python", "Python", sys.version_info >= OLDEST_PYTHON, True, version, "请安装 Python 3.11 或更新版本"
    )


def _libraries() -> tuple[Component, ...]:
    return tuple(
        Component(
            name, name, (found := library_version(name)) != "absent", True, found, "运行 make dossier 会自动安装"
        )
        for name in (*ENGINES, *WRITERS)
    )


def _models() -> Component:
    found = find_spec("rapidocr")
    folder = Path(found.origin).parent / "models" if found is not None and found.origin is not None else None
    files = sorted(path.name for path in folder.glob("*.onnx")) if folder is not None else []
    detail = "、".join(files) or "缺少"
    return Component("离线识别模型", "OCR models", bool(files), True, detail, "重新安装：删除 .venv 后再运行 make")


def _fonts() -> Component:
    from pipeline.engines.fonts import missing_characters

    gaps = missing_characters("互联网接入服务")
    return Component(
        "中文字体", "Chinese fonts", not gaps, True, "Noto Serif SC、Noto Sans SC（仿宋、楷体以宋体代替）"
    )


def _profiles(templates: Path | None) -> Component:
    from pipeline.workplace import templates_root

    root = templates_root(templates)
    found = sorted(path.parent.name for path in root.glob("*/profile.yaml"))
    return Component("许可证配置", "licence profiles", bool(found), True, f"{'、'.join(found)}（{root.name}/）")


def _office() -> Component:
    path = shutil.which("soffice") or shutil.which("libreoffice")
    return Component(
        "LibreOffice（可选）",
        "LibreOffice (optional)",
        path is not None,
        False,
        "已安装" if path else "未安装：人工改过的 DOCX 用内置转换器，转换不完整时会要求另存为 PDF",
        "sudo apt-get install --no-install-recommends libreoffice-writer-nogui python3-uno",
    )


def _limits() -> tuple[Component, ...]:
    from pipeline.engines.children import Workshop

    with Workshop(1) as shop:
        limits = shop.limits_in_force()
    return tuple(
        Component(
            f"子进程限制：{each.name}", f"limit on children: {each.name}", each.in_force, False, each.note or "生效"
        )
        for each in limits
    )
