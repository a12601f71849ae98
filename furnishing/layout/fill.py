"""Fills the free spans of one wall with a sequence of slots, exactly, by dynamic programming over positions.

A slot is one unit (or, where `many`, any number of units) of one of several kinds and widths. Slots keep their order
from left to right. Worth is counted in points: a unit that is needed outweighs everything, then come places that
units want, width filled, few and equal widths, few fillers. docs/layout.md states the whole of it.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.construction import Construction
from furnishing.layout.closing import closings
from furnishing.layout.legs import End, Span, Spans
from furnishing.units import MICROMETRES, Length

MM: Final = MICROMETRES["mm"]

NEEDED: Final = 1_000_000
FILLED: Final = 10
"""Points for each millimetre that is filled."""

EACH: Final = 500
"""Points that every unit costs, so that few wide ones win over many narrow ones."""

FILLER: Final = 300
GAP: Final = 2_500
GROWN: Final = 700
NEAR: Final = 12
"""Points for each millimetre away from where a unit should stand."""


@dataclass(frozen=True, slots=True)
class Option:
    """A kind in a width, in its zone; `loss` in points, where it is not what was wished for."""

    kind: str
    zone: Zone
    width: Length
    loss: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place in the order along a wall.

    `worth` points if it is filled. `near`: where its middle should be. `band`: a stretch of the wall that the unit
    must at least touch, such as that within reach of the water. `at`: its exact offset, of a unit that is pinned.
    `off_wall`: beside a wall it needs a filler as wide as in a corner, as the door of a fridge does.
    """

    role: str
    options: tuple[Option, ...]
    worth: int = NEEDED
    many: bool = False
    near: Length | None = None
    band: tuple[Length, Length] | None = None
    at: Length | None = None
    off_wall: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A unit set on the wall, before the rest of its chain is closed."""

    slot: int
    role: str
    option: Option
    offset: Length
    start: bool
    """Whether a chain begins with it."""


Last = tuple[Zone, bool]
"""Of the last unit of a chain: its zone, and whether it keeps off walls."""

State = tuple[Length, int, End, Last | None, Length]
"""Position, slot, the left end of the chain, its last unit, the offset of the span it began in."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The best sequence, and what it is worth in points."""

    units: tuple[Set, ...]
    worth: int


def fill(slots: Sequence[Slot], spans: Spans, rules: Construction) -> Filled:
    """The best units for these slots in these spans."""
    starts = sorted({span.start for each in spans.values() for span in each})
    if not starts:
        return Filled((), 0)
    search = _Search(tuple(slots), spans, rules, starts)
    return search.run()


class _Search:
    """One run of the dynamic programme: the best worth of each state, and where it came from."""

    def __init__(self, slots: tuple[Slot, ...], spans: Spans, rules: Construction, starts: list[Length]) -> None:
        self.slots, self.spans, self.rules, self.starts = slots, spans, rules, starts
        self.best: dict[State, int] = {}
        self.came: dict[State, tuple[State, Set | None]] = {}
        self.waiting: list[tuple[Length, int, str, str, Length, State]] = []
        self.closed: dict[tuple[Length, End, End], int | None] = {}

    def run(self) -> Filled:
        first: State = (self.starts[0], 0, End.OPEN, None, self.starts[0])
        self.reach(first, 0, None, None)
        top: tuple[int, State] | None = None
        while self.waiting:
            state = heapq.heappop(self.waiting)[-1]
            worth = self.best[state]
            if state[1] == len(self.slots):
                ending = self.ending(state, None)
                if ending is not None and (top is None or worth + ending > top[0]):
                    top = (worth + ending, state)
                continue
            self.step(state, worth)
        return Filled((), 0) if top is None else self.trace(top[1], top[0])

    def trace(self, state: State, worth: int) -> Filled:
        units = []
        at: State | None = state
        while at is not None and at in self.came:
            at, unit = self.came[at]
            if unit is not None:
                units.append(unit)
        return Filled(tuple(reversed(units)), worth)

    def reach(self, state: State, worth: int, before: State | None, unit: Set | None) -> None:
        known = self.best.get(state)
        if known is not None and worth <= known:
            return
        if known is None:
            last = "" if state[3] is None else f"{state[3][0].value} {state[3][1]}"
            heapq.heappush(self.waiting, (state[0], state[1], state[2].value, last, state[4], state))
        self.best[state] = worth
        if before is not None:
            self.came[state] = (before, unit)

    def step(self, state: State, worth: int) -> None:
        at, index, left, last, began = state
        slot = self.slots[index]
        # Leaving a slot out: one of many that had its share costs nothing.
        self.reach((at, index + 1, left, last, began), worth, state, None)
        for option in slot.options:
            gain = self.gain(slot, option, at)
            span = None if gain is None else self.span(option, at)
            if gain is None or span is None or (last is None and span.start != at):
                continue
            after: State = (
                at + option.width,
                index if slot.many else index + 1,
                left if last is not None else beside(span.left, slot.off_wall),
                (option.zone, slot.off_wall),
                at if last is None else began,
            )
            unit = Set(slot=index, role=slot.role, option=option, offset=at, start=last is None)
            self.reach(after, worth + gain, state, unit)
        following = next((start for start in self.starts if start > at), None)
        if following is not None:
            ending = self.ending(state, following)
            if ending is not None:
                self.reach((following, index, End.OPEN, None, following), worth + ending, state, None)

    def gain(self, slot: Slot, option: Option, at: Length) -> int | None:
        """What a unit is worth here; None where it may not stand."""
        if slot.at is not None and at != slot.at:
            return None
        if slot.band is not None and not (at <= slot.band[1] and at + option.width >= slot.band[0]):
            return None
        wide = option.width // MM
        worth = slot.worth - option.loss + FILLED * wide - EACH - (wide // 50) ** 2
        if slot.near is not None:
            worth -= NEAR * abs(at + option.width // 2 - slot.near) // MM
        return worth

    def span(self, option: Option, at: Length) -> Span | None:
        """The span of its zone that a unit fits in."""
        for span in self.spans.get(option.zone, ()):
            if span.start <= at and at + option.width <= span.end:
                return span
        return None

    def ending(self, state: State, following: Length | None) -> int | None:
        """What closing the chain costs here (0 or less); None where it cannot be closed."""
        at, _, left, last, _ = state
        if last is None:
            return 0
        span = next((each for each in self.spans[last[0]] if each.start < at <= each.end), None)
        if span is None:
            return None
        end, right = span.end, beside(span.right, last[1])
        if following is not None and following < end:
            end, right = following, End.FLUSH
        key = (end - at, left, right)
        if key not in self.closed:
            self.closed[key] = self.cost(*key)
        return self.closed[key]

    def cost(self, rest: Length, left: End, right: End) -> int | None:
        best = next(closings(rest, left, right, self.rules), None)
        if best is None:
            return None
        bad = 0 if best.is_open else GAP
        return -(FILLER * best.fillers + (GROWN if best.grow else 0) + bad)


def beside(end: End, off_wall: bool) -> End:
    """The end of a span for a unit that may have to keep off walls."""
    return End.CORNER if off_wall and end is End.WALL else end
