"""The tables of a design as pages show them: rows of text, numbers already written as people read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cutting.bounds import bound
from cutting.unplaceable import sort_out
from furnishing.cabinets.cabinet import Cabinet
from furnishing.units import show
from reports.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One part: finished and cut size, its material, and which edges are banded, in a few letters."""

    id: str
    name: str
    material: str
    finished: str
    cut: str
    edges: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CabinetRows:
    """A cabinet and its parts."""

    cabinet: Cabinet
    size: str
    parts: tuple[PartRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CutRow:
    """One material: pieces, boards, the bound and the yield."""

    material: str
    pieces: int
    boards: int
    bound: int
    used: str


def parts_of(project: Project) -> Iterator[CabinetRows]:
    """All cabinets with their parts."""
    for cabinet in project.design.cabinets if project.design else ():
        rows = tuple(
            PartRow(
                id=part.id,
                name=part.name,
                material=project.material_name(part.material),
                finished=f"{show(part.length)} × {show(part.width)}",
                cut=f"{show(part.cut_length)} × {show(part.cut_width)}",
                edges=" ".join(
                    side
                    for side, code in zip(("front", "rear", "left", "right"), part.edges.codes, strict=True)
                    if code
                ),
            )
            for part in cabinet.parts
        )
        sizes = " × ".join(show(each) for each in (cabinet.width, cabinet.height, cabinet.depth))
        yield CabinetRows(cabinet=cabinet, size=sizes, parts=rows)


def cuts_of(project: Project) -> Iterator[CutRow]:
    """All materials of the cut plan."""
    job, plan = project.job, project.result.plan
    areas = {(board.code, board.material): board.area for board in job.boards}
    for material in job.materials:
        own = job.of_material(material)
        sheets = [sheet for sheet in plan.sheets if sheet.material == material]
        raw = sum(areas[sheet.board, sheet.material] * sheet.copies for sheet in sheets)
        area = sum(each.length * each.width * sheet.copies for sheet in sheets for each in sheet.placed)
        yield CutRow(
            material=project.material_name(material),
            pieces=sum(piece.quantity for piece in own.pieces),
            boards=sum(sheet.copies for sheet in sheets),
            bound=bound(sort_out(own)[0]).boards,
            used=f"{Decimal(100 * area) / raw:.1f} %" if raw else "–",
        )
