"""All papers of sample rooms in every language and in inches: nothing missing, cut off, broken or drawn over."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from reports.cutlist import cut_list_pages
from reports.diagrams import cutting_diagrams
from reports.drawing import Document
from reports.label_layouts import LAYOUTS
from reports.label_run import LabelRun
from reports.labels import labels
from reports.project import Project
from reports.saw_lines import SawKind
from reports.step_paper import step_pages
from reports.tables import GREY
from reports.text.languages import SOURCE, Units, languages
from reports.text.locale import Locale
from reports.text.words import texts
from tests.reports.builders import an_operators_project
from tests.reports.furnished import a_kitchen
from tests.reports.page_checks import assert_texts_are_readable
from tests.web.test_sample_papers import a_furnished, papers_of

EVERY = pytest.mark.parametrize("language", languages())
ROOMS = ("l_kitchen", "study")
SMALLEST = {"labels": 5.5}
"""Long lines of labels; all other papers keep eight points."""


@cache
def papers_in(language: str, room: str, units: Units = Units.MILLIMETRES) -> dict[str, Document]:
    return documents(replace(a_furnished(room), locale=Locale(language=language, units=units)))


def documents(project: Project) -> dict[str, Document]:
    steps = {f"{saw.value} saw": step_pages(project, saw) for saw in SawKind}
    return {**papers_of(project), **steps, "labels": labels(project)}


def check(papers: dict[str, Document]) -> None:
    for name, pages in papers.items():
        for page in pages:
            assert_texts_are_readable(page, smallest=SMALLEST.get(name, 8.0))


@EVERY
@pytest.mark.parametrize("room", ROOMS)
def test_every_page_is_readable(language: str, room: str) -> None:
    check(papers_in(language, room))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_page_is_readable_in_inches(language: str) -> None:
    check(papers_in(language, "study", Units.INCHES))


@EVERY
def test_papers_of_a_list_of_panels_are_readable(language: str) -> None:
    project = replace(an_operators_project(), locale=Locale(language=language))
    steps = {f"{saw.value} saw": step_pages(project, saw) for saw in SawKind}
    diagrams = {f"diagrams of a {saw.value} saw": cutting_diagrams(project, saw) for saw in SawKind}
    check({"cut list": cut_list_pages(project), **diagrams, "labels": labels(project), **steps})


@EVERY
@pytest.mark.parametrize("layout", ["roll-62x29", "roll-70x70", "L7160"])
def test_labels_of_other_papers_are_readable(language: str, layout: str) -> None:
    project = replace(a_furnished("study"), locale=Locale(language=language))
    check({"labels": labels(project, LabelRun(layout=LAYOUTS[layout]))})


@EVERY
def test_a_room_with_everything_in_it_is_readable(language: str) -> None:
    check(documents(replace(a_kitchen(slope=True), locale=Locale(language=language))))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_size_in_inches_is_cut_off(language: str) -> None:
    assert cut_off(papers_in(language, "study", Units.INCHES), a_furnished("study")) == []


SIZE = re.compile(r"~(\d+|(\d+-)?\d+/(2|4|8|16|32|64))[×,]?")


def test_no_size_in_inches_is_broken() -> None:
    for name, pages in papers_in("en", "study", Units.INCHES).items():
        words = [word for page in pages for text in page.texts for word in text.text.split() if "~" in word]
        assert [word for word in words if not SIZE.fullmatch(word)] == [], name


@EVERY
@pytest.mark.parametrize("room", ROOMS)
def test_no_word_is_missing_or_cut_off(language: str, room: str) -> None:
    assert cut_off(papers_in(language, room), a_furnished(room)) == []


def cut_off(papers: dict[str, Document], project: Project) -> list[tuple[str, str]]:
    """Texts that are not there or end in dots; the names that people give may be cut where they are long."""
    own = (project.name, project.customer)
    every = ((name, text.text) for name, pages in papers.items() for page in pages for text in page.texts)
    return [
        (name, text)
        for name, text in every
        if text.startswith("[en]") or ("…" in text and not any(each.startswith(text.partition("…")[0]) for each in own))
    ]


@pytest.mark.parametrize("language", [each for each in languages() if each != "zh-Hans"])  # Chinese breaks anywhere
@pytest.mark.parametrize("room", ROOMS)
def test_heads_of_columns_are_broken_between_words_only(language: str, room: str) -> None:
    known = vocabulary(language)
    for name, pages in papers_in(language, room).items():
        heads = {text.text for page in pages for text in page.texts if text.colour == GREY}
        assert {head for head in heads if not set(head.split()) <= known} == set(), name


@cache
def vocabulary(language: str) -> frozenset[str]:
    """All words of a language as they may stand in a head; placeholders of heads are units and currencies."""
    found = {"EUR"}
    for entry in texts(language).values():
        for pattern in (entry,) if isinstance(entry, str) else entry.values():
            words = pattern.replace("{unit}", str(texts(language)["units.mm"])).replace("{currency}", "EUR")
            found |= set(words.split())
    return frozenset(found)


def test_languages_differ_and_english_is_the_source() -> None:
    titles = {language: papers_in(language, "study")["quote"][0].title for language in languages()}
    assert len(set(titles.values())) == len(languages())
    assert titles[SOURCE].startswith("Quote, ")


@pytest.mark.parametrize("language", [each for each in languages() if each != SOURCE])
@pytest.mark.parametrize("room", ROOMS)
def test_a_quote_tells_its_customer_nothing_in_english(language: str, room: str) -> None:
    project = a_furnished(room)
    assert project.design is not None
    told = " ".join(text.text for page in papers_in(language, room)["quote"] for text in page.texts)
    for issue in project.design.issues:
        assert issue.message[:25] not in told
