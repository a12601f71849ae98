"""What all candidates of one search for kitchens share: the room, the wishes, and the legs that were filled already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.construction import Construction
from furnishing.layout.arrange import FILLER, Item, Row
from furnishing.layout.berth import Floor
from furnishing.layout.fill import Filling
from furnishing.layout.fill_moves import Moves
from furnishing.layout.island import island_of
from furnishing.layout.kitchen_slots import Faces, kept_clear, leg_slots
from furnishing.layout.legs import Cut, End, Spans, cut, taken_at_left, taken_at_right
from furnishing.layout.limits import limits
from furnishing.layout.pins import Pins, pinned_slots, pinned_spans, standing
from furnishing.layout.shorter import Rows, Run, best_rows, runs
from furnishing.layout.slots import Slot
from furnishing.layout.structures import (
    ANGLED,
    APART_AFTER,
    APART_BEFORE,
    BLIND_AFTER,
    BLIND_BEFORE,
    DEAD,
    Site,
    Structure,
)
from furnishing.layout.uppers import hung_edges
from furnishing.layout.work import ISLAND, RUN, Work
from furnishing.programme import KitchenWish
from furnishing.style import Style
from furnishing.units import Length, mm

ANGLE_LEG: Final[Length] = mm(900)
"""How far corner units reach along both walls: their standard width."""


@dataclass(slots=True, kw_only=True)
class Leg:
    """A leg with its best rows, None where it cannot be filled; and with shorter ones, once these are asked for."""

    filling: Filling
    wall: int
    length: Length
    rules: Construction
    best: Rows | None
    edges: tuple[Length, ...]
    """Where what may hang above it begins and ends, alone in its span or beside one unit."""
    known: dict[tuple[object, ...], Run] = field(default_factory=dict)
    more: Iterator[Run] | None = None
    """Those that are not known yet."""

    def every(self, work: Work, count: int | None = None) -> tuple[Run, ...]:
        """What fills it from the left end and from the right, of every length, what is worth most first; so many."""
        self.more = self.more or self._more(work)
        while count is None or len(self.known) < count:
            run = next(self.more, None)
            if run is None:
                break
            work.parts += RUN
            self.known.setdefault(tuple(_units(row) for row in run.first), run)
        return tuple(self.known.values())[:count]

    def _more(self, work: Work) -> Iterator[Run]:
        """By turns from both ends."""
        mirror, image = [self.length - each for each in self.edges], self.filling.flipped(self.length)
        work.parts += len(image.best)
        from_left = runs(self.filling, self.wall, self.rules, self.edges)
        from_right = runs(image, self.wall, self.rules, mirror, self.length)
        for pair in zip_longest(from_left, from_right):
            yield from (each for each in pair if each is not None)


def _units(row: Row) -> tuple[object, ...]:
    """What is the same wherever a row stands in its span."""
    units = tuple((each.role, each.kind, each.width) for each in row.items if each.role != FILLER)
    return row.start, row.end, row.left, row.right, units


@dataclass(slots=True, kw_only=True)
class Free:
    """The free spans of a wall between two cuts, with all that is kept there (`whole`) and beside it, and the moves of
    the slots that were filled there already."""

    whole: Spans
    spans: Spans
    moves: dict[Slot, Moves] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Bench:
    """What all candidates of one search share; it remembers the legs that were filled already."""

    site: Site
    style: Style
    rules: Construction
    wish: KitchenWish
    pins: Pins = field(default_factory=Pins)
    work: Work = field(default_factory=Work)
    legs: dict[tuple[int, Cut, tuple[Slot, ...]], Leg] = field(default_factory=dict)
    freed: dict[tuple[int, Cut], Free] = field(default_factory=dict)
    corner: dict[tuple[int, Length], tuple[Length, Length]] = field(default_factory=dict)
    closed: dict[tuple[Length, End, End], int | None] = field(default_factory=dict)
    floor: Floor = field(init=False)

    def __post_init__(self) -> None:
        self.floor = Floor(room=self.site.room, style=self.style)

    def before(self) -> frozenset[int]:
        """The walls before whose runs an island may stand: with nothing else in the room one finds its place."""
        room = self.site.room
        return frozenset(
            wall
            for wall in range(len(room.walls))
            if self.site.base(wall) >= limits().run_least and self.floor.behind(wall) and self._has_berth(wall)
        )

    def _has_berth(self, wall: int) -> bool:
        spans = self.site.spans[wall][Zone.BASE]
        run = [
            Item(role="", kind="base-doors", wall=wall, offset=each.start, width=each.length, zone=Zone.BASE)
            for each in spans
        ]
        return bool(island_of(run, wall, self.floor, self.wish, self.pins.island))

    def island(self, items: Sequence[Item], structure: Structure) -> tuple[Item, ...]:
        """The units of the island of a structure; none where it has none or there is no room for it."""
        if structure.island is None:
            return ()
        self.work.parts += ISLAND
        return island_of(items, structure.legs[structure.island], self.floor, self.wish, self.pins.island)

    def taken(self, wall: int, depth: Length) -> tuple[Length, Length]:
        """How far runs of a depth on its neighbours take `wall` from the left, and from where on at the right."""
        key = (wall, depth)
        if key not in self.corner:
            room = self.site.room
            self.corner[key] = (
                taken_at_left(room, wall, depth, depth),
                taken_at_right(room, wall, depth, depth),
            )
        return self.corner[key]

    def leg(self, structure: Structure, leg: int) -> Leg:
        """One leg of a structure, filled."""
        wall, cuts = structure.legs[leg], self.cuts(structure, leg)
        free, keeps = self.free(wall, cuts), standing(self.pins.on(wall))
        slots = self.slots(structure, leg)
        key = (wall, cuts, slots)
        if key not in self.legs:
            asked, fixed = pinned_slots(slots, keeps)
            # Most walls hold all that is needed, and it takes a third less to fill them so.
            for whole in (True, False):
                filling = Filling(asked, free.spans, self.rules, fixed, free.moves, self.closed, whole=whole)
                self.work.parts += len(filling.best)
                best = best_rows(filling, wall, self.rules)
                if best is not None:
                    break
            length = self.site.room.walls[wall].length
            hung = self.site.spans[wall].get(Zone.WALL, ())
            edges = tuple(sorted({at for span in hung for at in hung_edges(span.start, span.end)}))
            self.legs[key] = Leg(filling=filling, wall=wall, length=length, rules=self.rules, best=best, edges=edges)
        return self.legs[key]

    def slots(self, structure: Structure, leg: int) -> tuple[Slot, ...]:
        """The slots of one leg, with what they keep off."""
        wall, cuts = structure.legs[leg], self.cuts(structure, leg)
        asked, openings = leg_slots(structure, leg, self.site.room, self.wish), self.site.room.walls[wall].openings
        return kept_clear(
            asked, openings, self.faces(structure, leg), self.free(wall, cuts).spans[Zone.BASE], gas=self.wish.gas
        )

    def faces(self, structure: Structure, leg: int) -> Faces:
        """How far the runs round the corners of a leg reach along its wall, where there are any."""
        low, high = self.taken(structure.legs[leg], self.style.base_depth)
        at_left = bool(leg and structure.corners[leg - 1])
        at_right = bool(leg < len(structure.corners) and structure.corners[leg])
        return low if at_left else None, high if at_right else None

    def faces_of(self, structure: Structure) -> dict[int, Faces]:
        """The same for each wall."""
        return {wall: self.faces(structure, leg) for leg, wall in enumerate(structure.legs)}

    def free(self, wall: int, cuts: Cut) -> Free:
        """What of a wall is free between the runs round its corners and beside the units kept on it."""
        key = (wall, cuts)
        if key not in self.freed:
            whole = {zone: cut(self.site.spans[wall][zone], cuts) for zone in (Zone.BASE, Zone.TALL)}
            self.freed[key] = Free(whole=whole, spans=pinned_spans(whole, standing(self.pins.on(wall))))
        return self.freed[key]

    def cuts(self, structure: Structure, leg: int) -> Cut:
        """What the legs beside it take of a leg."""
        wall, depth = structure.legs[leg], self.style.base_depth
        start = end = None
        left = right = End.CORNER
        low, high = self.taken(wall, depth)
        before = structure.corners[leg - 1] if leg else ""
        after = structure.corners[leg] if leg < len(structure.corners) else ""
        if before == ANGLED:
            start, left = ANGLE_LEG, End.FLUSH
        elif before == APART_AFTER:
            start, left = low + limits().apart, End.OPEN
        elif before in {DEAD, BLIND_BEFORE}:
            start = low
        if after == ANGLED:
            end, right = self.site.room.walls[wall].length - ANGLE_LEG, End.FLUSH
        elif after == APART_BEFORE:
            end, right = high - limits().apart, End.OPEN
        elif after in {DEAD, BLIND_AFTER}:
            end = high
        return Cut(start=start, left=left, end=end, right=right)
