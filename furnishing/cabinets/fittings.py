"""What is bought for a cabinet: counted from its parts by the workshop's rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, HardwareItem, Use
from furnishing.cabinets.making import Making
from furnishing.catalogue import Catalogue
from furnishing.construction import Construction
from furnishing.parts import Part
from furnishing.units import MICROMETRES, Length

HINGE: Final = "hinge-110"
PLATE: Final = "hinge-plate"
LEG: Final = "leg-100"
CLIP: Final = "leg-clip"
PIN: Final = "shelf-pin"
CONFIRMAT: Final = "confirmat-7x50"
CAM: Final = "cam-15"
DOWEL: Final = "dowel-8x35"
RAIL: Final = "rail-oval"
RAIL_END: Final = "rail-end"
ANCHOR: Final = "wall-anchor"
SCREW: Final = "screw-4x30"

Counts = Mapping[str, int]


def fit(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with all that is bought for it."""
    rules, parts = making.construction, cabinet.parts
    by_role: dict[str, list[Part]] = {}
    for part in parts:
        by_role.setdefault(part.role, []).append(part)

    def of(*roles: str) -> list[Part]:
        return [part for role in roles for part in by_role.get(role, [])]

    hung = [space for space in cabinet.spaces if space.use in {Use.HANG_LONG, Use.HANG_SHORT}]
    drawers = of("drawer-box")
    runners = {runner.length: runner.code for runner in rules.runners}
    sold = Counter(runners[part.length] for part in of("drawer-side"))
    tall = making.size.height - making.plinth > rules.anchor_tall_from and not making.hung
    counts = (
        joint_fittings(making, of(*JOINED)),
        door_fittings(making, of("door")),
        handle_fittings(making, len(cabinet.fronts)),
        pin_fittings(making, len(of("shelf"))),
        leg_fittings(making) if of("bottom") else {},
        {code: count // 2 for code, count in sold.items()},
        {SCREW: len(drawers) * rules.screws_per_drawer_front},
        {RAIL_END: len(hung) * rules.rail_ends, ANCHOR: rules.anchors_per_tall if tall else 0},
        {item.code: item.quantity for item in cabinet.hardware if item.length is None},
    )
    return replace(cabinet, hardware=total(*counts, rails=[each.box.dx - rules.rail_play for each in hung]))


JOINED: Final = (
    "bottom",
    "top",
    "stretcher",
    "rail",
    "valance",
    "fixed-shelf",
    "partition",
    "kick",
    "drawer-box",
    "drawer-back",
)
"""Roles that are joined to uprights at both ends."""


def total(*counts: Counts, rails: Iterable[Length] = ()) -> tuple[HardwareItem, ...]:
    """All counts added up, by article code; each rail is an item of its own with its length."""
    codes = sorted({code for count in counts for code in count})
    sums = {code: sum(count.get(code, 0) for count in counts) for code in codes}
    pieces = tuple(HardwareItem(code=code, quantity=sums[code]) for code in codes if sums[code])
    return (*pieces, *(HardwareItem(code=RAIL, quantity=1, length=length) for length in rails))


def door_weight(door: Part, catalogue: Catalogue, rules: Construction) -> Decimal:
    """Kilograms of a door with its handle."""
    metre = Decimal(MICROMETRES["m"])
    volume = door.length / metre * door.width / metre * door.thickness / metre
    return volume * catalogue.material(door.material).density + rules.handle_weight


def hinge_count(height: Length, weight: Decimal, rules: Construction) -> int:
    """Hinges of one door: the first band of the chart that covers both its height and its weight (kg)."""
    for band in rules.hinges:
        if height <= band.height and weight <= band.weight:
            return band.count
    return rules.hinges_above


def door_fittings(making: Making, doors: Iterable[Part]) -> Counts:
    """Hinges with their plates."""
    rules, hinges = making.construction, 0
    for door in doors:
        hinges += hinge_count(door.length, door_weight(door, making.catalogue, rules), rules)
        hinges += rules.hinges_for_width if door.width > rules.door_width_most else 0
    return {HINGE: hinges, PLATE: hinges}


def handle_fittings(making: Making, fronts: int) -> Counts:
    """One handle a front, none where the style has none."""
    return {making.style.handle: fronts} if making.style.handle else {}


def leg_fittings(making: Making) -> Counts:
    """Legs in rows by the width; the plinth is clipped to each leg of the front row."""
    rules = making.construction
    if making.plinth == 0:
        return {}
    legs = max(rules.legs_least, rules.leg_rows * -(-making.size.width // rules.leg_pitch))
    return {LEG: legs, CLIP: legs // rules.leg_rows}


def pin_fittings(making: Making, shelves: int) -> Counts:
    """What adjustable shelves lie on."""
    return {PIN: shelves * making.construction.pins_per_shelf}


def joint_fittings(making: Making, parts: Iterable[Part]) -> Counts:
    """What holds lying parts between uprights: two joints a part, by the depth of each.

    Confirmats, or a cam with a dowel beside it at each of the same places.
    """
    places = 2 * sum(joint_places(part.width, making.construction) for part in parts)
    return {CONFIRMAT: places} if making.construction.joint == "confirmat" else {CAM: places, DOWEL: places}


def joint_places(run: Length, rules: Construction) -> int:
    """How many fixings a joint of this length takes: at both ends and at most one pitch apart."""
    between = max(0, run - 2 * rules.joint_end)
    return max(rules.joint_least, 1 + -(-between // rules.joint_pitch))
