"""The insides of wardrobes: chosen one after the other, each for what is still most wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from furnishing.layout.arrange import Item
from furnishing.layout.estimate import Unit
from furnishing.layout.judged import Short
from furnishing.layout.limits import limits
from furnishing.layout.placement import Placement
from furnishing.programme import Programme, Purpose
from furnishing.style import Choices
from furnishing.units import MICROMETRES, Length

INTERIORS: Final = (
    "levels[{top}*: rail, 320: drawers 2]",
    "levels[{top}*: rail, *: rail]",
    "levels[{top}*: rail]",
    "levels[*: shelves 3, *: shelves 3]",
    "levels[{top}*: shelves 3, 480: drawers 3]",
    "levels[{top}*: rail, 500: shoes 3]",
    "levels[{top}*: rail, 320: drawers 2, 320: shoes 2]",
)
"""How the inside of a wardrobe may be divided; what is wanted decides which."""

SLIDING: Final = (
    "bays[*: levels[{top}*: rail, 320: drawers 2], *: levels[{top}*: rail, *: rail]]",
    "bays[*: levels[{top}*: rail], *: levels[{top}*: rail, *: rail], *: levels[{top}*: shelves 3, 480: drawers 3]]",
    "bays[*: levels[{top}*: rail, *: rail], *: levels[{top}*: shelves 3, 480: drawers 3]]",
    "bays[*: levels[{top}*: rail], *: levels[{top}*: rail, 500: shoes 3]]",
)
REACH: Final = 2000 * MICROMETRES["mm"]
"""Rails higher than this are out of reach; a shelf above brings them down."""

WARDROBES: Final = {
    "tall-wardrobe": INTERIORS,
    "tall-wardrobe-stacked": INTERIORS,
    "tall-wardrobe-sliding": SLIDING,
}
SLANTING: Final = (
    "levels[{top}*: rail, 320: drawers 2]",
    "levels[{top}*: rail]",
    "levels[*: shelves 3, *: shelves 3]",
)
"""The insides of a wardrobe that is cut to a slope: a second rail seldom finds its height there."""

Stands = Callable[[Item], Placement]
"""Where an item stands, as high as slopes allow."""
Offers = Callable[[Item], Unit | None]
"""What an item offers in its place; None where it cannot be."""
Inside = tuple[Choices, Unit | None]
"""The choices of an inside, and what a unit that has it offers."""
Insides = Callable[[Item], Sequence[Inside]]
"""Every inside of an item in its place."""


def divided(
    items: Sequence[Item], programme: Programme, insides: Insides, buildable: Callable[[Item], bool]
) -> list[Item]:
    """The items of a wardrobe with an inside for each, one that can be made; those of other furniture as they are."""
    if programme.purpose is not Purpose.WARDROBE:
        return list(items)
    has = Totals()
    found = []
    for item in items:
        options = sorted(insides(item), key=lambda each: -round(has.plus(each[1]).share(programme), 6))
        made = [(replace(item, choices=choices), unit) for choices, unit in options]
        chosen, unit = next((each for each in made if len(made) == 1 or buildable(each[0])), (item, None))
        found.append(chosen)
        has = has.plus(unit)
    return found


def insides_of(item: Item, stand: Stands, offers: Offers) -> list[Inside]:
    """Every inside of an item that finds room in it; at least the item as it is."""
    return list(_insides(item, stand, offers)) or [(item.choices, offers(item))]


def _insides(item: Item, stand: Stands, offers: Offers) -> Iterator[Inside]:
    if item.kind not in WARDROBES:
        return
    placed = stand(item)
    above = _above(item.kind, placed.height)
    texts = SLANTING if placed.slanting else WARDROBES[item.kind]
    for text in dict.fromkeys(text.replace("{top}", above) for text in texts):
        divided_so = replace(item, choices=(("interior", text),))
        unit = offers(divided_so)
        if unit is not None:
            yield divided_so.choices, unit


def _above(kind: str, high: Length) -> str:
    """A level at the top that brings the rail within reach; none under a top box or where it is low already."""
    over = high - REACH
    if kind == "tall-wardrobe-stacked" or over <= 0:
        return ""
    return f"{max(over // MICROMETRES['mm'], 200) // 10 * 10}: open, "


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What units offer together."""

    hang_long: Length = 0
    hang_short: Length = 0
    shelves: Length = 0
    drawers: int = 0
    shoes: Length = 0

    def plus(self, unit: Unit | Totals | None) -> Totals:
        """With one unit more, or with several."""
        if unit is None:
            return self
        return Totals(
            hang_long=self.hang_long + unit.hang_long,
            hang_short=self.hang_short + unit.hang_short,
            shelves=self.shelves + unit.shelves,
            drawers=self.drawers + unit.drawers,
            shoes=self.shoes + unit.shoes,
        )

    def share(self, programme: Programme) -> float:
        """The share of a wardrobe's wishes that they meet; long rails take short things as well."""
        wish = programme.wardrobe
        spare = max(self.hang_long - wish.hang_long, 0)
        pairs = self.shoes // limits().pair_width
        parts = [
            (self.hang_long, wish.hang_long),
            (self.hang_short + spare, wish.hang_short),
            (self.shelves, wish.shelves),
            (self.drawers, wish.drawers),
            (pairs, wish.shoes),
        ]
        wanted = [min(1.0, has / wish) for has, wish in parts if wish]
        return sum(wanted) / len(wanted) if wanted else 1.0

    def short(self, programme: Programme) -> Iterator[Short]:
        """What a wardrobe's wishes find less of than they ask for."""
        wish = programme.wardrobe
        spare = max(self.hang_long - wish.hang_long, 0)
        for what, wished, has in (
            ("rail for long clothes", wish.hang_long, self.hang_long),
            ("rail for short clothes", wish.hang_short, self.hang_short + spare),
            ("shelves", wish.shelves, self.shelves),
        ):
            if has < wished:
                more = (wished - has) / MICROMETRES["m"]
                way = f"about {more:.1f} m more of wardrobe, or another inside for one unit"
                yield Short(what=what, wished=wished, has=has, way=way)
        for what, wished, has in (
            ("drawers", wish.drawers, self.drawers),
            ("pairs of shoes", wish.shoes, self.shoes // limits().pair_width),
        ):
            if has < wished:
                way = "another inside for one unit, at the cost of rail or shelves, or one unit more"
                yield Short(what=what, wished=wished, has=has, way=way, is_length=False)
