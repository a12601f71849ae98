"""Islands: the ways round what stands free in the room, and the ways of a kitchen that one would cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from shapely import LineString, union_all

from furnishing.issues import Level
from furnishing.rooms.ceiling import HEAD
from furnishing.rules.ergonomics.ways import centres
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import Length, mm, show, whole_mm

FAMILY = RuleFamily.ERGONOMICS
LOW: Final[Length] = mm(300)
"""What ends below is stepped over."""


def _islands(scene: Scene) -> list[tuple[Unit, ...]]:
    """The units that stand free in the room, those together that touch."""
    found: list[list[Unit]] = []
    for unit in scene.units:
        if unit.at_wall or unit.bottom >= HEAD or unit.top <= LOW:
            continue
        touched = [group for group in found if any(unit.joined(each) for each in group)]
        found = [group for group in found if group not in touched]
        found.append([*(each for group in touched for each in group), unit])
    return [tuple(group) for group in found]


def _named(group: tuple[Unit, ...]) -> Unit:
    """The unit by which an island is known: its first with fronts."""
    return next((each for each in group if each.cabinet.fronts), group[0])


@rule(
    FAMILY,
    Level.WARNING,
    code="island-way-narrow",
    title="The way round an island is narrow",
    source="NKBA",
    numbers=("walkway",),
    fix="move the island, make it shorter, or leave it out",
)
def island_way_narrow(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The floor between what stands free and walls, other units and what stays in the room."""
    least = numbers.length("walkway")
    for group in _islands(scene):
        whole, unit = union_all([each.shape for each in group]), _named(group)
        met: list[tuple[Length, str]] = [(whole_mm(scene.floor.exterior.distance(whole)), "a wall")]
        for other in scene.near(whole.buffer(least)):
            if other not in group and other.bottom < HEAD:
                met.append((whole_mm(other.shape.distance(whole)), other.id))
        for obstacle in scene.room.obstacles:
            if obstacle.z < HEAD:
                met.append(
                    (whole_mm(obstacle.footprint.distance(whole)), f"the {obstacle.name or obstacle.kind.value}")
                )
        gap, name = min(met)
        if gap < least:
            says = f"{show(gap)} mm are between its island and {name}; a way needs {show(least)} mm"
            yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.INFO,
    code="triangle-cuts-island",
    title="The way between two work centres leads through an island",
    source="NKBA",
    numbers=("cut_most",),
    fix="move the island along, or put both centres on one side of it",
)
def triangle_cuts_island(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The straight ways between fridge, sink and hob against what stands free."""
    most = numbers.length("cut_most")
    points = {name: unit.place(unit.cabinet.width / 2, unit.cabinet.depth) for name, unit in centres(scene).items()}
    for group in _islands(scene):
        whole = union_all([each.shape for each in group])
        for one, other in combinations(points, 2):
            through = whole_mm(LineString([points[one], points[other]]).intersection(whole).length)
            if through > most:
                says = f"the way between {one} and {other} leads through {show(through)} mm of its island"
                yield Finding(_named(group).id, f"{says}; {show(most)} mm are the most")
