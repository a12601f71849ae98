"""The list of cuts beside a figure: each line one setting of the stop, with what comes free and its letter.

For a router, which has no cuts: each line a piece and the corner at which it lies.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from cutting.pieces import Direction
from cutting.plan import Node, Placed
from cutting.sequence import Kind, Step
from furnishing.units import Length
from reports.drawing import Anchor, Item, Line, Point, Text, fits, fitted, wrapped
from reports.page import cell_text
from reports.places import letters
from reports.text.locale import Locale


@dataclass(frozen=True, slots=True)
class Pitch:
    """Millimetres from one line of the list to the next, to each further name in it, and of air behind every fifth."""

    row: float
    more: float
    air: float


WIDE: Final = Pitch(5.0, 3.7, 1.5)
TIGHT: Final = Pitch(4.5, 3.3, 0.8)
"""For a list that would else run over the page by a few lines."""

SMALL: Final = 8.0
STRIP: Final = "\0strip"
"""What is cut on: no piece can have this name."""

TOGETHER: Final = 6
"""Equal cuts that share a line at most."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list: the name of its head, millimetres, where its text stands, points, bold or not."""

    head: str
    width: float
    anchor: Anchor = Anchor.START
    size: float = 11.0
    bold: bool = False


COLUMNS: Final = (
    Column("number", 10.8, Anchor.END, bold=True),
    Column("cut", 16.8, size=SMALL),
    Column("stop", 13.5, Anchor.END, 11.0, True),
    Column("long", 11.5, Anchor.END),
    Column("key", 7.0, size=9.0, bold=True),
    Column("gives", 31.1, size=9.0),
)
INCHES: Final = (10.8, 16.1, 21.4, 19.8, 7.0, 20.9)
"""The widths for sizes in inches, which are longer; names are broken at their crosses in turn."""


CUTS: Final = tuple(column.head for column in COLUMNS)
PLACES: Final = ("number", "lies", "x", "y", "key", "piece")
"""The heads of the list of a sheet without cuts."""


def list_columns(locale: Locale, names: Sequence[str] = CUTS) -> tuple[Column, ...]:
    """The columns of the list with their heads in the language of the papers, as wide as its units ask for."""
    widths = [column.width for column in COLUMNS] if locale.metric else INCHES
    return tuple(
        replace(column, head=locale.text(f"step_list.head_{name}"), width=width)
        for column, name, width in zip(COLUMNS, names, widths, strict=True)
    )


