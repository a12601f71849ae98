"""Hostile PTX files end in faults with record and field, quickly, and never in anything else."""

from __future__ import annotations

import contextlib
import random

import pytest

from cutting.ptx.read import read_ptx
from cutting.ptx.records import MOST_BYTES, MOST_FAULTS, MOST_LINE
from furnishing.errors import InputError
from tests.reports.ptx_files import a_ptx, faults


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("PARTS_REQ.MAT_INDEX", "2"),
        ("PARTS_INF.PART_INDEX", "3"),
        ("PARTS_UDI.PART_INDEX", "3"),
        ("PARTS_DST.PART_INDEX", "9"),
        ("BOARDS.MAT_INDEX", "7"),
        ("OFFCUTS.MAT_INDEX", "2"),
        ("PATTERNS.BRD_INDEX", "2"),
        ("PTN_UDI.PTN_INDEX", "2"),
        ("CUTS.PTN_INDEX", "2"),
        ("VECTORS.CUT_INDEX", "99"),
        ("VECTORS.PTN_INDEX", "2"),
        ("CUTS[4].PART_INDEX", "3"),
        ("CUTS[4].PART_INDEX", "X2"),
        ("PARTS_REQ.JOB_INDEX", "2"),
    ],
)
def test_an_index_that_leads_nowhere_is_a_fault_at_its_field(place: str, value: str) -> None:
    record, _, name = place.partition(".")
    kind = record.partition("[")[0]
    assert any(where.endswith(f"{kind}.{name}") for where in faults(a_ptx({place: value})))


@pytest.mark.parametrize("place", ["PARTS_REQ[2].PART_INDEX", "CUTS[2].CUT_INDEX"], ids=["a part twice", "a cut twice"])
def test_an_index_given_twice_is_a_fault(place: str) -> None:
    kind, name = place.partition("[")[0], place.partition(".")[2]
    found = faults(a_ptx({place: "1"}, drop=("VECTORS",)))
    assert any(where.endswith(f"{kind}.{name}") and "already" in text for where, text in found.items())


def test_all_faults_are_told_at_once() -> None:
    found = faults(a_ptx({"PARTS_REQ.LENGTH": "-5", "BOARDS.WIDTH": "wide", "CUTS[3].FUNCTION": "100"}))
    assert list(found) == ["record 3, PARTS_REQ.LENGTH", "record 8, BOARDS.WIDTH", "record 16, CUTS.FUNCTION"]


@pytest.mark.parametrize("line", ['NOTES,1,2,"never closed', 'NOTES,1,2,"closed" and more', 'NOTES,"1"2,2,x'])
def test_broken_quotes_are_faults_of_their_record(line: str) -> None:
    (where,) = faults(a_ptx(add=(line,)))
    assert where == "record 23, NOTES"


def test_blank_lines_are_counted_for_people_with_an_editor() -> None:
    content = a_ptx({"BOARDS.LENGTH": "x"}).replace(b"\r\n", b"\r\n\r\n")
    assert "record 8 (line 15), BOARDS.LENGTH" in faults(content)


@pytest.mark.parametrize(
    "content",
    [
        a_ptx().decode().encode("utf-16"),
        a_ptx().decode().encode("utf-16-le"),
        a_ptx() + b"\0",
        b"MZ\x90\0\x03",
    ],
)
def test_nul_bytes_are_a_fault_with_their_line(content: bytes) -> None:
    ((where, message),) = faults(content).items()
    assert where.startswith("line ")
    assert "NUL" in message


@pytest.mark.parametrize("content", [b"", b"\n\n", b"{}", b"PK\x03\x04", b"HEADER", b"HEADER,", b",,,,", b'"'])
def test_what_is_no_ptx_file_is_refused(content: bytes) -> None:
    assert faults(content)


def test_control_characters_in_texts_are_faults() -> None:
    assert "record 2, JOBS.CUSTOMER" in faults(a_ptx({"JOBS.CUSTOMER": "a\x07b"}))


