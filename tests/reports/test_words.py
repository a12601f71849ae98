"""Texts: every language has every text, with the same placeholders and all its plural forms."""

from __future__ import annotations

from decimal import Decimal

import babel
import pytest

from reports.text.languages import SOURCE, languages
from reports.text.words import Entry, UnknownTextError, Words, placeholders, texts

OTHERS = [each for each in languages() if each != SOURCE]
EVERY_OTHER = pytest.mark.parametrize("language", OTHERS)


def forms(language: str) -> set[str]:
    """The plural forms of whole numbers; Spanish `many` is for whole millions only, which no paper counts."""
    rules = babel.Locale.parse(language, sep="-").plural_form
    return {rules(count) for count in range(200)}


def test_five_languages_are_there_to_begin_with() -> None:
    assert set(languages()) >= {"en", "de", "zh-Hans", "ru", "es"}


@EVERY_OTHER
def test_no_text_is_missing_and_none_is_left_over(language: str) -> None:
    missing = sorted(texts(SOURCE).keys() - texts(language).keys())
    over = sorted(texts(language).keys() - texts(SOURCE).keys())
    assert (missing, over) == ([], []), f"add to or take from reports/text/{language}"


@EVERY_OTHER
def test_placeholders_are_those_of_the_english_text(language: str) -> None:
    wrong = {
        key: (placeholders(texts(SOURCE)[key]), placeholders(entry))
        for key, entry in texts(language).items()
        if key in texts(SOURCE) and placeholders(entry) != placeholders(texts(SOURCE)[key])
    }
    assert wrong == {}


@pytest.mark.parametrize("language", languages())
def test_counted_texts_have_all_plural_forms_of_their_language(language: str) -> None:
    def lacks(entry: Entry) -> set[str]:
        return set() if isinstance(entry, str) else (forms(language) | {"other"}) - entry.keys()

    assert {key: lacks(entry) for key, entry in texts(language).items() if lacks(entry)} == {}


@EVERY_OTHER
def test_no_text_is_empty(language: str) -> None:
    every = ((key, each) for key, entry in texts(language).items() for each in _patterns(entry))
    assert [key for key, each in every if not each.strip() and key != "language.gap"] == []


def _patterns(entry: Entry) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry.values())


def test_russian_counts_by_its_own_rules() -> None:
    told = [Words("ru").text("cut_list.parts", n=count) for count in (1, 2, 5, 11, 21, 112, 12_345)]
    assert told == [
        "1 деталь",
        "2 детали",
        "5 деталей",
        "11 деталей",
        "21 деталь",
        "112 деталей",
        "12\u00a0345 деталей",
    ]


def test_a_fraction_has_its_own_form() -> None:
    assert Words("ru").text("cut_list.parts", n=Decimal("2.5")) == "2,5 детали"


def test_values_are_never_read_as_texts() -> None:
    assert Words().text("room.plan", room="{n} %s {0}") == "Plan of {n} %s {0}"


def test_a_text_missing_in_a_language_is_seen_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    only = {key: entry for key, entry in texts("de").items() if key != "cut_list.parts"}
    english = texts(SOURCE)
    monkeypatch.setattr("reports.text.words.texts", lambda language: only if language == "de" else english)
    assert Words("de").text("cut_list.parts", n=12_000) == "[en] 12\u202f000 parts"


@pytest.mark.parametrize("language", languages())
def test_an_unknown_text_is_refused(language: str) -> None:
    with pytest.raises(UnknownTextError, match=r"cut_list\.nonsense"):
        Words(language).text("cut_list.nonsense")


def test_a_language_without_texts_is_refused_with_those_that_have() -> None:
    with pytest.raises(ValueError, match="'fr'; use one of en, de, es, ru, zh-Hans"):
        Words("fr")


def test_a_value_left_out_is_refused() -> None:
    with pytest.raises(KeyError, match="room"):
        Words().text("room.plan")
