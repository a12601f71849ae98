"""Legs under the bottom, and the clips that hold the plinth to the front ones."""

from __future__ import annotations

from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making
from furnishing.hardware import Legs, LegSize
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import ends, inside
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
    plinth = next((part for part in cabinet.parts if part.role == "plinth" and part.axes == (0, 2)), None)
    (x0, x1), (y0, y1), (z, _) = ends(bottom.box)
    construction = making.construction
    rows = construction.leg_rows
    count = max(construction.legs_least, rows * -(-cabinet.width // construction.leg_pitch)) // rows
    front = (plinth.box.y if plinth else y1 - construction.plinth_setback) - rules.front
    rear = y0 + rules.rear
    end = min(rules.end, (x1 - x0) // 4)
    columns = [x0 + end + number * (x1 - x0 - 2 * end) // max(1, count - 1) for number in range(count)]
    columns = [each - (each - x0) % MICROMETRES["mm"] for each in columns]
    depths = [rear + number * (front - rear) // max(1, rows - 1) for number in range(rows)]
    number = 0
    for x in columns:
        inward = 1 if 2 * x < x0 + x1 else -1
        for wanted in depths:
            y = _behind_cut(bottom, x, wanted, rules.apart)
            if not _solid(bottom, x, y, rules.apart):
                continue
            places = ((x + inward * dx, y + dy) for dy in MOVES for dx in MOVES)
            plates = (_plate(bottom, *place, rules) for place in places)
            plate = next((each for each in plates if work.clear(each)), _plate(bottom, x, y, rules))
            number += 1
            for hole in plate:
                work.bore(*hole, "leg", f"{suffix(bottom)}.leg.{number}")
            work.order(leg_for(z, rules).code)
        if plinth is not None and plinth.box.x < x < plinth.box.x + plinth.box.dx:
            _clip(plinth, x, rules, work)


MOVES: Final = tuple(move * MICROMETRES["mm"] for move in (0, 10, 20, 30, -10, -20))
"""How far a leg may be moved towards the middle where a joint is in its way."""


def _behind_cut(bottom: Part, x: Length, y: Length, apart: Length) -> Length:
    """How far out a leg can stand below a bottom whose front corner is cut off: as near as it can to `y`."""
    if bottom.section is None:
        return y
    step = MICROMETRES["mm"]
    places = range(y, bottom.box.y, -step)
    return next((each for each in places if _solid(bottom, x, each, apart)), y)


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


def _clip(plinth: Part, x: Length, rules: Legs, work: Work) -> None:
    z = plinth.box.z + plinth.box.dz // 2
    half = rules.clip_apart // 2
    holes: list[Hole] = [(plinth, (at, plinth.box.y, z), 1, 1, rules.clip_drill) for at in (x - half, x + half)]
    # A leg beyond the end of a plinth, as behind a corner, has no clip.
    if work.clear(holes):
        for hole in holes:
            work.bore(*hole, "plinth-clip", f"{suffix(plinth)}.clip.{x}")
        work.order(rules.clip)
