"""Switches, sockets, gas cocks and radiators behind units."""

from __future__ import annotations

from collections.abc import Iterator

from furnishing.cabinets.cabinet import Opens
from furnishing.issues import Level
from furnishing.room import ObstacleKind, PointKind, WallPoint
from furnishing.rooms.points import points_on
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import Length, show

FAMILY = RuleFamily.GEOMETRY


def _behind(scene: Scene, kind: PointKind, margin: Length) -> Iterator[tuple[Unit, WallPoint]]:
    """Units with boards before a point of their wall, or nearer to it than a margin."""
    for wall in range(len(scene.room.walls)):
        for point in points_on(scene.room, wall, kind):
            for unit in scene.on_wall(wall):
                across = unit.left - margin < point.offset < unit.right + margin
                if across and unit.overlaps(point.height - margin, point.height + margin):
                    yield unit, point


def _at(point: WallPoint) -> str:
    return f"{show(point.offset)} mm along the wall, {show(point.height)} mm high"


@rule(
    FAMILY,
    Level.WARNING,
    code="switch-covered",
    title="A unit stands before a light switch",
    source="G",
    numbers=("switch_margin",),
    fix="move the unit or the switch",
)
def switch_covered(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Switches behind units, or so near that no finger reaches them."""
    for unit, point in _behind(scene, PointKind.SWITCH, numbers.length("switch_margin")):
        yield Finding(unit.id, f"covers the switch at {_at(point)}, with {numbers.mm('switch_margin')} around it")


@rule(
    FAMILY,
    Level.INFO,
    code="socket-covered",
    title="A socket disappears behind a unit that does not need it",
    source="G",
    numbers=(),
    fix="move the socket, or cut a hole in the back of the unit so that it stays within reach",
)
def socket_covered(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Sockets behind the backs of units without an appliance."""
    for unit, point in _behind(scene, PointKind.SOCKET, 0):
        if "socket" not in unit.kind.needs:
            yield Finding(unit.id, f"covers a socket {show(point.height)} mm above the floor")


@rule(
    FAMILY,
    Level.WARNING,
    code="gas-covered",
    title="A gas cock cannot be reached behind a unit",
    source="G",
    numbers=(),
    fix="put a unit with doors before it, or move the cock",
)
def gas_covered(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Cocks behind drawers, behind fixed fronts and behind tall and hung units without a door."""
    for unit, point in _behind(scene, PointKind.GAS, 0):
        opens = {front.opens for front in unit.cabinet.fronts}
        if not opens & {Opens.LEFT, Opens.RIGHT}:
            yield Finding(unit.id, f"covers the gas cock at {_at(point)}, and has no door to reach it through")


@rule(
    FAMILY,
    Level.WARNING,
    code="radiator-covered",
    title="A unit stands before a radiator",
    source="G",
    numbers=("radiator_air",),
    fix="leave the wall before the radiator free",
)
def radiator_covered(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Units nearer to a radiator than warm air needs."""
    air = numbers.length("radiator_air")
    for obstacle in scene.room.obstacles:
        if obstacle.kind is not ObstacleKind.RADIATOR:
            continue
        shape = obstacle.footprint
        for unit in scene.near(shape.buffer(air)):
            gap = round(unit.shape.distance(shape)) // 1000 * 1000
            if unit.overlaps(obstacle.z, obstacle.top) and gap < air:
                yield Finding(unit.id, f"stands {show(gap)} mm from a radiator; warm air needs {show(air)} mm")
