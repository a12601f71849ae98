"""What a layout costs, fast: every unit is built once and its parts priced by area, without laying them on boards.

Boards by area over the usual yield, bands by the metre, hardware by the piece, labour and charges as the catalogue
says; net, without delivery and fitting. The quote counts whole boards and the time of the saw, so it lies a little
higher, most of all for few units.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from furnishing.cabinets.cabinet import Cabinet, Use
from furnishing.cabinets.kind import Size, Zone
from furnishing.cabinets.registry import kind_of
from furnishing.catalogue import Catalogue
from furnishing.construction import Construction
from furnishing.errors import InputError
from furnishing.fitting.envelope import Envelope
from furnishing.fitting.room_envelope import envelope_of
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.limits import objective
from furnishing.layout.placement import Placement
from furnishing.layout.placing import placements
from furnishing.layout.work import BUILT, Work
from furnishing.money import Money
from furnishing.parts import Part
from furnishing.room import Room
from furnishing.style import Choices, Style
from furnishing.units import MICROMETRES, Length

LEAST_PARTS = 4
"""What has fewer parts is not assembled: a filler, a panel, a worktop."""

METRE = Decimal(MICROMETRES["m"])
Key = tuple[str, int, int, int, bool, Choices, Envelope | None, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit as it would be built: its net cost, and what it offers. `shoes` metres of row as a length."""

    cost: Decimal
    cabinet: Cabinet
    hang_long: Length = 0
    hang_short: Length = 0
    shelves: Length = 0
    drawers: int = 0
    shoes: Length = 0


