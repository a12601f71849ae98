"""What hangs over runs of units, all at once, and what it adds to a kitchen: units as `uppers_over.py` says, and a hood
over the hob."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.layout import measures
from furnishing.layout.arrange import Item
from furnishing.layout.estimate import Estimator
from furnishing.layout.kitchen_wishes import weight
from furnishing.layout.lines.part import Part, Sum, nothing
from furnishing.layout.lines.terms import Terms, mirrored
from furnishing.layout.lines.unit_types import MM, Flags, Floats, Ints, Runs, Types, bit
from furnishing.layout.lines.wall import Wall
from furnishing.layout.uppers import HOOD, hood_over
from furnishing.layout.uppers_over import UPPER


@dataclass(slots=True)
class Uppers:
    """The hung units of one search, by width in millimetres: what they hold and cost, and whether they are standard."""

    wall: Wall
    estimator: Estimator
    corner: int = 0
    """How wide what hangs in the corner before the wall is; 0: nothing does."""
    volume: Floats = field(init=False)
    cost: Floats = field(init=False)
    standard: Flags = field(init=False)

    def __post_init__(self) -> None:
        most = kind_of(UPPER).width.most // MM + 1
        self.volume, self.cost = np.zeros(most), np.zeros(most)
        self.standard = np.zeros(most, np.bool_)

    def know(self, widths: Ints) -> None:
        """These widths are asked for next."""
        for width in {int(each) for each in widths if each and not self.volume[each]}:
            item = Item(role="upper", kind=UPPER, wall=0, offset=0, width=width * MM, zone=Zone.WALL)
            self.volume[width] = measures.storage([item], self.estimator.style)
            self.cost[width] = float(self.estimator.cost([item]))
            self.standard[width] = item.width in kind_of(UPPER).widths

    def of(self, runs: Runs, starts: Ints, widths: Ints, cells: Ints, hoods: Hoods, at: Ints) -> Part:
        """What hangs over the `cells` of these runs where they begin at these places; `starts` and `widths` are those
        of their units."""
        places = np.where(runs.units > 0, starts + at[:, None], 0)
        hung = np.zeros_like(cells)
        for width in np.unique(cells[cells > 0]):
            here = cells == width
            hung[here] = self.wall.hangs(int(width))[places[here]]
        self.know(np.unique(hung))
        is_hood = hoods.fits[runs.units, places]
        hood: Flags = is_hood.max(axis=1, initial=False)
        over = np.where(is_hood, runs.units, 0).max(axis=1, initial=0)
        uppers = (hung > 0).sum(axis=1)
        rows = {
            Sum.LOST: np.where(hood, 0, hoods.missed),
            Sum.VOLUME: self.volume[hung].sum(axis=1),
            Sum.COST: self.cost[hung].sum(axis=1) + hoods.cost[over],
            Sum.UNITS: uppers + hood,
            Sum.STANDARD: self.standard[hung].sum(axis=1) + hoods.standard[over],
            Sum.SAME: _same(np.where(is_hood, widths, hung), self.corner),
            Sum.STORES: uppers,
        }
        return nothing(rows, np.bitwise_or.reduce(bit(hung), axis=1))


@dataclass(frozen=True, slots=True)
class Hoods:
    """By type and place whether a hood hangs over it there; by type what that costs, and whether its width is a
    standard one; and what one is missed by."""

    fits: Flags
    cost: Floats
    standard: Flags
    missed: int


def cells_of(runs: Runs, terms: Terms, types: Types) -> Ints:
    """By run and unit how wide that is over which one unit may hang, from where the unit begins; 0: none. A narrow unit
    is one with its neighbour."""
    wide = np.where(types.hung_over[runs.units], terms.widths, 0)
    if types.together.any():
        for number in range(wide.shape[1] - 1):
            both = types.together[runs.units[:, number], runs.units[:, number + 1]]
            both = np.where(wide[:, number] > 0, both, 0)
            wide[:, number] = np.where(both > 0, both, wide[:, number])
            wide[:, number + 1] = np.where(both > 0, 0, wide[:, number + 1])
    return wide


def _same(widths: Ints, first: int) -> Ints:
    """How many of what hangs in a row are as wide as their mirror images, after a first one; 0: nothing hangs there."""
    widths = np.column_stack([np.full(len(widths), first), widths])
    hangs = widths > 0
    number = np.cumsum(hangs, axis=1) - 1
    row = np.zeros_like(widths)
    runs, units = np.nonzero(hangs)
    row[runs, number[runs, units]] = widths[runs, units]
    return mirrored(row, hangs.sum(axis=1))


def hoods_of(types: Types, wall: Wall, estimator: Estimator) -> Hoods:
    """The hoods over the hobs of a structure."""
    fits = np.zeros((len(types.items) + 1, len(wall.places)), np.bool_)
    cost, standard = np.zeros(len(fits)), np.zeros(len(fits), np.bool_)
    burns = any(item.role == "hob" for item in types.items)
    for number, item in enumerate(types.items, start=1):
        hood = hood_over(item, types.wish, types.style) if item.role == "hob" and types.wish.hood else None
        if hood is not None:
            fits[number] = wall.clear_above(item.width // MM)
            cost[number] = float(estimator.cost([hood]))
            standard[number] = hood.width in kind_of(HOOD).widths
    return Hoods(fits, cost, standard, weight("hood") * types.wished.count("hood") * burns)
