"""What every rule declares: a stable code, a family, a level, a source, its numbers, and a way out.

A rule is a small function over a scene that yields findings. The decorator `rule` makes a `Rule` of it, and the
registry finds every `Rule` in the modules of the five families. Numbers stand in `data/rules.json` under the code of
the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from furnishing.issues import Level
from furnishing.rules.scene import Scene
from furnishing.units import Length, show


class RuleFamily(StrEnum):
    """What a rule looks at; findings are printed in this order."""

    GEOMETRY = "geometry"
    MACHINING = "machining"
    STRENGTH = "strength"
    ERGONOMICS = "ergonomics"
    TRADE = "trade"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one rule by name: lengths in micrometres, all others exact decimals in the unit of the file."""

    lengths: Mapping[str, Length]
    others: Mapping[str, Decimal]

    def length(self, name: str) -> Length:
        """A length; KeyError where the rule has none of this name."""
        return self.lengths[name]

    def number(self, name: str) -> Decimal:
        """A number that is no length; KeyError where the rule has none of this name."""
        return self.others[name]

    def mm(self, name: str) -> str:
        """A length as people read it, with its unit."""
        return f"{show(self.lengths[name])} mm"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule does not hold, and the sentence with the numbers; equal sentences are told once.

    `level` and `fix` are those of the rule where they are not given.
    """

    where: str
    says: str
    level: Level | None = None
    fix: str = ""


Check = Callable[[Scene, Numbers], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of the trade. `numbers` are the names it reads from `data/rules.json`.

    `source` says where the rule comes from, in the tags of that file; G is trade knowledge without a source. What is
    `quoted` stands on the quote too, since a customer should know it before signing.
    """

    code: str
    family: RuleFamily
    level: Level
    title: str
    source: str
    numbers: tuple[str, ...]
    fix: str
    check: Check
    quoted: bool = False


def rule(
    family: RuleFamily,
    level: Level,
    *,
    code: str,
    title: str,
    source: str,
    fix: str,
    numbers: tuple[str, ...] = (),
    quoted: bool = False,
) -> Callable[[Check], Rule]:
    """Make a `Rule` of a function over a scene and the numbers of the rule."""

    def made(check: Check) -> Rule:
        return Rule(
            code=code,
            family=family,
            level=level,
            title=title,
            source=source,
            numbers=numbers,
            fix=fix,
            check=check,
            quoted=quoted,
        )

    return made
