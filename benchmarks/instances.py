"""The jobs that the benchmarks run on: the public sets, read, and pools of furniture orders, made from a seed.

The public sets lie outside the project: name their folder in the environment variable FURNISH_BENCH or as an argument.
"""

from __future__ import annotations

import gzip
import json
import os
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from cutting.pieces import Board, CutJob, FirstCut, Piece, Saw, Trim
from furnishing.grain import BoardGrain, Grain
from furnishing.units import mm

FOLDER = "FURNISH_BENCH"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A named job, and the best known number of boards where somebody published one."""

    name: str
    job: CutJob
    best_known: int | None = None
    known_bound: int | None = None
    """A published bound that holds for this very job: its stages, rotation and kerf."""


def public_set(
    name: str, *, stages: int | None = 3, rotation: bool = True, kerf: int = 0, folder: Path | None = None
) -> Iterator[Instance]:
    """The instances of one public set with one material each, one unit of theirs taken as 1 mm."""
    folder = folder or bench_folder()
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if len({item.get("material") for item in record["items"]}) == 1:
                yield Instance(name=record["name"], job=_public_job(record, stages, rotation, kerf))


def bench_folder() -> Path:
    """Where the public sets lie; FileNotFoundError with a way out where they are not."""
    folder = Path(os.environ.get(FOLDER, "../shared/bench"))
    if not folder.is_dir():
        raise FileNotFoundError(
            f"the public benchmark sets are not in {folder}; name their folder in the environment variable {FOLDER}"
        )
    return folder


def _public_job(record: dict[str, Any], stages: int | None, rotation: bool, kerf: int) -> CutJob:
    """One line of a public set as a job."""
    items = (item for item in record["items"] if item["qty"])
    return CutJob(
        pieces=tuple(
            Piece(
                id=str(item["id"]),
                length=mm(str(item["length"])),
                width=mm(str(item["width"])),
                quantity=item["qty"],
                grain=Grain.FREE if rotation else Grain.LENGTH,
            )
            for item in items
        ),
        boards=tuple(
            Board(
                code=f"B{n}",
                length=mm(str(board["length"])),
                width=mm(str(board["width"])),
                quantity=board["qty"],
                cost=Decimal(board.get("cost", 1)),
            )
            for n, board in enumerate(record["stock"])
        ),
        saw=Saw(kerf=mm(kerf), max_stages=stages, first_cut=FirstCut.ANY),
    )


def order_pool(
    orders: int, *, seed: int = 1, grain: bool = False, board: tuple[int, int] = (2800, 2070), varied: bool = False
) -> Instance:
    """Carcass parts of many kitchen and wardrobe orders, pooled: kerf 4 mm, trim 10 mm, three stages.

    Where they are `varied`, more kitchens are made to measure, and a pool holds half as many sizes again.
    """
    draw = random.Random(f"pool {seed}")
    sizes: Counter[tuple[int, int]] = Counter()
    for _ in range(orders):
        sizes.update(_kitchen(draw, varied) if draw.random() < 0.6 else _wardrobe(draw))
    long, wide = board
    lay = Grain.LENGTH if grain else Grain.FREE
    pieces = tuple(
        Piece(id=f"p{n}", length=mm(length), width=mm(width), quantity=sizes[length, width], grain=lay)
        for n, (length, width) in enumerate(sorted(sizes))
        if length <= long - 20 and width <= wide - 20
    )
    return Instance(
        name=f"pool-{orders}-{'varied-' if varied else ''}{'grain' if grain else 'free'}-{long}x{wide}-{seed}",
        job=CutJob(
            pieces=pieces,
            boards=(
                Board(
                    code="W18",
                    length=mm(long),
                    width=mm(wide),
                    grain=BoardGrain.LENGTH if grain else BoardGrain.NONE,
                ),
            ),
            saw=Saw(kerf=mm(4), trim=Trim(left=mm(10), right=mm(10), bottom=mm(10), top=mm(10)), max_stages=3),
        ),
    )


def _kitchen(draw: random.Random, varied: bool = False) -> Counter[tuple[int, int]]:
    """The carcass parts of one kitchen: length along the grain, width, millimetres."""
    parts: Counter[tuple[int, int]] = Counter()
    height = draw.choice((720, 720, 720, 760, 780))
    widths = [draw.choice((300, 400, 450, 500, 600, 600, 800, 900)) for _ in range(draw.randint(5, 10))]
    widths.append(draw.randint(250, 900))
    if varied:
        widths = [width + draw.choice((0, 0, draw.randint(-60, 60))) for width in widths]
    for width in widths:
        parts[height, 560] += 2
        parts[width - 36, 560] += 1
        parts[width - 36, 100] += 2
        if draw.random() < 0.35:
            for front in draw.choice(((140, 200, 200), (200, 200), (140, 140, 140, 200))):
                parts[500, front - 40] += 2
                parts[width - 87, front - 40] += 1
        else:
            parts[width - 37, 540] += draw.randint(1, 2)
    upper = draw.choice((600, 720, 720, 900))
    for width in widths[: draw.randint(2, len(widths))]:
        parts[upper, 320] += 2
        parts[width - 36, 320] += 2
        parts[width - 37, 300] += draw.randint(1, 3)
    for _ in range(draw.randint(0, 2)):
        tall = draw.randint(2000, 2300)
        parts[tall, 560] += 2
        parts[564, 560] += 3
        parts[563, 540] += draw.randint(2, 4)
    return parts


def _wardrobe(draw: random.Random) -> Counter[tuple[int, int]]:
    """The carcass parts of one wardrobe made to measure."""
    parts: Counter[tuple[int, int]] = Counter()
    height = draw.randint(2050, 2600)
    depth = draw.choice((560, 580, 600, 600, draw.randint(520, 640)))
    columns = [draw.randint(380, 1000) for _ in range(draw.randint(2, 5))]
    parts[height, depth] += 2
    parts[height - 116, depth - 20] += len(columns) - 1
    for width in columns:
        parts[width, depth] += 2
        parts[width - 1, depth - 30] += draw.randint(1, 6)
        parts[width, 80] += 2
        if draw.random() < 0.5:
            drawer = draw.choice((120, 160, 200))
            count = draw.randint(2, 4)
            parts[500, drawer] += 2 * count
            parts[width - 62, drawer] += 2 * count
    return parts
