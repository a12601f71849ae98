"""From the grain groups of a design to matched sets: which parts are neighbours, and how the grain crosses them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cutting.pieces import Follow, PieceSet
from furnishing.grain import Grain
from furnishing.parts import Part
from furnishing.units import Length

UPRIGHT: Final = 2
"""The axis of a cabinet that runs up."""


def grain_sets(parts: Iterable[Part]) -> tuple[PieceSet, ...]:
    """The sets of parts whose grain shows: one for each group of two or more, in the order in which groups appear.

    Parts of one cabinet that stand above each other are a stack, all others stand side by side. Each stack or row
    follows `grain_place`. Where stacks stand side by side the set has a row for each, its parts from the top down
    under upright grain and from the bottom up under level grain: so the picture on the board is the one on the
    cabinets and not its mirror image.
    """
    groups: dict[str, list[Part]] = {}
    for part in parts:
        if part.grain_group is not None:
            groups.setdefault(part.grain_group, []).append(part)
    return tuple(_set(name, sorted(group, key=_place)) for name, group in groups.items() if len(group) > 1)


def _place(part: Part) -> tuple[int, str]:
    return (part.grain_place, part.id)


def _set(name: str, group: Sequence[Part]) -> PieceSet:
    stacks: dict[tuple[str, Length], list[Part]] = {}
    for part in group:
        stacks.setdefault(_column(part), []).append(part)
    first = group[0]
    upright = (first.axes[1] if first.grain is Grain.WIDTH else first.axes[0]) == UPRIGHT
    stacked = Follow.ALONG if upright else Follow.ACROSS
    beside = Follow.ACROSS if upright else Follow.ALONG
    columns = list(stacks.values())
    if len(columns) == 1:
        return PieceSet(id=name, rows=(_ids(group),), follow=stacked)
    if all(len(column) == 1 for column in columns):
        return PieceSet(id=name, rows=(_ids(group),), follow=beside)
    sign = -1 if upright else 1
    rows = tuple(_ids(sorted(column, key=lambda part: sign * part.box.z)) for column in columns)
    return PieceSet(id=name, rows=rows, follow=stacked)


def _column(part: Part) -> tuple[str, Length]:
    """What stands above each other: the cabinet, and where in it a standing part begins."""
    if UPRIGHT not in part.axes:
        return (part.id, 0)
    return (part.cabinet, part.box.y if 0 not in part.axes else part.box.x)


def _ids(parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(part.id for part in parts)
