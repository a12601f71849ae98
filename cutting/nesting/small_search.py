"""The search of the small nester: beams over the whole job, boards exchanged, patterns priced and chosen among."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cutting.bounds import bound
from cutting.nesting.sheetwise import rank
from cutting.nesting.small import MOST_PIECES
from cutting.nesting.small_dive import dive
from cutting.nesting.small_exchange import Exchange, but_emptiest
from cutting.nesting.small_pool import Pool
from cutting.nesting.small_squeeze import Squeeze
from cutting.nesting.small_tree import Taste, Tree
from cutting.nesting.strips_grid import Grid, to_grid
from cutting.nesting.strips_pass import Draft
from cutting.nesting.strips_plan import Planner
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Watch

FIRST_WIDTH = 24
GUIDES = ((0.1, 1.0), (0.0, 0.5), (0.02, 1.5), (0.1, 0.7), *3 * ((0.02, 0.3),), (0.0, 0.15))
"""Bias and power of the guides of beams over the whole job, drawn at random, the luckiest more often."""
BEAMS = ((400, 0.0), (400, 0.0), (2_000, 0.0), (2_000, 0.0), (10_000, 0.0), (3_000, 0.2))
"""Width and noise of these beams; the last two in turn from then on: some jobs need the width, some the luck."""
WIDTHS, WIDE = (16, 16, 48, 48, 128, 400), (48, 128, 400, 1200)
"""Of beams in exchanges: the wide ones where boards are crowded."""
CROWD = 14
"""More pieces on a board than so many: too many patterns to price."""
PRICING = (16, 64, 256, 1024, 4096)
"""Widths of beams that price."""
PRICINGS = 150
DIVES = 5
"""Choices by diving to one by a whole-number program."""
SECONDS = 1.5
"""At most so long chooses one whole-number program."""
RESTART = 16
"""Rounds after which an exchange begins anew."""
MOVES = 60
"""Exchanges in one round, fewer where beams are wide on crowded boards."""
ROUNDS = 3_000
"""After so many rounds without a stop there is nothing more to try."""
SQUEEZES = 12
"""Rounds of squeezing without progress that end a search whose bound is met."""


def search(job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
    """Improving plans for a job of one material; nothing where it is not small, or has several kinds of boards."""
    pieces = sum(piece.quantity for piece in job.pieces)
    boards = [board for board in job.boards if board.quantity != 0]
    if not 0 < pieces <= MOST_PIECES or len(boards) != 1 or job.saw.max_stages == 1:
        return
    only = CutJob(pieces=job.pieces, boards=tuple(boards), saw=job.saw)
    yield from _Search(only, to_grid(only), watch, np.random.default_rng(seed)).plans()


class _Search:
    """The best boards so far, and what it takes to better them."""

    def __init__(self, job: CutJob, grid: Grid, watch: Watch, draw: np.random.Generator) -> None:
        self.job, self.grid, self.watch, self.draw = job, grid, watch, draw
        self.planner = Planner(grid)
        self.best: tuple[Draft, ...] = ()
        self.least = bound(job).boards
        self.pool: Pool | None = None
        self.pricing, self.chosen = 2, 0
        self.crowded = float(grid.area @ grid.wanted) * CROWD < int(grid.wanted.sum())
        self.beams = 0

    def plans(self) -> Iterator[CutPlan]:
        """A first plan whatever the watch says, then plans with fewer boards or a larger offcut."""
        first = Tree(self.grid, self.grid.wanted, int(self.grid.stock[0]), Taste(width=FIRST_WIDTH)).whole(
            lambda: False
        )
        self.watch.step()
        if first is None:
            return
        self.best = first.drafts
        plan = self._plan()
        if not self._met():
            yield plan
        plan = self._squeeze(plan, 1, 64)
        yield plan
        exchange: Exchange | None = None
        for turn in range(ROUNDS):
            if self.watch.done() or self._met():
                break
            fewer, exchange = self._round(turn, exchange)
            self.watch.step()
            if fewer is not None and len(fewer) < len(self.best):
                self.best, exchange = fewer, None
                plan = self._plan()
                plan = self._squeeze(plan, 1, 64)
                yield plan
        idle = 0
        while idle < SQUEEZES and not self.watch.done():
            better = self._squeeze(plan, MOVES // 4, 64 << (idle // 3))
            self.watch.step()
            idle = 0 if better is not plan else idle + 1
            if better is not plan:
                plan = better
                yield plan

    def _met(self) -> bool:
        return len(self.best) <= self.least

    def _plan(self) -> CutPlan:
        return self.planner.plan(self.best, np.zeros_like(self.grid.wanted))

    def _round(self, turn: int, exchange: Exchange | None) -> tuple[tuple[Draft, ...] | None, Exchange | None]:
        """One thing tried in turn: boards saved, if any, and the exchange that goes on."""
        if turn % 4 == 3 and not self.crowded:
            return self._choose(exchange)
        if turn % 4 != 0 if self.crowded else turn % 8 == 6:
            return self._beam(), exchange
        if exchange is None or turn % RESTART == RESTART - 1:
            exchange = self._begun(guessed=turn // RESTART % 2 == 1)
        width = int(self.draw.choice(WIDE if self.crowded else WIDTHS))
        done = exchange.search(MOVES * WIDE[0] // width if self.crowded else MOVES, width)
        return (tuple(exchange.drafts) if done else None), exchange

    def _begun(self, *, guessed: bool) -> Exchange:
        """An exchange that begins where the linear program points if `guessed`, or from the best boards so far."""
        if self.pool is None or not self.pool.times or not guessed:
            return Exchange(self.grid, but_emptiest(self.best), self.draw, self.watch.done)
        drafts = self.pool.guess(self.grid.wanted, len(self.best) - 1, 64)
        exchange = Exchange(self.grid, drafts, self.draw, self.watch.done)
        exchange.worth = self.pool.worth
        return exchange

    def _beam(self) -> tuple[Draft, ...] | None:
        """One beam over the whole job for one board less, wider the later; half of them begin all boards one way."""
        width, noise = BEAMS[self.beams if self.beams < len(BEAMS) else self.beams % 2 - 2]
        self.beams += 1
        bias, power = GUIDES[self.draw.integers(len(GUIDES))]
        one_way = self.draw.random() < 0.5
        taste = Taste(
            width=width,
            bias=bias,
            power=power,
            noise=noise,
            strict=bool(self.draw.random() < 0.5),
            directions=(int(self.draw.choice(self.grid.directions)),) if one_way else (),
            shake=int(self.draw.integers(1 << 30)),
        )
        found = Tree(self.grid, self.grid.wanted, len(self.best) - 1, taste).whole(self.watch.done)
        return found.drafts if found else None

    def _choose(self, exchange: Exchange | None) -> tuple[tuple[Draft, ...] | None, Exchange]:
        """Price patterns and choose among all that were met: by a whole-number program, else by a dive."""
        if self.pool is None:
            self.pool = Pool(self.grid, self.draw, self.watch.done)
        pool, target = self.pool, len(self.best) - 1
        pool.add(self.best)
        if exchange is not None:
            pool.add(exchange.met)
            exchange.met.clear()
        enough = pool.cost <= target + 1e-6
        if pool.settle(PRICING[:2] if enough else PRICING[: self.pricing], PRICINGS) and not enough:
            self.pricing = min(self.pricing + 1, len(PRICING))
        if pool.cost > target + 1e-6:
            return None, self._begun(guessed=True)
        self.chosen += 1
        found = pool.whole(SECONDS) if self.chosen % DIVES == 0 else None
        if found is not None and len(found) <= target:
            return tuple(found), self._begun(guessed=False)
        exchange = Exchange(self.grid, dive(pool, target), self.draw, self.watch.done)
        exchange.worth = pool.worth
        return (None if exchange.waiting.any() else tuple(exchange.drafts)), exchange

    def _squeeze(self, plan: CutPlan, moves: int, width: int) -> CutPlan:
        """The plan with a larger offcut, or the same."""
        squeeze = Squeeze(self.grid, self.best, self.draw, self.watch.done)
        if not (squeeze.lay(width) | squeeze.unload(moves, width)):
            return plan
        better = self.planner.plan(squeeze.drafts, np.zeros_like(self.grid.wanted))
        if rank(self.job, better) < rank(self.job, plan):
            self.best = squeeze.drafts
            return better
        return plan
