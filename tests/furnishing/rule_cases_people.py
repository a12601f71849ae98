"""Ergonomics: worktops, hobs and sinks, ways, heights of what people reach for."""

from __future__ import annotations

import dataclasses

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.room import Room, Sash
from furnishing.units import mm
from tests.furnishing.builders import a_room, a_style, a_window, rectangle, some_construction
from tests.furnishing.rule_cases import Case
from tests.furnishing.rule_cases_making import knees
from tests.furnishing.rule_scenes import Change, Stand, a_scene, opening_in, row


def deep(width: int) -> Room:
    """A room of 4 m by so much."""
    return a_room(*rectangle(4000, width))


def opposite(kind: str, width: int) -> tuple[Stand, Stand]:
    """Two units that face each other."""
    return Stand(kind, 1000), Stand(kind, 4000 - 1000 - width, wall=2, width=width)


def across() -> tuple[Stand, Stand]:
    """A sink and a hob that face each other in the hall."""
    return Stand("base-sink", 3000), Stand("base-hob", 9000 - 3600, wall=2)


def sash(kind: Sash) -> Room:
    """A room with a window over the middle of its first wall."""
    return opening_in(0, dataclasses.replace(a_window(1000, 1000, 900), sash=kind))


def lower(use: Use, high: int) -> Change:
    """Spaces of a use so high."""

    def change(cabinet: Cabinet) -> Cabinet:
        spaces = tuple(
            Space(box=dataclasses.replace(each.box, dz=mm(high)), use=each.use) if each.use is use else each
            for each in cabinet.spaces
        )
        return dataclasses.replace(cabinet, spaces=spaces)

    return change


HALL = a_room(*rectangle(9000, 7000))

