"""Pins as they stand in addresses and forms: one word each, `keep.base-sink.2.1500000.600000` or `free.2`."""

from __future__ import annotations

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kinds
from furnishing.layout.pins import Edit, Forbid, Keep
from furnishing.layout.placement import Placement
from furnishing.units import show

MOST = 40
"""Pins of one page."""


def pin_text(edit: Edit) -> str:
    """A pin as one word, which `pin_from` reads back equal; lengths in micrometres."""
    if isinstance(edit, Forbid):
        return f"free.{edit.wall}"
    place = f"keep.{edit.kind}.{edit.wall}.{edit.offset}.{edit.width}"
    return f"{place}.{edit.out}" if edit.out else place


def pin_from(text: str, walls: int) -> Edit | None:
    """The pin of a word, for a room of so many walls; None where it is none of ours."""
    match text.split("."):
        case ["free", wall] if _whole(wall) and int(wall) < walls:
            return Forbid(wall=int(wall))
        case ["keep", kind, wall, *sizes] if len(sizes) in {2, 3} and all(map(_whole, (wall, *sizes))):
            known = any(each.code == kind and each.zone is not Zone.END for each in kinds()) and int(wall) < walls
            offset, width, out = map(int, (*sizes, "0")[:3])
            return Keep(kind=kind, wall=int(wall), offset=offset, width=width, out=out) if known else None
    return None


def _whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9


def may_be_kept(placement: Placement) -> bool:
    """Whether a unit can be kept by itself: no filler, no trim, and nothing that a corner holds in its place."""
    kind = next(each for each in kinds() if each.code == placement.kind)
    return kind.zone is not Zone.END and not kind.corner


def pin_words(edit: Edit) -> str:
    """What a pin says, for people."""
    if isinstance(edit, Forbid):
        return f"wall {edit.wall + 1} stays free"
    name = next(each.name for each in kinds() if each.code == edit.kind)
    place = f"{name} of {show(edit.width)} mm, {show(edit.offset)} mm from the left end of wall {edit.wall + 1}"
    return f"{place}, {show(edit.out)} mm off it" if edit.out else place
