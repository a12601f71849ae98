"""Room files: what is written reads back equal, in every unit."""

from __future__ import annotations

import dataclasses
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furnishing.room import (
    Obstacle,
    ObstacleKind,
    Opening,
    OpeningKind,
    PointKind,
    Room,
    Sash,
    Slope,
    Wall,
    WallPoint,
)
from furnishing.room_checks import check_room
from furnishing.room_file import RoomFile, read_room, write_room
from furnishing.style_file import shipped_style, style_names
from furnishing.units import mm
from tests.furnishing.input_files import a_room, changed


def test_every_field_of_a_room_is_read() -> None:
    room = read_room(json.dumps(a_room())).room
    assert (room.name, room.ceiling, len(room.walls)) == ("Kitchen", mm(2500), 4)
    assert room.walls[0].measured == (mm(4000), mm(4010))
    assert room.walls[0].points == (WallPoint(kind=PointKind.SOCKET, offset=mm(600), height=mm(1150)),)
    assert room.walls[1].openings[0] == Opening(
        kind=OpeningKind.DOOR, offset=mm(200), width=mm(800), height=mm(2010), swing="out", hinge="right"
    )
    assert room.walls[1].openings[1].sill == mm(900)
    assert room.obstacles[1].round
    assert room.slopes == (Slope(wall=2, knee=mm(1200), angle=Decimal(40)),)


def test_a_room_may_come_without_a_style() -> None:
    record = a_room()
    del record["style"]
    assert read_room(json.dumps(record)).style is None
    assert read_room(json.dumps(record | {"style": None})).style is None


def test_the_lengths_of_an_inline_style_are_in_the_unit_of_the_room() -> None:
    file = read_room(write_room(dataclasses.replace(read_room(json.dumps(a_room())), unit="cm")))
    assert file.style is not None
    assert file.style.base_height == mm(820)
    assert file.unit == "cm"


def test_a_room_of_the_tape_may_miss_closing_by_twenty_millimetres() -> None:
    record = changed(a_room(), "walls[2].length", 3980)
    assert read_room(json.dumps(record)).room.walls[2].length == mm(3980)


def test_a_transom_window_above_a_door_does_not_overlap_it() -> None:
    transom = {"kind": "window", "offset": 200, "width": 800, "height": 300, "sill": 2050}
    record = changed(a_room(), "walls[1].openings[1]", transom)
    assert len(read_room(json.dumps(record)).room.walls[1].openings) == 2


def test_a_room_that_was_read_has_no_faults() -> None:
    assert check_room(read_room(json.dumps(a_room())).room) == ()


@st.composite
def room_files(draw: st.DrawFn) -> RoomFile:
    """Rectangular rooms of odd micrometres, with openings side by side and all the rest."""

    def micrometres(least: int, most: int) -> int:
        return draw(st.integers(mm(least), mm(most)))

    length, width, ceiling = micrometres(1200, 12_000), micrometres(1000, 9000), micrometres(2000, 6000)
    extra = draw(st.lists(st.integers(0, mm(50)), max_size=2))
    opening = Opening(
        kind=draw(st.sampled_from(OpeningKind)),
        offset=micrometres(0, 100),
        width=micrometres(100, 400),
        height=micrometres(300, 1000),
        sill=micrometres(0, 900),
        swing=draw(st.sampled_from(["in", "out", "none"])),
        hinge=draw(st.sampled_from(["left", "right"])),
        sash=draw(st.sampled_from(Sash)),
        leaves=draw(st.sampled_from([1, 2])),
    )
    beyond = dataclasses.replace(opening, offset=opening.offset + opening.width, swing="in")
    point = WallPoint(kind=draw(st.sampled_from(PointKind)), offset=micrometres(0, 1000), height=micrometres(0, 1900))
    obstacle = Obstacle(
        kind=draw(st.sampled_from(ObstacleKind)),
        x=micrometres(0, 500),
        y=-mm(1000),
        length=mm(400),
        width=mm(400),
        height=micrometres(100, 1500),
        z=micrometres(0, 500),
        round=draw(st.booleans()),
        name=draw(st.sampled_from(["", "fridge"])),
    )
    angle = draw(st.decimals(1, 89, places=2))
    # Higher than all that stands in the walls, so that the slope passes over it.
    slope = Slope(wall=3, knee=micrometres(1950, 1999), angle=angle)
    room = Room(
        name=draw(st.text("abc äöü дом 厨房", min_size=1).filter(str.strip)),
        ceiling=ceiling,
        walls=(
            Wall(measured=(length, *(length + each for each in extra)), openings=(opening, beyond)),
            Wall(measured=(width,), points=(point,), lean=micrometres(-20, 20)),
            Wall(measured=(length,), lean=micrometres(-20, 20), lean_over=micrometres(1500, 2500)),
            Wall(measured=(width,), turn=draw(st.sampled_from([Decimal(90), Decimal("90.5")]))),
        ),
        obstacles=(obstacle,) if draw(st.booleans()) else (),
        slopes=(slope,) if draw(st.booleans()) else (),
    )
    style = shipped_style(draw(st.sampled_from(style_names()))) if draw(st.booleans()) else None
    return RoomFile(room, style, draw(st.sampled_from(["mm", "cm", "m", "in"])))


@given(room_files())
def test_a_written_room_reads_back_equal(file: RoomFile) -> None:
    assert read_room(write_room(file)) == file


@pytest.mark.parametrize("unit", ["mm", "cm", "m", "in"])
def test_a_room_is_the_same_in_every_unit(unit: str) -> None:
    file = read_room(json.dumps(a_room()))
    other = read_room(write_room(dataclasses.replace(file, unit=unit)))
    assert (other.room, other.style) == (file.room, file.style)
