"""The lines of a quote: what each trade takes, at what it costs the workshop and at what the customer pays.

The price of a unit is its cost with overhead and margin, rounded half-up; a line is that price times its quantity,
rounded once more, so that a customer can follow every line with a pencil.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from cutting.offcuts import Offcut, OffcutRules, keep, produced, usual_rules
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.saw_time import sawing, usual_times
from furnishing.catalogue import Catalogue
from furnishing.design import Design
from furnishing.money import Money
from furnishing.order import Order
from reports.quantities import (
    UNIT_SIGNS,
    band_metres,
    boards_used,
    bores,
    hardware_totals,
    is_assembled,
    millings,
    volume,
)

MINUTES_PER_HOUR: Final = Decimal(60)
TENTH: Final = Decimal("0.1")


class Trade(StrEnum):
    """What a line of a quote pays for, in the order in which a quote lists it."""

    BOARDS = "boards"
    BANDS = "edge bands"
    HARDWARE = "hardware"
    LABOUR = "labour"
    DELIVERY = "packing and delivery"
    FITTING = "fitting"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """One line: `quantity` of `unit` at `price` for each `per` of them (60 for minutes at an hourly rate).

    `cost` is what one unit costs the workshop before overhead and margin, None where that is the price itself.
    `count` is how many sheets, bores, metres, cabinets or offcuts a line is about; `name` says it in English.
    `material` is that of boards and offcuts.
    """

    trade: Trade
    code: str
    name: str
    quantity: Decimal
    unit: str
    price: Money
    per: Decimal = Decimal(1)
    count: Decimal | None = None
    cost: Money | None = None
    material: str = ""

    @property
    def total(self) -> Money:
        """What the customer pays: quantity times price, rounded half-up."""
        return self.price.times(self.quantity / self.per)

    @property
    def cost_total(self) -> Money:
        """What it costs the workshop before overhead and margin."""
        return (self.price if self.cost is None else self.cost).times(self.quantity / self.per)


OFFCUTS: Final = "offcuts"
"""The code of lines that credit what is kept of the boards."""

WORK: Final = ("sawing", "banding", "drilling", "grooving", "parts", "assembly", "packing")
"""The codes of lines of labour, in the order of the work."""


def lines_of(design: Design, job: CutJob, plan: CutPlan, catalogue: Catalogue, order: Order) -> tuple[QuoteLine, ...]:
    """All lines, trade by trade. The catalogue must have everything that the design uses."""
    return (
        *_boards(plan, catalogue),
        *_credits(job, plan, catalogue),
        *_bands(design, catalogue),
        *_hardware(design, catalogue),
        *_labour(design, job, plan, catalogue),
        *_delivery(design, catalogue, order),
        *_fitting(design, catalogue, order),
    )


def priced(cost: Money, catalogue: Catalogue) -> Money:
    """What the customer pays for what costs the workshop so much."""
    return cost.times(catalogue.charges.factor)


def offcut_rules(catalogue: Catalogue) -> OffcutRules:
    """Which rests a workshop keeps and what they are worth to it; the saw's own rules where it says nothing."""
    own = catalogue.charges.offcuts
    if own is None:
        return usual_rules()
    points = tuple((int(area.scaleb(12)), share) for area, share in own.value)
    return OffcutRules(least_length=own.least_length, least_width=own.least_width, value=points)


def offcuts_of(job: CutJob, plan: CutPlan, catalogue: Catalogue) -> tuple[Offcut, ...]:
    """The rests that the workshop keeps of a plan, with what they are worth, the largest first."""
    rules = offcut_rules(catalogue)
    kept = plan if catalogue.charges.offcuts is None else keep(plan, rules)
    return produced(job, kept, rules)


def sawing_minutes(job: CutJob, plan: CutPlan, catalogue: Catalogue) -> Decimal:
    """Minutes at the saw: what the model counts for this very plan, and for each board what handling it takes.

    To tenths, half up.
    """
    labour = catalogue.labour
    modelled = sawing(job, plan).seconds(usual_times()) / 60 * labour.saw_time_percent / 100
    return (modelled + plan.boards * labour.minutes_per_sheet).quantize(TENTH, ROUND_HALF_UP)


def _boards(plan: CutPlan, catalogue: Catalogue) -> Iterator[QuoteLine]:
    boards = {board.code: board for board in catalogue.boards}
    for code, count in boards_used(plan).items():
        board = boards[code]
        yield QuoteLine(
            trade=Trade.BOARDS,
            code=code,
            name=catalogue.material(board.material).name,
            quantity=Decimal(count),
            unit="board",
            price=priced(board.price, catalogue),
            cost=board.price,
            material=board.material,
        )


