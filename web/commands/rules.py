"""`furnish rules`: every rule that designs are looked over by, with its level and its numbers."""

from __future__ import annotations

import argparse

from furnishing.json_text import to_json
from furnishing.rules.book import RuleBook
from furnishing.rules.listing import markdown, numbers, values
from furnishing.rules.registry import rules
from furnishing.rules.rule import RuleFamily
from web.inputs import rules_of


def run(given: argparse.Namespace) -> int:
    """List the rules by family."""
    book = rules_of(given.rules)
    if given.json:
        print(to_json({"rules": values(book)}), end="")
    elif given.markdown:
        print(markdown(book), end="")
    else:
        print(_text(book))
    return 0


def _text(book: RuleBook) -> str:
    lines = []
    for family in RuleFamily:
        own = [rule for rule in rules() if rule.family is family]
        lines.append(f"{family.value} ({len(own)})")
        for rule in own:
            setting = book.of(rule)
            level = setting.level.value if setting.on else "off"
            lines.append(f"  {rule.code:24}  {level:8}  {rule.title}")
            if setting.entries:
                lines.append(f"  {'':24}  {'':8}  {numbers(setting.entries)}")
        lines.append("")
    return "\n".join([*lines, f"{len(rules())} rules; furnish rules --json for programs"])
