"""The assembly guide: for each cabinet an exploded view with its parts and fittings, then numbered steps with pictures.

Cabinets that are alike share their pages. Boards without any joint, such as fillers, stand in a list at the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.design import Design
from furnishing.hardware_file import named_pack
from furnishing.parts import Part
from reports.assembly_kit import article_words, kit_beside, kit_cell, kit_height
from reports.assembly_steps import Stage, Step, steps
from reports.assembly_view import exploded_moves, fitting_holes, legs, step_moves, view
from reports.drawing import HAIR, Document, Item, Line, Rectangle, Text, moved, wrapped
from reports.page import A4_LANDSCAPE, GAP, MARGIN, Body, Paper, compose, paper_title
from reports.project import Project
from reports.quantities import alike_together
from reports.render.fonts import POINT
from reports.render.pdf import pdf
from reports.symbols import colours
from reports.tables import LEADING, Align, Column, Flow, Row, Table

PAPER: Final = A4_LANDSCAPE
LISTS: Final = 112.0
"""Width of the lists beside an exploded view."""

WORDS: Final = 46.0
"""Width of the words beside the picture of a step."""

CELLS_A_PAGE: Final = 4


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


def assembly_pdf(project: Project) -> bytes:
    """The assembly guide as a PDF; ValueError for a project without a design."""
    return pdf(assembly_pages(project), title=paper_title(project, project.locale.text("assembly.title")))


def assembly_pages(project: Project) -> Document:
    """All guides, and the list of what is fitted on site."""
    design = project.design
    if design is None:
        raise ValueError(f"{project.name} has no design, so there is nothing to put together")
    looks = {code: colour for code, (colour, _) in colours(project.catalogue).items()}
    bodies: list[Body] = []
    loose: list[Cabinet] = []
    for guide in guides(design):
        if len(guide.steps) < 2 and not guide.first.hardware:
            loose += guide.cabinets
            continue
        overview, kit = _overview(project, guide, looks)
        bodies += [*overview, *_step_pages(project, guide, looks, kit=kit)]
    if loose:
        bodies += _on_site(project, loose)
    return compose(project, project.locale.text("assembly.title"), PAPER, bodies)


def guides(design: Design) -> tuple[Guide, ...]:
    """One guide for all cabinets that are alike, in the order of the design."""
    alike: dict[object, list[Cabinet]] = {}
    for cabinet in design.cabinets:
        range_of = design.construction_of(cabinet.id).hardware_pack
        alike.setdefault((range_of, _likeness(cabinet)), []).append(cabinet)
    found = []
    for cabinets in alike.values():
        pack = named_pack(design.construction_of(cabinets[0].id).hardware_pack)
        numbers = {part.id: number for number, part in enumerate(cabinets[0].parts, 1)}
        found.append(Guide(cabinets=tuple(cabinets), steps=steps(cabinets[0], pack), numbers=numbers))
    return tuple(found)


def _likeness(cabinet: Cabinet) -> object:
    parts = tuple(
        (suffix(part), part.box, part.material, part.axes, part.bores, part.grooves, part.notches, part.section)
        for part in cabinet.parts
    )
    return (cabinet.kind, cabinet.name, parts, cabinet.hardware)


def suffix(part: Part) -> str:
    """The id of a part within its cabinet."""
    return part.id.removeprefix(f"{part.cabinet}.")


def _heading(project: Project, guide: Guide) -> str:
    ids = ", ".join(cabinet.id for cabinet in guide.cabinets)
    return f"{ids} · {project.cabinet_name(guide.first.name)}"


def _subject(project: Project, guide: Guide) -> str:
    """What the title block has room for: a cabinet with its name, a few by their ids, of many the first."""
    if len(guide.cabinets) == 1:
        return _heading(project, guide)
    ids = [cabinet.id for cabinet in guide.cabinets]
    return ", ".join(ids) if len(ids) <= 4 else f"{ids[0]} + {len(ids) - 1}"


def _overview(project: Project, guide: Guide, looks: Mapping[str, str]) -> tuple[list[Body], bool]:
    """The exploded view with the list of parts, more pages where it is long; and whether the kit stands there too."""
    cabinet, locale = guide.first, project.locale
    flow = Flow(Paper(LISTS + 2 * MARGIN, PAPER.body_height + MARGIN + PAPER.bottom), locale=locale)
    flow.text(_heading(project, guide), 14.0, bold=True)
    size = f"{locale.size(cabinet.width, cabinet.height, cabinet.depth)} {locale.unit}"
    flow.text(locale.text("assembly.size", size=size), 9.0)
    flow.space(2.0)
    flow.table(_part_table(project, guide))
    kit = kit_beside(flow, project, cabinet)
    width = PAPER.body_width - LISTS - GAP
    below = 0.0 if kit else kit_height(project, cabinet, width)
    room = (width, PAPER.body_height - below)
    picture = view(cabinet.parts, exploded_moves(guide.steps), guide.numbers, looks, room)
    x, y = PAPER.left + (room[0] - picture.width) / 2, PAPER.bottom + below + (room[1] - picture.height) / 2
    fittings = moved(kit_cell(project, cabinet, (width, below)), PAPER.left, PAPER.bottom) if below else ()
    columns = [tuple(moved(items, -flow.paper.left, -flow.paper.bottom)) for items in flow.pages]
    bodies = [(*moved(picture.items, x, y), *fittings, *moved(columns[0], PAPER.right - LISTS, PAPER.bottom))]
    for start in range(1, len(columns), 2):
        placed: tuple[Item, ...] = ()
        for i, column in enumerate(columns[start : start + 2]):
            placed = (*placed, *moved(column, PAPER.left + i * (LISTS + 4 * GAP), PAPER.bottom))
        bodies.append(placed)
    subject = _subject(project, guide)
    return [Body(items=items, subject=subject) for items in bodies], kit or bool(below)


def _part_table(project: Project, guide: Guide) -> Table:
    say, locale = project.locale.text, project.locale
    placed = {part.id: number for number, step in enumerate(guide.steps, 1) for part in step.parts}
    return Table(
        columns=(
            Column(say("assembly.number"), 8.0, bold=True),
            Column(say("assembly.part"), 35.0, size=8.5),
            Column(say("assembly.id"), 36.0, size=8.0, shrinks=True),
            Column(say("assembly.part_size", unit=locale.unit), 23.0, size=8.0, shrinks=True),
            Column(say("assembly.step"), 10.0, Align.NUMBER, size=8.5),
        ),
        rows=tuple(
            (
                str(guide.numbers[part.id]),
                project.part_name(part),
                suffix(part),
                locale.size(part.length, part.width),
                str(placed[part.id]),
            )
            for part in guide.first.parts
        ),
    )


def _step_pages(project: Project, guide: Guide, looks: Mapping[str, str], *, kit: bool) -> list[Body]:
    """The fittings, unless the `kit` has been told, and then the steps, four to a page, line by line."""
    width = (PAPER.body_width - 2 * GAP) / 2
    height = (PAPER.body_height - GAP) / 2
    room = (width, height)
    cells = [kit_cell(project, guide.first, room)] if guide.first.hardware and not kit else []
    cells += [_step(project, guide, step, number, room, looks) for number, step in enumerate(guide.steps, 1)]
    bodies = []
    for start in range(0, len(cells), CELLS_A_PAGE):
        items: list[Item] = []
        for place, cell in enumerate(cells[start : start + CELLS_A_PAGE]):
            column, row = place % 2, place // 2
            x = PAPER.left + column * (width + 2 * GAP)
            items += moved(cell, x, PAPER.top - (row + 1) * height - row * GAP)
        bodies.append(Body(items=tuple(items), subject=_subject(project, guide)))
    return bodies


def _step(
    project: Project, guide: Guide, step: Step, number: int, room: tuple[float, float], looks: Mapping[str, str]
) -> list[Item]:
    """Number and title above, the picture on the left, parts and fittings in words on the right."""
    width, height = room
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
    items += _words(project, guide, step, width - WORDS, top)
    shown = {part.id for part in step.shown}
    whole = step.stage in {Stage.FITTINGS, Stage.BOXES, Stage.FRAMES}
    there = [] if whole else [part for part in step.before if part.id not in shown]
    marked = step.shown if whole or step.stage is Stage.HANDLES else step.parts or step.shown
    numbers = {part.id: guide.numbers[part.id] for part in marked}
    parts = [*there, *step.shown] or list(step.before)
    stands = _after_legs(guide, step) and not whole
    feet = legs(guide.first) if stands else ()
    holes = fitting_holes(step) if step.stage is Stage.FITTINGS else ()
    picture = view((*feet, *parts), step_moves(step), numbers, looks, (width - WORDS - 3.0, top - 1.0), holes)
    items += moved(picture.items, (width - WORDS - picture.width) / 2, (top - picture.height) / 2)
    items.append(Line((0.0, -GAP / 2), (width, -GAP / 2), HAIR))
    return items


def _title(guide: Guide, step: Step) -> str:
    """The text that says what a step does."""
    if step.stage is Stage.LEGS and not any(bore.purpose == "leg" for part in guide.first.parts for bore in part.bores):
        return "assembly.step_plinth"
    return f"assembly.step_{step.stage.value}{'_grooved' if step.grooved else ''}"


def _after_legs(guide: Guide, step: Step) -> bool:
    """Whether the cabinet stands on its legs at a step."""
    stages = [each.stage for each in guide.steps]
    return Stage.LEGS in stages and guide.steps.index(step) >= stages.index(Stage.LEGS)


def _words(project: Project, guide: Guide, step: Step, x: float, y: float) -> list[Item]:
    """New parts by number and name, then fittings with their quantity; smaller where they are many."""
    parts = _part_lines(project, guide, step)
    fittings = [
        line
        for item in alike_together(step.hardware)
        for line in wrapped(
            f"{project.locale.number(item.quantity)} × {article_words(project, item)}", 8.0, WORDS, bold=True
        )
    ]
    step_height = 8.0 * POINT * 1.25
    if (len(parts) + 1 + len(fittings)) * step_height > y - 1.0:
        numbers = ", ".join(str(guide.numbers[part.id]) for part in step.parts)
        parts = list(wrapped(numbers, 8.0, WORDS))
    lines = [(line, False) for line in parts] + ([("", False)] if parts else []) + [(line, True) for line in fittings]
    items: list[Item] = []
    for line, bold in lines:
        y -= step_height
        if line:
            items.append(Text(x, y + 0.6, line, 8.0, bold=bold))
    return items


def _part_lines(project: Project, guide: Guide, step: Step) -> list[str]:
    """New parts, those whose names differ only by their number on one line."""
    grouped: dict[str, list[int]] = {}
    for part in step.parts:
        name = re.sub(r"\s*[0-9.]+$", "", project.part_name(part))
        grouped.setdefault(name, []).append(guide.numbers[part.id])
    lines: list[str] = []
    for name, numbers in grouped.items():
        lines += wrapped(f"{', '.join(map(str, sorted(numbers)))}  {name}", 8.0, WORDS)
    if step.stage is Stage.BOXES and len(step.parts) > len(step.shown):
        lines += wrapped(project.locale.text("assembly.likewise"), 8.0, WORDS)
    return lines


def _on_site(project: Project, loose: Sequence[Cabinet]) -> list[Body]:
    """Boards that are cut to fit and fixed where they go."""
    say, locale = project.locale.text, project.locale
    flow = Flow(PAPER, locale=locale)
    flow.text(say("assembly.on_site"), 14.0, bold=True)
    flow.space(2.0)
    rows: list[Row] = [
        (part.id, project.part_name(part), project.material_name(part.material), locale.size(part.length, part.width))
        for cabinet in loose
        for part in cabinet.parts
    ]
    table = Table(
        columns=(
            Column(say("assembly.id"), 50.0, bold=True),
            Column(say("assembly.part"), 70.0),
            Column(say("assembly.material"), 100.0),
            Column(say("assembly.part_size", unit=locale.unit), 50.0),
        ),
        rows=tuple(rows),
    )
    flow.table(table)
    return [Body(items=tuple(items)) for items in flow.pages]
