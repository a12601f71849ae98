"""Ours and the peers on the same jobs, every plan judged, and the page docs/benchmarks.md of it.

    python -m benchmarks.run                              the usual selection, under an hour on two cores
    python -m benchmarks.run --sets pool800 huawei        all of these sets
    python -m benchmarks.run --sets bwmv-free --limit 20 --only ours packingsolver --seconds 5
    python -m benchmarks.run --page                       only write the page again

Results are kept in benchmarks/results; what is there already, for the same jobs, versions, limits and machine,
is not run again (`--again` runs it). Peers need `python -m benchmarks.peers_setup` first.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import saw_time
from benchmarks.child import ROOT
from benchmarks.instances import Instance, order_pool
from benchmarks.peers_setup import peer_python
from benchmarks.players import Outcome, Player, players
from benchmarks.records import FOLDER, OURS, Record, commit, digest, load, machine, save
from benchmarks.sets import SETS, BenchSet, Make, spread
from benchmarks.table import page
from cutting.bounds import bound
from cutting.pieces import CutJob
from cutting.unplaceable import sort_out

USUAL_SAW_TIMES = 2
"""So many jobs are planned in books where nobody names sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One instance of a set, and who runs it for how long."""

    set: BenchSet
    make: Make
    turns: tuple[tuple[str, float], ...]


def main(argv: list[str] | None = None) -> int:
    """Run what is asked and write the page; 1 if the judge refused a plan of ours or a set is missing."""
    options = _options(argv)
    there = players()
    _say_who_is_missing(options, there)
    failed = False
    if not options.page:
        work, lost = _work(options, there)
        seconds = sum(limit for each in work for _, limit in each.turns)
        print(f"{len(work)} instances; at most {seconds / 60:.0f} minutes if nothing is cached", flush=True)
        known = {each.key for each in load(SETS, options.results)} if not options.again else set()
        if any(name == OURS for each in work for name, _ in each.turns):
            _warm(there, options)
        good = [_run(each, there, options, known) for each in work]
        failed = lost or not all(good) or not _run_saw_time(options)
    records = load(SETS, options.results)
    if records:
        options.out.write_text(page(records, saw_time.load(options.results)), encoding="utf-8")
        print(f"wrote {options.out}")
    return int(failed)


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    choices = sorted([*SETS, saw_time.NAME])
    parser.add_argument("--sets", nargs="+", choices=choices, help="whole sets; left out: the usual selection")
    parser.add_argument("--limit", type=int, help="so many instances of each set, evenly spread")
    parser.add_argument("--seconds", type=float, help="for everybody; left out: what each set says")
    parser.add_argument(
        "--only", nargs="+", metavar="PLAYER", help="ours, packingsolver, packingsolver-ssk, rectpack ..."
    )
    parser.add_argument("--cores", type=int, default=min(2, os.cpu_count() or 1), help="for each player")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--again", action="store_true", help="run what is in the results already, too")
    parser.add_argument("--page", action="store_true", help="run nothing, only write the page")
    parser.add_argument("--results", type=Path, default=FOLDER, help="folder of the results")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md", help="the page")
    return parser.parse_args(argv)


def _say_who_is_missing(options: argparse.Namespace, there: dict[str, Player]) -> None:
    if peer_python() is None:
        print("no peers take part: run `python -m benchmarks.peers_setup`, or name their environment in PEER_ENV")
    for name in sorted(set(options.only or ()) - set(there)):
        print(f"{name} does not take part; there are {', '.join(there)}")


def _work(options: argparse.Namespace, there: dict[str, Player]) -> tuple[list[Work], bool]:
    """What to run, and whether a set could not be read."""
    found, lost = [], False
    for each in SETS.values():
        limit = options.limit
        if options.sets is None:
            limit = min(each.usual, limit) if limit is not None else each.usual
        elif each.name not in options.sets:
            continue
        if limit == 0:
            continue
        try:
            members = spread(each.members(), limit)
        except FileNotFoundError as error:
            print(f"{each.name} is left out: {error}", file=sys.stderr)
            lost = True
            continue
        turns = tuple(_turns(each, options, there))
        found += [Work(set=each, make=make, turns=turns) for make in members]
    return found, lost


def _turns(each: BenchSet, options: argparse.Namespace, there: dict[str, Player]) -> Iterator[tuple[str, float]]:
    for name in there:
        if options.only and name not in options.only:
            continue
        limits: Sequence[float] = each.ours if name == OURS else (each.seconds,)
        yield from ((name, limit) for limit in ((options.seconds,) if options.seconds else limits))


def _run(work: Work, there: dict[str, Player], options: argparse.Namespace, known: set[tuple[object, ...]]) -> bool:
    """Run one instance with everybody; False if the judge refused a plan of ours."""
    instance = work.make()
    job, _ = sort_out(instance.job)
    blank = _blank(work.set, instance, job, options)
    good = True
    for name, seconds in work.turns:
        mine = replace(blank, player=name, code=there[name].version, seconds=seconds)
        if mine.key in known:
            continue
        record = _filled(mine, there[name].play(job, seconds, options.cores, options.seed))
        save(record, options.results)
        good = good and (name != OURS or record.valid)
        print(_line(record), flush=True)
    return good


def _run_saw_time(options: argparse.Namespace) -> bool:
    """Measure what books save, where that is asked for; False if the judge refused a plan."""
    if options.sets is not None and saw_time.NAME not in options.sets:
        return True
    if options.only and OURS not in options.only:
        return True
    count = options.limit if options.sets is not None else min(USUAL_SAW_TIMES, options.limit or USUAL_SAW_TIMES)
    limit = options.seconds or saw_time.SECONDS
    good = True
    for record in saw_time.run(options.results, limit, options.cores, options.seed, count=count, again=options.again):
        print(saw_time.line(record), flush=True)
        good = good and not record.fault
    return good


def _line(record: Record) -> str:
    found = f"{record.found:.1f}" if record.found is not None else "-"
    boards = "-" if record.boards is None else str(record.boards)
    return (
        f"{record.set:<12} {record.instance:<32} {record.player:<18} {record.seconds:>5g} s  bound {record.bound:>5}  "
        f"boards {boards:>5}  best at {found:>6} s  {record.peak_mib:>5} MiB  {record.fault}"
    )


def _blank(each: BenchSet, instance: Instance, job: CutJob, options: argparse.Namespace) -> Record:
    """What is the same for every player of an instance."""
    return Record(
        set=each.name,
        instance=instance.name,
        job=digest(job),
        player="",
        code="",
        seconds=0,
        cores=options.cores,
        seed=options.seed,
        pieces=sum(piece.quantity for piece in job.pieces),
        sizes=len({(piece.length, piece.width, piece.turns) for piece in job.pieces}),
        bound=bound(job).boards,
        known_bound=instance.known_bound,
        best_known=instance.best_known,
        boards=None,
        cost=None,
        first=None,
        found=None,
        spent=None,
        peak_mib=0,
        machine=machine(),
        day=datetime.now(UTC).date().isoformat(),
        commit=commit(),
    )


def _filled(record: Record, outcome: Outcome) -> Record:
    plan = outcome.plan
    offcuts = [rect.area // 10**6 for sheet in plan.sheets for rect in sheet.offcuts] if plan else []
    return replace(
        record,
        boards=plan.boards if plan else None,
        cost=outcome.cost,
        first=outcome.first,
        found=outcome.found,
        spent=outcome.spent,
        peak_mib=outcome.peak_mib,
        proved=outcome.proved,
        leftover=max(offcuts, default=0) if plan else None,
        nester=outcome.nester,
        fault=outcome.fault,
    )


def _warm(there: dict[str, Player], options: argparse.Namespace) -> None:
    """Let ours compile its loops before anything is measured: an installed program has done that."""
    for job in (order_pool(3).job, order_pool(30).job):
        there[OURS].play(job, 5, options.cores, options.seed)


if __name__ == "__main__":
    sys.exit(main())
