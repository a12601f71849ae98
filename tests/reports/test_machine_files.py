"""The machine files of a project together, and the list for the edge bander."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from cutting.pieces import Router
from cutting.plan import CutPlan
from furnishing.units import mm
from reports.machine.edge_csv import edge_csv
from reports.machine.files import machine_files
from tests.cutting.builders import a_job, a_piece, a_sheet, crosscut, rip
from tests.cutting.random_plans import a_random_result
from tests.reports.builders import a_project as a_cabinet_project
from tests.reports.ptx_files import a_project


def rows() -> dict[str, dict[str, str]]:
    """The list for the edge bander of one cabinet, by part."""
    text = edge_csv(a_cabinet_project()).decode("utf-8-sig")
    return {row["Part"]: row for row in csv.DictReader(io.StringIO(text))}


def test_a_cabinet_has_a_saw_file_its_sheets_and_a_banding_list() -> None:
    made = machine_files(a_cabinet_project())
    assert [name for name, _ in made.files] == ["edge-banding.csv", "nest-01.dxf", "nest-02.dxf", "saw.ptx"]
    assert made.issues == ()


def test_banded_parts_are_listed_with_bands_sizes_and_passes() -> None:
    project = a_cabinet_project()
    listed = rows()
    assert set(listed) == {part.id for part in project.parts.values() if any(part.edges.codes)}
    for part in project.parts.values():
        for edge, code in zip(("bottom", "top", "left", "right"), part.edges.codes, strict=True):
            if code is None:
                continue
            band, row = project.band(code), listed[part.id]
            assert band is not None
            assert row[f"Band {edge}"] == code
            assert mm(row[f"Thickness {edge} mm"]) == band.thickness
            assert mm(row["Cut length mm"]) == part.cut_length


def test_short_edges_are_banded_before_the_long_ones_that_run_through() -> None:
    project = a_cabinet_project()
    all_round = [part for part in project.parts.values() if all(part.edges.codes)]
    for part in all_round:
        row = rows()[part.id]
        long_last = project.design is None or project.design.construction.band_corner == "long-last"
        first = ("left", "right") if long_last else ("bottom", "top")
        assert {row[f"Pass {edge}"] for edge in first} == {"1", "2"}
    assert all_round


def test_a_list_of_panels_has_no_banding_list() -> None:
    job = a_job([a_piece("a", 700, 500)])
    project = a_project(job, a_sheet(job, rip((500, crosscut((700, "a"))))))
    assert [name for name, _ in machine_files(project).files] == ["nest-01.dxf", "saw.ptx"]


def test_what_a_saw_file_cannot_say_is_told_and_the_rest_is_written() -> None:
    job = a_job([a_piece("дверь", 700, 500)])
    made = machine_files(a_project(job, a_sheet(job, rip((500, crosscut((700, "дверь")))))))
    assert [name for name, _ in made.files] == ["nest-01.dxf"]
    assert {issue.code for issue in made.issues} == {"ptx-refused"}
    assert made.issues[0].where == "saw.ptx PARTS_REQ[1].CODE"


def test_each_batch_has_a_saw_file() -> None:
    job, result = next(each for each in map(a_random_result, range(100)) if _batches(each[1].plan) > 1)
    made = machine_files(a_project(job, plan=result.plan))
    names = {name for name, _ in made.files if name.endswith(".ptx")}
    refused = {issue.where.split()[0] for issue in made.issues if issue.code == "ptx-refused"}
    assert len(names | refused) == _batches(result.plan)


def _batches(plan: CutPlan) -> int:
    return len({sheet.batch for sheet in plan.sheets} - {None})


def test_a_router_has_drawings_and_no_saw_file() -> None:
    job = replace(a_job([a_piece("a", 700, 500)]), router=Router(tool=mm(12)))
    sheet = replace(a_sheet(replace(job, router=None), rip((500, crosscut((700, "a"))))), cuts=None)
    assert [name for name, _ in machine_files(a_project(job, sheet)).files] == ["nest-01.dxf"]
