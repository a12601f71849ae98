"""PTX files read: what their cuts mean, what is tolerated, and that the judge has the last word."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cutting.check import check
from cutting.pieces import Direction, FirstCut, Rect, Trim
from furnishing.grain import BoardGrain, Grain
from furnishing.issues import Level
from furnishing.units import mm
from tests.reports.ptx_files import LINES, a_ptx, faults, issues, read, the_job


def cuts(*rows: str) -> tuple[str, ...]:
    """Rows of CUTS of the first pattern, numbered: `function, size, repeat, part, quantity`."""
    return tuple(f"CUTS,1,1,{i},{i},{row}" for i, row in enumerate(rows, 1))


def with_cuts(*rows: str, **changes: str) -> bytes:
    """The small file with other cuts and without what counts them."""
    named = {name.replace("__", "."): value for name, value in changes.items()}
    return a_ptx(named, add=cuts(*rows), drop=("CUTS", "VECTORS"))


def test_a_good_file_is_a_job_and_a_plan_that_holds() -> None:
    file = read(a_ptx())
    (one,) = file.jobs
    assert file.issues == ()
    assert one.plan is not None
    assert check(one.job, one.plan) == ()
    assert one.name == "two doors"
    assert one.plan.boards == 2
    assert one.patterns == (1,)


def test_parts_and_boards_become_pieces_and_boards() -> None:
    job = the_job(a_ptx()).job
    door, shelf = job.pieces
    assert (door.id, door.length, door.width, door.quantity) == ("DOOR", mm(715), mm(397), 4)
    assert (door.grain, door.material, door.order) == (Grain.LENGTH, "W18", "A7")
    assert shelf.grain is Grain.FREE
    (board,) = job.boards
    assert (board.code, board.length, board.width) == ("W18/01", mm(1500), mm(1000))
    assert (board.quantity, board.cost, board.location) == (5, Decimal("40.0"), "rack 3")
    assert board.grain is BoardGrain.LENGTH
    assert job.saw.kerf == mm(4)
    assert job.saw.trim == Trim(left=mm(10), right=mm(10), bottom=mm(10), top=mm(10))
    assert (job.saw.max_stages, job.saw.book_height, job.saw.first_cut) == (4, 4, FirstCut.ANY)


def test_any_number_of_boards_and_a_price_by_the_square_metre() -> None:
    board = the_job(a_ptx({"BOARDS.QTY_STOCK": "99999", "BOARDS.COST_METHOD": "0"})).job.boards[0]
    assert board.quantity is None
    assert board.cost == Decimal("60.00")  # 1.5 m2 at 40


def test_offcuts_from_stock_are_told_apart() -> None:
    assert the_job(a_ptx({"BOARDS.TYPE": "1"})).job.boards[0].offcut
    assert not the_job(a_ptx()).job.boards[0].offcut


def test_a_waste_row_takes_a_kerf_on_both_sides() -> None:
    # 715 + 4 + 30.4 + 4: the gap between the doors is 38.4, and the second door begins there.
    tree = the_job(with_cuts("1,397,1,0,0", "2,715,1,1,2", "92,30.4,1,0,0", "2,715,1,1,2")).plan
    assert tree is not None
    first, second = tree.sheets[0].placed
    assert second.x - (first.x + first.length) == mm("38.4")


def test_trim_rows_are_the_trims_of_the_material() -> None:
    plan = the_job(a_ptx()).plan
    assert plan is not None
    assert (plan.sheets[0].placed[0].x, plan.sheets[0].placed[0].y) == (mm(10), mm(10))
    (issue,) = issues(a_ptx({"CUTS[1].DIMENSION": "7.5"}), "ptx-trim")
    assert "11.5 mm, but the material trims 10 mm" in issue.message


def test_trims_and_waste_at_the_end_may_be_left_out() -> None:
    short = with_cuts("1,397,1,0,0", "2,715,2,1,4", "1,300,1,0,0", "2,564,1,2,2")
    one = the_job(short)
    assert one.plan is not None
    assert check(one.job, one.plan) == ()
    assert one.plan.sheets[0].placed == the_job(a_ptx()).plan.sheets[0].placed  # type: ignore[union-attr]


def test_waste_first_puts_the_fixed_trim_at_the_far_edge() -> None:
    changes = {"HEADER.TRIM_TYPE": "0", "MATERIALS.TRIM_VRIP": "0", "MATERIALS.TRIM_VXCT": "0"}
    saw = the_job(a_ptx(changes, drop=("CUTS", "VECTORS", "PATTERNS", "PTN_UDI"))).job.saw
    assert saw.trim == Trim(left=0, right=mm(10), bottom=0, top=mm(10))


@pytest.mark.parametrize(("kind", "direction"), [("0", Direction.LENGTH), ("1", Direction.WIDTH)])
def test_the_type_of_a_pattern_says_which_way_its_rips_run(kind: str, direction: Direction) -> None:
    one = the_job(with_cuts("1,300,1,0,0", "2,564,1,2,2", PATTERNS__TYPE=kind))
    assert one.plan is not None
    tree = one.plan.sheets[0].cuts
    assert tree is not None
    assert tree.direction is direction
    assert one.plan.sheets[0].placed[0].turned is (direction is Direction.WIDTH)


def test_a_turned_board_has_its_rip_trims_at_the_ends() -> None:
    changes = {"MATERIALS.TRIM_FRIP": "20", "MATERIALS.TRIM_VRIP": "5"}
    flat = the_job(with_cuts("1,300,1,0,0", **{k.replace(".", "__"): v for k, v in changes.items()})).job.saw.trim
    assert flat == Trim(bottom=mm(20), top=mm(5), left=mm(10), right=mm(10))
    turned = {k.replace(".", "__"): v for k, v in {**changes, "PATTERNS.TYPE": "1"}.items()}
    assert the_job(with_cuts("1,300,1,0,0", **turned)).job.saw.trim == Trim(
        left=mm(20), right=mm(5), bottom=mm(10), top=mm(10)
    )


def test_head_cuts_divide_the_raw_board() -> None:
    # Board 1500: a head of 739 from the raw edge, a kerf, and the rest; the trims stay at the outer edges only.
    left = ("0,739,1,0,0", "1,397,1,0,0", "92,6,0,0,0", "2,715,1,1,2")
    right = ("0,757,1,0,0", "1,397,1,0,0", "2,715,1,1,2")
    one = the_job(with_cuts(*left, *right, PATTERNS__TYPE="2"))
    assert one.plan is not None
    assert [placed.x for placed in one.plan.sheets[0].placed] == [mm(10), mm(743)]
    assert one.plan.sheets[0].cuts is not None
    assert one.plan.sheets[0].cuts.direction is Direction.WIDTH
    assert {violation.code for violation in check(one.job, one.plan)} <= {"copies-missing"}


def test_a_heading_for_the_whole_board_cuts_nothing() -> None:
    rows = ("0,1500.0,0,0,0,MAIN", "1,397,1,0,0", "2,715,2,1,4", "1,300,1,0,0", "2,564,1,2,2")
    assert the_job(with_cuts(*rows)).plan == the_job(with_cuts(*rows[1:])).plan


def test_crosscuts_only_begin_across_the_board() -> None:
    one = the_job(with_cuts("2,397,1,0,0", "3,715,1,1,2", PATTERNS__TYPE="4"))
    assert one.plan is not None
    assert one.plan.sheets[0].placed[0].rect == Rect(mm(10), mm(10), mm(397), mm(715))


def test_a_second_label_names_another_part_at_the_same_cut() -> None:
    content = with_cuts("1,397,1,0,0", "2,715,1,1,1", "2,0,0,2,1", "1,300,1,0,0", "2,564,1,2,2")
    one = the_job(content)
    assert one.plan is not None
    assert [[placed.id for placed in sheet.placed] for sheet in one.plan.sheets] == [["DOOR", "SHELF"], ["SHELF"] * 2]
    assert {violation.code for violation in check(one.job, one.plan)} >= {"piece-size"}


def test_repeated_strips_repeat_what_is_cut_from_them() -> None:
    one = the_job(with_cuts("1,397,2,0,0", "2,715,2,1,8"))
    assert one.plan is not None
    assert len(one.plan.sheets[0].placed) == 4
    assert one.plan.sheets[0].copies == 2


def test_an_offcut_with_its_raw_edge_ends_where_the_trim_would_begin() -> None:
    content = with_cuts("1,397,1,0,0", "2,715,1,1,2", "2,771,0,X1,2")  # 10 + 715 + 4 + 771 = 1500
    (rect,) = the_job(content).plan.sheets[0].offcuts  # type: ignore[union-attr]
    assert rect.x + rect.length == mm(1490)
    assert [issue.level for issue in issues(content, "ptx-offcut-untrimmed")] == [Level.INFO]


def test_cuts_longer_than_the_board_are_told_and_judged() -> None:
    content = with_cuts("1,397,1,0,0", "2,715,3,1,6")
    (issue,) = issues(content, "ptx-too-long")
    assert issue.where == "record 15, CUTS.DIMENSION"
    assert "2153 mm on 1490 mm" in issue.message
    one = the_job(content)
    assert one.plan is not None
    assert "outside" in {violation.code for violation in check(one.job, one.plan)}


def test_quantities_that_do_not_add_up_are_told() -> None:
    assert [each.where for each in issues(a_ptx({"CUTS[4].QTY_PARTS": "3"}))] == ["record 17, CUTS.QTY_PARTS"]
    assert [each.where for each in issues(a_ptx({"BOARDS.QTY_USED": "3"}))] == ["record 8, BOARDS.QTY_USED"]
    assert [each.where for each in issues(a_ptx({"PARTS_REQ.QTY_PROD": "3"}))] == ["record 3, PARTS_REQ.QTY_PROD"]


def test_parts_that_no_pattern_yields_are_unplaced() -> None:
    one = the_job(a_ptx({"PARTS_REQ[2].QTY_REQ": "5"}))
    assert one.plan is not None
    (left,) = one.plan.unplaced
    assert (left.id, left.quantity, left.reason) == ("SHELF", 3, "not-in-patterns")
    assert check(one.job, one.plan) == ()


@pytest.mark.parametrize(("wanted", "name"), [("3", "QTY_OVER"), ("5", "QTY_UNDER")])
def test_what_the_file_allows_more_or_fewer_is_wanted(wanted: str, name: str) -> None:
    one = the_job(a_ptx({"PARTS_REQ.QTY_REQ": wanted, f"PARTS_REQ.{name}": "1"}))
    assert one.job.pieces[0].quantity == 4
    assert one.plan is not None
    assert one.plan.unplaced == ()


def test_a_file_of_parts_alone_is_a_job() -> None:
    one = the_job(a_ptx(drop=("PATTERNS", "PTN_UDI", "CUTS", "VECTORS", "OFFCUTS")))
    assert one.plan is None
    assert [piece.quantity for piece in one.job.pieces] == [4, 2]


def test_parts_of_one_code_are_told_apart() -> None:
    content = a_ptx({"PARTS_REQ[2].CODE": "DOOR"})
    assert [piece.id for piece in the_job(content).job.pieces] == ["DOOR", "DOOR #2"]
    assert issues(content, "ptx-code-twice")


def test_materials_with_other_kerfs_are_jobs_of_their_own() -> None:
    more = (
        "MATERIALS,1,2,H3,,3,1,3.2,3.2",
        "BOARDS,1,2,H3/01,2,1000,1000",
        "PARTS_REQ,1,3,BACK,2,500,500,1",
    )
    file = read(a_ptx(add=more))
    assert [each.job.materials for each in file.jobs] == [("W18",), ("H3",)]
    assert file.jobs[1].where == "job 1, H3: "


def test_jobs_are_kept_apart_by_their_index() -> None:
    more = (
        "JOBS,2,other",
        "MATERIALS,2,1,H3,,3,1,3.2,3.2",
        "BOARDS,2,1,H3/01,1,1000,1000",
        "PARTS_REQ,2,1,BACK,1,500,500,1",
    )
    assert [each.name for each in read(a_ptx(add=more)).jobs] == ["two doors", "other"]


def test_jobs_records_may_be_missing() -> None:
    assert read(a_ptx(drop=("JOBS",))).jobs[0].job == the_job(a_ptx()).job


def test_inches_are_read() -> None:
    job = the_job(
        b"HEADER,1.21,t,1\nPARTS_REQ,1,1,A,1,10.5,5,1\nBOARDS,1,1,B,1,96,48\nMATERIALS,1,1,M,,0.75,1,0.125,0.125\n"
    ).job
    assert (job.pieces[0].length, job.saw.kerf, job.boards[0].length) == (266_700, 3_175, 2_438_400)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"\r\n", b"\n"),
        lambda text: text.replace(b"\r\n", b"\n\n"),
        lambda text: text.replace(b",", b",  "),
        lambda text: text.replace(b"\r\n", b",,\r\n"),
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b"DOOR", b'"DOOR"').replace(b"two doors", b'"two doors"'),
        lambda text: text.lower().replace(b"door", b"DOOR").replace(b"shelf", b"SHELF"),
    ],
    ids=["line feeds", "blank lines", "spaces", "empty fields behind", "byte order mark", "quotes", "small letters"],
)
def test_what_receivers_tolerate_is_tolerated(change: object) -> None:
    changed = the_job(change(a_ptx()))  # type: ignore[operator]
    wanted = the_job(a_ptx())
    assert changed.plan is not None
    assert changed.plan.sheets[0].placed == wanted.plan.sheets[0].placed  # type: ignore[union-attr]
    assert changed.job.saw == wanted.job.saw


def test_quotes_hold_commas_and_doubled_quotes() -> None:
    text = a_ptx().replace(b"two doors", b'"two ""good"", doors"')
    assert the_job(text).name == 'two "good", doors'


def test_old_optimisers_write_windows_text() -> None:
    content = a_ptx().replace(b"A. Jansen", "Küche".encode("cp1252"))
    (issue,) = issues(content, "ptx-encoding")
    assert issue.where == "line 2"


def test_unknown_records_and_fields_are_told_and_not_read() -> None:
    content = a_ptx({}, add=("LABELS,1,2", "NOTES,1,2,text,more,and more"))
    assert [issue.code for issue in issues(content)] == ["ptx-record-unknown", "ptx-fields-extra"]


def test_indices_with_a_gap_are_told() -> None:
    content = a_ptx(add=("BOARDS,1,3,W18/03,1,1000,1000",))
    (issue,) = issues(content, "ptx-index-gap")
    assert issue.message.startswith("BRD_INDEX 2 is missing")


def test_every_line_of_the_small_file_is_of_another_type_or_needed() -> None:
    assert {line.partition(",")[0] for line in LINES} == {
        "HEADER", "JOBS", "PARTS_REQ", "PARTS_INF", "PARTS_UDI", "PARTS_DST", "BOARDS", "MATERIALS", "NOTES",
        "OFFCUTS", "PATTERNS", "PTN_UDI", "CUTS", "VECTORS",
    }  # fmt: skip
    assert faults(a_ptx(drop=("HEADER",))) == {"record 1": "no HEADER record is there; is it a PTX file?"}
