"""Forms between what is posted, JSON and what is shown."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

import sample_rooms
from furnishing.catalogue_file import default_catalogue
from furnishing.errors import Fault
from furnishing.json_text import parse_json, to_json
from furnishing.room_file import read_room, write_room
from web.forms.controls import Control, Field, Group, Kind, Section
from web.forms.form import added, label, posted, removed, restored, shown
from web.forms.names import Json, nearest, nest, number, numbers
from web.forms.room_form import from_file, room_form, to_file

FORM = room_form(default_catalogue(), {"base-doors": "Base unit"}, 4)


def fields(section: Section) -> list[Field]:
    """All fields of a form as shown."""
    below = [each for listing in section.lists for row in listing.sections for each in fields(row)]
    return [*section.fields, *below]


def typed(group: Group, values: Json) -> dict[str, str]:
    """What a browser posts for a form that shows `values`: no unticked boxes."""
    return {each.path: each.text for each in fields(shown(group, values)) if each.control.kind != "check" or each.text}


def test_names_nest_into_rows_and_gaps_close_up() -> None:
    assert nest([("walls[7].length", "2"), ("walls[2].length", "1"), ("name", "x")]) == {
        "walls": [{"length": "1"}, {"length": "2"}],
        "name": "x",
    }


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "a..b",
        "a[",
        "a[1]]",
        "a[-1]",
        "a[99999]",
        "A",
        "__class__.x()",
        "a.b." * 50 + "a",
        "a[0][0]",
        "é",
        "a b",
    ],
)
def test_a_name_that_is_no_path_is_left_out(name: str) -> None:
    assert nest([(name, "1")]) == {}


def test_a_value_and_rows_under_one_name_do_not_break() -> None:
    assert nest([("a", "1"), ("a.b", "2"), ("a[0]", "3")]) == {"a": "1"}


def test_numbers_are_read_with_a_point_or_a_comma_and_other_text_is_kept() -> None:
    assert number(" 3200,5 ") == Decimal("3200.5")
    assert number("-80") == -80
    assert number("1e9") == "1e9"
    assert numbers("3002; 3000 2999, 2998") == [3002, 3000, 2999, 2998]


@pytest.mark.parametrize("name", sample_rooms.names())
def test_room_and_style_of_a_sample_come_back_unchanged_through_the_form(name: str) -> None:
    file = replace(read_room(sample_rooms.text(name), name), programme=None, layout=None)
    form = room_form(default_catalogue(), {"base-doors": "Base unit"}, len(file.room.walls))
    values = from_file(form, parse_json(write_room(file)))
    assert read_room(to_json(to_file(posted(form, typed(form, values))))) == file


DETAILS: list[Json] = [
    "eu-applied",
    {"based_on": "eu-applied", "shelf_setback": 12.5, "thickness": {"shelf": 25}},
]


@pytest.mark.parametrize("construction", DETAILS)
def test_what_has_no_control_of_its_own_goes_through_the_form_as_it_stands(construction: Json) -> None:
    wish = {
        "kind": "base-doors",
        "choices": {"shelves": 2},
        "construction": construction,
        "parts": {"shelf": {"band": 1}},
    }
    record = parse_json(sample_rooms.text("galley_kitchen"))
    assert isinstance(record, dict)
    record["style"] |= {"construction": construction, "front": "framed", "match_grain": True, "wishes": [wish]}
    file = read_room(to_json(record))
    form = room_form(default_catalogue(), {"base-doors": "Base unit"}, len(file.room.walls))
    values = from_file(form, parse_json(write_room(file)))
    assert read_room(to_json(to_file(posted(form, typed(form, values))))) == file


def test_details_that_are_no_json_are_left_for_the_reader_to_refuse() -> None:
    control = Control(name="construction", label="", kind=Kind.DETAILS)
    assert control.read('{"shelf_setback": }') == '{"shelf_setback": }'


def test_a_fault_stands_at_the_nearest_place_its_path_names() -> None:
    values = {"walls": [{"length": [1, 2], "openings": []}], "style": {"wishes": []}}
    faults = [Fault("walls[0].length[1]", "too short"), Fault("walls[0].thing", "unknown"), Fault("else", "odd")]
    form = shown(FORM, values, faults)
    assert [(each.path, each.faults) for each in fields(form) if each.faults] == [("walls[0].length", ("too short",))]
    assert form.lists[0].sections[0].faults == ("unknown",)
    assert form.faults == ("else: odd",)


def test_the_nearest_place_is_a_whole_step_of_the_path() -> None:
    assert nearest("walls[12].length", ["walls[1]", "walls"]) == "walls"


def test_a_row_comes_and_goes_and_comes_back_in_its_place() -> None:
    values = {"walls": [{"length": [1], "openings": [], "points": []}, {"length": [2], "openings": [], "points": []}]}
    longer = added(FORM, values, "walls")
    assert len(longer["walls"]) == 3
    shorter, row = removed(FORM, longer, "walls[0]")
    assert [each["length"] for each in shorter["walls"]] == [[2], [3000]]
    assert restored(FORM, shorter, "walls[0]", parse_json(row)) == longer


@pytest.mark.parametrize("path", ["", "name", "walls", "walls[9]", "style", "style[0]", "walls[0].length[0]", "[0]"])
def test_a_row_that_is_not_there_cannot_be_removed(path: str) -> None:
    values = {"walls": [{"length": [1]}], "style": {"wishes": []}}
    assert removed(FORM, values, path) == (values, "")


@pytest.mark.parametrize("row", [None, [], 7, {"length": {"a": 1}, "evil": "x", "openings": "y"}])
def test_a_row_put_back_holds_only_what_the_form_knows(row: Json) -> None:
    back = restored(FORM, {"walls": []}, "walls[0]", row)["walls"][0]
    assert set(back) <= {"length", "turn", "openings", "points"}


def test_a_form_takes_no_more_rows_than_it_says() -> None:
    values: Json = {"slopes": [{}] * 8}
    assert added(FORM, values, "slopes") == values


def test_a_path_is_told_in_words() -> None:
    assert label(FORM, "walls[1].openings[0].width") == "Wall 2, door or window 1, Width"
    assert label(FORM, "") == "Room"
