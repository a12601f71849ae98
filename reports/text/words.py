"""The words of the papers: catalogue files by language and paper, texts with named placeholders and plural forms.

`reports/text/<language>/<paper>.json` holds the texts of one paper in one language; a text is asked for as
`<paper>.<name>`. English is the source: it has every text. docs/languages.md says how to add texts and languages.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from string import Formatter
from typing import Final, TypeAlias

import babel

from reports.text.languages import SOURCE, folder, languages
from reports.text.numbers import number

COUNT: Final = "n"
"""The placeholder whose number chooses the plural form."""

Value: TypeAlias = str | int | Decimal
"""What may stand for a placeholder; numbers are written as the language writes them."""

Entry: TypeAlias = str | Mapping[str, str]
"""A text, or one for each plural form (`one`, `few`, `many`, `other`)."""


class UnknownTextError(KeyError):
    """No paper has a text of this name."""

    def __init__(self, key: str) -> None:
        super().__init__(f"there is no text {key!r}; add it to reports/text/{SOURCE} and to every other language")
        self.key = key


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language. Raises ValueError for a language that has none."""

    language: str = SOURCE

    def __post_init__(self) -> None:
        if self.language not in languages():
            raise ValueError(f"there are no texts in {self.language!r}; use one of {', '.join(languages())}")

    def text(self, key: str, **values: Value) -> str:
        """The text `key` (such as `cut_list.title`) with its placeholders filled; `n` chooses the plural form.

        A text that is missing in this language is told in English behind the mark `[en]`. Raises UnknownTextError
        for a key that no paper has, KeyError for a placeholder without a value.
        """
        entry = texts(self.language).get(key)
        if entry is None:
            return f"[{SOURCE}] {Words().text(key, **values)}" if self.language != SOURCE else _unknown(key)
        pattern = entry if isinstance(entry, str) else entry[self._form(entry, values[COUNT])]
        return pattern.format_map({name: self._written(value) for name, value in values.items()})

    def has(self, key: str) -> bool:
        """Whether the source language has this text."""
        return key in texts(SOURCE)

    def _written(self, value: Value) -> str:
        return value if isinstance(value, str) else number(value, self.language)

    def _form(self, entry: Mapping[str, str], count: Value) -> str:
        if isinstance(count, str):
            raise TypeError(f"the plural form goes by a number, not by {count!r}")
        form = plural_form(self.language, count)
        return form if form in entry else "other"


def _unknown(key: str) -> str:
    raise UnknownTextError(key)


def plural_form(language: str, count: int | Decimal) -> str:
    """`one`, `few`, `many` or `other`, by the plural rules of the Unicode CLDR."""
    return str(babel.Locale.parse(language, sep="-").plural_form(count))


@cache
def texts(language: str) -> Mapping[str, Entry]:
    """All texts of a language by `<paper>.<name>`."""
    found: dict[str, Entry] = {}
    for file in sorted(folder().joinpath(language).iterdir(), key=lambda each: each.name):
        if file.name.endswith(".json"):
            paper = file.name.removesuffix(".json")
            for name, entry in json.loads(file.read_text(encoding="utf-8")).items():
                found[f"{paper}.{name}"] = entry
    return found


def placeholders(entry: Entry) -> frozenset[str]:
    """The names in braces in a text; of plural forms, those in any of them."""
    patterns = (entry,) if isinstance(entry, str) else tuple(entry.values())
    return frozenset(name for each in patterns for _, name, _, _ in Formatter().parse(each) if name is not None)
