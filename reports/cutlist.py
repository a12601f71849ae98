"""The cut list: by material and strip as the saw cuts, and a second time by cabinet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from furnishing.grain import Grain
from furnishing.units import Length, show
from reports.cut_files import HEAD, cut_list_csv, cut_list_xlsx
from reports.cut_rows import CutList, CutRow, by_cabinet, cut_list
from reports.drawing import Document
from reports.page import A4_PORTRAIT, Body, compose, paper_title
from reports.places import letters
from reports.project import Project
from reports.render.pdf import pdf
from reports.sparing import spared
from reports.tables import Align, Column, Flow, Row, Section, Table, id_size
from reports.text.locale import Locale

__all__ = ["HEAD", "cut_list", "cut_list_csv", "cut_list_pages", "cut_list_pdf", "cut_list_xlsx", "spans"]

GRAIN_SIGNS: Final = {Grain.LENGTH: "↔", Grain.WIDTH: "↕", Grain.FREE: "○"}
"""The grain seen on a part that lies with its length across: along it, up it, or as it comes."""


def cut_list_pdf(project: Project) -> bytes:
    """The cut list as a PDF."""
    return pdf(cut_list_pages(project), title=_file_title(project))


def _file_title(project: Project) -> str:
    return paper_title(project, project.locale.text("cut_list.title"))


def cut_list_pages(project: Project) -> Document:
    """The cut list as A4 pages."""
    listed, locale = cut_list(project), project.locale
    title = locale.text("cut_list.title")
    pages = spared(lambda flow: _by_material(flow, listed, project), A4_PORTRAIT, locale).pages
    cabinets = by_cabinet(listed, project)
    if any(name for name, _ in cabinets):
        pages += spared(lambda flow: _second(flow, cabinets, listed, project), A4_PORTRAIT, locale).pages
    bodies = [Body(items=tuple(items)) for items in pages]
    return compose(project, title, A4_PORTRAIT, bodies)


def _by_material(flow: Flow, listed: CutList, project: Project) -> None:
    """The list as the saw cuts, with its key."""
    locale = project.locale
    flow.text(locale.text("cut_list.title"), 16.0, bold=True)
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
    flow.table(_table(listed, project))


def _second(flow: Flow, cabinets: Sequence[tuple[str, Sequence[CutRow]]], listed: CutList, project: Project) -> None:
    """The list by cabinet."""
    flow.text(project.locale.text("cut_list.by_cabinet"), 16.0, bold=True)
    flow.space(3.0)
    flow.table(_cabinet_table(cabinets, listed, project))


def _summary(listed: CutList, locale: Locale) -> str:
    said = [
        locale.text("cut_list.parts", n=listed.totals.parts),
        locale.text("cut_list.as_cut", area=locale.area(listed.totals.area)),
    ]
    said += [f"{locale.number(metres)} {locale.text('units.m')} {code}" for code, metres in listed.totals.bands]
    return " · ".join(said)


def _table(listed: CutList, project: Project) -> Table:
    locale, designed = project.locale, bool(project.parts)
    codes = sorted({code for row in listed.rows for code in row.edges.codes if code is not None})
    keys = {code: letters(i) for i, code in enumerate(codes)}
    rows: list[Row | Section] = []
    for heading, group in groupby(listed.rows, lambda row: _heading(row, locale)):
        of_material = tuple(group)
        if heading:
            rows.append(Section(heading, _band_key(of_material, keys, project)))
        rows += [_designed_cells(row, keys, locale) if designed else _plain_cells(row, locale) for row in of_material]
    area = locale.area(listed.totals.area)
    quantity = locale.number(listed.totals.parts)
    ids = [row.id for row in listed.rows]
    columns = _designed(ids, locale) if designed else _plain(ids, locale)
    if designed:
        total = f"{locale.text('cut_list.total')}\n{locale.text('cut_list.as_cut', area=area)}"
    else:
        total = locale.text("cut_list.total_area", area=area)
    totals = ("", total, quantity, *("" for _ in columns[3:]))
    return Table(columns=columns, rows=tuple(rows), totals=(totals,))


def _cabinet_table(cabinets: Sequence[tuple[str, Sequence[CutRow]]], listed: CutList, project: Project) -> Table:
    """The rows by cabinet, numbered as in the list before; the material stands in each row."""
    locale, rows = project.locale, list[Row | Section]()
    for name, of_cabinet in cabinets:
        cabinet = project.cabinet(name)
        heading = " · ".join(each for each in (name, project.cabinet_name(cabinet.name) if cabinet else "") if each)
        count = locale.text("cut_list.parts", n=sum(row.quantity for row in of_cabinet))
        area = locale.text("cut_list.as_cut", area=locale.area(sum(row.cut_area for row in of_cabinet)))
        rows.append(Section(heading or "–", f"{count} · {area}"))
        rows += [_cabinet_cells(row, locale) for row in of_cabinet]
    columns = _by_cabinet([row.id for row in listed.rows], locale)
    quantity = locale.number(listed.totals.parts)
    totals = ("", locale.text("cut_list.total"), quantity, *("" for _ in columns[3:]))
    return Table(columns=columns, rows=tuple(rows), totals=(totals,))


def _by_cabinet(ids: Sequence[str], locale: Locale) -> tuple[Column, ...]:
    def head(name: str) -> str:
        return locale.text(f"cut_list.{name}")

    size = 19.0 if locale.metric else 23.5
    part = 91.0 - 2 * size
    return (
        Column(head("number"), 9.0, Align.NUMBER),
        Column(head("part"), part, bold=True, size=id_size(ids, part), shrinks=True),
        Column(head("quantity"), 11.0, Align.NUMBER, size=11.0, shrinks=True),
        Column(head("length_both"), size, Align.NUMBER, bold=True, size=11.0, shrinks=True),
        Column(head("width_both"), size, Align.NUMBER, bold=True, size=11.0, shrinks=True),
        Column(head("material"), 48.0),
        Column(head("work"), 12.0, Align.MIDDLE),
        Column(head("sheet"), 15.0, Align.MIDDLE, size=11.0),
    )


def _cabinet_cells(row: CutRow, locale: Locale) -> Row:
    under = " · ".join(each for each in (row.name, row.remarks) if each)
    part = f"{row.id}\n{under}" if under else row.id
    sizes = _sizes(row, locale)
    return (str(row.number), part, locale.number(row.quantity), *sizes, row.material_name, *_end(row, locale))


def _sizes(row: CutRow, locale: Locale) -> tuple[str, ...]:
    """Both sizes as cut, and below them as finished."""
    sizes = ((row.cut_length, row.finished_length), (row.cut_width, row.finished_width))
    return tuple(
        locale.length(cut) if end is None else f"{locale.length(cut)}\n{locale.length(end)}" for cut, end in sizes
    )


def _end(row: CutRow, locale: Locale) -> tuple[str, str]:
    """The last columns: what is done after the saw, and where the part is."""
    return " ".join(locale.text(f"cut_list.sign_{kind.value}") for kind in row.work), _sheets(row, locale)


def _designed(ids: Sequence[str], locale: Locale) -> tuple[Column, ...]:
    def head(name: str) -> str:
        return locale.text(f"cut_list.{name}")

    size = 19.0 if locale.metric else 23.5
    part = 91.0 - 2 * size
    return (
        Column(head("number"), 9.0, Align.NUMBER),
        Column(head("part"), part, bold=True, size=id_size(ids, part), shrinks=True),
        Column(head("quantity"), 11.0, Align.NUMBER, size=11.0, shrinks=True),
        Column(head("length_both"), size, Align.NUMBER, bold=True, size=11.0, shrinks=True),
        Column(head("width_both"), size, Align.NUMBER, bold=True, size=11.0, shrinks=True),
        Column(head("grain"), 12.0, Align.MIDDLE, size=11.0),
        *(Column(head(f"edge_{side}"), 9.5, Align.MIDDLE, size=11.0) for side in ("bottom", "top", "left", "right")),
        Column(head("work"), 11.0, Align.MIDDLE),
        Column(head("sheet"), 13.0, Align.MIDDLE, size=11.0),
    )


def _plain(ids: Sequence[str], locale: Locale) -> tuple[Column, ...]:
    def head(name: str) -> str:
        return locale.text(f"cut_list.{name}")

    return (
        Column(head("number"), 14.0, Align.NUMBER),
        Column(head("part"), 70.0, bold=True, size=id_size(ids, 70.0), shrinks=True),
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


def _band_key(rows: Sequence[CutRow], keys: Mapping[str, str], project: Project) -> str:
    """What the letters in the edge columns of these rows stand for: code, thickness and colour of each band."""
    used = {code for row in rows for code in row.edges.codes if code is not None}
    bands = "; ".join(f"{keys[code]} = {_band(project, code)}" for code in sorted(used))
    return project.locale.text("cut_list.bands", bands=bands) if used else ""


def _band(project: Project, code: str) -> str:
    band = project.band(code)
    if band is None:
        return code
    return f"{code}, {project.locale.sized(band.thickness)}, {project.finish_name(band.finish)}"


def _designed_cells(row: CutRow, keys: Mapping[str, str], locale: Locale) -> Row:
    under = " · ".join(each for each in (row.name, row.cabinet, row.order, row.remarks) if each)
    edges = tuple(keys[code] if code else "–" for code in row.edges.codes)
    grain = f"{GRAIN_SIGNS[row.grain]}\n{locale.text(f'grain.{row.grain.value}')}"
    part = f"{row.id}\n{under}" if under else row.id
    quantity = locale.number(row.quantity)
    return (str(row.number), part, quantity, *_sizes(row, locale), grain, *edges, *_end(row, locale))


def _plain_cells(row: CutRow, locale: Locale) -> Row:
    grain = f"{GRAIN_SIGNS[row.grain]} {locale.text(f'grain.{row.grain.value}')}"
    under = " · ".join(each for each in (row.cabinet, row.matched) if each)
    part = f"{row.id}\n{under}" if under else row.id
    sizes = (locale.length(row.cut_length), locale.length(row.cut_width))
    return (str(row.number), part, locale.number(row.quantity), *sizes, grain, _sheets(row, locale))


def _sheets(row: CutRow, locale: Locale) -> str:
    if not row.sheets:
        return locale.text("cut_list.no_sheet")
    return "\n".join((spans(row.sheets), ", ".join(row.strips))).strip()


def spans(numbers: Sequence[int]) -> str:
    """Rising numbers with runs drawn together: `1–3, 7`; a dash where there are none."""
    runs: list[list[int]] = []
    for each in numbers:
        if runs and each == runs[-1][-1] + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs) or "–"
