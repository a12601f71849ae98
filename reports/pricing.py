"""The third verb: a design and its judged cut plan become a quote, every line of it checkable by hand.

A line is rounded half-up once, totals are sums of rounded lines, discount and VAT are each rounded once, and what is
paid is rounded to the smallest coin in use. Prices come from the catalogue, VAT from its rules by country, the few
habits of charging from `data/pricing.json`; each names its sources.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cutting.from_design import cut_job
from cutting.pieces import CutJob
from cutting.plan import CutPlan, CutResult
from furnishing.catalogue import Catalogue
from furnishing.design import Design
from furnishing.errors import Fault, InputError
from furnishing.money import Money, total
from furnishing.order import NO_ORDER, Order
from furnishing.vat import is_reverse_charge, payable, vat_data
from reports.lines import QuoteLine, Trade, lines_of
from reports.quantities import banded_edges, board_area, boards_used, front_area
from reports.shares import allocate, shared

__all__ = ["CabinetShare", "Quote", "QuoteLine", "Terms", "Trade", "Vat", "VatKind", "allocate", "quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was agreed with a customer. Percentages of None come from the style (discount) and the rules of VAT.

    `vat_rule` is the code of a reduced rate of the order's country.
    """

    customer: str = ""
    valid_days: int | None = None
    discount_percent: Decimal | None = None
    vat_percent: Decimal | None = None
    note: str = ""
    order: Order = NO_ORDER
    vat_rule: str = ""


class VatKind(StrEnum):
    """By which rule the VAT of a quote counts."""

    CATALOGUE = "catalogue"
    AGREED = "agreed"
    COUNTRY = "country"
    REDUCED = "reduced"
    REVERSE_CHARGE = "reverse-charge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vat:
    """The VAT of a quote: its rate and the rule. `condition` is what a reduced rate depends on."""

    percent: Decimal
    kind: VatKind
    country: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CabinetShare:
    """What a cabinet takes of the net total."""

    cabinet: str
    name: str
    net: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A priced design. `shares` allocate the net total to the cabinets and sum to it exactly.

    `rounding` is what rounding to the smallest coin in use adds. Areas are square micrometres: `front_area` of the
    cabinets as seen from the front, `board_area` of all parts as finished. `unpriced` names what the price leaves out
    because the plan has no board for it.
    """

    terms: Terms
    lines: tuple[QuoteLine, ...]
    shares: tuple[CabinetShare, ...]
    subtotal: Money
    discount_percent: Decimal
    discount: Money
    net: Money
    vat_rule: Vat
    vat: Money
    rounding: Money
    gross: Money
    front_area: int
    board_area: int
    unpriced: tuple[str, ...] = ()

    @property
    def vat_percent(self) -> Decimal:
        """The rate of VAT."""
        return self.vat_rule.percent

    @property
    def cost(self) -> Money:
        """What all lines cost the workshop before overhead and margin."""
        return total((line.cost_total for line in self.lines), self.subtotal.currency)

    def subtotal_of(self, trade: Trade) -> Money:
        """The sum of the lines of one trade."""
        return total((line.total for line in self.lines if line.trade is trade), self.subtotal.currency)

    def cost_of(self, trade: Trade) -> Money:
        """What the lines of one trade cost the workshop."""
        return total((line.cost_total for line in self.lines if line.trade is trade), self.subtotal.currency)

    def per_square_metre(self, area: int) -> Money | None:
        """The net price for each square metre of an area; None where there is none."""
        return self.net.times(Decimal(10**12) / area) if area else None


def quote(design: Design, results: CutResult, catalogue: Catalogue, terms: Terms, job: CutJob | None = None) -> Quote:
    """Price `design` by the boards that `results` really uses, at the prices of `catalogue`.

    `job` is what was solved, made from the design where it is not given. Raises InputError with every article, charge
    and rule that is asked for and not there.
    """
    _refuse_unknown(design, results.plan, catalogue, terms)
    lines = lines_of(design, job or cut_job(design, catalogue), results.plan, catalogue, terms.order)
    discount_percent = design.style.discount_percent if terms.discount_percent is None else terms.discount_percent
    subtotal = total((line.total for line in lines), catalogue.currency)
    discount = subtotal.times(discount_percent / 100)
    net, rule = subtotal - discount, vat_of(catalogue, terms)
    vat = net.times(rule.percent / 100)
    paid = payable(net + vat)
    shares = shared(net, lines, design.cabinets, catalogue)
    return Quote(
        terms=terms,
        lines=lines,
        shares=tuple(
            CabinetShare(cabinet=cabinet.id, name=cabinet.name, net=share)
            for cabinet, share in zip(design.cabinets, shares, strict=True)
        ),
        subtotal=subtotal,
        discount_percent=discount_percent,
        discount=discount,
        net=net,
        vat_rule=rule,
        vat=vat,
        rounding=paid - (net + vat),
        gross=paid,
        front_area=front_area(design.cabinets),
        board_area=board_area(design.parts),
        unpriced=tuple(f"{each.quantity} x {each.id}: {each.message}" for each in results.plan.unplaced),
    )


def vat_of(catalogue: Catalogue, terms: Terms) -> Vat:
    """The VAT that applies: what was agreed, else by the country that the goods go to, else the catalogue's own.

    InputError for a reduced rate that the country does not have, or whose condition is plainly not met.
    """
    order, home = terms.order, catalogue.charges.country
    country = order.country or home
    if terms.vat_percent is not None:
        return Vat(percent=terms.vat_percent, kind=VatKind.AGREED, country=country)
    if is_reverse_charge(home, order.country, order.vat_id):
        return Vat(percent=Decimal(0), kind=VatKind.REVERSE_CHARGE, country=country)
    if terms.vat_rule:
        return _reduced(country, terms)
    if order.country:
        percent = vat_data().countries[order.country].standard(order.date)
        return Vat(percent=percent, kind=VatKind.COUNTRY, country=country)
    return Vat(percent=catalogue.vat_percent, kind=VatKind.CATALOGUE, country=country)


def _reduced(country: str, terms: Terms) -> Vat:
    rules = vat_data().countries[country].reduced if country else ()
    for rule in rules:
        if rule.code == terms.vat_rule and (terms.order.fitting or not rule.needs_fitting):
            return Vat(percent=rule.percent, kind=VatKind.REDUCED, country=country, condition=rule.condition)
    known = ", ".join(rule.code for rule in rules) or "none"
    message = f"the reduced rate {terms.vat_rule!r} cannot be used; {country or 'no country'} has {known}"
    if any(rule.code == terms.vat_rule for rule in rules):
        message = f"the reduced rate {terms.vat_rule!r} is for goods that the workshop fits; order the fitting as well"
    raise InputError([Fault("vat_rule", message)], "terms")


def _refuse_unknown(design: Design, plan: CutPlan, catalogue: Catalogue, terms: Terms) -> None:
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
    charges = catalogue.charges
    asked = (("fitting", terms.order.fitting, charges.fitting), ("delivery", terms.order.delivery_km, charges.delivery))
    for name, wish, charge in asked:
        if wish not in (None, False) and charge is None:
            faults.append(Fault(f"catalogue.charges.{name}", f"{name} is ordered but has no price; add it there"))
    if faults:
        raise InputError(faults, catalogue.name)
