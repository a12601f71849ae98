"""`furnish check`: the judge's word on any plan, whoever made it."""

from __future__ import annotations

import argparse

from cutting.check import judge
from cutting.files import read_plan
from web.disk import read_input
from web.inputs import job_of


def run(given: argparse.Namespace) -> int:
    """Print every violation; 0 where the plan holds, 1 where it does not."""
    job = job_of(given.job)
    result = read_plan(read_input(given.plan), job, given.plan)
    violations = judge(job, result)
    for violation in violations:
        print(f"{violation.code}: {violation}")
    if violations:
        print(f"\nthe plan does not hold: {len(violations)} violations")
        return 1
    left = sum(each.quantity for each in result.plan.unplaced)
    rest = f", {left} pieces on no sheet" if left else ""
    print(f"the plan holds: {result.plan.boards:,} boards, bound {result.bound:,}{rest}")
    return 0
