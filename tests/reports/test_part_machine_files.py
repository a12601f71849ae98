"""Files for machines that work on single parts: read back, they hold the same work as the parts."""

from __future__ import annotations

import io
import json
import re
import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ezdxf import recover
from jsonschema import Draft202012Validator

from furnishing.cabinets.cabinet import Cabinet
from furnishing.issues import Issue
from furnishing.machining import Face, drillings, millings, upper_face
from furnishing.parts import Part
from furnishing.units import mm
from reports.machine.contours import contours
from reports.machine.dxf import VERSIONS
from reports.machine.gltf import glb
from reports.machine.mpr import Program, programs
from reports.machine.part_dxf import part_dxf
from reports.machine.part_files import part_files
from reports.project import Project
from tests.furnishing.builders import a_cabinet
from tests.reports.test_part_drawing import a_room

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
KINDS = (
    ("base-drawers", 600),
    ("tall-wardrobe", 800),
    ("base-corner-l", 1000),
    ("wall-hood", 900),
    ("base-desk", 1600),
)


def every_part() -> Iterator[Part]:
    for kind, width in KINDS:
        yield from (part for part in a_cabinet(kind, width=mm(width)).parts if not part.bought)


def um(text: str) -> int:
    return round(float(text) * 1000)


Hole = tuple[Face, int, int, int, int, bool]


def the_holes(part: Part) -> list[Hole]:
    return sorted((each.face, each.x, each.y, each.diameter, each.depth, each.through) for each in drillings(part))


class Mpr:
    """A small reader of our own: sizes, macros in order, contours."""

    def __init__(self, content: bytes) -> None:
        text = content.decode("cp1252")
        assert "\n" not in text.replace("\r\n", "")
        lines = text.split("\r\n")
        assert lines[0] == "[H"
        assert lines[-2:] == ["!", ""]
        self.size = [um(line.partition("=")[2]) for line in lines if line.startswith("_BS")]
        self.macros: list[tuple[str, dict[str, str]]] = []
        self.contours: dict[int, list[tuple[int, int]]] = {}
        contour = 0
        for line in lines:
            if line.startswith("<"):
                self.macros.append((line.split()[0][1:], {}))
            elif found := re.fullmatch(r'(\w+)="(.*)"', line):
                if self.macros:
                    self.macros[-1][1][found[1]] = found[2]
            elif found := re.fullmatch(r"\](\d+)", line):
                contour = int(found[1])
                self.contours[contour] = []
            elif line.startswith("X="):
                self.contours[contour].append((um(line[2:]), 0))
            elif line.startswith("Y="):
                self.contours[contour][-1] = (self.contours[contour][-1][0], um(line[2:]))

    def named(self, number: str) -> list[dict[str, str]]:
        return [values for name, values in self.macros if name == number]


def holes_of(part: Part) -> list[Hole]:
    """The holes that the programs of a part drill, in its own coordinates."""
    found: list[Hole] = []
    made, _ = programs(part)
    for program in made:
        read, turned = Mpr(program.content), program.upper is not upper_face(part)
        length, width, thick = read.size
        for each in read.named("102"):
            y = width - um(each["YA"]) if turned else um(each["YA"])
            through = each["BM"] == "LSL"
            found.append((program.upper, um(each["XA"]), y, um(each["DU"]), um(each["TI"]), through))
        for each in read.named("103"):
            face = {"XP": Face.LEFT, "XM": Face.RIGHT, "YP": Face.BOTTOM, "YM": Face.TOP}[each["BM"]]
            along = um(each["YA"]) if face in {Face.LEFT, Face.RIGHT} else um(each["XA"])
            at_edge = {
                Face.LEFT: ("XA", 0),
                Face.RIGHT: ("XA", length),
                Face.BOTTOM: ("YA", 0),
                Face.TOP: ("YA", width),
            }
            assert um(each[at_edge[face][0]]) == at_edge[face][1]
            height = um(each["ZA"]) if program.upper is Face.A else thick - um(each["ZA"])
            found.append((face, along, height, um(each["DU"]), um(each["TI"]), False))
    return sorted(found)


def test_programs_read_back_drill_every_hole_of_every_part() -> None:
    for part in every_part():
        assert holes_of(part) == the_holes(part), part.id


def test_programs_mill_every_groove_of_a_face() -> None:
    for part in every_part():
        made, _ = programs(part)
        found = [
            (program.upper, um(each["NB"]), um(each["TI"]))
            for program in made
            for each in Mpr(program.content).named("109")
        ]
        grooves = [each for each in millings(part) if not each.through and each.face in {Face.A, Face.B}]
        assert sorted(found) == sorted((each.face, min(each.dx, each.dy), each.depth) for each in grooves), part.id


