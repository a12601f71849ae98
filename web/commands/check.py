"""`furnish check`: the judge's word on any plan, whoever made it."""

from __future__ import annotations

import argparse
import re

from cutting.check import check, judge
from cutting.files import read_plan
from furnishing.errors import Fault, InputError
from web.disk import read_input
from web.inputs import job_of
from web.ptx_input import holds, ptx_file, tell


def run(given: argparse.Namespace) -> int:
    """Print every violation; 0 where the plan holds, 1 where it does not."""
    if given.plan is None:
        return _check_ptx(given.job)
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


def _check_ptx(path: str) -> int:
    """Judge a saw file by itself: what is wrong with it as a file, and whether its patterns hold."""
    file = ptx_file(path)
    if file is None:
        raise InputError([Fault("", "a plan file is needed beside a job; only a PTX file holds both")], path)
    tell(file)
    found = 0
    for each in file.jobs:
        if each.plan is None:
            print(f"{each.where}{len(each.job.pieces)} parts, no patterns; furnish cut makes a plan of them")
            continue
        for violation in check(each.job, each.plan):
            found += 1
            print(f"{each.where}{violation.code}: {_by_pattern(str(violation), each.patterns)}")
        left = sum(rest.quantity for rest in each.plan.unplaced)
        rest = f", {left} parts in no pattern" if left else ""
        print(f"{each.where}{each.plan.boards:,} boards, {len(set(each.patterns))} patterns{rest}")
    sound = holds(file)
    print("the file holds" if sound and not found else f"\nthe file does not hold: {found} violations of its cuts")
    return int(not sound or found > 0)


def _by_pattern(text: str, patterns: tuple[int, ...]) -> str:
    """A violation with the pattern of the file that its sheet was made of."""
    place = re.match(r"sheets\[(\d+)\]", text)
    return text if place is None else f"pattern {patterns[int(place[1])]}, {text}"
