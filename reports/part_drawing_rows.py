"""The rows of a drilling table: holes that stand in line and are alike share a number, as they share a drill."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from furnishing.machining import Drilling, Face, Milling
from furnishing.units import Length
from reports.part_drawing_ordinates import marked, series
from reports.part_drawing_shapes import Shape
from reports.text.locale import Locale

Spot: TypeAlias = tuple[Length, Length]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holes:
    """Holes alike in one face at every crossing of `xs` and `ys`."""

    number: int
    kind: Drilling
    xs: tuple[Length, ...]
    ys: tuple[Length, ...]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Each hole."""
        return tuple((x, y) for x in self.xs for y in self.ys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A groove, slot, notch or cut-out."""

    number: int
    kind: Milling


def rows(shape: Shape) -> tuple[tuple[Holes, ...], tuple[Cut, ...]]:
    """The rows of holes, numbered by face and place, and then those of grooves and cut-outs."""
    alike: dict[tuple[Face, Length, Length, bool, str], list[Drilling]] = {}
    for hole in shape.drillings:
        alike.setdefault((hole.face, hole.diameter, hole.depth, hole.through, hole.purpose), []).append(hole)
    found: list[tuple[Drilling, tuple[Length, ...], tuple[Length, ...]]] = []
    for holes in alike.values():
        found += [(holes[0], xs, ys) for xs, ys in lines((hole.x, hole.y) for hole in holes)]
    order = {face: number for number, face in enumerate(Face)}
    found.sort(key=lambda each: (order[each[0].face], each[1], each[2], each[0].diameter, each[0].purpose))
    drilled = tuple(Holes(number=i, kind=kind, xs=xs, ys=ys) for i, (kind, xs, ys) in enumerate(found, 1))
    cuts = tuple(Cut(number=i, kind=kind) for i, kind in enumerate(shape.millings, len(drilled) + 1))
    return drilled, cuts


def lines(spots: Iterable[Spot]) -> tuple[tuple[tuple[Length, ...], tuple[Length, ...]], ...]:
    """Spots as few full grids of x and y, found along x and along y, whichever takes fewer."""
    every = sorted(set(spots))
    level = _grids(every)
    upright = tuple((xs, ys) for ys, xs in _grids([(y, x) for x, y in every]))
    return level if len(level) <= len(upright) else upright


def _grids(spots: Sequence[Spot]) -> tuple[tuple[tuple[Length, ...], tuple[Length, ...]], ...]:
    """First all of a level in one line, then levels whose lines are alike in one grid."""
    by_level: dict[Length, list[Length]] = {}
    for x, y in spots:
        by_level.setdefault(y, []).append(x)
    by_line: dict[tuple[Length, ...], list[Length]] = {}
    for y in sorted(by_level):
        by_line.setdefault(tuple(sorted(by_level[y])), []).append(y)
    return tuple((xs, tuple(ys)) for xs, ys in by_line.items())


def told(places: Sequence[Length], locale: Locale) -> str:
    """Places in a cell: `37; 293`, and for rows of equal steps `96 – 384 (9×32)`."""
    words = []
    for row in series(places):
        if len(row) == 1:
            words.append(marked(row[0], locale))
        else:
            steps = f"{len(row) - 1}×{marked(row[1] - row[0], locale)}"
            words.append(f"{marked(row[0], locale)} – {marked(row[-1], locale)} ({steps})")
    return "; ".join(words)
