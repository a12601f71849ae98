"""Islands on paper: set out on the plan, their fronts in an elevation of their own, told apart from their wall."""

from __future__ import annotations

from functools import cache

import sample_rooms
from furnishing.catalogue_file import default_catalogue
from furnishing.design import Design, design
from furnishing.layout.placement import Placement
from furnishing.room_file import read_room
from reports.drawing import Text
from reports.room_drawings import elevation_figures, plan_figure
from reports.room_elevation import furnished_walls
from reports.text.locale import Locale
from tests.reports.page_checks import assert_texts_are_readable


@cache
def an_island_kitchen() -> Design:
    file = read_room(sample_rooms.text("kitchen_with_island"))
    assert file.style is not None
    return design(file.room, file.style, default_catalogue(), layout=file.layout)


def free(*kinds: str) -> list[Placement]:
    return [each for each in an_island_kitchen().layout.placements if each.out and each.kind in kinds]


def test_the_plan_says_where_the_island_stands_and_how_wide_its_ways_are() -> None:
    figure = plan_figure(an_island_kitchen(), default_catalogue())
    words = [text.text for text in figure.drawing.texts]
    (top,) = free("trim-worktop")
    room = an_island_kitchen().room
    assert str(top.depth // 1000) in words
    assert str(top.width // 1000) in words
    assert str(top.out // 1000) in words
    # The room is 5200 wide; 600 of it are worktop, the rest is aisle.
    assert str((room.walls[0].length - 600_000 - top.out - top.depth) // 1000) in words
    assert {each.cabinet for each in free("base-drawers")} <= set(words)
    assert_texts_are_readable(figure.drawing, smallest=8.0)


def test_the_island_has_an_elevation_of_its_own_and_its_wall_has_none() -> None:
    made = an_island_kitchen()
    behind = free("base-drawers")[0].wall
    assert behind not in furnished_walls(made)
    figures = elevation_figures(made, default_catalogue())
    assert [each.name for each in figures[-1:]] == [f"island-{behind + 1}"]
    texts = [item for item in figures[-1].drawing.items if isinstance(item, Text)]
    words = [text.text for text in texts]
    ids = [each.cabinet for each in sorted(free("base-drawers"), key=lambda each: each.offset)]
    at = {text.text: text.x for text in texts}
    assert [each for each in sorted(at, key=lambda word: at[word]) if each in ids] == ids
    assert {"600", "858", "1876"} <= set(words)
    (top,) = free("trim-worktop")
    ends = [each.offset for each in free("trim-end-panel")]
    assert words.count(str((min(ends) - top.offset) // 1000)) == 2, "the worktop hangs over at both ends"


def test_every_language_names_the_island() -> None:
    for language in ("en", "de", "es", "ru", "zh-Hans"):
        figures = elevation_figures(an_island_kitchen(), None, locale=Locale(language=language), dimensions=False)
        assert figures[-1].subject not in {"", "room.elevation_island"}
