"""Whatever a command is given that cannot be used: exit code 2, every fault at its place, nothing written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.web.builders import JOB, ROOM, STYLE, changed, saved, without
from web.cli import main

DOOR = {"kind": "door", "offset": 1900, "width": 800, "height": 2000}

ROOMS: dict[str, tuple[object, str]] = {
    "no JSON": ("walls: 3", "line 1, column 1"),
    "an empty file": ("", "line 1, column 1"),
    "no UTF-8": (b"\xff\xfe\x00", "UTF-8"),
    "NaN": ('{"format": "furnish-room/1", "ceiling": NaN}', "NaN"),
    "a field given twice": ('{"format": "furnish-room/1", "name": "a", "name": "b"}', "twice"),
    "brackets without end": ("[" * 100_000, "nested too deeply"),
    "a list instead of an object": ([ROOM], "a list of 1"),
    "another format": (changed(ROOM, "format", "furnish-style/1"), "format"),
    "an unknown unit": (changed(ROOM, "unit", "furlong"), "unit"),
    "an unknown field": (changed(ROOM, "celing", 2500), "celing"),
    "a name left out": (without(ROOM, "name"), "name"),
    "a negative length": (changed(ROOM, "walls.1.length", -2000), "walls[1].length"),
    "an absurd length": (changed(ROOM, "walls.1.length", 10**9), "walls[1].length"),
    "a length as text": (changed(ROOM, "walls.0.length", "2400"), "walls[0].length"),
    "a length that is true": (changed(ROOM, "ceiling", True), "ceiling"),
    "a length finer than a micrometre": (changed(ROOM, "ceiling", 2500.00001), "ceiling"),
    "a number with too many digits": (changed(ROOM, "ceiling", 10**400), "ceiling"),
    "a room that does not close": (changed(ROOM, "walls.3.length", 300), "walls"),
    "a door past its wall": (changed(ROOM, "walls.0.openings", [DOOR]), "walls[0].openings[0]"),
    "openings that overlap": (
        changed(ROOM, "walls.2.openings", [DOOR | {"offset": 300}, DOOR | {"offset": 700}]),
        "walls[2].openings[1]",
    ),
    "an unknown kind of opening": (changed(ROOM, "walls.2.openings.0.kind", "gate"), "walls[2].openings[0].kind"),
    "an unknown finish": (changed(ROOM, "style.front_finish", "gold"), "style.front_finish"),
    "a thickness nobody sells": (changed(ROOM, "style.front_thickness", 17), "style.front_thickness"),
    "an unknown cabinet kind": (changed(ROOM, "style.wishes.0.kind", "throne"), "style.wishes[0].kind"),
    "a wish too wide": (changed(ROOM, "style.wishes.0.width", 5000), "style.wishes[0].width"),
    "a wall that is not there": (changed(ROOM, "style.wall", 9), "style.wall"),
    "no style at all": (without(ROOM, "style"), "style"),
    "a line break in a name": (changed(ROOM, "name", "a\nb"), "name"),
}

JOBS: dict[str, tuple[object, str]] = {
    "no JSON": ("pieces", "line 1, column 1"),
    "a negative kerf": (changed(JOB, "saw.kerf", -4), "saw.kerf"),
    "a trim left out": (without(JOB, "saw.trim.left"), "saw.trim.left"),
    "a board without a price": (without(JOB, "boards.0.cost"), "boards[0].cost"),
    "a piece of nothing": (changed(JOB, "pieces.0.width", 0), "pieces[0].width"),
    "half a piece": (changed(JOB, "pieces.0.quantity", 1.5), "pieces[0].quantity"),
    "an unknown grain": (changed(JOB, "pieces.0.grain", "diagonal"), "pieces[0].grain"),
    "two pieces of one name": (changed(JOB, "pieces.1.id", "side"), "pieces[1].id"),
    "a material without boards": (changed(JOB, "pieces.0.material", "oak"), "pieces[0].material"),
    "batches": (changed(JOB, "batching", {"max_pieces": 10, "max_area_m2": 5}), "batching"),
}


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(each.name for each in folder.iterdir())


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What is told on stderr; nothing may stand on stdout, and the code must be 2."""
    assert main(argv) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    return told.err


