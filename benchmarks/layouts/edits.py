"""How long a step takes after an edit, and what becomes of the best layout: `python -m benchmarks.layouts.edits`.

In every sample room: the widest unit of the best layout kept, and the first one as well, the widest one of the third
layout kept, the sink moved by 50 mm, a unit made wider, an empty wall and the wall of the widest unit left free. Each
step begins with what the search before it found, as on the web. Results are kept in
`benchmarks/results/layout_edits.json`; `python -m benchmarks.layouts --only` writes the page from them.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

import sample_rooms
from benchmarks.layouts.cases import Case, cases
from benchmarks.records import FOLDER
from furnishing.cabinets.registry import kind_of
from furnishing.layout.judged import Judged
from furnishing.layout.pins import Edit, Forbid, keep, move, settled, widen
from furnishing.layout.placement import Layout, Placement
from furnishing.layout.search import Standing, Task, search
from furnishing.layout.steps import after
from furnishing.units import mm

RESULTS: Final = FOLDER / "layout_edits.json"

BY: Final = mm(50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One edit in one room. `before` and `best` are the points of the best layout before and after it, 0 where there is
    none; `anew` those of a search with the same pins that begins with nothing; seconds of the processor."""

    room: str
    edit: str
    before: float
    best: float
    anew: float
    layouts: int
    spent: float
    spent_anew: float
    agree: bool


def main() -> int:
    """Measure all steps, keep and print them; 1 where a pin was lost."""
    found = [step for case in cases() if case.name in sample_rooms.names() for step in measured(case)]
    RESULTS.write_text(json.dumps([asdict(each) for each in found], indent=1) + "\n", encoding="utf-8")
    return int(not all(each.agree for each in found))


def load() -> list[Step]:
    """What was measured before."""
    return [Step(**each) for each in json.loads(RESULTS.read_text(encoding="utf-8"))] if RESULTS.exists() else []


def measured(case: Case) -> Iterator[Step]:
    """Every edit of a room, each after the first search or after the edits that it needs before it."""
    first = after(case.task, ())
    if not first.best:
        return
    for name, edits in edits_of(first, len(case.room.walls)):
        memory = first.memory if len(edits) == 1 else after(case.task, edits[:-1], memory=first.memory).memory
        found, spent = timed(after, case.task, edits, memory=memory)
        anew, spent_anew = timed(last_of, replace(case.task, pins=settled(edits)))
        step = Step(
            room=case.name,
            edit=name,
            before=first.best[0].score.total,
            best=best_of(found),
            anew=best_of(anew),
            layouts=len(found.best),
            spent=spent,
            spent_anew=spent_anew,
            agree=all(settled(edits).agree(each.placements) for each in found.best),
        )
        print(f"{step.room}, {step.edit}: {step.best} after {step.spent} s, {step.layouts} layouts", file=sys.stderr)
        yield step


def timed(work: Callable[..., Standing], *arguments: Any, **named: Any) -> tuple[Standing, float]:
    """Where a search stands at its end, and the seconds that it took."""
    began = time.process_time()
    found = work(*arguments, **named)
    return found, round(time.process_time() - began, 2)


def last_of(task: Task) -> Standing:
    """Where a search that begins with nothing stands at its end."""
    *_, last = search(task)
    return last


def best_of(found: Standing) -> float:
    """The points of the best layout, 0 without one."""
    return found.best[0].score.total if found.best else 0.0


def edits_of(first: Standing, walls: int) -> Iterator[tuple[str, list[Edit]]]:
    """What a person may do to the layouts of a room, by what it is called."""
    best, third = (layout_of(first.best[min(number, len(first.best) - 1)]) for number in (0, 2))
    units = units_of(best)
    widest, leftmost = max(units, key=lambda each: each.width), units[0]
    yield "widest unit kept", [keep(best, widest.cabinet)]
    if leftmost != widest:
        yield "two units kept", [keep(best, widest.cabinet), keep(best, leftmost.cabinet)]
    yield "unit of the third kept", [keep(third, max(units_of(third), key=lambda each: each.width).cabinet)]
    for unit in units:
        if unit.kind == "base-sink":
            yield "sink moved", [move(best, unit.cabinet, unit.offset + BY)]
    wider = [(unit, width) for unit in units for width in kind_of(unit.kind).widths if width > unit.width]
    storing = [each for each in wider if each[0].kind in {"base-doors", "base-drawers"} or "tall" in each[0].kind]
    if storing:
        unit, width = storing[0]
        yield "unit made wider", [widen(best, unit.cabinet, width)]
    used = {each.wall for each in units}
    for wall in [each for each in range(walls) if each not in used][:1]:
        yield "empty wall left free", [Forbid(wall=wall)]
    yield "its wall left free", [Forbid(wall=widest.wall)]


def layout_of(judged: Judged) -> Layout:
    """What a search found as a layout."""
    return Layout(placements=judged.placements)


def units_of(layout: Layout) -> list[Placement]:
    """What stands at the walls of a layout and may be kept, from wall to wall."""
    kinds = [(each, kind_of(each.kind)) for each in layout.placements if not each.out and each.elevation == 0]
    standing = [each for each, kind in kinds if kind.zone.value in {"base", "tall"} and not kind.corner]
    return sorted((each for each in standing if each.kind != "filler"), key=lambda each: (each.wall, each.offset))


if __name__ == "__main__":
    sys.exit(main())
