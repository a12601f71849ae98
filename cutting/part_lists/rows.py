"""Lines of a list become rows of parts and boards; each cell that cannot be used is named with what is expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cutting.part_lists.line_reader import LineReader, Scale
from cutting.part_lists.part_list import ListedBoard, PartList, PartRow
from cutting.part_lists.protocol import SIZES, Column, Found, Layout, Line, Lines
from cutting.part_lists.size_text import Size, decimal_sign, spoken, take_apart
from furnishing.errors import Fault, InputError
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """How the lines of one list are to be read. `unit` and `decimal` are what the operator said."""

    layout: Layout
    found: Found
    spreadsheet: bool = False
    unit: str | None = None
    decimal: str | None = None
    skip_bad_rows: bool = False


def read_lines(lines: Lines, context: Context, how: str, source: str) -> PartList:
    """The list; InputError with all faults of all rows, or with what is wrong with the list as a whole."""
    scale, said = _scale(lines, context)
    faults: list[Fault] = []
    rows: list[PartRow] = []
    for line in lines.parts:
        reader = LineReader(line, context.layout.grains, context.found.names, scale)
        row = reader.part()
        faults += reader.faults
        if not reader.faults:
            rows.append(row)
    boards, saw, others = _stock(lines, context, scale)
    bad = tuple(faults)
    if others or (faults and not context.skip_bad_rows):
        raise InputError([*faults, *others], source)
    if not rows:
        where = "every row is bad" if faults else "the list has a header but no parts below it"
        raise InputError([*faults, Fault("", f"{where}; nothing is left to cut")], source)
    return PartList(
        layout=context.layout.title,
        how=how,
        unit=scale.unit,
        rows=tuple(_named_apart(rows)),
        boards=boards,
        saw=saw,
        aside={reason: tuple(numbers) for reason, numbers in lines.aside.items()},
        bad=bad,
        said=(*said, *_open_questions(context)),
        unused=lines.unused,
        header=context.found.names,
        columns=context.found.columns,
    )


def _stock(
    lines: Lines, context: Context, scale: Scale
) -> tuple[tuple[ListedBoard, ...], dict[str, Length], list[Fault]]:
    """Boards and saw of the list itself, and what is wrong with them: a bad board is never skipped."""
    faults: list[Fault] = []
    boards: list[ListedBoard] = []
    saw: dict[str, Length] = {}
    for line in lines.boards:
        reader = LineReader(line, {}, context.found.names, scale)
        boards.append(reader.board())
        faults += reader.faults
    for name, line in lines.saw.items():
        reader = LineReader(line, {}, context.found.names, scale)
        saw[name] = reader.size_or_nothing(Column.LENGTH)
        faults += reader.faults
    return tuple(boards), saw, faults


def _scale(lines: Lines, context: Context) -> tuple[Scale, tuple[str, ...]]:
    """The unit and the decimal sign of a list, and sentences about them."""
    sizes = list(_sizes(lines))
    units = Counter(size.unit for size in sizes if size.unit is not None)
    # The unit that most cells name; of two alike the one that comes first, as a Counter keeps that order.
    named = units.most_common(1)[0][0] if units else None
    unit = context.unit or context.found.unit or named or "mm"
    sign = context.decimal or decimal_sign(size.number for size in sizes if size.number)
    said = []
    bare = sum(size.unit is None for size in sizes)
    if bare and context.unit is None and context.found.unit is None:
        why = "as other cells say" if named else "as no unit is given"
        said.append(f"sizes without a unit are taken as {spoken(unit)}, {why} (--unit)")
    if sign == "," and context.decimal is None:
        said.append("decimal comma (--decimal)")
    return Scale(unit=unit, sign=sign, spreadsheet=context.spreadsheet), tuple(said)


def _sizes(lines: Lines) -> Iterator[Size]:
    """Every size of a list that can be taken apart; the others are told when their rows are read."""
    every: Iterable[Line] = (*lines.parts, *lines.boards, *lines.saw.values())
    for line in every:
        for column in SIZES:
            cell = line.get(column)
            if cell is not None:
                try:
                    yield take_apart(cell)
                except ValueError:
                    continue


def _open_questions(context: Context) -> Iterator[str]:
    """What the list has no column for."""
    if Column.QUANTITY not in context.found.columns:
        yield "no column is known for the quantity, so each row is one piece"


def _named_apart(rows: list[PartRow]) -> Iterator[PartRow]:
    """The rows with ids that no two share: a name that is there twice gets the row number behind it."""
    wanted = Counter(row.id for row in rows)
    taken: set[str] = {name for name, times in wanted.items() if times == 1 and name}
    for row in rows:
        if row.id and wanted[row.id] == 1:
            yield row
            continue
        name = f"{row.id} (row {row.number})" if row.id else f"row {row.number}"
        while name in taken:
            name += "*"
        taken.add(name)
        yield replace(row, id=name)
