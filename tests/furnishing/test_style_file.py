"""Style files, the shipped styles, and whether a catalogue can serve a style."""

from __future__ import annotations

import dataclasses
import json

import pytest

from furnishing.cabinets.registry import kinds
from furnishing.catalogue_checks import check_style
from furnishing.catalogue_file import default_catalogue
from furnishing.errors import InputError
from furnishing.style import FrontLook, Overlay, PartChoice, Style, Wish
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


def test_a_style_without_hung_units_and_looks_has_the_usual_ones() -> None:
    style = a_style()
    assert (style.wall_height, style.wall_depth, style.wall_elevation) == (mm(720), mm(350), mm(1400))
    assert (style.front, style.overlay, style.match_grain) == (FrontLook.SLAB, Overlay.FULL, False)
    assert "wall_height" not in write_style(style)


def test_what_a_wish_chooses_is_kept_lengths_in_the_unit_of_the_file() -> None:
    kind = next(kind for kind in kinds() if any(each.unit == "um" for each in kind.parameters))
    name = next(each.name for each in kind.parameters if each.unit == "um")
    wish = Wish(kind=kind.code, choices=(("door", "glass"), (name, mm("450.5")), ("shelves", 2)))
    style = a_style(wishes=(dataclasses.replace(wish, choices=tuple(sorted(wish.choices))),))
    for unit in ("mm", "cm", "in"):
        assert read_style(write_style(style, unit)) == style
    assert '"450.5"' not in write_style(style)
    assert "450.5" in write_style(style)


def test_looks_hung_units_and_parts_are_kept() -> None:
    parts = (PartChoice(part="door.1", grain="width"), PartChoice(part="shelf", thickness=mm(25), band=0))
    style = a_style(
        wall_height=mm(900),
        front=FrontLook.J_GRIP,
        overlay=Overlay.INSET,
        match_grain=True,
        wishes=(Wish(kind="base-doors", parts=parts),),
    )
    assert read_style(write_style(style)) == style


def test_faults_of_a_wish_are_told_where_they_stand() -> None:
    record = a_style_file()
    record["front"] = "carved"
    record["wishes"] = [
        {"kind": "base-doors", "choices": {"shelves": 1.5}, "parts": {"shelf": {"grain": "up", "colour": 1}}}
    ]
    with pytest.raises(InputError) as caught:
        read_style(json.dumps(record))
    assert {fault.where for fault in caught.value.faults} == {
        "front",
        "wishes[0].choices.shelves",
        "wishes[0].parts.shelf.grain",
        "wishes[0].parts.shelf.colour",
    }


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
        ({"handle": "hook"}, "style.handle", 'there is no article "hook"; known: handle-'),
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
