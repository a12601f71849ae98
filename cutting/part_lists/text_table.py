"""Text files as tables: encoding and separator are found by trying which of them shows a header that is known."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from cutting.part_lists.table import HEAD, MOST_CELL, MOST_COLUMNS, MOST_ROWS, Row, Table, text_cell, trimmed
from furnishing.errors import Fault, InputError

SEPARATORS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
MOST_SAMPLE: Final = 64 * 1024
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_OLD: Final = ("cp1252", "cp1251", "gb18030", "cp1250")
"""What spreadsheets of different countries write where they do not write Unicode, tried in this order."""

Weigh = Callable[[Sequence[Row]], int]
"""How well the first rows of a table can be read: 0 where no header is known in them."""


def text_table(data: bytes, source: str, weigh: Weigh, encoding: str | None = None) -> Table:
    """The table of a text file; InputError where it is no text, its quotes are broken or it passes a limit."""
    best: tuple[int, int, str, str, str] | None = None
    for name, whole in _decoded(data, source, encoding):
        announced, text = _announced(whole)
        for separator in [announced] if announced else SEPARATORS:
            rows = _sample(text, separator)
            width = max((len(row.cells) for row in rows), default=0)
            weight = (weigh(rows), min(width, MOST_COLUMNS))
            if best is None or weight > best[:2]:
                best = (*weight, name, separator, text)
    if best is None:
        raise InputError([Fault("", "the file is empty; save the list again")], source)
    _, _, name, separator, text = best
    # The row that announces the separator counts no row: spreadsheets hide it.
    rows = tuple(_rows(text, separator, source))
    return Table(rows=rows, how=f"{_called(name)}, {SEPARATORS.get(separator, repr(separator))} between cells")


def _called(encoding: str) -> str:
    return {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16"}.get(
        encoding, encoding.replace("cp", "Windows-")
    )


def _decoded(data: bytes, source: str, encoding: str | None) -> Iterator[tuple[str, str]]:
    """The text with each encoding that can be meant: one that is certain, or those that old programs write."""
    if encoding is not None:
        yield encoding, _strictly(data, encoding, source)
        return
    for mark, name in _BOMS:
        if data.startswith(mark):
            yield name, _strictly(data, name, source)
            return
    if b"\0" in data:
        yield "utf-16", _strictly(data, _halves(data, source), source)
        return
    try:
        yield "utf-8", data.decode("utf-8")
        return
    except UnicodeDecodeError:
        pass
    read = False
    for name in _OLD:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        read = True
        yield name, text
    if not read:
        raise InputError([Fault("", "the file is in no encoding that is known; save it as CSV UTF-8")], source)


def _halves(data: bytes, source: str) -> str:
    """Which half of each pair is zero in UTF-16 without a mark; a file with zeros elsewhere is no text."""
    sample = data[:4096]
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if len(data) % 2 == 0 and others == 0 and zeros * 4 > len(sample):
            return name
    raise InputError([Fault("", "the file holds zero bytes, so it is no text; save the list as CSV or XLSX")], source)


def _strictly(data: bytes, encoding: str, source: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError:
        message = f"the encoding {encoding!r} is not known; use one such as utf-8, utf-16 or cp1252"
        raise InputError([Fault("--encoding", message)], source) from None
    except (UnicodeDecodeError, UnicodeError) as error:
        message = f"the file is not {_called(encoding)} text ({error.__class__.__name__}); save it as CSV UTF-8"
        raise InputError([Fault("", message)], source) from None
    if "\0" in text:
        raise InputError([Fault("", "the file holds zero bytes, so it is no text; save it as CSV or XLSX")], source)
    return text


def _announced(text: str) -> tuple[str, str]:
    """The separator of a `Sep=,` line and the text behind it; none and all of the text where there is no such line."""
    text = text.removeprefix("\ufeff")
    found = re.match(r"\"?sep=(.)\"?[,;\t]*\r?\n", text, re.IGNORECASE)
    return (found[1], text[found.end() :]) if found else ("", text)


def _sample(text: str, separator: str) -> tuple[Row, ...]:
    """The first rows, as far as they can be read."""
    rows: list[Row] = []
    try:
        for number, cells in enumerate(_records(text[:MOST_SAMPLE], separator), 1):
            rows.append(Row(number, trimmed([text_cell(cell) for cell in cells[: MOST_COLUMNS + 1]])))
            if number == HEAD:
                break
    except csv.Error:
        pass  # What is wrong is told when the whole file is read.
    return tuple(rows)


def _records(text: str, separator: str) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    return iter(csv.reader(lines, delimiter=separator, strict=True))


def _rows(text: str, separator: str, source: str) -> Iterator[Row]:
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=separator, strict=True)
    filled, begun = 0, 1
    numbers = itertools.count(1)
    while True:
        begun = reader.line_num + 1
        number = next(numbers)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            message = f"the quotation marks cannot be read ({error}); one may be missing: mend the row in a text editor"
            raise InputError([Fault(f"line {begun}", message)], source) from None
        row = Row(number, trimmed([text_cell(cell) for cell in cells]))
        filled += not row.empty
        refuse_beyond(row, filled, source)
        yield row


def refuse_beyond(row: Row, filled: int, source: str) -> None:
    """InputError where a table passes a limit with this row, the `filled`th that holds something."""
    where = f"row {row.number}"
    if filled > MOST_ROWS:
        raise InputError([Fault(where, f"the list has more than {MOST_ROWS:,} rows; divide it")], source)
    if len(row.cells) > MOST_COLUMNS:
        message = f"the row has {len(row.cells):,} columns; at most {MOST_COLUMNS} are read. Is this a list of parts?"
        raise InputError([Fault(where, message)], source)
    if any(isinstance(cell, str) and len(cell) > MOST_CELL for cell in row.cells):
        message = f"a cell has more than {MOST_CELL:,} characters; is a quotation mark missing?"
        raise InputError([Fault(where, message)], source)
