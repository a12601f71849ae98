"""The judge replays the cuts: trees that hold pass, and each broken cut is named with its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cutting.check import check
from cutting.pieces import Direction, Rect
from cutting.plan import CutPlan, Node, Sheet
from furnishing.units import mm
from tests.cutting.builders import (
    SIDES,
    a_job,
    a_piece,
    a_plan,
    a_sheet,
    a_tree,
    codes,
    crosscut,
    rip,
    the_sheet,
)


def with_cuts(tree: Node) -> CutPlan:
    """A plan of one sheet whose lists say what its tree says, so that only the tree can be at fault."""
    return a_plan(Sheet.from_tree("W18", tree, {piece.id: piece for piece in SIDES.pieces}))


def cuts_of(sheet: Sheet) -> Node:
    assert sheet.cuts is not None
    return sheet.cuts


def test_a_plan_that_holds_is_not_complained_about() -> None:
    assert check(SIDES, a_plan(the_sheet())) == ()


def test_a_piece_that_is_the_whole_usable_board_needs_no_cut() -> None:
    job = a_job([a_piece("top", 2780, 2050)])
    assert check(job, a_plan(a_sheet(job, "top"))) == ()


def test_a_piece_may_end_exactly_at_the_usable_edge_without_a_kerf() -> None:
    job = a_job([a_piece("a", 1388, 2050, quantity=2)])
    assert check(job, a_plan(a_sheet(job, crosscut((1388, "a"), (1388, "a"))))) == ()


@pytest.mark.parametrize("rest", [0, 1, 4])
def test_up_to_one_kerf_behind_the_last_child_is_eaten_by_the_blade(rest: int) -> None:
    job = a_job([a_piece("a", 2780 - rest, 2050)])
    assert check(job, a_plan(a_sheet(job, crosscut((2780 - rest, "a"))))) == ()


def test_more_than_one_kerf_behind_the_last_child_is_wood_nobody_accounts_for() -> None:
    job = a_job([a_piece("a", 2775, 2050)])
    found = check(job, a_plan(a_sheet(job, crosscut((2775, "a")))))
    assert [(v.code, v.where) for v in found] == [("child-end", "sheets[0].cuts")]
    assert "5 remain" in found[0].message


def test_children_that_pass_their_parent_are_caught() -> None:
    job = a_job([a_piece("a", 2781, 2050)])
    assert codes(check(job, a_plan(a_sheet(job, crosscut((2781, "a")))))) == {"child-end", "outside"}


def test_a_kerf_eaten_between_two_pieces_is_caught_by_the_cuts_and_by_the_distances() -> None:
    tree = cuts_of(the_sheet())
    strip = tree.children[0]
    near = replace(strip.children[1], rect=replace(strip.children[1].rect, x=mm(733)))
    strip = replace(strip, children=(strip.children[0], near, strip.children[2]))
    found = check(SIDES, with_cuts(replace(tree, children=(strip, tree.children[1]))))
    assert codes(found) == {"kerf", "too-close"}
    assert "sheets[0].cuts.children[0].children[1]" in {violation.where for violation in found}


def test_a_gap_wider_than_a_kerf_is_caught() -> None:
    tree = cuts_of(the_sheet())
    rest = tree.children[1]
    moved = replace(rest, rect=Rect(rest.rect.x, rest.rect.y + 1, rest.rect.length, rest.rect.width - 1))
    assert codes(check(SIDES, with_cuts(replace(tree, children=(tree.children[0], moved))))) == {"kerf"}


def test_a_first_child_that_does_not_begin_at_the_edge_is_caught() -> None:
    job = a_job([a_piece("a", 2776, 2050)])
    usable = Rect(mm(10), mm(10), mm(2780), mm(2050))
    leaf = Node(rect=Rect(mm(14), mm(10), mm(2776), mm(2050)), piece="a")
    tree = Node(rect=usable, direction=Direction.WIDTH, children=(leaf,))
    sheet = Sheet.from_tree("W18", tree, {"a": job.pieces[0]})
    assert [v.code for v in check(job, a_plan(sheet))] == ["child-start"]


def test_a_child_that_does_not_span_its_parent_is_no_cut_from_edge_to_edge() -> None:
    tree = cuts_of(the_sheet())
    rest = tree.children[1]
    short = replace(rest, rect=replace(rest.rect, length=rest.rect.length - 1))
    assert codes(check(SIDES, with_cuts(replace(tree, children=(tree.children[0], short))))) == {"child-span"}


def test_a_child_without_size_is_caught() -> None:
    tree = cuts_of(the_sheet())
    kerf = SIDES.saw.kerf
    rest = tree.children[1].rect
    nothing = Node(rect=Rect(rest.x, rest.y, rest.length, 0))
    lower = Node(rect=Rect(rest.x, rest.y + kerf, rest.length, rest.width - kerf))
    found = check(SIDES, with_cuts(replace(tree, children=(tree.children[0], nothing, lower))))
    assert codes(found) == {"child-size"}


def test_cuts_must_begin_with_the_usable_board() -> None:
    raw = Rect(0, 0, mm(2800), mm(2070))
    cuts = rip((560, crosscut((720, "side"), (720, "side"), (1352, "waste"))), (1506, "waste"))
    found = check(SIDES, with_cuts(a_tree(raw, cuts, SIDES.saw.kerf)))
    assert codes(found) == {"root", "outside"}


def test_a_piece_on_the_trim_is_outside() -> None:
    sheet = the_sheet()
    low = replace(sheet.placed[0], y=mm("9.999"))
    found = check(SIDES, a_plan(replace(sheet, placed=(low, sheet.placed[1]))))
    assert "outside" in codes(found)
    assert "sheets[0].placed[0]" in {violation.where for violation in found}


@pytest.mark.parametrize(
    ("node", "what"),
    [
        (Node(rect=Rect(0, 0, 1, 1), direction=Direction.LENGTH), "a division without children"),
        (Node(rect=Rect(0, 0, 1, 1), piece="side", offcut=True), "a piece that is an offcut"),
        (Node(rect=Rect(0, 0, 1, 1), turned=True), "waste that is turned"),
        (Node(rect=Rect(0, 0, 1, 1), children=(Node(rect=Rect(0, 0, 1, 1)),)), "a leaf with children"),
        (
            Node(
                rect=Rect(0, 0, 1, 1),
                direction=Direction.LENGTH,
                children=(Node(rect=Rect(0, 0, 1, 1)),),
                piece="side",
            ),
            "a division that is a piece",
        ),
    ],
)
def test_a_node_is_one_thing_only(node: Node, what: str) -> None:
    found = check(SIDES, a_plan(the_sheet(cuts=node)))
    assert ("node", "sheets[0].cuts") in [(v.code, v.where) for v in found], what
