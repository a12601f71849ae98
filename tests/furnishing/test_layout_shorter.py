"""Shorter runs and their places along a wall: bounds that hold, mirror images, distances kept in a filling."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from furnishing.cabinets.kind import Zone
from furnishing.layout import hard
from furnishing.layout.candidate import candidate
from furnishing.layout.fill import Filling
from furnishing.layout.flipped import flipped_row, flipped_slots, flipped_spans
from furnishing.layout.kitchen import KitchenSearch
from furnishing.layout.legs import End, Span
from furnishing.layout.search import Task, search, searcher
from furnishing.layout.shorter import ways
from furnishing.layout.slots import Option, Slot
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


def all_of(search: KitchenSearch) -> list[Structure]:
    """Plain ones and their next variants."""
    site, wish = search.bench.site, search.bench.wish
    plain = order_of(list(plain_ones(site, wish)))
    return list(dict.fromkeys([*plain, *(each for one in plain for each in variants(one, site, wish))]))


@FEW
@given(room=rooms(least=2600), programme=st.sampled_from(["kitchen", "kitchen-small", "kitchen-gas"]), data=st.data())
def test_no_run_scores_more_than_it_was_said_to_at_most(room: Room, programme: str, data: st.DataObject) -> None:
    search = kitchens(a_task(room, programme))
    shorter, filled = search.shorter(0.0), [each for each in all_of(search) if candidate(each, search.bench)]
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
            told = hard.broken(found.items, found.rows, search.faces(structure), search.ground)
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
