"""The inspection on the spot as data: what to have ready, what will be asked, who signs, what to photograph."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pipeline.model.client import Role
from pipeline.model.record import Record
from pipeline.profile.form import FormPart


class Item(Record):
    """What must lie ready; papers of `kinds` in a material show whether it does, no kinds where only people can tell."""

    title: str
    kinds: tuple[str, ...] = ()
    material: str | None = None


class Photo(Record):
    """A picture of the room, and what must be seen on it."""

    title: str
    how: str


class Visit(Record):
    """visit.yaml. A point is a question as its title, with the client's own answers as its fields."""

    status: Literal["待核"] | None = None
    source: str
    note: str
    items: tuple[Item, ...] = Field(min_length=1)
    points: tuple[FormPart, ...] = Field(min_length=1)
    people: tuple[Role, ...]
    photos: tuple[Photo, ...] = Field(min_length=1)
