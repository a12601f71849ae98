"""PTX files written: the records a receiver needs, exact sums, the order of the saw, and refusals with every reason."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from importlib import resources

import pytest

from cutting.pieces import CutJob, FirstCut, Router, Trim
from cutting.plan import CutPlan, Sheet
from cutting.saw_time import sawing, usual_times
from cutting.sequence import saw_order
from furnishing.errors import InputError
from furnishing.units import mm
from reports.machine.ptx import write_ptx
from reports.machine.ptx_profile import profile_names, read_profile, shipped_profile
from tests.cutting.builders import Cuts, a_board, a_job, a_piece, a_sheet, crosscut, rip
from tests.reports.builders import a_project as a_cabinet_project
from tests.reports.ptx_files import a_project, of_kind, refused, with_saw, written

PIECES = (a_piece("side.L", 720, 560, quantity=4), a_piece("shelf", 540, 500, quantity=2, order="A7"))
CUTS = rip(
    (560, crosscut((720, "side.L"), (720, "side.L"), (500, rip((540, "shelf turned"))), (828, "waste"))),
    (1486, "offcut"),
)


def the_sheet(job: CutJob, cuts: Cuts = CUTS, copies: int = 2) -> Sheet:
    return a_sheet(job, cuts, copies=copies)


JOB = with_saw(a_job(PIECES, [a_board(cost=Decimal("48.50"))]), book_height=4)
PROJECT = a_project(JOB, the_sheet(JOB))


def cut(*names: str) -> list[tuple[str, ...]]:
    """Some fields of every row of CUTS."""
    return [tuple(row.get(name, "") for name in names) for row in of_kind(written(PROJECT), "CUTS")]


def test_records_come_in_the_order_that_receivers_were_seen_to_take() -> None:
    kinds = list(dict.fromkeys(record[0] for record in written(PROJECT)))
    assert kinds == [
        "HEADER", "JOBS", "PARTS_REQ", "PARTS_INF", "PARTS_UDI", "BOARDS", "MATERIALS", "NOTES", "OFFCUTS",
        "PATTERNS", "CUTS",
    ]  # fmt: skip


def test_every_cut_follows_its_pattern() -> None:
    job = a_job([a_piece("a", 700, 500), a_piece("b", 600, 400)])
    sheets = [a_sheet(job, rip((500, crosscut((700, "a"))))), a_sheet(job, rip((400, crosscut((600, "b")))))]
    rows = [record for record in written(a_project(job, *sheets)) if record[0] in ("PATTERNS", "CUTS")]
    patterns = [i for i, record in enumerate(rows) if record[0] == "PATTERNS"]
    assert len(patterns) == 2
    assert all(record[2] == "1" for record in rows[: patterns[1]])
    assert all(record[2] == "2" for record in rows[patterns[1] :])


def test_the_rows_of_a_pattern_nest_by_phase() -> None:
    assert cut("FUNCTION", "DIMENSION", "QTY_RPT", "PART_INDEX", "QTY_PARTS") == [
        ("91", "6.0", "0", "0", "0"),  # bottom trim 10, less the kerf
        ("1", "560.0", "1", "0", "0"),
        ("92", "6.0", "0", "0", "0"),
        ("2", "720.0", "2", "1", "4"),
        ("2", "500.0", "1", "0", "0"),
        ("3", "540.0", "1", "2", "2"),
        ("93", "16.0", "0", "0", "0"),
        ("92", "838.0", "0", "0", "0"),  # waste and the right trim fall as one
        ("1", "1486.0", "1", "0", "0"),
        ("92", "6.0", "0", "0", "0"),
        ("2", "2780.0", "1", "X1", "2"),
        ("92", "6.0", "0", "0", "0"),
        ("91", "6.0", "0", "0", "0"),
    ]


def test_sizes_and_kerfs_of_a_level_add_up_to_the_board() -> None:
    rows = [
        (int(function), Decimal(size), int(repeat))
        for function, size, repeat in cut("FUNCTION", "DIMENSION", "QTY_RPT")
    ]
    kerf = Decimal(4)
    rips = [(size, max(repeat, 1)) for function, size, repeat in rows if function % 90 == 1]
    assert sum(repeat * (size + kerf) for size, repeat in rips) - kerf == 2070
    strip = [(size, max(repeat, 1)) for function, size, repeat in rows[2:8] if function % 90 == 2]
    assert sum(repeat * (size + kerf) for size, repeat in strip) - kerf == 2800


def test_rows_are_numbered_as_listed_and_as_sawn() -> None:
    assert [int(index) for (index,) in cut("CUT_INDEX")] == list(range(1, 14))
    # First the strips, each with its crosscuts at once; the recut comes last. Falling waste goes with the cut before.
    assert [int(number) for (number,) in cut("SEQUENCE")] == [1, 1, 2, 2, 4, 7, 7, 4, 5, 6, 6, 6, 5]


@pytest.mark.parametrize("name", profile_names())
def test_parts_are_set_free_in_the_order_of_the_papers(name: str) -> None:
    profile = shipped_profile(name)
    rows = of_kind(written(PROJECT, profile), "CUTS")
    index = {"1": "side.L", "2": "shelf"}
    freed = sorted((int(row["SEQUENCE"]), i, row) for i, row in enumerate(rows) if row.get("PART_INDEX", "0") in index)
    order = [index[row["PART_INDEX"]] for _, _, row in freed for _ in range(int(row["QTY_RPT"]))]
    assert order == [placed.id for placed in saw_order(PROJECT.result.plan.sheets[0], JOB.saw)]


def test_identical_sheets_are_one_pattern_in_cycles_of_books() -> None:
    sheets = [the_sheet(JOB, copies=1) for _ in range(5)]
    pieces = [replace(piece, quantity=5 * piece.quantity // 2) for piece in JOB.pieces]
    (pattern,) = of_kind(written(a_project(replace(JOB, pieces=tuple(pieces)), *sheets)), "PATTERNS")
    assert (pattern["QTY_RUN"], pattern["QTY_CYCLES"], pattern["MAX_BOOK"]) == ("5", "2", "4")


def test_times_are_those_of_the_saw_time_model() -> None:
    records = written(PROJECT)
    (pattern,), (job,) = of_kind(records, "PATTERNS"), of_kind(records, "JOBS")
    seconds = sawing(JOB, PROJECT.result.plan).seconds(usual_times())
    assert int(pattern["TOTAL_TIME"]) == round(seconds)
    assert 0 < int(pattern["CYCLE_TIME"]) < int(pattern["TOTAL_TIME"])
    assert job["CUT_TIME"] == pattern["TOTAL_TIME"]


def test_waste_counts_offcuts_as_the_format_does() -> None:
    (job,) = of_kind(written(PROJECT), "JOBS")
    parts, board = 2 * 720 * 560 + 540 * 500, 2800 * 2070
    assert Decimal(job["WASTE_PCNT"]) == round(Decimal(100) * (board - parts) / board, 2)


def test_parts_say_what_is_wanted_made_and_how_it_lies() -> None:
    side, shelf = of_kind(written(PROJECT), "PARTS_REQ")
    assert (side["CODE"], side["LENGTH"], side["WIDTH"]) == ("SIDE.L", "720.0", "560.0")
    assert (side["QTY_REQ"], side["QTY_PROD"], side["UNDER_PROD_ERROR"], side["GRAIN"]) == ("4", "4", "0", "0")
    assert shelf["QTY_REQ"] == "2"


def test_labels_have_the_unbroken_id_the_bands_and_the_cabinet() -> None:
    records = written(a_cabinet_project())
    parts = {row["BARCODE1"]: row for row in of_kind(records, "PARTS_INF")}
    side = parts["K01.side.L"]
    assert side["PRODUCT"] == "K01"
    assert side["DESC"]
    assert any(side[f"EDGE{i}"] for i in range(1, 5))
    assert Decimal(side["FIN_LENGTH"]) >= Decimal(720)
    assert {row["INFO1"] for row in of_kind(records, "PARTS_UDI")} == set(parts)
    assert all(row["THICK"] for row in of_kind(records, "MATERIALS"))


def test_materials_carry_kerf_trims_that_hold_it_and_the_book() -> None:
    (material,) = of_kind(written(PROJECT), "MATERIALS")
    assert [material[name] for name in ("BOOK", "KERF_RIP", "KERF_XCT")] == ["4", "4.0", "4.0"]
    trims = ("TRIM_FRIP", "TRIM_VRIP", "TRIM_FXCT", "TRIM_VXCT")
    assert [material[name] for name in trims] == ["10.0", "10.0", "10.0", "10.0"]
    assert [material[f"RULE{i}"] for i in range(1, 5)] == ["4", "1", "1", "0"]


def test_a_turned_pattern_has_its_rip_trims_at_the_ends_of_the_board() -> None:
    job = a_job([a_piece("a", 700, 500)])
    job = with_saw(job, trim=Trim(left=mm(20), right=mm(15), bottom=mm(12), top=mm(8)), first_cut=FirstCut.WIDTH)
    records = written(a_project(job, a_sheet(job, crosscut((700, rip((500, "a")))))))
    (material,), (pattern,) = of_kind(records, "MATERIALS"), of_kind(records, "PATTERNS")
    assert pattern["TYPE"] == "1"
    assert (material["TRIM_FRIP"], material["TRIM_VRIP"]) == ("20.0", "15.0")
    assert (material["TRIM_FXCT"], material["TRIM_VXCT"]) == ("12.0", "8.0")


def test_offcuts_of_one_size_are_one_record() -> None:
    (offcut,) = of_kind(written(PROJECT), "OFFCUTS")
    assert (offcut["LENGTH"], offcut["WIDTH"], offcut["OFC_QTY"], offcut["TYPE"]) == ("2780.0", "1486.0", "2", "1")


def test_boards_say_what_is_used_and_what_they_cost() -> None:
    (board,) = of_kind(written(PROJECT), "BOARDS")
    assert (board["CODE"], board["QTY_STOCK"], board["QTY_USED"]) == ("W18", "99999", "2")
    assert (board["COST"], board["COST_METHOD"], board["TYPE"]) == ("48.50", "1", "0")


def test_a_part_that_ends_with_the_board_falls_without_a_stroke() -> None:
    job = a_job([a_piece("a", 748, 500, quantity=3)], [a_board(1500, 1004)], trim=0)
    cuts = rip((500, crosscut((748, "a"), (748, "a"))), (500, crosscut((748, "a"), (748, "waste"))))
    rows = of_kind(written(a_project(job, a_sheet(job, cuts))), "CUTS")
    assert [(row["FUNCTION"], row["DIMENSION"], row["QTY_RPT"], row["PART_INDEX"]) for row in rows] == [
        ("1", "500.0", "1", "0"),
        ("2", "748.0", "1", "1"),
        ("2", "748.0", "0", "1"),
        ("1", "500.0", "1", "0"),
        ("2", "748.0", "1", "1"),
        ("92", "748.0", "0", "0"),
    ]


# ---- receivers


def test_a_receiver_without_trim_and_waste_rows_gets_none() -> None:
    rows = of_kind(written(PROJECT, shipped_profile("cadmatic-4")), "CUTS")
    assert [(row["FUNCTION"], row["DIMENSION"], row["QTY_RPT"], row["PART_INDEX"]) for row in rows] == [
        ("1", "560.0", "1", "0"),
        ("2", "720.0", "2", "1"),
        ("2", "500.0", "1", "0"),
        ("3", "540.0", "1", "2"),
        ("1", "1486.0", "1", "0"),
        ("92", "2780.0", "1", "X1"),
    ]


def test_a_receiver_gets_its_own_rules_version_quotes_and_no_more_fields_than_it_was_seen_to_take() -> None:
    text = write_ptx(PROJECT, shipped_profile("cadmatic-4")).content.decode()
    lines = text.split("\r\n")
    assert lines[0] == 'HEADER, 1, "two doors", 0, 0, 1'
    assert next(line for line in lines if line.startswith("MATERIALS")).endswith(", 6, 1, 1, 1")
    assert next(line for line in lines if line.startswith("PATTERNS")) == "PATTERNS, 1, 1, 1, 0, 2, 1, 4"


def test_a_receiver_of_ones_own_is_a_file() -> None:
    text = read_profile_text().replace('"most_decimals": 3', '"most_decimals": 1').replace('"crlf"', '"lf"')
    profile = read_profile(text, "mine.json")
    assert b"\r" not in write_ptx(PROJECT, profile).content
    job = with_saw(JOB, kerf=3_200)
    assert refused(a_project(with_saw(JOB, kerf=3_175), the_sheet(with_saw(JOB, kerf=3_175))), profile)
    assert written(a_project(job, the_sheet(job)), profile)


def test_waste_finer_than_the_receivers_decimals_is_rounded_down() -> None:
    profile = read_profile(read_profile_text().replace('"most_decimals": 3', '"most_decimals": 1'))
    job = a_job([a_piece("a", 700, 500)], [a_board("1500.05", 1000)])  # type: ignore[arg-type]
    assert refused(a_project(job, a_sheet(job, rip((500, crosscut((700, "a"))), (476, "waste")))), profile).keys() == {
        "BOARDS[1].LENGTH"
    }
    job = a_job([a_piece("a", 700, 500)], [a_board(1500, 1000)], kerf=4)
    cuts = rip((500, crosscut(("30.45", "waste"), (700, "a"))), (476, "waste"))  # type: ignore[arg-type]
    rows = of_kind(written(a_project(job, a_sheet(job, cuts)), profile), "CUTS")
    assert "30.4" in {row["DIMENSION"] for row in rows}


def read_profile_text() -> str:
    return (resources.files("reports.machine") / "profiles" / "generic-1.21.json").read_text("utf-8")


def test_a_profile_with_faults_is_refused_with_all_of_them() -> None:
    text = read_profile_text().replace('"ascii"', '"morse"').replace('"CUTS": "COMMENT"', '"CUTS": "DEPTH"')
    with pytest.raises(InputError) as caught:
        read_profile(text, "mine.json")
    assert {fault.where for fault in caught.value.faults} == {"encoding", "records.CUTS"}
    with pytest.raises(InputError, match="cadmatic-4"):
        shipped_profile("homag")


# ---- refusals


def test_a_router_plan_is_refused() -> None:
    job = replace(JOB, router=Router(tool=mm(12)))
    assert list(refused(a_project(job, plan=CutPlan(sheets=())))) == ["router"]


def test_more_than_nine_phases_are_refused() -> None:
    cuts: Cuts = "a"
    length, width = 100.0, 100.0
    for i in range(9):
        if i % 2:
            cuts, width = rip((width, cuts), (10, "waste")), width + 14
        else:
            cuts, length = crosscut((length, cuts), (10, "waste")), length + 14
    job = a_job([a_piece("a", 100, 100)], max_stages=None)
    sheet = a_sheet(job, rip((width, cuts)))
    found = refused(a_project(job, sheet))
    assert "phases; generic-1.21 takes 9" in found["PATTERNS[1]"]


def test_trims_that_a_material_cannot_say_are_refused() -> None:
    job = with_saw(a_job([a_piece("a", 700, 500, quantity=2)]), trim=Trim(left=mm(20), bottom=mm(10)))
    sheets = [a_sheet(job, rip((500, crosscut((700, "a"))))), a_sheet(job, crosscut((700, rip((500, "a")))))]
    assert "one trim for its first cuts" in refused(a_project(job, *sheets))["MATERIALS"]


def test_names_that_become_one_code_are_refused() -> None:
    job = a_job([a_piece("door a", 700, 500), a_piece("DOOR_A", 700, 500)])
    sheet = a_sheet(job, rip((500, crosscut((700, "door a"), (700, "DOOR_A")))))
    assert "both become 'DOOR_A'" in refused(a_project(job, sheet))["PARTS_REQ[2].CODE"]


def test_codes_beyond_50_letters_are_refused_and_never_cut_short() -> None:
    job = a_job([a_piece("d" * 51, 700, 500)], [a_board(code="w" * 51)])
    sheet = a_sheet(job, rip((500, crosscut((700, "d" * 51)))))
    assert {"PARTS_REQ[1].CODE", "BOARDS[1].CODE"} <= refused(a_project(job, sheet)).keys()


def test_names_in_letters_that_the_receiver_lacks_are_refused() -> None:
    job = a_job([a_piece("дверь", 700, 500)])
    assert (
        "ascii does not know"
        in refused(a_project(job, a_sheet(job, rip((500, crosscut((700, "дверь")))))))["PARTS_REQ[1].CODE"]
    )


def test_a_stock_of_99999_would_mean_any_number() -> None:
    job = a_job([a_piece("a", 700, 500)], [a_board(quantity=99_999)])
    assert "BOARDS[1].QTY_STOCK" in refused(a_project(job, a_sheet(job, rip((500, crosscut((700, "a")))))))


def test_sizes_of_ten_metres_are_refused() -> None:
    job = a_job([a_piece("a", 700, 500)], [a_board(12_000, 1000)])
    assert "BOARDS[1].LENGTH" in refused(a_project(job, a_sheet(job, rip((500, crosscut((700, "a")))))))


def test_a_title_is_cut_to_25_letters_and_told() -> None:
    project = replace(PROJECT, name="Küche der Familie Lefèvre in Ghent")
    file = write_ptx(project)
    assert file.content.startswith(b"HEADER,1.21,Kuche der Familie Lefevre,0,0,1\r\n")
    assert {issue.where for issue in file.issues} == {"HEADER.TITLE", "JOBS.NAME"}
    assert {issue.code for issue in file.issues} == {"ptx-text-changed"}


def test_the_same_plan_makes_the_same_bytes() -> None:
    assert write_ptx(PROJECT).content == write_ptx(PROJECT).content
