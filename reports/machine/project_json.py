"""Everything of a project as JSON for other programs: cabinets, parts with their work, hardware, plan.

The form is published as docs/schemas/furnish-project-1.schema.json. All lengths are millimetres; x and y of work are
those of `furnishing.machining`. Job and plan are whole files of their own within it.
"""

from __future__ import annotations

from typing import Final

from cutting.files import write_job, write_plan
from furnishing.cabinets.cabinet import Cabinet
from furnishing.json_text import JsonValue, parse_json, to_json
from furnishing.layout.placement import Placement
from furnishing.machining import Drilling, Milling, drillings, millings, upper_face
from furnishing.outline import second_cut
from furnishing.parts import Box, Part
from furnishing.units import Length, from_length
from reports.project import Project

PROJECT_FORMAT: Final = "furnish-project/1"


def project_json(project: Project) -> bytes:
    """The project as JSON in UTF-8; ValueError where it has no design."""
    design = project.design
    if design is None:
        raise ValueError(f"{project.name} has no design; its job and plan are files of their own")
    placements = {each.cabinet: each for each in design.layout.placements}
    record: dict[str, JsonValue] = {
        "format": PROJECT_FORMAT,
        "unit": "mm",
        "name": project.name,
        "customer": project.customer,
        "date": project.date.isoformat(),
        "version": project.version,
        "room": design.room.name,
        "style": design.style.name,
        "cabinets": [_cabinet(each, placements.get(each.id)) for each in design.cabinets],
        "issues": [
            {
                "code": each.code,
                "level": each.level.value,
                "where": each.where,
                "message": each.message,
                "fix": each.fix,
            }
            for each in design.issues
        ],
        "job": _own(write_job(project.job)),
        "plan": _own(write_plan(project.job, project.result)),
    }
    return to_json(record).encode()


def _own(text: str) -> JsonValue:
    """A file of ours as a value, its numbers exact."""
    return parse_json(text)  # type: ignore[return-value]  # what we wrote is JSON


def _mm(length: Length) -> JsonValue:
    return from_length(length)


def _box(box: Box) -> JsonValue:
    return [_mm(each) for each in (box.x, box.y, box.z, box.dx, box.dy, box.dz)]


def _cabinet(cabinet: Cabinet, placed: Placement | None) -> JsonValue:
    stands: JsonValue = None
    if placed is not None:
        stands = {
            "wall": placed.wall,
            "offset": _mm(placed.offset),
            "elevation": _mm(placed.elevation),
            "out": _mm(placed.out),
        }
    return {
        "id": cabinet.id,
        "kind": cabinet.kind,
        "name": cabinet.name,
        "width": _mm(cabinet.width),
        "height": _mm(cabinet.height),
        "depth": _mm(cabinet.depth),
        "carcass_depth": _mm(cabinet.carcass_depth),
        "stands": stands,
        "fronts": [
            {"part": each.part, "opens": each.opens.value, "others": list(each.others)} for each in cabinet.fronts
        ],
        "spaces": [{"use": each.use.value, "box": _box(each.box)} for each in cabinet.spaces],
        "hardware": [
            {
                "code": each.code,
                "quantity": each.quantity,
                "length": None if each.length is None else _mm(each.length),
                "width": None if each.width is None else _mm(each.width),
            }
            for each in cabinet.hardware
        ],
        "parts": [_part(part) for part in cabinet.parts],
    }


def _part(part: Part) -> JsonValue:
    cut = second_cut(part)
    outline: JsonValue = None if cut is None else [[_mm(x), _mm(y)] for x, y in cut.points]
    return {
        "id": part.id,
        "role": part.role,
        "name": part.name,
        "material": part.material,
        "bought": part.bought,
        "length": _mm(part.length),
        "width": _mm(part.width),
        "thickness": _mm(part.thickness),
        "cut_length": _mm(part.cut_length),
        "cut_width": _mm(part.cut_width),
        "grain": part.grain.value,
        "edges": dict(zip(("bottom", "top", "left", "right"), part.edges.codes, strict=True)),
        "box": _box(part.box),
        "axes": list(part.axes),
        "upper_face": upper_face(part).value,
        "outline": outline,
        "drillings": [_drilling(each) for each in drillings(part)],
        "millings": [_milling(each) for each in millings(part)],
    }


def _drilling(hole: Drilling) -> JsonValue:
    return {
        "face": hole.face.value,
        "x": _mm(hole.x),
        "y": _mm(hole.y),
        "diameter": _mm(hole.diameter),
        "depth": _mm(hole.depth),
        "through": hole.through,
        "purpose": hole.purpose,
        "fixing": hole.fixing,
    }


def _milling(cut: Milling) -> JsonValue:
    return {
        "face": cut.face.value,
        "x": _mm(cut.x),
        "y": _mm(cut.y),
        "dx": _mm(cut.dx),
        "dy": _mm(cut.dy),
        "depth": _mm(cut.depth),
        "through": cut.through,
        "purpose": cut.purpose,
    }
