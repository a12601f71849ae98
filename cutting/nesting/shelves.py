"""Shelves: strips across the board, columns in the strips, stacks in the columns, each next piece where it fits best.

The plan grows as a tree of cuts, so it can always be sawn: every open space remembers which way it is cut next
and how often the direction has already changed. Orders by decreasing size follow the shelf heuristics of
Coffman, Garey, Johnson and Tarjan (1980), best fit instead of first; further rounds shake the order at random.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cutting.nesting.guillotine import Draft
from cutting.nesting.sheetwise import Fill, Kind, fill_boards, kinds_of, rank
from cutting.pieces import Board, CutJob, Direction
from cutting.plan import CutPlan
from cutting.stop import Watch, never
from furnishing.units import Length

DEEPEST: Final = 8
"""Stages used where the saw has no limit: nobody turns a strip more often by hand."""
SHAKES: Final = (0.02, 0.06, 0.15, 0.4)
"""By how much a size may lose in the order of a round."""
ROUNDS: Final = 2_000
"""After so many plans without a stop there is nothing more to try."""

Rule = Callable[[Length, Length, Length, Length], tuple[Length, Length]]
"""How badly a piece fits: `rest, breadth` of the space, `thick, along` of the piece; less is better."""

RULES: Final[tuple[Rule, ...]] = (
    lambda rest, breadth, thick, along: (breadth - along, rest - thick),
    lambda rest, breadth, thick, along: (min(breadth - along, rest - thick), breadth * rest),
    lambda rest, breadth, thick, along: (breadth * rest - thick * along, breadth - along),
    lambda rest, breadth, thick, along: (rest - thick, breadth - along),
)
ORDERS: Final[tuple[Callable[[Kind], int], ...]] = (
    lambda kind: kind.area,
    lambda kind: max(kind.length, kind.width),
    lambda kind: min(kind.length, kind.width),
    lambda kind: kind.length + kind.width,
)


@dataclass(frozen=True, slots=True)
class Way:
    """One way a kind may lie, kerf included: `length` along x, `width` along y."""

    length: Length
    width: Length
    turned: bool


@dataclass(slots=True, eq=False)
class Space:
    """The uncut end of a node: `rest` long across its saw lines and `breadth` along them."""

    draft: Draft
    stage: int
    rest: Length
    breadth: Length
    fresh: bool = False


class Shelves:
    """A plan in each round, the first two without chance."""

    name = "shelves"
    weight = 0.25
    """Of the time: most of what it finds, it finds at once."""

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        """See `Nester.nest`."""
        kinds = kinds_of(job)
        chance = random.Random(seed)
        best: CutPlan | None = None
        for turn in range(ROUNDS):
            if best is not None and watch.done():
                return
            fill, tastes = _variant(job, kinds, turn, chance)
            plan = fill_boards(job, kinds, fill, tastes=tastes, give_up=watch.done if best else never)
            watch.step()
            if plan is not None and (best is None or rank(job, plan) < rank(job, best)):
                best = plan
                yield plan


def _variant(job: CutJob, kinds: Sequence[Kind], turn: int, chance: random.Random) -> tuple[Fill, dict[str, float]]:
    """How round number `turn` orders kinds and judges spaces and boards."""
    plain = turn < len(ORDERS)
    key = ORDERS[turn] if plain else chance.choice(ORDERS)
    rule = RULES[0] if plain or chance.random() < 0.6 else chance.choice(RULES)
    shake = 0.0 if plain else chance.choice(SHAKES)
    sizes = [key(kind) * (1 - shake * chance.random()) for kind in kinds]
    order = sorted(range(len(kinds)), key=lambda i: (-sizes[i], i))
    tastes = {board.code: 1.0 if plain else 1 + 0.3 * chance.random() for board in job.boards}
    kerf, saw = job.saw.kerf, job.saw
    ways = [
        tuple(
            Way(kind.width + kerf, kind.length + kerf, True)
            if turned
            else Way(kind.length + kerf, kind.width + kerf, False)
            for turned in kind.turns
        )
        for kind in kinds
    ]
    stages = min(saw.max_stages or DEEPEST, DEEPEST)

    def fill(board: Board, left: Sequence[int]) -> Iterator[Draft]:
        for direction in saw.first_directions:
            root = Draft.of_board(saw.usable(board), kerf, direction)
            _Sheet(root, ways, rule, stages).fill(order, list(left))
            yield root

    return fill, tastes


class _Sheet:
    """One sheet while it is filled."""

    def __init__(self, root: Draft, ways: Sequence[tuple[Way, ...]], rule: Rule, stages: int) -> None:
        rip = root.direction is Direction.LENGTH
        rest, breadth = (root.width, root.length) if rip else (root.length, root.width)
        self.spaces = [Space(root, 1, rest, breadth, fresh=True)]
        self.ways, self.rule, self.stages = ways, rule, stages
        self.least: Length = 0

    def fill(self, order: Sequence[int], left: list[int]) -> None:
        """Lay kinds in this order, each as often as it fits and is left."""
        wanted = [i for i in order if left[i]]
        self.least = min((min(self.ways[i][0].length, self.ways[i][0].width) for i in wanted), default=0)
        short, long = self._largest()
        for kind in wanted:
            first = self.ways[kind][0]
            while (
                left[kind]
                and min(first.length, first.width) <= short
                and max(first.length, first.width) <= long
                and (found := self._best(self.ways[kind]))
            ):
                left[kind] -= self._lay(*found, kind, left[kind])
                short, long = self._largest()

    def _largest(self) -> tuple[Length, Length]:
        """No space has a longer short side, nor a longer long side."""
        short = max((min(space.rest, space.breadth) for space in self.spaces), default=0)
        return short, max((max(space.rest, space.breadth) for space in self.spaces), default=0)

    def _best(self, ways: tuple[Way, ...]) -> tuple[Space, Way] | None:
        best: tuple[Space, Way] | None = None
        least: tuple[Length, Length] | None = None
        for space in self.spaces:
            rip = space.draft.direction is Direction.LENGTH
            for way in ways:
                thick, along = (way.width, way.length) if rip else (way.length, way.width)
                if thick <= space.rest and along <= space.breadth:
                    fit = self.rule(space.rest, space.breadth, thick, along)
                    if least is None or fit < least:
                        best, least = (space, way), fit
        return best

    def _lay(self, space: Space, way: Way, kind: int, most: int) -> int:
        """Cut a strip off `space` and lay copies side by side in it; how many."""
        direction = space.draft.direction or Direction.LENGTH
        rip = direction is Direction.LENGTH
        thick, along = (way.width, way.length) if rip else (way.length, way.width)
        deeper = space.stage < self.stages
        strip = thick
        if deeper and not space.fresh and space.rest - thick < self.least:
            strip = space.rest  # nothing fits behind it: leave the whole rest to the strip
        child = _cut(space.draft, space.rest, strip)
        count = min(most, space.breadth // along) if deeper else 1
        inner = Space(child, space.stage + 1, space.breadth, strip)
        for _ in range(count):
            cell = _cut(child, inner.rest, along)
            inner.rest -= along
            if strip > thick:
                cell = _cut(cell, strip, thick)
            cell.direction, cell.mark, cell.turned = None, kind, way.turned
        space.rest -= strip
        space.fresh = False
        if deeper and inner.rest >= self.least:
            self.spaces.append(inner)
        if space.rest < self.least:
            self.spaces.remove(space)
        return count


def _cut(parent: Draft, rest: Length, size: Length) -> Draft:
    """Append a child `size` thick to a node that has `rest` left."""
    direction = parent.direction or Direction.LENGTH
    if direction is Direction.LENGTH:
        at = parent.y + parent.width - rest
        child = Draft(parent.x, at, parent.length, size, direction.other)
    else:
        at = parent.x + parent.length - rest
        child = Draft(at, parent.y, size, parent.width, direction.other)
    parent.children.append(child)
    return child


NESTER = Shelves()
