"""Value added tax by country: rates with the day from which they hold, from `data/vat.json`, which names its sources.

A quote says by which rule it counts; whether the rule is right for a sale is for a tax adviser to say.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib import resources
from typing import Final

from furnishing.money import Money
from furnishing.reading import Fields, open_record

FORMAT: Final = "furnish-vat/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A percentage, and the day from which it holds."""

    since: datetime.date
    percent: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduced:
    """A lower rate: `code` chooses it, `condition` says in a sentence when it may be used."""

    code: str
    percent: Decimal
    condition: str
    needs_fitting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """The VAT of a country, by its code of ISO 3166. `rates` with the earliest first; `eu`: in the Union's VAT area.

    `vat_id` is how its VAT ids begin.
    """

    code: str
    name: str
    eu: bool
    vat_id: str
    rates: tuple[Rate, ...]
    reduced: tuple[Reduced, ...] = ()

    def standard(self, day: datetime.date | None = None) -> Decimal:
        """The standard rate on a day; the latest known where none is given, the earliest known before that."""
        held = [rate for rate in self.rates if day is None or rate.since <= day]
        return (held[-1] if held else self.rates[0]).percent


@dataclass(frozen=True, slots=True, kw_only=True)
class VatData:
    """All countries by code, and by currency the step to which what is paid is rounded."""

    countries: dict[str, Country]
    cash_rounding: dict[str, Decimal]


@cache
def vat_data() -> VatData:
    """The rates in the program's own data."""
    text = (resources.files("furnishing") / "data" / "vat.json").read_text("utf-8")
    return read_vat(text, "vat.json")


def read_vat(text: str | bytes, source: str = "") -> VatData:
    """The rates that a file says; InputError with every fault of it."""
    fields = open_record(text, FORMAT, source)
    for name in ("source", "as_of", "reverse_charge_source"):
        fields.text(name, most=1000)
    found = [_country(each) for each in fields.records("countries", least=1)]
    steps: dict[str, Decimal] = {}
    for each in fields.records("cash_rounding"):
        each.text("source", most=1000)
        steps[each.text("currency")] = each.number("step", least=Decimal("0.001"))
    fields.finish()
    return VatData(countries={each.code: each for each in found}, cash_rounding=steps)


def _country(fields: Fields) -> Country:
    code = fields.text("code", most=2)
    fields.text("note", "", most=500)
    rates = tuple(_rate(each) for each in fields.records("rates", least=1))
    return Country(
        code=code,
        name=fields.text("name"),
        eu=fields.boolean("eu", False),
        vat_id=fields.text("vat_id", code),
        rates=tuple(sorted(rates, key=lambda each: each.since)),
        reduced=tuple(_reduced(each) for each in fields.records("reduced", default=())),
    )


def _rate(fields: Fields) -> Rate:
    return Rate(since=read_date(fields, "since") or datetime.date.min, percent=fields.number("percent", most=100))


def _reduced(fields: Fields) -> Reduced:
    fields.text("source", most=1000)
    return Reduced(
        code=fields.text("code"),
        percent=fields.number("percent", most=100),
        condition=fields.text("condition", most=500),
        needs_fitting=fields.boolean("needs_fitting", False),
    )


def read_date(fields: Fields, name: str) -> datetime.date | None:
    """A day such as `2026-03-01`; None where the field is missing or empty."""
    text = fields.text(name, "", most=40)
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        fields.fault(name, f'"{text}" is no date; write it as 2026-03-01')
        return None


def countries() -> tuple[str, ...]:
    """The codes of all countries whose VAT is known."""
    return tuple(vat_data().countries)


def is_reverse_charge(seller: str, buyer: str, vat_id: str) -> bool:
    """Whether a business in another country of the Union pays the VAT itself: with a VAT id of its own country."""
    known = vat_data().countries
    if seller == buyer or seller not in known or buyer not in known:
        return False
    own = "".join(vat_id.split()).upper()
    return known[seller].eu and known[buyer].eu and own.startswith(known[buyer].vat_id) and len(own) > 4


def payable(amount: Money) -> Money:
    """What can be paid of an amount: rounded half-up to the smallest coin in use, where the currency lacks cents."""
    step = vat_data().cash_rounding.get(amount.currency)
    if step is None:
        return amount
    return Money.of((amount.amount / step).to_integral_value(ROUND_HALF_UP) * step, amount.currency)
