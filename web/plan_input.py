"""A cut job with its plan, in whatever files they came."""

from __future__ import annotations

from cutting.files import read_plan
from cutting.pieces import CutJob
from cutting.plan import CutResult
from web.disk import read_input
from web.inputs import job_of
from web.ptx_input import ptx_plan


def plan_of(job: str, plan: str | None) -> tuple[CutJob, CutResult]:
    """A cut job with its plan: of two files, or of one PTX file that holds both."""
    if plan is None:
        return ptx_plan(job)
    known = job_of(job)
    return known, read_plan(read_input(plan), known, plan)
