"""The carcass: two sides with bottom and top in one of the usual topologies, a back, and what it stands on.

Which board runs over which at a corner, how the back is fixed and what stands below are words of the
construction method (Li Xuelian 2013 lists the seven usual topologies); this module knows only how to build each.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from furnishing.cabinets.interior import valance_box
from furnishing.cabinets.making import Making
from furnishing.cabinets.panels import Lie, Surface, panel
from furnishing.errors import Fault, InputError
from furnishing.parts import Box, Groove, Part
from furnishing.units import Length, show


class Cover(Enum):
    """What closes a carcass above."""

    WORKTOP = "worktop"
    """Two stretchers or a full top under a worktop, as the construction method says."""
    TOP = "top"
    SINK = "sink"
    """Two rails on edge, so that a bowl can hang between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """The parts of a carcass and the clear space inside it."""

    parts: tuple[Part, ...]
    inside: Box


def carcass(making: Making, cover: Cover = Cover.TOP, *, has_back: bool = True, has_valance: bool = True) -> Shell:
    """Sides, bottom, cover, back and plinth; the clear space reaches from the back to the front of the carcass.

    Without `has_valance` the front stays clear up to the top whatever the method says.
    """
    lids = _cover(making, cover, grooved=has_back)
    lids = lids if has_valance else tuple(part for part in lids if part.role != "valance")
    ceiling = making.size.height if cover is Cover.SINK else making.ceiling
    rear = making.rear if has_back else making.heel
    inside = Box(making.side, rear, making.floor, making.opening, making.inner_depth - rear, ceiling - making.floor)
    backs = (back(making, covered=cover is not Cover.SINK),) if has_back else ()
    parts = (*sides(making, covered=cover is Cover.TOP, grooved=has_back), bottom(making, grooved=has_back), *lids)
    return Shell(parts=(*parts, *backs, *plinth(making, kicked=making.kicked)), inside=inside)


def sides(making: Making, *, covered: bool = True, grooved: bool = True) -> tuple[Part, Part]:
    """Left and right side; `covered` where a full top may lie over them."""
    rules = making.construction
    low = {"under": making.floor, "kick": 0 if making.kicked else making.plinth}.get(rules.bottom_joint, making.plinth)
    high = making.ceiling if covered and rules.top_joint == "over" else making.size.height
    return (_side(making, "left", 0, low, high, grooved), _side(making, "right", 1, low, high, grooved))


def _side(making: Making, hand: str, which: int, low: Length, high: Length, grooved: bool) -> Part:
    thick, deep = making.side, making.back_depth
    x = which * (making.size.width - thick)
    groove_x = x if which else x + thick - deep
    cheek = _back_groove(making, Box(groove_x, making.groove_y, low, deep, making.style.back_thickness, high - low))
    return panel(
        making,
        suffix=f"side.{hand[0].upper()}",
        role="side",
        name=f"Side {hand}",
        box=Box(x, making.heel, low, thick, making.carcass_depth - making.heel, high - low),
        lie=Lie.STANDING,
        grooves=cheek if grooved else (),
    )


def bottom(making: Making, *, grooved: bool = True) -> Part:
    """The bottom between the sides or under them."""
    under = making.construction.bottom_joint == "under"
    groove_z = making.floor - making.back_depth
    thick = making.floor - making.plinth
    return _level(making, "bottom", "Bottom", making.plinth, thick, groove_z if grooved else None, outer=under)


def top(making: Making, *, grooved: bool = True) -> Part:
    """A full top between the sides or over them."""
    over = making.construction.top_joint == "over"
    thick = making.size.height - making.ceiling
    return _level(making, "top", "Top", making.ceiling, thick, making.ceiling if grooved else None, outer=over)


def _level(
    making: Making, role: str, name: str, z: Length, thick: Length, groove_z: Length | None, *, outer: bool
) -> Part:
    x = 0 if outer else making.side
    width = making.size.width - 2 * x
    return panel(
        making,
        suffix=role,
        role=role,
        name=name,
        box=Box(x, making.heel, z, width, making.carcass_depth - making.heel, thick),
        lie=Lie.LYING,
        grooves=() if groove_z is None else _level_groove(making, groove_z, outer=outer),
    )


def _cover(making: Making, cover: Cover, *, grooved: bool) -> tuple[Part, ...]:
    if cover is Cover.SINK:
        return sink_rails(making)
    if cover is Cover.WORKTOP and making.construction.base_top == "stretchers":
        return stretchers(making)
    return (top(making, grooved=grooved), *valance(making)) if cover is Cover.TOP else (_lid(making),)


