"""The search for furniture other than kitchens: walls in turn, each with every recipe of the programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from furnishing.cabinets.kind import Stand, Zone
from furnishing.cabinets.registry import kind_of
from furnishing.construction import Construction
from furnishing.layout import fitted, hard, measures
from furnishing.layout.arrange import Item, Row, rows
from furnishing.layout.estimate import Estimator, Unit
from furnishing.layout.fill import fill
from furnishing.layout.free_space import Zoned
from furnishing.layout.furniture_recipes import Recipe, evened, recipes
from furnishing.layout.interiors import Totals, divided
from furnishing.layout.judged import Features, Judged, Short, base_order
from furnishing.layout.kitchen import price_share
from furnishing.layout.legs import Cut, Span, bands, cut, spans_of, taken_at_left, taken_at_right
from furnishing.layout.limits import limits, objective
from furnishing.layout.looked_over import errors
from furnishing.layout.measures import Frame
from furnishing.layout.pins import Pins, pinned_slots, pinned_spans, standing
from furnishing.layout.placement import Placement
from furnishing.layout.placing import placements, stand_of
from furnishing.layout.score import closing_share, weighed
from furnishing.layout.structures import Site
from furnishing.programme import Programme, Purpose
from furnishing.room import OpeningKind
from furnishing.style import Style
from furnishing.units import Length

HOLDS: Final = frozenset({"wardrobe", "shelf", "low", "bridge", "shoes", "seat", "vanity", "storage", "larder", "desk"})


@dataclass(slots=True, kw_only=True)
class FurnitureSearch:
    """All that judging furniture needs."""

    site: Site
    style: Style
    rules: Construction
    programme: Programme
    estimator: Estimator
    walls: tuple[Frame, ...]
    pins: Pins = field(default_factory=Pins)
    incomplete: bool = True
    known: dict[tuple[int, Zoned, Zoned], dict[Zone, tuple[Span, ...]]] = field(default_factory=dict)
    ground: hard.Ground = field(init=False)

    def __post_init__(self) -> None:
        room = self.site.room
        outline = room.outline.buffer(1000, join_style="mitre")
        self.ground = hard.Ground(room=room, style=self.style, walls=self.walls, outline=outline, gas=False)

    def run(self) -> Iterator[Judged | None]:
        """Every wall with every recipe, then pairs of walls round a corner where one is not enough."""
        least = limits().run_least
        count = len(self.site.room.walls)
        kept = {each.wall for each in self.pins.keeps}
        able = [wall for wall in range(count) if wall not in self.site.forbidden and self._free(wall) >= least]
        pairs = [
            (wall, (wall + 1) % count)
            for wall in able
            if (wall + 1) % count in able and count > 1 and self.site.room.walls[wall].turn > 0
        ]
        for walls in [*((wall,) for wall in able), *pairs]:
            if not kept - set(walls):
                for recipe in recipes(self.programme, self.site.room, walls[-1], self._spans(walls[-1])):
                    yield from self._ways(walls, recipe)

    def _ways(self, walls: tuple[int, ...], recipe: Recipe) -> Iterator[Judged | None]:
        """A recipe on one wall, or round a corner where all of it repeats."""
        if len(walls) > 1 and not all(slot.many for slot in recipe.slots):
            return
        # Under slopes no two units are alike, and every one must be built to be judged.
        found = (recipe,) if self._fitted(recipe) else tuple(evened(recipe))
        for around in self._arounds(walls, recipe):
            for each in found:
                yield self._on(walls, each, around)

    def lacking(self, judged: Judged) -> bool:
        """Never: furniture without all that was wished for is furniture still."""
        return False

    def sound(self, judged: Judged) -> bool:
        """Whether nothing of it clashes as it stands and opens."""
        if any(True for _ in hard.clashes(judged.items, self.ground)):
            return False
        return not any(True for _ in errors(judged.placements, self.ground.room, self.estimator))

    def trimmed(self, judged: Judged) -> Judged:
        """As it is: furniture without a worktop needs no trims that its kinds do not bring."""
        return judged

    def _spans(self, wall: int) -> tuple[Span, ...]:
        return (*self.site.spans[wall].get(Zone.TALL, ()), *self.site.spans[wall].get(Zone.BASE, ()))

    def _free(self, wall: int) -> Length:
        return max(sum(span.length for span in self.site.spans[wall].get(zone, ())) for zone in (Zone.TALL, Zone.BASE))

    def _arounds(self, walls: Sequence[int], recipe: Recipe) -> Iterator[frozenset[int]]:
        """The pillars and pipes that units of a recipe are cut around: as many as can be, then none."""
        zoned = bands(self.style)[Zone.TALL]
        found = frozenset[int]()
        if self._fitted(recipe):
            found = found.union(*(fitted.to_cut_around(self.site.room, wall, zoned, self.rules) for wall in walls))
        if found:
            yield found
        yield frozenset()

    def _fitted(self, recipe: Recipe) -> bool:
        """Whether its units are cut to slopes and around pillars: where the style wants it and all of them can be."""
        codes = {option.kind for slot in recipe.slots for option in slot.options}
        return self.style.fitted and all(kind_of(code).fits for code in codes)

    def _on(self, walls: tuple[int, ...], recipe: Recipe, around: frozenset[int]) -> Judged | None:
        found: list[Row] = []
        faces: dict[int, tuple[Length | None, Length | None]] = {}
        for number, wall in enumerate(walls):
            depth = self.style.tall_depth
            by = Cut(
                start=taken_at_left(self.site.room, wall, depth, depth) if number else None,
                end=taken_at_right(self.site.room, wall, depth, depth) if number + 1 < len(walls) else None,
            )
            faces[wall] = (by.start, by.end)
            spans = {zone: cut(each, by) for zone, each in self._free_for(wall, recipe, around).items()}
            keeps = standing(self.pins.on(wall))
            spans = pinned_spans(spans, keeps)
            slots, fixed = pinned_slots(recipe.slots, keeps)
            made = rows(fill(slots, spans, self.rules, fixed), spans, wall, self.rules)
            if not made:
                return None
            found += made
        items = [self._as_kind(item, found) for row in found for item in row.items]
        if recipe.hung:
            items += list(self._bridges(items, recipe.hung))
        items = divided(self._level(items), self.programme, self._stand, self._built)
        through = fitted.through_sides(self.site.room, self.style, self._placed(items), self.rules, around)
        has = {(each.kind, each.wall, each.offset, each.width) for each in items}
        lost = any((each.kind, each.wall, each.offset, each.width) not in has for each in self.pins.keeps)
        if lost or through:
            return None
        return self._judged(tuple(items), tuple(found), recipe, walls, faces)

    def _placed(self, items: Sequence[Item]) -> tuple[Placement, ...]:
        """Where items stand, as high as slopes allow."""
        return tuple(fitted.lowered(self.site.room, self.style, placements(items, self.style), self.rules))

    def _stand(self, item: Item) -> Placement:
        return self._placed([item])[0]

    def _built(self, item: Item) -> Unit | None:
        return self.estimator.of(self._stand(item))

    def _free_for(self, wall: int, recipe: Recipe, around: frozenset[int]) -> dict[Zone, tuple[Span, ...]]:
        """The spans of a wall for the kinds of a recipe, some of which are higher or deeper than their zone."""
        zones = bands(self.style)
        for code in {option.kind for slot in recipe.slots for option in slot.options}:
            kind = kind_of(code)
            stand, zoned = kind.stands(self.style), zones[kind.zone]
            zones[kind.zone] = replace(
                zoned, height=max(stand.height, zoned.height), depth=max(stand.depth, zoned.depth)
            )
        if self._fitted(recipe):
            zones[Zone.TALL] = replace(fitted.zone_fitted(zones[Zone.TALL], self.style, self.rules), around=around)
        key = (wall, zones[Zone.BASE], zones[Zone.TALL])
        if key not in self.known:
            asked = {zone: zones[zone] for zone in (Zone.BASE, Zone.TALL)}
            self.known[key] = spans_of(self.site.room, wall, asked, self.rules)
        return self.known[key]

    def _as_kind(self, item: Item, found: Sequence[Row]) -> Item:
        """Kinds that have a depth of their own keep it; a filler takes that of the unit beside it."""
        if item.kind != "filler":
            return item
        row = next(row for row in found if item in row.items)
        beside = min(
            (each for each in row.items if each.kind != "filler"),
            key=lambda each: abs(each.offset + each.width // 2 - item.offset),
        )
        stand = stand_of(beside, self.style)
        return replace(item, depth=stand.depth, height=stand.height)

    def _bridges(self, items: Sequence[Item], kind: str) -> Iterator[Item]:
        known = kind_of(kind)
        for low in (each for each in items if each.role == "low"):
            stand = known.stands(self.style)
            free = self.site.spans[low.wall].get(Zone.WALL, ())
            fits = any(each.start <= low.offset and low.end <= each.end for each in free)
            if fits and known.width.holds(low.width) and stand.elevation + stand.height <= self.style.tall_height:
                yield Item(role="bridge", kind=kind, wall=low.wall, offset=low.offset, width=low.width, zone=Zone.WALL)

    def _level(self, items: Sequence[Item]) -> list[Item]:
        """Base units and fillers beside a vanity are as high and as deep as it, so that one top line runs through."""
        vanity = next((each for each in items if each.role == "vanity"), None)
        if vanity is None:
            return list(items)
        stand = stand_of(vanity, self.style)
        return [
            replace(each, height=stand.height, depth=stand.depth)
            if each.wall == vanity.wall and each.zone is Zone.BASE and each is not vanity and _can_be(each, stand)
            else each
            for each in items
        ]

    def _judged(
        self,
        items: tuple[Item, ...],
        found: tuple[Row, ...],
        recipe: Recipe,
        walls: tuple[int, ...],
        faces: Mapping[int, tuple[Length | None, Length | None]],
    ) -> Judged | None:
        if any(True for _ in hard.broken(items, found, faces, self.ground)):
            return None
        placed = self._placed(items)
        units = [self.estimator.of(each) for each in placed]
        if any(each is None for each in units):
            return None
        totals = Totals()
        for unit in units:
            totals = totals.plus(unit)
        missing = self._missing(items)
        price = self.estimator.price(placed)
        shares = {
            "programme": self._programme_share(items, totals, missing),
            "storage": _volume(items, placed) / float(objective().scales["furniture_storage"]),
            "price": price_share(price.amount, self.programme.budget, "furniture_price"),
            "light": 1 - 0.5 * any(self._before_window(wall) for wall in walls),
            "widths": 0.6 * measures.standard_share(items) + 0.4 * measures.variety(items, HOLDS),
            "closing": closing_share(found),
            "symmetry": measures.symmetry(items),
        }
        order = base_order(items)
        return Judged(
            features=Features(shape=f"{len(walls)} walls", walls=frozenset(walls), closure=recipe.closure, order=order),
            items=items,
            rows=found,
            missing=missing,
            score=weighed(shares, objective().furniture),
            placements=placed,
            price=price,
            short=tuple(self._short(items, totals)),
        )

    def _before_window(self, wall: int) -> bool:
        return any(each.kind is OpeningKind.WINDOW for each in self.site.room.walls[wall].openings)

    def _wished(self) -> tuple[str, ...]:
        each = self.programme
        return {
            Purpose.TV: ("low",),
            Purpose.HALLWAY: ("wardrobe",) * bool(each.coats) + ("shoes",) * bool(each.shoes) + ("seat",) * each.seat,
            Purpose.STUDY: ("desk",) * bool(each.desk),
            Purpose.BATHROOM: ("vanity",) * bool(each.vanity),
        }.get(each.purpose, ())

    def _missing(self, items: Sequence[Item]) -> tuple[str, ...]:
        has = {each.role for each in items}
        return tuple(each for each in self._wished() if each not in has)

    def _programme_share(self, items: Sequence[Item], totals: Totals, missing: Sequence[str]) -> float:
        shares = [float(each not in missing) for each in self._wished()]
        if self.programme.purpose is Purpose.WARDROBE:
            shares.append(totals.share(self.programme))
        if self.programme.shelf:
            shares.append(min(1.0, self._shelves(items) / self.programme.shelf))
        return sum(shares) / len(shares) if shares else 1.0

    def _shelves(self, items: Sequence[Item]) -> Length:
        books = [self._built(each) for each in items if each.role == "shelf"]
        return sum(each.shelves for each in books if each is not None)

    def _short(self, items: Sequence[Item], totals: Totals) -> Iterator[Short]:
        if self.programme.purpose is Purpose.WARDROBE:
            yield from totals.short(self.programme)
        wished, has = self.programme.shelf, self._shelves(items) if self.programme.shelf else 0
        if has < wished:
            way = "a higher or a further bookcase, or more shelves in each"
            yield Short(what="shelves", wished=wished, has=has, way=way)


def _can_be(item: Item, stand: Stand) -> bool:
    kind = kind_of(item.kind)
    return kind.height.holds(stand.height) and kind.depth.holds(stand.depth)


def _volume(items: Sequence[Item], placed: Sequence[Placement]) -> float:
    """Cubic metres of units that hold things; a slope counts as high as it is at its highest."""
    holding = {(each.kind, each.wall, each.offset) for each in items if each.role in HOLDS}
    kept = [each for each in placed if (each.kind, each.wall, each.offset) in holding]
    return sum(each.width * each.height * each.depth / 1e18 for each in kept)
