"""The guillotine family of the rectpack library, as a portfolio behind our own types.

The library (Jylanki, "A Thousand Ways to Pack the Bin", 2010) knows no kerf, no stages and no grain, and leaves
out what does not fit without a word. So kerf goes into the sizes, each free piece is turned by us before it is
offered, every answer is counted, and the cuts are found again from the placements: of a sheet that the saw
cannot cut within its stages only the first pieces laid are kept, as many as it can.

Merging of free rectangles stays off: with it the library makes sheets that no saw can cut.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

from rectpack import guillotine as library

from cutting.nesting.guillotine import Draft, draft_of
from cutting.nesting.sheetwise import Kind, fill_boards, kinds_of, rank
from cutting.pieces import Board, CutJob, Rect
from cutting.plan import CutPlan, Placed
from cutting.stop import Watch, never
from furnishing.units import Length

MOST_COPIES: Final = 3_000
"""The library's time grows with the square of the pieces on a sheet; above this many it is not asked."""

CHOICES: Final = ("Bssf", "Blsf", "Baf")
SPLITS: Final = ("Sas", "Las", "Slas", "Llas", "Maxas", "Minas")
ORDERS: Final[tuple[Callable[[Kind], float], ...]] = (
    lambda kind: kind.area,
    lambda kind: max(kind.length, kind.width),
    lambda kind: min(kind.length, kind.width),
    lambda kind: kind.length + kind.width,
    lambda kind: max(kind.length, kind.width) / min(kind.length, kind.width),
)
TURNS: Final = ("long", "across", "any")
"""Free pieces lie with the long side along the board, across it, or as chance has it; the other way if they must."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One member of the portfolio."""

    choice: str
    split: str
    order: Callable[[Kind], float]
    turns: str

    def packer(self, length: int, width: int) -> Any:
        """An empty sheet of the library."""
        packing: Callable[..., Any] = getattr(library, f"Guillotine{self.choice}{self.split}")
        return packing(length, width, rot=False, merge=False)


class RectpackGuillotine:
    """All variants once, in an order drawn from the seed, the usually best one first."""

    name = "rectpack_guillotine"
    weight = 0.25
    """Of the time: most of what it finds, it finds at once."""

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        """See `Nester.nest`; nothing at all for a job of very many pieces."""
        kinds = kinds_of(job)
        if sum(kind.quantity for kind in kinds) > MOST_COPIES:
            return
        chance = random.Random(seed)
        variants = [Variant(*each) for each in product(CHOICES, SPLITS, ORDERS, TURNS)]
        chance.shuffle(variants)
        best: CutPlan | None = None
        for variant in (Variant("Baf", "Slas", ORDERS[0], "long"), *variants):
            if best is not None and watch.done():
                return
            plan = _plan(job, kinds, variant, chance, watch.done if best else never)
            watch.step()
            if plan is not None and (best is None or rank(job, plan) < rank(job, best)):
                best = plan
                yield plan


def _plan(
    job: CutJob, kinds: Sequence[Kind], variant: Variant, chance: random.Random, give_up: Callable[[], bool]
) -> CutPlan | None:
    order = sorted(range(len(kinds)), key=lambda i: (-variant.order(kinds[i]), i))
    turns = [_turns(kind, variant, chance) for kind in kinds]

    def fill(board: Board, left: Sequence[int]) -> Iterator[Draft]:
        offers = [Offer(i, kinds[i], turns[i], left[i]) for i in order if left[i]]
        usable, kerf = job.saw.usable(board), job.saw.kerf
        sheet = variant.packer(usable.length + kerf, usable.width + kerf)
        laid = _lay(sheet, offers, usable, kerf, give_up)
        draft = _sawable(job, board, laid)
        if draft is not None:
            yield draft

    return fill_boards(job, kinds, fill, give_up=give_up)


def _turns(kind: Kind, variant: Variant, chance: random.Random) -> tuple[bool, ...]:
    """The ways to offer a kind, the preferred first; fixed grain has one."""
    if len(kind.turns) == 1:
        return kind.turns
    if variant.turns == "any":
        turned = chance.random() < 0.5
    else:
        turned = (kind.length < kind.width) == (variant.turns == "long")
    return (turned, not turned)


@dataclass(frozen=True, slots=True)
class Offer:
    """Copies of a kind (with its number) and the ways to offer them, the preferred first."""

    number: int
    kind: Kind
    turns: tuple[bool, ...]
    copies: int


def _lay(sheet: Any, offers: Sequence[Offer], usable: Rect, kerf: Length, give_up: Callable[[], bool]) -> list[Placed]:
    """What the library lays on a sheet, in the order in which it did; the numbers of the kinds stand for ids."""
    laid = []
    for offer in offers:
        if give_up():
            break
        kind, copies = offer.kind, offer.copies
        for turned in offer.turns:
            along, across = (kind.width, kind.length) if turned else (kind.length, kind.width)
            while copies and (found := sheet.add_rect(along + kerf, across + kerf)) is not None:
                x, y = usable.x + found.x, usable.y + found.y
                name = str(offer.number)
                laid.append(Placed(id=name, x=x, y=y, length=kind.length, width=kind.width, turned=turned))
                copies -= 1
    return laid


def _sawable(job: CutJob, board: Board, laid: Sequence[Placed]) -> Draft | None:
    """The tree for as many of the first pieces laid as the saw can cut, found by halving; marks are kinds."""
    usable, saw = job.saw.usable(board), job.saw

    def tree(count: int) -> Draft | None:
        return draft_of(laid[:count], usable, saw.kerf, saw.first_directions, saw.max_stages)

    best = tree(len(laid))
    good, bad = (0, len(laid)) if best is None else (len(laid), len(laid))
    while bad - good > 1:
        middle = (good + bad) // 2
        found = tree(middle)
        good, bad, best = (good, middle, best) if found is None else (middle, bad, found)
    for leaf in best.marks() if best else ():
        leaf.mark = int(laid[leaf.mark].id)
    return best


NESTER = RectpackGuillotine()
