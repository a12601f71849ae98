"""The file of a workshop over our rules, equal findings in one line, the release and what overrules it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

import sample_rooms
from furnishing.cabinets.kind import Kind
from furnishing.cabinets.registry import kinds
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.errors import InputError
from furnishing.issues import Issue, Level
from furnishing.release import Override, release, write_release
from furnishing.room_file import read_room
from furnishing.rules.book import RuleBook, default_book, read_book
from furnishing.rules.look import checked
from furnishing.rules.registry import rule_of
from furnishing.rules.scene import Scene
from furnishing.settings import Settings
from furnishing.style import Wish
from furnishing.units import mm
from tests.furnishing.builders import a_catalogue, a_room, a_style, rectangle
from tests.furnishing.rule_scenes import Stand, a_scene, row


def codes(scene: Scene, book: RuleBook | None = None) -> dict[str, Issue]:
    return {issue.code: issue for issue in checked(scene, book)}


def book(**rules: object) -> RuleBook:
    """A file of a workshop; underscores for the dashes of codes."""
    settings = {code.replace("_", "-"): setting for code, setting in rules.items()}
    return read_book(json.dumps({"format": "furnish-rules/1", "rules": settings}))


def narrow() -> Scene:
    """840 mm of floor before a unit."""
    return a_scene(Stand("base-doors"), room=a_room(*rectangle(4000, 1400)))


def test_a_workshop_switches_a_rule_off() -> None:
    assert "way-narrow" in codes(narrow())
    assert "way-narrow" not in codes(narrow(), book(way_narrow={"on": False}))


def test_a_workshop_gives_a_rule_another_level() -> None:
    assert codes(narrow(), book(way_narrow={"level": "error"}))["way-narrow"].level is Level.ERROR


def test_a_workshop_gives_a_rule_another_number_and_the_sentence_tells_it() -> None:
    wide = book(way_narrow={"numbers": {"walkway": {"value": 1200, "source": "ours"}}})
    assert "1200 mm" in codes(narrow(), wide)["way-narrow"].message
    assert "way-narrow" not in codes(narrow(), book(way_narrow={"numbers": {"walkway": {"value": 800}}}))


def test_a_number_common_to_rules_is_changed_in_one_place() -> None:
    text = '{"format": "furnish-rules/1", "common": {"worktop_thickness": {"value": 20}}}'
    changed = read_book(text)
    for code in ("worktop-height", "worktop-gap", "hood-too-low"):
        assert changed.of(rule_of(code)).numbers.length("worktop_thickness") == mm(20)
    assert default_book().of(rule_of("worktop-gap")).numbers.length("worktop_thickness") == mm(38)


def test_all_faults_of_a_rules_file_come_at_once_with_their_places() -> None:
    with pytest.raises(InputError) as caught:
        book(
            way_narow={"on": False},
            way_narrow={"level": "bad", "numbers": {"walkway": {"value": -3}, "width": {"value": 1}}},
            shelf_creeps={"numbers": {"creep": {"value": 2, "unit": "mm"}}},
        )
    found = {fault.where: fault.message for fault in caught.value.faults}
    assert found.keys() == {
        "rules.way-narow",
        "rules.way-narrow.level",
        "rules.way-narrow.numbers.walkway.value",
        "rules.way-narrow.numbers.width",
        "rules.shelf-creeps.numbers.creep.unit",
    }
    assert "way-narrow" in found["rules.way-narow"]


def test_equal_findings_are_told_once_with_all_their_places() -> None:
    found = codes(a_scene(*row(*["base-doors"] * 6, width=470)))["odd-width"]
    assert found.places == ("K01", "K02", "K03", "K04", "K05", "K06")
    assert found.message == "K01, K02, K03 and 3 more: widths that are no standard ones: 470 mm (nearest 450 mm)"


def test_the_same_scene_is_told_in_the_same_order() -> None:
    scene = a_scene(*row("base-sink", "base-hob", "base-drawers"), *row("base-drawers", offset=560, wall=1))
    again = a_scene(*row("base-sink", "base-hob", "base-drawers"), *row("base-drawers", offset=560, wall=1))
    assert checked(scene) == checked(again)


@pytest.mark.parametrize("name", sample_rooms.names())
def test_no_sample_room_has_an_error(name: str) -> None:
    file = read_room(sample_rooms.text(name), f"{name}.json")
    assert file.style is not None
    made = design(file.room, file.style, default_catalogue(), layout=file.layout)
    assert [issue.message for issue in made.issues if issue.level is Level.ERROR] == []


def test_a_door_that_opens_half_is_an_error_and_one_that_opens_nearly_is_a_warning() -> None:
    def levels(gap: int) -> set[Level]:
        scene = a_scene(Stand("base-doors", 1000, 400), room=a_room(*rectangle(4000, 560 + gap)))
        return {issue.level for issue in checked(scene) if issue.code == "front-hits-wall"}

    assert levels(200) == {Level.ERROR}
    assert levels(360) == {Level.WARNING}
    assert levels(500) == set()


AN_ERROR = Issue(code="unit-in-unit", level=Level.ERROR, message="K01 and K02 share 100 mm", where="K01")
A_WARNING = Issue(code="way-narrow", level=Level.WARNING, message="840 mm")


def test_warnings_do_not_stop_the_release_and_errors_do() -> None:
    assert release([A_WARNING]).given
    assert release([AN_ERROR, A_WARNING]).blocked == (AN_ERROR,)


def test_an_error_is_overruled_with_a_reason_and_the_reason_is_kept() -> None:
    found = release([AN_ERROR, A_WARNING], [Override("unit-in-unit", "K02 is notched on site")])
    assert found.given
    record = json.loads(write_release(found, project="Kitchen", version="12345678", date="2026-03-01"))
    assert record["overruled"] == [
        {
            "code": "unit-in-unit",
            "places": ["K01"],
            "message": "K01 and K02 share 100 mm",
            "reason": "K02 is notched on site",
        }
    ]


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ([Override("way-narrow", "agreed")], "errors here: unit-in-unit"),
        ([Override("unit-in-unit", " ")], "without a reason"),
        ([Override("unit-in-unit", "a"), Override("unit-in-unit", "b")], "overruled twice"),
    ],
)
def test_overrides_that_overrule_nothing_are_refused(overrides: list[Override], said: str) -> None:
    with pytest.raises(InputError, match=said):
        release([AN_ERROR, A_WARNING], overrides)


def test_the_style_decides_what_the_worktop_rule_sees() -> None:
    low = a_scene(Stand("base-doors"), style=a_style(base_height=mm(760)))
    assert "798 mm" in codes(low)["worktop-height"].message


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_kind_stands_in_a_large_room_without_an_error(kind: Kind) -> None:
    width = kind.widths[len(kind.widths) // 2] // mm(1)
    hall = a_room(*rectangle(9000, 6000))
    found = checked(a_scene(Stand(kind.code, 0 if kind.corner else 3000, width), room=hall))
    assert [issue.message for issue in found if issue.level is Level.ERROR] == []


@pytest.mark.parametrize("wall", [1, 2, 3])
def test_a_row_is_told_the_same_on_every_wall(wall: int) -> None:
    kinds_of_row = ("base-sink", "base-hob", "base-drawers", "base-oven", "base-appliance")
    room = a_room(*rectangle(4000, 4000))

    def told(on: int) -> list[tuple[str, str]]:
        across = row("base-drawers", offset=600, wall=(on + 1) % 4)
        scene = a_scene(*row(*kinds_of_row, offset=1000, wall=on), *across, room=room)
        return [(issue.code, issue.message) for issue in checked(scene) if "wall" not in issue.message]

    assert told(wall) == told(0)
    assert {"front-hits-unit", "hob-beside-sink"} <= {code for code, _ in told(0)}


def test_a_unit_around_a_corner_fills_an_l_and_leaves_room_for_doors_before_it() -> None:
    scene = a_scene(Stand("base-corner-l", 0, 900))
    (unit,) = scene.units
    assert unit.shape.area < 0.9 * float(unit.cabinet.width) * unit.cabinet.depth


def test_an_island_narrows_the_way_before_a_row() -> None:
    found = codes(a_scene(Stand("base-doors", 1000), Stand("base-doors", 1000, out=1400)))["aisle-narrow"]
    assert "840 mm are between K01 and K02" in found.message


def test_a_unit_built_otherwise_is_judged_by_its_own_construction() -> None:
    wide = Wish(kind="base-doors", width=mm(1200), construction=Settings(values=(("partition_from", mm(2000)),)))
    made = design(a_room(), a_style(wishes=(wide,)), a_catalogue())
    assert "shelf-sags" in {issue.code for issue in made.issues}
    strict = Wish(kind="base-doors", width=mm(600), construction=Settings(values=(("door_width_most", mm(500)),)))
    made = design(a_room(), a_style(wishes=(strict, Wish(kind="base-doors", width=mm(600)))), a_catalogue())
    (door,) = (issue for issue in made.issues if issue.code == "door-wide")
    assert door.places == ("K01.door.1",)
    assert "500 mm" in door.message


def test_findings_grow_with_cabinets_and_not_with_their_square() -> None:
    """Twice the units of a long row, twice the findings: nothing is told of pairs that are far apart."""
    long = a_room(*rectangle(40_000, 4000))
    few = sum(len(each.places) for each in checked(a_scene(*row(*["base-drawers"] * 20, width=470), room=long)))
    many = sum(len(each.places) for each in checked(a_scene(*row(*["base-drawers"] * 40, width=470), room=long)))
    assert Decimal(many) / few < Decimal("2.2")
