"""Layouts that are a header row and rows below it: the shared part of nearly all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cutting.part_lists.protocol import Column, Found, Line, Lines
from cutting.part_lists.table import Row, letters_of, names_of, shown
from cutting.part_lists.words import plain_name, unit_behind, words, yes_or_no
from furnishing.grain import Grain

SURE: int = 100
"""What a layout of one program weighs more than a plain list, whose columns it has too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLayout:
    """A program's list: `columns` gives its names for each meaning, `signature` the names that must all be there.

    `kinds` are the sorts of rows that are parts where the layout has a KIND column. `grains` are its own words.
    """

    title: str
    columns: Mapping[Column, tuple[str, ...]]
    signature: frozenset[str]
    grains: Mapping[str, Grain | None] = field(default_factory=dict)
    kinds: frozenset[str] = frozenset()

    def find(self, rows: Sequence[Row]) -> Found | None:
        """The first row that holds every name of the signature."""
        for place, row in enumerate(rows):
            names = tuple(plain_name(name) for name in names_of(row))
            if self.signature <= set(names):
                columns = named(names, self.columns)
                return found_at(rows, place, columns, SURE + len(columns))
        return None

    def lines(self, rows: Sequence[Row], found: Found) -> Lines:
        """Every row below the header, but for those that the list itself puts out of use."""
        return lines_below(rows, found, self.kinds)


def named(names: Sequence[str], wanted: Mapping[Column, tuple[str, ...]]) -> dict[Column, int]:
    """The place of each meaning in a row of plain names: its best name first, no column taken twice."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        places.setdefault(name, place)
    found: dict[Column, int] = {}
    taken: set[int] = set()
    for meaning, alternatives in wanted.items():
        for name in alternatives:
            place = places.get(name, -1)
            if place >= 0 and place not in taken:
                found[meaning] = place
                taken.add(place)
                break
    return found


def found_at(rows: Sequence[Row], place: int, columns: Mapping[Column, int], sure: int) -> Found:
    """The finding of a header row, with the unit that its size columns agree on."""
    names = names_of(rows[place])
    sizes = (columns.get(Column.LENGTH), columns.get(Column.WIDTH))
    units = {unit_behind(names[each]) for each in sizes if each is not None and each < len(names)}
    unit = units.pop() if len(units) == 1 else None
    return Found(sure=sure, header=place, columns=columns, names=names, unit=unit)


def lines_below(rows: Sequence[Row], found: Found, kinds: frozenset[str] = frozenset()) -> Lines:
    """The rows below a header as lines; empty rows, disabled rows and those of other kinds set aside by reason."""
    lines = Lines(unused=_unused(found))
    for row in rows[: found.header]:
        if not row.empty:
            lines.leave("above the header", row.number)
    used = set(found.columns.values())
    for row in rows[found.header + 1 :]:
        if row.empty:
            lines.leave("empty", row.number)
            continue
        cells = {meaning: (place, row.at(place)) for meaning, place in found.columns.items()}
        extras = tuple(
            (name_of(found.names, place), shown(cell))
            for place, cell in enumerate(row.cells)
            if cell is not None and place not in used
        )
        line = Line(row.number, cells, extras)
        kind = shown(line.get(Column.KIND))
        if kinds and kind.casefold() not in kinds:
            lines.leave(f"of the kind {kind!r}" if kind else "without a kind", row.number)
        elif yes_or_no(shown(line.get(Column.ENABLED))) is False:
            lines.leave("disabled in the list", row.number)
        else:
            lines.parts.append(line)
    return lines


def _unused(found: Found) -> tuple[str, ...]:
    used = set(found.columns.values())
    return tuple(name for place, name in enumerate(found.names) if name and place not in used)


def name_of(names: Sequence[str], place: int) -> str:
    """What people call a column: its name, or its letters where it has none."""
    return (names[place] if place < len(names) else "") or f"column {letters_of(place)}"


def by_words(names: Sequence[str], known: Mapping[Column, int] | None = None) -> dict[Column, int]:
    """The meanings that common words give to a row of plain names; `known` ones are kept and not looked for."""
    known = known or {}
    wanted = {meaning: each for meaning, each in words().columns.items() if meaning not in known}
    free = [name if place not in known.values() else "" for place, name in enumerate(names)]
    return {**known, **named(free, {meaning: tuple(filter(None, each)) for meaning, each in wanted.items()})}
