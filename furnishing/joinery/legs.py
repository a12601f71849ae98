"""Legs under the bottom, and the clips that hold the plinth to the front ones."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making
from furnishing.hardware import Legs, LegSize
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import ends, inside
from furnishing.joinery.work import Work, suffix
from furnishing.parts import Part
from furnishing.units import MICROMETRES, Length


def stand(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet on its legs. Hung ones, and those whose sides or bottom stand on the floor, have none."""
    rules, work = hardware_pack(making).legs, Work()
    on_floor = any(part.role == "side" and part.box.z == 0 for part in cabinet.parts)
    for bottom in cabinet.parts:
        if bottom.role == "bottom" and bottom.box.z > 0 and not making.hung and not on_floor:
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
    for x in columns:
        for y in depths:
            if not _solid(bottom, x, y, rules.apart):
                continue
            fixing = f"{suffix(bottom)}.leg.{sum(work.articles.values()) + 1}"
            half = rules.apart // 2
            for dx in (-half, half):
                for dy in (-half, half):
                    work.bore(bottom, (x + dx, y + dy, z), 2, 1, rules.drill, "leg", fixing)
            work.order(leg_for(z, rules).code)
        if plinth is not None and plinth.box.x < x < plinth.box.x + plinth.box.dx:
            _clip(plinth, x, rules, work)


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
    for at in (x - half, x + half):
        work.bore(plinth, (at, plinth.box.y, z), 1, 1, rules.clip_drill, "plinth-clip", f"{suffix(plinth)}.clip.{x}")
    work.order(rules.clip)
