"""Boards that bend: shelves, bottoms, tops and backs. 5 w L^4 / (384 E I), ends free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from furnishing.cabinets.cabinet import Cabinet, Use
from furnishing.cabinets.kind import Zone
from furnishing.construction import Construction
from furnishing.issues import Level
from furnishing.parts import Part
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene, Unit
from furnishing.units import MICROMETRES, Length, show

FAMILY = RuleFamily.STRENGTH
SHELVES = frozenset({"shelf", "fixed-shelf"})


def shelf_sag(span: Length, thickness: Length, load: Decimal, rules: Construction) -> Decimal:
    """How far a shelf bends at mid-span, micrometres. The depth cancels out: load (kg/m2) and stiffness share it."""
    metre = Decimal(MICROMETRES["m"])
    pressure = load * rules.gravity
    stiffness = rules.board_modulus * Decimal(10) ** 6 * (thickness / metre) ** 3 / 12
    return 5 * pressure * (span / metre) ** 4 / (384 * stiffness) * metre


def _load(unit: Unit, rules: Construction) -> Decimal:
    """What a shelf of a unit carries, in kg/m2."""
    if unit.kind.books:
        return rules.book_shelf_load
    return rules.tall_shelf_load if unit.kind.zone is Zone.TALL else rules.base_shelf_load


def _span(board: Part, cabinet: Cabinet) -> Length:
    """The longest stretch of a board between its ends and the partitions that carry it."""
    low, high = board.box.z, board.box.z + board.box.dz
    marks = [board.box.x, board.box.x + board.box.dx]
    for part in cabinet.parts:
        end = part.box.z + part.box.dz
        if part.role == "partition" and end == low and part.box.x < marks[-1] and marks[0] < part.box.x + part.box.dx:
            marks += [part.box.x, part.box.x + part.box.dx]
    marks = [max(min(mark, board.box.x + board.box.dx), board.box.x) for mark in sorted(marks)]
    return max(end - start for start, end in zip(marks[::2], marks[1::2], strict=True)) if high > low else 0


def _between(bottom: Part, cabinet: Cabinet) -> Length:
    """The longest stretch of a bottom between the uprights that stand on it and hang it from the top."""
    low, high, over = bottom.box.x, bottom.box.x + bottom.box.dx, bottom.box.z + bottom.box.dz
    at, longest = low, 0
    standing = [part.box for part in cabinet.parts if part.role == "partition" and part.box.z == over]
    for box in sorted(standing, key=lambda box: box.x):
        at, longest = box.x + box.dx, max(longest, box.x - at)
    return max(longest, high - at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bent:
    """How far a board bends over a span under a load (kg/m2), and how far it may; micrometres."""

    span: Length
    load: Decimal
    sag: Decimal
    limit: Decimal


def _shelves(scene: Scene) -> Iterator[tuple[Part, Bent]]:
    """Each shelf, and how it bends."""
    for unit in scene.units:
        rules = unit.construction
        load = _load(unit, rules)
        for part in unit.of_role(*SHELVES):
            if unit.kind.corner and part.notches:
                continue  # cut to an L, it rests on walls along its length
            span = _span(part, unit.cabinet)
            sag = shelf_sag(span, part.thickness, load, rules)
            yield part, Bent(span=span, load=load, sag=sag, limit=Decimal(span) / rules.sag_limit)


def _mm(length: Decimal) -> str:
    return f"{length / MICROMETRES['mm']:.1f} mm"


@rule(
    FAMILY,
    Level.WARNING,
    code="shelf-sags",
    title="A shelf bends too far under its load",
    source="Sagulator",
    fix="choose narrower units or thicker carcass boards",
    quoted=True,
)
def shelf_sags(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Shelves against `sag_limit` of the construction method, at once and without creep."""
    for part, bent in _shelves(scene):
        if bent.sag > bent.limit:
            says = f"spans {show(bent.span)} mm and bends {_mm(bent.sag)} under {bent.load} kg/m2"
            yield Finding(part.id, f"{says}; {_mm(bent.limit)} are the limit")


