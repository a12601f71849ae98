"""The fronts of a tall unit: where they meet, in line with the base units beside it, and how low ones open."""

from __future__ import annotations

from furnishing.cabinets.fronts import Area, Fronts, doors, false_front, flap
from furnishing.cabinets.making import Making
from furnishing.errors import Fault, InputError
from furnishing.hardware_file import hardware_pack
from furnishing.units import Length, show


def front_line(making: Making) -> Length:
    """The height at which lower fronts end and upper ones begin.

    InputError where the unit is not high enough for fronts above it.
    """
    line, least = making.style.base_height, making.construction.drawer_front_least
    if making.size.height - line < least:
        message = f"a tall unit of {show(making.size.height)} mm has no room above the line of the base units"
        raise InputError([Fault("style.tall_height", f"{message} at {show(line)} mm; make it higher")])
    return line


def doors_or_flap(making: Making, area: Area) -> Fronts:
    """Doors, or a flap that opens upwards where they would be too low for two hinges; fixed where no lift takes it."""
    if area.height >= making.construction.flap_below:
        return doors(making, area)
    return flap(making, area) if area.height >= lowest_flap(making) else false_front(making, area)


def lowest_flap(making: Making) -> Length:
    """The lowest flap that the lifts of the hardware pack hold."""
    return hardware_pack(making).lifts.height_least
