"""Fills the free spans of one wall with a sequence of slots, exactly, by dynamic programming over positions.

A slot is one unit (or, where `many`, any number of units) of one of several kinds and widths. Slots keep their order
from left to right. Worth is counted in points: a unit that is needed outweighs everything, then come places that
units want, width filled, few and equal widths, few fillers. docs/layout.md states the whole of it.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.construction import Construction
from furnishing.layout.closing import closings
from furnishing.layout.legs import End, Spans
from furnishing.units import MICROMETRES, Length

MM: Final = MICROMETRES["mm"]

NEEDED: Final = 1_000_000
FILLED: Final = 10
"""Points for each millimetre that is filled."""

EACH: Final = 500
"""Points that every unit costs, so that few wide ones win over many narrow ones."""

ALONE: Final = 4_500
"""Points that a row costs: a lone narrow unit beside a door is better left out."""

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
    must at least touch, such as that within reach of the water. `avoid`: stretches that it must not touch, such as
    those beside a window or a corner. `at`: its exact offset, of a unit that is pinned.
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
    avoid: tuple[tuple[Length, Length], ...] = ()

    def may_take(self, start: Length, end: Length) -> bool:
        """Whether a unit may stand there, as far as `band` and `avoid` say."""
        near = self.band is None or (start <= self.band[1] and end >= self.band[0])
        return near and not any(start < high and low < end for low, high in self.avoid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A unit set on the wall, before the rest of its chain is closed."""

    slot: Slot
    role: str
    option: Option
    offset: Length
    start: bool
    """Whether a chain begins with it."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The best sequence, and what it is worth in points."""

    units: tuple[Set, ...]
    worth: int


State = tuple[Length, int, int, int]
"""Position, slot, the left end of the chain (a number of `ENDS`), its last unit (of `LASTS`); no chain: `FRESH` twice.

No state leads to a smaller one, so each is final when it is reached in order.
"""

FRESH: Final = 99

ENDS: Final = tuple(End)
LASTS: Final = tuple((zone, off_wall) for zone in Zone for off_wall in (False, True))
"""The zone of a unit, and whether it keeps off walls."""

Move = tuple[Length, int, int, tuple[tuple[Length, Length, int], ...], int]
"""Of an option: width, points, number, where it may stand (start, end, left end of a chain), what it is as last."""


PINNED: Final = 10**9
"""Numbers of options from here on are those of fixed units."""

NOTHING: Final = Slot(role="", options=())
"""The slot behind the last one."""


def fill(slots: Sequence[Slot], spans: Spans, rules: Construction, fixed: Sequence[Slot] = ()) -> Filled:
    """The best units for these slots in these spans: see `Filling`."""
    return Filling(slots, spans, rules, fixed).best_of()


