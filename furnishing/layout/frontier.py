"""The structures of a kitchen that are looked at next: those given, then variants of the best of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from typing import Final

from furnishing.layout.structures import CORNERS, Structure

NEAR: Final = 16.0
"""Points by which a structure may be worse than the best and still be varied: two changes may be needed for what one
alone does not mend."""

GAIN: Final = 2.0
"""Points that a change may gain, before anything is known of such changes."""

LOST: Final = 8.0
"""Points by which what cannot be, such as what has no room, is looked at later than what it is a variant of."""

Ranked = tuple[float, int, Structure]
"""The points that variants of a structure may have, negative, and a number, so that the best and first comes first."""


@dataclass(slots=True)
class Gain:
    """What changes of one thing gained: the sum of it and how many there were."""

    points: float = GAIN
    count: int = 1

    def note(self, points: float) -> None:
        """One more."""
        self.points, self.count = self.points + points, self.count + 1

    @property
    def usual(self) -> float:
        """On average."""
        return self.points / self.count


@dataclass(slots=True, kw_only=True)
class Frontier:
    """Every structure once, those that are `given` first; what was only guessed comes again where it is the best.

    A structure is varied in one thing after another, in the order in which `variants` has them, and so are its variants
    in what comes after: what each change adds to the points hardly depends on the others. What is varied next is what
    may be best in the end, if what is left to be varied gains as much as it did elsewhere. What is too far behind the
    best is varied only where it was given.
    """

    given: Sequence[Structure]
    variants: Callable[[Structure], Sequence[Callable[[], Iterable[Structure]]]]
    best: float = 0.0
    """The points of the best that is sure."""
    number: int = 0
    waiting: list[Ranked] = field(default_factory=list)
    known: dict[Structure, float] = field(default_factory=dict)
    """How good each is; 0 where it cannot be."""
    hopes: dict[Structure, float] = field(default_factory=dict)
    """How good it might be with other changes."""
    turns: dict[Structure, int] = field(default_factory=dict)
    """In how many things each was varied."""
    things: dict[int, int] = field(default_factory=dict)
    """In how many things those of so many legs can be varied."""
    gains: defaultdict[int, Gain] = field(default_factory=lambda: defaultdict(Gain))
    """What changes of each thing gained."""
    guessed: set[Structure] = field(default_factory=set)
    order: Iterator[Structure] = field(init=False)

    def __post_init__(self) -> None:
        self.order = self._order()

    def next(self) -> Structure | None:
        """The next one; None where nothing is left."""
        return next(self.order, None)

    def note(self, structure: Structure, points: float, *, guess: bool = False) -> None:
        """How good one of them is; 0 where it cannot be."""
        was_wrong = not points and self.known[structure] > 0
        self.hopes[structure] = points or self.hopes[structure] - LOST * was_wrong
        self.known[structure] = points
        if guess:
            self.guessed.add(structure)
        else:
            self.best = max(self.best, points)
        self._push(structure)

    def _order(self) -> Iterator[Structure]:
        yield from self._fresh(self.given)
        for each in self.given:
            for other in _others(each) if not self.known[each] else ():
                yield from self._fresh([other])
                if self.known[other]:
                    break
        hope = max(max(self.known.values(), default=0.0) - LOST, LOST)
        for each in self.given:
            if not self.known[each]:
                self.hopes[each] = hope
                self._push(each)
        plain = set(self.given)
        while self.waiting:
            one = heappop(self.waiting)[2]
            if self.hopes[one] <= max(self.best - NEAR, 0.0) and one not in plain:
                continue
            if one in self.guessed and (not self.turns[one] or self.known[one] > self.best):
                self.guessed.remove(one)
                yield one
            else:
                yield from self._varied(one)

    def _varied(self, one: Structure) -> Iterator[Structure]:
        """Its variants in the next thing."""
        turn, things = self.turns[one], self.variants(one)
        if turn == len(things):
            return
        several = list(things[turn]())
        # With what made it impossible changed, everything else may be varied.
        turns = turn + 1 if self.known[one] else 0
        yield from self._fresh(several, turns, self.hopes[one] - LOST)
        if self.known[one]:
            best = max((self.known[each] for each in several), default=0.0)
            self.gains[turn].note(max(best - self.known[one], 0.0))
        self.turns[one] += 1
        self._push(one)

    def _fresh(self, several: Sequence[Structure], turns: int = 0, hope: float = 0.0) -> Iterator[Structure]:
        for each in several:
            if each not in self.known:
                self.known[each], self.turns[each], self.hopes[each] = 0.0, turns, hope
                yield each

    def _push(self, structure: Structure) -> None:
        """It waits for its turn."""
        legs = len(structure.legs)
        if legs not in self.things:
            self.things[legs] = len(self.variants(structure))
        more = sum(self.gains[turn].usual for turn in range(self.turns[structure], self.things[legs]))
        heappush(self.waiting, (-self.hopes[structure] - more, self.number, structure))
        self.number += 1


def _others(one: Structure) -> Iterator[Structure]:
    """The same with the hob on the other side, or with other corners, all alike."""
    for right in (one.hob_right, not one.hob_right):
        for corner in ("", *CORNERS):
            corners = tuple(have and (corner or have) for have in one.corners)
            yield replace(one, hob_right=right, corners=corners)
