"""Run one player's program: a question in, lines out, a time limit, a set of cores, its peak memory."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
GRACE: Final = 5.0
"""Seconds beyond the limit before a program is stopped: for its start, which no time is taken for, and its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a program wrote, its peak memory (MiB, its children included), and how it ended if not well."""

    lines: tuple[str, ...]
    peak_mib: int
    note: str


def run(command: Sequence[str], question: str, *, seconds: float, cores: int) -> Ran:
    """Run `command` on `cores` cores until it ends; stopped when it takes longer than `seconds` and some grace."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=out, stderr=err, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "0"}
        )
        _pin(child.pid, cores)
        pipe = child.stdin
        if pipe is None:
            raise OSError("a child process has no pipes")
        deadline = time.monotonic() + seconds + GRACE
        peak = 0
        try:
            pipe.write(question.encode() + b"\n")
            pipe.flush()
            while child.poll() is None and time.monotonic() < deadline:
                peak = max(peak, _memory(child.pid))
                time.sleep(0.02)
            note = "stopped" if child.poll() is None else ""
        except BrokenPipeError:
            note = "broke down before it read its question"
        finally:
            child.kill()
            status = child.wait()
            _close(pipe)
        out.seek(0)
        err.seek(0)
        if not note and status:
            said = err.read().decode(errors="replace").strip().splitlines()
            note = f"ended with {status}: {said[-1] if said else 'no word'}"[:160]
        return Ran(
            lines=tuple(line.decode() for line in out.read().splitlines(keepends=True) if line.endswith(b"\n")),
            peak_mib=peak // 1024,
            note=note,
        )


def _close(pipe: object) -> None:
    try:
        pipe.close()  # type: ignore[attr-defined]
    except BrokenPipeError:
        return


def _pin(pid: int, cores: int) -> None:
    """Give a process the first `cores` cores of ours; threads it starts later inherit them."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(pid, sorted(os.sched_getaffinity(0))[:cores])


def _memory(pid: int) -> int:
    """KiB: the most that a process has held, or what it and its children hold now, whichever is more.

    Read from /proc, because what getrusage tells of a child counts the memory of its parent at the fork; 0 elsewhere.
    """
    return max(_status(pid, "VmHWM"), sum(_status(each, "VmRSS") for each in _family(pid)))


def _family(pid: int) -> list[int]:
    found, at = [pid], 0
    while at < len(found):
        try:
            for task in Path(f"/proc/{found[at]}/task").iterdir():
                found += [int(word) for word in (task / "children").read_text().split()]
        except OSError:
            pass  # it has ended meanwhile
        at += 1
    return found


def _status(pid: int, name: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)