def the_program(part: Part, number: int = 0) -> Program:
    return programs(part)[0][number]


def test_a_cut_out_is_a_contour_routed_on_its_inside() -> None:
    bottom = a_cabinet("wall-hood", width=mm(900)).part("K01.bottom")
    read = Mpr(the_program(bottom).content)
    (routed,) = read.named("105")
    ring = read.contours[2]
    assert (routed["EA"], routed["EE"], routed["RK"]) == ("2:0", "2:4", "WRKL")
    assert ring[0] == ring[-1]
    assert len(set(ring)) == 4


def test_a_board_round_a_corner_is_routed_on_its_outside() -> None:
    bottom = a_cabinet("base-corner-l", width=mm(1000)).part("K01.bottom")
    read = Mpr(the_program(bottom).content)
    (routed,) = read.named("105")
    assert (routed["EA"], routed["EE"], routed["RK"]) == ("1:0", "1:6", "WRKR")


def test_a_part_that_is_only_sawn_has_no_program() -> None:
    assert programs(a_cabinet("base-drawers", width=mm(600)).part("K01.drawer.1.bottom")) == ((), ())


def test_what_no_program_makes_is_told() -> None:
    part = a_cabinet("base-drawers", width=mm(600)).part("K01.drawer.1.front")
    (groove, *_) = a_cabinet("base-drawers", width=mm(600)).part("K01.bottom").grooves
    box = replace(groove.box, x=part.box.x, dx=part.box.dx, y=part.box.y + mm(5), dy=mm(8), z=part.box.z, dz=mm(10))
    slotted = replace(part, grooves=(replace(groove, box=box, depth=mm(10), width=mm(8)),))
    told: list[Issue] = list(programs(slotted)[1])
    assert [(each.code, each.where) for each in told] == [("mpr-left-out", "K01.drawer.1.front")]


@pytest.mark.parametrize("version", VERSIONS)
def test_drawings_read_back_hold_every_hole(version: str) -> None:
    for part in a_cabinet("base-drawers", width=mm(600)).parts:
        document, auditor = recover.read(io.BytesIO(part_dxf(part, version=version)))
        assert (auditor.errors, auditor.fixes) == ([], [])
        space = document.modelspace()
        found: list[Hole] = []
        for circle in space.query("CIRCLE"):
            layer = re.fullmatch(r"(BACK_)?DRILL_D([0-9P]+)_(?:T([0-9P]+)|THRU)", circle.dxf.layer)
            assert layer
            upper = upper_face(part)
            face = upper if not layer[1] else Face.B if upper is Face.A else Face.A
            depth = um(layer[3].replace("P", ".")) if layer[3] else part.thickness
            at = (round(circle.dxf.center.x * 1000), round(circle.dxf.center.y * 1000))
            assert round(circle.dxf.radius * 2000) == um(layer[2].replace("P", "."))
            found.append((face, *at, round(circle.dxf.radius * 2000), depth, not layer[3]))
        assert sorted(found) == [hole for hole in the_holes(part) if hole[0] in {Face.A, Face.B}]
        lines = [line for line in space.query("LINE") if line.dxf.layer.startswith("HBORE_")]
        assert len(lines) + len(found) == len(part.bores)


def test_the_outline_of_a_drawing_is_the_finished_part() -> None:
    part = a_cabinet("base-corner-l", width=mm(1000)).part("K01.bottom")
    document, _ = recover.read(io.BytesIO(part_dxf(part)))
    (ring,) = [each for each in document.modelspace().query("LWPOLYLINE") if each.dxf.layer == "OUTLINE"]
    corners = {(round(x * 1000), round(y * 1000)) for x, y, *_ in ring.get_points()}
    assert corners == set(contours(part).outer[0])
    assert len(corners) == 6


class Glb:
    """A model read back, every number checked against its table."""

    def __init__(self, content: bytes) -> None:
        magic, version, length = struct.unpack_from("<4sII", content)
        assert (magic, version, length) == (b"glTF", 2, len(content))
        size, kind = struct.unpack_from("<I4s", content, 12)
        assert (size % 4, kind) == (0, b"JSON")
        self.tables: dict[str, Any] = json.loads(content[20 : 20 + size])
        size_2, kind = struct.unpack_from("<I4s", content, 20 + size)
        assert (size_2 % 4, kind) == (0, b"BIN\0")
        self.buffer = content[28 + size :]
        assert len(self.buffer) == size_2 == self.tables["buffers"][0]["byteLength"]

    def numbers(self, accessor: int) -> list[tuple[float, ...]]:
        record = self.tables["accessors"][accessor]
        view = self.tables["bufferViews"][record["bufferView"]]
        wide = {"VEC3": 3, "SCALAR": 1}[record["type"]]
        letter = {5126: "f", 5123: "H", 5125: "I"}[record["componentType"]]
        data = self.buffer[view["byteOffset"] : view["byteOffset"] + view["byteLength"]]
        assert view["byteOffset"] % 4 == 0
        return [tuple(each) for each in struct.iter_unpack(f"<{wide}{letter}", data)]


