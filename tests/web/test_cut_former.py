"""`furnish cut --former`: an edited job is cut again, and what can be kept of the former plan is kept and told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.web.builders import JOB, changed, saved
from web.arguments import arguments
from web.cli import main

ROOT = str(Path(__file__).parents[2])
CODE = f"import sys; sys.path.insert(0, {ROOT!r}); from web.cli import main; sys.exit(main())"
MANY = changed(
    JOB, "pieces", [{"id": f"p{n}", "length": 900 + n, "width": 500, "quantity": 1, "grain": "free"} for n in range(33)]
)


def cut(folder: Path, job: dict[str, Any], name: str, *more: str) -> str:
    """Cut a job in few rounds; the path of its plan."""
    plan = str(folder / name)
    assert main(["cut", saved(folder, "job.json", job), "--iterations", "1", "--plan", plan, *more]) == 0
    return plan


def test_the_command_line_tells_how_many_sheets_were_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    former = cut(tmp_path, MANY, "former.json")
    boards = json.loads(Path(former).read_text())["boards"]
    capsys.readouterr()
    plan = cut(tmp_path, changed(MANY, "pieces.0.length", 899), "plan.json", "--former", former)
    assert f"kept {boards - 1} of {boards} sheets" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "job.json"), plan]) == 0


def test_an_unchanged_job_gets_its_former_plan_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    former = cut(tmp_path, MANY, "former.json")
    plan = cut(tmp_path, MANY, "plan.json", "--former", former)
    assert "kept" in capsys.readouterr().out
    assert json.loads(Path(plan).read_text())["sheets"] == json.loads(Path(former).read_text())["sheets"]


def test_a_board_size_that_is_gone_is_no_fault_of_the_former_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    former = cut(tmp_path, MANY, "former.json")
    boards = json.loads(Path(former).read_text())["boards"]
    capsys.readouterr()
    cut(tmp_path, changed(MANY, "boards.0.code", "NEW"), "plan.json", "--former", former)
    assert f"kept 0 of {boards} sheets" in capsys.readouterr().out


def test_a_broken_former_plan_is_refused_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    former = Path(cut(tmp_path, MANY, "former.json"))
    former.write_text(former.read_text().replace('"copies"', '"copeis"'))
    job, plan = saved(tmp_path, "job.json", MANY), tmp_path / "plan.json"
    assert main(["cut", job, "--iterations", "1", "--plan", str(plan), "--former", str(former)]) == 2
    assert "sheets[0]" in capsys.readouterr().err
    assert not plan.exists()


def test_a_former_plan_may_be_replaced_by_the_new_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = cut(tmp_path, MANY, "plan.json")
    cut(tmp_path, changed(MANY, "pieces.0.length", 899), "plan.json", "--former", plan)
    assert "kept" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "job.json"), plan]) == 0


def test_all_cores_are_used_unless_fewer_are_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[int] = []
    from web.commands import cut as command  # noqa: PLC0415

    real = command.solve
    monkeypatch.setattr(command, "solve", lambda *a, **k: asked.append(k["cores"]) or real(*a, **k))
    cut(tmp_path, JOB, "plan.json")
    cut(tmp_path, JOB, "plan.json", "--cores", "1")
    assert asked == [os.cpu_count() or 1, 1]
    assert arguments().parse_args(["cut", "j", "--plan", "p"]).cores is None


def test_ctrl_c_on_the_way_from_a_former_plan_gives_a_plan_that_holds(tmp_path: Path) -> None:
    former = cut(tmp_path, MANY, "former.json")
    hard = [
        {"id": f"q{i}", "length": 500 + 137 * i % 1100, "width": 250 + 53 * i % 900, "quantity": 3, "grain": "free"}
        for i in range(60)
    ]
    job, plan = saved(tmp_path, "job.json", changed(MANY, "pieces", [*MANY["pieces"], *hard])), tmp_path / "plan.json"
    command = [sys.executable, "-c", CODE, "cut", job, "--former", former, "--seconds", "300", "--plan", str(plan)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr is not None
        child.stderr.readline()
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    assert "kept" in out
    assert main(["check", job, str(plan)]) == 0
