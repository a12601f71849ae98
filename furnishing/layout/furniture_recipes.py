"""What furniture other than kitchens is made of: for each purpose the sequences of units that may stand on a wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Final

from furnishing.cabinets.kind import Kind
from furnishing.cabinets.registry import kinds
from furnishing.layout.legs import Span
from furnishing.layout.limits import limits
from furnishing.layout.slots import NEEDED, Option, Slot
from furnishing.programme import Doors, Programme, Purpose
from furnishing.room import PointKind, Room
from furnishing.rooms.points import points_on
from furnishing.units import Length

SPARE: Final = 5_000
"""Points for a unit that is welcome, not needed."""

BOOKCASES: Final = ("tall-bookcase", "tall-bookcase-doors", "tall-bookcase-crown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Slots from left to right. `closure` says how the fronts open; `bridge` that something hangs over the low unit."""

    closure: str
    slots: tuple[Slot, ...]
    hung: str = ""


EVEN: Final = 3
"""So many of its widest standard widths a row of equal units is tried in."""


def evened(recipe: Recipe) -> Iterator[Recipe]:
    """The recipe, and its rows of any number of units in one width each: people like doors that are alike."""
    yield recipe
    widths = sorted({option.width for slot in recipe.slots if slot.many for option in slot.options})
    for width in widths[-EVEN:]:
        slots = tuple(
            replace(slot, options=tuple(each for each in slot.options if each.width == width)) if slot.many else slot
            for slot in recipe.slots
        )
        if all(slot.options for slot in slots):
            yield replace(recipe, slots=slots)


def recipes(programme: Programme, room: Room, wall: int, spans: Sequence[Span]) -> Iterator[Recipe]:
    """What may stand on one wall for a programme."""
    known = {each.code: each for each in kinds()}
    if programme.purpose is Purpose.WARDROBE:
        yield from _wardrobes(programme, known)
    elif programme.purpose is Purpose.BOOKCASE:
        for code in BOOKCASES:
            yield Recipe(closure=code, slots=(_many(known[code], "shelf"),))
    elif programme.purpose is Purpose.TV:
        yield from _television(programme, known, spans)
    elif programme.purpose is Purpose.HALLWAY:
        yield from _hallway(programme, known)
    elif programme.purpose is Purpose.STUDY:
        yield from _study(programme, known)
    elif programme.purpose is Purpose.BATHROOM:
        yield from _bathroom(programme, known, room, wall)


def _wardrobes(programme: Programme, known: dict[str, Kind]) -> Iterator[Recipe]:
    doors = programme.wardrobe.doors
    hinged, stacked, sliding = (
        known[code] for code in ("tall-wardrobe", "tall-wardrobe-stacked", "tall-wardrobe-sliding")
    )
    if doors is not Doors.SLIDING:
        yield Recipe(closure="hinged", slots=(_many(hinged, "wardrobe"),))
        yield Recipe(closure="top boxes", slots=(_many(stacked, "wardrobe"),))
    if doors is not Doors.HINGED:
        slide = _options(sliding, [width for width in sliding.widths if width <= limits().sliding_most])
        one = Slot(role="wardrobe", options=slide)
        yield Recipe(closure="sliding", slots=(one, Slot(role="wardrobe", options=slide, worth=0, many=True)))
        if doors is Doors.ANY:
            for slots in _both_ways((one, _many(hinged, "wardrobe"))):
                yield Recipe(closure="sliding and hinged", slots=slots)
    if doors is not Doors.SLIDING:
        open_end = _one(known["tall-bookcase"], "shelf", worth=SPARE)
        for slots in _both_ways((_many(hinged, "wardrobe"), open_end)):
            yield Recipe(closure="hinged with open shelves", slots=slots)


