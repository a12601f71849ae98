"""The judge's view of one sheet: replay of its cuts, and its placed pieces compared without them.

The rules, as docs/cutjob.md tells them:

- the tree begins with the usable board; the children of a division span it, begin where it begins, leave
  exactly one kerf between neighbours and at most one kerf behind the last;
- a change of direction is a new stage, a repeated direction is not. Beyond the last stage one more is free
  where it only trims: one piece directly in it, beside it nothing but waste and offcuts, none cut further;
- a division whose only child fills it cuts nothing, and counts as a stage all the same.

A router needs no tree: its sheets have none, and its tool and border stand where the kerf and trims of a saw do.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from cutting.pieces import Board, Direction, Piece, Rect, Router, Saw
from cutting.plan import Node, Placed, Sheet
from cutting.violation import Violation
from furnishing.grain import Grain
from furnishing.units import Length, show

Link: TypeAlias = "tuple[Link, int] | None"
"""The way to a node: the way to its parent and its number there; None at the root. Spelled out only for a fault."""


Listed = TypeVar("Listed", Placed, Rect)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the job says: pieces by id, boards by material and code."""

    machine: Saw | Router
    pieces: Mapping[str, Piece]
    boards: Mapping[tuple[str, str], Board]


def check_sheet(known: Known, sheet: Sheet, where: str) -> Iterator[Violation]:
    """Every rule that one sheet breaks by itself."""
    board = known.boards.get((sheet.material, sheet.board))
    if board is None:
        materials = [material for material, code in known.boards if code == sheet.board]
        if materials:
            message = f"the sheet says material {sheet.material!r}, but board {sheet.board} is of {materials[0]!r}"
            yield Violation("sheet-material", where, message)
        else:
            yield Violation("unknown-board", where, f"the job has no board {sheet.board!r}")
    if sheet.copies < 1:
        yield Violation("copies", where, f"the sheet is cut {sheet.copies} times; at least once is needed")
    yield from _placed(known, board, sheet, where)
    if isinstance(known.machine, Router):
        if sheet.cuts is not None:
            yield Violation("cuts-given", f"{where}.cuts", "a router follows no saw lines; the cuts must be null")
        for i, rect in enumerate(sheet.offcuts):
            if min(rect.length, rect.width) <= 0:
                yield Violation("offcut-size", f"{where}.offcuts[{i}]", f"an offcut of {_area(rect)} is none")
        return
    if sheet.cuts is None:
        yield Violation("no-cuts", where, "the sheet has no cuts, but this saw cuts every piece out")
        return
    usable = None if board is None else known.machine.usable(board)
    if usable is not None and sheet.cuts.rect != usable:
        message = f"the cuts begin with {_area(sheet.cuts.rect)}, but the usable board is {_area(usable)}"
        yield Violation("root", f"{where}.cuts", message)
    yield from _cuts(known, known.machine, board, sheet.cuts, f"{where}.cuts")
    yield from _lists(sheet, sheet.cuts, where)


def _placed(known: Known, board: Board | None, sheet: Sheet, where: str) -> Iterator[Violation]:
    """Placed pieces and offcuts by their rectangles alone, as if there were no tree."""
    for i, each in enumerate(sheet.placed):
        yield from _piece(known, board, each, f"{where}.placed[{i}]")
    items = [(f"{where}.placed[{i}]", each.rect) for i, each in enumerate(sheet.placed)]
    items += [(f"{where}.offcuts[{i}]", rect) for i, rect in enumerate(sheet.offcuts)]
    if board is not None:
        usable = known.machine.usable(board)
        for place, rect in items:
            if not _inside(rect, usable):
                message = f"{_area(rect)} passes the usable board, {_area(usable)}"
                yield Violation("outside", place, message)
    yield from _too_close(items, known.machine)


def _inside(rect: Rect, outer: Rect) -> bool:
    return (
        outer.x <= rect.x
        and outer.y <= rect.y
        and rect.x + rect.length <= outer.x + outer.length
        and rect.y + rect.width <= outer.y + outer.width
    )


