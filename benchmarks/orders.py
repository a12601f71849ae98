"""Jobs of real orders: the 18 mm parts of generated rooms furnished by our own cabinets, cut together.

The parts lie in data/orders.csv.gz, as our cabinets made them on 28 November 2026, so that a change of a cabinet
does not change the jobs that ours and the peers were measured on. `python -m benchmarks.orders` makes the file anew;
all results of these sets are then of older jobs.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from benchmarks.instances import Instance
from benchmarks.rooms import order
from cutting.pieces import Board, CutJob, Piece, Saw, Trim
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.grain import BoardGrain, Grain
from furnishing.units import mm

BOARDS: Final = ((2800, 2070), (2440, 1220))
FROZEN: Final = Path(__file__).parent / "data" / "orders.csv.gz"
FIELDS: Final = ("order", "part", "length_um", "width_um", "grain")
COUNT: Final = 1000
"""Orders in the file."""
SEED: Final = 1


def order_batch(count: int, *, first: int = 0, grain: bool = False, board: int = 0) -> Instance:
    """`count` orders from number `first` on, cut together: kerf 4 mm, trim 10 mm, three stages, one board size."""
    if not 0 <= first <= first + count <= COUNT:
        raise ValueError(f"orders {first} to {first + count - 1} are asked for; there are {COUNT} orders, from 0 on")
    long, wide = BOARDS[board]
    edge = mm(10)
    return Instance(
        name=f"orders-{count}-{first}-{'grain' if grain else 'free'}-{long}x{wide}-{SEED}",
        job=CutJob(
            pieces=tuple(piece for number in range(first, first + count) for piece in _pieces(number, grain)),
            boards=(
                Board(
                    code="B18",
                    length=mm(long),
                    width=mm(wide),
                    grain=BoardGrain.LENGTH if grain else BoardGrain.NONE,
                ),
            ),
            saw=Saw(kerf=mm(4), trim=Trim(left=edge, right=edge, bottom=edge, top=edge), max_stages=3),
        ),
    )


def _pieces(number: int, grain: bool) -> Iterator[Piece]:
    """The 18 mm parts of one order, of wood or of plain white board."""
    for part, length, width, lay in _frozen()[number]:
        yield Piece(id=f"O{number:04}.{part}", length=length, width=width, grain=lay if grain else Grain.FREE)


@lru_cache(maxsize=1)
def _frozen() -> tuple[tuple[tuple[str, int, int, Grain], ...], ...]:
    """Of each order its parts: name, cut length and width in micrometres, how the grain runs where there is one."""
    orders: list[list[tuple[str, int, int, Grain]]] = [[] for _ in range(COUNT)]
    with gzip.open(FROZEN, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            part = (row["part"], int(row["length_um"]), int(row["width_um"]), Grain(row["grain"]))
            orders[int(row["order"])].append(part)
    return tuple(map(tuple, orders))


def freeze(path: Path, count: int = COUNT) -> None:
    """Furnish so many generated rooms with today's cabinets and write their 18 mm parts, the same bytes each time."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(FIELDS)
    catalogue = default_catalogue()
    for number in range(count):
        room, style = order(number, seed=SEED, finish="oak")
        for part in design(room, style, catalogue).parts:
            if part.material == "oak-18":
                table.writerow((number, part.id, part.cut_length, part.cut_width, part.grain.value))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


if __name__ == "__main__":
    freeze(FROZEN)
    print(f"wrote {FROZEN}")
