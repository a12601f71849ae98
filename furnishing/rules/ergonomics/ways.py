"""Ways and the floor before units: aisles, walkways, the work triangle."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations

from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.cabinet import Opens, Use
from furnishing.cabinets.kind import Family, Zone
from furnishing.issues import Level
from furnishing.rooms.ceiling import HEAD
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import SLACK, Scene, Unit
from furnishing.units import Length, show, whole_mm

FAMILY = RuleFamily.ERGONOMICS


def _first_met(scene: Scene, unit: Unit, reach: Length) -> tuple[Length, str, Unit | None] | None:
    """How far before the fronts of a unit the floor is free, and what ends it; None where it is free up to `reach`."""
    # What stands before the outer quarters of a unit leaves people room to stand before its middle.
    wide, deep = unit.cabinet.width, unit.cabinet.depth
    strip = unit.plan(wide // 4, wide - wide // 4, deep + SLACK, deep + reach)
    face = unit.plan(wide // 4, wide - wide // 4, deep, deep + SLACK)
    met: list[tuple[Length, str, Unit | None]] = []

    def meets(shape: BaseGeometry, name: str, other: Unit | None = None) -> None:
        part = shape.intersection(strip)
        if not part.is_empty:
            met.append((_whole(face.distance(part)), name, other))

    for other in scene.near(strip):
        if other.id != unit.id and other.bottom < HEAD and not unit.joined(other):
            meets(other.shape, other.id, other)
    for obstacle in scene.room.obstacles:
        if obstacle.z < HEAD:
            meets(obstacle.footprint, f"the {obstacle.name or obstacle.kind.value}")
    if not scene.floor.covers(strip):
        meets(strip.difference(scene.floor), "a wall")
    return min(met, key=lambda each: (each[0], each[1]), default=None)


def _whole(distance: float) -> Length:
    """A distance from the strip's start, to whole millimetres."""
    return whole_mm(distance + SLACK)


def _faces(unit: Unit, other: Unit) -> bool:
    """Whether two units stand opposite each other, or one before the other."""
    return unit.wall == other.wall or unit.along[0] * other.along[0] + unit.along[1] * other.along[1] < -0.7


def _aisles(scene: Scene, least: Length) -> dict[tuple[int, int], tuple[Length, str, str]]:
    """The narrowest place between kitchen units of two walls that face each other, where it is under `least`."""
    found: dict[tuple[int, int], tuple[Length, str, str]] = {}
    for unit in scene.units:
        if unit.kind.family is not Family.KITCHEN or not unit.stands or not unit.cabinet.fronts:
            continue
        met = _first_met(scene, unit, least)
        if met is None or met[2] is None or not _faces(unit, met[2]) or met[0] >= least:
            continue
        walls = (min(unit.wall, met[2].wall), max(unit.wall, met[2].wall))
        found[walls] = min(found.get(walls, (least, "", "")), (met[0], unit.id, met[1]))
    return found


