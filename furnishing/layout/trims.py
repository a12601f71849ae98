"""What joins units to a run: worktops over base units with their cut-outs, end panels where a side would be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kinds
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.limits import limits
from furnishing.layout.measures import base_rows
from furnishing.layout.placing import stand_of
from furnishing.style import Choices, Style
from furnishing.units import MICROMETRES, Length

WORKTOP: Final = "trim-worktop"
PANEL: Final = "trim-end-panel"
MM: Final = MICROMETRES["mm"]
SINK_CUT: Final = 560 * MM
HOB_CUT: Final = 560 * MM
BESIDE_SINK: Final = 60 * MM
"""How much narrower than its unit the cut-out of a sink is at least."""

BESIDE_HOB: Final = 40 * MM


def trims(
    items: Sequence[Item], free: dict[int, list[tuple[Length, Length]]], corners: dict[int, Length], style: Style
) -> Iterator[Item]:
    """Worktops and end panels of a kitchen.

    `free`: for each wall the stretches of floor that are free for base units, which panels must not leave; `corners`:
    for each wall how far the worktop of the wall before it reaches.
    """
    known = {each.code for each in kinds()}
    panels = list(_panels(items, free, style)) if PANEL in known else []
    yield from panels
    if WORKTOP in known:
        yield from _worktops([*items, *panels], corners, style)


def _panels(items: Sequence[Item], free: dict[int, list[tuple[Length, Length]]], style: Style) -> Iterator[Item]:
    """At both ends of every row that ends in the open with room for a panel."""
    thick = style.front_thickness
    for wall in sorted({each.wall for each in items}):
        row = sorted(
            (each for each in items if each.wall == wall and each.zone is not Zone.WALL), key=lambda each: each.offset
        )
        ends = {each.end for each in row}
        starts = {each.offset for each in row}
        for item in row:
            if item.role == FILLER:
                continue
            stand = stand_of(item, style)
            for hand, at, taken in (("left", item.offset - thick, ends), ("right", item.end, starts)):
                beside = item.offset if hand == "left" else item.end
                if beside in taken or any(
                    each.offset < at + thick and at < each.end for each in row if each is not item
                ):
                    continue
                if any(low <= at and at + thick <= high for low, high in free.get(wall, ())):
                    yield Item(
                        role="end panel",
                        kind=PANEL,
                        wall=wall,
                        offset=at,
                        width=thick,
                        zone=item.zone,
                        choices=(("hand", hand),),
                        depth=stand.depth,
                        height=stand.height,
                    )


def _worktops(items: Sequence[Item], corners: dict[int, Length], style: Style) -> Iterator[Item]:
    """One over every row of base units; at a corner the one of the wall before runs through."""
    deep = limits().worktop_depth
    for row in base_rows(items):
        wall = row[0].wall
        start = row[0].offset
        if wall in corners and start < corners[wall]:
            start = corners[wall]
        if row[-1].end - start < 200 * MM or all(each.role in {"low", "seat", "shoes"} for each in row):
            continue
        yield Item(
            role="worktop",
            kind=WORKTOP,
            wall=wall,
            offset=start,
            width=row[-1].end - start,
            zone=Zone.BASE,
            choices=_cuts(row, start),
            depth=deep,
            height=limits().worktop_thickness,
            elevation=style.base_height,
        )


def _cuts(row: Sequence[Item], start: Length) -> Choices:
    found: dict[str, Length] = {}
    for item in row:
        middle = item.offset + item.width // 2 - start
        if item.role == "sink":
            found |= {"sink": middle, "sink_width": min(SINK_CUT, item.width - BESIDE_SINK)}
        elif item.role == "hob":
            found |= {"hob": middle, "hob_width": max(HOB_CUT, item.width - BESIDE_HOB)}
    return tuple(sorted(found.items()))
