"""The list for the edge bander: banded parts with their sizes, the band of each edge, and the order of the passes."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from furnishing.parts import Part
from furnishing.units import from_length
from reports.project import Project
from reports.render.csv import Cell, Separator, render_csv

EDGES: Final = ("bottom", "top", "left", "right")
HEAD: Final = (
    *("Part", "Name", "Cabinet", "Material", "Thickness mm"),
    *("Cut length mm", "Cut width mm", "Length mm", "Width mm", "Quantity"),
    *(word for edge in EDGES for word in (f"Band {edge}", f"Thickness {edge} mm", f"Pass {edge}")),
)


def edge_csv(project: Project, separator: Separator = Separator.COMMA) -> bytes:
    """The banded parts of a project in the order of the design; only the head where it has none."""
    rows = [_row(project, part) for part in project.parts.values() if any(part.edges.codes)]
    return render_csv(HEAD, rows, separator)


def passes(part: Part, long_last: bool) -> dict[str, int]:
    """The pass of each banded edge, counted from 1: the two edges that are glued first run under the others' bands."""
    long, short = ("bottom", "top"), ("left", "right")
    order = (*short, *long) if long_last else (*long, *short)
    banded = [edge for edge in order if getattr(part.edges, edge) is not None]
    return {edge: number for number, edge in enumerate(banded, 1)}


def _row(project: Project, part: Part) -> list[Cell]:
    turns = passes(part, _long_last(project, part))
    piece = project.pieces.get(part.id)
    row: list[Cell] = [
        part.id,
        part.name,
        part.cabinet,
        part.material,
        *(from_length(each) for each in (part.thickness, part.cut_length, part.cut_width, part.length, part.width)),
        piece.quantity if piece else 1,
    ]
    for edge, code in zip(EDGES, part.edges.codes, strict=True):
        band = project.band(code) if code else None
        thickness: Decimal | None = from_length(band.thickness) if band else None
        row += [code, thickness, turns.get(edge)]
    return row


def _long_last(project: Project, part: Part) -> bool:
    """Whether this part's long edges are banded after the short ones, as its construction says."""
    return project.design is None or project.design.construction.band_corner == "long-last"
