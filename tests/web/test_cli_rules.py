"""Rules on the command line: listed, told of a room, and in the way of the saw while an error stands."""

from __future__ import annotations

import datetime
import json
from copy import deepcopy
from pathlib import Path

import pytest

from furnishing.rules.registry import rules
from tests.web.builders import ROOM
from web.answer import Made, answer
from web.cli import main


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


def a_corridor(folder: Path) -> str:
    """A room so narrow that drawers come out 365 of their 500 mm."""
    room = deepcopy(ROOM)
    room["walls"] = [{"length": 2400}, {"length": 900}, {"length": 2400}, {"length": 900}]
    room["style"]["wishes"] = [{"kind": "base-drawers", "width": 600}]
    path = folder / "corridor.json"
    path.write_text(json.dumps(room), encoding="utf-8")
    return str(path)


def test_rules_are_listed_by_family_with_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    shown = capsys.readouterr().out
    assert "ergonomics (" in shown
    assert "walkway 914 mm" in shown
    assert f"{len(rules())} rules" in shown


def test_rules_are_listed_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["rules"]
    assert [each["code"] for each in listed] == [rule.code for rule in rules()]
    aisle = next(each for each in listed if each["code"] == "aisle-narrow")
    assert (aisle["family"], aisle["level"], aisle["on"]) == ("ergonomics", "warning", True)
    assert {"name": "one_cook", "value": "1067", "unit": "mm", "source": "NKBA: 42 inch"} in aisle["numbers"]


def test_a_room_is_looked_over_by_family_and_level(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", a_corridor(tmp_path)]) == 1
    shown = capsys.readouterr().out
    assert shown.index("geometry\n  error front-hits-wall: ") < shown.index("ergonomics\n  warning ")
    assert "comes out 365 mm of 500 and then meets a wall" in shown


def test_a_sample_room_has_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "galley_kitchen"]) == 0
    assert "0 error" in capsys.readouterr().out


def test_a_rules_file_of_the_workshop_holds_in_every_command(tmp_path: Path) -> None:
    mine = tmp_path / "rules.json"
    off = {code: {"on": False} for code in ("front-hits-wall", "way-narrow", "drawer-clearance")}
    mine.write_text(json.dumps({"format": "furnish-rules/1", "rules": off}), encoding="utf-8")
    room = a_corridor(tmp_path)
    assert main(["check", room, "--rules", str(mine)]) == 0
    assert main(["design", room, "--rules", str(mine)]) == 0
    assert main(["design", room]) == 1


def test_nothing_goes_to_the_saw_while_an_error_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    room, out, job = a_corridor(tmp_path), tmp_path / "papers", tmp_path / "job.json"
    assert main(["make", room, "--out", str(out)]) == 1
    assert not list(out.glob("*"))
    assert "comes out 365 mm of 500" in capsys.readouterr().err
    assert main(["design", room, "--job", str(job)]) == 1
    assert not job.exists()
    assert '--override front-hits-wall="reason"' in capsys.readouterr().err


def test_an_error_is_overruled_with_a_reason_that_stays_beside_the_papers(tmp_path: Path) -> None:
    room, out = a_corridor(tmp_path), tmp_path / "papers"
    overrule = ["--override", "front-hits-wall=the wall opposite goes"]
    assert main(["make", room, "--out", str(out), "--iterations", "1", "--date", "2026-03-01", *overrule]) == 0
    record = json.loads((out / "release.json").read_text(encoding="utf-8"))
    assert record["date"] == "2026-03-01"
    assert record["overruled"][0]["code"] == "front-hits-wall"
    assert record["overruled"][0]["reason"] == "the wall opposite goes"
    assert "365 mm" in record["overruled"][0]["message"]


def test_a_cut_job_is_written_beside_what_was_overruled(tmp_path: Path) -> None:
    room, job = a_corridor(tmp_path), tmp_path / "job.json"
    assert main(["design", room, "--job", str(job), "--override", "front-hits-wall=agreed"]) == 0
    assert job.exists()
    assert "agreed" in (tmp_path / "job.json.release.json").read_text(encoding="utf-8")


def test_the_pages_hold_back_what_goes_to_the_saw_while_an_error_stands(tmp_path: Path) -> None:
    def papers(room: str) -> set[str]:
        found = answer(room, datetime.date(2026, 3, 1))
        assert isinstance(found, Made)
        return {name for name, _ in found.papers}

    text = Path(a_corridor(tmp_path)).read_text(encoding="utf-8")
    wide = text.replace('"length": 900', '"length": 3000')
    assert {"01-quote.pdf", "job.json", "05-labels.pdf"} <= papers(wide)
    assert {"01-quote.pdf", "plan.svg"} <= papers(text)
    assert not {"job.json", "plan.json", "05-labels.pdf", "04-cutting-diagrams.pdf"} & papers(text)


@pytest.mark.parametrize("override", ["front-hits-wall", "front-hits-wall=", "way-narrow=agreed"])
def test_an_override_without_reason_or_error_is_refused(
    override: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["design", a_corridor(tmp_path), "--override", override]) == 2
    assert "--override" in capsys.readouterr().err