def _too_close(items: Sequence[tuple[str, Rect]], machine: Saw | Router) -> Iterator[Violation]:
    """Rectangles that overlap or lie nearer than one kerf, or one tool, by a line swept along x.

    That much is added behind each rectangle in both directions; then none may overlap. Those met by the line
    are kept in the order of y, so each newcomer is compared with two neighbours only. One that clashes is
    reported and left out.
    """
    kerf, blade = machine.spacing, "kerf" if isinstance(machine, Saw) else "tool"
    events = []
    for number, (_, rect) in enumerate(items):
        if rect.length > 0 and rect.width > 0:
            events += [(rect.x, 1, number), (rect.x + rect.length + kerf, 0, number)]
    met: list[tuple[Length, int]] = []
    for _, enters, number in sorted(events):
        place, rect = items[number]
        entry = (rect.y, number)
        at = bisect_left(met, entry)
        if not enters:
            if at < len(met) and met[at] == entry:
                del met[at]
            continue
        for _, other in met[max(at - 1, 0) : at + 1]:
            beside, near = items[other]
            if near.y < rect.y + rect.width + kerf and rect.y < near.y + near.width + kerf:
                message = f"{_area(rect)} lies nearer than the {blade} of {show(kerf)} to {_area(near)} of {beside}"
                yield Violation("too-close", place, message)
                break
        else:
            insort(met, entry)


def _piece(known: Known, board: Board | None, each: Placed, where: str) -> Iterator[Violation]:
    """Whether a rectangle said to be a piece is that piece, lies as its grain allows, and is of its material."""
    piece = known.pieces.get(each.id)
    if piece is None:
        yield Violation("unknown-piece", where, f"the job has no piece {each.id!r}")
        return
    if (each.length, each.width) != (piece.length, piece.width):
        has, wants = (f"{show(size.length)} x {show(size.width)}" for size in (each, piece))
        yield Violation("piece-size", where, f"{piece.id} is cut {has}, but {wants} is wanted")
    if piece.grain is not Grain.FREE and each.turned is not (piece.grain is Grain.WIDTH):
        lies = "across" if each.turned else "along"
        message = f"the length of {piece.id} lies {lies} the board's length, against its grain {piece.grain.value!r}"
        yield Violation("grain", where, message)
    if board is not None and piece.material != board.material:
        message = f"{piece.id} is wanted of {piece.material!r}, but board {board.code} is of {board.material!r}"
        yield Violation("material", where, message)


def _cuts(known: Known, saw: Saw, board: Board | None, root: Node, where: str) -> Iterator[Violation]:
    """Replay all cuts below `root`, iteratively, so that no depth of the tree is too much."""
    if root.direction is not None and root.direction not in saw.first_directions:
        message = f"the first cuts run along the board's {root.direction.value}, but must run along its "
        yield Violation("first-cut", where, message + saw.first_cut.value)
    stack: list[tuple[Node, int, Direction | None, Link]] = [(root, 0, None, None)]
    while stack:
        node, stage, before, link = stack.pop()
        if node.direction is None:
            yield from _leaf(known, board, node, where, link)
            continue
        stage += node.direction is not before
        yield from _division(node, saw.kerf, where, link)
        # Deeper stages lie below a division already reported.
        if saw.max_stages is not None and stage == saw.max_stages + 1 and not _only_trims(node):
            message = f"this is stage {stage} of {saw.max_stages} and does more than trim one piece to its size"
            yield Violation("stages", _path(where, link), message)
        stack.extend((child, stage, node.direction, (link, i)) for i, child in reversed(list(enumerate(node.children))))


def _only_trims(node: Node) -> bool:
    leaves = all(child.direction is None for child in node.children)
    return leaves and sum(child.piece is not None for child in node.children) == 1


