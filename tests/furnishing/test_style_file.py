"""Style files, the shipped styles, and whether a catalogue can serve a style."""

from __future__ import annotations

import dataclasses
import json

import pytest

from furnishing.catalogue_checks import check_style
from furnishing.catalogue_file import default_catalogue
from furnishing.errors import InputError
from furnishing.style import Style, Wish
from furnishing.style_file import read_style, shipped_style, style_names, write_style
from furnishing.units import mm
from tests.furnishing.input_files import a_style_file


def a_style(**changes: object) -> Style:
    return dataclasses.replace(read_style(json.dumps(a_style_file())), **changes)  # type: ignore[arg-type]


def test_a_wish_without_count_is_one_and_null_is_as_many_as_fit() -> None:
    assert a_style().wishes == (Wish(kind="base-doors", width=mm(600)), Wish(kind="base-doors", count=None))


@pytest.mark.parametrize("unit", ["mm", "cm", "m", "in"])
@pytest.mark.parametrize("changes", [{}, {"wall": 0, "handle": ""}, {"wishes": (Wish(kind="x", count=3),)}])
def test_a_written_style_reads_back_equal(changes: dict[str, object], unit: str) -> None:
    style = a_style(**changes)
    assert read_style(write_style(style, unit)) == style


@pytest.mark.parametrize("name", style_names())
def test_a_shipped_style_can_be_made_from_the_shipped_catalogue(name: str) -> None:
    assert check_style(shipped_style(name), default_catalogue()) == ()


def test_an_unknown_shipped_style_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="there is no shipped style 'baroque'; use one of green-kitchen, oak-kitchen"):
        shipped_style("baroque")


@pytest.mark.parametrize(
    ("changes", "where", "words"),
    [
        (
            {"front_finish": "elm"},
            "style.front_finish",
            'there is no finish "elm"; known: white, light-grey, anthracite',
        ),
        ({"carcass_thickness": mm(25)}, "style.carcass_thickness", "at 25 mm; known: 3 mm, 8 mm, 16 mm, 18 mm, 19 mm"),
        ({"back_thickness": mm(4)}, "style.back_thickness", 'no material of the finish "white" at 4 mm'),
        (
            {"band_hidden": mm("0.4")},
            "style.band_hidden",
            'no band of the finish "white" at 0.4 mm; known: 0.8 mm, 1 mm',
        ),
        ({"handle": "hook"}, "style.handle", 'there is no article "hook"; known: handle-160, knob'),
    ],
)
def test_what_the_catalogue_does_not_have_is_told(changes: dict[str, object], where: str, words: str) -> None:
    (fault,) = check_style(a_style(**changes), default_catalogue())
    assert fault.where == where
    assert words in fault.message


def test_all_that_is_missing_is_told_at_once() -> None:
    style = a_style(front_finish="elm", back_thickness=mm(4), band_visible=mm(3), handle="hook")
    found = [fault.where for fault in check_style(style, default_catalogue(), "")]
    assert found == ["front_finish", "back_thickness", "band_visible", "handle"]


def test_a_material_that_no_board_is_sold_of_is_told() -> None:
    catalogue = default_catalogue()
    boards = tuple(board for board in catalogue.boards if board.material != "white-18")
    (fault,) = check_style(a_style(), dataclasses.replace(catalogue, boards=boards))
    assert fault.where == "style.carcass_thickness"
    assert 'no board of "white-18"' in fault.message


def test_raw_hidden_edges_need_no_band() -> None:
    assert check_style(a_style(band_hidden=0), default_catalogue()) == ()
