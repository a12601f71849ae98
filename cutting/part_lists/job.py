"""A list of parts becomes a cut job: materials matched with boards, bands taken off where asked, grain settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cutting.job_rules import check_job
from cutting.part_lists.part_list import PartList, PartRow
from cutting.part_lists.stock import (
    Offered,
    Terms,
    band_thickness,
    board_of,
    boards_of,
    from_catalogue,
    length_of,
    saw_of,
)
from cutting.pieces import Board, CutJob, Piece
from furnishing.catalogue import Catalogue
from furnishing.errors import Fault, InputError
from furnishing.grain import BoardGrain, Grain
from furnishing.units import Length, show

MOST_COPIES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPart:
    """What the papers want to know of a piece beside its sizes: its row, and its finished sizes where known."""

    row: PartRow
    finished_length: Length | None = None
    finished_width: Length | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyList:
    """A cut job, the parts behind its pieces in the same order, and sentences about what was taken how."""

    job: CutJob
    parts: tuple[ListedPart, ...]
    said: tuple[str, ...]


def job_of_list(listed: PartList, terms: Terms, catalogue: Catalogue, source: str = "") -> ReadyList:
    """The cut job of a list; InputError with everything that is missing or contradicts itself."""
    faults: list[Fault] = []
    offered = _offered(terms, listed, faults)
    keys = _materials(listed, offered)
    stock, said = _stock(listed, keys, offered, catalogue, faults, bool(terms.boards))
    bands = _bands(terms, listed, catalogue, faults)
    try:
        saw, sentence = saw_of(terms, listed.saw, listed.unit, catalogue.saw)
        said.append(sentence)
    except InputError as error:
        faults += error.faults
    if faults:
        raise InputError(faults, source)
    boards = boards_of(stock.items())
    pieces, parts = [], []
    for row in listed.rows:
        piece, part = _piece(row, keys[row.id], bands, boards, terms)
        faults += [] if min(piece.length, piece.width) > 0 else [_all_band(row)]
        pieces.append(piece)
        parts.append(part)
    job = CutJob(pieces=tuple(pieces), boards=boards, saw=saw)
    faults += [*_too_much(job, listed), *([] if faults else check_job(job))]
    if faults:
        raise InputError(faults, source)
    return ReadyList(
        job=job, parts=tuple(parts), said=(*said, *_sizes_said(listed, terms), *_grain_said(listed, boards, terms))
    )


def _offered(terms: Terms, listed: PartList, faults: list[Fault]) -> list[Offered]:
    """The boards that were said, then those that the list names."""
    offered = []
    for text in terms.boards:
        try:
            offered.append(board_of(text, listed.unit))
        except ValueError as error:
            faults.append(Fault("--board", str(error)))
    if terms.boards:
        return offered
    return [
        Offered(material=each.material or None, length=each.length, width=each.width, quantity=each.quantity)
        for each in listed.boards
    ]


def _materials(listed: PartList, offered: list[Offered]) -> dict[str, str]:
    """The material that each row is cut from, by its id.

    Parts of unlike thickness never share a board: where a name comes in several, the thickness is part of it. A list
    that names no material takes the only one that boards are given for.
    """
    thick: dict[str, set[Length | None]] = {}
    for row in listed.rows:
        thick.setdefault(row.material, set()).add(row.thickness)
    named = {each.material for each in offered}
    only = named.pop() if len(named) == 1 and len(thick) == 1 else None
    keys = {}
    for row in listed.rows:
        key = row.material
        if len(thick[key]) > 1:
            size = "thickness not given" if row.thickness is None else f"{show(row.thickness)} mm"
            key = f"{key} {size}".strip()
        elif not key and only:
            key = only
        keys[row.id] = key
    return keys


def _stock(
    listed: PartList,
    keys: Mapping[str, str],
    offered: list[Offered],
    catalogue: Catalogue,
    faults: list[Fault],
    terms_given: bool,
) -> tuple[dict[str, tuple[Offered, ...]], list[str]]:
    """The boards of each material, and sentences on where they come from."""
    rows = Counter(keys.values())
    said: list[str] = []
    stock: dict[str, tuple[Offered, ...]] = {}
    for key in rows:
        own = [each for each in offered if each.material is not None and each.material.casefold() == key.casefold()]
        chosen = tuple(own or [each for each in offered if each.material is None])
        if not chosen:
            chosen = from_catalogue(key, catalogue)
            if chosen:
                said.append(f"boards of {key} from the catalogue ({catalogue.name})")
        if not chosen:
            faults.append(Fault("--board", _no_board(key, rows[key])))
        elif len({each.price is None for each in chosen}) > 1:
            message = f"some boards of {key or 'this list'} have a price and some have none; price all or none"
            faults.append(Fault("--board", message))
        stock[key] = chosen
    known = {key.casefold() for key in rows}
    for each in offered:
        if each.material is not None and each.material.casefold() not in known:
            there = ", ".join(repr(key) for key in rows if key) or "none"
            message = f"no part is of the material {each.material!r}; the list has {there}"
            faults.append(Fault("--board", message))
    if listed.boards:
        said.append("boards as said (--board), not those of the list" if terms_given else "boards from the list")
    return stock, said


def _no_board(key: str, rows: int) -> str:
    count = f"{rows} row{'s' if rows > 1 else ''}"
    if not key:
        return f"no boards are given for the {count} of this list; say what they are cut from: --board 2800x2070"
    return (
        f"no boards are given for the material {key!r} ({count}); say --board '{key}:2800x2070', or --board 2800x2070 "
        "for every material, or use the material's code in the catalogue (--catalogue)"
    )


def _bands(terms: Terms, listed: PartList, catalogue: Catalogue, faults: list[Fault]) -> dict[str, Length | None]:
    """The thickness of every band of the list; unknown ones are faults where they are to be taken off."""
    said: dict[str, Length] = {}
    for name, text in terms.bands.items():
        try:
            said[name.casefold()] = length_of(text, "mm")
        except ValueError as error:
            faults.append(Fault("--band", str(error)))
    rows: dict[str, int] = {}
    for row in listed.rows:
        for band in row.edges.codes:
            if band is not None:
                rows.setdefault(band, row.number)
    thick = {name: band_thickness(name, said, catalogue) for name in rows}
    if terms.finished and not rows:
        message = "no part of the list has a band that could be taken off; name its columns"
        faults.append(Fault("--sizes finished", f"{message} (--columns edge-bottom=NAME,...), or leave this out"))
    if terms.finished:
        for name, number in rows.items():
            if thick[name] is None:
                message = f"how thick is the band {name!r}? It is to be taken off; say --band '{name}=1'"
                faults.append(Fault(f"row {number}", message))
    for name in terms.bands:
        if name.casefold() not in {each.casefold() for each in rows}:
            faults.append(Fault("--band", f"no part has a band {name!r}; the list has {', '.join(rows) or 'none'}"))
    return thick


def _piece(
    row: PartRow, key: str, bands: Mapping[str, Length | None], boards: tuple[Board, ...], terms: Terms
) -> tuple[Piece, ListedPart]:
    """A row as a piece for the saw and what the papers want to know of it."""

    def off(*names: str | None) -> Length | None:
        thick = [bands[name] for name in names if name is not None]
        return None if None in thick else sum(each for each in thick if each is not None)

    along, across = off(row.edges.left, row.edges.right), off(row.edges.bottom, row.edges.top)
    length, width = row.length, row.width
    if terms.finished:
        finished: tuple[Length | None, Length | None] = (row.finished_length or length, row.finished_width or width)
        length, width = (finished[0] or 0) - (along or 0), (finished[1] or 0) - (across or 0)
    else:
        finished = (
            row.finished_length or (None if along is None else length + along),
            row.finished_width or (None if across is None else width + across),
        )
    piece = Piece(
        id=row.id,
        length=length,
        width=width,
        quantity=row.quantity,
        grain=row.grain or terms.grain or _as_boards(key, boards),
        material=key,
        order=row.order,
    )
    return piece, ListedPart(row=row, finished_length=finished[0], finished_width=finished[1])


def _as_boards(key: str, boards: tuple[Board, ...]) -> Grain:
    """How a part lies that says nothing of it: as it comes on plain boards, along the grain on others."""
    grained = any(board.grain is not BoardGrain.NONE for board in boards if board.material == key)
    return Grain.LENGTH if grained else Grain.FREE


def _all_band(row: PartRow) -> Fault:
    return Fault(f"row {row.number}", f"{row.id} is no larger than its bands; are these finished sizes?")


def _too_much(job: CutJob, listed: PartList) -> Iterator[Fault]:
    copies = listed.pieces
    if copies > MOST_COPIES:
        yield Fault("", f"the list has {copies:,} pieces; at most {MOST_COPIES:,} are cut at once, divide it")
    small, least = min(zip(listed.rows, job.pieces, strict=True), key=lambda pair: min(pair[1].length, pair[1].width))
    if 0 < min(least.length, least.width) <= job.saw.kerf:
        size = f"{show(least.length)} x {show(least.width)} mm"
        message = (
            f"{least.id} ({size}) is no larger than the kerf ({show(job.saw.kerf)} mm); is the list in another unit?"
        )
        yield Fault(f"row {small.number}", message)


def _sizes_said(listed: PartList, terms: Terms) -> Iterator[str]:
    if terms.finished:
        count = f"{sum(any(row.edges.codes) for row in listed.rows)} of {len(listed.rows)} rows"
        yield f"sizes taken as finished sizes: the bands of {count} were taken off for the saw (--sizes)"
    else:
        banded = any(name is not None for row in listed.rows for name in row.edges.codes)
        yield "sizes taken as cut sizes" + (": nothing was taken off for bands (--sizes finished)" if banded else "")


def _grain_said(listed: PartList, boards: tuple[Board, ...], terms: Terms) -> Iterator[str]:
    silent = sum(row.grain is None for row in listed.rows)
    if not silent:
        return
    count = "every row says" if silent == len(listed.rows) else "1 row says" if silent == 1 else f"{silent} rows say"
    if terms.grain is not None:
        yield f"{count} nothing of the grain: taken as {terms.grain.value}"
    elif all(board.grain is BoardGrain.NONE for board in boards):
        yield f"{count} nothing of the grain, and the boards have none: these parts may be turned (--grain length)"
    else:
        yield f"{count} nothing of the grain: along it on boards with a grain, free on others (--grain)"
