"""The CUTS of a pattern as a tree: relative sizes, nested by phase, laid one behind the other with a kerf between.

A pattern of type 0 is ripped along the board's length first, one of type 1 is turned before; types 2 and 3 begin
with head cuts, type 4 has crosscuts only. Trims are told by the material: a fixed one at one edge, the least that
waste may be at the other. Waste behind the last row may be left out, and is put in here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from cutting.pieces import Direction, Rect, Saw
from cutting.plan import Node
from cutting.ptx.patterns import plain_tree, span, start_and_size
from cutting.ptx.records import Findings, Record
from furnishing.issues import Level
from furnishing.units import Length, show

MOST_NODES: Final = 300_000
TRIM: Final = 90
DEEPEST: Final = 9


@dataclass(slots=True)
class Row:
    """A row of CUTS that cuts or falls, with the rows nested in it and the further labels of its place."""

    record: Record
    phase: int
    size: Length
    waste: bool
    repeat: int
    part: str
    below: list[Row] = field(default_factory=list)
    labels: list[Record] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """What a pattern lies on, and what becomes of its rows."""

    saw: Saw
    raw: Rect
    turned: bool
    waste_first: bool
    findings: Findings
    left: list[int]
    """Nodes that the file may still make."""
    places: list[tuple[Row | None, int]] = field(default_factory=list)
    """The leaves in the order of the cuts: their row (None for what no row says), and which of its places they are."""
    counted: dict[int, int] = field(default_factory=dict)
    """How many places each row has, by the row's identity."""


def nested(cuts: list[tuple[Record, Length]], findings: Findings) -> list[Row]:
    """The rows of a pattern, each below the row it divides; faults where a phase hangs in the air."""
    top: list[Row] = []
    open_rows: list[Row] = []
    for record, size in cuts:
        function, repeat = record.integer("FUNCTION"), record.integer("QTY_RPT")
        phase, part = function % TRIM, record.text("PART_INDEX") or "0"
        if phase > DEEPEST:
            message = f"{function} is no kind of cut; give 0 to 9, or 90 to 99 for waste"
            findings.fault(record, "FUNCTION", message)
            continue
        same = next((row for row in reversed(open_rows) if row.phase == phase), None)
        if size == 0 and repeat == 0:
            _second_label(record, same, part, findings)
            continue
        if size == 0:
            findings.fault(record, "DIMENSION", "a cut of size 0 yields nothing; only a second label has size 0")
            continue
        row = Row(record, phase, size, function >= TRIM, max(repeat, 1), part)
        while open_rows and open_rows[-1].phase >= phase:
            open_rows.pop()
        if open_rows and open_rows[-1].phase < phase - 1 and not _main(open_rows[-1]):
            message = (
                f"a cut of phase {phase} stands in one of phase {open_rows[-1].phase}; phase {phase - 1} is missing"
            )
            findings.fault(record, "FUNCTION", message)
            continue
        (open_rows[-1].below if open_rows else top).append(row)
        open_rows.append(row)
    return top


def _second_label(record: Record, row: Row | None, part: str, findings: Findings) -> None:
    if row is None:
        findings.fault(record, "DIMENSION", "a second label (size and repeat 0) needs a cut before it")
    elif part != "0":
        row.labels.append(record)


def _main(row: Row) -> bool:
    """Whether a row is the heading `head cut of the whole board` that some optimisers begin a pattern with."""
    return row.phase == 0 and row.record.integer("QTY_RPT") == 0


def pattern_tree(rows: list[Row], layout: Layout) -> Node:
    """The tree of a pattern on its usable board, plain; a leaf that yields something has `piece` or `offcut` set."""
    while len(rows) == 1 and _main(rows[0]):
        rows = rows[0].below
    raw, trim = layout.raw, layout.saw.trim
    usable = Rect(trim.left, trim.bottom, raw.length - trim.left - trim.right, raw.width - trim.bottom - trim.top)
    if not rows:
        layout.places.append((None, 0))
        return Node(rect=usable)
    first = Direction.WIDTH if layout.turned else Direction.LENGTH
    if rows[0].phase == 2:
        first = first.other
    return plain_tree(_level(rows, usable, raw, first, layout), layout.saw.kerf)


def _level(rows: list[Row], rect: Rect, raw: Rect, direction: Direction, layout: Layout) -> Node:
    """Rows laid side by side on a rectangle; `raw` is the same with the trims that are still on it."""
    start, size = start_and_size(rect, direction)
    raw_start, raw_size = start_and_size(raw, direction)
    end, raw_end = start + size, raw_start + raw_size
    head = rows[0].phase == 0
    at, rows = _begin(rows, layout, raw_start, start)
    _too_long(rows, layout, raw_end - at)
    children: list[Node] = []
    for number, row in enumerate(rows):
        for copy in range(row.repeat):
            if at >= raw_end or layout.left[0] <= 0:
                break
            layout.left[0] -= 1
            falls = row.waste and number == len(rows) - 1 and copy == row.repeat - 1
            low, high = max(at, start), at + row.size
            if head or (falls and row.part == "0"):
                high = min(high, end)
            elif at < end < high <= raw_end and row.part.startswith("X"):
                _raw_edge(row, layout)
                high = end
            if high > low:
                pieces = (span(rect, direction, low, high - low), span(raw, direction, at, row.size))
                children.append(_inside(row, *pieces, direction, layout))
            at += row.size + layout.saw.kerf
    if end > at:
        children.append(Node(rect=span(rect, direction, at, end - at)))
        layout.places.append((None, 0))
    if not children:
        layout.places.append((None, 0))
    return Node(rect=rect, direction=direction if children else None, children=tuple(children))


