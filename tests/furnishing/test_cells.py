"""Interiors are a tree of bays and levels, written as text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furnishing.cabinets.cells import COUNTED, Cell, Content, Share, divide, read_cell, write_cell
from furnishing.units import mm

SHARES = st.one_of(
    st.integers(1, 9).map(lambda parts: Share(parts=parts)),
    st.integers(1, 2_500_000).map(lambda length: Share(length=length)),
)
CONTENTS = st.sampled_from(Content).flatmap(
    lambda content: (
        st.integers(1, COUNTED[content]).map(lambda count: Cell(content=content, count=count))
        if content in COUNTED
        else st.just(Cell(content=content))
    )
)


def _divisions(inner: st.SearchStrategy[Cell]) -> st.SearchStrategy[Cell]:
    return st.lists(st.tuples(SHARES, inner), min_size=1, max_size=4).flatmap(
        lambda pairs: st.sampled_from(["bays", "levels"]).map(
            lambda across: Cell(
                across=across, shares=tuple(pair[0] for pair in pairs), cells=tuple(pair[1] for pair in pairs)
            )
        )
    )


CELLS = st.recursive(CONTENTS, _divisions, max_leaves=6)


@given(CELLS)
def test_a_division_written_reads_back_equal(cell: Cell) -> None:
    assert read_cell(write_cell(cell)) == cell


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(100, 3000))
def test_shares_fill_the_length_exactly_and_in_proportion(parts: list[int], total: int) -> None:
    found = divide(mm(total), [Share(parts=each) for each in parts], mm(1))
    assert sum(found) == mm(total)
    assert all(
        abs(size - mm(total) * each // sum(parts)) < mm(len(parts) + 1) for size, each in zip(found, parts, strict=True)
    )


def test_fixed_sizes_stay_and_shares_take_the_rest() -> None:
    assert divide(mm(1000), [Share(length=mm(300)), Share(), Share(parts=3)], mm(1)) == (mm(300), mm(175), mm(525))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a cell is missing"),
        ("bays[", "a cell is missing"),
        ("bays[open", "']' is missing"),
        ("shelves 13", "13 shelves are more than 12"),
        ("cupboard", "'cupboard' at 1 is not known"),
        ("open open", "was not expected there"),
        ("doors[doors[open]]", "leave one of them out"),
        ("levels[?: open]", "'?' at"),
        ("levels[" * 9 + "open" + "]" * 9, "deeper than 6"),
    ],
)
def test_a_wrong_text_says_what_and_where(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read_cell(text)


def test_sizes_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="500 mm are asked for and 400 mm are there"):
        divide(mm(400), [Share(length=mm(500))], mm(1))
    with pytest.raises(ValueError, match="leave one size open"):
        divide(mm(600), [Share(length=mm(500))], mm(1))
