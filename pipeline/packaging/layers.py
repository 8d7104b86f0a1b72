"""Optional content: a layer that was hidden in its source stays hidden in the dossier."""

from __future__ import annotations

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object, Pdf

MOST_LAYERS = 2_000


def merge(target: Pdf, sources: Iterable[Pdf]) -> None:
    """Give `target` the layers of its sources, with the states of each one's default configuration."""
    groups, off, order = Array(), Array(), Array()
    for source in sources:
        listed = source.Root.get(Name.OCProperties)
        if isinstance(listed, Dictionary):
            _add(target, listed, groups, off, order)
    if len(groups):
        configuration = Dictionary(BaseState=Name.ON, OFF=off, Order=order)
        target.Root.OCProperties = target.make_indirect(Dictionary(OCGs=groups, D=configuration))


def _add(target: Pdf, listed: Dictionary, groups: Array, off: Array, order: Array) -> None:
    configuration = listed.get(Name.D)
    default = configuration if isinstance(configuration, Dictionary) else Dictionary()
    hidden = {group.objgen for group in _groups(default.get(Name.OFF))}
    shown = {group.objgen for group in _groups(default.get(Name.ON))}
    closed = default.get(Name.BaseState) == Name.OFF
    for group in _groups(listed.get(Name.OCGs)):
        copied = target.copy_foreign(group)
        groups.append(copied)
        order.append(copied)
        if group.objgen in hidden or (closed and group.objgen not in shown):
            off.append(copied)


def _groups(value: Object | None) -> list[Dictionary]:
    if not isinstance(value, Array):
        return []
    listed = [value[index] for index in range(min(len(value), MOST_LAYERS))]
    return [group for group in listed if isinstance(group, Dictionary) and group.is_indirect]
