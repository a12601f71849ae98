"""`furnish make`: the whole line, from a room to a folder of papers."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterable
from dataclasses import replace

from cutting.solve import Progress
from furnishing.design import Design
from furnishing.release import Release, write_release
from furnishing.room_file import write_room
from reports.papers import archive, papers
from reports.pricing import Quote
from reports.project import Project
from reports.quote import priced
from reports.text.languages import Units
from reports.text.locale import Locale
from web import summary
from web.commands.cut import standing, stop_of
from web.commands.layout import design_of_layout, without_layout
from web.disk import Written, may_write_file, may_write_folder, write_file, write_folder
from web.inputs import designed, furnished
from web.interrupt import Interrupt
from web.line import ROUNDS, project_of
from web.order_arguments import terms_of
from web.progress import ProgressLine
from web.release import refuse, released_by
from web.saw_arguments import choices_of


def run(given: argparse.Namespace) -> int:
    """Write the papers and print what they come to; 1 where something must be mended before the saw."""
    without_layout(given)
    may_write_papers(given.out)
    chosen = choices_of(given)
    read = furnished(given)
    terms = terms_of(given, read.file.order)
    file = replace(read.file, order=terms.order)
    made = designed(read, given.style or given.room) if given.layout is None else design_of_layout(given, read)
    released = released_by(made, given)
    if not released.given:
        return refuse(released)
    line, best = ProgressLine(sys.stderr), dict[str, Progress]()

    def report(progress: Progress) -> None:
        best[progress.material] = progress
        line.show(standing(best, len(best), line.seconds))

    with Interrupt() as interrupt:
        project = project_of(
            file,
            made,
            read.catalogue,
            date=terms.order.date or datetime.date.today(),
            stop=stop_of(given, None, interrupt, ROUNDS),
            seed=given.seed,
            progress=report,
            locale=Locale(language=given.language, units=Units(given.units)),
        )
        line.close()
    also = (("room.json", write_room(file).encode()), *release_paper(released, project))
    written = write_papers(given.out, papers(project, terms, also=also, told=line.paper, choices=chosen))
    line.close()
    _tell(project, made, priced(project, terms))
    announce(given.out, written)
    return int(bool(project.result.plan.unplaced))


def may_write_papers(path: str) -> None:
    """Refuse a folder or a ZIP that cannot be written before hours of work rather than after."""
    if _is_archive(path):
        may_write_file(path)
    else:
        may_write_folder(path)


def write_papers(path: str, made: Iterable[tuple[str, bytes]]) -> Written:
    """Write papers into a folder, or into one ZIP where that is what the name says."""
    if not _is_archive(path):
        return write_folder(path, made)
    files = tuple(made)
    write_file(path, archive(files))
    return Written(names=tuple(sorted(name for name, _ in files)), others=())


def _is_archive(path: str) -> bool:
    return path.lower().endswith(".zip")


def release_paper(released: Release, project: Project) -> list[tuple[str, bytes]]:
    """What was overruled, to lie beside the papers; nothing where no error stood."""
    if not released.overruled:
        return []
    text = write_release(released, project=project.name, version=project.version, date=project.date.isoformat())
    return [("release.json", text.encode())]


def _tell(project: Project, made: Design, price: Quote) -> None:
    plan, money = project.result, price.gross.currency
    costing = f", costing {plan.cost:,} {money}" if plan.bound_is_cost else ""
    least = f"{plan.bound:,} {money}" if plan.bound_is_cost else f"{plan.bound:,} boards"
    print(f"{project.name}, version {project.version}\n")
    rows = [
        ("cabinets", str(len(made.cabinets))),
        ("parts", str(len(made.parts))),
        ("boards", f"{plan.plan.boards}{costing}"),
        ("no plan below", least),
        ("price", f"{price.gross}"),
        ("without VAT", f"{price.net}"),
    ]
    print(summary.table(rows, left=2) + "\n")
    print(summary.cutting(project.job, plan))
    if made.issues:
        print(f"\nissues\n{summary.issues(made.issues)}")
    if plan.plan.unplaced:
        print(f"\non no sheet\n{summary.unplaced(plan)}")


def announce(folder: str, written: Written) -> None:
    """List the papers; name what else lies in the folder, since it may be of an older version."""
    print(f"\npapers in {folder}")
    parts = [name for name in written.names if name.startswith("machine/parts/")]
    for name in sorted(set(written.names) - set(parts)):
        print(f"  {name}")
    if parts:
        print(f"  machine/parts/: {len(parts)} files for single parts")
    if written.others:
        print(f"furnish: also there, and not of this run: {', '.join(written.others)}", file=sys.stderr)