def the_model() -> tuple[Project, Glb]:
    project = a_room()
    return project, Glb(glb(project))


def cabinets_of(project: Project) -> tuple[Cabinet, ...]:
    assert project.design is not None
    return project.design.cabinets


def test_a_model_has_a_node_for_each_part_under_its_cabinet() -> None:
    project, model = the_model()
    nodes = model.tables["nodes"]
    found = {
        nodes[root]["name"]: [nodes[child]["name"] for child in nodes[root]["children"]]
        for root in model.tables["scenes"][0]["nodes"]
    }
    assert found == {each.id: [part.id for part in each.parts] for each in cabinets_of(project)}


def test_parts_of_a_model_are_as_large_as_they_are_and_closed() -> None:
    project, model = the_model()
    parts = {part.id: part for each in cabinets_of(project) for part in each.parts}
    for node in (each for each in model.tables["nodes"] if "mesh" in each):
        (primitive,) = model.tables["meshes"][node["mesh"]]["primitives"]
        spots = model.numbers(primitive["attributes"]["POSITION"])
        normals = model.numbers(primitive["attributes"]["NORMAL"])
        box = parts[node["name"]].box
        sizes = [round((max(s[i] for s in spots) - min(s[i] for s in spots)) * 1e6) for i in range(3)]
        assert sizes == pytest.approx([box.dx, box.dz, box.dy], abs=1)
        limits = model.tables["accessors"][primitive["attributes"]["POSITION"]]
        assert limits["max"] == [max(s[i] for s in spots) for i in range(3)]
        # A closed surface whose triangles all look outwards holds what the part holds.
        assert sum(volume(*spots[i : i + 3]) for i in range(0, len(spots), 3)) > 0
        assert all(sum(each * each for each in normal) == pytest.approx(1.0, abs=1e-5) for normal in normals)
        assert model.numbers(primitive["indices"]) == [(i,) for i in range(len(spots))]


def volume(a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...]) -> float:
    """Of the tetrahedron below a triangle; positive where the triangle looks away from the origin."""
    cross = (b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0])
    return sum(a[i] * cross[i] for i in range(3)) / 6


def test_in_a_model_fronts_stand_before_backs_and_the_first_cabinet_on_the_left() -> None:
    project, model = the_model()
    nodes = {node["name"]: node for node in model.tables["nodes"]}
    assert nodes["K01.door.1"]["translation"][2] > nodes["K01.back"]["translation"][2]
    assert project.design is not None
    walls = {each.wall for each in project.design.layout.placements}
    if walls == {0}:  # The first wall runs to the right as one stands before it.
        assert nodes["K01"]["translation"][0] < nodes["K02"]["translation"][0]


def test_a_project_as_json_fits_its_schema_and_tells_every_hole() -> None:
    project = a_room()
    files = dict(part_files(project).files)
    schema = json.loads((SCHEMAS / "furnish-project-1.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    record = json.loads(files["project.json"])
    Draft202012Validator(schema).validate(record)
    holes = sum(len(part["drillings"]) for each in record["cabinets"] for part in each["parts"])
    assert holes == sum(len(part.bores) for each in cabinets_of(project) for part in each.parts)


def test_every_drilled_part_is_in_the_list_of_programs_and_in_the_table() -> None:
    project = a_room()
    files = dict(part_files(project).files)
    rows = [line.split(",") for line in files["programs.csv"].decode("utf-8-sig").splitlines()[1:]]
    named = {row[0]: [name for name in row[1:] if name.startswith("parts/")] for row in rows}
    for part in (part for each in cabinets_of(project) for part in each.parts if not part.bought):
        assert all(name in files for name in named[part.id])
        assert bool(named[part.id]) == bool(part.bores or part.grooves or part.notches or part.section)
    lines = files["drilling.csv"].decode("utf-8-sig").splitlines()
    assert len(lines) - 1 == sum(
        len(drillings(part)) + len(millings(part)) for each in cabinets_of(project) for part in each.parts
    )


def test_files_of_parts_are_the_same_bytes_every_time() -> None:
    assert part_files(a_room()) == part_files(a_room())
