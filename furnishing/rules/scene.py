"""What rules look at: cabinets where they stand in a room, with the geometry that several rules need, worked out once.

Plans are Shapely's, floats in room coordinates, micrometres; heights are above the floor.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from shapely import Polygon, STRtree
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.kind import Family, Kind, Zone
from furnishing.cabinets.registry import kinds
from furnishing.catalogue import Catalogue
from furnishing.construction import Construction
from furnishing.issues import Issue
from furnishing.joinery.clashes import clashes
from furnishing.layout.placement import Placement
from furnishing.parts import Part
from furnishing.room import Room
from furnishing.rules.corner_shape import round_corner
from furnishing.rules.motion import Motion, motions
from furnishing.style import Style
from furnishing.units import Length, mm

End = tuple[int, Length, Length]
"""A place along a row: its wall, how far it stands off it, and the place."""
SLACK: Final[Length] = mm(1)
"""Measured walls are rounded, so shapes that meet may seem to overlap by less than this."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A cabinet where it stands: `origin` is its rear left corner in plan, `along` the way of its width, of length 1.

    `shape` is its outline in plan, `construction` what it is built by.
    """

    placement: Placement
    cabinet: Cabinet
    kind: Kind
    construction: Construction
    origin: tuple[float, float]
    along: tuple[float, float]
    shape: BaseGeometry

    @property
    def id(self) -> str:
        """The id of the cabinet."""
        return self.cabinet.id

    @property
    def wall(self) -> int:
        """The wall it stands on."""
        return self.placement.wall

    @property
    def row(self) -> tuple[int, Length]:
        """Its wall and how far it stands off it: units of one row stand side by side."""
        return self.placement.wall, self.placement.out

    @property
    def at_wall(self) -> bool:
        """Whether its back is at its wall, and not free in the room."""
        return self.placement.out == 0

    def joined(self, other: Unit) -> bool:
        """Whether both are of one row, or of one piece that stands free: an island with its worktop and panels."""
        free = self.wall == other.wall and not self.at_wall and not other.at_wall
        return self.row == other.row or (free and self.shape.distance(other.shape) <= SLACK)

    @property
    def left(self) -> Length:
        """Its left end, from the left end of its wall."""
        return self.placement.offset

    @property
    def right(self) -> Length:
        """Its right end."""
        return self.placement.offset + self.placement.width

    @property
    def bottom(self) -> Length:
        """Its underside above the floor."""
        return self.placement.elevation

    @property
    def top(self) -> Length:
        """Its upper side above the floor."""
        return self.placement.elevation + self.cabinet.height

    @property
    def stands(self) -> bool:
        """Whether it stands on the floor."""
        return self.placement.elevation == 0

    @property
    def closes(self) -> bool:
        """Whether it only closes a run: a filler or a panel."""
        return self.kind.zone is Zone.END or self.kind.family is Family.TRIM

    def spaces(self, *uses: Use) -> tuple[Space, ...]:
        """Its clear spaces for these uses."""
        return tuple(space for space in self.cabinet.spaces if space.use in uses)

    def has(self, *uses: Use) -> bool:
        """Whether it has a space for one of these uses."""
        return bool(self.spaces(*uses))

    def of_role(self, *roles: str) -> tuple[Part, ...]:
        """Its parts of these roles."""
        return tuple(part for part in self.cabinet.parts if part.role in roles)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of its plan in the room."""
        (ux, uy), (x0, y0) = self.along, self.origin
        return (x0 + ux * x + uy * y, y0 + uy * x - ux * y)

    def plan(self, x0: float, x1: float, y0: float, y1: float) -> Polygon:
        """A rectangle of its plan in the room."""
        return Polygon([self.place(x0, y0), self.place(x1, y0), self.place(x1, y1), self.place(x0, y1)])

    def before(self, start: Length, reach: Length) -> Polygon:
        """The floor before it, over its width less a little at both ends, from `start` to `reach` before its fronts."""
        depth = self.cabinet.depth
        return self.plan(SLACK, self.cabinet.width - SLACK, depth + start, depth + reach)

    def overlaps(self, low: Length, high: Length) -> bool:
        """Whether some of it lies between two heights."""
        return self.bottom < high and low < self.top


