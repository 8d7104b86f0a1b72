"""A client's folder read as the program reads it; pages are kept, so that only what changed is read again."""

from __future__ import annotations

from pathlib import Path

from pipeline.documents.gathering import read_documents
from pipeline.engines.batches import read_all, requests
from pipeline.engines.children import Workshop
from pipeline.model.client import Client
from pipeline.model.document import Document
from pipeline.model.intake import IntakeLimits, Inventory, SourceFile
from pipeline.model.page import Page
from pipeline.stages import ingest
from pipeline.store import Store, fingerprint


def documents_of(folder: Path, store: Store, shop: Workshop, engines: str = "") -> tuple[Document, ...]:
    """Every paper in the folder; `engines` is what kept pages belong to, the code that reads pages when empty."""
    inventory = ingest.run(folder, (), IntakeLimits(), store.derivatives, shop)
    pages = _pages(inventory, folder, store, shop, engines or fingerprint("engines"))
    client = Client(folder_name=folder.name, licence="isp", coverage=("北京市",), short_name="虚构")
    return read_documents(pages, inventory, client)


def _pages(inventory: Inventory, folder: Path, store: Store, shop: Workshop, engines: str) -> list[Page]:
    pages: list[Page] = []
    for file in inventory.readable():
        key = [file.path, file.sha256, engines]
        kept = store.find("pages", key, tuple[Page, ...])
        if kept is None:
            kept = _read(file, folder, store, shop)
            store.keep("pages", key, tuple[Page, ...], kept)
        pages += kept
    return pages


def _read(file: SourceFile, folder: Path, store: Store, shop: Workshop) -> tuple[Page, ...]:
    path = store.derivatives / file.derivative if file.derivative is not None else folder / file.path
    return read_all(shop, requests(path, file.path, file.sha256, file.pages or 0))
