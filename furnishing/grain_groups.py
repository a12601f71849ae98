"""Fronts whose grain runs on from one to the next: drawer stacks, door pairs, rows across neighbouring cabinets.

The cutting keeps the fronts of a group together on one board, in order, so a group is never larger than a board.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.catalogue import Catalogue
from furnishing.grain import BoardGrain
from furnishing.layout.placement import Placement
from furnishing.parts import Part

FRONTS: Final = frozenset({"door", "drawer-front", "flap", "false-front"})
Group = tuple[Part, ...]


def matched(cabinets: Sequence[Cabinet], placements: Sequence[Placement], catalogue: Catalogue) -> tuple[Cabinet, ...]:
    """The cabinets with their fronts in grain groups, `placements` in the same order. Plain finishes need none."""
    groups: list[Group] = []
    row: list[Group] = []
    before: Placement | None = None
    for cabinet, placement in zip(cabinets, placements, strict=True):
        fronts = tuple(part for part in cabinet.parts if part.role in FRONTS and _grained(part, catalogue))
        stacks = _stacks(fronts)
        groups += stacks
        level = _level(fronts) if not stacks else ()
        if not (row and level and before and _joined(before, placement) and _alike(row[-1][-1], level[0])):
            groups += _rows(row, catalogue)
            row = []
        row += [level] if level else []
        before = placement
    groups += _rows(row, catalogue)
    names = {part.id: (group[0].id, place) for group in groups for place, part in enumerate(group, 1)}
    return tuple(_named(cabinet, names) for cabinet in cabinets)


def _grained(part: Part, catalogue: Catalogue) -> bool:
    return catalogue.finish(catalogue.material(part.material).finish).grain is not BoardGrain.NONE


def _stacks(fronts: Iterable[Part]) -> list[Group]:
    """Fronts of one width above each other, from the top down."""
    columns: dict[tuple[int, int], list[Part]] = {}
    for part in fronts:
        columns.setdefault((part.box.x, part.box.dx), []).append(part)
    return [tuple(sorted(column, key=lambda part: -part.box.z)) for column in columns.values() if len(column) > 1]


def _level(fronts: Sequence[Part]) -> Group:
    """The fronts of a cabinet where they stand in one row, from the left; nothing where they do not."""
    heights = {(part.box.z, part.box.dz) for part in fronts}
    return tuple(sorted(fronts, key=lambda part: part.box.x)) if len(heights) == 1 else ()


def _joined(one: Placement, other: Placement) -> bool:
    """Whether the second stands directly to the right of the first, as high above the floor."""
    beside = (one.wall, one.out) == (other.wall, other.out) and one.offset + one.width == other.offset
    return beside and one.elevation == other.elevation


def _alike(one: Part, other: Part) -> bool:
    here, there = (part.box.z for part in (one, other))
    return (here, one.length, one.width if one.role == "flap" else 0, one.material) == (
        there,
        other.length,
        other.width if other.role == "flap" else 0,
        other.material,
    ) and one.role == other.role


def _rows(row: Sequence[Group], catalogue: Catalogue) -> list[Group]:
    """The fronts of a row in groups that a board can hold, each of whole cabinets and of two fronts at least."""
    groups: list[list[Part]] = []
    for level in row:
        if groups and _fits([*groups[-1], *level], catalogue):
            groups[-1] += level
        elif _fits(level, catalogue):
            groups.append([*level])
    return [tuple(group) for group in groups if len(group) > 1]


def _fits(fronts: Sequence[Part], catalogue: Catalogue) -> bool:
    """Whether fronts side by side come out of the widest board of their material, a saw cut between two."""
    saw, boards = catalogue.saw, catalogue.boards_of(fronts[0].material)
    across = sum(_across(part) for part in fronts) + saw.kerf * (len(fronts) - 1)
    return any(across <= board.width - saw.trim_bottom - saw.trim_top for board in boards)


def _across(part: Part) -> int:
    """The size of a front from left to right as it is sawn."""
    return part.cut_width if part.axes[1] == 0 else part.cut_length


def _named(cabinet: Cabinet, names: Mapping[str, tuple[str, int]]) -> Cabinet:
    parts = tuple(
        replace(part, grain_group=names[part.id][0], grain_place=names[part.id][1]) if part.id in names else part
        for part in cabinet.parts
    )
    return replace(cabinet, parts=parts)
