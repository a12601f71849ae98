"""What a search hands on to the next one, whose pins are a little other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from furnishing.layout.judged import Judged
from furnishing.layout.pins import Pins
from furnishing.layout.structures import Structure

MOST: Final = 120
"""Layouts that are remembered: many more than are ever shown, so that other pins leave some of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The best layout of each look, which of them were `checked` to be sound, and the structures of kitchens that hold;
    all the best first, and the way round in which the room is searched (`handed.py`)."""

    layouts: tuple[Judged, ...] = ()
    checked: tuple[Judged, ...] = ()
    structures: tuple[Structure, ...] = ()

    @classmethod
    def of(cls, layouts: Iterable[Judged], sound: Mapping[Judged, bool], structures: tuple[Structure, ...]) -> Memory:
        """What of all that was found is worth to be remembered."""
        best = tuple(sorted(layouts, key=lambda each: each.rank)[:MOST])
        return cls(layouts=best, checked=tuple(each for each in best if sound.get(each)), structures=structures)

    def kept(self, pins: Pins) -> tuple[Judged, ...]:
        """The layouts that agree with these pins as they are."""
        return tuple(each for each in self.layouts if pins.agree(each.placements))
