"""The first verb: a room, a style and a catalogue become cabinets with all their parts."""

from __future__ import annotations

from dataclasses import dataclass

from furnishing.cabinets.cabinet import Cabinet
from furnishing.catalogue import Catalogue
from furnishing.issues import Issue
from furnishing.layout.placement import Layout
from furnishing.parts import Part
from furnishing.room import Room
from furnishing.style import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A furnished room: `cabinets` in the order of the layout's placements (fillers are cabinets of one part)."""

    room: Room
    style: Style
    layout: Layout
    cabinets: tuple[Cabinet, ...]
    issues: tuple[Issue, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts of all cabinets."""
        return tuple(part for cabinet in self.cabinets for part in cabinet.parts)


def design(room: Room, style: Style, catalogue: Catalogue) -> Design:
    """Furnish `room` in `style` with what `catalogue` has."""
    raise NotImplementedError