@rule(
    FAMILY,
    Level.WARNING,
    code="aisle-narrow",
    title="Two rows of a kitchen stand too near each other",
    source="NKBA",
    numbers=("one_cook", "two_cooks"),
    fix="make one row shallower, or leave units out",
)
def aisle_narrow(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The narrowest place between two rows that face each other."""
    need, two = numbers.length("one_cook"), numbers.length("two_cooks")
    for narrow, one, other in _aisles(scene, need).values():
        says = f"{show(narrow)} mm are between {one} and {other}; one cook needs {show(need)}"
        yield Finding(one, f"{says} mm and two {show(two)} mm")


@rule(
    FAMILY,
    Level.INFO,
    code="aisle-for-two",
    title="Two cooks get in each other's way between two rows",
    source="NKBA",
    numbers=("one_cook", "two_cooks"),
    fix="leave more floor between the rows if two people cook",
)
def aisle_for_two(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Aisles wide enough for one cook and not for two; off until a household says that two cook."""
    for narrow, one, other in _aisles(scene, numbers.length("two_cooks")).values():
        if narrow >= numbers.length("one_cook"):
            says = f"{show(narrow)} mm are between {one} and {other}; two cooks need"
            yield Finding(one, f"{says} {numbers.mm('two_cooks')}")


@rule(
    FAMILY,
    Level.WARNING,
    code="way-narrow",
    title="The way before a unit is narrow",
    source="NKBA",
    numbers=("walkway",),
    fix="choose shallower units, or another wall",
)
def way_narrow(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The floor before units up to the next wall or to what stands in the room."""
    least = numbers.length("walkway")
    for unit in scene.units:
        if not unit.stands or not unit.cabinet.fronts or unit.kind.corner:
            continue
        met = _first_met(scene, unit, least)
        if met is not None and met[2] is None and met[0] < least:
            says = f"{show(met[0])} mm of floor are before it up to {met[1]}; a way needs {show(least)} mm"
            yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="drawer-clearance",
    title="Nobody can stand before an open drawer",
    source="G",
    numbers=("stand_at_drawer",),
    fix="choose shallower drawers, doors instead, or another wall",
)
def drawer_clearance(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The floor before drawers against how far they come out and a person."""
    stand = numbers.length("stand_at_drawer")
    for unit in scene.units:
        reaches = [motion.reach for motion in scene.motions_of(unit) if motion.opens is Opens.PULL]
        need = max(reaches, default=0) + stand
        met = _first_met(scene, unit, need) if reaches else None
        if met is not None and met[0] < need:
            says = f"{show(met[0])} mm are free up to {met[1]}; its drawers come out {show(max(reaches))} mm"
            yield Finding(unit.id, f"{says} and a person needs {show(stand)} mm")


@rule(
    FAMILY,
    Level.WARNING,
    code="appliance-clearance",
    title="Nobody can stand before the open door of an appliance",
    source="G",
    numbers=("stand_at_appliance",),
    fix="leave more floor before the appliance, or exchange it with another unit",
)
def appliance_clearance(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The floor before ovens, dishwashers and washers against their open door and a person."""
    stand = numbers.length("stand_at_appliance")
    for unit in scene.units:
        if not unit.has(Use.OVEN, Use.DISHWASHER, Use.WASHER):
            continue
        door = max((motion.reach for motion in scene.motions_of(unit) if motion.opens is not Opens.PULL), default=0)
        met = _first_met(scene, unit, door + stand)
        if met is not None and met[0] < door + stand:
            says = f"{show(met[0])} mm are free up to {met[1]}; its open door takes {show(door)} mm"
            yield Finding(unit.id, f"{says} and a person {show(stand)} mm")


def centres(scene: Scene) -> dict[str, Unit]:
    """The three work centres of a kitchen: the first unit of each."""
    found: dict[str, Unit] = {}
    for unit in scene.units:
        for name, use in (("fridge", Use.FRIDGE), ("sink", Use.SINK), ("hob", Use.HOB)):
            if unit.has(use) and unit.kind.family is Family.KITCHEN:
                found.setdefault(name, unit)
    return found


def _legs(found: dict[str, Unit]) -> list[tuple[str, str, Length]]:
    """The legs of the triangle between the middles of the fronts."""
    points = {name: unit.place(unit.cabinet.width / 2, unit.cabinet.depth) for name, unit in found.items()}
    return [(one, other, whole_mm(math.dist(points[one], points[other]))) for one, other in combinations(points, 2)]


@rule(
    FAMILY,
    Level.INFO,
    code="triangle-long",
    title="Fridge, sink and hob are too far from each other",
    source="NKBA",
    numbers=("triangle_most",),
    fix="move the three nearer together",
)
def triangle_long(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The sum of the three ways."""
    found = centres(scene)
    total = sum(length for *_, length in _legs(found))
    if len(found) == 3 and total > numbers.length("triangle_most"):
        says = f"the ways between fridge, sink and hob come to {show(total)} mm"
        yield Finding("", f"{says}; {numbers.mm('triangle_most')} are the most")


@rule(
    FAMILY,
    Level.INFO,
    code="triangle-leg",
    title="Two work centres are too near to each other or too far apart",
    source="NKBA",
    numbers=("leg_least", "leg_most"),
    fix="move one of the two",
)
def triangle_leg(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Each of the three ways."""
    least, most = numbers.length("leg_least"), numbers.length("leg_most")
    for one, other, length in _legs(centres(scene)):
        if not least <= length <= most:
            says = f"{show(length)} mm are between {one} and {other}; {show(least)} to {show(most)} mm are good"
            yield Finding("", says)


@rule(
    FAMILY,
    Level.INFO,
    code="tall-between-centres",
    title="A tall unit parts two work centres",
    source="NKBA",
    fix="put tall units at the end of a row",
)
def tall_between_centres(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Tall units between sink and hob, or either and the fridge, along one wall."""
    parted: dict[str, tuple[Unit, list[str]]] = {}
    for (name, a), (named, b) in combinations(centres(scene).items(), 2):
        if a.row != b.row:
            continue
        low, high = min(a.right, b.right), max(a.left, b.left)
        for unit in scene.runs[a.row]:
            if unit.kind.zone is Zone.TALL and low <= unit.left and unit.right <= high:
                parted.setdefault(unit.id, (unit, []))[1].append(f"{name} and {named}")
    for unit, pairs in parted.values():
        says = f"stands {show(unit.cabinet.width)} mm wide and tall between {', '.join(pairs)}"
        yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="dishwasher-far",
    title="The dishwasher is far from the sink",
    source="NKBA, G",
    numbers=("dishwasher_sink",),
    fix="put the dishwasher beside the sink",
)
def dishwasher_far(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """From outline to outline, to the nearest sink."""
    sinks = [unit for unit in scene.units if unit.has(Use.SINK)]
    most = numbers.length("dishwasher_sink")
    tree = STRtree([sink.shape for sink in sinks])
    for unit in scene.units:
        if unit.has(Use.DISHWASHER) and sinks:
            near = sinks[int(tree.nearest(unit.shape))]
            far = whole_mm(unit.shape.distance(near.shape))
            if far > most:
                yield Finding(unit.id, f"stands {show(far)} mm from the sink; {show(most)} mm are the most")
