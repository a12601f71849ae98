"""Doors, drawers and flaps against what hinges, runners and lifts carry."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from furnishing.cabinets.cabinet import Front, Opens
from furnishing.hardware import Pack
from furnishing.hardware_file import named_pack
from furnishing.issues import Level
from furnishing.joinery.flaps import lift_for, power_factor
from furnishing.joinery.hinges import Leaf, leaf_of, weight
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import MICROMETRES, show

FAMILY = RuleFamily.STRENGTH
HINGED = frozenset({Opens.LEFT, Opens.RIGHT})


def _pack(unit: Unit) -> Pack:
    """The hardware of a unit."""
    return named_pack(unit.construction.hardware_pack)


def _leaves(scene: Scene, *opens: Opens) -> Iterator[tuple[Unit, Front, Leaf]]:
    """Fronts that open in one of these ways, as one leaf each."""
    for unit in scene.units:
        parts = {part.id: part for part in unit.cabinet.parts}
        for front in unit.cabinet.fronts:
            if front.opens in opens and front.part in parts:
                yield unit, front, leaf_of(front, parts)


@rule(
    FAMILY,
    Level.WARNING,
    code="door-wide",
    title="A hinged door is wider than hinges should carry",
    source="Blum",
    fix="choose a narrower unit, or one wide enough for two doors",
    quoted=True,
)
def door_wide(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Doors against `door_width_most` of the construction method."""
    for unit, front, leaf in _leaves(scene, *HINGED):
        most, wide = unit.construction.door_width_most, leaf.x[1] - leaf.x[0]
        if wide > most:
            yield Finding(front.part, f"is {show(wide)} mm wide, more than {show(most)} mm")


@rule(
    FAMILY,
    Level.WARNING,
    code="door-high",
    title="A door is higher than it stays flat",
    source="GB practice",
    fix="part it: a lower door and a top box, or fit a stiffener",
)
def door_high(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Doors against `door_height_most` of the construction method."""
    for unit, front, leaf in _leaves(scene, *HINGED):
        most, high = unit.construction.door_height_most, leaf.z[1] - leaf.z[0]
        if high > most:
            yield Finding(front.part, f"is {show(high)} mm high; doors stay flat up to {show(most)} mm")


@rule(
    FAMILY,
    Level.WARNING,
    code="door-heavy",
    title="A door is heavier than the chart of its hinges",
    source="CC after Blum",
    fix="choose a lighter board, a smaller door, or ask the maker of the hinges",
)
def door_heavy(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Weights against the last line of the hinge chart of the hardware pack."""
    for unit, front, leaf in _leaves(scene, *HINGED):
        hinges = _pack(unit).hinges
        most = max(each.weight for each in hinges.counts)
        heavy = weight(leaf, scene.catalogue, hinges)
        if heavy > most:
            yield Finding(front.part, f"weighs {heavy:.1f} kg; the chart of its hinges ends at {most} kg")


@rule(
    FAMILY,
    Level.ERROR,
    code="door-thin",
    title="A door has no thickness for the cups of its hinges",
    source="Grass",
    fix="choose thicker fronts or hinges for thin doors",
)
def door_thin(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Boards against the thinnest door of the hinges of the pack; panes have hinges of their own."""
    for unit, front, leaf in _leaves(scene, *HINGED):
        least = min(arm.door_least for arm in _pack(unit).hinges.arms)
        thick = leaf.y[1] - leaf.y[0]
        if thick < least and not any(part.bought for part in leaf.parts):
            yield Finding(front.part, f"is {show(thick)} mm thick; cups need {show(least)} mm")


@rule(
    FAMILY,
    Level.WARNING,
    code="drawer-overloaded",
    title="A drawer can be filled with more than its runners carry",
    source="G",
    numbers=("drawer_load",),
    fix="choose stronger runners or a narrower drawer",
)
def drawer_overloaded(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The load on the bottom of each drawer against that of the strongest runners of its length."""
    load = numbers.number("drawer_load")
    for unit in scene.units:
        sizes = _pack(unit).runners.sizes
        for part in unit.of_role("drawer-bottom"):
            area = Decimal(part.length) * part.width / Decimal(MICROMETRES["m"]) ** 2
            deep = part.box.dy
            near = [size.load for size in sizes if size.box_length >= deep] or [size.load for size in sizes]
            carries, weighs = near[0], area * load
            if weighs > carries:
                says = f"{area:.2f} m2 at {load} kg/m2 come to {weighs:.0f} kg; its runners carry {carries} kg"
                yield Finding(part.id, says)


@rule(
    FAMILY,
    Level.WARNING,
    code="drawer-wide",
    title="A drawer is so wide that it racks",
    source="G",
    numbers=("drawer_width_most",),
    fix="part it into two drawers, or choose runners with synchronisation",
)
def drawer_wide(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Fronts of drawers against the widest that ordinary runners keep straight."""
    most = numbers.length("drawer_width_most")
    for _, front, leaf in _leaves(scene, Opens.PULL):
        wide = leaf.x[1] - leaf.x[0]
        if wide > most:
            yield Finding(front.part, f"is {show(wide)} mm wide; ordinary runners keep {show(most)} mm straight")


@rule(
    FAMILY,
    Level.WARNING,
    code="flap-beyond-lifts",
    title="No lift of the range suits a flap",
    source="CC",
    fix="choose a lighter or lower front, or lifts of another range",
)
def flap_beyond_lifts(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Power factors, height by weight, and widths against the lifts of the pack."""
    for unit, front, leaf in _leaves(scene, Opens.UP):
        pack = _pack(unit)
        high, wide = leaf.z[1] - leaf.z[0], leaf.x[1] - leaf.x[0]
        factor = power_factor(high, weight(leaf, scene.catalogue, pack.hinges))
        lifts = pack.lifts
        size = lift_for(factor, lifts)
        if not size.least <= factor <= size.most:
            says = f"has a power factor of {factor:.0f}; the nearest lifts take {size.least} to {size.most}"
            yield Finding(front.part, says)
        if wide > lifts.width_most or not lifts.height_least <= high <= lifts.height_most:
            span = f"{show(lifts.height_least)} to {show(lifts.height_most)} mm high, {show(lifts.width_most)} wide"
            yield Finding(front.part, f"is {show(high)} x {show(wide)} mm; lifts take flaps {span}")
