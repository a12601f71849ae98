"""All rules as a list: for people as Markdown, which is `docs/rules.md`, and as values for programs."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from furnishing.json_text import JsonValue
from furnishing.rules.book import LENGTH, Entry, RuleBook
from furnishing.rules.registry import rules
from furnishing.rules.rule import Rule, RuleFamily
from furnishing.units import show

_HEAD = """# Rules

Every design is looked over by these rules; what they find stands beside the cabinets as issues
([issues.md](issues.md)), equal findings in one line. `furnish rules` lists them, `furnish check ROOM` tells what they
find. An **error** stops the release to the saw until it is mended, or overruled with a recorded reason
(`furnish make ROOM --out DIR --override CODE="reason"`); a **warning** wants a look; **info** only tells.

Each number stands in `furnishing/data/rules.json` with its source; numbers of a construction method are in its own
file. A workshop lays a file of its own over them, with only what differs, and names it with `--rules FILE`:

    {"format": "furnish-rules/1", "rules": {
      "aisle-for-two": {"on": true},
      "way-narrow": {"level": "info", "numbers": {"walkway": {"value": 800}}}}}

To add a rule: write a function with the decorator `rule` in a module of `furnishing/rules/<family>/`, its numbers in
`rules.json`, one case that holds and one that breaks in `tests/furnishing/rule_cases_*.py`, and write this page anew
with `furnish rules --markdown > docs/rules.md`.
"""


def values(book: RuleBook) -> list[JsonValue]:
    """One object for each rule, in the order of the registry."""
    found: list[JsonValue] = []
    for each in rules():
        setting = book.of(each)
        found.append(
            {
                "code": each.code,
                "family": each.family.value,
                "level": setting.level.value,
                "on": setting.on,
                "title": each.title,
                "fix": each.fix,
                "source": each.source,
                "numbers": [
                    {"name": entry.name, "value": shown(entry), "unit": entry.unit, "source": entry.source}
                    for entry in setting.entries
                ],
            }
        )
    return found


def shown(entry: Entry) -> str:
    """The value of a number without its unit."""
    return show(entry.length) if entry.unit == LENGTH else f"{entry.value}"


def numbers(entries: tuple[Entry, ...]) -> str:
    """Numbers with names and units on one line."""
    return ", ".join(
        f"{entry.name} {shown(entry)}{'' if entry.unit == 'ratio' else f' {entry.unit}'}" for entry in entries
    )


def markdown(book: RuleBook) -> str:
    """The page of all rules."""
    return "\n".join([_HEAD, *(line for family in RuleFamily for line in _family(family, book))]).rstrip() + "\n"


def _family(family: RuleFamily, book: RuleBook) -> Iterator[str]:
    yield f"## {family.value.capitalize()}\n"
    yield "| code | level | what it says | what it looks at, and its numbers | what to do | source |"
    yield "|---|---|---|---|---|---|"
    for each in (rule for rule in rules() if rule.family is family):
        setting = book.of(each)
        level = setting.level.value if setting.on else f"{setting.level.value}, off"
        looks = " ".join(part for part in (looks_at(each), _told(setting.entries)) if part)
        yield f"| `{each.code}` | {level} | {each.title} | {looks} | {each.fix} | {each.source} |"
    yield ""


def looks_at(rule: Rule) -> str:
    """The first sentence of the docstring of a rule's check; empty where it has none."""
    return (inspect.getdoc(rule.check) or "").partition("\n")[0]


def _told(entries: tuple[Entry, ...]) -> str:
    told = numbers(entries)
    return f"({told})" if told else ""
