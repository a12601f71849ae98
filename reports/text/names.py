"""Names that are data (parts, cabinets, materials, articles) in the language of the papers.

A name is translated where English has a text that makes exactly it, and is shown as it stands anywhere else:
what a workshop calls its own things stays its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from string import Formatter

from furnishing.parts import Part
from reports.text.languages import SOURCE
from reports.text.numbers import signs
from reports.text.words import Words, texts

_FIGURES = re.compile(r"\d+(\.\d+)?")


def named(words: Words, paper: str, own: str) -> str:
    """The data's `own` name by the texts of a paper that hold such names: `kinds`, `goods`, `finishes`.

    A text there may have placeholders: `{finish}` is looked up among the finishes, figures get the decimal sign.
    """
    if words.language == SOURCE:
        return own
    for key, pattern in _patterns(paper):
        found = pattern.fullmatch(own)
        if found:
            values = {name: _value(words, name, value) for name, value in found.groupdict().items()}
            return words.text(key, **values)
    return own


def part_name(words: Words, part: Part) -> str:
    """The name of a part: the word for its role, and its places (left, rear) and number in the order of the language.

    English names are the role's English word followed by places and number; any other is shown as it stands.
    """
    if words.language == SOURCE:
        return part.name
    for role, english in _roles(part.role.replace(" ", "-")):
        if re.match(rf"{re.escape(english)}(\s|$)", part.name, re.IGNORECASE):
            rest = part.name[len(english) :].replace(".", " ").split()
            told = [_place(words, each) for each in rest]
            if None not in told:
                places = [each for each, own in zip(told, rest, strict=True) if each and not own[-1].isdigit()]
                figures = [own for own in rest if own[-1].isdigit()]
                return _joined(words, words.text(f"roles.{role}"), places, figures)
    return part.name


def _joined(words: Words, role: str, places: list[str], figures: list[str]) -> str:
    gap = words.text("language.gap")
    told = words.text("language.part", role=role, place=gap.join(places), number=" ".join(figures))
    return " ".join(told.split())


def _place(words: Words, own: str) -> str | None:
    """A place in the language; figures as they are; None for a word that is no place."""
    if own[-1].isdigit():
        return own
    return words.text(f"places.{own.lower()}") if words.has(f"places.{own.lower()}") else None


@cache
def _roles(first: str) -> tuple[tuple[str, str], ...]:
    """Roles with their English words: `first` before all, then the longest words first."""
    found = [(key.partition(".")[2], str(entry)) for key, entry in texts(SOURCE).items() if key.startswith("roles.")]
    return tuple(sorted(found, key=lambda each: (each[0] != first, -len(each[1]), each[0])))


def _value(words: Words, name: str, own: str) -> str:
    if name == "finish":
        return named(words, "finishes", own)
    return own.replace(".", signs(words.language)[0]) if _FIGURES.fullmatch(own) else own


@cache
def _patterns(paper: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The English texts of a paper as patterns, those with the fewest placeholders first."""
    every: Mapping[str, str] = {key: str(each) for key, each in texts(SOURCE).items() if key.startswith(f"{paper}.")}
    found = sorted(every.items(), key=lambda each: (each[1].count("{"), -len(each[1]), each[0]))
    return tuple((key, re.compile(_expression(pattern))) for key, pattern in found)


def _expression(pattern: str) -> str:
    return "".join(
        re.escape(text) + (f"(?P<{name}>.+)" if name == "finish" else f"(?P<{name}>[0-9.]+)" if name else "")
        for text, name, _, _ in Formatter().parse(pattern)
    )
