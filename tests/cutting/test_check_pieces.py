"""The judge looks at pieces: their sizes, grain and material, the lists beside the tree, and what no saw can do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cutting.check import check
from cutting.pieces import Direction, Rect
from cutting.plan import Node, Placed, Sheet
from furnishing.grain import Grain
from furnishing.units import mm
from tests.cutting.builders import (
    SIDES,
    SIDES_CUTS,
    a_board,
    a_job,
    a_piece,
    a_plan,
    a_sheet,
    codes,
    crosscut,
    rip,
    the_sheet,
)


def test_a_piece_of_another_size_is_caught() -> None:
    job = a_job([a_piece("side", 720, 559, quantity=2)])
    found = check(job, a_plan(the_sheet()))
    assert codes(found) == {"piece-size"}
    assert "720 x 560" in found[0].message
    assert "720 x 559" in found[0].message


@pytest.mark.parametrize(
    ("grain", "turned", "holds"),
    [
        (Grain.FREE, False, True),
        (Grain.FREE, True, True),
        (Grain.LENGTH, False, True),
        (Grain.LENGTH, True, False),
        (Grain.WIDTH, False, False),
        (Grain.WIDTH, True, True),
    ],
)
def test_grain_says_which_way_a_piece_lies(grain: Grain, turned: bool, holds: bool) -> None:
    job = a_job([a_piece("front", 700, 300, grain=grain)])
    if turned:
        cuts = rip((700, crosscut((300, "front turned"), (2476, "waste"))), (1346, "waste"))
    else:
        cuts = rip((300, crosscut((700, "front"), (2076, "waste"))), (1746, "waste"))
    assert codes(check(job, a_plan(a_sheet(job, cuts)))) == (set() if holds else {"grain"})


def test_a_square_with_grain_must_not_be_turned_though_nobody_sees_it_in_the_sizes() -> None:
    job = a_job([a_piece("front", 300, 300, grain=Grain.LENGTH)])
    cuts = rip((300, crosscut((300, "front turned"), (2476, "waste"))), (1746, "waste"))
    assert codes(check(job, a_plan(a_sheet(job, cuts)))) == {"grain"}


def test_a_piece_nobody_wants_is_caught() -> None:
    job = a_job([a_piece("other", 720, 560)])
    assert "unknown-piece" in codes(check(job, a_plan(the_sheet())))


TWO_MATERIALS = [a_board(code="W18", material="white"), a_board(code="O18", material="oak")]


def test_a_piece_on_a_board_of_another_material_is_caught() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=2, material="oak")], TWO_MATERIALS)
    assert codes(check(job, a_plan(a_sheet(job, SIDES_CUTS, board="O18")))) == set()
    assert codes(check(job, a_plan(a_sheet(job, SIDES_CUTS, board="W18")))) == {"material"}


def test_a_sheet_that_says_another_material_than_its_board_is_caught() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=2, material="oak")], TWO_MATERIALS)
    sheet = replace(a_sheet(job, SIDES_CUTS, board="O18"), material="white")
    assert codes(check(job, a_plan(sheet))) == {"sheet-material"}


def test_a_sheet_of_an_unknown_board_is_caught() -> None:
    assert codes(check(SIDES, a_plan(the_sheet(board="X")))) == {"unknown-board"}


def test_a_sheet_without_cuts_is_caught() -> None:
    assert codes(check(SIDES, a_plan(the_sheet(cuts=None)))) == {"no-cuts"}


@pytest.mark.parametrize("copies", [0, -1])
def test_a_sheet_must_be_cut_at_least_once(copies: int) -> None:
    assert "copies" in codes(check(SIDES, a_plan(the_sheet(copies=copies))))


# ---- lists beside the tree


def test_a_placed_piece_that_no_cut_yields_is_caught() -> None:
    extra = Placed(id="side", x=mm(1458), y=mm(10), length=mm(720), width=mm(560))
    job = a_job([a_piece("side", 720, 560, quantity=3)])
    found = check(job, a_plan(the_sheet(placed=(*the_sheet().placed, extra))))
    assert [(v.code, v.where) for v in found] == [("placed-not-cut", "sheets[0].placed[2]")]


def test_a_cut_piece_that_is_not_listed_is_caught() -> None:
    job = a_job([a_piece("side", 720, 560)])
    found = check(job, a_plan(the_sheet(placed=the_sheet().placed[:1])))
    assert codes(found) == {"cut-not-placed"}


def test_the_same_piece_listed_twice_is_caught() -> None:
    sheet = the_sheet(placed=(the_sheet().placed[0], the_sheet().placed[0]))
    found = check(SIDES, a_plan(sheet))
    assert codes(found) == {"too-close", "placed-not-cut", "cut-not-placed"}


def test_the_order_of_the_list_is_free() -> None:
    assert check(SIDES, a_plan(the_sheet(placed=the_sheet().placed[::-1]))) == ()


def test_a_larger_offcut_than_is_cut_is_a_lie() -> None:
    rect = the_sheet().offcuts[0]
    found = check(SIDES, a_plan(the_sheet(offcuts=(replace(rect, length=rect.length + 1),))))
    assert {"offcut-not-cut", "offcut-not-listed", "outside"} == codes(found)


def test_an_offcut_that_is_kept_must_be_listed() -> None:
    assert codes(check(SIDES, a_plan(the_sheet(offcuts=())))) == {"offcut-not-listed"}


def test_waste_must_not_be_listed_as_an_offcut() -> None:
    cuts = the_sheet().cuts
    assert cuts is not None
    waste = cuts.children[0].children[2].rect
    assert codes(check(SIDES, a_plan(the_sheet(offcuts=(*the_sheet().offcuts, waste))))) == {"offcut-not-cut"}


# ---- what no saw can do

PINWHEEL = (
    # +------+---+
    # |  a   | b |    four pieces around a hole: every straight cut from edge
    # +--+---+   |    to edge goes through a piece
    # |d |   |   |
    # |  +---+---+
    # |  |   c   |
    # +--+-------+
    Placed(id="a", x=mm(0), y=mm(204), length=mm(200), width=mm(100)),
    Placed(id="b", x=mm(204), y=mm(104), length=mm(200), width=mm(100), turned=True),
    Placed(id="c", x=mm(104), y=mm(0), length=mm(200), width=mm(100)),
    Placed(id="d", x=mm(0), y=mm(0), length=mm(200), width=mm(100), turned=True),
)


PINWHEEL_JOB = a_job([a_piece(id, 200, 100) for id in "abcd"], [a_board(304, 304)], trim=0, max_stages=None)


def the_pinwheel() -> Sheet:
    """A sheet with an honest list and a tree of something else."""
    upper = crosscut((100, "d turned"), (100, "b turned"), (96, "waste"))
    cuts = rip((100, crosscut((200, "c"), (100, "waste"))), (200, upper))
    return replace(a_sheet(PINWHEEL_JOB, cuts), placed=PINWHEEL)


def test_a_pinwheel_keeps_every_distance_but_no_tree_of_cuts_yields_it() -> None:
    assert codes(check(PINWHEEL_JOB, a_plan(the_pinwheel()))) == {"placed-not-cut", "cut-not-placed"}


def test_a_pinwheel_whose_tree_follows_it_breaks_the_cuts_from_edge_to_edge() -> None:
    leaves = tuple(Node(rect=each.rect, piece=each.id, turned=each.turned) for each in PINWHEEL)
    tree = Node(rect=Rect(0, 0, mm(304), mm(304)), direction=Direction.LENGTH, children=leaves)
    assert "child-span" in codes(check(PINWHEEL_JOB, a_plan(replace(the_pinwheel(), cuts=tree))))


def test_two_overlapping_pieces_are_found_among_a_thousand() -> None:
    job = a_job([a_piece("a", 50, 50, quantity=51 * 26)], max_stages=2)
    strip = crosscut(*[(50, "a")] * 51, (22, "waste"))
    sheet = a_sheet(job, rip(*[(50, strip)] * 26, (642, "waste")))
    assert check(job, a_plan(sheet)) == ()
    moved = replace(sheet.placed[700], x=sheet.placed[700].x - 1)
    found = check(job, a_plan(replace(sheet, placed=(*sheet.placed[:700], moved, *sheet.placed[701:]))))
    assert [v.where for v in found if v.code == "too-close"] == ["sheets[0].placed[700]"]
