"""What matched sets must keep before anybody searches: whole, of one material, each piece with a grain of its own."""

from __future__ import annotations

from collections.abc import Iterator

from cutting.pieces import CutJob, Piece, PieceSet
from furnishing.errors import Fault
from furnishing.grain import Grain
from furnishing.reading import ABSURD
from furnishing.units import show


def check_sets(job: CutJob) -> Iterator[Fault]:
    """Every fault of the sets of a job, with paths as in its file (`sets[0].pieces[2]`, `sets[0].rows[1][2]`).

    A set too large for every board is no fault: its pieces come back unplaced with the reason.
    """
    pieces = {piece.id: piece for piece in job.pieces}
    names: dict[str, int] = {}
    taken: dict[str, str] = {}
    for i, each in enumerate(job.sets):
        here = f"sets[{i}]"
        if not each.id.strip():
            yield Fault(f"{here}.id", "this name is empty; labels need one")
        before = names.setdefault(each.id, i)
        if before != i:
            yield Fault(f"{here}.id", f"sets[{before}] has the id {each.id!r} already; give each its own")
        yield from _allowance(here, each)
        yield from _shape(here, each)
        for where, id in _places(here, each):
            piece = pieces.get(id)
            if piece is None:
                yield Fault(where, f"there is no piece {id!r}; name a piece of this job")
                continue
            other = taken.setdefault(id, where)
            if other != where:
                yield Fault(where, f"piece {id!r} is in a set already, at {other}; a piece has one place in one set")
            if piece.grain is Grain.FREE:
                message = f"the grain of {id!r} is free, so nothing says how it lies beside the others"
                yield Fault(where, f"{message}; give it 'length' or 'width'")
        yield from _alike(here, each, [pieces[id] for id in each.pieces if id in pieces])
    yield from _stages(job)


def depth(each: PieceSet) -> int:
    """How many changes of direction it takes to divide a set into its pieces: one, or two where it has rows."""
    return 2 if len(each.rows) > 1 else 1


def _allowance(here: str, each: PieceSet) -> Iterator[Fault]:
    value = each.allowance
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= ABSURD:
        yield Fault(f"{here}.allowance", f"{value!r} is no length in micrometres from 0 to {show(ABSURD)} mm; give one")


def _shape(here: str, each: PieceSet) -> Iterator[Fault]:
    if len(each.pieces) < 2:
        yield Fault(here, f"a set of {len(each.pieces)} pieces matches nothing; name at least two")
    for number, row in enumerate(each.rows):
        if not row and len(each.rows) > 1:
            yield Fault(f"{here}.rows[{number}]", "this row is empty; fill it or leave it out")


def _places(here: str, each: PieceSet) -> Iterator[tuple[str, str]]:
    """Each piece id with its path: a set of one row is written as a list of pieces."""
    for number, row in enumerate(each.rows):
        field = "pieces" if len(each.rows) == 1 else f"rows[{number}]"
        for at, id in enumerate(row):
            yield f"{here}.{field}[{at}]", id


def _alike(here: str, each: PieceSet, members: list[Piece]) -> Iterator[Fault]:
    """A set comes out of one board, and whole each time."""
    materials = list(dict.fromkeys(piece.material for piece in members))
    if len(materials) > 1:
        named = ", ".join(repr(material) for material in materials)
        yield Fault(here, f"its pieces are of {named}; one board cannot hold them, so divide the set")
    if len({piece.quantity for piece in members}) > 1:
        counts = ", ".join(f"{piece.id}: {piece.quantity}" for piece in members)
        yield Fault(here, f"its pieces are wanted in unequal numbers ({counts}); give all the same quantity")


def _stages(job: CutJob) -> Iterator[Fault]:
    """A set needs a stage for itself beside the one that cuts it out, two where it has rows."""
    need = 1 + max((depth(each) for each in job.sets), default=0)
    most = job.saw.max_stages
    if job.router is None and job.sets and most is not None and 1 <= most < need:
        rows = " in rows" if need > 2 else ""
        yield Fault(
            "saw.max_stages", f"{most} stages cannot divide matched sets{rows}; allow {need}, or leave the sets out"
        )
