"""The third verb: a design and its judged cut plan become a quote, every line of it checkable by hand.

A line is rounded half-up once, totals are sums of rounded lines, discount and VAT are each rounded once.
Prices come from the catalogue, the few habits of charging from `data/pricing.json`, which names their sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from cutting.plan import CutPlan, CutResult
from furnishing.cabinets.cabinet import Cabinet
from furnishing.catalogue import Catalogue
from furnishing.design import Design
from furnishing.errors import Fault, InputError
from furnishing.money import MINOR_DIGITS, Money, total
from furnishing.units import plain
from reports.quantities import UNIT_SIGNS, band_metres, banded_edges, boards_used, hardware_totals, is_assembled

MINUTES_PER_HOUR: Final = Decimal(60)


class Trade(StrEnum):
    """What a line of a quote pays for, in the order in which a quote lists it."""

    BOARDS = "boards"
    BANDS = "edge bands"
    HARDWARE = "hardware"
    LABOUR = "labour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was agreed with a customer. Percentages of None come from the style (discount) and the catalogue (VAT)."""

    customer: str = ""
    valid_days: int | None = None
    discount_percent: Decimal | None = None
    vat_percent: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """One line: `quantity` of `unit` at `price` for each `per` of them (60 for minutes at an hourly rate).

    `count` is how many sheets, parts, metres or cabinets a line of labour works on; `name` says it in English.
    """

    trade: Trade
    code: str
    name: str
    quantity: Decimal
    unit: str
    price: Money
    per: Decimal = Decimal(1)
    count: Decimal | None = None

    @property
    def total(self) -> Money:
        """Quantity times price, rounded half-up."""
        return self.price.times(self.quantity / self.per)


