"""What the customer chooses: looks, heights and depths, and which cabinets the run should hold."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A cabinet kind wanted on the wall, in this order from the left.

    `width` is None where the layout may choose from the kind's standard widths; `count` how many,
    None as many as fit.
    """

    kind: str
    width: Length | None = None
    count: int | None = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Looks (finish codes of the catalogue), thicknesses, bands and heights of one project.

    `band_visible` is the thickness of bands on edges that a person sees or touches, `band_hidden` of the
    others (0: raw). `base_height` and `tall_height` run from the floor to the top of the carcass, plinth
    included; depths from the wall to the face of the fronts. `wall` is the index of the wall to furnish, None
    for the one with the most free length.
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