@pytest.mark.parametrize("kind", ROOMS)
def test_a_bad_room_is_refused_at_its_place_and_at_most_drawn(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, place = ROOMS[kind]
    room = saved(tmp_path, "room.json", content)
    told = refused(capsys, "make", room, "--out", str(tmp_path / "out"))
    assert place in told
    assert room in told
    assert {*names(tmp_path)} <= {"out", "room.json"}
    assert not (tmp_path / "out").exists() or names(tmp_path / "out") == ["room-fault.svg"]


def test_where_a_room_fails_is_drawn_into_the_folder_of_papers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = saved(tmp_path, "room.json", ROOMS["a door past its wall"][0])
    told = refused(capsys, "make", room, "--out", str(tmp_path / "out"))
    assert "room-fault.svg" in told
    assert "passes the end of wall" in (tmp_path / "out" / "room-fault.svg").read_text(encoding="utf-8")


def test_no_drawing_is_told_of_where_a_room_has_no_walls_to_draw(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room, out = saved(tmp_path, "room.json", changed(ROOM, "walls", 4)), tmp_path / "out"
    told = refused(capsys, "make", room, "--out", str(out))
    assert "walls" in told
    assert "room-fault.svg" not in told
    assert not out.exists()


@pytest.mark.parametrize("kind", JOBS)
def test_a_bad_job_is_refused_at_its_place_and_no_plan_is_written(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, place = JOBS[kind]
    job = saved(tmp_path, "job.json", content)
    assert place in refused(capsys, "cut", job, "--plan", str(tmp_path / "plan.json"), "--iterations", "1")
    assert names(tmp_path) == ["job.json"]


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    room = saved(tmp_path, "room.json", changed(changed(ROOM, "ceiling", -1), "walls.0.length", "long"))
    style = saved(tmp_path, "style.json", {"format": "furnish-style/1", "unit": "mm", **STYLE, "front_gap": 99})
    catalogue = saved(tmp_path, "catalogue.json", "{")
    told = refused(capsys, "design", room, "--style", style, "--catalogue", catalogue)
    for place in ("ceiling", "walls[0].length", "front_gap", "catalogue.json"):
        assert place in told
    assert "4 faults" in told


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.json", "no such file"),
        ("folder", "this is a folder"),
        ("nobody", "the sample rooms are"),
        ("missing/room.json", "no such file"),
        ("nul\0byte.json", "cannot be read"),
        ("x" * 5000 + ".json", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    name: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert words in refused(capsys, "design", name)


def test_a_pipe_is_no_input_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    assert "no plain file" in refused(capsys, "check", str(tmp_path / "pipe.json"), "plan.json")


def test_a_file_without_permission_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    room = Path(saved(tmp_path, "room.json", ROOM))
    refused(capsys, "design", str(tmp_path))  # what the command imports may lie where only root may read
    room.chmod(0)
    user = os.geteuid()
    if user == 0:  # root may read every file
        os.seteuid(65534)
    try:
        assert "may not be read" in refused(capsys, "design", str(room))
    finally:
        os.seteuid(user)


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ((), "COMMAND"),
        (("saw",), "invalid choice"),
        (("cut", "job.json"), "--plan"),
        (("cut", "job.json", "--plan", "p", "--seconds", "nan"), "outside 0 to"),
        (("cut", "job.json", "--plan", "p", "--seconds", "soon"), "not a number of seconds"),
        (("cut", "job.json", "--plan", "p", "--seed", "-1"), "outside 0 to"),
        (("cut", "job.json", "--plan", "p", "--iterations", "0"), "outside 1 to"),
        (("make", "study", "--out", "o", "--date", "tomorrow"), "not a date"),
        (("serve", "--port", "99999"), "outside 0 to 65535"),
    ],
)
def test_a_bad_argument_says_what_is_allowed(
    argv: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words in refused(capsys, *argv)


@pytest.mark.parametrize("target", ["room.json/out", "room.json"])
def test_papers_do_not_go_where_a_file_is(target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    room = saved(tmp_path, "room.json", ROOM)
    assert "file" in refused(capsys, "make", room, "--out", str(tmp_path / target))
    assert names(tmp_path) == ["room.json"]


def test_a_plan_needs_a_folder_that_exists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job = saved(tmp_path, "job.json", JOB)
    assert "make it first" in refused(capsys, "cut", job, "--plan", str(tmp_path / "no" / "plan.json"))


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("{}", "format"),
        ({"format": "furnish-cut-plan/1", "unit": "mm", "sheets": [{"board": "X"}]}, "sheets[0].board"),
        ({"format": "furnish-cut-job/1"}, "format"),
    ],
)
def test_a_bad_plan_is_bad_input_and_not_a_broken_plan(
    content: Any, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job, plan = saved(tmp_path, "job.json", JOB), saved(tmp_path, "plan.json", content)
    assert place in refused(capsys, "check", job, plan)
    assert place in refused(capsys, "report", job, plan, "--out", str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()
