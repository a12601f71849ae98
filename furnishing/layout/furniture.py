"""The search for furniture other than kitchens: walls in turn, each with every recipe of the programme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.construction import Construction
from furnishing.layout import fitted, hard
from furnishing.layout.estimate import Estimator
from furnishing.layout.fill import Filling
from furnishing.layout.free_space import Zoned
from furnishing.layout.furniture_judge import Attempt, Faces, FurnitureJudge
from furnishing.layout.furniture_recipes import Recipe, evened, recipes
from furnishing.layout.judged import Judged, Looked, Pause
from furnishing.layout.legs import Cut, Span, bands, cut, spans_of, taken_at_left, taken_at_right
from furnishing.layout.limits import limits
from furnishing.layout.looked_over import errors
from furnishing.layout.measures import Frame
from furnishing.layout.pins import Pins, pinned_slots, pinned_spans, standing
from furnishing.layout.pool import Pool
from furnishing.layout.shorter import Rows, judged_in_turn, ways
from furnishing.layout.structures import Site, Structure
from furnishing.programme import Programme
from furnishing.style import Style
from furnishing.units import Length


@dataclass(slots=True, kw_only=True)
class FurnitureSearch:
    """All that finding furniture for a room needs."""

    site: Site
    style: Style
    rules: Construction
    programme: Programme
    estimator: Estimator
    walls: tuple[Frame, ...]
    pins: Pins = field(default_factory=Pins)
    incomplete: bool = True
    structures: tuple[Structure, ...] = ()
    known: dict[tuple[int, Zoned, Zoned], dict[Zone, tuple[Span, ...]]] = field(default_factory=dict)
    ground: hard.Ground = field(init=False)
    judge: FurnitureJudge = field(init=False)

    def __post_init__(self) -> None:
        room = self.site.room
        outline = room.outline.buffer(1000, join_style="mitre")
        self.ground = hard.Ground(room=room, style=self.style, walls=self.walls, outline=outline, gas=False)
        self.judge = FurnitureJudge(
            site=self.site,
            style=self.style,
            rules=self.rules,
            programme=self.programme,
            estimator=self.estimator,
            ground=self.ground,
            pins=self.pins,
        )

    def run(self, pool: Pool) -> Iterator[Looked]:
        """Every wall with every recipe, then pairs of walls round a corner where one is not enough; shorter runs of all
        of these at the end, of the best first."""
        waiting: list[tuple[float, Iterator[Looked]]] = []
        for looks in self._every(pool):
            best = 0.0
            for looked in looks:
                if looked is Pause.HERE:
                    waiting.append((best, looks))
                    break
                if isinstance(looked, Judged) and looked.score.total > best and pool.is_sound(looked):
                    best = looked.score.total
                yield looked
        for _, looks in sorted(waiting, key=lambda each: -each[0]):
            yield from looks

    def _every(self, pool: Pool) -> Iterator[Iterator[Looked]]:
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
                    yield from self._ways(walls, recipe, pool)

    def _ways(self, walls: tuple[int, ...], recipe: Recipe, pool: Pool) -> Iterator[Iterator[Looked]]:
        """A recipe on one wall, or round a corner where all of it repeats."""
        if len(walls) > 1 and not all(slot.many for slot in recipe.slots):
            return
        found, faces, judge = tuple(evened(recipe)), self._faces(walls), self.judge
        for around in self._arounds(walls, recipe):
            attempt = Attempt(recipe=recipe, walls=walls, faces=faces, around=around)
            yield judged_in_turn(
                [self._on(attempt, each) for each in found],
                [partial(bound, attempt=attempt) for bound in (judge.most, judge.most_apart, judge.most_bare)],
                partial(judge.judged, attempt=attempt),
                pool.is_sound,
                lambda: len(self.estimator.known),
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

    def _on(self, attempt: Attempt, recipe: Recipe) -> list[tuple[Rows, ...]]:
        """For each wall the ways a recipe fills it, the best first, then shorter ones."""
        choices = []
        for wall in attempt.walls:
            low, high = attempt.faces[wall]
            by = Cut(start=low, end=high)
            spans = {zone: cut(each, by) for zone, each in self._free_for(wall, recipe, attempt.around).items()}
            keeps = standing(self.pins.on(wall))
            spans = pinned_spans(spans, keeps)
            slots, fixed = pinned_slots(recipe.slots, keeps)
            filling = Filling(slots, spans, self.rules, fixed)
            self.estimator.work.parts += len(filling.best)
            choices.append(ways(filling, wall, self.rules))
        return choices

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
