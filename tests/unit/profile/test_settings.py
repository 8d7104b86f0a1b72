from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.model.client import Client
from pipeline.profile.known import Known
from pipeline.profile.loader import load
from pipeline.profile.records import DatedValue, Overlay, Setting
from pipeline.profile.settings import resolve
from pipeline.rules.registry import known_rules

PROFILE = load(Path(__file__).parents[3] / "templates" / "isp", Known(rules=known_rules()))
DAY = date(2026, 12, 15)


def client(coverage: tuple[str, ...] = ("北京市",), **told: object) -> Client:
    return Client(folder_name="acme", licence="isp", coverage=coverage, short_name="云桥", **told)


def dated(*values: tuple[str, int]) -> Setting:
    return Setting(
        id="staff.min_count",
        title="人数",
        values=tuple(DatedValue(**{"from": day, "value": value, "source": f"令{value}"}) for day, value in values),
    )


def with_setting(setting: Setting):
    others = tuple(each for each in PROFILE.settings if each.id != setting.id)
    return PROFILE.model_copy(update={"settings": (*others, setting)})


def test_the_value_in_force_is_the_latest_that_has_begun():
    profile = with_setting(dated(("2000-01-01", 3), ("2027-01-01", 5)))
    assert resolve(profile, date(2026, 12, 31), client()).whole("staff.min_count") == 3
    assert resolve(profile, date(2027, 1, 1), client()).whole("staff.min_count") == 5


def test_a_day_before_any_value_takes_the_first():
    assert resolve(with_setting(dated(("2000-01-01", 3))), date(1999, 1, 1), client()).whole("staff.min_count") == 3


def test_the_province_overrules_the_profile_and_says_so():
    beijing = PROFILE.province("北京市")
    overlay = Overlay(**{"id": "si.months_required", "from": date(2026, 1, 1), "value": 3, "source": "某局指南"})
    changed = tuple(
        each.model_copy(update={"overlay": (overlay,)}) if each == beijing else each for each in PROFILE.provinces
    )
    profile = PROFILE.model_copy(update={"provinces": changed})
    force = resolve(profile, DAY, client()).force("si.months_required")
    assert (force.value, force.source, force.where) == (3, "某局指南", "provinces.yaml#北京市")
    assert resolve(profile, DAY, client(("江苏省",)))["si.months_required"] == 1
    assert resolve(profile, DAY, client(("北京市", "江苏省")))["si.months_required"] == 1
    assert resolve(profile, date(2025, 12, 31), client())["si.months_required"] == 1


def test_the_client_overrules_everything_and_says_so():
    settings = resolve(PROFILE, DAY, client(profile=(("portal.max_file_mb", 10),)))
    assert settings.number("portal.max_file_mb") == Decimal(10)
    assert settings.force("portal.max_file_mb").where == "client.yaml#/profile/portal/max_file_mb"


def test_route_and_variant_are_chosen_by_their_own_keys():
    settings = resolve(PROFILE, DAY, client(foreign_route="pilot_2024"))
    assert settings["foreign.route"] == "pilot_2024"
    assert settings.force("foreign.route").where == "client.yaml#/foreign_route"
    assert settings.parameters["service_variant"] == "without_site_access"


def test_an_overlay_that_names_no_setting_is_told_with_the_nearest():
    with pytest.raises(InputError) as caught:
        resolve(PROFILE, DAY, client(profile=(("portal.max_file", 10), ("si.grace_months", "一"))))
    assert caught.value.exit_code == 4
    assert "是否想写“portal.max_file_mb”" in caught.value.faults[0]
    assert "应为整数" in caught.value.faults[1]


def test_an_overlay_outside_the_choices_is_told_with_them():
    with pytest.raises(InputError) as caught:
        resolve(PROFILE, DAY, client(profile=(("scope.mode", "lax"),)))
    assert "strict、loose" in caught.value.faults[0]


def test_the_authority_is_the_provinces_bureau_or_the_ministry():
    assert PROFILE.authority(client()) == "北京市通信管理局"
    assert PROFILE.authority(client(("北京市", "江苏省"))) == "工业和信息化部"
    assert PROFILE.authority(client(("全国",))) == "工业和信息化部"
    assert PROFILE.licence_name(client(("全国",))) == "跨地区增值电信业务经营许可证"
