"""What the kitchen made by hand is built from, with prices."""

from __future__ import annotations

from decimal import Decimal

from furnishing import catalogue as goods
from furnishing.grain import BoardGrain
from furnishing.money import Money
from furnishing.units import mm

T = mm(18)


def eur(amount: str) -> Money:
    """Euros."""
    return Money.of(amount, "EUR")


def a_kitchen_catalogue() -> goods.Catalogue:
    """White carcasses, oak fronts, white backs, with prices."""
    return goods.Catalogue(
        name="Test workshop",
        currency="EUR",
        vat_percent=Decimal(21),
        finishes=(
            goods.Finish(code="white", name="White", colour="#f4f2ee", grain=BoardGrain.NONE),
            goods.Finish(code="oak", name="Natural oak", colour="#d9b98a", grain=BoardGrain.LENGTH),
        ),
        materials=(
            goods.Material(code="WHITE-18", name="White melamine", finish="white", thickness=T, density=Decimal(650)),
            goods.Material(code="OAK-18", name="Natural oak décor", finish="oak", thickness=T, density=Decimal(650)),
            goods.Material(code="WHITE-8", name="White back", finish="white", thickness=mm(8), density=Decimal(750)),
        ),
        boards=(
            goods.StockBoard(
                code="WHITE-18-2800", material="WHITE-18", length=mm(2800), width=mm(2070), price=eur("48.50")
            ),
            goods.StockBoard(
                code="OAK-18-2800", material="OAK-18", length=mm(2800), width=mm(2070), price=eur("79.90")
            ),
            goods.StockBoard(
                code="WHITE-8-2800", material="WHITE-8", length=mm(2800), width=mm(2070), price=eur("31.20")
            ),
        ),
        bands=(
            goods.Band(
                code="ABS-WHITE-1",
                name="ABS white 1 mm",
                finish="white",
                thickness=mm(1),
                width=mm(23),
                price=eur("0.55"),
            ),
            goods.Band(
                code="ABS-OAK-1", name="ABS oak 1 mm", finish="oak", thickness=mm(1), width=mm(23), price=eur("0.85")
            ),
        ),
        hardware=(
            goods.HardwareArticle(code="HINGE-110", name="Cup hinge 110°, soft close", unit="piece", price=eur("3.20")),
            goods.HardwareArticle(code="LEG-100", name="Cabinet leg 100 mm", unit="piece", price=eur("0.75")),
            goods.HardwareArticle(code="RAIL", name="Wardrobe rail, oval", unit="metre", price=eur("4.40")),
            goods.HardwareArticle(
                code="RUNNER-500", name="Undermount runner 500, pair", unit="piece", price=eur("21.50")
            ),
        ),
        labour=goods.Labour(
            hourly_rate=eur("48.00"),
            minutes_per_sheet=Decimal(12),
            minutes_per_part=Decimal("2.5"),
            minutes_per_band_metre=Decimal("0.7"),
            minutes_per_cabinet=Decimal(35),
        ),
        saw=goods.Saw(
            kerf=mm(4),
            trim_left=mm(10),
            trim_right=mm(10),
            trim_bottom=mm(10),
            trim_top=mm(10),
            max_stages=3,
            first_cut="any",
        ),
    )
