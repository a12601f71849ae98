"""The search of the strips nester: passes with varied tuning, values corrected between them, weak sheets laid anew.

Values are corrected after each pass by how well the sheets of a piece were filled (sequential value correction:
Mukhacheva; Belov & Scheithauer 2007), and between passes some sheets, weak ones by preference, are dropped and their
pieces laid again many times over (ruin and recreate: Schrimpf et al. 2000), always with the emptiest sheet among
them, so that the waste gathers there until the sheet disappears.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.strips_grid import Grid, to_grid
from cutting.nesting.strips_pass import Draft, Laying, Tuning, run_pass
from cutting.nesting.strips_plan import Planner
from cutting.nesting.strips_recreate import GROUP, SMALL, Group, Score, draw_tuning, gain, rate
from cutting.nesting.strips_squeeze import squeeze
from cutting.nesting.strips_values import HUGE, POOL, correct, correct_pool, draw_pool_tuning
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Watch

Counts = NDArray[np.int64]

TRIES = 4
"""Tunings or groups tried at a time, whatever the number of cores, so that the result does not depend on it."""
MANY_RESTARTS = 40_000
"""Pieces of all rounds of restarts at the beginning together."""
CHAINS, NEARLY_SAVED = 2, 0.03
"""Chains of passes over a pool, each correcting its own values from pass to pass, whatever the number of cores; and
the fill of the emptiest sheet below which groups of sheets try to do without it between two passes."""
SAVING = 3
"""Rounds from pass to pass while the emptiest sheet is nearly saved."""
SHOWN = 20
"""Rounds after which a pool shows a laying that is better with as many boards; at the end of its time it is not made
into a plan any more, which takes a second or more."""
IDLE_AT_BOUND = 60
"""Iterations without progress, once no board can be saved, after which the search ends."""


def search(job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
    """Improving plans for a job of one material."""
    if not any(piece.quantity > 0 for piece in job.pieces):
        yield CutPlan(sheets=())
        return
    grid = to_grid(job)
    with ThreadPoolExecutor(max_workers=min(TRIES, watch.cores)) as threads:
        yield from _Search(grid, watch, seed, threads).plans()


class _Search:
    """The state of one search: the best laying so far, and the corrected values."""

    def __init__(self, grid: Grid, watch: Watch, seed: int, threads: ThreadPoolExecutor) -> None:
        self.grid, self.watch, self.seed, self.threads = grid, watch, seed, threads
        self.draw = np.random.default_rng(seed)
        self.planner = Planner(grid)
        self.worth = np.ones(len(grid.kinds))
        self.chains = [np.ones(len(grid.kinds)) for _ in range(CHAINS)]
        self.pieces = int(grid.wanted.sum())
        self.best = Laying(drafts=(), left=grid.wanted)
        self.score = Score(float("inf"), float("inf"), float("inf"))

    def plans(self) -> Iterator[CutPlan]:
        """The first plan whatever the watch says, unless another nester has made one, then better ones."""
        first = run_pass(self.grid, self.grid.wanted, self.grid.stock, Tuning(), self.watch.spare)
        if first is None:
            return
        self._keep(first)
        self.watch.step()
        yield self._plan()
        shown = self.score
        rounds = idle = 0
        while not self.watch.done() and not (idle >= IDLE_AT_BOUND and self._at_bound()):
            before = self.score
            if POOL < self.pieces <= HUGE and (rounds % SAVING == 0 or self.score.weakest > NEARLY_SAVED):
                self._correct_chains()
            elif self._restart_now(rounds):
                self._restart()
            elif self.pieces > HUGE:
                self._recreate_huge()
            else:
                self._recreate()
            rounds += 1
            self.watch.step()
            idle = 0 if self.score < before else idle + 1
            saved = (self.score.unplaced, self.score.cost) < (shown.unplaced, shown.cost)
            if saved or (self.pieces > POOL and rounds % SHOWN == 0 and self.score < shown):
                shown = self.score
                yield self._plan()
        if self.score < shown and not (self.pieces > POOL and self.watch.done()):
            yield self._plan()

    def _plan(self) -> CutPlan:
        """The best laying as a plan, its emptiest sheet squeezed."""
        laying = squeeze(self.grid, self.best, self.seed, self.watch.spare)
        return self.planner.plan(laying.drafts, laying.left)

    def _at_bound(self) -> bool:
        """Whether no board can be saved any more."""
        return self.score.unplaced == 0 and self.score.cost <= self._bound() + 1e-9

    def _bound(self) -> float:
        """The area of the pieces over that of the board, in whole boards where there is one kind of board."""
        grid = self.grid
        area = float((grid.area * grid.wanted).sum())
        if len(grid.cost) == 1:
            return float(np.ceil(area - 1e-9) * grid.cost[0])
        return area * float((grid.cost / np.maximum(grid.size, 1e-9)).min())

    def _restart_now(self, rounds: int) -> bool:
        """Whether to lay everything anew: often for few pieces, some times at the beginning for many."""
        if len(self.best.drafts) <= 2:
            return True
        if self.pieces <= SMALL:
            return bool(self.draw.random() < 0.5)
        return rounds < max(1, MANY_RESTARTS // self.pieces)

    def _restart(self) -> None:
        """Lay everything anew, with several tunings."""
        small = self.pieces <= SMALL
        tunings = [draw_tuning(self.grid, self.draw, self.worth, small=small) for _ in range(TRIES)]

        def one(tuning: Tuning) -> Laying | None:
            return run_pass(self.grid, self.grid.wanted, self.grid.stock, tuning, self.watch.done)

        for laying in map(one, tunings) if small else self.threads.map(one, tunings):
            if laying is not None:
                correct(self.grid, laying, self.worth, sharp=0.5)
                self._keep(laying)

    def _correct_chains(self) -> None:
        """Lay a whole pool anew, once by the values of each chain, and correct these."""
        tunings = [draw_pool_tuning(self.draw, worth) for worth in self.chains]

        def one(tuning: Tuning) -> Laying | None:
            return run_pass(self.grid, self.grid.wanted, self.grid.stock, tuning, self.watch.done)

        for worth, laying in zip(self.chains, self.threads.map(one, tunings), strict=True):
            if laying is not None:
                correct_pool(self.grid, laying, worth)
                self._keep(laying)

    def _recreate(self) -> None:
        """Let groups of sheets lay some of their own anew, each with the emptiest sheet of all; keep the best group."""
        drafts = self.best.drafts
        emptiest = int(np.argmin([draft.filled for draft in drafts]))
        order = self.draw.permutation(np.delete(np.arange(len(drafts)), emptiest))
        number = max(1, min(TRIES, len(drafts) // GROUP))
        before = [
            Laying(drafts=tuple(drafts[i] for i in sorted([emptiest, *order[n::number].tolist()])), left=self.best.left)
            for n in range(number)
        ]
        after = self._improved(before, 1)
        gains = [gain(self.grid, old, new) for old, new in zip(before, after, strict=True)]
        best = max(range(number), key=lambda n: gains[n])
        gone = set(before[best].drafts)
        self._merge([*(draft for draft in drafts if draft not in gone), *after[best].drafts], after[best].left)

    def _recreate_huge(self) -> None:
        """Let groups that share no sheet lay many of their own anew, each by itself; keep them all."""
        drafts, nothing = self.best.drafts, np.zeros_like(self.best.left)
        order = self.draw.permutation(len(drafts))
        before = [
            Laying(drafts=tuple(drafts[i] for i in order[n::TRIES]), left=nothing if n else self.best.left)
            for n in range(TRIES)
        ]
        after = self._improved(before, TRIES, huge=True)
        self._merge([draft for laying in after for draft in laying.drafts], after[0].left)

    def _improved(self, layings: Sequence[Laying], sharing: int, *, huge: bool = False) -> list[Laying]:
        """Each group improved by itself; so many at once share what is left in stock."""
        used = np.bincount([draft.board for draft in self.best.drafts], minlength=len(self.grid.stock))
        stock = (self.grid.stock - used) // sharing
        groups = [
            Group(
                self.grid,
                laying,
                stock.copy(),
                np.random.default_rng(self.draw.integers(2**63)),
                self.worth,
                self.watch.done,
                huge,
            )
            for laying in layings
        ]
        return list(map(Group.improve, groups) if len(groups) == 1 else self.threads.map(Group.improve, groups))

    def _merge(self, drafts: list[Draft], left: Counts) -> None:
        """Take these sheets as the best laying."""
        drafts.sort(key=lambda draft: -draft.filled / self.grid.size[draft.board])
        self.best = Laying(drafts=tuple(drafts), left=left)
        self.score = rate(self.grid, self.best)

    def _keep(self, laying: Laying) -> None:
        """Remember a laying if it is better than the best."""
        score = rate(self.grid, laying)
        if score < self.score:
            self.best, self.score = laying, score
