"""What `show` hands back: the story of a file, the names of things, and a picture of every place on one page."""

from __future__ import annotations

import base64
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.documents.stories import Explanation, FieldStory, MissingStory, Nearest
from pipeline.engines.children import Workshop
from pipeline.engines.crops import CropTask, crop
from pipeline.engines.outcomes import Done
from pipeline.profile.profile import Labels
from pipeline.reports.pictures import Album
from pipeline.reports.typefaces import font_rule
from pipeline.reports.words import field_label, share
from pipeline.store import write_private

HERE = Path(__file__).parent / "html"
PAGE = "index.html"
LONGEST_NAME = 60  # characters of a file name: Windows allows 260 for a whole path

Subject = FieldStory | MissingStory


class Drawn(NamedTuple):
    """One picture: of which paper of the file (from 0), which value or field that was not found, and where it lies."""

    paper: int
    subject: Subject
    path: Path


class Shown(NamedTuple):
    """The story of a file, how its kinds and fields are called, the pictures and the page that shows them."""

    explanation: Explanation
    labels: Labels
    drawn: tuple[Drawn, ...] = ()

    @property
    def page(self) -> Path | None:
        """The page with all pictures, None where none was drawn."""
        return self.drawn[0].path.parent / PAGE if self.drawn else None

    def picture_of(self, subject: Subject) -> Path | None:
        """The picture of a value or of the line nearest to a field that was not found."""
        return next((each.path for each in self.drawn if each.subject is subject), None)


def draw(told: Explanation, labels: Labels, album: Album, shop: Workshop, folder: Path) -> tuple[Drawn, ...]:
    """A PNG for each value and each nearest line, its place framed, and a page of them all; earlier ones are gone."""
    own = folder / _file_name(told.file.removeprefix("papers/"))
    shutil.rmtree(own, ignore_errors=True)
    wanted = [(number, subject, place) for number, subject, place in _places(told) if place.bbox is not None]
    pages = list(dict.fromkeys((place.file, place.page) for _, _, place in wanted if place.page is not None))
    drawn: list[Drawn] = []
    for file, page in pages:
        here = [each for each in wanted if (each[2].file, each[2].page) == (file, page)]
        path = album.path(file)
        if path is None:
            continue
        boxes = tuple(place.bbox for _, _, place in here)
        turned = album.turned.get((file, page), 0)
        outcome = shop.run(crop, CropTask(path=path, page=page, boxes=boxes, turned=turned, form="PNG"))
        if not isinstance(outcome, Done):
            continue
        for (number, subject, _), picture in zip(here, outcome.value, strict=True):
            name = field_label(_group(told, number, subject), subject.name, labels)
            target = own / f"{len(drawn) + 1:03d}_{_file_name(name)}_{page}.png"
            write_private(target, picture)
            drawn.append(Drawn(number, subject, target))
    if drawn:
        write_private(own / PAGE, _page(told, labels, drawn, album.store.folder / "fonts").encode())
    return tuple(drawn)


def _places(told: Explanation) -> Iterator[tuple[int, Subject, FieldStory | Nearest]]:
    for number, paper in enumerate(told.papers):
        yield from ((number, field, field) for field in paper.fields)
        yield from ((number, cell, cell) for cell in paper.cells if not cell.used)
        yield from ((number, gap, gap.nearest) for gap in paper.missing if gap.nearest is not None)


def _group(told: Explanation, number: int, subject: Subject) -> str:
    table = subject.table if isinstance(subject, FieldStory) else ""
    return table or told.documents[number].kind


def _page(told: Explanation, labels: Labels, drawn: list[Drawn], fonts: Path) -> str:
    """The page, written once to know its characters, and once with the font that has them."""
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    papers = [
        (document.title, [_entry(told, labels, each) for each in drawn if each.paper == number])
        for number, document in enumerate(told.documents)
    ]
    environment.filters["share"] = share
    template = environment.get_template("shown.html.j2")
    typeface = font_rule(template.render(file=told.file, papers=papers, typeface=""), fonts)
    return template.render(file=told.file, papers=papers, typeface=Markup(typeface))  # noqa: S704 - our own rule


def _entry(told: Explanation, labels: Labels, drawn: Drawn) -> dict[str, object]:
    subject = drawn.subject
    name = field_label(_group(told, drawn.paper, subject), subject.name, labels)
    picture = "data:image/png;base64," + base64.b64encode(drawn.path.read_bytes()).decode("ascii")
    return {"name": name, "read": isinstance(subject, FieldStory), "story": subject, "picture": picture}


def _file_name(text: str) -> str:
    """A text as a file name that every system takes."""
    return re.sub(r'[\s/\\:*?"<>|.]+', "_", text).strip("_")[:LONGEST_NAME]
