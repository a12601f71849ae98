"""What is handed to people: layouts with their scores, prices, and what speaks for and against each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from furnishing.layout.explain import against, in_favour, title
from furnishing.layout.judged import Judged
from furnishing.layout.left_out import LeftOut, left_out
from furnishing.layout.margins import Tolerance, near_limits, tolerances
from furnishing.layout.placement import Layout
from furnishing.layout.score import Score
from furnishing.layout.search import Task
from furnishing.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One layout with its reasons. `price` is net and estimated without sawing; sentences are English.

    `near_limits` are rules kept with little to spare, `tolerance` by how much each wall may be shorter.
    """

    number: int
    title: str
    layout: Layout
    score: Score
    price: Money
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    near_limits: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    tolerance: tuple[Tolerance, ...]


def answers(best: Sequence[Judged], task: Task) -> tuple[Answer, ...]:
    """The answers of a search, in its order."""
    return tuple(
        Answer(
            number=number,
            title=title(each, task),
            layout=Layout(placements=each.placements),
            score=each.score,
            price=each.price,
            reasons_for=tuple(in_favour(each, best, task)),
            reasons_against=tuple(against(each, best, task)),
            near_limits=tuple(near_limits(each, task)),
            left_out=tuple(left_out(each, task)),
            tolerance=tuple(tolerances(each, task)),
        )
        for number, each in enumerate(best, start=1)
    )
