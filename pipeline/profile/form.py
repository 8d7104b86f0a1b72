"""The portal's form as data: its parts and fields in its order, and the slots of its commitment template."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from pipeline.model.record import Record

Shape = Literal["plain", "ten_thousands", "lines"]
"""How a value is typed into the portal: as it is, CNY as 万元, a list one entry a line."""
Group = Literal["people", "shareholders", "rooms", "access"]
ANSWERS = "answers."


class FormField(Record):
    """One field: the first of `facts` that has a value is typed; `hand` says what a person does instead of typing."""

    id: str
    title: str
    unit: str | None = None
    facts: tuple[str, ...] = ()
    shape: Shape = "plain"
    hand: str | None = None
    ask: str | None = None
    """What to type where no fact has a value; without it the program says where the value comes from."""
    source: str
    status: Literal["待核"] | None = None

    @model_validator(mode="after")
    def _is_told(self) -> FormField:
        if not self.facts and self.hand is None and self.ask is None:
            raise ValueError("facts、hand、ask 至少写一项")
        return self


class FormPart(Record):
    """A part of the form; `each`: once for every member of the group, `role`: only for whoever holds it."""

    title: str
    each: Group | None = None
    role: str | None = None
    fields: tuple[FormField, ...] = Field(min_length=1)


class Slot(Record):
    """A place of an official template that the program may fill; without a `required` one a person is told."""

    name: str = Field(pattern=r"^[a-z_]+$")
    title: str
    facts: tuple[str, ...] = Field(min_length=1)
    required: bool = True


class Official(Record):
    """The official template of a material, filled in its slots only."""

    material: str
    slots: tuple[Slot, ...] = Field(min_length=1)


class Form(Record):
    """form_fields.yaml."""

    parts: tuple[FormPart, ...] = Field(min_length=1)
    commitment: Official | None = None

    def every_field(self) -> Iterator[FormField]:
        """Every field of every part."""
        for part in self.parts:
            yield from part.fields

    def answers(self) -> Iterator[str]:
        """The questions that fields and slots take their values from."""
        named = [name for each in self.every_field() for name in each.facts]
        named += [name for each in (self.commitment.slots if self.commitment else ()) for name in each.facts]
        yield from dict.fromkeys(name.removeprefix(ANSWERS) for name in named if name.startswith(ANSWERS))
