"""Units fitted to the room: under slopes as far as these are high enough, around pillars and pipes at the wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.construction import Construction
from furnishing.fitting.room_envelope import CUT_AROUND, envelope_of, highest_in
from furnishing.issues import Issue, Level
from furnishing.layout.free_space import Zoned, to_wall
from furnishing.layout.placement import Placement
from furnishing.room import Room
from furnishing.style import Style


def zone_fitted(zoned: Zoned, style: Style, rules: Construction) -> Zoned:
    """The zone of tall units where the style wants them fitted: a lower ceiling is enough."""
    return replace(zoned, least=min(zoned.height, rules.slope_least)) if style.fitted else zoned


def to_cut_around(room: Room, wall: int, zoned: Zoned, rules: Construction) -> frozenset[int]:
    """The pillars and pipes at a wall, by their numbers, before which enough depth remains for a unit."""
    found = set()
    for number, each in enumerate(room.obstacles):
        if each.kind in CUT_AROUND:
            _, near, _, far = to_wall(room, wall, each.footprint).bounds
            if near < zoned.depth and far <= zoned.depth - rules.pillar_rest:
                found.add(number)
    return frozenset(found)


def lowered(room: Room, style: Style, placements: Sequence[Placement], rules: Construction) -> list[Placement]:
    """The placements with tall units and their fillers as high as slopes allow; others as they are."""
    if not style.fitted:
        return list(placements)
    found = []
    for each in placements:
        zone = kind_of(each.kind).zone
        tall = zone is Zone.TALL or (zone is Zone.END and each.height == style.tall_height)
        envelope = envelope_of(room, each, rules) if tall else None
        high = highest_in(envelope, each) if tall else each.height
        slanting = envelope is not None and envelope.cuts
        found.append(replace(each, height=high, slanting=slanting))
    return found


def through_sides(
    room: Room, style: Style, placements: Sequence[Placement], rules: Construction, around: frozenset[int]
) -> dict[int, str]:
    """The obstacles to be cut around that would go through a side of a unit, and which unit."""
    found: dict[int, str] = {}
    for placed in placements:
        for number in sorted(around):
            alone = replace(room, obstacles=(room.obstacles[number],))
            envelope = envelope_of(alone, placed, rules)
            for block in envelope.away if envelope else ():
                thick = style.carcass_thickness
                inside = thick <= block.x and block.x + block.dx <= placed.width - thick
                if not inside or not kind_of(placed.kind).fits:
                    found[number] = placed.cabinet
    return found


def kept_off(room: Room, wall: int, through: dict[int, str]) -> list[Issue]:
    """What is told of pillars that a unit could not be cut around."""
    return [
        Issue(
            code="pillar-at-side",
            level=Level.INFO,
            message=f"the {room.obstacles[number].kind.value} at wall {wall + 1} would go through a side of {cabinet}",
            where=f"obstacles[{number}]",
            fix="units keep off it; choose widths so that it stands inside one unit",
        )
        for number, cabinet in sorted(through.items())
    ]
