"""The part `charges` of a catalogue file; docs/catalogue.md lists its fields and says where the numbers come from."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Final

from furnishing.charges import NO_CHARGES, Charges, Delivery, Fitting, OffcutRule
from furnishing.json_text import JsonValue
from furnishing.money import Money
from furnishing.reading import Fields
from furnishing.units import Length, from_length, mm
from furnishing.vat import countries

MOST_OVERHEAD: Final = 500
MOST_MARGIN: Final = 90
"""A margin of 100 % would ask an endless price."""

LEAST_SIDES: Final[tuple[Length, Length]] = (mm(10), mm(10_000))


def read_charges(fields: Fields | None, currency: str) -> Charges:
    """The charges of a catalogue; none where it has no such part."""
    if fields is None:
        return NO_CHARGES
    return Charges(
        source=fields.text("source", "", most=1000),
        overhead_percent=fields.number("overhead_percent", Decimal(0), most=MOST_OVERHEAD),
        margin_percent=fields.number("margin_percent", Decimal(0), most=MOST_MARGIN),
        packing=_money(fields, "packing_per_cabinet", currency),
        delivery=_delivery(fields.optional_record("delivery"), currency),
        fitting=_fitting(fields.optional_record("fitting"), currency),
        offcut_credit_percent=fields.number("offcut_credit_percent", Decimal(100), most=100),
        offcuts=_offcuts(fields.optional_record("offcuts")),
        country=read_country(fields, "country"),
    )


def read_country(fields: Fields, name: str) -> str:
    """The code of a country whose VAT is known; empty where the field is missing."""
    code = fields.text(name, "", most=40)
    if code and code not in countries():
        fields.fault(name, f'"{code}" is no country whose VAT is known; use one of {", ".join(countries())}')
        return ""
    return code


def _money(fields: Fields, name: str, currency: str) -> Money | None:
    """An amount of 0 or more in the catalogue's currency; None where the field is missing."""
    if fields.optional(name, lambda _: 1) is None:
        return None
    amount = fields.number(name)
    try:
        return Money.exactly(amount, currency)
    except ValueError as error:
        fields.fault(name, str(error))
        return Money.of(0, currency)


def _sum(fields: Fields, name: str, currency: str) -> Money:
    """An amount that must be given."""
    if not fields.has(name):
        fields.take(name)
    return _money(fields, name, currency) or Money.of(0, currency)


def _delivery(fields: Fields | None, currency: str) -> Delivery | None:
    if fields is None:
        return None
    return Delivery(
        flat=_sum(fields, "flat", currency),
        per_km=_money(fields, "per_km", currency),
        per_m3=_money(fields, "per_m3", currency),
    )


def _fitting(fields: Fields | None, currency: str) -> Fitting | None:
    if fields is None:
        return None
    return Fitting(
        hourly_rate=_sum(fields, "hourly_rate", currency),
        minutes_per_order=fields.number("minutes_per_order", Decimal(0), most=10_000),
        minutes_per_cabinet=fields.number("minutes_per_cabinet", Decimal(0), most=10_000),
    )


def _offcuts(fields: Fields | None) -> OffcutRule | None:
    if fields is None:
        return None
    points = tuple((each.number("area_m2", most=100), each.number("share", most=1)) for each in fields.records("value"))
    if any(more <= less or high < low for (less, low), (more, high) in pairwise(points)):
        fields.fault("value", "areas must rise and shares must not fall from each point to the next; sort them")
    return OffcutRule(
        least_length=fields.length("least_length", least=LEAST_SIDES[0], most=LEAST_SIDES[1]),
        least_width=fields.length("least_width", least=LEAST_SIDES[0], most=LEAST_SIDES[1]),
        value=points,
    )


def charges_record(charges: Charges, unit: str) -> JsonValue:
    """The charges as a record that reads back equal; what was not said is left out."""
    record: dict[str, JsonValue] = {"source": charges.source} if charges.source else {}
    record |= {
        "overhead_percent": charges.overhead_percent,
        "margin_percent": charges.margin_percent,
        "offcut_credit_percent": charges.offcut_credit_percent,
    }
    if charges.country:
        record["country"] = charges.country
    if charges.packing is not None:
        record["packing_per_cabinet"] = charges.packing.amount
    if charges.delivery is not None:
        record["delivery"] = _amounts(
            flat=charges.delivery.flat, per_km=charges.delivery.per_km, per_m3=charges.delivery.per_m3
        )
    if charges.fitting is not None:
        record["fitting"] = {
            "hourly_rate": charges.fitting.hourly_rate.amount,
            "minutes_per_order": charges.fitting.minutes_per_order,
            "minutes_per_cabinet": charges.fitting.minutes_per_cabinet,
        }
    if charges.offcuts is not None:
        record["offcuts"] = {
            "least_length": from_length(charges.offcuts.least_length, unit),
            "least_width": from_length(charges.offcuts.least_width, unit),
            "value": [{"area_m2": area, "share": share} for area, share in charges.offcuts.value],
        }
    return record


def _amounts(**given: Money | None) -> dict[str, JsonValue]:
    return {name: each.amount for name, each in given.items() if each is not None}
