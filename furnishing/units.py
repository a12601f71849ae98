"""Lengths are whole micrometres, so 0.45 mm bands and 1/64 in survive and nothing is compared with a tolerance.

Text becomes a length only where files, forms and the command line are read; a length becomes text only in
files and reports.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final, TypeAlias

Length: TypeAlias = int
"""A length in whole micrometres."""

MICROMETRES: Final[dict[str, int]] = {"um": 1, "mm": 1_000, "cm": 10_000, "m": 1_000_000, "in": 25_400}
"""How many micrometres one of each unit is."""

MOST_EXPONENT: Final = 18
"""A number below 1e-18 or from 1e19 on is refused before arithmetic: its digits alone could fill the memory."""


def mm(value: int | str | Decimal) -> Length:
    """`value` millimetres as a length; ValueError where it is not a whole number of micrometres."""
    return to_length(value, "mm")


def to_length(value: int | str | Decimal, unit: str) -> Length:
    """`value` in `unit` as a length, rounded to the nearest micrometre for inches, exact for metric units.

    Raises ValueError for text that is no finite number, for an unknown unit, and for a metric value finer
    than a micrometre. A float is refused by type: files are read with decimals kept as they were written.
    """
    if unit not in MICROMETRES:
        raise ValueError(f"unknown unit {unit!r}; use one of {', '.join(MICROMETRES)}")
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ValueError(f"{value!r} is not a number") from None
    if not number.is_finite():
        raise ValueError(f"{value!r} is not a finite number")
    if number and abs(number.adjusted()) > MOST_EXPONENT:
        raise ValueError(f"{value!r} is no length that could be measured")
    exact = Fraction(number) * MICROMETRES[unit]
    if exact.denominator != 1 and unit != "in":
        raise ValueError(f"{value} {unit} is finer than a micrometre (0.001 mm)")
    return round(exact)


def from_length(length: Length, unit: str = "mm") -> Decimal:
    """The exact number of `unit` in a length (inches to six decimals), without trailing zeros."""
    number = Decimal(length) / MICROMETRES[unit]
    if unit == "in":
        number = number.quantize(Decimal("0.000001"))
    return plain(number)


def plain(number: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent: 720 and not 7.2E+2."""
    text = f"{number:f}"  # exact, where quantize and normalize would round at 28 digits
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Decimal(text) or Decimal(0)


def whole_mm(distance: float) -> Length:
    """A measured distance to whole millimetres: more exactness would be a pretence."""
    return round(distance / MICROMETRES["mm"]) * MICROMETRES["mm"]


def show(length: Length, unit: str = "mm") -> str:
    """A length as people read it, without its unit: `720`, `719.5`."""
    return f"{from_length(length, unit):f}"
