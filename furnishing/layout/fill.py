"""Fills the free spans of one wall with a sequence of slots, exactly, by dynamic programming over positions.

A slot is one unit (or, where `many`, any number of units) of one of several kinds and widths. Slots keep their order
from left to right. Worth is counted in points: a unit that is needed outweighs everything, then come places that
units want, width filled, few and equal widths, few fillers. docs/layout.md states the whole of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import Final

from furnishing.construction import Construction
from furnishing.layout.closing import closings, lead
from furnishing.layout.fill_moves import (
    ALONE,
    AT,
    ENDS,
    HOTS,
    INDEX,
    LAST,
    LAST_UNITS,
    LASTS,
    LEFT,
    LEFT_ENDS,
    NO_CHAIN,
    SLOTS,
    Move,
    Moves,
)
from furnishing.layout.flipped import flipped_slots, flipped_spans
from furnishing.layout.legs import End, Spans
from furnishing.layout.slots import NEEDED, Filled, Set, Slot, beside
from furnishing.units import Length

FILLER: Final = 300
GAP: Final = 2_500
GROWN: Final = 700

NEARLY: Final = 70_000
"""Points that a run may be worth less than the best of its length and still be better in a room: what a unit is worth
for its worktop and a little more."""

LEADS: Final = tuple(lead(end) for end in ENDS)

PINNED: Final = 10**9
"""Numbers of options from here on are those of fixed units."""


class Filling:
    """The best units for slots in spans, of every length of run.

    `fixed` are units that stand `at` an offset whatever the slots are. Their places, and those of slots with an
    offset, must be spans of their own, with nothing but flush ends. `known` are the moves of slots in the same spans,
    `closed` what closing rests costs. Where it is to be `whole` no slot that is needed may be left out.

    A dynamic programme: the best worth of each state, and where it came from. No state leads to a smaller one, so each
    is final when it is reached in order; a wall has thousands of them, and a search hundreds of walls.
    """

    def __init__(
        self,
        slots: Sequence[Slot],
        spans: Spans,
        rules: Construction,
        fixed: Sequence[Slot] = (),
        known: dict[Slot, Moves] | None = None,
        closed: dict[tuple[Length, End, End], int | None] | None = None,
        *,
        whole: bool = False,
    ) -> None:
        self.slots, self.spans, self.rules = slots, spans, rules
        self.starts = sorted({span.start for each in spans.values() for span in each})
        self.fixed = {slot.at: (slot, Moves(slot, spans)) for slot in fixed if slot.at is not None}
        """Units of no slot by their offset."""
        self.pinned = {slot.at for slot in (*slots, *fixed) if slot.at is not None}
        """Where a unit is pinned: chains end there, and nothing else begins."""
        self.best: dict[int, int] = {}
        self.came: dict[int, tuple[int, int]] = {}
        self.second: dict[int, tuple[int, int, int]] = {}
        """The second best worth of states, and where it came from."""
        self.waiting: list[int] = []
        self.closed = {} if closed is None else closed
        self.kept = {number for number, slot in enumerate(slots) if whole and slot.worth >= NEEDED}
        """Slots that are not left out."""
        known = {} if known is None else known
        for slot in slots:
            if slot not in known:
                known[slot] = Moves(slot, spans)
        self.moves = [known[slot] for slot in slots]
        self.hob = next((number for number, slot in enumerate(slots) if slot.role == "hob"), -1)
        self.hot = max((slot.off_hob for slot in slots[self.hob + 1 :]), default=0) if self.hob >= 0 else 0
        """How far at most something to the right of the hob keeps off it."""
        self.ends: list[tuple[int, int]] = []
        """Worth and state where a run may end, best first."""
        if self.starts:
            self.run()

    def every(self, less: int = 0) -> Iterator[Filled]:
        """The best for each length of run and each kind of unit at its end, what is worth most first: what shorter
        walls are filled with. And what comes another way to one state of these and is worth no more than this `less`.
        """
        found = set[tuple[Set, ...]]()
        ways = [way for worth, end in self.ends for way in self._ways(worth, end, less)]
        for worth, end, other in sorted(ways, key=lambda each: -each[0]):
            filled = Filled(self.trace(end, other), worth)
            if filled.units not in found:
                found.add(filled.units)
                yield filled

    def _ways(self, worth: int, end: int, less: int) -> Iterator[tuple[int, int, int]]:
        """Worth, end, and the state that is reached the second best way; -1: none."""
        yield worth, end, -1
        state = end
        while less and self.came[state][0] >= 0:
            if state in self.second:
                lost = self.best[state] - self.second[state][0]
                if lost <= less:
                    yield worth - lost, end, state
            state = self.came[state][0]

    def flipped(self, length: Length) -> Filling:
        """The filling of the mirror image of its wall, which is so long."""
        fixed = [slot for slot, _ in self.fixed.values()]
        spans = flipped_spans(self.spans, length)
        slots = flipped_slots(self.slots, length)
        return Filling(slots, spans, self.rules, flipped_slots(fixed, length), closed=self.closed)

    def run(self) -> None:
        """Every state in its order."""
        self.reach(self.starts[0] << AT | NO_CHAIN, 0, -1, -1)
        while self.waiting:
            state = heappop(self.waiting)
            worth = self.best[state]
            if state >> INDEX & SLOTS == len(self.slots):
                ending = self.ending(state, None)
                if ending is not None:
                    self.ends.append((worth + ending, state))
                if not self.fixed:
                    continue
            self.step(state, worth)
        self.ends.sort(key=lambda each: -each[0])

    def trace(self, end: int, other: int = -1) -> tuple[Set, ...]:
        """The units that lead to an end, to the `other` state the second best way."""
        state, units = end, []
        while self.came[state][0] >= 0:
            before, number = self.second[state][1:] if state == other else self.came[state]
            if number >= 0:
                at, of_slot = before >> AT, number < PINNED
                slot = self.slots[before >> INDEX & SLOTS] if of_slot else self.fixed[at][0]
                ahead = lead(ENDS[state >> LEFT & LEFT_ENDS]) if before & NO_CHAIN == NO_CHAIN else None
                option = slot.options[number if of_slot else number - PINNED]
                units.append(Set(slot=slot, role=slot.role, option=option, offset=at + (ahead or 0), lead=ahead))
            state = before
        return tuple(reversed(units))

    def reach(self, state: int, worth: int, before: int, number: int) -> None:
        """A state that something leads to, unless something better did."""
        known = self.best.get(state)
        if known is None:
            heappush(self.waiting, state)
        elif worth <= known:
            if state not in self.second or worth > self.second[state][0]:
                self.second[state] = (worth, before, number)
            return
        else:
            self.second[state] = (known, *self.came[state])
        self.best[state] = worth
        self.came[state] = (before, number)

    def step(self, state: int, worth: int) -> None:
        """All that may follow a state."""
        at, index, hot = state >> AT, state >> INDEX & SLOTS, state & HOTS
        in_chain = state & NO_CHAIN != NO_CHAIN
        # Leaving a slot out: one of many that had its share costs nothing.
        if index < len(self.slots) and index not in self.kept:
            self.reach(state + (1 << INDEX) - (hot if index == self.hob else 0), worth, state, -1)
        if at in self.pinned and in_chain:
            ending = self.ending(state, at)
            if ending is not None:
                self.reach(at << AT | index << INDEX | NO_CHAIN | hot, worth + ending, state, -1)
            return
        if index < len(self.slots):
            slot = self.slots[index]
            if slot.at == at or (slot.at is None and at not in self.pinned):
                self.put(state, worth, slot)
        if at < self.starts[-1]:
            on = self.starts[bisect_right(self.starts, at)]
            ending = self.ending(state, on)
            if ending is not None:
                cooler = max(hot - on + at, 0)
                self.reach(on << AT | index << INDEX | NO_CHAIN | cooler, worth + ending, state, -1)
        if at in self.fixed:
            for part, points, number, _, width in self.fixed[at][1].at(at)[0]:
                after = part | index << INDEX | max(hot - width, 0)
                # What is pinned stands, also where a lone unit would be better left out.
                self.reach(after, worth + points + ALONE, state, PINNED + number)

    def put(self, state: int, worth: int, slot: Slot) -> None:
        """Every unit that may take the slot of a state."""
        index, hot = state >> INDEX & SLOTS, state & HOTS
        moves: Sequence[Move]
        begins, goes_on = self.moves[index].at(state >> AT)
        base = (index if slot.many else index + 1) << INDEX
        if state & NO_CHAIN == NO_CHAIN:
            moves = begins
        else:
            moves, base = goes_on, base | state & LEFT_ENDS << LEFT
        if hot:
            moves = self.cooler(moves, index, hot)
        elif self.hob >= 0 and index <= self.hob:
            base |= self.hot if index == self.hob else slot.off_hob
        for part, points, number, _, _ in moves:
            self.reach(part | base, worth + points, state, number)

    def cooler(self, moves: Sequence[Move], index: int, hot: Length) -> list[Move]:
        """Moves from where a hob must keep off, or something off the hob; without those that are too near."""
        off, found = self.slots[index].off_hob, []
        for part, points, number, ahead, width in moves:
            near = max(hot - ahead, 0)
            if index == self.hob:
                beyond = None if near else self.hot
            elif index < self.hob:
                beyond = max(near - width, off)
            else:
                beyond = None if off and near > self.hot - off else max(near - width, 0)
            if beyond is not None:
                found.append((part | beyond, points, number, ahead, width))
        return found

    def ending(self, state: int, following: Length | None) -> int | None:
        """What closing the chain costs here (0 or less); None where it cannot be closed."""
        if state & NO_CHAIN == NO_CHAIN:
            return 0
        at, left = state >> AT, state >> LEFT & LEFT_ENDS
        zone, off_wall = LASTS[state >> LAST & LAST_UNITS]
        span = next((each for each in self.spans[zone] if each.start < at <= each.end), None)
        if span is None:
            return None
        end, right = span.end, beside(span.right, off_wall)
        if following is not None and following <= end:
            end, right = following, End.FLUSH
        key = (end - at + LEADS[left], ENDS[left], right)
        if key not in self.closed:
            self.closed[key] = self.cost(*key)
        return self.closed[key]

    def cost(self, rest: Length, left: End, right: End) -> int | None:
        best = next(closings(rest, left, right, self.rules), None)
        if best is None:
            return None
        bad = 0 if best.is_open else GAP
        return -(FILLER * best.fillers + (GROWN if best.grow else 0) + bad)
