"""The guillotine family of rectpack: each choice, split, order and way to pick a board, until the time is up.

`merge=False`, because with merging it makes sheets that no saw can cut; kerf by inflation; it turns all pieces
or none, so where some are fixed the free ones lie with their long side along the board. It knows no stages.
"""

from __future__ import annotations

from itertools import product
from typing import Any, Final

import rectpack
from rectpack import guillotine

from benchmarks.peers.wire import Desk

CHOICES: Final = ("Baf", "Bssf", "Blsf")
SPLITS: Final = ("Slas", "Sas", "Las", "Llas", "Minas", "Maxas")
ORDERS: Final = (
    rectpack.SORT_AREA,
    rectpack.SORT_LSIDE,
    rectpack.SORT_SSIDE,
    rectpack.SORT_PERI,
    rectpack.SORT_RATIO,
    rectpack.SORT_DIFF,
)
PICKS: Final = (rectpack.PackingBin.BFF, rectpack.PackingBin.BBF, rectpack.PackingBin.BNF)


def main() -> None:
    """Answer the question with ever better members of the family."""
    desk = Desk()
    best = float("inf")
    for pick, order, choice, split in product(PICKS, ORDERS, CHOICES, SPLITS):
        if desk.late:
            return
        packer = _pack(desk.question, getattr(guillotine, f"Guillotine{choice}{split}"), order, pick)
        cost = sum(desk.question["boards"][sheet.bid][3] for sheet in packer)
        if cost < best and len(packer.rect_list()) == sum(kind[2] for kind in desk.question["kinds"]):
            best = cost
            desk.answer(_sheets(desk.question, packer))


def _pack(question: dict[str, Any], family: Any, order: Any, pick: Any) -> Any:
    """One packing; what did not fit is left out without a word, so the caller counts."""
    turning = all(len(turns) == 2 or length == width for length, width, _, turns in question["kinds"])

    def sheet(width: int, height: int, rot: bool = True, **more: Any) -> Any:
        return family(width, height, rot, False, **more)

    packer = rectpack.newPacker(
        mode=rectpack.PackingMode.Offline, bin_algo=pick, pack_algo=sheet, sort_algo=order, rotation=turning
    )
    kerf = question["kerf"]
    for number, (length, width, copies, _) in enumerate(question["boards"]):
        packer.add_bin(length + kerf, width + kerf, count=float("inf") if copies is None else copies, bid=number)
    for number, (length, width, quantity, turns) in enumerate(question["kinds"]):
        across = turns == [True] or (len(turns) == 2 and width > length)
        along = (width, length) if across else (length, width)
        for _ in range(quantity):
            packer.add_rect(along[0] + kerf, along[1] + kerf, rid=number)
    packer.pack()
    return packer


def _sheets(question: dict[str, Any], packer: Any) -> list[Any]:
    kinds, kerf = question["kinds"], question["kerf"]
    return [
        [sheet.bid, 1, [[each.rid, each.x, each.y, _turned(kinds[each.rid], each.width - kerf)] for each in sheet]]
        for sheet in packer
    ]


def _turned(kind: list[Any], along: int) -> bool:
    length, _, _, turns = kind
    return bool(turns[0]) if len(turns) == 1 else along != length


if __name__ == "__main__":
    main()
