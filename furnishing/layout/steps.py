"""Layouts for a room in steps, one for each edit: the rest is found anew around what a person fixed.

A step begins with what the one before it found. Layouts that agree with its edit stay, the structures of the others
are looked at again before any other, and little more is looked at: that takes a small part of the first search.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from furnishing.layout.memory import Memory
from furnishing.layout.pins import Edit, settled
from furnishing.layout.search import Standing, Task, search
from furnishing.layout.work import never


def after(
    task: Task,
    edits: Sequence[Edit],
    *,
    count: int = 5,
    stop: Callable[[], bool] = never,
    halfway: Callable[[], bool] = never,
    rounds: int | None = None,
    memory: Memory | None = None,
    thorough: bool = False,
) -> Standing:
    """The layouts for a room after all edits, whatever the pins of the task are.

    `memory` is what the search had found before the last edit; without, all steps are taken, from a search without pins
    on, and the result is the same. `stop` and `rounds` end each step, `halfway` all but the last. Whether each of them
    came to its end is told by `done`. A `thorough` search takes no steps: it looks at everything with all pins at once.
    """
    if thorough:
        pinned = replace(task, pins=settled(edits))
        *_, found = search(pinned, count=count, stop=stop, rounds=rounds, thorough=True)
        return found

    def early() -> bool:
        return stop() or halfway()

    done = True
    for number in range(len(edits) if memory is not None else 0, len(edits) + 1):
        *_, found = search(
            replace(task, pins=settled(edits[:number])),
            count=count,
            stop=stop if number == len(edits) else early,
            rounds=rounds,
            memory=memory if number else None,
            around=number > 0 and done,
        )
        memory, done = found.memory, done and found.done
    return replace(found, done=done)
