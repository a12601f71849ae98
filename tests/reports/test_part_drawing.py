"""Part drawings: every hole stands in the figure and in the table, twins are told apart, no words overlap."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache

import pytest

import sample_rooms
from cutting.stop import Stop
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.machining import Face, drillings
from furnishing.room_file import read_room
from furnishing.units import mm
from reports.bands import band_strokes
from reports.drawing import Circle, Rectangle, Stroke, Text
from reports.part_drawing import part_drawing_pages
from reports.part_drawing_figure import drawn, faces_shown
from reports.part_drawing_marks import NUMBER
from reports.part_drawing_ordinates import apart, series
from reports.part_drawing_rows import lines, rows, told
from reports.part_drawing_shapes import Shape, shapes
from reports.project import Project
from reports.space import box_of, inside, overlapping
from reports.text.locale import METRIC_ENGLISH
from tests.furnishing.builders import a_cabinet
from tests.reports.page_checks import assert_texts_are_readable
from web.line import project_of

STROKES = dict.fromkeys((f"{finish}-{thick}" for finish in ("white", "oak") for thick in ("0.8", "1", "2")), Stroke())


@cache
def a_room(name: str = "galley_kitchen") -> Project:
    file, catalogue = read_room(sample_rooms.text(name)), default_catalogue()
    assert file.style is not None
    made = design(file.room, file.style, catalogue)
    return project_of(file, made, catalogue, date=datetime.date(2026, 3, 1), stop=Stop(iterations=1))


def shapes_of(kind: str, width: int) -> dict[str, Shape]:
    """The shapes of a cabinet by the last words of their ids."""
    every = shapes(a_cabinet(kind, width=mm(width)).parts)
    return {part.removeprefix("K01."): shape for shape in every for part in shape.ids}


def test_every_part_of_a_project_is_on_exactly_one_page() -> None:
    project = a_room()
    assert project.design is not None
    found = [each for shape in shapes(project.design.parts) for each in shape.ids]
    assert sorted(found) == sorted(part.id for part in project.design.parts)
    words = " ".join(text.text for page in part_drawing_pages(project) for text in page.texts)
    assert [each for each in found if each not in words] == []


def test_parts_made_alike_share_a_drawing() -> None:
    assert shapes_of("base-drawers", 600)["drawer.1.bottom"].ids == (
        "K01.drawer.1.bottom",
        "K01.drawer.2.bottom",
        "K01.drawer.3.bottom",
    )


def test_left_and_right_sides_are_mirror_images_and_bottoms_are_none() -> None:
    found = shapes_of("base-drawers", 600)
    assert found["side.L"].mirrored == found["side.R"].number
    assert found["drawer.1.side.R"].mirrored == found["drawer.1.side.L"].number
    assert found["bottom"].mirrored is None
    assert (found["side.L"].hand, found["side.R"].hand, found["bottom"].hand) == ("L", "R", "")


def test_a_pair_of_doors_is_mirrored_though_no_id_says_so() -> None:
    found = shapes_of("tall-wardrobe", 800)
    assert found["door.1"].mirrored == found["door.2"].number


def test_rows_of_the_table_hold_every_hole_once() -> None:
    for shape in shapes_of("tall-wardrobe", 800).values():
        holes, cuts = rows(shape)
        spread = [(row.kind.face, x, y, row.kind.diameter) for row in holes for x, y in row.spots]
        assert sorted(spread) == sorted((hole.face, hole.x, hole.y, hole.diameter) for hole in shape.drillings)
        assert len(cuts) == len(shape.millings)


def test_every_hole_is_drawn_once_and_a_through_hole_in_both_faces() -> None:
    shape = shapes_of("tall-wardrobe", 800)["side.L"]
    circles = [item for item in drawn(shape, STROKES, 20, METRIC_ENGLISH) if isinstance(item, Circle)]
    through = sum(hole.through for hole in shape.drillings)
    assert len(faces_shown(shape)) == 2
    assert len(circles) == len(shape.drillings) + through + 2  # a ring for zero in each face


def test_holes_of_the_turned_face_stand_below_their_own_x() -> None:
    side = shapes_of("tall-wardrobe", 800)["side.L"]
    circles = [item for item in drawn(side, STROKES, 10, METRIC_ENGLISH) if isinstance(item, Circle)]
    pins = [hole for hole in drillings(side.part) if hole.face is Face.A and hole.purpose == "shelf-pin"]
    below = {round(item.x * 10_000) for item in circles if item.y < 0}
    assert {hole.x for hole in pins} <= below


def test_a_grid_of_holes_is_one_row_and_equal_steps_are_told_by_their_ends() -> None:
    spots = [(mm(x), mm(y)) for x in (96, 128, 160, 192, 224) for y in (37, 517)]
    ((xs, ys),) = lines(spots)
    assert (told(xs, METRIC_ENGLISH), told(ys, METRIC_ENGLISH)) == ("96 – 224 (4×32)", "37; 517")


def test_series_keep_single_places_in_their_order() -> None:
    assert series((1, 10, 20, 30, 40, 47)) == ((1,), (10, 20, 30, 40), (47,))
    assert series((10, 20, 30)) == ((10,), (20,), (30,))


def test_sizes_are_moved_apart_as_little_as_can_be() -> None:
    assert apart([0.0, 10.0, 10.0, 30.0], 4.0) == [0.0, 8.0, 12.0, 30.0]
    assert apart([30.0, 10.0, 10.0], 4.0) == [30.0, 12.0, 8.0]


@pytest.mark.parametrize("room", ["galley_kitchen", "bedroom", "hallway"])
def test_every_page_is_readable(room: str) -> None:
    for page in part_drawing_pages(a_room(room)):
        assert_texts_are_readable(page, smallest=8.0)


def test_a_drawing_says_how_the_cut_size_comes_about() -> None:
    words = [text.text for page in part_drawing_pages(a_room()) for text in page.texts]
    assert any(each.startswith("Length 720 − 0 − 0 = 720; width ") for each in words)


def test_parts_alike_are_called_by_a_name_without_their_numbers() -> None:
    found = shapes_of("base-drawers", 600)
    assert found["drawer.1.bottom"].name == "Drawer bottom"
    assert found["drawer.1.side.L"].name == "Drawer side left 1"
    sink = a_cabinet("base-sink", width=mm(600))
    front, rear = sink.part("K01.rail.front"), sink.part("K01.rail.rear")
    assert {each.name for each in shapes((front, rear, replace(rear, name="Rail")))} == {"Rail"}


def test_sizes_of_cut_outs_and_long_grooves_stand_on_one_line() -> None:
    words = {text.text for page in part_drawing_pages(a_room("attic_wardrobe")) for text in page.texts}
    assert {"390×225", "1029.9×8"} <= words


def test_numbers_stand_on_no_line_of_an_edge_or_a_groove() -> None:
    for shape in shapes_of("base-drawers", 600).values():
        for scale in (4, 7.5, 10):
            items = drawn(shape, STROKES, scale, METRIC_ENGLISH)
            numbers = [box_of(item) for item in items if isinstance(item, Text) and item.bold and item.size == NUMBER]
            for item in items:
                if isinstance(item, Rectangle):
                    box = (item.x, item.y, item.x + item.width, item.y + item.height)
                    assert all(inside(one, box) or not overlapping(one, box) for one in numbers), (shape.ids, scale)


def test_bands_have_the_lines_of_the_other_papers() -> None:
    project = a_room()
    assert project.design is not None
    strokes = band_strokes(project)
    door = next(each for each in shapes(project.design.parts) if each.part.role == "door")
    lines_drawn = {getattr(item, "stroke", None) for item in drawn(door, strokes, 10, METRIC_ENGLISH)}
    assert strokes[str(door.part.edges.bottom)] in lines_drawn
