"""Which upload slot a paper serves: by what it is and whose it is; names and client.yaml settle what that leaves open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.documents.hints import Slot, entry_for, hinted_slot, slots_for
from pipeline.documents.holders import Holders, holders_of, key_of
from pipeline.model.client import Client
from pipeline.model.document import Document, Field
from pipeline.text.names import company_key, is_branch

Backs = Callable[[tuple[Document, ...]], dict[int, int]]
"""Each card back in a paper of its own → the front it belongs to."""

LICENCE, REPRESENTATIVE, ARTICLES, SHAREHOLDER, STAFF, ROOM, OFFICE = "01", "02", "03", "04", "05", "10", "10A"
OFFICE_WORDS = ("办公",)
BOTH_WORDS = ("两者",)


class Choice(NamedTuple):
    """Where a paper goes: the slots it serves, first its own; empty where its content does not say."""

    slots: tuple[str, ...] = ()
    reason: str = ""


def place(
    documents: Sequence[Document], client: Client, slots: Sequence[Slot], backs: Backs = lambda _: {}
) -> tuple[Document, ...]:
    """The same documents in the same order with `material`, `also` and, where names say otherwise, `why`."""
    hints = [_hint(document, client, slots) for document in documents]
    holders = holders_of(documents, client, hints)
    choices = [
        _choose(document, holders, slots, documents, hint) for document, hint in zip(documents, hints, strict=True)
    ]
    for back, front in backs(tuple(documents)).items():
        choices[back] = choices[front]
    return tuple(
        _placed(document, choice, client, hint, slots)
        for document, choice, hint in zip(documents, choices, hints, strict=True)
    )


def _hint(document: Document, client: Client, slots: Sequence[Slot]) -> str | None:
    part = document.parts[0]
    entry = entry_for(client, part.file, part.first or 1)
    return entry.material if entry is not None and entry.material else hinted_slot(part.file, slots)


def _choose(
    document: Document, holders: Holders, slots: Sequence[Slot], documents: Sequence[Document], hint: str | None
) -> Choice:
    """The slots by content; among several that fit equally the one that the file's name says."""
    own = _of_our_draft(document, slots)
    if own:
        return Choice((own,), "盖章后的文稿")
    possible = slots_for(document.kind, slots)
    chooser = CHOOSERS.get(document.kind)
    choice = chooser(document, holders, documents) if chooser is not None else Choice()
    fitting = tuple(slot for slot in choice.slots if slot in possible)
    if fitting:
        return choice._replace(slots=fitting)
    if len(possible) == 1 and chooser is None:
        return Choice(possible, "按材料种类放入")
    if hint in possible:
        return Choice((hint,), "按文件名放入")
    return Choice((), choice.reason or "内容与文件名都没有说明属于哪一项")


def _of_our_draft(document: Document, slots: Sequence[Slot]) -> str:
    """The slot that a sealed draft's code begins with; empty for every other paper."""
    code = document.field("number") if document.lines else None
    number = code.text[:2] if code is not None else ""
    return number if any(slot.number == number for slot in slots) else ""


def _licence(document: Document, holders: Holders, documents: Sequence[Document]) -> Choice:
    name = document.field("name")
    if name is None or not holders.applicant:
        return Choice()
    key = company_key(name.text)
    if key == holders.applicant:
        return Choice((LICENCE,), "申请公司的营业执照")
    if is_branch(name.text) and key.startswith(holders.applicant):
        if _pays_insurance(key, documents):
            return Choice((STAFF,), "缴纳社会保险的分公司的营业执照")
        return Choice((SHAREHOLDER,), "申请公司分公司的营业执照")
    return Choice((SHAREHOLDER,), "其他公司的营业执照")


def _pays_insurance(company: str, documents: Sequence[Document]) -> bool:
    """Whether a company pays the insurance of someone in the papers."""
    paid = [found for each in documents if each.kind == "social_insurance" and (found := each.field("payer"))]
    return any(company_key(payer.text) == company for payer in paid)


def _articles(document: Document, holders: Holders, _: Sequence[Document]) -> Choice:
    company = document.field("company")
    if company is None or not holders.applicant:
        return Choice()
    own = company_key(company.text) == holders.applicant
    return Choice((ARTICLES,), "申请公司的章程") if own else Choice((SHAREHOLDER,), "其他公司的章程")


def _card(document: Document, holders: Holders, _: Sequence[Document]) -> Choice:
    keys = {key_of(field.text) for name in ("name", "number") if (field := document.field(name)) is not None}
    served = (
        (REPRESENTATIVE, "法定代表人", holders.representative),
        (SHAREHOLDER, "股东", holders.shareholders),
        (STAFF, "主要人员", holders.staff),
    )
    roles = [(slot, role) for slot, role, members in served if keys & members]
    return Choice(tuple(slot for slot, _ in roles), "、".join(role for _, role in roles))


def _premises(document: Document, _: Holders, documents: Sequence[Document]) -> Choice:
    """Room or office, as the paper says; a title without a word on it goes with the lease of the same address."""
    said = document.field("premises")
    if said is None:
        said = _lease_premises(document, documents)
    if said is None:
        return Choice()
    if any(word in said.text for word in BOTH_WORDS):
        return Choice((ROOM, OFFICE), "机房与办公两用")
    office = any(word in said.text for word in OFFICE_WORDS)
    return Choice((OFFICE,), "办公场地") if office else Choice((ROOM,), "机房")


def _lease_premises(document: Document, documents: Sequence[Document]) -> Field | None:
    address = document.field("address")
    if address is None:
        return None
    for other in documents:
        place = other.field("address") if other.kind == "room_lease" else None
        if place is not None and key_of(place.text) == key_of(address.text):
            return other.field("premises")
    return None


CHOOSERS: Mapping[str, Callable[[Document, Holders, Sequence[Document]], Choice]] = {
    "business_licence": _licence,
    "articles": _articles,
    "id_card": _card,
    "room_lease": _premises,
    "property_title": _premises,
}
"""How a kind that several materials take is told apart by its content."""


def _placed(document: Document, choice: Choice, client: Client, hint: str | None, slots: Sequence[Slot]) -> Document:
    entry = entry_for(client, document.parts[0].file, document.parts[0].first or 1)
    if entry is not None and entry.material:
        others = tuple(slot for slot in choice.slots if slot != entry.material)
        return document.model_copy(update={"material": entry.material, "also": others})
    if not choice.slots:
        return document.model_copy(update={"why": document.why or choice.reason})
    why = document.why or _contradiction(choice, hint, slots)
    return document.model_copy(update={"material": choice.slots[0], "also": choice.slots[1:], "why": why})


def _contradiction(choice: Choice, hint: str | None, slots: Iterable[Slot]) -> str:
    """What to say where a file's name promises another material than its content."""
    if hint is None or hint in choice.slots:
        return ""
    parents = {slot.number: slot.parent for slot in slots}
    if parents.get(choice.slots[0]) == hint or parents.get(hint) in choice.slots:
        return ""
    return f"文件名指向第{hint}项，内容为{choice.reason}，放入第{choice.slots[0]}项"
