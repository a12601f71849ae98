"""The patterns of a PTX file and their cuts, with the modelled time of each."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from cutting.pieces import CutJob
from cutting.plan import CutPlan, Sheet
from cutting.ptx.table import Value
from cutting.saw_time import sawing, usual_times
from reports.machine.ptx_numbers import Numbers, Run
from reports.machine.ptx_rows import WASTE, Numbered, turned
from reports.machine.ptx_text import Records
from reports.project import Project


def seconds(job: CutJob, run: Run, sheets: int, *, whole: bool) -> int:
    """Modelled seconds for so many sheets of a pattern; the change of pattern only counts for the whole run."""
    cuts = Sheet(
        board=run.pattern.board,
        material=run.pattern.material,
        copies=sheets,
        placed=(),
        cuts=run.pattern.tree,
    )
    done = sawing(job, CutPlan(sheets=(cuts,)))
    spent = replace(done, patterns=int(whole)).seconds(usual_times())
    return int(spent.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def add_pattern(project: Project, numbers: Numbers, out: Records, run: Run) -> None:
    """A pattern and every row of its cuts."""
    book, sheets = project.job.saw.book_height or 1, run.pattern.run
    values: dict[str, Value | None] = {
        "JOB_INDEX": 1,
        "PTN_INDEX": run.index,
        "BRD_INDEX": run.board,
        "TYPE": int(turned(run.pattern)),
        "QTY_RUN": sheets,
        "QTY_CYCLES": -(-sheets // book),
        "MAX_BOOK": book,
        "CYCLE_TIME": seconds(project.job, run, min(book, sheets), whole=False),
        "TOTAL_TIME": seconds(project.job, run, sheets, whole=True),
    }
    out.add("PATTERNS", values)
    for each in run.rows:
        _cut(numbers, out, run, each)


def _cut(numbers: Numbers, out: Records, run: Run, each: Numbered) -> None:
    """A row of CUTS, and one more for each further label."""
    row = each.row
    waste = row.offcut is not None or row.function >= WASTE
    part, quantity = "0", 0
    if row.offcut is not None:
        part = f"X{numbers.offcuts[run.pattern.material, *row.offcut]}"
        quantity = each.times * run.pattern.run
    elif row.labels:
        part, quantity = str(numbers.pieces[row.labels[0][0]]), each.times * row.labels[0][1]
    head: dict[str, Value | None] = {"JOB_INDEX": 1, "PTN_INDEX": run.index}
    values: dict[str, Value | None] = {
        **head,
        "CUT_INDEX": each.index,
        "SEQUENCE": each.sequence,
        "FUNCTION": row.function,
        "DIMENSION": out.size(row.size, f"CUTS of pattern {run.index}, {each.index}.DIMENSION", waste=waste),
        "QTY_RPT": row.repeat,
        "PART_INDEX": part,
        "QTY_PARTS": quantity,
    }
    out.add("CUTS", values)
    for number, (id, many) in enumerate(row.labels[1:], 1):
        more: dict[str, Value | None] = {
            **head,
            "CUT_INDEX": each.index + number,
            "SEQUENCE": 0,
            "FUNCTION": row.function,
            "DIMENSION": Decimal(0),
            "QTY_RPT": 0,
            "PART_INDEX": str(numbers.pieces[id]),
            "QTY_PARTS": each.times * many,
        }
        out.add("CUTS", more)
