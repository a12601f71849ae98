"""Whether the sloped planes of a ceiling can be, and leave a room under them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from furnishing.errors import Fault
from furnishing.room import Room, Slope
from furnishing.rooms.ceiling import highest
from furnishing.rooms.outline_checks import Sound
from furnishing.units import Length, mm, show

HEADROOM: Final[Length] = mm(1500)
"""A room where nobody can stand under the highest place of the ceiling is no room: as low as a ceiling may be told."""


def slope_faults(room: Room, unit: str, sound: Sound, *, known: bool) -> Iterator[Fault]:
    """Every fault of the slopes; `known` tells whether the outline can be built on."""
    for index, slope in enumerate(room.slopes):
        path = f"slopes[{index}]"
        if not sound(path):
            continue
        if room.walls and slope.wall >= len(room.walls):  # that there is no wall at all is told already
            walls = f"the room has walls 0 to {len(room.walls) - 1}, counted from 0 as in walls[0]"
            yield Fault(f"{path}.wall", f"there is no wall {slope.wall}; {walls}")
        else:
            yield from _second_plane(room, index, unit)
        if sound("ceiling") and slope.knee >= room.ceiling:
            knee, ceiling = show(slope.knee, unit), show(room.ceiling, unit)
            yield Fault(
                f"{path}.knee", f"the knee ({knee} {unit}) is not below the ceiling ({ceiling} {unit}); correct one"
            )
    if known and room.slopes and sound("slopes") and sound("ceiling"):
        yield from _no_room(room, unit)


def _second_plane(room: Room, index: int, unit: str) -> Iterator[Fault]:
    """Of two planes that rise from one wall, the higher must rise less: else it is nowhere the ceiling."""
    slope = room.slopes[index]
    for place, other in enumerate(room.slopes[:index]):
        if other.wall == slope.wall and not _both_count(slope, other):
            why = "rises from this wall already, and one of them is above the other everywhere"
            numbers = f"knee {show(other.knee, unit)} {unit} at {other.angle} degrees"
            fix = "keep one, or give the one with the higher knee the smaller angle"
            yield Fault(f"slopes[{index}].wall", f"slopes[{place}] {why} ({numbers}); {fix}")
            return


def _both_count(one: Slope, other: Slope) -> bool:
    low, high = sorted((one, other), key=lambda each: each.knee)
    return low.knee < high.knee and low.angle > high.angle


def _no_room(room: Room, unit: str) -> Iterator[Fault]:
    if any(slope.wall >= len(room.walls) for slope in room.slopes):
        return
    top = highest(room)
    if top < HEADROOM:
        most, need = show(top // 1000 * 1000, unit), show(HEADROOM, unit)
        yield Fault(
            "slopes",
            f"the slopes leave no room: at its highest place the ceiling is {most} {unit} high, {need} {unit} are"
            " needed; check knees, angles and walls",
        )
