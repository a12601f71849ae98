"""The best lines of a structure: every run of its units at every place of its wall is looked at.

A run is bounded by what it is worth wherever it stands and by the best place that its sink and hob could have; those
that may be better than the best so far are judged at all places where what they are worth may change, the most
promising first. So what fits a wall is found on every longer one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.layout.arrange import row_at
from furnishing.layout.bench import Bench
from furnishing.layout.candidate import Candidate, based, missing
from furnishing.layout.estimate import Estimator
from furnishing.layout.kitchen_slots import kept_clear, leg_slots
from furnishing.layout.legs import Cut
from furnishing.layout.limits import limits
from furnishing.layout.lines.hung import Uppers
from furnishing.layout.lines.judge import Judge, Stand
from furnishing.layout.lines.runs import dropped, runs_of
from furnishing.layout.lines.unit_types import Types
from furnishing.layout.lines.wall import Wall
from furnishing.layout.slots import Option, Set, Slot
from furnishing.layout.structures import Structure
from furnishing.layout.uppers import uppers
from furnishing.layout.work import LINE, RUNS
from furnishing.programme import Shape
from furnishing.units import Length, mm

LONGEST: Final = 5200
"""Millimetres: no longer run is looked at here. There are ten times as many for each half metre more."""

AMONG_OTHERS: Final[Length] = mm(4200)
"""How long a wall may be where hundreds of other structures are waiting."""


@dataclass(slots=True, kw_only=True)
class Lines:
    """What all lines of one search share. Prices are measured by `scale`."""

    bench: Bench
    estimator: Estimator
    scale: float
    walls: dict[int, Uppers] = field(default_factory=dict)
    given_up: bool = False
    """Whether no line is looked for any more: none has both a sink and a hob."""
    seen: set[tuple[int, tuple[Slot, ...]]] = field(default_factory=set)
    """What was looked at of which walls: without a fridge it is all the same at which end it does not stand."""

    def is_one(self, structure: Structure) -> bool:
        """Whether a structure is a line that is found here: on a wall that nothing divides, with nothing kept on it,
        with a sink and a hob; where any shape will do, on one that is soon looked through."""
        wish = self.bench.wish
        alone = len(structure.legs) == 1 and structure.island is None and not self.bench.pins.keeps
        if not alone or self.given_up or not (wish.sink and wish.hob):
            return False
        free = [each.length for each in self.bench.site.spans[structure.legs[0]][Zone.BASE]]
        if sum(each >= limits().run_least for each in free) != 1:
            return False
        return wish.shape is Shape.LINE or max(free) <= AMONG_OTHERS

    def is_whole(self, structure: Structure) -> bool:
        """Whether every run that its wall has room for is looked at."""
        return self.is_one(structure) and self._wall(structure.legs[0]).wall.longest <= LONGEST

    def best_of(self, structure: Structure, count: int, least: float = 0.0) -> Iterator[Candidate]:
        """So many of the best runs of a structure, each at its best place, of those with more than the least points;
        the best first."""
        judge = self.judge_of(structure, count, least)
        types, wall = judge.types, judge.wall
        longest = min(wall.longest, LONGEST)
        for without, lost in dropped(types):
            key = (wall.number, types.slots_of(without))
            if key not in self.seen and judge.bound.most(without, lost, longest) > judge.floor:
                runs = runs_of(types, without, longest)
                self.bench.work.parts += len(runs) // RUNS
                judge.look_at(runs, lost)
                self.seen.add(key)
        self.bench.work.parts += LINE + judge.parts // RUNS
        found = (self.candidate(structure, judge, each) for each in sorted(judge.found.values()))
        yield from (each for each in found if each is not None)

    def judge_of(self, structure: Structure, count: int, least: float) -> Judge:
        """What keeps so many of the best runs of a structure, of those with more than the least points."""
        hung = self._wall(structure.legs[0])
        room, wish = self.bench.site.room, self.bench.wish
        slots = leg_slots(structure, 0, room, wish)
        openings = room.walls[hung.wall.number].openings
        slots = kept_clear(slots, openings, Cut(), hung.wall.spans[Zone.BASE], gas=wish.gas)
        types = Types(slots, wish, self.estimator)
        return Judge(types=types, uppers=hung, scale=self.scale, least=least, count=count)

    def _wall(self, number: int) -> Uppers:
        """A wall with what may hang on it."""
        if number not in self.walls:
            site = self.bench.site
            spans = {zone: site.spans[number].get(zone, ()) for zone in (Zone.BASE, Zone.TALL)}
            hung = site.spans[number].get(Zone.WALL, ())
            wall = Wall(room=site.room, number=number, spans=spans, hung=hung, rules=self.bench.rules)
            self.walls[number] = Uppers(wall, self.estimator)
        return self.walls[number]

    def candidate(self, structure: Structure, judge: Judge, stand: Stand) -> Candidate | None:
        """A run at its place, with what hangs above it; None where its fillers could not be made."""
        bench, types, wall = self.bench, judge.types, judge.wall
        at, chain = int(wall.places[stand.at]), []
        for each in stand.units:
            item, slot = types.items[each - 1], types.slots[each - 1]
            option = Option(item.kind, item.zone, item.width)
            chain.append(Set(slot=slot, role=item.role, option=option, offset=at, lead=None))
            at += item.width
        row = row_at(chain, wall.spans, wall.number, bench.rules)
        if row is None:
            return None
        items = based(structure, [row], bench)
        hung = uppers(items, {wall.number: wall.hung}, bench.wish, bench.style, bench.pins, loss=None)
        whole = (*items, *hung)
        return Candidate(structure=structure, rows=(row,), items=whole, missing=missing(whole, bench.wish, structure))
