"""The cut list: a row for every part id, in the order of the saw, as pages, as CSV and as a workbook."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from furnishing.parts import Bore, Notch
from furnishing.units import mm
from reports.cut_rows import Work, by_cabinet, work
from reports.cutlist import HEAD, cut_list, cut_list_csv, cut_list_pages, cut_list_pdf, cut_list_xlsx, spans
from reports.drawing import Text
from reports.project import Project
from tests.reports.builders import a_project, an_operators_project, some_parts
from tests.reports.furnished import a_kitchen
from tests.reports.page_checks import assert_texts_are_readable, ink, page_image, page_text
from tests.web.test_sample_papers import a_furnished


def renamed(project: Project, old: str, new: str) -> Project:
    """The same project with another name for one part."""
    assert project.design is not None
    cabinets = tuple(
        replace(
            cabinet,
            parts=tuple(replace(part, name=new) if part.id == old else part for part in cabinet.parts),
        )
        for cabinet in project.design.cabinets
    )
    return replace(project, design=replace(project.design, cabinets=cabinets))


def test_every_piece_has_one_row() -> None:
    project = a_kitchen()
    assert sorted(row.id for row in cut_list(project).rows) == sorted(piece.id for piece in project.job.pieces)


def test_rows_stand_by_material_and_then_as_the_saw_cuts() -> None:
    rows = cut_list(a_project()).rows
    assert [row.id for row in rows][:3] == ["K01.side.L", "K01.side.R", "K01.bottom"]
    assert [row.material for row in rows] == ["W18"] * 5 + ["H3"]
    assert [row.sheets for row in rows] == [(1,)] * 5 + [(2,)]


def test_a_row_tells_cut_and_finished_sizes_and_edges() -> None:
    (door,) = [row for row in cut_list(a_project()).rows if row.id == "K01.door"]
    assert (door.cut_length, door.cut_width) == (mm(714), mm(594))
    assert (door.finished_length, door.finished_width) == (mm(716), mm(596))
    assert door.edges.codes == ("OAK1", "OAK1", "OAK04", "OAK1")


def test_totals_count_parts_area_and_bands() -> None:
    totals = cut_list(a_project()).totals
    assert totals.parts == 6
    assert totals.area == sum(piece.area * piece.quantity for piece in a_project().job.pieces)
    assert dict(totals.bands) == {"OAK04": Decimal("0.7"), "OAK1": Decimal("4.3")}


def test_an_operators_list_has_cut_sizes_only() -> None:
    first, second = cut_list(an_operators_project()).rows
    assert (first.quantity, first.finished_length, first.thickness) == (6, None, None)
    assert (first.sheets, second.sheets) == ((1, 2, 3), ())


def test_a_piece_without_a_sheet_is_told_on_the_paper() -> None:
    project = an_operators_project()
    assert "longer than every board" in cut_list(project).missing[0]
    assert "longer than every board" in page_text(cut_list_pdf(project))


def test_numbers_of_sheets_are_drawn_together() -> None:
    assert spans([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
    assert spans([]) == "–"


def test_csv_has_one_line_for_each_part_and_every_column() -> None:
    rows = list(csv.DictReader(io.StringIO(cut_list_csv(a_project()).decode("utf-8-sig"), newline="")))
    assert [*rows[0]][6:9] == ["thickness mm", "quantity", "finished length mm"]
    assert len(rows[0]) == len(HEAD)
    assert rows[3]["part"] == "K01.door"
    assert (rows[3]["cut length mm"], rows[3]["edge left"], rows[3]["grain"]) == ("714", "OAK04", "length")


def test_programs_read_how_each_cut_size_comes_about() -> None:
    rows = list(csv.DictReader(io.StringIO(cut_list_csv(a_kitchen()).decode("utf-8-sig"), newline="")))
    for row in rows:
        for axis in ("length", "width"):
            sum_up, result = row[f"how the cut {axis} comes about mm"].split(" = ")
            finished, *bands = map(Decimal, sum_up.split(" - "))
            assert finished - sum(bands) == Decimal(result) == Decimal(row[f"cut {axis} mm"])
    assert any("- 1 - 1 =" in row["how the cut length comes about mm"] for row in rows)


def test_the_workbook_reads_back() -> None:
    book = openpyxl.load_workbook(io.BytesIO(cut_list_xlsx(a_kitchen())))
    assert book.sheetnames == ["Cut list", "Cut list by cabinet", "Edge bands"]
    sheet = book["Cut list"]
    quantity = HEAD.index("quantity") + 1
    assert sheet.max_row == len(a_kitchen().job.pieces) + 2
    assert sheet.cell(sheet.max_row, quantity).value == len(a_kitchen().job.pieces)
    assert isinstance(sheet.cell(2, HEAD.index("cut_length") + 1).value, int)


def test_the_workbook_names_what_was_not_placed() -> None:
    book = openpyxl.load_workbook(io.BytesIO(cut_list_xlsx(an_operators_project())))
    assert "longer than every board" in str(book["Not placed"].cell(2, 1).value)


@pytest.mark.parametrize("hostile", ["=cmd|'/C calc'!A0", '<img src="file:///etc/passwd">', "@SUM(1)"])
def test_hostile_names_are_only_text_everywhere(hostile: str) -> None:
    project = renamed(a_project(), "K01.door", hostile)
    assert ("'" + hostile if hostile[0] in "=@" else hostile) in csv_names(project)
    book = openpyxl.load_workbook(io.BytesIO(cut_list_xlsx(project)))
    assert ("s", hostile) in {(cell.data_type, cell.value) for cell in book["Cut list"]["C"]}
    assert hostile in page_text(cut_list_pdf(project))


def csv_names(project: Project) -> list[str]:
    return [row["name"] for row in csv.DictReader(io.StringIO(cut_list_csv(project).decode("utf-8-sig"), newline=""))]


def test_texts_on_the_pages_can_all_be_read() -> None:
    for project in (a_kitchen(), an_operators_project(), renamed(a_kitchen(), "K01.door.L", "a very long name " * 20)):
        for page in cut_list_pages(project):
            assert_texts_are_readable(page, smallest=7.0)


def test_sizes_to_cut_are_read_at_arms_length() -> None:
    texts = [text for text in cut_list_pages(a_project())[0].texts if text.text == "714"]
    assert texts
    assert all(text.bold and text.drawn_size >= 11 for text in texts)


def test_the_head_stands_on_every_page() -> None:
    pages = cut_list_pages(a_kitchen())
    assert len(pages) > 1
    assert all(any(text.text == "Part" for text in page.texts) for page in pages)
    assert any(text.text == "Grain" for text in pages[0].texts)


def test_the_number_of_a_thousand_parts_is_one_number() -> None:
    project = an_operators_project()
    pieces = (replace(project.job.pieces[0], quantity=1234), *project.job.pieces[1:])
    project = replace(project, job=replace(project.job, pieces=pieces))
    assert "1235" in [text.text for page in cut_list_pages(project) for text in page.texts]
    named = replace(
        a_kitchen(), job=replace(a_kitchen().job, pieces=(replace(a_kitchen().job.pieces[0], quantity=1234),))
    )
    assert "1234" in [text.text for page in cut_list_pages(named) for text in page.texts if text.bold]


def test_every_part_stands_a_second_time_under_its_cabinet() -> None:
    project = a_kitchen()
    groups = by_cabinet(cut_list(project), project)
    assert [name for name, _ in groups] == [cabinet.id for cabinet in project.cabinets.values()]
    assert all(row.cabinet == name for name, rows in groups for row in rows)
    assert sorted(row.id for _, rows in groups for row in rows) == sorted(piece.id for piece in project.job.pieces)
    words = [text.text for page in cut_list_pages(project) for text in page.texts]
    assert "Cut list by cabinet" in words
    ids = {piece.id for piece in project.job.pieces}
    assert all(words.count(id) == 2 for id in ids)


def test_a_list_without_cabinets_stands_once() -> None:
    words = [text.text for page in cut_list_pages(an_operators_project()) for text in page.texts]
    assert "Cut list by cabinet" not in words


def test_each_part_is_with_its_strip_of_the_diagrams() -> None:
    strips = {row.id: row.strips for row in cut_list(a_project()).rows}
    assert strips["K01.side.L"] == strips["K01.side.R"] == ("S1",)
    assert strips["K01.door"] == strips["K01.shelf"] == ("S2",)


def test_work_after_the_saw_follows_from_the_data_of_a_part() -> None:
    part = next(part for part in some_parts() if part.id == "K01.side.L")
    bore = Bore(x=0, y=0, z=0, axis=0, sense=1, diameter=mm(5), depth=mm(12), purpose="pin")
    notch = Notch(box=part.box, purpose="pipe")
    assert work(part) == ()
    assert work(replace(part, bores=(bore,))) == (Work.DRILL,)
    assert work(replace(part, bores=(bore,), notches=(notch,))) == (Work.DRILL, Work.NOTCH)


def test_bands_are_told_with_thickness_and_colour() -> None:
    words = " ".join(text.text for page in cut_list_pages(a_project()) for text in page.texts)
    assert "OAK04, 0.4 mm, Natural oak" in words
    rows = list(csv.DictReader(io.StringIO(cut_list_csv(a_project()).decode("utf-8-sig"), newline="")))
    assert (rows[3]["edge left thickness mm"], rows[3]["edge left colour"]) == ("0.4", "Natural oak")
    assert (rows[3]["order"], rows[3]["customer"]) == ("O-2025-17", "Sanne de Boer")


@pytest.mark.parametrize("hostile", ["=1+1", "+1", "-1+2", "@SUM(1)"])
def test_a_customer_is_never_a_formula(hostile: str) -> None:
    project = a_project(customer=hostile)
    rows = list(csv.DictReader(io.StringIO(cut_list_csv(project).decode("utf-8-sig"), newline="")))
    assert {row["customer"] for row in rows} == {"'" + hostile}
    book = openpyxl.load_workbook(io.BytesIO(cut_list_xlsx(project)))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert sum(cell.value == hostile for cell in cells) == 2 * len(rows)


def test_equal_projects_make_equal_bytes() -> None:
    assert cut_list_pdf(a_kitchen()) == cut_list_pdf(a_kitchen())
    assert cut_list_xlsx(a_kitchen()) == cut_list_xlsx(a_kitchen())
    assert cut_list_csv(a_kitchen()) == cut_list_csv(a_kitchen())


def test_there_is_ink_on_the_list_and_none_in_the_margins() -> None:
    (page, *_) = cut_list_pages(a_kitchen())
    image = page_image(cut_list_pdf(a_kitchen()), dpi=72)
    assert ink(image, page, (12, 100, 198, 285)) > 0.01
    assert ink(image, page, (0, 0, 11, 297)) == 0
    assert isinstance(page.items[0], Text)


def test_a_list_is_set_closer_before_its_last_page_holds_one_part() -> None:
    pages = cut_list_pages(a_furnished("attic"))
    parts = [sum(bool(re.fullmatch(r"[KF]\d\d\..+", text.text)) for text in page.texts) for page in pages]
    assert min(parts) > 1
