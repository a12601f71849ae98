"""The bill of materials: what to buy or fetch from the store, in all and cabinet by cabinet."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_UP, Decimal
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, HardwareItem
from furnishing.catalogue import Catalogue
from furnishing.units import Length
from reports.drawing import Document
from reports.page import A4_PORTRAIT, Body, compose, paper_title
from reports.project import Project
from reports.quantities import UNIT_SIGNS, alike_together, band_metres, boards_used, hardware_totals
from reports.render.pdf import pdf
from reports.sparing import spared
from reports.tables import Align, Column, Flow, Row, Section, Table
from reports.text.locale import Locale

CUT_TO: Final = 2
"""Where a row of articles says to which size they are cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardNeed:
    """So many boards of a code, with the material's name and the raw size."""

    code: str
    name: str
    length: Length
    width: Length
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """So much of a bought article, in `unit` (`pc`, `m` or `m2`); `cut_to` the sizes that it is cut to."""

    code: str
    name: str
    quantity: Decimal
    unit: str
    cut_to: tuple[Length, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CabinetNeeds:
    """The hardware and bands of one cabinet."""

    cabinet: str
    name: str
    hardware: tuple[Need, ...]
    bands: tuple[Need, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """Everything a project takes. Metres of band hold the overlength; offcuts from stock count as boards."""

    boards: tuple[BoardNeed, ...]
    bands: tuple[Need, ...]
    hardware: tuple[Need, ...]
    cabinets: tuple[CabinetNeeds, ...]


def bill_of_materials(project: Project) -> Bill:
    """What `project` takes; without a design and a catalogue only its boards."""
    design, catalogue = project.design, project.catalogue
    boards = _boards(project)
    if design is None or catalogue is None:
        return Bill(boards=boards, bands=(), hardware=(), cabinets=())
    hardware = tuple(
        _article(project, catalogue, code, quantity)
        for code, quantity in hardware_totals(design.cabinets, catalogue).items()
    )
    return Bill(
        boards=boards,
        bands=_bands(project, catalogue, band_metres(design.parts, design)),
        hardware=hardware,
        cabinets=tuple(_of_cabinet(project, cabinet, catalogue) for cabinet in design.cabinets),
    )


def _boards(project: Project) -> tuple[BoardNeed, ...]:
    used = boards_used(project.result.plan)
    sheets = {sheet.board: sheet for sheet in project.result.plan.sheets}
    found = []
    for code, quantity in used.items():
        board = project.board(sheets[code])
        name = project.material_name(board.material) or code
        found.append(BoardNeed(code=code, name=name, length=board.length, width=board.width, quantity=quantity))
    return tuple(found)


def _bands(project: Project, catalogue: Catalogue, metres: dict[str, Decimal]) -> tuple[Need, ...]:
    return tuple(
        Need(code=code, name=project.goods_name(catalogue.band(code).name), quantity=length, unit="m")
        for code, length in metres.items()
    )


def _article(
    project: Project, catalogue: Catalogue, code: str, quantity: Decimal, cut_to: tuple[Length, ...] = ()
) -> Need:
    article = catalogue.article(code)
    unit = "pc" if cut_to else UNIT_SIGNS[article.unit]
    return Need(code=code, name=project.goods_name(article.name), quantity=quantity, unit=unit, cut_to=cut_to)


def _of_cabinet(project: Project, cabinet: Cabinet, catalogue: Catalogue) -> CabinetNeeds:
    """A length of an article is told as pieces of that length: that is how it is cut."""
    hardware = tuple(
        _article(project, catalogue, item.code, Decimal(item.quantity), _sizes(item))
        for item in alike_together(cabinet.hardware)
    )
    bands = _bands(project, catalogue, band_metres(cabinet.parts, project.design))
    return CabinetNeeds(cabinet=cabinet.id, name=project.cabinet_name(cabinet.name), hardware=hardware, bands=bands)


def _sizes(item: HardwareItem) -> tuple[Length, ...]:
    return tuple(size for size in (item.length, item.width) if size is not None)


def bill_pdf(project: Project) -> bytes:
    """The bill of materials as a PDF."""
    return pdf(bill_pages(project), title=paper_title(project, project.locale.text("bill.title")))


def bill_pages(project: Project) -> Document:
    """The bill of materials as A4 pages: boards, bands and hardware in all, then cabinet by cabinet."""
    bill, locale = bill_of_materials(project), project.locale
    title = locale.text("bill.title")
    pages = spared(lambda flow: _fill(flow, bill, locale), A4_PORTRAIT, locale).pages
    bodies = [Body(items=tuple(items)) for items in pages]
    return compose(project, title, A4_PORTRAIT, bodies)


def _fill(flow: Flow, bill: Bill, locale: Locale) -> None:
    flow.text(locale.text("bill.title"), 16.0, bold=True)
    flow.space(2.0)
    flow.table(_board_table(bill, locale))
    if bill.bands or bill.hardware:
        flow.space(8.0)
        flow.table(_article_table(bill, locale))
    if bill.cabinets:
        flow.space(10.0)
        flow.need(40.0)
        flow.text(locale.text("bill.by_cabinet"), 13.0, bold=True)
        flow.text(locale.text("bill.by_cabinet_note"), 9.0)
        flow.space(2.0)
        flow.table(_cabinet_table(bill, locale))


def _board_table(bill: Bill, locale: Locale) -> Table:
    say, unit = locale.text, locale.unit
    return Table(
        columns=(
            Column(say("bill.boards"), 80.0, size=11.0, shrinks=True),
            Column(say("bill.code"), 48.0, shrinks=True),
            Column(say("bill.length", unit=unit), 20.0, Align.NUMBER, shrinks=True),
            Column(say("bill.width", unit=unit), 20.0, Align.NUMBER, shrinks=True),
            Column(say("bill.quantity"), 18.0, Align.NUMBER, bold=True, size=11.0),
        ),
        rows=tuple(
            (each.name, each.code, locale.length(each.length), locale.length(each.width), locale.number(each.quantity))
            for each in bill.boards
        ),
        totals=((say("bill.all_boards"), "", "", "", locale.number(sum(each.quantity for each in bill.boards))),),
    )


def _articles(locale: Locale, rows: list[Row | Section]) -> Table:
    """A table of articles; the column of sizes to cut to only where something is cut."""
    say = locale.text
    cut = any(row[CUT_TO] for row in rows if not isinstance(row, Section))
    if not cut:
        rows = [row if isinstance(row, Section) else (*row[:CUT_TO], *row[CUT_TO + 1 :]) for row in rows]
    return Table(
        columns=(
            Column(say("bill.article"), 84.0 if cut else 96.0, size=11.0, shrinks=True),
            Column(say("bill.code"), 48.0 if cut else 54.0),
            *([Column(say("bill.cut_to", unit=locale.unit), 18.0, Align.NUMBER, shrinks=True)] if cut else []),
            Column(say("bill.quantity"), 22.0, Align.NUMBER, bold=True, size=11.0),
            Column(say("bill.unit"), 14.0),
        ),
        rows=tuple(rows),
    )


def _article_table(bill: Bill, locale: Locale) -> Table:
    rows: list[Row | Section] = []
    for heading, needs in (("bill.bands", bill.bands), ("bill.hardware", bill.hardware)):
        if needs:
            rows += [Section(locale.text(heading)), *(_cells(each, locale) for each in needs)]
    return _articles(locale, rows)


def _cabinet_table(bill: Bill, locale: Locale) -> Table:
    rows: list[Row | Section] = []
    for each in bill.cabinets:
        if each.hardware or each.bands:
            needs = (*each.hardware, *each.bands)
            rows += [Section(f"{each.cabinet} · {each.name}"), *(_cells(need, locale) for need in needs)]
    return _articles(locale, rows)


def _cells(need: Need, locale: Locale) -> Row:
    """Metres are told to the next tenth, so that enough is bought."""
    cut = " × ".join(locale.length(size) for size in need.cut_to)
    metres = need.unit == "m"
    quantity = need.quantity.quantize(Decimal("0.1"), ROUND_UP) if metres else need.quantity
    return (need.name, need.code, cut, locale.number(quantity), locale.text(f"units.{need.unit}"))
