"""`furnish cut --objective` and `--explain`: plans to choose from, and what else would change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from web.arguments import AIMS
from web.cli import main

JOB = {
    "format": "furnish-cut-job/1",
    "unit": "mm",
    "saw": {
        "kerf": 4,
        "trim": {"left": 10, "right": 10, "bottom": 10, "top": 10},
        "max_stages": 3,
        "first_cut": "any",
        "book_height": 4,
    },
    "boards": [{"code": "W18", "length": 2800, "width": 2070, "quantity": None, "cost": 48.5, "grain": "length"}],
    "pieces": [
        {"id": "side", "length": 720, "width": 560, "quantity": 24, "grain": "length"},
        {"id": "door", "length": 715, "width": 397, "quantity": 20, "grain": "length"},
    ],
}


def cut(tmp_path: Path, *options: str) -> int:
    """Cut the job; the plan is beside it."""
    (tmp_path / "job.json").write_text(json.dumps(JOB))
    return main(
        ["cut", str(tmp_path / "job.json"), "--plan", str(tmp_path / "plan.json"), "--iterations", "2", *options]
    )


@pytest.mark.parametrize("aim", AIMS)
def test_the_plan_for_an_aim_is_written_and_holds(aim: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cut(tmp_path, "--objective", aim) == 0
    assert "plans to choose from" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "job.json"), str(tmp_path / "plan.json")]) == 0


def test_what_else_would_change_is_told_in_money(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cut(tmp_path, "--explain") == 0
    told = capsys.readouterr().out.partition("what else would change")[2]
    assert "free grain" in told
    assert "one more board size (2440 x 1220)" in told
    assert "smaller trim" in told


@pytest.mark.parametrize(
    ("options", "words"),
    [(("--objective", "cheap"), "use one of balanced"), (("--saw-hour", "-3"), "outside 0 to")],
)
def test_a_wrong_aim_or_rate_is_refused(
    options: tuple[str, ...], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cut(tmp_path, *options) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "plan.json").exists()
