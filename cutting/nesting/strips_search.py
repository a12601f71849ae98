"""The search of the strips nester: passes with varied tuning, values corrected between them, weak sheets laid anew.

Values are corrected after each pass by how well the sheets of a piece were filled (sequential value correction:
Mukhacheva; Belov & Scheithauer 2007), and between passes some sheets, weak ones by preference, are dropped and their
pieces laid again many times over (ruin and recreate: Schrimpf et al. 2000), always with the emptiest sheet among
them, so that the waste gathers there until the sheet disappears.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.strips_grid import Grid, to_grid
from cutting.nesting.strips_pass import Draft, Laying, Tuning, run_pass
from cutting.nesting.strips_plan import Planner
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Watch

TRIES = 4
"""Tunings tried at a time, whatever the number of cores, so that the result does not depend on it."""
SMALL = 400
"""Up to so many pieces a try takes milliseconds, and threads cost more than they bring."""
IDLE_AT_BOUND = 60
"""Iterations without progress, once no board can be saved, after which the search ends."""


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """What a laying is worth; the least is the best: unplaced area, cost, then the fill of its emptiest sheet."""

    unplaced: float
    cost: float
    weakest: float


def search(job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
    """Improving plans for a job of one material."""
    if not any(piece.quantity > 0 for piece in job.pieces):
        yield CutPlan(sheets=())
        return
    grid = to_grid(job)
    with ThreadPoolExecutor(max_workers=min(TRIES, os.cpu_count() or 1)) as threads:
        yield from _Search(grid, watch, np.random.default_rng(seed), threads).plans()


class _Search:
    """The state of one search: the best laying so far, and the corrected values."""

    def __init__(self, grid: Grid, watch: Watch, draw: np.random.Generator, threads: ThreadPoolExecutor) -> None:
        self.grid, self.watch, self.draw, self.threads = grid, watch, draw, threads
        self.planner = Planner(grid)
        self.worth = np.ones(len(grid.kinds))
        self.pieces = int(grid.wanted.sum())
        self.best = Laying(drafts=(), left=grid.wanted)
        self.score = Score(float("inf"), float("inf"), float("inf"))
        self.idle = 0

    def plans(self) -> Iterator[CutPlan]:
        """The first plan whatever the watch says, then better ones, the last one squeezed."""
        first = run_pass(self.grid, self.grid.wanted, self.grid.stock, Tuning())
        if first is not None:
            self._keep(first)
        self.watch.step()
        yield self.planner.plan(self.best.drafts, self.best.left)
        shown, told = self.score, self.score
        rounds = 0
        while not self.watch.done() and not self._finished():
            before = self.score
            if self._restart_now(rounds):
                self._restart()
            else:
                self._recreate()
            rounds += 1
            self.watch.step()
            self.idle = 0 if self.score < before else self.idle + 1
            told = self.score
            if (told.unplaced, told.cost) < (shown.unplaced, shown.cost):
                shown = told
                yield self.planner.plan(self.best.drafts, self.best.left)
        if told < shown:
            yield self.planner.plan(self.best.drafts, self.best.left)

    def _finished(self) -> bool:
        """Whether no board can be saved any more, and the emptiest sheet has not become emptier for long."""
        return self.idle >= IDLE_AT_BOUND and self.score.unplaced == 0 and self.score.cost <= self._bound() + 1e-9

    def _bound(self) -> float:
        """The area of the pieces over that of the board, in whole boards where there is one kind of board."""
        grid = self.grid
        area = float((grid.area * grid.wanted).sum())
        if len(grid.cost) == 1:
            return float(np.ceil(area - 1e-9) * grid.cost[0])
        size = grid.length.astype(np.float64) * grid.width
        return area * float((grid.cost / np.maximum(size, 1) * size.max()).min())

    def _restart_now(self, rounds: int) -> bool:
        """Whether to lay everything anew: often for few pieces, twice at the beginning for many."""
        if len(self.best.drafts) <= 2:
            return True
        if self.pieces <= SMALL:
            return bool(self.draw.random() < 0.5)
        return rounds < 2 if self.pieces < 20_000 else False

    def _tuning(self, *, small: bool) -> Tuning:
        """Tuning values drawn at random."""
        draw = self.draw
        noise = float(draw.choice((0.0, 0.05, 0.2))) if small else float(draw.choice((0.0, 0.02, 0.05)))
        worth = self.worth ** float(draw.choice((0.0, 1.0))) * (1 + noise * draw.uniform(-1, 1, len(self.worth)))
        several = len(self.grid.cost) > 1
        return Tuning(
            power=float(draw.uniform(1.0, 1.12)),
            dense=float(draw.uniform(0.5, 0.97)) if small else float(draw.uniform(0.75, 0.95)),
            wide=400 if small else 120,
            topped=bool(small and draw.random() < 0.5),
            worth=worth,
            tilt=draw.uniform(0.85, 1.15, len(self.grid.cost)) if several else None,
        )

    def _try(self, wanted: NDArray[np.int64], stock: NDArray[np.int64], small: bool) -> list[Laying]:
        """Lay `wanted` pieces with several tunings; those that were not given up."""
        tunings = [self._tuning(small=small) for _ in range(TRIES)]

        def one(tuning: Tuning) -> Laying | None:
            return run_pass(self.grid, wanted, stock, tuning, self.watch.done)

        several = self.threads.map(one, tunings) if wanted.sum() > SMALL else map(one, tunings)
        return [laying for laying in several if laying is not None]

    def _restart(self) -> None:
        """Lay everything anew."""
        for laying in self._try(self.grid.wanted, self.grid.stock, self.pieces <= SMALL):
            self._correct(laying)
            self._keep(laying)

    def _recreate(self) -> None:
        """Drop some sheets and lay their pieces again; keep that when it is better, or as good."""
        some = self._weak_sheets()
        old = Laying(drafts=tuple(self.best.drafts[i] for i in some), left=self.best.left)
        wanted = sum((draft.count(len(self.worth)) for draft in old.drafts), start=old.left.copy())
        stock = self.grid.stock.copy()
        dropped = set(some)
        rest = [draft for i, draft in enumerate(self.best.drafts) if i not in dropped]
        for draft in rest:
            stock[draft.board] -= 1
        layings = self._try(wanted, stock, small=int(wanted.sum()) <= SMALL)
        if not layings:
            return
        new = min(layings, key=self._rate)
        if self._rate(new) <= self._rate(old):
            merged = sorted([*rest, *new.drafts], key=lambda draft: -draft.filled / self._size(draft))
            self.best = replace(new, drafts=tuple(merged))
            self.score = self._rate(self.best)

    def _weak_sheets(self) -> list[int]:
        """The emptiest sheet and some others, drawn by their waste."""
        drafts = self.best.drafts
        fill = np.array([draft.filled / self._size(draft) for draft in drafts])
        emptiest = int(fill.argmin())
        most = min(len(drafts), max(2, int(len(drafts) * SMALL * 2 // max(self.pieces, 1))), 16)
        number = int(self.draw.integers(2, most + 1)) if most > 2 else most
        chance = (1 - fill).clip(0.0) + 0.01
        chance[emptiest] = 0
        others = self.draw.choice(len(drafts), size=number - 1, replace=False, p=chance / chance.sum())
        return [emptiest, *sorted(int(i) for i in others)]

    def _size(self, draft: Draft) -> float:
        """The area of a draft's board over that of the largest."""
        size = self.grid.length.astype(np.float64) * self.grid.width
        return float(size[draft.board] / size.max())

    def _rate(self, laying: Laying) -> Score:
        """The score of a laying."""
        return Score(
            unplaced=round(float((laying.left * self.grid.area).sum()), 9),
            cost=round(float(sum(self.grid.cost[draft.board] for draft in laying.drafts)), 9),
            weakest=round(min((draft.filled for draft in laying.drafts), default=0.0), 9),
        )

    def _keep(self, laying: Laying) -> None:
        """Remember a laying if it is better than the best."""
        score = self._rate(laying)
        if score < self.score:
            self.best, self.score = laying, score

    def _correct(self, laying: Laying) -> None:
        """Raise the value of pieces on badly filled sheets, lower that of the others."""
        total = np.zeros(len(self.worth))
        count = np.zeros(len(self.worth))
        for draft in laying.drafts:
            pieces = draft.count(len(self.worth))
            total += pieces * (self._size(draft) / max(draft.filled, 0.2)) ** 0.5
            count += pieces
        seen = count > 0
        self.worth[seen] = 0.7 * self.worth[seen] + 0.3 * total[seen] / count[seen]
