"""The legs of all structures of one search as tables, each of them once, and their runs as rows of units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, product
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.layout.arrange import Item, Row, row_at
from furnishing.layout.bench import ANGLE_LEG, Bench
from furnishing.layout.candidate import Candidate, assembled, hung_corners
from furnishing.layout.estimate import Estimator
from furnishing.layout.kitchen_slots import asked_of, corners_of
from furnishing.layout.kitchen_wishes import weight
from furnishing.layout.legs import Spans
from furnishing.layout.limits import limits
from furnishing.layout.lines.found import Stand
from furnishing.layout.lines.hung import Uppers
from furnishing.layout.lines.leg import Leg, Tables
from furnishing.layout.lines.runs import MIXED
from furnishing.layout.lines.unit_types import ANGLE, MM, Asked, Facts, Ints, Types
from furnishing.layout.lines.wall import Wall
from furnishing.layout.measures import Frame
from furnishing.layout.pins import pinned_slots
from furnishing.layout.slots import NEEDED, Option, Set, Slot
from furnishing.layout.structures import ANGLED, Structure, ovens, talls
from furnishing.layout.uppers import Loss
from furnishing.layout.work import TABLES

LONGEST: Final = 5200
"""Millimetres: no longer run is looked at here. There are ten times as many for each half metre more."""

CORNER: Final = Slot(role="corner", options=(Option(ANGLE, Zone.BASE, ANGLE_LEG),), worth=NEEDED)
"""What a leg begins with that goes on round an L-shaped unit: it counts as one of its units."""


@dataclass(slots=True, kw_only=True)
class Legs:
    """What all runs of one search share. Prices are measured by `scale`."""

    bench: Bench
    estimator: Estimator
    walls: Sequence[Frame]
    scale: float
    given_up: bool = False
    """Whether nothing is told any more: none has both a sink and a hob."""
    known: dict[tuple[object, ...], Leg] = field(default_factory=dict)
    """By what of a structure they depend on."""
    tellable: dict[tuple[object, ...], bool] = field(default_factory=dict)
    placed: dict[Structure, tuple[Leg, ...]] = field(default_factory=dict)
    hung: dict[tuple[object, ...], Uppers] = field(default_factory=dict)
    facts: dict[Item, Facts] = field(default_factory=dict)
    over: dict[int, Ints] = field(default_factory=dict)
    """How wide units hang over others (`Wall`)."""

    def are_known(self, structure: Structure) -> bool:
        """Whether the runs of a structure are told here: on walls that nothing divides, with a sink and a hob, and with
        no more kept on a wall than its slots ask for and one more unit that stores things."""
        if self.given_up or not (self.bench.wish.sink and self.bench.wish.hob):
            return False
        return all(self._is_known(structure, leg) for leg in range(len(structure.legs)))

    def _is_known(self, structure: Structure, leg: int) -> bool:
        asked = self._key(structure, leg)
        if asked not in self.tellable:
            free = [each.length for each in self._spans(structure, leg)[Zone.BASE]]
            whole = sum(each >= limits().run_least for each in free) == 1
            self.tellable[asked] = whole and (not self.bench.pins.keeps or self._may_keep(structure, leg))
        return self.tellable[asked]

    def _may_keep(self, structure: Structure, leg: int) -> bool:
        keeps = self.bench.pins.on(structure.legs[leg])
        slots, more = self._slots(structure, leg)
        gaps = sum(stores for stores, _ in groupby(slots, key=lambda slot: slot.role == "storage"))
        stand = all(kind_of(each.kind).zone in {Zone.BASE, Zone.TALL} for each in keeps)
        # With a kept unit in any of three gaps there are too many runs.
        return stand and (not more or (len(more) == 1 and more[0].role == "storage" and gaps <= MIXED))

    def _slots(self, structure: Structure, leg: int) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
        """The slots of a leg, kept units at their places, and further ones for those that no slot asks for."""
        keeps = self.bench.pins.on(structure.legs[leg])
        return pinned_slots(self.bench.slots(structure, leg), [each for each in keeps if each.kind != ANGLE])

    def of(self, structure: Structure) -> tuple[Leg, ...]:
        """The legs of a structure."""
        if structure not in self.placed:
            self.placed[structure] = tuple(self._leg(structure, leg) for leg in range(len(structure.legs)))
        return self.placed[structure]

    def _leg(self, structure: Structure, leg: int) -> Leg:
        """One of them; with it all that have the same units in another order there, so that tables are made once."""
        key = self._key(structure, leg)
        if key not in self.known:
            several = {self._key(each, leg): each for each in self._alike(structure) if self._is_known(each, leg)}
            new = [asked for asked in several if asked not in self.known]
            types = Types(
                [self._asked(several[each], leg) for each in new], self.bench.wish, self.estimator, self.facts
            )
            uppers = self._uppers(structure, leg)
            tables = Tables(types=types, uppers=uppers, scale=self.scale, longest=LONGEST)
            legs = {order.key: Leg(tables=tables, order=order, work=self.bench.work) for order in types.orders}
            self.known |= {asked: legs[order.key] for asked, order in zip(new, types.orders, strict=True)}
            self.bench.work.parts += TABLES
        return self.known[key]

    def _key(self, structure: Structure, leg: int) -> tuple[object, ...]:
        return asked_of(structure, leg, self.bench.wish)

    def _asked(self, structure: Structure, leg: int) -> Asked:
        slots, more = self._slots(structure, leg)
        return ((CORNER, *slots) if _is_angled(structure, leg) else slots), more

    def _alike(self, structure: Structure) -> Iterator[Structure]:
        """Those with other places for oven, dishwasher, hob, fridge and tall units, but the same corners."""
        ways = (True, False)
        yield structure
        for (tall, at_left), apart in product(talls(structure, self.bench.wish), (False, True)):
            for oven, machine, hob in product(ovens(self.bench.wish), ways, ways):
                yield replace(
                    structure,
                    oven=oven,
                    machine_right=machine,
                    hob_right=hob,
                    tall=tall,
                    tall_left=at_left,
                    fridge_apart=apart and tall is not None and bool(self.bench.wish.fridge),
                )

    def _uppers(self, structure: Structure, leg: int) -> Uppers:
        """A wall with what may hang on it."""
        number, spans = structure.legs[leg], self._spans(structure, leg)
        corners, hung = hung_corners(structure, self.bench)
        key = (number, corners_of(structure, leg))
        if key not in self.hung:
            if _is_angled(structure, leg):
                base = spans[Zone.BASE]
                spans = {**spans, Zone.BASE: (replace(base[0], start=0), *base[1:])}
            wall = Wall(
                room=self.bench.site.room,
                number=number,
                frame=self.walls[number],
                spans=spans,
                hung=hung[number],
                rules=self.bench.rules,
                over=self.over,
            )
            first = next((each.width // MM for each in corners if each.wall == number), 0)
            self.hung[key] = Uppers(wall, self.estimator, first)
        return self.hung[key]

    def _spans(self, structure: Structure, leg: int) -> Spans:
        return self.bench.free(structure.legs[leg], self.bench.cuts(structure, leg)).whole

    def absent(self, structure: Structure) -> int:
        """What has no place in a structure of what was wished for, weighed, but for the hood."""
        legs = self.of(structure)
        wished = legs[0].types.wished
        return sum(
            weight(each) * max(wished.count(each) - sum(leg.has[each] for leg in legs), 0)
            for each in set(wished) - {"hood"}
        )

    def candidates(
        self, structure: Structure, stands: Sequence[Stand], losses: Sequence[Loss | None]
    ) -> Iterator[Candidate]:
        """A structure with these runs on its legs, hung by each of the `losses`; none where that cannot be."""
        rows = [self.row(structure, leg, stand) for leg, stand in enumerate(stands)]
        filled = [(row,) for row in rows if row is not None]
        if len(filled) == len(rows):
            yield from dict.fromkeys(assembled(structure, filled, self.bench, losses))

    def row(self, structure: Structure, leg: int, stand: Stand) -> Row | None:
        """A run at its place on a leg, without what reaches round the corner before it; None where its fillers could
        not be made, or nothing is left."""
        types, wall = self.of(structure)[leg].types, self.of(structure)[leg].wall
        at, chain = int(wall.places[stand.at]), []
        for each in stand.units:
            item, slot = types.items[each - 1], types.slots[each - 1]
            option = Option(item.kind, item.zone, item.width)
            chain.append(Set(slot=slot, role=item.role, option=option, offset=at, lead=None))
            at += item.width
        chain = chain[_is_angled(structure, leg) :]
        return row_at(chain, self._spans(structure, leg), wall.number, self.bench.rules) if chain else None


def _is_angled(structure: Structure, leg: int) -> bool:
    return bool(leg) and structure.corners[leg - 1] == ANGLED
