"""What the clients are called and what must not be met twice among them, kept to be recognised but not read.

Keyed hashes (BLAKE2b, key in a file of its owner's outside build/): of folded names and codes with their lengths,
enough to search a text window by window; of a person's insured months, verification codes, pages and the words of
answers. Protected, not anonymous: whoever has the key can test a guess.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pipeline.model.draft import Draft
from pipeline.model.outcome import Sighting
from pipeline.model.record import Record
from pipeline.store import write_private
from pipeline.text.normal import fold

KEY_BYTES = 32
DIGEST_BYTES = 16
SHORTEST = 4
"""Characters: shorter words would be found by chance."""


Sort = Literal["name", "month", "code", "page"]


class Entry(Record):
    """One name, insured month, verification code or page of one client: all known by keyed hash only."""

    owner: str
    length: int
    digest: str
    sort: Sort = "name"


class Wording(Record):
    """The words of one client's answers: the keyed hash of every short run of characters."""

    owner: str
    runs: tuple[str, ...]


class Index(Record):
    """Every client's entries, frozen before the first client is judged."""

    entries: tuple[Entry, ...] = ()
    wordings: tuple[Wording, ...] = ()

    def others(self, client: str, code: str, key: bytes) -> Index:
        """The same without this client and without folders of the same company, told by its registration code."""
        own = keyed(client, key)
        same = keyed(fold(code), key) if code else ""
        mine = {own, *(each.owner for each in self.entries if each.sort == "name" and each.digest == same)}
        return Index(
            entries=tuple(each for each in self.entries if each.owner not in mine),
            wordings=tuple(each for each in self.wordings if each.owner not in mine),
        )

    def digests(self, sort: Sort) -> frozenset[str]:
        """The hashes of one sort."""
        return frozenset(each.digest for each in self.entries if each.sort == sort)


def joined(parts: Iterable[Index]) -> Index:
    """One index of several clients' parts, in their order."""
    parts = tuple(parts)
    return Index(
        entries=tuple(entry for part in parts for entry in part.entries),
        wordings=tuple(wording for part in parts for wording in part.wordings),
    )


def key_at(path: Path) -> bytes:
    """The key of this machine's user, made at first use, readable by its owner only."""
    if not path.is_file():
        write_private(path, secrets.token_bytes(KEY_BYTES))
    return path.read_bytes()


def entries_of(client: str, words: Iterable[str], key: bytes) -> tuple[Entry, ...]:
    """The entries of one client for its names and codes."""
    folded = sorted({fold(each) for each in words})
    owner = keyed(client, key)
    return tuple(
        Entry(owner=owner, length=len(each), digest=keyed(each, key)) for each in folded if len(each) >= SHORTEST
    )


def keyed(text: str, key: bytes) -> str:
    """The keyed hash of a text."""
    return hashlib.blake2b(text.encode(), key=key, digest_size=DIGEST_BYTES).hexdigest()


def sightings(
    index: Index, client: str, own: Iterable[str], drafts: tuple[Draft, ...], key: bytes
) -> tuple[Sighting, ...]:
    """Where a draft holds another client's name or code, other than inside a name of this client's own facts."""
    owner = keyed(client, key)
    known = {keyed(fold(each), key) for each in own}
    wanted = {
        (e.length, e.digest) for e in index.entries if e.sort == "name" and e.owner != owner and e.digest not in known
    }
    lengths = sorted({length for length, _ in wanted}, reverse=True)
    own_names = tuple(fold(each) for each in own)
    return tuple(
        Sighting(material=draft.material, page=number, text=words)
        for draft in drafts
        for number, text in enumerate(draft.page_texts, start=1)
        for words in _found(_without(fold(text), own_names), lengths, wanted, key)
    )


def _without(text: str, names: tuple[str, ...]) -> str:
    """The text with this client's own longer names blanked, so that a name inside a name is no sighting."""
    for name in sorted(names, key=len, reverse=True):
        if len(name) >= SHORTEST:
            text = text.replace(name, "\n")
    return text


def _found(text: str, lengths: list[int], wanted: set[tuple[int, str]], key: bytes) -> tuple[str, ...]:
    windows = (text[start : start + length] for length in lengths for start in range(len(text) - length + 1))
    return tuple(dict.fromkeys(each for each in windows if (len(each), keyed(each, key)) in wanted))
