"""Cutting diagrams: everything an operator needs stands on the page, readable and in saw order."""

from __future__ import annotations

import dataclasses
import itertools
import re
from decimal import Decimal

import pytest
import zxingcpp

from cutting.pieces import Board, CutJob, Direction, Follow, Piece, PieceSet, Rect, Saw
from cutting.plan import CutPlan, CutResult, Node, Placed, Sheet, Status
from furnishing.grain import BoardGrain, Grain
from furnishing.parts import Edges
from furnishing.units import mm
from reports.bands import band_strokes, lying
from reports.check_character import unchecked
from reports.cutlist import cut_list_pages
from reports.diagrams import cutting_diagrams, patterns
from reports.drawing import CHAIN, DOTTED, Drawing, Hatch, Line, Rectangle
from reports.figure import fitting_scale
from reports.places import letters
from reports.project import Project
from reports.render.pdf import pdf
from reports.render.svg import svg
from tests.reports.builders import DATE, a_project, an_operators_project
from tests.reports.page_checks import assert_texts_are_readable, ink, page_image, page_text
from tests.web.test_sample_papers import a_furnished


def words(drawing: Drawing) -> list[str]:
    return [text.text for text in drawing.texts]


def a_board_of_strips(height: int, length: int, *, name: str = "shelf") -> Project:
    """A board of 2800 x 2070 filled with pieces of one size, each with an id of its own."""
    saw = Saw(kerf=mm(4))
    strips: list[Node] = []
    pieces: list[Piece] = []
    for row in range(2070 // (height + 4)):
        y, leaves = row * (height + 4), []
        for column in range(2800 // (length + 4)):
            piece = Piece(id=f"K{row:02}.{name}.{column}", length=mm(length), width=mm(height), grain=Grain.LENGTH)
            pieces.append(piece)
            leaves.append(Node(rect=Rect(mm(column * (length + 4)), mm(y), piece.length, piece.width), piece=piece.id))
        strips.append(
            Node(rect=Rect(0, mm(y), mm(2800), mm(height)), direction=Direction.WIDTH, children=tuple(leaves))
        )
    tree = Node(rect=Rect(0, 0, mm(2800), mm(2070)), direction=Direction.LENGTH, children=tuple(strips))
    board = Board(code="B", length=mm(2800), width=mm(2070), grain=BoardGrain.LENGTH)
    sheet = Sheet.from_tree("B", tree, {piece.id: piece for piece in pieces})
    result = CutResult(
        plan=CutPlan(sheets=(sheet,)),
        cost=Decimal(1),
        bound=Decimal(1),
        bound_is_cost=False,
        status=Status.OPTIMAL,
        seconds=0.0,
        seed=0,
    )
    job = CutJob(pieces=tuple(pieces), boards=(board,), saw=saw)
    return Project(name="Many", customer="", date=DATE, version="1", job=job, result=result)


def test_a_page_shows_the_board_the_ids_and_both_sizes_of_every_piece() -> None:
    first, second = cutting_diagrams(a_project())
    shown = words(first)
    assert "Oak chipboard 18   2800 × 2070 mm" in shown
    for piece in ("K01.side.L", "K01.side.R", "K01.door"):
        assert shown.count(piece) == 2, "on the figure and in the list of cuts"
    assert shown.count("559") >= 3
    assert any("yield 31.9 %" in line for line in shown)
    assert any("12 cuts, 18.7 m" in line for line in shown)
    assert "White hardboard 3   2800 × 2070 mm" in words(second)


def test_ids_are_12_points_or_more_and_sizes_11_where_there_is_room() -> None:
    first = cutting_diagrams(a_project())[0]
    ids = [text for text in first.texts if text.text == "K01.side.L"]
    assert max(text.drawn_size for text in ids) >= 12
    assert min(text.drawn_size for text in first.texts if text.text in ("720", "559")) >= 11


def test_the_steps_stand_in_saw_order_with_their_stops() -> None:
    shown = words(cutting_diagrams(a_project())[0])
    start = shown.index("Gives") + 1
    assert shown[start : start + 6] == ["1", "↔ trim", "6", "6", "2", "↔ trim"]


def test_a_strip_is_turned_before_its_first_cut_and_has_its_name_in_list_and_figure() -> None:
    shown = words(cutting_diagrams(a_project())[0])
    rip = shown.index("↔ rip")
    assert shown[rip - 1 : rip + 5] == ["5", "↔ rip", "559", "559", "S1", "6–7"]
    assert (shown.count("↻S1"), shown.count("S1")) == (1, 3), "on the figure, freed, and cut again without a turn"
    assert {"S2", "R1"} <= set(shown[:rip])


def test_equal_cuts_one_after_the_other_share_a_line_with_all_that_they_set_free() -> None:
    shown = words(cutting_diagrams(a_project())[0])
    crosscut = shown.index("↕ crosscut")
    assert shown[crosscut - 1 : crosscut + 2] == ["6–7", "↕ crosscut", "↻S1"]
    assert shown[crosscut + 2 : crosscut + 5] == ["720", "720", "1444"], "the stop, and how far both cuts are"
    assert shown[crosscut + 5 : crosscut + 7] == ["K01.side.L", "K01.side.R"]


def test_the_list_ends_with_its_sums() -> None:
    shown = words(cutting_diagrams(a_project())[0])
    assert shown[shown.index("cuts") - 1 : shown.index("cuts") + 2] == ["12", "cuts", "18.7 m"]


def test_every_cut_has_its_number_on_the_figure() -> None:
    shown = words(cutting_diagrams(a_project())[0])
    listed = shown.index("Gives")
    assert {str(number) for number in range(1, 13)} <= set(shown[:listed])


def test_offcuts_are_dotted_waste_is_hatched_and_saw_lines_are_chain() -> None:
    first = cutting_diagrams(a_project())[0]
    assert "offcut X2  2780 × 889" in words(first), "the code under which stock takes it in"
    assert [item for item in first.items if isinstance(item, Rectangle) and item.stroke == DOTTED]
    assert len([item for item in first.items if isinstance(item, Hatch) and item.stroke != DOTTED]) == 3 + 1
    assert len([item for item in first.items if isinstance(item, Line) and item.stroke == CHAIN]) == 12


def test_bands_differ_by_colour_and_by_dashes() -> None:
    strokes = band_strokes(a_project())
    assert list(strokes) == ["OAK04", "OAK1"]
    assert len({stroke.colour for stroke in strokes.values()}) == 2
    assert len({stroke.dash for stroke in strokes.values()}) == 2
    assert "OAK1  Oak 1 mm" in words(cutting_diagrams(a_project())[0])


def test_a_turned_piece_has_its_bottom_edge_on_the_right() -> None:
    edges = Edges(bottom="B", top="T", left="L", right="R")
    straight = Placed(id="A", x=0, y=0, length=2, width=1)
    assert lying(edges, straight) == edges
    assert lying(edges, dataclasses.replace(straight, turned=True)) == Edges(bottom="L", top="R", left="T", right="B")


def test_equal_sheets_are_drawn_once_with_their_number() -> None:
    project = an_operators_project()
    (sheet,) = project.result.plan.sheets
    apart = tuple(dataclasses.replace(sheet, copies=1) for _ in range(3))
    plan = dataclasses.replace(project.result.plan, sheets=apart)
    project = dataclasses.replace(project, result=dataclasses.replace(project.result, plan=plan))
    assert [one.copies for one in patterns(project)] == [3]
    (page,) = cutting_diagrams(project)
    assert "3 × the same" in words(page)
    assert "Cutting diagrams: sheets 1–3 of 3" in words(page)


def test_a_list_without_a_design_has_diagrams_too() -> None:
    (page,) = cutting_diagrams(an_operators_project())
    assert "MDF   1000 × 1000 mm" in words(page)
    assert_texts_are_readable(page, smallest=8.0)


def test_small_pieces_have_letters_that_stand_in_the_list_beside_their_names() -> None:
    pages = cutting_diagrams(a_board_of_strips(60, 150))
    first = words(pages[0])
    assert "A" in first[: first.index("Gives")]
    listed = [word for page in pages for word in words(page)[words(page).index("Gives") :]]
    assert listed[listed.index("A") + 1] == "K00.shelf.0"
    keyed = [word for word in listed if word.isalpha() and word.isupper()]
    assert keyed[:30] == [letters(number) for number in range(30)], "letters run down the list"


@pytest.mark.parametrize(("height", "length"), [(60, 150), (95, 900), (140, 600), (300, 400), (30, 2700), (500, 90)])
def test_texts_never_lie_over_each_other_however_full_the_board_is(height: int, length: int) -> None:
    for page in cutting_diagrams(a_board_of_strips(height, length)):
        assert_texts_are_readable(page, smallest=8.0)


def test_texts_of_the_small_projects_are_readable() -> None:
    for page in cutting_diagrams(a_project(name="家具 " * 20, customer="Σοφία Παπαδοπούλου-Κωνσταντινίδου " * 3)):
        assert_texts_are_readable(page, smallest=8.0)


def cuts_told(page: Drawing) -> list[int]:
    """The numbers of the cuts that the list of a page tells, in its order."""
    found, shown = list[int](), words(page)
    for number, kind in itertools.pairwise(shown[shown.index("Gives") :]):
        if kind[:1] in ("↔", "↕"):
            first, _, last = number.partition("–")
            found += range(int(first), int(last or first) + 1)
    return found


def test_a_long_list_of_cuts_goes_on_over_the_next_pages_and_loses_none() -> None:
    pages = cutting_diagrams(a_board_of_strips(60, 150))
    assert len(pages) > 2
    found = [number for page in pages for number in cuts_told(page)]
    assert found == list(range(1, len(found) + 1))
    pieces = {piece.id for piece in a_board_of_strips(60, 150).job.pieces}
    assert pieces <= {word for page in pages for word in words(page)}
    assert "1 of" in words(pages[0])[-1]


def test_a_few_last_cuts_stand_under_the_figure_and_need_no_page() -> None:
    lists = [cutting_diagrams(a_board_of_strips(height, 900)) for height in range(90, 330, 8)]
    under = 0
    for pages in lists:
        found = [number for page in pages for number in cuts_told(page)]
        assert found == list(range(1, len(found) + 1))
        for page in pages:
            assert_texts_are_readable(page, smallest=8.0)
        assert all(len(cuts_told(page)) > 3 for page in pages[1:])
        left = [text for text in pages[0].texts if text.x < 30 and text.text.partition("–")[0] == str(found[-1])]
        under += bool(left)
    assert under, "none of these lists is a little too long"


@pytest.mark.parametrize(
    ("size", "scale"), [((2800, 2070), 20.0), ((1200, 600), 10.0), ((1000, 1000), 8.0), ((5600, 2070), 39.5)]
)
def test_the_scale_is_of_iso_5455_unless_that_leaves_the_figure_small(size: tuple[int, int], scale: float) -> None:
    board = Board(code="B", length=mm(size[0]), width=mm(size[1]))
    assert fitting_scale(board, 160, 140) == scale


def test_stops_are_read_at_arms_length_though_they_have_tenths() -> None:
    project = a_furnished("attic_wardrobe")
    stops = [text for page in cutting_diagrams(project) for text in page.texts if re.fullmatch(r"\d{4}\.\d", text.text)]
    assert any(text.bold for text in stops)
    assert min(text.drawn_size for text in stops if text.x > 180) >= 11


def test_the_title_block_states_the_scale() -> None:
    assert "1:20 · mm" in words(cutting_diagrams(a_project())[0])


def test_the_title_block_of_a_list_states_the_unit_alone() -> None:
    block = words(cut_list_pages(a_project())[0])[-16:]
    assert block[block.index("Unit") + 1] == "mm"
    assert "Scale" not in block


def test_books_and_cycles_stand_over_the_figure() -> None:
    project = an_operators_project()
    saw = dataclasses.replace(project.job.saw, book_height=2)
    project = dataclasses.replace(project, job=dataclasses.replace(project.job, saw=saw))
    assert any("book of 2 · 2 cycles · about" in line for line in words(cutting_diagrams(project)[0]))


def test_the_code_of_a_pattern_is_read_from_the_printed_page() -> None:
    pages = cutting_diagrams(a_project())
    data = pdf(pages, title="Cutting diagrams")
    found = [zxingcpp.read_barcodes(page_image(data, number)) for number in range(len(pages))]
    assert [unchecked(code.text) for codes in found for code in codes] == ["1/P001", "1/P002"]


def test_a_long_id_stands_on_two_lines_before_a_letter_takes_its_place() -> None:
    shown = words(cutting_diagrams(a_board_of_strips(300, 680, name="inner-drawer-front"))[0])
    assert {"K00.inner-", "drawer-front.0"} <= set(shown[: shown.index("Gives")])
    assert "A" not in shown


def test_the_place_in_a_matched_set_stands_on_the_piece() -> None:
    project = a_project()
    matched = PieceSet(id="K01.side.L", rows=(("K01.side.L", "K01.side.R"),), follow=Follow.ALONG)
    project = dataclasses.replace(project, job=dataclasses.replace(project.job, sets=(matched,)))
    assert {"set A 1/2", "set A 2/2"} <= set(words(cutting_diagrams(project)[0]))


def test_letters_count_like_columns_of_a_spreadsheet() -> None:
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_a_sheet_without_cuts_is_still_drawn() -> None:
    project = a_project()
    bare = tuple(dataclasses.replace(sheet, cuts=None) for sheet in project.result.plan.sheets)
    plan = dataclasses.replace(project.result.plan, sheets=bare)
    project = dataclasses.replace(project, result=dataclasses.replace(project.result, plan=plan))
    assert "K01.door" in words(cutting_diagrams(project)[0])


def test_a_plan_without_sheets_says_so() -> None:
    project = a_project()
    nothing = dataclasses.replace(project.result, plan=CutPlan(sheets=()))
    (page,) = cutting_diagrams(dataclasses.replace(project, result=nothing))
    assert "There is nothing to cut." in words(page)


def test_the_pages_render_the_same_each_time_with_ink_where_it_belongs() -> None:
    pages = cutting_diagrams(a_project())
    data = pdf(pages, title="Cutting diagrams")
    assert data == pdf(cutting_diagrams(a_project()), title="Cutting diagrams")
    assert svg(pages[0]) == svg(cutting_diagrams(a_project())[0])
    image = page_image(data, dpi=100)
    page = pages[0]
    for region in ((12, 185, 120, 198), (12, 40, 190, 180), (200, 100, 285, 180), (12, 12, 285, 23)):
        assert ink(image, page, region) > 0.005
    for margin in ((0, 0, 297, 11), (0, 199, 297, 210), (0, 0, 11, 210), (286, 0, 297, 210)):
        assert ink(image, page, margin) == 0
    assert "K01.side.L" in page_text(data)
