"""Shelf pins: for every adjustable shelf rows of holes on both sides, as far as the shelf can be moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making
from furnishing.hardware import Drill, Pins
from furnishing.hardware_file import hardware_pack
from furnishing.incline import inclined
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


@dataclass(frozen=True, slots=True)
class Row:
    """Holes in one upright: drilled along `axis` in `sense` from the plane `face`, at these places along its depth."""

    upright: Part
    axis: int
    sense: int
    face: Length
    places: tuple[Length, ...]

    def hole(self, place: Length, z: Length, drill: Drill) -> Hole:
        """The hole of the row at a height."""
        at = (self.face, place, z) if self.axis == 0 else (place, self.face, z)
        return (self.upright, at, self.axis, self.sense, drill)


def pin(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with rows of pin holes for its adjustable shelves; shelves around a corner with a third support."""
    rules, work = hardware_pack(making).pins, Work()
    held = held_shelves(cabinet)
    shifted = _shifted(held)
    for each in held:
        shift = rules.pitch // 2 if (each.left.id, each.right.id) in shifted else 0
        rows = _corner_rows(each, rules) if normal(each.left) == 1 else _rows(each, cabinet.carcass_depth, rules, shift)
        _drill(each, rows, _room(cabinet, each, held, rules), rules, work)
        if normal(each.left) == 1:
            _corner(cabinet, each, rules, work)
    return work.done(cabinet)


def held_shelves(cabinet: Cabinet) -> tuple[Held, ...]:
    """Adjustable shelves with the uprights at their ends; around a corner the left upright stands at right angles."""
    uprights = [part for part in cabinet.parts if part.role in STANDING and part.role != "spacer"]
    found = []
    for shelf in cabinet.parts:
        if shelf.role in LOOSE and normal(shelf) == 2 and not inclined(shelf):
            left = next((each for each in uprights if _holds(each, shelf, 0, -1)), None)
            left = left or next((each for each in uprights if _holds(each, shelf, 1, 1)), None)
            right = next((each for each in uprights if _holds(each, shelf, 0, 1)), None)
            if left is not None and right is not None:
                found.append(Held(shelf=shelf, left=left, right=right))
    return tuple(found)


def _holds(upright: Part, shelf: Part, axis: int, sense: int) -> bool:
    """Whether a shelf ends at the face of an upright, on its lower (-1) or its higher side along an axis."""
    if normal(upright) != axis:
        return False
    one, other = ends(upright.box), ends(shelf.box)
    gap = other[axis][0] - one[axis][1] if sense < 0 else one[axis][0] - other[axis][1]
    level = one[2][0] < other[2][0] and other[2][1] < one[2][1]
    beside = 1 - axis
    return 0 <= gap <= BESIDE and level and one[beside][0] < other[beside][1] and other[beside][0] < one[beside][1]


def _shifted(held: tuple[Held, ...]) -> set[tuple[str, str]]:
    """Bays whose rows are moved back by half a pitch, because the bay before them has rows in the same upright."""
    bays = {(each.left.id, each.right.id): (each.left.box.x, each.right.box.x) for each in held}
    moved: set[tuple[str, str]] = set()
    for bay in sorted(bays, key=lambda each: (bays[each], each)):
        if any(other[1] == bay[0] and other not in moved for other in bays):
            moved.add(bay)
    return moved


def _rows(held: Held, front: Length, rules: Pins, shift: Length) -> tuple[Row, Row]:
    """Two rows in each upright, at the same depths on both sides."""
    boxes = (held.shelf.box, held.left.box, held.right.box)
    low, high = max(box.y for box in boxes), min(box.y + box.dy for box in boxes)
    places = _places(front - rules.front - shift, low + rules.margin, high - rules.margin, rules)
    return (
        Row(held.left, 0, -1, ends(held.left.box)[0][1], places),
        Row(held.right, 0, 1, held.right.box.x, places),
    )


def _corner_rows(held: Held, rules: Pins) -> tuple[Row, Row]:
    """Two rows in each of two uprights at right angles, counted from the front edge of each."""
    found = []
    for upright, along in ((held.left, 0), (held.right, 1)):
        one, other = ends(upright.box), ends(held.shelf.box)
        # The shelf is cut out at its inner corner; there it ends before the front edge of the upright.
        cuts = [ends(notch.box)[along][0] for notch in held.shelf.notches]
        high = min(one[along][1], other[along][1], *cuts) - rules.margin
        low = max(one[along][0], other[along][0]) + rules.margin
        places = _places(one[along][1] - rules.front, low, high, rules)
        found.append(Row(upright, 1 - along, 1, one[1 - along][0], places))
    return (found[0], found[1])


def _places(first: Length, low: Length, high: Length, rules: Pins) -> tuple[Length, ...]:
    """The front place, and the one furthest back a whole number of pitches behind it."""
    if first > high:
        first -= -(-(first - high) // rules.pitch) * rules.pitch
    last = first - max(0, first - low) // rules.pitch * rules.pitch
    return (first, last) if last < first else (first,)


def _drill(held: Held, rows: tuple[Row, Row], room: tuple[Length, Length], rules: Pins, work: Work) -> None:
    """The rows of one shelf; every hole has its partner on the other side, or neither is drilled."""
    own = held.shelf.box.z - rules.drop
    steps = rules.reach // rules.pitch
    for step in range(-steps, steps + 1):
        z = own + step * rules.pitch
        holes = [row.hole(place, z, rules.drill) for row in rows for place in row.places]
        if step == 0 or (room[0] <= z <= room[1] and not _near(rows, z, rules) and work.clear(holes)):
            for hole in holes:
                work.bore(*hole, "shelf-pin", suffix(held.shelf))
    work.order(rules.code, sum(len(row.places) for row in rows))


def _near(rows: tuple[Row, Row], z: Length, rules: Pins) -> bool:
    """Whether holes of other fittings in the same faces are nearer than the pack allows."""
    return any(
        bore.axis == row.axis
        and bore.sense == row.sense
        and abs(z - bore.z) < rules.keep
        and any(abs((bore.y if row.axis == 0 else bore.x) - place) < rules.keep for place in row.places)
        for row in rows
        for bore in row.upright.bores
    )


def _corner(cabinet: Cabinet, held: Held, rules: Pins, work: Work) -> None:
    """A support in the corner, screwed through the back from behind."""
    shelf = held.shelf.box
    for back in cabinet.parts:
        if back.role == "back" and normal(back) == 1 and back.box.y + back.box.dy <= shelf.y:
            at = (shelf.x + rules.corner_in, back.box.y, shelf.z - rules.corner_below)
            drill = Drill(diameter=rules.corner_clearance, depth=0)
            work.bore(back, at, 1, 1, drill, "shelf-corner", suffix(held.shelf))
            work.order(rules.corner)
            return


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
