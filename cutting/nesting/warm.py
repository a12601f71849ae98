"""Compile every nester's inner loops now, so that no customer waits for it: `python -m cutting.nesting.warm`.

Compiled code is kept beside the sources (or in the user's cache where those cannot be written) and found by every
later process.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import replace

from cutting import nesting
from cutting.pieces import Board, CutJob, Machine, Piece, Router, Saw
from cutting.stop import Stop
from furnishing.grain import Grain
from furnishing.units import mm


def _jobs() -> Iterator[CutJob]:
    """Small jobs that between them touch every loop: stages 2, 3 and any, fixed and free, one and two boards."""
    sizes = [(720, 560), (764, 560), (715, 397), (502, 220), (564, 100), (396, 96), (1980, 580)]
    sides = {"large": (2800, 2070), "small": (2440, 1220)}
    boards = tuple(Board(code=code, length=mm(x), width=mm(y)) for code, (x, y) in sides.items())
    for stages, some in ((2, boards[:1]), (3, boards), (None, boards[:1])):
        pieces = tuple(
            Piece(id=f"p{i}", length=mm(x), width=mm(y), quantity=5, grain=Grain.FREE if i % 2 else Grain.LENGTH)
            for i, (x, y) in enumerate(sizes)
        )
        yield CutJob(pieces=pieces, boards=some, saw=Saw(kerf=mm(4), max_stages=stages))


def main() -> int:
    """Run every nester on every small job."""
    begun = time.monotonic()
    router = Router(tool=mm(12), border=mm(10), small_area=mm(250) ** 2, small_border=mm(60))
    for machine in Machine:
        for name in nesting.names(machine):
            for job in _jobs():
                here = replace(job, router=router) if machine is Machine.ROUTER else job
                for _ in nesting.load(name).nest(
                    here, Stop(iterations=3 if machine is Machine.SAW else 10, seconds=60).begin(), 0
                ):
                    pass
    print(f"optimiser compiled in {time.monotonic() - begun:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
