"""What a cut job must keep before anybody searches: the same rules for files and for jobs made in code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cutting.pieces import Board, CutJob, Piece, Router, Saw
from cutting.set_rules import check_sets
from furnishing.errors import Fault
from furnishing.reading import ABSURD
from furnishing.units import Length, show

MOST_COPIES: Final = 1_000_000
"""More copies of one piece are a slip of the keyboard."""


def check_job(job: CutJob) -> tuple[Fault, ...]:
    """Every fault of a job, with paths as in its file (`pieces[3].length`); none where it can be cut as it stands.

    A piece that fits no board is no fault: it comes back unplaced with its reason.
    """
    router = () if job.router is None else _router(job.router)
    return (*_lists(job), *_saw(job.saw), *router, *_boards(job), *_pieces(job), *check_sets(job))


def _lists(job: CutJob) -> Iterator[Fault]:
    if not job.pieces:
        yield Fault("pieces", "there are no pieces to cut; list at least one")
    if not job.boards:
        yield Fault("boards", "there are no boards to cut from; list at least one")
    if job.batching is not None:
        for name, limit in (("max_pieces", job.batching.max_pieces), ("max_area_m2", job.batching.max_area)):
            if limit < 1:
                yield Fault(f"batching.{name}", f"{limit} lets nothing into a batch; give a number above 0")


def _saw(saw: Saw) -> Iterator[Fault]:
    trim = saw.trim
    sizes = (
        ("kerf", saw.kerf),
        ("trim.left", trim.left),
        ("trim.right", trim.right),
        ("trim.bottom", trim.bottom),
        ("trim.top", trim.top),
    )
    for name, value in sizes:
        yield from _length(f"saw.{name}", value, least=0)
    if saw.max_stages is not None and saw.max_stages < 1:
        yield Fault("saw.max_stages", f"{saw.max_stages} stages cut nothing; give 1 or more, or null for no limit")
    if saw.book_height is not None and saw.book_height < 1:
        yield Fault("saw.book_height", f"a book of {saw.book_height} sheets cuts nothing; give 1 or more, or null")


def _router(router: Router) -> Iterator[Fault]:
    yield from _length("router.tool", router.tool, least=1)
    yield from _length("router.border", router.border, least=0)
    yield from _length("router.small_border", router.small_border, least=0)
    area = router.small_area
    if not isinstance(area, int) or isinstance(area, bool) or area < 0:
        yield Fault("router.small_area_m2", f"{area!r} is no area in square micrometres; give 0 or more")


def _boards(job: CutJob) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for i, board in enumerate(job.boards):
        here = f"boards[{i}]"
        yield from _name(f"{here}.code", board.code)
        before = seen.setdefault(board.code, i)
        if before != i:
            yield Fault(f"{here}.code", f"boards[{before}] has the code {board.code!r} already; give each its own")
        yield from _length(f"{here}.length", board.length, least=1)
        yield from _length(f"{here}.width", board.width, least=1)
        if board.quantity is not None and board.quantity < 0:
            yield Fault(f"{here}.quantity", f"{board.quantity} boards cannot be in stock; give 0 or more, or null")
        if not board.cost.is_finite() or board.cost < 0:
            yield Fault(f"{here}.cost", f"a cost of {board.cost} cannot be used; give a number of 0 or more")
        yield from _usable(here, board, job.machine)


def _usable(here: str, board: Board, machine: Saw | Router) -> Iterator[Fault]:
    """A bought board must have wood left between its trims, or its borders; a tiny offcut is only never used."""
    if board.offcut or not isinstance(board.length, int) or min(board.length, board.width) < 1:
        return
    rect, raw = machine.usable(board), f"{show(board.length)} x {show(board.width)} mm"
    saw = isinstance(machine, Saw)
    if min(rect.length, rect.width) < 1:
        edges = "trims leave" if saw else "borders leave"
        yield Fault(here, f"the {edges} nothing of board {board.code} ({raw}); make them smaller")
    elif machine.spacing >= min(rect.length, rect.width):
        where, blade = ("saw.kerf", "kerf") if saw else ("router.tool", "tool")
        size = f"a {blade} of {show(machine.spacing)} mm"
        yield Fault(where, f"{size} cannot cut board {board.code} ({raw}); is it in the right unit?")


def _pieces(job: CutJob) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for i, piece in enumerate(job.pieces):
        here = f"pieces[{i}]"
        yield from _name(f"{here}.id", piece.id)
        before = seen.setdefault(piece.id, i)
        if before != i:
            yield Fault(f"{here}.id", f"pieces[{before}] has the id {piece.id!r} already; give each its own")
        yield from _length(f"{here}.length", piece.length, least=1)
        yield from _length(f"{here}.width", piece.width, least=1)
        yield from _quantity(f"{here}.quantity", piece)


def _quantity(where: str, piece: Piece) -> Iterator[Fault]:
    if not 1 <= piece.quantity <= MOST_COPIES:
        yield Fault(where, f"{piece.quantity} copies of {piece.id!r}; give 1 to {MOST_COPIES:,}")


def _name(where: str, text: str) -> Iterator[Fault]:
    if not text.strip():
        yield Fault(where, "this name is empty; labels and plans need one")


def _length(where: str, value: Length, *, least: Length) -> Iterator[Fault]:
    """Values made in code may be no whole numbers at all, whatever their type says."""
    if not isinstance(value, int) or isinstance(value, bool):
        yield Fault(where, f"{value!r} is not a whole number of micrometres; use mm() to make lengths")
    elif value < least:
        bound = "more than 0" if least else "0 or more"
        yield Fault(where, f"{show(value)} mm cannot be cut; give {bound}")
    elif value > ABSURD:
        yield Fault(where, f"{show(value)} mm is longer than {show(ABSURD)} mm; is it in the right unit?")
