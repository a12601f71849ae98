"""Hinges of a hardware pack as values: holes, distances, how many a door takes, which hinge for which overlay."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from furnishing.hardware_joints import Code, Drill
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """A hinge with its plate, for doors that cover the carrying upright by so much (below 0: inset)."""

    code: Code
    plate: Code
    overlay_least: Length
    overlay_most: Length
    angle: int
    door_least: Length
    door_most: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class HingeCount:
    """So many hinges carry a door up to this height and this weight (kg); the larger of both counts."""

    height: Length
    weight: Decimal
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinges:
    """Concealed hinges: cup, its two side holes, the holes of the plate; how many; where.

    `centre` is the distance of the cup from the hinged edge; the side holes stand `apart` from each other and `behind`
    the cup. Plate holes stand `plate_apart` from each other and `plate_front` behind the plane of the carcass front;
    for an inset door `plate_front` and `inset_more` behind the door. The outermost hinges are `end` from the ends of
    the door. No board that ends within `beside` of the upright, and comes so far forward that a closed hinge could
    meet it (within `arm` of the door), is nearer to the middle of a plate than `clear`. Doors wider than `wide_from`
    take `wide_more` hinges, doors beyond the chart `above`. `blind` hangs a door on a panel that is parallel to it,
    `fold` on another door; both take `special_plate`.
    """

    cup: Drill
    centre: Length
    side: Drill
    apart: Length
    behind: Length
    plate: Drill
    plate_front: Length
    plate_apart: Length
    inset_more: Length
    end: Length
    clear: Length
    beside: Length
    arm: Length
    wide_from: Length
    wide_more: int
    above: int
    blind: Code
    fold: Code
    special_plate: Code
    handle_weight: Decimal
    glass_density: Decimal
    counts: tuple[HingeCount, ...]
    arms: tuple[Arm, ...]
