"""docs/differences.md: where law or practice differs from the guide, with the values that the program uses."""

from __future__ import annotations

from pipeline.profile.profile import Profile
from pipeline.profile.records import SINCE_EVER, DatedValue, Difference, Setting
from pipeline.profile.settings import parameter_name, printed_value
from pipeline.rules.registry import known_rules
from tools.docs.markdown import code, page, table

SOURCE = "templates/isp/differences.yaml and thresholds.yaml"
HEADS = ("编号", "事项", "指南", "法规或惯例", "依据", "自何时起", "程序的取值", "理由", "规则", "状态")


def differences_page(profile: Profile) -> str:
    """The page: one row a difference; the values are those of the settings that rules, drafts and reports use."""
    told = (
        f"{len(profile.differences)} 处与指南不同。“程序的取值”就是规则所用的设置（[settings.md](settings.md)）；"
        "客户或省份另有设置时以其为准，每份 report.html 的“与指南的差异”一节列出该客户实际采用的取值。"
        "*Where the guide and the law or practice differ; the values are the settings that the rules use.*"
    )
    rows = [_row(each, profile) for each in profile.differences]
    return page("与指南的差异 · Where the guide differs", SOURCE, told, table(HEADS, rows))


def _row(difference: Difference, profile: Profile) -> tuple[str, ...]:
    own = [each for each in profile.settings if each.difference == difference.id]
    names = {parameter_name(each.id) for each in own}
    rules = [each.id for each in known_rules() if profile.rule(each.id) is not None and names & set(each.parameters)]
    shown = [each for each in own if each.id in difference.shows]
    doubtful = difference.status or next((each.status for each in shown if each.status), None)
    return (
        difference.id,
        difference.topic,
        f"{difference.guide}（{difference.at}）",
        difference.law,
        difference.source,
        difference.since.isoformat() if difference.since else "",
        "；".join(_values(each) for each in shown),
        difference.why,
        " ".join(map(code, rules)),
        doubtful or "",
    )


def _values(setting: Setting) -> str:
    return f"{setting.title}：{'，'.join(_value(setting, each) for each in setting.values)}"


def _value(setting: Setting, dated: DatedValue) -> str:
    since = "" if dated.since == SINCE_EVER else f"（自 {dated.since.isoformat()} 起）"
    return f"{printed_value(setting, dated.value)}{since}"