def _television(programme: Programme, known: dict[str, Kind], spans: Sequence[Span]) -> Iterator[Recipe]:
    longest = max(spans, key=lambda each: (each.length, -each.start), default=None)
    middle = None if longest is None else (longest.start + longest.end) // 2
    least = programme.screen + 2 * limits().screen_side
    low = known["low-tv"]
    widths = [width for width in low.widths if width >= least] or [low.widths[-1]]
    bench = Slot(
        role="low", options=tuple(Option(low.code, low.zone, width) for width in widths), near=middle, worth=NEEDED
    )
    alone = Slot(role="low", options=bench.options, near=middle, worth=NEEDED)
    yield Recipe(closure="low", slots=(alone,))
    yield Recipe(closure="low with a bridge", slots=(alone,), hung="wall-tv-bridge")
    for code in BOOKCASES[:2]:
        shelf = _many(known[code], "shelf")
        yield Recipe(closure=f"between {code}", slots=(shelf, bench, shelf))
        yield Recipe(closure=f"between {code} with a bridge", slots=(shelf, bench, shelf), hung="wall-tv-bridge")
        aside = Slot(role="low", options=bench.options, worth=NEEDED)
        for slots in _both_ways((aside, shelf)):
            yield Recipe(closure=f"beside {code}", slots=slots)


def _hallway(programme: Programme, known: dict[str, Kind]) -> Iterator[Recipe]:
    for shoes in ("hall-shoes", "hall-shoes-tilted"):
        slots = []
        if programme.coats:
            slots.append(_one(known["tall-wardrobe"], "wardrobe", least=programme.coats))
        if programme.shoes:
            slots.append(_one(known[shoes], "shoes"))
        if programme.seat:
            slots.append(_one(known["hall-seat"], "seat"))
        for order in permutations(slots):
            # What is high stands at an end, so that the low ones are one row.
            if "wardrobe" not in {each.role for each in order[1:-1]}:
                yield Recipe(closure=shoes, slots=order)


def _study(programme: Programme, known: dict[str, Kind]) -> Iterator[Recipe]:
    desk = _one(known["base-desk"], "desk", exact=programme.desk) if programme.desk else None
    for code in BOOKCASES:
        shelf = _many(known[code], "shelf")
        if desk is None:
            yield Recipe(closure=code, slots=(shelf,))
            continue
        for slots in ((desk, shelf), (shelf, desk), (shelf, desk, shelf)):
            yield Recipe(closure=code, slots=slots)
    if desk is not None:
        yield Recipe(closure="desk alone", slots=(desk,))


def _bathroom(programme: Programme, known: dict[str, Kind], room: Room, wall: int) -> Iterator[Recipe]:
    reach = limits().water_reach
    waters = points_on(room, wall, PointKind.WATER)
    anywhere = not any(points_on(room, each, PointKind.WATER) for each in range(len(room.walls)))
    for water in waters or ((None,) if anywhere else ()):
        band = None if water is None else (water.offset - reach, water.offset + reach)
        near = None if water is None else water.offset
        kind = known["base-vanity"]
        options = tuple(
            Option(kind.code, kind.zone, width, 100 * abs(width - programme.vanity) // 1000) for width in kind.widths
        )
        vanity = Slot(role="vanity", options=options, band=band, near=near)
        yield Recipe(closure="vanity alone", slots=(vanity,))
        for code, role in (("base-drawers", "storage"), ("tall-larder", "larder")):
            beside = _many(known[code], role) if code == "base-drawers" else _one(known[code], role, worth=SPARE)
            for slots in _both_ways((vanity, beside)):
                yield Recipe(closure=f"vanity and {code}", slots=slots)


def _many(kind: Kind, role: str) -> Slot:
    return Slot(role=role, options=_options(kind, kind.widths), worth=0, many=True)


def _one(kind: Kind, role: str, *, worth: int = NEEDED, least: Length = 0, exact: Length = 0) -> Slot:
    widths: Sequence[Length] = [width for width in kind.widths if width >= least] or kind.widths[-1:]
    if exact:
        wished = min(max(exact, kind.width.least), kind.width.most)
        widths = [wished, *(each for each in widths if each < wished)]
        options = tuple(Option(kind.code, kind.zone, width, 20 * (wished - width) // 1000) for width in widths)
        return Slot(role=role, options=options, worth=worth)
    return Slot(role=role, options=_options(kind, widths), worth=worth)


def _options(kind: Kind, widths: Sequence[Length]) -> tuple[Option, ...]:
    return tuple(Option(kind.code, kind.zone, width) for width in widths)


def _both_ways(slots: tuple[Slot, ...]) -> tuple[tuple[Slot, ...], ...]:
    return (slots, slots[::-1])
