"""Applied and rebated backs: screws from behind at a pitch into every board they lie against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making
from furnishing.hardware import Drill, Screw
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import LYING, ON_EDGE, STANDING, Point, along, ends, inside, normal
from furnishing.joinery.work import Hole, Work, suffix
from furnishing.parts import Part
from furnishing.units import MICROMETRES, Length

BACKED: Final = STANDING | LYING | ON_EDGE
Span = tuple[Length, Length]


def back(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with its applied or rebated backs screwed on. A back in grooves on all sides needs no screws."""
    rules, work = hardware_pack(making).back_screw, Work()
    for sheet in cabinet.parts:
        out = normal(sheet)
        if sheet.role == "back" and out != 2:
            for number, (part, x, z) in enumerate(_strips(cabinet, sheet, out), 1):
                _screws(sheet, part, x, z, rules, work, f"{suffix(sheet)}.{number}")
    return work.done(cabinet)


def _strips(cabinet: Cabinet, sheet: Part, out: int) -> Iterator[tuple[Part, Span, Span]]:
    """Where a back lies flat on a board: on its rear edge, or in a rebate open to the rear.

    `out` is the axis that points from the back into the cabinet: y, or x of a back on the left wall of a corner. The
    spans run along the back and upwards.
    """
    aside = 1 - out
    body = ends(sheet.box)
    (x0, x1), (_, plane), (z0, z1) = body[aside], body[out], body[2]
    for part in cabinet.parts:
        if part.role not in BACKED or normal(part) == out:
            continue
        start = ends(part.box)[out][0]
        areas = [ends(part.box)] if start == plane else []
        for groove in part.grooves:
            gap = ends(groove.box)
            if gap[out][1] == plane and gap[out][0] <= start < plane:
                areas.append(gap)
        for area in areas:
            x = (max(x0, area[aside][0]), min(x1, area[aside][1]))
            z = (max(z0, area[2][0]), min(z1, area[2][1]))
            if x[0] < x[1] and z[0] < z[1]:
                yield part, x, z


def _screws(sheet: Part, part: Part, x: Span, z: Span, rules: Screw, work: Work, name: str) -> None:
    upright = z[1] - z[0] >= x[1] - x[0]
    low, high = z if upright else x
    middle = sum(x if upright else z) // 2
    plane = ends(sheet.box)[normal(sheet)][1]
    wide = min(x[1] - x[0], z[1] - z[0])
    if wide < 2 * rules.clearance:
        return
    for number, place in enumerate(along(low, high, rules.pattern, from_high=False), 1):
        for move in MOVES:
            near = place + move
            at = (middle, near) if upright else (near, middle)
            holes = _holes(sheet, part, at, plane, rules)
            if low < near < high and inside(part, holes[1][1]) and work.clear(holes):
                for hole in holes:
                    work.bore(*hole, "back-screw", f"{name}.{number}")
                work.order(rules.code)
                break


MOVES: Final = tuple(move * MICROMETRES["mm"] for move in (0, 12, -12, 24, -24, 36, -36))
"""How far a screw may be moved along its board where another hole is in the way."""


def _holes(sheet: Part, part: Part, at: tuple[Length, Length], plane: Length, rules: Screw) -> tuple[Hole, Hole]:
    through, out = Drill(diameter=rules.clearance, depth=0), normal(sheet)
    rear = ends(sheet.box)[out][0]
    mouths: list[Point] = [(at[0], y, at[1]) if out == 1 else (y, at[0], at[1]) for y in (rear, plane)]
    return (sheet, mouths[0], out, 1, through), (part, mouths[1], out, 1, rules.pilot)
