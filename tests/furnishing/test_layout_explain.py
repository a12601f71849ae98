"""Each layout says why it is as it is: terms, what is near a limit, what is short and what it would take, tolerance."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

import sample_rooms
from furnishing.cabinets.kind import Zone
from furnishing.catalogue_file import default_catalogue
from furnishing.construction import default_construction
from furnishing.layout import measures
from furnishing.layout.answer import Answer, answers
from furnishing.layout.arrange import Item
from furnishing.layout.pins import Forbid, settled
from furnishing.layout.search import Task, search
from furnishing.layout.wanting import why_fewer
from furnishing.programme_file import shipped_programme
from furnishing.room import Slope
from furnishing.room_file import read_room
from furnishing.units import mm
from tests.furnishing.layout_rooms import a_kitchen_room, a_room, a_task

SAMPLES = {"galley_kitchen": "kitchen", "bedroom": "wardrobe", "study": "bookcase", "hallway_doors": "hallway"}


def told(task: Task, rounds: int = 80) -> tuple[Answer, ...]:
    *_, standing = search(task, rounds=rounds)
    return answers(standing.best, task)


def of_sample(name: str) -> Task:
    file = read_room(sample_rooms.text(name))
    assert file.style is not None
    return Task(
        room=file.room,
        programme=shipped_programme(SAMPLES[name]),
        style=file.style,
        catalogue=default_catalogue(),
        construction=default_construction(),
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_every_layout_of_a_sample_room_gives_its_reasons(name: str) -> None:
    found = told(of_sample(name))
    assert len(found) >= 3
    for each in found:
        assert sum(term.points for term in each.score.terms) == 100
        assert all(term.help for term in each.score.terms)
        assert each.reasons_for
        assert {tolerance.wall for tolerance in each.tolerance} <= {place.wall for place in each.layout.placements}
        assert all(tolerance.shorter >= 0 for tolerance in each.tolerance)
        assert all(left.why and left.way for left in each.left_out)


def test_worktops_that_lie_on_units_do_not_shorten_what_is_told_beside_the_hob() -> None:
    def unit(role: str, kind: str, offset: int, width: int) -> Item:
        return Item(role=role, kind=kind, wall=0, offset=mm(offset), width=mm(width), zone=Zone.BASE)

    row = [unit("storage", "base-drawers", 0, 600), unit("hob", "base-hob", 600, 600)]
    row.append(unit("storage", "base-drawers", 1200, 450))
    covered = [*row, unit("worktop", "trim-worktop", 0, 1650)]
    assert measures.set_down(measures.base_rows(covered), "hob") == (mm(600), mm(450))


def test_what_a_wardrobe_is_short_of_is_told_with_a_way_out() -> None:
    task = a_task(a_room(mm(1700), mm(2600)), "wardrobe", tall_height=mm(2200))
    left = [each for answer in told(task) for each in answer.left_out]
    assert any("of 1.5 m rail for short clothes" in each.what for each in left)
    assert all("more" in each.way or "inside" in each.way for each in left)


def test_a_narrow_aisle_is_near_its_limit() -> None:
    found = told(of_sample("galley_kitchen"))
    assert any("900 mm is the least" in text for answer in found for text in answer.near_limits)


def test_where_no_row_of_tall_units_fits_it_is_told_what_slopes_would_allow() -> None:
    slopes = tuple(Slope(wall=wall, knee=mm(1100), angle=Decimal(45)) for wall in range(4))
    low = replace(a_room(mm(4000), mm(2600)), slopes=slopes)
    reasons = " ".join(why_fewer(a_task(low, "wardrobe", tall_height=mm(2400))))
    assert '"fitted": true' in reasons


def test_walls_that_stay_empty_are_not_told_as_free() -> None:
    task = replace(a_task(a_kitchen_room()), pins=settled([Forbid(wall=0), Forbid(wall=1), Forbid(wall=3)]))
    reasons = list(why_fewer(task))
    assert any("1 of 4 walls are left" in each for each in reasons)
    assert not any("(wall 1)" in each for each in reasons)
