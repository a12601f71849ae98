"""Notches that let cables and pipes pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from furnishing.cabinets.making import Making
from furnishing.parts import Box, Notch, Part


def cable_channel(making: Making, parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts with a notch at the rear edge of every partition, top and fixed shelf, so that cables pass behind."""
    wide, deep = making.construction.cable_notch_width, making.construction.cable_notch_depth
    found = []
    for part in parts:
        box = part.box
        hole: Box | None = None
        if part.role == "partition":
            hole = Box(box.x, box.y, box.z + (box.dz - wide) // 2, box.dx, deep, wide)
        elif part.role in {"top", "fixed-shelf"}:
            hole = Box(box.x + (box.dx - wide) // 2, making.rear, box.z, wide, deep, box.dz)
        found.append(part if hole is None else with_notch(part, hole, "cables"))
    return tuple(found)


def with_notch(part: Part, box: Box, purpose: str) -> Part:
    """The part without the wood in `box`, which is as thick as the part."""
    return replace(part, notches=(*part.notches, Notch(box=box, purpose=purpose)))
