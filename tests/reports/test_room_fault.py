"""The drawing of a room that cannot be: each fault has its number, and what fails its size."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from furnishing.room_file import room_as_read
from reports.drawing import Drawing
from reports.render.svg import svg
from reports.room_fault import fault_drawing, shows
from tests.reports.page_checks import texts_off_the_page, texts_over_texts


def a_bad_room(**changes: Any) -> dict[str, Any]:
    """4 x 3 m as told, with one of nearly every fault."""
    door = {"kind": "door", "offset": 2500, "width": 900, "height": 2010}
    walls: list[dict[str, Any]] = [{"length": length} for length in (4000, 3000, 4150, 3000)]
    walls[1]["openings"] = [door]
    walls[2]["openings"] = [
        {"kind": "window", "offset": 500, "width": 1200, "height": 1200, "sill": 900},
        {"kind": "window", "offset": 1500, "width": 1000, "height": 2000, "sill": 900},
    ]
    return {
        "format": "furnish-room/1",
        "name": "Bad",
        "ceiling": 2500,
        "walls": walls,
        "obstacles": [{"kind": "pillar", "x": 3900, "y": -3500, "length": 300, "width": 300, "height": 2600}],
    } | changes  # fmt: skip


def drawn(record: dict[str, Any]) -> Drawing:
    text = json.dumps(record)
    return fault_drawing(text, room_as_read(text).faults)


def words(drawing: Drawing) -> list[str]:
    return [text.text for text in drawing.texts]


def test_every_fault_has_its_number_in_the_drawing_and_in_the_list() -> None:
    faults = room_as_read(json.dumps(a_bad_room())).faults
    numbers = [word for word in words(drawn(a_bad_room())) if word.isdigit()]
    assert len(faults) >= 5
    assert all(numbers.count(str(number)) >= 2 for number in range(1, len(faults) + 1))


def test_what_fails_stands_there_with_its_size() -> None:
    told = words(drawn(a_bad_room()))
    assert "400 mm" in told  # the door passes its wall
    assert "200 mm" in told  # the windows share this
    assert "150 mm open" in told  # the walls
    assert "400 mm" in told


def test_a_window_above_the_ceiling_is_shown_from_inside_the_room() -> None:
    assert "Wall 3 from inside the room" in words(drawn(a_bad_room()))


def test_texts_lie_on_the_drawing_and_off_each_other() -> None:
    drawing = drawn(a_bad_room())
    assert texts_off_the_page(drawing) == []
    assert texts_over_texts(drawing) == []


def test_sizes_are_in_the_unit_of_the_file() -> None:
    record = {
        "format": "furnish-room/1", "unit": "cm", "name": "Bad", "ceiling": 250,
        "walls": [{"length": 400}, {"length": 300}, {"length": 415}, {"length": 300}],
    }  # fmt: skip
    assert "15 cm open" in words(drawn(record))


def test_a_wall_whose_length_cannot_be_read_reaches_as_far_as_the_others_leave_open() -> None:
    walls = [{"length": 4000}, {"length": 3000}, {"length": "x"}, {"length": 3000}]
    told = words(drawn(a_bad_room(walls=walls, obstacles=[])))
    assert "wall 3" in told
    assert not any("open" in word for word in told)


def test_slopes_that_leave_no_room_are_drawn_with_the_height_that_is_left() -> None:
    slopes = [{"wall": 0, "knee": 400, "angle": 30}, {"wall": 2, "knee": 400, "angle": 30}]
    walls = [{"length": length} for length in (3000, 2400, 3000, 2400)]
    assert any(
        word.endswith("high at most") for word in words(drawn(a_bad_room(walls=walls, obstacles=[], slopes=slopes)))
    )


def test_text_that_is_no_room_gives_the_list_alone() -> None:
    drawing = fault_drawing("[]", ())
    assert words(drawing) == ["Where the room fails"]


def test_a_page_with_a_list_of_its_own_gets_the_drawing_without_words() -> None:
    text = json.dumps(a_bad_room())
    faults = room_as_read(text).faults
    drawing = fault_drawing(room_as_read(text).file.room, faults, width=100.0, words=False)
    assert not any("measure" in word for word in words(drawing))
    assert drawing.width < 125


def test_a_fault_without_a_place_in_the_room_is_not_worth_a_drawing() -> None:
    misnamed = json.dumps(a_bad_room(walls=[{"length": 3000}] * 4, obstacles=[], name=7))
    for text, shown in ((misnamed, False), (json.dumps(a_bad_room()), True), (json.dumps(a_bad_room(walls=4)), False)):
        assert shows(text, room_as_read(text).faults) is shown


numbers = st.one_of(st.integers(-500, 6000), st.none(), st.just("x"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.fixed_dictionaries({"length": numbers}, optional={"turn": st.integers(-170, 170)}), max_size=6),
    st.lists(
        st.fixed_dictionaries({"wall": st.integers(0, 5), "knee": numbers, "angle": st.integers(1, 89)}), max_size=2
    ),
    st.lists(
        st.fixed_dictionaries({"from": st.integers(0, 6), "to": st.integers(0, 6), "length": numbers}), max_size=2
    ),
    numbers,
)
def test_whatever_is_told_can_be_drawn(walls: Any, slopes: Any, diagonals: Any, offset: Any) -> None:
    if walls:
        walls[0]["openings"] = [{"kind": "door", "offset": offset, "width": 900, "height": 2010}]
    record = a_bad_room(walls=walls, slopes=slopes, diagonals=diagonals)
    assert svg(drawn(record)).startswith("<svg")


@pytest.mark.parametrize("name", ["<script>", "a & b"])
def test_names_are_escaped(name: str) -> None:
    assert name not in svg(drawn(a_bad_room(name=name)))
