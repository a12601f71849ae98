"""Who takes part: ours and the peers, each asked the same job in its own process, each plan judged by `check`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from benchmarks.child import Ran, run
from benchmarks.peers_setup import peer_python
from benchmarks.records import OURS, code
from cutting.check import check
from cutting.job_file import write_job
from cutting.nesting.foreign import plan_of, question
from cutting.nesting.packingsolver_engine import CHILD
from cutting.nesting.sheetwise import Kind, cost_of, kinds_of
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.plan_file import read_plan
from furnishing.errors import InputError, PlanError

MOST_PIECES: Final = {"cutting-engine": 1000}
"""Above so many pieces a peer is not asked: 576 took it 39 s to a first answer, and its time grows faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a player did: the plan it is judged by, when it came, and what is wrong with it."""

    plan: CutPlan | None
    cost: float | None = None
    first: float | None = None
    found: float | None = None
    spent: float | None = None
    peak_mib: int = 0
    proved: int | None = None
    nester: str = ""
    fault: str = ""


def _allowed(seconds: float) -> float:
    """An answer counts, anybody's, when it comes within the limit, a twentieth of it and half a second."""
    return seconds * 1.05 + 0.5


Play = Callable[[CutJob, float, int, int], Outcome]
"""Job, seconds, cores, seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A name, its version, and how to ask it."""

    name: str
    version: str
    play: Play


def players() -> dict[str, Player]:
    """Ours, and the peers whose environment is there."""
    found = {OURS: Player(name=OURS, version=code(), play=_ours)}
    python = peer_python()
    if python is None:
        return found
    versions = _versions(python)
    solver = [str(python), "-P", str(CHILD)]
    ways: dict[str, tuple[str, list[str], dict[str, Any]]] = {
        "packingsolver": ("packingsolver", solver, {"sequential_single_knapsack": False, "repeatable": False}),
        "packingsolver-ssk": ("packingsolver", solver, {"sequential_single_knapsack": True, "repeatable": False}),
        "rectpack": ("rectpack", [str(python), "-m", "benchmarks.peers.rectpack_peer"], {}),
        "cutting-engine": ("cutting-engine", [str(python), "-m", "benchmarks.peers.cutting_engine_peer"], {}),
    }
    for name, (package, command, more) in ways.items():
        if package in versions:
            found[name] = Player(name=name, version=versions[package], play=_peer(command, more, MOST_PIECES.get(name)))
    return found


def _versions(python: Path) -> dict[str, str]:
    """The packages in the environment of the peers."""
    listed = "import importlib.metadata as m, json; print(json.dumps({d.name: d.version for d in m.distributions()}))"
    asked = subprocess.run([str(python), "-c", listed], capture_output=True, text=True, check=True)
    return {str(name).lower().replace("_", "-"): str(version) for name, version in json.loads(asked.stdout).items()}


def _ours(job: CutJob, seconds: float, cores: int, seed: int) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        job_path, plan_path = Path(folder) / "job.json", Path(folder) / "plan.json"
        job_path.write_text(write_job(job), encoding="utf-8")
        asked = {"job": str(job_path), "plan": str(plan_path), "seconds": seconds, "cores": cores, "seed": seed}
        ran = run([sys.executable, "-m", "benchmarks.ours_child"], json.dumps(asked), seconds=seconds + 10, cores=cores)
        lines = [json.loads(line) for line in ran.lines]
        last = lines.pop() if lines and lines[-1].get("last") else None
        if last is None:
            return Outcome(plan=None, peak_mib=ran.peak_mib, fault=ran.note or "no plan")
        plan = read_plan(plan_path.read_bytes(), job).plan
    outcome = _judged(job, plan, ran, [line["seconds"] for line in lines], last["seconds"])
    if last["seconds"] > _allowed(seconds):
        outcome = replace(outcome, fault=", ".join(filter(None, (outcome.fault, f"late: {last['seconds']:.1f} s"))))
    return replace(outcome, proved=last["bound"], nester=last["nester"])


def _peer(command: Sequence[str], more: dict[str, Any], most: int | None) -> Play:
    """How to ask a peer's program."""

    def play(job: CutJob, seconds: float, cores: int, seed: int) -> Outcome:
        if most is not None and sum(piece.quantity for piece in job.pieces) > most:
            return Outcome(plan=None, fault=f"not asked above {most} pieces")
        kinds = kinds_of(job)
        asked = {**question(job, kinds), "seconds": seconds, "cores": cores, "seed": seed, **more}
        ran = run(command, json.dumps(asked), seconds=seconds, cores=cores)
        answers = [json.loads(line) for line in ran.lines]
        spent = answers[-1]["seconds"] if answers and not ran.note else seconds
        answers = [each for each in answers if each["sheets"] and each["seconds"] <= _allowed(seconds)]
        if not answers:
            return Outcome(plan=None, peak_mib=ran.peak_mib, fault=_silence(ran), spent=spent)
        plan, fault = _translated(job, kinds, answers[-1])
        if plan is None:
            return Outcome(plan=None, peak_mib=ran.peak_mib, fault=fault, spent=spent)
        times = [each["seconds"] for each in _better(answers)]
        outcome = _judged(job, plan, ran, times, spent)
        return replace(outcome, fault=fault or outcome.fault)

    return play


def _better(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers with fewer boards than all before: the last word of a program often repeats its best."""
    found: list[dict[str, Any]] = []
    for answer in answers:
        if not found or _count(answer) < _count(found[-1]):
            found.append(answer)
    return found


def _count(answer: dict[str, Any]) -> int:
    return sum(copies for _, copies, _ in answer["sheets"])


def _silence(ran: Ran) -> str:
    return "no answer in time" if ran.note in ("", "stopped") else ran.note


def _translated(job: CutJob, kinds: tuple[Kind, ...], answer: dict[str, Any]) -> tuple[CutPlan | None, str]:
    """A peer's answer as a plan; where it needs more stages than the job allows, the plan with that fault."""
    try:
        return plan_of(job, kinds, answer["sheets"]), ""
    except PlanError as error:
        fault = str(error)
    try:
        free = replace(job, saw=replace(job.saw, max_stages=None))
        return plan_of(free, kinds, answer["sheets"]), "stages"
    except PlanError:
        return None, fault


def _judged(job: CutJob, plan: CutPlan, ran: Ran, times: Sequence[float], spent: float) -> Outcome:
    """What the judge says of a plan; all pieces must be in it."""
    try:
        violations = check(job, plan)
    except (InputError, RecursionError) as error:
        return Outcome(plan=None, peak_mib=ran.peak_mib, fault=f"cannot be judged: {error}"[:160])
    codes = sorted({each.code for each in violations})
    left = sum(each.quantity for each in plan.unplaced)
    return Outcome(
        plan=plan,
        cost=float(cost_of(job, plan)) if len({board.cost for board in job.boards}) > 1 else None,
        first=times[0] if times else None,
        found=times[-1] if times else None,
        spent=spent,
        peak_mib=ran.peak_mib,
        fault=", ".join([*codes, *([f"{left} pieces left out"] if left else [])]),
    )
