"""Flaps: lifts by power factor on both sides of those that open upwards, tilting fittings for those that open down."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Opens, Use
from furnishing.cabinets.making import Making
from furnishing.hardware import Bracket, Lifts, LiftSize
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.hinges import Leaf, leaf_of, weight
from furnishing.joinery.places import STANDING, ends, normal
from furnishing.joinery.rails import level, pairs
from furnishing.joinery.work import Work, suffix
from furnishing.parts import Box, Part
from furnishing.units import MICROMETRES, Length

FLAPS: Final = frozenset({Opens.UP, Opens.DOWN})


def lift(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with its flaps fitted. A flap without uprights behind both its ends stays without fittings."""
    pack, work = hardware_pack(making), Work()
    parts = {part.id: part for part in cabinet.parts}
    for front in cabinet.fronts:
        if front.opens not in FLAPS:
            continue
        leaf = leaf_of(front, parts)
        pair = _uprights(cabinet, leaf)
        if pair is None:
            continue
        if front.opens is Opens.DOWN:
            shoes = any(space.use is Use.SHOES and _behind(leaf, space.box) for space in cabinet.spaces)
            _tilt(leaf, pair, pack.tilt if shoes else pack.drop, pack.lifts, work, making)
        else:
            factor = power_factor(leaf.z[1] - leaf.z[0], weight(leaf, making.catalogue, pack.hinges))
            _lift(leaf, pair, pack.lifts, work, lift_for(factor, pack.lifts), making)
    return work.done(cabinet)


def power_factor(height: Length, kilograms: Decimal) -> Decimal:
    """The height of a flap in millimetres by its weight in kilograms: what ranges of lifts are sold by."""
    return Decimal(height) / MICROMETRES["mm"] * kilograms


def lift_for(factor: Decimal, rules: Lifts) -> LiftSize:
    """The lightest lift made for a power factor; the nearest where none is."""
    return min(rules.sizes, key=lambda size: (max(size.least - factor, factor - size.most, 0), size.most))


def _uprights(cabinet: Cabinet, leaf: Leaf) -> tuple[Part, Part] | None:
    """The uprights behind the left and the right end of a flap: the outermost that it covers or stands between."""
    found = []
    for sense in (-1, 1):
        near: list[tuple[Length, str, Part]] = []
        for part in cabinet.parts:
            if part.role not in STANDING or normal(part) != 0:
                continue
            low, high = ends(part.box)[0]
            # The inner face must lie on the flap's side of its end, or just beyond it where the flap is inset.
            gap = abs(high - leaf.x[0]) if sense < 0 else abs(low - leaf.x[1])
            level = part.box.z < leaf.z[1] and leaf.z[0] < part.box.z + part.box.dz
            if level and gap <= 2 * part.box.dx:
                near.append((gap, part.id, part))
        if near:
            found.append(min(near, key=lambda each: each[:2])[2])
    return (found[0], found[1]) if len(found) == 2 and found[0] is not found[1] else None


def _lift(leaf: Leaf, pair: tuple[Part, Part], rules: Lifts, work: Work, size: LiftSize, making: Making) -> None:
    fixing = f"{suffix(leaf.parts[0])}.lift"
    front, top = leaf.y[0] - making.construction.bumper, min(leaf.z[1], *(each.box.z + each.box.dz for each in pair))
    places = [(front - back, top - below) for back, below in pairs(rules.holes)]
    level(pair, places, rules.drill, work, "lift", fixing)
    _arms(leaf, rules, work, fixing, from_top=True)
    work.order(size.code)


def _arms(leaf: Leaf, rules: Lifts, work: Work, fixing: str, *, from_top: bool) -> None:
    """The holes in a flap, the same on its left and its right."""
    for edge, sense in ((leaf.x[0], 1), (leaf.x[1], -1)):
        for side, within in pairs(rules.arms):
            x, z = edge + sense * side, leaf.z[1] - within if from_top else leaf.z[0] + within
            target = next((part for part in leaf.parts if _covers(part, x, z)), None)
            if target is not None:
                work.bore(target, (x, target.box.y, z), 1, 1, rules.arm_drill, "flap-arm", fixing)


def _behind(leaf: Leaf, box: Box) -> bool:
    """Whether a space lies behind a flap."""
    return leaf.x[0] < box.x + box.dx // 2 < leaf.x[1] and leaf.z[0] < box.z + box.dz // 2 < leaf.z[1]


def _tilt(leaf: Leaf, pair: tuple[Part, Part], rules: Bracket, arms: Lifts, work: Work, making: Making) -> None:
    """Fittings near the lower edge of a flap, in both uprights and in the flap."""
    fixing = f"{suffix(leaf.parts[0])}.tilt"
    front = leaf.y[0] - making.construction.bumper
    places = [(front - back, leaf.z[0] + above) for back, above in pairs(rules.holes)]
    level(pair, places, rules.drill, work, "tilt", fixing)
    _arms(leaf, arms, work, fixing, from_top=False)
    work.order(rules.code)


def _covers(part: Part, x: Length, z: Length) -> bool:
    box = part.box
    return box.x < x < box.x + box.dx and box.z < z < box.z + box.dz
