"""A sequence of units on a wall becomes exact places: rests closed by fillers, units grown, gaps told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.construction import Construction
from furnishing.layout.closing import Closing, closings, lead, slid
from furnishing.layout.legs import End, Span, Spans
from furnishing.layout.limits import limits
from furnishing.layout.slots import Filled, Set, beside
from furnishing.style import Choices
from furnishing.units import Length

FILLER = "filler"
STRETCHY = frozenset({"storage", "shelf", "wardrobe", "low"})
"""Roles whose units may be a few millimetres wider than a standard width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A unit at its place on a wall. `role` says what for: sink, hob, fridge, storage, filler, upper, hood, worktop ...

    `depth` and `elevation` are None where the style says them; `out` is how far its back stands off the wall: more
    than 0 in an island.
    """

    role: str
    kind: str
    wall: int
    offset: Length
    width: Length
    zone: Zone
    choices: Choices = ()
    depth: Length | None = None
    height: Length | None = None
    elevation: Length | None = None
    pinned: bool = False
    out: Length = 0

    @property
    def end(self) -> Length:
        """Its right end on the wall."""
        return self.offset + self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Units of one wall that stand side by side, and how the rest of their span was closed."""

    wall: int
    items: tuple[Item, ...]
    closing: Closing
    left: End
    right: End
    start: Length
    end: Length


def rows(filled: Filled, spans: Spans, wall: int, rules: Construction, *, wider: bool = True) -> tuple[Row, ...] | None:
    """The rows of one wall, closed the best way; None where a unit would leave its span or its water by that, and
    where every way leaves a slit between two rows.

    `wider` says whether units may grow for it.
    """
    found: list[Row] = []
    for chain, following in _chains(filled):
        ways = _closings_of(chain, following, spans, wall, rules, wider=wider)
        row = next((each for each in ways if not found or not slit(found[-1], each)), None)
        if row is None:
            return None
        found.append(row)
    return tuple(found)


def narrow(between: Length) -> bool:
    """Whether the room between two units is too narrow to be cleaned."""
    return 0 < between < limits().gap_least


def slit(one: Row, other: Row) -> bool:
    """Whether the room between two rows of a wall is too narrow to be cleaned, and nothing pinned makes it so."""
    last, first = one.items[-1], other.items[0]
    return narrow(first.offset - last.end) and not (last.pinned or first.pinned)


def rows_as_they_are(
    filled: Filled, spans: Spans, wall: int, rules: Construction, edges: Sequence[Length] | None = None
) -> Iterator[tuple[Row, ...]]:
    """The rows of one wall with no unit made wider: closed the best way, then each row in every other way; those with a
    slit between rows are left out.

    With `edges`, where what may hang begins and ends, also moved along the wall to wherever that may be better.
    """
    ways: list[list[Row]] = []
    for chain, following in _chains(filled):
        ways.append(list(_closings_of(chain, following, spans, wall, rules, wider=False, edges=edges)))
        if not ways[-1]:
            return
    first = [each[0] for each in ways]
    every = [[*first[:number], other, *first[number + 1 :]] for number, ones in enumerate(ways) for other in ones[1:]]
    for found in [first, *every]:
        if found and not any(slit(*pair) for pair in pairwise(found)):
            yield tuple(found)


def _chains(filled: Filled) -> list[tuple[list[Set], Length | None]]:
    """Units side by side, and where the next of them begin."""
    chains: list[list[Set]] = []
    for unit in filled.units:
        if unit.lead is not None or not chains:
            chains.append([])
        chains[-1].append(unit)
    after = [_start(each) for each in chains[1:]]
    return list(zip(chains, [*after, None], strict=False))


def _start(chain: Sequence[Set]) -> Length:
    """Where the span of a chain begins."""
    return chain[0].offset - (chain[0].lead or 0)


def _span_of(unit: Set, spans: Spans) -> Span:
    at, wide = unit.offset, unit.option.width
    return next(each for each in spans[unit.option.zone] if each.start <= at and at + wide <= each.end)


