"""What joins units to a run: worktops over base units with their cut-outs, end panels where a side would be seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kinds
from furnishing.layout import measures
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.island import END_PANEL, WORKTOP, island_trims
from furnishing.layout.legs import Spans
from furnishing.layout.limits import limits
from furnishing.layout.placing import stand_of, worktop_depth
from furnishing.style import Choices, Style
from furnishing.units import MICROMETRES, Length

MM: Final = MICROMETRES["mm"]
SINK_CUT: Final = 560 * MM
HOB_CUT: Final = 560 * MM
BESIDE_SINK: Final = 60 * MM
"""How much narrower than its unit the cut-out of a sink is at least."""

BESIDE_HOB: Final = 40 * MM
LONGEST: Final = 5500 * MM
"""Longer runs get two worktops."""

SHORTEST: Final = 200 * MM
"""Shorter pieces are no worktops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where trims may lie: the free spans of each furnished wall, and its length.

    `through`: how far worktops on the walls before and after take it; `corners`: walls whose run goes on round the
    corner at their right end. `angled`: how far a corner unit on the next wall reaches along these. `walls` is how
    many the room has.
    """

    style: Style
    free: Mapping[int, Spans]
    through: Mapping[int, tuple[Length, Length]]
    lengths: Mapping[int, Length]
    corners: frozenset[int]
    angled: Mapping[int, Length]
    walls: int


def trims(items: Sequence[Item], on: Ground) -> Iterator[Item]:
    """Worktops and end panels of a kitchen, and what closes its island."""
    known = {each.code for each in kinds()}
    panels = list(_panels(items, on)) if END_PANEL in known else []
    yield from panels
    if WORKTOP in known:
        yield from _worktops([*items, *panels], on)
    yield from island_trims(items, on.style)


def _panels(items: Sequence[Item], on: Ground) -> Iterator[Item]:
    """At both ends of every row that ends in the open with room for a panel; where there is room for one of two, at the
    higher unit, of which more would be seen."""
    thick = on.style.front_thickness
    for wall in on.free:
        row = [each for each in items if each.wall == wall and each.zone is not Zone.WALL and not each.out]
        for item in sorted(row, key=lambda each: (each.zone is not Zone.TALL, each.offset)):
            if item.kind == FILLER or item.role == "corner":
                continue
            for hand, at in (("left", item.offset - thick), ("right", item.end)):
                taken = any(each.offset < at + thick and at < each.end for each in row)
                taken = taken or (wall in on.angled and at + thick > on.lengths[wall] - on.angled[wall])
                free = any(each.start <= at and at + thick <= each.end for each in on.free[wall][item.zone])
                if free and not taken:
                    stand = stand_of(item, on.style)
                    panel = Item(
                        role="end panel",
                        kind=END_PANEL,
                        wall=wall,
                        offset=at,
                        width=thick,
                        zone=item.zone,
                        choices=(("hand", hand),),
                        depth=stand.depth,
                        height=stand.height,
                    )
                    row.append(panel)
                    yield panel


def _worktops(items: Sequence[Item], on: Ground) -> Iterator[Item]:
    """One over every row of base units; in a corner the one of the wall before runs through to the wall."""
    at_walls = [each for each in items if not each.out]
    for row in (part for whole in measures.base_rows(at_walls) for part in _parted(whole)):
        wall = row[0].wall
        low, high = on.through[wall]
        start, end = row[0].offset, row[-1].end
        if (wall - 1) % on.walls in on.corners and start < low:
            start = low
        reached = on.lengths[wall] - on.angled[wall] if wall in on.angled else high - limits().corner_filler_most
        if wall in on.corners and end >= reached:
            # Not through a pipe or pillar that stands in the corner.
            end = max((each.end for each in on.free[wall][Zone.BASE] if each.start <= end), default=end)
            end = on.lengths[wall] if end >= on.lengths[wall] - limits().worktop_play else end
        if end - start < SHORTEST:
            continue
        yield Item(
            role=measures.WORKTOP,
            kind=WORKTOP,
            wall=wall,
            offset=start,
            width=end - start,
            zone=Zone.BASE,
            choices=_cuts(row, start),
            depth=worktop_depth(on.style),
            height=limits().worktop_thickness,
            elevation=on.style.base_height,
        )


def _parted(row: list[Item]) -> Iterator[list[Item]]:
    """A row in two where it is longer than worktops come: between units without a cut-out, nearest to its middle."""
    if row[-1].end - row[0].offset <= LONGEST:
        yield row
        return
    middle = (row[0].offset + row[-1].end) // 2
    joints = [number for number in range(1, len(row)) if not {row[number - 1].role, row[number].role} & {"sink", "hob"}]
    best = min(joints, key=lambda number: abs(row[number].offset - middle), default=len(row))
    yield row[:best]
    if row[best:]:
        yield row[best:]


def _cuts(row: Sequence[Item], start: Length) -> Choices:
    found: dict[str, Length] = {}
    for item in row:
        middle = item.offset + item.width // 2 - start
        if item.role == "sink":
            found |= {"sink": middle, "sink_width": min(SINK_CUT, item.width - BESIDE_SINK)}
        elif item.role == "hob":
            found |= {"hob": middle, "hob_width": max(HOB_CUT, item.width - BESIDE_HOB)}
    return tuple(sorted(found.items()))
