"""Layouts for a room in steps, one for each edit: the rest is found anew around what a person fixed.

A step begins with what the one before it found. Layouts that agree with its edit stay, the structures of the others
are filled again before any other, and little more is looked at: that takes a small part of the first search.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from furnishing.layout.memory import Memory
from furnishing.layout.pins import Edit, settled
from furnishing.layout.search import Standing, Task, never, search

FEW: Final = 3
"""Where a step finds fewer layouts than these, as much is looked at as without pins."""


def after(
    task: Task,
    edits: Sequence[Edit],
    *,
    count: int = 5,
    stop: Callable[[], bool] = never,
    halfway: Callable[[], bool] = never,
    rounds: int | None = None,
    memory: Memory | None = None,
) -> Standing:
    """The layouts for a room after all edits, whatever the pins of the task are.

    `memory` is what the search had found before the last edit; without, all steps are taken, from a search without pins
    on, and the result is the same. `stop` and `rounds` end each step, `halfway` all but the last. Whether each of them
    came to its end is told by `done`.
    """
    steps = range(0 if memory is None or not edits else len(edits), len(edits))
    done = True
    for number in steps:
        early = replace(task, pins=settled(edits[:number]))
        found = _step(early, memory, count, lambda: stop() or halfway(), rounds, around=done)
        memory, done = found.memory, done and found.done
    last = _step(replace(task, pins=settled(edits)), memory if edits else None, count, stop, rounds, around=done)
    return replace(last, done=done and last.done)


def _step(
    task: Task, memory: Memory | None, count: int, stop: Callable[[], bool], rounds: int | None, *, around: bool
) -> Standing:
    """One step; `around` what is remembered, unless that leaves too few layouts."""
    if around and memory is not None:
        *_, last = search(task, count=count, stop=stop, rounds=rounds, memory=memory, around=True)
        if len(last.best) >= min(count, FEW) or not last.done or not last.more:
            return last
    *_, last = search(task, count=count, stop=stop, rounds=rounds, memory=memory)
    return last
