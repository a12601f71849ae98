"""Plan and elevations of a project, as drawings for the screen and as a paper with scales in the title block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from furnishing.catalogue import Catalogue
from furnishing.design import Design
from reports.chains import bounds, cropped
from reports.dimensions import View, scale_name
from reports.drawing import Document, Drawing, Item, Text, moved
from reports.page import A4_LANDSCAPE, Body, Paper, compose, paper_title
from reports.project import Project
from reports.render.pdf import pdf
from reports.room_elevation import elevation_items, furnished_walls
from reports.room_island import island_items, island_length, islands
from reports.room_plan import plan_items
from reports.room_schedule import schedule_bodies
from reports.text.locale import METRIC_ENGLISH, Locale

SCALES: Final = (5, 10, 20, 25, 30, 40, 50, 75, 100, 200, 500, 1000)
"""Those of ISO 5455 and some between them, which it allows: at 1:50 a room that just misses 1:20 is hard to read."""

HEADING: Final = 9.0
"""Millimetres that the heading of a page takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing at a round scale, and what it shows; `name` for files: plan, wall-1, island-3."""

    name: str
    subject: str
    scale: int
    drawing: Drawing


def plan(project: Project) -> Drawing:
    """The plan of a project's room; ValueError without a design."""
    return plan_figure(_designed(project), project.catalogue, locale=project.locale).drawing


def elevations(project: Project) -> tuple[Drawing, ...]:
    """The elevation of each furnished wall, in the order of the walls, then of islands; ValueError without a design."""
    figures = elevation_figures(_designed(project), project.catalogue, locale=project.locale)
    return tuple(each.drawing for each in figures)


def plan_figure(
    design: Design,
    catalogue: Catalogue | None,
    width: float = A4_LANDSCAPE.body_width,
    height: float = A4_LANDSCAPE.body_height - HEADING,
    *,
    dimensions: bool = True,
    locale: Locale = METRIC_ENGLISH,
) -> Figure:
    """The plan at the largest scale at which it is at most `width` by `height` millimetres."""
    left, bottom, right, top = design.room.outline.bounds
    return _fitted(
        "plan",
        locale.text("room.plan", room=design.room.name),
        lambda view: plan_items(design, catalogue, view, dimensions=dimensions, locale=locale),
        (right - left, top - bottom),
        (width, height),
    )


def elevation_figures(
    design: Design,
    catalogue: Catalogue | None,
    width: float = A4_LANDSCAPE.body_width,
    height: float = A4_LANDSCAPE.body_height - HEADING,
    *,
    dimensions: bool = True,
    locale: Locale = METRIC_ENGLISH,
) -> tuple[Figure, ...]:
    """The elevations of all furnished walls, then of islands, each at the largest scale that fits."""

    def of_wall(wall: int) -> Figure:
        subject = locale.text("room.elevation", wall=wall + 1)
        bare = (float(design.room.walls[wall].length), 0.0)
        return _fitted(
            f"wall-{wall + 1}",
            subject,
            lambda view: elevation_items(design, catalogue, wall, view, locale, dimensions=dimensions),
            bare,
            (width, height),
        )

    def of_island(wall: int) -> Figure:
        return _fitted(
            f"island-{wall + 1}",
            locale.text("room.elevation_island", wall=wall + 1),
            lambda view: island_items(design, catalogue, wall, view, locale, dimensions=dimensions),
            (float(island_length(design, wall)), 0.0),
            (width, height),
        )

    walls = tuple(of_wall(wall) for wall in furnished_walls(design))
    return walls + tuple(of_island(wall) for wall in islands(design))


def room_pdf(project: Project) -> bytes:
    """Plan and elevations as a PDF."""
    return pdf(room_pages(project), title=paper_title(project, project.locale.text("room.title")))


def room_pages(project: Project) -> Document:
    """Plan and elevations as A4 landscape pages, one drawing a page, then the schedules."""
    design, paper = _designed(project), A4_LANDSCAPE
    catalogue, locale = project.catalogue, project.locale
    seen = elevation_figures(design, catalogue, locale=locale)
    figures = (plan_figure(design, catalogue, locale=locale), *seen)
    # The title block names the project before: the plan need not say once more of what it is.
    subjects = (locale.text("room.plan_word"), *(each.subject for each in seen))
    bodies = [
        Body(items=_placed(each, paper), subject=subject, scale=scale_name(each.scale))
        for each, subject in zip(figures, subjects, strict=True)
    ]
    bodies += schedule_bodies(project, design)
    return compose(project, locale.text("room.title"), paper, bodies)


def _placed(figure: Figure, paper: Paper) -> tuple[Item, ...]:
    """The heading, and the figure in the middle of what the page leaves."""
    drawing = figure.drawing
    x = paper.left + (paper.body_width - drawing.width) / 2
    y = paper.bottom + (paper.body_height - HEADING - drawing.height) / 2
    heading = Text(paper.left, paper.top - 5.5, figure.subject, 14.0, bold=True, max_width=paper.body_width)
    return (heading, *moved(drawing.items, x, y))


def _fitted(
    name: str, subject: str, draw: Callable[[View], list[Item]], bare: tuple[float, float], room: tuple[float, float]
) -> Figure:
    """Drawn at one scale after the other, as sizes of text do not shrink with the scale.

    `bare` is what there is to show in micrometres without its dimensions: scales too large for it are not tried.
    """
    for scale in SCALES:
        if scale < SCALES[-1] and any(each / 1000 / scale > most for each, most in zip(bare, room, strict=True)):
            continue
        items = draw(View(scale=scale))
        left, bottom, right, top = bounds(items)
        if right - left + 2 <= room[0] and top - bottom + 2 <= room[1]:
            break
    drawing = cropped(items, f"{subject}, {scale_name(scale)}")
    return Figure(name=name, subject=subject, scale=scale, drawing=drawing)


def _designed(project: Project) -> Design:
    if project.design is None:
        raise ValueError(f"{project.name} has no design, so there is no room to draw")
    return project.design
