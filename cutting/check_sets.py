"""The judge's view of matched sets: whole on one sheet, in order, one kerf apart, level, in a part of their own.

By the placed rectangles alone it is told where each piece must lie behind the one before; by the tree of cuts, that
the pieces of a row are neighbours in one division and nothing else lies among them. So the set leaves the board as
one part, and a job with that part in place of its pieces has no worse a bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cutting.pieces import CutJob, Direction, Follow, PieceSet, Rect, Router
from cutting.plan import CutPlan, Node, Placed, Sheet
from cutting.violation import Violation
from furnishing.units import Length, show


def check_sets(job: CutJob, plan: CutPlan) -> Iterator[Violation]:
    """Every rule of the job's matched sets that a plan breaks."""
    if not job.sets:
        return
    for i, sheet in enumerate(plan.sheets):
        found: defaultdict[str, list[Placed]] = defaultdict(list)
        for one in sorted(sheet.placed, key=lambda one: (one.x, one.y)):
            found[one.id].append(one)
        for each in job.sets:
            placed = {id: found.get(id, []) for id in each.pieces}
            if any(placed.values()):
                yield from _on_sheet(job, each, sheet, placed, f"sheets[{i}]")
    for each in job.sets:
        yield from _left_out(each, plan)


def _left_out(each: PieceSet, plan: CutPlan) -> Iterator[Violation]:
    """Either all pieces of a set are unplaced as often, or none of them."""
    left = {id: sum(rest.quantity for rest in plan.unplaced if rest.id == id) for id in each.pieces}
    if len(set(left.values())) > 1:
        counts = ", ".join(f"{id}: {count}" for id, count in left.items())
        yield Violation("set-split", "unplaced", f"set {each.id} is left out in part ({counts}); it stays together")


def _on_sheet(
    job: CutJob, each: PieceSet, sheet: Sheet, placed: Mapping[str, Sequence[Placed]], where: str
) -> Iterator[Violation]:
    counts = {id: len(found) for id, found in placed.items()}
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{id}: {count}" for id, count in counts.items())
        yield Violation("set-split", where, f"set {each.id} must lie on one sheet whole, but here are {told}")
        return
    gap = job.machine.spacing + each.allowance
    for copy in _copies(each, placed, gap):
        faults = tuple(_places(each, copy, gap, where))
        yield from faults
        if not faults:
            yield from _own_part(job, each, sheet, copy, where)


Rows = Sequence[Sequence[Placed]]
"""One copy of a set, row by row."""


def _copies(each: PieceSet, placed: Mapping[str, Sequence[Placed]], gap: Length) -> Iterator[Rows]:
    """The copies of a set on a sheet: the pieces that lie where they should, then the others as they come."""
    waiting: dict[str, dict[tuple[Length, Length], list[Placed]]] = {id: {} for id in placed}
    for id, found in placed.items():
        for one in found:
            waiting[id].setdefault((one.rect.x, one.rect.y), []).append(one)
    odd = 0
    for first in placed[each.pieces[0]]:
        spots = _spots(each, (first.rect.x, first.rect.y), placed, gap)
        if all(waiting[id].get(spot) for id, spot in spots.items()):
            seated = {id: waiting[id][spot].pop() for id, spot in spots.items()}
            yield [[seated[id] for id in row] for row in each.rows]
        else:
            odd += 1
    rest = {id: [one for found in spots.values() for one in found] for id, spots in waiting.items()}
    for number in range(odd):
        yield [[rest[id][number] for id in row] for row in each.rows]


def _spots(
    each: PieceSet, start: tuple[Length, Length], placed: Mapping[str, Sequence[Placed]], gap: Length
) -> dict[str, tuple[Length, Length]]:
    """Where the pieces of a set lie if its first one lies at `start`."""
    along = each.follow is Follow.ALONG
    spots: dict[str, tuple[Length, Length]] = {}
    beside = start[1] if along else start[0]
    for row in each.rows:
        at, widest = (start[0] if along else start[1]), 0
        for id in row:
            rect = placed[id][0].rect
            spots[id] = (at, beside) if along else (beside, at)
            size, across = (rect.length, rect.width) if along else (rect.width, rect.length)
            at, widest = at + size + gap, max(widest, across)
        beside += widest + gap
    return spots


@dataclass(frozen=True, slots=True)
class _Span:
    """A rectangle as a row sees it: from `start` to `end` the way its pieces follow each other, `low` to `high` the
    other way."""

    start: Length
    end: Length
    low: Length
    high: Length

    @classmethod
    def of(cls, rect: Rect, follow: Follow) -> _Span:
        x, y = (rect.x, rect.x + rect.length), (rect.y, rect.y + rect.width)
        return cls(*x, *y) if follow is Follow.ALONG else cls(*y, *x)


