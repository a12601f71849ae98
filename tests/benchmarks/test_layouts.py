"""Forty rooms for the layout search: all of them can be, and the page says what was measured."""

import pytest

from benchmarks.layouts import edits, kitchen_designer
from benchmarks.layouts.__main__ import PAGE, load
from benchmarks.layouts.cases import Case, cases
from benchmarks.layouts.criteria import set_down, tall_between, triangle, whole_widths
from benchmarks.layouts.measure import judged
from benchmarks.layouts.page import page
from furnishing.design import design
from furnishing.layout.answer import answers
from furnishing.layout.candidate import ESSENTIAL, candidate
from furnishing.layout.handed import canonical
from furnishing.layout.kitchen import KitchenSearch
from furnishing.layout.placement import Layout
from furnishing.layout.search import search, searcher
from furnishing.room_file import RoomFile, read_room, write_room
from furnishing.style import Style
from web.line import style_for

QUICK = ("kitchen-designer small", "generated 12", "generated 14", "generated 16", "hallway", "study_niche")


def named(name: str) -> Case:
    return next(each for each in cases() if each.name == name)


def bare(case: Case, layout: Layout) -> Style:
    return style_for(case.style, layout)


def test_kitchens_without_a_sink_are_not_varied_where_one_has_a_place() -> None:
    """Their points were more than those with a sink could have, so that no shorter runs of these were looked at."""
    task = named("generated 7").task
    *_, standing = search(task)
    search_of = searcher(canonical(task)[0])
    assert isinstance(search_of, KitchenSearch)
    found = [candidate(each, search_of.bench) for each in standing.memory.structures]
    assert found
    assert all(each is not None and not ESSENTIAL & set(each.missing) for each in found)


def test_there_are_forty_rooms_or_more_and_each_can_be_read_back() -> None:
    assert len({each.name for each in cases()}) == len(cases()) >= 40
    for each in cases():
        assert read_room(write_room(RoomFile(room=each.room))).room == each.room


@pytest.mark.parametrize("name", QUICK)
def test_layouts_keep_every_rule_and_are_enough_or_it_is_told_why(name: str) -> None:
    case = named(name)
    *_, last = search(case.task, rounds=60)
    found = answers(last.best, case.task)
    assert found
    for each in found:
        made = design(case.room, bare(case, each.layout), case.task.catalogue, layout=each.layout)
        assert list(judged(each, made, case.task)) == []


def test_every_room_that_was_measured_has_three_layouts_or_a_reason_and_no_fault() -> None:
    known = load()
    assert set(known) == {each.name for each in cases()}
    for each in known.values():
        assert each.faults == ()
        assert len(each.scores) >= 3 or each.why
        assert each.first is None or each.first < 1
        assert len(each.papers) == len(each.scores)
        assert all(count > 0 for count in each.papers)


def test_the_page_is_made_of_what_was_measured() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(list(load().values()), edits.load()), (
        "run `make layouts` and read it"
    )


def test_every_step_that_was_measured_kept_its_pins_and_lost_nothing_on_the_whole() -> None:
    steps = edits.load()
    assert {each.room for each in steps} >= {"galley_kitchen", "island_kitchen", "attic_wardrobe", "bedroom"}
    assert all(each.agree for each in steps)
    # A seventh of the work, and hardly worse than a search that begins with nothing.
    assert sum(each.best - each.anew for each in steps) > -0.1 * len(steps)


def test_the_published_layouts_are_measured_by_the_same_ruler() -> None:
    large = kitchen_designer.published("large")
    assert large is not None
    assert tall_between(large) == "1 of 3"
    assert whole_widths(large) == "12 of 17"
    assert set_down(large, "sink") == "2105 and 0"
    assert triangle(large).startswith("sink to hob 1.21 m")
    assert kitchen_designer.published("medium2") is None