def _lid(making: Making) -> Part:
    """A full top under a worktop lies between the sides, whatever the method does at other tops."""
    thick = making.size.height - making.ceiling
    lid = _level(making, "top", "Top", making.ceiling, thick, making.ceiling, outer=False)
    short = replace(lid.box, dy=making.lid_front - lid.box.y)
    return replace(lid, box=short, width=short.dy, cut_width=short.dy)


def valance(making: Making) -> tuple[Part, ...]:
    """The rail below the top at the front of a tall unit, where the method has one."""
    box = valance_box(making)
    if box is None:
        return ()
    return (panel(making, suffix="valance", role="valance", name="Valance", box=box, lie=Lie.ACROSS),)


def stretchers(making: Making) -> tuple[Part, Part]:
    """Two rails under a worktop; the rear one holds the back."""
    depth, z = making.construction.stretcher_depth, making.ceiling
    thick = making.size.height - z

    def rail(word: str, y: Length, grooves: tuple[Groove, ...]) -> Part:
        return panel(
            making,
            suffix=f"stretcher.{word}",
            role="stretcher",
            name=f"Stretcher {word}",
            box=Box(making.side, y, z, making.opening, depth, thick),
            lie=Lie.LYING,
            grooves=grooves,
        )

    return (
        rail("front", making.lid_front - depth, ()),
        rail("rear", making.heel, _level_groove(making, z, outer=False)),
    )


def sink_rails(making: Making) -> tuple[Part, Part]:
    """Rails on edge at the front and before the back, flush with the upper edge of the sides."""
    tall, thick = making.construction.stretcher_depth, making.board

    def rail(word: str, y: Length) -> Part:
        box = Box(making.side, y, making.size.height - tall, making.opening, thick, tall)
        return panel(making, suffix=f"rail.{word}", role="rail", name=f"Rail {word}", box=box, lie=Lie.ACROSS)

    return (rail("front", making.lid_front - thick), rail("rear", making.rear))


def _level_groove(making: Making, z: Length, *, outer: bool) -> tuple[Groove, ...]:
    """Over the opening; in a board that runs past the sides also as far as the grooves of the sides are deep."""
    reach = making.back_depth if outer else 0
    x, width = making.side - reach, making.opening + 2 * reach
    return _back_groove(making, Box(x, making.groove_y, z, width, making.style.back_thickness, making.back_depth))


def _back_groove(making: Making, box: Box) -> tuple[Groove, ...]:
    """The groove or rebate of the back; none where it lies on the boards or stands between them."""
    if making.back_depth == 0:
        return ()
    purpose = "back" if making.construction.back == "grooved" else "back rebate"
    return (Groove(box=box, depth=making.back_depth, width=making.style.back_thickness, purpose=purpose),)


def back(making: Making, *, covered: bool = True) -> Part:
    """The back: in grooves or rebates with a little air at the bottom of each, on the rear edges, or between boards.

    Without a cover it runs up to the upper edge of the sides. InputError where one between them is too thin to join.
    """
    rules, size = making.construction, making.size
    if rules.back == "applied":
        play = rules.back_applied_play
        x, z, width = play, making.plinth + play, size.width - 2 * play
        height = size.height - play - z
    else:
        if rules.back == "inset" and making.style.back_thickness < rules.back_inset_least:
            raise InputError([_thin_back(making)])
        inset = max(0, making.back_depth - rules.back_play)
        x, z, width = making.side - inset, making.floor - inset, making.opening + 2 * inset
        height = (making.ceiling + inset if covered else size.height) - z
    return panel(
        making,
        suffix="back",
        role="back",
        name="Back",
        box=Box(x, making.groove_y, z, width, making.style.back_thickness, height),
        lie=Lie.FACING,
        surface=Surface.BACK,
    )


def _thin_back(making: Making) -> Fault:
    thick, least = show(making.style.back_thickness), show(making.construction.back_inset_least)
    message = f"a back of {thick} mm cannot be joined between the sides; {least} mm is the least"
    return Fault("style.back_thickness", f"{message}; choose a thicker one or a back in grooves")


def plinth(making: Making, *, kicked: bool = False) -> tuple[Part, ...]:
    """The board before the legs, or the kick board between sides that stand on the floor; none without a plinth."""
    if making.plinth == 0:
        return ()
    rules, thick = making.construction, making.style.front_thickness
    x = making.side if kicked else 0
    y = making.carcass_depth - rules.plinth_setback - thick
    box = Box(x, y, rules.plinth_play, making.size.width - 2 * x, thick, making.plinth - rules.plinth_play)
    return (
        panel(
            making,
            suffix="plinth",
            role="kick" if kicked else "plinth",
            name="Kick board" if kicked else "Plinth",
            box=box,
            lie=Lie.ACROSS,
            surface=Surface.FRONT,
        ),
    )
