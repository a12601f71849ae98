"""A wall as tables by place, in whole millimetres from where its first free span begins: what may stand there and what
that is worth, and what may hang above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import gcd
from typing import Final

import numpy as np

from furnishing.construction import Construction
from furnishing.layout.arrange import Item
from furnishing.layout.closing import lead
from furnishing.layout.kitchen_slots import windows_of
from furnishing.layout.legs import End, Span, Spans
from furnishing.layout.limits import limits, objective
from furnishing.layout.lines.unit_types import MM, Flags, Floats, Ints, Types
from furnishing.layout.measures import METRE, Frame
from furnishing.layout.score import SUPPLIES
from furnishing.layout.slots import Slot, beside
from furnishing.layout.uppers_over import hung_width
from furnishing.room import PointKind, Room
from furnishing.rooms.points import points_on, walls_with
from furnishing.units import Length

FINEST: Final = 5
"""Places are looked at no closer together than so many millimetres, where widths are odd."""

STEP: Final = 300
"""Where few places are looked at, they are so many millimetres apart."""


@dataclass(slots=True, kw_only=True)
class Wall:
    """One wall of a room with what of it is free, by zone and for hung units."""

    room: Room
    number: int
    frame: Frame
    spans: Spans
    hung: Sequence[Span]
    rules: Construction
    over: dict[int, Ints]
    """How wide a unit hangs over one of a width, by how much of the wall above is free; the same for all walls."""
    start: Length = field(init=False)
    places: Ints = field(init=False)
    """All places, from the wall's left end."""
    rows: dict[tuple[object, ...], tuple[Flags, Flags, Flags]] = field(default_factory=dict)
    """What is told of units by place."""
    above: dict[int, Ints] = field(default_factory=dict)
    """How wide a unit hangs over one of a width, by where that begins."""

    def __post_init__(self) -> None:
        every = [span for spans in self.spans.values() for span in spans]
        self.start = min(span.start for span in every)
        self.places = np.arange(self.start, max(span.end for span in every) + 2 * MM, MM, dtype=np.int64)

    @property
    def longest(self) -> int:
        """The longest run that fits, in millimetres."""
        return max(span.length for spans in self.spans.values() for span in spans) // MM

    def stands(self, types: Types) -> Flags:
        """By type and place whether a unit may stand there, as far as its slot and what is free say."""
        return self._table(types, 0)

    def ends(self, types: Types) -> tuple[Flags, Flags]:
        """By type and place whether a unit may be the first there, and the last: what is left beside it is nothing, a
        filler, or room."""
        return self._table(types, 1), self._table(types, 2)

    def _table(self, types: Types, number: int) -> Flags:
        rows = [self._rows_of(item, slot)[number] for item, slot in zip(types.items, types.slots, strict=True)]
        return np.stack([np.full(len(self.places), number == 0), *rows])

    def _rows_of(self, item: Item, slot: Slot) -> tuple[Flags, Flags, Flags]:
        """By place whether a unit may stand there, be the first, and the last."""
        key = (item.width, item.zone, slot.off_wall, slot.band, slot.at, slot.avoid)
        if key not in self.rows:
            stands, first, last = (np.zeros(len(self.places), np.bool_) for _ in range(3))
            for span in self.spans[item.zone]:
                here = self._within(span, item.width)
                left, right = self.places - span.start, span.end - self.places - item.width
                stands |= here
                first |= here & self._closes(left, beside(span.left, slot.off_wall))
                last |= here & self._closes(right, beside(span.right, slot.off_wall))
            self.rows[key] = stands & self._may_take(slot, item.width), first, last
        return self.rows[key]

    def _within(self, span: Span, width: Length) -> Flags:
        return (self.places >= span.start) & (self.places + width <= span.end)

    def _may_take(self, slot: Slot, width: Length) -> Flags:
        start, end = self.places, self.places + width
        may = np.ones(len(start), np.bool_)
        if slot.band is not None:
            may &= (start <= slot.band[1]) & (end >= slot.band[0])
        if slot.at is not None:
            may &= start == slot.at
        for low, high in slot.avoid:
            may &= (start >= high) | (end <= low)
        return may

    def _closes(self, wide: Ints, end: End) -> Flags:
        least, most = self.rules.filler_least, self.rules.filler_most
        may: Flags
        if end is End.OPEN:
            may = wide >= 0
        elif end is End.FLUSH:
            may = wide == 0
        elif end is End.CORNER:
            may = (wide >= lead(end)) & (wide <= most)
        else:
            may = (wide >= max(lead(end), least)) | ((wide < self.rules.residue_none) & (lead(end) == 0))
        return may

    def points(self, types: Types) -> Floats:
        """By type and place the points for light and supplies that a unit brings there."""
        found = np.zeros((len(types.items) + 1, len(self.places)))
        asked = [(role, kind) for role, kind in SUPPLIES if walls_with(self.room, kind)]
        weights = objective().kitchen
        light, supplies = float(weights["light"].points), float(weights["supplies"].points)
        for number, item in enumerate(types.items, start=1):
            middle = self.places + item.width // 2
            if item.role == "sink":
                found[number] += light * self._lit(middle)
                found[number] += 0 if asked else supplies
            for role, kind in asked:
                if item.role == role:
                    found[number] += supplies / len(asked) * self._near(middle, kind)
        return found

    def _lit(self, middle: Ints) -> Flags:
        if not any(windows_of(wall.openings) for wall in self.room.walls):
            return np.ones(len(middle), np.bool_)
        lit = np.zeros(len(middle), np.bool_)
        for each in windows_of(self.room.walls[self.number].openings):
            lit |= (each.offset <= middle) & (middle <= each.end)
        return lit

    def _near(self, middle: Ints, kind: PointKind) -> Floats:
        ways = [np.abs(each.offset - middle) for each in points_on(self.room, self.number, kind)]
        nearest = np.minimum.reduce(ways) if ways else np.full(len(middle), METRE)
        near: Floats = np.clip(1 - np.maximum(nearest - limits().water_reach, 0) / METRE, 0.0, None)
        return near

    def hangs(self, width: int) -> Ints:
        """How wide a unit hangs, in millimetres, over what is `width` millimetres wide, by where that begins."""
        if width not in self.above:
            best, widths = np.zeros(len(self.places), np.int64), self._over(width)
            for span in self.hung:
                low, high = np.maximum(self.places, span.start), np.minimum(self.places + width * MM, span.end)
                free = np.maximum((high - low) // MM, 0)
                best = np.maximum(best, widths[free])
            self.above[width] = best
        return self.above[width]

    def _over(self, width: int) -> Ints:
        if width not in self.over:
            free = range(width + 1)
            self.over[width] = np.array([hung_width(width * MM, each * MM) // MM for each in free])
        return self.over[width]

    def clear_above(self, width: int) -> Flags:
        """Where all of the wall above so many millimetres is free."""
        clear = np.zeros(len(self.places), np.bool_)
        for span in self.hung:
            clear |= self._within(span, width * MM)
        return clear

    def offsets(self, types: Types, length: int) -> Ints:
        """Where a run of a length, in millimetres, may begin that stands best there: all that it is worth changes only
        where a unit or its middle comes to an edge, and these are as far apart as widths of units are; a millimetre
        before, something that is better without it may not hang yet."""
        step = max(gcd(*(int(width) for width in types.width)) // 2, FINEST)
        spans = [span for several in (*self.spans.values(), self.hung) for span in several]
        edges = {at for span in spans for at in (span.start, span.end)}
        edges |= {each.offset for each in self.room.walls[self.number].points}
        edges |= {at for each in windows_of(self.room.walls[self.number].openings) for at in (each.offset, each.end)}
        for slot in types.slots:
            edges |= {slot.at} if slot.at is not None else set()
            edges |= {*slot.marks, *(slot.band or ()), *(at for pair in slot.avoid for at in pair)}
        last = len(self.places) - 1 - length
        found = {
            at
            for rest in {((edge - self.start) // MM + more) % step for edge in edges for more in (-1, 0, 1)}
            for at in range(rest, last + 1, step)
        }
        found |= {int(at) for at in self._at_ends(spans, np.array([length]))[0]}
        return np.array(sorted(at for at in found if 0 <= at <= last), np.int64)

    def some_offsets(self, lengths: Ints) -> Ints:
        """Some of these, a row for each length: near the ends of what is free, and in steps between them; the last of
        all places, where nothing may stand, in their stead where there are fewer."""
        spans, last = [span for several in self.spans.values() for span in several], len(self.places) - 1
        steps = np.arange(STEP, last, STEP) + 0 * lengths[:, None]
        every = np.concatenate([steps, self._at_ends(spans, lengths)], axis=1)
        return np.where((every >= 0) & (every + lengths[:, None] <= last), every, last)

    def _at_ends(self, spans: Sequence[Span], lengths: Ints) -> Ints:
        """Where runs of these lengths, a row for each, begin or end at the ends of spans, with nothing beside them or a
        filler, and where they stand in their middles."""
        ends = [(-((self.start - span.start) // MM), (span.end - self.start) // MM) for span in spans]
        low = np.array(sorted({start + way for start, _ in ends for way in self._ways()}))
        high = np.array(sorted({end - way for _, end in ends for way in self._ways()}))
        middle = np.array(sorted({start + end for start, end in ends}))
        columns = (low + 0 * lengths[:, None], high - lengths[:, None], (middle - lengths[:, None]) // 2)
        return np.concatenate(columns, axis=1)

    def _ways(self) -> set[int]:
        """How far from the end of a span a run stands that has nothing beside it, or a filler."""
        fillers = (self.rules.filler_least, self.rules.filler_most, lead(End.CORNER))
        return {0, (self.rules.residue_none - 1) // MM, *(wide // MM for wide in fillers)}