def _closings_of(
    chain: Sequence[Set],
    following: Length | None,
    spans: Spans,
    wall: int,
    rules: Construction,
    *,
    wider: bool = True,
    edges: Sequence[Length] | None = None,
) -> Iterator[Row]:
    """A row for each way to close it, the best first. `wider`: whether units may grow for that; `edges`: see above."""
    within = _within(chain, following, spans, wall, _start(chain))
    free = within.free(chain)
    ways = list(closings(within.end - within.start - _length(chain), within.left, within.right, rules, wider=wider))
    if edges is not None:
        at_left, at_right, step = lead(within.left), lead(within.right), rules.grow_step
        exact = {0, free, *_places(chain, within.start + at_left, edges), *_filler_ends(free, at_left, at_right, rules)}
        for by in sorted({each for place in exact for each in (place // step * step, -(-place // step) * step)}):
            moved = slid(free, within.left, within.right, by, rules)
            if moved is not None and moved not in ways:
                ways.append(moved)
    found = (_row(chain, within, closing, rules) for closing in ways)
    yield from (row for row in found if row is not None)


def row_at(chain: Sequence[Set], spans: Spans, wall: int, rules: Construction) -> Row | None:
    """The row of units that stand side by side where their offsets say, with fillers beside it where these are as wide
    as fillers are; None where it cannot stand there."""
    within = _within(chain, None, spans, wall, _span_of(chain[0], spans).start)
    by = chain[0].offset - within.start - lead(within.left)
    closing = slid(within.free(chain), within.left, within.right, by, rules)
    return None if closing is None else _row(chain, within, closing, rules)


@dataclass(frozen=True, slots=True)
class _Within:
    """Where a chain may stand: the spans of its units, the wall, where it may begin and end, what is there, and how far
    a filler reaches beyond its ends."""

    spans: tuple[Span, ...]
    wall: int
    start: Length
    end: Length
    left: End
    right: End
    left_reach: Length
    right_reach: Length

    def free(self, chain: Sequence[Set]) -> Length:
        """How far the chain may be moved."""
        return self.end - self.start - _length(chain) - lead(self.left) - lead(self.right)


def _within(chain: Sequence[Set], following: Length | None, spans: Spans, wall: int, start: Length) -> _Within:
    own = tuple(_span_of(unit, spans) for unit in chain)
    first, last = own[0], own[-1]
    end, right, reach = last.end, beside(last.right, chain[-1].slot.off_wall), last.right_reach
    if following is not None and following <= end:
        end, right, reach = following, End.FLUSH, 0
    return _Within(own, wall, start, end, beside(first.left, chain[0].slot.off_wall), right, first.left_reach, reach)


def _length(chain: Sequence[Set]) -> Length:
    return sum(unit.option.width for unit in chain)


def _row(chain: Sequence[Set], within: _Within, closing: Closing, rules: Construction) -> Row | None:
    """The chain closed in one way; None where a unit or a filler cannot be so."""
    items = _closed(chain, within.spans, closing, within.wall, within.start, rules)
    if items is None:
        return None
    fillers = list(_fillers(items, closing, within))
    if any(not rules.filler_least <= each.width <= rules.filler_most + rules.wall_play for each in fillers):
        return None
    return Row(
        wall=within.wall,
        items=tuple(sorted([*items, *fillers], key=lambda each: each.offset)),
        closing=closing,
        left=within.left,
        right=within.right,
        start=within.start,
        end=within.end,
    )


def _places(chain: Sequence[Set], start: Length, edges: Sequence[Length]) -> Iterator[Length]:
    """How far a chain may be moved from `start` until something of it comes to an edge of where it stands well."""
    left = start
    for unit in chain:
        slot, right = unit.slot, left + unit.option.width
        middle = (left + right) // 2
        yield from (edge - left for edge in edges)
        yield from (high - left for _, high in slot.avoid)
        yield from (low - right for low, _ in slot.avoid)
        yield from (mark - middle for mark in slot.marks)
        if slot.near is not None:
            yield slot.near - middle
        if slot.band is not None:
            yield from (slot.band[1] - left, slot.band[0] - right)
        left = right
    yield from (edge - left for edge in edges)


def _filler_ends(
    free: Length, at_left: Length, at_right: Length, rules: Construction
) -> tuple[Length, Length, Length, Length]:
    """How far a chain may be moved until a filler beside it is as narrow or as wide as can be."""
    least, most = rules.filler_least, rules.filler_most
    return (least - at_left, most - at_left, free - least + at_right, free - most + at_right)


def _closed(
    chain: Sequence[Set],
    own: Sequence[Span],
    closing: Closing,
    wall: int,
    start: Length,
    rules: Construction,
) -> list[Item] | None:
    widths = _grown(chain, closing.grow, rules)
    if widths is None:
        return None
    at = start + closing.left + closing.gap_left
    items = []
    for unit, width, span in zip(chain, widths, own, strict=True):
        slot = unit.slot
        if at < span.start or at + width > span.end or (slot.at is not None and at != slot.at):
            return None
        if not slot.may_take(at, at + width):
            return None
        items.append(
            Item(
                role=unit.role,
                kind=unit.option.kind,
                wall=wall,
                offset=at,
                width=width,
                zone=unit.option.zone,
                pinned=slot.at is not None,
            )
        )
        at += width
    return items


def _grown(chain: Sequence[Set], by: Length, rules: Construction) -> list[Length] | None:
    """Widths with `by` shared out among units that may grow, in equal parts; the first take what is left over."""
    widths = [unit.option.width for unit in chain]
    able = [
        number
        for number, unit in enumerate(chain)
        if unit.role in STRETCHY
        and unit.slot.at is None
        and widths[number] + by <= kind_of(unit.option.kind).width.most
    ]
    if by and not able:
        return None
    if by:
        # One unit made to measure is better than many; a wide one shows it least.
        widths[max(able, key=lambda number: (widths[number], -number))] += by // rules.grow_step * rules.grow_step
    return widths


def _fillers(items: Sequence[Item], closing: Closing, within: _Within) -> Iterator[Item]:
    if closing.left:
        wide = closing.left + within.left_reach
        yield _filler(items[0], within.wall, items[0].offset - wide, wide)
    if closing.right:
        yield _filler(items[-1], within.wall, items[-1].end, closing.right + within.right_reach)


def _filler(beside: Item, wall: int, offset: Length, width: Length) -> Item:
    return Item(role=FILLER, kind=FILLER, wall=wall, offset=offset, width=width, zone=beside.zone)


def moved(item: Item, offset: Length) -> Item:
    """The same unit elsewhere on its wall."""
    return replace(item, offset=offset)
