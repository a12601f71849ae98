"""Rows as an XLSX workbook: numbers are numbers, text is text and never a formula or a link, same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

import xlsxwriter

from reports.render.csv import Cell

CREATED: Final = datetime(2000, 1, 1)
"""A fixed stamp, so that equal rows make equal bytes."""
NARROWEST, WIDEST = 4, 40
FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
A4: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One worksheet: a head, rows, and a last row of totals (empty for none), all of equal length."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] = ()


def render_xlsx(title: str, pages: Sequence[Page]) -> bytes:
    """A workbook of `pages`, each printable: A4 landscape, one page wide, the head on every page."""
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "constant_memory": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": _clean(title), "created": CREATED})
        styles = {
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}),
            "text": book.add_format({"num_format": "@"}),
            "long text": book.add_format({"num_format": "@", "text_wrap": True}),
            "number": book.add_format({}),
            "total": book.add_format({"bold": True, "top": 1}),
        }
        taken: set[str] = set()
        for page in pages:
            sheet = book.add_worksheet(_sheet_name(page.name, taken))
            _fill(sheet, page, styles)
            _set_up(sheet, page, title)
    return target.getvalue()


def _fill(sheet: xlsxwriter.worksheet.Worksheet, page: Page, styles: dict[str, xlsxwriter.format.Format]) -> None:
    for column, head in enumerate(page.head):
        sheet.write_string(0, column, _clean(head), styles["head"])
    for i, row in enumerate(page.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                style = styles["long text" if len(value) > WIDEST else "text"]
                sheet.write_string(i, column, _clean(value), style)
            elif value is not None:
                sheet.write_number(i, column, _number(value), styles["number"])
    for column, value in enumerate(page.totals):
        if isinstance(value, int | Decimal):
            sheet.write_number(len(page.rows) + 1, column, _number(value), styles["total"])
        else:
            sheet.write_string(len(page.rows) + 1, column, _clean(value or ""), styles["total"])


def _set_up(sheet: xlsxwriter.worksheet.Worksheet, page: Page, title: str) -> None:
    for column in range(len(page.head)):
        cells = [row[column] for row in (*page.rows, *((page.totals,) if page.totals else ()))]
        longest = max([len(f"{each}") for each in cells if each is not None], default=0)
        head = max(map(len, page.head[column].split()), default=0)
        sheet.set_column(column, column, min(max(longest, head, NARROWEST), WIDEST) + 2)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.47, right=0.47, top=0.6, bottom=0.6)  # inches: 12 mm at the sides
    sheet.fit_to_pages(1, 0)
    # `&` starts a code in a page head; doubled it is itself. A head holds 255 characters at most.
    sheet.set_header(f"&L{_clean(title)[:80].replace('&', '&&')}&R&P / &N")
    if page.rows:
        sheet.autofilter(0, 0, len(page.rows), len(page.head) - 1)


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that a workbook accepts: 31 characters, none of `[]:*?/\\'`, and not twice."""
    base = _clean(name).translate(FORBIDDEN).strip()[:28] or "list"
    found, count = base, 1
    while found.casefold() in taken:
        count += 1
        found = f"{base[:26]} {count}"
    taken.add(found.casefold())
    return found


def _clean(text: str) -> str:
    """Text without control characters and unpaired surrogates, which no workbook can hold."""
    return "".join(each if each.isprintable() else " " for each in text).encode("utf-8", "replace").decode("utf-8")


def _number(value: int | Decimal) -> float:
    """A workbook holds numbers as floats: exact to 15 digits, more than any length or price has."""
    return float(value)
