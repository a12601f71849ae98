"""What a unit of a slot does to a state of a filling, and how such states are written as one number.

A state is where a run has come to: the position on the wall, the slot that is next, the left end of the chain of units
(a number of `ENDS`) and its last unit (of `LASTS`), and how far from here a hob must keep off what stands to the left
of it, or what stands to its right off the hob. Numbers compare, and are looked up, several times faster than tuples.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.layout.closing import lead
from furnishing.layout.legs import End, Spans
from furnishing.layout.slots import Slot, beside
from furnishing.units import MICROMETRES, Length

MM: Final = MICROMETRES["mm"]

FILLED: Final = 10
"""Points for each millimetre that is filled."""

EACH: Final = 500
"""Points that every unit costs, so that few wide ones win over many narrow ones."""

ALONE: Final = 4_500
"""Points that a row costs: a lone narrow unit beside a door is better left out."""

NEAR: Final = 12
"""Points for each millimetre away from where a unit should stand."""

LAST, LEFT, INDEX, AT = 20, 25, 28, 36
"""By how many bits the parts of a state are shifted; the lowest are how far a hob keeps off, up to a metre."""

HOTS, LAST_UNITS, LEFT_ENDS, SLOTS = ((1 << high - low) - 1 for low, high in pairwise((0, LAST, LEFT, INDEX, AT)))
"""The most that these parts hold."""

NO_CHAIN: Final = LAST_UNITS << LAST
"""A state without a chain."""

ENDS: Final = tuple(End)
LASTS: Final = tuple((zone, off_wall) for zone in Zone for off_wall in (False, True))
"""The zone of a unit, and whether it keeps off walls."""

Move = tuple[int, int, int, Length, Length]
"""The part of the state after it, points, the number of its option, how far it stands off the position, its width."""


class Moves:
    """The units of one slot in the spans of a wall, by the position at which they may be set."""

    def __init__(self, slot: Slot, spans: Spans) -> None:
        self.slot, self.spans = slot, spans
        self.known: dict[Length, tuple[tuple[Move, ...], tuple[Move, ...]]] = {}

    def at(self, at: Length) -> tuple[tuple[Move, ...], tuple[Move, ...]]:
        """Those that begin a chain at a position, and those that go on with one."""
        if at not in self.known:
            self.known[at] = tuple(self._begins(at)), tuple(self._goes_on(at))
        return self.known[at]

    def _begins(self, at: Length) -> list[Move]:
        found = []
        for number, option in enumerate(self.slot.options):
            for span in self.spans.get(option.zone, ()):
                left = beside(span.left, self.slot.off_wall)
                stands = at + lead(left)
                if span.start == at and stands + option.width <= span.end and self._may(at, stands, option.width):
                    part = (stands + option.width) << AT | ENDS.index(left) << LEFT | self._last(option.zone)
                    points = self._points(number, stands) - ALONE
                    found.append((part, points, number, lead(left), option.width))
                    break
        return found

    def _goes_on(self, at: Length) -> list[Move]:
        found = []
        for number, option in enumerate(self.slot.options):
            end = at + option.width
            fits = any(span.start <= at and end <= span.end for span in self.spans.get(option.zone, ()))
            if fits and self._may(at, at, option.width):
                part = end << AT | self._last(option.zone)
                found.append((part, self._points(number, at), number, 0, option.width))
        return found

    def _may(self, at: Length, stands: Length, width: Length) -> bool:
        """Whether a unit may stand there; of a pinned one at its own place alone."""
        return (self.slot.at is None or self.slot.at == at) and self.slot.may_take(stands, stands + width)

    def _last(self, zone: Zone) -> int:
        return LASTS.index((zone, self.slot.off_wall)) << LAST

    def _points(self, number: int, stands: Length) -> int:
        slot, option = self.slot, self.slot.options[number]
        wide = option.width // MM
        near = 0 if slot.near is None else NEAR * abs(stands + option.width // 2 - slot.near) // MM
        return slot.worth - option.loss + FILLED * wide - EACH - (wide // 50) ** 2 - near
