"""Tilted shoe shelves: boards that fall to the front, between two uprights."""

from __future__ import annotations

import math
from dataclasses import replace

from furnishing.cabinets.making import Edge, Making
from furnishing.cabinets.panels import Lie, panel
from furnishing.parts import Box, Part, Section
from furnishing.units import MICROMETRES, Length

FRONT_SEEN = (Edge.VISIBLE, Edge.HIDDEN, Edge.HIDDEN, Edge.HIDDEN)


def tilted_shelves(making: Making, space: Box, rows: int) -> tuple[Part, ...]:
    """At most so many shelves that fall to the front, and no more than stand at the least pitch; the lowest first."""
    high = _tilted(making, space, space.z, 0).box.dz
    pitch, step = making.construction.shoe_pitch, MICROMETRES["mm"]
    count = max(1, min(rows, (space.dz - high) // pitch))
    apart = (space.dz - high) // count // step * step
    # The space that is left over stands above the highest shelf, where shoes stand too.
    return tuple(_tilted(making, space, space.z + number * apart, number + 1) for number in range(count))


def _tilted(making: Making, space: Box, z: Length, number: int) -> Part:
    """One shelf whose lower front edge is at `z`: a rectangle, turned, in its section along x."""
    rules = making.construction
    play, thick = rules.shelf_side_play, making.thickness("shelf")
    tilt = math.radians(float(rules.shoe_tilt))
    rear, front = space.y + rules.shelf_rear_play, space.y + space.dy - rules.shelf_setback
    long = math.floor((front - rear - thick * math.sin(tilt)) / math.cos(tilt))
    out, down = long * math.cos(tilt), long * math.sin(tilt)
    corners = (
        (rear, round(z + down)),
        (round(rear + out), z),
        (round(rear + out + thick * math.sin(tilt)), round(z + thick * math.cos(tilt))),
        (round(rear + thick * math.sin(tilt)), round(z + down + thick * math.cos(tilt))),
    )
    high, far = max(point[1] for point in corners), max(point[0] for point in corners)
    box = Box(space.x + play, rear, z, space.dx - 2 * play, long, thick)
    part = panel(
        making,
        suffix=f"shoe-shelf.{number}",
        role="shoe-shelf",
        name=f"Shoe shelf {number}",
        box=box,
        lie=Lie.LYING,
        edges=FRONT_SEEN,
    )
    turned = replace(box, dy=far - rear, dz=high - z)
    return replace(part, box=turned, section=Section(axis=0, points=corners))
