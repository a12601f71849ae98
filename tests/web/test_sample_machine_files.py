"""The machine files of sample rooms, read back by other readers: drawings, the saw file, the model as JSON.

One room each time; `pytest -m full` takes them all.
"""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from ezdxf import recover
from jsonschema import Draft202012Validator

import sample_rooms
from cutting.check import check
from cutting.ptx.patterns import in_patterns
from cutting.ptx.read import read_ptx
from reports.machine.files import machine_files
from reports.machine.part_files import part_files
from tests.web.test_sample_papers import a_furnished

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
DAILY = "attic_wardrobe"
ROOMS = [pytest.param(room, marks=[] if room == DAILY else pytest.mark.full) for room in sample_rooms.names()]


@pytest.mark.parametrize("room", ROOMS)
def test_drawings_pass_the_audit_and_the_saw_file_is_the_plan(room: str) -> None:
    project = a_furnished(room)
    files = dict((*machine_files(project).files, *part_files(project).files))
    drawings = [content for name, content in files.items() if name.endswith(".dxf")]
    assert drawings
    for content in drawings:
        _, auditor = recover.read(io.BytesIO(content))
        assert (auditor.errors, auditor.fixes) == ([], [])
    (one,) = read_ptx(files["saw.ptx"], "saw.ptx").jobs
    assert one.plan is not None
    assert one.plan.sheets == in_patterns(project.job, project.result.plan, second_labels=True).sheets
    assert check(one.job, one.plan) == ()
    schema = json.loads((SCHEMAS / "furnish-project-1.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(files["project.json"]))
