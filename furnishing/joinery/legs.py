"""Legs under the bottom, and the clips that hold the plinth to the front ones."""

from __future__ import annotations

from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making
from furnishing.hardware import Legs, LegSize
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import Point, ends, inside, normal
from furnishing.joinery.work import Hole, Work, suffix
from furnishing.parts import Part
from furnishing.units import MICROMETRES, Length


def stand(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet on its legs. Hung ones, and those whose sides or bottom stand on the floor, have none."""
    rules, work = hardware_pack(making).legs, Work()
    on_floor = any(part.role == "side" and part.box.z == 0 for part in cabinet.parts)
    bottoms = [part for part in cabinet.parts if part.role == "bottom" and part.box.z > 0]
    # The bottom of a top box stands on the box below it.
    lowest = min((part.box.z for part in bottoms), default=0)
    for bottom in bottoms:
        if bottom.box.z == lowest and not making.hung and not on_floor:
            _legs(cabinet, bottom, making, rules, work)
    return work.done(cabinet)


def leg_for(height: Length, rules: Legs) -> LegSize:
    """The leg for a plinth of this height; the nearest where none is made for it."""
    return min(rules.sizes, key=lambda size: max(size.least - height, height - size.most, 0))


def _legs(cabinet: Cabinet, bottom: Part, making: Making, rules: Legs, work: Work) -> None:
    """Rows of legs along the back wall, and along the left wall below a bottom that goes round a corner."""
    around = any(notch.purpose == "inner corner" for notch in bottom.notches)
    taken: list[Spot] = []
    for out in (1, 0) if around else (1,):
        plinth = next((part for part in cabinet.parts if part.role == "plinth" and normal(part) == out), None)
        along, depths = _rows(cabinet, bottom, plinth, out, making, rules)
        for place in along:
            for wanted in depths:
                spot = _behind_cut(bottom, (place, wanted) if out == 1 else (wanted, place), rules.apart)
                near = out == 0 and any(_beside(spot, other, NEAR * rules.apart) for other in taken)
                if near or not _solid(bottom, *spot, rules.apart):
                    continue
                taken.append(spot)
                _leg(bottom, spot, len(taken), rules, work)
            low, high = (0, 0) if plinth is None else ends(plinth.box)[1 - out]
            if plinth is not None and low < place < high:
                _clip(plinth, place, rules, work)


Spot = tuple[Length, Length]
"""Where a leg stands, in plan."""

NEAR: Final = 4
"""A leg of the second row round a corner is left out where one of the first stands within so many of its plates."""


def _beside(one: Spot, other: Spot, within: Length) -> bool:
    return all(abs(a - b) < within for a, b in zip(one, other, strict=True))


def _rows(
    cabinet: Cabinet, bottom: Part, plinth: Part | None, out: int, making: Making, rules: Legs
) -> tuple[list[Length], list[Length]]:
    """The places of legs along a wall, and their distances from it; `out` is the axis out of that wall."""
    construction, body = making.construction, ends(bottom.box)
    (start, stop), (rear, face) = body[1 - out], body[out]
    wide = cabinet.width if out == 1 else cabinet.depth
    rows = construction.leg_rows
    count = max(construction.legs_least, rows * -(-wide // construction.leg_pitch)) // rows
    front = (ends(plinth.box)[out][0] if plinth else face - construction.plinth_setback) - rules.front
    rear += rules.rear
    end = min(rules.end, (stop - start) // 4)
    places = [start + end + number * (stop - start - 2 * end) // max(1, count - 1) for number in range(count)]
    places = [each - (each - start) % MICROMETRES["mm"] for each in places]
    return places, [rear + number * (front - rear) // max(1, rows - 1) for number in range(rows)]


def _leg(bottom: Part, spot: Spot, number: int, rules: Legs, work: Work) -> None:
    """One leg, moved towards the middle where a joint is in its way."""
    x, y = spot
    box = bottom.box
    inward = 1 if 2 * x < 2 * box.x + box.dx else -1
    places = ((x + inward * dx, y + dy) for dy in MOVES for dx in MOVES)
    plates = (_plate(bottom, *place, rules) for place in places)
    plate = next((each for each in plates if work.clear(each)), _plate(bottom, x, y, rules))
    for hole in plate:
        work.bore(*hole, "leg", f"{suffix(bottom)}.leg.{number}")
    work.order(leg_for(box.z, rules).code)


MOVES: Final = tuple(move * MICROMETRES["mm"] for move in (0, 10, 20, 30, -10, -20))
"""How far a leg may be moved towards the middle where a joint is in its way."""


def _behind_cut(bottom: Part, spot: Spot, apart: Length) -> Spot:
    """Where a leg can stand below a bottom whose front corner is cut off: as far out as it can up to the spot."""
    if bottom.section is None:
        return spot
    x, y = spot
    places = range(y, bottom.box.y, -MICROMETRES["mm"])
    return next(((x, each) for each in places if _solid(bottom, x, each, apart)), spot)


def _plate(bottom: Part, x: Length, y: Length, rules: Legs) -> list[Hole]:
    """The four screws of a leg."""
    half = rules.apart // 2
    return [(bottom, (x + dx, y + dy, bottom.box.z), 2, 1, rules.drill) for dx in (-half, half) for dy in (-half, half)]


def _solid(bottom: Part, x: Length, y: Length, apart: Length) -> bool:
    """Whether the plate of a leg finds wood: inside the outline and clear of notches."""
    corners = [(x + dx, y + dy, bottom.box.z) for dx in (-apart, apart) for dy in (-apart, apart)]
    if not all(inside(bottom, corner) for corner in corners):
        return False
    for notch in bottom.notches:
        gap = ends(notch.box)
        if gap[0][0] < x + apart and x - apart < gap[0][1] and gap[1][0] < y + apart and y - apart < gap[1][1]:
            return False
    return True


def _clip(plinth: Part, place: Length, rules: Legs, work: Work) -> None:
    """The clip of a leg behind a plinth, at a place along it."""
    out, half = normal(plinth), rules.clip_apart // 2
    y, z = ends(plinth.box)[out][0], plinth.box.z + plinth.box.dz // 2
    mouths: list[Point] = [(at, y, z) if out == 1 else (y, at, z) for at in (place - half, place + half)]
    holes: list[Hole] = [(plinth, mouth, out, 1, rules.clip_drill) for mouth in mouths]
    # A leg beyond the end of a plinth, as behind a corner, has no clip.
    if work.clear(holes):
        for hole in holes:
            work.bore(*hole, "plinth-clip", f"{suffix(plinth)}.clip.{place}")
        work.order(rules.clip)
