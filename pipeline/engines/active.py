"""What a PDF carries besides what is printed: scripts, launch actions, attachments, media, signatures."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

ACTIONS = {
    "/JavaScript": "JavaScript",
    "/Launch": "启动外部程序",
    "/SubmitForm": "提交表单",
    "/ImportData": "导入数据",
    "/GoToE": "打开附件",
    "/Rendition": "播放媒体",
    "/Movie": "播放媒体",
    "/Sound": "播放媒体",
}
ANNOTATIONS = {
    "/FileAttachment": "附件",
    "/RichMedia": "多媒体",
    "/Movie": "多媒体",
    "/Sound": "多媒体",
    "/Screen": "多媒体",
    "/3D": "多媒体",
}
LONGEST_CHAIN = 20  # actions that follow one another; hostile files make rings of them
DEEPEST_FIELD = 20  # levels of form fields


def active_content(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """What in the PDF could do something, as words for people, sorted, each once."""
    return tuple(sorted(set(_found(pdf))))


def _found(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    yield from _actions(root.get(Name.OpenAction))
    yield from _additional(root)
    names = _dictionary(root.get(Name.Names))
    if Name.JavaScript in names:
        yield "JavaScript"
    if Name.EmbeddedFiles in names:
        yield "附件"
    form = _dictionary(root.get(Name.AcroForm))
    if Name.XFA in form:
        yield "XFA 表单"
    for field in _fields(form.get(Name.Fields), 0):
        yield from _actions(field.get(Name.A))
        yield from _additional(field)
    for page in pdf.pages:
        yield from _additional(page.obj)
        for annotation in _array(page.obj.get(Name.Annots)):
            yield from _in_annotation(_dictionary(annotation))


def _in_annotation(annotation: Dictionary) -> Iterator[str]:
    word = ANNOTATIONS.get(str(annotation.get(Name.Subtype)))
    if word is not None:
        yield word
    yield from _actions(annotation.get(Name.A))
    yield from _additional(annotation)


def _additional(owner: Object) -> Iterator[str]:
    """Actions that fire on events (/AA)."""
    for event in _dictionary(_dictionary(owner).get(Name.AA)).values():
        yield from _actions(event)


def _actions(action: Object | None) -> Iterator[str]:
    for _ in range(LONGEST_CHAIN):
        if not isinstance(action, Dictionary):
            return
        word = ACTIONS.get(str(action.get(Name.S)))
        if word is not None:
            yield word
        action = action.get(Name.Next)


def signatures(pdf: pikepdf.Pdf) -> tuple[Dictionary, ...]:
    """The values of all digital signatures in the PDF's form."""
    form = _dictionary(pdf.Root.get(Name.AcroForm))
    values = (
        _dictionary(field.get(Name.V))
        for field in _fields(form.get(Name.Fields), 0)
        if field.get(Name.FT) == Name.Sig
    )
    return tuple(each for each in values if Name.ByteRange in each)


def _fields(fields: Object | None, depth: int) -> Iterator[Dictionary]:
    if depth > DEEPEST_FIELD:
        return
    for each in _array(fields):
        field = _dictionary(each)
        yield field
        yield from _fields(field.get(Name.Kids), depth + 1)


def _dictionary(thing: Object | None) -> Dictionary:
    return thing if isinstance(thing, Dictionary) else Dictionary()


def _array(thing: Object | None) -> list[Object]:
    return list(thing) if isinstance(thing, Array) else []
