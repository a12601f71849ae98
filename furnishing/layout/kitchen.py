"""The search for kitchens: structures in turn, each filled and judged; the legs of the best told run by run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from itertools import islice, pairwise
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.layout import hard, measures
from furnishing.layout.bench import Bench
from furnishing.layout.candidate import ESSENTIAL, Candidate, agrees, candidate
from furnishing.layout.estimate import Estimator
from furnishing.layout.frontier import Frontier
from furnishing.layout.judged import TOLERATED, Judged, Looked
from furnishing.layout.kitchen_features import features
from furnishing.layout.kitchen_shorter import Shorter
from furnishing.layout.kitchen_told import Held, Told
from furnishing.layout.kitchen_wishes import programme_share
from furnishing.layout.lines.best import Lines
from furnishing.layout.lines.legs import Legs
from furnishing.layout.lines.together import Together
from furnishing.layout.looked_over import errors
from furnishing.layout.measures import Frame
from furnishing.layout.placing import placements, worktop_depth
from furnishing.layout.pool import Pool
from furnishing.layout.score import Place, Score, kitchen_score, price_scale, price_share
from furnishing.layout.structures import APART, Structure, order_of, plain_ones, variants, with_islands
from furnishing.layout.trims import Ground, trims
from furnishing.layout.work import FAILED, PLAIN, STRUCTURE, WHOLE
from furnishing.programme import Shape
from furnishing.units import Length

SHORTENED: Final = 40
"""So many of the best structures are tried with legs that leave a part of their walls free."""

PROMISING: Final = (0, 16, 48, 128, None)
"""Up to so many of the runs of a leg, those that are worth most, are tried for all of these before any other."""

REMEMBERED: Final = 24
"""So many structures of the step before are looked at first."""

ISLANDS: Final = 36
"""So many structures with an island are tried where any shape will do."""

LINES: Final = 5
"""So many of the best lines of a structure are looked at, in case the best of them clashes."""

ENOUGH: Final = 5
"""Once so many structures hold, no line is looked for that is too far behind the best to be handed out."""


@dataclass(slots=True, kw_only=True)
class KitchenSearch:
    """All that judging candidates needs. `incomplete` lets kitchens without a sink or hob through; `remembered`
    are structures to be looked at first."""

    bench: Bench
    estimator: Estimator
    walls: tuple[Frame, ...]
    budget: Decimal | None = None
    remembered: tuple[Structure, ...] = ()
    points: dict[Structure, tuple[bool, float]] = field(default_factory=dict)
    """Of each that holds whether it lacks a sink or a hob, and its points, negative, at its best."""
    incomplete: bool = True
    ground: hard.Ground = field(init=False)
    place: Place = field(init=False)
    scale: float = field(init=False)
    legs: Legs = field(init=False)
    lines: Lines = field(init=False)
    together: Together = field(init=False)

    def __post_init__(self) -> None:
        room = self.bench.site.room
        self.scale = price_scale(self.budget, "kitchen_price")
        hung = [spans.get(Zone.WALL, ()) for spans in self.bench.site.spans]
        self.place = Place(room=room, style=self.bench.style, walls=self.walls, hung=hung)
        self.legs = Legs(bench=self.bench, estimator=self.estimator, walls=self.walls, scale=self.scale)
        self.lines = Lines(self.legs)
        self.together = Together(self.legs)
        self.ground = hard.Ground(
            room=room,
            style=self.bench.style,
            walls=self.walls,
            outline=room.outline.buffer(1000, join_style="mitre"),
            gas=self.bench.wish.gas,
        )

    @property
    def structures(self) -> tuple[Structure, ...]:
        """Those that hold, the best first: with a sink and a hob, where any has both."""
        ranked = sorted(self.points, key=lambda each: self.points[each])
        complete = [each for each in ranked if not self.points[each][0]]
        return tuple(complete or ranked)

    def lacking(self, judged: Judged) -> bool:
        """Whether it is no kitchen: without a sink or a hob that was wished for."""
        return bool(ESSENTIAL & set(judged.missing))

    def run(self, pool: Pool) -> Iterator[Looked]:
        """Every structure judged in its turn; None for one that cannot be. Then the best of them with shorter legs."""
        whole: list[Held] = []
        any_shape = self.bench.wish.shape is Shape.ANY and not self.bench.pins.island
        before = self.bench.before() if any_shape else frozenset[int]()
        # Lines leave nothing to be shortened.
        share = PLAIN if before else 1.0 if self.bench.wish.shape is Shape.LINE else WHOLE
        # Lines come last: by then it is known which of them would be too far behind.
        given = sorted(order_of(list(self._given())), key=self.lines.is_one)
        yield from self._looked_at([*self._remembered(), *given], whole, share, pool)
        if self.bench.wish.shape is Shape.ISLAND and not whole and not self.bench.pins.island:
            # Rather a kitchen without an island, which says what one lacks, than none.
            yield from self._looked_at(order_of(list(self._plain())), whole, share, pool)
        if self.lines.seen and all(self.lacking(each) for _, each in whole):
            # Lines are found with both a sink and a hob: rather one without than none.
            self.lines.given_up = True
            yield from self._looked_at(order_of(list(self._given())), whole, share, pool)
        if before:
            # An island leaves its runs as they are, so it is tried before those that are best without it.
            best_runs = [found.structure for found, _ in sorted(whole, key=lambda each: -each[1].score.total)]
            again = [each for plain in best_runs for each in with_islands(plain, before)]
            yield from self._looked_at(again[:ISLANDS], whole, WHOLE, pool)
        # What has no sink or no hob keeps nothing that has both from being looked at; with other runs it may have both.
        whole.sort(key=lambda each: (self.lacking(each[1]), -each[1].score.total))
        complete = [each for each in whole if not self.lacking(each[1])]
        best = next((each.score.total for _, each in complete if pool.is_sound(each)), 0.0)
        told = self.told(best, pool)
        yield from told.of(whole)
        shorter = self.shorter(told.best, pool)
        filled = [found for found, _ in whole if found.structure in told.failed or not self._is_told(found.structure)]
        for part in (slice(*each) for each in pairwise(PROMISING)):
            for found in filled[:SHORTENED]:
                yield from shorter.of(found, part)

    def _is_told(self, structure: Structure) -> bool:
        return self.lines.is_whole(structure) or self.together.are_known(structure)

    def told(self, best: float, pool: Pool) -> Told:
        """What looks for kitchens of several legs, every run of each, that have more than the best points so far."""
        return Told(
            together=self.together,
            judge=self.judged,
            lacks=self.lacking,
            pool=pool,
            work=self.bench.work,
            best=best,
        )

    def shorter(self, best: float, pool: Pool) -> Shorter:
        """What looks for kitchens with shorter legs that have more than the best points so far."""
        return Shorter(
            bench=self.bench,
            estimator=self.estimator,
            scale=self.scale,
            place=self.place,
            judged=self.judged,
            pool=pool,
            best=best,
        )

    def _plain(self) -> Iterator[tuple[int, Structure]]:
        return plain_ones(self.bench.site, self.bench.wish)

    def _given(self) -> Iterator[tuple[int, Structure]]:
        """Plain ones of the shape wished for; with an island in each where one is wished for or kept."""
        if self.bench.wish.shape is not Shape.ISLAND and not self.bench.pins.island:
            yield from self._plain()
            return
        before = self.bench.before()
        if before:
            for rank, plain in self._plain():
                for each in with_islands(plain, before):
                    yield rank, each

    def _remembered(self) -> list[Structure]:
        """The best structures of the step before that agree with the pins."""
        agreeing = (each for each in self.remembered if agrees(each, self.bench.pins))
        return list(islice(agreeing, REMEMBERED))

    def _looked_at(self, given: Sequence[Structure], whole: list[Held], share: float, pool: Pool) -> Iterator[Looked]:
        """Structures judged as `Frontier` says, until that share of the work is done; those that hold are noted in
        `whole`."""
        frontier = Frontier(given=given, variants=partial(variants, site=self.bench.site, wish=self.bench.wish))
        complete = [judged.score.total for _, judged in whole if not self.lacking(judged)]
        for structure in frontier:
            if whole and self.bench.work.is_done(share):
                return
            least = max(max(complete) - TOLERATED, 0.0) if len(complete) >= ENOUGH else 0.0
            ways = [self._line(structure, pool, least)] if self.lines.is_one(structure) else []
            if not any(ways) and not self.lines.is_whole(structure):
                ways.append(self._filled(structure))
            held = [each for each in ways if each is not None]
            frontier.note(structure, max((judged.score.total for _, judged in held), default=0.0))
            whole += held
            complete += [judged.score.total for _, judged in held if not self.lacking(judged)]
            yield from (judged for _, judged in held) if held else (None,)

    def _filled(self, structure: Structure) -> Held | None:
        """A structure filled as is worth most; None where that breaks a rule."""
        found = candidate(structure, self.bench)
        judged = None if found is None else self.judged(found)
        self.bench.work.parts += FAILED if found is None else STRUCTURE
        return None if found is None or judged is None else (found, judged)

    def _line(self, structure: Structure, pool: Pool, least: float) -> Held | None:
        """The best line of a structure, of those with more than the least points, that breaks no rule and clashes
        nowhere."""
        for found in self.lines.best_of(structure, LINES, least):
            judged = self.judged(found)
            self.bench.work.parts += STRUCTURE
            if judged is not None and pool.is_sound(judged):
                return found, judged
        return None

    def judged(self, found: Candidate, best: float = 0.0, hung_cost: float | None = None) -> Judged | None:
        """A candidate with its score; None where it breaks a rule, holds a unit that cannot be made, or is not better
        than the best so far.

        With `hung_cost`, the least that a millimetre of hung units costs, none is built for what could not be better.
        """
        if not self.incomplete and ESSENTIAL & set(found.missing):
            return None
        if hung_cost is not None:
            least = self.estimator.cost_at_least(found.items, hung_cost)
            if self._score(found, least).total <= best:
                return None
        score = self._score(found, float(self.estimator.cost(found.items)))
        if score.total <= best:
            return None
        placed = placements(found.items, self.bench.style)
        if not all(self.estimator.buildable(each) for each in placed):
            return None
        if any(True for _ in hard.broken(found.items, found.rows, self.faces(found.structure), self.ground)):
            return None
        known, now = self.points.get(found.structure), (bool(ESSENTIAL & set(found.missing)), -score.total)
        self.points[found.structure] = now if known is None else min(known, now)
        return Judged(
            features=features(found),
            items=found.items,
            rows=found.rows,
            missing=found.missing,
            score=score,
            placements=placed,
            price=self.estimator.price(placed),
            corners=frozenset(
                wall
                for wall, corner in zip(found.structure.legs, found.structure.corners, strict=False)
                if corner and corner not in APART
            ),
        )

    def _score(self, found: Candidate, cost: float) -> Score:
        programme = programme_share(self.bench.wish, found.missing, found.items)
        return kitchen_score(found.items, found.rows, programme, price_share(cost, self.scale), self.place)

    def faces(self, structure: Structure) -> dict[int, tuple[Length | None, Length | None]]:
        """For each wall how far the runs round its corners reach, where there are any."""
        faces: dict[int, tuple[Length | None, Length | None]] = {}
        for leg, wall in enumerate(structure.legs):
            low, high = self.bench.taken(wall, self.bench.style.base_depth)
            at_left = bool(leg and structure.corners[leg - 1])
            at_right = bool(leg < len(structure.corners) and structure.corners[leg])
            faces[wall] = (low if at_left else None, high if at_right else None)
        return faces

    def trimmed(self, judged: Judged) -> Judged:
        """With worktops and end panels, and their price; a worktop that cannot be made is left to be ordered apart."""
        site, style = self.bench.site, self.bench.style
        walls = sorted({each.wall for each in judged.items if not each.out})
        ground = Ground(
            style=style,
            free={wall: site.spans[wall] for wall in walls},
            through={wall: self.bench.taken(wall, worktop_depth(style)) for wall in walls},
            lengths={wall: site.room.walls[wall].length for wall in walls},
            corners=frozenset(
                wall
                for wall in walls
                if any(each.wall == (wall + 1) % len(site.room.walls) and not each.out for each in judged.items)
                and wall in judged.corners
            ),
            angled=measures.angled(judged.items, len(site.room.walls)),
            walls=len(site.room.walls),
        )
        items = [*judged.items]
        for each in trims(judged.items, ground):
            if self.estimator.buildable(placements([each], style)[0]):
                items.append(each)
        placed = placements(items, style)
        return replace(judged, items=tuple(items), placements=placed, price=self.estimator.price(placed))

    def sound(self, judged: Judged) -> bool:
        """Whether nothing of it clashes as it stands and opens: the check that is too slow for every candidate."""
        if any(True for _ in hard.clashes(judged.items, self.ground)):
            return False
        whole = self.trimmed(judged).placements
        return not any(True for _ in errors(whole, self.ground.room, self.estimator))
