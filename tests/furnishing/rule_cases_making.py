"""Machining and strength: holes, boards, bands, what bends, what falls over."""

from __future__ import annotations

import dataclasses

from furnishing.cabinets.cabinet import Cabinet, HardwareItem, Space
from furnishing.catalogue import Catalogue
from furnishing.parts import Bore, Box, Notch, Part
from furnishing.units import mm
from tests.furnishing.builders import a_catalogue, a_style, some_construction
from tests.furnishing.rule_cases import Case
from tests.furnishing.rule_scenes import Change, Stand, a_scene, bored, dense, parts, row, without


def side_with(change: Change) -> Stand:
    """A base unit of which something is changed."""
    return Stand("base-doors", change=change)


def notched(part: Part, rest: int) -> Part:
    """A notch in a side that leaves `rest` millimetres to its front edge."""
    box = part.box
    hole = Box(box.x, box.y + box.dy - mm(rest) - mm(100), box.z + mm(300), box.dx, mm(100), mm(100))
    return dataclasses.replace(part, bores=(), notches=(Notch(box=hole, purpose="test"),))


def notched_and_bored(y: int) -> Change:
    """A notch in the front half of the left side and one hole in its outer face."""

    def change(part: Part) -> Part:
        cut = notched(part, 100)
        hole = Bore(
            x=part.box.x, y=mm(y), z=cut.notches[0].box.z + mm(50), axis=0, sense=1, diameter=mm(8), depth=mm(10),
            purpose="dowel", fixing="test",
        )  # fmt: skip
        return dataclasses.replace(cut, bores=(hole,))

    return parts("side", change)


def shelf_at_hinge(cabinet: Cabinet) -> Cabinet:
    """The shelf moved to the height of the first hinge."""
    plate = next(bore for part in cabinet.parts for bore in part.bores if bore.purpose == "hinge-plate")

    def moved(part: Part) -> Part:
        return dataclasses.replace(
            part, box=dataclasses.replace(part.box, z=plate.z, dy=cabinet.carcass_depth - part.box.y), bores=()
        )

    return parts("shelf", moved)(cabinet)


def hinges_at(*heights: int) -> Change:
    """Plates of hinges at these heights in the inner face of the left side, instead of all its holes."""

    def change(part: Part) -> Part:
        face = part.box.x + part.box.dx
        bores = tuple(
            Bore(
                x=face, y=mm(500), z=mm(high + more), axis=0, sense=-1, diameter=mm(5), depth=mm(12),
                purpose="hinge-plate", fixing=f"hinge.{number}",
            )
            for number, high in enumerate(heights)
            for more in (0, 32)
        )  # fmt: skip
        return dataclasses.replace(part, bores=bores)

    def both(cabinet: Cabinet) -> Cabinet:
        bare = tuple(dataclasses.replace(part, bores=()) for part in cabinet.parts)
        return parts("side", change)(dataclasses.replace(cabinet, parts=bare))

    return both


def bands(width: int) -> Catalogue:
    """Coils of one width."""
    usual = a_catalogue()
    return dataclasses.replace(usual, bands=tuple(dataclasses.replace(band, width=mm(width)) for band in usual.bands))


def boards(length: int, width: int) -> Catalogue:
    """Boards of one size."""
    usual = a_catalogue()
    return dataclasses.replace(
        usual, boards=tuple(dataclasses.replace(each, length=mm(length), width=mm(width)) for each in usual.boards)
    )


def thin_door(part: Part) -> Part:
    return dataclasses.replace(part, box=dataclasses.replace(part.box, dy=mm(12)))


def high_door(part: Part) -> Part:
    return dataclasses.replace(part, box=dataclasses.replace(part.box, dz=mm(2500)))


def a_rail(length: int) -> Change:
    """One rail of a length and no support."""
    return lambda cabinet: dataclasses.replace(
        cabinet, hardware=(HardwareItem(code="rail-oval", quantity=1, length=mm(length)),)
    )


def knees(wide: int) -> Change:
    """A place for knees of a width."""

    def change(cabinet: Cabinet) -> Cabinet:
        spaces = tuple(
            Space(box=dataclasses.replace(each.box, dx=mm(wide)), use=each.use) if each.use.value == "knees" else each
            for each in cabinet.spaces
        )
        return dataclasses.replace(cabinet, spaces=spaces)

    return change


