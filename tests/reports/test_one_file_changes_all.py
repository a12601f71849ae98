"""One file swapped, a whole kitchen changed: construction method, board, bands, hardware; everything still agrees."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from cutting.from_design import cut_job
from cutting.solve import solve
from cutting.stop import Stop
from furnishing.construction import read_construction
from furnishing.design import Design, design
from furnishing.issues import Level
from furnishing.joinery.banding import band_lengths
from furnishing.joinery.clashes import clashes
from furnishing.joinery_check import unmatched
from furnishing.parts import Part
from furnishing.rebuild import rebuild
from furnishing.style import Style, Wish
from furnishing.style_file import read_style, write_style
from furnishing.units import mm
from reports.bill import bill_of_materials
from reports.project import Project
from tests.furnishing.builders import a_catalogue, a_room, a_style, rectangle

UNITS = ("base-doors", "base-sink", "base-drawers", "base-hob", "tall-larder")
FRONTS = ("door", "drawer-front")


def the_style() -> Style:
    return a_style(wishes=tuple(Wish(kind=kind, width=mm(600)) for kind in UNITS), wall=0)


def kitchen(style: Style | None = None, method: str | None = None) -> Design:
    """The same kitchen in a style, built by the method of a file's text."""
    rules = None if method is None else read_construction(method)
    return design(a_room(*rectangle(4000, 3000)), style or the_style(), a_catalogue(), rules)


@cache
def before() -> Design:
    return kitchen()


def a_method(**changes: object) -> str:
    """A method file that differs from the usual one in a few entries."""
    return json.dumps(
        {"format": "furnish-construction/1", "name": "mine", "based_on": "eu-grooved", "unit": "mm", **changes}
    )


def a_style_file(**changes: object) -> Style:
    """The style written to a file, some of its lines changed there, and read back."""
    return read_style(json.dumps({**json.loads(write_style(the_style())), **changes}))


def a_pack(folder: Path) -> str:
    """A method that names a pack of the workshop: other hinges and other runners."""
    file = folder / "mine.json"
    record = {"format": "furnish-hardware/1", "name": "mine", "title": "Mine", "like": "undermount", "sources": {}}
    file.write_text(json.dumps(record), "utf-8")
    return a_method(words={"hardware_pack": str(file)})


CHANGES: dict[str, Callable[[Path], Design]] = {
    "nothing": lambda folder: before(),
    "applied backs": lambda folder: kitchen(method=a_method(words={"back": "applied"})),
    "cams": lambda folder: kitchen(method=a_method(words={"joint": "cam"})),
    "three-in-one": lambda folder: kitchen(method=a_method(based_on="cn-three-in-one")),
    "sides to the floor": lambda folder: kitchen(method=a_method(words={"bottom_joint": "kick"})),
    "thick backs between": lambda folder: kitchen(a_style_file(back_thickness=18), a_method(words={"back": "inset"})),
    "thinner boards": lambda folder: kitchen(a_style_file(carcass_thickness=16)),
    "thick shelves": lambda folder: kitchen(method=a_method(tables={"thickness": {"shelf": 19}})),
    "thinner bands": lambda folder: kitchen(a_style_file(band_visible=1)),
    "bands where hidden": lambda folder: kitchen(a_style_file(band_hidden=0.8)),
    "own hardware": lambda folder: kitchen(method=a_pack(folder)),
}


def of_role(made: Design, *roles: str) -> dict[str, Part]:
    return {part.id: part for part in made.parts if part.role in roles}


def articles(made: Design) -> Counter[str]:
    found: Counter[str] = Counter()
    for cabinet in made.cabinets:
        for item in cabinet.hardware:
            found[item.code] += item.quantity
    return found


@pytest.mark.parametrize("name", CHANGES)
def test_every_cabinet_rebuilds_and_every_hole_has_its_partner(name: str, tmp_path: Path) -> None:
    made = CHANGES[name](tmp_path)
    assert {cabinet.kind for cabinet in made.cabinets} >= set(UNITS)
    for cabinet in made.cabinets:
        rules = made.construction_of(cabinet.id)
        assert (rebuild(cabinet, a_catalogue(), rules), unmatched(cabinet), clashes(cabinet)) == ((), (), ())
    assert [issue.message for issue in made.issues if issue.level is Level.ERROR] == []


