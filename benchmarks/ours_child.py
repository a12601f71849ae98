"""Ours as one more player: one question on a line, each better number of boards as a line, the plan in a file."""

from __future__ import annotations

import json
import sys
import time
import warnings
from pathlib import Path

from cutting.contest import RefusedPlanWarning
from cutting.job_file import read_job
from cutting.nesting.child import end_with_parent
from cutting.plan_text import write_plan
from cutting.solve import Progress, solve
from cutting.stop import Stop


def main() -> None:
    """Solve the job file named in the question, and write the plan where it says."""
    question = json.loads(sys.stdin.readline())
    end_with_parent()
    warnings.simplefilter("error", RefusedPlanWarning)
    job = read_job(Path(question["job"]).read_bytes())
    start = time.monotonic()

    def tell(progress: Progress) -> None:
        if not progress.unplaced:
            print(json.dumps({"seconds": time.monotonic() - start, "cost": float(progress.cost)}), flush=True)

    result = solve(job, Stop(seconds=question["seconds"]), question["seed"], progress=tell, cores=question["cores"])
    spent = time.monotonic() - start
    Path(question["plan"]).write_text(write_plan(job, result), encoding="utf-8")
    bound = None if result.bound_is_cost else int(result.bound)
    last = {"seconds": spent, "bound": bound, "status": result.status.value, "nester": ",".join(result.nesters)}
    print(json.dumps({**last, "last": True}), flush=True)


if __name__ == "__main__":
    main()