class Filling:
    """The best units for slots in spans, of every length of run.

    `fixed` are units that stand `at` an offset whatever the slots are. Their places, and those of slots with an
    offset, must be spans of their own, with nothing but flush ends.

    A dynamic programme: the best worth of each state, and where it came from. Its states are plain numbers, since a
    wall has thousands of them.
    """

    def __init__(
        self,
        slots: Sequence[Slot],
        spans: Spans,
        rules: Construction,
        fixed: Sequence[Slot] = (),
    ) -> None:
        self.slots, self.spans, self.rules = slots, spans, rules
        self.starts = sorted({span.start for each in spans.values() for span in each})
        self.fixed = {slot.at: (slot, self.moves_of(slot)) for slot in fixed}
        """Units of no slot by their offset."""
        places = {slot.at for slot in (*slots, *fixed) if slot.at is not None}
        self.pinned = places
        """Where a unit is pinned: chains end there, and nothing else begins."""
        self.best: dict[State, int] = {}
        self.came: dict[State, tuple[State, int]] = {}
        self.waiting: list[State] = []
        self.closed: dict[tuple[Length, int, End], int | None] = {}
        self.moves = [self.moves_of(slot) for slot in slots]
        self.ends: list[tuple[int, State]] = []
        """Where a run may end, best first."""
        if self.starts:
            self.run()

    def best_of(self) -> Filled:
        """What is worth most."""
        return self.trace(self.ends[0]) if self.ends else Filled((), 0)

    def every(self) -> tuple[Filled, ...]:
        """The best for each length of run and each kind of unit at its end: what shorter walls are filled with."""
        found: dict[tuple[Set, ...], Filled] = {}
        for end in self.ends:
            filled = self.trace(end)
            found.setdefault(filled.units, filled)
        return tuple(found.values())

    def moves_of(self, slot: Slot) -> tuple[Move, ...]:
        """What each option of a slot takes and gives, wherever it stands."""
        found = []
        for number, option in enumerate(slot.options):
            wide = option.width // MM
            points = slot.worth - option.loss + FILLED * wide - EACH - (wide // 50) ** 2
            places = tuple(
                (span.start, span.end - option.width, ENDS.index(beside(span.left, slot.off_wall)))
                for span in self.spans.get(option.zone, ())
                # Of a pinned unit its own span alone: a longer one may hold its width as well, and ends otherwise.
                if span.length >= option.width and (slot.at is None or span.start == slot.at)
            )
            if places:
                found.append((option.width, points, number, places, LASTS.index((option.zone, slot.off_wall))))
        return tuple(found)

    def run(self) -> None:
        """Every state in its order."""
        first: State = (self.starts[0], 0, FRESH, FRESH)
        self.best[first] = 0
        self.waiting.append(first)
        while self.waiting:
            state = heapq.heappop(self.waiting)
            worth = self.best[state]
            if state[1] == len(self.slots):
                ending = self.ending(state, None)
                if ending is not None:
                    self.ends.append((worth + ending, state))
                if not self.fixed:
                    continue
            self.step(state, worth)
        self.ends.sort(key=lambda each: -each[0])

    def trace(self, end: tuple[int, State]) -> Filled:
        """The units that lead to an end."""
        worth, state = end
        units = []
        while state in self.came:
            before, number = self.came[state]
            if number >= 0:
                of_slot = number < PINNED
                slot = self.slots[before[1]] if of_slot else self.fixed[before[0]][0]
                units.append(
                    Set(
                        slot=slot,
                        role=slot.role,
                        option=slot.options[number if of_slot else number - PINNED],
                        offset=before[0],
                        start=before[3] == FRESH,
                    )
                )
            state = before
        return Filled(tuple(reversed(units)), worth)

    def reach(self, state: State, worth: int, before: State, number: int) -> None:
        known = self.best.get(state)
        if known is None:
            heapq.heappush(self.waiting, state)
        elif worth <= known:
            return
        self.best[state] = worth
        self.came[state] = (before, number)

    def step(self, state: State, worth: int) -> None:
        at, index, left, last = state
        reach = self.reach
        slot = self.slots[index] if index < len(self.slots) else NOTHING
        # Leaving a slot out: one of many that had its share costs nothing.
        if index < len(self.slots):
            reach((at, index + 1, left, last), worth, state, -1)
        if at in self.pinned and last != FRESH:
            ending = self.ending(state, at)
            if ending is not None:
                reach((at, index, FRESH, FRESH), worth + ending, state, -1)
            return
        if (slot.at is None and at not in self.pinned) or slot.at == at:
            following = index if slot.many else index + 1
            choosy = slot.band is not None or slot.avoid
            for width, points, number, places, kind in self.moves[index] if index < len(self.slots) else ():
                if choosy and not slot.may_take(at, at + width):
                    continue
                for start, latest, end in places:
                    if start <= at <= latest and (last != FRESH or start == at):
                        near = 0 if slot.near is None else NEAR * abs(at + width // 2 - slot.near) // MM
                        after = (at + width, following, end if last == FRESH else left, kind)
                        reach(after, worth + points - near - (ALONE if last == FRESH else 0), state, number)
                        break
        where = bisect_right(self.starts, at)
        if where < len(self.starts):
            ending = self.ending(state, self.starts[where])
            if ending is not None:
                reach((self.starts[where], index, FRESH, FRESH), worth + ending, state, -1)
        if at in self.fixed:
            for width, points, number, places, kind in self.fixed[at][1]:
                reach((at + width, index, places[0][2], kind), worth + points, state, PINNED + number)

    def ending(self, state: State, following: Length | None) -> int | None:
        """What closing the chain costs here (0 or less); None where it cannot be closed."""
        at, _, left, last = state
        if last == FRESH:
            return 0
        zone, off_wall = LASTS[last]
        span = next((each for each in self.spans[zone] if each.start < at <= each.end), None)
        if span is None:
            return None
        end, right = span.end, beside(span.right, off_wall)
        if following is not None and following <= end:
            end, right = following, End.FLUSH
        key = (end - at, left, right)
        if key not in self.closed:
            self.closed[key] = self.cost(end - at, ENDS[left], right)
        return self.closed[key]

    def cost(self, rest: Length, left: End, right: End) -> int | None:
        best = next(closings(rest, left, right, self.rules), None)
        if best is None:
            return None
        bad = 0 if best.is_open else GAP
        return -(FILLER * best.fillers + (GROWN if best.grow else 0) + bad)


def beside(end: End, off_wall: bool) -> End:
    """The end of a span for a unit that may have to keep off walls."""
    return End.ASIDE if off_wall and end is End.WALL else end
