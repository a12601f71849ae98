"""All passes in order: from banded parts to parts with holes and a list of hardware."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making
from furnishing.joinery.backs import back
from furnishing.joinery.flaps import lift
from furnishing.joinery.folds import fold
from furnishing.joinery.frames import frame, profile
from furnishing.joinery.handles import handle
from furnishing.joinery.hinges import hang
from furnishing.joinery.joints import join
from furnishing.joinery.legs import stand
from furnishing.joinery.pins import pin
from furnishing.joinery.rails import hang_rails
from furnishing.joinery.runners import slide
from furnishing.joinery.spacers import space_out
from furnishing.joinery.tilted import pin_tilted
from furnishing.joinery.walls import fix_to_wall, outlets, slide_doors

PASSES: Final[tuple[Callable[[Cabinet, Making], Cabinet], ...]] = (
    handle,
    join,
    slide,
    space_out,
    hang,
    fold,
    lift,
    hang_rails,
    fix_to_wall,
    pin,
    pin_tilted,
    back,
    stand,
    outlets,
    slide_doors,
    frame,
    profile,
)
"""Each gives way to the holes of those before it: pins to plates, screws of backs to everything."""


def machine(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with every hole in its parts, and with the articles that these holes are for.

    Articles that the cabinet already lists stay. InputError where the construction method names no hardware pack.
    """
    for each in PASSES:
        cabinet = each(cabinet, making)
    return cabinet
