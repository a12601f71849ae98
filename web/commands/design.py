"""`furnish design`: a room becomes cabinets and parts, and a cut job for the saw."""

from __future__ import annotations

import argparse

from cutting.files import write_job
from cutting.from_design import cut_job
from furnishing.issues import Level
from web import summary
from web.disk import may_write_file, write_file
from web.inputs import designed, furnished


def run(given: argparse.Namespace) -> int:
    """Print cabinets and issues, write the job; 1 where an issue stops the release to the saw."""
    may_write_file(given.job)
    read = furnished(given)
    made = designed(read, given.style or given.room)
    job = cut_job(made, read.catalogue)
    if given.job:
        write_file(given.job, write_job(job).encode())
    print(f"{made.room.name}: {len(made.cabinets)} cabinets, {len(made.parts)} parts\n")
    if made.cabinets:
        print(summary.cabinets(made))
    if made.issues:
        print(f"\nissues\n{summary.issues(made.issues)}")
    if given.job:
        print(f"\ncut job in {given.job}")
    return int(any(each.level is Level.ERROR for each in made.issues))
