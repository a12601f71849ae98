"""How much wider than its place a filler or an end panel is cut, so that its raw edge can be planed to the wall."""

from __future__ import annotations

from furnishing.layout.placement import Placement
from furnishing.room import Room
from furnishing.rooms.truth import out_of_true
from furnishing.units import MICROMETRES, Length

MOST: Length = 100 * MICROMETRES["mm"]
"""More than this is no scribing: such a wall stands aslant on purpose."""


def scribe_allowance(room: Room, placement: Placement, *, rear: bool, at_left: bool) -> Length:
    """What the wall falls back from a placed board over its height and depth, in whole millimetres up.

    At its rear edge, or at the wall before the left or the right end of the wall it stands on, where also the spread
    of this wall's measurements counts. Nothing where it stands free in the room.
    """
    if placement.out:
        return 0
    high = placement.elevation + placement.height
    found = out_of_true(room, placement.wall, height=high, depth=placement.depth)
    gap = found.rear_gap if rear else (found.left_gap if at_left else found.right_gap) + found.scribe
    step = MICROMETRES["mm"]
    return min(-(-gap // step) * step, MOST)
