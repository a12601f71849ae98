"""PTX files at the front doors: their parts as a job to cut, their patterns as a plan to judge or to print."""

from __future__ import annotations

import sys
from decimal import Decimal

from cutting.pieces import CutJob, costs_differ
from cutting.plan import CutPlan, CutResult, Status
from cutting.ptx.read import PtxFile, PtxJob, is_ptx, read_ptx
from furnishing.errors import Fault, InputError
from furnishing.issues import Level
from web.disk import read_input


def ptx_file(path: str) -> PtxFile | None:
    """The PTX file of that name; None where the file is no PTX."""
    content = read_input(path)
    return read_ptx(content, path) if is_ptx(path, content) else None


def ptx_plan(path: str) -> tuple[CutJob, CutResult]:
    """The job and the plan of a PTX file; InputError where it is none, or has no patterns."""
    file = ptx_file(path)
    if file is None:
        raise InputError([Fault("", "a plan file is needed beside a job; only a PTX file holds both")], path)
    one = the_job(file, path)
    if one.plan is None:
        raise InputError([Fault("", "this file has parts but no PATTERNS; plan it first with furnish cut")], path)
    return one.job, result_of(one.job, one.plan)


def the_job(file: PtxFile, path: str) -> PtxJob:
    """The only job of a file; what is odd about the file is told. InputError where it has several."""
    tell(file)
    if len(file.jobs) == 1:
        return file.jobs[0]
    if not file.jobs:
        raise InputError([Fault("", "the file has no parts to cut")], path)
    what = "; ".join(each.where.removesuffix(": ") for each in file.jobs)
    message = f"the file is {len(file.jobs)} jobs for the saw: {what}; they differ in kerf or trims, or are JOBS apart"
    raise InputError([Fault("", f"{message}; save one of them as a file of its own")], path)


def tell(file: PtxFile) -> None:
    """What is odd or wrong about a file, one line each."""
    for issue in file.issues:
        fix = f"; {issue.fix}" if issue.fix else ""
        print(f"furnish: {issue.level.value} {issue.code}: {issue.where}: {issue.message}{fix}", file=sys.stderr)


def result_of(job: CutJob, plan: CutPlan) -> CutResult:
    """A plan that came without its claims: what it costs, and no bound."""
    costs = {(board.material, board.code): board.cost for board in job.boards}
    return CutResult(
        plan=plan,
        cost=sum((costs[each.material, each.board] * each.copies for each in plan.sheets), start=Decimal(0)),
        bound=Decimal(0),
        bound_is_cost=costs_differ(job),
        status=Status.INCOMPLETE if plan.unplaced else Status.FEASIBLE,
        seconds=0.0,
        seed=0,
    )


def holds(file: PtxFile) -> bool:
    """Whether nothing about the file itself is wrong."""
    return all(issue.level is not Level.ERROR for issue in file.issues)
