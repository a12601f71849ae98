"""A job by sizes alone: equal pieces under one id, so that plans repeat; and the plan's real ids put back.

Furniture names every part, so a kitchen's job has two hundred pieces of quantity 1; a saw sees thirty sizes.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from cutting.pieces import CutJob, Piece
from cutting.plan import CutPlan, Node, Sheet
from cutting.trees import mapped

Members: TypeAlias = Mapping[str, Sequence[tuple[str, int]]]
"""For each size its pieces: ids and quantities, in the order of the job."""


def by_size(job: CutJob) -> tuple[CutJob, Members]:
    """The job of one material with one piece for each size and way to lie, and whose pieces they are."""
    found: dict[tuple[int, int, tuple[bool, ...]], list[Piece]] = {}
    for piece in job.pieces:
        found.setdefault((piece.length, piece.width, piece.turns), []).append(piece)
    members: dict[str, Sequence[tuple[str, int]]] = {}
    sizes: list[Piece] = []
    for number, alike in enumerate(found.values()):
        id = str(number)
        members[id] = [(piece.id, piece.quantity) for piece in alike]
        sizes.append(replace(alike[0], id=id, quantity=sum(piece.quantity for piece in alike), order=""))
    return replace(job, pieces=tuple(sizes)), members


def sized(plan: CutPlan, members: Members) -> CutPlan:
    """A plan of real pieces as a plan of sizes; unplaced pieces are not looked at."""
    size_of = {piece: size for size, pieces in members.items() for piece, _ in pieces}
    return replace(plan, sheets=tuple(_renamed(sheet, lambda id: size_of[id]) for sheet in plan.sheets), unplaced=())


def named(job: CutJob, members: Members, sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Sheets of sizes with the ids of `job` in place; copies stay together for as long as ids last.

    The sheets must not hold more of a size than its members are.
    """
    waiting = {size: deque(pieces) for size, pieces in members.items()}
    return tuple(each for sheet in sheets for each in _named(sheet, waiting))


def _named(sheet: Sheet, waiting: Mapping[str, deque[tuple[str, int]]]) -> Iterator[Sheet]:
    count = Counter(each.id for each in sheet.placed)
    left = sheet.copies
    while left:
        times = max(1, min(left, *(waiting[size][0][1] // many for size, many in count.items())))
        left -= times
        yield replace(
            _dealt(sheet, {size: _take(waiting[size], many, times) for size, many in count.items()}), copies=times
        )


def _dealt(sheet: Sheet, names: Mapping[str, Sequence[str]]) -> Sheet:
    """The sheet with the names for each size dealt in the order of the cuts."""
    dealing = {size: iter(each) for size, each in names.items()}
    return _renamed(sheet, lambda size: next(dealing[size]))


def _take(queue: deque[tuple[str, int]], many: int, times: int) -> list[str]:
    """The ids for `many` pieces on each of `times` sheets alike: one id for all of them where times is above 1."""
    names: list[str] = []
    while len(names) < many:
        name, left = queue.popleft()
        here = many if times > 1 else min(many - len(names), left)
        names += [name] * here
        if left > here * times:
            queue.appendleft((name, left - here * times))
    return names


def _renamed(sheet: Sheet, name: Callable[[str], str]) -> Sheet:
    """The sheet with each piece's id changed, asked for in the order of the cuts."""
    new: dict[tuple[int, int], str] = {}

    def rename(leaf: Node) -> Node:
        if leaf.piece is None:
            return leaf
        id = new[leaf.rect.x, leaf.rect.y] = name(leaf.piece)
        return replace(leaf, piece=id)

    if sheet.cuts is None:
        return replace(sheet, placed=tuple(replace(each, id=name(each.id)) for each in sheet.placed))
    tree = mapped(sheet.cuts, rename)
    return replace(sheet, cuts=tree, placed=tuple(replace(each, id=new[each.x, each.y]) for each in sheet.placed))
