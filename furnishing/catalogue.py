"""What can be bought: finishes, materials, boards, edge bands, hardware, labour, with units and one currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from furnishing.charges import NO_CHARGES, Charges
from furnishing.grain import BoardGrain
from furnishing.money import Money
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """How a surface looks: a name for people, the colour drawings use (`#rrggbb`), any grain."""

    code: str
    name: str
    colour: str
    grain: BoardGrain


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A finish at one thickness. `density` in kg/m3."""

    code: str
    name: str
    finish: str
    thickness: Length
    density: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class StockBoard:
    """A size in which a material is bought: raw sizes, price of one board, how many are there (None: any number)."""

    code: str
    material: str
    length: Length
    width: Length
    price: Money
    quantity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """An edge band on a coil: `thickness` adds to the part; price of one metre."""

    code: str
    name: str
    finish: str
    thickness: Length
    width: Length
    price: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class HardwareArticle:
    """A bought article; `unit` is `piece`, `metre` or `square-metre`, `price` that of one unit."""

    code: str
    name: str
    unit: str
    price: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Labour:
    """What work costs: an hourly rate and minutes per unit of work. The minutes are workshop defaults.

    `saw_time_percent` is how much of the time that the model of the saw counts is charged; `minutes_per_sheet` is
    what comes on top, to fetch a board and stack its parts.
    """

    hourly_rate: Money
    minutes_per_sheet: Decimal
    minutes_per_part: Decimal
    minutes_per_band_metre: Decimal
    minutes_per_cabinet: Decimal
    saw_time_percent: Decimal = Decimal(100)
    minutes_per_bore: Decimal = Decimal(0)
    minutes_per_groove: Decimal = Decimal(0)
    minutes_per_packed_cabinet: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saw:
    """The workshop's saw: kerf, trims of every board, stages (None: no limit), `length`, `width` or `any` cut first."""

    kerf: Length
    trim_left: Length
    trim_right: Length
    trim_bottom: Length
    trim_top: Length
    max_stages: int | None
    first_cut: str


Coded = TypeVar("Coded", Finish, Material, Band, HardwareArticle)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything that can be bought, and what the workshop works with.

    `vat_percent` applies where neither the charges nor an order name a country. Prices are what the workshop pays.
    `note` says in a sentence where the numbers come from.
    """

    name: str
    currency: str
    vat_percent: Decimal
    finishes: tuple[Finish, ...]
    materials: tuple[Material, ...]
    boards: tuple[StockBoard, ...]
    bands: tuple[Band, ...]
    hardware: tuple[HardwareArticle, ...]
    labour: Labour
    saw: Saw
    note: str = ""
    charges: Charges = NO_CHARGES

    def finish(self, code: str) -> Finish:
        """The finish with this code; KeyError where there is none."""
        return _by_code(self.finishes, code)

    def material(self, code: str) -> Material:
        """The material with this code; KeyError where there is none."""
        return _by_code(self.materials, code)

    def band(self, code: str) -> Band:
        """The edge band with this code; KeyError where there is none."""
        return _by_code(self.bands, code)

    def article(self, code: str) -> HardwareArticle:
        """The hardware article with this code; KeyError where there is none."""
        return _by_code(self.hardware, code)

    def material_of(self, finish: str, thickness: Length) -> Material:
        """The material of a finish at a thickness; KeyError where the catalogue has none."""
        for material in self.materials:
            if material.finish == finish and material.thickness == thickness:
                return material
        raise KeyError(f"{finish} {thickness}")

    def boards_of(self, material: str) -> tuple[StockBoard, ...]:
        """The board sizes in which a material is bought."""
        return tuple(board for board in self.boards if board.material == material)


def _by_code(items: tuple[Coded, ...], code: str) -> Coded:
    for item in items:
        if item.code == code:
            return item
    raise KeyError(code)
