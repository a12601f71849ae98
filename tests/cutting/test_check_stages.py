"""The judge counts how often the direction of cut changes."""

from __future__ import annotations

from dataclasses import replace

from cutting.check import check
from cutting.pieces import Direction, FirstCut, Rect
from cutting.plan import Node, Sheet
from furnishing.units import mm
from tests.cutting.builders import (
    SIDES,
    a_job,
    a_piece,
    a_plan,
    a_sheet,
    crosscut,
    rip,
    the_sheet,
)


def test_a_first_cut_the_wrong_way_is_caught() -> None:
    job = replace(SIDES, saw=replace(SIDES.saw, first_cut=FirstCut.WIDTH))
    assert [v.code for v in check(job, a_plan(the_sheet()))] == ["first-cut"]
    job = replace(SIDES, saw=replace(SIDES.saw, first_cut=FirstCut.LENGTH))
    assert check(job, a_plan(the_sheet())) == ()


BACK = [a_piece("back", 700, 300)]
THREE_STAGES = rip((560, crosscut((700, rip((300, "back"), (256, "waste"))), (2076, "waste"))), (1486, "waste"))


def test_a_cut_that_trims_one_piece_is_free_beyond_the_last_stage() -> None:
    job = a_job(BACK, max_stages=2)
    assert check(job, a_plan(a_sheet(job, THREE_STAGES))) == ()


def test_a_trimming_cut_may_leave_an_offcut() -> None:
    job = a_job(BACK, max_stages=2)
    cuts = rip((560, crosscut((700, rip((300, "back"), (256, "offcut"))), (2076, "waste"))), (1486, "waste"))
    assert check(job, a_plan(a_sheet(job, cuts))) == ()


def test_one_stage_more_is_caught_though_each_of_its_cuts_trims() -> None:
    job = a_job(BACK, max_stages=1)
    found = check(job, a_plan(a_sheet(job, THREE_STAGES)))
    assert [(v.code, v.where) for v in found] == [("stages", "sheets[0].cuts.children[0]")]


def test_trimming_two_pieces_at_once_is_a_stage_of_its_own() -> None:
    job = a_job([a_piece("back", 700, 250, quantity=2)], max_stages=2)
    cuts = rip(
        (560, crosscut((700, rip((250, "back"), (250, "back"), (52, "waste"))), (2076, "waste"))), (1486, "waste")
    )
    assert [v.code for v in check(job, a_plan(a_sheet(job, cuts)))] == ["stages"]
    assert check(replace(job, saw=replace(job.saw, max_stages=3)), a_plan(a_sheet(job, cuts))) == ()


def test_a_cut_beyond_the_last_stage_that_frees_no_piece_is_caught() -> None:
    job = a_job([a_piece("side", 2780, 560)], max_stages=1)
    cuts = rip((560, "side"), (1486, crosscut((1000, "offcut"), (1776, "waste"))))
    assert [v.code for v in check(job, a_plan(a_sheet(job, cuts)))] == ["stages"]


def test_a_repeated_direction_is_the_same_stage() -> None:
    job = a_job([a_piece("shelf", 2780, 300, quantity=3)], max_stages=1)
    cuts = rip((300, "shelf"), (1746, rip((300, "shelf"), (1442, rip((300, "shelf"), (1138, "offcut"))))))
    assert check(job, a_plan(a_sheet(job, cuts))) == ()


def test_without_a_limit_every_stage_is_allowed() -> None:
    inner = rip((700, crosscut((600, rip((100, "a"), (596, "waste"))), (196, "waste"))), (196, "waste"))
    cuts = rip((900, crosscut((800, inner), (1976, "waste"))), (1146, "waste"))
    job = a_job([a_piece("a", 600, 100)], max_stages=None)
    assert check(job, a_plan(a_sheet(job, cuts))) == ()


def test_depth_is_no_limit_for_the_judge() -> None:
    usable = Rect(mm(10), mm(10), mm(2780), mm(2050))
    rects = [usable]
    directions = [Direction.LENGTH, Direction.WIDTH]
    for depth in range(5_000):
        last = rects[-1]
        if depth % 2:
            rects.append(Rect(last.x, last.y, last.length - 200, last.width))
        else:
            rects.append(Rect(last.x, last.y, last.length, last.width - 200))
    node = Node(rect=rects[-1], piece="a")
    for depth in range(4_999, -1, -1):
        node = Node(rect=rects[depth], direction=directions[depth % 2], children=(node, waste_beside(rects, depth)))
    job = a_job([a_piece("a", rects[-1].length / 1000, rects[-1].width / 1000)], kerf=0.1, max_stages=None)
    assert check(job, a_plan(Sheet.from_tree("W18", node, {"a": job.pieces[0]}))) == ()
    limited = replace(job, saw=replace(job.saw, max_stages=4_998))
    assert [v.code for v in check(limited, a_plan(Sheet.from_tree("W18", node, {"a": job.pieces[0]})))] == ["stages"]


def waste_beside(rects: list[Rect], depth: int) -> Node:
    """What remains of one rectangle beside the next, a kerf of 0.1 mm away."""
    outer, inner = rects[depth], rects[depth + 1]
    if depth % 2:
        return Node(rect=Rect(inner.x + inner.length + 100, outer.y, 100, outer.width))
    return Node(rect=Rect(outer.x, inner.y + inner.width + 100, outer.length, 100))
