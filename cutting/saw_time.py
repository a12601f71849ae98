"""The time a plan takes at the saw: patterns, books of sheets cut as one, and seconds for what is done with them.

Sheets with the same saw lines are one pattern, and up to `book_height` of them are cut as one stack. The model
is a sum: seconds for each cycle, stroke, recut, turn, pattern and board; its figures lie in `data/saw_time.json`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from cutting.pieces import CutJob, Direction, Rect, Saw
from cutting.plan import CutPlan, Node, Sheet
from cutting.sequence import steps
from cutting.trees import Shape, shape
from furnishing.reading import open_record
from furnishing.units import Length

TIMES_FORMAT: Final = "furnish-saw-time/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SawTimes:
    """Seconds for each thing done at the saw."""

    cycle: Decimal
    """To load a book, put it to the fence and clear it away."""
    cut: Decimal
    recut: Decimal
    turn: Decimal
    pattern_change: Decimal
    board_load: Decimal
    """For each sheet of a book."""


@cache
def usual_times() -> SawTimes:
    """The times in the program's own data."""
    return read_times((resources.files("cutting") / "data" / "saw_time.json").read_text("utf-8"), "saw_time.json")


def read_times(text: str | bytes, source: str = "") -> SawTimes:
    """The times that a file says, in seconds; InputError with every fault of it."""
    fields = open_record(text, TIMES_FORMAT, source)
    fields.text("source", most=1000)
    times = SawTimes(
        cycle=fields.number("cycle"),
        cut=fields.number("cut"),
        recut=fields.number("recut"),
        turn=fields.number("turn"),
        pattern_change=fields.number("pattern_change"),
        board_load=fields.number("board_load"),
    )
    fields.finish()
    return times


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Sheets that are cut alike: one of them, and how many they are."""

    sheet: Sheet
    copies: int


def patterns(plan: CutPlan) -> tuple[Pattern, ...]:
    """The patterns of a plan in the order in which they first appear.

    Sheets of two batches, boards or materials are never one pattern; sheets of different pieces are, where all
    saw lines agree.
    """
    found: dict[object, Pattern] = {}
    for sheet in plan.sheets:
        lines = shape(sheet.cuts) if sheet.cuts is not None else sheet.placed
        key = (sheet.material, sheet.board, sheet.batch, lines)
        before = found.get(key)
        found[key] = Pattern(sheet=sheet, copies=sheet.copies + (before.copies if before else 0))
    return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sawing:
    """What is done at the saw for some sheets; strokes as in `KeyFigures`."""

    sheets: int = 0
    patterns: int = 0
    cycles: int = 0
    cuts: int = 0
    recuts: int = 0
    head_cuts: int = 0
    turns: int = 0
    cutting_length: Length = 0

    def seconds(self, times: SawTimes) -> Decimal:
        """The modelled time, not rounded."""
        return (
            times.cycle * self.cycles
            + times.cut * (self.cuts - self.recuts)
            + times.recut * self.recuts
            + times.turn * self.turns
            + times.pattern_change * self.patterns
            + times.board_load * self.sheets
        )


def sawing(job: CutJob, plan: CutPlan) -> Sawing:
    """What is done at the saw for a whole plan."""
    return _total(_pattern_sawing(each, job.saw) for each in patterns(plan))


def _total(parts: Iterable[Sawing]) -> Sawing:
    every = tuple(parts)
    return Sawing(
        sheets=sum(each.sheets for each in every),
        patterns=sum(each.patterns for each in every),
        cycles=sum(each.cycles for each in every),
        cuts=sum(each.cuts for each in every),
        recuts=sum(each.recuts for each in every),
        head_cuts=sum(each.head_cuts for each in every),
        turns=sum(each.turns for each in every),
        cutting_length=sum(each.cutting_length for each in every),
    )


def _pattern_sawing(pattern: Pattern, saw: Saw) -> Sawing:
    sheet = pattern.sheet
    cycles = -(-pattern.copies // (saw.book_height or 1))
    if sheet.cuts is None:
        return Sawing(sheets=pattern.copies, patterns=1, cycles=cycles)
    once = _once(sheet.cuts, saw)
    return Sawing(
        sheets=pattern.copies,
        patterns=1,
        cycles=cycles,
        cuts=cycles * once.cuts,
        recuts=cycles * once.recuts,
        head_cuts=cycles * once.head_cuts,
        turns=cycles * once.turns,
        cutting_length=cycles * once.cutting_length,
    )


def _once(root: Node, saw: Saw) -> Sawing:
    """One book through the saw. Its lines are those of `sequence.steps`, counted without making the steps."""
    cuts, length = _trims(root.rect, root.direction, saw)
    recuts = head_cuts = turns = 0
    stack = [(root, 1, True)]
    while stack:
        node, stage, first = stack.pop()
        lines = _lines(node)
        length += lines * (node.rect.length if node.direction is Direction.LENGTH else node.rect.width)
        if first:
            cuts += lines
            recuts += lines * (stage > 2)
            head_cuts += lines * (stage == 1 and node.direction is Direction.WIDTH)
        below = [child for child in node.children if child.direction is not None]
        for child, new in zip(below, _side_by_side(below), strict=True):
            turned = child.direction is not node.direction
            turns += first and new and turned and _lines(child) > 0
            stack.append((child, stage + turned, first and new))
    return Sawing(cuts=cuts, recuts=recuts, head_cuts=head_cuts, turns=turns, cutting_length=length)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How the saw lines that divide one node count: they are strokes, or are cut with an equal strip before them."""

    strokes: bool
    turn: bool
    """Whether the node is turned before its first line."""


def counted(root: Node) -> dict[tuple[Rect, Direction], Counted]:
    """How the lines of each node of a sheet count, by its rectangle and the way its lines run."""
    found: dict[tuple[Rect, Direction], Counted] = {}
    stack = [(root, True, False)]
    while stack:
        node, first, turn = stack.pop()
        if node.direction is not None and _lines(node):
            found[node.rect, node.direction] = Counted(strokes=first, turn=turn)
        below = [child for child in node.children if child.direction is not None]
        for child, new in zip(below, _side_by_side(below), strict=True):
            turned = first and new and child.direction is not node.direction
            stack.append((child, first and new, turned))
    return found


@lru_cache(maxsize=1000)
def _trims(rect: Rect, direction: Direction | None, saw: Saw) -> tuple[int, Length]:
    """How many trims a board gets around its usable rectangle, and how long they are together."""
    bare = Node(rect=rect, direction=direction, children=(Node(rect=rect),) if direction else ())
    trims = steps(Sheet(board="", copies=1, placed=(), cuts=bare), saw)
    return len(trims), sum(step.length for step in trims)


def _lines(node: Node) -> int:
    """Saw lines that divide a node: one behind each child that ends before it."""
    if node.direction is None:
        return 0
    if node.direction is Direction.LENGTH:
        end = node.rect.y + node.rect.width
        return sum(child.rect.y + child.rect.width < end for child in node.children)
    end = node.rect.x + node.rect.length
    return sum(child.rect.x + child.rect.length < end for child in node.children)


def _side_by_side(children: Sequence[Node]) -> list[bool]:
    """For each of some siblings, whether it is the first of its shape: equal ones are cut with it, side by side.

    Together they are no wider than their parent was, so the blade reaches across them.
    """
    sizes = Counter((child.rect.length, child.rect.width) for child in children)
    seen: set[Shape] = set()
    first = []
    for child in children:
        alone = sizes[child.rect.length, child.rect.width] == 1
        lines = () if alone else shape(child)
        first.append(alone or lines not in seen)
        seen.add(lines)
    return first
