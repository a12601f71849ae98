"""The structures of a kitchen: which walls, where the tall block, the sink and the hob stand, how corners are solved.

A structure says nothing of widths. They are listed from the plain ones to their variants, so that a search that is
stopped early has seen something of everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise, zip_longest
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.layout.legs import Span, square
from furnishing.layout.limits import limits
from furnishing.programme import Hand, KitchenWish, OvenPlace, Shape
from furnishing.room import PointKind, Room
from furnishing.rooms.points import points_on, walls_with
from furnishing.units import Length

DEAD: Final = "dead"
ANGLED: Final = "L"
BLIND_BEFORE: Final = "blind before"
"""The unit on the wall left of the corner reaches into it."""
BLIND_AFTER: Final = "blind after"
APART_BEFORE: Final = "apart before"
"""The run after the corner begins in it, the one before keeps away."""
APART_AFTER: Final = "apart after"
CORNERS: Final = (ANGLED, BLIND_BEFORE, BLIND_AFTER, DEAD, APART_BEFORE, APART_AFTER)
APART: Final = frozenset({APART_BEFORE, APART_AFTER})

UNDER: Final = "under the hob"
BASE: Final = "base"
TALL: Final = "tall"
NONE: Final = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """One way to furnish a kitchen. `legs` are walls, clockwise; legs `sink`, `hob` and `tall` are indices of them.

    `corners[i]` is how the corner between leg i and the next is solved; "" where they do not meet. `tall_left` says
    at which end of its leg the tall block stands; `fridge_apart` that the fridge stands at the other end of the
    run. `water` is the offset of the water point of the sink, None where none is known. `hob_right`: seen from the
    sink, where both are on one leg; elsewhere which end of its leg it keeps to. `island` is the leg before which an
    island stands, None without one.
    """

    shape: Shape
    legs: tuple[int, ...]
    corners: tuple[str, ...]
    sink: int
    hob: int
    tall: int | None
    tall_left: bool
    oven: str
    hob_right: bool
    machine_right: bool
    water: Length | None = None
    fridge_apart: bool = False
    island: int | None = None


WITH_ISLAND: Final = frozenset({Shape.LINE, Shape.ANGLE})
"""Shapes of runs before which islands stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A room as structures see it: the free spans of its walls by zone, and walls no unit may stand on.

    Water above the `worktop` is that of a boiler, not of a sink.
    """

    room: Room
    spans: tuple[Mapping[Zone, tuple[Span, ...]], ...]
    worktop: Length
    forbidden: frozenset[int] = frozenset()

    def base(self, wall: int) -> Length:
        """The length of a wall that base units may take."""
        return 0 if wall in self.forbidden else sum(each.length for each in self.spans[wall].get(Zone.BASE, ()))


def plain_ones(site: Site, wish: KitchenWish) -> Iterator[Structure]:
    """Every structure that `variants` do not lead to from another."""
    for shape, legs in shapes(site, wish):
        corners = tuple(_corner(site, one, other) for one, other in pairwise(legs))
        plain = Structure(
            shape=shape,
            legs=legs,
            corners=corners,
            sink=0,
            hob=0,
            tall=None,
            tall_left=True,
            oven=ovens(wish)[0],
            hob_right=True,
            machine_right=wish.hand is Hand.LEFT,
        )
        yield from _placed(plain, site, wish)


def shapes(site: Site, wish: KitchenWish) -> Iterator[tuple[Shape, tuple[int, ...]]]:
    """The walls to furnish, by shape."""
    room, least = site.room, limits().run_least
    walls = [wall for wall in range(len(room.walls)) if site.base(wall) >= least]
    count = len(room.walls)
    found: list[tuple[Shape, tuple[int, ...]]] = [(Shape.LINE, (wall,)) for wall in walls]
    for wall in walls:
        after = (wall + 1) % count
        if after in walls and room.walls[wall].turn > 0 and after != wall:
            found.append((Shape.ANGLE, (wall, after)))
            third = (wall + 2) % count
            if third in walls and room.walls[after].turn > 0 and third != wall:
                found.append((Shape.HORSESHOE, (wall, after, third)))
    for number, wall in enumerate(walls):
        for other in walls[number + 1 :]:
            if abs(abs(_heading(room, wall) - _heading(room, other)) - 180) <= 5:
                found.append((Shape.GALLEY, (wall, other)))
    for shape, legs in found:
        if wish.shape in {Shape.ANY, shape} or (wish.shape is Shape.ISLAND and shape in WITH_ISLAND):
            yield shape, legs


def _heading(room: Room, wall: int) -> float:
    return float(sum(each.turn for each in room.walls[:wall])) % 360


def _corner(site: Site, one: int, other: int) -> str:
    """How the corner of two legs is solved at first: round it where both runs reach it and it is square."""
    if (one + 1) % len(site.room.walls) != other:
        return ""
    length, far = site.room.walls[one].length, limits().corner_reach
    at_right = any(span.end > length - far for span in site.spans[one].get(Zone.BASE, ()))
    at_left = any(span.start < far for span in site.spans[other].get(Zone.BASE, ()))
    if not (at_left and at_right):
        return APART_AFTER if at_right else APART_BEFORE
    return ANGLED if square(site.room, one) else DEAD


def ovens(wish: KitchenWish) -> tuple[str, ...]:
    """Where the oven may stand, the plainest first."""
    fits_under = (UNDER,) if wish.hob and wish.hob <= limits().run_least else ()
    return {
        OvenPlace.NONE: (NONE,),
        OvenPlace.TALL: (TALL,),
        OvenPlace.BASE: (*fits_under, BASE),
        OvenPlace.ANY: (TALL, *fits_under, BASE),
    }[wish.oven]


def _placed(plain: Structure, site: Site, wish: KitchenWish) -> Iterator[Structure]:
    """A shape with sink, hob and tall block on every leg that may have them."""
    for sink, water in _sinks(plain, site, wish):
        for hob in _hobs(plain, site, wish):
            for tall, tall_left in talls(plain, wish):
                places = replace(plain, sink=sink, water=water, hob=hob, tall=tall, tall_left=tall_left)
                # The hob keeps away from the tall block where both are on one leg.
                yield replace(places, hob_right=tall_left or tall != hob)


def variants(one: Structure, site: Site, wish: KitchenWish) -> list[Callable[[], Iterable[Structure]]]:
    """Structures that differ from one in where its oven stands, on which side of the sink its dishwasher, in one of its
    corners, in where its fridge stands, on which side its hob: those for each of these by themselves, once asked for.

    What gains most for what it takes to look at comes first.
    """
    apart = (False, True) if wish.fridge and one.tall is not None else (one.fridge_apart,)
    return [
        lambda: (replace(one, oven=oven) for oven in ovens(wish)),
        lambda: (replace(one, machine_right=each) for each in (True, False)),
        *(partial(_cornered, one, number, site) for number in range(len(one.corners))),
        lambda: (replace(one, fridge_apart=each) for each in apart),
        lambda: (replace(one, hob_right=each) for each in (True, False)),
    ]


def _cornered(one: Structure, number: int, site: Site) -> Iterator[Structure]:
    """The same with that corner solved in every way."""
    plain = _corner(site, *one.legs[number : number + 2])
    kinds = {ANGLED: CORNERS, DEAD: (DEAD, *sorted(APART)), "": ("",)}.get(plain, tuple(sorted(APART)))
    for each in kinds:
        yield replace(one, corners=(*one.corners[:number], each, *one.corners[number + 1 :]))


def _sinks(plain: Structure, site: Site, wish: KitchenWish) -> list[tuple[int, Length | None]]:
    """Legs that a sink may stand on with the water it takes: at water and waste where the room has any."""
    if not wish.sink:
        return [(0, None)]
    found: list[tuple[int, Length | None]] = []
    drained = bool(walls_with(site.room, PointKind.WASTE))
    for leg, wall in enumerate(plain.legs):
        wastes = [each.offset for each in points_on(site.room, wall, PointKind.WASTE)]
        for point in points_on(site.room, wall, PointKind.WATER):
            near = any(abs(point.offset - each) <= limits().waste_reach for each in wastes)
            if point.height < site.worktop and (near or not drained):
                found.append((leg, point.offset))
    if walls_with(site.room, PointKind.WATER):
        return found
    return [(leg, None) for leg in range(len(plain.legs))]


def _hobs(plain: Structure, site: Site, wish: KitchenWish) -> list[int]:
    """Legs for the hob: a gas hob needs its cock on the wall."""
    legs = list(range(len(plain.legs)))
    gas = walls_with(site.room, PointKind.GAS)
    if not wish.hob:
        return [0]
    return [leg for leg in legs if plain.legs[leg] in gas] if wish.gas and gas else legs


def talls(plain: Structure, wish: KitchenWish) -> list[tuple[int | None, bool]]:
    """Ends of legs at which the tall block may stand: never in a corner of the run."""
    if not (wish.fridge or wish.larder or wish.broom or wish.oven in {OvenPlace.TALL, OvenPlace.ANY}):
        return [(None, True)]
    found: list[tuple[int | None, bool]] = []
    last = len(plain.legs) - 1
    for leg in range(len(plain.legs)):
        if leg == 0 or not plain.corners[leg - 1]:
            found.append((leg, True))
        if leg == last or not plain.corners[leg]:
            found.append((leg, False))
    return found


def with_islands(plain: Structure, before: frozenset[int]) -> Iterator[Structure]:
    """The same runs with an island before one leg, of those on the walls `before` which one may stand."""
    if plain.shape in WITH_ISLAND:
        for leg, wall in enumerate(plain.legs):
            if wall in before:
                yield replace(plain, shape=Shape.ISLAND, island=leg)


def order_of(several: Iterable[Structure]) -> list[Structure]:
    """In turns over the shapes and their walls, so that all are seen early."""
    queues: dict[tuple[Shape, tuple[int, ...]], list[Structure]] = {}
    for each in several:
        queues.setdefault((each.shape, each.legs), []).append(each)
    return [each for turn in zip_longest(*queues.values()) for each in turn if each is not None]
