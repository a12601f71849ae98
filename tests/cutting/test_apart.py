"""A nester in a process of its own: it finds what it finds here, ends when told to, and leaves no process behind."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest

from cutting import nesting
from cutting.bounds import Bound
from cutting.check import check
from cutting.contest import Contest, Progress
from cutting.nesting.apart import nest_apart
from cutting.nesting.child import answers
from cutting.nesting.small import NESTER as SMALL
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Stop
from tests.cutting.builders import a_board, a_job, a_piece
from tests.cutting.test_cancel import a_pool


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """All processes begun from now on."""
    begun: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def popen(*args: Any, **how: Any) -> subprocess.Popen[bytes]:
        begun.append(real(*args, **how))
        return begun[-1]

    monkeypatch.setattr(subprocess, "Popen", popen)
    return begun


def test_it_finds_the_same_as_here(children: list[subprocess.Popen[bytes]]) -> None:
    job = a_job([a_piece("a", 700, 400, quantity=7), a_piece("b", 500, 300, quantity=5)], [a_board(2000, 1200)])
    here = list(SMALL.nest(job, Stop(seconds=60).begin(), 5))
    there = list(nest_apart("small", job, Stop(seconds=60).begin(), 5))
    assert here
    assert there == here
    assert [child.poll() is not None for child in children] == [True]


def test_bounds_come_through_too() -> None:
    pieces = [a_piece("third", 340, 340, quantity=20)]  # eight on a board by area, four by the saw
    job = a_job(pieces, [a_board(1000, 1000)], trim=0, kerf=0)
    finds = list(nest_apart("columns", job, Stop(seconds=60).begin(), 0))
    assert max(find.boards for find in finds if isinstance(find, Bound)) == 5


def test_it_ends_when_told_to_and_leaves_no_process(children: list[subprocess.Popen[bytes]]) -> None:
    told: list[float] = []
    watch = Stop(cancelled=lambda: bool(told)).begin()
    finds = nest_apart("small", a_pool(), watch, 0)
    assert isinstance(next(finds), CutPlan)
    told.append(time.monotonic())
    assert [find for find in finds if not isinstance(find, CutPlan)] == []
    assert [child.poll() for child in children] == [-9]


def test_one_that_breaks_down_finds_nothing() -> None:
    assert list(nest_apart("nobody", a_pool(), Stop(seconds=60).begin(), 0)) == []


def test_a_program_that_ends_before_it_has_read_the_question_has_no_answers() -> None:
    question = b"x" * 10_000_000
    assert list(answers(["/bin/false"], question, lambda pipe: pipe, Stop(seconds=60).begin())) == []


def test_a_contest_takes_what_a_twin_finds(
    monkeypatch: pytest.MonkeyPatch, children: list[subprocess.Popen[bytes]]
) -> None:
    class Quick:
        """Makes a first plan and leaves the rest to the others."""

        def nest(self, job: CutJob, *_: object) -> Iterator[CutPlan]:
            yield from real("shelves").nest(job, Stop(iterations=1).begin(), 0)

    class Silent:
        """Leaves all to its twin."""

        lucky = True

        def nest(self, *_: object) -> Iterator[CutPlan]:
            yield from ()

    real = nesting.load
    monkeypatch.setattr(nesting, "load", {"quick": Quick(), "small": Silent()}.__getitem__)
    job, better = a_pool(), list[Progress]()

    def tell(progress: Progress) -> None:
        better.extend([progress] if progress.nester == "small" else [])

    stop = Stop(seconds=60, cancelled=lambda: bool(better))
    answer = Contest(job, 60.0, 0, ("quick", "small"), tell, stop.begin(), 2).run()
    assert answer.nester == "small"
    assert check(job, answer.plan) == ()
    assert [child.poll() is not None for child in children] == [True]
