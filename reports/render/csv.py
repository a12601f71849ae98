"""Rows as CSV (RFC 4180) that a spreadsheet shows as text and numbers and never runs.

UTF-8 with a byte order mark, because spreadsheets guess another encoding without one; lines end in CR LF.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeAlias

Cell: TypeAlias = str | int | Decimal | None

RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""First characters at which a spreadsheet may take a text for a formula or a command."""


class Separator(StrEnum):
    """What stands between cells; a comma inside numbers (`18,5`) goes with the semicolon."""

    COMMA = ","
    SEMICOLON = ";"


def render_csv(head: Sequence[str], rows: Iterable[Sequence[Cell]], separator: Separator = Separator.COMMA) -> bytes:
    """`head` and `rows` as bytes; with the semicolon, numbers are written with a decimal comma."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator.value, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow([harmless(each) for each in head])
    for row in rows:
        writer.writerow([_cell(each, separator) for each in row])
    return text.getvalue().encode("utf-8-sig", errors="replace")


def harmless(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would otherwise run it.

    Leading blanks are looked through, as some programs drop them before they decide.
    """
    return f"'{text}" if text.startswith(RISKY) or text.lstrip().startswith(RISKY) else text


def _cell(value: Cell, separator: Separator) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    number = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return number.replace(".", ",") if separator is Separator.SEMICOLON else number
