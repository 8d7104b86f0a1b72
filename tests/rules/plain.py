"""A case from plain words: what a lawyer writes in tests/rules/cases/*.yaml becomes the records that rules read."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline import facts
from pipeline.model.case import Case, Shared, Timeline
from pipeline.model.client import Client
from pipeline.model.document import (
    Document,
    Field,
    Marks,
    Missing,
    PageCell,
    PageCode,
    PageSeal,
    Part,
    Reading,
    Row,
    Signature,
    Table,
)
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.intake import Inventory, SourceFile
from pipeline.model.page import Code, OddCell, Seal
from pipeline.model.values import Amount, Day, Month, OpenEnd, Text, Unit, Value, outward
from pipeline.profile.profile import Profile
from pipeline.text.bandwidth import parse_bandwidth
from pipeline.text.days import OPEN, parse_day, parse_month
from pipeline.text.money import parse_money
from pipeline.text.percent import parse_percent

DAYS = frozenset(
    [
        "founded",
        "term_from",
        "term_to",
        "issued_on",
        "birth",
        "valid_from",
        "valid_to",
        "signed_on",
        "due_on",
        "printed_on",
        "verify_until",
        "generated_on",
        "date",
    ]
)
MONTHS = frozenset({"month", "claimed_through"})
MONEY = frozenset({"capital", "amount"})
NUMBERS: dict[str, Unit] = {"area": "m2", "ip_count": "count", "page_count": "count", "bandwidth": "Mbit/s"}
OPEN_WORDS = frozenset({"长期", "永久", "不约定期限"})
NOT_FIELDS = frozenset(
    [
        "material",
        "also",
        "status",
        "heading",
        "text",
        "page_texts",
        "sides",
        "gaps",
        "labels",
        "marks",
        "file",
        "pages",
        "parts",
        "unsure",
        "readings",
        "corrected",
        "repaired_from",
        "why",
    ]
)
BOX = Box(72, 90, 210, 104)
UNSURE_CONFIDENCE = 0.4
DEFAULT_AS_OF = date(2026, 12, 15)
DEFAULT_CLIENT = {"licence": "isp", "coverage": ("北京市",), "short_name": "云桥", "folder_name": "case"}


def value(name: str, written: object) -> Value:
    """A written value as the readers would type it."""
    if isinstance(written, date):
        return Day(value=written)
    if isinstance(written, list):
        return Text(value=json.dumps(written, ensure_ascii=False))
    text = str(written)
    if text in OPEN_WORDS and name in DAYS:
        return OpenEnd(printed=text)
    if name in DAYS and (day := parse_day(text)) is not None and day is not OPEN:
        return Day(value=day)
    if name in MONTHS and (month := parse_month(text.rstrip("*"))) is not None:
        return Month(year=month.year, month=month.month)
    if name in MONEY and (money := parse_money(text, "元")) is not None:
        return Amount(value=money.amount, unit=money.currency)
    if name == "share" and (percent := parse_percent(text, "%")) is not None:
        return Amount(value=percent, unit="%")
    if name == "bandwidth" and (speed := parse_bandwidth(text)) is not None:
        return Amount(value=speed, unit="Mbit/s")
    if name in NUMBERS and re.fullmatch(r"[0-9.]+", text):
        return Amount(value=Decimal(text), unit=NUMBERS[name])
    return Text(value=text)


def document(kind: str, told: dict[str, Any], number: int, profile: Profile) -> Document:
    """One paper; a field written as null was looked for and not found."""
    file = told.get("file") or f"papers/{number:02d}_{kind}.pdf"
    sha256 = hashlib.sha256(f"{file}{kind}".encode()).hexdigest()
    pages = int(told.get("pages", 1))
    unsure = set(told.get("unsure", ()))

    def place(text: str, name: str) -> Evidence:
        confidence = UNSURE_CONFIDENCE if name in unsure else 0.99
        return Evidence(file=file, sha256=sha256, page=1, bbox=BOX, text=text, confidence=confidence, engine="case")

    def field(name: str, written: object) -> Field:
        typed = value(name, written)
        others = tuple(
            Reading(value=value(name, other), evidence=place(str(other), name))
            for other in (told.get("readings") or {}).get(name, ())
        )
        return Field(
            name=name,
            value=typed,
            evidence=place(_printed(typed, written), name),
            readings=others,
            repaired_from=(told.get("repaired_from") or {}).get(name),
            corrected_by=(told.get("corrected") or {}).get(name),
        )

    def nearest(name: str) -> Evidence | None:
        seen = (told.get("nearest") or {}).get(name)
        return None if seen is None else place(seen, name)

    plain = {name: each for name, each in told.items() if name not in NOT_FIELDS}
    tables = {name: rows for name, rows in plain.items() if _is_table(rows)}
    return Document(
        kind=kind,
        title=profile.labels.zh(kind),
        heading=told.get("heading", ""),
        parts=_parts(told, file, sha256, pages),
        material=told["material"] if "material" in told else _material(kind, profile),
        also=tuple(told.get("also", ())),
        fields=tuple(field(name, each) for name, each in plain.items() if name not in tables and each is not None),
        tables=tuple(
            Table(
                name=name,
                rows=tuple(
                    Row(fields=tuple(field(key, each) for key, each in row.items() if each is not None))
                    for row in rows
                ),
            )
            for name, rows in tables.items()
        ),
        missing=tuple(
            Missing(name=name, reason=_why_missing(nearest(name)), anchor=name, nearest=nearest(name))
            for name, each in plain.items()
            if each is None
        ),
        marks=marks(told.get("marks") or {}, file),
        status=told.get("status", "current"),
        why=told.get("why", ""),
        sides=tuple(told.get("sides", ())),
        text=told.get("text", ""),
        page_texts=tuple(told.get("page_texts", ())) or ((told["text"],) if "text" in told else ()),
        gaps=tuple(told.get("gaps", ())),
        labels=tuple(told.get("labels", ())),
    )


def _parts(told: dict[str, Any], file: str, sha256: str, pages: int) -> tuple[Part, ...]:
    """`parts`: file, first and last page of each; else all pages of one file."""
    each = told.get("parts") or [{"file": file, "first": 1, "last": pages}]
    return tuple(Part(**{"sha256": sha256, **part}) for part in each)


def _printed(typed: Value, written: object) -> str:
    """What stands on the paper: an amount or a month as it is written there, everything else as it is read."""
    return str(written) if isinstance(typed, Amount | Month) else outward(typed)


def _why_missing(nearest: Evidence | None) -> str:
    """As the reader says it: words were found beside the label, or the label itself was not."""
    return "anchor" if nearest is None else f"读到“{nearest.text}”，但读不出所需的内容"


def _seal(told: dict[str, Any] | str | None) -> dict[str, Any]:
    return told if isinstance(told, dict) else {"ring_text": told}


def marks(told: dict[str, Any], file: str) -> Marks:
    """`seals`: a count, or each one's ring text or fields (shape, ring_text, purpose); `signatures`, `codes`, `odd_cells`: labels, contents, texts; the rest as Marks has it."""
    seals = told.get("seals", 0)
    every = [None] * seals if isinstance(seals, int) else seals
    return Marks(
        seals=tuple(
            PageSeal(
                file=file,
                page=1,
                bbox=BOX,
                seal=Seal(bbox=BOX, colour="red", confidence=0.95 if each else 0.0, **_seal(each)),
            )
            for each in every
        ),
        signatures=tuple(Signature(file=file, page=1, bbox=BOX, label=label) for label in told.get("signatures", ())),
        codes=tuple(PageCode(file=file, page=1, code=Code(bbox=BOX, content=each)) for each in told.get("codes", ())),
        **{
            key: each
            for key, each in told.items()
            if key not in {"seals", "signatures", "codes", "turned", "odd_cells"}
        },
        odd_cells=tuple(
            PageCell(file=file, page=1, cell=OddCell(bbox=BOX, text=str(each))) for each in told.get("odd_cells", ())
        ),
        turned=tuple(told.get("turned", ())),
    )


