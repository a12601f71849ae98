"""The indices of a PTX file: each unique and counted from 1, and every reference to a record that is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from cutting.ptx.records import Findings, Record
from furnishing.issues import Level

Key: TypeAlias = tuple[int, ...]
"""The job's index, the pattern's where there is one, the record's own."""
Tables: TypeAlias = Mapping[str, dict[Key, Record]]

OWN: Final[dict[str, tuple[str, ...]]] = {
    "JOBS": ("JOB_INDEX",),
    "PARTS_REQ": ("JOB_INDEX", "PART_INDEX"),
    "PARTS_INF": ("JOB_INDEX", "PART_INDEX"),
    "PARTS_UDI": ("JOB_INDEX", "PART_INDEX"),
    "PARTS_DST": ("JOB_INDEX", "PART_INDEX"),
    "BOARDS": ("JOB_INDEX", "BRD_INDEX"),
    "MATERIALS": ("JOB_INDEX", "MAT_INDEX"),
    "NOTES": ("JOB_INDEX", "NOTES_INDEX"),
    "OFFCUTS": ("JOB_INDEX", "OFC_INDEX"),
    "PATTERNS": ("JOB_INDEX", "PTN_INDEX"),
    "CUTS": ("JOB_INDEX", "PTN_INDEX", "CUT_INDEX"),
}
"""What tells the records of a table apart."""

REFERENCES: Final[tuple[tuple[str, str, str], ...]] = (
    ("PARTS_REQ", "MAT_INDEX", "MATERIALS"),
    ("PARTS_INF", "PART_INDEX", "PARTS_REQ"),
    ("PARTS_UDI", "PART_INDEX", "PARTS_REQ"),
    ("PARTS_DST", "PART_INDEX", "PARTS_REQ"),
    ("BOARDS", "MAT_INDEX", "MATERIALS"),
    ("OFFCUTS", "MAT_INDEX", "MATERIALS"),
    ("PATTERNS", "BRD_INDEX", "BOARDS"),
    ("PTN_UDI", "PTN_INDEX", "PATTERNS"),
    ("CUTS", "PTN_INDEX", "PATTERNS"),
    ("VECTORS", "PTN_INDEX", "PATTERNS"),
)
COUNTED: Final = ("JOBS", "PARTS_REQ", "BOARDS", "MATERIALS", "OFFCUTS", "PATTERNS", "CUTS")
"""Tables whose indices run 1, 2, 3 ... without a gap."""


def linked(records: Iterable[Record], findings: Findings) -> Tables:
    """The records of every table by their indices; faults where one is given twice or refers to nothing."""
    every = tuple(records)
    tables: dict[str, dict[Key, Record]] = {name: {} for name in OWN}
    for record in every:
        names = OWN.get(record.kind)
        if names is None or any(name not in record.values for name in names):
            continue
        key = tuple(record.integer(name) for name in names)
        before = tables[record.kind].setdefault(key, record)
        if before is not record:
            message = f"{names[-1]} {key[-1]} is that of record {before.number} already; number them 1, 2, 3 ..."
            findings.fault(record, names[-1], message)
    _jobs(every, tables, findings)
    _gaps(tables, findings)
    for record in every:
        for kind, name, other in REFERENCES:
            if record.kind == kind and name in record.values:
                _refers(record, name, other, tables, findings)
        if record.kind == "CUTS":
            _part(record, tables, findings)
        if record.kind == "VECTORS" and "CUT_INDEX" in record.values:
            key = tuple(record.integer(name) for name in OWN["CUTS"])
            if key not in tables["CUTS"]:
                findings.fault(record, "CUT_INDEX", f"the file has no cut {key[2]} of pattern {key[1]}")
    return tables


def _jobs(records: Iterable[Record], tables: Tables, findings: Findings) -> None:
    """Without JOBS records everything is of one job."""
    if not tables["JOBS"]:
        return
    for record in records:
        if "JOB_INDEX" in record.values and (record.integer("JOB_INDEX"),) not in tables["JOBS"]:
            findings.fault(record, "JOB_INDEX", f"the file has no job {record.integer('JOB_INDEX')}")


def _gaps(tables: Tables, findings: Findings) -> None:
    for kind in COUNTED:
        scopes: dict[Key, list[int]] = {}
        for key in tables[kind]:
            scopes.setdefault(key[:-1], []).append(key[-1])
        for scope, found in scopes.items():
            missing = next((i for i, index in enumerate(sorted(found), start=1) if i != index), None)
            if missing is not None:
                name = OWN[kind][-1]
                place = tables[kind][(*scope, min(index for index in found if index > missing))]
                message = f"{name} {missing} is missing; indices run 1, 2, 3 ... without a gap"
                findings.issue("ptx-index-gap", Level.WARNING, place.where(name), message)


def _refers(record: Record, name: str, other: str, tables: Tables, findings: Findings) -> None:
    key = (record.integer("JOB_INDEX"), record.integer(name))
    if key not in tables[other]:
        findings.fault(record, name, f"the file has no {other} record with index {key[1]} in job {key[0]}")


def _part(record: Record, tables: Tables, findings: Findings) -> None:
    """The part or offcut that a cut yields."""
    part = record.text("PART_INDEX")
    if not part or not part.strip("0"):
        return
    other, index = ("OFFCUTS", part[1:]) if part.startswith("X") else ("PARTS_REQ", part)
    if (record.integer("JOB_INDEX"), int(index)) not in tables[other]:
        message = f"the file has no {other} record with index {index} in job {record.integer('JOB_INDEX')}"
        findings.fault(record, "PART_INDEX", message)
