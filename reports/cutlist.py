"""The cut list: every part with what is sawn, what is finished, how it lies, and where it is on the sheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from cutting.pieces import Piece
from cutting.sequence import saw_order
from furnishing.grain import Grain
from furnishing.parts import Edges, Part
from furnishing.units import Length, from_length, show
from reports.diagrams import patterns
from reports.drawing import Document
from reports.page import A4_PORTRAIT, Body, compose
from reports.places import letters
from reports.project import Project
from reports.quantities import band_metres
from reports.render.csv import Cell, Separator, render_csv
from reports.render.pdf import pdf
from reports.render.xlsx import Page, render_xlsx
from reports.tables import Align, Column, Flow, Row, Section, Table, number

TITLE: Final = "Cut list"
SQUARE_METRE: Final = 10**12
GRAIN_SIGNS: Final = {Grain.LENGTH: "↔", Grain.WIDTH: "↕", Grain.FREE: "○"}
"""The grain seen on a part that lies with its length across: along it, up it, or as it comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutRow:
    """One part id. Finished sizes and thickness are None where no design says them; `sheets` counts from 1."""

    number: int
    id: str
    name: str
    cabinet: str
    material: str
    material_name: str
    thickness: Length | None
    quantity: int
    finished_length: Length | None
    finished_width: Length | None
    cut_length: Length
    cut_width: Length
    grain: Grain
    edges: Edges
    sheets: tuple[int, ...]
    grooved: bool

    @property
    def cut_area(self) -> int:
        """Square micrometres of all copies."""
        return self.quantity * self.cut_length * self.cut_width


@dataclass(frozen=True, slots=True, kw_only=True)
class CutTotals:
    """Parts, square micrometres as cut, metres of each band (overlength included, by code)."""

    parts: int
    area: int
    bands: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CutList:
    """Rows by material, and within it in the order in which the saw cuts them; what is on no sheet comes last.

    `missing` has a sentence for every piece that the plan could not place.
    """

    rows: tuple[CutRow, ...]
    totals: CutTotals
    missing: tuple[str, ...] = ()


def cut_list(project: Project) -> CutList:
    """The cut list of a project, with or without a design."""
    sheets, order = _places(project)
    materials = {material: i for i, material in enumerate(project.job.materials)}
    last = len(order)
    pieces = sorted(project.job.pieces, key=lambda each: (materials[each.material], order.get(each.id, last)))
    parts = project.parts
    rows = tuple(
        _row(i, piece, parts.get(piece.id), sheets.get(piece.id, ()), project) for i, piece in enumerate(pieces, 1)
    )
    totals = CutTotals(
        parts=sum(row.quantity for row in rows),
        area=sum(row.cut_area for row in rows),
        bands=tuple(band_metres(parts.values()).items()),
    )
    missing = tuple(f"{each.quantity} x {each.id}: {each.message}" for each in project.result.plan.unplaced)
    return CutList(rows=rows, totals=totals, missing=missing)


def _places(project: Project) -> tuple[Mapping[str, tuple[int, ...]], Mapping[str, int]]:
    """For each piece id the sheets it is on, numbered as on the diagrams, and its place in the order of the saw."""
    on: defaultdict[str, dict[int, None]] = defaultdict(dict)
    order: dict[str, int] = {}
    first = 1
    for sheet in patterns(project):
        numbers = dict.fromkeys(range(first, first + sheet.copies))
        first += sheet.copies
        for placed in saw_order(sheet, project.job.saw):
            on[placed.id] |= numbers
            order.setdefault(placed.id, len(order))
    return {each: tuple(found) for each, found in on.items()}, order


def _row(index: int, piece: Piece, part: Part | None, sheets: tuple[int, ...], project: Project) -> CutRow:
    return CutRow(
        number=index,
        id=piece.id,
        name=part.name if part else "",
        cabinet=part.cabinet if part else piece.order,
        material=piece.material,
        material_name=project.material_name(piece.material),
        thickness=part.thickness if part else None,
        quantity=piece.quantity,
        finished_length=part.length if part else None,
        finished_width=part.width if part else None,
        cut_length=piece.length,
        cut_width=piece.width,
        grain=piece.grain,
        edges=part.edges if part else Edges(),
        sheets=sheets,
        grooved=bool(part and part.grooves),
    )


