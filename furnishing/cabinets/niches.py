"""Niches for appliances: shelves that let air rise behind them, backs cut away, checks that an appliance fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from furnishing.cabinets.interior import fixed_shelf
from furnishing.cabinets.making import Making
from furnishing.cabinets.notches import with_notch
from furnishing.cabinets.panels import Lie, panel
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
    """The part of a space that an appliance fills, from `low` to `high` and back to the wall.

    InputError where the space is too narrow for an appliance, or less than `least` of its height remains.
    """
    wide, tall = making.construction.appliance_niche_width, min(high, space.z + space.dz) - max(low, space.z)
    if space.dx < wide:
        message = f"an appliance needs a niche {show(wide)} mm wide and here are {show(space.dx)} mm"
        raise InputError([Fault("style.carcass_thickness", f"{message}; choose thinner boards or a wider unit")])
    if tall < least:
        message = f"an appliance needs a niche {show(least)} mm high and {show(least - tall)} mm are missing"
        raise InputError([Fault(f"style.{_zone(making)}_height", f"{message}; make the units that much higher")])
    return Box(space.x, making.heel, low, space.dx, space.y + space.dy - making.heel, tall)


def _zone(making: Making) -> str:
    return making.kind.partition("-")[0]


def parted_back(parts: Iterable[Part], low: Length, high: Length) -> tuple[Part, ...]:
    """The parts with the back ending at `low` and a second piece of it from `high` up: none behind the appliances."""
    found = []
    for part in parts:
        if part.role == "back":
            found.append(_ending(part, low))
            rest = part.box.z + part.box.dz - high
            upper = replace(part, id=f"{part.id}.upper", name=f"{part.name} above")
            found.append(replace(upper, box=replace(part.box, z=high, dz=rest), length=rest, cut_length=rest))
        else:
            found.append(part)
    return tuple(found)


def lowered_back(parts: Iterable[Part], top: Length) -> tuple[Part, ...]:
    """The parts with the back ending at `top`, so that pipes and air pass above it."""
    return tuple(_ending(part, top) if part.role == "back" else part for part in parts)


def _ending(part: Part, top: Length) -> Part:
    tall = top - part.box.z
    return replace(part, box=replace(part.box, dz=tall), length=tall, cut_length=tall)


def slot(part: Part, *, x: Length, y: Length, dx: Length, dy: Length, purpose: str) -> Part:
    """A lying part with a cut-out through it."""
    return with_notch(part, Box(x, y, part.box.z, dx, dy, part.box.dz), purpose)


def ventilated(making: Making, parts: Iterable[Part], space: Box) -> tuple[Part, ...]:
    """The parts with a way for air: a grille in the plinth, openings at the rear of bottom and top.

    A plinth too low for a grille stays whole: the air then comes from below it.
    """
    rules = making.construction
    wide, tall = min(rules.vent_cut_width, space.dx), rules.vent_cut_height
    x = space.x + (space.dx - wide) // 2
    found = []
    for part in parts:
        box = part.box
        if part.role in {"bottom", "top"}:
            found.append(slot(part, x=x, y=box.y, dx=wide, dy=tall, purpose="ventilation"))
        elif part.role in {"plinth", "kick"} and box.dz > tall:
            hole = Box(x, box.y, box.z + (box.dz - tall) // 2, wide, box.dy, tall)
            found.append(with_notch(part, hole, "ventilation"))
        else:
            found.append(part)
    return tuple(found)


def rear_rail(making: Making, space: Box) -> Part:
    """A rail on edge at the rear of a space without a back, by which the unit is fixed to the wall."""
    tall = min(making.construction.stretcher_depth, space.dz)
    box = Box(space.x, making.heel, space.z, space.dx, making.board, tall)
    return panel(making, suffix="rail", role="rail", name="Rail", box=box, lie=Lie.ACROSS)
