"""Why a room has few layouts, or none: what each wall has free, and what the programme needs at least."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from furnishing.cabinets.kind import Zone
from furnishing.layout.fitted import zone_fitted
from furnishing.layout.free_space import Zoned
from furnishing.layout.legs import bands, spans_of
from furnishing.layout.limits import limits
from furnishing.layout.round_island import why_no_island
from furnishing.layout.search import Task
from furnishing.programme import Purpose, Shape
from furnishing.room import PointKind
from furnishing.rooms.points import walls_with
from furnishing.units import Length, show


def why_fewer(task: Task) -> Iterator[str]:
    """Sentences that say what stands in the way, with lengths."""
    kitchen = task.programme.purpose is Purpose.KITCHEN
    zones = bands(task.style, limits().worktop_thickness if kitchen else 0)
    if not kitchen:
        zones[Zone.TALL] = zone_fitted(zones[Zone.TALL], task.style, task.construction)
    base, tall = (_longest(task, zones, zone) for zone in (Zone.BASE, Zone.TALL))
    yield "clearly different layouts need other walls, ends or orders; this room has no more that keep all rules:"
    for (free, wall), name in ((base, "base"), (tall, "tall")):
        yield f"the longest free stretch for {name} units is {show(free)} mm (wall {wall + 1})"
    if tall[0] < limits().run_least:
        yield (
            f"no wall has room for a row of tall units of {show(task.style.tall_height)} mm: "
            "ceiling, windows or doors are in the way; make them lower"
        )
    if not kitchen and not task.style.fitted:
        yield from _fitted(task, tall[0])
    if kitchen and task.programme.kitchen.shape in {Shape.ISLAND, Shape.ANY}:
        yield from why_no_island(task)
    if kitchen and walls_with(task.room, PointKind.WATER):
        walls = ", ".join(str(wall + 1) for wall in walls_with(task.room, PointKind.WATER))
        yield f"water is on wall {walls} only; a further water point would allow other places for the sink"
    if task.pins.keeps or task.pins.forbidden:
        whole, kept = len(task.room.walls), len(task.pins.keeps)
        units = "1 unit stays" if kept == 1 else f"{kept} units stay"
        yield f"{units} in place, and {whole - len(task.pins.forbidden)} of {whole} walls are left to choose from"


def _longest(task: Task, zones: Mapping[Zone, Zoned], zone: Zone) -> tuple[Length, int]:
    """The longest free stretch for a zone, and its wall."""
    found = (0, 0)
    for wall in range(len(task.room.walls)):
        if wall not in task.pins.forbidden:
            spans = spans_of(task.room, wall, {zone: zones[zone]}, task.construction)[zone]
            free = max((span.length for span in spans), default=0)
            found = max(found, (free, wall), key=lambda each: each[0])
    return found


def _fitted(task: Task, plain: Length) -> Iterator[str]:
    """What cutting units to slopes would bring."""
    style = replace(task.style, fitted=True)
    zones = {Zone.TALL: zone_fitted(bands(style)[Zone.TALL], style, task.construction)}
    free, wall = _longest(task, zones, Zone.TALL)
    if free > plain:
        yield (
            f"cut to the slopes, tall units would have {show(free)} mm (wall {wall + 1}): "
            'set "fitted": true in the style'
        )
