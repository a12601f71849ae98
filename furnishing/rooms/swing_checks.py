"""Whether doors that open into the room have the room to do so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from furnishing.errors import Fault
from furnishing.room import OpeningKind, Room
from furnishing.rooms.outline_checks import CLOSING, Sound
from furnishing.rooms.swings import opens_to
from furnishing.units import show

OPEN_ENOUGH: Final = 75
"""Degrees: a door that stops before cannot be walked through as measured; one that stops later has its stop there."""


def swing_faults(room: Room, unit: str, sound: Sound) -> Iterator[Fault]:
    """Doors whose leaf meets a wall or something fixed before it is open."""
    for index, wall in enumerate(room.walls):
        for number, opening in enumerate(wall.openings):
            place = f"walls[{index}].openings[{number}]"
            if opening.kind is not OpeningKind.DOOR or not sound(place) or opening.end > wall.length:
                continue
            opened = opens_to(room, index, opening, slack=CLOSING)
            if opened.degrees < OPEN_ENOUGH:
                size = f"door ({show(opening.width, unit)} {unit} at {show(opening.offset, unit)} {unit})"
                stops = f"opens to {opened.degrees} degrees of 90 and then meets {opened.meets}"
                yield Fault(
                    place, f"{size} {stops}; let it open out or slide, hang it on its other side, or correct the sizes"
                )
