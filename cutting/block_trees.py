"""Blocks in a tree of cuts: a leaf that stands for several members becomes a division into them.

A division of its own may be a stage too many. Where the block's parent only trims it, the two change places: the
block is divided above, and each member trimmed by itself, so that no stage is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cutting.pieces import Direction, Rect, Saw
from cutting.plan import Node
from furnishing.units import Length


@dataclass(frozen=True, slots=True)
class Member:
    """A piece of a block, or a row of it: how long and wide it lies on the board, and whether it is turned."""

    id: str
    length: Length
    width: Length
    turned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Members in a row, cut from each other along `direction`; `depth` counts the divisions down to pieces."""

    id: str
    direction: Direction
    members: tuple[Member, ...]
    length: Length
    width: Length
    allowance: Length
    depth: int


Way: TypeAlias = "tuple[Node, int, Direction | None]"
"""A node, the stage of the division above it (0 at the root), and the direction of that division."""


def opened(root: Node, blocks: Mapping[str, Block], saw: Saw) -> Node:
    """The tree with all blocks divided, rows of blocks in their turn. Whether the stages suffice is for the judge."""
    while any(leaf.piece in blocks for leaf in root.leaves()):
        root = _opened_once(root, blocks, saw)
    return root


def _opened_once(root: Node, blocks: Mapping[str, Block], saw: Saw) -> Node:
    done: list[Node] = []
    # From the last node to the first, so that the children of a node lie on top of the heap, the first uppermost.
    for node, stage, above in reversed(_ways(root)):
        if node.direction is None:
            block = blocks.get(node.piece or "")
            done.append(node if block is None else _at_root(_divided(node.rect, block, saw.kerf), above, saw))
            continue
        children = tuple(done.pop() for _ in node.children)
        block = _only_block(node, blocks)
        if block is not None and _changes_places(node, block, stage, above, saw):
            done.append(_trimmed_below(node, block, saw.kerf))
        else:
            done.append(Node(rect=node.rect, direction=node.direction, children=children))
    return done.pop()


def _ways(root: Node) -> list[Way]:
    """All nodes, each before its children."""
    found: list[Way] = []
    stack: list[Way] = [(root, 0, None)]
    while stack:
        node, stage, above = stack.pop()
        found.append((node, stage, above))
        here = stage + (node.direction is not above)
        stack.extend((child, here, node.direction) for child in reversed(node.children))
    return found


def _at_root(node: Node, above: Direction | None, saw: Saw) -> Node:
    """A block as large as the usable board may have to be wrapped, so that the first cuts run as they must."""
    if above is not None or node.direction in saw.first_directions or node.direction is None:
        return node
    return Node(rect=node.rect, direction=node.direction.other, children=(node,))


def _only_block(node: Node, blocks: Mapping[str, Block]) -> Block | None:
    """The block that a division does nothing but trim."""
    pieces = [child.piece for child in node.children if child.piece is not None]
    if len(pieces) != 1 or any(child.direction is not None for child in node.children):
        return None
    return blocks.get(pieces[0])


def _changes_places(trim: Node, block: Block, stage: int, above: Direction | None, saw: Saw) -> bool:
    """Whether dividing below a trim is a stage too many, and dividing above it is none."""
    if saw.max_stages is None or block.direction is trim.direction:
        return False
    below = stage + (trim.direction is not above) + block.depth
    instead = stage + (block.direction is not above)
    allowed = above is not None or block.direction in saw.first_directions
    return below > saw.max_stages and instead <= saw.max_stages and allowed


def _divided(rect: Rect, block: Block, kerf: Length) -> Node:
    """A block's rectangle divided into its members, those narrower than the block trimmed."""
    return Node(rect=rect, direction=block.direction, children=tuple(_slots(rect, block, kerf, None)))


def _trimmed_below(trim: Node, block: Block, kerf: Length) -> Node:
    """A trimming division changed: divided into slots as wide as it, each trimmed to its member."""
    return Node(rect=trim.rect, direction=block.direction, children=tuple(_slots(trim.rect, block, kerf, trim)))


def _slots(rect: Rect, block: Block, kerf: Length, trim: Node | None) -> Iterator[Node]:
    """The parts of a rectangle that hold one member each, the allowance behind all but the last cut off."""
    direction = block.direction
    at = _span(rect, direction)[0]
    last = len(block.members) - 1
    for number, member in enumerate(block.members):
        size = member.length if direction is Direction.WIDTH else member.width
        slot = _part(rect, direction, at, size)
        node = _leaf(slot, member, direction.other, kerf, trim)
        extra = 0 if number == last else block.allowance
        if extra:
            waste = _part(rect, direction, at + size + kerf, extra - kerf)
            children = (node, Node(rect=waste)) if extra > kerf else (node,)
            node = Node(rect=_part(rect, direction, at, size + extra), direction=direction, children=children)
        yield node
        at += size + extra + kerf


def _leaf(slot: Rect, member: Member, across: Direction, kerf: Length, trim: Node | None) -> Node:
    """A slot with its member: what lay before the block stays there, what is left behind it is waste."""
    start, size = _span(slot, across)
    before: list[Node] = []
    at = start
    for child in () if trim is None else trim.children:
        if child.piece is not None:
            at = _span(child.rect, across)[0]
            break
        before.append(Node(rect=_part(slot, across, *_span(child.rect, across))))
    wide = member.width if across is Direction.LENGTH else member.length
    leaf = Node(rect=_part(slot, across, at, wide), piece=member.id, turned=member.turned)
    if leaf.rect == slot:
        return leaf
    rest = start + size - (at + wide + kerf)
    behind = [Node(rect=_part(slot, across, at + wide + kerf, rest))] if rest > 0 else []
    return Node(rect=slot, direction=across, children=(*before, leaf, *behind))


def _span(rect: Rect, direction: Direction) -> tuple[Length, Length]:
    """Start and size across saw lines of a direction."""
    return (rect.y, rect.width) if direction is Direction.LENGTH else (rect.x, rect.length)


def _part(rect: Rect, direction: Direction, start: Length, size: Length) -> Rect:
    """The part of a rectangle from `start` on, `size` wide across saw lines of a direction."""
    if direction is Direction.LENGTH:
        return Rect(rect.x, start, rect.length, size)
    return Rect(start, rect.y, size, rect.width)
