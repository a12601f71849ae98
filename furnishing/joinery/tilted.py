"""Pins of tilted shelves: two on each side below the board, a stop for its lower edge is not included."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.pins import BESIDE
from furnishing.joinery.places import STANDING, ends, normal
from furnishing.joinery.rails import level
from furnishing.joinery.work import Work, suffix
from furnishing.parts import Part


def pin_tilted(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with four pins for every board that is tilted between two uprights."""
    rules, work = hardware_pack(making).pins, Work()
    uprights = [part for part in cabinet.parts if part.role in STANDING and normal(part) == 0]
    for shelf in cabinet.parts:
        if shelf.role != "shoe-shelf" or shelf.section is None:
            continue
        pair = _between(shelf, uprights)
        if pair is None:
            continue
        (rear, high), (front, low) = _underside(shelf)
        run = front - rear
        places = []
        for y in (rear + rules.margin, front - rules.front):
            under = high - (high - low) * (y - rear) // run
            # The pin touches the board from below at right angles to it.
            places.append((y, under - rules.drop * shelf.width // run))
        level(pair, places, rules.drill, work, "shelf-pin", suffix(shelf))
        work.order(rules.code, 2 * len(places))
    return work.done(cabinet)


def _between(shelf: Part, uprights: list[Part]) -> tuple[Part, Part] | None:
    (low, high), _, (z0, z1) = ends(shelf.box)
    tall = [each for each in uprights if each.box.z < z0 and z1 < each.box.z + each.box.dz]
    left = next((each for each in tall if 0 <= low - each.box.x - each.box.dx <= BESIDE), None)
    right = next((each for each in tall if 0 <= each.box.x - high <= BESIDE), None)
    return None if left is None or right is None else (left, right)


def _underside(shelf: Part) -> tuple[tuple[int, int], tuple[int, int]]:
    """The lower rear and the lower front corner of a tilted board."""
    points = shelf.section.points if shelf.section else ()
    return min(points), min(points, key=lambda point: point[1])
