"""Run one of our nesters on benchmark instances and print a line for each, every plan judged.

    python -m benchmarks.run_ours pool:94 --seconds 20
    python -m benchmarks.run_ours huawei2022b macedo_A bwmv:1-50 --seconds 2 --seed 1
    python -m benchmarks.run_ours macedo_A --stages 0          (no limit)

An instance is `pool:ORDERS[:SEED]`, or a public set, optionally `set:FROM-TO` counted from one or `set:NAME`.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import sys
import time
from collections.abc import Iterator
from itertools import islice
from math import ceil
from pathlib import Path

from benchmarks.instances import Instance, order_pool, public_set
from cutting.check import check
from cutting.nesting.protocol import Nester
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Stop


def main(argv: list[str] | None = None) -> int:
    """Run and print; 1 if the judge refused a plan."""
    options = _options(argv)
    nester: Nester = importlib.import_module(f"cutting.nesting.{options.nester}").NESTER
    print(f"{'instance':<28}{'pieces':>8}{'area bound':>12}{'boards':>8}{'first s':>9}{'last s':>9}{'s':>8}  faults")
    total = 0
    refused = False
    for instance in _instances(options):
        boards, faults = _run(nester, instance, options.seconds, options.seed)
        total += boards
        refused = refused or faults > 0
    print(f"{'total':<28}{total:>28}   peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
    return int(refused)


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("instances", nargs="+")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--stages", type=int, default=3, help="0: no limit")
    parser.add_argument("--fixed", action="store_true", help="no piece may be turned")
    parser.add_argument("--kerf", type=int, default=0, help="of the public sets, mm")
    parser.add_argument("--nester", default="strips", help="module in cutting.nesting")
    parser.add_argument("--bench", type=Path, help="folder of the public sets")
    return parser.parse_args(argv)


def _instances(options: argparse.Namespace) -> Iterator[Instance]:
    for word in options.instances:
        name, _, which = word.partition(":")
        if name == "pool":
            orders, _, seed = which.partition(":")
            yield order_pool(int(orders), seed=int(seed or 1), grain=options.fixed)
            continue
        some = public_set(
            name,
            stages=options.stages or None,
            rotation=not options.fixed,
            kerf=options.kerf,
            folder=options.bench,
        )
        first, dash, last = which.partition("-")
        if dash and first.isdigit():
            yield from islice(some, int(first) - 1, int(last))
        else:
            yield from (instance for instance in some if which in ("", instance.name))


def _run(nester: Nester, instance: Instance, seconds: float, seed: int) -> tuple[int, int]:
    """Run one instance, print its line; boards and faults found."""
    start = time.monotonic()
    plan = CutPlan(sheets=())
    first = last = 0.0
    for better in nester.nest(instance.job, Stop(seconds=seconds).begin(), seed):
        if not isinstance(better, CutPlan):
            continue
        last = time.monotonic() - start
        first = first or last
        plan = better
    spent = time.monotonic() - start
    faults = check(instance.job, plan)
    pieces = sum(piece.quantity for piece in instance.job.pieces)
    print(
        f"{instance.name:<28}{pieces:>8}{_area_bound(instance.job):>12}{plan.boards:>8}"
        f"{first:>9.2f}{last:>9.2f}{spent:>8.1f}  {len(faults)}",
        *(f"unplaced {sum(each.quantity for each in plan.unplaced)}" for _ in plan.unplaced[:1]),
        *faults[:2],
        flush=True,
    )
    return plan.boards, len(faults)


def _area_bound(job: CutJob) -> int:
    """Boards of the largest kind that the area of the pieces takes, one kerf added to both sides."""
    kerf = job.saw.kerf
    largest = max(
        (rect.length + kerf) * (rect.width + kerf) for rect in (job.saw.usable(board) for board in job.boards)
    )
    return ceil(sum((piece.length + kerf) * (piece.width + kerf) * piece.quantity for piece in job.pieces) / largest)


if __name__ == "__main__":
    sys.exit(main())
