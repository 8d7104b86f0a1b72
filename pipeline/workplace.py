"""Where a run works: folders, the day, the profile of the client's licence, the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from pipeline import client as clients
from pipeline import drafts, outputs
from pipeline.documents import registry
from pipeline.drafts import OFFICIAL
from pipeline.errors import InputError
from pipeline.index import Index
from pipeline.model.bundle import UploadForecast
from pipeline.model.client import NATIONWIDE, Client
from pipeline.model.intake import IntakeLimits
from pipeline.profile import loader
from pipeline.profile.known import Known
from pipeline.profile.profile import Profile
from pipeline.profile.settings import Settings, resolve
from pipeline.progress import Progress, silent
from pipeline.rules.registry import known_rules
from pipeline.store import Store
from pipeline.text.workdays import Calendar, combine
from pipeline.text.yearfile import year_of

PACKAGED = "_templates"


def unshown(forecast: tuple[UploadForecast, ...]) -> None:
    """Nobody asks what the upload files will be."""


@dataclass(frozen=True)
class Workplace:
    """What one call of the program works with, whichever client it is about."""

    inputs: Path
    build: Path
    templates: Path | None
    as_of: date | None
    today: date
    jobs: int = 1
    cache: bool = True
    progress: Progress = silent
    key: Path = Path.home() / ".config" / "dossier" / "index.key"
    """The key of the index, outside build/ and never in it."""
    forecast: Callable[[tuple[UploadForecast, ...]], None] = unshown
    """Told what the upload files will be, before they are made."""
    index: Index | None = None
    """What must not be met twice among the clients, where a batch has gathered it."""

    def knowing(self, index: Index) -> Workplace:
        """The same workplace with the frozen index of all clients."""
        return replace(self, index=index)


@dataclass(frozen=True)
class Work:
    """One client on its way through the stages."""

    place: Workplace
    folder: Path
    client: Client
    profile: Profile
    settings: Settings
    as_of: date
    store: Store

    @property
    def templates(self) -> Path:
        """The folder of the client's licence profile."""
        return templates_root(self.place.templates) / self.client.licence

    @property
    def official(self) -> Path:
        """Where the agency keeps the portal's own templates."""
        return templates_root(self.place.templates) / OFFICIAL

    @property
    def limits(self) -> IntakeLimits:
        """What one source file may be and take."""
        return IntakeLimits(
            max_file_mb=self.settings.whole("intake.max_file_mb"),
            max_pages=self.settings.whole("intake.max_pages"),
            max_seconds=float(self.settings.number("intake.seconds_per_file")),
            max_memory_mb=self.settings.whole("intake.memory_mb"),
        )

    @property
    def calendar(self) -> Calendar:
        """The working days of all years in the profile."""
        return calendar_of(self.profile)


def calendar_of(profile: Profile) -> Calendar:
    """The working days of all years in a profile."""
    return combine(year_of(content) for _, content in profile.calendar)


def open_work(place: Workplace, name: str) -> Work:
    """The client, its profile and settings, all faults told before a paper is opened."""
    folder = clients.folder_of(place.inputs, name)
    client = clients.load(folder)
    profile = load_profile(place.templates, client.licence)
    _check_coverage(client, profile)
    as_of = place.as_of or client.submit_on or place.today
    store = Store(outputs.cache_folder(place.build, name), place.cache)
    return Work(place, folder, client, profile, resolve(profile, as_of, client), as_of, store)


def _check_coverage(client: Client, profile: Profile) -> None:
    if not client.coverage:
        raise InputError(f"{client.folder_name}/client.yaml /coverage：请写明省份，如 [北京市]，或 [全国]")
    unknown = [each for each in client.coverage if each != NATIONWIDE and profile.province(each) is None]
    if unknown:
        raise InputError(
            *(
                f"{client.folder_name}/client.yaml /coverage：没有“{each}”这个省份，应写全称（如 北京市、内蒙古自治区）或 全国"
                for each in unknown
            )
        )


def templates_root(templates: Path | None) -> Path:
    """Where the profiles are: the option, else ./templates, else the copy that the installed package carries."""
    package = Path(__file__).parent
    candidates = (
        (templates,)
        if templates is not None
        else (Path("templates"), package / PACKAGED, package.parent / "templates")
    )
    found = next((each for each in candidates if each.is_dir()), None)
    if found is None:
        raise InputError(f"没有许可证配置文件夹：{'、'.join(str(each) for each in candidates[:2])}")
    return found


def load_profile(templates: Path | None, licence: str) -> Profile:
    """The profile of a licence, checked against what the program knows."""
    root = templates_root(templates)
    if not clients.plain_name(licence) or not (root / licence).is_dir():
        known_ones = "、".join(sorted(path.parent.name for path in root.glob("*/profile.yaml")))
        raise InputError(f"没有许可证种类“{licence}”；现有：{known_ones}")
    return loader.load(root / licence, known())


@cache
def known() -> Known:
    """The names that a profile may use."""
    return Known(
        rules=known_rules(),
        kinds=registry.kinds(),
        variables=drafts.VARIABLES,
    )
