"""Boards, saw and bands for a list: as said on the command line, as the list says, or from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from cutting.part_lists.size_text import decimal_sign, spoken, take_apart, to_size
from cutting.pieces import Board, FirstCut, Saw, Trim
from furnishing import catalogue as shop
from furnishing.catalogue import Catalogue
from furnishing.errors import Fault, InputError
from furnishing.grain import BoardGrain, Grain
from furnishing.units import Length, show

WIDEST_KERF: Final[Length] = 20_000
SMALLEST_BOARD: Final[Length] = 50_000
LONGEST_BOARD: Final[Length] = 20_000_000
"""Outside these a figure was meant in another unit: no blade takes 20 mm, no board is 50 mm or 20 m long."""

THICKEST_BAND: Final[Length] = 6_000
EXAMPLE: Final = "2800x2070 or white-18:2800x2070@42.50,grain,qty=5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was said beside the list, still as text: sizes without a unit are in that of the list.

    `finished`: the list holds finished sizes, and the bands are to be taken off. `bands` gives the thickness of
    bands by name. `grain` is for rows that say nothing of it.
    """

    boards: tuple[str, ...] = ()
    kerf: str | None = None
    trim: str | None = None
    bands: Mapping[str, str] = field(default_factory=dict)
    finished: bool = False
    grain: Grain | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A board for `material`, None: for every material that has no board of its own; `price` None: not said."""

    material: str | None
    length: Length
    width: Length
    price: Decimal | None = None
    quantity: int | None = None
    grain: BoardGrain = BoardGrain.NONE
    code: str = ""


_BOARD: Final = re.compile(
    r"(?:(?P<material>.+):)?(?P<sizes>[^:@]+?)(?:@(?P<price>\d+(?:\.\d+)?))?(?P<more>(?:,[a-z0-9= ]+)*)"
)


def length_of(text: str, unit: str) -> Length:
    """A size of the command line; ValueError with what is expected."""
    size = take_apart(text)
    return to_size(size, unit, decimal_sign([size.number]) or ".")


def board_of(text: str, unit: str) -> Offered:
    """A board as said: `MATERIAL:LENGTHxWIDTH@PRICE,grain,qty=N`; ValueError with what is expected."""
    found = _BOARD.fullmatch(text.strip())
    sides = re.split(r"\s*[x×*хХX]\s*", found["sizes"].strip()) if found else []
    if found is None or len(sides) != 2:
        raise ValueError(f"{text!r} is no board; write one such as {EXAMPLE}")
    length, width = (length_of(side, unit) for side in sides)
    if min(length, width) < SMALLEST_BOARD or max(length, width) > LONGEST_BOARD:
        message = f"a board of {show(length)} x {show(width)} mm is no board; sizes are read in {spoken(unit)}"
        raise ValueError(f"{message} like the list: write the unit, as in 2800mmx2070mm")
    offered = Offered(
        material=found["material"].strip() if found["material"] else None,
        length=length,
        width=width,
        price=Decimal(found["price"]) if found["price"] else None,
    )
    for word in filter(None, (each.strip() for each in found["more"].split(","))):
        quantity = re.fullmatch(r"qty ?= ?(\d{1,6})", word)
        if word == "grain":
            offered = replace(offered, grain=BoardGrain.LENGTH)
        elif quantity and int(quantity[1]) > 0:
            offered = replace(offered, quantity=int(quantity[1]))
        else:
            raise ValueError(f"{word!r} says nothing of a board; use grain or qty=5")
    return offered


def saw_of(terms: Terms, listed: Mapping[str, Length], unit: str, usual: shop.Saw) -> tuple[Saw, str]:
    """The saw, and a sentence on where its kerf and trims come from: said, in the list, or the catalogue's."""
    faults = []
    kerf, from_kerf = listed.get("kerf", usual.kerf), "in the list" if "kerf" in listed else "of the catalogue's saw"
    trims = [
        listed.get(edge, getattr(usual, f"trim_{edge}") if "kerf" not in listed else 0)
        for edge in ("left", "right", "bottom", "top")
    ]
    from_trim = "in the list" if "kerf" in listed else "of the catalogue's saw"
    if terms.kerf is not None:
        try:
            kerf, from_kerf = _small(terms.kerf, unit), "as said"
        except ValueError as error:
            faults.append(Fault("--kerf", str(error)))
    if terms.trim is not None:
        try:
            trims, from_trim = _trims(terms.trim, unit), "as said"
        except ValueError as error:
            faults.append(Fault("--trim", str(error)))
    if kerf > WIDEST_KERF:
        message = f"a kerf of {show(kerf)} mm is wider than any blade; sizes are read in {spoken(unit)} like the list"
        faults.append(Fault("--kerf", f"{message}: write the unit, as in 4mm"))
    if faults:
        raise InputError(faults)
    left, right, bottom, top = trims
    saw = Saw(
        kerf=kerf,
        trim=Trim(left=left, right=right, bottom=bottom, top=top),
        max_stages=usual.max_stages,
        first_cut=FirstCut(usual.first_cut),
    )
    edges = show(left) if len(set(trims)) == 1 else " / ".join(map(show, trims))
    return saw, f"kerf {show(kerf)} mm {from_kerf} (--kerf), trim {edges} mm {from_trim} (--trim)"


