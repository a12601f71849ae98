"""Room sheets for those who fit: schedules of cabinets and of points, wall numbers, handles, heights of points."""

from __future__ import annotations

from furnishing.units import mm
from reports.dimensions import View
from reports.drawing import Circle, Text
from reports.room_drawings import room_pages
from reports.room_elevation import HANDLE, KNOB, elevation_items
from reports.room_plan import RING, plan_items
from tests.reports.furnished import a_kitchen, a_kitchen_design
from tests.reports.page_checks import assert_texts_are_readable
from tests.reports.test_part_drawing import a_room


def words_of_the_last_page() -> list[str]:
    return [text.text for text in room_pages(a_kitchen())[-1].texts]


def test_every_cabinet_and_every_point_stands_in_the_schedules() -> None:
    words = words_of_the_last_page()
    design = a_kitchen_design()
    assert {each.id for each in design.cabinets} <= set(words)
    points = [point for wall in design.room.walls for point in wall.points]
    assert words.count("socket") == 2
    assert sum(words.count(kind) for kind in ("socket", "switch", "water", "waste")) == len(points)


def test_a_point_tells_its_height_and_the_cabinet_before_it() -> None:
    words = words_of_the_last_page()
    water = words.index("water")
    assert words[water - 1 : water + 3] == ["1", "water", "560", "500"]
    design = a_kitchen_design()
    (before,) = [each.cabinet for each in design.layout.placements if each.offset <= mm(560) < each.offset + each.width]
    assert words[water + 3] == before


def test_every_wall_has_its_number_in_the_plan() -> None:
    design = a_kitchen_design()
    items = plan_items(design, None, View(scale=40))
    rings = [(item.x, item.y) for item in items if isinstance(item, Circle) and item.radius == RING]
    assert len(rings) == len(design.room.walls)
    numbers = {
        text.text for text in items if isinstance(text, Text) and (text.x, text.y) in {(x, text.y) for x, _ in rings}
    }
    assert {str(number) for number in range(1, len(design.room.walls) + 1)} <= numbers


def test_every_handle_is_drawn_where_it_is_drilled() -> None:
    project = a_room()
    assert project.design is not None
    wall = project.design.layout.placements[0].wall
    items = elevation_items(project.design, project.catalogue, wall, View(scale=20))
    drawn = [item for item in items if getattr(item, "radius", None) == KNOB or getattr(item, "stroke", None) == HANDLE]
    parts = [part for each in project.design.cabinets for part in each.parts]
    drilled = [part for part in parts if any(bore.purpose == "handle" for bore in part.bores)]
    assert len(drawn) == len(drilled) > 0


def test_heights_of_points_are_told_from_the_floor() -> None:
    design = a_kitchen_design()
    words = [item.text for item in elevation_items(design, None, 0, View(scale=25)) if isinstance(item, Text)]
    assert {"400", "500", "1150", "2600"} <= set(words)


def test_sheets_with_schedules_are_readable() -> None:
    for page in room_pages(a_kitchen(slope=True)):
        assert_texts_are_readable(page, smallest=8.0)
