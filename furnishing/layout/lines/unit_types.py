"""The types of unit that may stand in a line of kitchen units, as columns of numbers that many runs are judged by.

A type is one option of a slot, or storage of one width. Lengths are whole millimetres, as widths of units are; type 0
is no unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
from furnishing.layout.uppers_over import LEAST, shared
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

    @property
    def types_of(self) -> tuple[int, ...]:
        """All of them."""
        return tuple(self.types.values())


@dataclass(frozen=True, slots=True)
class Place:
    """A place for one unit of these types. Where nothing may stand there instead, leaving it free costs so much of what
    was wished for, None: it is never left free."""

    slot: Slot
    types: tuple[int, ...]
    lost: int | None

    @property
    def types_of(self) -> tuple[int, ...]:
        """All of them."""
        return self.types


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of one structure: types of their units, the number of these, and the length in millimetres."""

    units: Units
    count: Ints
    length: Ints

    def __len__(self) -> int:
        return len(self.count)

    def of(self, chosen: Ints) -> Runs:
        """Some of them."""
        return Runs(self.units[chosen], self.count[chosen], self.length[chosen])


@dataclass(frozen=True, slots=True)
class Order:
    """What may stand on a leg from left to right, and the types that are kept in one of its gaps."""

    places: tuple[Gap | Place, ...]
    kept: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What its runs depend on."""
        return self.kept, tuple((each.types_of, isinstance(each, Place) and each.lost) for each in self.places)

    @property
    def types(self) -> set[int]:
        """All types of its places."""
        return {each for place in self.places for each in place.types_of}

    def slots_of(self, without: frozenset[int]) -> tuple[Slot, ...]:
        """The slots of all places but these."""
        return tuple(each.slot for number, each in enumerate(self.places) if number not in without)


Asked = tuple[Sequence[Slot], Sequence[Slot]]
"""The slots of a leg from left to right, and those of units that are kept in its gaps."""


class Facts(NamedTuple):
    """What is told of a unit wherever it stands: millimetres, cubic metres, its net cost, whether its width is a
    standard one."""

    depth: float
    volume: float
    cost: float
    standard: bool


class Types:
    """All types of some legs, and what of each is needed to judge runs.

    `orders` are the legs, `items` and `slots` what a type is and which slot it takes; the columns are indexed by type.
    `facts` are those of units that were told before.
    """

    def __init__(
        self,
        several: Sequence[Asked],
        wish: KitchenWish,
        estimator: Estimator,
        facts: dict[Item, Facts],
    ) -> None:
        self.items: list[Item] = []
        self.slots: list[Slot] = []
        self.numbers: dict[tuple[object, ...], int] = {}
        self.roles: dict[str, Flags] = {}
        self.ways: dict[tuple[object, ...], Runs] = {}
        """What may stand at a place, once it was asked for."""
        self.wish, self.style, self.wished = wish, estimator.style, wanted(wish)
        self.whole = sum(weight(each) for each in self.wished)
        self.drawn: dict[int, int] = {}
        """Storage that becomes another type beside the hob."""
        self.orders = tuple(self._order(slots, more) for slots, more in several)
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

    def has(self, order: Order) -> Counter[str]:
        """How many of each role there may be. A hob over an oven is both."""
        items = (self.items[each - 1] for each in order.types)
        under = ["oven"] * any(each.role == "hob" and each.kind == "base-oven" for each in items)
        return Counter([*(each.slot.role for each in order.places), *under])

    def _together(self) -> Ints:
        found = np.zeros((len(self.width), len(self.width)), np.int64)
        hung_over = [int(each) for each in np.flatnonzero(self.hung_over)]
        for one, other in product(hung_over, repeat=2):
            if min(self.width[one], self.width[other]) >= LEAST // MM:
                continue
            widths = self.items[one - 1].width, self.items[other - 1].width
            found[one, other] = sum(widths) // MM if shared(*widths) else 0
        return found

    def role(self, role: str) -> Flags:
        """Which types are for a role."""
        if role not in self.roles:
            self.roles[role] = self._flags(lambda item: item.role == role)
        return self.roles[role]

    def _order(self, slots: Sequence[Slot], more: Sequence[Slot]) -> Order:
        kept = tuple(self._type(each, option) for each in more for option in each.options)
        return Order(tuple(self._places(slots)), kept)

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
        types = {option.width // MM: self._type(slot, option, kind) for option in slot.options}
        if self.wish.storage is Storage.MIXED:
            drawers = [self._type(slot, option, DRAWERS) for option in slot.options]
            self.drawn |= zip(types.values(), drawers, strict=True)
        return Gap(slot, types)

    def _type(self, slot: Slot, option: Option, kind: str = "") -> int:
        """The type of an option, or of another kind in its width; slots that say the same of it have it in common."""
        kind = kind or option.kind
        own = (slot.role, slot.band, slot.at, slot.avoid, slot.off_hob, slot.off_wall, slot.marks)
        number = self.numbers.setdefault((kind, option.width, own), len(self.items) + 1)
        if number <= len(self.items):
            return number
        choices = BURNING if self.wish.gas and kind == "base-hob" else ()
        depth = ANGLE_LEG if kind == ANGLE else None
        self.items.append(
            Item(
                role=slot.role,
                kind=kind,
                wall=0,
                offset=0,
                width=option.width,
                zone=option.zone,
                choices=choices,
                depth=depth,
            )
        )
        self.slots.append(slot)
        return number

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
