"""Sheets as DXF: read back by another reader, audited, with the same rectangles on the layers that were named."""

from __future__ import annotations

import io
import json
from importlib import resources

import pytest
from ezdxf import recover
from ezdxf.document import Drawing

from cutting.pieces import Rect
from furnishing.errors import InputError
from furnishing.units import mm
from reports.machine.dxf import VERSIONS, nest_dxfs
from reports.machine.dxf_layers import read_layers, standard_layers
from reports.project import Project
from tests.cutting.builders import a_board, a_job, a_piece, a_sheet, crosscut, rip
from tests.reports.builders import a_project as a_cabinet_project
from tests.reports.ptx_files import a_project


def opened(content: bytes) -> Drawing:
    """The drawing that another reader sees, which must find nothing to mend."""
    document, auditor = recover.read(io.BytesIO(content))
    assert auditor.errors == []
    assert auditor.fixes == []
    return document


def rectangles(document: Drawing, layer: str) -> set[Rect]:
    """The closed rectangles of a layer, in micrometres."""
    found = set()
    for entity in document.modelspace().query("LWPOLYLINE POLYLINE"):
        if entity.dxf.layer != layer:
            continue
        if entity.dxftype() == "LWPOLYLINE":
            assert entity.closed
            points = [(x, y) for x, y, *_ in entity.get_points()]
        else:
            assert entity.is_closed
            points = [(vertex.dxf.location.x, vertex.dxf.location.y) for vertex in entity.vertices]
        xs, ys = sorted({round(x * 1000) for x, _ in points}), sorted({round(y * 1000) for _, y in points})
        assert len(points) == 4
        found.add(Rect(xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0]))
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_every_sheet_comes_back_with_its_rectangles(version: str) -> None:
    project = a_cabinet_project()
    drawings = list(nest_dxfs(project, version=version))
    assert len(drawings) == 2
    for sheet, content in drawings:
        document, board = opened(content), project.board(sheet)
        assert rectangles(document, "OUTLINE") == {placed.rect for placed in sheet.placed}
        assert rectangles(document, "OFFCUT") == set(sheet.offcuts)
        assert rectangles(document, "BORDER") == {Rect(0, 0, board.length, board.width)}
        assert rectangles(document, "USABLE") == {project.job.saw.usable(board)}


def test_the_unit_is_millimetres_where_the_version_knows_units() -> None:
    (_, content), *_ = nest_dxfs(a_cabinet_project(), version="R2000")
    document = opened(content)
    assert document.header["$INSUNITS"] == 4
    assert document.dxfversion == "AC1015"
    (_, old), *_ = nest_dxfs(a_cabinet_project(), version="R12")
    assert opened(old).dxfversion == "AC1009"


def a_small_project() -> Project:
    job = a_job([a_piece("left", 700, 400), a_piece("right", 300, 400)], [a_board(1500, 1000)])
    cuts = rip((400, crosscut((700, "left"), (300, "right"), (472, "waste"))), (576, "offcut"))
    return a_project(job, a_sheet(job, cuts))


def test_saw_lines_run_along_the_middle_of_the_kerf() -> None:
    ((_, content),) = nest_dxfs(a_small_project())
    lines = {
        (line.dxf.start.x, line.dxf.start.y, line.dxf.end.x, line.dxf.end.y)
        for line in opened(content).modelspace().query("LINE")
        if line.dxf.layer == "CUT"
    }
    assert (10.0, 412.0, 1490.0, 412.0) in lines  # behind the strip: 10 + 400 and half a kerf
    assert (712.0, 10.0, 712.0, 410.0) in lines
    assert (0.0, 8.0, 1500.0, 8.0) in lines  # the bottom trim: 10 less half a kerf


def test_every_part_is_named_within_its_own_rectangle() -> None:
    project = a_small_project()
    ((sheet, content),) = nest_dxfs(project)
    texts = {text.dxf.text: text for text in opened(content).modelspace().query("TEXT") if text.dxf.layer == "TEXT"}
    for placed in sheet.placed:
        middle = texts[placed.id].dxf.align_point
        assert placed.x < middle.x * 1000 < placed.x + placed.rect.length
        assert placed.y < middle.y * 1000 < placed.y + placed.rect.width
        assert texts[placed.id].dxf.height * 0.9 * len(placed.id) <= max(placed.length, placed.width) / 1000
    assert "1: W18 1500 x 1000, 1 x" in texts


def test_layers_have_the_names_of_the_workshop() -> None:
    mapping = json.loads((resources.files("reports.machine") / "layers" / "standard.json").read_text("utf-8"))
    mapping["layers"]["outline"] = {"name": "ABF_CUTTING_LINES", "color": 30}
    layers = read_layers(json.dumps(mapping), "ours.json")
    ((sheet, content),) = nest_dxfs(a_small_project(), layers)
    document = opened(content)
    assert document.layers.get("ABF_CUTTING_LINES").color == 30
    assert rectangles(document, "ABF_CUTTING_LINES") == {placed.rect for placed in sheet.placed}


def test_the_same_sheet_makes_the_same_bytes() -> None:
    assert list(nest_dxfs(a_small_project())) == list(nest_dxfs(a_small_project()))


def test_names_of_machining_hold_its_sizes() -> None:
    layers = standard_layers()
    assert layers.layer("drill", diameter=mm(5), depth=mm("12.5")) == "DRILL_D5_T12P5"
    assert layers.layer("drill_through", diameter=mm(8), back=True) == "BACK_DRILL_D8_THRU"
    assert layers.layer("groove", width=mm(4), depth=mm(8)) == "GROOVE_W4_T8"
    assert layers.layer("pocket", depth=mm(13)) == "POCKET_T13"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("part", "A to Z"),
        ("DRILL_D{width}", "{diameter} and {depth}"),
        ("DRILL D{diameter}", "A to Z"),
        ("D" * 30 + "{depth}", "longer than the 31"),
    ],
)
def test_names_that_old_readers_do_not_take_are_refused(name: str, told: str) -> None:
    mapping = json.loads((resources.files("reports.machine") / "layers" / "standard.json").read_text("utf-8"))
    mapping["layers"]["drill"]["name"] = name
    with pytest.raises(InputError) as caught:
        read_layers(json.dumps(mapping), "ours.json")
    (fault,) = caught.value.faults
    assert fault.where == "layers.drill.name"
    assert told in fault.message


def test_a_version_that_is_not_written_is_refused() -> None:
    with pytest.raises(ValueError, match="R12, R2000"):
        list(nest_dxfs(a_small_project(), version="R14"))
