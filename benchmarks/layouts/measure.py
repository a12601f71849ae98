"""One room measured: when its layouts came, how many, whether they keep all rules, and whether they go on to papers."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from benchmarks.layouts.cases import Case
from benchmarks.papers_speed import project_of
from furnishing.design import Design, design
from furnishing.errors import InputError
from furnishing.issues import Level
from furnishing.layout.answer import Answer, answers
from furnishing.layout.judged import FEW
from furnishing.layout.search import Task, search
from furnishing.layout.wanting import why_fewer
from reports.papers import papers
from reports.pricing import Terms
from tests.furnishing.layout_judge import faults

WANTED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What became of one room.

    `first` and `spent` are seconds of the processor, `clock` seconds on the wall, which are more where other programs
    run on the machine. `faults` are of the judge and of the rules; `papers` how many files were made of each layout,
    empty where none were asked for; `why` is told where there are fewer than three layouts.
    """

    name: str
    wanted: str
    first: float | None
    spent: float
    clock: float
    seen: int
    scores: tuple[float, ...]
    titles: tuple[str, ...]
    left_out: tuple[str, ...]
    faults: tuple[str, ...]
    why: tuple[str, ...] = ()
    papers: tuple[int, ...] = ()
    machine: str = ""
    day: str = ""
    commit: str = field(default="", compare=False)


def measured(case: Case, *, with_papers: bool = False) -> Measured:
    """Furnish one room as `furnish layout` does, then judge all that was found."""
    task = case.task
    began = time.perf_counter()
    found, first, spent, seen = searched(task)
    clock = time.perf_counter() - began
    made = [(each, _designed(each, case)) for each in found]
    return Measured(
        name=case.name,
        wanted=case.programme.name,
        first=None if first is None else round(first, 2),
        spent=round(spent, 2),
        clock=round(clock, 2),
        seen=seen,
        scores=tuple(each.score.total for each in found),
        titles=tuple(each.title for each in found),
        left_out=tuple("; ".join(left.what for left in each.left_out) for each in found),
        faults=tuple(fault for each, whole in made for fault in judged(each, whole, task)),
        why=tuple(why_fewer(task)) if len(found) < FEW else (),
        papers=tuple(_papers(whole, each.number) for each, whole in made) if with_papers else (),
    )


def searched(task: Task, count: int = WANTED) -> tuple[tuple[Answer, ...], float | None, float, int]:
    """The layouts, the seconds until the first and until all, and how many structures were looked at."""
    started = time.process_time()
    first: float | None = None
    best = last = None
    for last in search(task, count=count):
        best = last.best
        if best and first is None:
            first = time.process_time() - started
    found = answers(best or (), task)
    return found, first, time.process_time() - started, 0 if last is None else last.seen


def _designed(answer: Answer, case: Case) -> Design | InputError:
    task = case.task
    try:
        return design(case.room, replace(case.style, wishes=()), task.catalogue, layout=answer.layout)
    except InputError as error:
        return error


def judged(answer: Answer, made: Design | InputError, task: Task) -> Iterator[str]:
    """What is wrong with a layout: by the judge that shares no code with the search, and by the rules of designs."""
    for fault in faults(answer.layout, task.room, task.style):
        yield f"layout {answer.number}: {fault}"
    if isinstance(made, InputError):
        yield f"layout {answer.number} makes no design: {made}"
        return
    for issue in made.issues:
        if issue.level is Level.ERROR:
            yield f"layout {answer.number}: {issue.code}, {issue.message}"


SLOW: Final = ("09-part-drawings", "10-assembly")
"""Papers that are made of the first layout only: they draw single units, which layouts of a room have in common."""


def _papers(made: Design | InputError, number: int) -> int:
    """How many files the papers of a layout are; 0 where a piece found no board."""
    if isinstance(made, InputError):
        return 0
    project = project_of(made)
    if project.result.plan.unplaced:
        return 0
    return sum(1 for _ in papers(project, Terms(), wanted=lambda name: number == 1 or not name.startswith(SLOW)))