@pytest.mark.parametrize("name", CHANGES)
def test_saw_and_bill_follow(name: str, tmp_path: Path) -> None:
    made = CHANGES[name](tmp_path)
    job = cut_job(made, a_catalogue())
    sawn = {(part.id, part.cut_length, part.cut_width, part.material) for part in made.parts}
    assert {(piece.id, piece.length, piece.width, piece.material) for piece in job.pieces} == sawn
    result = solve(job, Stop(iterations=1), seed=1)
    project = Project(
        name="Kitchen",
        customer="",
        date=datetime.date(2026, 1, 2),
        version="1",
        job=job,
        result=result,
        design=made,
        catalogue=a_catalogue(),
    )
    bill = bill_of_materials(project)
    counted: Counter[str] = Counter()
    for cabinet in bill.cabinets:
        for need in cabinet.hardware:
            if not need.cut_to:
                counted[need.code] += int(need.quantity)
    assert counted == articles(made)
    assert {need.code for need in bill.bands} == set(band_lengths(made.parts, made.construction))
    assert {board.code.removeprefix("B-") for board in bill.boards} == {part.material for part in made.parts}


def test_a_method_file_turns_every_back(tmp_path: Path) -> None:
    made = CHANGES["applied backs"](tmp_path)
    for id, side in of_role(made, "side").items():
        # The back of 8 mm lies on the rear edges, so the sides end before it.
        assert side.width == of_role(before(), "side")[id].width - mm(8)
        assert not side.grooves
    assert articles(made)["screw-3x25"] > articles(before())["screw-3x25"]
    assert of_role(made, *FRONTS) == of_role(before(), *FRONTS)


def test_a_method_file_turns_every_joint(tmp_path: Path) -> None:
    made = CHANGES["cams"](tmp_path)
    assert articles(before())["cam-15"] == 0
    assert articles(made)["cam-15"] == articles(made)["cam-bolt-5"] > 30
    carcass = [part for part in made.parts if part.role in {"side", "bottom", "stretcher", "top"}]
    assert not any(bore.purpose == "confirmat" for part in carcass for bore in part.bores)
    sizes = [{part.id: (part.length, part.width) for part in each.parts} for each in (made, before())]
    assert sizes[0] == sizes[1]


def test_one_line_of_the_style_changes_every_board(tmp_path: Path) -> None:
    made, usual = CHANGES["thinner boards"](tmp_path), of_role(before(), "bottom")
    for id, bottom in of_role(made, "bottom").items():
        # Two sides, each 2 mm thinner.
        assert (bottom.thickness, bottom.length) == (mm(16), usual[id].length + mm(4))
        assert bottom.material == "white-16"
    assert {id: part.box for id, part in of_role(made, "door").items()} == {
        id: part.box for id, part in of_role(before(), "door").items()
    }


def test_one_entry_of_a_method_changes_every_shelf(tmp_path: Path) -> None:
    shelves = of_role(CHANGES["thick shelves"](tmp_path), "shelf")
    assert {shelf.thickness for shelf in shelves.values()} == {mm(19)}
    assert {shelf.material for shelf in shelves.values()} == {"white-19"}


def test_one_line_of_the_style_changes_every_band_and_cut_size(tmp_path: Path) -> None:
    usual = {part.id: part for part in before().parts}
    for part in CHANGES["thinner bands"](tmp_path).parts:
        old = usual[part.id]
        assert (part.length, part.width) == (old.length, old.width)
        assert [code and code.replace("-1", "-2") for code in part.edges.codes] == [*old.edges.codes]
        banded = sum(code is not None for code in part.edges.codes)
        assert part.cut_length + part.cut_width == old.cut_length + old.cut_width + banded * mm(1)


def test_a_pack_of_hardware_changes_hinges_runners_and_drawer_boxes(tmp_path: Path) -> None:
    made, usual = CHANGES["own hardware"](tmp_path), before()
    old, new = articles(usual), articles(made)
    changed = {code for code in old | new if old[code] != new[code]}
    assert {"hinge-110", "hinge-clip-110"} <= changed
    assert all(code.startswith(("hinge", "runner", "undermount", "screw", "confirmat")) for code in changed)
    boxes = [{id: part.width for id, part in of_role(each, "drawer-bottom").items()} for each in (usual, made)]
    assert boxes[0].keys() == boxes[1].keys()
    assert all(boxes[0][id] != boxes[1][id] for id in boxes[0])
    cups = {bore.y for part in of_role(made, "door").values() for bore in part.bores if bore.purpose == "hinge-cup"}
    assert cups
    bare = [
        {id: dataclasses.replace(part, bores=()) for id, part in of_role(each, "side", "door").items()}
        for each in (usual, made)
    ]
    assert bare[0] == bare[1]
