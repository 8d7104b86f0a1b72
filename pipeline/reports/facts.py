"""facts.json: what was read, and what is held true for the whole case, with every witness."""

from __future__ import annotations

from typing import Any

from pipeline.model.facts import Fact, Witness
from pipeline.model.outcome import Outcome
from pipeline.model.values import outward as plain_value
from pipeline.reports import outward

SCHEMA = 1


def facts(outcome: Outcome) -> dict[str, Any]:
    """The whole of facts.json."""
    return {
        "schema": SCHEMA,
        "client": outcome.case.client.folder_name,
        "documents": [outward.document(each) for each in outcome.case.documents],
        "facts": {each.name: _fact(each) for each in outcome.case.ledger.facts},
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "value": outward.plain(fact.name.rpartition(".")[2], fact.text),
        "authority": fact.authority,
        "evidence": [outward.evidence(each) for each in fact.evidence],
        "witnesses": [_witness(each) for each in fact.witnesses],
    }


def _witness(witness: Witness) -> dict[str, Any]:
    shape: dict[str, Any] = {"document": witness.document}
    if witness.field is not None:
        shape["field"] = witness.field
    if witness.source is not None:
        shape["source"] = witness.source
    return shape | {"value": plain_value(witness.value), "agrees": witness.agrees}
