"""Every rule: documented, sourced, its numbers in the file, quiet where it holds, telling figures where it breaks."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pytest

from furnishing.issues import Issue
from furnishing.rules.book import default_book, read_book
from furnishing.rules.listing import markdown
from furnishing.rules.look import checked
from furnishing.rules.registry import rules
from furnishing.rules.rule import Rule, RuleFamily
from furnishing.rules.scene import Scene
from tests.furnishing.rule_cases import Case

PROJECT = Path(__file__).parents[2]
CASES: dict[str, Case] = {
    code: case
    for file in sorted(Path(__file__).parent.glob("rule_cases_*.py"))
    for code, case in importlib.import_module(f"tests.furnishing.{file.stem}").CASES.items()
}
EVERY = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
WITHOUT_FIGURES = {"worktop-not-included"}
"""Its sentence is on the quote in every language, where the units themselves are listed."""

OFF = [rule.code for rule in rules() if not default_book().of(rule).on]
ALL_ON = read_book(
    '{"format": "furnish-rules/1", "rules": {' + ", ".join(f'"{code}": {{"on": true}}' for code in OFF) + "}}"
)


def told(rule: Rule, scene: Scene) -> list[Issue]:
    """What one rule finds in a scene."""
    return [issue for issue in checked(scene, ALL_ON) if issue.code == rule.code]


def test_there_are_at_least_eighty_rules_in_five_families() -> None:
    assert len(rules()) >= 80
    assert {rule.family for rule in rules()} == set(RuleFamily)


def test_every_case_is_that_of_a_rule() -> None:
    assert CASES.keys() - {rule.code for rule in rules()} == set()


@EVERY
def test_a_rule_is_quiet_where_it_holds(rule: Rule) -> None:
    assert told(rule, CASES[rule.code].holds()) == []


@EVERY
def test_a_rule_tells_the_figures_where_it_breaks(rule: Rule) -> None:
    found = told(rule, CASES[rule.code].breaks())
    assert found
    text = "\n".join(issue.message for issue in found)
    for figure in CASES[rule.code].told:
        assert figure in text
    assert rule.code in WITHOUT_FIGURES or re.search(r"\d", re.sub(r"\b[KF]\d\d\b|wall \d", "", text))


@EVERY
def test_a_rule_is_fit_to_be_read(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.code)
    assert inspect.getdoc(rule.check) or rule.family is RuleFamily.MACHINING or rule.code.endswith("-far")
    for sentence in (rule.title, rule.source, rule.fix):
        assert sentence
        assert not sentence.endswith(".")


@EVERY
def test_a_rule_reads_exactly_the_numbers_it_declares(rule: Rule) -> None:
    setting = default_book().of(rule)
    assert tuple(entry.name for entry in setting.entries) == rule.numbers
    assert all(entry.source for entry in setting.entries)


def test_every_source_tag_of_a_number_is_explained() -> None:
    tags = set(default_book().sources)
    for rule in rules():
        for entry in default_book().of(rule).entries:
            tag = re.split(r"[:,]| has | warns ", entry.source)[0].strip()
            assert tag in tags | {"KCMA 15 psf"}, entry.source


def test_the_page_of_rules_is_that_of_the_registry() -> None:
    page = (PROJECT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert page == markdown(default_book()), "write it anew: furnish rules --markdown > docs/rules.md"
