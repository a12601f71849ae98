"""Lengths are exact, and text that is no length is refused before it is computed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furnishing.units import MICROMETRES, from_length, mm, plain, show, to_length


def test_thin_bands_and_fractions_of_an_inch_survive() -> None:
    assert mm("0.45") == 450
    assert to_length("0.015625", "in") == 397  # 1/64 in is 396.875 micrometres
    assert from_length(to_length(24, "in"), "in") == 24


@given(st.integers(-(10**9), 10**9), st.sampled_from(sorted(MICROMETRES)))
def test_a_length_written_in_any_unit_reads_back(length: int, unit: str) -> None:
    assert to_length(from_length(length, unit), unit) == length


@given(st.integers(-(10**9), 10**9))
def test_a_shown_length_has_neither_exponent_nor_trailing_zeros(length: int) -> None:
    text = show(length)
    assert mm(text) == length
    assert "E" not in text
    assert not ("." in text and text.endswith(("0", ".")))


@pytest.mark.parametrize("value", ["", "abc", "12,5", "NaN", "-Infinity", "1e999999999", "1e-999999999", "0.00001"])
def test_what_is_no_length_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"number|length|finer"):
        mm(value)


def test_an_unknown_unit_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="unknown unit 'ft'; use one of um, mm, cm, m, in"):
        to_length(1, "ft")


def test_a_zero_of_any_exponent_is_zero() -> None:
    assert mm("0e-5") == 0
    assert mm("0.000000") == 0


def test_plain_keeps_the_number() -> None:
    assert str(plain(Decimal("7.20E+2"))) == "720"
    assert str(plain(Decimal("719.50"))) == "719.5"
