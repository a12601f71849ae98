"""The check character of codes: every wrong and every swapped sign is caught."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furnishing.errors import InputError
from reports.check_character import SIGNS, check_character, checked, unchecked

CODES = st.text(alphabet=SIGNS, min_size=1, max_size=30)


def test_a_code_reads_back_and_stays_whole() -> None:
    assert checked("K03.side.L") == "K03.side.L*E"
    assert unchecked("K03.side.L*E") == "K03.side.L"


def test_small_letters_may_be_typed_for_capitals() -> None:
    assert check_character("k03.SIDE.l") == check_character("K03.side.L")


@given(CODES, st.data())
def test_one_wrong_sign_is_caught(code: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(code) - 1))
    wrong = data.draw(st.sampled_from([sign for sign in SIGNS if sign != code[at]]))
    with pytest.raises(InputError):
        unchecked(f"{code[:at]}{wrong}{code[at + 1 :]}*{check_character(code)}")


@given(CODES, st.data())
def test_two_swapped_signs_are_caught(code: str, data: st.DataObject) -> None:
    one, other = sorted(data.draw(st.tuples(*[st.integers(0, len(code) - 1)] * 2)))
    if code[one] == code[other]:
        return
    signs = list(code)
    signs[one], signs[other] = signs[other], signs[one]
    with pytest.raises(InputError):
        unchecked(f"{''.join(signs)}*{check_character(code)}")


@given(CODES)
def test_a_wrong_check_character_is_caught(code: str) -> None:
    for sign in SIGNS:
        if sign != check_character(code):
            with pytest.raises(InputError):
                unchecked(f"{code}*{sign}")


@given(st.text(min_size=1, max_size=20).filter(lambda text: text.strip() == text))
def test_any_id_at_all_reads_back(code: str) -> None:
    assert unchecked(checked(code)) == code


@pytest.mark.parametrize("scanned", ["", "K01", "*A", "K01*", "5901234123457"])
def test_what_is_no_code_of_ours_is_told_with_a_way_out(scanned: str) -> None:
    with pytest.raises(InputError, match="scan it again"):
        unchecked(scanned)
