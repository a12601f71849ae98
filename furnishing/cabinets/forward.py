"""Units without fronts come forward to the face of their neighbours' fronts."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.making import Making


def brought_forward(making: Making) -> Making:
    """The same cabinet with its carcass as deep as its neighbours are with their fronts."""
    deeper = 2 * making.size.depth - making.carcass_depth
    return replace(making, size=replace(making.size, depth=deeper))
