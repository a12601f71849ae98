"""What a pass adds to a cabinet: holes in its parts and articles in its list, from the same fixings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet, HardwareItem
from furnishing.hardware import Drill
from furnishing.joinery.places import Point, ends
from furnishing.parts import Bore, Groove, Notch, Part
from furnishing.units import Length


class Work:
    """Collects what one pass drills, mills and orders; `done` gives the cabinet with all of it."""

    def __init__(self) -> None:
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
        return hole

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
