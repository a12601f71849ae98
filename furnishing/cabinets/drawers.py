"""Drawer boxes on ball-bearing runners: two sides, front and back between them, bottom in a groove."""

from __future__ import annotations

from collections.abc import Sequence

from furnishing.cabinets.cabinet import Front, Space, Use
from furnishing.cabinets.fronts import Area, drawer_fronts, face, rows
from furnishing.cabinets.making import Making
from furnishing.cabinets.panels import Lie, Surface, panel
from furnishing.errors import Fault, InputError
from furnishing.hardware_fit import drawer_air, drawer_fit
from furnishing.parts import Box, Groove, Part
from furnishing.units import MICROMETRES, Length, show


def drawer_stack(
    making: Making, space: Box, area: Area, parts: Sequence[int]
) -> tuple[tuple[Part, ...], tuple[Front, ...], tuple[Space, ...]]:
    """Drawers from the top down, their fronts in these proportions over `area`, their boxes in `space`.

    InputError where a front would be too low or too high, or no runner fits.
    """
    areas = rows(making, area, parts)
    rules = making.construction
    low, high = rules.drawer_front_least, rules.drawer_front_most
    bad = [each.height for each in areas if not low <= each.height <= high]
    if bad:
        message = f"a drawer front would be {show(bad[0])} mm high; {show(low)} to {show(high)} mm are possible"
        raise InputError([Fault("style.base_height", f"{message}; change the height or the number of drawers")])
    faces, fronts = drawer_fronts(making, areas)
    boxes = [
        drawer_box(making, space, face(making, each), front.part.rpartition("drawer.")[2].partition(".")[0])
        for each, front in zip(areas, fronts, strict=True)
    ]
    uses = tuple(Space(box=inner(box), use=Use.DRAWER) for box in boxes)
    return (*(part for box in boxes for part in box), *faces), fronts, uses


def inner_drawers(making: Making, space: Box, count: int) -> tuple[tuple[Part, ...], tuple[Space, ...]]:
    """Drawers behind doors, from the top down: boxes of equal height, set back, narrower where doors swing past.

    InputError where they would be too low, too narrow, or no runner fits.
    """
    rules = making.construction
    side = making.board
    room = Box(space.x + side, space.y, space.z, space.dx - 2 * side, space.dy - rules.inner_drawer_setback, space.dz)
    step = MICROMETRES["mm"]
    pitch = min(room.dz // count, rules.inner_drawer_most) // step * step
    below, above = drawer_air(making)
    boxes = []
    for row in reversed(range(count)):
        z = room.z + row * pitch + below
        height = (pitch - below - above) // step * step
        boxes.append(box_at(making, room, str(making.numbers.next("drawer")), z, height))
    spacers = _spacers(making, space, side, room.z, count * pitch)
    uses = tuple(Space(box=inner(box), use=Use.DRAWER) for box in boxes)
    return (*spacers, *(part for box in boxes for part in box)), uses


def _spacers(making: Making, space: Box, side: Length, z: Length, height: Length) -> tuple[Part, ...]:
    """Uprights that bring inner drawers clear of the hinges; as thick as the clearance."""
    depth = space.dy - making.construction.inner_drawer_setback
    return tuple(
        panel(
            making,
            suffix=f"spacer.{making.numbers.next('spacer')}",
            role="spacer",
            name="Spacer",
            box=Box(x, space.y, z, side, depth, height),
            lie=Lie.STANDING,
        )
        for x in (space.x, space.x + space.dx - side)
    )


def inner(box: Sequence[Part]) -> Box:
    """The clear space inside a drawer box, from its five parts in their order."""
    left, right, front, rear, base = box
    x, y, z = left.box.x + left.box.dx, rear.box.y + rear.box.dy, base.box.z + base.box.dz
    return Box(x, y, z, right.box.x - x, front.box.y - y, left.box.z + left.box.dz - z)


def _box_height(making: Making, space: Box, front: Box) -> tuple[Length, Length]:
    """The underside and the height of the box behind a front; InputError where it would be too low."""
    rules, step = making.construction, MICROMETRES["mm"]
    below, air = drawer_air(making)
    z = max(front.z, space.z) + below
    above = min(front.z + front.dz, space.z + space.dz) - air
    height = min(int(front.dz * rules.drawer_side_ratio), above - z) // step * step
    return z, height


def _too_low(making: Making, height: Length) -> Fault:
    least = making.construction.drawer_side_least
    message = f"a drawer box would be {show(height)} mm high; {show(least)} mm are needed"
    return Fault("style.base_height", f"{message}; make the units higher or take fewer drawers")


def drawer_box(making: Making, space: Box, front: Box, number: str) -> tuple[Part, ...]:
    """The box behind one drawer front, as long as its runner, clear of the carcass above and below.

    Left side, right side, inner front, back, bottom.
    """
    return box_at(making, space, number, *_box_height(making, space, front))


def box_at(making: Making, space: Box, number: str, z: Length, height: Length) -> tuple[Part, ...]:
    """A box of this height with its underside at `z`, at the front of `space`; its parts bear the number.

    InputError where it would be too low or no runner fits.
    """
    rules, fit = making.construction, drawer_fit(making, space.dy)
    board, length = fit.board, fit.length
    if height < rules.drawer_side_least:
        raise InputError([_too_low(making, height)])
    x, y = space.x + fit.gap, space.y + space.dy - length
    outer = space.dx - 2 * fit.gap
    inner = outer - 2 * board
    depth, recess, sheet = rules.drawer_groove_depth, fit.recess, making.style.back_thickness
    groove_z, end = z + recess, y + length - board

    def part(suffix: str, name: str, box: Box, lie: Lie, groove: Box) -> Part:
        cut = Groove(box=groove, depth=depth, width=sheet, purpose="drawer bottom")
        return panel(
            making,
            suffix=f"drawer.{number}.{suffix}",
            role=f"drawer-{suffix.partition('.')[0]}",
            name=f"Drawer {name} {number}",
            box=box,
            lie=lie,
            grooves=(cut,),
        )

    def side(hand: str, word: str, at: Length, groove_x: Length) -> Part:
        box = Box(at, y, z, board, length, height)
        return part(f"side.{hand}", f"side {word}", box, Lie.INWARD, Box(groove_x, y, groove_z, depth, length, sheet))

    def between(suffix: str, at: Length, groove_y: Length) -> Part:
        box = Box(x + board, at, z, inner, board, height)
        groove = Box(x + board, groove_y, groove_z, inner, depth, sheet)
        return part(suffix, suffix.replace("box", "inner front"), box, Lie.ACROSS, groove)

    return (
        side("L", "left", x, x + board - depth),
        side("R", "right", x + outer - board, x + outer - board),
        between("box", end, end),
        between("back", y, y + board - depth),
        _bottom(making, number, Box(x + board, y + board, groove_z, inner, length - 2 * board, sheet)),
    )


def _bottom(making: Making, number: str, clear: Box) -> Part:
    rules = making.construction
    inset = rules.drawer_groove_depth - rules.drawer_bottom_play
    box = Box(clear.x - inset, clear.y - inset, clear.z, clear.dx + 2 * inset, clear.dy + 2 * inset, clear.dz)
    return panel(
        making,
        suffix=f"drawer.{number}.bottom",
        role="drawer-bottom",
        name=f"Drawer bottom {number}",
        box=box,
        lie=Lie.LYING,
        surface=Surface.BACK,
    )
