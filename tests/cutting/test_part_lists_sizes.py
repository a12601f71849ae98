"""Sizes, marks and materials of lists: what people write, and what is made of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cutting.part_lists import Asked, PartList, read_part_list
from cutting.part_lists.job import ReadyList, job_of_list
from cutting.part_lists.size_text import decimal_sign, take_apart, to_size
from cutting.part_lists.stock import Terms, board_of
from furnishing.catalogue_file import default_catalogue
from furnishing.errors import InputError
from furnishing.grain import BoardGrain, Grain
from furnishing.units import Length, mm
from tests.cutting.part_list_samples import workbook


def size(text: str, unit: str = "mm") -> Length:
    """A size that stands alone in its list."""
    taken = take_apart(text)
    return to_size(taken, unit, decimal_sign([taken.number]))


def the_list(text: str, **asked: str) -> PartList:
    """A list of sizes and more, as text."""
    return read_part_list(text.encode(), asked=Asked(**asked))  # type: ignore[arg-type]


def ready(text: str, *boards: str, **terms: object) -> ReadyList:
    """The job of a list."""
    return job_of_list(the_list(text), Terms(boards=boards, **terms), default_catalogue())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("720", mm(720)),
        ("719,5", mm("719.5")),
        ("795 mm", mm(795)),
        ("72cm", mm(720)),
        ("0,72 m", mm(720)),
        ("1.234,5", mm("1234.5")),
        ("1,234.5", mm("1234.5")),
        ("1 200 mm", mm(1200)),
        ("720.000", mm(720)),
        ("750 мм", mm(750)),
        ('23 1/2"', 596_900),
        ("23-1/2in", 596_900),
        ("23.5in", 596_900),
        ("23½ in", 596_900),
        ("1/64 in", 397),
        ("7' 6 1/2\"", 2_298_700),
        ("7'", 2_133_600),
    ],
)
def test_sizes_are_read_as_people_write_them(text: str, wanted: Length) -> None:
    assert size(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "abc", "-5", "0", "1.200", "1,200", "23 5/2", "23 1/0", "12 1/2 mm", "720 px", "200 m", "0.0001", "1e5"],
)
def test_what_is_no_size_or_unclear_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        size(text)


@given(st.integers(0, 100), st.integers(0, 63))
def test_every_64th_of_an_inch_is_read_to_the_micrometre(whole: int, part: int) -> None:
    if whole or part:
        assert size(f'{whole} {part}/64"') == round(Fraction(64 * whole + part, 64) * 25_400)


def test_the_decimal_sign_of_the_list_settles_what_one_number_leaves_open() -> None:
    rows = the_list("Length;Width\n1.200;300,5\n720,25;600\n").rows
    assert [row.length for row in rows] == [mm(1200), mm("720.25")]


def test_a_list_with_both_decimal_signs_is_refused_until_one_is_named() -> None:
    text = "Length;Width\n1.200;300,5\n720.25;600\n"
    with pytest.raises(InputError, match="--decimal"):
        the_list(text)


def test_cells_in_another_unit_are_refused_with_their_rows() -> None:
    with pytest.raises(InputError) as refused:
        the_list("Length,Width\n720 mm,300 mm\n28 in,300 mm\n")
    assert [fault.where for fault in refused.value.faults] == ["row 3, Length (A)"]


def test_numbers_beside_inches_are_inches_and_this_is_said() -> None:
    listed = the_list("Length,Width\n23 1/2,16\n")
    assert listed.rows[0].width == 16 * 25_400
    assert any("inches" in sentence for sentence in listed.said)


def test_numbers_of_a_workbook_lose_only_binary_digits() -> None:
    (row,) = read_part_list(workbook([["Length", "Width"], [719.9999999999999, 0.1 + 0.2 + 600]])).rows
    assert (row.length, row.width) == (mm(720), mm("600.3"))


def test_finished_sizes_lose_their_bands_once() -> None:
    text = "Length,Width,L1,L2,W1,Label\n720,560,ABS 1 mm,ABS 1 mm,ABS 2 mm,side\n"
    (piece,) = ready(text, "2800x2070", finished=True).job.pieces
    assert (piece.length, piece.width) == (mm(718), mm(558))
    kept = ready(text, "2800x2070")
    assert (kept.job.pieces[0].length, kept.parts[0].finished_length) == (mm(720), mm(722))


def test_a_band_of_unknown_thickness_is_asked_for_only_where_it_is_taken_off() -> None:
    text = "Length,Width,L1,Label\n720,560,white,side\n"
    assert ready(text, "2800x2070").job.pieces[0].width == mm(560)
    with pytest.raises(InputError, match="--band 'white=1'"):
        ready(text, "2800x2070", finished=True)
    assert ready(text, "2800x2070", finished=True, bands={"white": "0.8"}).job.pieces[0].width == mm("559.2")


def test_unlike_thicknesses_never_share_a_board() -> None:
    text = "Length,Width,Thickness,Material\n720,560,18,oak\n720,560,8,oak\n"
    assert ready(text, "2800x2070").job.materials == ("oak 18 mm", "oak 8 mm")


def test_boards_come_from_the_catalogue_by_code_and_bring_their_grain() -> None:
    made = ready("Length,Width,Material\n720,560,oak-18\n")
    assert {board.material for board in made.job.boards} == {"oak-18"}
    assert made.job.pieces[0].grain is Grain.LENGTH


def test_a_material_without_boards_and_a_board_without_parts_are_told_together() -> None:
    with pytest.raises(InputError) as refused:
        ready("Length,Width,Material\n720,560,birch\n", "brich:2800x2070")
    assert ["birch" in fault.message for fault in refused.value.faults] == [True, True]


def test_a_board_says_its_price_grain_and_number() -> None:
    board = board_of("white-18:2800x2070@42.50,grain,qty=5", "mm")
    assert (board.material, board.length, board.price) == ("white-18", mm(2800), Decimal("42.50"))
    assert (board.grain, board.quantity) == (BoardGrain.LENGTH, 5)


@pytest.mark.parametrize(
    "text", ["", "2800", "2800x", "axb", "2800x2070@x", "2800x2070,gold", "2800x2070,qty=0", "28x20"]
)
def test_what_is_no_board_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        board_of(text, "mm")


def test_a_kerf_in_the_wrong_unit_is_found() -> None:
    with pytest.raises(InputError, match="wider than any blade"):
        ready('Length,Width\n23 1/2",16"\n', "96x48", kerf="4")


def test_bare_figures_in_band_columns_get_names() -> None:
    (row,) = the_list("Length,Width,L1,L2,W1\n720,560,1,0.8,0\n").rows
    assert row.edges.codes == ("band 1", "0.8 mm", None, None)


def test_taking_off_bands_of_a_list_without_any_is_refused() -> None:
    with pytest.raises(InputError, match="--sizes finished"):
        ready("Length,Width\n720,560\n", "2800x2070", finished=True)
