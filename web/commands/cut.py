"""`furnish cut`: a cut job, or a list of parts, becomes a judged cut plan."""

from __future__ import annotations

import argparse
import os
import sys

from cutting.alternatives import chosen
from cutting.explain import explain
from cutting.files import read_former, write_plan
from cutting.objective import Objective
from cutting.pieces import CutJob
from cutting.plan import CutPlan, CutResult
from cutting.solve import Progress, solve
from cutting.steady import SteadyResult, resolve
from cutting.stop import Stop
from furnishing.errors import Fault, InputError
from web import comparison, summary
from web.disk import may_write_file, read_input, write_file
from web.inputs import job_of
from web.interrupt import Interrupt
from web.part_list import is_list, listed_job, refuse_list_options, write_beside
from web.progress import ProgressLine

SECONDS = 10.0


def run(given: argparse.Namespace) -> int:
    """Search, write the best plan, print what it comes to. Ctrl-C ends the search and keeps the plan."""
    may_write_file(given.plan)
    ready = listed_job(given) if is_list(given.job) else None
    if ready is None:
        refuse_list_options(given)
    job = job_of(given.job) if ready is None else ready.job
    if job.batching is not None:
        message = "this job asks for batches, which `furnish cut` does not form; leave batching out to cut it as one"
        raise InputError([Fault("batching", message)], given.job)
    former = None if given.former is None else read_former(read_input(given.former), job, given.former)
    if former is not None and given.objective is not None:
        raise InputError([Fault("--objective", "plans are compared only when solving afresh; leave --former out")])
    cores = given.cores or os.cpu_count() or 1
    with Interrupt() as interrupt:
        stop = stop_of(given, SECONDS, interrupt)
        result, steady = search(job, stop, given.seed, cores, former, objective_of(given))
        if result.alternatives:
            result = chosen(job, result, given.objective.replace("-", " "))
    write_file(given.plan, write_plan(job, result).encode())
    if interrupt.asked:
        print("furnish: stopped early; this is the best plan so far", file=sys.stderr)
    print(summary.cutting(job, result))
    print(f"\n{told(result)}\nplan in {given.plan}")
    if ready is not None:
        print(f"names, bands and finished sizes of the parts in {write_beside(given.plan, ready)}")
    if former is not None and steady is not None:
        print(f"kept {steady.kept} of {former.boards} sheets of {given.former}")
    if result.alternatives:
        print(f"\nplans to choose from (--objective):\n{comparison.alternatives(result)}")
    elif given.objective is not None:
        print("furnish: stopped before there was time to compare plans", file=sys.stderr)
    if given.explain and not interrupt.asked:
        print(f"\nwhat else would change\n{explanation(job, result, given)}")
    if result.plan.unplaced:
        print(f"furnish: not every piece has a place\n{summary.unplaced(result)}", file=sys.stderr)
    return 0


def stop_of(given: argparse.Namespace, seconds: float | None, interrupt: Interrupt, rounds: int | None = None) -> Stop:
    """The rule that the arguments ask for; `seconds` and `rounds` where they ask for neither."""
    if given.seconds is None and given.iterations is None:
        return Stop(seconds=seconds, iterations=rounds, cancelled=interrupt)
    return Stop(seconds=given.seconds, iterations=given.iterations, cancelled=interrupt)


def objective_of(given: argparse.Namespace) -> Objective | None:
    """What plans are compared by, None where they need not be."""
    return None if given.objective is None else Objective(saw_hour=given.saw_hour)


def explanation(job: CutJob, result: CutResult, given: argparse.Namespace) -> str:
    """What changes to the job would save, searched for as long again as the plan was, at the most."""
    with Interrupt() as interrupt:
        found = explain(job, result, stop_of(given, SECONDS, interrupt), given.seed)
    return comparison.explanation(found)


def search(
    job: CutJob,
    stop: Stop,
    seed: int,
    cores: int = 1,
    former: CutPlan | None = None,
    objective: Objective | None = None,
) -> tuple[CutResult, SteadyResult | None]:
    """Solve with a progress line; from a `former` plan where there is one, and then with what was kept of it."""
    line = ProgressLine(sys.stderr)
    best: dict[str, Progress] = {}

    def report(progress: Progress) -> None:
        best[progress.material] = progress
        line.show(standing(best, len(job.materials), line.seconds))

    watched = Stop(
        seconds=stop.seconds,
        iterations=stop.iterations,
        cancelled=lambda: _tick(line, best, len(job.materials)) or stop.cancelled(),
    )
    try:
        if former is None:
            return solve(job, watched, seed, progress=report, cores=cores, objective=objective), None
        steady = resolve(job, former, watched, seed, progress=report, cores=cores)
        return steady.result, steady
    finally:
        line.close()


def _tick(line: ProgressLine, best: dict[str, Progress], materials: int) -> bool:
    """Keep the seconds running between two better plans. Never cancels."""
    line.show(standing(best, materials, line.seconds))
    return False


def standing(best: dict[str, Progress], materials: int, seconds: float) -> str:
    """Boards, bound, gap and seconds of what has been found so far."""
    if not best:
        return f"searching, {seconds:.0f} s"
    boards, least = sum(each.boards for each in best.values()), sum(each.bound for each in best.values())
    gap = f"{100 * (boards - least) / least:.1f} %" if least else "-"
    share = f", material {len(best)} of {materials}" if materials > 1 else ""
    return f"{boards:,} boards, bound {least:,}, gap {gap}{share}, {seconds:.0f} s"


def told(result: CutResult) -> str:
    """The result in a line."""
    what = "cost" if result.bound_is_cost else "boards"
    value = result.cost if result.bound_is_cost else result.plan.boards
    proof = {
        "optimal": f"no plan uses less: {what} {value:,} is the bound",
        "feasible": f"{what} {value:,}, bound {result.bound:,}",
        "incomplete": f"incomplete: {sum(each.quantity for each in result.plan.unplaced)} pieces on no sheet",
    }[result.status.value]
    return f"{proof}; {result.seconds:.1f} s, seed {result.seed}"
