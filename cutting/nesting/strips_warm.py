"""Compile the strips nester's kernels once, at install: `python -m cutting.nesting.strips_warm`.

They are kept on disk beside the modules, so the first job of a new process starts at once.
"""

from __future__ import annotations

from cutting.nesting.strips import NESTER
from cutting.pieces import Board, CutJob, Piece, Saw
from cutting.stop import Stop
from furnishing.units import mm


def warm() -> None:
    """Run a tiny job through every kernel."""
    job = CutJob(
        pieces=tuple(Piece(id=f"p{n}", length=mm(300 + 70 * n), width=mm(200 + 30 * n), quantity=2) for n in range(8)),
        boards=(Board(code="B", length=mm(1000), width=mm(800)),),
        saw=Saw(kerf=mm(4)),
    )
    for _ in NESTER.nest(job, Stop(iterations=2).begin(), 0):
        pass


if __name__ == "__main__":
    warm()
