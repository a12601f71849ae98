"""A structure becomes a candidate: every leg filled exactly, corners solved, hung units above; or it cannot be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.layout.arrange import Item, Row
from furnishing.layout.bench import ANGLE_LEG, Bench
from furnishing.layout.legs import Cut, End, Span, Spans, cut
from furnishing.layout.limits import limits
from furnishing.layout.pins import ROLES, Pins
from furnishing.layout.shorter import Rows
from furnishing.layout.structures import (
    ANGLED,
    APART,
    BLIND_AFTER,
    BLIND_BEFORE,
    DEAD,
    Structure,
)
from furnishing.layout.uppers import USUAL, Loss, uppers
from furnishing.programme import KitchenWish, Shape, Storage
from furnishing.units import Length, mm

ESSENTIAL: Final = frozenset({"sink", "hob"})
"""Without these it is no kitchen."""

BURNING: Final = (("front", "doors"), ("fuel", "gas"))
"""Choices of a unit below a gas hob: its cock stays within reach behind doors."""

HUNG_LEG: Final[Length] = mm(600)
"""How far hung corner units reach along both walls: their standard width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A structure with everything at its place; `missing` are roles wished for that found none."""

    structure: Structure
    rows: tuple[Row, ...]
    items: tuple[Item, ...]
    missing: tuple[str, ...] = ()


def candidate(structure: Structure, bench: Bench) -> Candidate | None:
    """The best filling of a structure; None where a leg cannot be filled."""
    if not agrees(structure, bench.pins) or not meets(structure, bench):
        return None
    found = []
    for leg in range(len(structure.legs)):
        rows_of = bench.leg(structure, leg).best
        if not rows_of:
            return None
        found.append(rows_of)
    return next(assembled(structure, found, bench), None)


def assembled(
    structure: Structure, filled: Sequence[Rows], bench: Bench, losses: Sequence[Loss | None] = (USUAL,)
) -> Iterator[Candidate]:
    """A structure with these rows on its legs: corners solved, an island before them, and hung units above, hung by
    each of the `losses`; none where that cannot be."""
    found = tuple(row for each in filled for row in each)
    items = based(structure, found, bench)
    if not _round_corners(items, structure, bench):
        return
    hanging, free = hung_corners(structure, bench)
    items += hanging
    island = bench.island(items, structure)
    if structure.island is not None and not island:
        return
    for loss in losses:
        hung = uppers(items, free, bench.wish, bench.style, bench.pins, loss=loss)
        whole = (*items, *hung, *island)
        if _kept(whole, bench):
            lacking = missing(whole, bench.wish, structure)
            yield Candidate(structure=structure, rows=found, items=whole, missing=lacking)


def based(structure: Structure, found: Sequence[Row], bench: Bench) -> list[Item]:
    """What stands on the floor: rows, and the units of corners."""
    corners = [
        _angle(wall, bench) for leg, wall in enumerate(structure.legs) if leg and structure.corners[leg - 1] == ANGLED
    ]
    items = [*(item for row in found for item in row.items), *corners]
    items = [_with_hand(each, structure, bench) for each in _told_apart(items, bench.wish)]
    if bench.wish.gas:
        items = [replace(each, choices=BURNING) if each.kind == "base-hob" else each for each in items]
    return items


def agrees(structure: Structure, pins: Pins) -> bool:
    """Whether a structure has sink and hob on the walls where such units are kept, and furnishes all walls of pins and
    none that is to stay empty."""
    if (pins.island and structure.island is None) or not pins.forbidden.isdisjoint(structure.legs):
        return False
    walls = {"base-sink": structure.legs[structure.sink], "base-hob": structure.legs[structure.hob]}
    fixed = [each for each in pins.keeps if not each.out]
    return all(each.wall in structure.legs and walls.get(each.kind, each.wall) == each.wall for each in fixed)


def _kept(items: Sequence[Item], bench: Bench) -> bool:
    """Whether all pins are there, and nothing twice for their sake."""
    has = {(each.kind, each.wall, each.offset, each.width, each.out) for each in items}
    if any((each.kind, each.wall, each.offset, each.width, each.out) not in has for each in bench.pins.keeps):
        return False
    if not bench.pins.keeps:
        return True
    roles = Counter(each.role for each in items)
    most = Counter(wanted(bench.wish))
    kept = Counter(ROLES.get(each.kind, "storage") for each in bench.pins.keeps)
    return all(roles[role] <= max(most[role], kept[role]) for role in set(ROLES.values()) - {"pullout"})


def meets(structure: Structure, bench: Bench) -> bool:
    """Whether both runs are free up to every corner that has a unit of its own."""
    angled = [leg for leg in range(1, len(structure.legs)) if structure.corners[leg - 1] == ANGLED]
    return all(_reaches(bench, structure, leg) for leg in angled)


def _reaches(bench: Bench, structure: Structure, leg: int) -> bool:
    """Whether both runs are free up to the corner before a leg."""
    play = bench.rules.wall_play
    before, wall = structure.legs[leg - 1], structure.legs[leg]
    length = bench.site.room.walls[before].length
    first = any(
        each.end >= length - play and each.start <= length - ANGLE_LEG for each in bench.site.spans[before][Zone.BASE]
    )
    return first and any(each.start <= play and each.end >= ANGLE_LEG for each in bench.site.spans[wall][Zone.BASE])


def _round_corners(items: Sequence[Item], structure: Structure, bench: Bench) -> bool:
    """Whether every corner that a blind unit should solve has one that reaches into it."""
    for number, corner in enumerate(structure.corners):
        if corner in {DEAD, BLIND_BEFORE, BLIND_AFTER} and not _met(items, structure, number, bench):
            return False
        if corner not in {BLIND_BEFORE, BLIND_AFTER}:
            continue
        wall = structure.legs[number if corner == BLIND_BEFORE else number + 1]
        low, high = bench.taken(wall, bench.style.base_depth)
        units = [each for each in items if each.wall == wall and each.kind == "base-corner-blind"]
        if not any(each.end > high if corner == BLIND_BEFORE else each.offset < low for each in units):
            return False
    return True


def _met(items: Sequence[Item], structure: Structure, number: int, bench: Bench) -> bool:
    """Whether the runs on both sides of a corner come as near to it as a filler bridges."""
    before, wall, most = structure.legs[number], structure.legs[number + 1], limits().corner_filler_most
    ends = max((each.end for each in items if each.wall == before), default=0)
    starts = min((each.offset for each in items if each.wall == wall), default=bench.site.room.walls[wall].length)
    depth = bench.style.base_depth
    return ends >= bench.taken(before, depth)[1] - most and starts <= bench.taken(wall, depth)[0] + most


def _angle(wall: int, bench: Bench) -> Item:
    return Item(
        role="corner",
        kind="base-corner-l",
        wall=wall,
        offset=0,
        width=ANGLE_LEG,
        zone=Zone.BASE,
        depth=ANGLE_LEG,
    )


def _with_hand(item: Item, structure: Structure, bench: Bench) -> Item:
    """A blind corner unit learns which end of it is in the corner, and how far the run round it reaches."""
    if item.kind != "base-corner-blind":
        return item
    leg = structure.legs.index(item.wall)
    low, high = bench.taken(item.wall, bench.style.base_depth)
    if leg and structure.corners[leg - 1] == BLIND_AFTER and item.offset < high // 2:
        return replace(item, choices=(("blind", max(low - item.offset, 0)), ("hand", "left")))
    return replace(item, choices=(("blind", max(item.end - high, 0)), ("hand", "right")))


def hung_corners(structure: Structure, bench: Bench) -> tuple[list[Item], Mapping[int, Sequence[Span]]]:
    """Corner units that hang, and where other units may: off the corner by the depth of those round it."""
    found: dict[int, Sequence[Span]] = {}
    corners: list[Item] = []
    gap = bench.rules.filler_least
    around = [_hung_corner(structure, number, bench) for number in range(len(structure.corners))]
    corners = [each for each in around if each is not None]
    for leg, wall in enumerate(structure.legs):
        low, high = bench.taken(wall, bench.style.wall_depth)
        start = end = None
        left = right = End.CORNER
        if leg and structure.corners[leg - 1] not in {"", *APART}:
            start, left = (low + gap, End.CORNER) if around[leg - 1] is None else (HUNG_LEG, End.FLUSH)
        if leg < len(structure.corners) and structure.corners[leg] not in {"", *APART}:
            far = bench.site.room.walls[wall].length - HUNG_LEG
            end, right = (high - gap, End.CORNER) if around[leg] is None else (far, End.FLUSH)
        by = Cut(start=start, left=left, end=end, right=right)
        found[wall] = cut(bench.site.spans[wall].get(Zone.WALL, ()), by)
    return corners, found


def _hung_corner(structure: Structure, number: int, bench: Bench) -> Item | None:
    """The hung unit around a corner, where both walls are free for it."""
    if structure.corners[number] != ANGLED or not bench.wish.wall_units:
        return None
    before, wall = structure.legs[number], structure.legs[number + 1]
    length, play = bench.site.room.walls[before].length, bench.rules.wall_play
    first = any(
        each.start <= length - HUNG_LEG and each.end >= length - play
        for each in bench.site.spans[before].get(Zone.WALL, ())
    )
    second = any(each.start <= play and each.end >= HUNG_LEG for each in bench.site.spans[wall].get(Zone.WALL, ()))
    if not (first and second):
        return None
    return Item(
        role="hung corner", kind="wall-corner", wall=wall, offset=0, width=HUNG_LEG, zone=Zone.WALL, depth=HUNG_LEG
    )


def _told_apart(items: Sequence[Item], wish: KitchenWish) -> list[Item]:
    """Storage becomes drawers or doors: drawers beside the hob, narrow ones pulled out, the rest as wished."""
    hobs = [each for each in items if each.role == "hob"]
    found = []
    for item in items:
        if item.role != "storage" or item.pinned:
            found.append(item)
            continue
        beside = any(each.wall == item.wall and (item.offset == each.end or item.end == each.offset) for each in hobs)
        if wish.storage is Storage.DRAWERS or (wish.storage is Storage.MIXED and beside):
            kind = "base-drawers"
        else:
            kind = "base-doors"
        found.append(item if item.kind == kind else replace(item, kind=kind))
    return found


def wanted(wish: KitchenWish, structure: Structure | None = None) -> tuple[str, ...]:
    """The roles that a kitchen wishes for, one entry for each unit, and one for an island asked for by its name."""
    found = ["sink"] * bool(wish.sink) + ["dishwasher"] * bool(wish.dishwasher) + ["washer"] * wish.washer
    found += ["hob"] * bool(wish.hob) + ["fridge"] * wish.fridge + ["larder"] * wish.larder + ["broom"] * wish.broom
    found += ["hood"] * bool(wish.hood and wish.hob) + ["oven"] * (wish.oven.value != "none")
    found += ["island"] * (wish.shape is Shape.ISLAND)
    return tuple(found)


def missing(items: Sequence[Item], wish: KitchenWish, structure: Structure) -> tuple[str, ...]:
    """Roles wished for that no item has; a hob over an oven is both."""
    has = [each.role for each in items]
    has += ["island"] * (structure.island is not None)
    has += ["oven"] * sum(each.role == "hob" and each.kind == "base-oven" for each in items)
    lacking = []
    for role in wanted(wish):
        if role in has:
            has.remove(role)
        else:
            lacking.append(role)
    return tuple(lacking)


__all__ = ["Bench", "Candidate", "Spans", "candidate", "missing", "wanted"]
