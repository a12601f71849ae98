"""A form between its three shapes: what was posted, JSON, and what is shown. Which form it is, its group says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass

from furnishing.errors import Fault
from furnishing.json_text import to_json
from web.forms.controls import MISSING, Field, Group, Kind, Listing, Section, anchor, join, places, rows
from web.forms.names import Json, get, nearest, nest, steps


def posted(group: Group, form: Mapping[str, str]) -> dict[str, Json]:
    """The JSON values of a posted form. Fields that the group does not declare are not ours and are left out."""
    typed = nest(form.items())
    values: dict[str, Json] = _read(group, typed)
    return values


def _read(group: Group, typed: Json) -> dict[str, Json]:
    given = typed if isinstance(typed, dict) else {}
    values: dict[str, Json] = {}
    for control in group.controls:
        text = given.get(control.name)
        value = control.read(text if isinstance(text, str) else None)
        if value is not MISSING:
            values[control.name] = value
    for below in group.groups:
        found = given.get(below.name)
        if not below.many:
            values[below.name] = _read(below, found)
        elif isinstance(found, list):
            values[below.name] = [_read(below, row) for row in found[: below.most]]
        else:
            values[below.name] = []
    return values


def shown(group: Group, values: Json, faults: Iterable[Fault] = ()) -> Section:
    """The form as shown with `values`, each fault at the nearest place that its path names."""
    at: dict[str, list[str]] = {}
    known = tuple(places(group, values))
    for fault in faults:
        where = nearest(fault.where, known) or ""
        at.setdefault(where, []).append(_sentence(fault, where))
    return _section(group, values, "", 0, at)


def _sentence(fault: Fault, where: str) -> str:
    if fault.message == "this field is missing":
        return "nothing stands here; fill it in"
    return f"{fault.where}: {fault.message}" if not where and fault.where else fault.message


def _section(group: Group, values: Json, path: str, number: int, at: Mapping[str, list[str]]) -> Section:
    fields = tuple(
        Field(
            path=(place := join(path, control.name)),
            control=control,
            text=control.write(get(values, place)),
            faults=tuple(at.get(place, ())),
        )
        for control in group.controls
    )
    lists = tuple(_listing(below, values, join(path, below.name), at) for below in group.groups)
    return Section(path=path, group=group, number=number, fields=fields, lists=lists, faults=tuple(at.get(path, ())))


def _listing(group: Group, values: Json, path: str, at: Mapping[str, list[str]]) -> Listing:
    if not group.many:
        return Listing(path=path, group=group, sections=(_section(group, values, path, 0, at),), faults=())
    count = len(rows(values, path))
    sections = tuple(_section(group, values, f"{path}[{row}]", row + 1, at) for row in range(count))
    return Listing(path=path, group=group, sections=sections, faults=tuple(at.get(path, ())))


def find(group: Group, path: str) -> Group | None:
    """The rows' group at a path such as `walls[1].openings`; None where the form has none there."""
    here = group
    for name in (step for step in steps(path) or () if isinstance(step, str)):
        below = next((each for each in here.groups if each.name == name), None)
        if below is None:
            return None
        here = below
    return here if here.many else None


def added(group: Group, values: Json, path: str) -> dict[str, Json]:
    """The values with one more row at the end of the list at `path`; as they were where there is no such list."""
    changed: dict[str, Json] = deepcopy(values)
    kind, into = find(group, path), get(changed, path)
    if kind is not None and isinstance(into, list) and len(into) < kind.most:
        into.append(_blank(kind))
    return changed


def _blank(group: Group) -> dict[str, Json]:
    return group.new_row() | {each.name: [] for each in group.groups if each.many}


def removed(group: Group, values: Json, path: str) -> tuple[dict[str, Json], str]:
    """The values without the row at `path`, and that row as JSON, which `restored` takes; empty where there is none."""
    changed: dict[str, Json] = deepcopy(values)
    way = steps(path)
    if way is None or not isinstance(way[-1], int):
        return changed, ""
    into = get(changed, path.rpartition("[")[0])
    if find(group, path) is None or not isinstance(into, list) or way[-1] >= len(into):
        return changed, ""
    return changed, to_json(into.pop(way[-1]))


def restored(group: Group, values: Json, path: str, row: Json) -> dict[str, Json]:
    """The values with a removed row back in its place; what it holds beyond the form's own fields is left out."""
    changed: dict[str, Json] = deepcopy(values)
    way, kind = steps(path), find(group, path)
    into = get(changed, path.rpartition("[")[0])
    if way and isinstance(way[-1], int) and kind is not None and isinstance(into, list) and len(into) < kind.most:
        into.insert(way[-1], _kept(kind, row))
    return changed


def _kept(group: Group, row: Json) -> dict[str, Json]:
    """A row made of the declared fields alone: what comes back from a browser is not trusted."""
    given = row if isinstance(row, dict) else {}
    kept: dict[str, Json] = {}
    for control in group.controls:
        value = given.get(control.name)
        if value is not None and (control.kind is Kind.DETAILS or not isinstance(value, dict)):
            kept[control.name] = control.read(control.write(value) if value is not False else None)
    for below in group.groups:
        found = given.get(below.name)
        kept[below.name] = [_kept(below, each) for each in found] if isinstance(found, list) else []
    return {name: value for name, value in kept.items() if value is not MISSING}


@dataclass(frozen=True, slots=True)
class Told:
    """A fault in the list at the top of a form, with the element to jump to."""

    id: str
    label: str
    message: str


def summary(group: Group, values: Json, faults: Iterable[Fault]) -> tuple[Told, ...]:
    """All faults with words for where they are: `Wall 2, window or door 1, Width`."""
    known = tuple(places(group, values))
    told = []
    for fault in faults:
        where = nearest(fault.where, known) or ""
        told.append(Told(anchor(where), label(group, where), _sentence(fault, where)))
    return tuple(told)


def label(group: Group, path: str) -> str:
    """The words for a path, from the outside in."""
    words: list[str] = []
    here = group
    for step in steps(path) or ():
        if isinstance(step, int):
            words[-1] = f"{here.singular} {step + 1}"
            continue
        below = next((each for each in here.groups if each.name == step), None)
        if below is None:
            control = next((each for each in here.controls if each.name == step), None)
            words.append(control.label if control else step)
        else:
            here = below
            words.append(below.title)
    return ", ".join(words)[:1].upper() + ", ".join(words)[1:] if words else "Room"
