"""Drawer boxes on ball-bearing runners: two sides, front and back between them, bottom in a groove."""

from __future__ import annotations

from collections.abc import Sequence

from furnishing.cabinets.cabinet import Front, Space, Use
from furnishing.cabinets.fronts import Area, drawer_fronts, rows
from furnishing.cabinets.making import Making
from furnishing.cabinets.panels import Lie, Surface, panel
from furnishing.construction import Runner
from furnishing.errors import Fault, InputError
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
    boxes = [drawer_box(making, space, front) for front in faces]
    uses = tuple(Space(box=_inside(box), use=Use.DRAWER) for box in boxes)
    return (*(part for box in boxes for part in box), *faces), fronts, uses


def _inside(box: Sequence[Part]) -> Box:
    left, right, front, rear, base = box
    x, y, z = left.box.x + left.box.dx, rear.box.y + rear.box.dy, base.box.z + base.box.dz
    return Box(x, y, z, right.box.x - x, front.box.y - y, left.box.z + left.box.dz - z)


def runner_for(making: Making, space: Box) -> Runner:
    """The longest runner that fits behind the fronts; InputError where none does."""
    rules = making.construction
    room = space.dy - rules.runner_rear_play
    fitting = [runner for runner in rules.runners if runner.length <= room]
    if not fitting:
        shortest = min(runner.length for runner in rules.runners)
        more = show(shortest - room)
        message = f"drawers have {show(room)} mm in depth and the shortest runner is {show(shortest)} mm"
        raise InputError([Fault("style.base_depth", f"{message}; make the units {more} mm deeper or take doors")])
    return max(fitting, key=lambda runner: runner.length)


def _box_height(making: Making, space: Box, front: Part) -> tuple[Length, Length]:
    """The underside and the height of the box behind a front; InputError where it would be too low."""
    rules, step = making.construction, MICROMETRES["mm"]
    z = max(front.box.z, space.z) + rules.drawer_lift
    above = min(front.box.z + front.box.dz, space.z + space.dz) - rules.drawer_top_play
    height = min(int(front.box.dz * rules.drawer_side_ratio), above - z) // step * step
    if height < rules.drawer_side_least:
        message = f"a drawer box would be {show(height)} mm high; {show(rules.drawer_side_least)} mm are needed"
        raise InputError([Fault("style.base_height", f"{message}; make the units higher or take fewer drawers")])
    return z, height


def drawer_box(making: Making, space: Box, front: Part) -> tuple[Part, ...]:
    """The box behind one drawer front, as long as its runner, clear of the carcass above and below.

    Left side, right side, inner front, back, bottom.
    """
    rules, board = making.construction, making.thickness("drawer-side")
    number = front.id.split(".")[-2]
    length = runner_for(making, space).length
    z, height = _box_height(making, space, front)
    x, y = space.x + rules.runner_side_play, space.y + space.dy - length
    outer = space.dx - 2 * rules.runner_side_play
    inner = outer - 2 * board
    depth, recess, sheet = rules.drawer_groove_depth, rules.drawer_bottom_recess, making.style.back_thickness
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
