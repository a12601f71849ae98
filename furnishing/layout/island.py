"""The units of an island, and what makes a piece of furniture of them: worktop, panels at its ends and its back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.layout import measures
from furnishing.layout.arrange import Item
from furnishing.layout.berth import MM, Berth, Floor, body_of
from furnishing.layout.limits import limits
from furnishing.layout.pins import Keep
from furnishing.layout.placing import stand_of
from furnishing.programme import KitchenWish, Storage
from furnishing.style import Style
from furnishing.units import Length

WIDTHS: Final = tuple(width * MM for width in (800, 600, 500, 450))
"""Of units of an island: all alike, from wide ones that keep more to narrow ones that fill more."""

KINDS: Final = frozenset({"base-drawers", "base-doors", "base-open"})
"""What may stand in an island: nothing that needs water, gas, a duct or a plug in the floor."""

WORKTOP: Final = "trim-worktop"
END_PANEL: Final = "trim-end-panel"
BACK_PANEL: Final = "trim-back-panel"


def island_of(
    items: Sequence[Item], facing: int, floor: Floor, wish: KitchenWish, keeps: Sequence[Keep]
) -> tuple[Item, ...]:
    """The units of the longest island that finds room before the run on a wall; none where none does.

    Units that are kept say where it stands; without them it stands before the middle of its run, as far as it can.
    """
    if keeps:
        return _kept(items, facing, floor, wish, keeps)
    berths = list(floor.berths(items, facing))
    sizes = [_alike(each.length, floor.style) for each in berths]
    best = max(range(len(berths)), key=lambda number: (sum(sizes[number]), -number), default=None)
    if best is None or not sizes[best]:
        return ()
    berth, widths, end = berths[best], sizes[best], body_of(floor.style).end
    wanted = berth.middle - sum(widths) // 2
    start = min(max(wanted, berth.start + end), berth.end - end - sum(widths))
    return _units(widths, berth, start // MM * MM, wish)


def _alike(length: Length, style: Style) -> tuple[Length, ...]:
    """As many units of one width as a worktop of a length covers; none where they would be no island."""
    rules = limits()
    room = min(length - 2 * body_of(style).end, rules.island_most)
    best = max(WIDTHS, key=lambda width: (room // width * width, width))
    return (best,) * (room // best) if room // best * best >= rules.island_least else ()


def _units(widths: Sequence[Length], berth: Berth, start: Length, wish: KitchenWish) -> tuple[Item, ...]:
    kind = "base-doors" if wish.storage is Storage.DOORS else "base-drawers"
    found = []
    for width in widths:
        found.append(_unit(kind, berth, start, width))
        start += width
    return tuple(found)


def _unit(kind: str, berth: Berth, offset: Length, width: Length, *, pinned: bool = False) -> Item:
    return Item(
        role="storage",
        kind=kind,
        wall=berth.wall,
        offset=offset,
        width=width,
        zone=Zone.BASE,
        pinned=pinned,
        out=berth.out,
    )


def _kept(
    items: Sequence[Item], facing: int, floor: Floor, wish: KitchenWish, keeps: Sequence[Keep]
) -> tuple[Item, ...]:
    """The island that units kept belong to: gaps between them filled, then grown towards the middle of the run."""
    wall, out = keeps[0].wall, keeps[0].out
    end, most = body_of(floor.style).end, limits().island_most
    if any((each.wall, each.out) != (wall, out) or each.kind not in KINDS for each in keeps):
        return ()
    low, high = min(each.offset for each in keeps), max(each.end for each in keeps)
    berths = floor.berths_at(items, facing, wall, out)
    berth = next((each for each in berths if each.start + end <= low and high <= each.end - end), None)
    if berth is None:
        return ()
    found = [_unit(each.kind, berth, each.offset, each.width, pinned=True) for each in keeps]
    for one, other in pairwise(keeps):
        between = _between(other.offset - one.end)
        if between is None:
            return ()
        found += _units(between, berth, one.end, wish)
    width = keeps[0].width if keeps[0].width in WIDTHS else WIDTHS[1]
    while high - low + width <= most:
        left, right = low - width >= berth.start + end, high + width <= berth.end - end
        if not left and not right:
            break
        if left and (not right or low + high > 2 * berth.middle):
            low -= width
            found += _units((width,), berth, low, wish)
        else:
            found += _units((width,), berth, high, wish)
            high += width
    return tuple(sorted(found, key=lambda each: each.offset)) if high - low >= limits().island_least else ()


def _between(gap: Length) -> tuple[Length, ...] | None:
    """Units that fill a gap exactly, wide ones first; None where none do."""
    if not gap:
        return ()
    for width in WIDTHS:
        rest = _between(gap - width) if gap >= width else None
        if rest is not None:
            return (width, *rest)
    return None


def island_trims(items: Sequence[Item], style: Style) -> Iterator[Item]:
    """Of every island: panels at both ends, one behind each unit, and a worktop that hangs over all of them."""
    thick, rules = style.front_thickness, limits()
    for row in measures.base_rows([each for each in items if each.out > 0]):
        first, last = row[0], row[-1]
        for hand, at in (("left", first.offset - thick), ("right", last.end)):
            stand = stand_of(first, style)
            yield _trim("end panel", END_PANEL, first, at, thick, stand.depth, choices=(("hand", hand),))
        for unit in row:
            start = unit.offset - (thick if unit is first else 0)
            wide = unit.end + (thick if unit is last else 0) - start
            yield _trim("back panel", BACK_PANEL, unit, start, wide, thick, out=first.out - thick)
        body = body_of(style)
        yield Item(
            role=measures.WORKTOP,
            kind=WORKTOP,
            wall=first.wall,
            offset=first.offset - body.end,
            width=last.end - first.offset + 2 * body.end,
            zone=Zone.BASE,
            depth=body.back + body.front,
            height=rules.worktop_thickness,
            elevation=style.base_height,
            out=first.out - body.back,
        )


def _trim(
    role: str,
    kind: str,
    beside: Item,
    offset: Length,
    width: Length,
    depth: Length,
    *,
    out: Length | None = None,
    choices: tuple[tuple[str, str], ...] = (),
) -> Item:
    return Item(
        role=role,
        kind=kind,
        wall=beside.wall,
        offset=offset,
        width=width,
        zone=Zone.BASE,
        choices=choices,
        depth=depth,
        out=beside.out if out is None else out,
    )
