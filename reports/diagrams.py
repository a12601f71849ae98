"""Cutting diagrams: a page for each pattern with its figure and the cuts in saw order, and pages for long lists.

Two small boards one after the other share a page. A sheet for a router has no cuts: in their place stand its pieces
with the corner at which each lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cutting.plan import Sheet
from reports.check_character import checked
from reports.diagram_page import own_pages
from reports.diagram_shared import half_of, shared_page
from reports.drawing import Document, Text
from reports.page import A4_LANDSCAPE, Body, compose
from reports.pattern import Pattern, pattern_of, sheet_numbers
from reports.project import Project
from reports.saw_lines import SawKind

__all__ = ["cutting_diagrams", "numbered_patterns", "pattern_code", "patterns"]

_PAGE: Final = A4_LANDSCAPE


def patterns(project: Project) -> tuple[Sheet, ...]:
    """The sheets of a plan, equal ones put together, in the order in which they first appear."""
    copies: dict[Sheet, int] = {}
    for sheet in project.result.plan.sheets:
        alike = replace(sheet, copies=0)
        copies[alike] = copies.get(alike, 0) + sheet.copies
    return tuple(replace(sheet, copies=count) for sheet, count in copies.items())


def cutting_diagrams(project: Project, saw: SawKind = SawKind.BEAM, *, share: bool = True) -> Document:
    """The diagrams of a project, A4 landscape, each pattern once with its number of copies, cuts in a saw's order.

    Small ones `share` pages.
    """
    every, first = list[Pattern](), 1
    for number, sheet in enumerate(patterns(project), 1):
        every.append(pattern_of(project, sheet, first, pattern_code(project, number), saw))
        first += sheet.copies
    bodies = tuple(_bodies(every, share=share))
    return compose(project, project.locale.text("diagrams.title"), _PAGE, bodies or [_nothing(project)])


def _bodies(every: Sequence[Pattern], *, share: bool) -> Iterator[Body]:
    """The pages in the order of the patterns: of two that may share one, the first waits for the second."""
    waiting = None
    for pattern in every:
        own = own_pages(pattern)
        half = half_of(pattern, own.figure) if share and len(own.bodies) == 1 else None
        if waiting is not None:
            if half is not None:
                yield shared_page(waiting[1], half)
                waiting = None
                continue
            yield waiting[0]
            waiting = None
        if half is None:
            yield from own.bodies
        else:
            waiting = (own.bodies[0], half)
    if waiting is not None:
        yield waiting[0]


def numbered_patterns(project: Project) -> Iterator[tuple[Sheet, str]]:
    """The patterns of a plan, each with the words for its numbers: `sheets 1–3 of 7`."""
    first = 1
    for sheet in patterns(project):
        yield sheet, sheet_numbers(project, first, first + sheet.copies - 1)
        first += sheet.copies


def pattern_code(project: Project, number: int) -> str:
    """What the QR code of a pattern says: version of the plan, pattern from 1, check character."""
    return checked(f"{project.version}/P{number:03}")


def _nothing(project: Project) -> Body:
    return Body(items=(Text(_PAGE.left, _PAGE.top - 10, project.locale.text("diagrams.nothing"), 16.0),))