def _small(text: str, unit: str) -> Length:
    """A size that may be nothing."""
    return 0 if text.strip() in ("0", "0mm", "0 mm") else length_of(text, unit)


def _trims(text: str, unit: str) -> list[Length]:
    sides = [_small(side, unit) for side in text.split(",")]
    if len(sides) not in (1, 4):
        raise ValueError(f"{text!r} is no trim; write one figure for all edges, or four: left,right,bottom,top")
    return sides * 4 if len(sides) == 1 else sides


def from_catalogue(material: str, catalogue: Catalogue) -> tuple[Offered, ...]:
    """The boards that the catalogue has of a material, by its code or its name; none where it does not know it."""
    word = material.casefold()
    for known in catalogue.materials:
        if word and word in (known.code.casefold(), known.name.casefold()):
            return tuple(
                Offered(
                    material=material,
                    length=board.length,
                    width=board.width,
                    price=board.price.amount,
                    quantity=board.quantity,
                    grain=catalogue.finish(known.finish).grain,
                    code=board.code,
                )
                for board in catalogue.boards_of(known.code)
            )
    return ()


def boards_of(offered: Iterable[tuple[str, Sequence[Offered]]]) -> tuple[Board, ...]:
    """The boards of a job: codes made where none is given, unlike each other; without prices, square metres count."""
    taken: set[str] = set()
    boards = []
    for material, each_of in offered:
        for each in each_of:
            size = f"{show(each.length)}x{show(each.width)}"
            code = each.code or (f"{material} {size}" if material else size)
            base, again = code, 1
            while code in taken:
                again += 1
                code = f"{base} ({again})"
            taken.add(code)
            square_metres = (Decimal(each.length * each.width).scaleb(-12)).quantize(Decimal("0.0001"))
            boards.append(
                Board(
                    code=code,
                    length=each.length,
                    width=each.width,
                    quantity=each.quantity,
                    cost=square_metres if each.price is None else each.price,
                    grain=each.grain,
                    material=material,
                )
            )
    return tuple(boards)


def band_thickness(name: str, said: Mapping[str, Length], catalogue: Catalogue) -> Length | None:
    """How thick a band is: as said, by its code in the catalogue, or as its name tells ("ABS 1 mm", "0.8")."""
    word = name.casefold()
    if word in said:
        return said[word]
    for band in catalogue.bands:
        if word in (band.code.casefold(), band.name.casefold()):
            return band.thickness
    found = (
        re.search(r"(\d+(?:[.,]\d+)?) ?(?:mm)? ?[x×/] ?\d+(?:[.,]\d+)? ?mm\b", word)
        or re.search(r"(?<![\d.,x×/])(\d+(?:[.,]\d+)?) ?mm\b", word)
        or re.fullmatch(r"(\d+[.,]\d+)", word)
    )
    thickness = length_of(found[1].replace(",", "."), "mm") if found else None
    return thickness if thickness is not None and thickness <= THICKEST_BAND else None
