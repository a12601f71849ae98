"""Where cabinets stand: each on a wall, at an offset from its left end."""

from __future__ import annotations

from dataclasses import dataclass

from shapely import Polygon

from furnishing.issues import Issue
from furnishing.room import Room
from furnishing.style import Choices
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A cabinet (or filler) of a kind on a wall: outer sizes, `elevation` above the floor.

    `wish` is the index of the wish it fulfils, None where the layout added it; `choices` are parameters of its kind
    that the layout decided, over those of the wish. A `slanting` one is cut to a slope: `height` is its highest.
    `out` is how far its back stands off its wall: more than 0 for what stands free in the room.
    """

    cabinet: str
    kind: str
    wall: int
    offset: Length
    elevation: Length
    width: Length
    height: Length
    depth: Length
    wish: int | None = None
    slanting: bool = False
    choices: Choices = ()
    out: Length = 0

    def footprint(self, room: Room) -> Polygon:
        """Its outline in plan, in room coordinates."""
        near, far = self.offset, self.offset + self.width
        return Polygon(
            [
                room.on_wall(self.wall, near, self.out),
                room.on_wall(self.wall, far, self.out),
                room.on_wall(self.wall, far, self.out + self.depth),
                room.on_wall(self.wall, near, self.out + self.depth),
            ]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All placements of one answer for a room, from left to right, and what could not be done."""

    placements: tuple[Placement, ...]
    issues: tuple[Issue, ...] = ()
