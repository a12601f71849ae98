"""Levels: company over method, project over company, cabinet over project, part over cabinet."""

from __future__ import annotations

import dataclasses
import json
from decimal import Decimal
from typing import Any

import pytest

from furnishing.construction import default_construction, method_names, shipped_method
from furnishing.construction_file import TYPES
from furnishing.design import check_wishes, design
from furnishing.errors import InputError
from furnishing.grain import Grain
from furnishing.layout.placement import Placement
from furnishing.levels import levels
from furnishing.reading import open_record
from furnishing.settings import NOTHING, Layer, Settings, differing, origins, settle
from furnishing.settings_file import read_company, settings_from, settings_value
from furnishing.style import PartChoice, Style, Wish
from furnishing.style_file import read_style, write_style
from furnishing.units import mm
from tests.furnishing.builders import a_catalogue, a_room, a_style


def some_settings(**values: Any) -> Settings:
    return Settings(values=tuple((name, values[name]) for name in TYPES if name in values))


def read(construction: object) -> Settings:
    text = json.dumps({"format": "furnish-company/1", "unit": "mm", "construction": construction})
    return read_company(text, "company.json")


def faults_of(construction: object) -> dict[str, str]:
    with pytest.raises(InputError) as caught:
        read(construction)
    return {fault.where: fault.message for fault in caught.value.faults}


def test_the_upper_layer_wins_and_each_value_says_where_it_came_from() -> None:
    settled = settle(
        default_construction(),
        Layer("company.json", some_settings(shelf_setback=mm(30), bumper=mm(2))),
        Layer("style.construction", some_settings(shelf_setback=mm(5))),
    )
    assert (settled.shelf_setback, settled.bumper) == (mm(5), mm(2))
    assert settled.origin("shelf_setback") == "style.construction"
    assert settled.origin("bumper") == "company.json"
    assert settled.origin("back_groove_depth") == "eu-grooved, CN, FW"


def test_no_layer_changes_nothing() -> None:
    assert settle(default_construction(), Layer("style.construction", NOTHING)) is default_construction()


def test_entries_of_tables_are_laid_over_one_another() -> None:
    settled = settle(
        default_construction(),
        Layer("company.json", some_settings(thickness=(("shelf", mm(25)), ("top", mm(22))))),
        Layer("wish 1", some_settings(thickness=(("shelf", mm(19)),))),
    )
    assert settled.thickness_of("shelf") == mm(19)
    assert settled.thickness_of("top") == mm(22)
    assert settled.thickness_of("side") is None
    assert settled.origin("thickness.shelf") == "wish 1"
    assert settled.origin("thickness.top") == "company.json"


def test_a_layer_may_name_another_method_and_the_values_of_lower_layers_still_hold() -> None:
    settled = settle(
        default_construction(),
        Layer("company.json", some_settings(shelf_setback=mm(30))),
        Layer("style.construction", Settings(method="eu-applied")),
    )
    assert (settled.method, settled.back, settled.shelf_setback) == ("eu-applied", "applied", mm(30))


def test_settings_are_read_by_the_types_of_the_construction() -> None:
    settings = read(
        {
            "based_on": "cn-three-in-one",
            "shelf_setback": 12.5,
            "joint": "dowel",
            "legs_least": 6,
            "sag_limit": 300,
            "front_gaps": {"wall": 5},
            "grains": {"shelf": "width"},
            "stacks": [{"shares": [1, 2]}],
        }
    )
    assert settings.method == "cn-three-in-one"
    assert dict(settings.values) == {
        "shelf_setback": mm("12.5"),
        "joint": "dowel",
        "legs_least": 6,
        "sag_limit": Decimal(300),
        "front_gaps": (("wall", mm(5)),),
        "grains": (("shelf", "width"),),
        "stacks": ((1, 2),),
    }


def test_unknown_names_and_wrong_types_are_told_all_at_once() -> None:
    found = faults_of(
        {
            "based_on": "baroque",
            "shelf_set_back": 30,
            "colour": "red",
            "bumper": "two",
            "joint": "glue",
            "legs_least": 0,
            "thickness": {"shelff": 18, "top": 0},
            "grains": {"shelf": "up"},
        }
    )
    assert found.keys() == {
        "construction.based_on",
        "construction.shelf_set_back",
        "construction.colour",
        "construction.bumper",
        "construction.joint",
        "construction.legs_least",
        "construction.thickness.shelff",
        "construction.thickness.top",
        "construction.grains.shelf",
    }
    assert "use cn-three-in-one, eu-applied or eu-grooved" in found["construction.based_on"]
    assert "did you mean 'shelf_setback'?" in found["construction.shelf_set_back"]


def test_a_style_cannot_make_the_program_read_files() -> None:
    style = json.loads(write_style(a_style()))
    style["construction"] = {"hardware_pack": "/etc/secret.json"}
    with pytest.raises(InputError, match="is not the name of a pack") as caught:
        read_style(json.dumps(style))
    assert [fault.where for fault in caught.value.faults] == ["construction.hardware_pack"]
    assert dict(read({"hardware_pack": "packs/mine.json"}).values) == {"hardware_pack": "packs/mine.json"}


@pytest.mark.parametrize("unit", ["mm", "in"])
@pytest.mark.parametrize(
    "settings",
    [
        Settings(method="eu-applied"),
        Settings(method="eu-applied", values=(("shelf_setback", mm(30)),)),
        some_settings(**{name: getattr(default_construction(), name) for name in TYPES}),
    ],
    ids=["name", "inline", "every value"],
)
def test_written_settings_read_back_equal(settings: Settings, unit: str) -> None:
    style = a_style(construction=settings, wishes=(Wish(kind="base-doors", construction=settings),))
    assert read_style(write_style(style, unit)) == style


