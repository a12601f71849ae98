"""A pattern as rows of CUTS: relative sizes, nested by phase, in the order in which the saw cuts.

A division within one of the same direction, and a piece that is a whole strip, go through a phase of a single row,
since a receiver changes direction with every phase. Trims are cut in the first two phases.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cutting.pieces import Direction, Saw
from cutting.plan import Node
from cutting.ptx.patterns import Labels, Pattern, behind, start_and_size
from furnishing.units import Length
from reports.machine.ptx_profile import Profile

WASTE: Final = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: what is cut off, how often, which pieces it yields (id and sheets, none for a strip), and what is cut
    from it. `trim` rows and those that fall (`repeat` 0) take no stroke of their own."""

    function: int
    size: Length
    repeat: int
    labels: Labels = ()
    offcut: tuple[Length, Length] | None = None
    falls: bool = False
    trim: bool = False
    below: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A row with its place: `index` as listed, `sequence` as sawn, `times` how often it is met on one sheet."""

    row: Row
    index: int
    sequence: int
    times: int


def phases(tree: Node) -> int:
    """How many phases of cuts a plain tree comes to; whole strips and doubled directions counted in."""
    most = 2
    stack = [(tree, 0)]
    while stack:
        node, phase = stack.pop()
        most = max(most, phase)
        if node.direction is not None:
            stack += [(child, phase + 1 + (child.direction is node.direction)) for child in node.children]
    return most


def cut_rows(pattern: Pattern, saw: Saw, profile: Profile) -> tuple[Row, ...]:
    """The rows of a pattern; `phases` of its tree must be at most 9."""
    tree = pattern.tree
    direction = tree.direction or Direction.LENGTH
    if tree.direction is None:
        tree = Node(rect=tree.rect, direction=direction, children=(tree,))
    return _level(tree, 1, iter(pattern.labels), saw, profile)


def turned(pattern: Pattern) -> bool:
    """Whether the board is turned before ripping: its first cuts run across."""
    return pattern.tree.direction is Direction.WIDTH


def _level(node: Node, phase: int, labels: Iterator[Labels], saw: Saw, profile: Profile) -> tuple[Row, ...]:
    """The children of a division as rows, trims with them where they are still on."""
    direction = node.direction or Direction.LENGTH
    trim = saw.trim
    near, far = (trim.bottom, trim.top) if direction is Direction.LENGTH else (trim.left, trim.right)
    if phase > 2:
        near = far = 0
    rows = []
    if profile.trim_rows and near > saw.kerf:
        rows.append(Row(function=WASTE + phase, size=near - saw.kerf, repeat=0, trim=True))
    rest = behind(node)
    for child in node.children:
        falls = child is node.children[-1] and rest == 0 and (far == 0 or _is_waste(child))
        row = _row(child, direction, phase, labels, saw, profile)
        if _is_waste(child) and falls:
            if not profile.trailing_waste and rows:
                continue
            row = replace(row, size=row.size + far)
        if falls and not row.below:
            row = replace(row, repeat=profile.falling_repeat, falls=True)
        rows.append(row)
    left = rest + far - saw.kerf
    if profile.trim_rows and left > 0 and not rows[-1].falls:
        rows.append(Row(function=WASTE + phase, size=left, repeat=0, trim=True, falls=True))
    return tuple(_merged(rows, profile))


def _is_waste(node: Node) -> bool:
    return node.direction is None and node.piece is None and not node.offcut


def _row(child: Node, direction: Direction, phase: int, labels: Iterator[Labels], saw: Saw, profile: Profile) -> Row:
    _, size = start_and_size(child.rect, direction)
    if _is_waste(child):
        next(labels)
        return Row(function=WASTE + phase, size=size, repeat=1)
    if child.direction is direction or (child.direction is None and phase == 1):
        child = Node(rect=child.rect, direction=direction.other, children=(child,))
    if child.direction is not None:
        return Row(function=phase, size=size, repeat=1, below=_level(child, phase + 1, labels, saw, profile))
    offcut = (child.rect.length, child.rect.width) if child.offcut else None
    function = WASTE + phase if child.offcut and profile.offcuts_as_waste else phase
    return Row(function=function, size=size, repeat=1, labels=next(labels), offcut=offcut)


def _merged(rows: list[Row], profile: Profile) -> Iterator[Row]:
    """Rows alike in a line as one that repeats; not where a place yields different pieces from sheet to sheet."""
    before: Row | None = None
    for row in rows:
        if (
            before is not None
            and replace(before, repeat=1) == row
            and _repeats(row, profile)
            and not before.falls
            and not before.trim
        ):
            before = replace(before, repeat=before.repeat + 1)
            continue
        if before is not None:
            yield before
        before = row
    if before is not None:
        yield before


def _repeats(row: Row, profile: Profile) -> bool:
    """Whether a row may stand for several alike."""
    if row.repeat != 1 or row.falls or len(row.labels) > 1 or (row.below and not profile.repeat_strips):
        return False
    return all(_single(each) for each in row.below)


def _single(row: Row) -> bool:
    return len(row.labels) <= 1 and all(_single(each) for each in row.below)


def numbered(rows: tuple[Row, ...]) -> list[Numbered]:
    """All rows as they are listed, each with its number in saw order: strips with the second phase at once, deeper
    phases behind all strips, a trim and what falls with the stroke beside it."""
    sequence: dict[int, int] = {}
    later: deque[tuple[Row, ...]] = deque()
    upcoming, last = 1, 0
    for row in rows:
        upcoming, last = _stroke(row, upcoming, last, sequence)
        before = last
        for below in row.below:
            upcoming, before = _stroke(below, upcoming, before, sequence)
            later.append(below.below)
    while later:
        before = upcoming - 1
        for row in later.popleft():
            upcoming, before = _stroke(row, upcoming, before, sequence)
            later.append(row.below)
    return list(_listed(rows, sequence))


def _stroke(row: Row, upcoming: int, last: int, sequence: dict[int, int]) -> tuple[int, int]:
    """Number a row; gives the number of the next stroke and of the last one of this level."""
    if row.repeat == 0:
        sequence[id(row)] = last if row.falls and last else upcoming
        return upcoming, last
    sequence[id(row)] = upcoming
    return upcoming + row.repeat, upcoming + row.repeat - 1


def _listed(rows: tuple[Row, ...], sequence: dict[int, int]) -> Iterator[Numbered]:
    """Every row before those cut from it."""
    stack = [(row, 1) for row in reversed(rows)]
    index = 0
    while stack:
        row, times = stack.pop()
        index += 1
        times *= max(row.repeat, 1)
        yield Numbered(row=row, index=index, sequence=sequence[id(row)], times=times)
        index += max(len(row.labels) - 1, 0)
        stack += [(below, times) for below in reversed(row.below)]