def _division(node: Node, kerf: Length, where: str, link: Link) -> Iterator[Violation]:
    """Whether the children of a node are what its saw lines leave of it."""
    if not node.children or node.piece is not None or node.offcut or node.turned:
        yield Violation("node", _path(where, link), "a division has children, and is itself no piece and no offcut")
    if not node.children or node.direction is None:
        return
    start, size, *span = _across(node.rect, node.direction)
    expected = start
    for i, child in enumerate(node.children):
        at, width, *child_span = _across(child.rect, node.direction)
        place = (link, i)
        if width <= 0:
            yield Violation("child-size", _path(where, place), f"its size is {show(width)}; more than 0 is needed")
        if child_span != span:
            message = f"{_area(child.rect)} does not reach from edge to edge of {_area(node.rect)}"
            yield Violation("child-span", _path(where, place), message)
        if at != expected:
            rule = f"one kerf of {show(kerf)} behind its neighbour" if i else "where its parent begins"
            message = f"it begins at {show(at)}, but must begin at {show(expected)}, {rule}"
            yield Violation("kerf" if i else "child-start", _path(where, place), message)
        expected = at + width + kerf
    rest = start + size - (expected - kerf)
    if not 0 <= rest <= kerf:
        message = f"{show(rest)} remain behind the last child; 0 to one kerf of {show(kerf)} may"
        yield Violation("child-end", _path(where, link), message)


def _across(rect: Rect, direction: Direction) -> tuple[Length, Length, Length, Length]:
    """Start and size across saw lines of `direction`, then start and size along them."""
    if direction is Direction.LENGTH:
        return rect.y, rect.width, rect.x, rect.length
    return rect.x, rect.length, rect.y, rect.width


def _leaf(known: Known, board: Board | None, leaf: Node, where: str, link: Link) -> Iterator[Violation]:
    if leaf.children or (leaf.piece is not None and leaf.offcut) or (leaf.piece is None and leaf.turned):
        yield Violation("node", _path(where, link), "a leaf is a piece (turned or not), or an offcut, or waste")
    if leaf.piece is not None:
        for violation in _piece(known, board, _as_placed(leaf, leaf.piece), ""):
            yield replace(violation, where=_path(where, link))


def _as_placed(leaf: Node, name: str) -> Placed:
    length, width = leaf.rect.length, leaf.rect.width
    if leaf.turned:
        length, width = width, length
    return Placed(id=name, x=leaf.rect.x, y=leaf.rect.y, length=length, width=width, turned=leaf.turned)


def _lists(sheet: Sheet, root: Node, where: str) -> Iterator[Violation]:
    """Whether the lists of placed pieces and offcuts say what the tree yields."""
    cut = Counter(_as_placed(leaf, leaf.piece) for leaf in root.leaves() if leaf.piece is not None)
    for i, piece in _surplus(sheet.placed, cut):
        message = f"{piece.id} is listed at {_area(piece.rect)}, but no cut yields it there"
        yield Violation("placed-not-cut", f"{where}.placed[{i}]", message)
    for piece in (cut - Counter(sheet.placed)).elements():
        message = f"{piece.id} is cut at {_area(piece.rect)}, but not listed as placed"
        yield Violation("cut-not-placed", f"{where}.placed", message)
    kept = Counter(leaf.rect for leaf in root.leaves() if leaf.offcut)
    for i, rect in _surplus(sheet.offcuts, kept):
        message = f"an offcut is listed at {_area(rect)}, but no cut yields it there"
        yield Violation("offcut-not-cut", f"{where}.offcuts[{i}]", message)
    for rect in (kept - Counter(sheet.offcuts)).elements():
        yield Violation("offcut-not-listed", f"{where}.offcuts", f"the offcut {_area(rect)} is cut, but not listed")


def _surplus(listed: Iterable[Listed], cut: Mapping[Listed, int]) -> Iterator[tuple[int, Listed]]:
    seen: Counter[Listed] = Counter()
    for i, each in enumerate(listed):
        seen[each] += 1
        if seen[each] > cut.get(each, 0):
            yield i, each


def _path(where: str, link: Link) -> str:
    steps = []
    while link is not None:
        link, number = link
        steps.append(f".children[{number}]")
    return where + "".join(reversed(steps))


def _area(rect: Rect) -> str:
    """A rectangle in words: `720 x 560 at (10, 10)`."""
    return f"{show(rect.length)} x {show(rect.width)} at ({show(rect.x)}, {show(rect.y)})"
