"""Cut jobs as files: the format is told in docs/cutjob.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from cutting.job_file_sets import read_set, set_entry
from cutting.job_rules import check_job
from cutting.pieces import NO_SAW, Batching, Board, CutJob, FirstCut, Piece, Router, Saw, Trim
from furnishing.errors import Fault
from furnishing.grain import BoardGrain, Grain
from furnishing.json_text import JsonValue, to_json
from furnishing.reading import Fields, open_record
from furnishing.units import Length, from_length, show

JOB_FORMAT: Final = "furnish-cut-job/1"
MOST_COPIES: Final = 1_000_000
"""Copies of one piece, and of all pieces of a job together."""
MOST_AREA_M2: Final = 1_000_000


def read_job(text: str | bytes, source: str = "") -> CutJob:
    """The cut job that a file says; InputError with every fault of it, each with its path."""
    fields = open_record(text, JOB_FORMAT, source)
    read_unit(fields)
    router = _read_router(fields.record("router")) if fields.has("router") else None
    saw = NO_SAW if router and not fields.has("saw") else _read_saw(fields.record("saw"))
    boards = tuple(_read_board(each) for each in fields.records("boards"))
    pieces = tuple(_read_piece(each) for each in fields.records("pieces"))
    batching = _read_batching(fields.record("batching")) if fields.has("batching") else None
    sets = tuple(read_set(each) for each in fields.records("sets", default=()))
    fields.refuse_unknown()
    job = CutJob(pieces=pieces, boards=boards, saw=saw, batching=batching, router=router, sets=sets)
    # Where an entry could not be read, harmless values stand in its place: what the rules say of it is no news.
    spoilt = {_entry(fault.where) for fault in fields.faults}
    fields.faults += [fault for fault in check_job(job) if _entry(fault.where) not in spoilt]
    fields.faults += _file_rules(job, spoilt)
    fields.finish()
    return job


def read_unit(fields: Fields) -> None:
    """Read the unit of a file that must name one."""
    if fields.has("unit"):
        fields.read_unit()
    else:
        fields.take("unit")


def _nullable(fields: Fields, name: str, read: Callable[[str], int]) -> int | None:
    """A field that must be given but may be null."""
    if not fields.has(name):
        fields.take(name)
        return None
    value: int | None = fields.optional(name, read)
    return value


def _entry(where: str) -> str:
    """`pieces[3]` of `pieces[3].grain`; `saw` of `saw.trim.left`."""
    return where.split(".", 1)[0]


def _read_saw(fields: Fields) -> Saw:
    trim = fields.record("trim")
    return Saw(
        kerf=fields.length("kerf", least=0),
        trim=Trim(**{edge: trim.length(edge, least=0) for edge in ("left", "right", "bottom", "top")}),
        max_stages=_nullable(fields, "max_stages", lambda name: fields.integer(name, least=1)),
        first_cut=fields.choice("first_cut", FirstCut),
        book_height=fields.optional("book_height", lambda name: fields.integer(name, least=1)),
    )


def _read_router(fields: Fields) -> Router:
    return Router(
        tool=fields.length("tool"),
        border=fields.length("border", least=0, default=0),
        small_area=_square(fields, "small_area_m2", Decimal(0)) if fields.has("small_area_m2") else 0,
        small_border=fields.length("small_border", least=0, default=0),
    )


def _read_board(fields: Fields) -> Board:
    return Board(
        code=fields.text("code"),
        length=fields.length("length"),
        width=fields.length("width"),
        quantity=_nullable(fields, "quantity", lambda name: fields.integer(name, least=1)),
        cost=fields.number("cost"),
        grain=fields.choice("grain", BoardGrain),
        material=fields.text("material", default=""),
        offcut=fields.boolean("offcut", default=False),
        location=fields.text("location", default=""),
    )


def _read_piece(fields: Fields) -> Piece:
    return Piece(
        id=fields.text("id"),
        length=fields.length("length"),
        width=fields.length("width"),
        quantity=fields.integer("quantity", least=1, most=MOST_COPIES),
        grain=fields.choice("grain", Grain),
        material=fields.text("material", default=""),
        order=fields.text("order", default=""),
    )


def _read_batching(fields: Fields) -> Batching:
    area = _square(fields, "max_area_m2", Decimal("0.000001"))
    return Batching(max_pieces=fields.integer("max_pieces", least=1), max_area=area)


def _square(fields: Fields, name: str, least: Decimal) -> int:
    """An area in square metres as whole square micrometres."""
    square_metres = fields.number(name, least=least, most=MOST_AREA_M2)
    area = square_metres.scaleb(12)
    if area != int(area):
        fields.fault(name, f"{square_metres} m2 is finer than a square micrometre; round it")
    return int(area)


def _file_rules(job: CutJob, spoilt: set[str]) -> Iterator[Fault]:
    """Rules for what people write down, beyond those that every job must keep."""
    pieces = [(i, piece) for i, piece in enumerate(job.pieces) if f"pieces[{i}]" not in spoilt]
    boards = [(i, board) for i, board in enumerate(job.boards) if f"boards[{i}]" not in spoilt]
    copies = sum(piece.quantity for _, piece in pieces)
    if copies > MOST_COPIES:
        yield Fault(
            "pieces", f"the pieces make {copies} copies together; at most {MOST_COPIES} are allowed, divide the job"
        )
    where, blade = ("saw.kerf", "kerf") if job.router is None else ("router.tool", "tool")
    if pieces and _entry(where) not in spoilt:
        i, least = min(pieces, key=lambda entry: min(entry[1].length, entry[1].width))
        if job.machine.spacing >= min(least.length, least.width):
            size, lost = f"{show(least.length)} x {show(least.width)} mm", show(job.machine.spacing)
            message = f"the {blade} ({lost} mm) is larger than a piece: {least.id} at pieces[{i}] is {size}"
            yield Fault(where, f"{message}; make the {blade} smaller than every side")
    yield from _codes(boards)
    if len(boards) == len(job.boards):
        yield from _materials(pieces, [board.material for _, board in boards])


def _codes(boards: Sequence[tuple[int, Board]]) -> Iterator[Fault]:
    """People and labels name a board by its code alone, so one code in two materials is refused too."""
    seen: dict[str, tuple[int, str]] = {}
    for i, board in boards:
        before, material = seen.setdefault(board.code, (i, board.material))
        if before != i and material != board.material:
            message = (
                f"boards[{before}] of material {material!r} has the code {board.code!r} already; give each its own"
            )
            yield Fault(f"boards[{i}].code", message)


def _materials(pieces: Sequence[tuple[int, Piece]], known: Sequence[str]) -> Iterator[Fault]:
    """Materials without any board, each told once at the first piece that asks for it."""
    asked: dict[str, list[int]] = {}
    for i, piece in pieces:
        asked.setdefault(piece.material, []).append(i)
    named = ", ".join(repr(material) for material in dict.fromkeys(known))
    for material, places in asked.items():
        if known and material not in known:
            more = f" (and {len(places) - 1} more pieces)" if len(places) > 1 else ""
            word = f"no board is of material {material!r}" if material else "this piece names no material"
            message = f"{word}{more}, and the boards are of {named}; add a board or change the material"
            yield Fault(f"pieces[{places[0]}].material", message)


def write_job(job: CutJob, unit: str = "mm") -> str:
    """The file of a cut job: `read_job` makes the same job of it."""
    fields: dict[str, JsonValue] = {
        "format": JOB_FORMAT,
        "unit": unit,
        **({} if job.router and job.saw == NO_SAW else {"saw": _saw_entry(job.saw, unit)}),
        **({"router": _router_entry(job.router, unit)} if job.router else {}),
        "boards": [_board_entry(board, unit) for board in job.boards],
        "pieces": [_piece_entry(piece, unit) for piece in job.pieces],
        **({"sets": [set_entry(each, unit) for each in job.sets]} if job.sets else {}),
    }
    if job.batching is not None:
        square_metres = Decimal(job.batching.max_area).scaleb(-12)
        fields["batching"] = {"max_pieces": job.batching.max_pieces, "max_area_m2": square_metres}
    return to_json(fields)


def _saw_entry(saw: Saw, unit: str) -> dict[str, JsonValue]:
    def size(length: Length) -> Decimal:
        return from_length(length, unit)

    trim = saw.trim
    edges = {"left": trim.left, "right": trim.right, "bottom": trim.bottom, "top": trim.top}
    return {
        "kerf": size(saw.kerf),
        "trim": {name: size(value) for name, value in edges.items()},
        "max_stages": saw.max_stages,
        "first_cut": saw.first_cut.value,
        **({} if saw.book_height is None else {"book_height": saw.book_height}),
    }


def _router_entry(router: Router, unit: str) -> dict[str, JsonValue]:
    area, inside = Decimal(router.small_area).scaleb(-12), from_length(router.small_border, unit)
    return {
        "tool": from_length(router.tool, unit),
        "border": from_length(router.border, unit),
        **({"small_area_m2": area} if area else {}),
        **({"small_border": inside} if inside else {}),
    }


def _board_entry(board: Board, unit: str) -> dict[str, JsonValue]:
    return {
        "code": board.code,
        "length": from_length(board.length, unit),
        "width": from_length(board.width, unit),
        "quantity": board.quantity,
        "cost": board.cost,
        "grain": board.grain.value,
        **({"material": board.material} if board.material else {}),
        **({"offcut": True} if board.offcut else {}),
        **({"location": board.location} if board.location else {}),
    }


def _piece_entry(piece: Piece, unit: str) -> dict[str, JsonValue]:
    return {
        "id": piece.id,
        "length": from_length(piece.length, unit),
        "width": from_length(piece.width, unit),
        "quantity": piece.quantity,
        "grain": piece.grain.value,
        **({"material": piece.material} if piece.material else {}),
        **({"order": piece.order} if piece.order else {}),
    }
