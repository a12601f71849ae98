"""Construction methods and companies on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cutting.files import read_job
from furnishing.units import mm
from web.cli import main

MY_SHOP = {
    "format": "furnish-construction/1",
    "unit": "mm",
    "name": "my-shop",
    "based_on": "eu-applied",
    "words": {"joint": {"value": "confirmat", "source": "our machine"}},
    "lengths": {"shelf_setback": 35},
    "tables": {"thickness": {"shelf": 19}},
}


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


def a_file(folder: Path, name: str, record: object) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record), encoding="utf-8")
    return str(path)


def shelf_depths(folder: Path, *options: str) -> set[int]:
    """The cut widths of the shelves of the galley kitchen, in micrometres."""
    job = folder / "job.json"
    assert main(["design", "galley_kitchen", "--job", str(job), *options]) == 0
    return {piece.width for piece in read_job(job.read_bytes()).pieces if ".shelf." in piece.id}


def test_methods_are_listed_with_what_differs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["methods"]) == 0
    shown = capsys.readouterr().out
    assert "cn-three-in-one  Chinese three-in-one" in shown
    assert "bottom_joint              kick" in shown


def test_a_method_tells_every_value_with_its_origin_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["methods", "eu-applied", "--json"]) == 0
    (method,) = json.loads(capsys.readouterr().out)["methods"]
    values = {value["name"]: value for value in method["values"]}
    assert values["back"]["value"] == "applied"
    assert values["back"]["origin"].startswith("eu-applied, CC")
    assert values["wall_play"]["origin"].startswith("eu-grooved, EN")


def test_a_method_of_ones_own_builds_a_kitchen(tmp_path: Path) -> None:
    usual = shelf_depths(tmp_path)
    own = shelf_depths(tmp_path, "--construction", a_file(tmp_path, "my.json", MY_SHOP))
    # The groove of the back is 10 from the wall and an applied back is not; 1 more of play behind, 15 more in front.
    assert own == {depth + mm(10 - 1 - 15) for depth in usual}


def test_the_settings_of_the_user_hold_without_being_named(tmp_path: Path) -> None:
    company = {"format": "furnish-company/1", "unit": "mm", "construction": {"shelf_setback": 30}}
    usual = shelf_depths(tmp_path)
    a_file(tmp_path, "settings/furnish/company.json", company)
    assert shelf_depths(tmp_path) == {depth - mm(10) for depth in usual}


def test_faults_of_room_method_and_company_are_told_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    method = a_file(tmp_path, "my.json", {**MY_SHOP, "lengths": {"shelf_setback": "deep"}})
    company = a_file(tmp_path, "company.json", {"format": "furnish-company/1", "construction": {"colour": 1}})
    assert main(["design", "nowhere", "--construction", method, "--company", company]) == 2
    told = capsys.readouterr().err
    assert "my.json: lengths.shelf_setback" in told
    assert "company.json: construction.colour" in told
    assert "nowhere" in told
