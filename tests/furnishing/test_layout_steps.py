"""Edits one after the other: what is fixed stays, the rest is found anew from what was found before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sample_rooms
from furnishing.cabinets.registry import kind_of
from furnishing.layout.frontier import NEAR, Frontier
from furnishing.layout.judged import FEW, Judged
from furnishing.layout.pins import Edit, Forbid, Keep, keep, move, settled
from furnishing.layout.placement import Layout
from furnishing.layout.search import Standing, Task
from furnishing.layout.steps import after
from furnishing.layout.structures import Structure
from furnishing.programme import Shape
from furnishing.room import Room
from furnishing.room_file import read_room
from furnishing.units import mm
from tests.furnishing.layout_judge import faults
from tests.furnishing.layout_rooms import a_kitchen_room, a_room, a_task, rooms

FEW_ROOMS = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def bedroom() -> Task:
    return a_task(a_room(mm(4000), mm(3600)), "wardrobe")


def kitchen() -> Task:
    return a_task(a_kitchen_room())


def layout_of(judged: Judged) -> Layout:
    return Layout(placements=judged.placements)


def standing(judged: Judged) -> list[str]:
    """What of a layout stands on the floor of a run and may be kept."""
    kinds = [(each, kind_of(each.kind)) for each in judged.placements]
    return [each.cabinet for each, kind in kinds if kind.zone.value in {"base", "tall"} and not kind.corner]


def kept(found: Standing, number: int = 0, unit: int = 0) -> Keep:
    """The edit that keeps a unit of a layout."""
    judged = found.best[number]
    return keep(layout_of(judged), standing(judged)[unit])


def shown(found: Standing) -> list[tuple[float, object]]:
    return [(each.score.total, each.placements) for each in found.best]


@pytest.mark.parametrize("task", [kitchen(), bedroom()], ids=["kitchen", "bedroom"])
def test_the_best_layout_stays_the_best_where_one_of_its_units_is_kept(task: Task) -> None:
    first = after(task, ())
    edit = kept(first)
    again = after(task, [edit], memory=first.memory)
    assert again.best[0].score.total >= first.best[0].score.total
    assert len(again.best) >= FEW
    assert all(settled([edit]).agree(each.placements) for each in again.best)
    assert again.done


@pytest.mark.parametrize("task", [kitchen(), bedroom()], ids=["kitchen", "bedroom"])
def test_what_is_remembered_makes_steps_faster_and_no_other(task: Task) -> None:
    first = after(task, ())
    edits: list[Edit] = [kept(first, 1)]
    second = after(task, edits, memory=first.memory)
    edits.append(Forbid(wall=next(wall for wall in range(4) if all(wall != each.wall for each in edits[:1]))))
    third = after(task, edits, memory=second.memory)
    assert shown(third) == shown(after(task, edits))
    # A step taken back gives what was there before.
    assert shown(after(task, edits[:1])) == shown(second)
    assert shown(after(task, ())) == shown(first)


def test_a_step_looks_at_a_small_part_of_what_the_first_search_looked_at() -> None:
    task = kitchen()
    first = after(task, ())
    assert after(task, [kept(first)], memory=first.memory).seen * 3 < first.seen


def test_a_layout_that_a_step_found_stays_when_another_of_its_units_is_kept() -> None:
    """The second step begins with what the first one found, not with the layouts of the empty room."""
    task = kitchen()
    first = after(task, ())
    sink = next(each for each in first.best[0].placements if each.kind == "base-sink")
    edits: list[Edit] = [move(layout_of(first.best[0]), sink.cabinet, sink.offset + mm(50))]
    second = after(task, edits, memory=first.memory)
    last = second.best[-1]
    edits.append(kept(second, len(second.best) - 1, -1))
    third = after(task, edits, memory=second.memory)
    assert third.best[0].score.total >= last.score.total


def test_what_cannot_be_kept_ends_without_a_layout() -> None:
    task = kitchen()
    found = after(task, [Keep(kind="base-sink", wall=0, offset=mm(3300), width=mm(600))])
    assert found.best == ()
    assert found.done


def test_steps_that_are_ended_early_still_keep_what_is_fixed() -> None:
    task = kitchen()
    edit = kept(after(task, ()))
    asked: list[int] = []

    def halfway() -> bool:
        asked.append(1)
        return len(asked) > 20

    found = after(task, [edit], halfway=halfway, rounds=60)
    assert not found.done
    assert found.best
    assert all(settled([edit]).agree(each.placements) for each in found.best)


@FEW_ROOMS
@given(room=rooms(), programme=st.sampled_from(["kitchen-small", "bookcase", "wardrobe"]), data=st.data())
def test_what_a_step_finds_breaks_no_rule_and_keeps_the_pins(room: Room, programme: str, data: st.DataObject) -> None:
    task = a_task(room, programme)
    first = after(task, (), rounds=40)
    if not first.best:
        return
    judged = data.draw(st.sampled_from(first.best))
    cabinet = data.draw(st.sampled_from(standing(judged)))
    edit = keep(layout_of(judged), cabinet)
    found = after(task, [edit], memory=first.memory)
    assert found.best
    for each in found.best:
        assert settled([edit]).agree(each.placements)
        assert faults(layout_of(each), room, task.style) == []


def plain(number: int) -> Structure:
    """Structures that differ by where their water is."""
    return Structure(
        shape=Shape.LINE,
        legs=(0,),
        corners=(),
        sink=0,
        hob=0,
        tall=None,
        tall_left=True,
        oven="none",
        hob_right=True,
        machine_right=True,
        water=number,
    )


def digits(one: Structure) -> list[Callable[[], Iterable[Structure]]]:
    """Those that differ in the hundreds, in the tens, and in the ones; all of these are 0, 1 or 2."""
    return [partial(others, one.water or 0, place) for place in (100, 10, 1)]


def others(number: int, place: int) -> Iterator[Structure]:
    digit = number // place % 10
    yield from (plain(number + (other - digit) * place) for other in range(3) if other != digit)


def looked_at(points: dict[int, float], given: Iterable[int], guessed: dict[int, float] | None = None) -> list[int]:
    """The order in which structures are looked at; their points, and what some are guessed to have at first."""
    frontier = Frontier(given=[plain(each) for each in given], variants=digits)
    order: list[int] = []
    while (one := frontier.next()) is not None:
        # Those with the hob on the other side cannot be.
        number = (one.water or 0) if one.hob_right else -1
        guess = (guessed or {}).get(number) if number not in order else None
        order += [number] if number >= 0 else []
        frontier.note(one, points.get(number, 0.0) if guess is None else guess, guess=guess is not None)
    return order


def test_the_best_in_one_thing_is_varied_in_the_next_before_others() -> None:
    order = looked_at(dict.fromkeys(range(1000), 85.0) | {0: 86, 100: 88, 200: 90, 210: 95}, [0])
    assert order[:5] == [0, 100, 200, 210, 220]
    assert order[5:7] == [211, 212]
    assert sorted(order) == sorted(100 * one + 10 * two + three for one, two, three in product(range(3), repeat=3))


def test_what_is_far_behind_is_varied_only_where_it_was_given() -> None:
    order = looked_at({0: 80, 100: 80 - NEAR - 1, 3000: 80 - NEAR - 1}, [0, 3000])
    assert {3100, 3200, 3010, 3020, 3001, 3002} <= set(order)
    assert 110 not in order


def test_what_became_possible_is_varied_in_everything() -> None:
    order = looked_at({10: 60}, [0])
    assert {100, 200, 10, 20, 1, 2} <= set(order)
    assert {110, 210, 11, 12} <= set(order)
    assert not {101, 102, 201, 202} & set(order)


def test_what_is_guessed_comes_again_where_it_is_the_best() -> None:
    points = dict.fromkeys(range(1000), 60.0) | {0: 70, 200: 85, 100: 0}
    order = looked_at(points, [0], guessed={100: 90, 200: 88, 10: 65})
    assert [order.count(each) for each in (100, 200, 10)] == [2, 2, 1]
    # What was guessed wrong is varied after what holds.
    assert order.index(210) < order.index(110)


def test_the_sample_rooms_that_are_kitchens_keep_their_best_layout_around_its_widest_unit() -> None:
    task = a_task(read_room(sample_rooms.text("l_kitchen")).room)
    first = after(task, ())
    widest = max(
        (each for each in first.best[0].placements if each.cabinet in standing(first.best[0])),
        key=lambda each: each.width,
    )
    again = after(task, [keep(layout_of(first.best[0]), widest.cabinet)], memory=first.memory)
    assert again.best[0].score.total >= first.best[0].score.total
    assert replace(task, pins=settled([])) == task
