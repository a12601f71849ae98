"""The numbers of the rules as a file, format `furnish-rules/1`: each with its unit and its source.

A workshop may switch a rule off, give it another level or another number with a file of its own that holds only what
differs; the rest is that of `data/rules.json`, which comes with the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Final

from furnishing.issues import Level
from furnishing.reading import Fields, open_record
from furnishing.rules.registry import rules
from furnishing.rules.rule import Numbers, Rule
from furnishing.units import Length

FORMAT: Final = "furnish-rules/1"
LENGTH: Final = "mm"
UNITS: Final = (LENGTH, "kg", "kg/m", "kg/m2", "m2", "degrees", "ratio", "piece")
"""Units of numbers; what is in mm becomes a length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One number of a rule as the file has it; `value` in `unit`, `length` in micrometres where the unit is mm."""

    name: str
    unit: str
    value: Decimal
    length: Length
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How one rule is used: whether at all, at which level, with which numbers."""

    on: bool
    level: Level
    entries: tuple[Entry, ...]

    @property
    def numbers(self) -> Numbers:
        """The numbers for the check of the rule."""
        return Numbers(
            {each.name: each.length for each in self.entries if each.unit == LENGTH},
            {each.name: each.value for each in self.entries if each.unit != LENGTH},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBook:
    """The settings of all rules by code, and what their source tags stand for."""

    settings: Mapping[str, Setting]
    sources: Mapping[str, str]

    def of(self, rule: Rule) -> Setting:
        """The setting of a rule."""
        return self.settings[rule.code]


@cache
def default_book() -> RuleBook:
    """The settings that come with the program."""
    file = resources.files("furnishing").joinpath("data", "rules.json")
    return _read(file.read_bytes(), "rules.json", None)


def read_book(text: str | bytes, source: str = "") -> RuleBook:
    """The settings of a workshop's file laid over ours; InputError with all its faults."""
    return _read(text, source, default_book())


def _read(text: str | bytes, source: str, under: RuleBook | None) -> RuleBook:
    """The settings of a file; without any `under` them it must hold every number of every rule."""
    fields = open_record(text, FORMAT, source)
    fields.read_unit()
    told = fields.take("sources", {})
    sources = {str(tag): str(text) for tag, text in told.items()} if isinstance(told, dict) else {}
    shared = _record(fields, "common")
    group = _record(fields, "rules")
    common: dict[str, Entry] = {}
    settings = {}
    for rule in rules():
        below = None if under is None else under.of(rule)
        own = _record(group, rule.code) if group is not None else None
        settings[rule.code] = _setting(rule, own, shared, below, common)
    fields.finish()
    return RuleBook(settings=settings, sources={**(under.sources if under else {}), **sources})


def _record(fields: Fields, name: str) -> Fields | None:
    return fields.optional_record(name)


def _setting(
    rule: Rule, own: Fields | None, shared: Fields | None, below: Setting | None, common: dict[str, Entry]
) -> Setting:
    """One rule: its own numbers, else those common to several, else those below."""
    numbers = _record(own, "numbers") if own is not None else None
    found = []
    for name in rule.numbers:
        under = next((each for each in below.entries if each.name == name), None) if below else None
        if numbers is not None and numbers.has(name):
            found.append(_entry(numbers, name, under))
        elif shared is not None and (shared.has(name) or under is None):
            if name not in common:
                common[name] = _entry(shared, name, under)
            found.append(common[name])
        elif under is not None:
            found.append(under)
    on = below.on if below else True
    level = below.level if below else rule.level
    if own is not None:
        on = own.boolean("on", on)
        level = own.choice("level", Level, level)
    return Setting(on=on, level=level, entries=tuple(found))


def _entry(fields: Fields, name: str, under: Entry | None) -> Entry:
    """A number with unit and source; laid over another it keeps that one's unit, and may leave out both."""
    record = fields.record(name)
    unit = record.word("unit", UNITS, under.unit if under else None)
    source = record.text("source", "set by the workshop" if under else "")
    if not source:
        record.fault("source", "this field is missing; say where the number comes from, G where nobody knows")
    if under is not None and unit != under.unit:
        record.fault("unit", f"{unit} stands where {under.unit} is needed")
    if unit == LENGTH:
        length = record.length("value", least=0)
        return Entry(name=name, unit=unit, value=Decimal(length) / 1000, length=length, source=source)
    return Entry(name=name, unit=unit, value=record.number("value"), length=0, source=source)
