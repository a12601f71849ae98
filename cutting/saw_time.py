"""The time a plan takes at the saw: patterns, books of sheets cut as one, and seconds for what is done with them.

Sheets with the same saw lines are one pattern, and up to `book_height` of them are cut as one stack. The model
is a sum: seconds for each cycle, stroke, recut, turn, pattern and board; its figures lie in `data/saw_time.json`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Final

from cutting.pieces import CutJob, Saw
from cutting.plan import CutPlan, Node, Sheet
from cutting.sequence import Kind, steps
from cutting.trees import nodes, shape
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
    together = side_by_side(sheet.cuts)
    strokes = [step.kind for step in steps(replace(sheet, cuts=together), saw)]
    return Sawing(
        sheets=pattern.copies,
        patterns=1,
        cycles=cycles,
        cuts=cycles * len(strokes),
        recuts=cycles * strokes.count(Kind.RECUT),
        head_cuts=cycles * strokes.count(Kind.HEAD),
        turns=cycles * _turns(together),
        cutting_length=cycles * sum(step.length for step in steps(sheet, saw)),
    )


def side_by_side(root: Node) -> Node:
    """The tree with only one of all equal children of a parent cut on: the saw cuts them side by side.

    Their lines together are as wide as the parent was, so the blade reaches across them.
    """
    order = list(nodes(root))
    done: list[Node] = []
    for node in reversed(order):
        if node.direction is None:
            done.append(node)
            continue
        children = [done.pop() for _ in node.children]
        seen = set()
        for i, child in enumerate(children):
            if child.direction is None:
                continue
            lines = shape(child)
            if lines in seen:
                children[i] = Node(rect=child.rect)
            seen.add(lines)
        done.append(Node(rect=node.rect, direction=node.direction, children=tuple(children)))
    return done.pop()


def _turns(root: Node) -> int:
    """Divided nodes that are really cut, and the other way than their parent."""
    turns = 0
    for node in nodes(root):
        turns += sum(
            child.direction is node.direction.other and (len(child.children) > 1 or child.children[0].rect != child.rect)
            for child in node.children
            if node.direction is not None and child.direction is not None
        )
    return turns
