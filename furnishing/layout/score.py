"""The score of a kitchen layout: named terms, each a share of its points in `data/layout/objective.json`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from furnishing.cabinets.kind import Zone
from furnishing.layout import measures
from furnishing.layout.arrange import FILLER, Item, Row
from furnishing.layout.closing import FIXED
from furnishing.layout.kitchen_slots import windows_of
from furnishing.layout.legs import Span
from furnishing.layout.limits import Weight, limits, objective
from furnishing.layout.uppers import aligned
from furnishing.layout.uppers_over import LEAST
from furnishing.room import PointKind, Room
from furnishing.style import Style
from furnishing.units import MICROMETRES, Length

METRE, MM = MICROMETRES["m"], MICROMETRES["mm"]

STANDARD, VARIETY = 0.6, 0.4
"""The shares of standard and of equal widths in what widths are worth."""

SUPPLIES = (("sink", PointKind.WATER), ("hob", PointKind.EXTRACTOR), ("hob", PointKind.GAS))
"""What should be near the points of which kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of a score: `share` of 0 to 1 of its `points`."""

    name: str
    share: float
    points: float
    help: str

    @property
    def value(self) -> float:
        """What it adds to the score."""
        return self.share * self.points


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """All terms; 100 is a layout with nothing to be wished for."""

    terms: tuple[Term, ...]

    @property
    def total(self) -> float:
        """Points of 100, to a thousandth."""
        return round(sum(term.value for term in self.terms), 3)

    def term(self, name: str) -> Term:
        """The term of a name; KeyError where there is none."""
        for term in self.terms:
            if term.name == name:
                return term
        raise KeyError(name)


def within(share: float) -> float:
    """A share that is no less than 0 and no more than 1."""
    return min(max(share, 0.0), 1.0)


def weighed(shares: Mapping[str, float], weights: Mapping[str, Weight]) -> Score:
    """The score of shares, in the order of the weights."""
    return Score(
        terms=tuple(
            Term(name=name, share=within(shares[name]), points=float(weight.points), help=weight.help)
            for name, weight in weights.items()
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What units cost, what each millimetre of hung units adds at least, and what the price is measured by."""

    units: float
    hung: float
    scale: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a kitchen is judged: its room with the frames of its walls and what of them is free for hung units, and
    the style of its units."""

    room: Room
    style: Style
    walls: Sequence[measures.Frame]
    hung: Sequence[Sequence[Span]]


def kitchen_score(
    items: Sequence[Item], rows: Sequence[Row], programme_share: float, price_share: float, place: Place
) -> Score:
    """The score of a kitchen; `price_share` is 1 for what costs nothing and 0 for what nobody would pay."""
    over, of = aligned(items)[::-1]
    hold = frozenset({"storage", "upper"})
    shares = _of_base(items, rows, place) | {
        "programme": programme_share,
        "storage": measures.storage(items, place.style) / float(objective().scales["kitchen_storage"]),
        "price": price_share,
        "joints": over / of if of else 1.0,
        "widths": STANDARD * measures.standard_share(items) + VARIETY * measures.variety(items, hold),
        "symmetry": measures.symmetry(items),
    }
    return weighed(shares, objective().kitchen)


def kitchen_most(
    items: Sequence[Item],
    rows: Sequence[Row],
    programme_share: float,
    cost: Cost,
    place: Place,
    *,
    play: Length = 0,
) -> float:
    """The points that a kitchen of these base and tall units may have at most, whatever hangs above them.

    There are no more hung units than units below; they are symmetric, of standard widths, and hang wherever a wall is
    free above base units, or as few of them as their `cost` makes best. The runs may be moved along their walls by as
    much as `play`.
    """
    weights, low = objective().kitchen, [each for each in items if each.zone is Zone.BASE]
    above = sum(_hung_over(each, place.hung[each.wall], play) for each in low) / MM
    each_mm = MM * place.style.wall_height * place.style.wall_depth / 1e18
    held, full = measures.storage(items, place.style), float(objective().scales["kitchen_storage"])
    # Both terms are straight lines between these.
    turns = (0.0, above, (full - held) / each_mm, (cost.scale / 2 - cost.units) / cost.hung)
    hung = {min(above, max(0.0, each)) for each in turns}
    stored, paid = max(
        (((held + mms * each_mm) / full, price_share(cost.units + mms * cost.hung, cost.scale)) for mms in hung),
        key=lambda each: (
            min(each[0], 1.0) * float(weights["storage"].points) + each[1] * float(weights["price"].points)
        ),
    )
    hold = frozenset({"storage"})
    count = sum(each.role in hold for each in items)
    varied = (1 - measures.variety(items, hold)) * count / (count + above * MM / LEAST) if count else 0.0
    shares = _of_base(items, rows, place, play)
    shares |= {
        "programme": programme_share,
        "storage": stored,
        "price": paid,
        "joints": 1.0,
        "widths": STANDARD * (1 + measures.standard_share(items)) / 2 + VARIETY * (1 - varied),
        "symmetry": (1 + measures.symmetry(items)) / 2,
    }
    return sum(within(shares[name]) * float(weight.points) for name, weight in weights.items())


def _hung_over(item: Item, free: Sequence[Span], play: Length) -> Length:
    """How much of a hung unit there may be over a base unit."""
    if item.role in {"hob", FILLER} or item.out:
        return 0
    if item.role == "corner":
        # What hangs in a corner is deeper than what hangs beside it.
        return 2 * item.width
    spans = ((max(item.offset - play, span.start), min(item.end + play, span.end)) for span in free)
    return min(item.width, sum(max(end - start, 0) for start, end in spans))


def _of_base(items: Sequence[Item], rows: Sequence[Row], place: Place, play: Length = 0) -> dict[str, float]:
    """The terms that depend on what stands, not on what hangs; at most, where the runs may be moved by `play`."""
    laid = list(measures.base_rows(items))
    return {
        "triangle": triangle_share(measures.triangle(items, place.style, place.walls), play),
        "set_down": set_down_share(laid),
        "worktop": worktop_share(measures.longest_worktop(laid)),
        "light": light_share(items, place.room, play),
        "supplies": supplies_share(items, place.room, play),
        "closing": 1.0 if play else closing_share(rows),
    }


def triangle_share(ways: Mapping[tuple[str, str], Length], play: Length = 0) -> float:
    """1 where each way is neither too short nor too long and their sum is not either; at most, where each way may
    differ by `play`."""
    if not ways:
        return 0.0
    rules = limits()
    shares = [min(1.0, (way + play) / rules.leg_least, rules.leg_most / max(way - play, 1)) for way in ways.values()]
    share = sum(shares) / len(shares)
    whole = sum(ways.values()) - play * len(ways)
    return share * min(1.0, rules.triangle_most / max(whole, 1))


def set_down_widths() -> tuple[tuple[str, Length, Length], ...]:
    """The least and the good width of worktop beside sink and hob."""
    rules = limits()
    return (
        ("sink", rules.sink_side_least, rules.sink_side_good),
        ("hob", rules.hob_side_least, rules.hob_side_good),
    )


def set_down_share(laid: Sequence[Sequence[Item]]) -> float:
    """How near worktop beside sink and hob in rows of base units comes to the good widths; half of it for the narrower
    side."""
    shares = []
    for role, least, good in set_down_widths():
        sides = measures.set_down(laid, role)
        if sides is not None:
            near, far = min(sides), max(sides)
            shares.append(0.5 * min(1.0, near / least) + 0.5 * min(1.0, far / good))
    return sum(shares) / len(shares) if shares else 0.0


def worktop_share(longest: Length) -> float:
    """0 below half of the least, 1 from the good length on."""
    return longest / limits().worktop_good


def light_share(items: Sequence[Item], room: Room, play: Length = 0) -> float:
    """Whether the sink stands below a window, or may once it is moved by `play`; a room without windows asks
    nothing."""
    windows = [(number, each) for number, wall in enumerate(room.walls) for each in windows_of(wall.openings)]
    sinks = [each for each in items if each.role == "sink"]
    if not windows or not sinks:
        return 1.0
    middle = sinks[0].offset + sinks[0].width // 2
    return float(
        any(number == sinks[0].wall and each.offset - play <= middle <= each.end + play for number, each in windows)
    )


def supplies_share(items: Sequence[Item], room: Room, play: Length = 0) -> float:
    """How near sink and hob stand to water and extractor; 1 within reach of them, and where the room has none; at
    most, where they may be moved by `play`."""
    reach = limits().water_reach + play
    shares = []
    for role, kind in SUPPLIES:
        known = any(point.kind is kind for wall in room.walls for point in wall.points)
        here = [each for each in items if each.role == role]
        if not known or not here:
            continue
        middle = here[0].offset + here[0].width // 2
        near = [abs(point.offset - middle) for point in room.walls[here[0].wall].points if point.kind is kind]
        away = max(min(near, default=METRE) - reach, 0)
        shares.append(max(0.0, 1 - away / METRE))
    return sum(shares) / len(shares) if shares else 1.0


def closing_share(rows: Sequence[Row]) -> float:
    """A tenth lost for each row with units made wider to close it, a third for every gap that nobody chose.

    Fillers of the usual widths cost nothing, and nobody must fill a wall: a run that could be moved along it leaves
    no gap, it leaves room.
    """
    share = 1.0
    for row in rows:
        share -= 0.1 * (row.closing.grow > 0)
        if not row.closing.is_open and row.left in FIXED and row.right in FIXED:
            share -= 0.33
    return share


def price_scale(budget: Decimal | None, usual: str) -> float:
    """The budget, or what is usual: half of it has all points for its price."""
    return float(budget or objective().scales[usual])


def price_share(price: Decimal | float, scale: float) -> float:
    """1 up to half of the scale, 0 from one and a half times of it on."""
    return min(1.0, max(0.0, 1.5 - float(price) / scale))
