"""Rooms and styles as customers bring them, made from a seed: six kitchens to four wardrobes."""

from __future__ import annotations

import random

from furnishing.room import Opening, OpeningKind, Room, Wall
from furnishing.style import Style, Wish
from furnishing.units import mm


def order(number: int, *, seed: int, finish: str) -> tuple[Room, Style]:
    """One customer's room and wishes; carcass and fronts of one finish, so that they share an 18 mm material."""
    draw = random.Random(f"order {seed} {number}")
    kitchen = draw.random() < 0.6
    room = _kitchen(draw) if kitchen else _bedroom(draw)
    return room, _style(draw, finish, _kitchen_wishes(draw) if kitchen else _wardrobe_wishes(draw))


def _kitchen(draw: random.Random) -> Room:
    """A rectangular kitchen with a window over the run or beside it, and a door in another wall."""
    length, width = draw.randint(2400, 5200), draw.randint(1900, 2390)
    window = Opening(
        kind=OpeningKind.WINDOW,
        offset=mm(draw.randint(100, length - 1300)),
        width=mm(draw.randint(800, 1200)),
        height=mm(1200),
        sill=mm(draw.choice((950, 1000, 1050))),
    )
    return _rectangle(draw, length, width, window if draw.random() < 0.7 else None)


def _bedroom(draw: random.Random) -> Room:
    """A rectangular room with a free long wall."""
    return _rectangle(draw, draw.randint(1500, 4600), draw.randint(1300, 1490), None)


def _rectangle(draw: random.Random, length: int, width: int, window: Opening | None) -> Room:
    door = Opening(
        kind=OpeningKind.DOOR,
        offset=mm(draw.randint(100, 300)),
        width=mm(draw.choice((800, 900))),
        height=mm(2010),
        swing="out",
    )
    walls = (
        Wall(measured=(mm(length),), openings=(window,) if window else ()),
        Wall(measured=(mm(width),)),
        Wall(measured=(mm(length),), openings=(door,)),
        Wall(measured=(mm(width),)),
    )
    return Room(name="generated", ceiling=mm(draw.randint(2450, 2700)), walls=walls)


def _kitchen_wishes(draw: random.Random) -> tuple[Wish, ...]:
    wishes = [
        Wish(kind="base-drawers", width=mm(draw.choice((400, 450, 600, 600, 800, 900, draw.randint(300, 1000)))))
        for _ in range(draw.randint(1, 2))
    ]
    if draw.random() < 0.4:
        wishes.append(Wish(kind="tall-wardrobe", width=mm(draw.choice((500, 600, 600, draw.randint(450, 700))))))
    return (*wishes, Wish(kind="base-doors", count=None))


def _wardrobe_wishes(draw: random.Random) -> tuple[Wish, ...]:
    measured = [Wish(kind="tall-wardrobe", width=mm(draw.randint(400, 1000))) for _ in range(draw.randint(0, 2))]
    return (*measured, Wish(kind="tall-wardrobe", count=None))


def _style(draw: random.Random, finish: str, wishes: tuple[Wish, ...]) -> Style:
    return Style(
        name="generated",
        carcass_finish=finish,
        front_finish=finish,
        back_finish=finish,
        carcass_thickness=mm(18),
        front_thickness=mm(18),
        back_thickness=mm(8),
        band_visible=mm(draw.choice((1, 1, 2))),
        band_hidden=0,
        base_height=mm(draw.choice((820, 820, 820, 860, draw.randint(780, 900)))),
        base_depth=mm(draw.choice((560, 580, 580, 600))),
        tall_height=mm(draw.randint(2000, 2350)),
        tall_depth=mm(draw.choice((580, 600, 600, draw.randint(520, 640)))),
        plinth_height=mm(draw.choice((80, 100, 100, 150))),
        front_gap=mm(3),
        wishes=wishes,
        wall=0,
        handle="knob",
    )
