"""Whether a person can see or touch an edge, from the places of the parts alone.

An edge is a narrow face of a part's box. It is judged by the way it faces, by the share of it that no other part
covers, and by what lies beyond it; a table of rules in `data/banding.json` turns these into an exposure. Doors and
drawers move, so they hide nothing but one another's edges within the same drawer or framed door; adjustable shelves
hide nothing.

The part is taken as its box: an edge cut along a slope (`Part.section`) is judged as the edge of the box it lies in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Opens
from furnishing.cabinets.making import Making
from furnishing.parts import Box, Part
from furnishing.reading import open_record
from furnishing.units import Length

Ends = tuple[tuple[Length, Length], tuple[Length, Length], tuple[Length, Length]]


class Exposure(StrEnum):
    """What becomes of an edge."""

    SEEN = "seen"
    TOUCHED = "touched"
    HIDDEN = "hidden"
    """Nobody sees it: the thin band of the style, where it has one."""
    NEVER = "never"
    """Raw whatever the style says."""


class Way(StrEnum):
    """The way an edge faces, as one stands before the cabinet."""

    LEFT = "left"
    RIGHT = "right"
    REAR = "rear"
    FRONT = "front"
    DOWN = "down"
    UP = "up"

    @property
    def axis(self) -> int:
        """0, 1 or 2 for x, y or z."""
        return WAYS.index(self) // 2

    @property
    def sense(self) -> int:
        """+1 where it faces the rising axis, else -1."""
        return 1 if WAYS.index(self) % 2 else -1


WAYS: Final = tuple(Way)


@dataclass(frozen=True, slots=True)
class Sight:
    """One edge as a person meets it: the way it faces, its free share, and what lies beyond.

    `beyond` is `part` where other parts cover all of it; `room` before the cabinet, `wall`, `floor`, `worktop` or
    `high` (above the eye) at its hull, a neighbour's word at its ends, `open` where nothing is there; `cabinet`
    inside it.
    """

    way: Way
    free: Fraction
    beyond: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the table: it holds for these roles, ways and words beyond (empty: for all)."""

    roles: frozenset[str]
    ways: frozenset[str]
    beyond: frozenset[str]
    exposure: Exposure
    source: str

    def holds(self, role: str, sight: Sight) -> bool:
        """Whether it speaks of such an edge."""
        return (
            (not self.roles or role in self.roles)
            and (not self.ways or sight.way in self.ways)
            and (not self.beyond or sight.beyond in self.beyond)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """The rules, of which the first that holds decides, the roles of fronts, and the notches whose edges are seen."""

    rules: tuple[Rule, ...]
    fronts: frozenset[str]
    inner: frozenset[str]


@cache
def table() -> Table:
    """The table that comes with the program."""
    text = resources.files("furnishing").joinpath("data", "banding.json").read_bytes()
    fields = open_record(text, "furnish-banding/1", "banding.json")
    fields.take("sources")
    rules = []
    for entry in fields.records("rules", least=1):
        roles, ways, beyond = (frozenset(entry.take(name, ())) for name in ("roles", "ways", "beyond"))
        rules.append(Rule(roles, ways, beyond, entry.choice("exposure", Exposure), entry.text("source")))
    fronts, inner = frozenset(fields.take("fronts")), frozenset(fields.take("inner"))
    fields.finish()
    return Table(tuple(rules), fronts, inner)


def exposure(role: str, sight: Sight) -> Exposure:
    """What the first rule that holds makes of an edge."""
    return next(rule.exposure for rule in table().rules if rule.holds(role, sight))


def edge_ways(part: Part) -> tuple[Way, Way, Way, Way]:
    """The ways in which the edges of a part face: bottom, top, left, right.

    Where the width runs from the wall into the room the bottom edge is the front one; else edges count from the
    lower left: of a door `bottom` is its left edge and `left` its lower one.
    """
    along, across = part.axes
    first, second = (WAYS[2 * across + (across == 1)], WAYS[2 * across + (across != 1)])
    return first, second, WAYS[2 * along], WAYS[2 * along + 1]


def sights(cabinet: Cabinet, making: Making) -> dict[str, tuple[Sight, Sight, Sight, Sight]]:
    """How every edge of every part is met, by part id; bottom, top, left, right."""
    groups = _groups(cabinet)
    solids = [(part.id, _ends(part.box), groups[part.id]) for part in cabinet.parts]
    found = {}
    for part in cabinet.parts:
        own = groups[part.id]
        # A shelf stays put while one looks at it, so what is fixed hides its edges too.
        hiding = [
            ends
            for id, ends, group in solids
            if id != part.id and (group == own or (group == FIXED and own.startswith(LOOSE)))
        ]
        bottom, top, left, right = (_sight(part, way, hiding, making) for way in edge_ways(part))
        found[part.id] = (bottom, top, left, right)
    return found


FIXED: Final = ""
LOOSE: Final = "loose "
LOOSE_ROLES: Final = frozenset({"shelf", "shoe-shelf"})
_DRAWER: Final = re.compile(r"(.*\bdrawer\.\d+)\.")


def _groups(cabinet: Cabinet) -> dict[str, str]:
    """Which parts move together: a name for each drawer, each door and each loose shelf, none for what is fixed."""
    groups = {part.id: FIXED for part in cabinet.parts}
    for front in cabinet.fronts:
        if front.opens is not Opens.FIXED:
            groups.update(dict.fromkeys((front.part, *front.others), front.part))
    for part in cabinet.parts:
        drawer = _DRAWER.match(part.id)
        if part.role.startswith("drawer-") and drawer:
            groups[part.id] = drawer[1]
        elif part.role in LOOSE_ROLES:
            groups[part.id] = LOOSE + part.id
    # The frame of a drawer's front goes with its box.
    for front in cabinet.fronts:
        groups.update({id: groups[front.part] for id in front.others if front.part in groups})
    return groups


def _sight(part: Part, way: Way, hiding: list[Ends], making: Making) -> Sight:
    ends = _ends(part.box)
    # Beside a front there is a gap, and its edges show in it; only what touches hides them.
    clear = 1 if part.role in table().fronts else making.construction.band_clear
    free = _free(ends, way, hiding, clear)
    if free == 0:
        return Sight(way, free, "part")
    return Sight(way, free, _beyond(ends, way, making))


def _free(ends: Ends, way: Way, hiding: list[Ends], clear: Length) -> Fraction:
    """The share of an edge that is not hidden by what lies within the clear space before it; before the front edge
    by anything that lies before it, since one looks straight on."""
    axis = way.axis
    low, high = ends[axis]
    near = (high, None if way is Way.FRONT else high + clear) if way.sense > 0 else (low - clear, low)
    across = [other for other in range(3) if other != axis]
    (u0, u1), (v0, v1) = ends[across[0]], ends[across[1]]
    shadows = []
    for other in hiding:
        start, stop = other[axis]
        if stop <= near[0] or (near[1] is not None and start >= near[1]):
            continue
        (a0, a1), (b0, b1) = other[across[0]], other[across[1]]
        u, v = (max(u0, a0), min(u1, a1)), (max(v0, b0), min(v1, b1))
        if u[0] < u[1] and v[0] < v[1]:
            shadows.append((*u, *v))
    whole = (u1 - u0) * (v1 - v0)
    return Fraction(whole - _area(shadows), whole)


def _area(rectangles: list[tuple[Length, Length, Length, Length]]) -> int:
    """The area that rectangles (u from, u to, v from, v to) cover together."""
    marks = sorted({mark for each in rectangles for mark in each[:2]})
    total = 0
    for left, right in pairwise(marks):
        reach = None
        for start, stop in sorted((each[2], each[3]) for each in rectangles if each[0] <= left and right <= each[1]):
            if reach is None or start > reach:
                total += (right - left) * (stop - start)
                reach = stop
            elif stop > reach:
                total += (right - left) * (stop - reach)
                reach = stop
    return total


def _beyond(ends: Ends, way: Way, making: Making) -> str:
    """What lies before a free edge: at the hull of the cabinet, or within the clear space of it, what is outside."""
    clear, size = making.construction.band_clear, making.size
    low, high = ends[way.axis]
    if way is Way.FRONT:
        return "room"
    if way is Way.REAR:
        behind = "open" if making.free_behind else "wall"
        return behind if low <= clear else "cabinet"
    if way is Way.LEFT:
        return making.left.value if low <= clear else "cabinet"
    if way is Way.RIGHT:
        return making.right.value if size.width - high <= clear else "cabinet"
    if way is Way.DOWN:
        outside = "open" if making.hung else "floor"
        return outside if low <= clear else "cabinet"
    return _above(making) if size.height - high <= clear else "cabinet"


def _above(making: Making) -> str:
    if making.worktop:
        return "worktop"
    foot = making.style.wall_elevation if making.hung else 0
    return "open" if foot + making.size.height <= making.construction.eye_height else "high"


def _ends(box: Box) -> Ends:
    return ((box.x, box.x + box.dx), (box.y, box.y + box.dy), (box.z, box.z + box.dz))
