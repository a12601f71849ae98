"""How much of everything a design and its plan take: boards, metres of band, articles.

The quote and the bill of materials both count here, so that they cannot disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from functools import cache
from importlib import resources
from typing import Final

from cutting.plan import CutPlan
from furnishing.cabinets.cabinet import Cabinet, HardwareItem
from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kinds
from furnishing.catalogue import Catalogue, HardwareArticle
from furnishing.construction import Construction, default_construction
from furnishing.design import Design
from furnishing.joinery.banding import band_lengths
from furnishing.parts import Part
from furnishing.reading import open_record
from furnishing.units import MICROMETRES, Length


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What no line of a quote pays for, in words; `unless` it has what is named: delivery, fitting or a worktop."""

    text: str
    unless: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How this workshop charges: bands rounded up to `band_step` metres.

    A quote binds for `valid_days`; `not_included` says what it leaves out.
    """

    band_step: Decimal
    valid_days: int
    not_included: tuple[LeftOut, ...]


@cache
def habits() -> Habits:
    """The workshop's habits of charging, from `data/pricing.json`."""
    text = resources.files("reports").joinpath("data/pricing.json").read_text(encoding="utf-8")
    fields = open_record(text, "furnish-pricing/1", source="pricing.json")
    fields.read_unit()
    step, days, left_out = (fields.record(name) for name in ("band_step_metres", "valid_days", "not_included"))
    for each in (step, days, left_out):
        each.text("source")
    found = Habits(
        band_step=step.number("value"),
        valid_days=days.integer("value", least=1),
        not_included=tuple(
            LeftOut(text=each.text("text"), unless=each.text("unless", "")) for each in left_out.records("value")
        ),
    )
    fields.finish()
    return found


def banded_edges(part: Part) -> tuple[tuple[str, Length], ...]:
    """The banded edges of a part: band code and finished length of the edge; bottom, top, left, right."""
    spans = (part.length, part.length, part.width, part.width)
    return tuple((code, span) for code, span in zip(part.edges.codes, spans, strict=True) if code is not None)


def band_metres(parts: Iterable[Part], design: Design | None) -> dict[str, Decimal]:
    """Metres of each band to be charged, overlength included and rounded up to the step, by code in order."""
    lengths = band_lengths(parts, construction_of(design))
    return {code: _charged(length) for code, length in lengths.items()}


def construction_of(design: Design | None) -> Construction:
    """How a design is built; the usual way where there are only parts."""
    return default_construction() if design is None else design.construction


def _charged(length: Length) -> Decimal:
    step = habits().band_step
    return (Decimal(length) / MICROMETRES["m"] / step).to_integral_value(ROUND_CEILING) * step


UNIT_SIGNS: Final = {"piece": "pc", "metre": "m", "square-metre": "m2"}
"""How the unit of an article is written; papers have words for them."""


def hardware_quantity(article: HardwareArticle, item: HardwareItem) -> Decimal:
    """How much of its article an item takes: pieces, metres or square metres, as the article is sold."""
    if article.unit == "square-metre" and item.length is not None and item.width is not None:
        return item.quantity * Decimal(item.length) * Decimal(item.width) / MICROMETRES["m"] ** 2
    if article.unit == "metre" and item.length is not None:
        return item.quantity * Decimal(item.length) / MICROMETRES["m"]
    return Decimal(item.quantity)


def hardware_totals(cabinets: Iterable[Cabinet], catalogue: Catalogue) -> dict[str, Decimal]:
    """How much of each article the cabinets take, by code in order."""
    used: dict[str, Decimal] = {}
    for cabinet in cabinets:
        for item in cabinet.hardware:
            amount = hardware_quantity(catalogue.article(item.code), item)
            used[item.code] = used.get(item.code, Decimal(0)) + amount
    return dict(sorted(used.items()))


def boards_used(plan: CutPlan) -> dict[str, int]:
    """How many boards of each code a plan cuts, by code in order."""
    used: Counter[str] = Counter()
    for sheet in plan.sheets:
        used[sheet.board] += sheet.copies
    return dict(sorted(used.items()))


WORKTOP: Final = "trim-worktop"
"""The kind of cabinet that is a worktop."""


@cache
def _ends() -> frozenset[str]:
    """The kinds that are no cabinets but what stands on, under or beside them: worktops, end panels, cornices."""
    return frozenset(kind.code for kind in kinds() if kind.zone is Zone.END)


def is_assembled(cabinet: Cabinet) -> bool:
    """Whether a cabinet is put together in the workshop; fillers, worktops and trims are only fitted on site."""
    if cabinet.kind in _ends():
        return False
    return len(cabinet.parts) > 1 and all(part.role != "filler" for part in cabinet.parts)


def bores(part: Part) -> int:
    """Holes to drill in a part; none in what is bought ready."""
    return 0 if part.bought else len(part.bores)


def millings(part: Part) -> int:
    """Grooves, notches and cut-outs to mill in a part."""
    return 0 if part.bought else len(part.grooves) + len(part.notches)


def volume(cabinet: Cabinet) -> int:
    """The space that a cabinet takes in a van, in cubic micrometres."""
    return cabinet.width * cabinet.height * cabinet.depth


def front_area(cabinets: Iterable[Cabinet]) -> int:
    """Square micrometres that the cabinets cover as seen from the front: width times height, with plinth."""
    return sum(cabinet.width * cabinet.height for cabinet in cabinets if is_assembled(cabinet))


def board_area(parts: Iterable[Part]) -> int:
    """Square micrometres of all parts as finished."""
    return sum(part.length * part.width for part in parts if not part.bought)


def alike_together(hardware: Iterable[HardwareItem]) -> tuple[HardwareItem, ...]:
    """Items of one article and one size as one with their sum, where the first of them stood."""
    found: dict[object, HardwareItem] = {}
    for item in hardware:
        key = (item.code, item.length, item.width)
        before = found[key].quantity if key in found else 0
        found[key] = replace(item, quantity=before + item.quantity)
    return tuple(found.values())
