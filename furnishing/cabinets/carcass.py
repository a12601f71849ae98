"""The carcass: sides full height, bottom and top between them, back in a groove, plinth in front of the legs."""

from __future__ import annotations

from furnishing.cabinets.kind import Making
from furnishing.cabinets.panels import AS_SAWN, NONE_SEEN, PLINTH_SEEN, Lie, Surface, panel, spread
from furnishing.parts import Box, Groove, Part
from furnishing.units import MICROMETRES, Length


def sides(making: Making) -> tuple[Part, Part]:
    """Left and right side, from the plinth to the full height, grooved for the back over their whole length."""
    right = making.size.width - making.board
    return (
        _side(making, "left", 0, making.board - making.construction.back_groove_depth),
        _side(making, "right", right, right),
    )


def _side(making: Making, hand: str, x: Length, groove_x: Length) -> Part:
    rules, plinth = making.construction, making.plinth
    height = making.size.height - plinth
    cheek = Box(
        groove_x,
        rules.back_groove_from_rear,
        plinth,
        rules.back_groove_depth,
        making.style.back_thickness,
        height,
    )
    return panel(
        making,
        suffix=f"side.{hand[0].upper()}",
        role="side",
        name=f"Side {hand}",
        box=Box(x, 0, plinth, making.board, making.carcass_depth, height),
        lie=Lie.STANDING,
        grooves=(_back_groove(making, cheek),),
    )


def bottom(making: Making) -> Part:
    """The bottom between the sides."""
    return _level(making, "bottom", "Bottom", making.plinth, making.floor - making.construction.back_groove_depth)


def top(making: Making) -> Part:
    """A full top between the sides."""
    return _level(making, "top", "Top", making.ceiling, making.ceiling)


def _level(making: Making, role: str, name: str, z: Length, groove_z: Length) -> Part:
    return panel(
        making,
        suffix=role,
        role=role,
        name=name,
        box=Box(making.board, 0, z, making.opening, making.carcass_depth, making.board),
        lie=Lie.LYING,
        grooves=(_level_groove(making, groove_z),),
    )


def stretchers(making: Making) -> tuple[Part, Part]:
    """Two rails under a worktop; the rear one holds the back in its groove."""
    depth, z = making.construction.stretcher_depth, making.ceiling
    front = making.carcass_depth - depth
    return (
        panel(
            making,
            suffix="stretcher.front",
            role="stretcher",
            name="Stretcher front",
            box=Box(making.board, front, z, making.opening, depth, making.board),
            lie=Lie.LYING,
        ),
        panel(
            making,
            suffix="stretcher.rear",
            role="stretcher",
            name="Stretcher rear",
            box=Box(making.board, 0, z, making.opening, depth, making.board),
            lie=Lie.LYING,
            edges=NONE_SEEN,
            grooves=(_level_groove(making, z),),
        ),
    )


def cover(making: Making) -> tuple[Part, ...]:
    """What closes a base carcass above: two stretchers or a full top, as the workshop builds."""
    return stretchers(making) if making.construction.base_top == "stretchers" else (top(making),)


def _level_groove(making: Making, z: Length) -> Groove:
    rules = making.construction
    return _back_groove(
        making,
        Box(
            making.board,
            rules.back_groove_from_rear,
            z,
            making.opening,
            making.style.back_thickness,
            rules.back_groove_depth,
        ),
    )


def _back_groove(making: Making, box: Box) -> Groove:
    rules = making.construction
    return Groove(box=box, depth=rules.back_groove_depth, width=making.style.back_thickness, purpose="back")


def back(making: Making) -> Part:
    """The back, in grooves on all four edges, with a little air at the bottom of each."""
    rules = making.construction
    inset = rules.back_groove_depth - rules.back_play
    return panel(
        making,
        suffix="back",
        role="back",
        name="Back",
        box=Box(
            making.board - inset,
            rules.back_groove_from_rear,
            making.floor - inset,
            making.opening + 2 * inset,
            making.style.back_thickness,
            making.ceiling - making.floor + 2 * inset,
        ),
        lie=Lie.FACING,
        surface=Surface.BACK,
        edges=AS_SAWN,
    )


def plinth(making: Making) -> tuple[Part, ...]:
    """The board before the legs; none where the style has no plinth."""
    rules = making.construction
    if making.plinth == 0:
        return ()
    thickness = making.style.front_thickness
    return (
        panel(
            making,
            suffix="plinth",
            role="plinth",
            name="Plinth",
            box=Box(
                0,
                making.carcass_depth - rules.plinth_setback - thickness,
                rules.plinth_play,
                making.size.width,
                thickness,
                making.plinth - rules.plinth_play,
            ),
            lie=Lie.ACROSS,
            surface=Surface.FRONT,
            edges=PLINTH_SEEN,
        ),
    )


def bays(making: Making) -> tuple[tuple[Length, Length], ...]:
    """The clear widths beside a middle partition, as (x, width); one bay where the cabinet is narrow."""
    if making.size.width <= making.construction.partition_from:
        return ((making.board, making.opening),)
    left = (making.opening - making.board) // 2
    right = making.opening - making.board - left
    return ((making.board, left), (2 * making.board + left, right))


def partition(making: Making, ceiling: Length, setback: Length = 0) -> tuple[Part, ...]:
    """The upright between two bays, from the bottom to `ceiling`; none in a cabinet of one bay."""
    if len(bays(making)) == 1:
        return ()
    x, width = bays(making)[0]
    depth = making.carcass_depth - making.rear - setback
    return (
        panel(
            making,
            suffix="partition",
            role="partition",
            name="Partition",
            box=Box(x + width, making.rear, making.floor, making.board, depth, ceiling - making.floor),
            lie=Lie.STANDING,
        ),
    )


def shelves(making: Making, count: int, first: Length, last: Length, number: int = 1) -> tuple[Part, ...]:
    """Adjustable shelves at equal heights in every bay between two levels, numbered from the lower left."""
    rules = making.construction
    depth = making.carcass_depth - making.rear - rules.shelf_rear_play - rules.shelf_setback
    found: list[Part] = []
    for z in spread(first, last, count, making.board, MICROMETRES["mm"]):
        for x, width in bays(making):
            play = rules.shelf_side_play
            found.append(
                panel(
                    making,
                    suffix=f"shelf.{number + len(found)}",
                    role="shelf",
                    name=f"Shelf {number + len(found)}",
                    box=Box(x + play, making.rear + rules.shelf_rear_play, z, width - 2 * play, depth, making.board),
                    lie=Lie.LYING,
                )
            )
    return tuple(found)


def fixed_shelf(making: Making, z: Length) -> Part:
    """A shelf that holds the sides together, exactly between them."""
    depth = making.carcass_depth - making.rear - making.construction.fixed_shelf_setback
    return panel(
        making,
        suffix="fixed-shelf",
        role="fixed-shelf",
        name="Fixed shelf",
        box=Box(making.board, making.rear, z, making.opening, depth, making.board),
        lie=Lie.LYING,
    )
