"""The types of unit that may stand in a line of kitchen units, as columns of numbers that many runs are judged by.

A type is one option of a slot, or storage of one width. Lengths are whole millimetres, as widths of units are; type 0
is no unit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.layout import measures
from furnishing.layout.arrange import Item
from furnishing.layout.bench import ANGLE_LEG
from furnishing.layout.candidate import BURNING, wanted
from furnishing.layout.estimate import Estimator
from furnishing.layout.kitchen_wishes import weight
from furnishing.layout.placing import stand_of
from furnishing.layout.slots import NEEDED, Option, Slot
from furnishing.layout.uppers_over import shared
from furnishing.programme import KitchenWish, Storage
from furnishing.units import MICROMETRES

MM: Final = MICROMETRES["mm"]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Units = NDArray[np.int8]
"""Types of units: a line for each run, from left to right, then zeros."""


DOORS, DRAWERS, ANGLE = "base-doors", "base-drawers", "base-corner-l"


def bit(width: Ints) -> Ints:
    """A bit for each width in millimetres, by which sets of widths are told apart; two widths that differ by less
    than 25 mm may have the same."""
    return np.where(width > 0, np.left_shift(1, np.minimum(width // 25, 62)), 0)


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two units, or before the first or after the last, where storage may stand; its slot, and its
    types by width in millimetres."""

    slot: Slot
    types: dict[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A place for one unit of these types. Where nothing may stand there instead, leaving it free costs so much of what
    was wished for, None: it is never left free."""

    slot: Slot
    types: tuple[int, ...]
    lost: int | None


class Facts(NamedTuple):
    """What is told of a unit wherever it stands: millimetres, cubic metres, its net cost, whether its width is a
    standard one."""

    depth: float
    volume: float
    cost: float
    standard: bool


class Types:
    """All types of one structure, and what of each is needed to judge runs.

    `places` are the slots from left to right, `items` and `slots` what a type is and which slot it takes; the columns
    are indexed by type. `more` are slots of units that are kept in gaps, `facts` those of units that were told before.
    """

    def __init__(
        self,
        slots: Sequence[Slot],
        more: Sequence[Slot],
        wish: KitchenWish,
        estimator: Estimator,
        facts: dict[Item, Facts],
    ) -> None:
        self.items: list[Item] = []
        self.slots: list[Slot] = []
        self.wish, self.style, self.wished = wish, estimator.style, wanted(wish)
        self.whole = sum(weight(each) for each in self.wished)
        self.drawn: dict[int, int] = {}
        """Storage that becomes another type beside the hob."""
        self.places = tuple(self._places(slots))
        self.kept = tuple(self._type(each, option) for each in more for option in each.options)
        """What is kept in one of the gaps, at its place."""
        self.width = self._ints(lambda item: item.width // MM)
        for item in self.items:
            if item not in facts:
                facts[item] = _facts(item, estimator)
        self.depth = self._floats(lambda item: facts[item].depth)
        self.volume = self._floats(lambda item: facts[item].volume)
        self.cost = self._floats(lambda item: facts[item].cost)
        self.standard = self._flags(lambda item: facts[item].standard)
        self.tall = self._flags(lambda item: item.zone is Zone.TALL)
        self.handy = self._flags(lambda item: item.zone is Zone.BASE and item.role in measures.HANDLING)
        self.stores = self._flags(lambda item: item.role == "storage")
        self.hung_over = self._flags(lambda item: wish.wall_units and item.zone is Zone.BASE and item.role != "hob")
        self.wide = np.where(self.stores, bit(self.width), 0)
        """The width of storage as a bit."""
        self.face = 2 * self.width + self.tall
        """Equal for units that are equally wide and high."""
        self.together = self._together()
        """How wide two neighbours are, by their types, over which one unit hangs; 0 for all others."""
        self.off_hob = np.array([0, *(slot.off_hob // MM for slot in self.slots)], np.int64)
        self.beside_hob = np.array([self.drawn.get(each, each) for each in range(len(self.items) + 1)], np.int8)

    def has(self, role: str) -> int:
        """How many of a role there may be. A hob over an oven is both."""
        roles = [each.slot.role for each in self.places]
        roles += ["oven"] * any(each.role == "hob" and each.kind == "base-oven" for each in self.items)
        return roles.count(role)

    def _together(self) -> Ints:
        found = np.zeros((len(self.width), len(self.width)), np.int64)
        hung_over = [int(each) for each in np.flatnonzero(self.hung_over)]
        for one, other in product(hung_over, repeat=2):
            widths = self.items[one - 1].width, self.items[other - 1].width
            found[one, other] = sum(widths) // MM if shared(*widths) else 0
        return found

    def slots_of(self, without: frozenset[int]) -> tuple[Slot, ...]:
        """The slots of all places but these, from left to right."""
        return tuple(each.slot for number, each in enumerate(self.places) if number not in without)

    def role(self, role: str) -> Flags:
        """Which types are for a role."""
        return self._flags(lambda item: item.role == role)

    def _places(self, slots: Sequence[Slot]) -> list[Gap | Place]:
        found: list[Gap | Place] = []
        gap: Gap | None = None
        for stores, several in groupby(slots, key=lambda slot: slot.role == "storage"):
            if stores:
                gap = gap or self._gap(next(several))
                found.append(gap)
                continue
            for slot in several:
                types = tuple(self._type(slot, option) for option in slot.options)
                found.append(Place(slot, types, self._lost(slot)))
        return found

    def _lost(self, slot: Slot) -> int | None:
        if slot.worth > NEEDED or slot.role == "corner" or slot.at is not None:
            return None
        return weight(slot.role) if slot.role in self.wished else 0

    def _gap(self, slot: Slot) -> Gap:
        kind = DRAWERS if self.wish.storage is Storage.DRAWERS else DOORS
        options = [replace(option, kind=kind) for option in slot.options]
        types = {option.width // MM: self._type(slot, option) for option in options}
        if self.wish.storage is Storage.MIXED:
            drawers = [self._type(slot, replace(option, kind=DRAWERS)) for option in options]
            self.drawn = dict(zip(types.values(), drawers, strict=True))
        return Gap(slot, types)

    def _type(self, slot: Slot, option: Option) -> int:
        choices = BURNING if self.wish.gas and option.kind == "base-hob" else ()
        depth = ANGLE_LEG if option.kind == ANGLE else None
        self.items.append(
            Item(
                role=slot.role,
                kind=option.kind,
                wall=0,
                offset=0,
                width=option.width,
                zone=option.zone,
                choices=choices,
                depth=depth,
            )
        )
        self.slots.append(slot)
        return len(self.items)

    def _ints(self, of: Callable[[Item], int]) -> Ints:
        return np.array([0, *(of(item) for item in self.items)], np.int64)

    def _floats(self, of: Callable[[Item], float]) -> Floats:
        return np.array([0.0, *(of(item) for item in self.items)], np.float64)

    def _flags(self, of: Callable[[Item], bool]) -> Flags:
        return np.array([False, *(of(item) for item in self.items)], np.bool_)


def _facts(item: Item, estimator: Estimator) -> Facts:
    return Facts(
        depth=stand_of(item, estimator.style).depth / MM,
        volume=measures.storage([item], estimator.style),
        cost=float(estimator.cost([item])),
        standard=item.width in kind_of(item.kind).widths,
    )
