"""What a pass adds to a cabinet: holes in its parts and articles in its list, from the same fixings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, HardwareItem
from furnishing.hardware import Drill
from furnishing.joinery.places import Ends, Point, ends, inside
from furnishing.parts import Bore, Groove, Notch, Part
from furnishing.units import MICROMETRES, Length

Hole = tuple[Part, Point, int, int, Drill]
"""A hole that might be drilled: part, mouth, axis and sense of the drill, drill."""

WEB: Final[Length] = 3 * MICROMETRES["mm"]
"""Passes leave this much wood around a hole where they have a choice."""


class Work:
    """Collects what one pass drills, mills and orders; `done` gives the cabinet with all of it."""

    def __init__(self) -> None:
        self._blocks: dict[str, list[Ends]] = {}
        self.bores: dict[str, list[Bore]] = {}
        self.grooves: dict[str, list[Groove]] = {}
        self.notches: dict[str, list[Notch]] = {}
        self.articles: Counter[str] = Counter()
        self.lengths: list[HardwareItem] = []

    def bore(self, part: Part, at: Point, axis: int, sense: int, drill: Drill, purpose: str, fixing: str) -> Bore:
        """One hole; a drill without depth goes through the part."""
        low, high = ends(part.box)[axis]
        hole = Bore(
            x=at[0],
            y=at[1],
            z=at[2],
            axis=axis,
            sense=sense,
            diameter=drill.diameter,
            depth=drill.depth or high - low,
            purpose=purpose,
            fixing=fixing,
        )
        self.bores.setdefault(part.id, []).append(hole)
        if part.id in self._blocks:
            self._blocks[part.id].append(_block(hole))
        return hole

    def clear(self, holes: Iterable[Hole]) -> bool:
        """Whether holes would lie in solid wood, with room around them: clear of holes, grooves, notches and edges."""
        return all(self._is_clear(*hole) for hole in holes)

    def _is_clear(self, part: Part, at: Point, axis: int, sense: int, drill: Drill) -> bool:
        if part.id not in self._blocks:
            known = [*part.bores, *self.bores.get(part.id, ())]
            cuts = [*(each.box for each in part.grooves), *(each.box for each in part.notches)]
            self._blocks[part.id] = [*map(_block, known), *map(ends, cuts)]
        body, half = ends(part.box), drill.diameter // 2
        low, high = body[axis]
        tip = at[axis] + sense * (drill.depth or high - low)
        span = [(each - half - WEB, each + half + WEB) for each in at]
        if any(span[i][0] < body[i][0] or body[i][1] < span[i][1] for i in range(3) if i != axis):
            return False
        if part.section is not None and not all(inside(part, spot) for spot in _around(at, axis, half + WEB)):
            return False
        beyond = tip + sense * WEB
        span[axis] = (min(at[axis], beyond), max(at[axis], beyond))
        (x0, x1), (y0, y1), (z0, z1) = span
        # Written out: a search for layouts asks this some hundred thousand times.
        return not any(
            a0 < x1 and x0 < a1 and b0 < y1 and y0 < b1 and c0 < z1 and z0 < c1
            for (a0, a1), (b0, b1), (c0, c1) in self._blocks[part.id]
        )

    def order(self, code: str, quantity: int = 1) -> None:
        """So many of an article; nothing where the code is empty."""
        if code and quantity:
            self.articles[code] += quantity

    def cut_to(self, code: str, length: Length) -> None:
        """One piece of an article sold by length."""
        self.lengths.append(HardwareItem(code=code, quantity=1, length=length))

    def done(self, cabinet: Cabinet) -> Cabinet:
        """The cabinet with the holes and articles of this pass added to those it had."""
        if not (self.bores or self.grooves or self.notches or self.articles or self.lengths):
            return cabinet
        parts = tuple(self._worked(part) for part in cabinet.parts)
        return replace(cabinet, parts=parts, hardware=_merged(cabinet.hardware, self.articles, self.lengths))

    def _worked(self, part: Part) -> Part:
        bores, grooves, notches = (each.get(part.id) for each in (self.bores, self.grooves, self.notches))
        if not (bores or grooves or notches):
            return part
        return replace(
            part,
            bores=(*part.bores, *(bores or ())),
            grooves=(*part.grooves, *(grooves or ())),
            notches=(*part.notches, *(notches or ())),
        )


def _merged(
    items: Iterable[HardwareItem], more: Counter[str], lengths: Iterable[HardwareItem]
) -> tuple[HardwareItem, ...]:
    """One item an article in the order of the codes, then what is cut to length."""
    counts, cut = Counter(more), []
    for item in items:
        if item.length is None:
            counts[item.code] += item.quantity
        else:
            cut.append(item)
    pieces = (HardwareItem(code=code, quantity=counts[code]) for code in sorted(counts) if counts[code])
    return (*pieces, *cut, *lengths)


def _block(bore: Bore) -> Ends:
    """The block around a hole."""
    mouth, half = (bore.x, bore.y, bore.z), bore.diameter // 2
    span = [(at - half, at + half) for at in mouth]
    tip = mouth[bore.axis] + bore.sense * bore.depth
    span[bore.axis] = (min(mouth[bore.axis], tip), max(mouth[bore.axis], tip))
    return (span[0], span[1], span[2])


def _around(at: Point, axis: int, radius: Length) -> Iterable[Point]:
    """Eight points on the circle around the mouth of a hole."""
    first, second = (each for each in range(3) if each != axis)
    # 29/41 is the sine of 45 degrees, a little short of it.
    slant = radius * 29 // 41
    for u, v in ((radius, 0), (slant, slant)):
        for du, dv in ((u, v), (-v, u), (-u, -v), (v, -u)):
            yield moved(moved(at, first, du), second, dv)


def suffix(part: Part) -> str:
    """The id of a part within its cabinet."""
    return part.id.removeprefix(f"{part.cabinet}.")


def moved(point: Point, axis: int, by: Length) -> Point:
    """A point moved along one axis."""
    return (
        point[0] + (by if axis == 0 else 0),
        point[1] + (by if axis == 1 else 0),
        point[2] + (by if axis == 2 else 0),
    )
