"""A ruler for kitchens, whoever planned them: the criteria that kitchen-designer states, measured alike for both."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from benchmarks.layouts.kitchen_designer import CENTIMETRE, Plan, Unit
from furnishing.layout.measures import frames
from furnishing.layout.pins import ROLES
from furnishing.layout.placement import Layout, Placement
from furnishing.room import Room
from furnishing.units import mm, show

TALL: Final = frozenset({"tall", "oven", "fridge", "larder", "broom"})
FILLERS: Final = frozenset({"filler", "tall filler"})
HIGHEST: Final = mm(1000)
"""What is higher is tall."""

TOPPED: Final = frozenset({"storage", "dishwasher", "corner", "pullout"})
"""What worktop lies on that can be set down on; not the sink, not the hob."""


def plan_of(layout: Layout, room: Room) -> Plan:
    """A layout of ours as the ruler sees it; trims are left out, and fillers are no units."""
    walls = frames(room)
    low: list[Unit] = []
    hung: list[Unit] = []
    fronts: dict[Unit, tuple[float, float]] = {}
    for each in layout.placements:
        if each.kind.startswith("trim"):
            continue
        unit = Unit(_role(each), each.wall, each.offset, each.width)
        before = (each.wall - 1) % len(room.walls)
        if each.elevation:
            hung.append(unit)
            if each.kind == "wall-corner":
                hung.append(Unit("corner", before, room.walls[before].length - each.depth, each.depth))
            continue
        low.append(unit)
        fronts[unit] = walls[each.wall].point(each.offset + each.width / 2, each.depth)
        if each.kind == "base-corner-l":
            low.append(Unit("corner", before, room.walls[before].length - each.depth, each.depth))
    return Plan(low=tuple(low), hung=tuple(hung), fronts=fronts)


def _role(placement: Placement) -> str:
    kind = placement.kind
    if kind == "filler":
        return "tall filler" if placement.height > HIGHEST else "filler"
    if "corner" in kind:
        return "corner"
    if kind == "base-oven":
        return "hob"
    return ROLES.get(kind, "storage")


def rows(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Units that touch, by wall, from left to right."""
    for wall in sorted({each.wall for each in units}):
        row: list[Unit] = []
        for unit in sorted((each for each in units if each.wall == wall), key=lambda each: each.start):
            if row and unit.start - row[-1].end > mm(1):
                yield row
                row = []
            row.append(unit)
        yield row


def tall_between(plan: Plan) -> str:
    """How many tall units stand between lower ones, of how many there are."""
    count = between = 0
    for row in rows([each for each in plan.low if each.role not in FILLERS]):
        low = [number for number, each in enumerate(row) if each.role not in TALL]
        tall = [number for number, each in enumerate(row) if each.role in TALL]
        count += len(tall)
        between += sum(any(each < number for each in low) and any(each > number for each in low) for number in tall)
    return f"{between} of {count}" if count else "none there"


def whole_widths(plan: Plan) -> str:
    """Units as wide as whole centimetres."""
    units = [each for each in (*plan.low, *plan.hung) if each.role not in FILLERS]
    return f"{sum(each.width % CENTIMETRE == 0 for each in units)} of {len(units)}"


def triangle(plan: Plan) -> str:
    """Ways between the middles of the fronts of sink, hob and fridge."""
    places = {each.role: plan.fronts[each] for each in plan.low if each.role in {"sink", "hob", "fridge"}}
    ways = [
        f"{one} to {other} {math.dist(places[one], places[other]) / mm(1000):.2f} m"
        for one, other in combinations([each for each in ("sink", "hob", "fridge") if each in places], 2)
    ]
    return ", ".join(ways)


def set_down(plan: Plan, role: str) -> str:
    """Worktop to the left and right of the sink or hob, as far as nothing breaks it."""
    for row in rows(plan.low):
        for number, unit in enumerate(row):
            if unit.role == role:
                sides = (row[:number][::-1], row[number + 1 :])
                return " and ".join(show(_topped(side)) for side in sides)
    return "none there"


def _topped(side: Sequence[Unit]) -> int:
    found = 0
    for unit in side:
        if unit.role not in TOPPED and unit.role != "filler":
            break
        found += unit.width
    return found


def longest_worktop(plan: Plan) -> str:
    """The longest worktop that neither sink, hob nor a tall unit breaks."""
    longest = 0
    for row in rows(plan.low):
        for number, _ in enumerate(row):
            longest = max(longest, _topped(row[number:]))
    return show(longest)


def joints(plan: Plan) -> str:
    """Joints between hung units that stand within 5 mm of a joint below (the tolerance of kitchen-designer)."""
    below = {(each.wall, at) for each in plan.low for at in (each.start, each.end)}
    count = over = 0
    for row in rows([each for each in plan.hung if each.role not in FILLERS]) if plan.hung else ():
        for one, _ in pairwise(row):
            count += 1
            over += any(wall == one.wall and abs(at - one.end) <= mm(5) for wall, at in below)
    return f"{over} of {count}"


CRITERIA: Final = (
    ("tall units between lower ones", tall_between),
    ("widths in whole centimetres", whole_widths),
    ("work triangle (each side 1.2 to 2.7 m)", triangle),
    ("worktop left and right of the sink, mm (250 at least)", lambda plan: set_down(plan, "sink")),
    ("worktop left and right of the hob, mm (200 at least)", lambda plan: set_down(plan, "hob")),
    ("longest worktop, mm (950 at least, 1200 best)", longest_worktop),
    ("upper joints over lower ones", joints),
)
"""What is measured, and how."""
