"""`furnish machine`: a cut plan as files for machines, saw and router."""

from __future__ import annotations

import argparse
import datetime
import hashlib
import sys
from pathlib import Path

from cutting.check import judge
from cutting.files import write_job, write_plan
from furnishing.errors import Fault, InputError
from reports.machine.dxf_layers import Layers, read_layers
from reports.machine.files import machine_files
from reports.machine.ptx_profile import Profile, profile_names, read_profile, shipped_profile
from reports.project import Project
from web.commands.make import announce
from web.disk import is_there, may_write_folder, read_input, write_folder
from web.part_list import parts_beside
from web.plan_input import plan_of


def run(given: argparse.Namespace) -> int:
    """Judge the plan, then write its machine files; 1 where one could not be written."""
    may_write_folder(given.out)
    job, result = plan_of(given.job, given.plan)
    violations = judge(job, result)
    if violations:
        raise InputError(
            (Fault(each.where, f"{each.message} [{each.code}]") for each in violations), given.plan or given.job
        )
    project = Project(
        name=Path(given.job).stem,
        customer=given.customer,
        date=given.date or datetime.date.today(),
        version=hashlib.sha256((write_job(job) + write_plan(job, result)).encode()).hexdigest()[:8],
        job=job,
        result=result,
        listed=parts_beside(given.plan or given.job, job),
    )
    made = machine_files(project, _profile(given.profile), _layers(given.layers), given.dxf)
    announce(given.out, write_folder(given.out, made.files))
    for issue in made.issues:
        print(f"furnish: {issue.level.value} {issue.code}: {issue.where}: {issue.message}", file=sys.stderr)
    return int(any(issue.code == "ptx-refused" for issue in made.issues))


def _profile(name: str) -> Profile:
    """A receiver that we ship, or one in a file."""
    if name in profile_names() or not is_there(name):
        return shipped_profile(name)
    return read_profile(read_input(name), name)


def _layers(path: str | None) -> Layers | None:
    return None if path is None else read_layers(read_input(path), path)
