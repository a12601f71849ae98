"""A list of parts on the command line: read, told, made a cut job, with its companion beside the plan."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from cutting.files import write_job
from cutting.part_lists import Asked, Column, PartList, read_part_list
from cutting.part_lists.companion import part_of, read_companion, write_companion
from cutting.part_lists.job import ReadyList, job_of_list
from cutting.part_lists.stock import Terms
from cutting.pieces import CutJob
from furnishing.errors import Fault, InputError
from furnishing.grain import Grain
from furnishing.parts import Part
from furnishing.reading import one_of
from web import remembered
from web.disk import is_there, may_write_file, read_input, write_file
from web.inputs import Faults, catalogue_of

SUFFIXES: Final = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls")
MOST_SHOWN: Final = 12
_ONLY_LISTS: Final = (
    *("board", "kerf", "trim", "catalogue", "columns", "band", "grain"),
    *("unit", "decimal", "encoding", "sheet", "forget", "skip_bad_rows", "save_job"),
)


def is_list(path: str) -> bool:
    """Whether a file is a list of parts and no cut job, by its name."""
    return path.lower().endswith(SUFFIXES)


def refuse_list_options(given: argparse.Namespace) -> None:
    """A cut job says itself what these would say: InputError where one was given with a job."""
    wrong = [name for name in _ONLY_LISTS if getattr(given, name)]
    wrong += ["sizes"] if given.sizes != "cut" else []
    faults = [
        Fault(
            f"--{name.replace('_', '-')}",
            "this is for lists of parts (.csv, .tsv, .txt, .xlsx); a cut job says it itself",
        )
        for name in wrong
    ]
    if faults:
        raise InputError(faults, given.job)


def listed_job(given: argparse.Namespace) -> ReadyList:
    """The cut job of the list that was named; how it was read is printed. Writes it where --save-job says."""
    may_write_file(given.save_job)
    known = remembered.recall()
    faults = Faults()
    columns = faults.gather(lambda: columns_of(given.columns)) or {}
    bands = faults.gather(lambda: _bands(given.band)) or {}
    catalogue = faults.gather(lambda: catalogue_of(given.catalogue))
    listed = faults.gather(lambda: _read(given, columns, {} if given.forget else known))
    faults.finish()
    if listed is None or catalogue is None:
        raise InputError([Fault("", "the list could not be read")], given.job)
    print(told(listed), flush=True)
    for each in listed.bad:
        print(f"furnish: left out: {each}", file=sys.stderr)
    # Before the boards are looked for: who has to say them too should not have to say the columns again.
    _remember(given, listed, columns, known)
    terms = Terms(
        boards=tuple(given.board),
        kerf=given.kerf,
        trim=given.trim,
        bands=bands,
        finished=given.sizes == "finished",
        grain=Grain(given.grain) if given.grain else None,
    )
    ready = job_of_list(listed, terms, catalogue, given.job)
    for sentence in ready.said:
        print(f"  {sentence}")
    if given.save_job is not None:
        write_file(given.save_job, write_job(ready.job).encode())
        print(f"  job in {given.save_job}")
    print()
    sys.stdout.flush()
    return ready


def write_beside(plan: str, ready: ReadyList) -> str:
    """Write the companion of a plan, `plan.parts.json` for `plan.json`, and give its path."""
    path = companion_path(plan)
    write_file(path, write_companion(ready.parts).encode())
    return path


def companion_path(plan: str) -> str:
    """Where the companion of a plan lies."""
    return str(Path(plan).with_suffix(".parts.json"))


def parts_beside(plan: str, job: CutJob) -> tuple[Part, ...]:
    """What the companion of a plan says of the job's pieces; none where there is no companion.

    InputError where the companion tells of pieces that this job does not have: it belongs to another plan.
    """
    path = companion_path(plan)
    if not is_there(path):
        return ()
    listed = read_companion(read_input(path), path)
    pieces = {piece.id: piece for piece in job.pieces}
    strangers = [each.row.id for each in listed if each.row.id not in pieces]
    if strangers:
        message = f"the job has no piece {strangers[0]!r}; this file belongs to another plan: move it away"
        raise InputError([Fault("parts", message)], path)
    return tuple(part_of(each, pieces[each.row.id]) for each in listed)


def columns_of(text: str | None) -> dict[Column, str]:
    """What `--columns` says: meanings with column names."""
    found: dict[Column, str] = {}
    faults = []
    for part in _divided(text or ""):
        meaning, _, name = (each.strip() for each in part.partition("="))
        if meaning not in {each.value for each in Column} or meaning == Column.KIND or not name:
            words = one_of([each.value for each in Column if each is not Column.KIND])
            faults.append(Fault("--columns", f"{part!r} is not MEANING=NAME; a meaning is {words}"))
        elif Column(meaning) in found:
            faults.append(Fault("--columns", f"{meaning} is given twice; give one column for it"))
        else:
            found[Column(meaning)] = name
    if faults:
        raise InputError(faults)
    return found


def _divided(text: str) -> Iterator[str]:
    """The parts between commas; a comma in a column's name stays, as no meaning and `=` follow it."""
    part = ""
    for piece in filter(None, text.split(",")):
        if part and "=" not in piece:
            part += f",{piece}"
            continue
        if part:
            yield part
        part = piece
    if part:
        yield part


