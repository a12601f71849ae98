"""Furniture other than kitchens judged: rows of units become items with insides, then points; or they cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from furnishing.construction import Construction
from furnishing.layout import fitted, hard, measures
from furnishing.layout.arrange import FILLER, Item, Row
from furnishing.layout.estimate import Estimator, Unit
from furnishing.layout.furniture_joined import bridges, levelled
from furnishing.layout.furniture_recipes import Recipe
from furnishing.layout.furniture_wishes import missing_of, programme_share, short_of
from furnishing.layout.interiors import Inside, Totals, divided, insides_of
from furnishing.layout.judged import Features, Judged, base_order
from furnishing.layout.limits import objective
from furnishing.layout.pins import Pins
from furnishing.layout.placement import Placement
from furnishing.layout.placing import placements, stand_of
from furnishing.layout.score import closing_share, price_scale, price_share, weighed
from furnishing.layout.shorter import Rows
from furnishing.layout.structures import Site
from furnishing.layout.work import BOUND, SEEN
from furnishing.programme import Programme, Purpose
from furnishing.room import OpeningKind
from furnishing.style import Style
from furnishing.units import Length

Faces = Mapping[int, tuple[Length | None, Length | None]]

HOLDS: Final = frozenset({"wardrobe", "shelf", "low", "bridge", "shoes", "seat", "vanity", "storage", "larder", "desk"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A recipe on one wall or round a corner. `faces`: for each wall how far the run round its corner reaches;
    `around`: the pillars and pipes, by number, that units are cut around."""

    recipe: Recipe
    walls: tuple[int, ...]
    faces: Faces
    around: frozenset[int]


