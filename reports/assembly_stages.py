"""What the steps of an assembly are: their stages in order, the parts and fittings of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from furnishing.cabinets.cabinet import HardwareItem
from furnishing.parts import Part


class Stage(StrEnum):
    """What a step does; also the name of its text."""

    FITTINGS = "fittings"
    FRAMES = "frames"
    JOIN = "join"
    BACK = "back"
    CLOSE = "close"
    FILLER = "filler"
    LEGS = "legs"
    WALL = "wall"
    INSIDE = "inside"
    BOXES = "boxes"
    DRAWERS = "drawers"
    FRONTS = "fronts"
    HANDLES = "handles"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: the parts that come to those that are there `before`, and the fittings that are used.

    `shown` are the parts of its picture; those in `parts` are moved towards their place.
    """

    stage: Stage
    parts: tuple[Part, ...]
    before: tuple[Part, ...]
    hardware: tuple[HardwareItem, ...] = ()
    shown: tuple[Part, ...] = ()
    grooved: bool = False


Planned: TypeAlias = tuple[Stage, tuple[Part, ...], tuple[Part, ...]]
"""Stage, new parts, and the parts to show where those are others."""
