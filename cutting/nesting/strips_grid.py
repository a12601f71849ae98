"""A job on a coarse grid: equal pieces made one kind, kerf added to both sides, pieces rounded up, boards down.

One kerf added to the length and width of every piece and of the usable board turns a job with kerf into one
without, exactly: between two neighbours lies one kerf, and the last piece's kerf falls beyond the board's edge.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import gcd

import numpy as np
from numpy.typing import NDArray

from cutting.pieces import CutJob, Direction, Piece, Rect
from furnishing.units import Length

STEPS = ((100, 12_000), (400, 6_000), (1_000_000_000, 3_500))
"""Grid steps along the longest board that jobs of up to so many pieces can bear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Pieces equal in how they lie: `x` and `y` as laid unturned, micrometres; a free kind has x >= y."""

    x: Length
    y: Length
    free: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The job in whole grid steps. By kind: `x`, `y` with kerf, `free`, `wanted`; by board: `length`, `width`."""

    job: CutJob
    step: int
    kinds: tuple[Kind, ...]
    members: tuple[tuple[tuple[Piece, bool], ...], ...]
    """By kind: its pieces, and whether each is turned when its kind lies unturned."""
    x: NDArray[np.int32]
    y: NDArray[np.int32]
    free: NDArray[np.bool_]
    wanted: NDArray[np.int64]
    area: NDArray[np.float64]
    """By kind: part of the largest board that one piece takes."""
    length: NDArray[np.int32]
    width: NDArray[np.int32]
    cost: NDArray[np.float64]
    """By board: its price, the mean price one."""
    size: NDArray[np.float64]
    """By board: its area over that of the largest."""
    stock: NDArray[np.int64]
    directions: tuple[int, ...] = field(default=(0, 1))
    """0: strips along the board's length, 1: across it."""

    @property
    def stages(self) -> int:
        """The stage limit as a number."""
        return min(self.job.saw.max_stages or 99, 99)


def to_grid(job: CutJob, finest: int | None = None) -> Grid:
    """The grid of a job of one material, of `finest` steps along the longest board, else of as many as `STEPS` says."""
    kerf = job.saw.kerf
    members = _kinds(job)
    kinds = tuple(members)
    usable = [job.saw.usable(board) for board in job.boards]
    total = sum(piece.quantity for piece in job.pieces)
    step = _step([size + kerf for kind in kinds for size in (kind.x, kind.y)], usable, finest or _finest(total), kerf)
    length = np.array([max(0, (rect.length + kerf) // step) for rect in usable], np.int32)
    width = np.array([max(0, (rect.width + kerf) // step) for rect in usable], np.int32)
    x = np.array([-(-(kind.x + kerf) // step) for kind in kinds], np.int32)
    y = np.array([-(-(kind.y + kerf) // step) for kind in kinds], np.int32)
    price = np.array([max(float(board.cost), 0.0) for board in job.boards])
    mean = price.mean() or 1.0
    largest = max(1.0, float((length.astype(np.float64) * width).max()))
    return Grid(
        job=job,
        step=step,
        kinds=kinds,
        members=tuple(tuple(members[kind]) for kind in kinds),
        x=x,
        y=y,
        free=np.array([kind.free for kind in kinds], np.bool_),
        wanted=np.array([sum(piece.quantity for piece, _ in members[kind]) for kind in kinds], np.int64),
        area=x.astype(np.float64) * y / largest,
        length=length,
        width=width,
        size=length.astype(np.float64) * width / largest,
        cost=np.maximum(price / mean, 1e-3),
        stock=np.array([total if board.quantity is None else min(board.quantity, total) for board in job.boards]),
        directions=tuple(0 if way is Direction.LENGTH else 1 for way in job.saw.first_directions),
    )


def _kinds(job: CutJob) -> dict[Kind, list[tuple[Piece, bool]]]:
    """Pieces by kind, in the order of the job; True where a piece is turned while its kind is not."""
    kinds: dict[Kind, list[tuple[Piece, bool]]] = {}
    for piece in job.pieces:
        if piece.quantity <= 0:
            continue
        free = len(piece.turns) == 2
        turned = piece.width > piece.length if free else piece.turns[0]
        x, y = (piece.width, piece.length) if turned else (piece.length, piece.width)
        kinds.setdefault(Kind(x=x, y=y, free=free), []).append((piece, turned))
    return kinds


def _finest(pieces: int) -> int:
    return next(steps for most, steps in STEPS if pieces <= most)


def _step(sizes: list[Length], usable: list[Rect], steps_along: int, kerf: Length) -> int:
    """The grid step in micrometres: exact where that is not too fine, else the one that loses least by rounding.

    A step is weighed by what it adds to the pieces, plus what it takes from the boards, relative to their sizes.
    """
    exact = gcd(*sizes)
    boards = [side + kerf for rect in usable for side in (rect.length, rect.width)]
    finest = -(-max(boards) // steps_along)
    if exact >= finest:
        return exact
    wanted, given = np.array(sizes, np.int64), np.array([side for side in boards if side > 0], np.int64)
    steps = np.unique(np.linspace(finest, 2 * finest, 400).astype(np.int64) // exact * exact)
    steps = steps[steps >= finest]
    if not len(steps):
        return -(-finest // exact) * exact
    added = [float(np.mean(-wanted % step / wanted) + np.mean(given % step / given)) for step in steps]
    return int(steps[int(np.argmin(added))])