def _bands(given: Sequence[str]) -> dict[str, str]:
    found = {}
    for text in given:
        name, _, thickness = (each.strip() for each in text.rpartition("="))
        if not name or not thickness:
            raise InputError([Fault("--band", f"{text!r} is not NAME=THICKNESS; write one such as 'ABS white=1'")])
        found[name] = thickness
    return found


def _read(given: argparse.Namespace, columns: Mapping[Column, str], known: remembered.Remembered) -> PartList:
    asked = Asked(
        columns=columns,
        remembered=known,
        sheet=given.sheet,
        encoding=given.encoding,
        unit=given.unit,
        decimal={"point": ".", "comma": ",", None: None}[given.decimal],
        skip_bad_rows=given.skip_bad_rows,
    )
    return read_part_list(read_input(given.job), given.job, asked)


def told(listed: PartList) -> str:
    """How a list was read, in a few lines."""
    lines = [
        f"read as {listed.layout}: {counted(len(listed.rows), 'row')}, {counted(listed.pieces, 'piece')}",
        f"  {listed.how}",
        *(f"  {sentence}" for sentence in listed.said),
        *(
            f"  {counted(len(numbers), 'row')} {reason} (row {_numbers(numbers)})"
            for reason, numbers in listed.aside.items()
        ),
    ]
    if listed.unused:
        lines.append(f"  columns kept beside the plan but not used: {', '.join(listed.unused)}")
    if listed.bad:
        rows = len({fault.where.split(",")[0] for fault in listed.bad})
        lines.append(f"  {counted(rows, 'bad row')} left out")
    return "\n".join(lines)


def counted(number: int, what: str) -> str:
    """A number of things: 1 row, 2 rows."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _numbers(numbers: Sequence[int]) -> str:
    more = f" and {len(numbers) - MOST_SHOWN:,} more" if len(numbers) > MOST_SHOWN else ""
    return ", ".join(map(str, numbers[:MOST_SHOWN])) + more


def _remember(
    given: argparse.Namespace, listed: PartList, columns: Mapping[Column, str], known: remembered.Remembered
) -> None:
    """Keep what --columns said for the next list with this header, or forget it."""
    others = {header: said for header, said in known.items() if header != listed.header}
    if columns and listed.header and not given.forget:
        problem = remembered.keep({**others, listed.header: columns})
        print(f"  {problem or 'remembered for lists with this header (--forget)'}")
    elif given.forget:
        problem = remembered.keep(others) if len(others) < len(known) else ""
        print(f"  {problem or ('forgotten' if len(others) < len(known) else 'nothing was remembered of this header')}")
