"""Pictures of the examples of kitchen-designer: its published layout over our best, both drawn alike from numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from benchmarks.layouts import kitchen_designer
from benchmarks.layouts.cases import Case, cases
from benchmarks.layouts.criteria import FILLERS, TALL, plan_of
from benchmarks.layouts.kitchen_designer import Plan, Unit
from furnishing.design import design
from furnishing.layout.answer import Answer, answers
from furnishing.layout.search import search
from furnishing.units import mm, show
from reports.drawing import Anchor, Drawing, Item, Rectangle, Stroke, Text, in_a_row, moved
from reports.render.svg import svg
from reports.room_drawings import elevation_figures, plan_figure

SCALE: Final = 1 / mm(26)
"""Millimetres of paper for a micrometre."""
LOW, HUNG, HIGH, LIFT = 24.0, 18.0, 62.0, 44.0
"""Heights of base units, hung units and tall units in a picture, and how high hung units hang."""
GAP: Final = 8.0
LINE: Final = Stroke(0.25, "#333333")
FILLS: Final = {
    "sink": "#cfe3f7",
    "dishwasher": "#cfe3f7",
    "hob": "#f6cfcb",
    "oven": "#f6cfcb",
    "fridge": "#dfe8cf",
    "filler": "#8a8a8a",
    "tall filler": "#8a8a8a",
}
SHORT: Final = {"dishwasher": "dw", "storage": "", "corner": "corner", "tall": "tall", "hung": "", "filler": ""}


def pictures() -> dict[str, bytes]:
    """Every picture by its file name."""
    found = {}
    for name in kitchen_designer.examples():
        case, best = best_of(name)
        ours = plan_of(best.layout, case.room)
        theirs = kitchen_designer.published(name)
        drawn = side_by_side(theirs, ours)
        found[f"kd-{name}.svg"] = svg(drawn).encode()
        found[f"kd-{name}-room.svg"] = svg(_room(case, best)).encode()
    return found


@cache
def best_of(name: str) -> tuple[Case, Answer]:
    """An example and our first layout of it, of a search that runs to its end."""
    return cases_of(name), all_of(name)[0]


def cases_of(name: str) -> Case:
    """The case of an example."""
    return next(each for each in cases() if each.name == f"kitchen-designer {name}")


@cache
def all_of(name: str) -> tuple[Answer, ...]:
    """All our layouts of an example."""
    task = cases_of(name).task
    *_, last = search(task, count=5)
    return answers(last.best, task)


def side_by_side(theirs: Plan | None, ours: Plan) -> Drawing:
    """Elevations of all walls, theirs above ours, on white."""
    parts = [("published by kitchen-designer", theirs), ("Furnish, its first layout", ours)]
    items: list[Item] = []
    wide, top = 0.0, GAP
    for title, plan in reversed([(title, plan) for title, plan in parts if plan is not None]):
        left = GAP
        for wall in sorted({each.wall for each in plan.low}):
            drawn = list(_wall(plan, wall))
            items += moved(drawn, left, top)
            left += max(each.end for each in plan.low if each.wall == wall) * SCALE + GAP
        items.append(Text(GAP, top + HIGH + 4.0, title, 8.0, bold=True))
        wide, top = max(wide, left), top + HIGH + 3 * GAP
    white = Rectangle(0.0, 0.0, wide, top, Stroke(0.3, "#d5d8d3"), "#ffffff")
    return Drawing(width=wide, height=top, items=(white, *items), title="Layouts side by side")


def _wall(plan: Plan, wall: int) -> Iterator[Item]:
    for unit in (each for each in plan.low if each.wall == wall):
        yield from _box(unit, 0.0, HIGH if unit.role in {*TALL, "tall filler"} else LOW)
    for unit in (each for each in plan.hung if each.wall == wall):
        yield from _box(unit, LIFT, HUNG)


def _box(unit: Unit, bottom: float, height: float) -> Iterator[Item]:
    left, width = unit.start * SCALE, unit.width * SCALE
    yield Rectangle(left, bottom, width, height, LINE, FILLS.get(unit.role, "#f3ead9"))
    if unit.role in FILLERS or width < 7.0:
        return
    middle = bottom + height / 2
    word = SHORT.get(unit.role, unit.role)
    if word:
        yield Text(left + width / 2, middle + 1.0, word, 6.0, Anchor.MIDDLE)
    yield Text(left + width / 2, middle - 3.0, show(unit.width), 6.0, Anchor.MIDDLE)


def _room(case: Case, best: Answer) -> Drawing:
    """Our first layout as our papers draw it: plan and the elevation of the first wall."""
    catalogue = case.task.catalogue
    made = design(case.room, replace(case.style, wishes=()), catalogue, layout=best.layout)
    views = [
        plan_figure(made, catalogue, 90.0, 90.0, dimensions=False).drawing,
        *(figure.drawing for figure in elevation_figures(made, catalogue, 160.0, 90.0, dimensions=False)),
    ]
    return in_a_row(views, GAP, f"{case.name}: plan and elevations")
