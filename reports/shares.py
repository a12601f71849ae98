"""How a sum is divided: to the smallest coin and exactly, and to each cabinet what it causes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from furnishing.cabinets.cabinet import Cabinet
from furnishing.catalogue import Catalogue
from furnishing.money import MINOR_DIGITS, Money
from reports.lines import QuoteLine, Trade
from reports.quantities import banded_edges, bores, hardware_totals, is_assembled, millings, volume


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


def shared(
    net: Money, lines: Sequence[QuoteLine], cabinets: Sequence[Cabinet], catalogue: Catalogue
) -> tuple[Money, ...]:
    """What each cabinet takes of `net`: each line is shared by what causes it, then `net` by the sums of that."""
    weights = [Fraction(0)] * len(cabinets)
    for line in lines:
        causes = [_cause(line, cabinet, catalogue) for cabinet in cabinets]
        whole = sum(causes)
        for i, cause in enumerate(causes):
            weights[i] += Fraction(line.total.amount) * (cause / whole if whole else Fraction(1, len(causes)))
    return allocate(net, [max(each, Fraction(0)) for each in weights])


def _cause(line: QuoteLine, cabinet: Cabinet, catalogue: Catalogue) -> Fraction:
    """How much of a line a cabinet causes, in whatever unit the line is shared by."""
    if line.trade is Trade.BOARDS:
        return Fraction(_sawn(cabinet, line.material))
    if line.trade is Trade.BANDS:
        return Fraction(sum(span for part in cabinet.parts for code, span in banded_edges(part) if code == line.code))
    if line.trade is Trade.HARDWARE:
        return Fraction(hardware_totals([cabinet], catalogue).get(line.code, 0))
    return Fraction(_CAUSES[line.code](cabinet))


def _sawn(cabinet: Cabinet, material: str | None = None) -> int:
    """Square micrometres sawn for a cabinet, of one material or of all."""
    return sum(
        part.cut_length * part.cut_width
        for part in cabinet.parts
        if not part.bought and material in (None, part.material)
    )


def _banded(cabinet: Cabinet) -> int:
    return sum(span for part in cabinet.parts for _, span in banded_edges(part))


_CAUSES: dict[str, Callable[[Cabinet], int]] = {
    "sawing": _sawn,
    "banding": _banded,
    "drilling": lambda cabinet: sum(map(bores, cabinet.parts)),
    "grooving": lambda cabinet: sum(map(millings, cabinet.parts)),
    "parts": lambda cabinet: sum(not part.bought for part in cabinet.parts),
    "assembly": is_assembled,
    "packing": is_assembled,
    "packing-material": is_assembled,
    "delivery": volume,
    "delivery-km": volume,
    "delivery-m3": volume,
    "fitting": is_assembled,
}
