"""All rules over one scene: findings become issues, equal ones become one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.catalogue import Catalogue
from furnishing.construction import Construction
from furnishing.issues import Issue, Level
from furnishing.layout.placement import Layout
from furnishing.room import Room
from furnishing.rules.book import RuleBook, default_book
from furnishing.rules.registry import rules
from furnishing.rules.rule import Finding, Rule
from furnishing.rules.scene import Scene, scene_of
from furnishing.style import Style

NAMED: Final = 3
"""So many places of equal findings are named in the sentence; all of them stand in `Issue.places`."""


def look_over(
    room: Room,
    style: Style,
    layout: Layout,
    cabinets: Sequence[Cabinet],
    catalogue: Catalogue,
    construction: Construction,
    book: RuleBook | None = None,
    others: Mapping[str, Construction] | None = None,
) -> tuple[Issue, ...]:
    """Every finding over one design, family by family; `others` are constructions of single cabinets by their id."""
    return checked(scene_of(room, style, layout.placements, cabinets, catalogue, construction, others), book)


def checked(scene: Scene, book: RuleBook | None = None) -> tuple[Issue, ...]:
    """Every finding over a scene by the rules that are on."""
    settings = book or default_book()
    found: list[Issue] = []
    for rule in rules():
        setting = settings.of(rule)
        if setting.on:
            # A level that the workshop sets holds for all findings of the rule.
            forced = setting.level if setting.level is not rule.level else None
            found += _grouped(rule, scene, list(rule.check(scene, setting.numbers)), forced)
    return tuple(found)


def _grouped(rule: Rule, scene: Scene, findings: list[Finding], forced: Level | None) -> list[Issue]:
    """One issue for all findings that say the same; those of cabinets and parts begin with their ids."""
    groups: dict[tuple[str, Level, str], list[str]] = {}
    for each in findings:
        key = (each.says, forced or each.level or rule.level, each.fix or rule.fix)
        places = groups.setdefault(key, [])
        if each.where not in places:
            places.append(each.where)
    found = []
    for (says, level, fix), places in groups.items():
        where = _named(places)
        standing = places[0].partition(".")[0] in scene.by_id
        message = f"{where}: {says}" if standing else says
        found.append(Issue(code=rule.code, level=level, message=message, where=where, fix=fix, places=tuple(places)))
    return found


def _named(places: list[str]) -> str:
    if len(places) <= NAMED + 1:
        return ", ".join(places)
    return f"{', '.join(places[:NAMED])} and {len(places) - NAMED} more"
