"""Hung units over base units: the hood over the hob, and the rest so that their joints stand over those below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.legs import End, Span, without
from furnishing.layout.limits import limits
from furnishing.layout.pins import Keep, Pins
from furnishing.layout.uppers_over import LEAST, MOST, UPPER, over_units
from furnishing.programme import KitchenWish
from furnishing.style import Style
from furnishing.units import MICROMETRES, Length

MM: Final = MICROMETRES["mm"]

HOOD: Final = "wall-hood"
MISSED: Final = 1
"""Points lost for each millimetre above which nothing hangs."""

GAP: Final = 20
"""Points lost for a gap beside a hood or a tall unit: beside a window it is better."""


class Loss(NamedTuple):
    """Points lost for a width made to measure, and for a joint that stands over none below."""

    odd: int
    askew: int


USUAL: Final = Loss(odd=60, askew=40)
LOSSES: Final = (None, USUAL, Loss(odd=400, askew=40), Loss(odd=400, askew=400))
"""What may matter most: each unit over one below, full walls, standard widths, or these and joints in line."""


def uppers(
    items: Sequence[Item],
    spans: Mapping[int, Sequence[Span]],
    wish: KitchenWish,
    style: Style,
    pins: Pins,
    *,
    loss: Loss | None = USUAL,
) -> tuple[Item, ...]:
    """The hung units over the base units of all walls; `spans` are those free for hung units, by wall.

    `loss` is what matters most; None: each unit hangs over one below (`over_units`).
    """
    found: list[Item] = []
    for wall in sorted({each.wall for each in items}):
        here = [each for each in items if each.wall == wall]
        free: tuple[Span, ...] = tuple(spans.get(wall, ()))
        for tall in (each for each in here if each.zone is Zone.TALL and each.role != FILLER):
            free = without(free, tall.offset, tall.end)
        for kept in _pinned(pins.on(wall), free):
            found.append(kept)
            free = without(free, kept.offset, kept.end)
        hob = next((each for each in here if each.role == "hob"), None)
        if hob is not None and wish.hood and not any(each.role == "hood" and each.wall == wall for each in found):
            hood = hood_over(hob, wish, style)
            if hood is not None and any(each.start <= hob.offset and hob.end <= each.end for each in free):
                found.append(hood)
            # Nothing but a hood hangs over a hob.
            free = without(free, hob.offset, hob.end)
        if wish.wall_units:
            base = [each for each in here if each.zone is Zone.BASE and each.role not in {"hob", FILLER}]
            hung = list(_row(base, free, wall, loss) if loss else over_units(base, free, wall))
            found += hung
            found += _fillers(hung, here, free, wall)
    return tuple(found)


def _pinned(keeps: Sequence[Keep], free: Sequence[Span]) -> Iterator[Item]:
    """Hung units that are kept."""
    for each in keeps:
        kind = kind_of(each.kind)
        fits = any(span.start <= each.offset and each.end <= span.end for span in free)
        if kind.zone is Zone.WALL and not kind.corner and fits:
            yield Item(
                role="hood" if each.kind == HOOD else "upper",
                kind=each.kind,
                wall=each.wall,
                offset=each.offset,
                width=each.width,
                zone=Zone.WALL,
                pinned=True,
            )


def hood_over(hob: Item, wish: KitchenWish, style: Style) -> Item | None:
    """A hood as wide as the hob, as low as it may hang, its top in line with the other hung units; None where there is
    none so wide or so high."""
    kind, rules = kind_of(HOOD), limits()
    above = rules.hood_above_gas if wish.gas else rules.hood_above_electric
    bottom = max(style.wall_elevation, style.base_height + rules.worktop_thickness + above)
    height = style.wall_elevation + style.wall_height - bottom
    if not kind.width.holds(hob.width) or not kind.height.holds(height):
        return None
    return Item(
        role="hood",
        kind=HOOD,
        wall=hob.wall,
        offset=hob.offset,
        width=hob.width,
        zone=Zone.WALL,
        elevation=bottom,
        height=height,
    )


@dataclass(frozen=True, slots=True)
class _Hung:
    start: Length
    end: Length


def _row(base: Sequence[Item], free: Sequence[Span], wall: int, loss: Loss) -> Iterator[Item]:
    """Over each stretch of base units that is free above."""
    joints = sorted({end for each in base for end in (each.offset, each.end)})
    for low, high in _stretches(base):
        for span in free:
            start, end = max(low, span.start), min(high, span.end)
            if end - start >= LEAST:
                beside = ((span.start, span.left), (span.end, span.right))
                held = frozenset(at for at, what in beside if what is End.FLUSH and at in {start, end})
                here = tuple(joint for joint in joints if start <= joint <= end)
                for each in _best(start, end, here, held, loss):
                    width = each.end - each.start
                    yield Item(role="upper", kind=UPPER, wall=wall, offset=each.start, width=width, zone=Zone.WALL)


def _fillers(hung: Sequence[Item], here: Sequence[Item], free: Sequence[Span], wall: int) -> Iterator[Item]:
    """Above each filler at a wall another one, where a hung unit ends beside it."""
    for filler in (each for each in here if each.role == FILLER and each.zone is Zone.BASE):
        beside = any(each.offset == filler.end or each.end == filler.offset for each in hung)
        at_wall = any(
            (each.left is End.WALL and filler.offset <= each.start)
            or (each.right is End.WALL and filler.end >= each.end)
            for each in free
            if filler.offset <= each.end and each.start <= filler.end
        )
        if beside and at_wall:
            yield replace(filler, zone=Zone.WALL, role=FILLER)


def _stretches(base: Sequence[Item]) -> Iterator[tuple[Length, Length]]:
    """Where units stand side by side, fillers included."""
    found: list[list[Length]] = []
    for each in sorted(base, key=lambda each: each.offset):
        if found and found[-1][1] == each.offset:
            found[-1][1] = each.end
        else:
            found.append([each.offset, each.end])
    yield from ((start, end) for start, end in found)


@lru_cache(maxsize=4096)
def _best(
    start: Length, end: Length, joints: tuple[Length, ...], held: frozenset[Length], loss: Loss
) -> tuple[_Hung, ...]:
    """Units between marks: joints below, the ends, and standard widths from either; the least points lost.

    At ends that are `held` a hood, a corner unit or a tall unit stands, beside which a gap is seen. Between what hangs
    there is no slit that nobody can clean.
    """
    kind = kind_of(UPPER)
    standard, most, cleaned = frozenset(kind.widths), min(kind.width.most, MOST), limits().gap_least
    # Where the free stretch does not begin or end at a joint, a standard width from its ends may serve better.
    places = sorted({*joints, *hung_edges(start, end)})
    lines = frozenset(joints)
    # By position and whether a unit ends there.
    lost: dict[tuple[Length, bool], tuple[int, tuple[_Hung, ...]]] = {(start, False): (0, ())}
    for number, at in enumerate(places):
        steps = [(to, to - at) for to in places[number + 1 :]]
        hung = [
            (to, True, 15 + (0 if width in standard else loss.odd) + (width // (100 * MM)) ** 2 // 10)
            for to, width in steps
            if LEAST <= width <= most
        ]
        for touches in (False, True):
            if (at, touches) not in lost:
                continue
            so_far, units = lost[at, touches]
            missed = loss.askew if touches and at not in lines else 0
            gaps = [
                (to, False, MISSED * (width // MM) + 30 + (GAP if at in held or to in held else 0))
                for to, width in steps
                if width >= cleaned or not (touches or at in held) or (to == end and to not in held)
            ]
            for to, is_unit, cost in (*gaps, *hung):
                whole = so_far + cost + (missed if is_unit else 0)
                if (to, is_unit) not in lost or whole < lost[to, is_unit][0]:
                    lost[to, is_unit] = (whole, (*units, _Hung(at, to)) if is_unit else units)
    return min((lost[end, each] for each in (True, False) if (end, each) in lost), key=lambda each: each[0])[1]


def hung_edges(start: Length, end: Length) -> Iterator[Length]:
    """Where hung units of standard widths begin and end that stand at the ends of what is free for them."""
    for width in (0, *kind_of(UPPER).widths):
        if width <= end - start:
            yield from (start + width, end - width)


def aligned(items: Sequence[Item]) -> tuple[int, int]:
    """How many joints of hung units there are, and how many of them stand over a joint below."""
    hung = [each for each in items if each.zone is Zone.WALL]
    count = over = 0
    for wall in {each.wall for each in hung}:
        low = [each for each in items if each.wall == wall and each.zone is Zone.BASE and not each.out]
        below = {end for each in low for end in (each.offset, each.end)}
        row = sorted((each for each in hung if each.wall == wall), key=lambda each: each.offset)
        for one, other in pairwise(row):
            if one.end == other.offset:
                count += 1
                over += one.end in below
    return count, over