def cut_list_pdf(project: Project) -> bytes:
    """The cut list as a PDF."""
    return pdf(cut_list_pages(project), title=f"{TITLE}, {project.name}")


def cut_list_pages(project: Project) -> Document:
    """The cut list as A4 pages."""
    listed = cut_list(project)
    flow = Flow(A4_PORTRAIT)
    flow.text(TITLE, 16.0, bold=True)
    flow.text(_summary(listed), 10.0)
    if project.design is not None:
        # Before the table: behind it, a full last page would leave the key alone on another.
        flow.text(
            "Upper size: what the saw cuts. Lower size: finished, bands on. Grain: ↔ along the length, "
            "↕ along the width, ○ free. Bottom and top edges run along the length. ● sawn groove.",
            8.0,
        )
    if listed.missing:
        flow.space(2.0)
        flow.text("Not on any sheet; solve this before sawing:", 11.0, bold=True)
        for sentence in listed.missing:
            flow.text(sentence, 11.0)
    flow.space(3.0)
    flow.table(_table(listed, designed=project.design is not None))
    bodies = [Body(items=tuple(items)) for items in flow.pages]
    return compose(project, TITLE, A4_PORTRAIT, bodies)


def _summary(listed: CutList) -> str:
    said = [f"{number(listed.totals.parts)} parts", f"{_square_metres(listed.totals.area)} m² as cut"]
    said += [f"{number(metres)} m {code}" for code, metres in listed.totals.bands]
    return " · ".join(said)


def _table(listed: CutList, *, designed: bool) -> Table:
    codes = sorted({code for row in listed.rows for code in row.edges.codes if code is not None})
    keys = {code: letters(i) for i, code in enumerate(codes)}
    rows: list[Row | Section] = []
    for heading, group in groupby(listed.rows, _heading):
        of_material = tuple(group)
        if heading:
            rows.append(Section(heading, _band_key(of_material, keys)))
        rows += [_designed_cells(row, keys) if designed else _plain_cells(row) for row in of_material]
    area = f"{_square_metres(listed.totals.area)} m²"
    quantity = number(listed.totals.parts)
    if designed:
        return Table(
            columns=_DESIGNED,
            rows=tuple(rows),
            totals=(("", f"Total\n{area} as cut", quantity, *("" for _ in _DESIGNED[3:])),),
        )
    totals = ("", f"Total, {area}", quantity, *("" for _ in _PLAIN[3:]))
    return Table(columns=_PLAIN, rows=tuple(rows), totals=(totals,))


_DESIGNED: Final = (
    Column("No.", 9.0, Align.NUMBER),
    Column("Part", 55.0, bold=True, size=11.0, shrinks=True),
    Column("Qty", 9.0, Align.NUMBER, size=11.0),
    Column("Length\ncut/finished", 19.0, Align.NUMBER, bold=True, size=11.0),
    Column("Width\ncut/finished", 19.0, Align.NUMBER, bold=True, size=11.0),
    Column("Grain", 12.0, Align.MIDDLE, size=11.0),
    *(Column(f"Edge\n{side}", 9.5, Align.MIDDLE, size=11.0) for side in ("bot.", "top", "left", "right")),
    Column("Groove", 13.0, Align.MIDDLE),
    Column("Sheet", 13.0, Align.MIDDLE, size=11.0),
)
_PLAIN: Final = (
    Column("No.", 14.0, Align.NUMBER),
    Column("Part", 70.0, bold=True, size=11.0, shrinks=True),
    Column("Qty", 14.0, Align.NUMBER, size=11.0),
    Column("Length", 22.0, Align.NUMBER, bold=True, size=11.0),
    Column("Width", 22.0, Align.NUMBER, bold=True, size=11.0),
    Column("Grain", 22.0, Align.MIDDLE, size=9.0),
    Column("Sheet", 22.0, Align.MIDDLE, size=11.0),
)


