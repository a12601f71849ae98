"""Items of a search become placements: sizes from the style, and ids."""

from __future__ import annotations

from collections.abc import Sequence

from furnishing.cabinets.kind import Stand, Zone
from furnishing.cabinets.registry import kind_of
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.limits import limits
from furnishing.layout.placement import Placement
from furnishing.style import Style
from furnishing.units import Length


def worktop_depth(style: Style) -> Length:
    """The usual depth, or deeper where the fronts of base units would stand out below it."""
    return max(limits().worktop_depth, style.base_depth)


def stand_of(item: Item, style: Style) -> Stand:
    """Height, depth and elevation of an item; those of its zone for a filler."""
    if item.kind == FILLER:
        height, depth, elevation = {
            Zone.TALL: (style.tall_height, style.tall_depth, 0),
            Zone.WALL: (style.wall_height, style.wall_depth, style.wall_elevation),
        }.get(item.zone, (style.base_height, style.base_depth, 0))
        own = Stand(height=height, depth=depth, elevation=elevation)
    else:
        own = kind_of(item.kind).stands(style)
    return Stand(
        height=own.height if item.height is None else item.height,
        depth=own.depth if item.depth is None else item.depth,
        elevation=own.elevation if item.elevation is None else item.elevation,
    )


def placements(items: Sequence[Item], style: Style) -> tuple[Placement, ...]:
    """The placements of items in a stable order: walls first, then what stands off them; from the floor up, from left
    to right.

    Ids are K01, K02 ... for units and F01 ... for fillers.
    """
    stands = {item: stand_of(item, style) for item in items}
    ordered = sorted(
        items, key=lambda each: order_key(each.wall, each.out, stands[each].elevation, each.offset, each.kind)
    )
    counts = {"K": 0, "F": 0}
    found = []
    for item in ordered:
        letter = "F" if item.kind == FILLER else "K"
        counts[letter] += 1
        stand = stands[item]
        found.append(
            Placement(
                cabinet=f"{letter}{counts[letter]:02}",
                kind=item.kind,
                wall=item.wall,
                offset=item.offset,
                elevation=stand.elevation,
                width=item.width,
                height=stand.height,
                depth=stand.depth,
                choices=item.choices,
                out=item.out,
            )
        )
    return tuple(found)


def order_key(wall: int, out: Length, elevation: Length, offset: Length, kind: str) -> tuple[object, ...]:
    """What placements are numbered by; of an island its units first, then what closes its back."""
    return (wall, out > 0, elevation > 0, -out, offset, kind)
