"""Every hole, groove and cut-out of every part as a line of a table, for drilling machines that read tables."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from furnishing.machining import drillings, millings, upper_face
from furnishing.parts import Part
from furnishing.units import Length, from_length
from reports.project import Project
from reports.render.csv import Cell, Separator, render_csv

HEAD: Final = (
    *("Part", "Length mm", "Width mm", "Thickness mm", "Upper face"),
    *("Work", "Face", "x mm", "y mm", "Diameter mm", "Size x mm", "Size y mm", "Depth mm", "Through", "For", "Fixing"),
)


def drilling_csv(project: Project, separator: Separator = Separator.COMMA) -> bytes:
    """All work on the finished parts of a design, part by part; x and y as in `furnishing.machining`."""
    rows = [row for part in project.parts.values() for row in _rows(part)]
    return render_csv(HEAD, rows, separator)


def _rows(part: Part) -> list[list[Cell]]:
    head: list[Cell] = [
        part.id,
        _mm(part.length),
        _mm(part.width),
        _mm(part.thickness),
        upper_face(part).value,
    ]
    rows: list[list[Cell]] = []
    for hole in drillings(part):
        at: list[Cell] = [_mm(hole.x), _mm(hole.y), _mm(hole.diameter), None, None, _mm(hole.depth)]
        rows.append([*head, "hole", hole.face.value, *at, int(hole.through), hole.purpose, hole.fixing])
    for cut in millings(part):
        at = [_mm(cut.x), _mm(cut.y), None, _mm(cut.dx), _mm(cut.dy), _mm(cut.depth)]
        work = "cut-out" if cut.through else "groove"
        rows.append([*head, work, cut.face.value, *at, int(cut.through), cut.purpose, ""])
    return rows


def _mm(length: Length) -> Decimal:
    return from_length(length)
