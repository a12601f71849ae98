"""The optimiser's files, in and out: see docs/cutjob.md."""

from __future__ import annotations

from cutting.former_file import read_former
from cutting.job_file import JOB_FORMAT, read_job, write_job
from cutting.plan_file import PLAN_FORMAT, read_plan
from cutting.plan_text import write_plan

__all__ = ["JOB_FORMAT", "PLAN_FORMAT", "read_former", "read_job", "read_plan", "write_job", "write_plan"]
