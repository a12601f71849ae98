"""What holds boards that lie aslant: screws through the back and, where their ends are square, through the sides.

Ends that are not square to the board (at a plumb cut or a mitre) get screws of the same pitch driven on the spot: they
are counted, but no hole is drilled, since no machine drills at that angle.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making, Neighbour
from furnishing.fitting.cut import span
from furnishing.hardware import Drill
from furnishing.hardware_file import hardware_pack
from furnishing.hardware_joints import Pattern
from furnishing.incline import inclined, thin_axis
from furnishing.joinery.places import Point, along, inside
from furnishing.joinery.work import Hole, Work, suffix
from furnishing.parts import Part
from furnishing.units import MICROMETRES, Length

MOVES: Final = tuple(move * MICROMETRES["mm"] for move in (0, 12, -12, 24, -24, 36, -36))
"""How far a screw may be moved along its line where another hole is in the way."""
Middle = tuple[tuple[Length, Length], tuple[Length, Length]]
"""The middle line of an inclined board in its section, from its low to its high place along the axis."""


def join_inclined(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with its inclined boards fixed to the back, to the sides and to each other."""
    boards = [part for part in cabinet.parts if inclined(part)]
    if not boards:
        return cabinet
    work, axis = Work(), 1 - (boards[0].section.axis if boards[0].section else 0)
    for board in boards:
        if axis == 0:
            _to_back(cabinet, making, board, work)
        else:
            _to_sides(cabinet, making, board, work)
    _by_hand(cabinet, making, boards, axis, work)
    return work.done(cabinet)


def middle(board: Part) -> Middle:
    """From the middle of one end of an inclined strip to that of the other."""
    points = board.section.points if board.section else ()
    low, high = min(t for t, _ in points), max(t for t, _ in points)
    half = (low + high) // 2
    first = [each for each in points if each[0] < half]
    last = [each for each in points if each[0] >= half]
    return (_mean(first), _mean(last))


def _mean(points: list[tuple[Length, Length]]) -> tuple[Length, Length]:
    return sum(t for t, _ in points) // len(points), sum(z for _, z in points) // len(points)


def _places(board: Part, pattern: Pattern) -> Iterator[list[tuple[Length, Length]]]:
    """For each fixing on the middle line of a board its place, and where it may be moved to."""
    (t0, z0), (t1, z1) = middle(board)
    for t in along(t0, t1, pattern, from_high=False):
        moved = [t + move for move in MOVES if t0 < t + move < t1]
        yield [(each, z0 + (z1 - z0) * (each - t0) // (t1 - t0)) for each in moved]


def _to_back(cabinet: Cabinet, making: Making, board: Part, work: Work) -> None:
    """Screws through the back into the edge of a board that falls from left to right."""
    rules, plane = hardware_pack(making).back_screw, board.box.y
    backs = [part for part in cabinet.parts if part.role == "back" and part.box.y + part.box.dy == plane]
    for number, places in enumerate(_places(board, rules.pattern), 1):
        for x, z in places:
            sheet = next((part for part in backs if _covers(part, x, z) and inside(part, (x, part.box.y, z))), None)
            if sheet is None:
                continue
            holes: list[Hole] = [
                (sheet, (x, sheet.box.y, z), 1, 1, Drill(diameter=rules.clearance, depth=0)),
                (board, (x, plane, z), 1, 1, rules.pilot),
            ]
            if work.clear(holes):
                for hole in holes:
                    work.bore(*hole, "back-screw", f"{suffix(sheet)}-{suffix(board)}.{number}")
                work.order(rules.code)
                break


def _covers(part: Part, x: Length, z: Length) -> bool:
    box = part.box
    return box.x < x < box.x + box.dx and box.z < z < box.z + box.dz


def _to_sides(cabinet: Cabinet, making: Making, board: Part, work: Work) -> None:
    """Screws or confirmats through the sides into the square ends of a board that falls along the depth."""
    pack = hardware_pack(making)
    confirmat = making.construction.joint == "confirmat"
    item = pack.confirmat if confirmat else pack.screw
    for side in (part for part in cabinet.parts if part.role in {"side", "partition"} and thin_axis(part) == 0):
        for sense, at in ((1, side.box.x + side.box.dx), (-1, side.box.x)):
            if at != span(board.box, 0)[0 if sense > 0 else 1]:
                continue
            pilot = pack.screw.pilot
            if confirmat:
                depth = pack.confirmat.length - side.box.dx + pack.confirmat.play
                pilot = Drill(diameter=pack.confirmat.pilot, depth=depth)
            through = Drill(diameter=item.clearance, depth=0)
            for number, places in enumerate(_places(board, item.pattern), 1):
                for y, z in places:
                    mouth: Point = (at - sense * side.box.dx, y, z)
                    holes: list[Hole] = [(side, mouth, 0, sense, through), (board, (at, y, z), 0, sense, pilot)]
                    if inside(side, mouth) and inside(board, (at, y, z)) and work.clear(holes):
                        for hole in holes:
                            name = f"{suffix(board)}-{suffix(side)}.{number}"
                            work.bore(*hole, "confirmat" if confirmat else "screw", name)
                        work.order(item.code)
                        if confirmat and _seen(making, sense):
                            work.order(pack.confirmat.cap)
                        break


def _seen(making: Making, sense: int) -> bool:
    return (making.left if sense > 0 else making.right) is Neighbour.OPEN


def _by_hand(cabinet: Cabinet, making: Making, boards: list[Part], axis: int, work: Work) -> None:
    """Screws for mitres, plumb ends and uprights below inclined boards, driven on the spot."""
    pack = hardware_pack(making)
    run = span(boards[0].box, 1 - axis)
    each = len(along(*run, pack.screw.pattern, from_high=False))
    met: set[tuple[str, str]] = set()
    for board in boards:
        for other in cabinet.parts:
            if other is board or other.role not in {"top", "side", "partition", "shelf", "fixed-shelf", "back"}:
                continue
            # Fixed by holes already: ends at the sides where the fall runs along the depth, else the back.
            if other.role in ({"side", "partition"} if axis == 1 else {"back"}):
                continue
            if other.role == "shelf" or not _touches(board, other):
                continue
            met.add((min(board.id, other.id), max(board.id, other.id)))
    work.order(pack.screw.code, each * len(met))


def _touches(one: Part, other: Part) -> bool:
    """Whether the boxes of two parts meet."""
    return all(
        span(one.box, axis)[0] <= span(other.box, axis)[1] and span(other.box, axis)[0] <= span(one.box, axis)[1]
        for axis in range(3)
    )
