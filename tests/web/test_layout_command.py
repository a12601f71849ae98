"""`furnish layout`: numbers that `furnish make --layout` takes, or a word that they may differ."""

import json
from pathlib import Path

import pytest

from web.arguments import arguments
from web.cli import main
from web.commands.layout import design_of_layout
from web.inputs import furnished

ENDED = "the search was ended after 1 structures"


def test_a_search_that_ended_by_itself_has_nothing_to_add(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "study_niche", "--seconds", "600"]) == 0
    told = capsys.readouterr()
    assert "1  " in told.out
    assert "the search was ended" not in told.out + told.err


def test_a_search_that_was_ended_says_that_papers_may_number_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "l_kitchen", "--iterations", "1"]) in (0, 1)
    assert f"{ENDED}, before its usual end: `furnish make --layout` does not stop there" in capsys.readouterr().out


def test_for_programs_it_says_so_beside_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "l_kitchen", "--iterations", "1", "--json"]) in (0, 1)
    told = capsys.readouterr()
    assert isinstance(json.loads(told.out), list)
    assert ENDED in told.err


def test_papers_number_layouts_as_the_list_does_where_a_search_is_too_long_to_end(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["layout", "gas_kitchen", "--json"]) == 0
    told = capsys.readouterr()
    assert not told.err
    second = json.loads(told.out)[1]
    given = arguments().parse_args(["make", "gas_kitchen", "--layout", "2", "--out", str(tmp_path / "out")])
    made = design_of_layout(given, furnished(given))
    placed = [
        (each.cabinet, each.kind, each.wall, each.offset / 1000, each.width / 1000) for each in made.layout.placements
    ]
    assert placed == [
        tuple(each[name] for name in ("id", "kind", "wall", "offset", "width")) for each in second["placements"]
    ]


def test_papers_number_layouts_around_pins_as_the_list_does(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["layout", "bathroom", "--json"]) == 0
    units = json.loads(capsys.readouterr().out)[1]["placements"]
    unit = next(each for each in units if each["kind"].startswith(("base", "tall", "low")))
    place = f"{unit['kind']}@{unit['wall'] + 1}:{unit['offset']}:{unit['width']}"
    pins = ["--pin", place, "--pin", f"empty@{(unit['wall'] + 1) % 4 + 1}"]
    assert main(["layout", "bathroom", "--json", *pins]) == 0
    listed = json.loads(capsys.readouterr().out)
    for number, found in enumerate(listed, start=1):
        given = arguments().parse_args(
            ["make", "bathroom", "--layout", str(number), "--out", str(tmp_path / "out"), *pins]
        )
        made = design_of_layout(given, furnished(given))
        placed = [(each.kind, each.offset / 1000, each.width / 1000) for each in made.layout.placements]
        assert placed == [tuple(each[name] for name in ("kind", "offset", "width")) for each in found["placements"]]
    assert listed


def test_what_chooses_among_layouts_is_not_dropped_without_a_number(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    options = ["--pin", "empty@1", "--thorough"]
    assert main(["make", "gas_kitchen", "--out", str(tmp_path / "out"), *options]) == 2
    told = capsys.readouterr().err
    assert "--pin" in told
    assert "--thorough" in told
    assert "--layout N" in told


def test_pins_that_cannot_be_are_told_all_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    pins = ["--pin", "base-sink@1:9900:600", "--pin", "empty@9", "--pin", "base-sink@1:900"]
    assert main(["layout", "l_kitchen", *pins]) == 2
    told = capsys.readouterr().err
    assert "base-sink@1:9900:600: it ends at 10500 mm, and wall 1 is 4206 mm long" in told
    assert "there is no wall 9; this room has walls 1 to 6" in told
    assert "--pin base-sink@1:900:" in told