CASES = {
    "worktop-height": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("base-doors", height=760)),
        ("798 mm", "850 to 1050 mm"),
    ),
    "worktop-for-user": Case(
        lambda: a_scene(Stand("base-doors", height=880)),
        lambda: a_scene(Stand("base-doors", height=820)),
        ("858 mm", "900 to 950 mm"),
    ),
    "worktop-gap": Case(
        lambda: a_scene(Stand("base-doors"), Stand("wall-doors")),
        lambda: a_scene(Stand("base-doors"), Stand("wall-doors", elevation=1250)),
        ("392 mm", "450 to 700 mm"),
    ),
    "hood-too-low": Case(
        lambda: a_scene(Stand("base-hob"), Stand("wall-hood", elevation=1600)),
        lambda: a_scene(Stand("base-hob"), Stand("wall-hood", elevation=1400)),
        ("542 mm", "650 mm"),
    ),
    "hob-without-hood": Case(
        lambda: a_scene(Stand("base-hob"), Stand("wall-hood", elevation=1600)),
        lambda: a_scene(Stand("base-hob")),
        ("600 mm", "1000 mm"),
    ),
    "hood-narrow": Case(
        lambda: a_scene(Stand("base-hob", width=600), Stand("wall-hood", width=600)),
        lambda: a_scene(Stand("base-hob", width=900), Stand("wall-hood", width=600)),
        ("600 mm", "900 mm"),
    ),
    "hob-near-tall": Case(
        lambda: a_scene(Stand("base-hob", 1000), Stand("tall-larder", 1800)),
        lambda: a_scene(Stand("base-hob", 1000), Stand("tall-larder", 1700)),
        ("100 mm", "150 mm"),
    ),
    "hob-set-down": Case(
        lambda: a_scene(*row("base-doors", "base-hob", "base-doors")),
        lambda: a_scene(*row("base-doors", "base-hob")),
        ("0 mm", "200 mm"),
    ),
    "sink-set-down": Case(
        lambda: a_scene(*row("base-doors", "base-sink")),
        lambda: a_scene(*row("base-sink")),
        ("0 mm", "250 mm"),
    ),
    "hob-beside-sink": Case(
        lambda: a_scene(*row("base-hob", "base-doors", "base-sink")),
        lambda: a_scene(*row("base-hob", "base-sink")),
        ("0 mm", "300 mm", "1200 mm"),
    ),
    "hob-before-window": Case(
        lambda: a_scene(Stand("base-hob", 1000), room=sash(Sash.FIXED)),
        lambda: a_scene(Stand("base-hob", 1000), room=sash(Sash.TILT)),
        ("600 mm", "1000 mm"),
    ),
    "tap-before-window": Case(
        lambda: a_scene(Stand("base-sink", 1000), room=sash(Sash.SLIDE)),
        lambda: a_scene(Stand("base-sink", 1000), room=sash(Sash.TILT)),
        ("1108 mm", "900 mm"),
    ),
    "worktop-short": Case(
        lambda: a_scene(*row("base-sink", "base-doors", "base-doors")),
        lambda: a_scene(*row("base-doors", "base-sink", "base-doors")),
        ("600 mm", "650 mm"),
    ),
    "aisle-narrow": Case(
        lambda: a_scene(*opposite("base-doors", 600), room=deep(2200)),
        lambda: a_scene(*opposite("base-doors", 600), room=deep(2000)),
        ("880 mm", "1067 mm", "1219 mm"),
    ),
    "aisle-for-two": Case(
        lambda: a_scene(*opposite("base-doors", 600), room=deep(2400)),
        lambda: a_scene(*opposite("base-doors", 600), room=deep(2220)),
        ("1100 mm", "1219 mm"),
    ),
    "way-narrow": Case(
        lambda: a_scene(Stand("base-doors"), room=deep(1500)),
        lambda: a_scene(Stand("base-doors"), room=deep(1400)),
        ("840 mm", "914 mm"),
    ),
    "island-way-narrow": Case(
        lambda: a_scene(Stand("base-doors", 3000, wall=2, out=2500), room=HALL),
        lambda: a_scene(Stand("base-doors", 3000, wall=2, out=840), room=HALL),
        ("840 mm", "914 mm"),
    ),
    "triangle-cuts-island": Case(
        lambda: a_scene(*across(), Stand("base-doors", 3000, wall=2, out=2500), room=HALL),
        lambda: a_scene(*across(), Stand("base-doors", 5700, wall=2, out=3500), room=HALL),
        ("sink and hob", "560 mm", "305 mm"),
    ),
    "drawer-clearance": Case(
        lambda: a_scene(Stand("base-drawers"), room=deep(1500)),
        lambda: a_scene(Stand("base-drawers"), room=deep(1400)),
        ("840 mm", "500 mm", "400 mm"),
    ),
    "appliance-clearance": Case(
        lambda: a_scene(Stand("base-appliance"), room=deep(1700)),
        lambda: a_scene(Stand("base-appliance"), room=deep(1600)),
        ("1040 mm", "717 mm", "400 mm"),
    ),
    "triangle-long": Case(
        lambda: a_scene(Stand("base-sink", 1000), Stand("base-hob", 2500), Stand("tall-fridge", 4000), room=HALL),
        lambda: a_scene(Stand("base-sink", 0), Stand("base-hob", 4000), Stand("tall-fridge", 8000), room=HALL),
        ("16000 mm", "7920 mm"),
    ),
    "triangle-leg": Case(
        lambda: a_scene(Stand("base-sink", 1000), Stand("base-hob", 2500)),
        lambda: a_scene(Stand("base-sink", 1000), Stand("base-hob", 1700)),
        ("700 mm", "1220 to 2740 mm"),
    ),
    "tall-between-centres": Case(
        lambda: a_scene(*row("base-sink", "base-doors", "base-hob")),
        lambda: a_scene(*row("base-sink", "tall-larder", "base-hob")),
        ("600 mm",),
    ),
    "dishwasher-far": Case(
        lambda: a_scene(Stand("base-sink", 0), Stand("base-appliance", 1200)),
        lambda: a_scene(Stand("base-sink", 0), Stand("base-appliance", 1800)),
        ("1200 mm", "900 mm"),
    ),
    "hung-in-the-way": Case(
        lambda: a_scene(Stand("wall-doors"), Stand("base-doors")),
        lambda: a_scene(Stand("wall-doors")),
        ("1400 mm", "350 mm", "1900 mm"),
    ),
    "hung-high": Case(
        lambda: a_scene(Stand("wall-doors", elevation=1800, height=400)),
        lambda: a_scene(Stand("wall-doors", elevation=1900, height=400)),
        ("1900 mm", "1830 mm"),
    ),
    "oven-high": Case(
        lambda: a_scene(Stand("tall-oven")),
        lambda: a_scene(Stand("tall-oven", elevation=600)),
        ("1150",),
    ),
    "microwave-high": Case(
        lambda: a_scene(Stand("tall-oven")),
        lambda: a_scene(Stand("tall-oven", elevation=600)),
        ("1450",),
    ),
    "rail-high": Case(
        lambda: a_scene(Stand("tall-wardrobe", height=2000)),
        lambda: a_scene(Stand("tall-wardrobe", height=2400, choices={"interior": "rail"})),
        ("2332 mm", "2000 mm"),
    ),
    "hang-low": Case(
        lambda: a_scene(Stand("tall-wardrobe", change=lower(Use.HANG_LONG, 1500))),
        lambda: a_scene(Stand("tall-wardrobe", change=lower(Use.HANG_LONG, 1300))),
        ("1250 mm", "1350 mm"),
    ),
    "too-shallow-to-hang": Case(
        lambda: a_scene(Stand("tall-wardrobe")),
        lambda: a_scene(Stand("tall-wardrobe", depth=400)),
        ("500 mm",),
    ),
    "drawer-high": Case(
        lambda: a_scene(Stand("base-drawers")),
        lambda: a_scene(Stand("base-drawers", elevation=600)),
        ("1250 mm",),
    ),
    "drawer-low": Case(
        lambda: a_scene(Stand("base-drawers")),
        lambda: a_scene(Stand("base-drawers"), style=a_style(plinth_height=mm(50))),
        ("60 mm",),
    ),
    "knees-narrow": Case(
        lambda: a_scene(Stand("base-desk", width=1400)),
        lambda: a_scene(Stand("base-desk", width=1400, change=knees(500))),
        ("500 x", "580 x 457 x 600 mm"),
    ),
    "screen-height": Case(
        lambda: a_scene(Stand("low-tv", width=1800)),
        lambda: a_scene(Stand("low-tv", width=1800, height=400)),
        ("820 mm", "850 to 1150 mm"),
    ),
    "plinth-height": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("base-doors"), style=a_style(plinth_height=mm(50))),
        ("50 mm", "60 to 200 mm"),
    ),
    "toe-space": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("base-doors"), rules=some_construction(plinth_setback=mm(10))),
        ("40 mm",),
    ),
}
