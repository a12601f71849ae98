"""The published schemas of job and plan files: what we write fits them, and what we refuse for its form does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cutting.files import read_job, read_plan, write_job, write_plan
from furnishing.errors import InputError
from tests.cutting.builders import SIDES, a_plan, a_result, left_over, the_sheet
from tests.cutting.random_plans import a_random_result

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
PLAN = a_result(SIDES, a_plan(the_sheet()))
DROP = object()


def the_schema(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


JOB_SCHEMA, PLAN_SCHEMA = the_schema("furnish-cut-job-1"), the_schema("furnish-cut-plan-1")


@pytest.mark.parametrize("seed", range(40))
def test_random_files_fit_their_schemas(seed: int) -> None:
    job, result = a_random_result(seed)
    JOB_SCHEMA.validate(json.loads(write_job(job)))
    PLAN_SCHEMA.validate(json.loads(write_plan(job, result)))


def test_plans_with_pieces_left_over_fit() -> None:
    PLAN_SCHEMA.validate(
        json.loads(write_plan(SIDES, a_result(SIDES, a_plan(the_sheet(), unplaced=[left_over("side")]))))
    )


def test_the_examples_of_the_format_fit() -> None:
    router = {"tool": 12, "border": 10, "small_area_m2": 0.06, "small_border": 60}
    sets = [
        {"id": "A", "follow": "along", "pieces": ["a", "b"]},
        {"id": "C", "follow": "across", "rows": [["a"], ["b"]]},
    ]
    for extra in ({"router": router}, {"sets": sets}, {"batching": {"max_pieces": 1000, "max_area_m2": 250}}):
        JOB_SCHEMA.validate({**json.loads(write_job(SIDES)), **extra})


def changed(text: str, path: str, value: object) -> Any:
    """A file with one value changed or dropped: `sheets[0].cuts.direction`."""
    file = json.loads(text)
    *steps, last = path.replace("[", ".").replace("]", "").split(".")
    place = file
    for step in steps:
        place = place[int(step)] if step.isdigit() else place[step]
    if value is DROP:
        del place[last]
    else:
        place[last] = value
    return file


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("format", "furnish-cut-job/2"),
        ("unit", "um"),
        ("saw", DROP),
        ("saw.kerf", -1),
        ("saw.trim.left", DROP),
        ("saw.max_stages", 0),
        ("saw.first_cut", "up"),
        ("boards", []),
        ("boards[0].grain", "width"),
        ("boards[0].quantity", 0),
        ("boards[0].colour", "red"),
        ("pieces[0].length", 0),
        ("pieces[0].quantity", 1.5),
        ("pieces[0].grain", "none"),
        ("pieces[0].id", ""),
        ("blade", 3),
    ],
)
def test_jobs_that_the_reader_refuses_do_not_fit(path: str, value: object) -> None:
    file = changed(write_job(SIDES), path, value)
    with pytest.raises(InputError):
        read_job(json.dumps(file))
    assert not JOB_SCHEMA.is_valid(file)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("format", "furnish-cut-job/1"),
        ("status", "good"),
        ("boards", DROP),
        ("sheets[0].copies", 0),
        ("sheets[0].placed[0].turned", "no"),
        ("sheets[0].placed[0].x", -1),
        ("sheets[0].cuts", DROP),
        ("sheets[0].cuts.direction", "up"),
        ("sheets[0].cuts.children", []),
        ("sheets[0].cuts.children[0].position", DROP),
        ("sheets[0].cuts.children[1].waste", True),
        ("sheets[0].cuts.children[1].offcut", False),
        ("sheets[0].cuts.children[0].note", "x"),
        ("sheets[0].offcuts[0].width", 0),
    ],
)
def test_plans_that_the_reader_refuses_do_not_fit(path: str, value: object) -> None:
    file = changed(write_plan(SIDES, PLAN), path, value)
    with pytest.raises(InputError):
        read_plan(json.dumps(file), SIDES)
    assert not PLAN_SCHEMA.is_valid(file)
