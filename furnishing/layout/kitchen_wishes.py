"""How much of what was wished for of a kitchen stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from furnishing.layout.arrange import Item
from furnishing.layout.candidate import wanted
from furnishing.programme import KitchenWish
from furnishing.units import Length

WEIGHTS: Mapping[str, int] = {"sink": 3, "hob": 3, "fridge": 4, "oven": 4, "dishwasher": 2}
"""How much more than other units these are missed."""


def weight(role: str) -> int:
    """How much a unit of a role is missed."""
    return WEIGHTS.get(role, 1)


def wished_widths(wish: KitchenWish) -> tuple[tuple[str, Length], ...]:
    """How wide those units are wished for that may be narrower."""
    return (("sink", wish.sink), ("dishwasher", wish.dishwasher))


def programme_share(wish: KitchenWish, missing: Sequence[str], items: Sequence[Item]) -> float:
    """The share of what was wished for that stands, appliances that one cannot do without counted more.

    Of what is narrower than wished for only that part counts.
    """
    wished = wanted(wish)
    whole = sum(weight(each) for each in wished)
    lost = float(sum(weight(each) for each in missing))
    for role, width in wished_widths(wish):
        here = next((each for each in items if each.role == role), None)
        if here is not None and here.width < width:
            lost += weight(role) * (1 - here.width / width)
    return 1 - lost / whole if whole else 1.0
