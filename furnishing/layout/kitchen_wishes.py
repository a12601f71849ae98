"""How much of what was wished for of a kitchen stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from furnishing.layout.arrange import Item
from furnishing.layout.candidate import wanted
from furnishing.programme import KitchenWish

WEIGHTS: Mapping[str, int] = {"sink": 3, "hob": 3, "fridge": 4, "oven": 4, "dishwasher": 2}
"""How much more than other units these are missed."""


def programme_share(wish: KitchenWish, missing: Sequence[str], items: Sequence[Item]) -> float:
    """The share of what was wished for that stands, appliances that one cannot do without counted more.

    Of what is narrower than wished for only that part counts.
    """
    wished = wanted(wish)
    whole = sum(WEIGHTS.get(each, 1) for each in wished)
    lost = float(sum(WEIGHTS.get(each, 1) for each in missing))
    for role, width in (("sink", wish.sink), ("dishwasher", wish.dishwasher)):
        here = next((each for each in items if each.role == role), None)
        if here is not None and here.width < width:
            lost += WEIGHTS.get(role, 1) * (1 - here.width / width)
    return 1 - lost / whole if whole else 1.0
