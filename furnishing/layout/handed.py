"""One way round for a room and its mirror image: the search looks at one of the two and turns what it finds.

Ties and the order in which a fill tries things would else give a room and its mirror image other layouts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from furnishing.layout.arrange import FILLER, Item, Row
from furnishing.layout.flipped import flipped_row
from furnishing.layout.judged import Feature, Features, Judged, base_order
from furnishing.layout.mirror import SIDES, mirrored, mirrored_wall
from furnishing.layout.pins import Forbid, Keep, Pins, settled
from furnishing.layout.placement import Placement
from furnishing.layout.placing import order_key
from furnishing.programme import Hand
from furnishing.room import Room
from furnishing.style import Choices

if TYPE_CHECKING:
    from furnishing.layout.search import Task

SQUARE: Final = frozenset({"base-corner-l", "wall-corner"})
"""Kinds that reach along both walls of a corner; they stand on the wall after it, whichever way round."""

FROM_THE_LEFT: Final = frozenset({"sink", "hob"})
"""Choices of a worktop that are places along it."""


def canonical(task: Task) -> tuple[Task, bool]:
    """The task, or its mirror image: the same one for both; and whether it is the image."""
    image = image_of(task)
    own, other = (repr((each.room, each.programme.kitchen.hand, each.pins)) for each in (task, image))
    return (image, True) if other < own else (task, False)


def image_of(task: Task) -> Task:
    """The mirror image of a task: its room, the hand of the cook, its pins."""
    wish = task.programme.kitchen
    hand = Hand.LEFT if wish.hand is Hand.RIGHT else Hand.RIGHT
    programme = replace(task.programme, kitchen=replace(wish, hand=hand))
    return replace(task, room=mirrored(task.room), programme=programme, pins=_pins(task.pins, task.room))


def _pins(pins: Pins, room: Room) -> Pins:
    edits: list[Keep | Forbid] = [Forbid(wall=mirrored_wall(room, wall)) for wall in sorted(pins.forbidden)]
    for each in pins.keeps:
        wall, offset = _place(each.kind, each.wall, each.offset, each.width, room)
        edits.append(replace(each, wall=wall, offset=offset))
    return settled(edits)


def _place(kind: str, wall: int, offset: int, width: int, room: Room) -> tuple[int, int]:
    if kind in SQUARE and offset == 0:
        return mirrored_wall(room, (wall - 1) % len(room.walls)), 0
    return mirrored_wall(room, wall), room.walls[wall].length - offset - width


def turned(judged: Judged, room: Room) -> Judged:
    """A layout for the mirror image of a room becomes one for the room; `room` is the image."""
    items = tuple(_item(each, room) for each in judged.items)
    return replace(
        judged,
        features=_features(judged.features, items, room),
        items=items,
        rows=tuple(_row(each, room) for each in judged.rows),
        placements=_numbered([_placement(each, room) for each in judged.placements]),
        corners=frozenset(mirrored_wall(room, (wall + 1) % len(room.walls)) for wall in judged.corners),
    )


def _item(item: Item, room: Room) -> Item:
    wall, offset = _place(item.kind, item.wall, item.offset, item.width, room)
    return replace(item, wall=wall, offset=offset, choices=_choices(item.choices, item.kind, item.width))


def _placement(placement: Placement, room: Room) -> Placement:
    wall, offset = _place(placement.kind, placement.wall, placement.offset, placement.width, room)
    choices = _choices(placement.choices, placement.kind, placement.width)
    return replace(placement, wall=wall, offset=offset, choices=choices)


def _choices(choices: Choices, kind: str, width: int) -> Choices:
    found: dict[str, str | int] = {}
    for name, value in choices:
        if name == "hand":
            found[name] = SIDES.get(str(value), value)
        elif kind == "trim-worktop" and name in FROM_THE_LEFT and isinstance(value, int):
            found[name] = width - value
        else:
            found[name] = value
    return tuple(found.items())


def _row(row: Row, room: Room) -> Row:
    items = tuple(_item(each, room) for each in reversed(row.items))
    return replace(flipped_row(row, room.walls[row.wall].length), wall=mirrored_wall(room, row.wall), items=items)


def _features(found: Features, items: Sequence[Item], room: Room) -> Features:
    walls: Mapping[int, int] = {wall: mirrored_wall(room, wall) for wall in range(len(room.walls))}

    def sided(feature: Feature, *, swaps: bool) -> Feature:
        if not isinstance(feature, tuple) or not isinstance(feature[0], int):
            return feature
        side = feature[1]
        return (walls[feature[0]], not side if swaps and isinstance(side, bool) else side)

    return replace(
        found,
        walls=frozenset(walls[wall] for wall in found.walls),
        tall=sided(found.tall, swaps=True),
        sink=sided(found.sink, swaps=True),
        hob=sided(found.hob, swaps=True),
        fridge=sided(found.fridge, swaps=False),
        island=sided(found.island, swaps=False),
        order=base_order(items),
    )


def _numbered(placements: Sequence[Placement]) -> tuple[Placement, ...]:
    """Ids in the order in which layouts have them: by wall, from the floor up, from left to right."""
    counts = {"K": 0, "F": 0}
    found = []
    for each in sorted(
        placements, key=lambda each: order_key(each.wall, each.out, each.elevation, each.offset, each.kind)
    ):
        letter = "F" if each.kind == FILLER else "K"
        counts[letter] += 1
        found.append(replace(each, cabinet=f"{letter}{counts[letter]:02}"))
    return tuple(found)
