"""The printed step lists of sample rooms: replaying them gives the pieces of the plan, and of the design.

Three rooms each time; `pytest -m full` takes them all.
"""

from __future__ import annotations

from collections import Counter

import pytest

import sample_rooms
from reports.render.pdf import pdf
from reports.saw_lines import SawKind
from reports.step_paper import step_pages
from tests.reports.page_checks import assert_texts_are_readable
from tests.reports.step_replay import replayed
from tests.web.test_sample_papers import a_furnished

DAILY = {"studio_flat", "island_kitchen", "study_niche"}
ROOMS = [pytest.param(room, marks=[] if room in DAILY else pytest.mark.full) for room in sample_rooms.names()]


@pytest.mark.parametrize("saw", list(SawKind))
@pytest.mark.parametrize("room", ROOMS)
def test_replaying_the_printed_steps_gives_every_part_of_the_design(room: str, saw: SawKind) -> None:
    project = a_furnished(room)
    pages = step_pages(project, saw)
    for page in pages:
        assert_texts_are_readable(page, smallest=8.0)
    sawn = replayed(pdf(pages, title="Steps"))
    planned = Counter(
        (placed.id, placed.rect.length, placed.rect.width)
        for sheet in project.result.plan.sheets
        for _ in range(sheet.copies)
        for placed in sheet.placed
    )
    assert sawn == planned
    assert sorted(name for name, _, _ in sawn.elements()) == sorted(piece.id for piece in project.job.pieces)
