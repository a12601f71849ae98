"""How long all papers of a large batch take, and how much memory: one run of cabinets along a very long wall.

Run it from the folder of the project: `python -m benchmarks.papers_speed --parts 1000`. Prints the slowest papers and
the whole as JSON; `sums` is the same in every run where all papers are the same to the byte. The aim is 60 s and
1 GiB for 1,000 parts on two cores.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import resource
import sys
import time
from dataclasses import replace
from typing import Final

from cutting.from_design import cut_job
from cutting.solve import solve
from cutting.stop import Stop
from furnishing.catalogue_file import default_catalogue
from furnishing.design import Design, design
from furnishing.order import Order
from furnishing.room import Opening, OpeningKind, Room, Wall
from furnishing.style import Wish
from furnishing.style_file import shipped_style, style_names
from furnishing.units import mm
from reports.papers import SUMS, papers
from reports.pricing import Terms
from reports.project import Project

KINDS: Final = ("base-doors", "base-drawers", "base-doors", "tall-wardrobe")
PARTS_EACH: Final = 15
"""About what a cabinet of these kinds has."""
DEPTH: Final = mm(4000)


def batch(parts: int) -> Design:
    """A design of at least so many parts, cabinet after cabinet along one wall."""
    count = -(-parts // PARTS_EACH)
    while True:
        made = _run(count)
        if len(made.parts) >= parts:
            return made
        count += max(1, count * (parts - len(made.parts)) // max(1, len(made.parts)))


def _run(count: int) -> Design:
    style = shipped_style(style_names()[0])
    # Widths that differ: else hundreds of equal parts would share a drawing, and equal cabinets a page of the guide.
    wishes = tuple(Wish(kind=KINDS[i % len(KINDS)], width=mm(450 + 7 * i % 150)) for i in range(count))
    length = sum(wish.width or 0 for wish in wishes) + mm(1000)
    door = Opening(kind=OpeningKind.DOOR, offset=mm(500), width=mm(900), height=mm(2000))
    walls = (Wall(measured=(length,)), Wall(measured=(DEPTH,)), Wall(measured=(length,), openings=(door,)))
    room = Room(name=f"Batch of {count} cabinets", ceiling=mm(2600), walls=(*walls, Wall(measured=(DEPTH,))))
    return design(room, replace(style, wishes=wishes, wall=0), default_catalogue())


def project_of(made: Design) -> Project:
    """The design on boards, after the shortest search: papers do not depend on how good a plan is."""
    catalogue = default_catalogue()
    job = cut_job(made, catalogue)
    result = solve(job, Stop(iterations=1), 0, nesters=("shelves", "strips"))
    return Project(
        name=made.room.name,
        customer="A. Jansen",
        date=datetime.date(2026, 3, 1),
        version="benchmark",
        job=job,
        result=replace(result, seconds=0.0),
        design=made,
        catalogue=catalogue,
        order=Order(number="P-1", country="NL"),
    )


def measure(parts: int) -> dict[str, object]:
    """Seconds of design, plan and each paper, the highest memory in MiB, and the checksum of all checksums."""
    started = time.perf_counter()
    project = project_of(batch(parts))
    ready = before = time.perf_counter()
    used = time.process_time()
    took: dict[str, float] = {}
    size, sums = 0, b""
    for name, content in papers(project, Terms()):
        now = time.perf_counter()
        took[name] = took.get(name, 0.0) + now - before
        before, size = now, size + len(content)
        sums = content if name == SUMS else sums
    slowest = sorted(took.items(), key=lambda each: -each[1])[:14]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "parts": len(project.parts),
        "cabinets": len(project.cabinets),
        "sheets": project.result.plan.boards,
        "design and plan s": round(ready - started, 1),
        "papers s": round(before - ready, 1),
        "papers CPU s": round(time.process_time() - used, 1),
        "files": len(took),
        "MiB written": round(size / 2**20, 1),
        "peak MiB": round(peak),
        "sums": hashlib.sha256(sums).hexdigest()[:12],
        "slowest": {name: round(seconds, 2) for name, seconds in slowest},
    }


def main() -> None:
    """Measure what the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--parts", type=int, default=1000)
    json.dump(measure(asked.parse_args().parts), sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
