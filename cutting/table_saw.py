"""The cuts of a sheet in the order of a table saw: rips first, and the fence moved as seldom as possible.

At a table saw every move of the fence costs time and truth, and a whole board is handled best while it is ripped.
So all cuts of one stage are made before those of the next, and within a stage all that the fence is set for, from
the widest to the narrowest. What comes off a board does not depend on the order in which its strips do, so only
the leftover of a row keeps its place: it is what remains. Rows of a matched set keep their order, for the grain.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from cutting.pieces import Direction, Rect, Saw
from cutting.plan import Node, Sheet
from cutting.sequence import Kind, Step, steps
from furnishing.units import Length

Row: TypeAlias = "list[Step]"
"""The cuts that divide one panel, those still to be made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where the fence stands: the distance from it to the blade, and which way the cuts run."""

    direction: Direction
    stop: Length


def table_steps(sheet: Sheet, saw: Saw, in_order: Collection[str] = ()) -> tuple[Step, ...]:
    """The steps of `cutting.sequence.steps` in the order of a table saw, numbered from 1.

    Position and stop stay those of the plan; what is left of a row comes free with the cut that is now its last.
    Pieces named in `in_order` are cut in the order in which they lie.
    """
    done = steps(sheet, saw)
    rows: dict[tuple[Rect, Direction], Row] = {}
    for step in done:
        if step.kind is not Kind.TRIM:
            rows.setdefault((step.whole, step.direction), []).append(step)
    fixed = {key for key, row in rows.items() if _holds(row, in_order)}
    found: list[Step] = [step for step in done if step.kind is Kind.TRIM]
    first = next((step for step in done if step.kind is not Kind.TRIM), None)
    level = [(first.whole, first.direction)] if first is not None else []
    while level:
        below: list[tuple[Rect, Direction]] = []
        found += _stage(level, rows, fixed, below)
        level = below
    return tuple(replace(step, number=number) for number, step in enumerate(found, start=1))


def settings(done: Collection[Step]) -> tuple[Setting, ...]:
    """Where the fence is set, one after the other: as often as it is moved."""
    found: list[Setting] = []
    for step in done:
        setting = Setting(direction=step.direction, stop=step.stop)
        if not found or found[-1] != setting:
            found.append(setting)
    return tuple(found)


def _holds(row: Row, wanted: Collection[str]) -> bool:
    nodes = (node for step in row for node in (step.near, step.far) if node is not None)
    return any(leaf.piece in wanted for node in nodes for leaf in node.leaves())


def _stage(
    level: list[tuple[Rect, Direction]],
    rows: Mapping[tuple[Rect, Direction], Row],
    fixed: Collection[tuple[Rect, Direction]],
    below: list[tuple[Rect, Direction]],
) -> list[Step]:
    """All cuts of one stage, sweep after sweep of the fence; adds what is to be cut next to `below`.

    One sweep is enough unless a row must keep its order or a panel is cut on the same way.
    """
    found: list[Step] = []
    while level:
        stops = {step.stop for key in level for step in _ready(rows[key], key in fixed)}
        for stop in sorted(stops, reverse=True):
            for key in list(level):
                found += _at(stop, key, rows, fixed, level, below)
        level[:] = [key for key in level if rows[key]]
    return found


def _ready(row: Row, in_order: bool) -> Row:
    return row[:1] if in_order else row


def _at(
    stop: Length,
    key: tuple[Rect, Direction],
    rows: Mapping[tuple[Rect, Direction], Row],
    fixed: Collection[tuple[Rect, Direction]],
    level: list[tuple[Rect, Direction]],
    below: list[tuple[Rect, Direction]],
) -> list[Step]:
    """What a row has for the fence as it stands."""
    row, found = rows[key], list[Step]()
    rest = next((step.far for step in row if step.far is not None), None)
    while True:
        step = next((each for each in _ready(row, key in fixed) if each.stop == stop), None)
        if step is None:
            return found
        row.remove(step)
        # What remains of the row comes free with whichever cut is its last.
        freed = replace(step, far=None if row else rest)
        if row and step.far is not None:
            row[-1] = replace(row[-1], far=rest)
        found.append(freed)
        for node in (freed.near, freed.far):
            if node is not None:
                _open(node, key[1], rows, level, below)


def _open(
    node: Node,
    direction: Direction,
    rows: Mapping[tuple[Rect, Direction], Row],
    level: list[tuple[Rect, Direction]],
    below: list[tuple[Rect, Direction]],
) -> None:
    """Put what came free and is to be cut on where it belongs: into this stage or the next."""
    if (node.rect, direction) in rows:
        level.append((node.rect, direction))
    elif (node.rect, direction.other) in rows:
        below.append((node.rect, direction.other))
