"""Islands at the front doors: pins of units that stand off their wall, and the pictures of a card."""

from __future__ import annotations

import dataclasses

import pytest

import sample_rooms
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.errors import InputError
from furnishing.layout.pins import Keep
from furnishing.programme import Shape
from furnishing.programme_file import shipped_programme
from furnishing.room_file import read_room
from furnishing.units import mm
from web.commands.layout import pin_of, wanted_of
from web.layouts import _pictures
from web.pinned import may_be_kept, pin_from, pin_text, pin_words

FREE = Keep(kind="base-drawers", wall=3, offset=mm(1095), width=mm(600), out=mm(2781))


def test_a_pin_of_an_island_reads_back_equal() -> None:
    assert pin_from(pin_text(FREE), 4) == FREE
    at_wall = dataclasses.replace(FREE, out=0)
    assert pin_from(pin_text(at_wall), 4) == at_wall
    assert pin_text(at_wall).count(".") == 4


@pytest.mark.parametrize("word", ["keep.base-drawers.3.1.2.3.4", "keep.base-drawers.3.1", "keep.base-drawers.4.1.2.3"])
def test_other_words_are_no_pins(word: str) -> None:
    assert pin_from(word, 4) is None


def test_people_are_told_how_far_off_its_wall_it_stands() -> None:
    assert pin_words(FREE).endswith("600 mm, 1095 mm from the left end of wall 4, 2781 mm off it")


def test_the_command_line_has_a_fourth_number_for_it() -> None:
    assert pin_of("base-drawers@4:1095:600:2781", 4) == FREE
    for text in ("base-drawers@4:1095", "base-drawers@4:1:2:3:4"):
        with pytest.raises(InputError, match="not written like"):
            pin_of(text, 4)


def test_units_of_an_island_may_be_kept_and_its_panels_not() -> None:
    file = read_room(sample_rooms.text("kitchen_with_island"))
    assert file.layout is not None
    kept = {each.kind for each in file.layout.placements if each.out and may_be_kept(each)}
    assert kept == {"base-drawers"}


def test_a_room_that_carries_a_programme_is_furnished_by_it_unless_another_is_named() -> None:
    file = read_room(sample_rooms.text("kitchen_with_island"))
    assert wanted_of(None, file).kitchen.shape is Shape.ISLAND
    assert wanted_of("kitchen", file) == shipped_programme("kitchen")
    bare = dataclasses.replace(file, programme=None)
    assert wanted_of(None, bare) == shipped_programme("kitchen")


def test_the_card_of_a_layout_shows_the_island_on_its_plan_and_from_its_front() -> None:
    file = read_room(sample_rooms.text("kitchen_with_island"))
    assert file.style is not None
    made = design(file.room, file.style, default_catalogue(), layout=file.layout)
    pictures = list(_pictures(made, default_catalogue()))
    assert [each.title.split()[0] for each in pictures] == ["Plan", "Elevation", "Elevation"]
    assert "island" in pictures[2].title
    placements = made.layout.placements
    assert all(each.cabinet in pictures[2].svg for each in placements if each.kind == "base-drawers" and each.out)
    bare = dataclasses.replace(made.layout, placements=tuple(each for each in placements if not each.out))
    assert pictures[0].svg != next(iter(_pictures(dataclasses.replace(made, layout=bare), default_catalogue()))).svg
