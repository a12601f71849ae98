"""Folding doors of corner cabinets: hinged on the door at right angles beside them."""

from __future__ import annotations

from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Opens
from furnishing.cabinets.making import Making
from furnishing.hardware import Hinges
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.hinges import SWUNG, Leaf, cup, hinge_count, leaf_of, plate, weight
from furnishing.joinery.places import ends, normal
from furnishing.joinery.work import Work, suffix
from furnishing.parts import Part
from furnishing.units import MICROMETRES


def fold(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with its folding doors hung on the doors beside them."""
    rules, work = hardware_pack(making).hinges, Work()
    parts = {part.id: part for part in cabinet.parts}
    for front in cabinet.fronts:
        if front.opens is Opens.FOLD:
            _hinges(cabinet, making, rules, work, leaf_of(front, parts), parts)
    return work.done(cabinet)


def _hinges(cabinet: Cabinet, making: Making, rules: Hinges, work: Work, leaf: Leaf, parts: dict[str, Part]) -> None:
    """Hinges between a door that folds and the door at right angles beside it, which carries it."""
    door = leaf.parts[0]
    across = next(axis for axis in door.axes if axis != 2)
    for front in cabinet.fronts:
        other = parts[front.part]
        beside = next((axis for axis in other.axes if axis != 2), 2)
        if front.opens not in SWUNG or beside in {2, across} or normal(other) != across:
            continue
        height = leaf.z[1] - leaf.z[0]
        reach = ends(door.box)[across][1] - ends(door.box)[across][0]
        count = hinge_count(height, reach, weight(leaf, making.catalogue, rules), rules)
        near, near_other = ends(door.box)[across][0], ends(other.box)[beside][0]
        end = min(rules.end, height // 4)
        for number in range(count):
            z = leaf.z[0] + end + number * (height - 2 * end) // max(1, count - 1)
            # Away from the heights of the hinges that carry the other door.
            z += AWAY if number < count - 1 else -AWAY
            fixing = f"{suffix(door)}.fold.{number + 1}"
            at, plate_at = [0, 0, z], [0, 0, z]
            at[across], at[normal(door)] = near + rules.centre, ends(door.box)[normal(door)][0]
            plate_at[beside], plate_at[normal(other)] = (
                near_other + rules.plate_front,
                ends(other.box)[normal(other)][0],
            )
            cup(work, door, (at[0], at[1], at[2]), (normal(door), 1), (across, 1), rules, fixing)
            plate(work, other, (plate_at[0], plate_at[1], plate_at[2]), (normal(other), 1), rules, fixing)
            work.order(rules.fold)
            work.order(rules.special_plate)
        return


AWAY: Final = 64 * MICROMETRES["mm"]
"""Hinges between doors stand this far from the heights of those that carry the other door."""