@dataclass(frozen=True)
class Scene:
    """One design as rules see it; `units` in the order of the layout, fillers included."""

    room: Room
    style: Style
    catalogue: Catalogue
    construction: Construction
    units: tuple[Unit, ...]

    @cached_property
    def floor(self) -> Polygon:
        """The floor inside the walls."""
        return self.room.outline

    @cached_property
    def loose_floor(self) -> BaseGeometry:
        """The floor and what measured walls may be off."""
        return self.floor.buffer(self.construction.wall_skew, join_style="mitre")

    @cached_property
    def _tree(self) -> STRtree:
        return STRtree([unit.shape for unit in self.units])

    def near(self, shape: BaseGeometry) -> list[Unit]:
        """The units whose outline meets a shape, in their order."""
        return [self.units[index] for index in sorted(self._tree.query(shape, predicate="intersects").tolist())]

    @cached_property
    def motions(self) -> tuple[Motion, ...]:
        """What every door, drawer, flap and appliance sweeps over as it opens."""
        return tuple(motion for unit in self.units for motion in motions(unit.cabinet, unit.place, unit.bottom))

    @cached_property
    def _moving(self) -> dict[str, list[Motion]]:
        found: dict[str, list[Motion]] = {}
        for motion in self.motions:
            found.setdefault(motion.cabinet, []).append(motion)
        return found

    def motions_of(self, unit: Unit) -> list[Motion]:
        """The motions of one unit."""
        return self._moving.get(unit.id, [])

    @cached_property
    def by_id(self) -> dict[str, Unit]:
        """The units by the id of their cabinet."""
        return {unit.id: unit for unit in self.units}

    @cached_property
    def runs(self) -> dict[tuple[int, Length], tuple[Unit, ...]]:
        """The units of each row, from left to right."""
        found: dict[tuple[int, Length], list[Unit]] = {}
        for unit in sorted(self.units, key=lambda unit: (unit.row, unit.left, unit.bottom)):
            found.setdefault(unit.row, []).append(unit)
        return {row: tuple(units) for row, units in found.items()}

    def on_wall(self, wall: int) -> tuple[Unit, ...]:
        """The units with their backs at a wall, from left to right."""
        return self.runs.get((wall, 0), ())

    @cached_property
    def _ends(self) -> tuple[dict[End, list[Unit]], dict[End, list[Unit]]]:
        starts: dict[End, list[Unit]] = {}
        ends: dict[End, list[Unit]] = {}
        for unit in self.units:
            starts.setdefault((*unit.row, unit.left), []).append(unit)
            ends.setdefault((*unit.row, unit.right), []).append(unit)
        return starts, ends

    def beside(self, unit: Unit) -> tuple[Unit | None, Unit | None]:
        """The units that touch it on its left and on its right, at some of its height."""
        starts, ends = self._ends
        return (
            next((each for each in ends.get((*unit.row, unit.left), ()) if each.overlaps(unit.bottom, unit.top)), None),
            next(
                (each for each in starts.get((*unit.row, unit.right), ()) if each.overlaps(unit.bottom, unit.top)), None
            ),
        )

    def pairs_beside(self) -> Iterator[tuple[Unit, Unit]]:
        """Units that touch, the left one first."""
        for unit in self.units:
            right = self.beside(unit)[1]
            if right is not None:
                yield unit, right

    def below(self, unit: Unit) -> list[Unit]:
        """The units of its row that stand on the floor below some of a hung unit."""
        return [
            each
            for each in self.near(unit.shape)
            if each.stands and each.joined(unit) and each.left < unit.right and unit.left < each.right
        ]

    @cached_property
    def clashes(self) -> tuple[Issue, ...]:
        """Everything that is wrong with the holes of the cabinets."""
        return tuple(issue for unit in self.units for issue in clashes(unit.cabinet))

    def to_wall(self, unit: Unit) -> tuple[Length | None, Length | None]:
        """How far the ends of a unit are from a wall that turns into the room there; None where none does."""
        wall, before = self.room.walls[unit.wall], self.room.walls[unit.wall - 1]
        if not unit.at_wall:
            return (None, None)
        left = unit.left if before.turn > 0 else None
        return (left, wall.length - unit.right if wall.turn > 0 else None)


def scene_of(
    room: Room,
    style: Style,
    placements: Sequence[Placement],
    cabinets: Sequence[Cabinet],
    catalogue: Catalogue,
    construction: Construction,
    others: Mapping[str, Construction] | None = None,
) -> Scene:
    """The scene of cabinets at their placements, in the same order.

    `others` are the constructions of those that are built otherwise than the project, by the id of the cabinet.
    """
    own = others or {}
    known = {kind.code: kind for kind in kinds()}
    units = tuple(
        _unit(
            placement,
            cabinet,
            _as_chosen(known[cabinet.kind], placement, style),
            own.get(cabinet.id, construction),
            room,
        )
        for placement, cabinet in zip(placements, cabinets, strict=True)
    )
    return Scene(room=room, style=style, catalogue=catalogue, construction=construction, units=units)


def _as_chosen(kind: Kind, placement: Placement, style: Style) -> Kind:
    """A kind with the needs that the choices of a placement, and of the wish behind it, give it."""
    wished = () if placement.wish is None else style.wishes[placement.wish].choices
    needs = kind.needs_of({**dict(wished), **dict(placement.choices)})
    return kind if needs == kind.needs else replace(kind, needs=needs)


def _unit(placement: Placement, cabinet: Cabinet, kind: Kind, rules: Construction, room: Room) -> Unit:
    outline = placement.footprint(room)
    (x0, y0), (x1, y1), *_ = outline.exterior.coords
    span = math.hypot(x1 - x0, y1 - y0)
    bare = Unit(placement, cabinet, kind, rules, (x0, y0), ((x1 - x0) / span, (y1 - y0) / span), outline)
    shape = bare.plan(0, cabinet.width, 0, cabinet.depth)
    if kind.corner:
        shape = round_corner(placement, cabinet, room)
    return Unit(placement, cabinet, kind, rules, bare.origin, bare.along, shape)
