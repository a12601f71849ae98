"""What units of furniture take on from those they stand with: bridges over low units, one height beside a vanity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from furnishing.cabinets.kind import Stand, Zone
from furnishing.cabinets.registry import kind_of
from furnishing.layout.arrange import Item
from furnishing.layout.placing import stand_of
from furnishing.layout.structures import Site
from furnishing.style import Style


def bridges(items: Sequence[Item], kind: str, site: Site, style: Style) -> Iterator[Item]:
    """A hung unit of a kind over each low one, where the wall is free for it."""
    known = kind_of(kind)
    for low in (each for each in items if each.role == "low"):
        stand = known.stands(style)
        free = site.spans[low.wall].get(Zone.WALL, ())
        fits = any(each.start <= low.offset and low.end <= each.end for each in free)
        if fits and known.width.holds(low.width) and stand.elevation + stand.height <= style.tall_height:
            yield Item(role="bridge", kind=kind, wall=low.wall, offset=low.offset, width=low.width, zone=Zone.WALL)


def levelled(items: Sequence[Item], style: Style) -> list[Item]:
    """Base units and fillers beside a vanity are as high and as deep as it, so that one top line runs through."""
    vanity = next((each for each in items if each.role == "vanity"), None)
    if vanity is None:
        return list(items)
    stand = stand_of(vanity, style)
    return [
        replace(each, height=stand.height, depth=stand.depth)
        if each.wall == vanity.wall and each.zone is Zone.BASE and each is not vanity and _can_be(each, stand)
        else each
        for each in items
    ]


def _can_be(item: Item, stand: Stand) -> bool:
    kind = kind_of(item.kind)
    return kind.height.holds(stand.height) and kind.depth.holds(stand.depth)
