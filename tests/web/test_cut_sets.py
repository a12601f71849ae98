"""`furnish cut` with matched sets: the plan holds them together, and what they cost is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cutting.files import write_job
from furnishing.grain import Grain
from tests.cutting.builders import a_board, a_job, a_piece
from tests.cutting.set_jobs import Follow, a_set
from web.cli import main


def a_file(folder: Path, shelves: int) -> str:
    """Two doors that must lie side by side, and shelves that would each share a board with one of them."""
    doors = [a_piece(id, 600, 200, grain=Grain.LENGTH) for id in ("left", "right")]
    shelf = a_piece("shelf", 600, 300, grain=Grain.LENGTH, quantity=shelves)
    job = a_job([*doors, shelf], [a_board(600, 510)], kerf=4, trim=0)
    job = replace(job, sets=(a_set("A", "left", "right", follow=Follow.ACROSS),))
    path = folder / "job.json"
    path.write_text(write_job(job), "utf-8")
    return str(path)


def test_what_a_set_costs_is_told_in_boards_and_money(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job, plan = a_file(tmp_path, 2), str(tmp_path / "plan.json")
    assert main(["cut", job, "--iterations", "1", "--explain", "--plan", plan]) == 0
    said = capsys.readouterr().out
    assert "matched sets (1 now): cost 1.00 (3 boards instead of 2), for certain 1.00" in said
    assert main(["check", job, plan]) == 0


def test_a_set_that_costs_only_wood_of_an_offcut_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job, plan = a_file(tmp_path, 1), str(tmp_path / "plan.json")
    assert main(["cut", job, "--iterations", "1", "--explain", "--plan", plan]) == 0
    assert "matched sets (1 now): cost no board, " in capsys.readouterr().out


def test_a_plan_made_without_sets_is_refused_with_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job, plan = Path(a_file(tmp_path, 2)), str(tmp_path / "plan.json")
    whole = job.read_text("utf-8")
    loose = {name: value for name, value in json.loads(whole).items() if name != "sets"}
    job.write_text(json.dumps(loose), "utf-8")
    assert main(["cut", str(job), "--iterations", "1", "--plan", plan]) == 0
    job.write_text(whole, "utf-8")
    assert main(["check", str(job), plan]) == 1
    assert "set A must lie on one sheet whole" in "".join(capsys.readouterr())


def test_a_set_too_long_for_its_board_is_told_with_its_length(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job, plan = Path(a_file(tmp_path, 2)), str(tmp_path / "plan.json")
    job.write_text(job.read_text("utf-8").replace("across", "along"), "utf-8")
    assert main(["cut", str(job), "--iterations", "1", "--plan", plan]) == 0
    assert "set A (1204 x 200 mm) takes 1204 mm along the board" in capsys.readouterr().err
