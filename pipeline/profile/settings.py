"""The settings in force on a day for one client: profile, then province, then the client's own overlay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from rapidfuzz import process

from pipeline.errors import InputError
from pipeline.model.client import Client
from pipeline.profile.profile import Profile
from pipeline.profile.records import Overlay, Plain, Setting

NEAR_ENOUGH = 50
"""Similarity in percent from which a setting's name is offered for a wrong one."""
ROUTE, VARIANT = "foreign.route", "service.variant"
"""Settings that client.yaml chooses by keys of its own."""
CLIENT_OVERLAY = "client.yaml#/profile"
G = TypeVar("G", bound=tuple[object, ...])


class Force:
    """One setting as it is in force: the value, since when, by which source, and where it is set."""

    __slots__ = ("setting", "since", "source", "value", "where")

    def __init__(self, setting: Setting, value: Plain, since: date | None, source: str, where: str) -> None:
        self.setting = setting
        self.value = value
        self.since = since
        self.source = source
        self.where = where


class Settings:
    """Every setting in force, by id; `parameters` by the names under which rules take them."""

    def __init__(self, forces: Mapping[str, Force], tables: Mapping[str, object]) -> None:
        self.forces = MappingProxyType(dict(forces))
        named = {parameter_name(each): force.value for each, force in forces.items()}
        self.parameters: Mapping[str, object] = MappingProxyType({**named, **tables})

    def __getitem__(self, setting: str) -> Plain:
        """The value in force."""
        return self.forces[setting].value

    def force(self, setting: str) -> Force:
        """The value in force with where it comes from."""
        return self.forces[setting]

    def number(self, setting: str) -> Decimal:
        """The value of a numeric setting."""
        value = self[setting]
        assert isinstance(value, int | Decimal), setting
        return Decimal(value)

    def whole(self, setting: str) -> int:
        """The value of a setting that counts."""
        value = self[setting]
        assert isinstance(value, int), setting
        return value

    def words(self, setting: str) -> tuple[str, ...]:
        """The value of a setting that lists words."""
        value = self[setting]
        assert isinstance(value, tuple), setting
        return value

    def group(self, kind: type[G]) -> G:
        """The settings that the fields of a NamedTuple name, as rules take them."""
        return kind(**{name: self.parameters[name] for name in kind.__annotations__})

    def __iter__(self) -> Iterator[Force]:
        """All settings in the profile's order."""
        return iter(self.forces.values())


def parameter_name(setting: str) -> str:
    """The name of the keyword under which a rule takes a setting: `si.grace_months` → `si_grace_months`."""
    return setting.replace(".", "_")


def printed_value(setting: Setting, value: Plain) -> str:
    """A value of a setting as people read it: choices by their printed names, numbers with their unit."""
    names = dict(zip(setting.choices, setting.printed, strict=False))
    match value:
        case bool():
            return "是" if value else "否"
        case tuple():
            return "、".join(names.get(each, each) for each in value)
        case str() if value in names:
            return names[value]
        case _:
            return f"{value} {setting.unit or ''}".strip()


def resolve(profile: Profile, as_of: date, client: Client) -> Settings:
    """The settings in force on `as_of`; InputError lists every fault of the client's overlay."""
    forces = {setting.id: _by_date(setting, as_of) for setting in profile.settings}
    province = profile.province_of(client)
    for overlay in province.overlay if province else ():
        if overlay.since <= as_of:
            forces[overlay.id] = _by_province(forces[overlay.id], overlay, province.name if province else "")
    faults = [fault for name, value in client.profile if (fault := _fault(forces, name, value))]
    if faults:
        raise InputError(*faults)
    for name, value in client.profile:
        where = f"{CLIENT_OVERLAY}/{name.replace('.', '/')}"
        exact = Decimal(str(value)) if isinstance(value, float) else value
        forces[name] = Force(forces[name].setting, exact, None, "客户设置", where)
    for name, chosen, where in ((ROUTE, client.foreign_route, "foreign_route"), (VARIANT, client.variant, "variant")):
        if name in forces and forces[name].value != chosen:
            forces[name] = Force(forces[name].setting, chosen, None, "客户设置", f"client.yaml#/{where}")
    return Settings(forces, profile.tables())


def _by_date(setting: Setting, as_of: date) -> Force:
    """The latest value that has begun; the first one for days before any."""
    begun = [value for value in setting.values if value.since <= as_of] or [setting.values[0]]
    latest = max(begun, key=lambda value: value.since)
    return Force(setting, latest.value, latest.since, latest.source, f"thresholds.yaml#{setting.id}")


def _by_province(before: Force, overlay: Overlay, province: str) -> Force:
    return Force(before.setting, overlay.value, overlay.since, overlay.source, f"provinces.yaml#{province}")


def _fault(forces: Mapping[str, Force], name: str, value: object) -> str | None:
    place = f"client.yaml /profile/{name.replace('.', '/')}"
    if name not in forces:
        nearest = process.extractOne(name, list(forces), score_cutoff=NEAR_ENOUGH)
        return f"{place}：没有这个设置" + (f"，是否想写“{nearest[0]}”？" if nearest else "")
    return value_fault(forces[name].setting, value, place)


def value_fault(setting: Setting, value: object, place: str) -> str | None:
    """What is wrong with a value for a setting, None where it fits."""
    wanted = sort_of(setting.values[0].value)
    if sort_of(value) not in {wanted, "整数" if wanted == "数" else wanted}:
        return f"{place}：应为{wanted}"
    if setting.choices and not set(value if isinstance(value, tuple) else (value,)) <= set(setting.choices):
        return f"{place}：可用的值：{'、'.join(setting.choices)}"
    return None


def sort_of(value: object) -> str:
    """What a value is, as people say it."""
    match value:
        case bool():
            return "true 或 false"
        case int():
            return "整数"
        case Decimal() | float():
            return "数"
        case tuple() | list():
            return "列表"
        case _:
            return "文字"
