"""Construction rules come from a file that names the source of every number."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest

from furnishing.construction import default_construction, read_construction
from furnishing.errors import InputError
from furnishing.units import mm


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
    assert [band.count for band in rules.hinges] == [2, 3, 4, 5]


def test_every_number_names_a_known_source_or_its_own() -> None:
    record = the_file()
    entries = [entry for group in ("words", "lengths", "counts", "numbers") for entry in record[group].values()]
    entries += [entry for table in record["tables"].values() for entry in table.values()]
    entries += record["hinges"] + record["runners"] + record["stacks"]
    assert all(entry["source"].strip() for entry in entries)


def test_all_faults_of_a_file_come_at_once() -> None:
    record = the_file()
    record["words"]["joint"]["value"] = "glue"
    record["lengths"]["wall_play"]["value"] = -1
    record["lengths"]["tip_play"].pop("source")
    record["counts"].pop("legs_least")
    record["stacks"][0]["shares"] = [0]
    record["lengths"]["colour"] = {"value": 1, "source": "G"}
    assert {
        "words.joint.value",
        "lengths.wall_play.value",
        "lengths.tip_play.source",
        "counts.legs_least",
        "stacks[0].shares",
        "lengths.colour",
    } <= faults_of(record).keys()
