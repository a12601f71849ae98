"""The slots of each leg of a kitchen structure, from left to right: tall block, storage, sink group, hob group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kinds
from furnishing.layout.legs import End, Span
from furnishing.layout.limits import limits
from furnishing.layout.slots import NEEDED, Option, Slot
from furnishing.layout.structures import BASE, BLIND_AFTER, BLIND_BEFORE, DEAD, NONE, TALL, UNDER, Structure
from furnishing.programme import KitchenWish
from furnishing.room import Opening, OpeningKind, PointKind, Room
from furnishing.rooms.points import points_on
from furnishing.units import Length, mm

ESSENTIAL: Final = 4 * NEEDED
"""Points for sink and hob: on a short wall a dishwasher or an oven gives way to them."""

WANTED: Final = 60_000
"""Points for worktop beside sink and hob: less than any appliance, more than all finer things."""

NARROWER: Final = 25_000
"""Points for each step that a sink or dishwasher is narrower than wished for."""

NARROW: Final = 15
"""Points for each millimetre by which worktop is narrower than it should be."""

BETWEEN: Final = mm(600)
"""Worktop between sink and hob, so that these are as far apart as people reach, where no machine stands there."""

PULLOUT: Final = 9_000
SPARE: Final = 30_000
STORAGE: Final = tuple(mm(width) for width in (300, 400, 450, 500, 600, 800))
"""Wider ones have shelves and bottoms that bend under what kitchens keep."""


Faces = tuple[Length | None, Length | None]
"""How far the runs round both corners of a wall reach along it, where there are any."""

FAR: Final[Length] = mm(1_000_000)
"""Beyond the end of every wall."""


def asked_of(structure: Structure, leg: int, wish: KitchenWish) -> tuple[object, ...]:
    """What of a structure the slots of one of its legs depend on, and what of its wall is free for them."""
    oven = structure.oven if structure.oven in {UNDER, BASE} else NONE
    return (
        structure.legs[leg],
        corners_of(structure, leg),
        *(tuple(slot.role for slot in several) for several in _ends(structure, leg, wish)),
        (structure.hob_right, oven) if structure.hob == leg else None,
        (structure.machine_right, structure.water) if structure.sink == leg else None,
    )


def corners_of(structure: Structure, leg: int) -> tuple[str, str]:
    """How its corners look to a leg: a unit that the leg beside it has there takes what nothing takes."""
    before, after = ("", *structure.corners, "")[leg : leg + 2]
    return DEAD if before == BLIND_BEFORE else before, DEAD if after == BLIND_AFTER else after


def leg_slots(structure: Structure, leg: int, room: Room, wish: KitchenWish) -> tuple[Slot, ...]:
    """All slots of one leg."""
    middle = _middle(structure, leg, room, wish)
    left, right = _ends(structure, leg, wish)
    after = [_storage()] if middle else []
    return (*left, _storage(), *middle, *after, *right)


def kept_clear(
    slots: Sequence[Slot], openings: Sequence[Opening], faces: Faces, spans: Sequence[Span], *, gas: bool
) -> tuple[Slot, ...]:
    """The slots of a leg with what they keep off: hob, oven and dishwasher off windows, corners and the ends of the
    base `spans`, sink and tall units off the hob."""
    rules = limits()
    beside = rules.hob_from_window
    panes = tuple((each.offset - beside, each.end + beside) for each in windows_of(openings))
    from_tall = rules.hob_from_tall_gas if gas else rules.hob_from_tall
    found = []
    for slot in slots:
        kinds_of = {option.kind for option in slot.options}
        avoid: list[tuple[Length, Length]] = []
        if slot.role == "hob":
            avoid += [*panes, *_at_ends(spans, rules.hob_from_wall)]
        if slot.role == "oven" or "base-oven" in kinds_of:
            avoid += _at_corners(faces, rules.oven_from_corner)
        if slot.role == "dishwasher":
            avoid += _at_corners(faces, rules.dishwasher_from_corner)
        tall = any(option.zone is Zone.TALL for option in slot.options)
        off_hob = from_tall if tall else rules.sink_hob_least if slot.role == "sink" else 0
        found.append(replace(slot, avoid=tuple(avoid), off_hob=off_hob) if avoid or off_hob else slot)
    return tuple(found)


def _at_ends(spans: Sequence[Span], by: Length) -> Iterator[tuple[Length, Length]]:
    """The stretches beside the ends of spans where no unit stands that stays."""
    for span in spans:
        if span.left is not End.FLUSH:
            yield (span.start, span.start + by)
        if span.right is not End.FLUSH:
            yield (span.end - by, span.end)


def _at_corners(faces: Faces, by: Length) -> Iterator[tuple[Length, Length]]:
    """The stretches in corners and beside the faces of the runs round them."""
    low, high = faces
    if low is not None:
        yield (0, low + by)
    if high is not None:
        yield (high - by, FAR)


def _ends(structure: Structure, leg: int, wish: KitchenWish) -> tuple[list[Slot], list[Slot]]:
    left: list[Slot] = []
    right: list[Slot] = []
    if structure.tall == leg:
        block = list(_tall_block(structure, wish))
        if structure.tall_left:
            left += block
        else:
            right = block[::-1]
    if structure.fridge_apart and structure.tall is not None:
        fridge = [_one("fridge", "tall-fridge")]
        end = _other_end(structure)
        if end == (leg, True):
            left = [*fridge, *left]
        elif end == (leg, False):
            right = [*right, *fridge]
    if leg and structure.corners[leg - 1] == BLIND_AFTER:
        left.append(_corner_slot())
    if leg < len(structure.legs) - 1 and structure.corners[leg] == BLIND_BEFORE:
        right.insert(0, _corner_slot())
    return left, right


def _other_end(structure: Structure) -> tuple[int, bool]:
    """The end of the whole run that the tall block does not take."""
    last = len(structure.legs) - 1
    first_end, last_end = (0, True), (last, False)
    return last_end if (structure.tall, structure.tall_left) == first_end else first_end


def _tall_block(structure: Structure, wish: KitchenWish) -> Iterator[Slot]:
    """From the end of the run inwards: what is opened least stands farthest from the worktop."""
    for _ in range(wish.broom):
        yield _one("broom", "tall-broom")
    for _ in range(wish.larder):
        yield _one("larder", "tall-larder", worth=SPARE * 10)
    if not structure.fridge_apart:
        for _ in range(wish.fridge):
            yield _one("fridge", "tall-fridge")
    if structure.oven == TALL:
        yield _one("oven", "tall-oven")


def _middle(structure: Structure, leg: int, room: Room, wish: KitchenWish) -> list[Slot]:
    """Sink and hob of a leg with worktop beside them, the storage between them, and what stands near."""
    sink = _sink_group(structure, room, wish) if structure.sink == leg else []
    hob = _hob_group(structure, room, wish) if structure.hob == leg else []
    if sink and hob:
        first, second = (sink, hob) if structure.hob_right else (hob, sink)
        machines = any(each.role in {"dishwasher", "washer"} for each in sink)
        apart = machines and structure.machine_right == structure.hob_right
        between = [_side() if apart else _side(good=BETWEEN), _storage()]
        return [_side(), *first, *between, *second, _side()]
    if sink:
        return [*sink, _storage()] if not structure.machine_right else [_storage(), *sink]
    if hob:
        sides = [_side(), *hob, _side()]
        return [*sides, _storage()] if structure.hob_right else [_storage(), *sides]
    return []


def _sink_group(structure: Structure, room: Room, wish: KitchenWish) -> list[Slot]:
    if not wish.sink:
        return []
    band, near = None, _window_middle(room, structure.legs[structure.sink], structure.water)
    if structure.water is not None:
        reach = limits().water_reach
        band = (structure.water - reach, structure.water + reach)
        near = structure.water if near is None else near
    widths = [wish.sink, *(width for width in (mm(600), mm(500), mm(450)) if width < wish.sink)]
    options = _less_and_less("base-sink", widths)
    wall = structure.legs[structure.sink]
    marks = (
        *(end for each in windows_of(room.walls[wall].openings) for end in (each.offset, each.end)),
        *_within_reach(room, wall, PointKind.WATER),
    )
    group = [Slot(role="sink", options=options, worth=ESSENTIAL, band=band, near=near, marks=marks)]
    machines = []
    if wish.dishwasher:
        machines.append(_machine("dishwasher", wish.dishwasher))
    if wish.washer:
        machines.append(_machine("washer", mm(600)))
    return [*group, *machines] if structure.machine_right else [*machines[::-1], *group]


def _machine(role: str, width: Length) -> Slot:
    widths = [width] + ([mm(450)] if role == "dishwasher" and width > mm(450) else [])
    return Slot(role=role, options=_less_and_less("base-appliance", widths))


def _less_and_less(kind: str, widths: Sequence[Length]) -> tuple[Option, ...]:
    """A kind in the width wished for, or in narrower ones, each a loss."""
    return tuple(Option(kind, Zone.BASE, width, NARROWER * number) for number, width in enumerate(widths))


def _hob_group(structure: Structure, room: Room, wish: KitchenWish) -> list[Slot]:
    if not wish.hob:
        return []
    wall = structure.legs[structure.hob]
    outlets = points_on(room, wall, PointKind.EXTRACTOR)
    near = outlets[0].offset if outlets and wish.hood else None
    band = None
    gas = points_on(room, wall, PointKind.GAS)
    if wish.gas and gas:
        band = (gas[0].offset - limits().gas_reach, gas[0].offset + limits().gas_reach)
    kind = "base-oven" if structure.oven == UNDER else "base-hob"
    width = mm(600) if structure.oven == UNDER else max(wish.hob, mm(600))
    marks = (*_within_reach(room, wall, PointKind.EXTRACTOR), *_within_reach(room, wall, PointKind.GAS))
    options = (Option(kind, Zone.BASE, width),)
    group = [Slot(role="hob", options=options, worth=ESSENTIAL, near=near, band=band, marks=marks)]
    if wish.pullout:
        widths = tuple(Option("base-pullout", Zone.BASE, width) for width in (mm(150), mm(200), mm(300)))
        pullout = Slot(role="pullout", options=widths, worth=PULLOUT)
        group = [pullout, *group] if structure.hob_right else [*group, pullout]
    if structure.oven == BASE:
        oven = _one("oven", "base-oven")
        group = [oven, *group] if structure.hob_right else [*group, oven]
    return group


def _within_reach(room: Room, wall: int, kind: PointKind) -> Iterator[Length]:
    """Between which places a unit is within reach of the points of a kind."""
    reach = limits().water_reach
    for each in points_on(room, wall, kind):
        yield from (each.offset - reach, each.offset + reach)


def windows_of(openings: Sequence[Opening]) -> list[Opening]:
    """Those of the openings of a wall that are windows."""
    return [each for each in openings if each.kind is OpeningKind.WINDOW]


def _window_middle(room: Room, wall: int, water: Length | None) -> Length | None:
    """The middle of the window that the sink may stand at: the widest before its water, else the widest."""
    windows = windows_of(room.walls[wall].openings)
    if water is not None:
        reach = limits().water_reach
        windows = [each for each in windows if each.offset - reach <= water <= each.end + reach]
    best = max(windows, key=lambda each: (each.width, -each.offset), default=None)
    return None if best is None else best.offset + best.width // 2


@cache
def _one(role: str, kind: str, worth: int | None = None) -> Slot:
    found = next(each for each in kinds() if each.code == kind)
    options = tuple(Option(kind, found.zone, width) for width in found.widths)
    points = NEEDED if worth is None else worth
    return Slot(role=role, options=options, worth=points, off_wall=role == "fridge")


def _corner_slot() -> Slot:
    return _one("corner", "base-corner-blind", worth=WANTED)


@cache
def _side(good: Length = 0) -> Slot:
    """Storage that is there for the worktop on it, the better the nearer it comes to a good width."""
    options = tuple(
        Option("base-drawers", Zone.BASE, width, NARROW * max(good - width, 0) // mm(1)) for width in STORAGE
    )
    return Slot(role="storage", options=options, worth=WANTED)


@cache
def _storage() -> Slot:
    options = tuple(Option("base-doors", Zone.BASE, width) for width in STORAGE)
    return Slot(role="storage", options=options, worth=0, many=True)


__all__ = ["BASE", "NONE", "TALL", "leg_slots"]
