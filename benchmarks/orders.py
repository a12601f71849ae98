"""Jobs of real orders: rooms made from a seed, furnished by our own cabinets, their 18 mm parts cut together."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from benchmarks.instances import Instance
from benchmarks.rooms import order
from cutting.pieces import Board, CutJob, Piece, Saw, Trim
from furnishing.catalogue import Catalogue
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.grain import BoardGrain, Grain
from furnishing.parts import Part
from furnishing.units import mm

BOARDS: Final = ((2800, 2070), (2440, 1220))


def order_batch(count: int, *, first: int = 0, seed: int = 1, grain: bool = False, board: int = 0) -> Instance:
    """`count` orders from number `first` on, cut together: kerf 4 mm, trim 10 mm, three stages, one board size."""
    long, wide = BOARDS[board]
    edge = mm(10)
    pieces = tuple(
        Piece(
            id=f"O{number:04}.{part.id}",
            length=part.cut_length,
            width=part.cut_width,
            grain=part.grain if grain else Grain.FREE,
        )
        for number in range(first, first + count)
        for part in _parts(number, seed, grain)
    )
    return Instance(
        name=f"orders-{count}-{first}-{'grain' if grain else 'free'}-{long}x{wide}-{seed}",
        job=CutJob(
            pieces=pieces,
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


@lru_cache(maxsize=4096)
def _parts(number: int, seed: int, grain: bool) -> tuple[Part, ...]:
    """The 18 mm parts of one order."""
    finish = "oak" if grain else "white"
    room, style = order(number, seed=seed, finish=finish)
    return tuple(part for part in design(room, style, _catalogue()).parts if part.material == f"{finish}-18")


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    return default_catalogue()
