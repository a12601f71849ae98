"""Framed fronts: stiles over the full height, rails between them on dowels, a panel or a pane in their grooves.

`joinery/frames.py` drills the dowels.
"""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.making import Making
from furnishing.cabinets.panels import Lie, Surface, material_for, pane, panel
from furnishing.parts import Box, Groove, Part
from furnishing.style import FrontLook


def framed(making: Making, box: Box, *, suffix: str, name: str) -> tuple[Part, ...]:
    """The parts of one framed front that fills `box`: left stile, right stile, lower and upper rail, panel."""
    wide = making.construction.frame_width
    inner = Box(box.x + wide, box.y, box.z + wide, box.dx - 2 * wide, box.dy, box.dz - 2 * wide)
    filling = _filling(making, inner, suffix, name)
    grooved = _Frame(making, box, inner, filling.box)
    stiles = [
        grooved.part(f"{suffix}.stile.{hand}", "stile", f"{name} stile {word}", place, Lie.FACING)
        for hand, word, place in (
            ("L", "left", replace(box, dx=wide)),
            ("R", "right", replace(box, x=box.x + box.dx - wide, dx=wide)),
        )
    ]
    rails = [
        grooved.part(f"{suffix}.rail.{word}", "front-rail", f"{name} {word} rail", place, Lie.ACROSS)
        for word, place in (
            ("lower", Box(inner.x, box.y, box.z, inner.dx, box.dy, wide)),
            ("upper", Box(inner.x, box.y, box.z + box.dz - wide, inner.dx, box.dy, wide)),
        )
    ]
    return (*stiles, *rails, filling)


class _Frame:
    """What the members of one frame have in common: the groove for the panel on their inner edges."""

    def __init__(self, making: Making, outer: Box, inner: Box, filling: Box) -> None:
        self.making, self.outer, self.inner, self.filling = making, outer, inner, filling

    def part(self, suffix: str, role: str, name: str, place: Box, lie: Lie) -> Part:
        """One member, grooved where the panel reaches into it."""
        deep, thick = self.making.construction.frame_groove_depth, self.filling.dy
        if role == "stile":
            x = self.inner.x - deep if place.x == self.outer.x else place.x
            hole = Box(x, self.filling.y, place.z, deep, thick, place.dz)
        else:
            z = self.inner.z - deep if place.z == self.outer.z else place.z
            hole = Box(place.x, self.filling.y, z, place.dx, thick, deep)
        groove = Groove(box=hole, depth=deep, width=thick, purpose="front panel")
        return panel(
            self.making,
            suffix=suffix,
            role=role,
            name=name,
            box=place,
            lie=lie,
            surface=Surface.FRONT,
            grooves=(groove,),
        )


def _filling(making: Making, inner: Box, suffix: str, name: str) -> Part:
    """The panel, or the pane of glass, with play at the bottom of each groove, in the middle of the thickness."""
    rules = making.construction
    reach = rules.frame_groove_depth - rules.frame_panel_play
    glass = making.style.front is FrontLook.GLASS
    thick = rules.pane_thickness if glass else rules.frame_panel_thickness
    box = Box(
        inner.x - reach,
        inner.y + (inner.dy - thick) // 2,
        inner.z - reach,
        inner.dx + 2 * reach,
        thick,
        inner.dz + 2 * reach,
    )
    if glass:
        return pane(making, suffix=f"{suffix}.pane", name=f"{name} pane", box=box)
    material_for(making, Surface.FRONT, thick)
    return panel(
        making,
        suffix=f"{suffix}.panel",
        role="front-panel",
        name=f"{name} panel",
        box=box,
        lie=Lie.FACING,
        surface=Surface.FRONT,
    )
