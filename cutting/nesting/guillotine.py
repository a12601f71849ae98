"""Trees of cuts: built up by a nester as drafts, or found again from bare placements.

Drafts live in a world without kerf: every rectangle is one kerf longer and wider than the wood in it, which
makes kerf exact arithmetic (a piece may end at the usable edge without one). `freeze` brings back real sizes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from cutting.offcuts import usual_rules
from cutting.pieces import Direction, Rect
from cutting.plan import Node, Placed
from furnishing.units import Length


@dataclass(slots=True, eq=False)
class Draft:
    """A node in the making; sizes include one kerf, `x, y` are real. A leaf has a `mark`, its player's own number."""

    x: Length
    y: Length
    length: Length
    width: Length
    direction: Direction | None = None
    children: list[Draft] = field(default_factory=list)
    mark: int = -1
    turned: bool = False

    @classmethod
    def of_board(cls, usable: Rect, kerf: Length, direction: Direction | None = None) -> Draft:
        """The root of a sheet."""
        return cls(usable.x, usable.y, usable.length + kerf, usable.width + kerf, direction)

    def rect(self, kerf: Length) -> Rect:
        """The wood in it."""
        return Rect(self.x, self.y, self.length - kerf, self.width - kerf)

    def marks(self) -> list[Draft]:
        """Its leaves that hold a piece, in the order of the cuts."""
        found, stack = [], [self]
        while stack:
            draft = stack.pop()
            if draft.mark >= 0:
                found.append(draft)
            stack.extend(reversed(draft.children))
        return found


def freeze(root: Draft, kerf: Length, name: Callable[[int], str]) -> Node:
    """The real tree of a draft. What no child takes becomes an offcut or waste; `name` gives a mark its piece.

    A level that cuts nothing vanishes, except at the root, where it says which way the first cuts run.
    """
    order, stack = [], [root]
    while stack:
        draft = stack.pop()
        order.append(draft)
        stack.extend(draft.children)
    done: dict[int, Node] = {}
    for draft in reversed(order):
        rect = draft.rect(kerf)
        if draft.mark >= 0:
            done[id(draft)] = Node(rect=rect, piece=name(draft.mark), turned=draft.turned)
            continue
        children = [done.pop(id(child)) for child in draft.children]
        lone = len(children) == 1 and children[0].rect == rect
        if lone and (draft is not root or children[0].piece is not None):
            done[id(draft)] = children[0]
        elif children:
            rest = _rest(draft, kerf)
            done[id(draft)] = Node(
                rect=rect, direction=draft.direction, children=(*children, rest) if rest else tuple(children)
            )
        else:
            done[id(draft)] = _leaf(rect)
    return done[id(root)]


def _rest(draft: Draft, kerf: Length) -> Node | None:
    """What lies behind the last child: None where the blade eats it."""
    last, real = draft.children[-1], draft.rect(kerf)
    if draft.direction is Direction.LENGTH:
        start = last.y + last.width
        rect = Rect(real.x, start, real.length, draft.y + draft.width - start - kerf)
    else:
        start = last.x + last.length
        rect = Rect(start, real.y, draft.x + draft.length - start - kerf, real.width)
    return _leaf(rect) if min(rect.length, rect.width) > 0 else None


def _leaf(rect: Rect) -> Node:
    return Node(rect=rect, offcut=usual_rules().keeps(rect))


def tree_of(
    placed: Sequence[Placed], usable: Rect, kerf: Length, first: Sequence[Direction], max_stages: int | None
) -> Node | None:
    """The tree of cuts of the fewest stages that frees all `placed`; None where the saw cannot.

    Pieces slide towards the lower left corner until they are one kerf apart, so that the waste between them
    gathers in larger rests; take positions from the tree.
    """
    draft = draft_of(placed, usable, kerf, first, max_stages)
    return freeze(draft, kerf, lambda mark: placed[mark].id) if draft else None


def draft_of(
    placed: Sequence[Placed], usable: Rect, kerf: Length, first: Sequence[Direction], max_stages: int | None
) -> Draft | None:
    """As `tree_of`, before it is frozen; marks are indices into `placed`.

    Cutting along every line that is free is never worse than along some of them, so per first direction
    there is one tree to look at.
    """
    if not placed:
        return None
    found = (_separate(placed, usable, kerf, direction, max_stages) for direction in first)
    trees = [tree for tree in found if tree is not None]
    return min(trees, key=lambda tree: tree[1])[0] if trees else None


_Todo = tuple[Draft, list[int], int]


def _separate(
    placed: Sequence[Placed], usable: Rect, kerf: Length, first: Direction, max_stages: int | None
) -> tuple[Draft, int] | None:
    """The tree that starts with cuts in one direction, and its deepest stage, a trimming cut included."""
    rects = [each.rect for each in placed]
    root = Draft.of_board(usable, kerf, first)
    todo: list[_Todo] = [(root, list(range(len(placed))), 1)]
    deepest = 0
    while todo:
        cell, members, stage = todo.pop()
        if len(members) == 1 and rects[members[0]] == _moved(cell, kerf, rects[members[0]]):
            cell.mark, cell.turned, cell.direction = members[0], placed[members[0]].turned, None
            continue
        deepest = max(deepest, stage)
        spare = 0 if max_stages is None else stage - max_stages
        if spare > 1 or (spare == 1 and len(members) > 1):
            return None
        groups = _groups(rects, members, cell.direction, kerf)
        if len(groups) == 1 and len(members) > 1 and stage > 1:
            return None
        children = _divide(cell, groups)
        if children is None:
            return None
        todo.extend((child, group, stage + 1) for child, (group, _) in zip(children, groups, strict=True))
    return root, deepest


def _moved(cell: Draft, kerf: Length, rect: Rect) -> Rect:
    """The wood of a cell where `rect` lies: equal to `rect` when it fills the cell."""
    return Rect(rect.x, rect.y, cell.length - kerf, cell.width - kerf)


def _groups(
    rects: Sequence[Rect], members: list[int], direction: Direction | None, kerf: Length
) -> list[tuple[list[int], Length]]:
    """The members between two free saw lines each, in rising order, with the size each group takes."""
    spans = sorted(
        (rects[i].y, rects[i].y + rects[i].width + kerf, i)
        if direction is Direction.LENGTH
        else (rects[i].x, rects[i].x + rects[i].length + kerf, i)
        for i in members
    )
    starts, reach = [0], spans[0][1]
    for i, (start, end, _) in enumerate(spans):
        if start >= reach:
            starts.append(i)
        reach = max(reach, end)
    cuts = [spans[a:b] for a, b in pairwise([*starts, len(spans)])]
    return [([i for _, _, i in cut], max(end for _, end, _ in cut) - cut[0][0]) for cut in cuts]


def _divide(cell: Draft, groups: list[tuple[list[int], Length]]) -> list[Draft] | None:
    """Give `cell` one child per group; None where they need more room than it has."""
    direction = cell.direction or Direction.LENGTH
    rip = direction is Direction.LENGTH
    if sum(size for _, size in groups) > (cell.width if rip else cell.length):
        return None
    at = cell.y if rip else cell.x
    for _, size in groups:
        if rip:
            cell.children.append(Draft(cell.x, at, cell.length, size, direction.other))
        else:
            cell.children.append(Draft(at, cell.y, size, cell.width, direction.other))
        at += size
    return cell.children
