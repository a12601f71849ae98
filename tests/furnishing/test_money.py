"""Money is rounded half-up per line, and totals are sums of rounded lines."""

from __future__ import annotations

from decimal import Decimal

import pytest

from furnishing.money import Money, total


def test_half_a_cent_is_rounded_up() -> None:
    assert Money.of("0.125", "EUR").amount == Decimal("0.13")
    assert Money.of("-0.125", "EUR").amount == Decimal("-0.13")


def test_currencies_have_their_own_minor_unit() -> None:
    assert str(Money.of("1234.5", "JPY")) == "1,235 JPY"
    assert str(Money.of("1.0005", "KWD")) == "1.001 KWD"
    assert str(Money.of("1234.5", "EUR")) == "1,234.50 EUR"


def test_a_total_is_the_sum_of_rounded_lines() -> None:
    line = Money.of("0.33", "EUR").times(Decimal("0.5"))
    assert line.amount == Decimal("0.17")
    assert total([line, line, line], "EUR").amount == Decimal("0.51")


def test_the_total_of_nothing_is_zero_in_its_currency() -> None:
    assert total([], "CHF") == Money.of(0, "CHF")


def test_two_currencies_are_not_added() -> None:
    with pytest.raises(ValueError, match="EUR and CHF cannot be added; convert one of them first"):
        Money.of(1, "EUR") + Money.of(1, "CHF")


def test_subtraction_keeps_the_currency() -> None:
    assert Money.of(3, "EUR") - Money.of("1.25", "EUR") == Money.of("1.75", "EUR")


def test_a_price_finer_than_a_cent_is_refused_where_it_must_be_exact() -> None:
    assert Money.exactly(Decimal("0.10"), "EUR") == Money.of("0.1", "EUR")
    with pytest.raises(ValueError, match=r"0\.105 EUR has more than 2 digits after the point"):
        Money.exactly(Decimal("0.105"), "EUR")
