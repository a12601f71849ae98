"""No text lies over another, leaves its page, is cut off, missing or too small: every paper, room and language.

The languages, and English in inches, are dealt out so that every paper of every sample room is looked at in one of
them, and every paper in each of them over the rooms; of the layouts of labels each room has one. `pytest -m full` looks
at every paper of every room in each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

import pytest

import sample_rooms
from reports.assembly import assembly_pages
from reports.bill import bill_pages
from reports.cost_sheet import cost_sheet_pages
from reports.cutlist import cut_list_pages
from reports.diagrams import cutting_diagrams
from reports.drawing import Document
from reports.label_layouts import LAYOUTS
from reports.label_run import LabelRun
from reports.labels import labels
from reports.part_drawing import part_drawing_pages
from reports.pricing import Terms
from reports.project import Project
from reports.quote import quote_pages
from reports.room_drawings import room_pages
from reports.saw_lines import SawKind
from reports.step_paper import step_pages
from reports.text.languages import Units, languages
from reports.text.locale import Locale
from tests.reports.page_checks import assert_texts_are_readable
from tests.web.test_every_language import cut_off
from tests.web.test_sample_papers import a_furnished

PAPERS: Final[Mapping[str, Callable[[Project], Document]]] = {
    "quote": partial(quote_pages, terms=Terms()),
    "room": room_pages,
    "cut list": cut_list_pages,
    "diagrams of a beam saw": cutting_diagrams,
    "diagrams of a table saw": partial(cutting_diagrams, saw=SawKind.TABLE),
    "bill": bill_pages,
    "steps of a beam saw": partial(step_pages, saw=SawKind.BEAM),
    "steps of a table saw": partial(step_pages, saw=SawKind.TABLE),
    "part drawings": part_drawing_pages,
    "assembly": assembly_pages,
    "cost sheet": partial(cost_sheet_pages, terms=Terms()),
    **{f"labels {name}": partial(labels, run=LabelRun(layout=layout)) for name, layout in LAYOUTS.items()},
}
SMALLEST: Final = {name: 5.5 if name.startswith("labels") else 8.0 for name in PAPERS}
"""Points: long lines of small labels, and all other papers."""

ROOMS: Final = sample_rooms.names()
LOCALES: Final = {**{each: Locale(language=each) for each in languages()}, "inches": Locale(units=Units.INCHES)}
EVERY_ROOM: Final = pytest.mark.parametrize("room", ROOMS)


def check(name: str, project: Project) -> None:
    """One paper of a project in its language."""
    pages = PAPERS[name](project)
    assert pages, name
    for page in pages:
        assert_texts_are_readable(page, smallest=SMALLEST[name])
    if name.startswith("labels"):
        return  # A label shortens what it has no room for; its ids and sizes have tests of their own.
    assert cut_off({name: pages}, project) == []


@EVERY_ROOM
def test_every_paper_of_every_room_is_readable_and_whole_in_one_language(room: str) -> None:
    turn, locales = ROOMS.index(room), list(LOCALES.values())
    layouts = [name for name in PAPERS if name.startswith("labels")]
    papers = [*(name for name in PAPERS if name not in layouts), layouts[turn % len(layouts)]]
    for number, name in enumerate(papers):
        check(name, replace(a_furnished(room), locale=locales[(number + turn) % len(locales)]))


@pytest.mark.full
@EVERY_ROOM
@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_every_paper_of_every_room_is_readable_and_whole_in_every_language(locale: Locale, room: str) -> None:
    for name in PAPERS:
        check(name, replace(a_furnished(room), locale=locale))
