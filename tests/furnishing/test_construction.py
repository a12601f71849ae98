"""Construction rules come from a file that names the source of every number."""

from __future__ import annotations

import dataclasses
import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from furnishing.cabinets.making import Neighbour
from furnishing.cabinets.registry import kinds
from furnishing.construction import default_construction, method_names, read_construction, shipped_method
from furnishing.construction_file import KEYS
from furnishing.construction_words import NEIGHBOURS, WORDS
from furnishing.errors import InputError
from furnishing.rebuild import rebuild
from furnishing.units import mm
from tests.furnishing.builders import a_catalogue, a_style, made, size_of

PROJECT = Path(__file__).parents[2]


def the_file() -> dict[str, Any]:
    text = resources.files("furnishing").joinpath("data", "construction", "eu-grooved.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def faults_of(record: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(InputError) as caught:
        read_construction(json.dumps(record))
    return {fault.where: fault.message for fault in caught.value.faults}


def test_the_shipped_rules_are_read() -> None:
    rules = default_construction()
    assert rules.back_groove_depth == mm(9)
    assert rules.stacks[2] == (2, 3, 4)


def test_every_number_names_a_known_source_or_its_own() -> None:
    record = the_file()
    entries = [entry for group in ("words", "lengths", "counts", "numbers") for entry in record[group].values()]
    entries += [entry for table in record["tables"].values() for entry in table.values()]
    entries += record["stacks"]
    assert all(entry["source"].strip() for entry in entries)


def shipped(name: str) -> dict[str, Any]:
    text = resources.files("furnishing").joinpath("data", "construction", f"{name}.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@pytest.mark.parametrize("name", method_names())
def test_every_shipped_value_names_its_source_and_its_tag_is_spelled_out(name: str) -> None:
    record = shipped(name)
    known = set(record["sources"]) | set(the_file()["sources"])
    for group in ("words", "lengths", "counts", "numbers"):
        for value, entry in record.get(group, {}).items():
            assert isinstance(entry, dict), value
            tags = set(re.findall(r"\b[A-Z][A-Za-z]*\b", entry["source"].partition(":")[0]))
            assert tags & known or not tags, f"spell out in sources of {name}.json: {value}, {entry['source']}"


@pytest.mark.parametrize("name", method_names())
def test_every_shipped_method_is_called_as_its_file_and_told_in_the_docs(name: str) -> None:
    assert shipped_method(name).method == name
    assert f"| `{name}`" in (PROJECT / "docs" / "construction.md").read_text(encoding="utf-8")


def test_every_word_and_table_is_told_in_the_docs() -> None:
    text = (PROJECT / "docs" / "construction.md").read_text(encoding="utf-8")
    assert [name for name in (*WORDS, *KEYS) if f"| `{name}` |" not in text] == []


def test_an_unknown_method_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        shipped_method("baroque")


MINE = {"format": "furnish-construction/1", "unit": "cm", "name": "mine", "based_on": "eu-applied"}


def test_a_file_takes_from_the_method_it_is_based_on_what_it_does_not_say() -> None:
    text = json.dumps({**MINE, "lengths": {"shelf_setback": 3.5}, "tables": {"front_gaps": {"wall": 0.5}}})
    mine = read_construction(text, "mine.json")
    assert (mine.method, mine.back, mine.shelf_setback) == ("mine", "applied", mm(35))
    assert (mine.front_gap_to("wall"), mine.front_gap_to("filler")) == (mm(5), mm(3))
    assert mine.origin("shelf_setback") == "mine"
    assert mine.origin("back").startswith("eu-applied, CC")
    assert mine.origin("front_gaps.wall") == "mine"
    assert mine.origin("front_gaps.panel") == "eu-grooved, CC"


def test_a_file_based_on_nothing_known_is_refused_with_the_known_methods() -> None:
    with pytest.raises(InputError, match="use cn-three-in-one, eu-applied or eu-grooved"):
        read_construction(json.dumps({**MINE, "based_on": "baroque"}))


def test_gaps_are_those_of_what_stands_beside() -> None:
    gaps = [default_construction().front_gap_to(each) for each in NEIGHBOURS]
    # Towards fronts and at open ends half of the gap of the style.
    assert gaps == [None, mm(3), mm(3), mm(3), 0, None]
    assert {each.value for each in Neighbour} == set(NEIGHBOURS)


def test_an_exception_for_one_part_outranks_that_of_its_role() -> None:
    rules = dataclasses.replace(default_construction(), thickness=(("shelf", mm(25)), ("shelf.2", mm(19))))
    assert rules.thickness_of("shelf", "shelf.1") == mm(25)
    assert rules.thickness_of("shelf", "shelf.2") == mm(19)
    assert rules.thickness_of("side") is None


def test_all_faults_of_a_file_come_at_once() -> None:
    record = the_file()
    record["words"]["joint"]["value"] = "glue"
    record["lengths"]["wall_play"]["value"] = -1
    record["lengths"]["tip_play"].pop("source")
    record["counts"].pop("legs_least")
    record["stacks"][0]["shares"] = [0]
    record["tables"]["front_gaps"].pop("wall")
    record["tables"]["thickness"]["shelff"] = 18
    record["lengths"]["colour"] = {"value": 1, "source": "G"}
    assert {
        "words.joint.value",
        "lengths.wall_play.value",
        "lengths.tip_play.source",
        "counts.legs_least",
        "stacks[0].shares",
        "lengths.colour",
        "tables.front_gaps.wall",
        "tables.thickness.shelff",
    } <= faults_of(record).keys()


@pytest.mark.parametrize("name", method_names())
def test_every_kind_rebuilds_by_every_shipped_method(name: str) -> None:
    rules, style = shipped_method(name), a_style()
    for kind in kinds():
        for width in (kind.width.least, kind.widths[0], kind.width.most):
            cabinet = made(kind, size_of(kind, width, style), style, rules)
            assert rebuild(cabinet, a_catalogue(), rules) == (), f"{kind.code} {width}"
