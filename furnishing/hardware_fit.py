"""What a range of runners asks of a drawer box: its length, the air around it, the thickness of its boards."""

from __future__ import annotations

from dataclasses import dataclass

from furnishing.cabinets.making import Making
from furnishing.errors import Fault, InputError
from furnishing.hardware_file import hardware_pack
from furnishing.units import Length, show


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawerFit:
    """A drawer box for the runners of a pack: its length, the gap to the upright on each side, its boards.

    `below` and `above` is the air between the box and what lies below and above it; `recess` the height of the bottom's
    groove above its underside.
    """

    length: Length
    gap: Length
    board: Length
    below: Length
    above: Length
    recess: Length


def drawer_fit(making: Making, depth: Length) -> DrawerFit:
    """The box on the longest runners that fit into a clear depth behind a front.

    Drawer boards thicker than the range can take are replaced by the thickest that it takes. InputError where no
    runner is short enough.
    """
    rules = hardware_pack(making).runners
    fitting = [size for size in rules.sizes if size.depth_least <= depth]
    if not fitting:
        least = min(size.depth_least for size in rules.sizes)
        message = f"drawers have {show(depth)} mm in depth and the shortest runner needs {show(least)} mm"
        fix = f"make the units {show(least - depth)} mm deeper or take doors"
        raise InputError([Fault("style.base_depth", f"{message}; {fix}")])
    board = min(making.thickness("drawer-side"), rules.side_most)
    return DrawerFit(
        length=max(size.box_length for size in fitting),
        gap=rules.less // 2 - board * rules.inner,
        board=board,
        below=rules.below,
        above=rules.above,
        recess=rules.recess,
    )


def drawer_air(making: Making) -> tuple[Length, Length]:
    """The air that runners need below and above a drawer box."""
    rules = hardware_pack(making).runners
    return rules.below, rules.above
