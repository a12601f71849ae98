"""The papers of a router job: a plan without saw lines has its list of places, its labels and its cut list."""

from __future__ import annotations

import csv
import datetime
import io
from decimal import Decimal

from cutting.check import judge
from cutting.pieces import NO_SAW, Board, CutJob, Piece, Rect, Router
from cutting.plan import CutPlan, CutResult, Placed, Sheet, Status
from furnishing.grain import BoardGrain
from furnishing.units import mm
from reports.diagrams import cutting_diagrams
from reports.labels import labels
from reports.papers import papers
from reports.pricing import Terms
from reports.project import Project
from tests.reports.page_checks import assert_texts_are_readable


def a_routed_project() -> Project:
    """Two sides, one of them turned, and a piece too small for its id, on two sheets alike."""
    sizes = {"side": (720, 560), "rail": (564, 100), "wedge": (45, 30)}
    pieces = tuple(Piece(id=name, length=mm(x), width=mm(y), quantity=4) for name, (x, y) in sizes.items())
    job = CutJob(
        pieces=pieces,
        boards=(Board(code="MDF", length=mm(2440), width=mm(1220), grain=BoardGrain.NONE),),
        saw=NO_SAW,
        router=Router(tool=mm(12), border=mm(10)),
    )
    corners = (
        ("side", 10, 10, False),
        ("side", 742, 10, True),
        ("rail", 1314, 10, False),
        ("rail", 1314, 122, False),
        ("wedge", 1314, 234, False),
        ("wedge", 1371, 234, True),
    )
    placed = tuple(
        Placed(id=name, x=mm(x), y=mm(y), length=mm(sizes[name][0]), width=mm(sizes[name][1]), turned=turned)
        for name, x, y, turned in corners
    )
    rest = Rect(mm(10), mm(742), mm(2420), mm(468))
    sheet = Sheet(board="MDF", copies=2, placed=placed, cuts=None, offcuts=(rest,))
    result = CutResult(
        plan=CutPlan(sheets=(sheet,)),
        cost=Decimal(2),
        bound=Decimal(2),
        bound_is_cost=False,
        status=Status.OPTIMAL,
        seconds=0.1,
        seed=0,
    )
    assert judge(job, result) == ()
    date = datetime.date(2026, 3, 2)
    return Project(name="Routed", customer="", date=date, version="1", job=job, result=result)


def shown() -> list[str]:
    """All words of the diagram."""
    (page,) = cutting_diagrams(a_routed_project())
    return [text.text for text in page.texts]


def test_each_piece_stands_in_the_list_with_its_corner_and_how_it_lies() -> None:
    words = shown()
    start = words.index("Piece") + 1
    assert words[start : start + 10] == [
        *("1", "straight", "10", "10", "side 720×560"),
        *("2", "turned", "742", "10", "side 720×560"),
    ]


def test_letters_of_small_pieces_are_told_in_the_list() -> None:
    words = shown()
    assert words.count("A") == 4, "twice on the figure, twice in the list"
    assert "wedge 45×30" in words


def test_the_head_tells_tool_and_border_and_no_cuts() -> None:
    facts = next(line for line in shown() if "tool" in line)
    assert "tool 12 · border 10" in facts
    assert "cuts" not in facts
    assert "kerf" not in facts
    assert "Stop" not in shown()


def test_the_page_can_be_read() -> None:
    for page in cutting_diagrams(a_routed_project()):
        assert_texts_are_readable(page)


def test_labels_come_in_the_order_of_the_list() -> None:
    words = [text.text for page in labels(a_routed_project()) for text in page.texts]
    ids = [word for word in words if word in ("side", "rail", "wedge")]
    assert ids == ["side", "side", "rail", "rail", "wedge", "wedge"] * 2


def test_all_papers_of_the_machine_are_made() -> None:
    made = dict(papers(a_routed_project(), Terms()))
    assert {"03-cut-list.csv", "04-cutting-diagrams.pdf", "05-labels.pdf", "sheet-01.svg"} <= set(made)
    rows = list(csv.reader(io.StringIO(made["03-cut-list.csv"].decode("utf-8-sig")), delimiter=";"))
    assert any("side" in cell for row in rows for cell in row)
