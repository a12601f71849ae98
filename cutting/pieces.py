"""What is to be cut, from what and on what: pieces, boards, the saw or router, and the job that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from furnishing.grain import BoardGrain, Grain
from furnishing.units import Length


class Direction(StrEnum):
    """The way the saw runs: `length` along the board's length (a rip), `width` across it (a crosscut)."""

    LENGTH = "length"
    WIDTH = "width"

    @property
    def other(self) -> Direction:
        """The direction at right angles."""
        return Direction.WIDTH if self is Direction.LENGTH else Direction.LENGTH


class FirstCut(StrEnum):
    """Which way the first cuts of a sheet may run."""

    LENGTH = "length"
    WIDTH = "width"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on a raw board: lower left corner from the board's lower left corner, x along its length."""

    x: Length
    y: Length
    length: Length
    width: Length

    @property
    def area(self) -> int:
        """Square micrometres."""
        return self.length * self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A rectangle wanted `quantity` times from boards of `material`.

    Only a piece of `free` grain may be turned. `length` grain lays the piece's length along the board's
    length, `width` grain lays its width there, whether or not the board shows a grain.
    """

    id: str
    length: Length
    width: Length
    quantity: int = 1
    grain: Grain = Grain.FREE
    material: str = ""
    order: str = ""

    @property
    def area(self) -> int:
        """Square micrometres of one copy."""
        return self.length * self.width

    @property
    def turns(self) -> tuple[bool, ...]:
        """The ways it may lie: `False` with its length along the board's length, `True` turned."""
        if self.grain is Grain.FREE:
            return (False,) if self.length == self.width else (False, True)
        return (self.grain is Grain.WIDTH,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A board as bought, or an offcut from stock: raw sizes, `quantity` in stock (`None`: any number), cost of one.

    `location` says where it stands, for people.
    """

    code: str
    length: Length
    width: Length
    quantity: int | None = None
    cost: Decimal = Decimal(1)
    grain: BoardGrain = BoardGrain.NONE
    material: str = ""
    offcut: bool = False
    location: str = ""

    @property
    def area(self) -> int:
        """Square micrometres of one raw board."""
        return self.length * self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Trim:
    """The strips cut off the raw edges of every board, kerf included."""

    left: Length = 0
    right: Length = 0
    bottom: Length = 0
    top: Length = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Saw:
    """What the saw can do.

    `max_stages` counts how often the direction of cut may change, first direction included; `None` is no
    limit. A last cut that only trims one piece to size is free beyond it. `book_height` is the number of
    sheets that may be cut as one stack, `None` where sheets are cut one by one.
    """

    kerf: Length
    trim: Trim = Trim()
    max_stages: int | None = 3
    first_cut: FirstCut = FirstCut.ANY
    book_height: int | None = None

    @property
    def spacing(self) -> Length:
        """What is lost between two neighbours: the kerf."""
        return self.kerf

    def usable(self, board: Board) -> Rect:
        """The board less its trims, where pieces may lie; its sizes may be 0 or less on a tiny offcut."""
        return Rect(
            self.trim.left,
            self.trim.bottom,
            board.length - self.trim.left - self.trim.right,
            board.width - self.trim.bottom - self.trim.top,
        )

    @property
    def first_directions(self) -> tuple[Direction, ...]:
        """The directions the first cuts of a sheet may take."""
        if self.first_cut is FirstCut.ANY:
            return (Direction.LENGTH, Direction.WIDTH)
        return (Direction(self.first_cut.value),)


NO_SAW: Final = Saw(kerf=0, max_stages=None)
"""Stands for the saw of a router's job that names none."""


class Machine(StrEnum):
    """What takes boards apart: a saw cuts from edge to edge, a router goes round every piece."""

    SAW = "saw"
    ROUTER = "router"


@dataclass(frozen=True, slots=True, kw_only=True)
class Router:
    """What a CNC router needs: no saw lines and no stages, one `tool` diameter between pieces, a `border` kept free.

    Suction holds a piece by its area, and worst near the edge of the bed. So pieces smaller than `small_area`
    (square micrometres, 0: none) are better laid `small_border` or more inside the usable board: a wish that
    never costs a board, not a rule.
    """

    tool: Length
    border: Length = 0
    small_area: int = 0
    small_border: Length = 0

    @property
    def spacing(self) -> Length:
        """What is lost between two neighbours: the tool's diameter."""
        return self.tool

    def usable(self, board: Board) -> Rect:
        """The board less its border, where pieces may lie; its sizes may be 0 or less on a tiny offcut."""
        return Rect(self.border, self.border, board.length - 2 * self.border, board.width - 2 * self.border)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batching:
    """Limits of one batch where the planner forms batches: pieces and square micrometres of pieces."""

    max_pieces: int
    max_area: int


class Follow(StrEnum):
    """How the pieces of a set follow each other on the board: `along` its length, which is along the grain (an
    upright stack of drawer fronts), or `across` it (a pair of doors)."""

    ALONG = "along"
    ACROSS = "across"


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceSet:
    """A matched set: pieces cut side by side from one board, so that the grain runs on from each to the next.

    The pieces of a row follow each other in order, from the board's lower left corner; several `rows` lie beside
    each other the other way, the first nearest to that corner. Between neighbours lies one kerf (on a router one
    tool) and the `allowance`. Where all pieces are wanted `n` times, the whole set is.
    """

    id: str
    rows: tuple[tuple[str, ...], ...]
    follow: Follow
    allowance: Length = 0

    @property
    def pieces(self) -> tuple[str, ...]:
        """The ids of all pieces, row by row."""
        return tuple(piece for row in self.rows for piece in row)


@dataclass(frozen=True, slots=True, kw_only=True)
class CutJob:
    """Pieces of one or more materials, the boards they may be cut from, and the saw; or the `router`, where one is
    given: then nothing of the saw counts. `sets` are pieces whose grain must run on."""

    pieces: tuple[Piece, ...]
    boards: tuple[Board, ...]
    saw: Saw
    batching: Batching | None = None
    router: Router | None = None
    sets: tuple[PieceSet, ...] = ()

    @property
    def machine(self) -> Saw | Router:
        """The machine that takes the boards apart."""
        return self.saw if self.router is None else self.router

    @property
    def materials(self) -> tuple[str, ...]:
        """The materials that pieces ask for, in the order in which they first appear."""
        return tuple(dict.fromkeys(piece.material for piece in self.pieces))

    def of_material(self, material: str) -> CutJob:
        """The part of this job that is cut from `material`."""
        pieces = tuple(piece for piece in self.pieces if piece.material == material)
        own = {piece.id for piece in pieces} if self.sets else set()
        return CutJob(
            pieces=pieces,
            boards=tuple(board for board in self.boards if board.material == material),
            saw=self.saw,
            router=self.router,
            sets=tuple(each for each in self.sets if own.issuperset(each.pieces)),
        )


def costs_differ(job: CutJob) -> bool:
    """Whether boards of one material that is cut differ in cost: plans are then bounded by cost, not by number."""
    return any(len({board.cost for board in job.boards if board.material == each}) > 1 for each in job.materials)