CASES = {
    "hole-off-part": Case(
        lambda: a_scene(side_with(bored((300, 400, 8, 10)))),
        lambda: a_scene(side_with(bored((-2, 400, 8, 10)))),
        ("8 mm", "-2 400"),
    ),
    "hole-near-edge": Case(
        lambda: a_scene(side_with(bored((7, 400, 8, 5)))),
        lambda: a_scene(side_with(bored((5, 400, 8, 5)))),
        ("leaves 1 mm", "2.5 mm"),
    ),
    "hole-too-deep": Case(
        lambda: a_scene(side_with(bored((300, 400, 8, 17)))),
        lambda: a_scene(side_with(bored((300, 400, 8, 17.5)))),
        ("17.5 mm deep in 18 mm",),
    ),
    "hole-in-groove": Case(
        lambda: a_scene(side_with(bored((14, 400, 5, 8)))),
        lambda: a_scene(side_with(bored((14, 400, 5, 12)))),
        ("5 mm hole", "14 400"),
    ),
    "hole-in-notch": Case(
        lambda: a_scene(side_with(notched_and_bored(200))),
        lambda: a_scene(side_with(notched_and_bored(400))),
        ("8 mm hole", "400"),
    ),
    "hole-twice": Case(
        lambda: a_scene(side_with(bored((300, 400, 8, 10), (300, 432, 8, 10)))),
        lambda: a_scene(side_with(bored((300, 400, 8, 10), (300, 400, 8, 10)))),
        ("8 mm hole", "300 400"),
    ),
    "holes-meet": Case(
        lambda: a_scene(side_with(bored((300, 400, 8, 10), (300, 411, 8, 10)))),
        lambda: a_scene(side_with(bored((300, 400, 8, 10), (300, 407, 8, 10)))),
        ("300 400", "300 407"),
    ),
    "holes-near": Case(
        lambda: a_scene(side_with(bored((300, 400, 8, 10), (300, 411, 8, 10)))),
        lambda: a_scene(side_with(bored((300, 400, 8, 10), (300, 409, 8, 10)))),
        ("2 mm", "300 409"),
    ),
    "hinge-blocked": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(side_with(shelf_at_hinge)),
        ("K01.shelf.1", " mm on K01.side"),
    ),
    "hinges-near": Case(
        lambda: a_scene(side_with(hinges_at(300, 400))),
        lambda: a_scene(side_with(hinges_at(300, 340))),
        ("40 mm apart",),
    ),
    "part-larger-than-board": Case(
        lambda: a_scene(Stand("base-doors"), catalogue=boards(1000, 800)),
        lambda: a_scene(Stand("base-doors"), catalogue=boards(700, 500)),
        ("700 x 500 mm",),
    ),
    "part-small": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("filler", width=40)),
        ("down to 38 mm", "50 mm"),
    ),
    "band-on-small-part": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("filler", width=60)),
        ("down to 58 mm", "80 mm", "40 mm"),
    ),
    "part-heavy": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("base-doors"), catalogue=dense(4000)),
        ("31 kg", "25 kg"),
    ),
    "coil-narrow": Case(
        lambda: a_scene(Stand("base-doors"), catalogue=bands(20)),
        lambda: a_scene(Stand("base-doors"), catalogue=bands(19)),
        ("19 mm", "18 mm", "2 mm"),
    ),
    "groove-near-edge": Case(
        lambda: a_scene(Stand("base-doors"), rules=some_construction(back_groove_from_rear=mm(6))),
        lambda: a_scene(Stand("base-doors"), rules=some_construction(back_groove_from_rear=mm(4))),
        ("leaves 4 mm", "6 mm"),
    ),
    "groove-deep": Case(
        lambda: a_scene(Stand("base-doors"), rules=some_construction(back_groove_depth=mm(13))),
        lambda: a_scene(Stand("base-doors"), rules=some_construction(back_groove_depth=mm(14))),
        ("14 mm deep in 18 mm", "leaves 4 mm", "5 mm"),
    ),
    "notch-weak": Case(
        lambda: a_scene(side_with(parts("side", lambda part: notched(part, 50)))),
        lambda: a_scene(side_with(parts("side", lambda part: notched(part, 10)))),
        ("10 mm", "15 mm"),
    ),
    "shelf-sags": Case(
        lambda: a_scene(Stand("base-doors", width=1200)),
        lambda: a_scene(Stand("base-doors", width=1200), rules=some_construction(partition_from=mm(2000))),
        ("spans 1162 mm", "73 kg/m2", "4.8 mm"),
    ),
    "shelf-creeps": Case(
        lambda: a_scene(Stand("base-doors", width=600)),
        lambda: a_scene(Stand("base-doors", width=800)),
        ("762 mm", "3.9 mm", "73 kg/m2", "3.8 mm"),
    ),
    "bottom-sags": Case(
        lambda: a_scene(Stand("wall-doors", width=1200)),
        lambda: a_scene(Stand("wall-lift", width=1200), rules=some_construction(partition_from=mm(2000))),
        ("spans 1164 mm", "73 kg/m2"),
    ),
    "top-sags": Case(
        lambda: a_scene(Stand("base-desk", width=1200)),
        lambda: a_scene(Stand("base-desk", width=2100)),
        ("40 kg/m2",),
    ),
    "back-thin": Case(
        lambda: a_scene(Stand("base-doors", width=1200)),
        lambda: a_scene(Stand("base-doors", width=1200), style=a_style(back_thickness=mm(3))),
        ("3 mm", "1000 mm", "5 mm"),
    ),
    "door-wide": Case(
        lambda: a_scene(Stand("base-doors", width=600)),
        lambda: a_scene(Stand("base-doors", width=640)),
        ("637 mm", "600 mm"),
    ),
    "door-high": Case(
        lambda: a_scene(Stand("tall-wardrobe")),
        lambda: a_scene(Stand("tall-wardrobe", change=parts("door", high_door))),
        ("2500 mm", "2400 mm"),
    ),
    "door-heavy": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("base-doors"), catalogue=dense(4000)),
        ("31.", "24 kg"),
    ),
    "door-thin": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(side_with(parts("door", thin_door))),
        ("12 mm", "15 mm"),
    ),
    "drawer-overloaded": Case(
        lambda: a_scene(Stand("base-drawers", width=600)),
        lambda: a_scene(Stand("base-drawers", width=1025, depth=620), style=a_style(base_depth=mm(620))),
        ("73 kg/m2", "35 kg"),
    ),
    "drawer-wide": Case(
        lambda: a_scene(Stand("base-drawers", width=1000)),
        lambda: a_scene(Stand("base-drawers", width=1025)),
        ("1022 mm", "1000 mm"),
    ),
    "flap-beyond-lifts": Case(
        lambda: a_scene(Stand("wall-lift", height=500)),
        lambda: a_scene(Stand("wall-lift", height=720, choices={"flaps": 1})),
        ("717 x 597 mm", "205 to 600"),
    ),
    "wall-anchor-needed": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("tall-wardrobe")),
        ("2200 mm",),
    ),
    "drawers-tip-unit": Case(
        lambda: a_scene(Stand("base-drawers")),
        lambda: a_scene(Stand("base-drawers", height=1000, depth=350)),
        ("3 drawers", "1000 mm", "0.35", "0.4"),
    ),
    "tall-without-shelf": Case(
        lambda: a_scene(Stand("tall-wardrobe")),
        lambda: a_scene(Stand("tall-wardrobe", change=without("fixed-shelf"))),
        ("2082 mm", "1900 mm"),
    ),
    "hangers-overloaded": Case(
        lambda: a_scene(Stand("wall-doors", width=800)),
        lambda: a_scene(Stand("wall-doors", width=800), catalogue=dense(4000)),
        ("2 hangers", "120 kg"),
    ),
    "rail-long": Case(
        lambda: a_scene(Stand("tall-wardrobe", change=a_rail(1200))),
        lambda: a_scene(Stand("tall-wardrobe", change=a_rail(1300))),
        ("1300 mm", "1200 mm"),
    ),
    "edge-raw": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("base-doors"), rules=some_construction(bands=(("door", 0),))),
        ("4 raw edges of 4",),
    ),
    "worktop-joint-over-appliance": Case(
        lambda: a_scene(
            *row("base-doors", "base-appliance", "base-doors"),
            Stand("trim-worktop", offset=0, width=2700, elevation=820),
        ),
        lambda: a_scene(
            Stand("base-appliance", offset=2480), Stand("trim-worktop", offset=0, width=4000, elevation=820)
        ),
        ("300 mm", "600 mm"),
    ),
    "worktop-end-open": Case(
        lambda: a_scene(*row("base-doors", "base-appliance", "base-doors", offset=1000)),
        lambda: a_scene(*row("base-doors", "base-appliance", offset=1000)),
        ("600 mm", "30 mm"),
    ),
}
