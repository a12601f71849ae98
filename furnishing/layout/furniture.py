"""The search for furniture other than kitchens: walls in turn, each with every recipe of the programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.construction import Construction
from furnishing.layout import hard, measures
from furnishing.layout.arrange import Item, Row, rows
from furnishing.layout.estimate import Estimator, Unit
from furnishing.layout.fill import fill
from furnishing.layout.furniture_recipes import Recipe, recipes
from furnishing.layout.judged import Features, Judged, base_order
from furnishing.layout.kitchen import price_share
from furnishing.layout.legs import Cut, Span, bands, cut, spans_of, taken_at_left, taken_at_right
from furnishing.layout.limits import limits, objective
from furnishing.layout.looked_over import errors
from furnishing.layout.measures import Frame
from furnishing.layout.pins import Pins, pinned_slots, pinned_spans, standing
from furnishing.layout.placing import placements, stand_of
from furnishing.layout.score import closing_share, weighed
from furnishing.layout.structures import Site
from furnishing.programme import Programme, Purpose
from furnishing.room import OpeningKind
from furnishing.style import Style
from furnishing.units import MICROMETRES, Length

INTERIORS: Final = (
    "levels[{top}*: rail, 320: drawers 2]",
    "levels[{top}*: rail, *: rail]",
    "levels[{top}*: rail]",
    "levels[*: shelves 3, *: shelves 3]",
    "levels[{top}*: shelves 3, 480: drawers 3]",
    "levels[{top}*: rail, 500: shoes 3]",
    "levels[{top}*: rail, 320: drawers 2, 320: shoes 2]",
)
"""How the inside of a wardrobe may be divided; what is wanted decides which."""

SLIDING: Final = (
    "bays[*: levels[{top}*: rail, 320: drawers 2], *: levels[{top}*: rail, *: rail]]",
    "bays[*: levels[{top}*: rail], *: levels[{top}*: rail, *: rail], *: levels[{top}*: shelves 3, 480: drawers 3]]",
    "bays[*: levels[{top}*: rail, *: rail], *: levels[{top}*: shelves 3, 480: drawers 3]]",
    "bays[*: levels[{top}*: rail], *: levels[{top}*: rail, 500: shoes 3]]",
)
REACH: Final = 2000 * MICROMETRES["mm"]
"""Rails higher than this are out of reach; a shelf above brings them down."""

WARDROBES: Final = {
    "tall-wardrobe": INTERIORS,
    "tall-wardrobe-stacked": INTERIORS,
    "tall-wardrobe-sliding": SLIDING,
}
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
    known: dict[tuple[Length, ...], dict[Zone, tuple[Span, ...]]] = field(default_factory=dict)
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
        for wall in able:
            if kept - {wall}:
                continue
            for recipe in recipes(self.programme, self.site.room, wall, self._spans(wall)):
                yield self._on((wall,), recipe)
        for wall in able:
            after = (wall + 1) % count
            if after in able and after != wall and not kept - {wall, after} and self.site.room.walls[wall].turn > 0:
                for recipe in recipes(self.programme, self.site.room, after, self._spans(after)):
                    if all(slot.many for slot in recipe.slots):
                        yield self._on((wall, after), recipe)

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

    def _on(self, walls: tuple[int, ...], recipe: Recipe) -> Judged | None:
        found: list[Row] = []
        faces: dict[int, tuple[Length | None, Length | None]] = {}
        for number, wall in enumerate(walls):
            depth = self.style.tall_depth
            by = Cut(
                start=taken_at_left(self.site.room, wall, depth, depth) if number else None,
                end=taken_at_right(self.site.room, wall, depth, depth) if number + 1 < len(walls) else None,
            )
            faces[wall] = (by.start, by.end)
            spans = {zone: cut(each, by) for zone, each in self._free_for(wall, recipe).items()}
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
        items = self._divided(items)
        has = {(each.kind, each.wall, each.offset, each.width) for each in items}
        if any((each.kind, each.wall, each.offset, each.width) not in has for each in self.pins.keeps):
            return None
        return self._judged(tuple(items), tuple(found), recipe, walls, faces)

    def _free_for(self, wall: int, recipe: Recipe) -> dict[Zone, tuple[Span, ...]]:
        """The spans of a wall for the kinds of a recipe, some of which are higher or deeper than their zone."""
        zones = bands(self.style)
        for code in {option.kind for slot in recipe.slots for option in slot.options}:
            kind = kind_of(code)
            stand, zoned = kind.stands(self.style), zones[kind.zone]
            zones[kind.zone] = replace(
                zoned, height=max(stand.height, zoned.height), depth=max(stand.depth, zoned.depth)
            )
        key = (wall, *(size for zone in (Zone.BASE, Zone.TALL) for size in (zones[zone].height, zones[zone].depth)))
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

    def _divided(self, items: Sequence[Item]) -> list[Item]:
        """Insides of wardrobes chosen one after the other, each for what is still most wanted."""
        if self.programme.purpose is not Purpose.WARDROBE:
            return list(items)
        has = Totals()
        found = []
        for item in items:
            if item.kind not in WARDROBES:
                found.append(item)
                has = has.plus(self._unit(item))
                continue
            above = self._above(item.kind)
            texts = [text.replace("{top}", above) for text in WARDROBES[item.kind]]
            options = [replace(item, choices=(("interior", text),)) for text in dict.fromkeys(texts)]
            made = [(each, self._unit(each)) for each in options if self._unit(each) is not None]
            if not made:
                found.append(item)
                continue
            best = max(made, key=lambda each: round(has.plus(each[1]).share(self.programme), 6))
            found.append(best[0])
            has = has.plus(best[1])
        return found

    def _above(self, kind: str) -> str:
        """A level at the top that brings the rail within reach; none under a top box or where it is low already."""
        high = self.style.tall_height - REACH
        if kind == "tall-wardrobe-stacked" or high <= 0:
            return ""
        return f"{max(high // MICROMETRES['mm'], 200) // 10 * 10}: open, "

    def _unit(self, item: Item) -> Unit | None:
        return self.estimator.of(placements([item], self.style)[0])

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
        placed = placements(items, self.style)
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
            "storage": _volume(items, self.style) / float(objective().scales["furniture_storage"]),
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
            books = [self._unit(each) for each in items if each.role == "shelf"]
            metres = sum(each.shelves for each in books if each is not None)
            shares.append(min(1.0, metres / self.programme.shelf))
        return sum(shares) / len(shares) if shares else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What units offer together."""

    hang_long: Length = 0
    hang_short: Length = 0
    shelves: Length = 0
    drawers: int = 0
    shoes: Length = 0

    def plus(self, unit: Unit | None) -> Totals:
        """With one unit more."""
        if unit is None:
            return self
        return Totals(
            hang_long=self.hang_long + unit.hang_long,
            hang_short=self.hang_short + unit.hang_short,
            shelves=self.shelves + unit.shelves,
            drawers=self.drawers + unit.drawers,
            shoes=self.shoes + unit.shoes,
        )

    def share(self, programme: Programme) -> float:
        """The share of a wardrobe's wishes that they meet; long rails take short things as well."""
        wish = programme.wardrobe
        spare = max(self.hang_long - wish.hang_long, 0)
        pairs = self.shoes // limits().pair_width
        parts = [
            (self.hang_long, wish.hang_long),
            (self.hang_short + spare, wish.hang_short),
            (self.shelves, wish.shelves),
            (self.drawers, wish.drawers),
            (pairs, wish.shoes),
        ]
        wanted = [min(1.0, has / wish) for has, wish in parts if wish]
        return sum(wanted) / len(wanted) if wanted else 1.0


def _volume(items: Sequence[Item], style: Style) -> float:
    total = 0.0
    for item in items:
        if item.role in HOLDS:
            stand = stand_of(item, style)
            total += item.width * stand.height * stand.depth / 1e18
    return total
