"""What stands beside and behind a placed unit: the gaps of its fronts and the bands of its edges depend on it."""

from __future__ import annotations

from collections.abc import Sequence

from furnishing.cabinets.kind import Family, Neighbour
from furnishing.cabinets.registry import kind_of
from furnishing.construction import Construction
from furnishing.layout.placement import Placement
from furnishing.room import Room

WORDS = {"filler": Neighbour.FILLER, "trim-end-panel": Neighbour.PANEL}
"""What trims are to the units beside them; other trims run along units and are no neighbours."""


def beside(
    placed: Placement, placements: Sequence[Placement], room: Room, rules: Construction
) -> tuple[Neighbour, Neighbour]:
    """The neighbours left and right of a placement.

    A unit that covers less than the whole end of `placed` leaves it open. A wall counts where it is so near that
    no filler goes between.
    """
    wall, end = room.walls[placed.wall], placed.offset + placed.width
    left = [each for each in placements if each.offset + each.width == placed.offset and _beside(each, placed)]
    right = [each for each in placements if each.offset == end and _beside(each, placed)]
    before, at_wall = room.walls[placed.wall - 1], placed.out == 0
    return (
        _neighbour(placed, left, at_wall and before.turn > 0 and placed.offset < rules.filler_least),
        _neighbour(placed, right, at_wall and wall.turn > 0 and wall.length - end < rules.filler_least),
    )


def free_behind(placed: Placement, placements: Sequence[Placement], rules: Construction) -> bool:
    """Whether people see the rear of a unit: it stands off its wall and nothing touches it from behind."""
    return placed.out >= rules.filler_least and not any(
        other.wall == placed.wall
        and other.out + other.depth == placed.out
        and other.offset < placed.offset + placed.width
        and placed.offset < other.offset + other.width
        and other.elevation < placed.elevation + placed.height
        and placed.elevation < other.elevation + other.height
        for other in placements
    )


def _beside(other: Placement, placed: Placement) -> bool:
    """Whether something at the end of a unit counts as its neighbour: in the same row, and no trim along units."""
    if (other.wall, other.out) != (placed.wall, placed.out) or other is placed:
        return False
    return other.kind in WORDS or kind_of(other.kind).family is not Family.TRIM


def _neighbour(placed: Placement, touching: Sequence[Placement], at_wall: bool) -> Neighbour:
    for other in touching:
        if _covers(other, placed):
            return WORDS.get(other.kind, Neighbour.FRONT)
    return Neighbour.WALL if at_wall else Neighbour.OPEN


def _covers(other: Placement, placed: Placement) -> bool:
    """Whether the end of one placement hides that of another, as high and as deep as it is.

    Units under one slope meet at one height, whatever their highest is.
    """
    return (
        other.elevation <= placed.elevation
        and (other.elevation + other.height >= placed.elevation + placed.height or placed.slanting)
        and other.depth >= placed.depth
    )
