"""Plans and elevations: true to scale, dimensioned outside, every text readable."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from furnishing.cabinets.cabinet import Opens
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.room import Room, Slope, Wall
from furnishing.room_file import read_room
from furnishing.units import mm
from reports.chains import Side, bounds
from reports.dimensions import View
from reports.drawing import CHAIN, Drawing, Item, Line, Polyline, Rectangle, Text
from reports.project import Project
from reports.render.svg import svg
from reports.room_drawings import elevation_figures, elevations, plan, plan_figure, room_pages, room_pdf
from reports.room_elevation import ceiling_line, elevation_items
from reports.room_plan import plan_items
from sample_rooms import names as sample_names
from sample_rooms import text as sample_text
from tests.reports.builders import a_project, an_operators_project
from tests.reports.furnished import a_kitchen, a_kitchen_design, a_kitchen_room
from tests.reports.kitchen_goods import a_kitchen_catalogue
from tests.reports.page_checks import assert_texts_are_readable, ink, page_image

FULL_SIZE = View(scale=1)


def words(drawing: Drawing) -> list[str]:
    return [text.text for text in drawing.texts]


def rectangles(items: list[Item]) -> set[tuple[float, float, float, float]]:
    """Left, bottom, width, height of every rectangle in millimetres."""
    found = (item for item in items if isinstance(item, Rectangle))
    return {(round(r.x, 3), round(r.y, 3), round(r.width, 3), round(r.height, 3)) for r in found}


def test_the_plan_names_every_cabinet_and_dimensions_the_run_and_the_openings() -> None:
    found = words(plan(a_kitchen()))
    assert {"F01", "K01", "K02", "K03", "K04", "F02"} <= set(found)
    assert {"38", "800", "600", "450", "900", "62", "2850", "300", "1200", "1350"} <= set(found)


def test_the_elevation_shows_fronts_with_their_reveals_to_scale() -> None:
    items = elevation_items(a_kitchen_design(), a_kitchen_catalogue(), 0, FULL_SIZE)
    # K01 stands behind the 38 mm filler; its doors begin 2 mm inside it and leave 2 mm between them.
    assert (38 + 2, 102, 397, 716) in rectangles(items)
    assert (38 + 2 + 397 + 2, 102, 397, 716) in rectangles(items)


def test_opening_marks_point_at_the_hinges() -> None:
    items = elevation_items(a_kitchen_design(), a_kitchen_catalogue(), 0, FULL_SIZE)
    marks = [item.points for item in items if isinstance(item, Polyline) and item.stroke == CHAIN]
    doors = sum(front.opens is not Opens.PULL for each in a_kitchen_design().cabinets for front in each.fronts)
    assert len(marks) == doors
    left_hung = marks[0]
    assert left_hung[1] == pytest.approx((40, 102 + 716 / 2))
    assert left_hung[0][0] > left_hung[1][0]


def test_heights_stand_at_the_side() -> None:
    (elevation,) = elevations(a_kitchen())
    upright = {text.text for text in elevation.texts if text.rotation == 90}
    assert {"100", "720", "1280", "500", "2600", "1000", "1100"} <= upright


def test_wood_shows_its_grain_and_plain_colours_show_none() -> None:
    grey = [
        item.stroke.colour
        for item in elevation_items(a_kitchen_design(), a_kitchen_catalogue(), 0, View(scale=20))
        if isinstance(item, Line) and item.stroke.width == pytest.approx(0.1)
    ]
    assert grey
    plain = replace(
        a_kitchen_catalogue(),
        finishes=tuple(
            replace(each, grain=a_kitchen_catalogue().finishes[0].grain) for each in a_kitchen_catalogue().finishes
        ),
    )
    none = elevation_items(a_kitchen_design(), plain, 0, View(scale=20))
    assert not [item for item in none if isinstance(item, Line) and item.stroke.width == pytest.approx(0.1)]


@pytest.mark.parametrize("slope", [False, True])
def test_every_text_of_the_room_paper_can_be_read(slope: bool) -> None:
    for page in room_pages(a_kitchen(slope=slope)):
        assert_texts_are_readable(page, smallest=7.0)


@pytest.mark.parametrize("name", sample_names())
def test_every_text_of_the_sample_rooms_can_be_read(name: str) -> None:
    file = read_room(sample_text(name))
    assert file.style is not None
    catalogue = default_catalogue()
    made = design(file.room, file.style, catalogue)
    figures = (plan_figure(made, catalogue), *elevation_figures(made, catalogue))
    small = plan_figure(made, catalogue, 92.0, 56.0, dimensions=False)
    assert len(figures) > 1
    for figure in (*figures, small):
        assert_texts_are_readable(figure.drawing, smallest=8.0)


def test_a_small_plan_too_full_for_ids_has_the_numbers_of_its_walls() -> None:
    file = read_room(sample_text("kitchen_with_island"))
    assert file.style is not None
    made = design(file.room, replace(file.style, wishes=()), default_catalogue(), layout=file.layout)
    full, small = plan_figure(made, None), plan_figure(made, None, 92.0, 56.0, dimensions=False)
    assert "K27" in words(full.drawing)
    assert [each for each in words(small.drawing) if each.startswith("K")] == []
    assert sorted(words(small.drawing)) == ["1", "2", "3", "4"]
    assert_texts_are_readable(small.drawing, smallest=8.0)


def test_a_figure_fits_the_room_it_is_given() -> None:
    for width, height in ((273.0, 160.0), (120.0, 130.0), (120.0, 200.0)):
        drawing = plan_figure(a_kitchen_design(), a_kitchen_catalogue(), width, height).drawing
        assert (drawing.width <= width, drawing.height <= height) == (True, True)


def test_drawings_stay_inside_their_own_edges() -> None:
    for drawing in (plan(a_kitchen()), *elevations(a_kitchen(slope=True))):
        left, bottom, right, top = bounds(drawing.items)
        assert min(left, bottom) >= 0.9
        assert right <= drawing.width - 0.9
        assert top <= drawing.height - 0.9


def test_the_scale_stands_in_the_title_block() -> None:
    figure = plan_figure(a_kitchen_design(), a_kitchen_catalogue())
    assert f"1:{figure.scale} · mm" in words(room_pages(a_kitchen())[0])


def test_a_sloped_ceiling_rises_from_its_knee_and_ends_level() -> None:
    room = replace(a_kitchen_room(), slopes=(Slope(wall=5, knee=mm(1800), angle=Decimal(45)),))
    assert ceiling_line(room, 0) == ((0, mm(1800)), (mm(800), mm(2600)), (mm(2850), mm(2600)))
    assert ceiling_line(room, 5) == ((0, mm(1800)), (mm(2000), mm(1800)))


def test_a_door_swings_where_it_says() -> None:
    bare = replace(a_kitchen_design(), layout=replace(a_kitchen_design().layout, placements=()), cabinets=())
    items = plan_items(bare, None, FULL_SIZE, dimensions=False)
    leaves = {
        (round(item.end[0]), round(item.end[1]))
        for item in items
        if isinstance(item, Line) and item.stroke.width == 0.5
    }
    assert (2850 - 880, -1300 - 880) in leaves  # hinged on the right of wall 2, into the room
    arcs = [item for item in items if isinstance(item, Polyline) and len(item.points) > 10]
    assert len(arcs) == 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 1500), min_size=1, max_size=14), st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_sizes_of_a_chain_never_overlap_and_tell_every_stretch(lengths: list[int], way: tuple[int, int]) -> None:
    side = Side((0.0, 0.0), way, View(scale=25))
    marks = [0]
    for length in lengths:
        marks.append(marks[-1] + mm(length))
    side.chain(marks)
    side.chain([0, marks[-1]])
    page = Drawing(width=1.0, height=1.0, items=tuple(side.items))
    told = [text.text for text in page.texts]
    assert told == [*map(str, lengths), str(sum(lengths))]
    assert_texts_are_readable(replace(page, items=tuple(_in_view(page.texts)), width=9999.0, height=9999.0))
    assert marks == sorted(marks)
    assert all(far > near for near, far in pairwise(marks))


def _in_view(texts: tuple[Text, ...]) -> list[Text]:
    return [replace(text, x=text.x + 5000, y=text.y + 5000) for text in texts]


def test_a_room_with_one_tiny_unit_can_be_drawn() -> None:
    square = Room(name="Cell", ceiling=mm(2000), walls=tuple(Wall(measured=(mm(900),)) for _ in range(4)))
    bare = replace(
        a_kitchen_design(), room=square, layout=replace(a_kitchen_design().layout, placements=()), cabinets=()
    )
    assert plan_figure(bare, None).scale == 10
    assert elevation_figures(bare, None) == ()


def test_a_list_of_panels_has_no_room_to_draw() -> None:
    with pytest.raises(ValueError, match="no design"):
        plan(an_operators_project())


def test_hostile_names_of_rooms_stay_text_in_svg() -> None:
    project = a_project()
    assert project.design is not None
    room = replace(project.design.room, name='<img src=x onerror="alert(1)"> & more')
    drawn = svg(plan(replace(project, design=replace(project.design, room=room))))
    assert "<img" not in drawn
    assert "&lt;img" in drawn


def test_there_is_ink_in_the_figure_and_none_in_the_margins() -> None:
    pages, data = room_pages(a_kitchen()), room_pdf(a_kitchen())
    for number, page in enumerate(pages):
        image = page_image(data, number, dpi=72)
        assert ink(image, page, (90, 60, 210, 170)) > 0.01
        assert ink(image, page, (0, 0, 297, 11)) == 0
        assert ink(image, page, (12, 12, 285, 23)) > 0.01


def test_equal_projects_draw_equal_bytes() -> None:
    assert room_pdf(a_kitchen()) == room_pdf(a_kitchen())


def with_customer(name: str) -> Project:
    return a_kitchen(customer=name)


@pytest.mark.parametrize(
    "customer", ["王小明", "Αθανάσιος Παπαδόπουλος", "Ивáн Иванович Длиннофамильный-Невыговариваемый" * 3]
)
def test_customers_of_every_script_stand_in_the_title_block(customer: str) -> None:
    for page in room_pages(with_customer(customer)):
        assert_texts_are_readable(page, smallest=7.0)
        assert any(text.text.rstrip("…") and customer.startswith(text.text.rstrip("…")) for text in page.texts)