@dataclass(slots=True, kw_only=True)
class Estimator:
    """Prices units, each kind in each size once; keeps what it has built.

    In a style that is fitted, units are built as the `room` lets them be where they stand.
    """

    style: Style
    catalogue: Catalogue
    rules: Construction
    room: Room | None = None
    work: Work = field(default_factory=Work)
    known: dict[Key, Unit | None] = field(default_factory=dict)
    envelopes: dict[tuple[int, ...], Envelope | None] = field(default_factory=dict)
    area_price: dict[str, Decimal] = field(default_factory=dict)
    costs: dict[tuple[object, ...], Decimal] = field(default_factory=dict)

    def price(self, placements: Iterable[Placement]) -> Money:
        """The net price of what can be made of these."""
        units = [self.of(each) for each in placements]
        whole = sum((unit.cost for unit in units if unit is not None), Decimal(0))
        return Money.of(whole, self.catalogue.currency)

    def cost(self, items: Iterable[Item]) -> Decimal:
        """The net cost of units wherever they stand, without fillers; of what is not fitted to its place."""
        whole = Decimal(0)
        for item in items:
            key = self._key(item)
            if key not in self.costs:
                unit = self.of(placements([item], self.style)[0])
                self.costs[key] = Decimal(0) if unit is None or item.kind == FILLER else unit.cost
            whole += self.costs[key]
        return whole

    @staticmethod
    def _key(item: Item) -> tuple[object, ...]:
        return (item.kind, item.width, item.zone, item.height, item.depth, item.choices)

    def cost_at_least(self, items: Iterable[Item], each_mm: float) -> float:
        """The same at least, where hung units that were not built yet cost so much for each millimetre."""
        whole = 0.0
        for item in items:
            if item.zone is Zone.WALL and item.kind != FILLER and self._key(item) not in self.costs:
                whole += each_mm * item.width / MICROMETRES["mm"]
            else:
                whole += float(self.cost([item]))
        return whole

    def buildable(self, placement: Placement) -> bool:
        """Whether a unit can be made in this size and style."""
        return self.of(placement) is not None

    def of(self, placement: Placement, *, bare: bool = False) -> Unit | None:
        """One unit; None where it cannot be made. A `bare` one has all that it offers and a part of its cost."""
        kind = kind_of(placement.kind)
        envelope = self._envelope(placement) if self.style.fitted and kind.fits else None
        key = (
            placement.kind,
            placement.width,
            placement.height,
            placement.depth,
            placement.elevation > 0,
            placement.choices,
            envelope,
            bare,
        )
        if key not in self.known:
            self.work.parts += BUILT
            self.known[key] = self._build(placement, envelope, bare)
        return self.known[key]

    def _envelope(self, placed: Placement) -> Envelope | None:
        """The space for a unit in the room, whatever is in it; found out once for each place."""
        if self.room is None:
            return None
        key = (placed.wall, placed.offset, placed.elevation, placed.width, placed.height, placed.depth)
        if key not in self.envelopes:
            self.envelopes[key] = envelope_of(self.room, placed, self.rules)
        return self.envelopes[key]

    def _build(self, placement: Placement, envelope: Envelope | None, bare: bool) -> Unit | None:
        size = Size(width=placement.width, height=placement.height, depth=placement.depth)
        try:
            made = kind_of(placement.kind).make(
                "estimate",
                size,
                self.style,
                self.catalogue,
                self.rules,
                choices=dict(placement.choices),
                hung=placement.elevation > 0,
                envelope=envelope,
                bare=bare,
            )
        except (InputError, KeyError, ValueError):
            return None
        if not all(self._fits(part) for part in made.parts if not part.bought):
            return None
        return offered(made, self._cost(made))

    def _fits(self, part: Part) -> bool:
        """Whether some board can hold a part; trims and grain are looked at once it is chosen."""
        need = sorted((part.cut_length, part.cut_width))
        saw = self.catalogue.saw
        for board in self.catalogue.boards_of(part.material):
            has = sorted(
                (
                    board.length - saw.trim_left - saw.trim_right,
                    board.width - saw.trim_bottom - saw.trim_top,
                )
            )
            if need[0] <= has[0] and need[1] <= has[1]:
                return True
        return False

    def _cost(self, made: Cabinet) -> Decimal:
        parts = [part for part in made.parts if not part.bought]
        boards = sum((self._board(part) for part in parts), Decimal(0))
        labour, scales = self.catalogue.labour, objective().scales
        metres = Decimal(0)
        bands = Decimal(0)
        for part in parts:
            spans = (part.length, part.length, part.width, part.width)
            for code, span in zip(part.edges.codes, spans, strict=True):
                if code is not None:
                    metres += span / METRE
                    bands += self.catalogue.band(code).price.amount * span / METRE
        sheets = Decimal(len(parts)) / scales["parts_per_sheet"]
        whole = len(parts) >= LEAST_PARTS
        minutes = (
            labour.minutes_per_sheet * sheets
            + labour.minutes_per_part * len(parts)
            + labour.minutes_per_band_metre * metres
            + labour.minutes_per_bore * sum(len(part.bores) for part in parts)
            + labour.minutes_per_groove * sum(len(part.grooves) for part in parts)
            + (labour.minutes_per_cabinet + labour.minutes_per_packed_cabinet if whole else Decimal(0))
        )
        charges = self.catalogue.charges
        packing = charges.packing.amount if charges.packing is not None and whole else Decimal(0)
        work = labour.hourly_rate.amount * minutes / 60
        return (boards + bands + self._hardware(made) + work + packing) * charges.factor

    def _board(self, part: Part) -> Decimal:
        if part.material not in self.area_price:
            rates = [
                board.price.amount / (board.length / METRE * board.width / METRE)
                for board in self.catalogue.boards_of(part.material)
            ]
            self.area_price[part.material] = min(rates, default=Decimal(0)) / objective().scales["yield"]
        return self.area_price[part.material] * part.length / METRE * part.width / METRE

    def _hardware(self, made: Cabinet) -> Decimal:
        known = {article.code: article for article in self.catalogue.hardware}
        cost = Decimal(0)
        for item in made.hardware:
            article = known.get(item.code)
            if article is None:
                continue
            by = Decimal(item.quantity)
            if item.length is not None:
                by *= item.length / METRE
            if item.width is not None:
                by *= item.width / METRE
            cost += article.price.amount * by
        return cost


def offered(made: Cabinet, cost: Decimal) -> Unit:
    """What a cabinet offers: rails by the room below them, boards to lay things on, drawers, rows of shoes."""
    width = {use: sum(space.box.dx for space in made.spaces if space.use is use) for use in Use}
    boards = [part for part in made.parts if part.role in {"shelf", "fixed-shelf", "bottom"}]
    return Unit(
        cost=cost,
        cabinet=made,
        hang_long=width[Use.HANG_LONG],
        hang_short=width[Use.HANG_SHORT] + width[Use.TROUSERS],
        shelves=sum(part.length for part in boards),
        drawers=sum(space.use is Use.DRAWER for space in made.spaces),
        shoes=sum(part.length for part in made.parts if part.role == "shoe-shelf"),
    )
