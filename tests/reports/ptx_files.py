"""PTX files for tests: a small good one whose fields can be changed, and projects around cut plans."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from cutting.pieces import CutJob
from cutting.plan import CutPlan, Sheet
from cutting.ptx.read import PtxFile, PtxJob, read_ptx
from cutting.ptx.table import record_types
from furnishing.errors import InputError
from furnishing.issues import Issue
from reports.machine.ptx import write_ptx
from reports.machine.ptx_profile import Profile
from reports.project import Project
from tests.cutting.builders import a_result

LINES = (
    "HEADER,1.21,two doors,0,0,1",
    "JOBS,1,two doors,,14/03/2025,14/03/2025,A. Jansen,1",
    "PARTS_REQ,1,1,DOOR,1,715.0,397.0,4,0,0,1,4",
    "PARTS_REQ,1,2,SHELF,1,564.0,300.0,2,0,0,0,2",
    "PARTS_INF,1,1,Door,1,717.0,399.0,A7",
    "PARTS_UDI,1,1,left,right",
    "PARTS_DST,1,1,1,1,1",
    "BOARDS,1,1,W18/01,1,1500.0,1000.0,5,2,40.0,0,,,1,0,rack 3,,,1",
    "MATERIALS,1,1,W18,white 18 mm,18.0,4,4.0,4.0,10.0,10.0,10.0,10.0,0,0,0,4,1,1,0,,1",
    "NOTES,1,1,cut with care",
    "OFFCUTS,1,1,XW18/1,1,1480.0,269.0,2",
    "PATTERNS,1,1,1,0,2,1,4,,100,200",
    "PTN_UDI,1,1,1,1,first strip",
    "CUTS,1,1,1,1,91,6.0,0,0,0",
    "CUTS,1,1,2,1,1,397.0,1,0,0,RIP",
    "CUTS,1,1,3,3,92,6.0,0,0,0",
    "CUTS,1,1,4,3,2,715.0,2,1,4",
    "CUTS,1,1,5,4,92,42.0,0,0,0",
    "CUTS,1,1,6,2,1,300.0,1,0,0,RIP",
    "CUTS,1,1,7,5,2,564.0,1,2,2",
    "CUTS,1,1,8,6,91,269.0,1,X1,2",
    "VECTORS,1,1,1,10.0,10.0,10.0,990.0",
)
"""Two boards with four doors, two shelves and two offcuts: 10 + 397 + 4 + 300 + 4 + 269 = 984, a kerf, and waste."""


def a_ptx(changes: dict[str, str] | None = None, *, add: tuple[str, ...] = (), drop: tuple[str, ...] = ()) -> bytes:
    """The small file with cells changed: `{"CUTS[3].DIMENSION": "5"}` counts the records of a type from 1."""
    lines = [*(line for line in LINES if line.partition(",")[0] not in drop), *add]
    for place, value in (changes or {}).items():
        record, _, name = place.partition(".")
        kind, _, number = record.rstrip("]").partition("[")
        rows = [i for i, line in enumerate(lines) if line.startswith(f"{kind},")]
        cells = lines[rows[int(number or 1) - 1]].split(",")
        column = 1 + [field.name for field in record_types()[kind].fields].index(name)
        cells += [""] * (column + 1 - len(cells))
        cells[column] = value
        lines[rows[int(number or 1) - 1]] = ",".join(cells)
    return "\r\n".join(lines).encode() + b"\r\n"


def read(content: bytes) -> PtxFile:
    """The file, which must be readable."""
    return read_ptx(content, "saw.ptx")


def the_job(content: bytes) -> PtxJob:
    """The only job of a file."""
    (job,) = read(content).jobs
    return job


def faults(content: bytes) -> dict[str, str]:
    """The faults of a file that must be refused: messages by record and field."""
    with pytest.raises(InputError) as caught:
        read_ptx(content, "saw.ptx")
    assert caught.value.source == "saw.ptx"
    return {fault.where: fault.message for fault in caught.value.faults}


def issues(content: bytes, code: str = "") -> list[Issue]:
    """What is told of a file beside what is read, of one code where one is given."""
    return [issue for issue in read(content).issues if code in ("", issue.code)]


def a_project(job: CutJob, *sheets: Sheet, plan: CutPlan | None = None, name: str = "two doors") -> Project:
    """A project around a cut plan, without a design."""
    return Project(
        name=name,
        customer="A. Jansen",
        date=datetime.date(2025, 3, 14),
        version="1a2b3c4d",
        job=job,
        result=a_result(job, plan or CutPlan(sheets=sheets)),
    )


def written(project: Project, profile: Profile | None = None) -> list[list[str]]:
    """The records of the file of a project, split at their commas."""
    text = write_ptx(project, profile).content.decode()
    return [[cell.strip().strip('"') for cell in line.split(",")] for line in text.splitlines()]


def of_kind(records: list[list[str]], kind: str) -> list[dict[str, str]]:
    """The records of one type, each with its fields by name."""
    names = [field.name for field in record_types()[kind].fields]
    return [dict(zip(names, record[1:], strict=False)) for record in records if record[0] == kind]


def refused(project: Project, profile: Profile | None = None) -> dict[str, str]:
    """Why the file of a project cannot be written: messages by place."""
    with pytest.raises(InputError) as caught:
        write_ptx(project, profile)
    return {fault.where: fault.message for fault in caught.value.faults}


def with_saw(job: CutJob, **changes: object) -> CutJob:
    """A job whose saw is changed."""
    return replace(job, saw=replace(job.saw, **changes))  # type: ignore[arg-type]
