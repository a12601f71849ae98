"""`furnish make`: the whole line, from a room to a folder of papers."""

from __future__ import annotations

import argparse
import datetime
import sys

from reports.papers import papers

from cutting.solve import Progress
from furnishing.issues import Level
from reports.pricing import Quote, Terms, quote
from reports.project import Project
from web import summary
from web.commands.cut import standing, stop_of
from web.disk import Written, may_write_folder, write_folder
from web.inputs import furnished
from web.interrupt import Interrupt
from web.line import ROUNDS, project_of
from web.progress import ProgressLine


def run(given: argparse.Namespace) -> int:
    """Write the papers and print what they come to; 1 where something must be mended before the saw."""
    may_write_folder(given.out)
    file, style, catalogue = furnished(given.room, given.style, given.catalogue)
    line, best = ProgressLine(sys.stderr), dict[str, Progress]()

    def report(progress: Progress) -> None:
        best[progress.material] = progress
        line.show(standing(best, len(best), line.seconds))

    with Interrupt() as interrupt:
        project = project_of(
            file,
            style,
            catalogue,
            date=given.date or datetime.date.today(),
            customer=given.customer,
            stop=stop_of(given, None, interrupt, ROUNDS),
            seed=given.seed,
            progress=report,
        )
        line.close()
    terms = Terms(customer=given.customer)
    written = write_folder(given.out, papers(project, terms))
    _tell(project, quote(project.design, project.result, catalogue, terms) if project.design else None)
    announce(given.out, written)
    issues = project.design.issues if project.design else ()
    return int(bool(project.result.plan.unplaced) or any(each.level is Level.ERROR for each in issues))


def _tell(project: Project, price: Quote | None) -> None:
    made = project.design
    if made is None or price is None:
        return
    plan, what = project.result, "cost" if project.result.bound_is_cost else "boards"
    print(f"{project.name}, version {project.version}\n")
    rows = [
        ("cabinets", str(len(made.cabinets))),
        ("parts", str(len(made.parts))),
        ("boards", str(plan.plan.boards)),
        ("bound", f"{plan.bound} {what}"),
        ("price", f"{price.gross}"),
        ("without VAT", f"{price.net}"),
    ]
    print(summary.table(rows) + "\n")
    print(summary.cutting(project.job, plan))
    if made.issues:
        print(f"\nissues\n{summary.issues(made.issues)}")
    if plan.plan.unplaced:
        print(f"\non no sheet\n{summary.unplaced(plan)}")


def announce(folder: str, written: Written) -> None:
    """List the papers; name what else lies in the folder, since it may be of an older version."""
    print(f"\npapers in {folder}")
    for name in written.names:
        print(f"  {name}")
    if written.others:
        print(f"furnish: also there, and not of this run: {', '.join(written.others)}", file=sys.stderr)
