"""Parts of one carcass moved to their place in a cabinet of several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from furnishing.cabinets.cabinet import Space
from furnishing.parts import Box, Part
from furnishing.units import Length


def moved(parts: Iterable[Part], *, x: Length = 0, z: Length = 0) -> tuple[Part, ...]:
    """The same parts further to the right by `x` and higher by `z`, with their grooves and notches.

    Parts that are moved have no bores and no section yet: those come when the cabinet is finished.
    """
    return tuple(
        replace(
            part,
            box=shifted(part.box, x=x, z=z),
            grooves=tuple(replace(groove, box=shifted(groove.box, x=x, z=z)) for groove in part.grooves),
            notches=tuple(replace(notch, box=shifted(notch.box, x=x, z=z)) for notch in part.notches),
        )
        for part in parts
    )


def moved_spaces(spaces: Iterable[Space], *, x: Length = 0, z: Length = 0) -> tuple[Space, ...]:
    """The same spaces further to the right and higher."""
    return tuple(replace(space, box=shifted(space.box, x=x, z=z)) for space in spaces)


def shifted(box: Box, *, x: Length = 0, z: Length = 0) -> Box:
    """A box further to the right by `x` and higher by `z`."""
    return replace(box, x=box.x + x, z=box.z + z)
