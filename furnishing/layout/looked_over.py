"""The last look at a layout before it is handed out: the rules of designs, those that no design may break.

The search keeps off what its own geometry sees. Doors and drawers as they open, and all else that would keep a design
from the saw, are judged by the same rules that judge designs, over units that the estimate has built already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from furnishing.issues import Level
from furnishing.layout.estimate import Estimator
from furnishing.layout.placement import Placement
from furnishing.room import Room
from furnishing.rules.book import Setting, default_book
from furnishing.rules.registry import rules
from furnishing.rules.rule import Rule, RuleFamily
from furnishing.rules.scene import scene_of

JUDGED: Final = frozenset({RuleFamily.GEOMETRY, RuleFamily.ERGONOMICS})
"""Families of rules that depend on where units stand; the others depend on single units."""


def errors(placements: Sequence[Placement], room: Room, estimator: Estimator) -> Iterator[str]:
    """What would stop the design of these placements, each as a sentence."""
    units = [estimator.of(each) for each in placements]
    cabinets = [
        replace(unit.cabinet, id=placed.cabinet)
        for unit, placed in zip(units, placements, strict=True)
        if unit is not None
    ]
    if len(cabinets) < len(units):
        yield "a unit cannot be made"
        return
    scene = scene_of(room, estimator.style, placements, cabinets, estimator.catalogue, estimator.rules)
    for rule, setting in _stopping():
        for found in rule.check(scene, setting.numbers):
            if (found.level or rule.level) is Level.ERROR:
                yield f"{rule.code} at {found.where}: {found.says}"


@cache
def _stopping() -> tuple[tuple[Rule, Setting], ...]:
    """The rules that can find an error, with their numbers."""
    settings = [(rule, default_book().of(rule)) for rule in rules() if rule.family in JUDGED]
    return tuple((rule, setting) for rule, setting in settings if setting.on and rule.level is Level.ERROR)
