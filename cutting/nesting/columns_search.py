"""The course of column generation: prices, patterns, bounds; then whole-number plans from all patterns met."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from cutting.bounds import Bound
from cutting.nesting.columns_master import Master, Relaxed
from cutting.nesting.columns_pricing import SCALE, Column, Pricing, proven, trimmed, whole_costs
from cutting.nesting.strips_grid import Grid, to_grid
from cutting.nesting.strips_pass import Draft, Laying, Tuning, run_pass
from cutting.nesting.strips_plan import Planner
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Watch

Prices = NDArray[np.int64]
"""By kind: the price of a piece in parts of 1 / SCALE."""

GRID = 6_000
"""Grid steps along the longest board; finer sizes are rounded and prove nothing."""
MOST_COLUMNS = 60_000
NODES = 2_000
"""Nodes of one whole-number search: what bounds it where nobody counts seconds."""
SMOOTH = 0.6
"""Weight of the steady centre in the prices that patterns are sought at."""
PASS_EVERY = 10
"""Rounds of quick pricing to one strips pass at the same prices."""
PASSES = 12
"""Strips passes between two whole-number searches."""


def search(job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan | Bound]:
    """Bounds and improving plans for a job of one material; nothing where it is too large to price."""
    grid = to_grid(job, GRID)
    run = _Run(grid, watch, np.random.default_rng(seed))
    if run.pricing.bearable:
        yield from run.course()


class _Run:
    """The state of one course."""

    def __init__(self, grid: Grid, watch: Watch, draw: np.random.Generator) -> None:
        self.grid, self.watch, self.draw = grid, watch, draw
        job = grid.job
        exact = [Fraction(board.cost) for board in job.boards]
        self.same = len(set(exact)) == 1
        self.costs = [Fraction(1)] * len(exact) if self.same else [cost / max(exact) for cost in exact]
        self.unit = max(exact) if not self.same else exact[0]
        self.step = float(whole_costs(self.costs))
        self.stock = [board.quantity for board in job.boards]
        self.pricing = Pricing(grid, watch.done)
        self.master = Master(grid.wanted, self.stock)
        self.drafts: list[Draft] = []
        self.planner = Planner(grid)
        self.bound = Fraction(0)
        self.best = math.inf
        self.prices = grid.area.copy()
        self._rounds = 0
        self._centre: Prices | None = None
        self._promise = Fraction(0)

    def course(self) -> Iterator[CutPlan | Bound]:
        """Bounds while prices settle, then plans from ever more patterns."""
        self._begin()
        yield from self._settle()
        while True:
            yield from self._whole()
            self.watch.step()
            if self._proved() or self.watch.done() or len(self.drafts) > MOST_COLUMNS:
                return
            self._vary()
            if self.watch.done():
                return

    def _begin(self) -> None:
        """Patterns that hold everything: those of a few strips passes, and each kind by itself."""
        for power in (1.0, 1.03, 1.08):
            self._pass(Tuning(power=power))
        for kind in range(len(self.grid.kinds)):
            if self.watch.done():
                return
            only = np.zeros(len(self.grid.kinds), np.int64)
            only[kind] = 1
            self._add_all(self.pricing.best(only, quick=True) or [])

    def _settle(self) -> Iterator[CutPlan | Bound]:
        """Add good patterns at the prices until none pays; yields each better bound, and plans rounded on the way.

        Quick pricing goes first, then exact, without a stage limit where the saw has none: only that proves anything.
        """
        effort = 0
        while not self.watch.done():
            relaxed = self.master.relaxed()
            if relaxed is None:
                return
            self.prices = relaxed.prices
            prices = np.round(relaxed.prices * SCALE).astype(np.int64)
            steady = self._steadied(prices)
            found = self._price(steady, effort)
            self.watch.step()
            if found is None:
                return
            self._steer(steady, found)
            if effort == self.most_effort:
                yield from self._prove(steady, found)
                if self._closed(relaxed):
                    return
            if self._add_all(found, prices):
                continue
            if steady is not prices:
                self._centre = None  # the steadied prices led astray: look at the true ones
                continue
            yield from self._rounded(relaxed)
            if effort == self.most_effort:
                return
            effort = self.most_effort
            self._promise = Fraction(0)

    def _steadied(self, prices: Prices) -> Prices:
        """Prices between those of the best promise so far and the newest: they swing less, and settle sooner.

        Smoothing after Wentges (1997), "Weighted Dantzig-Wolfe decomposition", ITOR 4.
        """
        if self._centre is None:
            return prices
        return np.round(SMOOTH * self._centre + (1 - SMOOTH) * prices).astype(np.int64)

    def _steer(self, prices: Prices, found: Sequence[Column]) -> None:
        """Take these prices as the centre where they promise the highest bound so far."""
        promise = self._promised(prices, found)
        if promise > self._promise or self._centre is None:
            self._promise = max(promise, self._promise)
            self._centre = prices

    def _promised(self, prices: Prices, found: Sequence[Column]) -> Fraction:
        """The bound that these prices prove if `found` holds a best pattern of every board."""
        most: dict[int, int] = {}
        for column in found:
            most[column.draft.board] = max(most.get(column.draft.board, 0), column.value)
        return proven(self.costs, self.stock, int((prices * self.grid.wanted).sum()), most)

    def _price(self, prices: Prices, effort: int) -> list[Column] | None:
        """Good patterns at these prices: 0 quick, 1 exact within the stages, 2 exact without a stage limit."""
        if effort == 2:
            return self.pricing.best_deep(prices)
        self._rounds += 1
        if effort == 0 and self._rounds % PASS_EVERY == 0:
            self._pass(self._tuning(1.0, 0.0))
        return self.pricing.best(prices, quick=effort == 0)

    @property
    def most_effort(self) -> int:
        """The effort that proves bounds, or the greatest that is bearable."""
        return 2 if self.pricing.full else 1

    def _rounded(self, relaxed: Relaxed) -> Iterator[CutPlan]:
        """The linear program rounded down, and strips passes for the pieces that are then missing."""
        grid = self.grid
        drafts = [self.drafts[i] for i, times in relaxed.times.items() for _ in range(math.floor(times + 1e-6))]
        spare, missing = self._balance(drafts)
        used = np.bincount([draft.board for draft in drafts], minlength=len(grid.cost))
        kept = [trimmed(grid, draft, spare) for draft in drafts]
        best: Laying | None = None
        for _ in range(PASSES):
            tuning = self._tuning(float(self.draw.choice((0.0, 0.5, 1.0))), 0.1)
            laying = run_pass(grid, missing, np.maximum(grid.stock - used, 0), tuning, self.watch.done)
            if laying is None:
                break
            if not laying.left.any() and (best is None or self._cost(laying.drafts) < self._cost(best.drafts)):
                best = laying
        if best is not None:
            yield from self._offer([*kept, *best.drafts])

    def _balance(self, drafts: Sequence[Draft]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """By kind: pieces that drafts have too many of, and too few."""
        wanted = self.grid.wanted
        count = sum((draft.count(len(wanted)) for draft in drafts), start=np.zeros_like(wanted))
        return np.maximum(count - wanted, 0), np.maximum(wanted - count, 0)

    def _cost(self, drafts: Sequence[Draft]) -> float:
        return sum(float(self.costs[draft.board]) for draft in drafts)

    def _offer(self, drafts: Sequence[Draft]) -> Iterator[CutPlan]:
        """The plan of these drafts, if it is better than the last one."""
        full = [draft for draft in drafts if len(draft.blocks)]
        if self._cost(full) < self.best - 1e-9:
            self.best = self._cost(full)
            yield self.planner.plan(full, np.zeros_like(self.grid.wanted))

    def _closed(self, relaxed: Relaxed) -> bool:
        """Whether the bound is what the linear program itself rounds up to."""
        return self.bound >= math.ceil(relaxed.cost / self.step - 1e-6) * whole_costs(self.costs)

    def _prove(self, prices: Prices, found: list[Column]) -> Iterator[Bound]:
        """The bound that these prices prove, if it is better than before; the grid must hold all sizes exactly."""
        if not self._exact() or (self.pricing.deep and not self.pricing.full):
            return
        step = whole_costs(self.costs)
        bound = math.ceil(self._promised(prices, found) / step) * step
        if bound <= self.bound:
            return
        self.bound = bound
        cost = bound * self.unit
        exact = Decimal(cost.numerator) / Decimal(cost.denominator)
        yield Bound(int(bound) if self.same else 0, exact)

    def _exact(self) -> bool:
        """Whether every size is a whole number of grid steps."""
        grid, kerf = self.grid, self.grid.job.saw.kerf
        return all((size + kerf) % grid.step == 0 for kind in grid.kinds for size in (kind.x, kind.y))

    def _add_all(self, columns: list[Column], prices: Prices | None = None) -> bool:
        """Add the columns that pay at `prices` (all where none are given); False where none was new."""
        added = False
        for column in columns:
            cost = self.costs[column.draft.board]
            if prices is None or self._worth(column.draft, prices) > float(cost) * SCALE * (1 + 1e-7):
                added |= self._add(column.draft, cuttable=column.cuttable)
        return added

    def _worth(self, draft: Draft, prices: Prices) -> int:
        return int((draft.count(len(prices)) * prices).sum())

    def _add(self, draft: Draft, *, cuttable: bool = True) -> bool:
        count = draft.count(len(self.grid.kinds))
        new = self.master.add(len(self.drafts), draft.board, float(self.costs[draft.board]), count, cuttable)
        if new:
            self.drafts.append(draft)
        return new

    def _pass(self, tuning: Tuning) -> None:
        """Add the sheets of one strips pass."""
        laying = run_pass(self.grid, self.grid.wanted, self.grid.stock, tuning, self.watch.done)
        for draft in laying.drafts if laying else ():
            self._add(draft)

    def _tuning(self, trust: float, noise: float) -> Tuning:
        """Tuning with values between area (`trust` 0) and prices (1)."""
        draw = self.draw
        worth = np.maximum(self.prices / np.maximum(self.grid.area, 1e-9), 0.2) ** trust
        return Tuning(
            power=float(draw.uniform(1.0, 1.1)),
            worth=worth * (1 + noise * draw.uniform(-1, 1, len(worth))),
            dense=float(draw.uniform(0.5, 0.95)),
            topped=bool(draw.random() < 0.5),
            wide=240,
        )

    def _vary(self) -> None:
        """More patterns: strips passes at values between area and price, with noise."""
        for _ in range(PASSES):
            if self.watch.done():
                return
            self._pass(
                self._tuning(float(self.draw.choice((0.0, 0.5, 1.0))), float(self.draw.choice((0.02, 0.1, 0.25))))
            )

    def _whole(self) -> Iterator[CutPlan]:
        """The best whole-number plan over all patterns, if it is better than the last."""
        stop = self.watch.stop
        left = math.inf if stop.seconds is None else max(0.1, stop.seconds - self.watch.seconds)
        times = self.master.whole(self.watch.done, min(left / 2, 20.0), NODES, self.step * 0.999)
        if times is not None:
            drafts = [self.drafts[i] for i, many in times.items() for _ in range(many)]
            spare, _ = self._balance(drafts)
            yield from self._offer([trimmed(self.grid, draft, spare) for draft in drafts])

    def _proved(self) -> bool:
        return self.best <= float(self.bound) + 1e-9
