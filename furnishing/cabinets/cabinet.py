"""What a cabinet is, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from furnishing.parts import Box, Part
from furnishing.units import Length


class Opens(StrEnum):
    """How a front opens, as one stands before it."""

    LEFT = "left"
    """Hinged on the left."""
    RIGHT = "right"
    """Hinged on the right."""
    PULL = "pull"
    """Pulled out with the drawer behind it."""
    UP = "up"
    """A flap hinged at its top."""
    DOWN = "down"
    """A flap hinged at its bottom."""
    FOLD = "fold"
    """Hangs on the door beside it and folds against it, as in a corner."""
    SLIDE = "slide"
    """A sliding door."""
    FIXED = "fixed"
    """Does not open."""


@dataclass(frozen=True, slots=True)
class Front:
    """What closes a cabinet, and how it opens: `part` is its only part, or the first of a framed front.

    `others` are the remaining parts of a framed front.
    """

    part: str
    opens: Opens
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HardwareItem:
    """So many of an article of the catalogue; `length` and `width` where it is cut to size (a rail, a pane), each."""

    code: str
    quantity: int
    length: Length | None = None
    width: Length | None = None


class Use(StrEnum):
    """What a clear space inside a cabinet is for."""

    OPEN = "open"
    """Nothing in it, or a shelf above and below."""
    HANG_LONG = "hang-long"
    HANG_SHORT = "hang-short"
    DRAWER = "drawer"
    SHOES = "shoes"
    TROUSERS = "trousers"
    SINK = "sink"
    OVEN = "oven"
    MICROWAVE = "microwave"
    FRIDGE = "fridge"
    DISHWASHER = "dishwasher"
    WASHER = "washer"
    HOB = "hob"
    HOOD = "hood"
    TELEVISION = "television"
    KNEES = "knees"


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """A clear space inside a cabinet, in its coordinates, and what it is for."""

    box: Box
    use: Use


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabinet:
    """A cabinet as it is made: outer sizes (fronts and plinth included) and all that belongs to it.

    `height` runs from the floor (or from the underside of a hung cabinet), `depth` from the wall to the
    face of the fronts; `carcass_depth` to the front of the carcass. `spaces` are the clear spaces between its
    parts that something is kept in.
    """

    id: str
    kind: str
    name: str
    width: Length
    height: Length
    depth: Length
    carcass_depth: Length
    parts: tuple[Part, ...]
    fronts: tuple[Front, ...]
    hardware: tuple[HardwareItem, ...]
    spaces: tuple[Space, ...] = ()

    def part(self, id: str) -> Part:
        """The part with this id; KeyError where there is none."""
        for part in self.parts:
            if part.id == id:
                return part
        raise KeyError(id)
