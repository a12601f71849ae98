"""The title block has room for what every page must say, however many pages there are."""

from dataclasses import replace

import pytest

from reports.page import A4_LANDSCAPE, A4_PORTRAIT, Body, Paper, compose
from reports.text.languages import languages
from reports.text.locale import Locale
from tests.reports.builders import a_project


@pytest.mark.parametrize("paper", [A4_PORTRAIT, A4_LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("language", languages())
def test_page_numbers_of_a_thousand_pages_are_whole(paper: Paper, language: str) -> None:
    project = replace(a_project(), locale=Locale(language=language))
    pages = compose(project, "Cut list", paper, [Body(items=())] * 1000)
    last = project.locale.text("page.page_of", page=1000, pages=1000)
    assert last in {text.text for text in pages[-1].texts}
