"""The list of cuts beside a figure: each line one setting of the stop, with what comes free and its letter.

For a router, which has no cuts: each line a piece and the corner at which it lies.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from cutting.pieces import Direction
from cutting.plan import Node, Placed
from cutting.sequence import finished
from furnishing.units import Length
from reports.drawing import Anchor
from reports.places import letters
from reports.saw_lines import Codes, SawKind, SawLine
from reports.step_table import SMALL, Column, Row
from reports.text.locale import Locale
from reports.wrapping import fits

ARROWS: Final = {Direction.LENGTH: "↔", Direction.WIDTH: "↕"}
"""Which way the saw runs on the figure."""

TURN: Final = "↻"
"""Stands before a panel that is turned before it is cut."""

TOGETHER: Final = 6
"""Equal cuts that share a line at most."""


CUTS: Final = (
    Column("number", 10.8, Anchor.END, bold=True),
    Column("cut", 17.6, size=SMALL),
    Column("take", 11.0, size=9.0, bold=True),
    Column("stop", 12.6, Anchor.END, 11.0, True),
    Column("sum", 12.0, Anchor.END),
    Column("key", 7.0, size=9.0, bold=True),
    Column("gives", 39.2, size=9.0),
)
"""The columns of the list of cuts. For a table saw the sum of stops makes room for the number of the setting."""

INCHES: Final = {"number": 10.8, "stop": 20.0, "sum": 20.0, "x": 20.0, "y": 20.0, "gives": 39.0}
"""The widths for sizes in inches, which are longer; names are broken at their crosses in turn."""

LONG: Final = {"stop": 16.2, "sum": 14.7, "gives": 32.9}
"""The widths for tenths of a millimetre in lengths of over a metre: sizes stay as large as the others."""

PLACES: Final = (
    Column("number", 10.8, Anchor.END, bold=True),
    Column("lies", 16.8, size=SMALL),
    Column("x", 13.5, Anchor.END, 11.0, True),
    Column("y", 13.5, Anchor.END),
    Column("key", 7.0, size=9.0, bold=True),
    Column("piece", 31.1, size=9.0),
)
"""The columns of the list of a sheet without cuts."""


def list_columns(
    locale: Locale, columns: Sequence[Column] = CUTS, saw: SawKind = SawKind.BEAM, *, long: bool = False
) -> tuple[Column, ...]:
    """The columns of the list with their heads in the language of the papers, as wide as its units ask for.

    `long` makes room for sizes such as 2088.1.
    """
    table = {"sum": Column("setting", 11.0, Anchor.END)} if saw is SawKind.TABLE else {}
    widths = (LONG if long else {}) if locale.metric else INCHES
    return tuple(
        replace(
            column,
            head=locale.text(f"step_list.head_{column.head}"),
            width=widths.get(column.head, column.width),
        )
        for column in (table.get(each.head, each) for each in columns)
    )


def rows_of(
    lines: Sequence[SawLine], keys: Mapping[str, int], codes: Codes, locale: Locale, saw: SawKind = SawKind.BEAM
) -> tuple[Row, ...]:
    """The lines of a sheet's cuts: equal cuts one after the other share one, the sums stand last.

    `keys` are the numbers of the letters on the figure. A letter that no cut sets free has a line of its own.
    """
    rows: list[Row] = []
    told: set[str] = set()
    settings = setting_numbers(lines)
    for alike in _alike(lines):
        first, last = alike[0].step, alike[-1].step
        numbers = f"{first.number}" if first is last else f"{first.number}–{last.number}"
        gives = tuple(_given([each for line in alike for each in given_by(line, codes, locale)], keys))
        told |= {name for line in alike for name, _ in given_by(line, codes, locale)}
        cut = f"{ARROWS[first.direction]} {locale.text(f'step_list.{first.kind.name.lower()}')}"
        behind = str(settings[first.number]) if saw is SawKind.TABLE else _sums(alike, len(gives), locale)
        sizes = (locale.length(first.stop), behind)
        rows.append(Row(cells=(numbers, cut, take(alike[0]), *sizes), gives=gives))
    rows += _only_letters(keys, told)
    if lines:
        run = locale.run(sum(line.step.length for line in lines))
        words = locale.text("step_list.cuts", n=len(lines))
        rows.append(Row(cells=(str(len(lines)), words), gives=(("", run),), total=True))
    return tuple(rows)


def has_long_sizes(lines: Iterable[SawLine], locale: Locale) -> bool:
    """Whether a stop or a sum does not fit its usual column."""
    usual = {column.head: column for column in CUTS}

    def fit(length: Length, name: str) -> bool:
        column = usual[name]
        return fits(locale.length(length), column.size, column.width - 1.0, bold=column.bold)

    return not all(fit(line.step.stop, "stop") and fit(line.step.reach, "sum") for line in lines)


def take(line: SawLine) -> str:
    """The panel that a cut is made in, behind an arrow where it is turned first; nothing for the board."""
    return f"{TURN}{line.source}" if line.turned else line.source


def setting_numbers(lines: Sequence[SawLine]) -> Mapping[int, int]:
    """For the number of each cut which setting of the fence it is made with, counted from 1."""
    found: dict[int, int] = {}
    before, count = None, 0
    for line in lines:
        setting = (line.step.direction, line.step.stop)
        count += setting != before
        before = setting
        found[line.step.number] = count
    return found


def _sums(alike: Sequence[SawLine], room: int, locale: Locale) -> str:
    """How far each cut is from the first sawn edge: of many cuts that share few lines the first and the last."""
    reached = [locale.length(line.step.reach) for line in alike]
    if len(reached) <= max(room, 2):
        return "\n".join(reached)
    return f"{reached[0]}\n… {reached[-1]}"


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


def _alike(lines: Sequence[SawLine]) -> Iterator[tuple[SawLine, ...]]:
    """Equal cuts one after the other, as many as a line holds: of three-digit numbers, its column holds only one."""

    def alike(line: SawLine) -> tuple[object, ...]:
        step = line.step
        return (step.kind, step.direction, step.stop, step.length, line.source)

    for _, group in groupby(lines, key=alike):
        every = tuple(group)
        most = TOGETHER if every[-1].step.number < 100 else 1
        yield from (every[at : at + most] for at in range(0, len(every), most))


def _tight(length: Length, width: Length, locale: Locale) -> str:
    cross = "×" if locale.metric else "× "
    return f"{locale.length(length)}{cross}{locale.length(width)}"


def given_by(line: SawLine, codes: Codes, locale: Locale) -> Iterator[tuple[str, str]]:
    """What comes free, as (name in the keys, words): pieces, offcuts, waste, panels that are cut on by their names.

    Waste is told only where nothing else comes free. What is left of a row follows a plus, with its size where it is
    kept.
    """
    near, far = line.step.near, line.step.far
    if near is None:
        return
    name, words = ("", line.near) if line.near else _named(finished(near)[0], codes, locale, told=True)
    if far is None:
        yield name, words
        return
    left, rest = ("", line.far) if line.far else _named(finished(far)[0], codes, locale, told=False)
    if left:
        yield name, words
        yield left, f"+ {rest}"
    else:
        yield name, f"{words} + {rest}" if line.far else words


def _named(leaf: Node, codes: Codes, locale: Locale, *, told: bool) -> tuple[str, str]:
    """A leaf with its size, unless the line has told that."""
    size = "" if told else f" {_tight(leaf.rect.length, leaf.rect.width, locale)}"
    if leaf.piece is not None:
        return leaf.piece, leaf.piece + size
    if leaf.offcut:
        code = codes[leaf.rect.length, leaf.rect.width]
        return code, f"{locale.text('step_list.offcut')} {code}{size}"
    return "", locale.text("step_list.waste")


def _given(names: Iterable[tuple[str, str]], keys: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Letters and words; equal ones one after the other are counted."""
    for (name, words), group in groupby(names):
        count = sum(1 for _ in group)
        yield _letter(name, keys), words if count == 1 else f"{count} × {words}"