def _places(each: PieceSet, copy: Rows, gap: Length, where: str) -> Iterator[Violation]:
    """Whether the pieces of one copy follow each other as they must, and the rows as well."""
    for row in copy:
        spans = [_Span.of(one.rect, each.follow) for one in row]
        for before, here, one in zip(spans, spans[1:], row[1:], strict=False):
            yield from _follows(each, before, here, one.id, gap, where)
    across = Follow.ACROSS if each.follow is Follow.ALONG else Follow.ALONG
    beside = [[_Span.of(one.rect, across) for one in row] for row in copy]
    for above, below, pieces in zip(beside, beside[1:], copy[1:], strict=False):
        # Rows lie level where their first pieces begin, each behind the widest piece of the row before.
        whole = replace(above[0], end=max(span.end for span in above))
        yield from _follows(each, whole, below[0], f"the row of {pieces[0].id}", gap, where)


def _follows(each: PieceSet, before: _Span, here: _Span, name: str, gap: Length, where: str) -> Iterator[Violation]:
    if here.low != before.low:
        message = f"{name} begins {show(abs(here.low - before.low))} mm out of line with the one before it"
        yield Violation("set-level", where, f"set {each.id}: {message}; its grain would not run on")
    if here.start < before.start:
        message = f"{name} lies before the one that it follows"
        yield Violation("set-order", where, f"set {each.id}: {message}; the pieces lie in order from the lower left")
    elif here.start - before.end != gap:
        message = f"{name} lies {show(here.start - before.end)} mm behind the one before it"
        yield Violation("set-gap", where, f"set {each.id}: {message}; {show(gap)} are wanted")


def _own_part(job: CutJob, each: PieceSet, sheet: Sheet, copy: Rows, where: str) -> Iterator[Violation]:
    """Whether nothing else lies within a set, and on a saw each row is one division of the tree of cuts."""
    inside = {one for row in copy for one in row}
    hull = _hull([one.rect for row in copy for one in row])
    apart = job.machine.spacing if isinstance(job.machine, Router) else 0
    for other in sheet.placed:
        if other not in inside and _near(other.rect, hull, apart):
            message = f"{other.id} lies within it; a set comes out of a part of the board of its own"
            yield Violation("set-part", where, f"set {each.id}: {message}")
    if sheet.cuts is None or isinstance(job.machine, Router):
        return
    along = Direction.WIDTH if each.follow is Follow.ALONG else Direction.LENGTH
    groups = [([one.rect for one in row], along) for row in copy]
    if len(copy) > 1:
        groups.append(([_hull([one.rect for one in row]) for row in copy], along.other))
    for rects, direction in groups:
        if not _one_division(sheet.cuts, rects, direction, [one.rect for one in sheet.placed]):
            message = "its pieces are no neighbours in one division of the cuts, or share it with others"
            yield Violation("set-part", f"{where}.cuts", f"set {each.id}: {message}")
            return


def _one_division(root: Node, rects: Sequence[Rect], direction: Direction, placed: Sequence[Rect]) -> bool:
    """Whether a division of that direction has each rectangle in a child of its own, and nothing else in these."""
    node = root
    while True:
        below = [child for child in node.children if _holds(child.rect, rects[0])]
        if below and all(_holds(below[0].rect, rect) for rect in rects):
            node = below[0]
            continue
        break
    if len(rects) == 1:
        return True
    if node.direction is not direction:
        return False
    slots = [_slot(node, rect) for rect in rects]
    if len(set(slots)) < len(rects):
        return False
    part = _hull(slots)
    others = [rect for rect in placed if _holds(part, rect) and not any(_holds(own, rect) for own in rects)]
    return not others


def _slot(node: Node, rect: Rect) -> Rect:
    """The child of a division that holds a rectangle; children that repeat its direction count as its own."""
    here, direction = node, node.direction
    while here.direction is direction:
        below = next((child for child in here.children if _holds(child.rect, rect)), None)
        if below is None:
            break
        here = below
    return here.rect


def _holds(outer: Rect, rect: Rect) -> bool:
    return (
        outer.x <= rect.x
        and outer.y <= rect.y
        and rect.x + rect.length <= outer.x + outer.length
        and rect.y + rect.width <= outer.y + outer.width
    )


def _near(rect: Rect, hull: Rect, apart: Length) -> bool:
    """Whether a rectangle overlaps a hull, or comes nearer than `apart` to it."""
    return (
        rect.x < hull.x + hull.length + apart
        and hull.x < rect.x + rect.length + apart
        and rect.y < hull.y + hull.width + apart
        and hull.y < rect.y + rect.width + apart
    )


def _hull(rects: Sequence[Rect]) -> Rect:
    x, y = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, top = max(rect.x + rect.length for rect in rects), max(rect.y + rect.width for rect in rects)
    return Rect(x, y, right - x, top - y)
