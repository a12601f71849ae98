"""Units against each other, against walls, ceiling and what stands in the room."""

from __future__ import annotations

from collections.abc import Iterator

from shapely import LineString, Point

from furnishing.cabinets.kind import Zone
from furnishing.issues import Level
from furnishing.rebuild import solid
from furnishing.rooms.ceiling import lowest_over
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import Length, show


def _depth(area: float, unit: Unit) -> Length:
    """An area as the depth that it has over the width of a unit."""
    return round(area / max(unit.cabinet.width, 1))


@rule(
    RuleFamily.GEOMETRY,
    Level.ERROR,
    code="unit-in-unit",
    title="Two units stand in the same place",
    source="HM",
    numbers=("collision_play",),
    fix="move one of the two, or make it narrower",
)
def unit_in_unit(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Outlines that overlap by more than a rounding of measured walls, at some common height."""
    play = numbers.length("collision_play")
    known = {unit.id: place for place, unit in enumerate(scene.units)}
    for unit in scene.units:
        for other in scene.near(unit.shape):
            if known[other.id] <= known[unit.id] or not unit.overlaps(other.bottom, other.top):
                continue
            shared = unit.shape.intersection(other.shape)
            left, low, right, high = shared.bounds
            # Two runs of a corner that is out of square meet in a sliver, so its area over its length counts.
            if shared.area > play * max(right - left, high - low, 1):
                thick = round(shared.area / max(right - left, high - low))
                says = f"{unit.id} and {other.id} share {show(thick // 1000 * 1000)} mm of floor"
                yield Finding(unit.id, f"{says}; {numbers.mm('collision_play')} are allowed")


@rule(
    RuleFamily.GEOMETRY,
    Level.ERROR,
    code="unit-outside-room",
    title="A unit stands in or behind a wall",
    source="HM",
    numbers=(),
    fix="move the unit, or choose a narrower or shallower one",
)
def unit_outside_room(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Outlines that leave the floor by more than measured walls may be off (`wall_skew` of the method)."""
    for unit in scene.units:
        if scene.loose_floor.covers(unit.shape):
            continue
        inside = unit.shape.intersects(scene.floor)
        far = unit.shape.hausdorff_distance(unit.shape.intersection(scene.floor)) if inside else unit.cabinet.depth
        skew = show(scene.construction.wall_skew)
        says = f"stands {show(round(far) // 1000 * 1000)} mm outside the walls; {skew} mm are a matter of measuring"
        yield Finding(unit.id, says)


@rule(
    RuleFamily.GEOMETRY,
    Level.ERROR,
    code="unit-in-obstacle",
    title="A unit stands in a pillar, pipe, radiator or appliance",
    source="HM",
    numbers=("collision_play",),
    fix="move the unit, or have it notched around what stands there",
)
def unit_in_obstacle(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Boards of a unit within something that stays; what is notched around it is free of it."""
    for obstacle in scene.room.obstacles:
        shape = obstacle.footprint.buffer(-numbers.length("collision_play"))
        if shape.is_empty:
            continue
        for unit in scene.near(shape):
            if not unit.overlaps(obstacle.z, obstacle.top):
                continue
            boards = sorted(
                part.id
                for part in unit.cabinet.parts
                for block in solid(part)
                if unit.bottom + block.z < obstacle.top
                and obstacle.z < unit.bottom + block.z + block.dz
                and unit.plan(block.x, block.x + block.dx, block.y, block.y + block.dy).intersects(shape)
            )
            if boards:
                name = obstacle.name or obstacle.kind.value
                area = _depth(unit.shape.intersection(shape).area, unit)
                says = f"{len(set(boards))} boards, {boards[0]} first, stand in the {name}"
                yield Finding(unit.id, f"{says}; it takes {show(area // 1000 * 1000)} mm of the depth on average")


@rule(
    RuleFamily.GEOMETRY,
    Level.ERROR,
    code="unit-above-ceiling",
    title="A unit is higher than the ceiling above it",
    source="HM",
    numbers=(),
    fix="make the unit lower, cut it to the slope, or move it",
)
def unit_above_ceiling(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The lowest point of the ceiling over each unit; units with parts cut to a slope are left to their own shape."""
    for unit in scene.units:
        if any(part.section is not None for part in unit.cabinet.parts):
            continue
        lowest = lowest_over(scene.room, unit.plan(0, unit.cabinet.width, 0, unit.cabinet.depth))
        if unit.top > lowest:
            says = f"reaches {show(unit.top)} mm where the ceiling comes down to {show(lowest)} mm"
            yield Finding(unit.id, says)


@rule(
    RuleFamily.GEOMETRY,
    Level.WARNING,
    code="unit-off-wall",
    title="A unit that must be fixed to a wall stands off it",
    source="HM",
    numbers=("off_wall_most",),
    fix="move the unit back to the wall, or pack the gap behind it",
)
def unit_off_wall(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The rear edge of tall and hung units against the nearest wall."""
    most = numbers.length("off_wall_most")
    boundary = scene.floor.exterior
    for unit in scene.units:
        if unit.kind.zone not in {Zone.TALL, Zone.WALL}:
            continue
        middle = LineString([unit.place(0, 0), unit.place(unit.cabinet.width, 0)]).interpolate(0.5, normalized=True)
        gap = round(boundary.distance(middle))
        if gap > most:
            says = f"stands {show(gap // 1000 * 1000)} mm off the wall; {show(most)} mm are the most"
            yield Finding(unit.id, says)


@rule(
    RuleFamily.GEOMETRY,
    Level.WARNING,
    code="corner-post-missing",
    title="Two runs meet in a corner without a post between their fronts",
    source="PCS",
    numbers=("post_least",),
    fix="put a filler or a blind corner unit between the two runs",
)
def corner_post_missing(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Units of two walls with fronts, whose faces come nearer to the other's end than a post is wide."""
    least = numbers.length("post_least")
    told: set[frozenset[str]] = set()
    for unit in scene.units:
        if not unit.cabinet.fronts or unit.kind.corner:
            continue
        for other in scene.near(unit.before(0, least).buffer(least)):
            if other.wall == unit.wall or not other.cabinet.fronts or other.kind.corner:
                continue
            pair = frozenset((unit.id, other.id))
            gap = _post(unit, other, least) if other.overlaps(unit.bottom, unit.top) else None
            if gap is not None and pair not in told:
                told.add(pair)
                says = f"the fronts of {unit.id} and {other.id} leave {show(gap)} mm in their corner"
                yield Finding(unit.id, f"{says}; handles and drawers need {show(least)} mm")


def _post(unit: Unit, other: Unit, least: Length) -> Length | None:
    """How far the front planes of units at right angles stand from the other's end, where that is less than needed."""
    across = abs(unit.along[0] * other.along[0] + unit.along[1] * other.along[1])
    if across > 0.3:
        return None
    gaps = []
    for one, two in ((unit, other), (other, unit)):
        depth, width = one.cabinet.depth, one.cabinet.width
        face = LineString([one.place(0, depth), one.place(width, depth)])
        plane = LineString([two.place(0, two.cabinet.depth), two.place(two.cabinet.width, two.cabinet.depth)])
        ends = [Point(one.place(x, depth)).distance(plane) for x in (0, width)]
        if face.distance(plane) > 2 * least:
            return None
        gaps.append(min(ends))
    gap = round(min(gaps)) // 1000 * 1000
    return gap if gap < least else None
