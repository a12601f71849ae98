"""Why a room has few layouts, or none: what each wall has free, and what the programme needs at least."""

from __future__ import annotations

from collections.abc import Iterator

from furnishing.cabinets.kind import Zone
from furnishing.layout.legs import bands, spans_of
from furnishing.layout.limits import limits
from furnishing.layout.search import Task
from furnishing.programme import Purpose
from furnishing.room import PointKind
from furnishing.rooms.points import walls_with
from furnishing.units import Length, show


def why_fewer(task: Task) -> Iterator[str]:
    """Sentences that say what stands in the way, with lengths."""
    kitchen = task.programme.purpose is Purpose.KITCHEN
    zones = bands(task.style, limits().worktop_thickness if kitchen else 0)
    longest: dict[Zone, tuple[Length, int]] = {}
    for wall in (each for each in range(len(task.room.walls)) if each not in task.pins.forbidden):
        spans = spans_of(task.room, wall, zones, task.construction)
        for zone in (Zone.BASE, Zone.TALL):
            free = max((span.length for span in spans[zone]), default=0)
            longest[zone] = max(longest.get(zone, (0, 0)), (free, -wall))
    yield "clearly different layouts need other walls, ends or orders; this room has no more that keep all rules:"
    for zone, name in ((Zone.BASE, "base"), (Zone.TALL, "tall")):
        free, wall = longest.get(zone, (0, 0))
        yield f"the longest free stretch for {name} units is {show(free)} mm (wall {1 - wall})"
    if longest.get(Zone.TALL, (0, 0))[0] == 0:
        high = show(task.style.tall_height)
        yield f"no wall takes a tall unit of {high} mm: ceiling, windows or doors are in the way; make them lower"
    if kitchen and walls_with(task.room, PointKind.WATER):
        walls = ", ".join(str(wall + 1) for wall in walls_with(task.room, PointKind.WATER))
        yield f"water is on wall {walls} only; a further water point would allow other places for the sink"
    if task.pins.keeps or task.pins.forbidden:
        count = len(task.room.walls) - len(task.pins.forbidden)
        yield (
            f"{len(task.pins.keeps)} pinned units, and {len(task.pins.forbidden)} walls that stay empty, leave {count} "
            f"of {len(task.room.walls)} walls to choose from"
        )
