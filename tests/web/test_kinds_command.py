"""`furnish kinds` lists the registry for people and for programs."""

from __future__ import annotations

import json

import pytest

from furnishing.cabinets.registry import kinds
from web.cli import main


def test_all_kinds_are_listed_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kinds"]) == 0
    said = capsys.readouterr().out
    assert all(f"{kind.code}  (" in said and kind.help in said for kind in kinds())
    assert said.startswith(f"{len(kinds())} cabinet kinds")


def test_programs_get_sizes_in_millimetres_and_every_parameter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kinds", "--json"]) == 0
    listed = {each["code"]: each for each in json.loads(capsys.readouterr().out)["kinds"]}
    assert len(listed) >= 25
    assert listed["base-doors"]["width"] == [200, 1225]
    assert listed["base-doors"]["parameters"][0] == {
        "name": "shelves",
        "help": "Adjustable shelves in each bay",
        "unit": "piece",
        "default": 1,
        "range": [0, 2],
    }
    names = {code: [parameter["name"] for parameter in each["parameters"]] for code, each in listed.items()}
    assert names == {kind.code: [parameter.name for parameter in kind.parameters] for kind in kinds()}


def test_one_kind_can_be_asked_for_and_an_unknown_one_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kinds", "base-desk"]) == 0
    assert capsys.readouterr().out.startswith("base-desk  (study, base)")
    assert main(["kinds", "throne"]) == 2
    assert "there is no kind 'throne'" in capsys.readouterr().out
