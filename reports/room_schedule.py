"""The sheet beside plan and elevations: where every cabinet is fitted, and where sockets, water and waste must be."""

from __future__ import annotations

from furnishing.design import Design
from furnishing.layout.placement import Placement
from furnishing.room import PointKind
from reports.page import A4_LANDSCAPE, Body
from reports.project import Project
from reports.tables import Align, Column, Flow, Row, Table
from reports.text.locale import Locale


def schedule_bodies(project: Project, design: Design) -> list[Body]:
    """The schedule of cabinets and that of points in the walls, wall by wall from the left; walls count from 1."""
    locale = project.locale
    flow = Flow(A4_LANDSCAPE, locale=locale)
    if design.layout.placements:
        flow.text(locale.text("room.schedule"), 14.0, bold=True)
        flow.space(2.0)
        flow.table(_cabinets(project, design))
        if any(each.out for each in design.layout.placements):
            flow.space(2.0)
            flow.text(locale.text("room.island_note"), 9.0)
    if any(wall.points for wall in design.room.walls):
        flow.space(6.0)
        flow.need(30.0)
        flow.text(locale.text("room.points"), 14.0, bold=True)
        flow.text(locale.text("room.points_note"), 9.0)
        flow.space(2.0)
        flow.table(_points(design, locale))
    subject = locale.text("room.schedule")
    return [Body(items=tuple(items), subject=subject) for items in flow.pages if items]


def _number(head: str, width: float = 24.0) -> Column:
    return Column(head, width, Align.NUMBER, size=10.0)


def _cabinets(project: Project, design: Design) -> Table:
    """One row each, wall by wall; with a column for how far each stands off its wall where any does."""
    say, unit = project.locale.text, project.locale.unit
    placements = sorted(
        design.layout.placements, key=lambda each: (each.wall, each.out > 0, each.offset, each.elevation)
    )
    free = any(each.out for each in placements)
    place, size = (27.0, 23.0) if free else (33.0, 24.0)
    return Table(
        columns=(
            Column(say("room.wall_column"), 16.0, Align.MIDDLE, size=10.0),
            Column(say("room.cabinet"), 22.0, bold=True, size=11.0),
            Column(say("room.kind"), 58.0 if not free else 52.0, size=10.0, shrinks=True),
            _number(say("room.from_left", unit=unit), place),
            *((_number(say("room.off_wall", unit=unit), place),) if free else ()),
            _number(say("room.above_floor", unit=unit), place),
            _number(say("room.upper_edge", unit=unit), place),
            _number(say("room.width", unit=unit), size),
            _number(say("room.height", unit=unit), size),
            _number(say("room.depth", unit=unit), size),
        ),
        rows=tuple(_cabinet(project, design, each, free=free) for each in placements),
    )


def _cabinet(project: Project, design: Design, placed: Placement, *, free: bool) -> Row:
    tell = project.locale.length
    names = {cabinet.id: project.cabinet_name(cabinet.name) for cabinet in design.cabinets}
    return (
        str(placed.wall + 1),
        placed.cabinet,
        names.get(placed.cabinet, placed.kind),
        tell(placed.offset),
        *((tell(placed.out),) if free else ()),
        tell(placed.elevation),
        tell(placed.elevation + placed.height),
        tell(placed.width),
        tell(placed.height),
        tell(placed.depth),
    )


def _points(design: Design, locale: Locale) -> Table:
    say, unit = locale.text, locale.unit
    behind = design.layout.placements
    rows: list[Row] = []
    for i, wall in enumerate(design.room.walls):
        at_wall = [each for each in behind if each.wall == i and not each.out]
        points = sorted(wall.points, key=lambda each: (each.offset, each.height, each.kind.value))
        for point in points:
            before = [each.cabinet for each in at_wall if _covers(each, point.offset, point.height)]
            cells = (str(i + 1), _kind(point.kind, locale), locale.length(point.offset), locale.length(point.height))
            rows.append((*cells, ", ".join(before)))
    return Table(
        columns=(
            Column(say("room.wall_column"), 16.0, Align.MIDDLE, size=10.0),
            Column(say("room.point"), 60.0, size=10.0),
            _number(say("room.from_left", unit=unit), 34.0),
            _number(say("room.above_floor", unit=unit), 34.0),
            Column(say("room.behind"), 80.0, size=10.0),
        ),
        rows=tuple(rows),
    )


def _covers(placed: Placement, along: int, height: int) -> bool:
    inside = placed.offset <= along <= placed.offset + placed.width
    return inside and placed.elevation <= height <= placed.elevation + placed.height


def _kind(kind: PointKind, locale: Locale) -> str:
    key = f"signs.{kind.value}"
    return locale.text(key) if locale.words.has(key) else kind.value
