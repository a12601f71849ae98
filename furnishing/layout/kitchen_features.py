"""What a person sees of a kitchen at first sight."""

from __future__ import annotations

from furnishing.cabinets.kind import Zone
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.candidate import Candidate
from furnishing.layout.judged import Feature, Features, base_order
from furnishing.layout.measures import CENTRES


def features(found: Candidate) -> Features:
    """What a person sees of a kitchen."""
    structure = found.structure
    sink, hob, fridge = (next((each for each in found.items if each.role == role), None) for role in CENTRES)
    oven = next((each.kind for each in found.items if each.role == "oven"), structure.oven)
    return Features(
        shape=structure.shape.value,
        walls=frozenset(each.wall for each in found.items if not each.out),
        tall=_tall(found),
        sink=_side(sink, hob),
        hob=_side(hob, sink),
        fridge=None if fridge is None else (fridge.wall, structure.fridge_apart),
        oven=oven,
        island=None if structure.island is None else (structure.legs[structure.island], None),
        corner=structure.corners,
        order=base_order(found.items),
    )


def _tall(found: Candidate) -> Feature:
    """The wall and the end at which the tall block stands, where any of it found a place."""
    structure = found.structure
    if structure.tall is None:
        return None
    wall = structure.legs[structure.tall]
    stands = any(each.wall == wall and each.zone is Zone.TALL and each.kind != FILLER for each in found.items)
    return (wall, structure.tall_left) if stands else None


def _side(item: Item | None, other: Item | None) -> Feature:
    """The wall of one, and on which side of the other it stands where that is on the same wall."""
    if item is None:
        return None
    together = other is not None and other.wall == item.wall
    return (item.wall, item.offset < other.offset if together and other is not None else None)
