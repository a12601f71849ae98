"""The search for furniture other than kitchens: walls in turn, each with every recipe of the programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.construction import Construction
from furnishing.layout import fitted, hard, measures
from furnishing.layout.arrange import FILLER, Item, Row, rows
from furnishing.layout.estimate import Estimator, Unit
from furnishing.layout.fill import Filling
from furnishing.layout.free_space import Zoned
from furnishing.layout.furniture_joined import bridges, levelled
from furnishing.layout.furniture_recipes import Recipe, evened, recipes
from furnishing.layout.furniture_wishes import missing_of, programme_share, short_of
from furnishing.layout.interiors import Inside, Totals, divided, insides_of
from furnishing.layout.judged import Features, Judged, Looked, Pause, base_order
from furnishing.layout.kitchen import price_share
from furnishing.layout.legs import Cut, Span, bands, cut, spans_of, taken_at_left, taken_at_right
from furnishing.layout.limits import limits, objective
from furnishing.layout.looked_over import errors
from furnishing.layout.measures import Frame
from furnishing.layout.pins import Pins, pinned_slots, pinned_spans, standing
from furnishing.layout.placement import Placement
from furnishing.layout.placing import placements, stand_of
from furnishing.layout.score import closing_share, weighed
from furnishing.layout.shorter import Rows, judged_in_turn, ways
from furnishing.layout.structures import Site
from furnishing.programme import Programme
from furnishing.room import OpeningKind
from furnishing.style import Style
from furnishing.units import Length

Faces = Mapping[int, tuple[Length | None, Length | None]]

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
    insides: dict[tuple[str, Length, Length | None, Length | None], Sequence[Inside]] = field(default_factory=dict)
    ground: hard.Ground = field(init=False)

    def __post_init__(self) -> None:
        room = self.site.room
        outline = room.outline.buffer(1000, join_style="mitre")
        self.ground = hard.Ground(room=room, style=self.style, walls=self.walls, outline=outline, gas=False)

    def run(self) -> Iterator[Looked]:
        """Every wall with every recipe, then pairs of walls round a corner where one is not enough; shorter runs of all
        of these at the end."""
        waiting: list[Iterator[Looked]] = []
        for looks in self._every():
            for looked in looks:
                if looked is Pause.HERE:
                    waiting.append(looks)
                    break
                yield looked
        for looks in waiting:
            yield from looks

    def _every(self) -> Iterator[Iterator[Looked]]:
        """What comes of each recipe on each wall: what fills it, and after a first pause what is shorter."""
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

    def _ways(self, walls: tuple[int, ...], recipe: Recipe) -> Iterator[Iterator[Looked]]:
        """A recipe on one wall, or round a corner where all of it repeats."""
        if len(walls) > 1 and not all(slot.many for slot in recipe.slots):
            return
        # Under slopes no two units are alike, and every one must be built to be judged.
        found = (recipe,) if self._fitted(recipe) else tuple(evened(recipe))
        faces = self._faces(walls)
        for around in self._arounds(walls, recipe):
            yield judged_in_turn(
                [self._on(walls, each, around, faces) for each in found],
                partial(self._most, recipe=recipe, walls=walls),
                partial(self._made, recipe=recipe, walls=walls, faces=faces, around=around),
            )

    def _faces(self, walls: Sequence[int]) -> Faces:
        """For each wall how far the run round its corner reaches, where there is one."""
        depth, room = self.style.tall_depth, self.site.room
        return {
            wall: (
                taken_at_left(room, wall, depth, depth) if number else None,
                taken_at_right(room, wall, depth, depth) if number + 1 < len(walls) else None,
            )
            for number, wall in enumerate(walls)
        }

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

    def _on(self, walls: Sequence[int], recipe: Recipe, around: frozenset[int], faces: Faces) -> list[tuple[Rows, ...]]:
        """For each wall the ways a recipe fills it, the best first, then shorter ones."""
        choices = []
        for wall in walls:
            low, high = faces[wall]
            by = Cut(start=low, end=high)
            spans = {zone: cut(each, by) for zone, each in self._free_for(wall, recipe, around).items()}
            keeps = standing(self.pins.on(wall))
            spans = pinned_spans(spans, keeps)
            slots, fixed = pinned_slots(recipe.slots, keeps)
            filling = Filling(slots, spans, self.rules, fixed)
            if self._fitted(recipe):
                # Under slopes every unit of every length would be built: too slow.
                choices.append(tuple(filter(None, (rows(filling.best_of(), spans, wall, self.rules),))))
                continue
            choices.append(ways(filling, wall, self.rules))
        return choices

    def _most(self, found: Rows, recipe: Recipe, walls: Sequence[int]) -> float:
        """The points that rows may have at most: all that shows before their units are built."""
        items = [item for row in found for item in row.items]
        shares = dict.fromkeys(objective().furniture, 1.0) | self._seen(items, found, walls)
        if recipe.hung:
            shares["symmetry"] = 1.0
        if recipe.hung or any(each.role == "vanity" for each in items):
            shares["storage"] = 1.0
        return weighed(shares, objective().furniture).total

    def _seen(self, items: Sequence[Item], found: Rows, walls: Sequence[int]) -> dict[str, float]:
        """The terms that depend on nothing but what stands where."""
        return {
            "storage": measures.volume(items, self.style, HOLDS) / float(objective().scales["furniture_storage"]),
            "light": 1 - 0.5 * any(self._before_window(wall) for wall in walls),
            "widths": 0.6 * measures.standard_share(items) + 0.4 * measures.variety(items, HOLDS),
            "closing": closing_share(found),
            "symmetry": measures.symmetry(items),
        }

    def _made(
        self,
        found: Rows,
        recipe: Recipe,
        walls: tuple[int, ...],
        faces: Faces,
        around: frozenset[int],
    ) -> Judged | None:
        items = [self._as_kind(item, found) for row in found for item in row.items]
        if recipe.hung:
            items += list(bridges(items, recipe.hung, self.site, self.style))
        items = divided(levelled(items, self.style), self.programme, self._insides)
        through = fitted.through_sides(self.site.room, self.style, self._placed(items), self.rules, around)
        has = {(each.kind, each.wall, each.offset, each.width) for each in items}
        lost = any((each.kind, each.wall, each.offset, each.width) not in has for each in self.pins.keeps)
        if lost or through:
            return None
        return self._judged(tuple(items), found, recipe, walls, faces)

    def _placed(self, items: Sequence[Item]) -> tuple[Placement, ...]:
        """Where items stand, as high as slopes allow."""
        return tuple(fitted.lowered(self.site.room, self.style, placements(items, self.style), self.rules))

    def _stand(self, item: Item) -> Placement:
        return self._placed([item])[0]

    def _built(self, item: Item) -> Unit | None:
        return self.estimator.of(self._stand(item))

    def _insides(self, item: Item) -> Sequence[Inside]:
        """Every inside of an item: wherever it stands, where its style is not fitted."""
        if self.style.fitted:
            return insides_of(item, self._stand, self._built)
        key = (item.kind, item.width, item.height, item.depth)
        if key not in self.insides:
            self.insides[key] = insides_of(item, self._stand, self._built)
        return self.insides[key]

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

    def _judged(
        self,
        items: tuple[Item, ...],
        found: tuple[Row, ...],
        recipe: Recipe,
        walls: tuple[int, ...],
        faces: Faces,
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
        missing = missing_of(items, self.programme)
        shelves = self._shelves(items) if self.programme.shelf else 0
        price = self.estimator.price(placed)
        without_fillers = self.estimator.price(each for each in placed if each.kind != FILLER)
        shares = self._seen(items, found, walls) | {
            "programme": programme_share(self.programme, totals, missing, shelves),
            "storage": _volume(items, placed) / float(objective().scales["furniture_storage"]),
            "price": price_share(without_fillers.amount, self.programme.budget, "furniture_price"),
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
            short=tuple(short_of(self.programme, totals, shelves)),
        )

    def _shelves(self, items: Sequence[Item]) -> Length:
        """How many metres of board there are for books."""
        books = [self._built(each) for each in items if each.role == "shelf"]
        return sum(each.shelves for each in books if each is not None)

    def _before_window(self, wall: int) -> bool:
        return any(each.kind is OpeningKind.WINDOW for each in self.site.room.walls[wall].openings)


def _volume(items: Sequence[Item], placed: Sequence[Placement]) -> float:
    """Cubic metres of units that hold things; a slope counts as high as it is at its highest."""
    holding = {(each.kind, each.wall, each.offset) for each in items if each.role in HOLDS}
    kept = [each for each in placed if (each.kind, each.wall, each.offset) in holding]
    return sum(each.width * each.height * each.depth / 1e18 for each in kept)
