"""A plan as a PTX file for a beam saw: records in the order in which receivers were seen to take them.

What cannot be written is refused with every fault. What is written, `cutting.ptx` reads back as the same plan.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.ptx.mark import mark_of
from cutting.ptx.patterns import patterns
from cutting.ptx.table import Value
from furnishing.errors import Fault, InputError
from furnishing.issues import Issue
from furnishing.units import show
from reports.machine.ptx_numbers import Numbers, numbers_of
from reports.machine.ptx_profile import Profile, shipped_profile
from reports.machine.ptx_rows import phases, turned
from reports.machine.ptx_runs import add_pattern, seconds
from reports.machine.ptx_stock import add_about, add_board, add_material, add_offcuts, add_part
from reports.machine.ptx_text import Records, code, twins
from reports.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class PtxFile:
    """The bytes of a file, and what its reader should know."""

    content: bytes
    issues: tuple[Issue, ...]


def write_ptx(project: Project, profile: Profile | None = None) -> PtxFile:
    """The PTX file of a project's plan; InputError with everything that keeps the plan from being written."""
    chosen = profile or shipped_profile()
    job, plan = project.job, project.result.plan
    faults = list(_unfit(job, plan, chosen))
    if faults:
        raise InputError(faults, chosen.name)
    out = Records(profile=chosen)
    _add(project, numbers_of(project, chosen), out)
    if out.faults:
        raise InputError(out.faults, chosen.name)
    return PtxFile(content=out.content(), issues=tuple(out.issues))


def of_batch(job: CutJob, plan: CutPlan, batch: int) -> tuple[CutJob, CutPlan]:
    """The part of a plan in batches that one batch is; a saw file holds one, and no piece left over."""
    sheets = tuple(replace(sheet, batch=None) for sheet in plan.sheets if sheet.batch == batch)
    made: Counter[str] = Counter()
    for sheet in sheets:
        for placed in sheet.placed:
            made[placed.id] += sheet.copies
    pieces = tuple(replace(piece, quantity=made[piece.id]) for piece in job.pieces if made[piece.id])
    return replace(job, pieces=pieces, batching=None), CutPlan(sheets=sheets)


def _unfit(job: CutJob, plan: CutPlan, profile: Profile) -> list[Fault]:
    """What no rewriting mends: plans that saws of this kind cannot be told."""
    if job.router is not None:
        return [Fault("router", "this plan is for a router and has no saw lines; write DXF files for it")]
    faults = []
    if any(sheet.batch is not None for sheet in plan.sheets):
        faults.append(Fault("batching", "this plan is in batches; write one file for each of them"))
    found = patterns(job, plan, second_labels=profile.second_labels)
    for number, pattern in enumerate(found, 1):
        deepest = phases(pattern.tree)
        if deepest > profile.most_phase:
            message = f"its cuts come to {deepest} phases; {profile.name} takes {profile.most_phase}"
            faults.append(Fault(f"PATTERNS[{number}]", f"{message}; plan again with fewer stages"))
    trim = job.saw.trim
    for material in dict.fromkeys(each.material for each in found):
        ways = {turned(each) for each in found if each.material == material}
        if len(ways) > 1 and (trim.bottom, trim.top) != (trim.left, trim.right):
            message = (
                f"boards of {material or 'the one material'} are ripped first in some patterns and crosscut first in "
                f"others, but left and right trims ({show(trim.left)}, {show(trim.right)} mm) are not the bottom and "
                f"top ones ({show(trim.bottom)}, {show(trim.top)} mm), and a material has one trim for its first cuts"
            )
            faults.append(Fault("MATERIALS", f"{message}; make the trims equal, or plan with one first cut"))
    return faults


def _add(project: Project, numbers: Numbers, out: Records) -> None:
    """Add every record, in the order in which receivers were seen to take them."""
    job = project.job
    made: Counter[str] = Counter()
    for sheet in project.result.plan.sheets:
        for placed in sheet.placed:
            made[placed.id] += sheet.copies
    _head(project, numbers, out)
    parts = project.parts
    for piece in job.pieces:
        add_part(numbers, out, piece, made[piece.id])
    for piece in job.pieces:
        add_about(project, numbers, out, piece, parts.get(piece.id))
    for piece in job.pieces:
        index = numbers.pieces[piece.id]
        out.add("PARTS_UDI", {"JOB_INDEX": 1, "PART_INDEX": index, "INFO1": piece.id, "INFO2": piece.material})
    for board in job.boards:
        add_board(numbers, out, board)
    for name in numbers.materials:
        add_material(project, numbers, out, name, parts)
    out.add("NOTES", {"JOB_INDEX": 1, "NOTES_INDEX": 1, "TEXT": mark_of(job.saw)})
    add_offcuts(numbers, out)
    for run in numbers.runs:
        add_pattern(project, numbers, out, run)
    for kind, names in (
        ("PARTS_REQ", [piece.id for piece in job.pieces]),
        ("BOARDS", [board.code for board in job.boards]),
        ("MATERIALS", list(numbers.materials)),
    ):
        out.faults += twins([(name, code(name)) for name in names], kind)


def _head(project: Project, numbers: Numbers, out: Records) -> None:
    words = out.words
    values: dict[str, Value | None] = {
        "VERSION": Decimal(out.profile.version),
        "TITLE": words(project.name, "HEADER.TITLE"),
        "UNITS": 0,
        "ORIGIN": 0,
        "TRIM_TYPE": 1,
    }
    out.add("HEADER", values)
    total = sum((seconds(project.job, run, run.pattern.run, whole=True) for run in numbers.runs), start=0)
    day = f"{project.date:%d/%m/%Y}"
    values = {
        "JOB_INDEX": 1,
        "NAME": words(project.name, "JOBS.NAME"),
        "DESC": words(f"Furnish version {project.version}", "JOBS.DESC"),
        "ORD_DATE": day,
        "CUT_DATE": day,
        "CUSTOMER": words(project.customer, "JOBS.CUSTOMER"),
        "STATUS": 1,
        "CUT_TIME": total,
        "WASTE_PCNT": _waste(project),
    }
    out.add("JOBS", values)


def _waste(project: Project) -> Decimal:
    """Percent of the board area that becomes no piece; offcuts are waste here, as the format has it."""
    areas = {(board.material, board.code): board.area for board in project.job.boards}
    raw = sum(areas[each.material, each.board] * each.copies for each in project.result.plan.sheets)
    cut = sum(placed.rect.area * each.copies for each in project.result.plan.sheets for placed in each.placed)
    share = Decimal(100 * (raw - cut)) / raw if raw else Decimal(0)
    return share.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
