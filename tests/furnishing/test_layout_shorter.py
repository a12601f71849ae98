"""Shorter runs and their places along a wall: bounds that hold, mirror images, distances kept in a filling."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from furnishing.cabinets.kind import Zone
from furnishing.layout import hard
from furnishing.layout.candidate import candidate
from furnishing.layout.fill import NEARLY, Filling
from furnishing.layout.flipped import flipped_row, flipped_slots, flipped_spans
from furnishing.layout.judged import Judged
from furnishing.layout.kitchen import KitchenSearch
from furnishing.layout.legs import End, Span
from furnishing.layout.pool import Pool
from furnishing.layout.search import Task, search, searcher
from furnishing.layout.shorter import ways
from furnishing.layout.slots import NEEDED, Option, Slot
from furnishing.layout.structures import Structure, order_of, plain_ones, variants
from furnishing.programme import Shape
from furnishing.room import Room
from furnishing.units import mm
from tests.furnishing.layout_rooms import a_kitchen_room, a_room, a_task, rooms

FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))

ROUNDED = 0.001
BLIND = 0.1
"""Where a run is moved, a blind corner unit reaches farther round its corner, or less far, and costs a little else."""


def kitchens(task: Task) -> KitchenSearch:
    found = searcher(task)
    assert isinstance(found, KitchenSearch)
    return found


def pool_of(search: KitchenSearch) -> Pool:
    return Pool(search=search, image=search, work=search.bench.work, count=5)


def all_of(search: KitchenSearch) -> list[Structure]:
    """Plain ones and their next variants."""
    site, wish = search.bench.site, search.bench.wish
    plain = order_of(plain_ones(site, wish))
    varied = (each for one in plain for several in variants(one, site, wish) for each in several())
    return list(dict.fromkeys([*plain, *varied]))


@FEW
@given(room=rooms(least=2600), programme=st.sampled_from(["kitchen", "kitchen-small", "kitchen-gas"]), data=st.data())
def test_no_run_scores_more_than_it_was_said_to_at_most(room: Room, programme: str, data: st.DataObject) -> None:
    search = kitchens(a_task(room, programme))
    search.incomplete = False
    shorter = search.shorter(0.0, pool_of(search))
    filled = [each for each in all_of(search) if candidate(each, search.bench)]
    if not filled:
        return
    structure = data.draw(st.sampled_from(filled))
    legs = [search.bench.leg(structure, leg) for leg in range(len(structure.legs))]
    chosen = [each.best or () for each in legs]
    for number, leg in enumerate(legs):
        every = leg.every(search.bench.work)
        least = BLIND if any("blind" in corner for corner in structure.corners) else ROUNDED
        for run in data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=5)):
            anywhere = shorter.most([*chosen[:number], run.first, *chosen[number + 1 :]], structure, run.play)
            for stands in run.places():
                rows_of = [*chosen[:number], stands, *chosen[number + 1 :]]
                here = shorter.most(rows_of, structure)
                assert here <= anywhere + least
                judged = [each.score.total for each in shorter.hung(structure, rows_of) if each]
                assert all(each <= here + ROUNDED for each in judged)


@FEW
@given(room=rooms(least=2600), programme=st.sampled_from(["kitchen", "kitchen-gas"]))
def test_what_fills_a_wall_keeps_the_distances_of_its_hob(room: Room, programme: str) -> None:
    """Of the rules about sink, hob, tall units and ends of runs none is left for later."""
    search = kitchens(a_task(room, programme))
    for structure in all_of(search):
        found = candidate(structure, search.bench)
        if found is not None:
            told = hard.broken(found.items, found.rows, search.bench.faces_of(structure), search.ground)
            assert [each for each in told if "hob" in each] == []


def test_every_structure_of_a_wall_that_is_long_enough_can_be_built() -> None:
    """Half of them once broke a rule that the filling did not know."""
    task = a_task(a_kitchen_room(4400, 2900))
    line = replace(task.programme, kitchen=replace(task.programme.kitchen, shape=Shape.LINE))
    search = kitchens(replace(task, programme=line))
    found = [candidate(each, search.bench) for each in all_of(search)]
    assert len(found) > 10
    assert all(each is not None and search.judged(each) is not None for each in found)


def test_the_mirror_image_of_a_mirror_image_is_the_wall_itself() -> None:
    search = kitchens(a_task(a_kitchen_room()))
    leg = next(search.bench.leg(each, 0) for each in all_of(search) if search.bench.leg(each, 0).best)
    spans = flipped_spans(flipped_spans(leg.filling.spans, leg.length), leg.length)
    assert spans == {zone: leg.filling.spans[zone] for zone in (Zone.BASE, Zone.TALL)}
    slots = leg.filling.slots
    assert flipped_slots(flipped_slots(slots, leg.length), leg.length) == tuple(slots)
    for row in leg.best or ():
        assert flipped_row(flipped_row(row, leg.length), leg.length) == row


@pytest.mark.parametrize("flipped", [False, True])
def test_a_run_stays_in_its_span_wherever_it_may_stand(flipped: bool) -> None:
    search = kitchens(a_task(a_kitchen_room()))
    leg = next(search.bench.leg(each, 0) for each in all_of(search) if search.bench.leg(each, 0).best)
    every = [each for each in leg.every(search.bench.work) if (each.flipped is not None) is flipped]
    assert every
    for run in every:
        offsets = set()
        for rows_of in run.places():
            units = [(row, item) for row in rows_of for item in row.items if item.role != "filler"]
            firsts = [item.width for row in run.first for item in row.items if item.role != "filler"]
            assert [item.width for _, item in units] == firsts
            assert all(row.start <= item.offset and item.end <= row.end for row, item in units)
            assert all(item.offset % mm(1) == 0 for _, item in units)
            offsets.add(units[0][1].offset if units else 0)
        assert max(offsets) - min(offsets) <= run.play


def test_a_filling_knows_what_is_nearly_the_best_of_its_length() -> None:
    """All sequences of three units by hand; of two that end at one place the worse one is known where it is near."""
    rules = a_task(a_kitchen_room()).construction
    widths = [mm(300), mm(400), mm(500)]
    slots = [
        Slot(role=role, options=tuple(Option("base-doors", Zone.BASE, width, loss) for width in widths), worth=NEEDED)
        for role, loss in (("one", 0), ("other", 100), ("third", 700))
    ]
    span = Span(start=0, end=mm(1500), left=End.OPEN, right=End.OPEN)
    filling = Filling(slots, {Zone.BASE: (span,)}, rules, whole=True)

    def lengths(less: int) -> list[tuple[int, ...]]:
        return [tuple(unit.option.width // mm(1) for unit in each.units) for each in filling.every(less)]

    best, every = lengths(0), lengths(NEARLY)
    assert [sum(each) for each in best] == [sum(each) for each in sorted(best, key=sum, reverse=True)]
    assert len({sum(each) for each in best}) == len(best) == 7
    assert set(best) < set(every) <= set(product((300, 400, 500), repeat=3))
    assert {(300, 400, 400), (400, 300, 400), (400, 400, 300)} <= set(every)
    worth = [each.worth for each in filling.every(NEARLY)]
    assert worth == sorted(worth, reverse=True)


def test_what_would_not_be_handed_out_keeps_nothing_else_from_being_looked_at() -> None:
    """A layout that clashes once set the mark that all shorter runs had to reach, and was dropped in the end."""
    search = kitchens(a_task(a_kitchen_room()))
    pool, structure = pool_of(search), next(each for each in all_of(search) if candidate(each, search.bench))
    whole = candidate(structure, search.bench)
    assert whole is not None

    def shorter() -> list[Judged]:
        """What is found of the legs of one structure where nothing is worth more than 50 points yet."""
        pool.sound = dict.fromkeys(clashing, False)
        looked = search.shorter(50.0, pool).of(whole, slice(30))
        return [each for each in looked if isinstance(each, Judged) and pool.is_sound(each)]

    clashing: list[Judged] = []
    clashing += shorter()
    assert clashing
    others = shorter()
    assert others
    assert not set(others) & set(clashing)


def test_of_a_wall_that_holds_nothing_there_is_no_run() -> None:
    """Such a run of no units once became layouts of nothing."""
    task = a_task(replace(a_room(mm(2000), mm(2000)), ceiling=mm(1900)), "wardrobe", tall_height=mm(2200))
    *_, standing = search(task)
    assert standing.best == ()
    nothing = Filling((), {Zone.TALL: ()}, task.construction)
    assert ways(nothing, 0, task.construction) == ()
    short = Span(start=0, end=mm(500), left=End.WALL, right=End.WALL)
    slot = Slot(role="wardrobe", options=(Option("tall-wardrobe", Zone.TALL, mm(800)),))
    assert ways(Filling((slot,), {Zone.TALL: (short,)}, task.construction), 0, task.construction) == ()
