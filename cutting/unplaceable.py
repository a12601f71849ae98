"""Pieces that no board has room for, told apart before anybody searches, each with its reason and the numbers."""

from __future__ import annotations

from dataclasses import replace

from cutting.bounds import fits
from cutting.pieces import Board, CutJob, Piece, Rect
from cutting.plan import Unplaced
from furnishing.grain import Grain
from furnishing.units import show


def sort_out(job: CutJob) -> tuple[CutJob, tuple[Unplaced, ...]]:
    """A job of one material without the pieces that fit no board of it, and those pieces with their reasons.

    A stage limit never makes a piece impossible: one strip of the first direction and the free trimming cut
    make any single piece.
    """
    bad = {piece.id: _why(job, piece) for piece in job.pieces if not any(fits(job, piece, b) for b in job.boards)}
    good = tuple(piece for piece in job.pieces if piece.id not in bad)
    return replace(job, pieces=good), tuple(bad.values())


def _why(job: CutJob, piece: Piece) -> Unplaced:
    size = f"{piece.id} ({show(piece.length)} x {show(piece.width)} mm)"
    usable = [(board, job.machine.usable(board)) for board in job.boards]
    if not usable:
        named = f"of material {piece.material!r}" if piece.material else "without a material"
        reason, message = "no-board-of-material", f"{size} needs a board {named}, and there is none; add one"
    elif piece.grain is not Grain.FREE and any(fits(job, replace(piece, grain=Grain.FREE), b) for b in job.boards):
        board, _ = next((b, r) for b, r in usable if fits(job, replace(piece, grain=Grain.FREE), b))
        reason = "grain-forbids-turning"
        message = (
            f"{size} of grain '{piece.grain}' would fit {board.code} only turned; free its grain or make it smaller"
        )
    else:
        reason, message = _too_large(piece, size, usable)
    return Unplaced(id=piece.id, quantity=piece.quantity, reason=reason, message=message)


def _too_large(piece: Piece, size: str, usable: list[tuple[Board, Rect]]) -> tuple[str, str]:
    """Too long for all, too wide for all, or each for another board."""
    if piece.grain is Grain.FREE:
        along, across = max(piece.length, piece.width), min(piece.length, piece.width)
        rooms = [(max(r.length, r.width), min(r.length, r.width), board) for board, r in usable]
    else:
        along, across = (piece.width, piece.length) if piece.grain is Grain.WIDTH else (piece.length, piece.width)
        rooms = [(r.length, r.width, board) for board, r in usable]
    longest, widest = max(rooms, key=lambda room: room[0]), max(rooms, key=lambda room: room[1])
    long, wide = along > longest[0], across > widest[1]
    if long and not wide:
        room = f"the longest usable board is {show(longest[0])} mm ({longest[2].code})"
        return (
            "no-board-long-enough",
            f"{size} takes {show(along)} mm along the board; {room}; divide it or get a longer board",
        )
    if wide and not long:
        room = f"the widest usable board is {show(widest[1])} mm ({widest[2].code})"
        return (
            "no-board-wide-enough",
            f"{size} takes {show(across)} mm across the board; {room}; divide it or get a wider board",
        )
    largest, rect = max(usable, key=lambda each: (each[1].length * each[1].width, each[0].code))
    room = f"the largest usable board is {show(rect.length)} x {show(rect.width)} mm ({largest.code})"
    return "larger-than-board", f"{size} fits neither way; {room}; divide it or get a larger board"
