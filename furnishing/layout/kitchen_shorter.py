"""Kitchens whose runs fill less than their walls, and stand along them where that is best.

A filling of a leg at all its places is first bounded as if it stood well wherever that is; then each place by what
stands there; only what may still be better than the best so far gets hung units and is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.layout.arrange import Item
from furnishing.layout.bench import Bench
from furnishing.layout.candidate import ESSENTIAL, Candidate, assembled, based, missing
from furnishing.layout.estimate import Estimator
from furnishing.layout.judged import Judged, Looked, Pause
from furnishing.layout.kitchen_wishes import programme_share
from furnishing.layout.pool import Pool
from furnishing.layout.score import Cost, Place, kitchen_most
from furnishing.layout.shorter import Rows
from furnishing.layout.structures import Structure
from furnishing.layout.uppers import LOSSES, MM
from furnishing.layout.uppers_over import UPPER
from furnishing.layout.work import BOUND, HUNG
from furnishing.units import Length

UNKNOWN, ANYWHERE = -2, -1

Waiting = tuple[float, int, int]
"""The points that a run may have at most, negative; its number; that of its place, or how little is known of it."""


@dataclass(slots=True, kw_only=True)
class Shorter:
    """What all structures of one search are shortened with."""

    bench: Bench
    estimator: Estimator
    scale: float
    place: Place
    judged: Callable[[Candidate, float, float], Judged | None]
    pool: Pool
    best: float
    """The points of the best so far, of all structures."""
    hung_cost: float = field(init=False)
    """The least that a millimetre of hung units costs."""

    def __post_init__(self) -> None:
        kind = kind_of(UPPER)
        units = [Item(role="upper", kind=UPPER, wall=0, offset=0, width=each, zone=Zone.WALL) for each in kind.widths]
        costs = [float(self.estimator.cost([each])) * MM / each.width for each in units]
        self.hung_cost = min((each for each in costs if each), default=1.0)

    def of(self, found: Candidate, part: slice) -> Iterator[Looked]:
        """A candidate with each leg in turn as serves it best, of a part of what fills it; only what is better than the
        best so far."""
        structure = found.structure
        legs = [self.bench.leg(structure, leg) for leg in range(len(structure.legs))]
        chosen = [each.best or () for each in legs]
        for turn, leg in enumerate(legs):
            before, after = chosen[:turn], chosen[turn + 1 :]
            every = leg.every(self.bench.work, part.stop)[part]
            known: dict[int, tuple[Rows, ...]] = {}
            waiting: list[Waiting] = [(-100.0, number, UNKNOWN) for number in range(len(every))]
            while waiting:
                could, number, place = heappop(waiting)
                if -could <= self.best:
                    break
                if place == UNKNOWN:
                    could = self.most([*before, every[number].first, *after], structure, every[number].play)
                    heappush(waiting, (-could, number, ANYWHERE))
                    yield Pause.HERE
                    continue
                if place == ANYWHERE:
                    known[number] = every[number].places()
                    for at, stands in enumerate(known[number]):
                        heappush(waiting, (-self.most([*before, stands, *after], structure), number, at))
                        yield Pause.HERE
                    continue
                rows_of = [*before, known[number][place], *after]
                for judged in self.hung(structure, rows_of):
                    if judged is None:
                        yield Pause.HERE
                        continue
                    if self.pool.is_sound(judged):
                        self.best, chosen = judged.score.total, rows_of
                    yield judged

    def hung(self, structure: Structure, filled: Sequence[Rows]) -> Iterator[Judged | None]:
        """A structure with these rows on its legs, with hung units in every way they may hang, where it is better."""
        self.bench.work.parts += HUNG
        for made in dict.fromkeys(assembled(structure, filled, self.bench, LOSSES)):
            yield self.judged(made, self.best, self.hung_cost)

    def most(self, filled: Sequence[Rows], structure: Structure, play: Length = 0) -> float:
        """The points that a structure with these rows on its legs may have at most, if they are moved along their walls
        by no more than `play`; 0 without a sink or hob."""
        self.bench.work.parts += BOUND
        rows = [row for each in filled for row in each]
        items = based(structure, rows, self.bench)
        items += self.bench.island(items, structure)
        lacking = [each for each in missing(items, self.bench.wish, structure) if each != "hood"]
        if ESSENTIAL & set(lacking):
            return 0.0
        cost = Cost(units=float(self.estimator.cost(items)), hung=self.hung_cost, scale=self.scale)
        return kitchen_most(
            items,
            rows,
            programme_share(self.bench.wish, lacking, items),
            cost,
            self.place,
            play=play,
        )
