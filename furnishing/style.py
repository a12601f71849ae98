"""What the customer chooses: looks, heights and depths, and which cabinets the run should hold."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from furnishing.settings import NOTHING, Settings
from furnishing.units import Length, mm

WALL_HEIGHT: Final[Length] = mm(720)
WALL_DEPTH: Final[Length] = mm(350)
WALL_ELEVATION: Final[Length] = mm(1400)
"""Hung units of a style that does not say: usual kitchen sizes, 500 to 600 above a worktop of 38 on 820 to 900."""


class FrontLook(StrEnum):
    """How fronts are made."""

    SLAB = "slab"
    FRAMED = "framed"
    """Stiles and rails around a panel."""
    GLASS = "glass"
    J_GRIP = "j-grip"
    PROFILE = "profile"
    """Without handles, a profile between front and worktop."""


class Overlay(StrEnum):
    """How fronts lie to the carcass."""

    FULL = "full"
    HALF = "half"
    INSET = "inset"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChoice:
    """What differs at the parts of a cabinet whose role or name (`shelf`, `shelf.2`) is `part`.

    `thickness` of the board, `band` on edges that are seen (0: raw), `grain` (`length`, `width`, `free`).
    """

    part: str
    thickness: Length | None = None
    band: Length | None = None
    grain: str | None = None


Choices = tuple[tuple[str, int | str], ...]
"""Parameters of a kind and their values: counts, lengths in micrometres, words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A cabinet kind wanted on the wall, in this order from the left.

    `width` is None where the layout may choose from the kind's standard widths; `count` how many,
    None as many as fit. `choices` are parameters of the kind, `construction` what the workshop does otherwise at
    this cabinet, `parts` at some of its parts.
    """

    kind: str
    width: Length | None = None
    count: int | None = 1
    choices: Choices = ()
    construction: Settings = NOTHING
    parts: tuple[PartChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Looks (finish codes of the catalogue), thicknesses, bands and heights of one project.

    `band_visible` is the thickness of bands on edges that a person sees or touches, `band_hidden` of the
    others (0: raw). `base_height` and `tall_height` run from the floor to the top of the carcass, plinth
    included; `wall_height` is that of hung units themselves and `wall_elevation` their underside above the floor;
    depths run from the wall to the face of the fronts. `worktop_finish` is empty where worktops look like the fronts,
    or the carcass where there are none of the fronts' finish. `fitted`: tall units are cut to slopes
    and around pillars at the wall. `match_grain`: the grain of fronts runs on from one to
    the next. `construction` is what this project wants otherwise than the workshop's method. `wall` is the index of
    the wall to furnish, None for the one with the most free length.
    """

    name: str
    carcass_finish: str
    front_finish: str
    back_finish: str
    carcass_thickness: Length
    front_thickness: Length
    back_thickness: Length
    band_visible: Length
    band_hidden: Length
    base_height: Length
    base_depth: Length
    tall_height: Length
    tall_depth: Length
    plinth_height: Length
    front_gap: Length
    wishes: tuple[Wish, ...]
    wall: int | None = None
    handle: str = ""
    discount_percent: Decimal = Decimal(0)
    wall_height: Length = WALL_HEIGHT
    wall_depth: Length = WALL_DEPTH
    wall_elevation: Length = WALL_ELEVATION
    front: FrontLook = FrontLook.SLAB
    overlay: Overlay = Overlay.FULL
    match_grain: bool = False
    fitted: bool = False
    construction: Settings = NOTHING
    worktop_finish: str = ""
