"""Which rests are worth keeping and what they are worth: the one place for these rules.

Nesters mark rests by the usual rules; `keep` marks those of any plan by others. What a plan makes and uses of
offcuts comes back as lists, and `as_stock` turns the offcuts made into boards for the next job.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final

from cutting.pieces import Board, CutJob, Rect
from cutting.plan import CutPlan, Node, Sheet
from cutting.trees import mapped
from furnishing.reading import Fields, open_record
from furnishing.units import Length

RULES_FORMAT: Final = "furnish-offcut-rules/1"
CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class OffcutRules:
    """A rest is kept where its longer side, its shorter side and its area (square micrometres) are large enough.

    `value` is the share of the board's price by area that an offcut is worth: points of area and share, areas
    rising and shares not falling, with straight lines between them and level lines beyond. No points: nothing.
    """

    least_length: Length
    least_width: Length
    least_area: int = 0
    value: tuple[tuple[int, Decimal], ...] = ()

    def keeps(self, rect: Rect) -> bool:
        """Whether a rest of this size is kept."""
        return (
            min(rect.length, rect.width) >= self.least_width
            and max(rect.length, rect.width) >= self.least_length
            and rect.area >= self.least_area
        )

    def share(self, area: int) -> Decimal:
        """What part of its price by area an offcut of this area is worth."""
        if not self.value:
            return Decimal(0)
        if area <= self.value[0][0]:
            return self.value[0][1]
        for (less, low), (more, high) in pairwise(self.value):
            if area < more:
                return low + (high - low) * (area - less) / (more - less)
        return self.value[-1][1]


@cache
def usual_rules() -> OffcutRules:
    """The rules in the program's own data."""
    return read_rules((resources.files("cutting") / "data" / "offcuts.json").read_text("utf-8"), "offcuts.json")


def read_rules(text: str | bytes, source: str = "") -> OffcutRules:
    """The rules that a file says; InputError with every fault of it."""
    fields = open_record(text, RULES_FORMAT, source)
    fields.read_unit()
    fields.text("source", most=1000)
    rules = OffcutRules(
        least_length=fields.length("least_length"),
        least_width=fields.length("least_width"),
        least_area=int(fields.number("least_area_m2").scaleb(12)),
        value=tuple(_read_point(each) for each in fields.records("value")),
    )
    for (less, low), (more, high) in pairwise(rules.value):
        if more <= less or high < low:
            fields.fault("value", "areas must rise and shares must not fall from each point to the next; sort them")
            break
    fields.finish()
    return rules


def _read_point(fields: Fields) -> tuple[int, Decimal]:
    return int(fields.number("area_m2").scaleb(12)), fields.number("share", most=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offcut:
    """A rest kept, `quantity` times alike: sizes along and across its board, what one is worth."""

    material: str
    board: str
    length: Length
    width: Length
    quantity: int
    value: Decimal

    @property
    def area(self) -> int:
        """Square micrometres of one."""
        return self.length * self.width


def keep(plan: CutPlan, rules: OffcutRules) -> CutPlan:
    """The same plan with its rests marked as offcuts or waste by `rules`; itself where nothing changes."""
    sheets = tuple(_marked(sheet, rules) for sheet in plan.sheets)
    same = all(new is old for new, old in zip(sheets, plan.sheets, strict=True))
    return plan if same else replace(plan, sheets=sheets)


def _marked(sheet: Sheet, rules: OffcutRules) -> Sheet:
    def mark(leaf: Node) -> Node:
        kept = leaf.piece is None and rules.keeps(leaf.rect)
        return leaf if kept is leaf.offcut else replace(leaf, offcut=kept)

    if sheet.cuts is None:
        return sheet
    tree = mapped(sheet.cuts, mark)
    if tree is sheet.cuts:
        return sheet
    return replace(sheet, cuts=tree, offcuts=tuple(leaf.rect for leaf in tree.leaves() if leaf.offcut))


def produced(job: CutJob, plan: CutPlan, rules: OffcutRules) -> tuple[Offcut, ...]:
    """The offcuts that a plan makes, largest first, equal ones of one board together; all that it marks."""
    boards = {(board.material, board.code): board for board in job.boards}
    count: dict[tuple[str, str, Length, Length], int] = {}
    for sheet in plan.sheets:
        for rect in sheet.offcuts:
            key = (sheet.material, sheet.board, rect.length, rect.width)
            count[key] = count.get(key, 0) + sheet.copies
    found = [
        Offcut(
            material=material,
            board=code,
            length=length,
            width=width,
            quantity=many,
            value=worth(boards[material, code], Rect(0, 0, length, width), rules),
        )
        for (material, code, length, width), many in count.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.area, each.material, each.board, -each.length)))


def consumed(job: CutJob, plan: CutPlan) -> tuple[tuple[Board, int], ...]:
    """The offcuts from stock that a plan uses, and how many of each, in the order of the job's boards."""
    used: dict[tuple[str, str], int] = {}
    for sheet in plan.sheets:
        used[sheet.material, sheet.board] = used.get((sheet.material, sheet.board), 0) + sheet.copies
    return tuple(
        (board, used[board.material, board.code])
        for board in job.boards
        if board.offcut and (board.material, board.code) in used
    )


def worth(board: Board, rect: Rect, rules: OffcutRules) -> Decimal:
    """What a rest of a board is worth, rounded half-up to hundredths; nothing where the rules do not keep it.

    The cost of a bought board is its full price; an offcut from stock is taken to cost what the value curve made
    of its full price, so that no rest is worth more than what it was cut from.
    """
    if not rules.keeps(rect):
        return Decimal(0)
    share = rules.share(rect.area)
    if board.offcut:
        whole = rules.share(board.area)
        share = share / whole if whole else Decimal(0)
    return (board.cost * share * rect.area / board.area).quantize(CENT, ROUND_HALF_UP)


def as_stock(made: Iterable[Offcut], prefix: str = "X") -> tuple[Board, ...]:
    """Offcuts as boards of a later job, at what they are worth: codes `X1`, `X2`, ...; their grain is not known."""
    return tuple(
        Board(
            code=f"{prefix}{number}",
            length=each.length,
            width=each.width,
            quantity=each.quantity,
            cost=each.value,
            material=each.material,
            offcut=True,
        )
        for number, each in enumerate(made, start=1)
    )
