"""A plan as saw files have it: trees made plain, and sheets with the same saw lines run as one pattern.

Plain means that what cuts nothing is gone: a division whose only child fills it, a division within a division of
the same direction, a blade's breadth left behind waste at the end. The pieces and their places stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from cutting.pieces import CutJob, Direction, Piece, Rect
from cutting.plan import CutPlan, Node, Sheet
from cutting.trees import mapped, nodes, shape
from furnishing.grain import Grain
from furnishing.units import Length

Labels: TypeAlias = "tuple[tuple[str, int], ...]"
"""Which pieces one place of a pattern yields, sheet after sheet: an id and for how many sheets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Sheets cut alike: the tree of the first, the labels of each of its leaves in order (none for waste and
    offcuts), and for how many sheets it runs."""

    board: str
    material: str
    tree: Node
    labels: tuple[Labels, ...]
    run: int


def start_and_size(rect: Rect, direction: Direction) -> tuple[Length, Length]:
    """Where a rectangle begins across saw lines of `direction`, and how large it is there."""
    return (rect.y, rect.width) if direction is Direction.LENGTH else (rect.x, rect.length)


def span(rect: Rect, direction: Direction, start: Length, size: Length) -> Rect:
    """The part of a rectangle from `start` on across saw lines of `direction`."""
    if direction is Direction.LENGTH:
        return Rect(rect.x, start, rect.length, size)
    return Rect(start, rect.y, size, rect.width)


def behind(node: Node) -> Length:
    """What a division leaves behind its last child."""
    if node.direction is None or not node.children:
        return 0
    start, size = start_and_size(node.rect, node.direction)
    last, width = start_and_size(node.children[-1].rect, node.direction)
    return start + size - last - width


def plain_tree(root: Node, kerf: Length) -> Node:
    """The same cuts without those that cut nothing; iterative, so depth has no limit."""
    done: list[Node] = []
    for node in reversed(list(nodes(root))):
        if node.direction is None:
            done.append(node)
        else:
            done.append(_plain(node, tuple(done.pop() for _ in node.children), kerf))
    return done.pop()


def _plain(node: Node, children: Sequence[Node], kerf: Length) -> Node:
    """One division whose children are plain."""
    if node.direction is None:
        return node
    start, size = start_and_size(node.rect, node.direction)
    flat: list[Node] = []
    for i, child in enumerate(children):
        last = i == len(children) - 1
        if child.direction is node.direction:
            end, width = start_and_size(child.children[-1].rect, node.direction)
            if behind(child) == 0 or (last and start + size - end - width <= kerf):
                flat += child.children
                continue
        flat.append(child)
    if flat and _is_waste(flat[-1]):
        at, _ = start_and_size(flat[-1].rect, node.direction)
        flat[-1] = replace(flat[-1], rect=span(flat[-1].rect, node.direction, at, start + size - at))
    if len(flat) == 1 and flat[0].rect == node.rect:
        return flat[0]
    return replace(node, children=tuple(flat))


def _is_waste(node: Node) -> bool:
    return node.direction is None and node.piece is None and not node.offcut


def patterns(job: CutJob, plan: CutPlan, *, second_labels: bool = True) -> tuple[Pattern, ...]:
    """The patterns of a plan for a saw, in the order in which they first appear.

    Sheets of one pattern have the same saw lines, and yield pieces, offcuts and waste at the same places; which
    pieces differs from sheet to sheet only with `second_labels`. Sheets without cuts have no pattern.
    """
    found: dict[object, list[tuple[Node, int, Sheet]]] = {}
    for sheet in plan.sheets:
        if sheet.cuts is None:
            continue
        tree = plain_tree(sheet.cuts, job.saw.kerf)
        kinds = tuple(_kind(leaf, second_labels) for leaf in tree.leaves())
        key = (sheet.material, sheet.board, shape(tree), kinds)
        found.setdefault(key, []).append((tree, sheet.copies, sheet))
    return tuple(_pattern(group) for group in found.values())


def _kind(leaf: Node, second_labels: bool) -> object:
    if leaf.piece is not None:
        return "piece" if second_labels else (leaf.piece, leaf.turned)
    return leaf.offcut


def _pattern(group: Sequence[tuple[Node, int, Sheet]]) -> Pattern:
    tree, _, sheet = group[0]
    leaves = [[leaf.piece for leaf in each.leaves()] for each, _, _ in group]
    copies = [many for _, many, _ in group]
    labels = tuple(_labels([row[i] for row in leaves], copies) for i in range(len(leaves[0])))
    return Pattern(board=sheet.board, material=sheet.material, tree=tree, labels=labels, run=sum(copies))


def _labels(pieces: Sequence[str | None], copies: Sequence[int]) -> Labels:
    """Runs of the same piece joined."""
    joined: list[tuple[str, int]] = []
    for piece, many in zip(pieces, copies, strict=True):
        if piece is None:
            continue
        if joined and joined[-1][0] == piece:
            joined[-1] = (piece, joined[-1][1] + many)
        else:
            joined.append((piece, many))
    return tuple(joined)


def in_patterns(job: CutJob, plan: CutPlan, *, second_labels: bool = True) -> CutPlan:
    """The plan that a saw file of `plan` holds: plain trees, the sheets of one pattern together."""
    pieces = {piece.id: piece for piece in job.pieces}
    sheets = tuple(
        Sheet.from_tree(each.board, tree, pieces, copies=copies, material=each.material)
        for each in patterns(job, plan, second_labels=second_labels)
        for tree, copies in dealt(each, pieces)
    )
    return CutPlan(sheets=sheets, unplaced=plan.unplaced)


def dealt(pattern: Pattern, pieces: Mapping[str, Piece]) -> Iterator[tuple[Node, int]]:
    """The trees of a pattern with their copies: sheets that yield the same pieces in a row are one.

    How a piece lies is seen from its sizes, and from its grain where it is square.
    """
    ends = {pattern.run}
    for labels in pattern.labels:
        at = 0
        for _, many in labels:
            at += many
            ends.add(min(at, pattern.run))
    begin = 0
    for end in sorted(ends - {0}):
        named = iter([_at(labels, begin) for labels in pattern.labels])

        def name(leaf: Node, named: Iterator[str | None] = named) -> Node:
            id = next(named)
            if id is None:
                return Node(rect=leaf.rect, offcut=leaf.offcut)
            return Node(rect=leaf.rect, piece=id, turned=_turned(leaf.rect, pieces[id]))

        yield mapped(pattern.tree, name), end - begin
        begin = end


def _turned(rect: Rect, piece: Piece) -> bool:
    if piece.length == piece.width:
        return piece.grain is Grain.WIDTH
    return (rect.width, rect.length) == (piece.length, piece.width)


def _at(labels: Labels, sheet: int) -> str | None:
    for piece, many in labels:
        if sheet < many:
            return piece
        sheet -= many
    return None
