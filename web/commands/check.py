"""`furnish check`: what the rules find in a room, or the judge's word on any plan, whoever made it."""

from __future__ import annotations

import argparse
import re
from typing import Final

import sample_rooms
from cutting.check import check, judge
from cutting.files import read_plan
from furnishing.errors import Fault, InputError
from furnishing.issues import Issue, Level
from furnishing.rules.registry import rules
from furnishing.rules.rule import RuleFamily
from web import summary
from web.disk import is_there, read_input
from web.inputs import designed, furnished, job_of
from web.ptx_input import holds, ptx_file, tell

LAYOUT: Final = "layout"
MAKING: Final = "making"
"""Headings of issues that no rule tells: those of the layout, and those of the judge of furniture."""
JUDGED: Final = re.compile(r"part-|parts-|size-|thickness-|cut-size-|groove-|notch-|section-|niche-|front-missing")


def run(given: argparse.Namespace) -> int:
    """Print every violation; 0 where the plan holds, 1 where it does not."""
    if given.plan is None:
        return _check_room(given) if _is_room(given.job) else _check_ptx(given.job)
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


def _is_room(name: str) -> bool:
    """Whether a name is that of a sample room or of a room file."""
    if not is_there(name):
        return name in sample_rooms.names()
    return re.search(rb'"format"\s*:\s*"furnish-room/', read_input(name)[:2000]) is not None


def _check_room(given: argparse.Namespace) -> int:
    """Look a furnished room over by the rules; 1 where an error stands."""
    given.room = given.job
    made = designed(furnished(given), given.style or given.room)
    families: dict[str, list[Issue]] = {}
    for issue in made.issues:
        families.setdefault(_family(issue.code), []).append(issue)
    for family in [*RuleFamily, LAYOUT, MAKING]:
        if family in families:
            print(f"{family}\n{summary.issues(families[family], code=True)}\n")
    counts = ", ".join(f"{sum(each.level is level for each in made.issues)} {level.value}" for level in Level)
    print(f"{made.room.name}: {len(made.cabinets)} cabinets, {len(rules())} rules; {counts}")
    return int(any(issue.level is Level.ERROR for issue in made.issues))


def _family(code: str) -> str:
    """The heading of an issue: the family of its rule, else what told it."""
    for rule in rules():
        if rule.code == code:
            return rule.family.value
    return MAKING if JUDGED.match(code) else LAYOUT


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