def _is_table(written: object) -> bool:
    return isinstance(written, list) and all(isinstance(row, dict) for row in written)


def _material(kind: str, profile: Profile) -> str | None:
    slots = [*profile.materials, *profile.annexes]
    return next((each.number for each in slots if kind in each.kinds), None)


def client(told: dict[str, Any]) -> Client:
    """client.yaml in plain words, over the least client."""
    shaped = {**DEFAULT_CLIENT, **told}
    if isinstance(shaped.get("answers"), dict):
        shaped["answers"] = tuple((key, str(each)) for key, each in shaped["answers"].items())
    if isinstance(shaped.get("profile"), dict):
        shaped["profile"] = tuple(
            (key, tuple(each) if isinstance(each, list) else each) for key, each in shaped["profile"].items()
        )
    return Client.model_validate(shaped)


def case(told: dict[str, Any], profile: Profile) -> Case:
    """The whole case with its facts weighed."""
    applicant = client(told.get("client") or {})
    papers = [_named(each) for each in told.get("papers") or ()]
    documents = tuple(
        document(kind, fields, number, profile) for number, (kind, fields) in enumerate(papers, start=1)
    )
    authority = facts.Authority(profile.authority(applicant), profile.licence_name(applicant))
    people, premises, ledger = facts.weigh(documents, applicant, authority)
    as_of = _day(told.get("as_of")) or DEFAULT_AS_OF
    return Case(
        client=applicant,
        as_of=as_of,
        inventory=inventory(told.get("files") or (), documents),
        documents=documents,
        people=people,
        premises=premises,
        ledger=ledger,
        timeline=timeline(as_of, _day(told.get("decision")), bool(told.get("estimated", False))),
        equity=facts.equity(documents),
        shared=shared(told.get("shared"), documents),
    )


