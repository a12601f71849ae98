"""Scenes for rules: units placed by hand in a room of 4 x 3 m, in the style of the other tests."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.kind import Size
from furnishing.cabinets.registry import kind_of
from furnishing.catalogue import Catalogue
from furnishing.construction import Construction, default_construction
from furnishing.layout.placement import Placement
from furnishing.parts import Bore, Part
from furnishing.room import PointKind, Room, Wall, WallPoint
from furnishing.rules.scene import Scene, scene_of
from furnishing.style import Style
from furnishing.units import Length, mm
from tests.furnishing.builders import a_catalogue, a_room, a_style, rectangle

Change = Callable[[Cabinet], Cabinet]


@dataclass(frozen=True)
class Stand:
    """A unit to place: millimetres; sizes not given are those of the style; `change` breaks what no kind would make."""

    kind: str
    offset: float = 1000
    width: float = 600
    wall: int = 0
    height: float | None = None
    depth: float | None = None
    elevation: float | None = None
    out: float = 0
    change: Change | None = None
    needs: tuple[str, ...] | None = None
    choices: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def a_scene(
    *stands: Stand,
    room: Room | None = None,
    style: Style | None = None,
    catalogue: Catalogue | None = None,
    rules: Construction | None = None,
) -> Scene:
    """A scene of units called K01, K02 ... in the order given."""
    room, style, catalogue = room or a_room(), style or a_style(), catalogue or a_catalogue()
    construction = rules or default_construction()
    placed = [_placed(number, stand, style, catalogue, construction) for number, stand in enumerate(stands, start=1)]
    scene = scene_of(
        room, style, [place for place, _ in placed], [cabinet for _, cabinet in placed], catalogue, construction
    )
    units = tuple(
        unit
        if stand.needs is None
        else dataclasses.replace(unit, kind=dataclasses.replace(unit.kind, needs=stand.needs))
        for unit, stand in zip(scene.units, stands, strict=True)
    )
    return dataclasses.replace(scene, units=units)


def _placed(
    number: int, stand: Stand, style: Style, catalogue: Catalogue, rules: Construction
) -> tuple[Placement, Cabinet]:
    kind = kind_of(stand.kind)
    usual = kind.stands(style)
    size = Size(
        width=_length(stand.width, 0),
        height=_length(stand.height, usual.height),
        depth=_length(stand.depth, usual.depth),
    )
    id = f"K{number:02}"
    cabinet = kind.make(id, size, style, catalogue, rules, choices=stand.choices)
    placement = Placement(
        cabinet=id,
        kind=kind.code,
        wall=stand.wall,
        offset=_length(stand.offset, 0),
        elevation=_length(stand.elevation, usual.elevation),
        width=size.width,
        height=size.height,
        depth=size.depth,
        out=_length(stand.out, 0),
        choices=tuple(stand.choices.items()),
    )
    return placement, stand.change(cabinet) if stand.change else cabinet


def _length(given: float | None, usual: Length) -> Length:
    return usual if given is None else round(given * 1000)


def row(*kinds: str, offset: float = 0, width: float = 600, wall: int = 0) -> tuple[Stand, ...]:
    """Units of one width side by side from an offset on."""
    return tuple(
        Stand(kind, offset=offset + number * width, width=width, wall=wall) for number, kind in enumerate(kinds)
    )


def with_points(*points: tuple[str, float, float], wall: int = 0, **changes: Any) -> Room:
    """The usual room with points on a wall: kind, offset, height."""
    walls = list(rectangle(4000, 3000))
    found = tuple(
        WallPoint(kind=PointKind(kind), offset=mm(int(at)), height=mm(int(high))) for kind, at, high in points
    )
    walls[wall] = dataclasses.replace(walls[wall], points=found)
    return a_room(*walls, **changes)


def opening_in(wall: int, *openings: Any, length: int = 4000, width: int = 3000) -> Room:
    """A room with openings in one of its walls."""
    walls = list(rectangle(length, width))
    walls[wall] = dataclasses.replace(walls[wall], openings=tuple(openings))
    return a_room(*walls)


def lean(wall: int, by: int) -> Room:
    """The usual room with one wall out of plumb by so many millimetres a metre."""
    walls: list[Wall] = list(rectangle(4000, 3000))
    walls[wall] = dataclasses.replace(walls[wall], lean=mm(by))
    return a_room(*walls)


def dense(density: int) -> Catalogue:
    """The usual catalogue with boards of this weight, in kg/m3."""
    usual = a_catalogue()
    heavy = tuple(dataclasses.replace(each, density=Decimal(density)) for each in usual.materials)
    return dataclasses.replace(usual, materials=heavy)


def parts(role: str, change: Callable[[Part], Part], *, only_first: bool = True) -> Change:
    """Change the first part of a role, or all."""

    def changed(cabinet: Cabinet) -> Cabinet:
        found = []
        done = False
        for part in cabinet.parts:
            hit = part.role == role and not (done and only_first)
            done = done or hit
            found.append(change(part) if hit else part)
        return dataclasses.replace(cabinet, parts=tuple(found))

    return changed


def bored(*holes: tuple[float, float, float, float], purpose: str = "dowel") -> Change:
    """Holes in the outer face of the left side, instead of all others: y, z, diameter, depth, each its own fixing."""

    def change(part: Part) -> Part:
        bores = tuple(
            Bore(
                x=part.box.x,
                y=round(y * 1000),
                z=round(z * 1000),
                axis=0,
                sense=1,
                diameter=round(wide * 1000),
                depth=round(deep * 1000),
                purpose=purpose,
                fixing=f"test.{number}",
            )
            for number, (y, z, wide, deep) in enumerate(holes)
        )
        return dataclasses.replace(part, bores=bores)

    return parts("side", change)


def without(role: str) -> Change:
    """Take all parts of a role out."""
    return lambda cabinet: dataclasses.replace(
        cabinet, parts=tuple(part for part in cabinet.parts if part.role != role)
    )
