"""What is wanted of a room, as data: appliances, metres of rail and shelf, drawers, a budget. Not where it stands.

A programme names needs; a style names looks and sizes. The layout search turns both into placements.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from furnishing.units import MICROMETRES, Length

MM = MICROMETRES["mm"]


class Purpose(StrEnum):
    """What a room is furnished as."""

    KITCHEN = "kitchen"
    WARDROBE = "wardrobe"
    BOOKCASE = "bookcase"
    TV = "tv"
    HALLWAY = "hallway"
    STUDY = "study"
    BATHROOM = "bathroom"


class Shape(StrEnum):
    """How the runs of a kitchen lie to each other."""

    ANY = "any"
    LINE = "I"
    ANGLE = "L"
    HORSESHOE = "U"
    GALLEY = "galley"
    ISLAND = "island"


class Hand(StrEnum):
    """The hand the cook works with: dishes go from the sink towards the other hand."""

    LEFT = "left"
    RIGHT = "right"


class OvenPlace(StrEnum):
    """Where an oven is built in."""

    NONE = "none"
    BASE = "base"
    TALL = "tall"
    ANY = "any"


class Storage(StrEnum):
    """What base units without an appliance hold."""

    DRAWERS = "drawers"
    DOORS = "doors"
    MIXED = "mixed"


class Doors(StrEnum):
    """How a wardrobe is closed."""

    ANY = "any"
    HINGED = "hinged"
    SLIDING = "sliding"


@dataclass(frozen=True, slots=True, kw_only=True)
class KitchenWish:
    """A kitchen. Widths of 0 mean: none wanted. `fridge`, `larder`, `broom` are tall units, counted."""

    shape: Shape = Shape.ANY
    hand: Hand = Hand.RIGHT
    user_height: Length = 1700 * MM
    sink: Length = 600 * MM
    dishwasher: Length = 600 * MM
    washer: bool = False
    hob: Length = 600 * MM
    gas: bool = False
    oven: OvenPlace = OvenPlace.ANY
    microwave: bool = False
    fridge: int = 1
    larder: int = 0
    broom: int = 0
    hood: bool = True
    wall_units: bool = True
    storage: Storage = Storage.MIXED
    pullout: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WardrobeWish:
    """Clothes: metres of rail for long and for short things, metres of shelf, drawers, pairs of shoes."""

    persons: int = 2
    hang_long: Length = 1000 * MM
    hang_short: Length = 1500 * MM
    shelves: Length = 3000 * MM
    drawers: int = 4
    shoes: int = 8
    doors: Doors = Doors.ANY


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """What is wanted of one room. Fields that its purpose has no use for stay at 0.

    `shelf` metres of books, `screen` the width of a television, `seat` a bench, `coats` metres of rail, `shoes`
    pairs, `desk` and `vanity` their widths. `budget` is net, in the currency of the catalogue.
    """

    name: str
    purpose: Purpose
    kitchen: KitchenWish = field(default_factory=KitchenWish)
    wardrobe: WardrobeWish = field(default_factory=WardrobeWish)
    shelf: Length = 0
    screen: Length = 0
    seat: bool = False
    coats: Length = 0
    shoes: int = 0
    desk: Length = 0
    vanity: Length = 0
    budget: Decimal | None = None
    style: str = ""
