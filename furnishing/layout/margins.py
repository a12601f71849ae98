"""How near a layout comes to its limits: rules kept with little to spare, and how far walls may be off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from shapely import Polygon, union_all

from furnishing.cabinets.kind import Zone
from furnishing.layout import measures
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.judged import Judged
from furnishing.layout.legs import End
from furnishing.layout.limits import limits
from furnishing.layout.placing import stand_of
from furnishing.layout.round_island import narrower, tight
from furnishing.programme import Purpose
from furnishing.units import MICROMETRES, Length, show

if TYPE_CHECKING:
    from furnishing.layout.search import Task

METRE: Final = MICROMETRES["m"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """By how much a wall may be shorter than measured before the layout no longer fits."""

    wall: int
    shorter: Length


SPARE: Final = 1.2
"""A rule kept with less than a fifth to spare is told."""


def near_limits(judged: Judged, task: Task) -> Iterator[str]:
    """Rules that are kept with little to spare, and soft ones that are not kept."""
    if task.programme.purpose is Purpose.KITCHEN:
        yield from _ways(judged, task)
        yield from _beside_hob(judged, task)
        yield from _worktop(judged)
        yield from _aisles(judged, task)
        yield from tight(judged.items, task.room, task.style)
    yield from _fillers(judged, task)


def _ways(judged: Judged, task: Task) -> Iterator[str]:
    rules = limits()
    ways = measures.triangle(judged.items, task.style, measures.frames(task.room))
    for (one, other), way in ways.items():
        if way < rules.leg_least or way > rules.leg_most:
            limit = f"{rules.leg_least / METRE:.2f} to {rules.leg_most / METRE:.2f} m"
            yield f"{one} to {other} is {way / METRE:.2f} m; {limit} is usual"
        elif way < rules.leg_least * SPARE:
            yield f"{one} to {other} is {way / METRE:.2f} m; {rules.leg_least / METRE:.2f} m is the least"


def _beside_hob(judged: Judged, task: Task) -> Iterator[str]:
    rules = limits()
    least = rules.hob_from_tall_gas if task.programme.kitchen.gas else rules.hob_from_tall
    for hob in (each for each in judged.items if each.role == "hob"):
        for tall in judged.items:
            if tall.zone is not Zone.TALL or tall.wall != hob.wall or tall.kind == FILLER:
                continue
            between = max(hob.offset - tall.end, tall.offset - hob.end)
            if between < least * SPARE:
                yield f"the hob is {show(between)} mm from a tall unit; {show(least)} mm is the least"


def _worktop(judged: Judged) -> Iterator[str]:
    rules = limits()
    for role, good in (("sink", rules.sink_side_least), ("hob", rules.hob_side_least)):
        sides = measures.set_down(measures.base_rows(judged.items), role)
        if sides is None:
            continue
        if min(sides) < good:
            yield f"{show(min(sides))} mm of worktop on one side of the {role}; {show(good)} mm would be better"
        elif min(sides) < good * SPARE:
            yield f"{show(min(sides))} mm of worktop on one side of the {role}; {show(good)} mm is the least"


def _aisles(judged: Judged, task: Task) -> Iterator[str]:
    """Rows that face each other across little more than the least aisle."""
    rules, frames = limits(), measures.frames(task.room)
    bodies = {}
    for wall in sorted({row.wall for row in judged.rows}):
        fronts = [each for row in judged.rows if row.wall == wall for each in row.items]
        bodies[wall] = union_all([_body(each, frames[wall], stand_of(each, task.style).depth) for each in fronts])
    for one, other in combinations(bodies, 2):
        if (one + 1) % len(task.room.walls) == other or (other + 1) % len(task.room.walls) == one:
            continue
        between = round(bodies[one].distance(bodies[other]))
        if between < rules.aisle_good:
            yield (
                f"{show(between // 1000 * 1000)} mm between walls {one + 1} and {other + 1}; "
                f"{show(rules.aisle_least)} mm is the least, {show(rules.aisle_good)} mm is good"
            )


def _body(item: Item, frame: measures.Frame, depth: Length) -> Polygon:
    ends = ((item.offset, 0), (item.end, 0), (item.end, depth), (item.offset, depth))
    return Polygon([frame.point(*each) for each in ends])


def _fillers(judged: Judged, task: Task) -> Iterator[str]:
    """Fillers that are nearly as wide as fillers may be."""
    most = task.construction.filler_most
    for item in judged.items:
        if item.kind == FILLER and item.zone is not Zone.WALL and item.width * SPARE > most:
            yield f"a filler of {show(item.width)} mm on wall {item.wall + 1}; {show(most)} mm is the most"


def tolerances(judged: Judged, task: Task) -> Iterator[Tolerance]:
    """For each furnished wall what fillers, gaps and ways round an island can give away; the tightest counts."""
    rules = task.construction
    spare: dict[int, Length] = {}
    for row in judged.rows:
        found = row.closing.gap_left + row.closing.gap_right
        for wide, end in ((row.closing.left, row.left), (row.closing.right, row.right)):
            least = limits().corner_filler_least if end in {End.CORNER, End.ASIDE} else rules.filler_least
            found += max(wide - least, 0)
        spare[row.wall] = min(found, spare.get(row.wall, found))
    for wall, narrow in narrower(judged.items, task.room, task.style):
        if wall in spare:
            spare[wall] = min(spare[wall], narrow)
    for wall in sorted(spare):
        yield Tolerance(wall=wall, shorter=spare[wall])
