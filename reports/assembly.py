"""The assembly guide: for each cabinet an exploded view with its parts and fittings, then numbered steps with pictures.

Cabinets that are alike share their pages. Boards without any joint, such as fillers, stand in a list at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.design import Design
from furnishing.hardware_file import named_pack
from furnishing.parts import Part
from reports.assembly_cells import Cell, Guide, step_cell
from reports.assembly_kit import kit_beside, kit_cell, kit_height
from reports.assembly_on_site import on_site
from reports.assembly_steps import steps
from reports.assembly_view import exploded_moves, view
from reports.drawing import Document, Item, moved
from reports.page import A4_LANDSCAPE, GAP, MARGIN, Body, Paper, compose, paper_title
from reports.project import Project
from reports.render.fonts import text_width
from reports.render.pdf import pdf
from reports.symbols import colours
from reports.tables import Align, Column, Flow, Table

PAPER: Final = A4_LANDSCAPE
LISTS: Final = 112.0
"""Width of the lists beside an exploded view."""
_SUBJECT: Final = 85.0
"""Millimetres that the title block has for paper and cabinet beside a project and a customer with long names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A page of steps in two rows: its columns, and how wide the words beside a picture are."""

    columns: int
    words: float

    @property
    def cells(self) -> int:
        """Steps on a page."""
        return 2 * self.columns

    @property
    def room(self) -> tuple[float, float]:
        """Width and height of a step."""
        width = (PAPER.body_width - 2 * GAP * (self.columns - 1)) / self.columns
        return width, (PAPER.body_height - GAP) / 2

    def laid(self, cells: Sequence[Sequence[Item]]) -> tuple[Item, ...]:
        """The steps of a page, line by line."""
        width, height = self.room
        items: list[Item] = []
        for place, cell in enumerate(cells):
            row, column = divmod(place, self.columns)
            items += moved(cell, PAPER.left + column * (width + 2 * GAP), PAPER.top - (row + 1) * height - row * GAP)
        return tuple(items)


WIDE: Final = Grid(columns=2, words=46.0)
NARROW: Final = Grid(columns=3, words=38.0)
"""For the last steps of tall cabinets, whose pictures need no width."""

FEW_PARTS: Final = 4
"""Up to so many parts need no exploded view beside the pictures of their steps."""

LOSS: Final = 0.85
"""To which part of its height a picture may become smaller by it."""


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
        bodies += _one_page(project, guide, looks) or _pages(project, guide, looks)
    if loose:
        place = {cabinet.id: number for number, cabinet in enumerate(design.cabinets)}
        bodies += on_site(project, sorted(loose, key=lambda each: place[each.id]))
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
    """What the title block has room for: a cabinet with its name unless that is long, a few by their ids, of many the
    first."""
    if len(guide.cabinets) == 1:
        heading, title = _heading(project, guide), project.locale.text("assembly.title")
        words = project.locale.text("page.subject", paper=title, subject=heading)
        return heading if text_width(words, 8.0) <= _SUBJECT else guide.first.id
    ids = [cabinet.id for cabinet in guide.cabinets]
    return ", ".join(ids) if len(ids) <= 4 else f"{ids[0]} + {len(ids) - 1}"


def _pages(project: Project, guide: Guide, looks: Mapping[str, str]) -> list[Body]:
    """The exploded view, then the steps."""
    overview, kit = _overview(project, guide, looks)
    return [*overview, *_step_pages(project, guide, looks, kit=kit)]


def _one_page(project: Project, guide: Guide, looks: Mapping[str, str]) -> list[Body]:
    """The list of parts in the first field and the steps in the others, without an exploded view.

    For a filler or the front of an appliance, whose steps show all there is; empty where they are more than that.
    """
    if len(guide.steps) >= WIDE.cells or len(guide.first.parts) > FEW_PARTS:
        return []
    width, height = WIDE.room
    flow = Flow(Paper(width + 2 * MARGIN, height + MARGIN + PAPER.bottom), locale=project.locale)
    _lists(flow, project, guide)
    if len(flow.pages) > 1 or (guide.first.hardware and not kit_beside(flow, project, guide.first)):
        return []
    steps_of = [step_cell(project, guide, i, WIDE.room, looks, WIDE.words) for i in range(1, len(guide.steps) + 1)]
    first = tuple(moved(flow.pages[0], -flow.paper.left, -flow.paper.bottom))
    laid = WIDE.laid([first, *(cell.items for cell in steps_of)])
    return [Body(items=laid, subject=_subject(project, guide))]


def _lists(flow: Flow, project: Project, guide: Guide) -> None:
    """What it is, its size, and its parts."""
    cabinet, locale = guide.first, project.locale
    flow.text(_heading(project, guide), 14.0, bold=True)
    size = f"{locale.size(cabinet.width, cabinet.height, cabinet.depth)} {locale.unit}"
    flow.text(locale.text("assembly.size", size=size), 9.0)
    flow.space(2.0)
    flow.table(_part_table(project, guide))


def _overview(project: Project, guide: Guide, looks: Mapping[str, str]) -> tuple[list[Body], bool]:
    """The exploded view with the list of parts, more pages where it is long; and whether the kit stands there too."""
    cabinet = guide.first
    flow = Flow(Paper(LISTS + 2 * MARGIN, PAPER.body_height + MARGIN + PAPER.bottom), locale=project.locale)
    _lists(flow, project, guide)
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
            Column(say("assembly.part"), 33.0, size=8.5),
            Column(say("assembly.id"), 32.0, size=8.0, shrinks=True),
            Column(say("assembly.part_size", unit=locale.unit), 26.0, size=8.0, shrinks=True),
            Column(say("assembly.step"), 13.0, Align.NUMBER, size=8.5),
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
    """The fittings, unless the `kit` has been told, and then the steps, line by line."""
    kits = [kit_cell(project, guide.first, WIDE.room)] if guide.first.hardware and not kit else []
    steps_of = [step_cell(project, guide, i, WIDE.room, looks, WIDE.words) for i in range(1, len(guide.steps) + 1)]
    narrow = _narrow_end(project, guide, looks, steps_of, len(kits))
    cells = [*kits, *(tuple(each.items) for each in steps_of[: len(steps_of) - len(narrow)])]
    pages = [WIDE.laid(cells[start : start + WIDE.cells]) for start in range(0, len(cells), WIDE.cells)]
    if narrow:
        pages.append(NARROW.laid([each.items for each in narrow]))
    return [Body(items=items, subject=_subject(project, guide)) for items in pages]


def _narrow_end(
    project: Project, guide: Guide, looks: Mapping[str, str], wide: Sequence[Cell], before: int
) -> list[Cell]:
    """The last steps in three columns, where else one or two would have a page and tall pictures lose little by it."""
    rest = (before + len(wide)) % WIDE.cells
    last = len(wide) - (rest + 4) + 1
    if rest not in {1, 2} or last < 1:
        return []
    cells = [step_cell(project, guide, i, NARROW.room, looks, NARROW.words) for i in range(last, len(wide) + 1)]
    enough = all(cell.picture >= LOSS * wide[i - 1].picture for i, cell in enumerate(cells, last))
    return cells if enough else []
