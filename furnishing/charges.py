"""What a workshop adds to material and wages: overhead, margin, packing, delivery, fitting, credit for offcuts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from furnishing.money import Money
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What bringing an order costs the workshop: a flat sum, and more for each km of the way or m3 of cabinets."""

    flat: Money
    per_km: Money | None = None
    per_m3: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """What fitting on site costs the workshop: minutes for the order and for each cabinet, at an hourly rate."""

    hourly_rate: Money
    minutes_per_order: Decimal = Decimal(0)
    minutes_per_cabinet: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class OffcutRule:
    """Which rests are kept and what they are worth: the least sides, and points of area (m2) and share of the price.

    Areas rise and shares (0 to 1) do not fall from point to point.
    """

    least_length: Length
    least_width: Length
    value: tuple[tuple[Decimal, Decimal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Charges:
    """How costs become prices. All of it may be left out: then prices are the costs, and only the work is charged.

    `overhead_percent` is added to every cost; `margin_percent` is the part of the price that remains after that.
    `packing` is the packing material of one cabinet. `offcut_credit_percent` is how much of the value of rests that
    stay with the workshop is taken off the price; `offcuts` says which and what they are worth, None as the saw's
    own rules have it. `country` (ISO 3166) is where the workshop pays VAT, empty where the catalogue's rate applies.
    """

    overhead_percent: Decimal = Decimal(0)
    margin_percent: Decimal = Decimal(0)
    packing: Money | None = None
    delivery: Delivery | None = None
    fitting: Fitting | None = None
    offcut_credit_percent: Decimal = Decimal(100)
    offcuts: OffcutRule | None = None
    country: str = ""
    source: str = ""
    """Where the numbers come from, in a sentence."""

    @property
    def factor(self) -> Decimal:
        """Price over cost: 1 without overhead and margin."""
        return (1 + self.overhead_percent / 100) / (1 - self.margin_percent / 100)


NO_CHARGES: Final = Charges()
"""A catalogue that says nothing of charges."""