def list_width(columns: Iterable[Column]) -> float:
    """Millimetres from the left to the right edge of the list."""
    return sum(column.width for column in columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: the cells before the names, and the names with their letters on the figure (empty without one)."""

    cells: tuple[str, str, str, str]
    gives: tuple[tuple[str, str], ...] = ()
    total: bool = False


def rows_of(done: Sequence[Step], keys: Mapping[str, int], locale: Locale) -> tuple[Row, ...]:
    """The lines of a sheet's cuts: equal cuts one after the other share one, the sums stand last.

    `keys` are the numbers of the letters on the figure. A letter that no cut sets free has a line of its own.
    """
    rows: list[Row] = []
    told: set[str] = set()
    for steps in _alike(done):
        first, last = steps[0], steps[-1]
        numbers = f"{first.number}" if first is last else f"{first.number}–{last.number}"
        arrow = "↔" if first.direction is Direction.LENGTH else "↕"
        gives = tuple(_given([each for step in steps for each in _names(step, locale)], keys, locale))
        told |= {name for step in steps for name, _ in _names(step, locale)}
        kind = locale.text(f"step_list.{first.kind.name.lower()}")
        rows.append(
            Row(cells=(numbers, f"{arrow} {kind}", locale.length(first.stop), locale.length(first.length)), gives=gives)
        )
    rows += _only_letters(keys, told)
    if done:
        run = locale.run(sum(step.length for step in done))
        rows.append(Row(cells=(str(len(done)), locale.text("step_list.cuts", n=len(done)), "", run), total=True))
    return tuple(rows)


def rows_of_places(placed: Sequence[Placed], keys: Mapping[str, int], locale: Locale) -> tuple[Row, ...]:
    """The lines of a sheet without cuts: each piece with its lower left corner from that of the raw board."""
    lies = {turned: locale.text(f"step_list.{'turned' if turned else 'straight'}") for turned in (False, True)}
    rows = [
        Row(
            cells=(str(number), lies[each.turned], locale.length(each.x), locale.length(each.y)),
            gives=((_letter(each.id, keys), f"{each.id} {_tight(each.length, each.width, locale)}"),),
        )
        for number, each in enumerate(placed, start=1)
    ]
    told = {each.id for each in placed}
    return (*rows, *_only_letters(keys, told))


def _only_letters(keys: Mapping[str, int], told: Container[str]) -> Iterator[Row]:
    """Lines for the letters that no other line has told."""
    for name, number in keys.items():
        if name not in told:
            yield Row(cells=("", "", "", ""), gives=((letters(number), name),))


def _letter(name: str, keys: Mapping[str, int]) -> str:
    return letters(keys[name]) if name in keys else ""


def _alike(done: Sequence[Step]) -> Iterator[tuple[Step, ...]]:
    """Equal cuts one after the other, as many as a line holds: of three-digit numbers, its column holds only one."""
    for _, group in groupby(done, key=lambda step: (step.kind, step.direction, step.stop, step.length)):
        steps = tuple(group)
        most = TOGETHER if steps[-1].number < 100 else 1
        yield from (steps[at : at + most] for at in range(0, len(steps), most))


def _tight(length: Length, width: Length, locale: Locale) -> str:
    cross = "×" if locale.metric else "× "
    return f"{locale.length(length)}{cross}{locale.length(width)}"


def offcut_name(length: Length, width: Length, locale: Locale) -> str:
    """The words for an offcut on a figure, and its name in the keys."""
    return locale.text("diagrams.offcut", size=locale.size(length, width))


def _names(step: Step, locale: Locale) -> Iterator[tuple[str, str]]:
    """What comes free, as (name in the keys, words): pieces and offcuts, `STRIP` for what is cut on.

    Stop and length of the line are the size of what lies behind the stop; of anything else the size is told. Waste is
    told only where nothing else comes free.
    """
    if step.kind is Kind.TRIM:
        return
    near_is_done = bool(step.frees) and (step.frees[0].rect.x, step.frees[0].rect.y) == (step.panel.x, step.panel.y)
    if not near_is_done:
        yield "", STRIP
    named = [leaf for leaf in step.frees if leaf.piece is not None or leaf.offcut]
    for leaf in named:
        yield _named(leaf, locale, told=near_is_done and leaf is step.frees[0])
    if near_is_done and not named:
        yield "", locale.text("step_list.waste")


def _named(leaf: Node, locale: Locale, *, told: bool) -> tuple[str, str]:
    size = _tight(leaf.rect.length, leaf.rect.width, locale)
    if leaf.piece is None:
        name = offcut_name(leaf.rect.length, leaf.rect.width, locale)
        return name, locale.text("step_list.offcut") if told else locale.text("diagrams.offcut", size=size)
    return leaf.piece, leaf.piece if told else f"{leaf.piece} {size}"


def _given(names: Iterable[tuple[str, str]], keys: Mapping[str, int], locale: Locale) -> Iterator[tuple[str, str]]:
    """Letters and words; equal ones one after the other are counted."""
    for (name, words), group in groupby(names):
        count = sum(1 for _ in group)
        if words == STRIP:
            counted = locale.text("step_list.strip" if count == 1 else "step_list.strips", n=count)
        else:
            counted = words if count == 1 else f"{count} × {words}"
        yield _letter(name, keys), counted


def table(
    rows: Sequence[Row], x: float, top: float, bottom: float, columns: Sequence[Column], pitch: Pitch = WIDE
) -> tuple[tuple[Item, ...], tuple[Row, ...]]:
    """As many lines as fit between `top` and `bottom` under the heads of `columns`, and the lines that are left."""
    if not rows:
        return (), ()
    y, width = top - WIDE.row, list_width(columns)
    head = (Column(column.head, column.width, column.anchor, SMALL) for column in columns)
    items: list[Item] = [item for column, at in _places(head, x) for item in _cell(column, column.head, at, y + 0.6)]
    items.append(Line((x, y - 0.8), (x + width, y - 0.8)))
    y -= WIDE.row
    for shown, row in enumerate(rows):
        lines = _lines(row, columns[-1])
        below = max(0, len(lines) - 1) * pitch.more
        if y - below - 1.0 < bottom and shown:
            return tuple(items), tuple(rows[shown:])
        if row.total:
            items.append(Line((x, y + pitch.row - 1.2), (x + width, y + pitch.row - 1.2)))
        items += _row(row, lines, (x, y), columns, pitch)
        y -= pitch.row + below + (pitch.air if shown % 5 == 4 else 0.0)
    return tuple(items), ()


def _places(columns: Iterable[Column], x: float) -> Iterator[tuple[Column, float]]:
    for column in columns:
        yield column, x
        x += column.width


def _lines(row: Row, column: Column) -> list[tuple[str, str]]:
    """Letter and words of each line of the names; a name too long is broken, never cut off."""
    room = column.width - 1.0
    found: list[tuple[str, str]] = []
    for letter, words in row.gives:
        size = fitted(words, column.size, room, smallest=SMALL)
        broken = (words,) if fits(words, size, room) else wrapped(words, SMALL, room)
        found += [(letter if number == 0 else "", line) for number, line in enumerate(broken)]
    return found


def _row(
    row: Row, lines: Sequence[tuple[str, str]], corner: Point, columns: Sequence[Column], pitch: Pitch
) -> Iterator[Item]:
    x, y = corner
    for (column, at), words in zip(_places(columns, x), row.cells, strict=False):
        yield from _cell(column, words, at, y)
    for number, line in enumerate(lines):
        for (column, at), words in zip(list(_places(columns, x))[-2:], line, strict=True):
            yield from _cell(column, words, at, y - number * pitch.more)


def _cell(column: Column, words: str, x: float, y: float) -> Iterator[Text]:
    if words:
        at = x + column.width - 0.5 if column.anchor is Anchor.END else x + (1.3 if column.bold else 0.5)
        room = column.width - (1.5 if column.anchor is Anchor.START and column.bold else 1.0)
        yield cell_text(at, y, words, column.size, room, anchor=column.anchor, bold=column.bold, smallest=SMALL)
