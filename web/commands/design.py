"""`furnish design`: a room becomes cabinets and parts, and a cut job for the saw."""

from __future__ import annotations

import argparse

from cutting.files import write_job
from cutting.from_design import cut_job
from furnishing.release import write_release
from web import summary
from web.disk import may_write_file, write_file
from web.inputs import designed, furnished
from web.release import refuse, released_by


def run(given: argparse.Namespace) -> int:
    """Print cabinets and issues, write the job; 1 where an issue stops the release to the saw."""
    may_write_file(given.job)
    read = furnished(given)
    made = designed(read, given.style or given.room)
    released = released_by(made, given)
    job = cut_job(made, read.catalogue)
    written = given.job and released.given
    if written:
        write_file(given.job, write_job(job).encode())
        if released.overruled:
            record = write_release(released, project=made.room.name, version="", date="")
            write_file(f"{given.job}.release.json", record.encode())
    print(f"{made.room.name}: {len(made.cabinets)} cabinets, {len(made.parts)} parts\n")
    if made.cabinets:
        print(summary.cabinets(made))
    if made.issues:
        print(f"\nissues\n{summary.issues(made.issues)}")
    if written:
        print(f"\ncut job in {given.job}")
        if released.overruled:
            print(f"what was overruled in {given.job}.release.json")
    return 0 if released.given else refuse(released)
