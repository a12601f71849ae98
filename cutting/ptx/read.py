"""PTX files read: cut jobs, and the plans in their patterns, with every fault by record and field.

What a file means is told in docs/machine_files.md. Form is judged here; whether a plan holds is for
`cutting.check` to say, which knows nothing of PTX.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cutting.job_rules import check_job
from cutting.pieces import Board, CutJob, Piece, Rect, Saw
from cutting.plan import CutPlan, Sheet, Unplaced
from cutting.ptx.cuts import MOST_NODES, Layout, labels_of, nested, pattern_tree
from cutting.ptx.links import Tables, linked
from cutting.ptx.mark import Mark, read_mark
from cutting.ptx.patterns import Labels, Pattern, dealt
from cutting.ptx.records import Findings, Record, read_records
from cutting.ptx.saws import Saws, read_saws
from cutting.ptx.stock import Names, Stock, read_stock
from furnishing.errors import Fault, InputError
from furnishing.issues import Issue, Level

NOT_PRODUCED: Final = "not-in-patterns"
"""Why a piece of a foreign file is unplaced: no pattern of the file yields it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PtxJob:
    """One job of a file: what is to be cut, and how, where the file has patterns.

    `patterns` has for every sheet of the plan the index of its pattern; `where` names the job where there are several.
    """

    name: str
    where: str
    job: CutJob
    plan: CutPlan | None
    patterns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PtxFile:
    """A file: its jobs, and what is odd or wrong about it though it could be read.

    A JOBS record is one job, or several where its materials are sawn with different kerfs or trims.
    """

    jobs: tuple[PtxJob, ...]
    issues: tuple[Issue, ...]


def is_ptx(name: str, content: bytes) -> bool:
    """Whether an input file is meant as PTX, by its name or its first record."""
    return name.lower().endswith(".ptx") or content[:200].lstrip(b'\xef\xbb\xbf \t\r\n"').startswith(b"HEADER")


def read_ptx(content: bytes, source: str = "") -> PtxFile:
    """The jobs and plans of a PTX file; InputError with every fault, each with its record and field."""
    findings = Findings(source=source)
    records = read_records(content, findings)
    header = _header(records, findings)
    tables = linked(records, findings)
    findings.finish()
    indices = [key[0] for key in tables["JOBS"]] or sorted({key[0] for key in tables["PARTS_REQ"]})
    jobs = tuple(each for index in indices for each in _read_job(index, records, tables, header, findings))
    findings.finish()
    for each in jobs:
        faults = check_job(each.job)
        if faults:
            raise InputError((Fault(f"{each.where}{fault.where}", fault.message) for fault in faults), source)
    return PtxFile(jobs=jobs, issues=tuple(findings.issues))


def _header(records: Sequence[Record], findings: Findings) -> Record:
    found = [record for record in records if record.kind == "HEADER"]
    if not found:
        findings.faults.append(Fault("record 1", "no HEADER record is there; is it a PTX file?"))
        findings.finish()
    for other in found[1:]:
        findings.fault(other, "", f"record {found[0].number} is a HEADER already; a file has one")
    if records[0] is not found[0]:
        message = "the HEADER is not the first record"
        findings.issue("ptx-header-late", Level.WARNING, found[0].where(), message, "write it first")
    return found[0]


def _read_job(
    index: int, records: Sequence[Record], tables: Tables, header: Record, findings: Findings
) -> Iterable[PtxJob]:
    """The jobs of one JOBS record; none where its records are not sound."""
    mark = _mark(index, tables)
    before = len(findings.faults)
    stock = read_stock(index, tables, header, mark is not None, findings)
    saws = read_saws(index, tables, header, stock, findings)
    if len(findings.faults) > before:
        return
    record = tables["JOBS"].get((index,))
    name = record.text("NAME") if record else ""
    for saw, materials in saws.groups:
        part = _group(saw, materials, stock, saws)
        several = len(saws.groups) > 1 or len(tables["JOBS"]) > 1
        where = f"job {index}, {', '.join(materials)}: " if several else ""
        plan, patterns = _plan(index, part, records, tables, header, saws, stock, findings)
        yield _made(part, plan, patterns, mark, name, where, index, tables, stock, findings)


def _mark(index: int, tables: Tables) -> Mark | None:
    marks = (read_mark(record.text("TEXT")) for key, record in tables["NOTES"].items() if key[0] == index)
    return next((mark for mark in marks if mark is not None), None)


def _group(saw: Saw, materials: tuple[str, ...], stock: Stock, saws: Saws) -> CutJob:
    return CutJob(
        pieces=tuple(piece for piece in stock.pieces.values() if piece.material in materials),
        boards=tuple(board for board in stock.boards.values() if board.material in materials),
        saw=saw,
    )


