"""Rooms made from a seed, as people bring them: rectangles, rooms with a nib, rooms out of square, pillars, slopes."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from furnishing.room import Obstacle, ObstacleKind, Opening, OpeningKind, PointKind, Room, Slope, Wall, WallPoint
from furnishing.units import mm

Corner = tuple[float, float]
"""Millimetres, the first corner at the origin, the others clockwise with the room below the first wall."""

PROGRAMMES: Final = (
    "kitchen",
    "kitchen-small",
    "kitchen-gas",
    "kitchen",
    "kitchen-large",
    "kitchen",
    "kitchen-small",
    "kitchen-gas",
    "wardrobe",
    "wardrobe",
    "wardrobe-child",
    "bookcase",
    "study",
    "tv",
    "hallway",
    "bathroom",
    "kitchen",
    "wardrobe",
)
"""What is wanted of each generated room."""


def generated(number: int, seed: int = 1) -> Room:
    """One room for `PROGRAMMES[number]`."""
    draw = random.Random(f"layout room {seed} {number}")
    wanted = PROGRAMMES[number]
    corners = _outline(draw, number, wanted)
    walls = list(walls_of(corners))
    door_wall = draw.choice(range(1, len(walls)))
    walls[door_wall] = _with_door(draw, walls[door_wall])
    attic = number % 9 == 8
    window_wall = draw.choice([each for each in range(len(walls)) if each != door_wall])
    if not attic:
        walls[window_wall] = _with_window(draw, walls[window_wall])
    if wanted.startswith("kitchen") or wanted == "bathroom":
        walls[0] = _with_water(draw, walls[0], gas=wanted == "kitchen-gas")
    name = f"Generated {number + 1}, {wanted}"
    room = Room(name=name, ceiling=mm(draw.randint(2450, 2700)), walls=tuple(walls))
    if number % 6 == 3:
        room = replace(room, obstacles=(_pillar(draw, room),))
    if attic:
        across = (door_wall + 2) % len(walls)
        room = replace(room, slopes=(Slope(wall=across, knee=mm(draw.randint(1100, 1500)), angle=Decimal(40)),))
    return room


def _outline(draw: random.Random, number: int, wanted: str) -> Sequence[Corner]:
    small = wanted in {"hallway", "bathroom", "kitchen-small"}
    wide = draw.randint(2400, 3600) if small else draw.randint(3000, 5200)
    deep = draw.randint(1700, 2600) if small else draw.randint(2600, 4200)
    if number % 4 == 1:
        nib, back = draw.randint(500, 900), draw.randint(400, 700)
        return ((0, 0), (wide, 0), (wide, -deep + nib), (wide - back, -deep + nib), (wide - back, -deep), (0, -deep))
    if number % 4 == 2:
        aslant = draw.randint(60, 400)
        return ((0, 0), (wide, 0), (wide - aslant, -deep), (0, -deep + aslant // 4))
    return ((0, 0), (wide, 0), (wide, -deep), (0, -deep))


def walls_of(corners: Sequence[Corner]) -> Sequence[Wall]:
    """Bare walls between corners: lengths in whole millimetres, turns to a thousandth of a degree."""
    sides = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise([*corners, corners[0]])]
    headings = [math.degrees(math.atan2(y, x)) for x, y in sides]
    turns = [(one - other + 180) % 360 - 180 for one, other in pairwise([*headings, headings[0]])]
    return tuple(
        Wall(measured=(mm(round(math.hypot(*side))),), turn=Decimal(str(round(turn, 3))))
        for side, turn in zip(sides, turns, strict=True)
    )


def _with_door(draw: random.Random, wall: Wall) -> Wall:
    width = draw.choice((700, 800, 900))
    long = wall.length // mm(1)
    if long < width + 200:
        return wall
    offset = draw.choice((100, long - width - 100))
    door = Opening(
        kind=OpeningKind.DOOR,
        offset=mm(offset),
        width=mm(width),
        height=mm(2010),
        swing=draw.choice(("in", "out")),
        hinge=draw.choice(("left", "right")),
    )
    return replace(wall, openings=(door,))


def _with_window(draw: random.Random, wall: Wall) -> Wall:
    width = draw.choice((800, 1000, 1200))
    room = wall.length // mm(1) - width
    if room < 600 or wall.openings:
        return wall
    window = Opening(
        kind=OpeningKind.WINDOW,
        offset=mm(draw.randint(300, room - 300)),
        width=mm(width),
        height=mm(1100),
        sill=mm(draw.choice((900, 1000, 1100))),
    )
    return replace(wall, openings=(window,))


def _with_water(draw: random.Random, wall: Wall, *, gas: bool) -> Wall:
    """Water below the window where there is one, waste beside it; gas a metre and a half away."""
    long = wall.length // mm(1)
    middle = next((each.offset // mm(1) + each.width // mm(2) for each in wall.openings), draw.randint(800, long - 800))
    points = [
        WallPoint(kind=PointKind.WATER, offset=mm(middle), height=mm(550)),
        WallPoint(kind=PointKind.WASTE, offset=mm(middle + 120), height=mm(450)),
    ]
    if gas:
        at = middle + 1500 if middle + 1800 < long else max(middle - 1500, 300)
        points.append(WallPoint(kind=PointKind.GAS, offset=mm(at), height=mm(600)))
    return replace(wall, points=tuple(sorted(points, key=lambda each: each.offset)))


def _pillar(draw: random.Random, room: Room) -> Obstacle:
    """In the corner at the right end of the first wall."""
    size = mm(draw.randint(150, 280))
    return Obstacle(
        kind=ObstacleKind.PILLAR,
        x=room.walls[0].length - size,
        y=-size,
        length=size,
        width=size,
        height=room.ceiling,
    )
