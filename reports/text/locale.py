"""How the papers of a project speak and measure: one value with the words, numbers, lengths, areas and weights."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from furnishing.money import Money
from furnishing.units import MICROMETRES, Length, from_length, show
from reports.text import numbers
from reports.text.languages import SOURCE, Units
from reports.text.words import Value, Words

SQUARE_METRE: Final = 10**12
SQUARE_FOOT: Final = (12 * MICROMETRES["in"]) ** 2
POUND: Final = Decimal("0.45359237")
"""Kilograms in a pound, by its definition of 1959."""

ABOUT: Final = "~"
"""Stands before a size that is not exactly so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """The language and the units of a set of papers. ValueError for a language without texts."""

    language: str = SOURCE
    units: Units = Units.MILLIMETRES

    def __post_init__(self) -> None:
        Words(self.language)

    @property
    def words(self) -> Words:
        """The texts of the language."""
        return Words(self.language)

    @property
    def metric(self) -> bool:
        """Whether lengths are told in millimetres, areas in square metres, weights in kilograms."""
        return self.units is Units.MILLIMETRES

    @property
    def unit(self) -> str:
        """The unit of lengths, as it stands in a title block or the head of a column."""
        return self.text(f"units.{self.units.unit}")

    @property
    def decimal_sign(self) -> str:
        """What stands between whole numbers and their decimals."""
        return numbers.signs(self.language)[0]

    def text(self, key: str, **values: Value) -> str:
        """The text `key` in this language: see `Words.text`."""
        return self.words.text(key, **values)

    def number(self, value: Decimal | int, places: int | None = None) -> str:
        """A number: no trailing zeros unless `places` are asked for, digits grouped from 10,000 on."""
        return numbers.number(value, self.language, places)

    def percent(self, value: Decimal | int, places: int | None = None) -> str:
        """A percentage with its sign."""
        return self.text("units.percent", number=self.number(value, places))

    def amount(self, value: Money) -> str:
        """An amount without its currency, for columns."""
        return numbers.amount(value, self.language)

    def money(self, value: Money) -> str:
        """An amount with its currency."""
        return numbers.money(value, self.language)

    def date(self, value: datetime.date) -> str:
        """A date in figures."""
        return numbers.date(value, self.language)

    def country(self, code: str) -> str:
        """The name of a country by its code of ISO 3166."""
        return numbers.country(code, self.language)

    def length(self, length: Length) -> str:
        """A length without its unit: `719,5`, or `28-11/32` in inches, `~28-11/32` where it is not exactly that.

        Digits are never grouped: a size is read off and typed as it stands.
        """
        if not self.metric:
            return inches(length, self.units.denominator)
        return show(length).replace(".", self.decimal_sign)

    def sized(self, length: Length) -> str:
        """A length with its unit: `719,5 mm`."""
        return f"{self.length(length)} {self.unit}"

    def size(self, *lengths: Length) -> str:
        """Lengths with a cross between them, without their unit: `720 × 559`."""
        return " × ".join(map(self.length, lengths))

    def run(self, length: Length, places: int = 1) -> str:
        """A long length with its unit, such as that of all cuts together: `12,3 m`, `40.4 ft`."""
        per = MICROMETRES["m"] if self.metric else 12 * MICROMETRES["in"]
        return f"{self.number(Decimal(length) / per, places)} {self.text('units.m' if self.metric else 'units.ft')}"

    def area(self, area: int, places: int = 2) -> str:
        """An area of square micrometres with its unit: `5,27 m²`, `56.73 sq ft`."""
        per, unit = (SQUARE_METRE, "units.m2") if self.metric else (SQUARE_FOOT, "units.ft2")
        return f"{self.number(Decimal(area) / per, places)} {self.text(unit)}"

    def weight(self, kilograms: Decimal, places: int = 1) -> str:
        """A weight with its unit: `23,5 kg`, `51.8 lb`."""
        value, unit = (kilograms, "units.kg") if self.metric else (kilograms / POUND, "units.lb")
        rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        return f"{self.number(rounded, places)} {self.text(unit)}"

    def quantity(self, length: Length) -> Decimal:
        """A length as a number for the cells of a table that programs read: exact millimetres, inches to six places."""
        return from_length(length, self.units.unit)


def inches(length: Length, denominator: int = 64) -> str:
    """A length in inches and a fraction, rounded to 1/`denominator`: `28-11/32`, `3/4`, `~1/64`.

    Exact is what `to_length` makes of the fraction: the nearest micrometre. All else stands behind `~`.
    """
    parts = round(Fraction(length * denominator, MICROMETRES["in"]))
    exact = round(Fraction(parts * MICROMETRES["in"], denominator)) == length
    whole, rest = divmod(abs(parts), denominator)
    fraction = Fraction(rest, denominator)
    told = "-".join(each for each in (str(whole) if whole or not rest else "", str(fraction) if rest else "") if each)
    return f"{'' if exact else ABOUT}{'-' if parts < 0 else ''}{told}"


METRIC_ENGLISH: Final = Locale()
"""What papers are written in where nobody says otherwise."""
