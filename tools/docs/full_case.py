"""A case in which every kind of paper states every field that its declaration names: what facts can come of it.

All names and numbers are invented (虚构数据).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from pipeline.documents.registry import declarations
from pipeline.model.client import Client, Contact, PersonEntry
from pipeline.model.document import Document, Field, Part, Row, Table
from pipeline.model.evidence import Evidence
from pipeline.model.values import Amount, Day, Month, Text, Value

COMPANY, HOLDER, HEAD, HOLDER_CODE = "虚构甲网络有限公司", "虚构乙科技有限公司", "虚构丙", "91999999MA0000000X"
PLACE, OFFICE = "虚构市虚构区虚构路1号101室", "虚构市虚构区虚构路2号202室"
PAID = Month(year=2026, month=11)

VALUES: Mapping[str, Value] = {
    "bandwidth": Amount(value=Decimal(1000), unit="Mbit/s"),
    "capital": Amount(value=Decimal(1000000), unit="CNY"),
    "amount": Amount(value=Decimal(500000), unit="CNY"),
    "share": Amount(value=Decimal(50), unit="%"),
    "signed_on": Day(value=date(2026, 6, 1)),
    "month": PAID,
    "payer": Text(value=COMPANY),
    "holder": Text(value=HEAD),
    "company": Text(value=COMPANY),
    "customer": Text(value=COMPANY),
    "lessee": Text(value=COMPANY),
    "owner": Text(value=COMPANY),
    "legal_representative": Text(value=HEAD),
    "address": Text(value=PLACE),
    "location": Text(value=PLACE),
    "number": Text(value="119999199001010000"),
    "premises": Text(value="机房"),
    "state": Text(value="已缴费"),
    "role": Text(value="技术负责人"),
}
"""Values that papers must share to be joined; any other field says its own name."""

VARIANTS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("business_licence", {"name": COMPANY}),
    ("business_licence", {"name": HOLDER, "code": HOLDER_CODE}),
    ("id_card", {"name": HEAD}),
    ("articles", {"sort": "章程"}),
    ("social_insurance", {"name": HEAD}),
    ("qualification", {"sort": "学历"}),
    ("qualification", {"sort": "职称"}),
    ("access_agreement", {}),
    ("room_lease", {}),
    ("room_lease", {"premises": "办公", "address": OFFICE}),
    ("property_title", {}),
    ("property_title", {"premises": "办公", "address": OFFICE}),
    ("consent", {}),
    ("fire_document", {}),
    ("fire_document", {"address": OFFICE}),
    ("commitment", {}),
    ("application_form", {}),
    ("credit_record", {}),
    ("change_notice", {}),
)
"""The papers, and what each says otherwise than `VALUES`."""

MATERIALS = {"business_licence": "01", "id_card": "02", "articles": "03"}


def full_documents() -> tuple[Document, ...]:
    """One paper of every kind, several where facts tell them apart."""
    return tuple(_document(index, kind, told) for index, (kind, told) in enumerate(VARIANTS))


def full_client(questions: tuple[str, ...]) -> Client:
    """A client.yaml with everything in it."""
    return Client(
        folder_name="full",
        licence="isp",
        coverage=("北京市",),
        short_name="虚构",
        contact=Contact(name=HEAD, mobile="0", email="a@example.com", postal_address=PLACE, postcode="0"),
        service_phone="0",
        people=(
            PersonEntry(name=HEAD, roles=("技术负责人",), number="0", phone="0", email="a@example.com", title="总监"),
        ),
        answers=tuple((each, "虚构") for each in questions),
    )


def _document(index: int, kind: str, told: Mapping[str, str]) -> Document:
    forms = [each for each in declarations() if each.kind == kind]
    names = dict.fromkeys(rule.name for form in forms for rule in form.fields)
    tables = {name: columns for form in forms for name, columns in form.columns.items()}
    file = f"papers/{index:02}.pdf"
    applicants = told.get("name") != HOLDER
    return Document(
        kind=kind,
        title=kind,
        parts=(Part(file=file, sha256="0" * 64, first=1, last=1),),
        material=MATERIALS.get(kind) if applicants else "04",
        fields=tuple(_field(file, name, told) for name in names),
        tables=tuple(Table(name=name, rows=_rows(file, name, columns)) for name, columns in tables.items()),
    )


def _rows(file: str, table: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """One row of the person; of shareholders one of the person and one of a company."""
    holders = ({"name": HEAD}, {"name": HOLDER, "number": HOLDER_CODE})
    told = holders if table == "shareholders" else ({"name": HEAD},)
    return tuple(Row(fields=tuple(_field(file, name, each) for name in columns)) for each in told)


def _field(file: str, name: str, told: Mapping[str, str]) -> Field:
    value = Text(value=told[name]) if name in told else VALUES.get(name, Text(value=name))
    return Field(name=name, value=value, evidence=Evidence(file=file, page=1, text=name, engine="docs"))
