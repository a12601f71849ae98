"""How long each nester goes on after it has been cancelled: the worst of several moments, on a large pool of orders.

    python -m benchmarks.cancel_latency [--orders 90] [--moments 6] [--seconds 12] [--nester NAME ...]

The contract says half a second. Each nester runs by itself in this process, in a thread of its own as in a contest,
after a small job has loaded and compiled it; it is cancelled at moments spread over the seconds, each time in a new
run, and counted until its generator has returned. The first plan of a nester may come whatever the watch says, so
the time until that plan is told apart.
"""

from __future__ import annotations

import argparse
import threading
import time
from dataclasses import dataclass, replace

from benchmarks.instances import order_pool
from cutting import nesting
from cutting.pieces import CutJob, Machine, Router
from cutting.plan import CutPlan
from cutting.stop import Stop


@dataclass(slots=True)
class Run:
    """One run of one nester."""

    first_plan: float | None = None
    ended: float = 0.0


def one_run(name: str, job: CutJob, moment: float, first_wait: float = 120.0) -> tuple[float, Run]:
    """Cancel a nester after `moment` seconds; the seconds that it then still took, and how the run went."""
    run, cancelled = Run(), threading.Event()
    began = time.monotonic()

    def work() -> None:
        watch = Stop(cancelled=cancelled.is_set).begin()
        for found in nesting.load(name).nest(job, watch, 0):
            if isinstance(found, CutPlan) and run.first_plan is None:
                run.first_plan = time.monotonic() - began
        run.ended = time.monotonic() - began

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(moment)
    at = time.monotonic() - began
    cancelled.set()
    thread.join(first_wait)
    if thread.is_alive():
        return first_wait, run
    return max(0.0, run.ended - at), run


def _routed(job: CutJob) -> CutJob:
    """The job for a router, whose tool is as wide as the kerf and its border as the trim."""
    return replace(job, router=Router(tool=job.saw.kerf, border=job.saw.trim.left))


def main() -> None:
    """Measure and print one line for each nester."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders", type=int, default=90)
    parser.add_argument("--moments", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--nester", action="append", default=[])
    given = parser.parse_args()
    pools = order_pool(given.orders, varied=True).job, order_pool(1).job
    job = pools[0]
    print(f"{sum(piece.quantity for piece in job.pieces):,} pieces in {len(job.pieces):,} sizes")
    print(f"{'nester':22} {'worst s':>8} {'at s':>6} {'first plan s':>13}  all")
    routers = nesting.names(Machine.ROUTER)
    for name in given.nester or (*nesting.names(), *routers):
        job, small = (_routed(each) if name in routers else each for each in pools)
        one_run(name, small, 3.0)
        moments = [given.seconds * (n + 0.5) / given.moments for n in range(given.moments)]
        runs = [(*one_run(name, job, moment), moment) for moment in moments]
        worst, _, at = max(runs, key=lambda run: run[0])
        first = [run.first_plan for _, run, _ in runs if run.first_plan is not None]
        told = f"{max(first):.2f}" if first else "none"
        late = " ".join(f"{late:.2f}" for late, _, _ in runs)
        print(f"{name:22} {worst:8.2f} {at:6.1f} {told:>13}  {late}", flush=True)


if __name__ == "__main__":
    main()
