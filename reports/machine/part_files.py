"""The files of a design for machines that work on single parts, and the room as a model and as JSON.

Parts made alike share their files, named by the first of them; `programs.csv` says which files are for which part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from furnishing.issues import Issue
from reports.machine.drilling_csv import drilling_csv
from reports.machine.dxf_layers import Layers
from reports.machine.files import MachineFiles
from reports.machine.gltf import glb
from reports.machine.mpr import programs
from reports.machine.part_dxf import part_dxf
from reports.machine.project_json import project_json
from reports.part_drawing_shapes import Shape, shapes
from reports.project import Project
from reports.render.csv import Cell, render_csv

HEAD: Final = ("Part", "Drawing", "First program", "Face up", "Second program", "Face up then")


def part_files(project: Project, layers: Layers | None = None, version: str = "R2000") -> MachineFiles:
    """Files by name in the order of their names; none for a project without a design."""
    if project.design is None:
        return MachineFiles(files=(), issues=())
    files: list[tuple[str, bytes]] = []
    rows: list[list[Cell]] = []
    issues: list[Issue] = []
    for shape in shapes(project.design.parts):
        made = list(_of_shape(shape, layers, version, issues))
        files += [(name, content) for name, content, _ in made]
        first: list[Cell] = [each for name, _, upper in made for each in ((name, upper) if upper else (name,))]
        rows += [[each, *first, *[""] * (len(HEAD) - 1 - len(first))] for each in shape.ids]
    files += [
        ("drilling.csv", drilling_csv(project)),
        ("programs.csv", render_csv(HEAD, rows)),
        ("project.json", project_json(project)),
        ("room.glb", glb(project)),
    ]
    return MachineFiles(files=tuple(sorted(files)), issues=tuple(issues))


def _of_shape(
    shape: Shape, layers: Layers | None, version: str, issues: list[Issue]
) -> Iterator[tuple[str, bytes, str]]:
    """Name, content and upper face of each file of a shape; none where only saw and edge bander work on it."""
    if not shape.machined:
        return
    stem = f"parts/{re.sub(r'[^A-Za-z0-9._-]', '_', shape.part.id)}"
    yield f"{stem}.dxf", part_dxf(shape.part, layers, version), ""
    found, left_out = programs(shape.part)
    issues += left_out
    for number, program in enumerate(found, 1):
        yield f"{stem}.{number}.mpr", program.content, program.upper.value
