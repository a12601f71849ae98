"""Geometry: units, openings, fronts as they open, points on the walls."""

from __future__ import annotations

from furnishing.room import Obstacle, ObstacleKind, Sash
from furnishing.units import mm
from tests.furnishing.builders import a_door, a_pillar, a_room, a_window, rectangle
from tests.furnishing.rule_cases import Case
from tests.furnishing.rule_scenes import Stand, a_scene, opening_in, row, with_points


def a_radiator(x: int, y: int) -> Obstacle:
    """900 mm long, 100 deep."""
    return Obstacle(kind=ObstacleKind.RADIATOR, x=mm(x), y=mm(y), length=mm(900), width=mm(100), height=mm(600))


def a_sash(offset: int, sill: int) -> object:
    """A window of 900 mm that turns into the room."""
    import dataclasses  # noqa: PLC0415

    return dataclasses.replace(a_window(offset, 900, sill), sash=Sash.TURN)


CASES = {
    "unit-in-unit": Case(
        lambda: a_scene(*row("base-doors", "base-doors")),
        lambda: a_scene(Stand("base-doors", 0), Stand("base-doors", 500)),
        ("100 mm", "2 mm"),
    ),
    "unit-outside-room": Case(
        lambda: a_scene(Stand("base-doors", 3400)),
        lambda: a_scene(Stand("base-doors", 3450)),
        ("50 mm", "25 mm"),
    ),
    "unit-in-obstacle": Case(
        lambda: a_scene(Stand("base-doors", 600), room=a_room(obstacles=(a_pillar(200, -300),))),
        lambda: a_scene(Stand("base-doors", 0), room=a_room(obstacles=(a_pillar(200, -300),))),
        ("146 mm",),  # 296 x 296 mm of 600 mm
    ),
    "unit-above-ceiling": Case(
        lambda: a_scene(Stand("tall-wardrobe"), room=a_room(ceiling=2300)),
        lambda: a_scene(Stand("tall-wardrobe"), room=a_room(ceiling=2150)),
        ("2200 mm", "2150 mm"),
    ),
    "unit-off-wall": Case(
        lambda: a_scene(Stand("tall-wardrobe", out=20)),
        lambda: a_scene(Stand("tall-wardrobe", out=80)),
        ("80 mm", "30 mm"),
    ),
    "corner-post-missing": Case(
        lambda: a_scene(Stand("base-doors", 3400), Stand("base-doors", 640, wall=1)),
        lambda: a_scene(Stand("base-doors", 3400), Stand("base-doors", 580, wall=1)),
        ("20 mm", "50 mm"),
    ),
    "unit-before-door": Case(
        lambda: a_scene(Stand("base-doors", 300), room=opening_in(0, a_door(1000))),
        lambda: a_scene(Stand("base-doors", 800), room=opening_in(0, a_door(1000))),
        ("400 mm", "900 mm"),
    ),
    "unit-before-window": Case(
        lambda: a_scene(Stand("base-doors", 900), room=opening_in(0, a_window(1000))),
        lambda: a_scene(Stand("tall-wardrobe", 900), room=opening_in(0, a_window(1000))),
        ("500 x 1200 mm",),
    ),
    "room-door-hits-unit": Case(
        lambda: a_scene(Stand("base-doors", 1000), room=opening_in(3, a_door(2000))),
        lambda: a_scene(Stand("base-doors", 0), room=opening_in(3, a_door(2000))),
        ("900 mm", "cm2"),
    ),
    "sash-hits-unit": Case(
        lambda: a_scene(Stand("base-doors", 0), room=opening_in(3, a_sash(2000, 900))),
        lambda: a_scene(Stand("base-doors", 0), room=opening_in(3, a_sash(2000, 840))),
        ("840 mm", "858 mm"),
    ),
    "hung-over-opening": Case(
        lambda: a_scene(Stand("wall-doors", 100), room=opening_in(0, a_window(1000, sill=1000))),
        lambda: a_scene(Stand("wall-doors", 900), room=opening_in(0, a_window(1000, sill=1000))),
        ("2120 mm", "500 mm", "2200 mm"),
    ),
    "front-hits-unit": Case(
        lambda: a_scene(Stand("base-drawers", 3400), Stand("base-drawers", 1200, wall=1)),
        lambda: a_scene(Stand("base-drawers", 3400), Stand("base-drawers", 560, wall=1)),
        ("comes out 2 mm of 500",),
    ),
    "front-hits-wall": Case(
        lambda: a_scene(Stand("base-drawers")),
        lambda: a_scene(Stand("base-drawers"), room=a_room(*rectangle(4000, 900))),
        ("comes out 365 mm of 500",),  # 900 - 560, and 25 mm that walls may be off
    ),
    "front-hits-obstacle": Case(
        lambda: a_scene(Stand("base-drawers", 1000), room=a_room(obstacles=(a_pillar(300, -1000),))),
        lambda: a_scene(Stand("base-drawers", 0), room=a_room(obstacles=(a_pillar(300, -1000),))),
        ("comes out 142 mm of 500",),  # 700 - 560, and 2 mm of play
    ),
    "front-hits-frame": Case(
        lambda: a_scene(Stand("base-doors", 50), room=opening_in(3, a_door(1500))),
        lambda: a_scene(Stand("base-doors", 0), room=opening_in(3, a_door(1500))),
        ("15 mm", "70 mm"),
    ),
    "front-in-doorway": Case(
        lambda: a_scene(Stand("base-doors", 1500), room=opening_in(3, a_door(1500))),
        lambda: a_scene(Stand("base-doors", 300), room=opening_in(3, a_door(1500))),
        ("900 mm", "m2"),
    ),
    "fronts-meet": Case(
        lambda: a_scene(Stand("base-drawers", 1000), Stand("base-drawers", 2400, wall=2)),
        lambda: a_scene(
            Stand("base-drawers", 1000), Stand("base-drawers", 2400, wall=2), room=a_room(*rectangle(4000, 1900))
        ),
        ("0.13 m2",),  # (500 + 500 - 780) x 592 mm
    ),
    "hinge-at-wall": Case(
        lambda: a_scene(Stand("base-doors", 100, 450)),
        lambda: a_scene(Stand("base-doors", 5, 450)),
        ("6.5 mm", "25 mm"),
    ),
    "switch-covered": Case(
        lambda: a_scene(Stand("tall-wardrobe", 1000), room=with_points(("switch", 900, 1050))),
        lambda: a_scene(Stand("tall-wardrobe", 1000), room=with_points(("switch", 970, 1050))),
        ("970 mm", "1050 mm", "40 mm"),
    ),
    "socket-covered": Case(
        lambda: a_scene(Stand("base-doors", 1000), room=with_points(("socket", 1300, 1150))),
        lambda: a_scene(Stand("base-doors", 1000), room=with_points(("socket", 1300, 300))),
        ("300 mm",),
    ),
    "gas-covered": Case(
        lambda: a_scene(Stand("base-doors", 1000), room=with_points(("gas", 1300, 500))),
        lambda: a_scene(Stand("base-drawers", 1000), room=with_points(("gas", 1300, 500))),
        ("1300 mm", "500 mm"),
    ),
    "radiator-covered": Case(
        lambda: a_scene(Stand("base-doors", 0), room=a_room(obstacles=(a_radiator(700, -100),))),
        lambda: a_scene(Stand("base-doors", 0), room=a_room(obstacles=(a_radiator(620, -100),))),
        ("20 mm", "50 mm"),
    ),
}
