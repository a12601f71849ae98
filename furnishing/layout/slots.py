"""What a wall is filled with: slots, the units that may take them, and the units that do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.layout.legs import End
from furnishing.units import Length

NEEDED: Final = 1_000_000
"""Points of a unit that is not to be left out."""


@dataclass(frozen=True, slots=True)
class Option:
    """A kind in a width, in its zone; `loss` in points, where it is not what was wished for."""

    kind: str
    zone: Zone
    width: Length
    loss: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place in the order along a wall.

    `worth` points if it is filled. `near`: where its middle should be. `band`: a stretch of the wall that the unit
    must at least touch, such as that within reach of the water. `avoid`: stretches that it must not touch, such as
    those beside a window or a corner. `off_hob`: how far it keeps off the hob of the same wall. `marks`: places at
    which its middle begins or ends to stand well, such as the edges of a window. `at`: its exact
    offset, of a unit that is pinned.
    `off_wall`: beside a wall it needs a filler as wide as in a corner, as the door of a fridge does.
    """

    role: str
    options: tuple[Option, ...]
    worth: int = NEEDED
    many: bool = False
    near: Length | None = None
    band: tuple[Length, Length] | None = None
    at: Length | None = None
    off_wall: bool = False
    avoid: tuple[tuple[Length, Length], ...] = ()
    off_hob: Length = 0
    marks: tuple[Length, ...] = ()

    def may_take(self, start: Length, end: Length) -> bool:
        """Whether a unit may stand there, as far as `band` and `avoid` say."""
        near = self.band is None or (start <= self.band[1] and end >= self.band[0])
        return near and not any(start < high and low < end for low, high in self.avoid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A unit set on the wall, before the rest of its chain is closed."""

    slot: Slot
    role: str
    option: Option
    offset: Length
    lead: Length | None
    """Of the first unit of a chain how far it stands off the start of its span; None of all others."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The best sequence, and what it is worth in points."""

    units: tuple[Set, ...]
    worth: int


def beside(end: End, off_wall: bool) -> End:
    """The end of a span for a unit that may have to keep off walls."""
    return End.ASIDE if off_wall and end is End.WALL else end
