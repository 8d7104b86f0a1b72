"""与指南的差异: what the guide says, what law or practice says, and the value in force, from the rules' own settings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.profile.known import KnownRule
from pipeline.profile.profile import Profile
from pipeline.profile.records import Difference
from pipeline.profile.settings import Force, Settings, parameter_name


class Told(NamedTuple):
    """A difference with the settings that decide it as they are in force, and the rules that judge by them."""

    difference: Difference
    shown: tuple[Force, ...]
    more: tuple[Force, ...]
    """Settings of the difference that are not told in full: lists of words."""
    rules: tuple[str, ...]

    @property
    def doubtful(self) -> bool:
        """Whether the difference itself or a value in force still wants to be verified."""
        return self.difference.status is not None or any(each.setting.status for each in self.shown)


def differences(profile: Profile, settings: Settings, rules: Iterable[KnownRule]) -> tuple[Told, ...]:
    """Every difference of the profile, in its order."""
    run = [each for each in rules if profile.rule(each.id) is not None]
    return tuple(_told(each, settings, run) for each in profile.differences)


def _told(difference: Difference, settings: Settings, rules: list[KnownRule]) -> Told:
    forces = [each for each in settings if each.setting.difference == difference.id]
    names = {parameter_name(each.setting.id) for each in forces}
    return Told(
        difference=difference,
        shown=tuple(settings.force(name) for name in difference.shows),
        more=tuple(each for each in forces if each.setting.id not in difference.shows),
        rules=tuple(each.id for each in rules if names & set(each.parameters)),
    )
