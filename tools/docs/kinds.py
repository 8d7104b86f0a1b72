"""docs/kinds.md: every kind of paper with its fields and tables, as its declaration says."""

from __future__ import annotations

from itertools import groupby

from pipeline.documents.declaration import DocumentType
from pipeline.documents.registry import OTHER, declarations
from pipeline.profile.profile import Labels, Profile
from tools.docs.markdown import code, page, table

SOURCE = "pipeline/documents and templates/isp/labels.yaml"
OTHERS = (
    f"## {OTHER.title} `{OTHER.kind}`\n\nA paper that is none of the kinds above: kept, shown, its text searched. "
    "The annexes that the program writes come back sealed as this kind, placed by the code at their foot."
)


def kinds_page(profile: Profile) -> str:
    """The page, kinds in the order in which the program lists them."""
    known = sorted((each for each in declarations() if each.kind != OTHER.kind), key=lambda each: _place(each.kind))
    number = len({each.kind for each in known} | {OTHER.kind})
    told = (
        f"{number} kinds. `*`: a paper without this field is incomplete. Every document also has `title` and `marks` "
        "(seals, signatures, QR codes, colour, resolution)."
    )
    blocks = [
        told,
        *(_kind(kind, tuple(forms), profile) for kind, forms in groupby(known, key=lambda each: each.kind)),
        OTHERS,
    ]
    return page("Kinds of paper and what is read in them", SOURCE, *blocks)


def _place(kind: str) -> int:
    return list(dict.fromkeys(each.kind for each in declarations())).index(kind)


def _kind(kind: str, forms: tuple[DocumentType, ...], profile: Profile) -> str:
    blocks = [f"## {profile.labels.zh(kind)} `{kind}`", _materials(kind, profile)]
    if any(form.sealed_draft for form in forms):
        blocks.append(
            "Written by the program; this is the sealed scan that comes back, told by the code at its foot."
        )
    if len(forms) > 1:
        layouts = "、".join(f"`{form.variant}` {form.title}" for form in forms)
        blocks.append(f"Layouts: {layouts}.")
    blocks.append(table(("field", "字段", "English", "layouts"), _fields(kind, forms, profile.labels)))
    for name, columns in _tables(forms).items():
        rows = ((code(column), *_words(f"{name}.{column}", column, profile.labels)) for column in columns)
        blocks.append(f"Table `{name}` {profile.labels.zh(name)}\n\n" + table(("column", "列", "English"), rows))
    return "\n\n".join(block for block in blocks if block)


def _materials(kind: str, profile: Profile) -> str:
    slots = [each.number for each in profile.materials if kind in each.kinds]
    slots += [each.number for each in profile.annexes if kind in each.kinds]
    return f"Material {', '.join(slots)}." if slots else ""


def _fields(kind: str, forms: tuple[DocumentType, ...], labels: Labels) -> list[tuple[str, ...]]:
    """Each field once, with the layouts that print it where not all do."""
    names = dict.fromkeys(rule.name for form in forms for rule in form.fields)
    rows: list[tuple[str, ...]] = []
    for name in names:
        where = [form.variant for form in forms if name in {rule.name for rule in form.fields}]
        star = "\\*" if any(name in form.required for form in forms) else ""
        partly = "" if len(where) == len(forms) else ", ".join(where)
        rows.append((code(name) + star, *_words(f"{kind}.{name}", name, labels), partly))
    return rows


def _tables(forms: tuple[DocumentType, ...]) -> dict[str, tuple[str, ...]]:
    return {name: columns for form in forms for name, columns in form.columns.items()}


def _words(exact: str, name: str, labels: Labels) -> tuple[str, str]:
    """The labels by `kind.field` where there is one, else by the field alone."""
    known = exact if labels.zh(exact) != exact else name
    return labels.zh(known), labels.en(known)
