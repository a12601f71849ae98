"""Names that are data: translated where English has a text for exactly that name, else shown as they stand."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from furnishing.cabinets.registry import kinds
from furnishing.catalogue_file import default_catalogue
from furnishing.parts import Part
from furnishing.vat import vat_data
from reports.project import Project
from reports.quantities import habits
from reports.text.languages import SOURCE, languages
from reports.text.locale import Locale
from reports.text.names import named, part_name
from reports.text.words import Words
from tests.reports.builders import a_project, some_parts

EVERY_OTHER = pytest.mark.parametrize("language", [each for each in languages() if each != SOURCE])


def a_part(role: str, name: str) -> Part:
    return replace(some_parts()[0], role=role, name=name)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Drawer side left 2"),
        ("de", "Schubkastenseite links 2"),
        ("zh-Hans", "左抽屉侧板2"),
        ("ru", "Бок ящика слева 2"),
        ("es", "Costado de cajón izq. 2"),
    ],
)
def test_a_part_is_its_role_its_place_and_its_number(language: str, told: str) -> None:
    assert part_name(Words(language), a_part("drawer-side", "Drawer side left 2")) == told


def test_a_role_that_nobody_knows_is_found_by_its_words() -> None:
    assert part_name(Words("de"), a_part("corner-shelf", "Shelf 3")) == "Fachboden 3"


@pytest.mark.parametrize("name", ["Sideways", "Side of oak", "Tante Ernas Brett"])
def test_a_name_of_its_own_stays(name: str) -> None:
    assert part_name(Words("de"), a_part("side", name)) == name


def test_a_pattern_covers_all_finishes_and_sizes() -> None:
    assert named(Words("de"), "goods", "White ABS band 0.8 x 23 mm") == "ABS-Kante Weiß 0,8 x 23 mm"
    assert named(Words("ru"), "goods", "Our blue melamine chipboard 19 mm") == "ЛДСП Our blue 19 мм"
    assert named(Words("de"), "goods", "Kiefer 18") == "Kiefer 18"


def test_a_project_names_things_in_its_language() -> None:
    project = replace(a_project(), locale=Locale(language="es"))
    assert project.part_name(some_parts()[0]) == "Costado"
    assert project.material_name("W18") == "Oak chipboard 18"
    assert isinstance(project, Project)
    assert project.date == datetime.date(2025, 3, 14)


@EVERY_OTHER
def test_everything_in_the_shipped_catalogue_has_words(language: str) -> None:
    catalogue, words = default_catalogue(), Words(language)
    goods = [each.name for each in (*catalogue.materials, *catalogue.bands, *catalogue.hardware)]
    assert [each for each in goods if named(words, "goods", each) == each] == []
    finishes = [each.name for each in catalogue.finishes]
    assert [each for each in finishes if named(words, "finishes", each) == each] == []
    left_out = [each.text for each in habits().not_included]
    assert [each for each in left_out if named(words, "not_included", each) == each] == []
    conditions = [rule.condition for country in vat_data().countries.values() for rule in country.reduced]
    assert [each for each in conditions if named(words, "vat", each) == each] == []


@EVERY_OTHER
def test_every_kind_has_words(language: str) -> None:
    assert [kind.name for kind in kinds() if named(Words(language), "kinds", kind.name) == kind.name] == []


@EVERY_OTHER
def test_an_issue_that_has_words_is_told_with_its_numbers(language: str) -> None:
    message = "units of 2300 mm can fall over; wall anchors are in the hardware list"
    told = named(Words(language), "issues", message)
    assert told != message
    assert "2300" in told
