"""Cut plans read from files, without recursion: the format is told in docs/cutjob.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from cutting.job_file import read_unit
from cutting.pieces import Board, CutJob, Direction, Rect, costs_differ
from cutting.plan import CutPlan, CutResult, Node, Placed, Sheet, Status, Unplaced
from furnishing.errors import Fault
from furnishing.json_text import brief
from furnishing.reading import Fields, open_record

PLAN_FORMAT: Final = "furnish-cut-plan/1"
DEEPEST: Final = 300
"""Divisions within divisions that a file may have: JSON readers everywhere have an end, ours is told."""
LARGEST_COST: Final = 10**15


def read_plan(text: str | bytes, job: CutJob, source: str = "") -> CutResult:
    """The result that a file says for `job`, whose boards tell where each tree of cuts begins.

    Only the form is read here, and InputError tells every fault of it; whether the plan holds is for
    `cutting.check.judge` to say.
    """
    fields = open_record(text, PLAN_FORMAT, source)
    read_unit(fields)
    sheets = tuple(_read_sheet(each, job) for each in fields.records("sheets"))
    unplaced = tuple(_read_unplaced(each) for each in fields.records("unplaced"))
    boards = fields.integer("boards", most=10**9)
    plan = CutPlan(sheets=sheets, unplaced=unplaced)
    if boards != plan.boards and not fields.faults:
        fields.fault("boards", f"{boards} boards are said, but the sheets with their copies make {plan.boards}")
    result = CutResult(
        plan=plan,
        cost=fields.number("cost", most=LARGEST_COST),
        bound=fields.number("bound", most=LARGEST_COST),
        bound_is_cost=costs_differ(job),
        status=fields.choice("status", Status),
        seconds=float(fields.number("seconds")),
        seed=fields.integer("seed", most=10**15),
    )
    fields.finish()
    return result


def _read_sheet(fields: Fields, job: CutJob) -> Sheet:
    code, material = fields.text("board"), fields.text("material", default="")
    board = _board(job, code, material)
    if board is None and code:
        known = ", ".join(dict.fromkeys(each.code for each in job.boards))
        fields.fault("board", f"the job has no board {code!r}; it has {known}")
    if board is not None and not fields.has("material"):
        material = board.material
    sheet = Sheet(
        board=code,
        copies=fields.integer("copies", least=1),
        placed=tuple(_read_placed(each) for each in fields.records("placed")),
        cuts=None,
        offcuts=tuple(_read_rect(each) for each in fields.records("offcuts")),
        material=material,
        batch=fields.optional("batch", fields.integer),
    )
    raw = fields.take("cuts")
    if raw is None or board is None:
        return sheet
    return replace(sheet, cuts=_read_cuts(_view(fields, "cuts", raw), job.machine.usable(board)))


def _board(job: CutJob, code: str, material: str) -> Board | None:
    """The board of that code, of that material where several have the code."""
    found = [board for board in job.boards if board.code == code]
    return next((board for board in found if board.material == material), found[0] if found else None)


def _read_placed(fields: Fields) -> Placed:
    rect = _read_rect(fields)
    return Placed(
        id=fields.text("id"),
        x=rect.x,
        y=rect.y,
        length=rect.length,
        width=rect.width,
        turned=fields.boolean("turned"),
    )


def _read_rect(fields: Fields) -> Rect:
    return Rect(
        fields.length("x", least=0),
        fields.length("y", least=0),
        fields.length("length"),
        fields.length("width"),
    )


def _read_unplaced(fields: Fields) -> Unplaced:
    return Unplaced(
        id=fields.text("id"),
        quantity=fields.integer("quantity", least=1),
        reason=fields.text("reason"),
        message=fields.text("message", most=1000),
    )


@dataclass(slots=True)
class _Draft:
    """A node being read; `parent` is the place of its parent in the list of drafts."""

    node: Node
    parent: int
    depth: int


def _read_cuts(root: Fields, usable: Rect) -> Node:
    """The tree below `root`, first down to place every rectangle, then up to join them."""
    drafts: list[_Draft] = []
    stack = [(root, usable, -1, 0)]
    while stack:
        fields, rect, parent, depth = stack.pop()
        here = len(drafts)
        node, children = _read_node(fields, rect)
        drafts.append(_Draft(node, parent, depth))
        if children and depth >= DEEPEST:
            fields.fault("children", f"the cuts go deeper than {DEEPEST} divisions; join divisions of one direction")
            children = []
        below = [(each, _child_rect(each, rect, node.direction), here, depth + 1) for each in children]
        stack.extend(reversed(below))
        fields.refuse_unknown()
    gathered: list[list[Node]] = [[] for _ in drafts]
    for i in range(len(drafts) - 1, 0, -1):
        gathered[drafts[i].parent].append(_joined(drafts[i].node, gathered[i]))
    return _joined(drafts[0].node, gathered[0])


def _joined(node: Node, gathered: Sequence[Node]) -> Node:
    """A node with its children, which were gathered from the last to the first."""
    return replace(node, children=tuple(reversed(gathered))) if gathered else node


def _view(above: Fields, name: str, value: object) -> Fields:
    """A view that `above` does not know of, so that nothing follows a tree of cuts by recursion."""
    path = above.where(name)
    if isinstance(value, dict):
        return Fields(value, path, above.faults, above.source, above.unit)
    above.fault(name, f"{brief(value)} stands where an object {{...}} is needed")
    return Fields({}, path, [], above.source, above.unit)


def _read_node(fields: Fields, rect: Rect) -> tuple[Node, list[Fields]]:
    """One node without its children, and the views of them."""
    if fields.has("direction") or fields.has("children"):
        direction = fields.choice("direction", Direction)
        raw = fields.take("children")
        if fields.has("children") and not (isinstance(raw, list) and raw):
            fields.fault("children", f"{brief(raw)} stands where a list of at least one child is needed")
        children = raw if isinstance(raw, list) else []
        views = [_view(fields, f"children[{i}]", child) for i, child in enumerate(children)]
        return Node(rect=rect, direction=direction), views
    named = [name for name in ("piece", "offcut", "waste") if fields.has(name)]
    if len(named) != 1:
        has = " and ".join(named) or "none of them"
        message = f"a leaf names one of piece, offcut and waste; here is {has}"
        fields.faults.append(Fault(fields.path, message))
    for name in named:
        if name != "piece" and not fields.boolean(name):
            fields.fault(name, "only true means something here; leave it out otherwise")
    if "piece" not in named:
        return Node(rect=rect, offcut="offcut" in named), []
    return Node(rect=rect, piece=fields.text("piece"), turned=fields.boolean("turned", default=False)), []


def _child_rect(fields: Fields, rect: Rect, direction: Direction | None) -> Rect:
    """The part of its parent's rectangle that a child takes; it spans the parent along the saw lines."""
    position, size = fields.length("position", least=0), fields.length("size")
    if direction is Direction.LENGTH:
        return Rect(rect.x, position, rect.length, size)
    return Rect(position, rect.y, size, rect.width)