def _made(
    part: CutJob,
    plan: CutPlan | None,
    patterns: tuple[int, ...],
    mark: Mark | None,
    name: str,
    where: str,
    index: int,
    tables: Tables,
    stock: Stock,
    findings: Findings,
) -> PtxJob:
    """The job with the quantities that the plan and the allowances of the file come to."""
    made: Counter[str] = Counter()
    for sheet in plan.sheets if plan else ():
        for placed in sheet.placed:
            made[placed.id] += sheet.copies
    pieces, unplaced = [], []
    for key, piece in stock.pieces.items():
        if piece not in part.pieces:
            continue
        wanted = piece.quantity if plan is None else _wanted(tables["PARTS_REQ"][index, key], piece, made[piece.id])
        if plan is not None and made[piece.id] != tables["PARTS_REQ"][index, key].integer("QTY_PROD", made[piece.id]):
            _produced(tables["PARTS_REQ"][index, key], made[piece.id], findings)
        if wanted < 1:
            continue
        pieces.append(replace(piece, quantity=wanted))
        if plan is not None and made[piece.id] < wanted:
            left = wanted - made[piece.id]
            message = f"the patterns of the file yield {made[piece.id]} of {wanted}"
            unplaced.append(Unplaced(id=piece.id, quantity=left, reason=NOT_PRODUCED, message=message))
    saw = part.saw
    if mark is not None:
        saw = replace(saw, max_stages=mark.max_stages, first_cut=mark.first_cut, book_height=mark.book_height)
    job = replace(part, pieces=tuple(pieces), saw=saw)
    whole = None if plan is None else replace(plan, unplaced=tuple(unplaced))
    return PtxJob(name=name, where=where, job=job, plan=whole, patterns=patterns)


def _wanted(record: Record, piece: Piece, made: int) -> int:
    """What is wanted, more or fewer by what the file itself allows."""
    least = piece.quantity - record.integer("QTY_UNDER")
    most = piece.quantity + record.integer("QTY_OVER")
    return made if least <= made <= most else piece.quantity


def _produced(record: Record, made: int, findings: Findings) -> None:
    message = f"{record.integer('QTY_PROD')} are said to be produced, but the patterns yield {made}"
    findings.issue("ptx-quantity", Level.ERROR, record.where("QTY_PROD"), message)


def _plan(
    index: int,
    part: CutJob,
    records: Sequence[Record],
    tables: Tables,
    header: Record,
    saws: Saws,
    stock: Stock,
    findings: Findings,
) -> tuple[CutPlan | None, tuple[int, ...]]:
    """The sheets of the patterns that are cut from the boards of a job; None where the file has no patterns."""
    runs = [record for key, record in tables["PATTERNS"].items() if key[0] == index]
    if not runs:
        return None, ()
    cuts: dict[int, list[Record]] = {}
    for record in records:
        if record.kind == "CUTS" and record.integer("JOB_INDEX") == index:
            cuts.setdefault(record.integer("PTN_INDEX"), []).append(record)
    sheets: list[Sheet] = []
    numbers: list[int] = []
    left = [MOST_NODES]
    used: Counter[int] = Counter()
    pieces = {piece.id: piece for piece in part.pieces}
    for record in runs:
        number, run = record.integer("PTN_INDEX"), record.integer("QTY_RUN")
        board = stock.boards[record.integer("BRD_INDEX")]
        if board not in part.boards:
            continue
        used[record.integer("BRD_INDEX")] += run
        if run < 1:
            findings.fault(record, "QTY_RUN", "a pattern that runs on no sheet cuts nothing; give 1 or more")
            continue
        pattern = _pattern(record, board, cuts.get(number, []), part.saw, saws, stock, header, left, findings)
        for tree, copies in dealt(pattern, pieces):
            sheets.append(Sheet.from_tree(board.code, tree, pieces, copies=copies, material=board.material))
            numbers.append(number)
    for board_index, many in used.items():
        _used(tables["BOARDS"][index, board_index], many, findings)
    return CutPlan(sheets=tuple(sheets)), tuple(numbers)


def _used(record: Record, many: int, findings: Findings) -> None:
    if "QTY_USED" in record.values and record.integer("QTY_USED") != many:
        message = f"{record.integer('QTY_USED')} are said to be used, but the patterns run on {many}"
        findings.issue("ptx-quantity", Level.WARNING, record.where("QTY_USED"), message)


def _pattern(
    record: Record,
    board: Board,
    cuts: Sequence[Record],
    saw: Saw,
    saws: Saws,
    stock: Stock,
    header: Record,
    left: list[int],
    findings: Findings,
) -> Pattern:
    """One PATTERNS record with its CUTS as a pattern of ours."""
    kind, run = record.integer("TYPE"), record.integer("QTY_RUN")
    if kind > 4:
        message = f"type {kind} is a template for matching grain, which is not read; cut it at the saw"
        findings.fault(record, "TYPE", message)
    if not cuts:
        findings.issue("ptx-no-cuts", Level.ERROR, record.where(), "the pattern has no CUTS and yields nothing")
    ordered = sorted(cuts, key=lambda each: each.integer("CUT_INDEX"))
    rows = nested([(each, saws.size(each, "DIMENSION", findings)) for each in ordered], findings)
    layout = Layout(
        saw=saw,
        raw=Rect(0, 0, board.length, board.width),
        turned=kind in (1, 2),
        waste_first=header.integer("TRIM_TYPE", 1) == 0,
        findings=findings,
        left=left,
    )
    tree = pattern_tree(rows, layout)
    if left[0] <= 0:
        findings.fault(record, "", f"the patterns of the file make more than {MOST_NODES} pieces; divide the job")
        findings.finish()
    return Pattern(
        board=board.code,
        material=board.material,
        tree=tree,
        labels=_labels(layout, run, stock.names, findings),
        run=run,
    )


def _labels(layout: Layout, run: int, names: Names, findings: Findings) -> tuple[Labels, ...]:
    """The labels of every leaf of the tree, in its order."""
    dealt_to: dict[int, list[list[tuple[int, int]]]] = {}
    labels: list[Labels] = []
    for row, place in layout.places:
        if row is None:
            labels.append(())
            continue
        found = dealt_to.get(id(row))
        if found is None:
            found = dealt_to[id(row)] = labels_of(row, layout.counted[id(row)], run, findings)
        labels.append(tuple((names[index], many) for index, many in found[place]))
    return tuple(labels)
