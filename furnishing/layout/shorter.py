"""Runs that fill less than their walls, so that what fits a shorter wall is found on a longer one as well.

A fill knows the best run of every length that it passed. All of them together are too many to be judged: of each the
most points that it could have are told first, and what could not be the best is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import chain, product
from typing import Final

from furnishing.construction import Construction
from furnishing.layout.arrange import Item, Row, rows, rows_as_they_are
from furnishing.layout.fill import NEARLY, Filling
from furnishing.layout.flipped import flipped_row
from furnishing.layout.judged import Judged, Looked, Pause
from furnishing.layout.slots import Filled
from furnishing.units import Length

Rows = tuple[Row, ...]

MOST_BUILT: Final = 15
"""Units for the shorter runs of one recipe on its walls; a search of two dozen of them ends in some four seconds."""


def best_rows(filling: Filling, wall: int, rules: Construction) -> Rows | None:
    """The rows of the filling that is worth most of those that can be closed; None where none can."""
    closed = (rows(each, filling.spans, wall, rules) for each in filling.every())
    return next((each for each in closed if each is not None), None)


def ways(filling: Filling, wall: int, rules: Construction) -> tuple[Rows, ...]:
    """The rows of one wall that a filling becomes: first its best, units made wider where that closes it, then all
    that it has with their units as they are."""
    best = best_rows(filling, wall, rules)
    found = {_items(best): best} if best else {}
    for filled in filling.every():
        for made in rows_as_they_are(filled, filling.spans, wall, rules):
            found.setdefault(_items(made), made)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Run:
    """What fills a wall, with its units as they are, and where along the wall it may be best.

    `edges` are where what may hang above it begins and ends. Where `flipped`, a filling of the mirror image of the
    wall, which is so long.
    """

    filled: Filled
    filling: Filling
    wall: int
    rules: Construction
    edges: Sequence[Length]
    flipped: Length | None
    first: Rows

    @property
    def play(self) -> Length:
        """How far any of its rows may be moved at most."""
        ways = [row.closing for row in self.first]
        return max(each.left + each.right + each.gap_left + each.gap_right for each in ways)

    def places(self) -> tuple[Rows, ...]:
        """Its rows at all places; `first` is one of them."""
        found: dict[tuple[Item, ...], Rows] = {}
        for made in rows_as_they_are(self.filled, self.filling.spans, self.wall, self.rules, self.edges):
            found.setdefault(_items(made), made)
        return tuple(_turned(each, self.flipped) for each in found.values())


def runs(
    filling: Filling, wall: int, rules: Construction, edges: Sequence[Length], flipped: Length | None = None
) -> Iterator[Run]:
    """A run for everything that a filling has, also for what is nearly the best of its length."""
    for filled in filling.every(NEARLY):
        first = rows(filled, filling.spans, wall, rules, wider=False)
        if first:
            yield Run(filled, filling, wall, rules, edges, flipped, _turned(first, flipped))


def _turned(rows_of: Rows, flipped: Length | None) -> Rows:
    return rows_of if flipped is None else tuple(flipped_row(row, flipped) for row in reversed(rows_of))


def _items(found: Rows) -> tuple[Item, ...]:
    return tuple(item for row in found for item in row.items)


def judged_in_turn(
    recipes: Sequence[Sequence[Sequence[Rows]]],
    bounds: Sequence[Callable[[Rows], float]],
    judge: Callable[[Rows], Judged | None],
    holds: Callable[[Judged], bool],
    built: Callable[[], int],
) -> Iterator[Looked]:
    """What fills its walls best by each recipe, then, after a pause, other choices of a way for each wall.

    `bounds` are the points that rows may have at most, each closer and slower than the one before it. What is left out
    is no better than what was judged and `holds`, unless `MOST_BUILT` units were `built` on the way: then no further
    rows are looked at. Only where a slope makes every place another are there so many.
    """
    filled, others = list[Judged](), dict[Rows, None]()
    for walls in recipes:
        whole: list[Rows] = [tuple(chain.from_iterable(each)) for each in product(*walls)]
        first = judge(whole[0]) if whole else None
        yield first
        filled += [] if first is None else [first]
        others |= dict.fromkeys(whole[1:])
    waiting: list[tuple[float, int, int, Rows]] = [(-100.0, 0, number, each) for number, each in enumerate(others)]
    if waiting:
        yield Pause.HERE
    best = next((each.score.total for each in sorted(filled, key=lambda each: each.rank) if holds(each)), -1.0)
    end = built() + MOST_BUILT
    while waiting:
        could, known, number, rows_of = heappop(waiting)
        if -could <= best:
            return
        if known == 1 and built() >= end:
            continue
        if known < len(bounds):
            yield Pause.HERE
            heappush(waiting, (-bounds[known](rows_of), known + 1, number, rows_of))
            continue
        judged = judge(rows_of)
        if judged is None or judged.score.total <= best:
            yield Pause.HERE
            continue
        if holds(judged):
            best = judged.score.total
        yield judged
