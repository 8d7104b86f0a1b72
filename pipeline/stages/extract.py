"""Stage 2: which papers the pages are, what stands in them, which version counts, which material each serves."""

from __future__ import annotations

from pipeline.documents.corrections import corrected
from pipeline.documents.gathering import read_documents
from pipeline.documents.hints import Slot
from pipeline.documents.sheet_places import with_sheet_places
from pipeline.facts.people import backs_of
from pipeline.model.client import Client
from pipeline.model.document import Document
from pipeline.model.intake import Inventory
from pipeline.model.page import Page
from pipeline.profile.profile import Profile
from pipeline.store import Store, fingerprint

AREAS = ("engines", "text", "layout", "documents", "model", "facts", "profile/insurance_form.py")
"""The code that the answer depends on."""


def run(
    inventory: Inventory, pages: tuple[Page, ...], client: Client, profile: Profile, store: Store
) -> tuple[Document, ...]:
    """Every paper of the client in path order, with people's corrections.

    What the machine read is kept in the store while papers, code and placement stay the same.
    """
    slots = slots_of(profile)
    people = [(entry.name, entry.number) for entry in client.people]
    key = [inventory, [_trace(page) for page in pages], client.files, people, slots, profile.layouts]
    key.append(fingerprint(*AREAS))
    read = store.remember(
        "documents",
        key,
        tuple[Document, ...],
        lambda: with_sheet_places(read_documents(pages, inventory, client, slots, backs_of, profile.layouts), pages),
    )
    return corrected(read, client.corrections)


def slots_of(profile: Profile) -> tuple[Slot, ...]:
    """The profile's materials and annexes as placement sees them."""
    materials = [
        Slot(number=each.number, names=(each.title, *each.aliases), kinds=each.kinds) for each in profile.materials
    ]
    annexes = [
        Slot(number=each.number, names=(each.title,), kinds=each.kinds, parent=each.parent)
        for each in profile.annexes
    ]
    return (*materials, *annexes)


def _trace(page: Page) -> tuple[str, int, str, str, int]:
    """What tells two readings of a page apart: the file's content and the engines are in the key already."""
    return page.file, page.number, page.reader, page.why, len(page.text)
