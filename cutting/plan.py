"""A cut plan: sheets, each a board with its tree of cuts, and what could not be placed with the reason.

The tree of a sheet starts with its usable rectangle. A node with a `direction` is divided by saw lines of
that direction into children, in rising order and with one kerf between neighbours; what is left at the end
of a node beyond its last child is at most one kerf, eaten by the blade. Leaves are a piece, an offcut or waste.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cutting.figures import KeyFigures
from cutting.pieces import Direction, Piece, Rect
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A rectangle of a sheet: divided along `direction` into `children`, or a leaf.

    A leaf names a `piece` (with `turned`), or is an `offcut` to keep, or else is waste.
    """

    rect: Rect
    direction: Direction | None = None
    children: tuple[Node, ...] = ()
    piece: str | None = None
    turned: bool = False
    offcut: bool = False

    def leaves(self) -> Iterator[Node]:
        """All leaves below this node, in the order of the cuts; iterative, so depth has no limit."""
        stack = [self]
        while stack:
            node = stack.pop()
            if node.direction is None:
                yield node
            else:
                stack.extend(reversed(node.children))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One copy of a piece on a sheet; `length` and `width` are its own, `turned` lays its length along y."""

    id: str
    x: Length
    y: Length
    length: Length
    width: Length
    turned: bool = False

    @property
    def rect(self) -> Rect:
        """The rectangle it covers on the board."""
        if self.turned:
            return Rect(self.x, self.y, self.width, self.length)
        return Rect(self.x, self.y, self.length, self.width)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One board laid on the saw, `copies` times alike. `cuts` is None only for a plan that needs no saw lines."""

    board: str
    copies: int
    placed: tuple[Placed, ...]
    cuts: Node | None
    offcuts: tuple[Rect, ...] = ()
    material: str = ""
    batch: int | None = None

    @classmethod
    def from_tree(
        cls, board: str, tree: Node, pieces: Mapping[str, Piece], *, copies: int = 1, material: str = ""
    ) -> Sheet:
        """The sheet that a tree of cuts makes; `pieces` by id."""
        placed = tuple(
            Placed(
                id=leaf.piece,
                x=leaf.rect.x,
                y=leaf.rect.y,
                length=pieces[leaf.piece].length,
                width=pieces[leaf.piece].width,
                turned=leaf.turned,
            )
            for leaf in tree.leaves()
            if leaf.piece is not None
        )
        offcuts = tuple(leaf.rect for leaf in tree.leaves() if leaf.offcut)
        return cls(board=board, copies=copies, placed=placed, cuts=tree, offcuts=offcuts, material=material)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """Copies of a piece that are on no sheet: a stable `reason` code and a sentence with the numbers."""

    id: str
    quantity: int
    reason: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CutPlan:
    """How a job is sawn."""

    sheets: tuple[Sheet, ...]
    unplaced: tuple[Unplaced, ...] = ()

    @property
    def boards(self) -> int:
        """Boards used, copies counted, offcuts from stock counted too."""
        return sum(sheet.copies for sheet in self.sheets)


class Status(StrEnum):
    """`optimal`: no plan uses fewer boards (less cost); `incomplete`: some pieces are unplaced."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another judged plan for the same job, by the name of what it is best at; `wins` are all such names."""

    name: str
    wins: tuple[str, ...]
    plan: CutPlan
    figures: KeyFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class CutResult:
    """A judged plan and how good it is.

    `bound` is a number of boards, or a cost where boards of one material differ in cost (`bound_is_cost`);
    no plan for the job does better. `cost` is the cost of the boards used.
    """

    plan: CutPlan
    cost: Decimal
    bound: Decimal
    bound_is_cost: bool
    status: Status
    seconds: float
    seed: int
    nesters: tuple[str, ...] = ()
    """The nester that won, material by material, in the order of `CutJob.materials`."""
    alternatives: tuple[Alternative, ...] = ()
    """Plans none of which is better than another in all, where they were asked for; files do not hold them."""
