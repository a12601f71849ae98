"""The judge of joinery finds every hole that is moved, lost or wrong; and no kind gives it anything to find."""

from __future__ import annotations

import dataclasses
from functools import cache
from itertools import product

import pytest

from furnishing.cabinets.cabinet import Cabinet, Front, Opens
from furnishing.cabinets.kind import Kind
from furnishing.cabinets.registry import kinds
from furnishing.catalogue_file import default_catalogue
from furnishing.construction import default_construction
from furnishing.errors import InputError
from furnishing.hardware_file import pack_names
from furnishing.issues import Level
from furnishing.joinery.clashes import clashes
from furnishing.joinery.machine import machine
from furnishing.joinery_check import unmatched
from furnishing.machining import drillings, millings
from furnishing.parts import Bore
from furnishing.units import mm
from tests.furnishing.builders import a_style, size_of
from tests.furnishing.joinery_builders import FACING, LYING, a_cabinet_of, a_carcass, a_making, a_part
from tests.furnishing.test_joinery_fittings import a_drawer

JOINTS = ("confirmat", "cam", "dowel", "lamello", "screw")


@cache
def a_whole_cabinet(joint: str) -> Cabinet:
    """A door, a shelf and a drawer: something of everything that is drilled."""
    parts = (
        *a_carcass(),
        *a_drawer(),
        a_part("stretcher", "stretcher", LYING, 18, 442, 702, 564, 100, 18),
        a_part("shelf.1", "shelf", LYING, 19, 20, 400, 562, 502, 18),
        a_part("door.1", "door", FACING, 1.5, 542, 1.5, 597, 18, 717),
        a_part("back", "back", FACING, 1, -8, 1, 598, 8, 718),
    )
    return machine(a_cabinet_of(*parts, fronts=(Front("K01.door.1", Opens.LEFT),)), a_making(joint=joint))


def with_bore(cabinet: Cabinet, id: str, number: int, bore: Bore | None) -> Cabinet:
    """The cabinet with one hole replaced, or left out."""
    parts = []
    for part in cabinet.parts:
        if part.id == id:
            bores = list(part.bores)
            bores[number : number + 1] = [] if bore is None else [bore]
            part = dataclasses.replace(part, bores=tuple(bores))  # noqa: PLW2901
        parts.append(part)
    return dataclasses.replace(cabinet, parts=tuple(parts))


@pytest.mark.parametrize("joint", JOINTS)
def test_a_cabinet_by_hand_is_matched(joint: str) -> None:
    assert unmatched(a_whole_cabinet(joint)) == ()


ALONE = {"leg", "handle", "plinth-clip"}
"""Holes that have no partner in another part."""


@pytest.mark.parametrize("joint", JOINTS)
def test_every_hole_that_is_lost_or_moved_is_found(joint: str) -> None:
    cabinet = a_whole_cabinet(joint)
    checked = 0
    for part in cabinet.parts:
        for number, bore in enumerate(part.bores):
            if bore.purpose in ALONE:
                continue
            lost = with_bore(cabinet, part.id, number, None)
            assert unmatched(lost), f"{bore.purpose} lost from {part.id}"
            moved = with_bore(cabinet, part.id, number, dataclasses.replace(bore, z=bore.z + 1, y=bore.y + 1))
            assert unmatched(moved), f"{bore.purpose} moved in {part.id}"
            checked += 1
    assert checked > 40


def test_a_door_without_hinges_a_drawer_without_runners_and_a_loose_bottom_are_named() -> None:
    cabinet = a_whole_cabinet("confirmat")
    parts = tuple(dataclasses.replace(part, bores=()) for part in cabinet.parts)
    bare = dataclasses.replace(cabinet, parts=parts)
    found = {issue.code for issue in unmatched(bare)}
    assert found == {"door-without-hinges", "drawer-without-runners", "shelf-without-pins", "joint-missing"}
    assert {issue.level for issue in unmatched(bare)} == {Level.ERROR}


def made_by(kind: Kind, width: int, joint: str, pack: str) -> Cabinet | None:
    """A kind under a joint and a pack; None where it has no room at that width."""
    style = a_style(front_finish="white", handle="handle-160")
    rules = dataclasses.replace(default_construction(), joint=joint, hardware_pack=pack)
    try:
        return kind.make("K01", size_of(kind, width, style), style, default_catalogue(), rules)
    except InputError:
        return None


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_kind_is_drilled_so_that_all_meets_and_nothing_clashes(kind: Kind) -> None:
    made = 0
    for number, (pack, joint) in enumerate(product(pack_names(), JOINTS)):
        width = (kind.width.least, kind.width.most)[number % 2]
        cabinet = made_by(kind, width, joint, pack)
        if cabinet is None:
            continue
        made += 1
        assert unmatched(cabinet) == (), (pack, joint, width)
        assert clashes(cabinet) == (), (pack, joint, width)
        for part in cabinet.parts:
            assert len(drillings(part)) == len(part.bores)
            assert len(millings(part)) == len(part.grooves) + len(part.notches)
    assert made > 0


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_article_that_a_kind_lists_has_a_price(kind: Kind) -> None:
    cabinet = made_by(kind, kind.widths[-1] if kind.widths else kind.width.least, "cam", "standard")
    assert cabinet is not None
    for item in cabinet.hardware:
        assert default_catalogue().article(item.code).unit == ("metre" if item.length else "piece")


def test_the_pack_changes_a_whole_kitchen() -> None:
    """The same drawer unit on other runners: narrower boxes, other articles, still matched."""
    kind = next(each for each in kinds() if each.code == "base-drawers")
    plain, other = (made_by(kind, mm(600), "confirmat", pack) for pack in ("standard", "undermount"))
    assert plain is not None
    assert other is not None
    sides = [next(part for part in each.parts if part.role == "drawer-side") for each in (plain, other)]
    assert [(side.box.x, side.box.dy, side.box.dx) for side in sides] == [
        (mm(31), mm(500), mm(18)),
        (mm(23), mm(457), mm(16)),
    ]
    codes = [{item.code for item in each.hardware} for each in (plain, other)]
    assert "runner-500" in codes[0] - codes[1]
    assert "undermount-457" in codes[1] - codes[0]
