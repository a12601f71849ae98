"""Water, waste, current, gas and air where appliances need them, and appliances where they do harm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from furnishing.cabinets.cabinet import Opens, Use
from furnishing.issues import Level
from furnishing.room import PointKind
from furnishing.rooms.ceiling import lowest_over
from furnishing.rules.rule import Check, Finding, Numbers, Rule, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import Length, show

FAMILY = RuleFamily.TRADE
HOSES = frozenset({PointKind.WATER, PointKind.WASTE})
"""Supplies that machines reach by a hose of their own."""


def _measured(scene: Scene) -> bool:
    """Whether anybody has measured where supplies are."""
    return any(wall.points for wall in scene.room.walls)


@rule(
    FAMILY,
    Level.INFO,
    code="supplies-unknown",
    title="Nobody has measured where water, waste and sockets are",
    source="G",
    fix="add the points of every wall to the room",
)
def supplies_unknown(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Units that need supplies, in a room without a single point."""
    needing = [unit for unit in scene.units if unit.kind.needs]
    if needing and not _measured(scene):
        needs = ", ".join(sorted({need for unit in needing for need in unit.kind.needs}))
        yield Finding("walls", f"{len(needing)} units need {needs}, and the room has 0 points on its walls")


def _far(need: PointKind) -> Check:
    """The check that units which need a supply have it near them."""

    def check(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
        for unit in scene.units if _measured(scene) else ():
            if need.value not in _needs(unit) or not unit.at_wall:
                continue
            hose = need in HOSES and unit.has(Use.DISHWASHER, Use.WASHER)
            most = numbers.length("hose_most" if hose else "supply_most")
            gap = _nearest(scene, unit, need)
            if gap is None:
                yield Finding(unit.id, f"needs {need.value} within {show(most)} mm, and its wall has none")
            elif gap > most:
                yield Finding(unit.id, f"is {show(gap)} mm from the nearest {need.value}; {show(most)} mm are the most")

    return check


def _needs(unit: Unit) -> frozenset[str]:
    """What a unit needs: as its kind says, and a duct where a hood takes the air out."""
    duct = any(notch.purpose == "duct" for part in unit.cabinet.parts for notch in part.notches)
    return frozenset({*unit.kind.needs, *(["extractor"] if duct else [])})


def _nearest(scene: Scene, unit: Unit, need: PointKind) -> Length | None:
    """How far beside a unit the nearest point of its wall is; 0 behind it; None where its wall has none."""
    points = [point.offset for point in scene.room.walls[unit.wall].points if point.kind is need]
    return min((max(unit.left - at, at - unit.right, 0) for at in points), default=None)


def _supply(need: PointKind, source: str, name: str, fix: str) -> Rule:
    made = rule(
        FAMILY,
        Level.WARNING,
        code=f"{need.value}-far",
        title=f"A unit is far from the {name} it needs",
        source=source,
        numbers=("supply_most", "hose_most") if need in HOSES else ("supply_most",),
        fix=fix,
    )
    return made(_far(need))


water_far = _supply(PointKind.WATER, "petrvykydal", "water", "move the unit to the water, or have the pipe moved")
waste_far = _supply(PointKind.WASTE, "petrvykydal", "waste pipe", "move the unit to the waste pipe, or have it moved")
socket_far = _supply(PointKind.SOCKET, "G", "socket", "have a socket put within reach of its cable")
gas_far = _supply(PointKind.GAS, "G", "gas", "move the hob to the gas, or have a fitter move the pipe")
extractor_far = _supply(PointKind.EXTRACTOR, "G", "duct", "move the hood to the duct, or let it clean the air")


def _corner_gap(scene: Scene, unit: Unit) -> Length | None:
    """How far a unit is from the nearer inside corner in which another run begins."""
    gaps = []
    count = len(scene.room.walls)
    for gap, wall in zip(scene.to_wall(unit), ((unit.wall - 1) % count, (unit.wall + 1) % count), strict=True):
        deep = max((each.cabinet.depth for each in scene.on_wall(wall) if each.stands), default=0)
        if gap is not None and deep:
            gaps.append(max(gap - deep, 0))
    return min(gaps, default=None)


def _in_corner(uses: tuple[Use, ...], scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    least = numbers.length("corner_least")
    for unit in scene.units:
        gap = _corner_gap(scene, unit) if unit.has(*uses) else None
        if gap is not None and gap < least:
            yield Finding(unit.id, f"stands {show(gap)} mm from the run in the corner; {show(least)} mm are needed")


@rule(
    FAMILY,
    Level.WARNING,
    code="dishwasher-in-corner",
    title="A dishwasher stands in a corner",
    source="HM",
    numbers=("corner_least",),
    fix="put a unit between the dishwasher and the corner",
)
def dishwasher_in_corner(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Dishwashers and washers beside the run of the next wall."""
    return _in_corner((Use.DISHWASHER, Use.WASHER), scene, numbers)


@rule(
    FAMILY,
    Level.WARNING,
    code="oven-in-corner",
    title="An oven stands in a corner",
    source="HM",
    numbers=("corner_least",),
    fix="put a unit between the oven and the corner",
)
def oven_in_corner(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Ovens beside the run of the next wall."""
    return _in_corner((Use.OVEN,), scene, numbers)


@rule(
    FAMILY,
    Level.WARNING,
    code="fridge-at-wall",
    title="The door of a fridge cannot open far enough for its drawers",
    source="ozmgths",
    numbers=("fridge_from_wall",),
    fix="hinge the door on the other side, or put a filler beside the fridge",
)
def fridge_at_wall(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Fridges hinged beside a wall."""
    least = numbers.length("fridge_from_wall")
    for unit in scene.units:
        opens = {front.opens for front in unit.cabinet.fronts}
        for side, gap in zip((Opens.LEFT, Opens.RIGHT), scene.to_wall(unit), strict=True):
            if unit.has(Use.FRIDGE) and side in opens and gap is not None and gap < least:
                says = f"is hinged {show(gap)} mm beside a wall; its drawers need {show(least)} mm"
                yield Finding(unit.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="fridge-air",
    title="Warm air cannot leave above a fridge",
    source="G",
    numbers=("fridge_above",),
    fix="leave more air below the ceiling, or fit a grille in the plinth and one above",
)
def fridge_air(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The gap between a fridge housing and the ceiling."""
    least = numbers.length("fridge_above")
    for unit in scene.units:
        if unit.has(Use.FRIDGE):
            gap = lowest_over(scene.room, unit.plan(0, unit.cabinet.width, 0, unit.cabinet.depth)) - unit.top
            if gap < least:
                yield Finding(unit.id, f"ends {show(gap)} mm below the ceiling; its warm air needs {show(least)} mm")


@rule(
    FAMILY,
    Level.WARNING,
    code="fridge-beside-heat",
    title="A fridge stands beside an oven or a hob",
    source="petrvykydal",
    numbers=("heat_least",),
    fix="put a unit between the two",
)
def fridge_beside_heat(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """From the niche of a fridge to that of an oven or a hob beside it."""
    least = numbers.length("heat_least")
    for cold in (unit for unit in scene.units if unit.has(Use.FRIDGE)):
        for hot in scene.near(cold.shape.buffer(least)):
            if hot is cold or hot.row != cold.row:
                continue
            for fridge, fire in product(cold.spaces(Use.FRIDGE), hot.spaces(Use.OVEN, Use.HOB)):
                one, other = (unit.left + space.box.x for unit, space in ((cold, fridge), (hot, fire)))
                gap = max(one - other - fire.box.dx, other - one - fridge.box.dx, 0)
                if gap < least:
                    yield Finding(cold.id, f"is {show(gap)} mm from the heat of {hot.id}; {show(least)} mm are needed")