def _begin(rows: list[Row], layout: Layout, raw_start: Length, start: Length) -> tuple[Length, list[Row]]:
    """Where the rows of a level begin, and the rows without that of the trim, where there is one."""
    first = rows[0]
    if first.phase == 0:
        return raw_start, rows
    if not first.waste or first.part != "0" or first.below or len(rows) == 1 or raw_start == start:
        return start, rows
    if first.record.integer("QTY_RPT") > 0:
        return (raw_start if layout.waste_first else start), rows
    trimmed = first.size + layout.saw.kerf
    if raw_start + trimmed != start:
        message = (
            f"a trim of {show(first.size)} mm and a kerf make {show(trimmed)} mm, "
            f"but the material trims {show(start - raw_start)} mm; the material is believed"
        )
        layout.findings.issue("ptx-trim", Level.WARNING, first.record.where("DIMENSION"), message)
    return start, rows[1:]


def _too_long(rows: list[Row], layout: Layout, room: Length) -> None:
    """Tell where rows add up to more than what they are cut from; the judge says what comes of it."""
    kerf = layout.saw.kerf
    total = sum(row.repeat * (row.size + kerf) for row in rows) - kerf
    if total > room:
        message = f"these cuts and the kerfs between them come to {show(total)} mm on {show(room)} mm"
        fix = "make them smaller, or check the kerf and the trims of the material"
        layout.findings.issue("ptx-too-long", Level.ERROR, rows[-1].record.where("DIMENSION"), message, fix)


def _raw_edge(row: Row, layout: Layout) -> None:
    message = "the offcut keeps its untrimmed edge; here it ends where the trim of the board would begin"
    layout.findings.issue("ptx-offcut-untrimmed", Level.INFO, row.record.where("PART_INDEX"), message)


def _inside(row: Row, rect: Rect, raw: Rect, direction: Direction, layout: Layout) -> Node:
    """What becomes of one place of a row: cut further, or a leaf."""
    if row.below and row.part != "0":
        message = f"this cut yields part {row.part} and is cut further too; it is taken as cut further"
        layout.findings.issue("ptx-part-cut-further", Level.ERROR, row.record.where("PART_INDEX"), message)
    if row.below and layout.left[0] > 0:
        return _level(row.below, rect, raw, direction.other, layout)
    place = layout.counted.get(id(row), 0)
    layout.counted[id(row)] = place + 1
    layout.places.append((row, place))
    parts = [row.part, *(label.text("PART_INDEX") for label in row.labels)]
    named = next((part for part in parts if part != "0"), None)
    offcut = named is not None and named.startswith("X")
    return Node(rect=rect, piece=None if offcut else named, offcut=offcut)


def labels_of(row: Row, places: int, run: int, findings: Findings) -> list[list[tuple[int, int]]]:
    """The part indices that each place of a row yields, sheet after sheet: lists of index and number of sheets."""
    wanted = [(row.part, row.record), *((each.text("PART_INDEX"), each) for each in row.labels)]
    named = [(int(part), record) for part, record in wanted if part != "0" and not part.startswith("X")]
    if not named or any(part.startswith("X") for part, _ in wanted):
        return [[] for _ in range(places)]
    total = places * run
    given = [record.integer("QTY_PARTS") for _, record in named]
    if len(named) == 1:
        if given[0] not in (0, total):
            message = f"{given[0]} parts are said, but the cuts yield {total} ({places} places on {run} sheets)"
            findings.issue("ptx-quantity", Level.ERROR, named[0][1].where("QTY_PARTS"), message)
        given = [total]
    elif sum(given) != total:
        message = f"the labels of this cut name {sum(given)} parts, but the cuts yield {total}"
        findings.issue("ptx-quantity", Level.ERROR, named[-1][1].where("QTY_PARTS"), message)
    queue = [(index, many) for (index, _), many in zip(named, given, strict=True) if many]
    found: list[list[tuple[int, int]]] = []
    for _ in range(places):
        left, here = run, list[tuple[int, int]]()
        while left and queue:
            index, many = queue[0]
            taken = min(left, many)
            here.append((index, taken))
            left -= taken
            queue[0] = (index, many - taken)
            if many == taken:
                del queue[0]
        found.append(here)
    return found
