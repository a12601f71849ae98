"""Columns said by hand (`--columns length=L,width=B,quantity=#3`); common words fill in what was not said."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from cutting.part_lists.columns import SURE, by_words, found_at, lines_below
from cutting.part_lists.protocol import Column, Found, Lines
from cutting.part_lists.size_text import take_apart
from cutting.part_lists.table import HEAD, Cell, Row, names_of
from cutting.part_lists.words import plain_name
from furnishing.errors import Fault
from furnishing.grain import Grain
from furnishing.reading import one_of


class ByHand:
    """The layout that an operator has said, now or (`remembered`) for an earlier list with the same header."""

    grains: Mapping[str, Grain | None] = {}

    def __init__(self, columns: Mapping[Column, str], *, remembered: bool = False) -> None:
        self.said = columns
        pairs = ", ".join(f"{meaning.value}={name}" for meaning, name in columns.items())
        self.title = f"columns as you set them{' before' if remembered else ''} ({pairs})"

    def find(self, rows: Sequence[Row]) -> Found | None:
        """The first row with all the names that were said; the first row at all where only numbers were."""
        for place, row in enumerate(rows[:HEAD]):
            names = tuple(plain_name(name) for name in names_of(row))
            columns = {meaning: _place(said, names) for meaning, said in self.said.items()}
            if row.empty or min(columns.values()) < 0 or max(columns.values()) >= max(len(names), 1):
                continue
            if all(said.startswith("#") for said in self.said.values()) and _is_size(row, columns):
                return Found(sure=SURE, header=-1, columns=columns)
            everything = by_words(names, columns)
            if Column.LENGTH in everything and Column.WIDTH in everything:
                return found_at(rows, place, everything, SURE + len(everything))
        return None

    def lines(self, rows: Sequence[Row], found: Found) -> Lines:
        """Every row below the header."""
        return lines_below(rows, found)


def _place(said: str, names: Sequence[str]) -> int:
    """The place of a column: `#3` is the third; -1 where there is none."""
    if said.startswith("#"):
        return int(said[1:]) - 1 if said[1:].isascii() and said[1:].isdigit() and len(said) < 6 else -1
    name = plain_name(said)
    return names.index(name) if name in names else -1


def _is_size(row: Row, columns: Mapping[Column, int]) -> bool:
    """Whether a row holds a size where the length is said to stand, so that it is no header."""
    cell: Cell = row.at(columns[Column.LENGTH]) if Column.LENGTH in columns else None
    try:
        take_apart(cell)
    except ValueError:
        return False
    return True


def resolved(said: Mapping[Column, str], rows: Sequence[Row]) -> list[Fault]:
    """Why columns that were said cannot be found: each name that is in no row, or what is not said at all."""
    best = max(rows, key=lambda row: sum(_place(name, _plain(row)) >= 0 for name in said.values()), default=None)
    names = names_of(best) if best is not None else ()
    faults = []
    for meaning, name in said.items():
        if not 0 <= _place(name, _plain(best) if best else ()) < len(names):
            close = difflib.get_close_matches(name, names, n=1)
            there = f"did you mean {close[0]!r}? " if close else ""
            faults.append(
                Fault(
                    "--columns", f"there is no column {name!r} for {meaning.value}; {there}there are {', '.join(names)}"
                )
            )
    if not faults:
        missing = [each.value for each in (Column.LENGTH, Column.WIDTH) if each not in said]
        message = f"no column is known for {one_of(missing) if missing else 'length and width'}; say it as well"
        faults.append(Fault("--columns", message))
    return faults


def _plain(row: Row) -> tuple[str, ...]:
    return tuple(plain_name(name) for name in names_of(row))
