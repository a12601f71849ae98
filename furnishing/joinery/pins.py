"""Shelf pins: for every adjustable shelf rows of holes on both sides, as far as the shelf can be moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making
from furnishing.hardware import Pins
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import LYING, STANDING, ends, normal
from furnishing.joinery.work import Hole, Work, suffix
from furnishing.parts import Box, Part
from furnishing.units import MICROMETRES, Length

LOOSE: Final = frozenset({"shelf", "shoe-shelf"})
BESIDE: Final = 5 * MICROMETRES["mm"]
"""A shelf that ends this near to an upright lies on pins in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A shelf between two uprights."""

    shelf: Part
    left: Part
    right: Part


def pin(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with rows of pin holes for its adjustable shelves, four pins a shelf."""
    rules, work = hardware_pack(making).pins, Work()
    held = held_shelves(cabinet)
    shifted = _shifted(held)
    taken = _taken(cabinet)
    for each in held:
        shift = rules.pitch // 2 if (each.left.id, each.right.id) in shifted else 0
        _rows(cabinet, each, held, rules, work, shift, taken)
    return work.done(cabinet)


def held_shelves(cabinet: Cabinet) -> tuple[Held, ...]:
    """Adjustable shelves with the uprights at their ends."""
    uprights = [part for part in cabinet.parts if part.role in STANDING and normal(part) == 0]
    found = []
    for shelf in cabinet.parts:
        if shelf.role in LOOSE and normal(shelf) == 2:
            left = next((each for each in uprights if _holds(each, shelf, -1)), None)
            right = next((each for each in uprights if _holds(each, shelf, 1)), None)
            if left is not None and right is not None:
                found.append(Held(shelf=shelf, left=left, right=right))
    return tuple(found)


def _holds(upright: Part, shelf: Part, sense: int) -> bool:
    box, lying = upright.box, shelf.box
    gap = lying.x - box.x - box.dx if sense < 0 else box.x - lying.x - lying.dx
    level = box.z < lying.z and lying.z + lying.dz < box.z + box.dz
    return 0 <= gap <= BESIDE and level and box.y < lying.y + lying.dy and lying.y < box.y + box.dy


def _shifted(held: tuple[Held, ...]) -> set[tuple[str, str]]:
    """Bays whose rows are moved back by a pitch, because the bay before them has rows in the same upright."""
    bays = {(each.left.id, each.right.id): (each.left.box.x, each.right.box.x) for each in held}
    moved: set[tuple[str, str]] = set()
    for bay in sorted(bays, key=lambda each: (bays[each], each)):
        if any(other[1] == bay[0] and other not in moved for other in bays):
            moved.add(bay)
    return moved


Holes = dict[tuple[str, int], list[tuple[Length, Length]]]
"""The places (y, z) of holes in the low (-1) and the high (1) face of each upright."""


def _taken(cabinet: Cabinet) -> Holes:
    found: Holes = {}
    for part in cabinet.parts:
        if part.role in STANDING and normal(part) == 0:
            for bore in part.bores:
                if bore.axis == 0:
                    through = bore.depth >= part.box.dx
                    for face in (-1, 1) if through else (-bore.sense,):
                        found.setdefault((part.id, face), []).append((bore.y, bore.z))
    return found


def _rows(
    cabinet: Cabinet, held: Held, all_held: tuple[Held, ...], rules: Pins, work: Work, shift: Length, taken: Holes
) -> None:
    """Both rows of one shelf in both uprights; every hole has its partner on the other side, or neither is drilled."""
    own = held.shelf.box.z - rules.drop
    sides = ((held.left, 1), (held.right, -1))
    columns = _columns(held, cabinet.carcass_depth, rules, shift)
    low, high = _room(cabinet, held, all_held, rules)
    steps = rules.reach // rules.pitch
    heights = [own + step * rules.pitch for step in range(-steps, steps + 1)]
    faces = [taken.get((upright.id, face), ()) for upright, face in sides]
    for z in heights:
        if z != own and not low <= z <= high:
            continue
        near = any(
            abs(y - at) < rules.keep and abs(z - level) < rules.keep
            for y in columns
            for face in faces
            for at, level in face
        )
        holes: list[Hole] = [
            (upright, (ends(upright.box)[0][1 if face > 0 else 0], y, z), 0, -face, rules.drill)
            for upright, face in sides
            for y in columns
        ]
        if z != own and (near or not work.clear(holes)):
            continue
        for hole in holes:
            work.bore(*hole, "shelf-pin", suffix(held.shelf))
    work.order(rules.code, 2 * len(columns))


def _columns(held: Held, front: Length, rules: Pins, shift: Length) -> tuple[Length, ...]:
    """The depths of the front and the rear row: under the shelf, and in wood of both uprights."""
    first = front - rules.front - shift
    low = max(held.shelf.box.y, held.left.box.y, held.right.box.y) + rules.margin
    high = min(box.y + box.dy for box in (held.shelf.box, held.left.box, held.right.box)) - rules.margin
    if first > high:
        first -= -(-(first - high) // rules.pitch) * rules.pitch
    last = first - max(0, first - low) // rules.pitch * rules.pitch
    return (first, last) if last < first else (first,)


def _room(cabinet: Cabinet, held: Held, all_held: tuple[Held, ...], rules: Pins) -> tuple[Length, Length]:
    """Between which heights a shelf may lie: half way to the next one, clear of boards, within the uprights."""
    box = held.shelf.box
    low = max(held.left.box.z, held.right.box.z) + rules.keep
    high = min(each.box.z + each.box.dz for each in (held.left, held.right)) - rules.keep - box.dz
    for other in all_held:
        if other.shelf is held.shelf or (other.left, other.right) != (held.left, held.right):
            continue
        half = abs(other.shelf.box.z - box.z) // 2 - rules.pitch // 2
        if other.shelf.box.z < box.z:
            low = max(low, box.z - half)
        else:
            high = min(high, box.z + half)
    for part in cabinet.parts:
        if (part.role in LYING or part.role.startswith("drawer-side")) and _over(part.box, box):
            if part.box.z + part.box.dz <= box.z:
                low = max(low, part.box.z + part.box.dz + rules.keep)
            elif part.box.z >= box.z + box.dz:
                high = min(high, part.box.z - box.dz - rules.keep)
    return low, high


def _over(one: Box, other: Box) -> bool:
    """Whether one box stands above or below the other, at least in part."""
    a, b = ends(one), ends(other)
    return all(a[axis][0] < b[axis][1] and b[axis][0] < a[axis][1] for axis in (0, 1))
