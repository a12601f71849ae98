"""The steps of an assembly as they are drawn: number and title, picture, parts and fittings in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from furnishing.cabinets.cabinet import Cabinet
from reports.assembly_kit import article_words
from reports.assembly_stages import Stage, Step
from reports.assembly_view import fitting_holes, legs, step_moves, view
from reports.drawing import HAIR, Item, Line, Point, Rectangle, Text, moved
from reports.page import GAP
from reports.project import Project
from reports.quantities import alike_together
from reports.render.fonts import POINT
from reports.tables import LEADING
from reports.wrapping import wrapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The steps of cabinets that are alike; numbers of parts by the id of the first of them."""

    cabinets: tuple[Cabinet, ...]
    steps: tuple[Step, ...]
    numbers: Mapping[str, int]

    @property
    def first(self) -> Cabinet:
        """The cabinet whose parts are shown."""
        return self.cabinets[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A step as it is drawn, from its lower left corner, and how high its picture became."""

    items: tuple[Item, ...]
    picture: float


def step_cell(
    project: Project, guide: Guide, number: int, room: tuple[float, float], looks: Mapping[str, str], words: float
) -> Cell:
    """Number and title above, the picture on the left, parts and fittings in `words` millimetres on the right."""
    (width, height), step = room, guide.steps[number - 1]
    say = project.locale.text
    items: list[Item] = [Rectangle(0.0, height - 8.0, 9.0, 8.0, None, "#222222")]
    items.append(Text(1.6, height - 6.2, str(number), 14.0, bold=True, colour="#ffffff", max_width=6.2))
    title = say(_title(guide, step))
    y = height - 3.6
    lines = wrapped(title, 11.0, width - 12.0, bold=True)
    for line in lines:
        items.append(Text(11.0, y - 1.2, line, 11.0, bold=True))
        y -= 11.0 * POINT * LEADING
    top = min(y, height - 9.0)
    items += _words(project, guide, step, (width - words, top), words)
    shown = {part.id for part in step.shown}
    whole = step.stage in {Stage.FITTINGS, Stage.BOXES, Stage.FRAMES}
    there = [] if whole else [part for part in step.before if part.id not in shown]
    marked = step.shown if whole or step.stage is Stage.HANDLES else step.parts or step.shown
    numbers = {part.id: guide.numbers[part.id] for part in marked}
    parts = [*there, *step.shown] or list(step.before)
    stands = _after_legs(guide, step) and not whole
    feet = legs(guide.first) if stands else ()
    holes = fitting_holes(step) if step.stage is Stage.FITTINGS else ()
    picture = view((*feet, *parts), step_moves(step), numbers, looks, (width - words - 3.0, top - 1.0), holes)
    items += moved(picture.items, (width - words - picture.width) / 2, (top - picture.height) / 2)
    items.append(Line((0.0, -GAP / 2), (width, -GAP / 2), HAIR))
    return Cell(items=tuple(items), picture=picture.height)


def _title(guide: Guide, step: Step) -> str:
    """The text that says what a step does."""
    if step.stage is Stage.LEGS and not any(bore.purpose == "leg" for part in guide.first.parts for bore in part.bores):
        return "assembly.step_plinth"
    return f"assembly.step_{step.stage.value}{'_grooved' if step.grooved else ''}"


def _after_legs(guide: Guide, step: Step) -> bool:
    """Whether the cabinet stands on its legs at a step."""
    stages = [each.stage for each in guide.steps]
    return Stage.LEGS in stages and guide.steps.index(step) >= stages.index(Stage.LEGS)


def _words(project: Project, guide: Guide, step: Step, corner: Point, width: float) -> list[Item]:
    """New parts by number and name, then fittings with their quantity; only the numbers where they are many."""
    (x, y), parts = corner, _part_lines(project, guide, step, width)
    fittings = [
        line
        for item in alike_together(step.hardware)
        for line in wrapped(
            f"{project.locale.number(item.quantity)} × {article_words(project, item)}", 8.0, width, bold=True
        )
    ]
    step_height = 8.0 * POINT * 1.25
    if (len(parts) + 1 + len(fittings)) * step_height > y - 1.0:
        numbers = ", ".join(str(guide.numbers[part.id]) for part in step.parts)
        parts = list(wrapped(numbers, 8.0, width))
    lines = [(line, False) for line in parts] + ([("", False)] if parts else []) + [(line, True) for line in fittings]
    items: list[Item] = []
    for line, bold in lines:
        y -= step_height
        if line:
            items.append(Text(x, y + 0.6, line, 8.0, bold=bold))
    return items


def _part_lines(project: Project, guide: Guide, step: Step, width: float) -> list[str]:
    """New parts, those whose names differ only by their number on one line."""
    grouped: dict[str, list[int]] = {}
    for part in step.parts:
        name = re.sub(r"\s*[0-9.]+$", "", project.part_name(part))
        grouped.setdefault(name, []).append(guide.numbers[part.id])
    lines: list[str] = []
    for name, numbers in grouped.items():
        lines += wrapped(f"{', '.join(map(str, sorted(numbers)))}  {name}", 8.0, width)
    if step.stage is Stage.BOXES and len(step.parts) > len(step.shown):
        lines += wrapped(project.locale.text("assembly.likewise"), 8.0, width)
    return lines
