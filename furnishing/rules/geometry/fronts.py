"""Doors, drawers and flaps as they open: against units, walls, what stands in the room, and each other."""

from __future__ import annotations

from collections.abc import Iterator

from shapely import STRtree, box
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.cabinet import Opens
from furnishing.issues import Level
from furnishing.room import OpeningKind
from furnishing.rooms.swings import swing
from furnishing.rules.motion import Motion
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene
from furnishing.units import Length, show

FAMILY = RuleFamily.GEOMETRY


def _stopped(motion: Motion, blocker: BaseGeometry, numbers: Numbers) -> tuple[str, Level] | None:
    """How far a front opens before it meets something, and how bad that is; None where it opens whole."""
    if motion.turns is not None:
        degrees = motion.opens_to(blocker)
        if degrees >= 90:
            return None
        least = numbers.number("door_least")
        return f"opens {degrees} degrees of 90", Level.ERROR if degrees < least else Level.WARNING
    way = motion.comes_out(blocker)
    if way >= motion.reach:
        return None
    out = f"comes out {show(way // 1000 * 1000)} mm of {show(motion.reach)}"
    return out, Level.ERROR if way < motion.reach * numbers.number("way_least") else Level.WARNING


LIMITS = ("collision_play", "door_least", "way_least")


@rule(
    FAMILY,
    Level.ERROR,
    code="front-hits-unit",
    title="A door, drawer or appliance opens against another unit",
    source="HM",
    numbers=LIMITS,
    fix="put a filler in the corner, swap the hinges to the other side, or exchange the units",
)
def front_hits_unit(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Every motion against the units around it at its height."""
    for motion in scene.motions:
        for other in scene.near(motion.shape):
            if other.id == motion.cabinet or not motion.meets(other.bottom, other.top):
                continue
            stopped = _stopped(motion, other.shape.buffer(-numbers.length("collision_play")), numbers)
            if stopped:
                yield Finding(motion.front, f"{stopped[0]} and then meets {other.id}", stopped[1])


@rule(
    FAMILY,
    Level.ERROR,
    code="front-hits-wall",
    title="A door, drawer or appliance opens against a wall",
    source="HM",
    numbers=("door_least", "way_least"),
    fix="put a filler beside it, swap the hinges, choose a shallower unit, or another wall",
)
def front_hits_wall(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Every motion against the walls, which may be as far off as they are measured."""
    walls = scene.floor.buffer(scene.floor.length).difference(scene.loose_floor)
    for motion in scene.motions:
        if scene.loose_floor.covers(motion.shape):
            continue
        stopped = _stopped(motion, walls, numbers)
        if stopped:
            yield Finding(motion.front, f"{stopped[0]} and then meets a wall", stopped[1])


@rule(
    FAMILY,
    Level.ERROR,
    code="front-hits-obstacle",
    title="A door, drawer or appliance opens against what stands in the room",
    source="HM",
    numbers=LIMITS,
    fix="move the unit, or swap its hinges",
)
def front_hits_obstacle(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Every motion against pillars, pipes, radiators and what else stays in the room."""
    if not scene.room.obstacles:
        return
    solids = [each.footprint.buffer(-numbers.length("collision_play")) for each in scene.room.obstacles]
    tree = STRtree(solids)
    for motion in scene.motions:
        for index in sorted(tree.query(motion.shape, predicate="intersects").tolist()):
            obstacle = scene.room.obstacles[index]
            if motion.meets(obstacle.z, obstacle.top):
                stopped = _stopped(motion, solids[index], numbers)
                if stopped:
                    name = obstacle.name or obstacle.kind.value
                    yield Finding(motion.front, f"{stopped[0]} and then meets the {name}", stopped[1])


@rule(
    FAMILY,
    Level.WARNING,
    code="front-hits-frame",
    title="A door or drawer opens against the frame of a door or window",
    source="HM",
    numbers=("frame_width", "frame_depth"),
    fix="put a filler between the unit and the corner",
)
def front_hits_frame(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Motions close to another wall, against the architraves that stand out of it."""
    wide, deep = numbers.length("frame_width"), numbers.length("frame_depth")
    frames: list[tuple[BaseGeometry, Length, Length, str]] = []
    for index, wall in enumerate(scene.room.walls):
        (ax, ay), (bx, by) = scene.room.on_wall(index, 0, 0), scene.room.on_wall(index, wall.length, 0)
        ux, uy = (bx - ax) / wall.length, (by - ay) / wall.length
        for opening in wall.openings:
            if opening.kind is OpeningKind.PASSAGE:
                continue
            for start in (opening.offset - wide, opening.end):
                strip = affine_transform(box(start, 0, start + wide, deep), (ux, uy, uy, -ux, ax, ay))
                name = f"the frame of the {opening.kind.value} on wall {index + 1}"
                frames.append((strip, opening.sill, opening.top + wide, name))
    if not frames:
        return
    tree = STRtree([shape for shape, *_ in frames])
    for motion in scene.motions:
        for index in sorted(tree.query(motion.shape, predicate="intersects").tolist()):
            _, low, high, name = frames[index]
            if motion.meets(low, high):
                says = f"meets {name} as it opens; it stands out {show(deep)} mm and is {show(wide)} mm wide"
                yield Finding(motion.front, says)


@rule(
    FAMILY,
    Level.INFO,
    code="front-in-doorway",
    title="An open front stands in the way of a door of the room",
    source="G",
    numbers=("shared_area",),
    fix="swap the hinges, or remember to close one before opening the other",
)
def front_in_doorway(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Motions that share floor with the leaf of a door."""
    least = float(numbers.number("shared_area")) * 10**12
    for index, wall in enumerate(scene.room.walls):
        for opening in wall.openings:
            swept = swing(scene.room, index, opening)
            if opening.kind is not OpeningKind.DOOR or swept.is_empty:
                continue
            for motion in scene.motions:
                if not motion.meets(opening.sill, opening.top) or not motion.shape.intersects(swept):
                    continue
                area = motion.shape.intersection(swept).area
                if area > least:
                    what = f"the door of {show(opening.width)} mm on wall {index + 1}"
                    says = f"open, it shares up to {area / 10**12:.2f} m2 of floor with {what}"
                    yield Finding(motion.cabinet, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="fronts-meet",
    title="Two fronts of different runs cannot be open at once",
    source="HM",
    numbers=("shared_area",),
    fix="swap hinges, move one unit along, or leave more floor between the runs",
)
def fronts_meet(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Motions of units of two walls that share floor at one height; told once for a pair of units."""
    least = float(numbers.number("shared_area")) * 10**12
    moving = scene.motions
    if not moving:
        return
    tree = STRtree([motion.shape for motion in moving])
    pairs = tree.query([motion.shape for motion in moving], predicate="intersects").T.tolist()
    told: dict[tuple[str, str], float] = {}
    for one, other in pairs:
        a, b = moving[one], moving[other]
        if a.cabinet >= b.cabinet or scene.by_id[a.cabinet].row == scene.by_id[b.cabinet].row:
            continue
        area = a.shape.intersection(b.shape).area if a.meets(b.low, b.high) else 0.0
        if area > least:
            told[a.cabinet, b.cabinet] = max(area, told.get((a.cabinet, b.cabinet), 0.0))
    for (one_id, other_id), area in sorted(told.items()):
        says = f"fronts of {one_id} and {other_id} share {area / 10**12:.2f} m2 of floor when both are open"
        yield Finding(one_id, says)


@rule(
    FAMILY,
    Level.INFO,
    code="hinge-at-wall",
    title="A door is hinged beside a wall",
    source="CC",
    numbers=("hinge_from_wall",),
    fix="hinge it on the other side, put a filler there, or fit a stop at 90 degrees",
)
def hinge_at_wall(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Doors whose hinged side is so near a wall that handle and door strike it beyond a right angle."""
    least = numbers.length("hinge_from_wall")
    for unit in scene.units:
        walls = scene.to_wall(unit)
        for front in unit.cabinet.fronts:
            side = {Opens.LEFT: 0, Opens.RIGHT: 1}.get(front.opens)
            gap = None if side is None else walls[side]
            if gap is None or gap >= least:
                continue
            ends = [part.box for part in unit.cabinet.parts if part.id == front.part]
            off = ends[0].x if side == 0 else unit.cabinet.width - ends[0].x - ends[0].dx
            if gap + off < least:
                says = f"is hinged {show(gap + off)} mm beside a wall; {show(least)} mm let it open past 90 degrees"
                yield Finding(front.part, says)
