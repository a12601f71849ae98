"""`furnish cut parts.csv`: from an operator's list to a plan, a job, a companion and labels with the list's names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cutting.files import read_job
from furnishing.units import mm
from tests.web.builders import JOB, saved
from web.cli import main
from web.part_list import columns_of

LIST = (
    "Length;Width;Qty;Label;Material;L1\n720;560;2;side;white-18;ABS 1 mm\n564;500;3;shelf;white-18;\n"
    "300;x;1;bad;white-18;\n"
)
GOOD = "".join(line for line in LIST.splitlines(keepends=True) if "bad" not in line)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered stays in the test's folder."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


def cut(folder: Path, text: str | bytes, *more: str, name: str = "parts.csv") -> int:
    """Cut a list in a few rounds."""
    plan = str(folder / "plan.json")
    return main(["cut", saved(folder, name, text), "--iterations", "2", "--plan", plan, *more])


def test_a_list_is_cut_checked_and_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job, plan = str(tmp_path / "job.json"), str(tmp_path / "plan.json")
    assert cut(tmp_path, GOOD, "--board", "2800x2070", "--save-job", job) == 0
    told = capsys.readouterr().out
    assert "read as a plain list: 2 rows, 5 pieces" in told
    assert "sizes taken as cut sizes" in told
    assert main(["check", job, plan]) == 0
    assert main(["report", job, plan, "--out", str(tmp_path / "out"), "--date", "2026-03-01"]) == 0
    listed = (tmp_path / "out" / "03-cut-list.csv").read_text("utf-8-sig")
    assert "ABS 1 mm" in listed


def test_finished_sizes_reach_the_job_without_their_bands(tmp_path: Path) -> None:
    job = tmp_path / "job.json"
    assert cut(tmp_path, GOOD, "--board", "2800x2070", "--sizes", "finished", "--save-job", str(job)) == 0
    assert [piece.width for piece in read_job(job.read_bytes()).pieces] == [mm(559), mm(500)]
    companion = json.loads((tmp_path / "plan.parts.json").read_text())
    assert companion["parts"][0]["finished_width"] == 560


def test_a_bad_row_stops_everything_until_it_may_be_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cut(tmp_path, LIST, "--board", "2800x2070") == 2
    assert "row 4, Width (B)" in capsys.readouterr().err
    assert not (tmp_path / "plan.json").exists()
    assert cut(tmp_path, LIST, "--board", "2800x2070", "--skip-bad-rows") == 0
    told = capsys.readouterr()
    assert "left out: row 4, Width (B)" in told.err
    assert "1 bad row left out" in told.out


def test_without_boards_the_way_out_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cut(tmp_path, "Length,Width\n720,560\n") == 2
    assert "--board 2800x2070" in capsys.readouterr().err


def test_boards_of_the_catalogue_are_taken_by_material_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cut(tmp_path, GOOD) == 0
    assert "boards of white-18 from the catalogue" in capsys.readouterr().out


def test_columns_are_remembered_shown_and_forgotten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = "P;Q;N\n720;560;2\n"
    board = ("--board", "2800x2070")
    assert cut(tmp_path, odd, *board) == 2
    assert cut(tmp_path, odd, *board, "--columns", "length=P,width=Q,quantity=N") == 0
    assert "remembered" in capsys.readouterr().out
    assert cut(tmp_path, odd, *board) == 0
    assert "as you set them before (length=P, width=Q, quantity=N)" in capsys.readouterr().out
    assert cut(tmp_path, odd, *board, "--forget", "--columns", "length=P,width=Q") == 0
    assert "forgotten" in capsys.readouterr().out
    assert cut(tmp_path, odd, *board) == 2


def test_options_of_lists_are_refused_with_a_job(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job = saved(tmp_path, "job.json", JOB)
    assert main(["cut", job, "--plan", str(tmp_path / "p.json"), "--kerf", "3", "--sizes", "finished"]) == 2
    told = capsys.readouterr().err
    assert "--kerf" in told
    assert "--sizes" in told


def test_a_list_given_to_another_command_is_named_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", saved(tmp_path, "parts.csv", GOOD), "plan.json"]) == 2
    assert "list of parts" in capsys.readouterr().err


def test_the_companion_of_another_plan_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job, plan = str(tmp_path / "job.json"), str(tmp_path / "plan.json")
    assert cut(tmp_path, GOOD, "--save-job", job) == 0
    saved(tmp_path, "plan.parts.json", (tmp_path / "plan.parts.json").read_text().replace('"side"', '"stranger"'))
    assert main(["report", job, plan, "--out", str(tmp_path / "out")]) == 2
    assert "stranger" in capsys.readouterr().err


def test_a_comma_in_a_column_name_stays_in_it() -> None:
    assert list(columns_of("length=L, mm,width=B").values()) == ["L, mm", "B"]
