"""The key figures of a plan: what a shop compares plans by, each with its definition."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from furnishing.units import Length

FOUR_DIGITS: Final = Decimal("0.0001")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    """What a plan comes to. Areas are square micrometres, money is in the currency of the job's boards.

    All figures of sawing are those of the whole plan: every cycle counts, a book of several sheets once.
    """

    boards: int
    """Boards laid on the saw, offcuts from stock included."""
    cost: Decimal
    """What these boards cost."""
    board_area: int
    """Raw area of these boards."""
    pieces: int
    """Copies of pieces sawn."""
    piece_area: int
    unplaced: int
    """Copies of pieces on no sheet."""
    unplaced_area: int

    patterns: int
    """Sheets that differ in their saw lines; whose pieces they are makes no difference."""
    cycles: int
    """Books through the saw: for each pattern its sheets by the book height, rounded up."""
    cuts: int
    """Strokes of the saw, trims and recuts included; equal strips crosscut side by side take one stroke."""
    recuts: int
    """Strokes after the second stage."""
    head_cuts: int
    """First strokes across the board."""
    turns: int
    """Strips and parts turned to be cut the other way, equal ones of one parent together; trims are not counted."""
    cutting_length: Length
    """The saw's way through wood: every saw line of every cycle."""
    seconds: Decimal
    """Modelled time at the saw."""

    offcuts_produced: int
    """Rests kept, in pieces."""
    offcut_area_produced: int
    offcut_value: Decimal
    """What the rests kept are worth: the credit of the plan."""
    offcuts_consumed: int
    """Offcuts from stock that are used, in pieces."""
    offcut_area_consumed: int
    offcut_cost: Decimal
    """What the offcuts from stock cost; a part of `cost`."""
    largest_offcut: int
    """Area of the largest rest kept, 0 where none is."""

    money: Decimal
    """Cost of the boards, less the value of the offcuts, and the saw's time at its rate."""

    @property
    def piece_yield(self) -> Decimal:
        """Area of pieces over area of boards, 0 to 1, four digits; 0 where nothing is sawn."""
        return self._share(self.piece_area)

    @property
    def yield_with_offcuts(self) -> Decimal:
        """Area of pieces and of rests kept over area of boards."""
        return self._share(self.piece_area + self.offcut_area_produced)

    @property
    def book_height(self) -> Decimal:
        """Sheets to a cycle, on average."""
        return (Decimal(self.boards) / self.cycles).quantize(FOUR_DIGITS) if self.cycles else Decimal(0)

    @property
    def offcut_balance(self) -> int:
        """Offcuts produced less those consumed, in pieces: by how many the stock grows."""
        return self.offcuts_produced - self.offcuts_consumed

    @property
    def offcut_area_balance(self) -> int:
        """Area of offcuts produced less that of those consumed."""
        return self.offcut_area_produced - self.offcut_area_consumed

    def _share(self, area: int) -> Decimal:
        return (Decimal(area) / self.board_area).quantize(FOUR_DIGITS) if self.board_area else Decimal(0)
