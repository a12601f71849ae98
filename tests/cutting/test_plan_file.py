"""Cut plans as files: what is written is read again, and every fault of a bad file is told with its place."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutting.check import check, judge
from cutting.files import read_plan, write_plan
from cutting.pieces import CutJob, Direction, Rect
from cutting.plan import Node, Sheet, Status
from furnishing.errors import InputError
from furnishing.units import mm
from tests.cutting.builders import SIDES, a_board, a_job, a_piece, a_plan, a_result, left_over, the_sheet
from tests.cutting.random_plans import a_random_result

REMOVED = object()
RESULT = a_result(SIDES, a_plan(the_sheet()), bound=1, status=Status.OPTIMAL)


def a_file(changes: dict[str, object] | None = None) -> str:
    """The plan of two sides with some values changed: `{"sheets[0].cuts.direction": "up"}`."""
    plan: Any = json.loads(write_plan(SIDES, RESULT))
    for path, value in (changes or {}).items():
        *steps, last = path.replace("[", ".").replace("]", "").split(".")
        place = plan
        for step in steps:
            place = place[int(step)] if step.isdigit() else place[step]
        if value is REMOVED:
            del place[last]
        else:
            place[int(last) if last.isdigit() else last] = value
    return json.dumps(plan)


def faults_of(text: str, job: CutJob = SIDES) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        read_plan(text, job, "plan.json")
    assert caught.value.source == "plan.json"
    return [(fault.where, fault.message) for fault in caught.value.faults]


def test_a_plan_is_pleasant_to_read() -> None:
    assert write_plan(SIDES, RESULT) == (
        '{\n  "format": "furnish-cut-plan/1",\n  "unit": "mm",\n  "status": "optimal",\n'
        '  "cost": 1,\n  "boards": 1,\n  "bound": 1,\n  "seconds": 0.5,\n  "seed": 7,\n'
        '  "sheets": [\n'
        '    {"board": "W18", "copies": 1,\n'
        '     "placed": [\n'
        '      {"id": "side", "x": 10, "y": 10, "length": 720, "width": 560, "turned": false},\n'
        '      {"id": "side", "x": 734, "y": 10, "length": 720, "width": 560, "turned": false}],\n'
        '     "cuts": {"direction": "length", "children": [\n'
        '       {"position": 10, "size": 560, "direction": "width", "children": [\n'
        '         {"position": 10, "size": 720, "piece": "side"},\n'
        '         {"position": 734, "size": 720, "piece": "side"},\n'
        '         {"position": 1458, "size": 1332, "waste": true}]},\n'
        '       {"position": 574, "size": 1486, "offcut": true}]},\n'
        '     "offcuts": [\n'
        '      {"x": 10, "y": 574, "length": 2780, "width": 1486}]}],\n'
        '  "unplaced": []\n}\n'
    )


def test_what_could_not_be_placed_is_written_with_its_reason() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=3)])
    result = a_result(job, a_plan(the_sheet(), unplaced=[left_over("side")]))
    text = write_plan(job, result)
    assert (
        '{"id": "side", "quantity": 1, "reason": "no-stock-left", "message": "no board is left for 1 of side"}' in text
    )
    assert read_plan(text, job) == result


@given(seed=st.integers(0, 10**6), unit=st.sampled_from(["mm", "cm", "m", "in"]))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_again(seed: int, unit: str) -> None:
    job, result = a_random_result(seed)
    text = write_plan(job, result, unit)
    assert read_plan(text, job) == result
    assert write_plan(job, result, unit) == text


def test_a_plan_of_another_program_may_leave_out_what_the_job_tells() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=2, material="oak")], [a_board(material="oak")])
    bare = a_file()
    result = read_plan(bare, job)
    assert result.plan.sheets[0].material == "oak"
    assert not result.bound_is_cost
    assert judge(job, result) == ()


def test_where_boards_differ_in_cost_the_bound_is_a_cost() -> None:
    job = a_job(SIDES.pieces, [a_board(), a_board(code="small", cost=Decimal(20))])
    assert read_plan(a_file(), job).bound_is_cost


def test_a_sheet_without_cuts_is_read_and_left_to_the_judge() -> None:
    result = read_plan(a_file({"sheets[0].cuts": None}), SIDES)
    assert [violation.code for violation in judge(SIDES, result)] == ["no-cuts"]


CHILD = "sheets[0].cuts.children[1]"


@pytest.mark.parametrize(
    ("changes", "where", "words"),
    [
        ({"format": "furnish-cut-job/1"}, "format", "right kind of file"),
        ({"unit": REMOVED}, "unit", "missing"),
        ({"status": "perfect"}, "status", "use optimal, feasible or incomplete"),
        ({"cost": REMOVED}, "cost", "missing"),
        ({"boards": 2}, "boards", "the sheets with their copies make 1"),
        ({"bound": "1"}, "bound", "number"),
        ({"seconds": -1}, "seconds", "outside"),
        ({"seed": 1.5}, "seed", "whole number"),
        ({"gap": 0}, "gap", "unknown"),
        ({"sheets": {}}, "sheets", "list"),
        ({"sheets[0].board": "X"}, "sheets[0].board", "the job has no board 'X'; it has W18"),
        ({"sheets[0].copies": 0}, "sheets[0].copies", "outside 1 to"),
        ({"sheets[0].batch": "a"}, "sheets[0].batch", "whole number"),
        ({"sheets[0].cuts": REMOVED}, "sheets[0].cuts", "missing"),
        ({"sheets[0].cuts": 5}, "sheets[0].cuts", "object"),
        ({"sheets[0].cuts.direction": "up"}, "sheets[0].cuts.direction", "use length or width"),
        ({"sheets[0].cuts.direction": REMOVED}, "sheets[0].cuts.direction", "missing"),
        ({"sheets[0].cuts.children": []}, "sheets[0].cuts.children", "at least one child"),
        ({"sheets[0].cuts.children": REMOVED}, "sheets[0].cuts.children", "missing"),
        ({"sheets[0].cuts.position": 10}, "sheets[0].cuts.position", "unknown"),
        ({CHILD: []}, CHILD, "object"),
        ({f"{CHILD}.position": REMOVED}, f"{CHILD}.position", "missing"),
        ({f"{CHILD}.position": -1}, f"{CHILD}.position", "outside"),
        ({f"{CHILD}.size": 0}, f"{CHILD}.size", "not more than 0"),
        ({f"{CHILD}.offcut": REMOVED}, CHILD, "one of piece, offcut and waste; here is none"),
        ({f"{CHILD}.waste": True}, CHILD, "here is offcut and waste"),
        ({f"{CHILD}.offcut": False}, f"{CHILD}.offcut", "only true"),
        ({f"{CHILD}.turned": True}, f"{CHILD}.turned", "unknown"),
        ({"sheets[0].placed[0].x": "10"}, "sheets[0].placed[0].x", "length in mm"),
        ({"sheets[0].placed[0].turned": REMOVED}, "sheets[0].placed[0].turned", "missing"),
        ({"sheets[0].offcuts[0].width": 0}, "sheets[0].offcuts[0].width", "not more than 0"),
        ({"unplaced": [{"id": "side", "quantity": 1}]}, "unplaced[0].reason", "missing"),
    ],
)
def test_a_bad_plan_is_refused_at_its_place(changes: dict[str, object], where: str, words: str) -> None:
    found = dict(faults_of(a_file(changes)))
    assert where in found
    assert words in found[where]


def test_all_faults_are_told_at_once_and_each_once() -> None:
    changes: dict[str, object] = {"cost": "1", f"{CHILD}.size": -2, "sheets[0].placed[1].id": 7}
    assert sorted(where for where, _ in faults_of(a_file(changes))) == [
        "cost",
        f"{CHILD}.size",
        "sheets[0].placed[1].id",
    ]


def a_deep_sheet(depth: int) -> tuple[CutJob, Sheet]:
    """Divisions within divisions, each leaving a little waste."""
    rects = [Rect(mm(10), mm(10), mm(2780), mm(2050))]
    for level in range(depth):
        last = rects[-1]
        less = (0, 200) if level % 2 == 0 else (200, 0)
        rects.append(Rect(last.x, last.y, last.length - less[0], last.width - less[1]))
    node = Node(rect=rects[-1], piece="a")
    for level in range(depth - 1, -1, -1):
        outer, inner = rects[level], rects[level + 1]
        if level % 2 == 0:
            direction, rest = Direction.LENGTH, Rect(outer.x, inner.y + inner.width + 100, outer.length, 100)
        else:
            direction, rest = Direction.WIDTH, Rect(inner.x + inner.length + 100, outer.y, 100, outer.width)
        node = Node(rect=outer, direction=direction, children=(node, Node(rect=rest)))
    piece = replace(a_piece("a", 1, 1), length=rects[-1].length, width=rects[-1].width)
    job = a_job([piece], kerf=0.1, max_stages=None)
    return job, Sheet.from_tree("W18", node, {"a": piece})


def test_deep_cuts_are_written_and_read() -> None:
    job, sheet = a_deep_sheet(300)
    result = a_result(job, a_plan(sheet))
    read = read_plan(write_plan(job, result), job)
    assert check(job, read.plan) == ()
    assert write_plan(job, read) == write_plan(job, result)


@pytest.mark.parametrize("depth", [301, 2_000, 20_000])
def test_cuts_without_end_are_refused_cleanly(depth: int) -> None:
    job, sheet = a_deep_sheet(301)
    text = write_plan(job, a_result(job, a_plan(sheet)))
    if depth > 301:
        more = depth - 301
        opening = '{"direction": "length", "children": ['
        text = text.replace(f'"cuts": {opening}', f'"cuts": {opening * more}{opening}')
    assert any("deep" in message for _, message in faults_of(text, job))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda each: st.lists(each, max_size=3)))
@settings(deadline=None)
def test_whatever_stands_in_a_field_is_refused_and_never_crashes(value: object) -> None:
    for name in ("sheets", "sheets[0].cuts", "sheets[0].cuts.children", CHILD, f"{CHILD}.size", "unplaced", "boards"):
        with contextlib.suppress(InputError):
            read_plan(a_file({name: value}), SIDES)