def _heading(row: CutRow) -> str:
    """The material of the rows below: its name with its code, and how thick it is; empty for the one unnamed."""
    name = row.material_name if row.material_name == row.material else f"{row.material_name} ({row.material})"
    thick = "" if row.thickness is None else f"{show(row.thickness)} mm"
    thick = "" if thick in name else f", {thick}"
    return f"{name}{thick}"


def _band_key(rows: Sequence[CutRow], keys: Mapping[str, str]) -> str:
    """What the letters in the edge columns of these rows stand for; catalogue codes are too long for a column."""
    used = {code for row in rows for code in row.edges.codes if code is not None}
    return "Bands: " + ", ".join(f"{keys[code]} = {code}" for code in sorted(used)) if used else ""


def _designed_cells(row: CutRow, keys: Mapping[str, str]) -> Row:
    under = " · ".join(each for each in (row.name, row.cabinet) if each)
    sizes = ((row.cut_length, row.finished_length), (row.cut_width, row.finished_width))
    length, width = (show(cut) if end is None else f"{show(cut)}\n{show(end)}" for cut, end in sizes)
    edges = tuple(keys[code] if code else "–" for code in row.edges.codes)
    grain = f"{GRAIN_SIGNS[row.grain]}\n{row.grain.value}"
    groove = "●" if row.grooved else ""
    part = f"{row.id}\n{under}" if under else row.id
    return (str(row.number), part, number(row.quantity), length, width, grain, *edges, groove, spans(row.sheets))


def _plain_cells(row: CutRow) -> Row:
    grain = f"{GRAIN_SIGNS[row.grain]} {row.grain.value}"
    part = f"{row.id}\n{row.cabinet}" if row.cabinet else row.id
    sizes = (show(row.cut_length), show(row.cut_width))
    return (str(row.number), part, number(row.quantity), *sizes, grain, spans(row.sheets))


def spans(numbers: Sequence[int]) -> str:
    """Rising numbers with runs drawn together: `1–3, 7`; a dash where there are none."""
    runs: list[list[int]] = []
    for each in numbers:
        if runs and each == runs[-1][-1] + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs) or "none"


def _square_metres(area: int) -> str:
    return number(Decimal(area) / SQUARE_METRE, 2)


HEAD: Final = (
    *("no.", "part", "name", "cabinet", "material", "material name", "thickness mm", "quantity"),
    *("finished length mm", "finished width mm", "cut length mm", "cut width mm", "grain"),
    *("edge bottom", "edge top", "edge left", "edge right", "sheets", "groove"),
)


def _cells(row: CutRow) -> tuple[Cell, ...]:
    def size(length: Length | None) -> Decimal | None:
        return None if length is None else from_length(length)

    return (
        *(row.number, row.id, row.name, row.cabinet, row.material, row.material_name, size(row.thickness)),
        *(row.quantity, size(row.finished_length), size(row.finished_width), size(row.cut_length)),
        *(size(row.cut_width), row.grain.value, *row.edges.codes),
        *(" ".join(map(str, row.sheets)), "yes" if row.grooved else "no"),
    )


def cut_list_csv(project: Project, separator: Separator = Separator.COMMA) -> bytes:
    """The cut list as CSV, one line per part id."""
    return render_csv(HEAD, map(_cells, cut_list(project).rows), separator)


def cut_list_xlsx(project: Project) -> bytes:
    """The cut list as a workbook: the parts with a total, and the bands."""
    listed = cut_list(project)
    totals: list[Cell] = [None] * len(HEAD)
    totals[1], totals[HEAD.index("quantity")] = "total", listed.totals.parts
    parts = Page(name=TITLE, head=HEAD, rows=tuple(map(_cells, listed.rows)), totals=tuple(totals))
    bands = Page(name="Edge bands", head=("band", "metres"), rows=listed.totals.bands)
    missing = Page(name="Not placed", head=("what and why",), rows=tuple((each,) for each in listed.missing))
    pages = [parts, *([bands] if bands.rows else []), *([missing] if missing.rows else [])]
    return render_xlsx(f"{TITLE}, {project.name}", pages)
