"""Where parts meet, and where along a line of contact fixings stand. Whole micrometres throughout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.hardware import Pattern
from furnishing.parts import Box, Part
from furnishing.units import MICROMETRES, Length

Ends = tuple[tuple[Length, Length], tuple[Length, Length], tuple[Length, Length]]
"""From where to where a box reaches along x, y and z."""

Point = tuple[Length, Length, Length]

STANDING: Final = frozenset({"side", "partition", "end-panel", "spacer"})
"""Uprights of a carcass."""
LYING: Final = frozenset({"bottom", "top", "stretcher", "fixed-shelf", "desk-top"})
ON_EDGE: Final = frozenset({"valance", "rail", "kick"})
PANELS: Final = frozenset({"blind-panel"})
"""Boards that face the room, joined on all four edges."""
INSET: Final = PANELS | {"back"}
"""Boards between others that are joined at their edges; of backs only those that stand between the sides."""
DRAWER_ENDS: Final = frozenset({"drawer-box", "drawer-back"})


def ends(box: Box) -> Ends:
    """From where to where a box reaches along each axis."""
    return ((box.x, box.x + box.dx), (box.y, box.y + box.dy), (box.z, box.z + box.dz))


def normal(part: Part) -> int:
    """The axis of a part's thickness."""
    return 3 - part.axes[0] - part.axes[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The end of one part against the face of another, in the plane `at` of `axis`.

    `sense` is the way from the face into the end part along `axis`. The line of contact runs along `line` from `low`
    to `high`, at `middle` of the thickness of the end part, which lies along `across`.
    """

    end: Part
    face: Part
    axis: int
    at: Length
    sense: int
    line: int
    low: Length
    high: Length
    across: int
    middle: Length

    def point(self, place: Length) -> Point:
        """The point of the plane at a place of the line."""
        found = [0, 0, 0]
        found[self.axis], found[self.line], found[self.across] = self.at, place, self.middle
        return (found[0], found[1], found[2])


def contacts(cabinet: Cabinet) -> tuple[Contact, ...]:
    """Every contact that a joint holds together, in the order of the parts."""
    faces: dict[tuple[int, Length, int], list[Part]] = {}
    for part in cabinet.parts:
        if part.role in STANDING or part.role in LYING or part.role in PANELS or part.role == "drawer-side":
            axis = normal(part)
            low, high = ends(part.box)[axis]
            faces.setdefault((axis, low, -1), []).append(part)
            faces.setdefault((axis, high, 1), []).append(part)
    found: list[Contact] = []
    for part in cabinet.parts:
        for axis in _joined_axes(part):
            low, high = ends(part.box)[axis]
            # Before the low end lies the high face of another part, and the way into this part is upwards.
            for at, sense in ((low, 1), (high, -1)):
                for other in faces.get((axis, at, sense), ()):
                    if joined(part.role, other.role, axis == part.axes[0]):
                        found += _contact(part, other, axis, at, sense)
    return tuple(found)


def _joined_axes(part: Part) -> tuple[int, ...]:
    if part.role in INSET or (part.role in LYING and part.role not in {"stretcher", "desk-top"}):
        return part.axes
    joins = part.role in STANDING or part.role in ON_EDGE or part.role in DRAWER_ENDS or part.role == "stretcher"
    return part.axes[:1] if joins else ()


def joined(role: str, other: str, lengthwise: bool) -> bool:
    """Whether the end of a part of one role is joined to the face of another; `lengthwise`: an end of its length."""
    if role in DRAWER_ENDS or other == "drawer-side":
        return role in DRAWER_ENDS and other == "drawer-side"
    if role in STANDING:
        return role in {"side", "partition"} and other in LYING
    if other in PANELS:
        return role == "fixed-shelf" and not lengthwise
    if role in INSET:
        return other in LYING or other == "side"
    return other in STANDING and other != "spacer" and (lengthwise or role in LYING)


def _contact(end: Part, face: Part, axis: int, at: Length, sense: int) -> Iterator[Contact]:
    across = normal(end)
    line = 3 - axis - across
    if across == axis or across == normal(face):
        return
    one, other = ends(end.box), ends(face.box)
    low, high = max(one[line][0], other[line][0]), min(one[line][1], other[line][1])
    covered = other[across][0] <= one[across][0] and one[across][1] <= other[across][1]
    if covered and low < high:
        middle = sum(one[across]) // 2
        yield Contact(
            end=end,
            face=face,
            axis=axis,
            at=at,
            sense=sense,
            line=line,
            low=low,
            high=high,
            across=across,
            middle=middle,
        )


def spans(contact: Contact, reach: Length) -> tuple[tuple[Length, Length], ...]:
    """The stretches of a contact's line where both parts are solid, `reach` deep into the end part.

    Wherever a groove or notch crosses, the line is broken.
    """
    region = [(0, 0)] * 3
    into = contact.at + contact.sense * reach
    behind = ends(contact.face.box)[contact.axis]
    region[contact.axis] = (min(into, *behind), max(into, *behind))
    region[contact.line] = (contact.low, contact.high)
    region[contact.across] = ends(contact.end.box)[contact.across]
    cuts = []
    for part in (contact.end, contact.face):
        for hole in (*(groove.box for groove in part.grooves), *(notch.box for notch in part.notches)):
            gap = ends(hole)
            if all(gap[axis][0] < region[axis][1] and region[axis][0] < gap[axis][1] for axis in range(3)):
                cuts.append(gap[contact.line])
    return without((contact.low, contact.high), cuts)


def without(stretch: tuple[Length, Length], cuts: Iterable[tuple[Length, Length]]) -> tuple[tuple[Length, Length], ...]:
    """What remains of a stretch when others are taken out of it, from below."""
    low, high = stretch
    found = []
    for start, end in sorted(cuts):
        if start > low:
            found.append((low, min(start, high)))
        low = max(low, end)
        if low >= high:
            break
    if low < high:
        found.append((low, high))
    return tuple(found)


def along(low: Length, high: Length, pattern: Pattern, *, from_high: bool, shift: Length = 0) -> tuple[Length, ...]:
    """The places of fixings on a line, in the order of counting; `from_high` where its front end is the high one.

    `shift` moves all of them away from the front end. None where the line is too short for even one.
    """
    run, step = high - low, MICROMETRES["mm"]
    if run < 2 * pattern.margin:
        return ()
    if run < pattern.short:
        offsets: list[Length] = [run // 2]
    elif pattern.grid:
        offsets = _on_grid(run - shift, pattern)
    else:
        end = min(pattern.end, run // 4 // step * step)
        count = max(pattern.least, 1 - (2 * end - run) // pattern.pitch)
        offsets = [end + number * (run - 2 * end) // (count - 1) // step * step for number in range(count - 1)]
        offsets.append(run - end)
    # What a shift would move off the end is left out, unless nothing else remains.
    moved = [offset + shift for offset in offsets if offset + shift <= run - pattern.margin]
    moved = moved or [run - pattern.margin]
    return tuple(high - each if from_high else low + each for each in dict.fromkeys(moved))


def _on_grid(run: Length, pattern: Pattern) -> list[Length]:
    steps = max(0, run - 2 * pattern.end) // pattern.grid
    if steps == 0:
        return [run // 2]
    count = max(pattern.least, 1 + -(-steps * pattern.grid // pattern.pitch))
    marks = sorted({number * steps // (count - 1) for number in range(count)})
    return [pattern.end + mark * pattern.grid for mark in marks]


def inside(part: Part, point: Point) -> bool:
    """Whether a point lies within a part's true shape or on its edge, for parts that do not fill their box."""
    section = part.section
    if section is None:
        return True
    u, v = (point[axis] for axis in range(3) if axis != section.axis)
    corners = section.points
    hit = False
    for (ax, ay), (bx, by) in pairwise((*corners, corners[0])):
        side = (bx - ax) * (v - ay) - (by - ay) * (u - ax)
        if side == 0 and min(ax, bx) <= u <= max(ax, bx) and min(ay, by) <= v <= max(ay, by):
            return True
        # An edge counts where it crosses the level of the point to its right.
        if (ay > v) != (by > v) and (side > 0) == (by > ay):
            hit = not hit
    return hit
