"""Parts of a leg that runs along the left wall: made as if along the back wall, then turned about the corner.

Turning swaps x and y, so that what lies on the right end of a leg comes to its far end from the corner.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from furnishing.parts import Box, Part


def turned(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The same parts with x and y swapped, their grooves and notches with them; they have no bores yet."""
    return tuple(
        replace(
            part,
            box=turned_box(part.box),
            axes=(_swap(part.axes[0]), _swap(part.axes[1])),
            grooves=tuple(replace(groove, box=turned_box(groove.box)) for groove in part.grooves),
            notches=tuple(replace(notch, box=turned_box(notch.box)) for notch in part.notches),
        )
        for part in parts
    )


def turned_box(box: Box) -> Box:
    """A box with x and y swapped."""
    return Box(box.y, box.x, box.z, box.dy, box.dx, box.dz)


def _swap(axis: int) -> int:
    return (1, 0, 2)[axis]
