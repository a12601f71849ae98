"""Islands: where one stands, what stands in it, that people get round it; and what is told where none fits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from furnishing.design import design
from furnishing.issues import Level
from furnishing.layout import measures
from furnishing.layout.answer import answers
from furnishing.layout.handed import image_of
from furnishing.layout.judged import Judged
from furnishing.layout.limits import limits
from furnishing.layout.mirror import mirrored_wall
from furnishing.layout.pins import Forbid, Keep, keep, settled
from furnishing.layout.placement import Layout, Placement
from furnishing.layout.round_island import islands
from furnishing.layout.search import Task, search
from furnishing.layout.wanting import why_fewer
from furnishing.programme import Shape, Storage
from furnishing.room import Obstacle, ObstacleKind, Room
from furnishing.units import Length, mm
from tests.furnishing.layout_judge import faults
from tests.furnishing.layout_rooms import a_kitchen_room, a_task, rooms

FEW = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
ROUNDS = 120
UNITS = {"base-drawers", "base-doors", "base-open"}


def a_wish(room: Room, shape: Shape = Shape.ISLAND, **changes: object) -> Task:
    """A kitchen of a shape in a room."""
    task = a_task(room)
    kitchen = replace(task.programme.kitchen, shape=shape, **changes)
    return replace(task, programme=replace(task.programme, kitchen=kitchen))


def found(task: Task, rounds: int | None = ROUNDS) -> tuple[Judged, ...]:
    *_, standing = search(task, rounds=rounds)
    return standing.best


def layout_of(judged: Judged) -> Layout:
    return Layout(placements=judged.placements)


def free(judged: Judged, *kinds: str) -> list[Placement]:
    """What stands off the walls, of these kinds or of all, from left to right."""
    standing = [each for each in judged.placements if each.out > 0 and (not kinds or each.kind in kinds)]
    return sorted(standing, key=lambda each: each.offset)


LARGE = a_kitchen_room(5200, 4600)


@pytest.fixture(scope="module")
def best() -> Sequence[Judged]:
    return found(a_wish(LARGE))


def test_a_large_kitchen_has_several_layouts_with_an_island(best: Sequence[Judged]) -> None:
    assert len(best) >= 3
    assert {each.features.shape for each in best} == {"island"}
    for judged in best:
        assert faults(layout_of(judged), LARGE, a_wish(LARGE).style) == []
        assert not set(judged.missing)


def test_an_island_is_a_row_of_base_units_under_one_worktop_closed_at_its_ends_and_its_back(
    best: Sequence[Judged],
) -> None:
    for judged in best:
        row = free(judged, *UNITS)
        for one, other in pairwise(row):
            assert one.offset + one.width == other.offset
        assert len({(each.wall, each.out, each.depth) for each in row}) == 1
        first, last = row[0], row[-1]
        ends = free(judged, "trim-end-panel")
        assert [each.offset + each.width for each in ends[:1]] == [first.offset]
        assert [each.offset for each in ends[1:]] == [last.offset + last.width]
        backs = free(judged, "trim-back-panel")
        assert sum(each.width for each in backs) == sum(each.width for each in (*row, *ends))
        assert {each.out + each.depth for each in backs} == {first.out}
        (top,) = free(judged, "trim-worktop")
        over = limits().island_overhang
        assert top.offset == ends[0].offset - over
        assert top.width == sum(each.width for each in (*row, *ends)) + 2 * over
        assert top.out == backs[0].out - over
        assert top.out + top.depth > first.out + first.depth


def test_fronts_of_an_island_face_the_run_before_it(best: Sequence[Judged]) -> None:
    for judged in best:
        island = judged.features.island
        assert isinstance(island, tuple)
        unit = free(judged, *UNITS)[0]
        behind, before = LARGE.walls[unit.wall].length, island[0]
        assert before in judged.features.walls
        assert unit.wall not in judged.features.walls
        middle = unit.offset + unit.width // 2
        back = LARGE.on_wall(unit.wall, middle, unit.out)
        front = LARGE.on_wall(unit.wall, middle, unit.out + unit.depth)
        (x0, y0), (x1, y1) = LARGE.corners[int(str(before))], LARGE.corners[int(str(before)) + 1]

        def away(x: float, y: float, x0: float = x0, y0: float = y0, x1: float = x1, y1: float = y1) -> float:
            return abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / math.hypot(x1 - x0, y1 - y0)

        assert away(*front) < away(*back)
        assert 0 < middle < behind


def test_doors_instead_of_drawers_where_doors_are_wished_for() -> None:
    judged = found(a_wish(LARGE, storage=Storage.DOORS))[0]
    assert {each.kind for each in free(judged, *UNITS)} == {"base-doors"}


def test_any_shape_tries_an_island_where_there_is_room() -> None:
    alone = settled([Forbid(wall=wall) for wall in (1, 2, 3)])
    shapes = {each.features.shape for each in found(replace(a_wish(LARGE, Shape.ANY), pins=alone), rounds=None)}
    assert shapes == {"I", "island"}


def test_a_small_room_has_no_island_and_loses_none_of_its_other_layouts() -> None:
    small = a_kitchen_room()
    assert {each.features.shape for each in found(a_wish(small, Shape.ANY))} <= {"I", "L", "U", "galley"}


@pytest.mark.parametrize(
    ("width", "depth", "words"),
    [
        # 600 of run, 1067 of aisle, 638 of island, 914 behind it: 3219.
        (5200, 3100, ("3219 mm", "3100 mm", "119 mm too narrow", "914 mm", "1067 mm", "4 mm too few")),
        # 1276 of worktop and two ways of 914: 3104.
        (2900, 5200, ("1276 mm", "914 mm", "204 mm too few")),
    ],
)
def test_what_an_island_lacks_is_told_with_its_lengths(width: int, depth: int, words: tuple[str, ...]) -> None:
    text = " ".join(why_fewer(a_wish(a_kitchen_room(width, depth))))
    for word in words:
        assert word in text


def test_where_an_island_was_asked_for_and_none_fits_every_layout_says_what_it_lacks() -> None:
    task = a_wish(a_kitchen_room())
    told = answers(found(task), task)
    assert len(told) >= 3
    for answer in told:
        (left,) = (each for each in answer.left_out if each.what == "island")
        assert "3219 mm" in left.why
        assert "319 mm too narrow" in left.why
        assert left.way.startswith("319 mm more between walls")


def test_walls_before_which_an_island_fits_are_named_where_it_was_asked_for() -> None:
    assert any("before wall 1, 3 only" in each for each in why_fewer(a_wish(a_kitchen_room(3110, 3300))))


def test_the_aisle_and_the_ways_say_how_much_narrower_the_room_may_be(best: Sequence[Judged]) -> None:
    alone = settled([Forbid(wall=wall) for wall in (1, 2, 3)])
    task = replace(a_wish(a_kitchen_room(5200, 3259), fridge=0), pins=alone)
    (island,) = islands(found(task)[0].items, task.room, task.style)
    # 3259 mm are 40 more than a run, its aisle, the island and the way behind it take.
    assert (island.across, island.aisle + island.way) == (mm(40), mm(1067 + 914 + 40))
    assert island.along > 0


def test_the_least_room_for_an_island_has_one_and_a_little_less_has_none() -> None:
    most, least = (found(a_wish(a_kitchen_room(5200, depth), fridge=0)) for depth in (3219, 3210))
    assert {each.features.shape for each in most} == {"island"}
    assert "island" not in {each.features.shape for each in least}
    assert all("island" in each.missing for each in least)


def test_a_pillar_in_the_way_moves_or_shortens_the_island() -> None:
    pillar = Obstacle(kind=ObstacleKind.PILLAR, x=mm(2500), y=mm(-2400), length=mm(300), width=mm(300), height=mm(2500))
    room = replace(LARGE, obstacles=(pillar,))
    for judged in found(a_wish(room)):
        assert faults(layout_of(judged), room, a_wish(room).style) == []


def test_layouts_with_an_island_go_on_to_cabinets_without_an_error(best: Sequence[Judged]) -> None:
    task = a_wish(LARGE)
    for answer in answers(best, task):
        assert "with an island before wall" in answer.title
        assert any("an island with" in each for each in answer.reasons_for)
        style = replace(task.style, wishes=())
        made = design(task.room, style, task.catalogue, layout=answer.layout)
        codes = {issue.code for issue in made.issues}
        assert [issue for issue in made.issues if issue.level is Level.ERROR] == []
        assert not codes & {"aisle-narrow", "island-way-narrow", "drawer-clearance", "way-narrow", "unit-off-wall"}


@FEW
@given(room=rooms(least=3800, most=6500))
def test_kitchens_with_islands_can_be_built_in_any_large_room_and_its_image(room: Room) -> None:
    task = a_wish(room)
    image = image_of(task)
    here, there = found(task), found(image)
    assert [each.score.total for each in here] == [each.score.total for each in there]
    for judged, other in zip(here, there, strict=True):
        assert faults(layout_of(judged), room, task.style) == []
        assert faults(layout_of(other), image.room, task.style) == []
        assert places(judged, room, image=False) == places(other, image.room, image=True)


def places(judged: Judged, room: Room, *, image: bool) -> list[tuple[str, int, Length, Length, Length]]:
    """What stands free; of a mirror image, where it would stand in the room itself."""
    own = []
    for each in free(judged):
        wall, offset = each.wall, each.offset
        if image:
            wall, offset = mirrored_wall(room, wall), room.walls[wall].length - offset - each.width
        own.append((each.kind, wall, offset, each.width, each.out))
    return sorted(own)


@FEW
@given(data=st.data(), room=rooms(least=4200, most=6500))
def test_a_pinned_unit_of_an_island_stays_in_any_room(data: st.DataObject, room: Room) -> None:
    task = a_wish(room)
    first = found(task)
    if not first:
        return
    pin = keep(layout_of(first[0]), data.draw(st.sampled_from(free(first[0], *UNITS))).cabinet)
    again = found(replace(task, pins=settled([pin])), rounds=4 * ROUNDS)
    for judged in again:
        assert any(pin.holds(place) for place in judged.placements)
        assert faults(layout_of(judged), room, task.style) == []


def test_a_pinned_unit_of_an_island_keeps_the_island_where_any_shape_will_do(best: Sequence[Judged]) -> None:
    pin = keep(layout_of(best[0]), free(best[0], *UNITS)[1].cabinet)
    task = replace(a_wish(LARGE, Shape.ANY), pins=settled([pin]))
    again = found(task)
    assert again
    assert all(any(pin.holds(place) for place in judged.placements) for judged in again)


def test_an_island_keeps_off_a_place_that_a_pin_takes_too_near_to_a_wall() -> None:
    near = Keep(kind="base-drawers", wall=2, offset=mm(300), width=mm(600), out=mm(2200))
    assert found(replace(a_wish(LARGE), pins=settled([near]))) == ()
    sink = Keep(kind="base-sink", wall=2, offset=mm(2000), width=mm(600), out=mm(2200))
    assert found(replace(a_wish(LARGE), pins=settled([sink]))) == ()


def test_nothing_stands_at_a_wall_that_is_to_stay_empty() -> None:
    for judged in found(replace(a_wish(LARGE), pins=settled([Forbid(wall=2)]))):
        assert all(place.wall != 2 or place.out >= limits().island_way for place in judged.placements)


def test_ways_between_centres_lead_round_an_island_that_stands_between_them() -> None:
    straight = measures.walked((0, 0), (4000, 0), [])
    block = measures.Polygon([(1000, -300), (3000, -300), (3000, 500), (1000, 500)])
    round_it = measures.walked((0, 0), (4000, 0), [block])
    assert straight == 4000
    assert round_it == pytest.approx(2 * math.hypot(1000, 300) + 2000)
