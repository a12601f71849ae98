"""Rooms and tasks for tests of the layout search, and strategies that make many of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from furnishing.catalogue_file import default_catalogue
from furnishing.construction import default_construction
from furnishing.layout.search import Task
from furnishing.programme import Programme, Shape
from furnishing.programme_file import shipped_programme
from furnishing.room import Opening, OpeningKind, PointKind, Room, Wall, WallPoint
from furnishing.style import Style
from furnishing.style_file import shipped_style
from furnishing.units import Length, mm


def a_room(*lengths: Length, **walls: Wall) -> Room:
    """A rectangle of these two lengths; `wall0`, `wall1` ... replace its walls."""
    found = [Wall(measured=(length,)) for length in (*lengths, *lengths)]
    for name, wall in walls.items():
        found[int(name.removeprefix("wall"))] = wall
    return Room(name="Room", ceiling=mm(2500), walls=tuple(found))


def a_kitchen_room(width: int = 3600, depth: int = 2900) -> Room:
    """Millimetres: water and a window in the first wall, a door in the third."""
    width, depth = mm(width), mm(depth)
    first = Wall(
        measured=(width,),
        openings=(window(mm(1200), mm(1000)),),
        points=(point(PointKind.WATER, mm(1600)), point(PointKind.WASTE, mm(1700))),
    )
    return a_room(width, depth, wall0=first, wall2=Wall(measured=(width,), openings=(door(mm(300)),)))


def window(offset: Length, width: Length, sill: int = 1050) -> Opening:
    """A fixed window."""
    return Opening(kind=OpeningKind.WINDOW, offset=offset, width=width, height=mm(1000), sill=mm(sill))


def door(offset: Length, swing: str = "in", hinge: str = "left") -> Opening:
    """A door of 800."""
    return Opening(kind=OpeningKind.DOOR, offset=offset, width=mm(800), height=mm(2010), swing=swing, hinge=hinge)


def point(kind: PointKind, offset: Length) -> WallPoint:
    """A connection at a wall."""
    return WallPoint(kind=kind, offset=offset, height=mm(500))


def style_of(programme: Programme, **changes: Any) -> Style:
    """The style a programme names, with some of its sizes changed."""
    return replace(shipped_style(programme.style), **changes)


def a_task(room: Room, programme: str | Programme = "kitchen", **changes: Any) -> Task:
    """A search for a room with what comes along."""
    wanted = shipped_programme(programme) if isinstance(programme, str) else programme
    return Task(
        room=room,
        programme=wanted,
        style=style_of(wanted, **changes),
        catalogue=default_catalogue(),
        construction=default_construction(),
    )


def a_shaped_kitchen(
    length: int, opening: int, water: int, *, longer: int = 0, at_left: bool = False, shape: Shape = Shape.ANY
) -> Task:
    """A room 2.9 m deep, in millimetres, with window and water in a wall that is so much longer at one end."""
    wide, by = mm(length + longer), mm(longer if at_left else 0)
    points = (point(PointKind.WATER, mm(water) + by), point(PointKind.WASTE, mm(water + 100) + by))
    first = Wall(measured=(wide,), openings=(window(mm(opening) + by, mm(1000)),), points=points)
    other = Wall(measured=(wide,), openings=(door(mm(300)),))
    task = a_task(a_room(wide, mm(2900), wall0=first, wall2=other), "kitchen")
    return replace(task, programme=replace(task.programme, kitchen=replace(task.programme.kitchen, shape=shape)))


@st.composite
def rooms(draw: st.DrawFn, least: int = 2200, most: int = 5000) -> Room:
    """Rectangles with a door and perhaps a window and water, now and then a little out of square."""
    width, depth = (mm(draw(st.integers(least, most))) for _ in range(2))
    lengths = [width, depth, width, depth]
    walls = []
    with_door, with_window = draw(st.sampled_from([(0, 1), (2, 0), (3, 2), (1, 1), (2, 2)]))
    for number, length in enumerate(lengths):
        openings = []
        if number == with_door:
            hinge, swing = draw(st.sampled_from(["left", "right"])), draw(st.sampled_from(["in", "out"]))
            openings.append(door(mm(draw(st.integers(100, 400))), swing, hinge))
        if number == with_window and length >= mm(2200):
            openings.append(window(length - mm(1100), mm(800), draw(st.sampled_from([600, 900, 1100]))))
        points = ()
        if number == 0 and draw(st.booleans()):
            at = mm(draw(st.integers(500, 1600)))
            points = (point(PointKind.WATER, at), point(PointKind.WASTE, at + mm(100)))
        walls.append(Wall(measured=(length,), turn=Decimal(90), openings=tuple(openings), points=points))
    return Room(name="Room", ceiling=mm(draw(st.integers(2300, 2800))), walls=tuple(walls))
