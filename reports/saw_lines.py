"""The cuts of a sheet as papers tell them: panels that are cut on have names, and each cut has its modelled time.

Strips off the board are S1, S2 ... and parts that are cut again R1, R2 ..., in the order in which a beam saw frees
them, so that figure and lists of any saw call the same panel by the same name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TypeAlias

from cutting.offcuts import as_stock, produced, usual_rules
from cutting.pieces import Rect, Saw
from cutting.plan import CutPlan, Node, Sheet
from cutting.saw_time import SawTimes, counted, sawing, usual_times
from cutting.sequence import Kind, Step, steps
from cutting.sets import set_places
from cutting.table_saw import table_steps
from furnishing.units import Length
from reports.project import Project
from reports.text.locale import Locale

Codes: TypeAlias = "Mapping[tuple[Length, Length], str]"
"""The codes of the offcuts of one sheet, by their sizes along and across the board."""


class SawKind(StrEnum):
    """For which saw the cuts are put in order."""

    BEAM = "beam"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class SawLine:
    """One cut: the panel it is made in (`source`, empty for the board), what comes free, and what it takes.

    `near` and `far` name a panel that is cut on; they are empty for a leaf. `turned`: the panel is turned before this
    cut. `seconds` are None where the cut is made together with that of an equal strip.
    """

    step: Step
    source: str
    near: str
    far: str
    turned: bool
    seconds: Decimal | None
    stays: Rect | None = None
    """Of a trim: the board that stays."""


def ordered_steps(project: Project, sheet: Sheet, saw: SawKind) -> tuple[Step, ...]:
    """The cuts of a sheet in the order of a saw, numbered from 1."""
    if saw is SawKind.TABLE:
        return table_steps(sheet, project.job.saw, set_places(project.job))
    return steps(sheet, project.job.saw)


def offcut_codes(project: Project, sheet: Sheet) -> Codes:
    """The codes of a sheet's offcuts: `X1`, `X2` ... over the whole plan, the same for equal ones.

    They are those under which stock takes them in, see `cutting.offcuts.as_stock`.
    """
    made = produced(project.job, project.result.plan, usual_rules())
    return {
        (each.length, each.width): board.code
        for each, board in zip(made, as_stock(made), strict=True)
        if (each.material, each.board) == (sheet.material, sheet.board)
    }


def panel_names(sheet: Sheet, saw: Saw) -> Mapping[Rect, str]:
    """The names of all panels that are cut on, by their rectangles; the board's is empty."""
    done = steps(sheet, saw)
    names = {sheet.cuts.rect: ""} if sheet.cuts is not None else {}
    wholes = {step.whole for step in done if step.kind is not Kind.TRIM}
    strips = parts = 0
    for step in done:
        for node in (step.near, step.far):
            if node is None or node.rect not in wholes or node.rect in names:
                continue
            if names[step.whole]:
                parts += 1
                names[node.rect] = f"R{parts}"
            else:
                strips += 1
                names[node.rect] = f"S{strips}"
    return names


def saw_lines(sheet: Sheet, saw: Saw, done: Sequence[Step], times: SawTimes) -> tuple[SawLine, ...]:
    """The cuts `done` of a sheet with names and modelled seconds, those of one book through the saw."""
    if sheet.cuts is None:
        return ()
    names, counts = panel_names(sheet, saw), counted(sheet.cuts)
    freed_by = {node.rect: step for step in done for node in (step.near, step.far) if node is not None}
    begun: set[Rect] = set()
    found = []
    for at, step in enumerate(done):
        trim = step.kind is Kind.TRIM
        after = done[at + 1].panel if at + 1 < len(done) and done[at + 1].kind is Kind.TRIM else sheet.cuts.rect
        count = None if trim else counts[step.whole, step.direction]
        first = not trim and step.whole not in begun
        if not trim:
            begun.add(step.whole)
        before = freed_by.get(step.whole)
        seconds: Decimal | None = times.recut if step.kind is Kind.RECUT else times.cut
        if count is not None and not count.strokes:
            seconds = None
        elif seconds is not None and first and count is not None and count.turn:
            seconds += times.turn
        found.append(
            SawLine(
                step=step,
                source="" if trim else names[step.whole],
                near=_name(step.near, names),
                far=_name(step.far, names),
                turned=first and before is not None and before.direction is not step.direction,
                seconds=seconds,
                stays=after if trim else None,
            )
        )
    return tuple(found)


def _name(node: Node | None, names: Mapping[Rect, str]) -> str:
    return names.get(node.rect, "") if node is not None else ""


def pattern_seconds(project: Project, sheet: Sheet) -> Decimal:
    """The modelled time of a pattern at a beam saw, all its copies, loading and clearing away included."""
    return sawing(project.job, CutPlan(sheets=(sheet,))).seconds(usual_times())


def duration(locale: Locale, seconds: Decimal) -> str:
    """A time as people at a saw read it: seconds below two minutes, minutes below two hours, else hours and minutes."""
    if seconds < 120:
        return locale.text("step_list.seconds", n=_whole(seconds))
    minutes = _whole(seconds / 60)
    if minutes < 120:
        return locale.text("step_list.minutes", n=minutes)
    return locale.text("step_list.hours", hours=minutes // 60, minutes=f"{minutes % 60:02}")


def _whole(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_UP))
