"""What a quote costs the workshop and what remains of it: the numbers of the cost sheet."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cutting.offcuts import Offcut
from furnishing.catalogue import Catalogue
from furnishing.money import Money, total
from reports.lines import QuoteLine, Trade, offcuts_of
from reports.pricing import Quote
from reports.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeCost:
    """One trade: what it costs directly, its overhead, and what the customer pays before discount and VAT."""

    trade: Trade
    direct: Money
    overhead: Money
    price: Money

    @property
    def full(self) -> Money:
        """Direct cost and overhead."""
        return self.direct + self.overhead

    @property
    def margin(self) -> Money:
        """What remains of the price."""
        return self.price - self.full


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialYield:
    """What becomes of the boards of a material, in square micrometres; `value` is that of the offcuts kept."""

    material: str
    boards: int
    bought: int
    parts: int
    offcuts: int
    value: Money

    @property
    def waste(self) -> int:
        """What is neither part nor offcut: rests too small, kerfs and trims."""
        return self.bought - self.parts - self.offcuts

    @property
    def yielded(self) -> Decimal:
        """Parts over boards in percent; 0 without boards."""
        return Decimal(100 * self.parts) / self.bought if self.bought else Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Costing:
    """The costs of a quote by trade, the work in it, and the yield by material."""

    trades: tuple[TradeCost, ...]
    work: tuple[QuoteLine, ...]
    yields: tuple[MaterialYield, ...]
    offcuts: tuple[Offcut, ...]
    discount: Money
    net: Money

    @property
    def direct(self) -> Money:
        """What boards, bands, hardware, work and services cost."""
        return total((each.direct for each in self.trades), self.net.currency)

    @property
    def overhead(self) -> Money:
        """The overhead of all trades."""
        return total((each.overhead for each in self.trades), self.net.currency)

    @property
    def contribution(self) -> Money:
        """Net price less direct cost."""
        return self.net - self.direct

    @property
    def margin(self) -> Money:
        """Net price less direct cost and overhead; below zero where the work loses money."""
        return self.contribution - self.overhead

    def share(self, amount: Money) -> Decimal:
        """An amount in percent of the net price; 0 where that is nothing."""
        return 100 * amount.amount / self.net.amount if self.net.amount else Decimal(0)


def costing(project: Project, found: Quote) -> Costing:
    """The costs behind a quote of a project; ValueError without a catalogue."""
    catalogue = project.catalogue
    if catalogue is None:
        raise ValueError(f"{project.name} has no catalogue, so nothing has a cost")
    rate = catalogue.charges.overhead_percent / 100
    trades = [
        TradeCost(
            trade=trade,
            direct=(direct := found.cost_of(trade)),
            overhead=direct.times(rate),
            price=found.subtotal_of(trade),
        )
        for trade in Trade
        if any(line.trade is trade for line in found.lines)
    ]
    offcuts = offcuts_of(project.job, project.result.plan, catalogue)
    return Costing(
        trades=tuple(trades),
        work=tuple(line for line in found.lines if line.unit == "min"),
        yields=_yields(project, offcuts, catalogue),
        offcuts=offcuts,
        discount=found.discount,
        net=found.net,
    )


def _yields(project: Project, offcuts: tuple[Offcut, ...], catalogue: Catalogue) -> tuple[MaterialYield, ...]:
    areas = {piece.id: piece.area for piece in project.job.pieces}
    raw = {(board.material, board.code): board.area for board in project.job.boards}
    found = []
    for material in project.job.materials:
        sheets = [sheet for sheet in project.result.plan.sheets if sheet.material == material]
        if not sheets:
            continue
        own = [each for each in offcuts if each.material == material]
        value = sum((each.value * each.quantity for each in own), start=Decimal(0))
        found.append(
            MaterialYield(
                material=material,
                boards=sum(sheet.copies for sheet in sheets),
                bought=sum(raw[material, sheet.board] * sheet.copies for sheet in sheets),
                parts=sum(areas[placed.id] * sheet.copies for sheet in sheets for placed in sheet.placed),
                offcuts=sum(each.area * each.quantity for each in own),
                value=Money.of(value, catalogue.currency),
            )
        )
    return tuple(found)
