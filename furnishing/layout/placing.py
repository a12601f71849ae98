"""Items of a search become placements: sizes from the style, ids, neighbours; and the boxes they take in the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from furnishing.cabinets.kind import Stand, Zone
from furnishing.cabinets.making import Neighbour
from furnishing.cabinets.registry import kind_of
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.placement import Placement
from furnishing.style import Style
from furnishing.units import Length

APPLIANCES = frozenset({"dishwasher", "washer"})


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
    """The placements of items in a stable order, walls first, then from the floor up and from left to right.

    Ids are K01, K02 ... for units and F01 ... for fillers.
    """
    stands = {item: stand_of(item, style) for item in items}
    ordered = sorted(items, key=lambda item: (item.wall, stands[item].elevation > 0, item.offset, item.kind))
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
            )
        )
    return with_neighbours(found, ordered)


def with_neighbours(found: Sequence[Placement], items: Sequence[Item]) -> tuple[Placement, ...]:
    """The same placements, each with what stands beside it in its zone."""
    sides: dict[int, dict[str, Neighbour]] = {number: {} for number in range(len(found))}
    rows: dict[tuple[int, bool], list[int]] = {}
    for number, each in enumerate(found):
        rows.setdefault((each.wall, each.elevation > 0), []).append(number)
    for row in rows.values():
        row.sort(key=lambda number: found[number].offset)
        for one, other in pairwise(row):
            if found[one].offset + found[one].width == found[other].offset:
                sides[one]["right"] = _beside(found[one], found[other], items[other])
                sides[other]["left"] = _beside(found[other], found[one], items[one])
    return tuple(
        replace(each, left=sides[number].get("left", Neighbour.OPEN), right=sides[number].get("right", Neighbour.OPEN))
        for number, each in enumerate(found)
    )


def _beside(own: Placement, other: Placement, item: Item) -> Neighbour:
    """What a unit has beside it; the side of a tall unit beside a low one is seen."""
    if item.kind == FILLER:
        return Neighbour.FILLER
    if own.elevation + own.height > other.elevation + other.height or own.depth > other.depth:
        return Neighbour.OPEN
    if item.role in APPLIANCES:
        return Neighbour.APPLIANCE
    return Neighbour.FRONT


def front_middle(item: Item, depth: Length) -> tuple[Length, Length]:
    """Where one stands before an item, in the coordinates of its wall: its middle, and its front."""
    return (item.offset + item.width // 2, depth)
