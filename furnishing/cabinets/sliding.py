"""Sliding doors: they hang or roll in parallel tracks between the sides, and overlap where they meet."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Front, Opens
from furnishing.cabinets.fronts import Fronts
from furnishing.cabinets.making import Making
from furnishing.cabinets.panels import Lie, Surface, panel
from furnishing.errors import Fault, InputError
from furnishing.parts import Box
from furnishing.units import show


def sliding_doors(making: Making, inside: Box, count: int) -> Fronts:
    """`count` doors alternating between the front and the rear track, over the whole opening.

    InputError where the tracks leave no depth, or a door would be too wide or too narrow.
    """
    rules, thick = making.construction, making.style.front_thickness
    overlap, low, high = rules.sliding_overlap, rules.sliding_below, rules.sliding_above
    width = -(-(inside.dx + (count - 1) * overlap) // count)
    if not rules.sliding_width_least <= width <= rules.sliding_width_most:
        limits = f"{show(rules.sliding_width_least)} to {show(rules.sliding_width_most)} mm"
        message = f"{count} sliding doors would be {show(width)} mm wide each and {limits} are possible"
        raise InputError([Fault(f"choices.doors of {making.kind}", f"{message}; take more or fewer, or another width")])
    if 2 * thick + rules.sliding_track_gap > rules.sliding_track_depth:
        message = f"two tracks of {show(thick)} mm doors do not fit in {show(rules.sliding_track_depth)} mm"
        raise InputError([Fault("style.front_thickness", f"{message}; choose thinner fronts")])
    parts = []
    for number in range(count):
        last = number == count - 1
        x = inside.x + inside.dx - width if last else inside.x + number * (width - overlap)
        y = inside.y + inside.dy - thick - (number % 2) * (thick + rules.sliding_track_gap)
        parts.append(
            panel(
                making,
                suffix=f"sliding-door.{number + 1}",
                role="sliding-door",
                name=f"Sliding door {number + 1}",
                box=Box(x, y, inside.z + low, width, thick, inside.dz - low - high),
                lie=Lie.FACING,
                surface=Surface.FRONT,
            )
        )
    return tuple(parts), tuple(Front(part.id, Opens.SLIDE) for part in parts)
