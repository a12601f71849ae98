"""Money is a decimal with its currency, rounded half-up once per line; totals are sums of rounded lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

MINOR_DIGITS: Final[dict[str, int]] = {
    **dict.fromkeys(("CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}
"""Digits after the point by currency (ISO 4217); two where a currency is not named."""


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount already rounded to the minor unit of its currency, such as `Money(Decimal("48.50"), "EUR")`."""

    amount: Decimal
    currency: str

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> Money:
        """`amount` rounded half-up to the minor unit of `currency`."""
        step = Decimal(1).scaleb(-MINOR_DIGITS.get(currency, 2))
        return cls(Decimal(amount).quantize(step, rounding=ROUND_HALF_UP), currency)

    @classmethod
    def exactly(cls, amount: Decimal, currency: str) -> Money:
        """`amount` as it stands; ValueError where it is finer than the minor unit of `currency`."""
        rounded = cls.of(amount, currency)
        if rounded.amount != amount:
            digits = MINOR_DIGITS.get(currency, 2)
            raise ValueError(f"{amount} {currency} has more than {digits} digits after the point; round it")
        return rounded

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be added; convert one of them first")
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        return self + other.times(-1)

    def times(self, factor: Decimal | int) -> Money:
        """This amount times a number, rounded half-up: the price of one line."""
        return Money.of(self.amount * factor, self.currency)

    def __str__(self) -> str:
        return f"{self.amount:,.{MINOR_DIGITS.get(self.currency, 2)}f} {self.currency}"


def total(lines: Iterable[Money], currency: str) -> Money:
    """The sum of rounded lines; zero in `currency` where there are none."""
    return sum(lines, start=Money.of(0, currency))
