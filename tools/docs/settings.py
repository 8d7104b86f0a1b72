"""docs/settings.md: every threshold and choice with its dated values and where they come from."""

from __future__ import annotations

from pipeline.profile.profile import Profile
from pipeline.profile.records import Setting
from tools.docs.markdown import code, page, table

SOURCE = "templates/isp/thresholds.yaml"


def settings_page(profile: Profile) -> str:
    """The page, settings in the profile's order; a value that changed has a row for each day from which it holds."""
    rows = [row for setting in profile.settings for row in _rows(setting)]
    pending = sum(setting.status is not None for setting in profile.settings)
    told = (
        f"{len(profile.settings)} settings; {pending} are marked 待核: their source is practice or not yet verified, and the "
        "report prints the mark. `D-07` and the like are the differences between the guide and the law that the setting "
        "decides. A client may overlay any of them under `profile:` in client.yaml."
    )
    heads = ("setting", "名称", "from", "value", "unit", "source", "状态", "difference")
    return page("Thresholds and choices of the ISP licence", SOURCE, told, table(heads, rows))


def _rows(setting: Setting) -> list[tuple[str, ...]]:
    return [
        (
            code(setting.id),
            setting.title + (f"（可选：{_choices(setting)}）" if setting.choices else ""),
            each.since.isoformat(),
            _plain(each.value),
            setting.unit or "",
            each.source,
            setting.status or "",
            setting.difference or "",
        )
        for each in setting.values
    ]


def _choices(setting: Setting) -> str:
    if not setting.printed:
        return "、".join(setting.choices)
    return "；".join(f"{choice} {words}" for choice, words in zip(setting.choices, setting.printed, strict=True))


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "、".join(_plain(each) for each in value)
    return str(value)
