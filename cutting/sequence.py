"""The cuts of a sheet in the order in which they are sawn, each with what the operator sets.

Trims come first, then the strips in order, each followed at once by its crosscuts, and recuts last, when the
parts to be cut again are turned anyway. The stop of a cut is the distance from the last sawn edge of the
panel on the table to the blade: what is set on the fence, so that no sum has to be done at the saw.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from cutting.pieces import Direction, Rect, Saw
from cutting.plan import Node, Placed, Sheet
from furnishing.units import Length


class Kind(StrEnum):
    """What an operator calls a cut: a head cut is a first cut across the board, a recut one after the second stage."""

    TRIM = "trim"
    HEAD = "head cut"
    RIP = "rip"
    CROSSCUT = "crosscut"
    RECUT = "recut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One saw line: `panel` is what lies on the table, `stop` the distance from its near edge to the blade.

    The blade takes the strip from `position` to `position` + kerf, measured on the raw board across the
    line. `whole` is what was put on the table before the first cut of its row. The cut frees `near`, and the last
    one of its row `far` too, each a leaf or a panel to be cut on; both are None for trims.
    """

    number: int
    kind: Kind
    direction: Direction
    panel: Rect
    position: Length
    whole: Rect
    near: Node | None = None
    far: Node | None = None

    @property
    def frees(self) -> tuple[Node, ...]:
        """The leaves that are finished by this cut, near one first."""
        return tuple(leaf for node in (self.near, self.far) if node is not None for leaf in finished(node))

    @property
    def reach(self) -> Length:
        """From the first sawn edge of the whole to the blade: the stops and kerfs so far, added up."""
        return max(0, self.position - _start(self.whole, self.direction))

    @property
    def stop(self) -> Length:
        """What is set on the fence; 0 where a trim is no wider than the blade."""
        return max(0, self.position - _start(self.panel, self.direction))

    @property
    def length(self) -> Length:
        """How long the cut is."""
        return self.panel.length if self.direction is Direction.LENGTH else self.panel.width


def steps(sheet: Sheet, saw: Saw) -> tuple[Step, ...]:
    """The cuts of one sheet in saw order, numbered from 1; none for a sheet without a tree of cuts."""
    if sheet.cuts is None:
        return ()
    found = (*_trims(sheet.cuts, saw), *_strips(sheet.cuts))
    return tuple(replace(step, number=number) for number, step in enumerate(found, start=1))


def saw_order(sheet: Sheet, saw: Saw) -> tuple[Placed, ...]:
    """The pieces of one sheet in the order in which the saw sets them free."""
    if sheet.cuts is None:
        return sheet.placed
    at = {(placed.id, placed.x, placed.y): placed for placed in sheet.placed}
    free = (*finished(sheet.cuts), *(leaf for step in steps(sheet, saw) for leaf in step.frees))
    return tuple(at[leaf.piece, leaf.rect.x, leaf.rect.y] for leaf in free if leaf.piece is not None)


def _trims(root: Node, saw: Saw) -> Iterator[Step]:
    """The trims that are cut, those that run like the first cuts of the sheet before the others."""
    trim, usable = saw.trim, root.rect
    panel = Rect(0, 0, usable.length + trim.left + trim.right, usable.width + trim.bottom + trim.top)
    first = root.direction or Direction.LENGTH
    for direction in (first, first.other):
        near, far = (trim.bottom, trim.top) if direction is Direction.LENGTH else (trim.left, trim.right)
        if near:
            position = near - saw.kerf
            yield Step(number=0, kind=Kind.TRIM, direction=direction, panel=panel, position=position, whole=panel)
            panel = _span(panel, direction, near, _end(panel, direction))
        if far:
            position = _end(panel, direction) - far
            yield Step(number=0, kind=Kind.TRIM, direction=direction, panel=panel, position=position, whole=panel)
            panel = _span(panel, direction, near, position)


def _strips(root: Node) -> Iterator[Step]:
    """First cuts with the second stage after each, then all deeper stages level by level."""
    later: deque[tuple[Node, int]] = deque()
    for child, step in _stage(root, 1):
        if step is not None:
            yield step
        if child.direction is not None and child.direction is not root.direction:
            yield from _level(child, 2, later)
    while later:
        node, stage = later.popleft()
        yield from _level(node, stage, later)


def _level(node: Node, stage: int, later: deque[tuple[Node, int]]) -> Iterator[Step]:
    for child, step in _stage(node, stage):
        if step is not None:
            yield step
        if child.direction is not None and child.direction is not node.direction:
            later.append((child, stage + 1))


def _stage(node: Node, stage: int) -> Iterator[tuple[Node, Step | None]]:
    """All cuts of one stage: a child that is cut on in its parent's direction follows at once, as deep as it goes."""
    open_nodes = [_divide(node, stage)]
    while open_nodes:
        pair = next(open_nodes[-1], None)
        if pair is None:
            open_nodes.pop()
            continue
        yield pair
        if pair[0].direction is node.direction:
            open_nodes.append(_divide(pair[0], stage))


def _divide(node: Node, stage: int) -> Iterator[tuple[Node, Step | None]]:
    """The children of a node, each with the cut that sets it free; None where it ends with its parent."""
    direction = node.direction
    if direction is None:
        return
    end = _end(node.rect, direction)
    for number, child in enumerate(node.children):
        position = _end(child.rect, direction)
        if position >= end:
            yield child, None
            continue
        last = number == len(node.children) - 2 and _end(node.children[-1].rect, direction) >= end
        yield (
            child,
            Step(
                number=0,
                kind=_kind(direction, stage),
                direction=direction,
                panel=_span(node.rect, direction, _start(child.rect, direction), end),
                position=position,
                whole=node.rect,
                near=child,
                far=node.children[-1] if last else None,
            ),
        )


def finished(node: Node) -> tuple[Node, ...]:
    """The leaf that a node is once it lies free, if it needs no further cut."""
    while node.direction is not None:
        if len(node.children) != 1 or node.children[0].rect != node.rect:
            return ()
        node = node.children[0]
    return (node,)


def _kind(direction: Direction, stage: int) -> Kind:
    if stage > 2:
        return Kind.RECUT
    if direction is Direction.LENGTH:
        return Kind.RIP
    return Kind.HEAD if stage == 1 else Kind.CROSSCUT


def _start(rect: Rect, direction: Direction) -> Length:
    return rect.y if direction is Direction.LENGTH else rect.x


def _end(rect: Rect, direction: Direction) -> Length:
    return rect.y + rect.width if direction is Direction.LENGTH else rect.x + rect.length


def _span(rect: Rect, direction: Direction, start: Length, end: Length) -> Rect:
    """The part of a rectangle from `start` to `end` across saw lines of `direction`."""
    if direction is Direction.LENGTH:
        return Rect(rect.x, start, rect.length, end - start)
    return Rect(start, rect.y, end - start, rect.width)
