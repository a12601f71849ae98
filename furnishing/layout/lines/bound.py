"""The most points that runs could have at any place of a wall, all at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from furnishing.layout.limits import objective
from furnishing.layout.lines.hung import Uppers
from furnishing.layout.lines.part import Part, Sum, points_of, price_shares, triangles
from furnishing.layout.lines.terms import Terms
from furnishing.layout.lines.unit_types import MM, Flags, Floats, Ints, Order, Place, Runs, Types

TYPES: Final = 1 << 8
APART: Final = 1 << 20
"""More types, and more millimetres between two units, than there are."""

HUNG: Final = 600
"""Millimetres of a hung unit; others hold as much for their width."""


@dataclass(slots=True, kw_only=True)
class Bound:
    """What is known of a leg by type and place: where a unit `stands`, may be `first` or `last` of a run, and the
    `points` that it brings."""

    types: Types
    uppers: Uppers
    scale: float
    stands: Flags
    first: Flags
    last: Flags
    points: Floats
    free: int = field(init=False)
    """How many millimetres of the wall are free for hung units."""
    covers: Ints = field(init=False)
    """By type how many of these nothing hangs in wherever such a unit stands."""
    tables: tuple[Floats, Floats, Floats] | None = None
    """What `placed` needs of these, once it is asked for."""

    def __post_init__(self) -> None:
        wall, types = self.uppers.wall, self.types
        self.free = sum(span.length for span in wall.hung) // MM
        covers = np.zeros(len(types.width), np.int64)
        for each in np.flatnonzero(~types.hung_over & (types.width > 0)):
            if wall.clear_above(int(types.width[each]))[self.stands[each]].all():
                covers[each] = types.width[each]
        self.covers = covers

    def most(self, order: Order, without: frozenset[int], lost: int, longest: int, others: Part) -> float:
        """The points of any run up to a length, in millimetres, with the places `without` of an order free, which costs
        so much of what was wished for, beside the others: all of the length that nothing else needs holds things, below
        and above."""
        types = self.types
        stand = [
            each.types
            for number, each in enumerate(order.places)
            if isinstance(each, Place) and each.lost != 0 and number not in without
        ]
        least = [int(types.width[list(each)].min()) for each in stand if not types.volume[list(each)].any()]
        below = float((types.volume[1:] / types.width[1:]).max()) * max(longest - sum(least), 0)
        return float(self._most(np.array([below]), np.array([longest]), lost, others)[0])

    def holding(self, runs: Runs, lost: int, others: Part) -> Floats:
        """The points of runs with so much missing at most, beside the others, as far as what they hold tells."""
        below, above = self.types.volume, np.where(self.types.hung_over, self.types.width, 0)
        return self._most(below[runs.units].sum(axis=1), above[runs.units].sum(axis=1), lost, others)

    def _most(self, below: Floats, above: Ints, lost: int, others: Part) -> Floats:
        """The points at most where so much is held below and hung units may hang over so many millimetres."""
        self.uppers.know(np.array([HUNG]))
        full, weights = float(objective().scales["kitchen_storage"]), objective().kitchen
        held = others[Sum.VOLUME] + below + float(self.uppers.volume[HUNG]) / HUNG * above
        lacks = float(weights["storage"].points) * np.maximum(1 - held / full, 0)
        lacks += (others[Sum.LOST] + lost) / self.types.whole * float(weights["programme"].points)
        return sum(float(each.points) for each in weights.values()) - lacks

    def standing(self, runs: Runs, terms: Terms, cells: Ints, others: Part) -> Floats:
        """The points of runs beside the others but for their places, if hung units hang over all `cells` or over as few
        of them as is best, are as like each other and as symmetric as can be, and ways to the others are as good;
        minus infinity for what breaks a rule."""
        count = (cells > 0).sum(axis=1)
        volume, cost = self._hung(runs, cells)
        whole = terms.part + others
        stored, paid = self._stored_and_paid(whole, volume, cost)
        more = {row: whole[row] + count + 1 for row in (Sum.UNITS, Sum.STANDARD, Sum.SAME)}
        best = whole.but({**more, Sum.VOLUME: stored, Sum.STORES: whole[Sum.STORES] + count})
        alone = bool(np.isnan(others.centres).all())
        ways = triangles(terms.middles + 1j * terms.depths) if alone else np.ones(len(runs))
        return np.where(terms.may, points_of(best, self.types.whole, paid, ways), -np.inf)

    def _hung(self, runs: Runs, cells: Ints) -> tuple[Floats, Floats]:
        """What hung units over all of these would hold and cost, or over as much of them as the wall is free for."""
        widths = np.minimum(cells, len(self.uppers.volume) - 1)
        self.uppers.know(np.unique(widths))
        free = self.free - self.covers[runs.units].sum(axis=1)
        part = np.clip(free / np.maximum(cells.sum(axis=1), 1), 0, 1)
        return part * self.uppers.volume[widths].sum(axis=1), part * self.uppers.cost[widths].sum(axis=1)

    def _stored_and_paid(self, whole: Part, volume: Floats, cost: Floats) -> tuple[Floats, Floats]:
        """Volume and share of the price where as much of the hung units hangs as is best for both terms.

        Both are straight lines between none, all, and where one of them is full.
        """
        weights, full = objective().kitchen, float(objective().scales["kitchen_storage"])
        best, stored, paid = (np.zeros(len(volume)) for _ in range(3))
        parts = (
            np.zeros(len(volume)),
            np.ones(len(volume)),
            (full - whole[Sum.VOLUME]) / np.maximum(volume, 1e-9),
            (self.scale / 2 - whole[Sum.COST]) / np.maximum(cost, 1e-9),
        )
        for part in (np.clip(each, 0, 1) for each in parts):
            holds = whole[Sum.VOLUME] + part * volume
            price = price_shares(whole[Sum.COST] + part * cost, self.scale)
            worth = float(weights["storage"].points) * np.minimum(holds / full, 1)
            worth += float(weights["price"].points) * price
            better = worth > best
            best, stored, paid = (
                np.where(better, new, old) for new, old in ((worth, best), (holds, stored), (price, paid))
            )
        return stored, paid

    @property
    def most_placed(self) -> float:
        """The points that a place brings any run at most."""
        return sum(float(objective().kitchen[each].points) for each in ("light", "supplies"))

    def placed(self, runs: Runs, terms: Terms) -> Floats:
        """The points that a place brings its sink and hob at most, so far as two units tell: sink and hob, and each of
        both ends with the sink; minus infinity where there is none."""
        every, (stands, starts, ends) = np.arange(len(runs)), self._tables()
        sink = self.types.role("sink")[runs.units].argmax(axis=1)
        hob = self.types.role("hob")[runs.units].argmax(axis=1)
        last = runs.count - 1
        most = self._together(runs, terms, (stands, sink), (stands, hob))
        of_hob = stands.max(axis=1)[runs.units[every, hob]]
        for table, end in ((starts, np.zeros_like(sink)), (ends, last)):
            most = np.minimum(most, self._together(runs, terms, (stands, sink), (table, end)) + of_hob)
        return most

    def _tables(self) -> tuple[Floats, Floats, Floats]:
        """The points that a unit brings where it may stand, and 0 where it may begin or end a run; minus infinity
        elsewhere."""
        if self.tables is None:
            begins, ends = (np.where(each & self.stands, 0.0, -np.inf) for each in (self.first, self.last))
            self.tables = np.where(self.stands, self.points, -np.inf), begins, ends
        return self.tables

    def _together(self, runs: Runs, terms: Terms, one: tuple[Floats, Ints], other: tuple[Floats, Ints]) -> Floats:
        """The best that two units of each run have together by their tables, wherever the run stands."""
        every, (table, column), (beside, column_of) = np.arange(len(runs)), one, other
        types, types_of = (runs.units[every, each].astype(np.int64) for each in (column, column_of))
        apart = terms.starts[every, column_of] - terms.starts[every, column]
        asked = ((apart + APART // 2) * TYPES + types) * TYPES + types_of
        pairs, number = np.unique(asked, return_inverse=True)
        best = np.array([_best(table, beside, int(each)) for each in pairs])
        return best[number]


def _best(table: Floats, beside: Floats, pair: int) -> float:
    """The most that a unit of one type by its table, and one of another so far from it, bring at one place."""
    (apart, one), other = divmod(pair // TYPES, TYPES), pair % TYPES
    apart -= APART // 2
    left, right = table[one], beside[other]
    places = len(left)
    if apart >= 0:
        both = left[: max(places - apart, 0)] + right[apart:]
    else:
        both = left[-apart:] + right[: max(places + apart, 0)]
    return float(both.max(initial=-np.inf))
