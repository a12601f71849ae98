"""What a cabinet is, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from furnishing.parts import Part
from furnishing.units import Length


class Opens(StrEnum):
    """How a front opens, as one stands before it: hinged on the left or right, or pulled out."""

    LEFT = "left"
    RIGHT = "right"
    PULL = "pull"


@dataclass(frozen=True, slots=True)
class Front:
    """A part that closes a cabinet, and how it opens."""

    part: str
    opens: Opens


@dataclass(frozen=True, slots=True, kw_only=True)
class HardwareItem:
    """So many of an article of the catalogue; `length` where it is cut to size (a rail), each."""

    code: str
    quantity: int
    length: Length | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabinet:
    """A cabinet as it is made: outer sizes (fronts and plinth included) and all that belongs to it.

    `height` runs from the floor (or from the underside of a hung cabinet), `depth` from the wall to the
    face of the fronts; `carcass_depth` to the front of the carcass.
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
