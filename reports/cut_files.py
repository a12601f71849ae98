"""The cut list for programs: CSV and a workbook, where user text is never a formula."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from furnishing.units import Length
from reports.cut_rows import CutRow, Work, by_cabinet, cut_list
from reports.page import paper_title
from reports.project import Project
from reports.render.csv import Cell, Separator, render_csv
from reports.render.xlsx import Page, render_xlsx
from reports.text.locale import Locale

HEAD: Final = (
    *("number", "part", "name", "cabinet", "material", "material_name", "thickness", "quantity"),
    *("finished_length", "finished_width", "cut_length", "cut_width", "grain"),
    *("edge_bottom", "edge_top", "edge_left", "edge_right", "sheets", *Work),
    *("length_from", "width_from", "strips", "set", "order", "customer", "remarks"),
    *(f"edge_{side}_{what}" for what in ("thickness", "colour") for side in ("bottom", "top", "left", "right")),
)
"""The columns for programs, by the names of their heads."""


def _head(locale: Locale) -> tuple[str, ...]:
    return tuple(locale.text(f"cut_list.head_{name}", unit=locale.unit) for name in HEAD)


def _cells(row: CutRow, project: Project) -> tuple[Cell, ...]:
    locale = project.locale
    bands = [project.band(code) if code else None for code in row.edges.codes]

    def size(length: Length | None) -> Decimal | None:
        return None if length is None else locale.quantity(length)

    return (
        *(row.number, row.id, row.name, row.cabinet, row.material, row.material_name, size(row.thickness)),
        *(row.quantity, size(row.finished_length), size(row.finished_width), size(row.cut_length)),
        *(size(row.cut_width), locale.text(f"grain.{row.grain.value}"), *row.edges.codes),
        " ".join(map(str, row.sheets)),
        *(locale.text("cut_list.yes" if kind in row.work else "cut_list.no") for kind in Work),
        *(row.length_from, row.width_from, " ".join(row.strips), row.matched, row.order, project.customer),
        " · ".join(each for each in (row.second_cut, row.inner_bands) if each),
        *(size(band.thickness) if band else None for band in bands),
        *(project.finish_name(band.finish) if band else None for band in bands),
    )


def cut_list_csv(project: Project, separator: Separator | None = None) -> bytes:
    """The cut list as CSV, one line per part id; semicolons between cells where decimals have a comma."""
    locale = project.locale
    usual = Separator.SEMICOLON if locale.decimal_sign == "," else Separator.COMMA
    rows = (_cells(row, project) for row in cut_list(project).rows)
    return render_csv(_head(locale), rows, separator or usual)


def cut_list_xlsx(project: Project) -> bytes:
    """The cut list as a workbook: the parts as the saw cuts them with a total, the parts by cabinet, and the bands."""
    listed, locale = cut_list(project), project.locale
    say = locale.text
    totals: list[Cell] = [None] * len(HEAD)
    totals[1], totals[HEAD.index("quantity")] = say("cut_list.sheet_total"), listed.totals.parts
    sawn = tuple(_cells(row, project) for row in listed.rows)
    sorted_rows = tuple(_cells(row, project) for _, rows in by_cabinet(listed, project) for row in rows)
    parts, cabinets = (
        Page(name=say(f"cut_list.{name}"), head=_head(locale), rows=rows, totals=tuple(totals))
        for name, rows in (("title", sawn), ("by_cabinet", sorted_rows))
    )
    heads = ("head_band", "head_band_thickness", "head_band_colour", "head_metres")
    bands = Page(
        name=say("cut_list.page_bands"),
        head=tuple(say(f"cut_list.{head}", unit=locale.unit) for head in heads),
        rows=tuple((code, *_band_cells(project, code), metres) for code, metres in listed.totals.bands),
    )
    lost = tuple((each,) for each in listed.missing)
    missing = Page(name=say("cut_list.page_missing"), head=(say("cut_list.head_missing"),), rows=lost)
    pages = [
        parts,
        *([cabinets] if project.cabinets else []),
        *([bands] if bands.rows else []),
        *([missing] if missing.rows else []),
    ]
    return render_xlsx(paper_title(project, locale.text("cut_list.title")), pages)


def _band_cells(project: Project, code: str) -> tuple[Cell, Cell]:
    """How thick a band is, and its colour; nothing where no catalogue says it."""
    band = project.band(code)
    return (project.locale.quantity(band.thickness), project.finish_name(band.finish)) if band else (None, None)
