"""Small boards share a page of the cutting diagrams where they lose nothing by it."""

from __future__ import annotations

import argparse
import dataclasses
from collections import Counter
from decimal import Decimal

import pytest
import zxingcpp

from cutting.pieces import Board, CutJob, Direction, Piece, Rect, Saw
from cutting.plan import CutPlan, CutResult, Node, Sheet, Status
from furnishing.units import mm
from reports.check_character import unchecked
from reports.diagrams import cutting_diagrams, patterns
from reports.drawing import Drawing
from reports.project import Project
from reports.render.pdf import pdf
from reports.text.languages import Units, languages
from reports.text.locale import Locale
from tests.reports.builders import DATE, an_operators_project
from tests.reports.page_checks import assert_texts_are_readable, page_image
from tests.web.test_sample_papers import a_furnished
from web.saw_arguments import choices_of, saw_options

LOCALES = [*(Locale(language=each) for each in languages()), Locale(units=Units.INCHES)]


def words(page: Drawing) -> list[str]:
    return [text.text for text in page.texts]


def offcuts_to_cut(count: int, *, strips: int = 2, length: int = 1200) -> Project:
    """So many offcuts of 600 mm width from stock, each ripped into strips; no two alike."""
    saw, pieces, sheets, boards = Saw(kerf=mm(4)), list[Piece](), list[Sheet](), list[Board]()
    width = (600 - 4 * strips) // strips
    for number in range(1, count + 1):
        tops = [
            Piece(id=f"K{number:02}.shelf.{at}", length=mm(length), width=mm(width - number)) for at in range(strips)
        ]
        leaves = [
            Node(rect=Rect(0, at * (top.width + mm(4)), top.length, top.width), piece=top.id)
            for at, top in enumerate(tops)
        ]
        left = strips * (tops[0].width + mm(4))
        rest = Node(rect=Rect(0, left, mm(length), mm(600) - left))
        tree = Node(rect=Rect(0, 0, mm(length), mm(600)), direction=Direction.LENGTH, children=(*leaves, rest))
        board = Board(code=f"X{number}", length=mm(length), width=mm(600), quantity=1, offcut=True)
        sheets.append(Sheet.from_tree(board.code, tree, {top.id: top for top in tops}))
        pieces += tops
        boards.append(board)
    result = CutResult(
        plan=CutPlan(sheets=tuple(sheets)),
        cost=Decimal(1),
        bound=Decimal(1),
        bound_is_cost=False,
        status=Status.OPTIMAL,
        seconds=0.0,
        seed=0,
    )
    job = CutJob(pieces=tuple(pieces), boards=tuple(boards), saw=saw)
    return Project(name="Offcuts", customer="", date=DATE, version="1", job=job, result=result)


def test_two_small_boards_share_a_page_and_an_odd_one_keeps_its_own() -> None:
    first, last = cutting_diagrams(offcuts_to_cut(3))
    assert "Cutting diagrams: sheets 1–2 of 3" in words(first)
    assert "Cutting diagrams: sheet 3 of 3" in words(last)
    assert {"K01.shelf.0", "K01.shelf.1", "K02.shelf.0", "K02.shelf.1"} <= set(words(first))
    assert words(first).count("Gives") == 2


def test_nothing_is_smaller_on_a_shared_page_and_no_size_is_lost() -> None:
    project = offcuts_to_cut(2)
    (shared,) = cutting_diagrams(project)
    apart = cutting_diagrams(project, share=False)
    assert len(apart) == 2
    large = Counter((text.text, text.size) for page in apart for text in page.texts if text.size >= 11 and text.bold)
    here = Counter((text.text, text.size) for text in shared.texts)
    ids = {text.text: text.size for text in shared.texts if text.text.startswith("K0") and text.bold}
    assert set(ids.values()) == {14.0}
    gone = {text for text, size in large - here if size < 16}
    assert gone == {"2"}, "the number of cuts, which stands among the facts"


def test_each_half_states_its_scale_and_has_its_code() -> None:
    pages = cutting_diagrams(offcuts_to_cut(2))
    assert sum("Scale\u00a01:" in each for each in words(pages[0])) == 2
    found = zxingcpp.read_barcodes(page_image(pdf(pages, title="Cutting diagrams")))
    assert sorted(unchecked(code.text) or "" for code in found) == ["1/P001", "1/P002"]


def test_boards_of_usual_size_and_long_lists_keep_their_pages() -> None:
    usual = a_furnished("galley_kitchen")
    assert len(cutting_diagrams(usual)) == len(cutting_diagrams(usual, share=False)) >= len(patterns(usual))
    assert len(cutting_diagrams(offcuts_to_cut(2, strips=14))) == 2
    assert len(cutting_diagrams(offcuts_to_cut(2, length=2800))) == 2


def test_small_boards_share_a_page_only_with_their_neighbours() -> None:
    project = offcuts_to_cut(3)
    one, two, three = project.result.plan.sheets
    (large,) = offcuts_to_cut(1, strips=14).result.plan.sheets
    between = dataclasses.replace(project.result, plan=CutPlan(sheets=(one, large, two, three)))
    other = offcuts_to_cut(1, strips=14).job
    job = dataclasses.replace(project.job, pieces=(*project.job.pieces[2:], *other.pieces))
    pages = cutting_diagrams(dataclasses.replace(project, job=job, result=between))
    told = [word for page in pages for word in words(page) if word.startswith("Cutting diagrams: ")]
    assert told == [f"Cutting diagrams: {each} of 4" for each in ("sheet 1", "sheet 2", "sheets 3–4")]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("strips", [1, 2, 3, 4, 5, 6])
def test_shared_pages_are_readable_in_every_language(strips: int, locale: Locale) -> None:
    project = dataclasses.replace(offcuts_to_cut(4, strips=strips), locale=locale)
    for page in cutting_diagrams(project):
        assert_texts_are_readable(page, smallest=8.0)


def test_equal_boards_are_still_one_pattern_with_their_number() -> None:
    (page,) = cutting_diagrams(an_operators_project())
    assert "3 × the same" in words(page)


def test_pages_of_their_own_are_an_option() -> None:
    parser = argparse.ArgumentParser()
    saw_options(parser)
    assert choices_of(parser.parse_args([])).share
    assert not choices_of(parser.parse_args(["--own-pages"])).share