@dataclass(frozen=True, slots=True, kw_only=True)
class CabinetShare:
    """What a cabinet takes of the net total."""

    cabinet: str
    name: str
    net: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A priced design. `shares` allocate the net total to the cabinets and sum to it exactly.

    `unpriced` names what the price leaves out because the plan has no board for it.
    """

    terms: Terms
    lines: tuple[QuoteLine, ...]
    shares: tuple[CabinetShare, ...]
    subtotal: Money
    discount_percent: Decimal
    discount: Money
    net: Money
    vat_percent: Decimal
    vat: Money
    gross: Money
    unpriced: tuple[str, ...] = ()

    def subtotal_of(self, trade: Trade) -> Money:
        """The sum of the lines of one trade."""
        return total((line.total for line in self.lines if line.trade is trade), self.subtotal.currency)


def quote(design: Design, results: CutResult, catalogue: Catalogue, terms: Terms) -> Quote:
    """Price `design` by the boards that `results` really uses, at the prices of `catalogue`.

    Raises InputError with every article that the catalogue does not have.
    """
    _refuse_unknown(design, results.plan, catalogue)
    lines = (
        *_board_lines(results.plan, catalogue),
        *_band_lines(design, catalogue),
        *_hardware_lines(design.cabinets, catalogue),
        *_labour_lines(design, results.plan, catalogue),
    )
    discount_percent = design.style.discount_percent if terms.discount_percent is None else terms.discount_percent
    vat_percent = catalogue.vat_percent if terms.vat_percent is None else terms.vat_percent
    subtotal = total((line.total for line in lines), catalogue.currency)
    discount = subtotal.times(discount_percent / 100)
    net = subtotal - discount
    vat = net.times(vat_percent / 100)
    return Quote(
        terms=terms,
        lines=lines,
        shares=_shares(design, lines, net, catalogue),
        subtotal=subtotal,
        discount_percent=discount_percent,
        discount=discount,
        net=net,
        vat_percent=vat_percent,
        vat=vat,
        gross=net + vat,
        unpriced=tuple(f"{each.quantity} x {each.id}: {each.message}" for each in results.plan.unplaced),
    )


def allocate(amount: Money, weights: Sequence[Fraction]) -> tuple[Money, ...]:
    """Split `amount` in proportion to `weights` (none negative) into shares that sum to it exactly.

    Largest remainder: every share is first rounded down to the minor unit, then the units left over go to the
    largest remainders, the earlier one first among equals. Weights that are all zero share alike.
    """
    if not weights:
        return ()
    step = Decimal(1).scaleb(-MINOR_DIGITS.get(amount.currency, 2))
    units = int(amount.amount / step)
    whole = sum(weights)
    exact = [units * (each / whole if whole else Fraction(1, len(weights))) for each in weights]
    shares = [each.numerator // each.denominator for each in exact]
    by_remainder = sorted(range(len(shares)), key=lambda i: (shares[i] - exact[i], i))
    for i in by_remainder[: units - sum(shares)]:
        shares[i] += 1
    return tuple(Money.of(each * step, amount.currency) for each in shares)


def _refuse_unknown(design: Design, plan: CutPlan, catalogue: Catalogue) -> None:
    wanted = {
        "boards": boards_used(plan),
        "bands": {code for part in design.parts for code, _ in banded_edges(part)},
        "hardware": {item.code for cabinet in design.cabinets for item in cabinet.hardware},
    }
    stocked: Mapping[str, set[str]] = {
        "boards": {board.code for board in catalogue.boards},
        "bands": {band.code for band in catalogue.bands},
        "hardware": {article.code for article in catalogue.hardware},
    }
    faults = [
        Fault(f"catalogue.{kind}", f"{code!r} is used but the catalogue has no price for it; add it there")
        for kind, codes in wanted.items()
        for code in sorted(codes)
        if code not in stocked[kind]
    ]
    if faults:
        raise InputError(faults, catalogue.name)


def _board_lines(plan: CutPlan, catalogue: Catalogue) -> Iterable[QuoteLine]:
    boards = {board.code: board for board in catalogue.boards}
    for code, count in boards_used(plan).items():
        board = boards[code]
        name = catalogue.material(board.material).name
        quantity = Decimal(count)
        yield QuoteLine(trade=Trade.BOARDS, code=code, name=name, quantity=quantity, unit="board", price=board.price)


def _band_lines(design: Design, catalogue: Catalogue) -> Iterable[QuoteLine]:
    for code, metres in band_metres(design.parts, design).items():
        band = catalogue.band(code)
        yield QuoteLine(trade=Trade.BANDS, code=code, name=band.name, quantity=metres, unit="m", price=band.price)


def _hardware_lines(cabinets: Iterable[Cabinet], catalogue: Catalogue) -> Iterable[QuoteLine]:
    for code, quantity in hardware_totals(cabinets, catalogue).items():
        article = catalogue.article(code)
        unit = UNIT_SIGNS[article.unit]
        yield QuoteLine(
            trade=Trade.HARDWARE, code=code, name=article.name, quantity=quantity, unit=unit, price=article.price
        )


def _labour_lines(design: Design, plan: CutPlan, catalogue: Catalogue) -> Iterable[QuoteLine]:
    labour, sheets, parts = catalogue.labour, plan.boards, len(design.parts)
    metres = sum(band_metres(design.parts, design).values(), start=Decimal(0))
    cabinets = sum(map(is_assembled, design.cabinets))
    works = (
        ("sawing", f"Sawing, sheets: {sheets}", sheets, labour.minutes_per_sheet),
        ("parts", f"Handling and drilling, parts: {parts}", parts, labour.minutes_per_part),
        ("banding", f"Edge banding, metres: {plain(metres):f}", metres, labour.minutes_per_band_metre),
        ("assembly", f"Assembly, cabinets: {cabinets}", cabinets, labour.minutes_per_cabinet),
    )
    for code, name, count, minutes in works:
        yield QuoteLine(
            trade=Trade.LABOUR,
            code=code,
            name=name,
            quantity=count * minutes,
            unit="min",
            price=labour.hourly_rate,
            per=MINUTES_PER_HOUR,
            count=Decimal(count),
        )


def _shares(design: Design, lines: Sequence[QuoteLine], net: Money, catalogue: Catalogue) -> tuple[CabinetShare, ...]:
    """Each line is shared by what causes it (area, metres, pieces), then the net total by those sums."""
    weights = [Fraction(0)] * len(design.cabinets)
    for line in lines:
        causes = [_cause(line, cabinet, catalogue) for cabinet in design.cabinets]
        whole = sum(causes)
        for i, cause in enumerate(causes):
            weights[i] += Fraction(line.total.amount) * (cause / whole if whole else Fraction(1, len(causes)))
    return tuple(
        CabinetShare(cabinet=cabinet.id, name=cabinet.name, net=share)
        for cabinet, share in zip(design.cabinets, allocate(net, weights), strict=True)
    )


def _cause(line: QuoteLine, cabinet: Cabinet, catalogue: Catalogue) -> Fraction:
    """How much of a line a cabinet causes, in whatever unit the line is shared by."""
    if line.trade is Trade.BOARDS:
        material = next(board.material for board in catalogue.boards if board.code == line.code)
        return Fraction(sum(p.cut_length * p.cut_width for p in cabinet.parts if p.material == material))
    if line.trade is Trade.BANDS:
        return Fraction(sum(span for part in cabinet.parts for code, span in banded_edges(part) if code == line.code))
    if line.trade is Trade.HARDWARE:
        return Fraction(hardware_totals([cabinet], catalogue).get(line.code, 0))
    causes: dict[str, int] = {
        "sawing": sum(part.cut_length * part.cut_width for part in cabinet.parts),
        "parts": len(cabinet.parts),
        "banding": sum(span for part in cabinet.parts for _, span in banded_edges(part)),
        "assembly": int(is_assembled(cabinet)),
    }
    return Fraction(causes[line.code])
