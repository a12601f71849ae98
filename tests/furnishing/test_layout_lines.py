"""Kitchens in one line: what is told of all runs at once is what each of them is worth, and none is better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from furnishing.layout.candidate import Candidate
from furnishing.layout.kitchen import KitchenSearch
from furnishing.layout.lines.best import Lines
from furnishing.layout.lines.found import Stand
from furnishing.layout.lines.judge import Judge
from furnishing.layout.lines.leg import Leg
from furnishing.layout.lines.part import nothing
from furnishing.layout.search import Task, aligned, search, searcher
from furnishing.layout.structures import Structure, plain_ones
from furnishing.programme import OvenPlace, Shape, Storage
from furnishing.room import PointKind, Wall
from furnishing.units import mm
from tests.furnishing.layout_rooms import a_room, a_task, door, point, window

FEW = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))


def a_line(
    length: int, opening: int, water: int, *, pane: int = 1000, gas: bool = False, storage: Storage = Storage.MIXED
) -> Task:
    """A kitchen on one wall, in millimetres, with a window."""
    wide = mm(length)
    points = [point(PointKind.WATER, mm(water)), point(PointKind.WASTE, mm(water + 100))]
    points += [point(PointKind.GAS, mm(length // 2)), point(PointKind.EXTRACTOR, mm(length - 900))] * gas
    first = Wall(measured=(wide,), openings=(window(mm(opening), mm(pane)),), points=tuple(points))
    other = Wall(measured=(wide,), openings=(door(mm(300)),))
    task = a_task(a_room(wide, mm(2900), wall0=first, wall2=other), "kitchen")
    wish = replace(task.programme.kitchen, shape=Shape.LINE, gas=gas, storage=storage)
    return replace(task, programme=replace(task.programme, kitchen=wish))


def searched(task: Task) -> tuple[KitchenSearch, Lines]:
    kitchens = searcher(replace(task, style=aligned(task.style)))
    assert isinstance(kitchens, KitchenSearch)
    return kitchens, kitchens.lines


def points(kitchens: KitchenSearch, found: Candidate) -> float:
    return kitchens._score(found, float(kitchens.estimator.cost(found.items))).total


@FEW
@given(
    length=st.integers(2900, 4600),
    opening=st.integers(200, 3200),
    water=st.integers(400, 3900),
    gas=st.booleans(),
    storage=st.sampled_from(Storage),
    pick=st.integers(0, 47),
)
def test_a_line_is_worth_what_the_score_says(
    length: int, opening: int, water: int, gas: bool, storage: Storage, pick: int
) -> None:
    task = a_line(length, min(opening, length - 1200), min(water, length - 500), gas=gas, storage=storage)
    kitchens, lines = searched(task)
    structures = list(plain_ones(kitchens.bench.site, kitchens.bench.wish))
    structure = structures[pick % len(structures)]
    judge = judge_of(lines, structure, count=60)
    for stand in judge.found.stands():
        found = lines.candidate(structure, stand)
        assert found is not None
        assert abs(points(kitchens, found) - stand.points) < 0.001


def judge_of(lines: Lines, structure: Structure, count: int, least: float = 0.0) -> Judge:
    judge, leg = lines.judge_of(structure, count, least), lines.legs.of(structure)[0]
    for without, lost in leg.dropped():
        judge.look_at(leg.runs(without), lost)
    return judge


@FEW
@given(
    length=st.integers(2050, 2250), opening=st.integers(0, 1850), water=st.integers(300, 1850), pick=st.integers(0, 1)
)
@example(length=2100, opening=100, water=500, pick=0)
@example(length=2050, opening=327, water=1003, pick=0)
def test_no_run_at_any_millimetre_of_a_small_wall_is_better(length: int, opening: int, water: int, pick: int) -> None:
    task = a_line(length, opening, water, pane=200)
    wish = replace(task.programme.kitchen, oven=OvenPlace.NONE, fridge=0, dishwasher=0, pullout=False)
    kitchens, lines = searched(replace(task, programme=replace(task.programme, kitchen=wish)))
    structure = replace(next(plain_ones(kitchens.bench.site, wish)), hob_right=bool(pick))
    best = max((points(kitchens, each) for each in lines.best_of(structure, 1)), default=0.0)
    every = [points(kitchens, each) for each in one_by_one(kitchens, lines, structure)]
    assert abs(best - max(every, default=0.0)) < 0.001


@pytest.mark.parametrize(("length", "opening", "water"), [(1300, 100, 500), (1900, 500, 1000), (2500, 200, 2000)])
def test_a_wall_without_room_for_sink_and_hob_has_layouts_that_say_so(length: int, opening: int, water: int) -> None:
    *_, standing = search(a_line(length, opening, water))
    assert standing.best
    assert all({"sink", "hob"} & set(each.missing) for each in standing.best)


def one_by_one(kitchens: KitchenSearch, lines: Lines, structure: Structure) -> Iterator[Candidate]:
    """Every run at every millimetre, each built and held against the rules by itself."""
    leg = lines.legs.of(structure)[0]
    runs = leg.runs(frozenset())
    for units, length in zip(runs.units, runs.length, strict=True):
        for at in range(len(leg.wall.places) - 1 - int(length)):
            stand = Stand(0.0, tuple(int(each) for each in units if each), at, nothing())
            if may_stand(leg, stand):
                found = lines.candidate(structure, stand)
                if found is not None and kitchens.judged(found) is not None:
                    yield found


def may_stand(leg: Leg, stand: Stand) -> bool:
    """Whether each unit may stand there by its slot."""
    at = int(leg.wall.places[stand.at])
    for each in stand.units:
        item, slot = leg.types.items[each - 1], leg.types.slots[each - 1]
        if not slot.may_take(at, at + item.width):
            return False
        if not any(span.start <= at and at + item.width <= span.end for span in leg.wall.spans[item.zone]):
            return False
        at += item.width
    return True