def test_a_file_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cutting.ptx.records.MOST_RECORDS", 1000)
    assert "larger than" in str(faults(b"HEADER,1\n" + b" " * MOST_BYTES))
    assert "more than 1000 records" in str(faults(b"HEADER,1\n" + b"NOTES,1,1\n" * 1000))
    assert "characters" in str(faults(a_ptx(add=("NOTES,1,2," + "x" * MOST_LINE,))))


def test_a_file_of_faults_is_given_up_in_time() -> None:
    found = faults(b"HEADER,1\n" + b"CUTS,0,x,-1,1e9\n" * 5000)
    assert len(found) <= MOST_FAULTS + 1


def test_repeats_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cutting.ptx.read.MOST_NODES", 5000)
    rows = tuple(f"CUTS,1,1,{i},0,{i},0.001,99999,0,0" for i in range(1, 9))
    content = a_ptx(add=rows, drop=("CUTS", "VECTORS"))
    assert "more than 5000 pieces" in str(faults(content.replace(b",4.0,4.0,10.0", b",0,0,10.0")))


def test_phases_in_the_air_are_faults() -> None:
    rows = ("CUTS,1,1,1,1,1,397,1,0,0", "CUTS,1,1,2,2,3,715,1,1,2")
    found = faults(a_ptx(add=rows, drop=("CUTS", "VECTORS")))
    assert "phase 2 is missing" in found["record 15, CUTS.FUNCTION"]


def test_a_label_without_a_cut_and_a_cut_of_no_size_are_faults() -> None:
    rows = ("CUTS,1,1,1,1,2,0,0,1,1", "CUTS,1,1,2,1,1,0,1,0,0")
    found = faults(a_ptx(add=rows, drop=("CUTS", "VECTORS")))
    assert list(found) == ["record 14, CUTS.DIMENSION", "record 15, CUTS.DIMENSION"]


@pytest.mark.parametrize("kind", ["5", "6", "7", "8"])
def test_grain_match_templates_are_refused(kind: str) -> None:
    assert "template" in faults(a_ptx({"PATTERNS.TYPE": kind}))["record 12, PATTERNS.TYPE"]


def test_two_kerfs_are_refused() -> None:
    assert "one kerf" in faults(a_ptx({"MATERIALS.KERF_XCT": "3.2"}))["record 9, MATERIALS.KERF_XCT"]


def test_without_a_kerf_nothing_is_sawn() -> None:
    assert "record 9, MATERIALS.KERF_RIP" in faults(a_ptx({"MATERIALS.KERF_RIP": "", "MATERIALS.KERF_XCT": ""}))


@pytest.mark.parametrize("name", ["PARTS_REQ.LENGTH", "BOARDS.WIDTH"])
def test_a_size_of_nothing_is_a_fault(name: str) -> None:
    assert any(where.endswith(name) for where in faults(a_ptx({name: "0"})))


def test_sizes_finer_than_a_micrometre_are_faults() -> None:
    assert "finer" in faults(a_ptx({"PARTS_REQ.LENGTH": "715.00001"}))["record 3, PARTS_REQ.LENGTH"]


def test_a_pattern_runs_on_a_sheet_at_least() -> None:
    assert "record 12, PATTERNS.QTY_RUN" in faults(a_ptx({"PATTERNS.QTY_RUN": "0"}))


def test_any_damage_ends_in_faults_or_in_a_file() -> None:
    """Bytes turned, cut out and doubled at random: the reader refuses or reads, and never falls over."""
    rng = random.Random(4)
    good = a_ptx()
    for _ in range(400):
        content = bytearray(good)
        for _ in range(rng.randint(1, 6)):
            at = rng.randrange(len(content))
            how = rng.random()
            if how < 0.5:
                content[at] = rng.choice(b'0123456789,"-.X\r\n\0\xff9')
            elif how < 0.75:
                del content[at : at + rng.randint(1, 30)]
            else:
                content[at:at] = content[at : at + rng.randint(1, 60)]
        with contextlib.suppress(InputError):
            assert read_ptx(bytes(content), "saw.ptx").jobs
