"""Papers for the tests of facts: documents with the fields that a test names, everything invented (虚构数据)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pipeline.model.client import Client, PersonEntry
from pipeline.model.document import Document, Field, Part, Reading, Row, Table
from pipeline.model.evidence import Evidence
from pipeline.model.values import Amount, Day, Month, Text, Value

COMPANY = "云桥（北京）网络有限公司"


def cny(yuan: int) -> Amount:
    return Amount(value=Decimal(yuan), unit="CNY")


def percent(share: str) -> Amount:
    return Amount(value=Decimal(share), unit="%")


def mbit(speed: int) -> Amount:
    return Amount(value=Decimal(speed), unit="Mbit/s")


def day(text: str) -> Day:
    return Day(value=date.fromisoformat(text))


def month(text: str) -> Month:
    return Month(year=int(text[:4]), month=int(text[5:]))


def value_of(plain: str | Value) -> Value:
    return Text(value=plain) if isinstance(plain, str) else plain


def fields_of(file: str, named: dict[str, object]) -> tuple[Field, ...]:
    made = []
    for name, given in named.items():
        first, *others = given if isinstance(given, tuple) else (given,)
        evidence = Evidence(file=file, page=1, text=str(first), engine="test")
        readings = tuple(Reading(value=value_of(each), evidence=evidence) for each in others)
        made.append(Field(name=name, value=value_of(first), evidence=evidence, readings=readings))
    return tuple(made)


def paper(
    kind: str,
    file: str = "",
    *,
    material: str | None = None,
    status: str = "current",
    sides: tuple[str, ...] = (),
    pages: tuple[int, int] = (1, 1),
    rows: dict[str, list[dict[str, object]]] | None = None,
    **named: object,
) -> Document:
    """A document of a kind; a tuple as a value is a field with several readings."""
    file = file or f"papers/{kind}.pdf"
    tables = tuple(
        Table(name=name, rows=tuple(Row(fields=fields_of(file, row)) for row in content))
        for name, content in (rows or {}).items()
    )
    return Document(
        kind=kind,
        title=kind,
        parts=(Part(file=file, sha256="0" * 64, first=pages[0], last=pages[1]),),
        material=material,
        status=status,
        sides=sides,
        fields=fields_of(file, named),
        tables=tables,
    )


def client(*people: PersonEntry, **settings: object) -> Client:
    return Client(
        folder_name="acme",
        licence="isp",
        coverage=("北京市",),
        short_name="云桥",
        people=people,
        **settings,
    )
