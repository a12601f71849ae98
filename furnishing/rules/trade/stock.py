"""Boards that are there, and boards bought for little."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from furnishing.issues import Level
from furnishing.rules.machining.boards import sawn
from furnishing.rules.rule import Finding, Numbers, RuleFamily, rule
from furnishing.rules.scene import Scene
from furnishing.units import MICROMETRES

FAMILY = RuleFamily.TRADE
SQUARE = Decimal(MICROMETRES["m"]) ** 2


def _areas(scene: Scene) -> dict[str, tuple[int, int]]:
    """How many parts, and how much area in square micrometres, each material needs, by code."""
    found: dict[str, tuple[int, int]] = {}
    for part in sawn(scene):
        count, area = found.get(part.material, (0, 0))
        found[part.material] = (count + 1, area + part.cut_length * part.cut_width)
    return dict(sorted(found.items()))


@rule(
    FAMILY,
    Level.WARNING,
    code="stock-short",
    title="There are fewer boards of a material than the parts need",
    source="G",
    numbers=("yield",),
    fix="order more boards, or choose another finish",
)
def stock_short(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """The area of the parts, at a usual yield, against boards whose number is limited."""
    share = numbers.number("yield")
    for material, (_, area) in _areas(scene).items():
        boards = scene.catalogue.boards_of(material)
        if not boards or any(board.quantity is None for board in boards):
            continue
        there = sum(board.length * board.width * (board.quantity or 0) for board in boards)
        if area > there * share:
            says = f"parts of {material} are {Decimal(area) / SQUARE:.2f} m2, and {Decimal(there) / SQUARE:.2f} m2"
            yield Finding("catalogue.boards", f"{says} of boards are there, of which {share:%} can be used")


@rule(
    FAMILY,
    Level.INFO,
    code="board-for-little",
    title="A whole board is bought for a few small parts",
    source="G",
    numbers=("little",),
    fix="make these parts of another board of the project, or use an offcut",
)
def board_for_little(scene: Scene, numbers: Numbers) -> Iterator[Finding]:
    """Materials whose parts fill only a small share of their smallest board."""
    share = numbers.number("little")
    for material, (count, area) in _areas(scene).items():
        smallest = min((board.length * board.width for board in scene.catalogue.boards_of(material)), default=0)
        if smallest and area < smallest * share:
            fills = Decimal(area) / smallest
            says = f"{count} parts of {material} with {Decimal(area) / SQUARE:.2f} m2 fill {fills:.0%} of a board"
            yield Finding("", f"{says}; below {share:.0%} an offcut does")