def test_a_shipped_method_may_stand_as_its_name() -> None:
    record = {"format": "x/1", "construction": "eu-applied"}
    assert settings_from(open_record(json.dumps(record), "x/1")) == Settings(method="eu-applied")
    assert settings_value(Settings(method="eu-applied"), "mm") == "eu-applied"


def test_every_value_is_listed_with_its_origin() -> None:
    rows = {row.name: row for row in origins(default_construction())}
    assert rows["shelf_setback"].value == "20 mm"
    assert rows["front_gaps.panel"].value == "3 mm"
    assert rows["stacks"].value == "1; 1:1; 2:3:4; 1:1:1:1"
    assert rows.keys() >= TYPES.keys() - {"front_gaps", "thickness", "bands", "grains"}


def test_what_a_method_does_otherwise_is_listed() -> None:
    rows = differing(shipped_method("eu-applied"), default_construction())
    assert [(row.name, row.value) for row in rows] == [("back", "applied"), ("shelf_rear_play", "2 mm")]


# What wishes may say


def a_wish(**changes: Any) -> Wish:
    return dataclasses.replace(Wish(kind="base-doors", width=mm(600)), **changes)


def the_faults(*wishes: Wish) -> dict[str, str]:
    return {fault.where: fault.message for fault in check_wishes(a_room(), a_style(wishes=wishes))}


def test_choices_are_checked_against_the_parameters_of_the_kind() -> None:
    found = the_faults(a_wish(choices=(("shelves", 9), ("colour", "red"))))
    assert "must lie within" in found["style.wishes[0].choices.shelves"]
    assert "has no parameter 'colour'" in found["style.wishes[0].choices.colour"]


def the_design(style: Style, **changes: Any) -> dict[str, Any]:
    """The parts of the first cabinet, by what they are called within it."""
    cabinets = design(a_room(), style, a_catalogue(), **changes).cabinets
    first = next(cabinet for cabinet in cabinets if cabinet.kind != "filler")
    return {part.id.partition(".")[2]: part for part in first.parts}


def test_a_wish_is_built_as_it_chooses() -> None:
    parts = the_design(a_style(wishes=(a_wish(choices=(("shelves", 2),)),)))
    assert "shelf.2" in parts


def test_a_cabinet_is_built_by_its_own_construction_and_its_neighbour_is_not() -> None:
    plain, own = a_wish(), a_wish(construction=some_settings(shelf_setback=mm(50)))
    made = design(a_room(), a_style(wishes=(plain, own)), a_catalogue())
    shelves = {part.cabinet: part.width for part in made.parts if part.role == "shelf"}
    assert list(shelves.values()) == [mm(503), mm(473)]
    assert [made.construction_of(cabinet).shelf_setback for cabinet in shelves] == [mm(20), mm(50)]
    assert made.others.keys() == {list(shelves)[1]}


def test_parts_of_a_wish_take_their_own_board_band_and_grain() -> None:
    choices = (
        PartChoice(part="shelf", thickness=mm(16), band=mm(1)),
        PartChoice(part="door.1", grain="width"),
    )
    parts = the_design(a_style(wishes=(a_wish(parts=choices),)))
    assert parts["shelf.1"].thickness == mm(16)
    assert parts["shelf.1"].edges.bottom == "white-1"
    assert parts["door.1"].grain is Grain.WIDTH
    assert parts["bottom"].edges.bottom == "white-2"


@pytest.mark.parametrize(
    ("choice", "where", "words"),
    [
        (PartChoice(part="shelff", band=0), "style.wishes[0].parts.shelff", "base-doors has no part 'shelff'; use"),
        (
            PartChoice(part="shelf.1", thickness=mm(16)),
            "style.wishes[0].parts.shelf.1.thickness",
            "holds for all parts of a role",
        ),
        (
            PartChoice(part="door", thickness=mm(16)),
            "construction.thickness.door",
            "the thickness of a door is that of the style (18 mm); take it out (wish 1, door)",
        ),
    ],
)
def test_exceptions_for_parts_that_cannot_be_followed_are_refused(choice: PartChoice, where: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        design(a_room(), a_style(wishes=(a_wish(parts=(choice,)),)), a_catalogue())
    found = {fault.where: fault.message for fault in caught.value.faults}
    assert words in found[where]


def test_a_method_that_was_asked_for_outranks_that_of_the_style_but_not_its_values() -> None:
    style = a_style(construction=Settings(method="eu-applied", values=(("shelf_setback", mm(7)),)))
    project = levels(style, shipped_method("cn-three-in-one")).project
    assert (project.method, project.shelf_setback) == ("cn-three-in-one", mm(7))
    assert levels(style).project.method == "eu-applied"


def test_a_company_stands_under_the_project() -> None:
    company = Layer("company.json", some_settings(shelf_setback=mm(40)))
    assert the_design(a_style(), company=company)["shelf.1"].width == mm(483)
    own = a_style(construction=some_settings(shelf_setback=mm(10)))
    assert the_design(own, company=company)["shelf.1"].width == mm(513)


@pytest.mark.parametrize("name", method_names())
def test_a_design_is_built_by_every_shipped_method(name: str) -> None:
    made = design(a_room(), a_style(construction=Settings(method=name)), a_catalogue())
    assert made.construction.method == name
    assert [issue for issue in made.issues if issue.level.value == "error"] == []


def test_a_placement_says_which_wish_it_fulfils() -> None:
    made = design(a_room(), a_style(wishes=(a_wish(), a_wish(kind="base-drawers"))), a_catalogue())
    placements: tuple[Placement, ...] = made.layout.placements
    assert [place.wish for place in placements if place.kind != "filler"] == [0, 1]
    assert {place.wish for place in placements if place.kind == "filler"} <= {None}
