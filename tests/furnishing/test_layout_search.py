"""Layouts can be built: nothing overlaps, blocks a door, or leaves the room; and they differ, repeat and hold pins."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sample_rooms
from furnishing.catalogue_file import default_catalogue
from furnishing.construction import default_construction
from furnishing.design import design
from furnishing.issues import Level
from furnishing.layout.answer import answers
from furnishing.layout.judged import Judged, distance
from furnishing.layout.limits import objective
from furnishing.layout.pins import Forbid, Keep, keep, settled
from furnishing.layout.placement import Layout
from furnishing.layout.search import Standing, Task, search
from furnishing.programme_file import shipped_programme
from furnishing.room import Room
from furnishing.room_file import read_room
from furnishing.units import mm
from tests.furnishing.layout_judge import faults, slits
from tests.furnishing.layout_rooms import a_kitchen_room, a_room, a_task, rooms

SLOW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
ROUNDS = 60


def last(task: Task, **limits: int) -> Standing:
    """Where a search ends."""
    *_, standing = search(task, rounds=limits.pop("rounds", ROUNDS), **limits)
    return standing


def layout_of(judged: Judged) -> Layout:
    return Layout(placements=judged.placements)


@SLOW
@given(room=rooms(), programme=st.sampled_from(["kitchen", "kitchen-small", "kitchen-gas"]))
def test_kitchens_can_be_built_in_any_room(room: Room, programme: str) -> None:
    task = a_task(room, programme)
    for judged in last(task).best:
        assert faults(layout_of(judged), room, task.style) == []
        assert slits(layout_of(judged)) == []


@SLOW
@given(room=rooms(), programme=st.sampled_from(["wardrobe", "bookcase", "tv", "hallway", "study", "bathroom"]))
def test_furniture_can_be_built_in_any_room(room: Room, programme: str) -> None:
    task = a_task(room, programme, tall_height=mm(2200))
    for judged in last(task).best:
        assert faults(layout_of(judged), room, task.style) == []
        assert slits(layout_of(judged)) == []


def test_a_kitchen_room_has_three_clearly_different_layouts() -> None:
    best = last(a_task(a_kitchen_room()), rounds=300).best
    least = float(objective().distance["least"])
    assert len(best) >= 3
    assert all(distance(one.features, other.features) >= least for one, other in combinations(best, 2))


def test_layouts_are_ranked() -> None:
    totals = [each.score.total for each in last(a_task(a_kitchen_room())).best]
    assert totals == sorted(totals, reverse=True)


def test_the_same_search_gives_the_same_layouts() -> None:
    task = a_task(a_kitchen_room())
    assert last(task).best == last(task).best


def test_more_rounds_never_give_a_worse_best_layout() -> None:
    task = a_task(a_kitchen_room())
    totals = [last(task, rounds=rounds).best[0].score.total for rounds in (20, 60, 180)]
    assert totals == sorted(totals)


def test_a_stop_ends_the_search_at_once_and_keeps_what_was_found() -> None:
    seen: list[bool] = []

    def stop() -> bool:
        seen.append(True)
        return len(seen) == 30

    *_, standing = search(a_task(a_kitchen_room()), stop=stop)
    assert standing.seen == 30
    assert not standing.done


def test_a_search_ends_by_itself_once_it_has_done_enough() -> None:
    task = a_task(a_kitchen_room())
    standings = [list(search(task, around=around))[-1] for around in (True, True, False)]
    assert standings[0] == standings[1]
    assert all(each.done and each.best for each in standings)
    assert standings[0].seen < standings[2].seen
    assert standings[0].best[0].score.total <= standings[2].best[0].score.total


@pytest.mark.parametrize(
    "task",
    [
        # Runs below a hung unit that is kept are filled, and shortened.
        replace(
            a_task(a_kitchen_room(2600, 2200), "kitchen-small"),
            pins=settled([Keep(kind="wall-doors", wall=0, offset=mm(600), width=mm(600))]),
        ),
        a_task(a_room(mm(3000), mm(2600)), "wardrobe"),
    ],
)
def test_a_search_can_be_stopped_while_it_tries_shorter_runs_too(task: Task) -> None:
    asked: list[int] = []
    *_, whole = search(task, stop=lambda: bool(asked.append(1)))
    assert whole.done
    assert len(asked) > whole.seen + 20
    left = iter(range(len(asked) - 10))
    *_, stopped = search(task, stop=lambda: next(left, None) is None)
    assert not stopped.done
    assert stopped.best


@pytest.mark.parametrize("number", range(0, 18, 4))
def test_a_pinned_unit_stays(number: int) -> None:
    task = a_task(a_kitchen_room())
    free = layout_of(last(task).best[0])
    units = [each for each in free.placements if not each.kind.startswith(("filler", "trim"))]
    pin = keep(free, units[number % len(units)].cabinet)
    pinned = last(replace(task, pins=settled([pin])), rounds=200).best
    assert pinned
    assert all(any(pin.holds(place) for place in judged.placements) for judged in pinned)


def test_pins_of_units_round_a_corner_give_the_layout_back_that_they_are_of() -> None:
    file = read_room(sample_rooms.text("kids_room"))
    assert file.style is not None
    programme = shipped_programme("wardrobe-child")
    task = replace(a_task(file.room, programme), style=file.style)
    before = last(task, rounds=100).best[0]
    first, end = before.placements[0], before.placements[-1]
    assert first.wall != end.wall
    pins = settled([keep(layout_of(before), each.cabinet) for each in (first, end)])
    assert last(replace(task, pins=pins), rounds=100).best[0].score.total >= before.score.total


def test_nothing_stands_on_a_forbidden_wall() -> None:
    task = a_task(a_kitchen_room())
    best = last(replace(task, pins=settled([Forbid(wall=1)]))).best
    assert best
    assert all(place.wall != 1 for judged in best for place in judged.placements)


def test_taking_the_last_edit_off_gives_the_former_layouts() -> None:
    task = a_task(a_kitchen_room())
    edits: list[Keep | Forbid] = [Forbid(wall=2)]
    before = last(replace(task, pins=settled(edits))).best
    edits.append(keep(layout_of(before[0]), before[0].placements[0].cabinet))
    last(replace(task, pins=settled(edits)))
    edits.pop()
    assert last(replace(task, pins=settled(edits))).best == before


def test_a_later_edit_replaces_what_it_takes_the_place_of() -> None:
    first = Keep(kind="base-doors", wall=0, offset=mm(600), width=mm(600))
    wider = replace(first, width=mm(800))
    assert settled([first, wider]).keeps == (wider,)


@pytest.mark.parametrize("name", ["l_kitchen", "bedroom", "tv_living_room", "hallway"])
def test_layouts_of_sample_rooms_go_on_to_cabinets_without_an_error(name: str) -> None:
    file = read_room(sample_rooms.text(name))
    assert file.style is not None
    wanted = {"l_kitchen": "kitchen", "bedroom": "wardrobe", "tv_living_room": "tv", "hallway": "hallway"}[name]
    task = Task(
        room=file.room,
        programme=shipped_programme(wanted),
        style=file.style,
        catalogue=default_catalogue(),
        construction=default_construction(),
    )
    for answer in answers(last(task, rounds=120).best, task):
        made = design(file.room, replace(file.style, wishes=()), default_catalogue(), layout=answer.layout)
        assert [issue for issue in made.issues if issue.level is Level.ERROR] == []


def test_where_two_end_panels_would_meet_the_higher_unit_has_one() -> None:
    """Both were made, overlapped, and with them every layout was dropped."""
    kept = [
        Keep(kind="base-doors", wall=0, offset=mm(2350), width=mm(600)),
        Keep(kind="tall-fridge", wall=0, offset=mm(2975), width=mm(600)),
    ]
    task = replace(a_task(a_kitchen_room()), pins=settled(kept))
    best = last(task).best
    assert best
    for judged in best:
        ends = [(each.offset, each.height) for each in judged.placements if each.kind == "trim-end-panel"]
        assert (mm(2957), task.style.tall_height) in ends
        assert mm(2950) not in [offset for offset, _ in ends]