def _credits(job: CutJob, plan: CutPlan, catalogue: Catalogue) -> Iterator[QuoteLine]:
    """What the customer gets back for the rests that stay with the workshop, one line a material."""
    share = catalogue.charges.offcut_credit_percent / 100
    worth: dict[str, Decimal] = {}
    count: dict[str, int] = {}
    for each in offcuts_of(job, plan, catalogue):
        worth[each.material] = worth.get(each.material, Decimal(0)) + each.value * each.quantity
        count[each.material] = count.get(each.material, 0) + each.quantity
    for material, value in sorted(worth.items()):
        cost = Money.of(-value * share, catalogue.currency)
        if cost.amount:
            yield QuoteLine(
                trade=Trade.BOARDS,
                code=OFFCUTS,
                name=catalogue.material(material).name,
                quantity=Decimal(1),
                unit="pc",
                price=priced(cost, catalogue),
                cost=cost,
                count=Decimal(count[material]),
                material=material,
            )


def _bands(design: Design, catalogue: Catalogue) -> Iterator[QuoteLine]:
    for code, metres in band_metres(design.parts, design).items():
        band = catalogue.band(code)
        yield QuoteLine(
            trade=Trade.BANDS,
            code=code,
            name=band.name,
            quantity=metres,
            unit="m",
            price=priced(band.price, catalogue),
            cost=band.price,
        )


def _hardware(design: Design, catalogue: Catalogue) -> Iterator[QuoteLine]:
    for code, quantity in hardware_totals(design.cabinets, catalogue).items():
        article = catalogue.article(code)
        yield QuoteLine(
            trade=Trade.HARDWARE,
            code=code,
            name=article.name,
            quantity=quantity,
            unit=UNIT_SIGNS[article.unit],
            price=priced(article.price, catalogue),
            cost=article.price,
        )


def _labour(design: Design, job: CutJob, plan: CutPlan, catalogue: Catalogue) -> Iterator[QuoteLine]:
    labour, parts = catalogue.labour, design.parts
    metres = sum(band_metres(parts, design).values(), start=Decimal(0))
    cabinets = sum(map(is_assembled, design.cabinets))
    holes, grooves = sum(map(bores, parts)), sum(map(millings, parts))
    works: dict[str, tuple[Decimal | int, Decimal]] = {
        "sawing": (plan.boards, sawing_minutes(job, plan, catalogue)),
        "banding": (metres, metres * labour.minutes_per_band_metre),
        "drilling": (holes, holes * labour.minutes_per_bore),
        "grooving": (grooves, grooves * labour.minutes_per_groove),
        "parts": (len(parts), len(parts) * labour.minutes_per_part),
        "assembly": (cabinets, cabinets * labour.minutes_per_cabinet),
        "packing": (cabinets, cabinets * labour.minutes_per_packed_cabinet),
    }
    for code in WORK:
        count, minutes = works[code]
        # Work that a workshop does not count by itself is within that which it does count.
        if minutes or code in ("sawing", "parts", "banding", "assembly"):
            yield _work(Trade.LABOUR, code, Decimal(count), minutes, labour.hourly_rate, catalogue)


def _work(trade: Trade, code: str, count: Decimal, minutes: Decimal, rate: Money, catalogue: Catalogue) -> QuoteLine:
    return QuoteLine(
        trade=trade,
        code=code,
        name=f"{code.capitalize()}: {count:f}",
        quantity=minutes,
        unit="min",
        price=priced(rate, catalogue),
        cost=rate,
        per=MINUTES_PER_HOUR,
        count=count,
    )


def _delivery(design: Design, catalogue: Catalogue, order: Order) -> Iterator[QuoteLine]:
    charges = catalogue.charges
    cabinets = sum(map(is_assembled, design.cabinets))
    if charges.packing is not None and charges.packing.amount:
        yield _charge("packing-material", Decimal(cabinets), "pc", charges.packing, catalogue)
    if order.delivery_km is None or charges.delivery is None:
        return
    way = charges.delivery
    yield _charge("delivery", Decimal(1), "pc", way.flat, catalogue)
    if way.per_km is not None:
        yield _charge("delivery-km", order.delivery_km, "km", way.per_km, catalogue)
    if way.per_m3 is not None:
        space = (Decimal(sum(map(volume, design.cabinets))).scaleb(-18)).quantize(TENTH, ROUND_HALF_UP)
        yield _charge("delivery-m3", space, "m3", way.per_m3, catalogue)


def _charge(code: str, quantity: Decimal, unit: str, cost: Money, catalogue: Catalogue) -> QuoteLine:
    return QuoteLine(
        trade=Trade.DELIVERY,
        code=code,
        name=code.replace("-", " ").capitalize(),
        quantity=quantity,
        unit=unit,
        price=priced(cost, catalogue),
        cost=cost,
        count=quantity,
    )


def _fitting(design: Design, catalogue: Catalogue, order: Order) -> Iterator[QuoteLine]:
    fitting = catalogue.charges.fitting
    if order.fitting and fitting is not None:
        cabinets = sum(map(is_assembled, design.cabinets))
        minutes = fitting.minutes_per_order + cabinets * fitting.minutes_per_cabinet
        yield _work(Trade.FITTING, "fitting", Decimal(cabinets), minutes, fitting.hourly_rate, catalogue)
