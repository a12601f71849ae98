"""The search for kitchens: structures in turn, each filled and judged; the legs of the best told run by run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from furnishing.layout.judged import TOLERATED, Judged, Looked, Pause
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
from furnishing.layout.work import FAILED, FILLED, GUESSED, PLAIN, STRUCTURE
from furnishing.programme import Shape

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
        """Structures in their turn; None for one that cannot be. Then the best of them looked at closer, or with
        shorter legs."""
        whole, told = list[Held](), self.told(pool)
        any_shape = self.bench.wish.shape is Shape.ANY and not self.bench.pins.island
        before = self.bench.before() if any_shape else frozenset[int]()
        # Lines leave nothing to be shortened.
        share = PLAIN if before else 1.0 if self.bench.wish.shape is Shape.LINE else FILLED
        # Lines come last: by then it is known which of them would be too far behind.
        given = sorted(self._ordered(self._given()), key=self.lines.is_one)
        frontier = self._frontier([*self._remembered(), *given])
        yield from self._looked_at(frontier, whole, told, share)
        if self.bench.wish.shape is Shape.ISLAND and not whole and not self.bench.pins.island:
            # Rather a kitchen without an island, which says what one lacks, than none.
            frontier = self._frontier(self._ordered(self._plain()))
            yield from self._looked_at(frontier, whole, told, share)
        if self.legs.known and all(self.lacking(each) for _, each in whole):
            # What is told has both a sink and a hob: rather one without than none.
            self.legs.given_up = True
            frontier = self._frontier(self._ordered(self._given()))
            yield from self._looked_at(frontier, whole, told, share)
        if before:
            # An island leaves its runs as they are, so it is tried before those that are best without it.
            known = told.guesses | {found.structure: judged.score.total for found, judged in whole}
            best_runs = sorted(known, key=lambda each: -known[each])
            again = [each for plain in best_runs for each in with_islands(plain, before)]
            yield from self._looked_at(self._frontier(again[:ISLANDS]), whole, told, FILLED)
        more = bool(told.ways)
        while more:
            for share in GUESSED:
                yield from self._looked_at(frontier, whole, told, share)
                yield from told.looks()
                yield from told.closer(self._best(whole, pool))
            more = bool(frontier.waiting) and self.bench.work.doubles()
        shorter = self.shorter(self._best(whole, pool), pool)
        filled = [found for found, _ in whole if not self._is_told(found.structure)]
        for part in (slice(*each) for each in pairwise(PROMISING)):
            for found in filled[:SHORTENED]:
                yield from shorter.of(found, part)

    def _best(self, whole: list[Held], pool: Pool) -> float:
        """The points of the best, with `whole` sorted, the best first."""
        # What has no sink or no hob keeps nothing that has both from being looked at; with other runs it may have both.
        whole.sort(key=lambda each: (self.lacking(each[1]), -each[1].score.total))
        complete = (each for _, each in whole if not self.lacking(each))
        return next((each.score.total for each in complete if pool.is_sound(each)), 0.0)

    def _is_told(self, structure: Structure) -> bool:
        return self.lines.is_whole(structure) or self.together.are_known(structure)

    def told(self, pool: Pool) -> Told:
        """What tells kitchens of several legs."""
        return Told(
            together=self.together,
            judge=self.judged,
            lacks=self.lacking,
            pool=pool,
            work=self.bench.work,
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

    def _plain(self) -> Iterator[Structure]:
        return plain_ones(self.bench.site, self.bench.wish)

    def _given(self) -> Iterator[Structure]:
        """Plain ones of the shape wished for; with an island in each where one is wished for or kept."""
        if self.bench.wish.shape is not Shape.ISLAND and not self.bench.pins.island:
            yield from self._plain()
            return
        before = self.bench.before()
        if before:
            for plain in self._plain():
                yield from with_islands(plain, before)

    def _ordered(self, several: Iterable[Structure]) -> list[Structure]:
        """Those that agree with the pins, as all their variants do then."""
        return order_of(each for each in several if agrees(each, self.bench.pins))

    def _remembered(self) -> list[Structure]:
        """The best structures of the step before that agree with the pins."""
        agreeing = (each for each in self.remembered if agrees(each, self.bench.pins))
        return list(islice(agreeing, REMEMBERED))

    def _frontier(self, given: Sequence[Structure]) -> Frontier:
        return Frontier(given=given, variants=partial(variants, site=self.bench.site, wish=self.bench.wish))

    def _looked_at(self, frontier: Frontier, whole: list[Held], told: Told, share: float) -> Iterator[Looked]:
        """Structures looked at as the frontier says, until that share of the work is done; those that hold are noted in
        `whole`. What is told is only guessed once something holds."""
        work = self.bench.work
        # What is only guessed is not there yet, so what lacks is not known before it is made sure of.
        while not whole or not (work.is_past(share) if told.ways else work.is_done(share)):
            structure = frontier.next()
            if structure is None:
                return
            is_told = self.together.are_known(structure)
            if is_told and structure not in told.guesses:
                points = told.guess(structure)
                if not points or (structure.island is None and whole and not told.is_new(structure)):
                    frontier.note(structure, points, guess=points > 0)
                    yield Pause.GUESSED
                    continue
            held = told.sure(structure) if is_told else self._held(structure, whole, told.pool)
            frontier.note(structure, held[1].score.total if held else 0.0)
            whole += [held] if held else []
            yield held[1] if held else None

    def _held(self, structure: Structure, whole: Sequence[Held], pool: Pool) -> Held | None:
        """A line as is best, of those that may be handed out, or any other structure filled."""
        found = None
        if self.lines.is_one(structure):
            complete = [judged.score.total for _, judged in whole if not self.lacking(judged)]
            least = max(max(complete) - TOLERATED, 0.0) if len(complete) >= ENOUGH else 0.0
            found = self._line(structure, pool, least)
        return self._filled(structure) if found is None and not self.lines.is_whole(structure) else found

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
        if any(True for _ in hard.broken(found.items, found.rows, self.bench.faces_of(found.structure), self.ground)):
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
