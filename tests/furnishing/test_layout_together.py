"""Kitchens of several legs: what is told of them at once is what they are worth, and no run of a leg is better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from furnishing.cabinets.kind import Zone
from furnishing.layout.arrange import Item, Row
from furnishing.layout.candidate import Candidate, agrees, assembled, based, meets
from furnishing.layout.closing import Closing
from furnishing.layout.kitchen import KitchenSearch
from furnishing.layout.kitchen_slots import asked_of
from furnishing.layout.legs import End
from furnishing.layout.lines.found import Stand
from furnishing.layout.lines.judge import worth
from furnishing.layout.lines.part import Part, nothing
from furnishing.layout.pins import Keep, settled
from furnishing.layout.placing import placements
from furnishing.layout.search import Task, aligned, search, searcher
from furnishing.layout.structures import ANGLED, BLIND_AFTER, BLIND_BEFORE, Structure, plain_ones, variants
from furnishing.programme import OvenPlace, Shape
from furnishing.units import mm
from tests.furnishing.layout_rooms import a_shaped_kitchen

FEW = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
NEARLY = 0.01
"""Points: ways in the room are rounded to the micrometre, boards to the cent."""


def searched(task: Task) -> tuple[KitchenSearch, list[Structure]]:
    kitchens = searcher(replace(task, style=aligned(task.style)))
    assert isinstance(kitchens, KitchenSearch)
    site, wish = kitchens.bench.site, kitchens.bench.wish
    with_ovens = [each for one in plain_ones(site, wish) for each in variants(one, site, wish)[0]()]
    varied = [each for one in with_ovens for several in variants(one, site, wish)[1:] for each in several()]
    known = [each for each in dict.fromkeys([*with_ovens, *varied]) if kitchens.together.are_known(each)]
    return kitchens, [each for each in known if meets(each, kitchens.bench)]


def points(kitchens: KitchenSearch, found: Candidate) -> float:
    return kitchens._score(found, float(kitchens.estimator.cost(found.items))).total


def built(kitchens: KitchenSearch, structure: Structure, stands: Sequence[Stand]) -> Candidate | None:
    rows = [kitchens.legs.row(structure, leg, stand) for leg, stand in enumerate(stands)]
    filled = [(row,) for row in rows if row is not None]
    whole = assembled(structure, filled, kitchens.bench, (None,))
    return next(whole, None) if len(filled) == len(rows) else None


def told(kitchens: KitchenSearch, structure: Structure, stands: Sequence[Stand]) -> float:
    part = reduce(Part.__add__, [each.part for each in stands], kitchens.together.fixed(structure))
    return float(worth(part, kitchens.legs.of(structure)[0].types.whole, kitchens.scale)[0])


@FEW
@given(
    length=st.integers(2300, 4000),
    opening=st.integers(200, 3000),
    water=st.integers(400, 3500),
    pick=st.integers(0, 500),
)
@example(length=3824, opening=900, water=1500, pick=0)
@example(length=3100, opening=300, water=900, pick=61)
def test_kitchens_of_several_legs_are_worth_what_the_score_says(
    length: int, opening: int, water: int, pick: int
) -> None:
    kitchens, structures = searched(a_shaped_kitchen(length, min(opening, length - 1200), min(water, length - 500)))
    for structure in structures[pick % len(structures) :][:12]:
        for stands in kitchens.together.stands(structure, 6, 0.0):
            found = built(kitchens, structure, stands)
            assert found is not None
            score = kitchens._score(found, float(kitchens.estimator.cost(found.items)))
            joints = score.term("joints")
            # Beside a hung corner unit there is a joint that is over none below: it is not told.
            assert joints.share == 1 or ANGLED in structure.corners
            # Nor is by how much a blind corner unit changes its price as it is drawn out of its corner.
            nearly = 0.05 if {BLIND_BEFORE, BLIND_AFTER} & set(structure.corners) else 0.001
            assert abs(score.total + joints.points - joints.value - told(kitchens, structure, stands)) < nearly


@FEW
@given(length=st.integers(2300, 4000), opening=st.integers(200, 3000), water=st.integers(400, 3500))
def test_slots_depend_on_what_is_said_that_they_depend_on(length: int, opening: int, water: int) -> None:
    """Legs are told once for all structures that ask the same of them."""
    kitchens, structures = searched(a_shaped_kitchen(length, min(opening, length - 1200), min(water, length - 500)))
    known: dict[tuple[object, ...], object] = {}
    for structure in structures:
        for leg in range(len(structure.legs)):
            told = (kitchens.bench.slots(structure, leg), kitchens.bench.cuts(structure, leg))
            assert known.setdefault(asked_of(structure, leg, kitchens.bench.wish), told) == told
    assert len(known) < sum(len(each.legs) for each in structures)


@pytest.mark.parametrize("role", ["sink", "storage", "hob", "fridge"])
def test_what_is_kept_stands_where_it_was_in_all_that_is_told(role: str) -> None:
    task = a_shaped_kitchen(3300, 1100, 1500)
    *_, standing = search(task)
    item = next(each for each in standing.best[0].items if each.role == role)
    kept = Keep(kind=item.kind, wall=item.wall, offset=item.offset, width=item.width)
    kitchens, structures = searched(replace(task, pins=settled([kept])))
    agreeing = [each for each in structures if agrees(each, kitchens.bench.pins)]
    some = agreeing[:: max(len(agreeing) // 24, 1)]
    several = [(each, stands) for each in some for stands in kitchens.together.stands(each, 3, 0.0)]
    assert len(several) > 5
    for structure, stands in several:
        found = built(kitchens, structure, stands)
        if found is None:
            continue
        assert [kept.holds(each) for each in placements(found.items, task.style)].count(True) == 1
        score = kitchens._score(found, float(kitchens.estimator.cost(found.items)))
        lost = score.term("joints").points - score.term("joints").value
        assert abs(score.total + lost - told(kitchens, structure, stands)) < 0.05


def test_drawers_are_beside_the_hob_of_their_own_wall_alone() -> None:
    """Storage on other walls had drawers where it ended as far along its wall as the hob began."""
    kitchens, structures = searched(a_shaped_kitchen(3600, 1200, 1600))
    hob = Item(role="hob", kind="base-hob", wall=0, offset=mm(1200), width=mm(600), zone=Zone.BASE)
    beside = Item(role="storage", kind="base-doors", wall=0, offset=mm(600), width=mm(600), zone=Zone.BASE)
    row = Row(
        wall=0,
        items=(beside, hob, replace(beside, wall=1)),
        closing=Closing(),
        left=End.WALL,
        right=End.WALL,
        start=0,
        end=mm(3600),
    )
    kinds = {(each.wall, each.kind) for each in based(structures[0], [row], kitchens.bench) if each.role == "storage"}
    assert kinds == {(0, "base-drawers"), (1, "base-doors")}


def test_no_run_at_any_place_beside_those_of_the_other_legs_is_better() -> None:
    task = a_shaped_kitchen(2200, 1000, 1500, shape=Shape.ANGLE)
    wish = replace(task.programme.kitchen, oven=OvenPlace.NONE, fridge=0, dishwasher=0, pullout=False)
    kitchens, structures = searched(replace(task, programme=replace(task.programme, kitchen=wish)))
    ranked = [
        (told(kitchens, each, stands), each, stands)
        for each in structures
        for stands in kitchens.together.stands(each, 1, 0.0)
    ]
    _, structure, stands = max(ranked, key=lambda each: each[0])
    best = built(kitchens, structure, stands)
    assert best is not None
    seen = 0
    for leg in range(len(stands)):
        for other in one_by_one(kitchens, structure, leg):
            found = built(kitchens, structure, (*stands[:leg], other, *stands[leg + 1 :]))
            seen += found is not None
            better = found is not None and points(kitchens, found) > points(kitchens, best) + NEARLY
            assert not (better and found is not None and kitchens.judged(found) is not None)
    assert seen > 500


def one_by_one(kitchens: KitchenSearch, structure: Structure, number: int) -> Iterator[Stand]:
    """Every run of a leg at every seventh millimetre where each of its units may stand."""
    leg = kitchens.legs.of(structure)[number]
    runs = leg.runs(frozenset())
    for units, length in zip(runs.units, runs.length, strict=True):
        stand = tuple(int(each) for each in units if each)
        for at in range(0, len(leg.wall.places) - 1 - int(length), 7):
            ends = np.cumsum([0, *(leg.types.width[each] for each in stand)])
            if all(leg.tables.stands[each, at + start] for each, start in zip(stand, ends, strict=False)):
                yield Stand(0.0, stand, at, nothing())
