"""What a room out of true costs: walls out of plumb, corners out of square, walls that are not straight.

A run stands plumb and square whatever the room does, so it loses what a wall leans into its space, and gets a gap
to scribe or fill where the wall leans away.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from furnishing.room import Room
from furnishing.units import Length

SQUARE: Final = Decimal(90)
STEEPEST: Final = Decimal(45)
"""A corner further than this from square is meant to be so; what stands there is no matter of scribing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfTrue:
    """What a unit of some height and depth loses to a wall, or has to bridge.

    `left` and `right`: width lost at each end of the wall, to a neighbour that leans or stands in. `rear`: how far
    off the wall the unit stands, so that it touches at its top. `left_gap`, `right_gap`, `rear_gap`: the gap that
    opens instead, at its widest. `scribe`: how much the wall's own measurements differ.
    """

    left: Length
    right: Length
    rear: Length
    left_gap: Length
    right_gap: Length
    rear_gap: Length
    scribe: Length


def out_of_true(room: Room, wall: int, *, height: Length, depth: Length) -> OutOfTrue:
    """What stands on a wall, so high and so deep, loses to walls out of plumb and corners out of square."""
    here, before = room.walls[wall], room.walls[wall - 1]
    after = room.walls[(wall + 1) % len(room.walls)]
    left = square_cost(before.turn, depth), before.lean_at(height) if before.turn > 0 else 0
    right = square_cost(here.turn, depth), after.lean_at(height) if here.turn > 0 else 0
    rear = here.lean_at(height)
    return OutOfTrue(
        left=sum(max(each, 0) for each in left),
        right=sum(max(each, 0) for each in right),
        rear=max(rear, 0),
        left_gap=sum(max(-each, 0) for each in left),
        right_gap=sum(max(-each, 0) for each in right),
        rear_gap=max(-rear, 0),
        scribe=here.scribe,
    )


def square_cost(turn: Decimal, depth: Length) -> Length:
    """The width that a corner costs at a depth: positive where it is sharper than square, negative where it gapes.

    0 where it is far from square or juts in: then the plan tells more than one number could.
    """
    off = turn - SQUARE
    if abs(off) > STEEPEST:
        return 0
    return math.ceil(depth * math.tan(math.radians(float(off))))
