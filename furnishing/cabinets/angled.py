"""Units with a front corner cut off at an angle: boards become polygons in plan, the side there loses depth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from furnishing.cabinets.making import Edge, Making
from furnishing.cabinets.panels import Lie, Surface, panel
from furnishing.fitting.cut import FINE, shaped
from furnishing.fitting.envelope import Points, below, lowered
from furnishing.fitting.tops import reach, strips
from furnishing.parts import Box, Part, Section
from furnishing.units import Length

AS_PLINTH = (Edge.VISIBLE, Edge.RAW, Edge.RAW, Edge.RAW)


def corner_line(making: Making, cut: Length, hand: str) -> Points:
    """The front of a unit in plan, from left to right: a corner of `cut` by `cut` is missing on one hand."""
    wide, deep = making.size.width, making.carcass_depth
    if hand == "left":
        return ((0, deep - cut), (cut, deep), (wide, deep))
    return ((0, deep), (wide - cut, deep), (wide, deep - cut))


def behind_line(parts: Iterable[Part], line: Points, setback: Length) -> tuple[Part, ...]:
    """The parts without what lies before a line in plan; shelves stay behind it by `setback`."""
    found = []
    for part in parts:
        limit = lowered(line, setback) if part.role in {"shelf", "fixed-shelf"} else line
        box = part.box
        corners = below(limit, box.x, box.x + box.dx, box.y, box.y + box.dy)
        whole = {(x, y) for x in (box.x, box.x + box.dx) for y in (box.y, box.y + box.dy)}
        found.append(part if set(corners) == whole else shaped(part, 2, corners))
    return tuple(found)


def angled_plinth(making: Making, line: Points) -> tuple[Part, ...]:
    """Two boards that meet in a mitre, set back behind the line; none without a plinth."""
    if making.plinth == 0:
        return ()
    rules, thick = making.construction, making.style.front_thickness
    outer = lowered(line, rules.plinth_setback)
    start = making.side if making.kicked else 0
    found = []
    for number, strip in enumerate(strips(outer, lowered(outer, thick), start, making.size.width - start), 1):
        low, high = ([edge(point[i] for point in strip) for i in (0, 1)] for edge in (min, max))
        tall = making.plinth - rules.plinth_play
        box = Box(low[0], low[1], rules.plinth_play, high[0] - low[0], thick, tall)
        name = "plinth" if number == 1 else f"plinth.{number}"
        part = panel(
            making,
            suffix=name,
            role="plinth",
            name="Plinth" if number == 1 else f"Plinth {number}",
            box=box,
            lie=Lie.ACROSS,
            surface=Surface.FRONT,
            edges=AS_PLINTH,
        )
        part = replace(part, box=replace(box, dy=high[1] - low[1]), section=Section(axis=2, points=strip))
        long = part.length if part.box.dy == thick else reach(strip)
        long = -(-long // FINE) * FINE
        found.append(replace(part, length=long, cut_length=long))
    return tuple(found)