@rule(
    FAMILY,
    Level.INFO,
    code="shelf-creeps",
    title="A shelf will bend visibly after years under its load",
    source="BC",
    numbers=("creep", "creep_limit"),
    fix="choose narrower units or thicker shelves, or band the front edges with 2 mm",
)
def shelf_creeps(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Shelves that hold at once, with what particleboard gives way over the years."""
    creep, part_of = numbers.number("creep"), numbers.number("creep_limit")
    found = [
        (part, bent)
        for part, bent in _shelves(scene)
        if bent.sag <= bent.limit and bent.sag * creep * part_of > bent.span
    ]
    if not found:
        return
    worst = max((bent for _, bent in found), key=lambda bent: bent.sag)
    for part, _ in found:
        says = f"will bend up to {_mm(worst.sag * creep)} in years, over {show(worst.span)} mm under {worst.load} kg/m2"
        yield Finding(part.id, f"{says}; {_mm(Decimal(worst.span) / part_of)} are hardly seen")


@rule(
    FAMILY,
    Level.WARNING,
    code="bottom-sags",
    title="The bottom of a hung unit bends too far",
    source="Sagulator",
    fix="choose a narrower unit, a partition, or a thicker bottom",
)
def bottom_sags(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Bottoms that nothing carries but the sides; units on the floor have legs."""
    for unit in scene.units:
        rules = unit.construction
        # A hood hangs on the wall itself, and nothing else lies on the bottom around it.
        if unit.stands or unit.has(Use.HOOD):
            continue
        for part in unit.of_role("bottom"):
            span = _between(part, unit.cabinet)
            sag = shelf_sag(span, part.thickness, rules.base_shelf_load, rules)
            limit = Decimal(span) / rules.sag_limit
            if sag > limit:
                says = f"spans {show(span)} mm and bends {_mm(sag)} under {rules.base_shelf_load} kg/m2"
                yield Finding(part.id, f"{says}; {_mm(limit)} are the limit")


@rule(
    FAMILY,
    Level.WARNING,
    code="top-sags",
    title="The top of a desk bends too far",
    source="Sagulator",
    numbers=("desk_load", "railed"),
    fix="choose a thicker top, a rail below it, or a narrower place for knees",
)
def top_sags(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Tops over a place for knees, over its clear width."""
    load = numbers.number("desk_load")
    for unit in scene.units:
        rules = unit.construction
        for part in unit.of_role("desk-top", "worktop"):
            for space in unit.cabinet.spaces:
                if space.use is not Use.KNEES:
                    continue
                sag = shelf_sag(space.box.dx, part.thickness, load, rules)
                # A rail under the rear edge carries a share of the load.
                sag *= numbers.number("railed") if unit.of_role("rail") else 1
                limit = Decimal(space.box.dx) / rules.sag_limit
                if sag > limit:
                    says = f"spans {show(space.box.dx)} mm and bends {_mm(sag)} under {load} kg/m2"
                    yield Finding(part.id, f"{says}; {_mm(limit)} are the limit")


@rule(
    FAMILY,
    Level.WARNING,
    code="back-thin",
    title="A back is too thin to keep its unit square",
    source="G",
    numbers=("thin_back", "thin_back_width"),
    fix="choose a thicker back, or a partition that it is fixed to",
)
def back_thin(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Thin backs over a wide opening."""
    thin, wide = numbers.length("thin_back"), numbers.length("thin_back_width")
    for unit in scene.units:
        for part in unit.of_role("back"):
            if part.thickness < thin and part.box.dx > wide:
                size = f"{show(part.thickness)} mm thick over {show(part.box.dx)} mm of width"
                yield Finding(part.id, f"is {size}; up to {show(wide)} mm may be thinner than {show(thin)} mm")
