"""Niches for appliances: shelves that let air rise behind them, backs cut away, checks that an appliance fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from furnishing.cabinets.interior import fixed_shelf
from furnishing.cabinets.making import Making
from furnishing.cabinets.notches import with_notch
from furnishing.errors import Fault, InputError
from furnishing.parts import Box, Part
from furnishing.units import Length, show


def vented_shelf(making: Making, space: Box, z: Length) -> tuple[Part, Box, Box]:
    """A fixed shelf that stays clear of the back so that warm air rises; with the spaces below and above it."""
    vent = making.construction.appliance_vent
    part, below, above = fixed_shelf(making, replace(space, y=space.y + vent, dy=space.dy - vent), z)
    return (
        part,
        replace(below, y=space.y, dy=space.dy),
        replace(above, y=space.y, dy=space.dy),
    )


def niche(making: Making, space: Box, low: Length, high: Length, least: Length) -> Box:
    """The part of a space that an appliance fills, from `low` to `high`.

    InputError where the space is too narrow for an appliance, or less than `least` of its height remains.
    """
    wide, tall = making.construction.appliance_niche_width, min(high, space.z + space.dz) - max(low, space.z)
    if space.dx < wide:
        message = f"an appliance needs a niche {show(wide)} mm wide and here are {show(space.dx)} mm"
        raise InputError([Fault("style.carcass_thickness", f"{message}; choose thinner boards or a wider unit")])
    if tall < least:
        message = f"an appliance needs a niche {show(least)} mm high and {show(least - tall)} mm are missing"
        raise InputError([Fault(f"style.{_zone(making)}_height", f"{message}; make the units that much higher")])
    return replace(space, z=low, dz=tall)


def _zone(making: Making) -> str:
    return making.kind.partition("-")[0]


def open_back(making: Making, parts: Iterable[Part], space: Box) -> tuple[Part, ...]:
    """The parts with the back cut away behind a space, a margin left all round."""
    margin = making.construction.cut_margin
    return tuple(
        with_notch(
            part,
            Box(
                space.x + margin,
                part.box.y,
                space.z + margin,
                space.dx - 2 * margin,
                part.box.dy,
                space.dz - 2 * margin,
            ),
            "ventilation",
        )
        if part.role == "back"
        else part
        for part in parts
    )


def lowered_back(parts: Iterable[Part], top: Length) -> tuple[Part, ...]:
    """The parts with the back ending at `top`, so that pipes and air pass above it."""
    return tuple(_ending(part, top) if part.role == "back" else part for part in parts)


def _ending(part: Part, top: Length) -> Part:
    tall = top - part.box.z
    return replace(part, box=replace(part.box, dz=tall), length=tall, cut_length=tall)


def slot(part: Part, *, x: Length, y: Length, dx: Length, dy: Length, purpose: str) -> Part:
    """A lying part with a cut-out through it."""
    return with_notch(part, Box(x, y, part.box.z, dx, dy, part.box.dz), purpose)
