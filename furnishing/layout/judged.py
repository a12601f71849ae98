"""What a search hands out: an arrangement that breaks no rule, with its score, price and what sets it apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeAlias

from furnishing.cabinets.kind import Zone
from furnishing.layout.arrange import Item, Row
from furnishing.layout.limits import objective
from furnishing.layout.placement import Placement
from furnishing.layout.score import Score
from furnishing.money import Money
from furnishing.units import MICROMETRES

Feature = str | int | bool | tuple["Feature", ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What a person sees of a layout at first sight; docs/layout.md says how two of them are compared.

    `walls` are those furnished; `tall`, `sink`, `hob`, `fridge` where these stand: first the wall, then, of sink and
    hob on one wall, the side of the other; `island` the wall it stands before; `closure` how fronts open; `order` what
    follows what from left to right.
    """

    shape: str
    walls: frozenset[int]
    tall: Feature = None
    sink: Feature = None
    hob: Feature = None
    fridge: Feature = None
    oven: Feature = None
    island: Feature = None
    corner: Feature = None
    closure: Feature = None
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """What an arrangement offers less of than was wished for; a `length` or a count. `way` would make room for it."""

    what: str
    wished: int
    has: int
    way: str
    is_length: bool = True

    def amount(self, value: int) -> str:
        """A length in metres, or a count."""
        return f"{value / MICROMETRES['m']:.1f} m" if self.is_length else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An arrangement that breaks no rule. `missing` are roles wished for that found no place, `short` what is less.

    `corners` are walls whose run goes on round the corner at their right end.
    """

    features: Features
    items: tuple[Item, ...]
    rows: tuple[Row, ...]
    missing: tuple[str, ...]
    score: Score
    placements: tuple[Placement, ...]
    price: Money
    corners: frozenset[int] = frozenset()
    short: tuple[Short, ...] = ()

    @property
    def rank(self) -> tuple[float, str]:
        """Best first; what scores alike keeps one order whatever the search did."""
        return (-self.score.total, repr([(each.kind, each.wall, each.offset) for each in self.placements]))


def distance(one: Features, other: Features) -> float:
    """How different two layouts look: the sum of the weights of what differs (`data/layout/objective.json`)."""
    weights = objective().distance
    far = float(weights["walls"]) * len(one.walls ^ other.walls)
    for name in ("shape", "tall", "sink", "hob", "fridge", "oven", "island", "corner", "closure", "order"):
        here, there = getattr(one, name), getattr(other, name)
        if here != there:
            far += float(weights[name]) * (HALF if name in SIDED and _wall(here) == _wall(there) else 1)
    return far


SIDED: Final = frozenset({"sink", "hob"})
HALF: Final = 0.5


def _wall(feature: Feature) -> Feature:
    return feature[0] if isinstance(feature, tuple) else feature


TOLERATED = 8.0
"""Points by which an alternative may be worse than the best: beyond that it only fills the list."""

FEW: Final = 3
"""Fewer layouts than these are no choice."""

STRICTEST = 6


def alternatives(found: Sequence[Judged], count: int) -> tuple[Judged, ...]:
    """So many layouts, best first, that differ as much as the pool allows, and never by less than the least."""
    ranked = sorted(found, key=lambda each: each.rank)
    least = int(objective().distance["least"])
    best: list[Judged] = []
    for strict in range(STRICTEST, least - 1, -1):
        chosen = _apart(ranked, count, strict)
        if len(chosen) > len(best):
            best = chosen
        if len(best) == count:
            break
    if len(best) < min(count, FEW):
        best = max((best, _apart(ranked, count, least, tolerated=100.0)), key=len)
    return tuple(best)


def _apart(ranked: Sequence[Judged], count: int, least: float, tolerated: float = TOLERATED) -> list[Judged]:
    chosen: list[Judged] = []
    for each in ranked:
        if len(chosen) == count or (chosen and chosen[0].score.total - each.score.total > tolerated):
            break
        if all(distance(each.features, other.features) >= least for other in chosen):
            chosen.append(each)
    return chosen


def base_order(items: Sequence[Item]) -> tuple[str, ...]:
    """The roles along the walls from left to right, storage left out: what a person sees of the order."""
    low = sorted((each for each in items if each.zone is not Zone.WALL), key=lambda each: (each.wall, each.offset))
    roles = [each.role for each in low if each.role not in {"storage", "filler", "pullout", "corner"}]
    return tuple(role for role, before in zip(roles, ["", *roles], strict=False) if role != before)


class Pause(Enum):
    """A moment in which a search can be stopped, between two structures."""

    HERE = "here"
    GUESSED = "guessed"
    """One structure was looked at, roughly."""


Looked: TypeAlias = "Judged | Pause | None"
"""What a search says as it goes on: a structure judged, None for one that cannot be, or a moment to stop."""
