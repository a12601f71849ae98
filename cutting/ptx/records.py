"""PTX text as records: split, told apart, every field read by the table; nothing is known here of what they mean.

Tolerant where receivers are: spaces around fields, quotes or none, CRLF or LF, blank lines, trailing fields left out.
A value that no table allows is a fault; a text longer than the table says is an issue, since it can still be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from cutting.ptx.table import Field, Value, misfit, parsed, record_types
from furnishing.errors import Fault, InputError
from furnishing.issues import Issue, Level

LINE_END: Final = re.compile("\r\n|\r|\n")
MOST_BYTES: Final = 32 * 1024 * 1024
MOST_RECORDS: Final = 200_000
MOST_LINE: Final = 20_000
MOST_FAULTS: Final = 200
"""After so many faults the file is given up: nobody mends a list that long by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record: `number` counts the lines that hold something, `line` all lines, both from 1."""

    kind: str
    number: int
    line: int
    values: dict[str, Value]

    def where(self, name: str = "") -> str:
        """The place of a field for people: `record 12, CUTS.DIMENSION`."""
        line = "" if self.line == self.number else f" (line {self.line})"
        return f"record {self.number}{line}, {self.kind}" + (f".{name}" if name else "")

    def text(self, name: str) -> str:
        """A text; empty where it is left out."""
        return str(self.values.get(name, ""))

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; `default` where it is left out."""
        value = self.values.get(name, default)
        return value if isinstance(value, int) else default

    def number_of(self, name: str) -> Decimal:
        """A decimal; 0 where it is left out."""
        return Decimal(self.values.get(name, 0))


@dataclass(slots=True)
class Findings:
    """What is wrong with a file: `faults` keep it from being read, `issues` are told beside what was read."""

    source: str = ""
    faults: list[Fault] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def fault(self, record: Record, name: str, message: str) -> None:
        """Note a fault; InputError at once where there are too many to go on."""
        self.faults.append(Fault(record.where(name), message))
        if len(self.faults) >= MOST_FAULTS:
            self.faults.append(Fault("", f"the file is given up after {MOST_FAULTS} faults; is it a PTX file?"))
            self.finish()

    def issue(self, code: str, level: Level, where: str, message: str, fix: str = "") -> None:
        """Note something that does not keep the file from being read."""
        self.issues.append(Issue(code=code, level=level, where=where, message=message, fix=fix))

    def finish(self) -> None:
        """Raise InputError with all faults, if there are any."""
        if self.faults:
            raise InputError(self.faults, self.source)


def read_records(content: bytes, findings: Findings) -> tuple[Record, ...]:
    """Every record of a file; faults and issues go to `findings`."""
    records = []
    number = 0
    for line, text in enumerate(LINE_END.split(_decoded(content, findings)), start=1):
        if not text.strip():
            continue
        number += 1
        if number > MOST_RECORDS:
            findings.faults.append(Fault("", f"the file has more than {MOST_RECORDS} records; divide the job"))
            findings.finish()
        record = _record(number, line, text, findings)
        if record is not None:
            records.append(record)
    return tuple(records)


def _decoded(content: bytes, findings: Findings) -> str:
    """The text of the bytes: UTF-8, else Windows-1252, which old optimisers write."""
    if len(content) > MOST_BYTES:
        findings.faults.append(Fault("", f"the file is larger than {MOST_BYTES // 2**20} MiB; divide the job"))
        findings.finish()
    nul = content.find(b"\0")
    if nul >= 0 or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        line = content.count(b"\n", 0, max(nul, 0)) + 1
        message = "there are NUL bytes here, as in UTF-16 text or a program; save the file as plain text (ASCII)"
        findings.faults.append(Fault(f"line {line}", message))
        findings.finish()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
    message = f"line {line} is no UTF-8; the file is read as Windows-1252, letters beyond ASCII may be wrong"
    findings.issue("ptx-encoding", Level.WARNING, f"line {line}", message, "save the file as ASCII or UTF-8")
    return content.decode("cp1252", errors="replace")


def _record(number: int, line: int, text: str, findings: Findings) -> Record | None:
    kind = text.partition(",")[0].strip().strip('"').strip().upper()
    shown = kind if kind.isprintable() and len(kind) <= 20 else "?"
    record = Record(kind=shown, number=number, line=line, values={})
    if len(text) > MOST_LINE:
        findings.fault(record, "", f"the line has {len(text)} characters; at most {MOST_LINE} can be read")
        return None
    if shown not in record_types():
        message = f"records {shown!r} are not known and are not read"
        findings.issue("ptx-record-unknown", Level.WARNING, record.where(), message, "remove it, or tell us of it")
        return None
    try:
        cells = list(_cells(text))[1:]
    except ValueError as error:
        findings.fault(record, "", str(error))
        return None
    _fill(record, cells, findings)
    return record


def _cells(text: str) -> Iterator[str]:
    """The cells of a line; ValueError where a quote is not closed, or something follows it."""
    at, end = 0, len(text)
    while True:
        while at < end and text[at] in " \t":
            at += 1
        if at < end and text[at] == '"':
            cell, at = _quoted(text, at + 1)
            comma = text.find(",", at)
            rest = text[at : comma if comma >= 0 else end].strip()
            if rest:
                raise ValueError(
                    f"{rest[:20]!r} follows a closing quote; put a comma between them, or double the quote"
                )
        else:
            comma = text.find(",", at)
            cell = text[at : comma if comma >= 0 else end].rstrip()
        yield cell
        if comma < 0:
            return
        at = comma + 1


def _quoted(text: str, at: int) -> tuple[str, int]:
    """The quoted text that begins at `at`, and where it ends; a doubled quote stands for one."""
    parts = []
    while True:
        end = text.find('"', at)
        if end < 0:
            raise ValueError("a quote is opened and never closed; close it, or remove it")
        parts.append(text[at:end])
        if not text.startswith('""', end):
            return "".join(parts), end + 1
        parts.append('"')
        at = end + 2


def _fill(record: Record, cells: list[str], findings: Findings) -> None:
    """Read the cells into the values of a record, each as its field wants it."""
    known = record_types()[record.kind]
    for each, text in zip(known.fields, cells, strict=False):
        if text:
            _fill_one(record, each, text, findings)
    for each in known.fields[: known.needed]:
        # An empty text is no fault: accepted files leave codes of offcuts empty.
        if each.name not in record.values and each.kind != "text" and not _told(record, each, findings):
            findings.fault(record, each.name, "this field is empty or left out, but it is needed")
    extra = [cell for cell in cells[len(known.fields) :] if cell]
    if extra:
        message = f"{len(extra)} more fields than the {len(known.fields)} that the table knows; they are not read"
        findings.issue("ptx-fields-extra", Level.WARNING, record.where(), message)


def _told(record: Record, each: Field, findings: Findings) -> bool:
    """Whether a fault of this field is noted already."""
    where = record.where(each.name)
    return any(fault.where == where for fault in findings.faults[-30:])


def _fill_one(record: Record, each: Field, text: str, findings: Findings) -> None:
    try:
        value = parsed(each, text)
    except ValueError as error:
        findings.fault(record, each.name, str(error))
        return
    wrong = misfit(each, value)
    if wrong is None:
        record.values[each.name] = value
    elif each.kind in ("text", "date") and text.isprintable():
        record.values[each.name] = value
        findings.issue("ptx-limit", Level.ERROR, record.where(each.name), wrong, "a receiver may refuse the file")
    else:
        findings.fault(record, each.name, wrong)
