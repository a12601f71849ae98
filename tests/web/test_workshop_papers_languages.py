"""Part drawings, assembly guide and room sheets in every language and in inches: whole, nothing drawn over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.assembly import assembly_pages
from reports.drawing import Document
from reports.part_drawing import part_drawing_pages
from reports.room_drawings import room_pages
from reports.text.languages import Units, languages
from reports.text.locale import Locale
from tests.reports.page_checks import assert_texts_are_readable
from tests.web.test_every_language import cut_off
from tests.web.test_sample_papers import a_furnished

SPOKEN = [*((each, Units.MILLIMETRES) for each in languages()), ("en", Units.INCHES)]


@pytest.mark.parametrize(("language", "units"), SPOKEN)
def test_papers_of_the_workshop_are_readable_and_whole(language: str, units: Units) -> None:
    project = replace(a_furnished("study"), locale=Locale(language=language, units=units))
    made: dict[str, Document] = {
        "parts": part_drawing_pages(project),
        "assembly": assembly_pages(project),
        "room": room_pages(project),
    }
    for pages in made.values():
        for page in pages:
            assert_texts_are_readable(page, smallest=8.0)
    assert cut_off(made, project) == []
