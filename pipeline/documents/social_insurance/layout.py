"""The layout files that the program carries; those of an agency are in its profile."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from pipeline.errors import ProfileError
from pipeline.profile.insurance_form import Layout
from pipeline.profile.reading import fitted
from pipeline.yamltext import YamlFile, parse_yaml

LAYOUT = TypeAdapter(Layout)


@cache
def layouts() -> tuple[Layout, ...]:
    """Every layout file of the package, checked; all faults at once as a ProfileError."""
    found: list[Layout] = []
    faults: list[str] = []
    for entry in sorted(files(__package__).iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".yaml"):
            layout, faulty = parsed(entry.name, entry.read_text(encoding="utf-8"))
            faults += faulty
            found += [layout] if layout is not None else []
    if faults:
        raise ProfileError(*faults)
    return tuple(found)


def parsed(name: str, content: str | YamlFile) -> tuple[Layout | None, tuple[str, ...]]:
    """A layout file as a record, or what is wrong with it, one sentence a fault."""
    fit = fitted(parse_yaml(content) if isinstance(content, str) else content, LAYOUT)
    return fit.records, tuple(fault.told(name) for fault in fit.faults)
