"""Whether carcasses get into the room, can be set upright and lifted there, and what stays open above them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from furnishing.cabinets.kind import Zone
from furnishing.issues import Level
from furnishing.parts import Part
from furnishing.room import OpeningKind
from furnishing.rooms.ceiling import lowest_over
from furnishing.rules.machining.boards import part_weight
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import Length, show

FAMILY = RuleFamily.TRADE
LOOSE = frozenset(
    {"door", "drawer-front", "flap", "false-front", "sliding-door", "stile", "front-rail", "front-panel", "plinth"}
)
"""Roles of parts that are mounted when the carcass stands."""


def carcasses(unit: Unit) -> dict[str, list[Part]]:
    """The boards of each carcass of a unit by the name of its section; a unit in one piece has one without a name."""
    found: dict[str, list[Part]] = {}
    for part in unit.of_role("side"):
        name = part.id.removeprefix(f"{unit.id}.").partition("side")[0]
        found.setdefault(name, [])
    for part in unit.cabinet.parts:
        if part.role in LOOSE or part.bought:
            continue
        own = part.id.removeprefix(f"{unit.id}.")
        names = [name for name in found if own.startswith(name)]
        if names:
            found[max(names, key=len)].append(part)
    return found


def _size(parts: list[Part]) -> tuple[Length, Length, Length]:
    """Width, depth and height of the block around some parts."""
    boxes = [part.box for part in parts]
    return (
        max(box.x + box.dx for box in boxes) - min(box.x for box in boxes),
        max(box.y + box.dy for box in boxes) - min(box.y for box in boxes),
        max(box.z + box.dz for box in boxes) - min(box.z for box in boxes),
    )


@rule(
    FAMILY,
    Level.WARNING,
    code="cannot-be-tipped",
    title="A carcass cannot be set upright under the ceiling",
    source="G, CC turn 36",
    fix="make it lower, part it into two carcasses, or assemble it standing",
    quoted=True,
)
def cannot_be_tipped(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The diagonal of each tall carcass against the ceiling less `tip_play` of the construction method."""
    above = scene.room.ceiling - scene.construction.tip_play
    for unit in scene.units:
        if unit.kind.zone is not Zone.TALL:
            continue
        for parts in carcasses(unit).values():
            _, deep, high = _size(parts)
            low = min(part.box.z for part in parts)
            # Legs are screwed on while the carcass lies.
            high += low if low <= scene.style.plinth_height else 0
            if high**2 + deep**2 > above**2:
                size = f"{show(high)} x {show(deep)} mm"
                says = f"a carcass of {size} cannot be set upright under a ceiling of {show(scene.room.ceiling)} mm"
                yield Finding("style.tall_height", says)


@rule(
    FAMILY,
    Level.WARNING,
    code="not-through-door",
    title="A carcass does not go through the door",
    source="CC turn 36",
    numbers=("door_less",),
    fix="part it into two carcasses, or assemble it in the room",
)
def not_through_door(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The two smaller sizes of each carcass against the largest door or passage of the room."""
    less = numbers.length("door_less")
    ways = [
        (opening.width - less, opening.height - less)
        for wall in scene.room.walls
        for opening in wall.openings
        if opening.kind in {OpeningKind.DOOR, OpeningKind.PASSAGE}
    ]
    for unit in scene.units if ways else ():
        for parts in carcasses(unit).values():
            small, middle, _ = sorted(_size(parts))
            if not any(small <= min(way) and middle <= max(way) for way in ways):
                wide, high = max(ways)
                says = f"a carcass {show(small)} x {show(middle)} mm thick does not go through a clear door"
                yield Finding(unit.id, f"{says} of {show(wide)} x {show(high)} mm")


@rule(
    FAMILY,
    Level.INFO,
    code="carcass-heavy",
    title="A carcass is too heavy for two people",
    source="G",
    numbers=("two_people",),
    fix="part it into two carcasses, or assemble it in the room",
)
def carcass_heavy(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The boards of each carcass without its fronts."""
    most = numbers.number("two_people")
    found: list[tuple[Decimal, str]] = []
    for unit in scene.units:
        for parts in carcasses(unit).values():
            heavy = sum((part_weight(part, scene.catalogue) for part in parts), start=Decimal(0))
            if heavy > most:
                found.append((heavy, unit.id))
    for _, id in found:
        says = f"carcasses of up to {max(found)[0]:.0f} kg without fronts; two people carry {most} kg"
        yield Finding(id, says)


def _above(scene: Scene, *zones: Zone) -> Iterator[tuple[Unit, Length]]:
    """Units of zones and the air between them and the ceiling."""
    for unit in scene.units:
        if unit.kind.zone in zones:
            under = lowest_over(scene.room, unit.plan(0, unit.cabinet.width, 0, unit.cabinet.depth))
            yield unit, under - unit.top


@rule(
    FAMILY,
    Level.WARNING,
    code="ceiling-gap-small",
    title="There is too little air to lift a unit into its place below the ceiling",
    source="woodweb",
    fix="make the unit lower and close the gap with a panel",
)
def ceiling_gap_small(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Tall and hung units against `ceiling_play` of the construction method."""
    least = scene.construction.ceiling_play
    for unit, gap in _above(scene, Zone.TALL, Zone.WALL):
        if 0 <= gap < least:
            yield Finding(unit.id, f"ends {show(gap)} mm below the ceiling; lifting it takes {show(least)} mm")


@rule(
    FAMILY,
    Level.INFO,
    code="ceiling-gap-dusty",
    title="A narrow gap above a unit cannot be cleaned",
    source="CC",
    numbers=("dusty_most",),
    fix="close it with a panel or a cornice, or make the unit higher or lower",
)
def ceiling_gap_dusty(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Gaps wide enough for dust and too narrow for a hand."""
    least, most = scene.construction.ceiling_play, numbers.length("dusty_most")
    for unit, gap in _above(scene, Zone.TALL, Zone.WALL):
        if least <= gap <= most:
            yield Finding(unit.id, f"ends {show(gap)} mm below the ceiling; gaps up to {show(most)} mm gather dust")
