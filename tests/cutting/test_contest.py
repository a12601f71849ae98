"""How the contest divides its time among nesters."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Event

import pytest

from cutting import contest, nesting
from cutting.contest import Contest, weight_of
from cutting.nesting.columns import NESTER as COLUMNS
from cutting.nesting.small import NESTER as SMALL
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Stop, Watch
from tests.cutting.builders import SIDES, SIDES_CUTS, a_board, a_job, a_piece, a_plan, a_sheet, crosscut, rip
from tests.cutting.test_solve import PINWHEEL


class Clock:
    """Seconds that pass only when somebody says so."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Brief:
    """Makes a plan at once, then works for four seconds beside the other one, and leaves."""

    def __init__(self, clock: Clock, other_began: Event, left: Event) -> None:
        self.clock, self.other_began, self.left = clock, other_began, left

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        yield from nesting_load("shelves").nest(job, Stop(iterations=1).begin(), seed)
        self.other_began.wait(10)
        self.clock.now += 4
        self.left.set()


class Patient:
    """Works as long as it may."""

    def __init__(self, clock: Clock, began: Event, other_left: Event) -> None:
        self.clock, self.began, self.other_left = clock, began, other_left

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        self.began.set()
        self.other_left.wait(10)
        while not watch.done():
            self.clock.now += 0.25
            time.sleep(0.002)
        yield from ()


nesting_load = nesting.load


def test_what_others_spent_on_another_core_is_not_taken_from_the_last_nester(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, began, left = Clock(), Event(), Event()
    players = {"brief": Brief(clock, began, left), "patient": Patient(clock, began, left)}
    monkeypatch.setattr(nesting, "load", players.__getitem__)
    watch = Stop(seconds=10, clock=clock).begin()
    job = a_job(PINWHEEL, [a_board(1500, 1200)])
    Contest(job, 10.0, 0, ("brief", "patient"), None, watch, 2).run()
    assert clock.now == 10


class Lucky:
    """Remembers the seeds that it was asked to play from, and finds nothing."""

    lucky = True

    def __init__(self) -> None:
        self.seeds: list[int] = []

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        self.seeds.append(seed)
        yield from ()


@pytest.mark.parametrize(
    ("share", "cores", "times"), [(10.0, 1, 1), (10.0, 2, 2), (10.0, 3, 3), (1.0, 3, 1), (None, 3, 1)]
)
def test_who_thrives_on_luck_plays_on_every_core_unless_time_is_short_or_iterations_count(
    monkeypatch: pytest.MonkeyPatch, share: float | None, cores: int, times: int
) -> None:
    lucky = Lucky()
    players = {"shelves": nesting_load("shelves"), "lucky": lucky}
    monkeypatch.setattr(nesting, "load", players.__getitem__)
    monkeypatch.setattr(contest, "nest_apart", lambda _, *how: lucky.nest(*how))
    stop = Stop(seconds=share, iterations=3 if share is None else None)
    Contest(a_job(PINWHEEL, [a_board(1500, 1200)]), share, 7, ("shelves", "lucky"), None, stop.begin(), cores).run()
    assert len(set(lucky.seeds)) == len(lucky.seeds) == times


class Drawer:
    """Draws one plan."""

    def __init__(self, plan: CutPlan) -> None:
        self.plan = plan

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        yield self.plan


class Tidier:
    """A second after it began it has a plan, and again every quarter of one as long as it may."""

    def __init__(self, plan: CutPlan, clock: Clock) -> None:
        self.plan, self.clock, self.finds = plan, clock, 0

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        self.clock.now += 1
        yield self.plan
        while not watch.done():
            self.finds += 1
            self.clock.now += 0.25
            yield self.plan


UNTIDY = a_plan(a_sheet(SIDES, rip((560, crosscut((720, "side"), (720, "side"), (1332, "waste"))), (1486, "waste"))))
TIDY = a_plan(a_sheet(SIDES, SIDES_CUTS))
"""One board, which is proved to be the least, and twice the same pieces: only one plan has an offcut."""


@pytest.mark.parametrize(("polish", "plan", "end"), [(0.2, TIDY, 2.0), (0.5, TIDY, 5.0), (0, UNTIDY, 0.0)])
def test_a_proven_plan_is_improved_for_a_part_of_the_seconds(
    monkeypatch: pytest.MonkeyPatch, polish: float, plan: CutPlan, end: float
) -> None:
    clock = Clock()
    players = {"drawer": Drawer(UNTIDY), "tidier": Tidier(TIDY, clock)}
    monkeypatch.setattr(nesting, "load", players.__getitem__)
    watch = Stop(seconds=10, polish=polish, clock=clock).begin()
    answer = Contest(SIDES, 10.0, 0, ("drawer", "tidier"), None, watch).run()
    assert (answer.plan, clock.now) == (plan, end)


@pytest.mark.parametrize(("iterations", "rounds"), [(4, 0), (10, 2), (24, 4)])
def test_a_proven_plan_is_improved_for_a_part_of_the_rounds(
    monkeypatch: pytest.MonkeyPatch, iterations: int, rounds: int
) -> None:
    tidier = Tidier(TIDY, Clock())
    monkeypatch.setattr(nesting, "load", {"drawer": Drawer(UNTIDY), "tidier": tidier}.__getitem__)
    watch = Stop(iterations=iterations).begin()
    answer = Contest(SIDES, None, 0, ("drawer", "tidier"), None, watch).run()
    assert answer.plan == (TIDY if rounds else UNTIDY)
    assert tidier.finds == max(0, rounds - 1)


def test_repeated_sizes_are_for_columns_and_single_ones_for_small() -> None:
    series = a_job([a_piece("a", 700, 400, quantity=40), a_piece("b", 300, 200, quantity=9)])
    single = a_job([a_piece("a", 700, 400, quantity=4), a_piece("b", 300, 200)])
    assert weight_of(COLUMNS, series) > weight_of(SMALL, series)
    assert weight_of(COLUMNS, single) < weight_of(SMALL, single)
