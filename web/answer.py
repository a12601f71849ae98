"""What a page shows of a design, calculated as one piece of work in a child process.

Everything here goes between processes, so it is plain values and bytes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from cutting.sequence import steps
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.errors import Fault, InputError
from furnishing.release import release
from furnishing.room_file import read_room
from reports.chains import cropped
from reports.diagrams import patterns
from reports.dimensions import View
from reports.figure import fitting_scale, sheet_figure
from reports.papers import papers
from reports.places import letters
from reports.pricing import Quote, Terms
from reports.project import Project
from reports.quote import priced
from reports.render.svg import svg
from reports.room_drawings import elevations, plan
from reports.text.locale import METRIC_ENGLISH, Locale
from web.line import project_of, style_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing as SVG. `key` says what the letters on it stand for."""

    title: str
    svg: str
    key: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A design with its price, its drawings and its papers by file name."""

    project: Project
    quote: Quote
    room: tuple[Picture, ...]
    sheets: tuple[Picture, ...]
    papers: tuple[tuple[str, bytes], ...]

    def paper(self, name: str) -> bytes | None:
        """The paper with this name."""
        return dict(self.papers).get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why a room could not be made."""

    faults: tuple[Fault, ...]


Answer: TypeAlias = Made | Refused

ROOM: Final = "room.json"
"""The room itself among its papers."""

NOT_FOR_THE_SAW: Final = ("01-quote", "02-room", "11-cost-sheet", "plan.svg", "elevation")
"""How the names of papers begin that nobody saws by."""


def answer(text: str, date: datetime.date, locale: Locale = METRIC_ENGLISH) -> Answer:
    """All that the pages tell about the room in `text`, a room file with its style.

    The search is limited by rounds and not by seconds, so that the same room always has the same answer.
    """
    catalogue = default_catalogue()
    try:
        file = read_room(text)
        if file.style is None:
            return Refused(faults=(Fault("style", "the room carries no style; choose one"),))
        made = design(file.room, style_for(file.style, file.layout), catalogue, layout=file.layout)
        project = project_of(file, made, catalogue, date=file.order.date or date, locale=locale)
        price = priced(project, Terms())
        # While an error stands nothing leaves for the saw; what a customer decides by can be read.
        free = release(made.issues).given
        written = tuple(
            papers(
                project,
                Terms(),
                also=((ROOM, text.encode()),),
                wanted=lambda name: free or name.startswith(NOT_FOR_THE_SAW),
            )
        )
    except InputError as error:
        return Refused(faults=error.faults)
    return Made(
        project=project,
        quote=price,
        room=tuple(Picture(title=each.title, svg=svg(each)) for each in (plan(project), *elevations(project))),
        sheets=tuple(_sheets(project)),
        papers=written,
    )


def _sheets(project: Project) -> Iterator[Picture]:
    """Each pattern of cuts once, without the lists that its paper has beside it."""
    for number, sheet in enumerate(patterns(project), 1):
        board = project.board(sheet)
        done = steps(sheet, project.job.saw)
        figure = sheet_figure(project, sheet, done, View(scale=fitting_scale(board, 230, 175)))
        copies = f"{sheet.copies} × " if sheet.copies > 1 else ""
        size = f"{project.locale.size(board.length, board.width)} {project.locale.unit}"
        title = f"{number}. {copies}{project.material_name(sheet.material) or board.code}, {size}"
        key = tuple((letters(place), name) for name, place in figure.keys.items())
        yield Picture(title=title, svg=svg(cropped(figure.items, title)), key=key)