@dataclass(slots=True, kw_only=True)
class FurnitureJudge:
    """What rows of units are worth; it remembers how high and with which insides units can be."""

    site: Site
    style: Style
    rules: Construction
    programme: Programme
    estimator: Estimator
    ground: hard.Ground
    pins: Pins
    insides: dict[tuple[str | int | None, ...], Sequence[Inside]] = field(default_factory=dict)
    best: dict[tuple[str | int | None, ...], tuple[Totals, Decimal, float] | None] = field(default_factory=dict)
    cut_off: dict[tuple[str | int | None, ...], bool] = field(default_factory=dict)
    heights: dict[tuple[str | int, ...], tuple[Length, bool]] = field(default_factory=dict)

    def most(self, found: Rows, attempt: Attempt) -> float:
        """The points that rows may have at most: all that shows before their units are built."""
        self.estimator.work.parts += SEEN
        items = [item for row in found for item in row.items]
        shares = dict.fromkeys(objective().furniture, 1.0) | self._seen(items, found, attempt.walls)
        shares["storage"] = _stored(measures.volume(items, self.style, HOLDS))
        if attempt.recipe.hung:
            shares["symmetry"] = 1.0
        if attempt.recipe.hung or any(each.role == "vanity" for each in items):
            shares["storage"] = 1.0
        return weighed(shares, objective().furniture).total

    def most_apart(self, found: Rows, attempt: Attempt) -> float:
        """The same where each unit offers the most of everything and costs the least, whatever the others are."""
        self.estimator.work.parts += BOUND
        items = self._joined(found, attempt)
        totals, cost, volume = Totals(), NOTHING, 0.0
        for item in items:
            if item.kind != FILLER:
                at_best = self._at_best(item)
                if at_best is None:
                    return 0.0
                offers, least, large = at_best
                totals, cost, volume = totals.plus(offers), cost + least, volume + large
        shares = dict.fromkeys(objective().furniture, 1.0) | self._seen(items, found, attempt.walls)
        if not self.programme.shelf:
            shares["programme"] = programme_share(self.programme, totals, missing_of(items, self.programme), 0)
        shares["storage"] = _stored(volume)
        shares["price"] = price_share(cost, price_scale(self.programme.budget, "furniture_price"))
        return weighed(shares, objective().furniture).total

    def _at_best(self, item: Item) -> tuple[Totals, Decimal, float] | None:
        """The most of everything that a unit offers with any inside, at the least cost, and its volume; None where it
        cannot be."""
        key = self._place_of(item)
        if key not in self.best:
            insides = self._insides(item) if self.programme.purpose is Purpose.WARDROBE else [((), self._offers(item))]
            units = [unit for _, unit in insides if unit is not None]
            most = {name: max((getattr(each, name) for each in units), default=0) for name in OFFERED}
            least = min((each.cost for each in units), default=NOTHING)
            volume = _volume([item], self._placed([item]))
            self.best[key] = (Totals(**most), least, volume) if units else None
        return self.best[key]

    def most_bare(self, found: Rows, attempt: Attempt) -> float:
        """The same from units without bands, holes and fittings, which offer as much and cost less; 0 if they fail."""
        self.estimator.work.parts += BOUND
        items = self._items(found, attempt)
        if items is None:
            return 0.0
        items = divided(items, self.programme, self._insides, lambda _: True)
        placed = self._placed(items)
        units = [self.estimator.of(each, bare=True) for each in placed]
        if any(each is None for each in units):
            return 0.0
        return weighed(self._shares(items, found, placed, units, attempt.walls), objective().furniture).total

    def judged(self, found: Rows, attempt: Attempt) -> Judged | None:
        """The rows as a layout; None where it breaks a rule, loses a pin or holds a unit that cannot be made."""
        self.estimator.work.parts += BOUND
        items = self._items(found, attempt)
        if items is None:
            return None
        items = divided(items, self.programme, self._insides, self._buildable)
        placed = self._placed(items)
        units = [self.estimator.of(each) for each in placed]
        if any(each is None for each in units):
            return None
        missing, shelves = missing_of(items, self.programme), self._shelves(items)
        return Judged(
            features=Features(
                shape=f"{len(attempt.walls)} walls",
                walls=frozenset(attempt.walls),
                closure=attempt.recipe.closure,
                order=base_order(items),
            ),
            items=tuple(items),
            rows=found,
            missing=missing,
            score=weighed(self._shares(items, found, placed, units, attempt.walls), objective().furniture),
            placements=placed,
            price=self.estimator.price(placed),
            short=tuple(short_of(self.programme, _together(units), shelves)),
        )

    def _items(self, found: Rows, attempt: Attempt) -> list[Item] | None:
        """What stands in rows, without insides; None where that breaks a rule or loses a pin."""
        items = self._joined(found, attempt)
        has = {(each.kind, each.wall, each.offset, each.width) for each in items}
        if any((each.kind, each.wall, each.offset, each.width) not in has for each in self.pins.keeps):
            return None
        if any(True for _ in hard.broken(items, found, attempt.faces, self.ground)):
            return None
        return None if any(self._through(each, attempt.around) for each in items) else items

    def _joined(self, found: Rows, attempt: Attempt) -> list[Item]:
        """The units of rows with what they take on from one another, and bridges between them."""
        items = [self._as_kind(item, found) for row in found for item in row.items]
        if attempt.recipe.hung:
            items += list(bridges(items, attempt.recipe.hung, self.site, self.style))
        return levelled(items, self.style)

    def _through(self, item: Item, around: frozenset[int]) -> bool:
        """Whether a pillar that units are cut around would go through a side of this one: found out once a place."""
        if not around:
            return False
        key = (item.kind, item.wall, item.offset, item.width, item.height, item.depth, *sorted(around))
        if key not in self.cut_off:
            through = fitted.through_sides(self.site.room, self.style, [self._stand(item)], self.rules, around)
            self.cut_off[key] = bool(through)
        return self.cut_off[key]

    def _shares(
        self,
        items: Sequence[Item],
        found: Rows,
        placed: Sequence[Placement],
        units: Sequence[Unit | None],
        walls: Sequence[int],
    ) -> dict[str, float]:
        """All terms. Fillers cost no points, whatever they cost."""
        missing = missing_of(items, self.programme)
        cost = sum(
            (unit.cost for unit, each in zip(units, placed, strict=True) if unit and each.kind != FILLER), NOTHING
        )
        return self._seen(items, found, walls) | {
            "programme": programme_share(self.programme, _together(units), missing, self._shelves(items)),
            "storage": _stored(_volume(items, placed)),
            "price": price_share(cost, price_scale(self.programme.budget, "furniture_price")),
        }

    def _seen(self, items: Sequence[Item], found: Rows, walls: Sequence[int]) -> dict[str, float]:
        """The terms that depend on nothing but what stands where."""
        return {
            "light": 1 - 0.5 * any(self._before_window(wall) for wall in walls),
            "widths": 0.6 * measures.standard_share(items) + 0.4 * measures.variety(items, HOLDS),
            "closing": closing_share(found),
            "symmetry": measures.symmetry(items),
        }

    def _placed(self, items: Sequence[Item]) -> tuple[Placement, ...]:
        """Where items stand, as high as slopes allow."""
        placed = placements(items, self.style)
        return tuple(self._lowered(each) for each in placed) if self.style.fitted else placed

    def _lowered(self, placed: Placement) -> Placement:
        """As high as slopes allow: found out once for each place."""
        key = (placed.kind, placed.wall, placed.offset, placed.elevation, placed.width, placed.height, placed.depth)
        if key not in self.heights:
            (low,) = fitted.lowered(self.site.room, self.style, [placed], self.rules)
            self.heights[key] = (low.height, low.slanting)
        height, slanting = self.heights[key]
        return replace(placed, height=height, slanting=slanting)

    def _stand(self, item: Item) -> Placement:
        return self._placed([item])[0]

    def _offers(self, item: Item) -> Unit | None:
        return self.estimator.of(self._stand(item), bare=True)

    def _buildable(self, item: Item) -> bool:
        return self.estimator.buildable(self._stand(item))

    def _insides(self, item: Item) -> Sequence[Inside]:
        """Every inside of an item: wherever it stands, where its style is not fitted."""
        key = self._place_of(item)
        if key not in self.insides:
            self.insides[key] = insides_of(item, self._stand, self._offers)
        return self.insides[key]

    def _place_of(self, item: Item) -> tuple[str | int | None, ...]:
        """What an item's insides depend on: its place only where it may be cut."""
        place = (item.wall, item.offset) if self.style.fitted else ()
        return (item.kind, *place, item.width, item.height, item.depth)

    def _as_kind(self, item: Item, found: Sequence[Row]) -> Item:
        """Kinds that have a depth of their own keep it; a filler takes that of the unit beside it."""
        if item.kind != FILLER:
            return item
        row = next(row for row in found if item in row.items)
        beside = min(
            (each for each in row.items if each.kind != FILLER),
            key=lambda each: abs(each.offset + each.width // 2 - item.offset),
        )
        stand = stand_of(beside, self.style)
        return replace(item, depth=stand.depth, height=stand.height)

    def _shelves(self, items: Iterable[Item]) -> Length:
        """How many metres of board there are for books, where these are wished for."""
        if not self.programme.shelf:
            return 0
        books = [self._offers(each) for each in items if each.role == "shelf"]
        return sum(each.shelves for each in books if each is not None)

    def _before_window(self, wall: int) -> bool:
        return any(each.kind is OpeningKind.WINDOW for each in self.site.room.walls[wall].openings)


NOTHING: Final = Decimal(0)
OFFERED: Final = ("hang_long", "hang_short", "shelves", "drawers", "shoes")


def _together(units: Iterable[Unit | None]) -> Totals:
    totals = Totals()
    for unit in units:
        totals = totals.plus(unit)
    return totals


def _stored(volume: float) -> float:
    return volume / float(objective().scales["furniture_storage"])


def _volume(items: Sequence[Item], placed: Sequence[Placement]) -> float:
    """Cubic metres of units that hold things; a slope counts as high as it is at its highest."""
    holding = {(each.kind, each.wall, each.offset) for each in items if each.role in HOLDS}
    kept = [each for each in placed if (each.kind, each.wall, each.offset) in holding]
    return sum(each.width * each.height * each.depth / 1e18 for each in kept)
