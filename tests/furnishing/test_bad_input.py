"""Bad files: each fault is found at its place, with its numbers, all at once, and never with a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furnishing.catalogue_file import read_catalogue
from furnishing.errors import InputError
from furnishing.room_file import read_room
from furnishing.style_file import read_style
from tests.furnishing.input_files import DROP, a_catalogue, a_room, a_style_file, changed, faults_of

DOOR = "walls[1].openings[0]"
WINDOW = "walls[1].openings[1]"

ROOM_FAULTS = [
    ("format", "furnish-style/1", "format", "is it the right kind of file?"),
    ("format", "furnish-room/2", "format", "this version of the program does not know it"),
    ("format", DROP, "format", 'begin the file with "format": "furnish-room/1"'),
    ("unit", "parsec", "unit", '"parsec" is not known; use mm, cm, m or in'),
    ("name", "", "name", "the text is empty"),
    ("name", "a\nb", "name", "line breaks"),
    ("name", "x" * 201, "name", "201 characters; at most 200"),
    ("name", 7, "name", "7 stands where text is needed"),
    ("colour", "red", "colour", "this field is unknown"),
    ("cieling", 2500, "cieling", "did you mean 'ceiling'?"),
    ("walls[0].lenght", 1, "walls[0].lenght", "did you mean 'length'?"),
    ("ceiling", DROP, "ceiling", "this field is missing"),
    ("ceiling", 250, "ceiling", "250 mm is outside 1500 to 6000 mm"),
    ("ceiling", -2500, "ceiling", "-2500 mm is outside 1500 to 6000 mm"),
    ("ceiling", "2500", "ceiling", '"2500" stands where a length in mm is needed'),
    ("ceiling", True, "ceiling", "true stands where a length in mm is needed"),
    ("ceiling", 2500.00001, "ceiling", "finer than a micrometre"),
    ("walls", 5, "walls", "5 stands where a list [...] is needed"),
    ("walls", [], "walls", "0 walls close no room; list at least 3"),
    ("walls[2]", None, "walls[2]", "null stands where an object {...} is needed"),
    ("walls[0].length", [], "walls[0].length", "the list is empty"),
    ("walls[0].length", 40_000, "walls[0].length", "40000 mm is outside 100 to 30000 mm"),
    ("walls[0].length", [4000, 4000, "4 m"], "walls[0].length[2]", '"4 m" stands where a length'),
    ("walls[0].length", [4000, 4090], "walls[0].length", "measured as 4000 and as 4090 mm; more than 50 mm apart"),
    ("walls[0].length", 3800, "walls", "wall 4 ends 200 mm too far left (20 mm are allowed); measure walls 1 and 3"),
    ("walls[1].length", 3500, "walls", "wall 4 ends 300 mm short of wall 1, in the room (20 mm are allowed)"),
    ("walls[3]", DROP, "walls", "the corners turn by 270 degrees in all where a closed room turns by 360"),
    ("walls[1].turn", 180, "walls[1].turn", "180 is outside -175 to 175"),
    (f"{DOOR}.offset", 2600, DOOR, "door (800 mm at 2600 mm) passes the end of wall 2 (3200 mm); move it or make it"),
    (f"{DOOR}.offset", -1, f"{DOOR}.offset", "-1 mm is outside 0 to"),
    (f"{DOOR}.width", 0, f"{DOOR}.width", "0 mm is not more than 0"),
    (f"{DOOR}.width", DROP, f"{DOOR}.width", "this field is missing"),
    (f"{DOOR}.height", 2600, DOOR, "door ends at 2600 mm, above the ceiling of wall 2 (2500 mm)"),
    (f"{DOOR}.kind", "gate", f"{DOOR}.kind", '"gate" is not known; use door, window or passage'),
    (f"{DOOR}.swing", "up", f"{DOOR}.swing", '"up" is not known; use in, out or none'),
    (f"{DOOR}.hinge", 1, f"{DOOR}.hinge", "1 is not known; use left or right"),
    (f"{WINDOW}.offset", 900, WINDOW, "overlaps openings[0], a door (800 mm at 200 mm), by 100 mm"),
    (f"{WINDOW}.sill", 1600, WINDOW, "window ends at 2600 mm, above the ceiling"),
    ("walls[0].points[0].offset", 4001, "walls[0].points[0]", "socket at 4001 mm lies beyond the end of wall 1 (4000"),
    (
        "walls[0].points[0].height",
        2501,
        "walls[0].points[0]",
        "at a height of 2501 mm lies above the ceiling of wall 1",
    ),
    ("walls[0].points[0].kind", "tap", "walls[0].points[0].kind", "use socket, switch, water, waste, gas or extractor"),
    ("walls[1].points", [{"kind": "gas", "offset": 300, "height": 500}], "walls[1].points[0]", "lies in openings[0]"),
    ("obstacles[0].x", -2000, "obstacles[0]", "pillar at x -2000, y -300 mm does not stand inside the room"),
    ("obstacles[0].height", 2600, "obstacles[0]", "pillar ends at 2600 mm, above the ceiling (2500 mm)"),
    ("obstacles[1].length", 120, "obstacles[1]", "round pipe of 120 by 100 mm; give its diameter"),
    ("obstacles[1].round", "yes", "obstacles[1].round", '"yes" stands where true or false is needed'),
    ("slopes[0].wall", 4, "slopes[0].wall", "there is no wall 4; the room has walls 0 to 3"),
    ("slopes[0].knee", 2500, "slopes[0].knee", "the knee (2500 mm) is not below the ceiling (2500 mm)"),
    ("slopes[0].angle", 90, "slopes[0].angle", "90 is outside 1 to 89"),
    ("style", "white", "style", '"white" stands where an object {...} is needed'),
    ("style.wall", 4, "style.wall", "there is no wall 4"),
    ("style.front_gap", 30, "style.front_gap", "30 mm is outside 1 to 10 mm"),
]

STYLE_FAULTS = [
    ("format", "furnish-room/1", "format", "is it the right kind of file?"),
    ("carcass_finish", DROP, "carcass_finish", "this field is missing"),
    ("carcass_thickness", 1.8, "carcass_thickness", "1.8 mm is outside 8 to 50 mm"),
    ("base_height", 82, "base_height", "82 mm is outside 300 to 1300 mm"),
    ("tall_depth", 5800, "tall_depth", "5800 mm is outside 200 to 1000 mm"),
    ("plinth_height", -1, "plinth_height", "-1 mm is outside 0 to 300 mm"),
    ("wishes", [], "wishes", "the list has 0 entries; 1 to 100 are needed"),
    ("wishes[0].count", 0, "wishes[0].count", "0 is outside 1 to 100"),
    ("wishes[0].count", 1.5, "wishes[0].count", "1.5 stands where a whole number is needed"),
    ("wishes[0].kind", DROP, "wishes[0].kind", "this field is missing"),
    ("wishes[0].width", -600, "wishes[0].width", "-600 mm is not more than 0"),
    ("wall", -1, "wall", "-1 is outside 0"),
    ("discount_percent", 101, "discount_percent", "101 is outside 0 to 100"),
    ("handle", ["knob"], "handle", "a list of 1 stands where text is needed"),
]

CATALOGUE_FAULTS = [
    ("currency", "EURO", "currency", '"EURO" is no currency code; use the three capital letters of ISO 4217'),
    ("vat_percent", 119, "vat_percent", "119 is outside 0 to 100"),
    ("finishes[0].colour", "white", "finishes[0].colour", '"white" is no colour; write it as #rrggbb'),
    ("finishes[1].code", "white", "finishes[1].code", 'the code "white" is that of finishes[0]'),
    ("finishes[1].grain", "across", "finishes[1].grain", '"across" is not known; use length or none'),
    ("materials[1].code", "W18", "materials[1].code", 'the code "W18" is that of materials[0]'),
    ("materials[0].code", "W 18", "materials[0].code", 'the code "W 18" holds a space'),
    ("materials[0].finish", "elm", "materials[0].finish", 'there is no finish "elm"; known: white, oak'),
    ("materials[1].finish", "white", "materials[1]", "materials[0] has the finish white at 18 mm as well"),
    ("materials[0].thickness", 180, "materials[0].thickness", "180 mm is outside 1 to 100 mm"),
    ("materials[0].density", 0.65, "materials[0].density", "0.65 is outside 50 to 3000"),
    ("boards[0].material", "X18", "boards[0].material", 'there is no material "X18"; known: W18, O18'),
    ("boards[0].price", DROP, "boards[0].price", "this field is missing; without a price no quote can be made"),
    ("boards[0].price", 0, "boards[0].price", "a price of 0 is not more than 0"),
    ("boards[0].price", -5, "boards[0].price", "a price of -5 is not more than 0"),
    ("boards[0].price", 51.605, "boards[0].price", "51.605 EUR has more than 2 digits after the point"),
    ("boards[0].price", "51.60", "boards[0].price", '"51.60" stands where a number is needed'),
    ("boards[0].length", 28, "boards[0].length", "28 mm is outside 200 to 10000 mm"),
    ("boards[1].quantity", -1, "boards[1].quantity", "-1 is outside 0"),
    ("bands[0].finish", "elm", "bands[0].finish", 'there is no finish "elm"'),
    ("bands[1].finish", "white", "bands[1]", "bands[0] is white 1 x 23 mm as well"),
    ("hardware[0].unit", "kg", "hardware[0].unit", '"kg" is not known; use piece, metre or square-metre'),
    ("hardware[1].price", -1, "hardware[1].price", "a price of -1 is not 0 or more"),
    ("labour", DROP, "labour", "this field is missing"),
    ("labour.hourly_rate", None, "labour.hourly_rate", "null stands where a number is needed"),
    ("saw.kerf", 40, "saw.kerf", "40 mm is outside 0 to 20 mm"),
    ("saw.trim.left", 201, "saw.trim.left", "201 mm is outside 0 to 200 mm"),
    ("saw.max_stages", 1, "saw.max_stages", "1 is outside 2 to 20"),
    ("saw.first_cut", "diagonal", "saw.first_cut", "use length, width or any"),
    ("saw", 5, "saw", "5 stands where an object {...} is needed"),
]

READERS: list[tuple[Callable[[str, str], object], dict[str, Any]]] = [
    (read_room, a_room()),
    (read_style, a_style_file()),
    (read_catalogue, a_catalogue()),
]


def _one_fault(read: Callable[[str, str], object], record: object, where: str, words: str) -> None:
    faults = faults_of(read, record)
    assert [fault.where for fault in faults] == [where], faults
    assert words in faults[0].message


@pytest.mark.parametrize(("path", "value", "where", "words"), ROOM_FAULTS)
def test_a_fault_of_a_room_is_told_once_at_its_place(path: str, value: object, where: str, words: str) -> None:
    _one_fault(read_room, changed(a_room(), path, value), where, words)


@pytest.mark.parametrize(("path", "value", "where", "words"), STYLE_FAULTS)
def test_a_fault_of_a_style_is_told_once_at_its_place(path: str, value: object, where: str, words: str) -> None:
    _one_fault(read_style, changed(a_style_file(), path, value), where, words)


@pytest.mark.parametrize(("path", "value", "where", "words"), CATALOGUE_FAULTS)
def test_a_fault_of_a_catalogue_is_told_once_at_its_place(path: str, value: object, where: str, words: str) -> None:
    _one_fault(read_catalogue, changed(a_catalogue(), path, value), where, words)


def test_walls_that_cross_are_named() -> None:
    bow_tie = [
        {"length": 2000, "turn": 135},
        {"length": 2828, "turn": -135},
        {"length": 2000, "turn": -135},
        {"length": 2828, "turn": 135},
    ]
    room = changed(changed(a_room(), "walls", bow_tie), "slopes", [])
    messages = [fault.message for fault in faults_of(read_room, changed(room, "obstacles", []))]
    assert any("wall 4 crosses wall 2" in message for message in messages)


def test_walls_listed_anticlockwise_are_told_so() -> None:
    room = changed(changed(a_room(), "obstacles", []), "slopes", [])
    walls = [dict(wall, turn=-90) for wall in room["walls"]]
    _one_fault(read_room, changed(room, "walls", walls), "walls", "list them clockwise")


def test_a_second_slope_on_one_wall_is_refused() -> None:
    slopes = [{"wall": 2, "knee": 1200, "angle": 40}] * 2
    _one_fault(read_room, changed(a_room(), "slopes", slopes), "slopes[1].wall", "slopes[0] rises from this wall")


def test_a_window_above_the_knee_of_a_slope_is_refused() -> None:
    window = [{"kind": "window", "offset": 500, "width": 600, "height": 600, "sill": 900}]
    room = changed(a_room(), "walls[2].openings", window)
    _one_fault(read_room, room, "walls[2].openings[0]", "above the ceiling of wall 3 (1200 mm)")


def test_a_plinth_must_leave_room_for_the_carcass() -> None:
    style = changed(changed(a_style_file(), "base_height", 350), "plinth_height", 200)
    _one_fault(read_style, style, "base_height", "a plinth of 200 mm under 350 mm leaves 150 mm for the carcass")


def test_trims_that_eat_a_board_are_refused() -> None:
    catalogue = changed(changed(a_catalogue(), "saw.trim.left", 200), "boards[0].length", 205)
    _one_fault(read_catalogue, catalogue, "boards[0]", "trims of 210 and 20 mm leave nothing of the board (205 x 2070")


def test_messages_speak_the_unit_of_the_file() -> None:
    walls = [{"length": 10, "openings": [{"kind": "door", "offset": 9.5, "width": 0.8, "height": 2}]}]
    room = {"format": "furnish-room/1", "unit": "m", "name": "Hall", "ceiling": 2.5}
    faults = faults_of(read_room, room | {"walls": walls + [{"length": length} for length in (3, 10, 3)]})
    assert [fault.message for fault in faults] == [
        "door (0.8 m at 9.5 m) passes the end of wall 1 (10 m); move it or make it narrower"
    ]


def test_all_faults_of_a_room_are_told_at_once() -> None:
    room = a_room()
    for path, value in [
        ("name", ""),
        (f"{DOOR}.offset", 2600),
        (f"{WINDOW}.sill", "low"),
        ("obstacles[0].x", -5000),
        ("slopes[0].angle", 0),
        ("style.front_gap", 99),
        ("typo", 1),
    ]:
        room = changed(room, path, value)
    found = {fault.where for fault in faults_of(read_room, room)}
    assert found == {"name", DOOR, f"{WINDOW}.sill", "obstacles[0]", "slopes[0].angle", "style.front_gap", "typo"}


def test_all_faults_of_a_catalogue_are_told_at_once() -> None:
    catalogue = a_catalogue()
    for path, value in [("currency", "eur"), ("boards[1].price", 0), ("bands[0].finish", "elm"), ("saw.kerf", -1)]:
        catalogue = changed(catalogue, path, value)
    found = {fault.where for fault in faults_of(read_catalogue, catalogue)}
    assert found == {"currency", "boards[1].price", "bands[0].finish", "saw.kerf"}


def test_the_message_names_the_file_in_every_line() -> None:
    room = changed(changed(a_room(), "name", ""), "ceiling", 0)
    with pytest.raises(InputError) as caught:
        read_room(json.dumps(room), "my room.json")
    assert all(line.startswith("my room.json: ") for line in str(caught.value).splitlines())
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "this is not JSON"),
        ("{", "this is not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("null", "the file holds null where an object {...} is needed"),
        ("[]", "the file holds a list of 0"),
        ('{"a": 1, "a": 2}', 'the field "a" is given twice'),
        ('{"format": NaN}', "NaN is not a number that can be used"),
        ('{"format": 1e99999999999999999999}', "is not a number that can be used"),
        (b"\xff\xfe\x00", "not UTF-8 text (byte 0)"),
    ],
)
def test_what_is_no_json_of_ours_is_refused_in_a_sentence(text: str | bytes, words: str) -> None:
    for read, _ in READERS:
        with pytest.raises(InputError) as caught:
            read(text, "test.json")  # type: ignore[arg-type]
        assert words in str(caught.value)


NUMBERS = ["1e999999999", "1e-999999999", "-1e400", "9" * 400, "-0.0", "1" + "0" * 5000, "0." + "1" * 60]


@pytest.mark.parametrize("number", NUMBERS, ids=range(len(NUMBERS)))
def test_numbers_without_measure_are_refused_without_computing_them(number: str) -> None:
    text = json.dumps(changed(a_room(), "ceiling", "HERE")).replace('"HERE"', number)
    with pytest.raises(InputError) as caught:
        read_room(text)
    assert [fault.where for fault in caught.value.faults] == ["ceiling"]
    assert len(caught.value.faults[0].message) < 120


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


def _paths(value: object, path: str = "") -> list[str]:
    found = [path] if path else []
    if isinstance(value, dict):
        for name, each in value.items():
            found += [] if not name.isidentifier() else _paths(each, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            found += _paths(each, f"{path}[{index}]")
    return found


def _value_or_input_error(read: Callable[[str, str], object], text: str) -> None:
    try:
        read(text, "")
    except InputError as error:
        caught = error
    else:
        return
    assert caught.faults
    str(caught).encode()  # what it says can be printed anywhere


@given(JSON, st.sampled_from(READERS))
def test_any_json_gives_a_value_or_an_input_error(
    value: object, reader: tuple[Callable[[str, str], object], dict[str, Any]]
) -> None:
    _value_or_input_error(reader[0], json.dumps(value))


@given(st.data(), st.sampled_from(READERS))
def test_any_spoiled_file_gives_a_value_or_an_input_error(
    data: st.DataObject, reader: tuple[Callable[[str, str], object], dict[str, Any]]
) -> None:
    read, record = reader
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(_paths(record)))
        value = data.draw(JSON | st.just(DROP) | st.integers(-5000, 5000))
        record = changed(record, path, value)
        if not record:
            break
    _value_or_input_error(read, json.dumps(record))


@given(st.text(max_size=40), st.sampled_from(READERS))
def test_any_text_gives_a_value_or_an_input_error(
    text: str, reader: tuple[Callable[[str, str], object], dict[str, Any]]
) -> None:
    _value_or_input_error(reader[0], text)
