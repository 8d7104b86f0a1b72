"""A client's folder read as the program reads it; pages are kept, so that only what changed is read again."""

from __future__ import annotations

from pathlib import Path

from pipeline.documents.gathering import read_documents
from pipeline.engines.batches import PageRequest, read_all, requests
from pipeline.engines.children import Workshop
from pipeline.model.client import Client
from pipeline.model.document import Document
from pipeline.model.intake import IntakeLimits, Inventory, SourceFile
from pipeline.model.page import Page
from pipeline.stages import ingest
from pipeline.store import Store, fingerprint

FILES_AT_ONCE = 12


def documents_of(folder: Path, store: Store, shop: Workshop, engines: str = "") -> tuple[Document, ...]:
    """Every paper in the folder; `engines` is what kept pages belong to, the code that reads pages when empty."""
    inventory = ingest.run(folder, (), IntakeLimits(), store.derivatives, shop)
    pages = _pages(inventory, folder, store, shop, engines or fingerprint("engines"))
    client = Client(folder_name=folder.name, licence="isp", coverage=("北京市",), short_name="虚构")
    return read_documents(pages, inventory, client)


def _pages(inventory: Inventory, folder: Path, store: Store, shop: Workshop, engines: str) -> list[Page]:
    """All pages in the order of their files; what is read is kept a few files at a time, as runs are long."""
    files = inventory.readable()
    keys = {file.path: [file.path, file.sha256, engines] for file in files}
    known = {file.path: store.find("pages", keys[file.path], tuple[Page, ...]) for file in files}
    unread = [file for file in files if known[file.path] is None]
    for first in range(0, len(unread), FILES_AT_ONCE):
        some = unread[first : first + FILES_AT_ONCE]
        read = read_all(shop, [request for file in some for request in _requests(file, folder, store)])
        for file in some:
            known[file.path] = tuple(page for page in read if page.file == file.path)
            store.keep("pages", keys[file.path], tuple[Page, ...], known[file.path])
    return [page for file in files for page in known[file.path] or ()]


def _requests(file: SourceFile, folder: Path, store: Store) -> tuple[PageRequest, ...]:
    path = store.derivatives / file.derivative if file.derivative is not None else folder / file.path
    return requests(path, file.path, file.sha256, file.pages or 0)
