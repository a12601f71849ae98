"""What one player did on one instance, kept as lines of JSON, so that a table can be made of several runs."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from benchmarks.child import ROOT
from cutting.job_file import write_job
from cutting.pieces import CutJob

FOLDER: Final = ROOT / "benchmarks" / "results"
OURS: Final = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One run. `boards` is None where there is no plan; `fault` says why there is none, or why the judge refused it.

    `seconds` is the limit, `first` and `found` when the first and the last better plan came, `spent` when the
    player ended; `bound` is by area, `proved` what ours proved; `leftover` the largest offcut in square mm.
    `job` is the digest of the instance, `code` the version of the player (for ours a digest of `cutting/`).
    """

    set: str
    instance: str
    job: str
    player: str
    code: str
    seconds: float
    cores: int
    seed: int
    pieces: int
    sizes: int
    bound: int
    known_bound: int | None
    best_known: int | None
    boards: int | None
    cost: float | None
    first: float | None
    found: float | None
    spent: float | None
    peak_mib: int
    proved: int | None = None
    leftover: int | None = None
    nester: str = ""
    fault: str = ""
    machine: str = ""
    day: str = ""
    commit: str = ""

    @property
    def valid(self) -> bool:
        """Whether there is a plan and the judge accepts it."""
        return self.boards is not None and not self.fault

    @property
    def key(self) -> tuple[object, ...]:
        """Runs of one key are the same work: the later one counts."""
        return (self.set, self.job, self.player, self.code, self.seconds, self.cores, self.seed, self.machine)


def load(sets: Iterable[str], folder: Path = FOLDER) -> list[Record]:
    """All records of these sets, the latest of each key, in the order in which they first came."""
    found: dict[tuple[object, ...], Record] = {}
    for name in sets:
        path = folder / f"{name}.jsonl"
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                record = Record(**json.loads(line))
                found[record.key] = record
    return list(found.values())


def save(record: Record, folder: Path = FOLDER) -> None:
    """Append one record to the file of its set."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{record.set}.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(record)) + "\n")


def digest(job: CutJob) -> str:
    """Ten hex digits that change with anything in a job."""
    return hashlib.sha256(write_job(job).encode()).hexdigest()[:10]


@lru_cache(maxsize=1)
def code() -> str:
    """Ten hex digits that change with the sources of `cutting/`: only they decide what ours does on a job."""
    total = hashlib.sha256()
    for path in sorted((ROOT / "cutting").rglob("*.py")):
        total.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:10]


@lru_cache(maxsize=1)
def commit() -> str:
    """The commit at hand, empty outside a repository."""
    asked = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip()


@lru_cache(maxsize=1)
def machine() -> str:
    """Processor, cores and memory of this machine."""
    info = Path("/proc/cpuinfo")
    names = info.read_text().splitlines() if info.exists() else []
    name = next((line.split(":")[1].strip() for line in names if line.startswith("model name")), platform.processor())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{name or platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}"
