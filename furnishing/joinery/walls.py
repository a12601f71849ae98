"""What holds a cabinet to the wall: hangers in hung cabinets, anchors in tall ones; cable outlets; sliding gear."""

from __future__ import annotations

from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Opens, Use
from furnishing.cabinets.making import Making
from furnishing.hardware import Drill
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.hinges import leaf_of
from furnishing.joinery.places import ends, normal
from furnishing.joinery.rails import pairs
from furnishing.joinery.work import Hole, Work, suffix
from furnishing.parts import Part
from furnishing.units import MICROMETRES


def fix_to_wall(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with hangers where it is hung, with anchors where it is tall."""
    work = Work()
    sides = [part for part in cabinet.parts if part.role == "side" and normal(part) == 0]
    aside = [part for part in cabinet.parts if part.role == "side" and normal(part) == 1]
    if making.hung and sides:
        high = max(sides, key=lambda part: (part.box.x, part.id))
        low = min(sides, key=lambda part: (part.box.x, part.id))
        if aside:
            _hanger(max(aside, key=lambda part: (part.box.y, part.id)), 1, making, work)
        elif low is not high:
            _hanger(low, -1, making, work)
        _hanger(high, 1, making, work)
    elif not making.hung and sides and cabinet.height - making.plinth > making.construction.anchor_tall_from:
        _anchors(cabinet, making, work)
    return work.done(cabinet)


def _hanger(side: Part, sense: int, making: Making, work: Work) -> None:
    """A hanger in the inner face of a side, in its upper corner at the wall that it stands on.

    The left side of a corner unit stands on the left wall, at the end of that leg.
    """
    rules, axis = hardware_pack(making).hanger, normal(side)
    face = ends(side.box)[axis][1 if sense < 0 else 0]
    for rear, below in pairs(rules.holes):
        out, z = making.rear + rear, side.box.z + side.box.dz - below
        at = (face, out, z) if axis == 0 else (out, face, z)
        work.bore(side, at, axis, sense, rules.drill, "hanger", f"{suffix(side)}.hanger")
    work.order(rules.code)


def _anchors(cabinet: Cabinet, making: Making, work: Work) -> None:
    """Brackets under the uppermost lying board; where there is none they are ordered and placed on site."""
    rules, count = hardware_pack(making).anchor, making.construction.anchors_per_tall
    tops = [
        part for part in cabinet.parts if part.role == "top" and normal(part) == 2 and part.box.dx > 3 * rules.holes[0]
    ]
    if tops:
        top = max(tops, key=lambda part: (part.box.z, part.id))
        end, rear = rules.holes[0], rules.holes[1]
        run = top.box.dx - 2 * end
        for number in range(count):
            x = top.box.x + end + (number * run // (count - 1) if count > 1 else run // 2)
            holes: list[Hole] = [
                (top, (x + move, making.rear + rear + inward, top.box.z), 2, 1, rules.drill)
                for inward in INWARD
                for move in ASIDE
            ]
            hole = next((each for each in holes if work.clear([each])), holes[0])
            work.bore(*hole, "anchor", f"{suffix(top)}.anchor.{number + 1}")
    work.order(rules.code, count)


INWARD: Final = tuple(move * MICROMETRES["mm"] for move in (0, 20, 40, 80))
ASIDE: Final = tuple(move * MICROMETRES["mm"] for move in (0, 30, -30, 60, -60))
"""How far an anchor may be moved where something is in its way."""


def outlets(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with a cable outlet in the board over every space for knees."""
    rules, work = hardware_pack(making).grommet, Work()
    for space in cabinet.spaces:
        box = space.box
        if space.use is not Use.KNEES:
            continue
        for part in cabinet.parts:
            over = part.box.x <= box.x + box.dx // 2 <= part.box.x + part.box.dx
            if part.role in {"worktop", "desk-top", "top"} and over and part.box.z == box.z + box.dz:
                at = (box.x + box.dx // 2, max(part.box.y, box.y) + rules.rear, part.box.z)
                work.bore(part, at, 2, 1, Drill(diameter=rules.diameter, depth=0), "cable", f"{suffix(part)}.cable")
                work.order(rules.code)
                break
    return work.done(cabinet)


def slide_doors(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with tracks above and below its sliding doors and rollers on each."""
    rules, work = hardware_pack(making).sliding, Work()
    parts = {part.id: part for part in cabinet.parts}
    leaves = [leaf_of(front, parts) for front in cabinet.fronts if front.opens is Opens.SLIDE]
    for leaf in leaves:
        for z in (leaf.z[0] + rules.in_edge, leaf.z[1] - rules.in_edge):
            for x in (leaf.x[0] + rules.in_end, leaf.x[1] - rules.in_end):
                target = next((each for each in leaf.parts if _covers(each, x, z)), None)
                if target is not None:
                    fixing = f"{suffix(leaf.parts[0])}.rollers"
                    work.bore(target, (x, target.box.y, z), 1, 1, rules.drill, "rollers", fixing)
        work.order(rules.rollers)
    if leaves:
        run = max(leaf.x[1] for leaf in leaves) - min(leaf.x[0] for leaf in leaves)
        for _ in ("above", "below"):
            work.cut_to(rules.track, run)
    return work.done(cabinet)


def _covers(part: Part, x: int, z: int) -> bool:
    box = part.box
    return box.x < x < box.x + box.dx and box.z < z < box.z + box.dz
