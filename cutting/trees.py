"""Trees of cuts walked without recursion: their shape, and the same tree with other leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from cutting.pieces import Direction
from cutting.plan import Node

Shape: TypeAlias = "tuple[tuple[int, int, int, int, Direction | None, int], ...]"
"""Every node from the top down: its place within the whole, its sizes, how it is divided into how many."""


def nodes(root: Node) -> Iterator[Node]:
    """All nodes, each before its children, in the order of the cuts."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def shape(root: Node) -> Shape:
    """What two rectangles have in common that are cut alike, wherever they lie and whatever they become."""
    x, y = root.rect.x, root.rect.y
    return tuple(
        (node.rect.x - x, node.rect.y - y, node.rect.length, node.rect.width, node.direction, len(node.children))
        for node in nodes(root)
    )


def mapped(root: Node, change: Callable[[Node], Node]) -> Node:
    """The same tree with each leaf changed; `change` meets the leaves in the order of the cuts."""
    order = list(nodes(root))
    changed = {i: change(node) for i, node in enumerate(order) if node.direction is None}
    done: list[Node] = []
    # From the last node to the first, so that the children of a node lie on top of the heap, the first uppermost.
    for i in range(len(order) - 1, -1, -1):
        node = order[i]
        if node.direction is None:
            done.append(changed[i])
            continue
        children = tuple(done.pop() for _ in node.children)
        same = all(new is old for new, old in zip(children, node.children, strict=True))
        done.append(node if same else _with(node, children))
    return done.pop()


def _with(node: Node, children: tuple[Node, ...]) -> Node:
    return Node(rect=node.rect, direction=node.direction, children=children)
