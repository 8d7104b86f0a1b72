"""Six kinds of client with the plan of each beside it: `python -m tests.plans` writes the plans anew."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from pipeline import client as clients
from pipeline.model.client import Client
from pipeline.plan.plan import Plan, tailored
from pipeline.profile.profile import Profile
from pipeline.workplace import calendar_of, load_profile
from pipeline.yamltext import read_yaml

FOLDER = Path(__file__).parent
TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@cache
def isp() -> Profile:
    """The profile of the ISP licence."""
    return load_profile(TEMPLATES, "isp")


def client_of(content: dict[str, object]) -> Client:
    """A client as the program reads it from a client.yaml of this content."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "虚构客户"
        folder.mkdir()
        (folder / "client.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        return clients.load(folder)


@cache
def golden_plan(name: str) -> Plan:
    """The plan of one kind of client."""
    content = read_yaml(FOLDER / f"{name}.yaml").content
    client = client_of(content["client"])
    profile = isp()
    start = date.fromisoformat(content["start"])
    return tailored(client, profile, calendar_of(profile), start, client.submit_on)
