"""One wall furnished: wishes to units, units to chains, rests to fillers, and what could not be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from furnishing.cabinets.kind import Kind, Zone
from furnishing.cabinets.registry import kind_of
from furnishing.construction import Construction
from furnishing.issues import Issue
from furnishing.layout import fitted, told
from furnishing.layout.free_space import Cause, Stretch, Zoned, free_stretches
from furnishing.layout.placement import Layout, Placement
from furnishing.layout.residue import Chain, Closed, close
from furnishing.layout.widths import Item, Unit, choose
from furnishing.room import Room
from furnishing.style import Style
from furnishing.units import Length

FILLER = "filler"
"""The code of the kind that closes rests."""
Free = Mapping[Zone, Sequence[Stretch]]


def layout(room: Room, style: Style, construction: Construction) -> Layout:
    """The run of `style.wishes` on `style.wall`, or on the wall with the most free length for them.

    Kinds and widths must be known and possible: `design` checks them first (KeyError here).
    """
    wall = best_wall(room, style, construction) if style.wall is None else style.wall
    around, kept = frozenset[int](), list[Issue]()
    if style.fitted:
        around = fitted.to_cut_around(room, wall, zoned(style)[Zone.TALL], construction)
    while True:
        laid = _laid(room, style, construction, wall, around)
        through = fitted.through_sides(room, style, laid.placements, construction, around)
        if not through:
            return replace(laid, issues=(*laid.issues, *kept))
        # Units keep off what would go through a side, and are laid out once more.
        kept += fitted.kept_off(room, wall, through)
        around -= through.keys()


def _laid(room: Room, style: Style, construction: Construction, wall: int, around: frozenset[int]) -> Layout:
    """The run on one wall, cut around the obstacles with these numbers."""
    zones = zoned(style, construction, around)
    wanted = [kind_of(wish.kind).zone for wish in style.wishes]
    free = {zone: free_stretches(room, wall, zones[zone], construction) for zone in zones}
    items = wished(style, room.walls[wall].length)
    units = choose(items, free)
    issues = [*told.not_placed(style, units, free)]
    if Zone.TALL in wanted:
        issues += told.tall_in_the_way(room, wall, zones[Zone.TALL], construction)
    placements: list[Placement] = []
    for chain in chains(units, free, style):
        closed = close(chain, construction)
        issues += told.rests(closed, chain, construction, wall)
        placements += _place(closed, wall, zones, style)
    placements = fitted.lowered(room, style, placements, construction)
    return Layout(placements=numbered(placements), issues=_once(issues))


def zoned(style: Style, rules: Construction | None = None, around: frozenset[int] = frozenset()) -> dict[Zone, Zoned]:
    """The space that units of each zone take; by the rules of a workshop, less where they are fitted to the room."""
    tall = Zoned(height=style.tall_height, depth=style.tall_depth, tall=True, around=around)
    return {
        Zone.BASE: Zoned(height=style.base_height, depth=style.base_depth, tall=False),
        Zone.TALL: tall if rules is None else fitted.zone_fitted(tall, style, rules),
    }


def best_wall(room: Room, style: Style, construction: Construction) -> int:
    """The wall with the most free length, over the zones wished for; the first of equals."""
    zones = zoned(style, construction)
    wanted = sorted({kind_of(wish.kind).zone for wish in style.wishes})
    lengths = [
        sum(stretch.length for zone in wanted for stretch in free_stretches(room, wall, zones[zone], construction))
        for wall in range(len(room.walls))
    ]
    return lengths.index(max(lengths))


def wished(style: Style, length: Length) -> tuple[Item, ...]:
    """One item for each unit wanted, in the order of the wishes; no more of one wish than a wall could hold."""
    items: list[Item] = []
    for index, wish in enumerate(style.wishes):
        kind = kind_of(wish.kind)
        widths = kind.widths if wish.width is None else (wish.width,)
        item = Item(wish=index, zone=kind.zone, widths=widths, endless=wish.count is None)
        items += [item] * (1 if wish.count is None else min(wish.count, length // widths[0] + 1))
    return tuple(items)


def chains(units: Sequence[Unit], free: Free, style: Style) -> tuple[Chain, ...]:
    """Units that stand side by side, with the space they may share."""
    groups: list[list[Unit]] = []
    for unit in units:
        if groups and groups[-1][-1].end == unit.offset and not _starts_stretch(unit, free):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    found = []
    for number, group in enumerate(groups):
        before = groups[number - 1][-1] if number else None
        after = groups[number + 1][0] if number + 1 < len(groups) else None
        found.append(_chain(group, before, after, free, style))
    return tuple(found)


def _starts_stretch(unit: Unit, free: Free) -> bool:
    """A unit at the very start of its own stretch cannot be moved to the left, so it begins a chain."""
    return any(stretch.start == unit.offset for stretch in free[unit.item.zone])


def _chain(group: Sequence[Unit], before: Unit | None, after: Unit | None, free: Free, style: Style) -> Chain:
    stretches = [_stretch_of(unit, free) for unit in group]
    first, last = stretches[0], stretches[-1]
    start, left, left_reach = group[0].offset, first.left, first.left_reach
    if start != first.start:
        left, left_reach = Cause.CORNER, 0
    if before is not None:
        left_reach = min(left_reach, start - before.end)
    end, right, right_reach = last.end, last.right, last.right_reach
    if after is not None and after.offset < end + right_reach:
        end, right, right_reach = min(end, after.offset), Cause.CABINET, 0
    return Chain(
        units=tuple(group),
        limits=tuple((stretch.start, stretch.end) for stretch in stretches),
        most=tuple(_most(unit, style) for unit in group),
        start=start,
        end=end,
        left=left,
        right=right,
        left_reach=left_reach,
        right_reach=right_reach,
    )


def _stretch_of(unit: Unit, free: Free) -> Stretch:
    return next(stretch for stretch in free[unit.item.zone] if stretch.start <= unit.offset and unit.end <= stretch.end)


def _most(unit: Unit, style: Style) -> Length:
    """A width given by the customer stays; one the layout chose may grow as far as its kind allows."""
    wish = style.wishes[unit.item.wish]
    return unit.width if wish.width is not None else kind_of(wish.kind).width.most


def _place(closed: Closed, wall: int, zones: Mapping[Zone, Zoned], style: Style) -> list[Placement]:
    spans: list[tuple[Kind, Zone, Length, Length, int | None]] = []
    first, last = closed.units[0], closed.units[-1]
    filler = kind_of(FILLER)
    if closed.left_filler is not None:
        spans.append((filler, first.item.zone, *closed.left_filler, None))
    spans += [
        (kind_of(style.wishes[unit.item.wish].kind), unit.item.zone, unit.offset, unit.width, unit.item.wish)
        for unit in closed.units
    ]
    if closed.right_filler is not None:
        spans.append((filler, last.item.zone, *closed.right_filler, None))
    return [
        Placement(
            cabinet="",
            kind=kind.code,
            wall=wall,
            offset=offset,
            elevation=0,
            width=width,
            height=zones[zone].height,
            depth=zones[zone].depth,
            wish=wish,
        )
        for kind, zone, offset, width, wish in spans
    ]


def numbered(placements: Sequence[Placement]) -> tuple[Placement, ...]:
    """The same placements with ids from left to right: K01, K02 ... for cabinets and F01 ... for fillers."""
    counts = {"K": 0, "F": 0}
    named = []
    for placement in placements:
        letter = "F" if placement.kind == FILLER else "K"
        counts[letter] += 1
        named.append(replace(placement, cabinet=f"{letter}{counts[letter]:02}"))
    return tuple(named)


def _once(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    return tuple(dict.fromkeys(issues))
