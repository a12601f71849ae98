"""The master problem of column generation: which patterns, how often, so that every piece is sawn.

HiGHS solves it: as a linear program for the prices of pieces (its duals), as a whole-number program for a plan.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from cutting.stop import never

Counts = NDArray[np.int64]

NO_MORE = 1e30
DUAL, PRIMAL = 1, 4
"""Simplex methods of HiGHS. New columns leave the last basis primal feasible: the primal method goes on from it, in a
quarter of the iterations (10,038 against 47,288 on an order of 100 pieces, the time of all pricing halved)."""


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The linear program solved: its `cost`, the price of a piece of each kind, how often each pattern is sawn."""

    cost: float
    prices: NDArray[np.float64]
    times: dict[int, float]


class Master:
    """Least cost of patterns that together hold at least `demand` pieces of each kind.

    `stock` limits patterns by board (None: any number). Columns are added as they are found, never removed.
    """

    def __init__(self, demand: Counts, stock: Sequence[int | None]) -> None:
        self.demand = demand
        self.columns: list[int] = []
        self.barred: set[int] = set()
        self._seen: set[tuple[int, bytes]] = set()
        self._solver = highspy.Highs()
        self._solver.silent()
        self._solver.setOptionValue("threads", 1)
        self._solver.setOptionValue("simplex_strategy", PRIMAL)
        # The library's own background solving has one lock for all its solvers, and ours run side by side.
        self._done: Callable[[], bool] = never
        self._events = (self._solver.cbSimplexInterrupt, self._solver.cbMipInterrupt)
        self._limits: dict[int, int] = {}
        nothing = (0, np.array([], np.int32), np.array([], np.float64))
        for wanted in demand:
            self._solver.addRow(float(wanted), highspy.kHighsInf, *nothing)
        for board, quantity in enumerate(stock):
            if quantity is not None:
                self._limits[board] = len(demand) + len(self._limits)
                self._solver.addRow(-highspy.kHighsInf, float(quantity), *nothing)

    def _run_until(self, done: Callable[[], bool]) -> None:
        """Solve, asking at every step whether to go on: for long runs only, since asking waits for the interpreter."""
        self._done = done
        for event in self._events:
            event.subscribe(self._interrupt)
        try:
            self._solver.run()
        finally:
            for event in self._events:
                event.unsubscribe(self._interrupt)
            self._done = never

    def _interrupt(self, event: Any) -> None:
        event.interrupt(self._done())  # a flag once set would end every later run too

    def add(self, number: int, board: int, cost: float, count: Counts, cuttable: bool) -> bool:
        """Add the pattern `number`; False where it is there already. One not `cuttable` serves only for prices."""
        key = (board, count.tobytes())
        if key in self._seen:
            return False
        self._seen.add(key)
        rows = np.flatnonzero(count).astype(np.int32)
        values = count[rows].astype(np.float64)
        if board in self._limits:
            rows = np.append(rows, np.int32(self._limits[board]))
            values = np.append(values, 1.0)
        self._solver.addCol(cost, 0.0, highspy.kHighsInf, len(rows), rows, values)
        self.columns.append(number)
        if not cuttable:
            self.barred.add(len(self.columns) - 1)
        return True

    def relaxed(self) -> Relaxed | None:
        """Solve the linear program; None where the patterns so far cannot hold all pieces."""
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        solution = self._solver.getSolution()
        duals = np.array(solution.row_dual)[: len(self.demand)]
        values = np.array(solution.col_value)
        times = {self.columns[i]: float(values[i]) for i in np.flatnonzero(values > 1e-9) if i not in self.barred}
        return Relaxed(self._solver.getInfo().objective_function_value, np.maximum(duals, 0.0), times)

    def whole(self, done: Callable[[], bool], seconds: float, nodes: int, gap: float) -> dict[int, int] | None:
        """How often each pattern is sawn in a good whole-number plan, by pattern number; None if none is found.

        Ends when `done`, after `seconds` or `nodes` of the search tree, or when none is better by more than `gap`.
        """
        solver = self._solver
        every = np.arange(len(self.columns), dtype=np.int32)
        kinds = np.full(len(every), int(highspy.HighsVarType.kInteger), np.uint8)
        solver.changeColsIntegrality(len(every), every, kinds)
        for column in self.barred:
            solver.changeColBounds(column, 0.0, 0.0)
        solver.setOptionValue("time_limit", solver.getRunTime() + seconds)
        solver.setOptionValue("mip_max_nodes", nodes)
        solver.setOptionValue("mip_rel_gap", 0.0)
        solver.setOptionValue("mip_abs_gap", gap)
        solver.setOptionValue("simplex_strategy", DUAL)
        self._run_until(done)
        values = np.array(solver.getSolution().col_value)
        good = solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        solver.changeColsIntegrality(len(every), every, np.zeros(len(every), np.uint8))
        for column in self.barred:
            solver.changeColBounds(column, 0.0, highspy.kHighsInf)
        solver.setOptionValue("time_limit", NO_MORE)
        solver.setOptionValue("simplex_strategy", PRIMAL)
        times = np.round(values).astype(np.int64)
        if not good or np.abs(values - times).max(initial=0.0) > 1e-5:
            return None
        return {self.columns[i]: int(times[i]) for i in np.flatnonzero(times)}
