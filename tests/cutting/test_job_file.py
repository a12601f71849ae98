"""Cut jobs as files: what is written is read again, and every fault of a bad file is told with its place."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutting.files import read_job, write_job
from cutting.pieces import Batching, FirstCut
from furnishing.errors import InputError
from furnishing.grain import BoardGrain, Grain
from furnishing.units import mm
from tests.cutting.builders import a_board, a_job, a_piece
from tests.cutting.random_plans import a_random_result

REMOVED = object()


def a_file(changes: dict[str, object] | None = None) -> str:
    """A good job file with some values changed: `{"saw.kerf": 5, "pieces[1].id": REMOVED}`."""
    job: dict[str, Any] = {
        "format": "furnish-cut-job/1",
        "unit": "mm",
        "saw": {
            "kerf": 4,
            "trim": {"left": 10, "right": 10, "bottom": 10, "top": 10},
            "max_stages": 3,
            "first_cut": "any",
        },
        "boards": [
            {"code": "W18", "length": 2800, "width": 2070, "quantity": None, "cost": 48.5, "grain": "length"},
            {"code": "W18-rest", "length": 900, "width": 600, "quantity": 1, "cost": 0, "grain": "length"},
        ],
        "pieces": [
            {"id": "K01.side", "length": 720, "width": 560, "quantity": 2, "grain": "free"},
            {"id": "K01.back", "length": 713.5, "width": 300, "quantity": 1, "grain": "length"},
        ],
    }
    for path, value in (changes or {}).items():
        *steps, last = path.replace("[", ".").replace("]", "").split(".")
        place: Any = job
        for step in steps:
            place = place[int(step)] if step.isdigit() else place[step]
        if value is REMOVED:
            del place[last]
        else:
            place[int(last) if last.isdigit() else last] = value
    return json.dumps(job)


def faults_of(text: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        read_job(text, "job.json")
    assert caught.value.source == "job.json"
    return [(fault.where, fault.message) for fault in caught.value.faults]


def test_a_job_is_read_as_it_stands() -> None:
    job = read_job(a_file({"boards[1].offcut": True, "saw.book_height": 4}))
    assert job.saw.kerf == mm(4)
    assert job.saw.book_height == 4
    assert job.saw.first_cut is FirstCut.ANY
    assert job.boards == (
        a_board(cost=Decimal("48.5")),
        a_board(900, 600, code="W18-rest", quantity=1, cost=Decimal(0), offcut=True),
    )
    assert job.pieces == (
        a_piece("K01.side", 720, 560, quantity=2),
        a_piece("K01.back", 713.5, 300, grain=Grain.LENGTH),
    )


def test_a_job_may_have_materials_orders_and_batches() -> None:
    changes: dict[str, object] = {"batching": {"max_pieces": 1000, "max_area_m2": 250.5}}
    changes |= {f"{each}.material": "white" for each in ("boards[0]", "boards[1]", "pieces[0]", "pieces[1]")}
    job = read_job(a_file(changes | {"pieces[0].order": "A 17"}))
    assert job.materials == ("white",)
    assert job.pieces[0].order == "A 17"
    assert job.batching == Batching(max_pieces=1000, max_area=250_500_000_000_000)


def test_inches_become_micrometres() -> None:
    changes = {"unit": "in", "pieces[0].length": 0.5, "saw.kerf": 0.125, "boards[1].length": 97, "boards[0].length": 97}
    job = read_job(a_file({**changes, "boards[0].width": 49, "boards[1].width": 49}))
    assert (job.pieces[0].length, job.saw.kerf) == (12_700, 3_175)


TOO_MUCH = "is outside 1 to 1000000"


@pytest.mark.parametrize(
    ("changes", "where", "words"),
    [
        ({"format": "furnish-room/1"}, "format", "right kind of file"),
        ({"unit": REMOVED}, "unit", "missing"),
        ({"unit": "furlong"}, "unit", "not known"),
        ({"saw": REMOVED}, "saw", "missing"),
        ({"saw.kerf": REMOVED}, "saw.kerf", "missing"),
        ({"saw.kerf": -1}, "saw.kerf", "outside"),
        ({"saw.kerf": 300}, "saw.kerf", "larger than a piece: K01.back at pieces[1] is 713.5 x 300 mm"),
        ({"saw.trim.top": REMOVED}, "saw.trim.top", "missing"),
        ({"saw.trim.left": 890}, "boards[1]", "leave nothing of board W18-rest (900 x 600 mm)"),
        ({"saw.max_stages": 0}, "saw.max_stages", TOO_MUCH),
        ({"saw.max_stages": REMOVED}, "saw.max_stages", "missing"),
        ({"saw.first_cut": "up"}, "saw.first_cut", "use length, width or any"),
        ({"saw.book_height": 0}, "saw.book_height", TOO_MUCH),
        ({"saw.speed": 4}, "saw.speed", "unknown"),
        ({"boards": []}, "boards", "no boards"),
        ({"boards[0].cost": -1}, "boards[0].cost", "outside"),
        ({"boards[0].cost": "48"}, "boards[0].cost", "number"),
        ({"boards[0].quantity": REMOVED}, "boards[0].quantity", "missing"),
        ({"boards[0].quantity": 0}, "boards[0].quantity", TOO_MUCH),
        ({"boards[0].width": 100_001}, "boards[0].width", "check the figure and the unit"),
        ({"boards[0].grain": "width"}, "boards[0].grain", "use length or none"),
        ({"boards[1].code": "W18"}, "boards[1].code", "boards[0] has the code 'W18' already"),
        ({"pieces": []}, "pieces", "no pieces"),
        ({"pieces": None}, "pieces", "list"),
        ({"pieces[0]": 7}, "pieces[0]", "object"),
        ({"pieces[0].id": " "}, "pieces[0].id", "empty"),
        ({"pieces[1].id": "K01.side"}, "pieces[1].id", "pieces[0] has the id 'K01.side' already"),
        ({"pieces[0].length": 0}, "pieces[0].length", "not more than 0"),
        ({"pieces[0].length": -720}, "pieces[0].length", "-720 mm is not more than 0"),
        ({"pieces[0].length": "720"}, "pieces[0].length", "length in mm"),
        ({"pieces[0].length": True}, "pieces[0].length", "length in mm"),
        ({"pieces[0].length": 720.00005}, "pieces[0].length", "finer than a micrometre"),
        ({"pieces[0].quantity": 0}, "pieces[0].quantity", TOO_MUCH),
        ({"pieces[0].quantity": 1_000_001}, "pieces[0].quantity", TOO_MUCH),
        ({"pieces[0].quantity": 1_000_000}, "pieces", "1000001 copies together"),
        ({"pieces[0].quantity": 1.5}, "pieces[0].quantity", "whole number"),
        ({"pieces[0].grain": "up"}, "pieces[0].grain", "use length, width or free"),
        ({"pieces[0].grain": REMOVED}, "pieces[0].grain", "missing"),
        ({"pieces[0].colour": "red"}, "pieces[0].colour", "unknown"),
        ({"pieces[0].material": "oak"}, "pieces[0].material", "no board is of material 'oak'"),
        ({"boards[0].material": "oak", "boards[1].material": "oak"}, "pieces[0].material", "and 1 more"),
        ({"batching": {}}, "batching.max_pieces", "missing"),
        ({"batching": {"max_pieces": 0, "max_area_m2": 1}}, "batching.max_pieces", "outside"),
        ({"batching": {"max_pieces": 1, "max_area_m2": 0}}, "batching.max_area_m2", "outside"),
    ],
)
def test_a_bad_job_is_refused_at_its_place(changes: dict[str, object], where: str, words: str) -> None:
    found = dict(faults_of(a_file(changes)))
    assert where in found
    assert words in found[where]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("[]", "object"),
        (a_file().replace("2800", "NaN"), "NaN"),
        (a_file().replace("2800", "1e999999999"), "length"),
        (a_file().replace('"unit"', '"format": "x", "unit"'), "twice"),
        (a_file()[:-1] + "} // the kerf is wide", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("\ud800", "not JSON"),
    ],
)
def test_text_that_is_no_job_is_refused(text: str, words: str) -> None:
    assert any(words in message for _, message in faults_of(text))


def test_all_faults_are_told_at_once_and_each_once() -> None:
    changes: dict[str, object] = {"saw.kerf": -1, "boards[0].cost": REMOVED, "pieces[0].length": 0, "pieces[1].id": 7}
    places = [where for where, _ in faults_of(a_file(changes))]
    assert places == ["saw.kerf", "boards[0].cost", "pieces[0].length", "pieces[1].id"]


def test_a_tiny_offcut_is_no_fault() -> None:
    assert read_job(a_file({"boards[1].length": 15, "boards[1].offcut": True})).boards[1].length == mm(15)


def test_a_file_is_pleasant_to_read() -> None:
    job = a_job([a_piece("K01.side", 720, 560, quantity=2), a_piece("K01.back", 713.5, 300, grain=Grain.WIDTH)])
    assert write_job(job) == (
        '{\n  "format": "furnish-cut-job/1",\n  "unit": "mm",\n'
        '  "saw": {"kerf": 4, "trim": {"left": 10, "right": 10, "bottom": 10, "top": 10}, '
        '"max_stages": 3, "first_cut": "any"},\n'
        '  "boards": [{"code": "W18", "length": 2800, "width": 2070, "quantity": null, '
        '"cost": 1, "grain": "length"}],\n'
        '  "pieces": [\n'
        '    {"id": "K01.side", "length": 720, "width": 560, "quantity": 2, "grain": "free"},\n'
        '    {"id": "K01.back", "length": 713.5, "width": 300, "quantity": 1, "grain": "width"}\n'
        "  ]\n}\n"
    )


@given(seed=st.integers(0, 10**6), unit=st.sampled_from(["mm", "cm", "m", "in"]))
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_again(seed: int, unit: str) -> None:
    job, _ = a_random_result(seed)
    assert read_job(write_job(job, unit)) == job


@given(
    id=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40),
    length=st.integers(2, 100_000_000),
    cost=st.decimals(0, 10**6, places=4),
    grain=st.sampled_from(BoardGrain),
)
def test_any_name_size_and_cost_survive(id: str, length: int, cost: Decimal, grain: BoardGrain) -> None:
    piece = replace(a_piece("x", 1, 1), id=id, length=length)
    job = a_job([piece], [a_board(code=id, cost=cost, grain=grain)], kerf=0)
    assert read_job(write_job(job)) == job


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda each: st.lists(each, max_size=3)))
def test_whatever_stands_in_a_field_is_refused_and_never_crashes(value: object) -> None:
    for name in ("saw", "boards", "pieces", "unit", "batching", "saw.trim", "boards[0].code", "pieces[0].width"):
        text = a_file({name: value})
        with contextlib.suppress(InputError):
            read_job(text)
