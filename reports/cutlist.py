"""The cut list: every part with what is sawn, what is finished, how it lies, and where it is on the sheets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, groupby, repeat
from typing import Final

from cutting.pieces import Piece
from cutting.sequence import saw_order
from furnishing.grain import Grain
from furnishing.joinery.banding import cut_formula
from furnishing.parts import Edges, Part
from furnishing.units import Length, show
from reports.diagrams import patterns
from reports.drawing import Document
from reports.page import A4_PORTRAIT, Body, compose, paper_title
from reports.places import letters
from reports.project import Project
from reports.quantities import band_metres
from reports.render.csv import Cell, Separator, render_csv
from reports.render.pdf import pdf
from reports.render.xlsx import Page, render_xlsx
from reports.second_cuts import second_cut_words
from reports.tables import Align, Column, Flow, Row, Section, Table
from reports.text.locale import Locale

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
    length_from: str = ""
    width_from: str = ""
    """How the cut sizes come about: `597 - 2 - 2 = 593`."""
    second_cut: str = ""
    """What is cut after it is sawn to size: slanting edges, bevels, notches."""
    matched: str = ""
    """Its place in a matched set: `set A 2/3`."""

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
    matched = project.matched
    rows = tuple(
        _row(i, piece, parts.get(piece.id), sheets.get(piece.id, ()), project) for i, piece in enumerate(pieces, 1)
    )
    rows = tuple(replace(row, matched=matched.get(row.id, "")) for row in rows)
    totals = CutTotals(
        parts=sum(row.quantity for row in rows),
        area=sum(row.cut_area for row in rows),
        # A list has several copies of a piece; a design has each part on its own.
        bands=tuple(
            band_metres(
                chain(*(repeat(parts[e.id], e.quantity) for e in pieces if e.id in parts)), project.design
            ).items()
        ),
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
    finished = part if part and project.knows_finished(part, piece) else None
    return CutRow(
        number=index,
        id=piece.id,
        name=project.part_name(part) if part else "",
        cabinet=part.cabinet if part else piece.order,
        material=piece.material,
        material_name=project.material_name(piece.material),
        thickness=(part.thickness or None) if part else None,
        quantity=piece.quantity,
        finished_length=finished.length if finished else None,
        finished_width=finished.width if finished else None,
        cut_length=piece.length,
        cut_width=piece.width,
        grain=piece.grain,
        edges=part.edges if part else Edges(),
        sheets=sheets,
        grooved=bool(part and part.grooves),
        second_cut=second_cut_words(part, project.locale),
        length_from=_formula(finished, "length", project),
        width_from=_formula(finished, "width", project),
    )


def _formula(part: Part | None, axis: str, project: Project) -> str:
    if part is None or project.design is None or project.catalogue is None:
        return ""
    construction = project.design.construction_of(part.cabinet)
    return cut_formula(part, axis, project.catalogue, construction, project.locale.length)


def cut_list_pdf(project: Project) -> bytes:
    """The cut list as a PDF."""
    return pdf(cut_list_pages(project), title=_file_title(project))


def _file_title(project: Project) -> str:
    return paper_title(project, project.locale.text("cut_list.title"))


def cut_list_pages(project: Project) -> Document:
    """The cut list as A4 pages."""
    listed, locale = cut_list(project), project.locale
    title = locale.text("cut_list.title")
    flow = Flow(A4_PORTRAIT, locale=locale)
    flow.text(title, 16.0, bold=True)
    flow.text(_summary(listed, locale), 10.0)
    if project.parts:
        # Before the table: behind it, a full last page would leave the key alone on another.
        flow.text(locale.text("cut_list.key"), 8.0)
    if listed.missing:
        flow.space(2.0)
        flow.text(locale.text("cut_list.missing"), 11.0, bold=True)
        for sentence in listed.missing:
            flow.text(sentence, 11.0)
    flow.space(3.0)
    flow.table(_table(listed, locale, designed=bool(project.parts)))
    bodies = [Body(items=tuple(items)) for items in flow.pages]
    return compose(project, title, A4_PORTRAIT, bodies)


def _summary(listed: CutList, locale: Locale) -> str:
    said = [
        locale.text("cut_list.parts", n=listed.totals.parts),
        locale.text("cut_list.as_cut", area=locale.area(listed.totals.area)),
    ]
    said += [f"{locale.number(metres)} {locale.text('units.m')} {code}" for code, metres in listed.totals.bands]
    return " · ".join(said)


def _table(listed: CutList, locale: Locale, *, designed: bool) -> Table:
    codes = sorted({code for row in listed.rows for code in row.edges.codes if code is not None})
    keys = {code: letters(i) for i, code in enumerate(codes)}
    rows: list[Row | Section] = []
    for heading, group in groupby(listed.rows, lambda row: _heading(row, locale)):
        of_material = tuple(group)
        if heading:
            rows.append(Section(heading, _band_key(of_material, keys, locale)))
        rows += [_designed_cells(row, keys, locale) if designed else _plain_cells(row, locale) for row in of_material]
    area = locale.area(listed.totals.area)
    quantity = locale.number(listed.totals.parts)
    columns = _designed(locale) if designed else _plain(locale)
    if designed:
        total = f"{locale.text('cut_list.total')}\n{locale.text('cut_list.as_cut', area=area)}"
    else:
        total = locale.text("cut_list.total_area", area=area)
    totals = ("", total, quantity, *("" for _ in columns[3:]))
    return Table(columns=columns, rows=tuple(rows), totals=(totals,))


def _designed(locale: Locale) -> tuple[Column, ...]:
    def head(name: str) -> str:
        return locale.text(f"cut_list.{name}")

    size = 19.0 if locale.metric else 23.5
    return (
        Column(head("number"), 9.0, Align.NUMBER),
        Column(head("part"), 93.0 - 2 * size, bold=True, size=11.0, shrinks=True),
        Column(head("quantity"), 9.0, Align.NUMBER, size=11.0),
        Column(head("length_both"), size, Align.NUMBER, bold=True, size=11.0, shrinks=True),
        Column(head("width_both"), size, Align.NUMBER, bold=True, size=11.0, shrinks=True),
        Column(head("grain"), 12.0, Align.MIDDLE, size=11.0),
        *(Column(head(f"edge_{side}"), 9.5, Align.MIDDLE, size=11.0) for side in ("bottom", "top", "left", "right")),
        Column(head("groove"), 13.0, Align.MIDDLE),
        Column(head("sheet"), 13.0, Align.MIDDLE, size=11.0),
    )


def _plain(locale: Locale) -> tuple[Column, ...]:
    def head(name: str) -> str:
        return locale.text(f"cut_list.{name}")

    return (
        Column(head("number"), 14.0, Align.NUMBER),
        Column(head("part"), 70.0, bold=True, size=11.0, shrinks=True),
        Column(head("quantity"), 14.0, Align.NUMBER, size=11.0),
        Column(head("length"), 22.0, Align.NUMBER, bold=True, size=11.0, shrinks=True),
        Column(head("width"), 22.0, Align.NUMBER, bold=True, size=11.0, shrinks=True),
        Column(head("grain"), 22.0, Align.MIDDLE, size=9.0),
        Column(head("sheet"), 22.0, Align.MIDDLE, size=11.0),
    )


def _heading(row: CutRow, locale: Locale) -> str:
    """The material of the rows below: its name with its code, and how thick it is; empty for the one unnamed."""
    name = row.material_name if row.material_name == row.material else f"{row.material_name} ({row.material})"
    if row.thickness is None or _nominal(row.thickness, locale) in name:
        return name
    return f"{name}, {locale.sized(row.thickness)}"


def _nominal(thickness: Length, locale: Locale) -> str:
    """A thickness as names of materials hold it, which are sold by millimetres everywhere."""
    return f"{show(thickness).replace('.', locale.decimal_sign)} {locale.text('units.mm')}"


def _band_key(rows: Sequence[CutRow], keys: Mapping[str, str], locale: Locale) -> str:
    """What the letters in the edge columns of these rows stand for; catalogue codes are too long for a column."""
    used = {code for row in rows for code in row.edges.codes if code is not None}
    bands = ", ".join(f"{keys[code]} = {code}" for code in sorted(used))
    return locale.text("cut_list.bands", bands=bands) if used else ""


def _designed_cells(row: CutRow, keys: Mapping[str, str], locale: Locale) -> Row:
    under = " · ".join(each for each in (row.name, row.cabinet, row.matched, row.second_cut) if each)
    sizes = ((row.cut_length, row.finished_length), (row.cut_width, row.finished_width))
    length, width = (
        locale.length(cut) if end is None else f"{locale.length(cut)}\n{locale.length(end)}" for cut, end in sizes
    )
    edges = tuple(keys[code] if code else "–" for code in row.edges.codes)
    grain = f"{GRAIN_SIGNS[row.grain]}\n{locale.text(f'grain.{row.grain.value}')}"
    groove = "●" if row.grooved else ""
    part = f"{row.id}\n{under}" if under else row.id
    quantity = locale.number(row.quantity)
    return (str(row.number), part, quantity, length, width, grain, *edges, groove, _sheets(row, locale))


def _plain_cells(row: CutRow, locale: Locale) -> Row:
    grain = f"{GRAIN_SIGNS[row.grain]} {locale.text(f'grain.{row.grain.value}')}"
    under = " · ".join(each for each in (row.cabinet, row.matched) if each)
    part = f"{row.id}\n{under}" if under else row.id
    sizes = (locale.length(row.cut_length), locale.length(row.cut_width))
    return (str(row.number), part, locale.number(row.quantity), *sizes, grain, _sheets(row, locale))


def _sheets(row: CutRow, locale: Locale) -> str:
    return spans(row.sheets) if row.sheets else locale.text("cut_list.no_sheet")


def spans(numbers: Sequence[int]) -> str:
    """Rising numbers with runs drawn together: `1–3, 7`; a dash where there are none."""
    runs: list[list[int]] = []
    for each in numbers:
        if runs and each == runs[-1][-1] + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs) or "–"


HEAD: Final = (
    *("number", "part", "name", "cabinet", "material", "material_name", "thickness", "quantity"),
    *("finished_length", "finished_width", "cut_length", "cut_width", "grain"),
    *("edge_bottom", "edge_top", "edge_left", "edge_right", "sheets", "groove"),
    *("length_from", "width_from", "second_cut"),
)
"""The columns for programs, by the names of their heads."""


def _head(locale: Locale) -> tuple[str, ...]:
    return tuple(locale.text(f"cut_list.head_{name}", unit=locale.unit) for name in HEAD)


def _cells(row: CutRow, locale: Locale) -> tuple[Cell, ...]:
    def size(length: Length | None) -> Decimal | None:
        return None if length is None else locale.quantity(length)

    groove = locale.text("cut_list.yes" if row.grooved else "cut_list.no")
    return (
        *(row.number, row.id, row.name, row.cabinet, row.material, row.material_name, size(row.thickness)),
        *(row.quantity, size(row.finished_length), size(row.finished_width), size(row.cut_length)),
        *(size(row.cut_width), locale.text(f"grain.{row.grain.value}"), *row.edges.codes),
        *(" ".join(map(str, row.sheets)), groove, row.length_from, row.width_from),
        row.second_cut or None,
    )


def cut_list_csv(project: Project, separator: Separator | None = None) -> bytes:
    """The cut list as CSV, one line per part id; semicolons between cells where decimals have a comma."""
    locale = project.locale
    usual = Separator.SEMICOLON if locale.decimal_sign == "," else Separator.COMMA
    rows = (_cells(row, locale) for row in cut_list(project).rows)
    return render_csv(_head(locale), rows, separator or usual)


def cut_list_xlsx(project: Project) -> bytes:
    """The cut list as a workbook: the parts with a total, and the bands."""
    listed, locale = cut_list(project), project.locale
    say = locale.text
    totals: list[Cell] = [None] * len(HEAD)
    totals[1], totals[HEAD.index("quantity")] = say("cut_list.sheet_total"), listed.totals.parts
    parts = Page(
        name=say("cut_list.title"),
        head=_head(locale),
        rows=tuple(_cells(row, locale) for row in listed.rows),
        totals=tuple(totals),
    )
    heads = (say("cut_list.head_band"), say("cut_list.head_metres"))
    bands = Page(name=say("cut_list.page_bands"), head=heads, rows=listed.totals.bands)
    lost = tuple((each,) for each in listed.missing)
    missing = Page(name=say("cut_list.page_missing"), head=(say("cut_list.head_missing"),), rows=lost)
    pages = [parts, *([bands] if bands.rows else []), *([missing] if missing.rows else [])]
    return render_xlsx(_file_title(project), pages)
