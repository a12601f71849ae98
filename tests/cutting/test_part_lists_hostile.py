"""Files that are broken, much too large or made to harm: refused with a sentence, never with a crash."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutting.part_lists import Asked, read_part_list
from cutting.part_lists.table import MOST_COLUMNS, MOST_ROWS
from furnishing.errors import InputError
from furnishing.units import mm
from tests.cutting.part_list_samples import workbook

HEAD = b"Length,Width,Qty,Label\n"


def refused(data: bytes, asked: Asked | None = None) -> str:
    """What is said of a file that cannot be used."""
    with pytest.raises(InputError) as error:
        read_part_list(data, asked=asked)
    return str(error.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "nothing in the list"),
        (b"\n\n \n", "nothing in the list"),
        (HEAD, "no parts below"),
        (HEAD + b'720,560,2,"side\n600,300,1,shelf\n', "quotation marks"),
        (HEAD + b'720,560,2,"side"x\n', "quotation marks"),
        (HEAD + b"720,560,2,si\0de\n", "zero bytes"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "zero bytes"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xlsx"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b",".join(b"c" for _ in range(10**6)) + b"\n", "1,000,000 columns"),
        (HEAD + b"720,560,2" + b",x" * 10**6 + b"\n", f"at most {MOST_COLUMNS}"),
        (HEAD + b"720,560,2," + b"x" * 20_000 + b"\n", "characters"),
        (HEAD + b"720,560,2," + b"x" * 200_000 + b"\n", "quotation marks"),
        (b"PK\x03\x04 and nothing more", "broken"),
    ],
)
def test_it_is_refused_with_a_sentence(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_more_rows_than_a_list_can_have_are_refused() -> None:
    assert f"{MOST_ROWS:,} rows" in refused(HEAD + b"720,560,2,x\n" * (MOST_ROWS + 1))


def test_the_wrong_encoding_is_told_and_an_unknown_one_named() -> None:
    assert "UTF-8" in refused("Länge,Breite\n1,2\n".encode("cp1252"), Asked(encoding="utf-8"))
    assert "klingon" in refused(HEAD, Asked(encoding="klingon"))


def test_formulas_in_text_are_never_calculated() -> None:
    said = refused(HEAD + b"=2*360,560,2,x\n720,=cmd|' /C calc'!A0,2,y\n")
    assert said.count("is a formula") == 2


def test_a_formula_as_a_name_is_only_a_name() -> None:
    (row,) = read_part_list(HEAD + b"720,560,2,=1+1\n").rows
    assert row.name == "=1+1"


def test_a_formula_of_a_workbook_without_a_saved_value_is_an_empty_cell() -> None:
    said = refused(workbook([["Length", "Width", "Qty"], ["=2*360", 560, 2]]))
    assert "row 2, Length (A)" in said
    assert "formula" in said


def test_dates_that_spreadsheets_make_of_fractions_are_named() -> None:
    import datetime  # noqa: PLC0415

    assert "date" in refused(workbook([["Length", "Width", "Qty"], [datetime.date(2026, 2, 1), 560, 2]]))


def packed(members: dict[str, bytes]) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_workbook_that_unpacks_to_hundreds_of_megabytes_is_refused_unread() -> None:
    block = bytes(16 * 2**20)
    bomb = packed({f"xl/worksheets/sheet{n}.xml": block for n in range(17)})
    assert len(bomb) < 2**20
    assert "272 MiB" in refused(bomb)


def test_a_workbook_with_entities_is_refused() -> None:
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert "entities" in refused(packed({"xl/workbook.xml": entity}))


def test_an_archive_that_is_no_workbook_is_refused() -> None:
    assert "cannot be read" in refused(packed({"readme.txt": b"hello"}))


def test_a_sheet_that_is_not_there_is_named_with_those_that_are() -> None:
    book = workbook([["Length", "Width"], [720, 560]], title="Cut list")
    assert "Cut list" in refused(book, Asked(sheet="Other"))
    assert read_part_list(book, asked=Asked(sheet="cut LIST")).pieces == 1


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.one_of(st.binary(max_size=400), st.binary(max_size=300).map(lambda tail: HEAD + tail)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        listed = read_part_list(data)
    except InputError:
        return
    assert all(row.length > 0 and row.width > 0 for row in listed.rows)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 6000), st.binary(min_size=1, max_size=8))
def test_a_workbook_with_any_bytes_changed_is_read_or_refused(place: int, change: bytes) -> None:
    data = BOOK[: place % len(BOOK)] + change + BOOK[place % len(BOOK) + len(change) :]
    try:
        read_part_list(data)
    except InputError:
        return


BOOK = workbook([["Length", "Width", "Qty", "Label"], [720, 560, 2, "side"], [mm(1) / 1000, 2, 3, "x"]])
