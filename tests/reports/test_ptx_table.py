"""Every field of every PTX record keeps its rule when a file is read: a test for each rule of the table."""

from __future__ import annotations

import pytest

from cutting.ptx.table import MOST_QUANTITY, Field, misfit, record_types
from furnishing.issues import Level
from tests.reports.ptx_files import a_ptx, faults, issues

FIELDS = [
    (kind, field)
    for kind, known in record_types().items()
    for field in known.fields
    if not field.name.startswith("INFO") or field.name in ("INFO1", "INFO60", "INFORMATION")
]


def a_misfit(field: Field) -> list[str]:
    """Texts that no field of this kind may hold."""
    beyond = {
        "index": [str(field.least - 1), str(field.most + 1), "1.5", "one", "-1"],
        "integer": [str(field.most + 1), "-1", "0.5", "x"],
        "quantity": ["-1", str(MOST_QUANTITY + 1), "2.5", "many"],
        "size": ["-0.1", "10000", "1e5", "ten", "nan", "9" * 30],
        "number": ["-1", "1e400", "inf"],
        "date": [],
        "part": ["X0", "X7501", "10000", "-1", "Y3", "X", "1.5"],
        "text": [],
    }
    return beyond[field.kind]


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [(kind, field.name, value) for kind, field in FIELDS for value in a_misfit(field)],
)
def test_a_value_outside_the_table_is_a_fault_with_record_and_field(kind: str, name: str, value: str) -> None:
    found = faults(a_ptx({f"{kind}.{name}": value}))
    assert [where for where in found if where.endswith(f"{kind}.{name}")], found


@pytest.mark.parametrize(("kind", "field"), [entry for entry in FIELDS if entry[1].kind == "text"])
def test_a_text_longer_than_the_table_says_is_told_but_read(kind: str, field: Field) -> None:
    if kind == "PARTS_REQ" or field.name == "TEXT":
        return  # A part's code is its name here; the rule for it has a test of its own.
    long = "A" * (field.most + 1)
    (issue,) = issues(a_ptx({f"{kind}.{field.name}": long}), "ptx-limit")
    assert issue.level is Level.ERROR
    assert issue.where.endswith(f"{kind}.{field.name}")
    assert str(field.most) in issue.message
    assert not issues(a_ptx({f"{kind}.{field.name}": "A" * field.most}), "ptx-limit")


def test_a_part_code_has_50_letters() -> None:
    assert issues(a_ptx({"PARTS_REQ.CODE": "A" * 51}), "ptx-limit")
    assert not issues(a_ptx({"PARTS_REQ.CODE": "A" * 50}), "ptx-limit")


@pytest.mark.parametrize("date", ["2025-03-14", "32/01/2025", "14/13/2025", "14/03/25"])
def test_dates_are_day_month_year(date: str) -> None:
    (issue,) = issues(a_ptx({"JOBS.ORD_DATE": date}), "ptx-limit")
    assert issue.where == "record 2, JOBS.ORD_DATE"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (kind, field.name)
        for kind, known in record_types().items()
        for field in known.fields[: known.needed]
        if field.kind != "text"
    ],
)
def test_a_number_that_is_needed_may_not_be_left_out(kind: str, name: str) -> None:
    cut = record_types()[kind].fields
    place = [field.name for field in cut].index(name)
    changes = {f"{kind}.{field.name}": "" for field in cut[place:]}
    found = faults(a_ptx(changes))
    assert [where for where in found if where.endswith(f"{kind}.{name}")], found


def test_sizes_reach_to_9999_millimetres_and_texts_are_printable() -> None:
    size = record_types()["BOARDS"].field("LENGTH")
    assert misfit(size, 9999) is None
    assert misfit(size, 10_000) == "10000 is outside 0 to 9999.999"
    assert "control" in str(misfit(record_types()["NOTES"].field("TEXT"), "a\x07b"))


def test_the_limits_that_receivers_are_known_by() -> None:
    limits = {(kind, field.name): (field.least, field.most) for kind, field in FIELDS}
    assert limits["HEADER", "TITLE"] == (0, 25)
    assert limits["JOBS", "JOB_INDEX"] == (1, 250)
    assert limits["JOBS", "CUSTOMER"] == (0, 100)
    assert limits["PARTS_REQ", "PART_INDEX"] == (1, 9999)
    assert limits["PARTS_REQ", "GRAIN"] == (0, 2)
    assert limits["BOARDS", "BRD_INDEX"] == (1, 5000)
    assert limits["OFFCUTS", "OFC_INDEX"] == (1, 7500)
    assert limits["CUTS", "COMMENT"] == (0, 100)
    assert limits["MATERIALS", "RULE1"] == (1, 9)
    assert sum(field.name.startswith("INFO") for field in record_types()["PARTS_UDI"].fields) == 60
    assert sum(field.name.startswith("INFO") for field in record_types()["PTN_UDI"].fields) == 99