def shared(told: list[dict[str, Any]] | None, documents: tuple[Document, ...]) -> tuple[Shared, ...] | None:
    """`shared`: sort, of, detail, ratio of what another client has, too; null where the client was built alone."""
    if told is None:
        return None
    place = (documents[0].place(),) if documents else ()
    return tuple(
        Shared(**{"evidence": place, **each, "ratio": Decimal(str(each["ratio"])) if "ratio" in each else None})
        for each in told
    )


def _named(paper: object) -> tuple[str, dict[str, Any]]:
    if isinstance(paper, str):
        return paper, {}
    assert isinstance(paper, dict)
    (kind, fields), *rest = paper.items()
    assert not rest, f"one kind a paper: {paper}"
    return kind, fields or {}


def _day(written: object) -> date | None:
    return date.fromisoformat(str(written)) if written is not None else None


def timeline(as_of: date, decision: date | None, estimated: bool = False) -> Timeline | None:
    """A clock with this decision day, an estimate where holidays are unpublished; None where the case states none."""
    if decision is None:
        return None
    return Timeline(
        submit_on=as_of,
        accept_by=as_of,
        decide_by=decision,
        deliver_by=decision,
        decide_by_from_acceptance=decision,
        decide_by_from_receipt=decision,
        estimated=estimated,
    )


def inventory(told: tuple[dict[str, Any], ...], documents: tuple[Document, ...]) -> Inventory:
    """The files of the papers, readable, and those that the case tells apart."""
    named = {each["path"] for each in told}
    of_papers = {part.file: part for each in documents for part in each.parts if part.file not in named}
    readable = [
        SourceFile(path=path, sha256=part.sha256, size=1000, sort="pdf", state="readable", pages=part.last)
        for path, part in of_papers.items()
    ]
    others = [SourceFile(**{"sha256": "0" * 64, "size": 1000, "sort": "pdf", **each}) for each in told]
    return Inventory(files=tuple(sorted((*readable, *others), key=lambda each: each.path)))


def templates() -> Path:
    """The profile under test."""
    return Path(__file__).parents[2] / "templates" / "isp"
