"""What books save at the saw: the same jobs planned without a thought of books, and with an objective.

Order pools with quantities, for a saw that takes four sheets at once. The first plan is the best of a run that wants
boards only; the second the quickest to saw among the alternatives of a run as long, with no more boards. Both are
judged, and weighed by the same key figures, so a book that the first plan fills by chance counts for it too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.instances import Instance, order_pool
from benchmarks.records import FOLDER, code, commit, digest, machine
from cutting.bounds import bound
from cutting.check import check
from cutting.objective import Objective, key_figures
from cutting.pieces import CutJob
from cutting.plan import Alternative, CutPlan
from cutting.solve import solve
from cutting.stop import Stop

NAME: Final = "saw_time"
BOOK: Final = 4
POOLS: Final = ((11, 1), (11, 2), (24, 1), (24, 2))
"""Orders and seed."""
SECONDS: Final = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sawn:
    """One plan by its key figures: boards, patterns, books through the saw, strokes, modelled seconds."""

    boards: int
    patterns: int
    cycles: int
    cuts: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SawRecord:
    """One job: the plan that ignores books, the quickest with no more boards, and the name of that alternative."""

    instance: str
    job: str
    code: str
    limit: float
    cores: int
    seed: int
    pieces: int
    sizes: int
    bound: int
    plain: Sawn
    booked: Sawn
    won: str
    alternatives: int
    fault: str = ""
    machine: str = ""
    day: str = ""
    commit: str = ""

    @property
    def saved(self) -> float:
        """Percent of the saw time that books save."""
        return 100 * (1 - self.booked.seconds / self.plain.seconds) if self.plain.seconds else 0.0

    @property
    def key(self) -> tuple[object, ...]:
        """Runs of one key are the same work: the later one counts."""
        return (self.job, self.code, self.limit, self.cores, self.seed, self.machine)


def members() -> list[partial[Instance]]:
    """The jobs, made when called."""
    return [partial(order_pool, orders, seed=seed) for orders, seed in POOLS]


def measure(instance: Instance, limit: float, cores: int, seed: int) -> SawRecord:
    """Plan one job both ways, each for `limit` seconds, and have every plan judged."""
    job = replace(instance.job, saw=replace(instance.job.saw, book_height=BOOK))
    plain = solve(job, Stop(seconds=limit), seed, cores=cores)
    aimed = solve(job, Stop(seconds=limit), seed, cores=cores, objective=Objective())
    alone = Alternative(name="none", wins=(), plan=plain.plan, figures=key_figures(job, plain.plan))
    fit = [each for each in aimed.alternatives if each.plan.boards <= plain.plan.boards and not each.figures.unplaced]
    quickest = min(fit, key=lambda each: each.figures.seconds, default=alone)
    plans = [plain.plan, *(each.plan for each in aimed.alternatives)]
    return SawRecord(
        instance=instance.name,
        job=digest(job),
        code=code(),
        limit=limit,
        cores=cores,
        seed=seed,
        pieces=sum(piece.quantity for piece in job.pieces),
        sizes=len(job.pieces),
        bound=bound(job).boards,
        plain=_sawn(alone),
        booked=_sawn(quickest),
        won=quickest.name,
        alternatives=len(aimed.alternatives),
        fault=_fault(job, plans),
        machine=machine(),
        day=datetime.now(UTC).date().isoformat(),
        commit=commit(),
    )


def _fault(job: CutJob, plans: Iterable[CutPlan]) -> str:
    """The judge's code of what is wrong with the first plan that does not hold."""
    return next((violation.code for plan in plans for violation in check(job, plan)), "")


def _sawn(each: Alternative) -> Sawn:
    figures = each.figures
    return Sawn(
        boards=figures.boards,
        patterns=figures.patterns,
        cycles=figures.cycles,
        cuts=figures.cuts,
        seconds=float(figures.seconds),
    )


def load(folder: Path = FOLDER) -> list[SawRecord]:
    """The records of this run, the latest of each key; none where there is no file."""
    path = folder / f"{NAME}.jsonl"
    found: dict[tuple[object, ...], SawRecord] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        values = json.loads(line)
        plain, booked = Sawn(**values.pop("plain")), Sawn(**values.pop("booked"))
        record = SawRecord(plain=plain, booked=booked, **values)
        found[record.key] = record
    return list(found.values())


def run(folder: Path, limit: float, cores: int, seed: int, *, count: int | None, again: bool) -> Iterator[SawRecord]:
    """Measure what is not in the results yet, and keep it there; yields each record."""
    known = set() if again else {each.key for each in load(folder)}
    for make in members()[:count]:
        instance = make()
        job = replace(instance.job, saw=replace(instance.job.saw, book_height=BOOK))
        if (digest(job), code(), limit, cores, seed, machine()) in known:
            continue
        record = measure(instance, limit, cores, seed)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{NAME}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(record)) + "\n")
        yield record


def latest(records: Sequence[SawRecord]) -> list[SawRecord]:
    """The last run of each job."""
    return list({each.instance: each for each in records}.values())


def mean(records: Sequence[SawRecord]) -> float:
    """Percent of the saw time of all jobs together that books save."""
    plain = sum(each.plain.seconds for each in records)
    return 100 * (1 - sum(each.booked.seconds for each in records) / plain) if plain else 0.0


def line(record: SawRecord) -> str:
    """What a run says of one job."""
    return (
        f"{NAME:<12} {record.instance:<32} boards {record.plain.boards} and {record.booked.boards}  "
        f"{record.plain.seconds / 60:.0f} and {record.booked.seconds / 60:.0f} min  "
        f"{record.saved:.1f} % less  {record.fault}"
    )


def rows(records: Sequence[SawRecord]) -> Iterator[tuple[str, ...]]:
    """A row of the page for each job."""
    for each in records:
        yield (
            each.instance + (" †" if each.code != code() else ""),
            str(each.pieces),
            str(each.sizes),
            str(each.bound),
            *_cells(each.plain),
            *_cells(each.booked),
            f"{each.saved:.1f} %" + (f" {each.fault}" if each.fault else ""),
            f"{each.won}, of {each.alternatives}",
        )


HEAD: Final = (
    "instance",
    "pieces",
    "sizes",
    "bound",
    "boards",
    "patterns",
    "cycles",
    "minutes",
    "boards in books",
    "patterns",
    "cycles",
    "minutes",
    "saved",
    "plan",
)


def _cells(sawn: Sawn) -> tuple[str, ...]:
    return (str(sawn.boards), str(sawn.patterns), str(sawn.cycles), f"{sawn.seconds / 60:.0f}")
