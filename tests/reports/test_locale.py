"""Numbers, money, dates and sizes as each language writes them; inches say where they are not exact."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from furnishing.money import Money
from furnishing.units import mm, to_length
from reports.text.languages import Units
from reports.text.locale import Locale, inches

GERMAN, CHINESE, RUSSIAN, SPANISH = (Locale(language=each) for each in ("de", "zh-Hans", "ru", "es"))
INCHES = Locale(units=Units.INCHES)


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        (Locale(), "12\u202f345.5"),
        (GERMAN, "12.345,5"),
        (CHINESE, "12,345.5"),
        (RUSSIAN, "12\u00a0345,5"),
        (SPANISH, "12.345,5"),
    ],
)
def test_digits_are_grouped_from_ten_thousand(locale: Locale, told: str) -> None:
    assert locale.number(Decimal("12345.50")) == told
    assert locale.number(9999) == "9999"


def test_places_that_are_asked_for_are_kept() -> None:
    assert GERMAN.number(Decimal("2.5"), 2) == "2,50"
    assert GERMAN.number(Decimal("-12000"), 2) == "-12.000,00"


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        (Locale(), "1234.50 EUR"),
        (GERMAN, "1234,50\u00a0€"),
        (CHINESE, "€1234.50"),
        (RUSSIAN, "1234,50\u00a0€"),
        (SPANISH, "1234,50\u00a0€"),
    ],
)
def test_money_stands_as_in_its_language(locale: Locale, told: str) -> None:
    assert locale.money(Money.of("1234.5", "EUR")) == told


def test_money_keeps_the_digits_of_its_currency() -> None:
    assert CHINESE.money(Money.of(5000, "JPY")) == "JP¥5000"
    assert GERMAN.money(Money.of("-3.10", "EUR")) == "−3,10\u00a0€"


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        (Locale(), "2026-03-01"),
        (GERMAN, "01.03.2026"),
        (CHINESE, "2026-03-01"),
        (RUSSIAN, "01.03.2026"),
        (SPANISH, "01/03/2026"),
    ],
)
def test_dates_are_figures(locale: Locale, told: str) -> None:
    assert locale.date(datetime.date(2026, 3, 1)) == told


def test_lengths_have_the_decimal_sign_and_no_groups() -> None:
    assert GERMAN.length(mm("12719.5")) == "12719,5"
    assert GERMAN.sized(mm(720)) == "720 mm"
    assert RUSSIAN.size(mm("720.4"), mm(559)) == "720,4 × 559"


@pytest.mark.parametrize(
    ("given_inches", "told"),
    [("28.34375", "28-11/32"), ("0.75", "3/4"), ("24", "24"), ("0", "0"), ("0.015625", "1/64"), ("-1.5", "-1-1/2")],
)
def test_fractions_are_exact_where_they_are(given_inches: str, told: str) -> None:
    assert inches(to_length(given_inches, "in")) == told


def test_a_rounded_size_says_so() -> None:
    assert INCHES.length(mm(720)) == "~28-11/32"
    assert Locale(units=Units.INCHES_16).length(mm(720)) == "~28-3/8"
    assert INCHES.length(mm("19.05")) == "3/4"


@given(some.integers(0, 64 * 200))
def test_every_sixty_fourth_is_exact(parts: int) -> None:
    length = to_length(Decimal(parts) / 64, "in")
    assert not inches(length).startswith("~")


@given(some.integers(1, 5_000_000), some.sampled_from([16, 32, 64]))
def test_a_told_size_is_never_off_by_more_than_half_a_fraction(length: int, denominator: int) -> None:
    told = inches(length, denominator).lstrip("~")
    whole, _, fraction = told.rpartition("-") if "/" in told else (told, "", "0/1")
    over, under = fraction.split("/")
    back = Decimal(whole or 0) + Decimal(over) / Decimal(under)
    assert abs(back * 25400 - length) <= Decimal(25400) / denominator / 2 + 1


def test_areas_weights_and_long_lengths_follow_the_units() -> None:
    assert GERMAN.area(5_270_000_000_000) == "5,27 m²"
    assert INCHES.area(5_270_000_000_000) == "56.73 sq ft"
    assert GERMAN.weight(Decimal("23.45")) == "23,5 kg"
    assert INCHES.weight(Decimal("23.45")) == "51.7 lb"
    assert RUSSIAN.run(mm(12_340)) == "12,3 м"
    assert INCHES.run(mm(12_340)) == "40.5 ft"


def test_cells_for_programs_hold_numbers() -> None:
    assert GERMAN.quantity(mm("719.5")) == Decimal("719.5")
    assert INCHES.quantity(mm("19.05")) == Decimal("0.75")
