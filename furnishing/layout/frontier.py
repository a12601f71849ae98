"""The structures of a kitchen that are looked at next: those given, then variants of the best of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Final

from furnishing.layout.structures import Structure

NEAR: Final = 16.0
"""Points by which a structure may be worse than the best and still be varied: telling its runs adds some points to what
a filled one has, to some more than to others, and two changes may be needed for what one alone does not mend."""

Ranked = tuple[float, int, Structure]
"""The points of a structure, negative, and its number, so that the best and first comes first."""


@dataclass(slots=True, kw_only=True)
class Frontier:
    """Every structure once, those that are `given` first.

    Then, in turns, the best of those given and the best of all is varied: a structure that cannot be says little of
    its variants, and a good one has better ones beside it. What is too far behind the best is varied only where it was
    given.
    """

    given: Sequence[Structure]
    variants: Callable[[Structure], Iterable[Structure]]
    best: float = 0.0
    number: int = 0
    plain: frozenset[Structure] = field(init=False)
    waiting: list[Ranked] = field(default_factory=list)
    first: list[Ranked] = field(default_factory=list)
    known: set[Structure] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.plain = frozenset(self.given)

    def __iter__(self) -> Iterator[Structure]:
        yield from self._fresh(self.given)
        varied = set[Structure]()
        while self.first or self._is_near():
            for queue in (self.first, self.waiting):
                if queue and (queue is self.first or self._is_near()):
                    one = heappop(queue)[2]
                    if one not in varied:
                        varied.add(one)
                        yield from self._fresh(self.variants(one))

    def note(self, structure: Structure, points: float) -> None:
        """How good one of them is; 0 where it cannot be."""
        ranked = (-points, self.number, structure)
        heappush(self.waiting, ranked)
        if structure in self.plain:
            heappush(self.first, ranked)
        self.number, self.best = self.number + 1, max(self.best, points)

    def _fresh(self, several: Iterable[Structure]) -> Iterator[Structure]:
        for each in several:
            if each not in self.known:
                self.known.add(each)
                yield each

    def _is_near(self) -> bool:
        return bool(self.waiting) and -self.waiting[0][0] > max(self.best - NEAR, 0.0)
