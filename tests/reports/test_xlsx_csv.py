"""Rows for spreadsheets: numbers stay numbers, text stays text, nothing runs, bytes repeat."""

from __future__ import annotations

import csv
import io
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.render.csv import Separator, harmless, render_csv
from reports.render.xlsx import Page, render_xlsx

HOSTILE = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1+1", "=HYPERLINK(\"http://x\")")  # fmt: skip


def read(data: bytes, separator: Separator = Separator.COMMA) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator.value))


def sheet_of(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_spreadsheet_never_runs_text_from_csv(text: str) -> None:
    (_, row) = read(render_csv(["name"], [[text]]))
    assert row == ["'" + text]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_spreadsheet_never_runs_text_from_xlsx(text: str) -> None:
    cell = sheet_of(render_xlsx("t", [Page(name="p", head=("name",), rows=((text,),))])).cell(2, 1)
    assert (cell.data_type, cell.value) == ("s", text.replace("\t", " "))


def test_csv_begins_with_a_byte_order_mark_and_ends_lines_with_cr_lf() -> None:
    assert render_csv(["a", "b"], [["é", 1]]) == b"\xef\xbb\xbfa,b\r\n\xc3\xa9,1\r\n"


def test_csv_with_semicolons_has_decimal_commas() -> None:
    assert render_csv(["a"], [[Decimal("18.5"), "x;y"]], Separator.SEMICOLON).endswith(b'18,5;"x;y"\r\n')


def test_numbers_below_zero_stay_numbers_in_csv() -> None:
    assert read(render_csv(["a"], [[Decimal("-1.5")]]))[1] == ["-1.5"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20), min_size=1, max_size=4))
def test_any_text_comes_back_from_csv(cells: list[str]) -> None:
    assert read(render_csv(["h"] * len(cells), [cells]))[1] == [harmless(cell) for cell in cells]


def test_numbers_are_numbers_in_xlsx() -> None:
    page = Page(name="p", head=("n", "t"), rows=((Decimal("719.5"), "1234"),), totals=(3, "sum"))
    sheet = sheet_of(render_xlsx("t", [page]))
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["n", "t"], [719.5, "1234"], [3, "sum"]]


def test_addresses_do_not_become_links_in_xlsx() -> None:
    cell = sheet_of(render_xlsx("t", [Page(name="p", head=("n",), rows=(("http://example.org",),))])).cell(2, 1)
    assert cell.hyperlink is None


def test_text_wider_than_the_widest_column_goes_on_below() -> None:
    long = "2nd cut: 45° bevel, left edge, face A longer; 45° bevel, right edge, face B longer"
    page = Page(name="List", head=("remarks", "thickness"), rows=((long, 1), ("short", 1)))
    sheet = openpyxl.load_workbook(io.BytesIO(render_xlsx("List", [page]))).active
    assert sheet is not None
    assert [bool(sheet[cell].alignment.wrap_text) for cell in ("A2", "A3")] == [True, False]


def test_a_workbook_is_ready_to_read_and_print() -> None:
    sheet = sheet_of(render_xlsx("t", [Page(name="p", head=("n",), rows=(("long enough to widen",),))]))
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width > 20
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")


@pytest.mark.parametrize("name", ["a/b[c]:*?", "", "x" * 50, "'quoted'", "History"])
def test_any_name_makes_a_worksheet_and_two_equal_names_make_two(name: str) -> None:
    pages = [Page(name=name, head=("n",), rows=())] * 2
    book = openpyxl.load_workbook(io.BytesIO(render_xlsx("t", pages)))
    assert len(set(book.sheetnames)) == 2


def test_equal_rows_make_equal_bytes_whatever_the_time() -> None:
    data = render_xlsx("t & u", [Page(name="p", head=("n",), rows=((1,),))])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01" in archive.read("docProps/core.xml")


@pytest.mark.parametrize("text", ["广州", "Σπύρος", "Ивáн", "\ud800broken", "a\x00b\x0bc", "<b>&amp;</b>"])
def test_text_of_every_script_and_broken_text_can_be_written(text: str) -> None:
    page = Page(name=text, head=(text,), rows=((text,),))
    assert sheet_of(render_xlsx(text, [page])).cell(2, 1).value
    assert render_csv([text], [[text]])
