"""Controls that several forms have: a length, a choice, a line of words."""

from __future__ import annotations

from collections.abc import Iterable

from web.forms.controls import Control, Kind, Option


def length(name: str, label: str, default: str, least: str, most: str, *, hint: str = "") -> Control:
    return Control(name=name, label=label, unit="mm", default=default, least=least, most=most, hint=hint)


def choice(name: str, label: str, options: Iterable[str], default: str = "") -> Control:
    answers = tuple(Option(each, each.capitalize()) for each in options)
    return Control(name=name, label=label, kind=Kind.CHOICE, options=answers, default=default or answers[0].value)


def words(name: str, label: str, hint: str = "") -> Control:
    return Control(name=name, label=label, kind=Kind.TEXT, optional=True, hint=hint)
