"""A pattern as its diagram needs it: the sheet with its cuts in a saw's order, and what the list of them says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cutting.plan import Sheet
from cutting.saw_time import usual_times
from cutting.sequence import Step
from reports.figure_base import Figure
from reports.project import Project
from reports.saw_lines import SawKind, SawLine, offcut_codes, ordered_steps, saw_lines
from reports.step_list import CUTS, PLACES, has_long_sizes, list_columns, rows_of, rows_of_places
from reports.step_table import Column, Row, list_width


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One pattern of a plan; `first` and `last` are the numbers of its sheets, `code` what its QR code says."""

    project: Project
    sheet: Sheet
    first: int
    last: int
    code: str
    saw: SawKind
    done: Sequence[Step]
    lines: Sequence[SawLine]
    columns: Sequence[Column]

    @property
    def numbers(self) -> str:
        """`sheets 1–3 of 7`."""
        return sheet_numbers(self.project, self.first, self.last)

    @property
    def list_width(self) -> float:
        """Millimetres of the list of its cuts."""
        return list_width(self.columns)

    def rows(self, figure: Figure) -> tuple[Row, ...]:
        """The lines of the list, with the letters that stand on its figure."""
        locale = self.project.locale
        if self.sheet.cuts is None:
            return rows_of_places(self.sheet.placed, figure.keys, locale)
        return rows_of(self.lines, figure.keys, offcut_codes(self.project, self.sheet), locale, self.saw)


def pattern_of(project: Project, sheet: Sheet, first: int, code: str, saw: SawKind) -> Pattern:
    """A sheet whose first copy has a number, with its cuts in the order of a saw."""
    done = ordered_steps(project, sheet, saw)
    lines = saw_lines(sheet, project.job.saw, done, usual_times())
    long = has_long_sizes(lines, project.locale)
    return Pattern(
        project=project,
        sheet=sheet,
        first=first,
        last=first + sheet.copies - 1,
        code=code,
        saw=saw,
        done=done,
        lines=lines,
        columns=list_columns(project.locale, PLACES if sheet.cuts is None else CUTS, saw, long=long),
    )


def sheet_numbers(project: Project, first: int, last: int) -> str:
    """Which sheets of a plan: `sheets 1–3 of 7`."""
    numbers = f"{first}" if first == last else f"{first}–{last}"
    said = "diagrams.sheet" if first == last else "diagrams.sheets"
    return project.locale.text(said, numbers=numbers, total=project.result.plan.boards)
