"""Each command, as `main(argv)` and as people run it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cutting import nesting
from cutting.nesting import load
from cutting.nesting.protocol import Nester
from tests.cutting.test_solve import Liar
from tests.web.builders import JOB, ROOM, changed, saved
from web.arguments import arguments
from web.cli import main

ROOT = str(Path(__file__).parents[2])
CODE = f"import sys; sys.path.insert(0, {ROOT!r}); from web.cli import main; sys.exit(main())"
DATE = ("--date", "2026-03-01")


def run(*argv: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """`furnish` in a process of its own."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            CODE,
            *argv,
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
    )


def contents(folder: Path) -> dict[str, bytes]:
    files = (each for each in sorted(folder.rglob("*")) if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def test_help_needs_neither_flask_nor_the_optimiser() -> None:
    code = (
        "import sys; from web.cli import main; main(['--help']); "
        "sys.exit(any(name in sys.modules for name in ('flask', 'shapely', 'numpy', 'numba', 'reportlab')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "examples:" in done.stdout


@pytest.mark.parametrize("command", ["design", "cut", "check", "report", "make", "serve", "rooms"])
def test_each_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert f"furnish {command}" in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("furnish ")


def test_the_pages_stay_on_this_machine_unless_asked() -> None:
    assert arguments().parse_args(["serve"]).host == "127.0.0.1"


def test_rooms_lists_the_samples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rooms"]) == 0
    assert "galley_kitchen" in capsys.readouterr().out


def test_design_lists_cabinets_and_writes_the_job(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job = tmp_path / "job.json"
    assert main(["design", "galley_kitchen", "--job", str(job)]) == 0
    assert "K01" in capsys.readouterr().out
    assert json.loads(job.read_text())["format"] == "furnish-cut-job/1"


def test_a_style_of_its_own_replaces_that_of_the_room(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    style = {"format": "furnish-style/1", "unit": "mm", **ROOM["style"], "wishes": [{"kind": "tall-wardrobe"}]}
    assert main(["design", saved(tmp_path, "room.json", ROOM), "--style", saved(tmp_path, "style.json", style)]) == 0
    assert "wardrobe" in capsys.readouterr().out.lower()


def test_a_job_is_cut_checked_and_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job, plan = saved(tmp_path, "job.json", JOB), str(tmp_path / "plan.json")
    assert main(["cut", job, "--seconds", "1", "--seed", "3", "--plan", plan]) == 0
    assert "1" in capsys.readouterr().out
    assert main(["check", job, plan]) == 0
    assert "the plan holds: 1 boards" in capsys.readouterr().out
    assert main(["report", job, plan, "--out", str(tmp_path / "out"), *DATE]) == 0
    assert (tmp_path / "out" / "04-cutting-diagrams.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.filterwarnings("default")
def test_a_plan_that_does_not_hold_is_told_and_that_of_the_others_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def loaded(name: str) -> Nester:
        return Liar() if name == "shelves" else load(name)

    monkeypatch.setattr(nesting, "load", loaded)
    job, plan = saved(tmp_path, "job.json", JOB), str(tmp_path / "plan.json")
    assert main(["cut", job, "--iterations", "2", "--plan", plan]) == 0
    assert main(["check", job, plan]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert any(line.startswith("furnish: nester shelves made a plan with") for line in lines)
    assert "furnish: it was left out, the others went on" in lines
    assert not any("contest.py" in line for line in lines)


def test_a_piece_that_fits_no_board_is_named_and_the_rest_is_cut(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = saved(tmp_path, "job.json", changed(JOB, "pieces.0.length", 5000))
    assert main(["cut", job, "--iterations", "1", "--plan", str(tmp_path / "plan.json")]) == 0
    told = capsys.readouterr()
    assert "4 x side" in told.err
    assert "incomplete" in told.out


def test_a_broken_plan_does_not_hold_and_gets_no_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job, plan = saved(tmp_path, "job.json", JOB), tmp_path / "plan.json"
    main(["cut", job, "--iterations", "1", "--plan", str(plan)])
    broken = json.loads(plan.read_text())
    broken["sheets"][0]["placed"].pop()
    plan.write_text(json.dumps(broken))
    capsys.readouterr()
    assert main(["check", job, str(plan)]) == 1
    assert "sheets[0]" in capsys.readouterr().out
    assert main(["report", job, str(plan), "--out", str(tmp_path / "out")]) == 2
    assert not (tmp_path / "out").exists()


def test_make_writes_the_papers_and_a_summary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    room, out = saved(tmp_path, "room.json", ROOM), tmp_path / "out"
    assert main(["make", room, "--out", str(out), "--customer", "A. Jansen", *DATE]) == 0
    told = capsys.readouterr().out
    for word in ("cabinets", "parts", "boards", "yield", "bound", "price", "01-quote.pdf"):
        assert word in told
    assert {"01-quote.pdf", "job.json", "plan.json", "plan.svg"} <= set(contents(out))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out", "room.json"]


def test_the_same_room_makes_the_same_bytes(tmp_path: Path) -> None:
    room = saved(tmp_path, "room.json", ROOM)
    for folder in ("a", "b"):
        assert main(["make", room, "--out", str(tmp_path / folder), *DATE]) == 0
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_a_folder_that_is_there_keeps_what_is_not_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    room, out = saved(tmp_path, "room.json", ROOM), tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    (out / "01-quote.pdf").write_text("old")
    assert main(["make", room, "--out", str(out), *DATE]) == 0
    assert (out / "notes.txt").read_text() == "mine"
    assert (out / "01-quote.pdf").read_bytes().startswith(b"%PDF-")
    assert "notes.txt" in capsys.readouterr().err


def test_a_folder_in_the_way_of_a_paper_stops_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    room, out = saved(tmp_path, "room.json", ROOM), tmp_path / "out"
    (out / "plan.svg").mkdir(parents=True)
    assert main(["make", room, "--out", str(out), *DATE]) == 2
    assert [each.name for each in out.iterdir()] == ["plan.svg"]


def test_the_command_runs_from_anywhere(tmp_path: Path) -> None:
    done = run("make", "hallway", "--out", "papers", *DATE, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "papers" / "01-quote.pdf").exists()


def test_a_closed_pipe_is_no_fault() -> None:
    root = str(Path(__file__).parents[2])
    code = f"import sys; sys.path.insert(0, {root!r}); from web.cli import main; sys.exit(main(['rooms']))"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        child.stdout.close()
        assert child.stderr is not None
        assert child.stderr.read() == ""


def test_ctrl_c_keeps_the_best_plan_so_far(tmp_path: Path) -> None:
    pieces = [
        {"id": f"p{i}", "length": 300 + 37 * i % 900, "width": 150 + 53 * i % 700, "quantity": 3, "grain": "free"}
        for i in range(60)
    ]
    job, plan = saved(tmp_path, "job.json", changed(JOB, "pieces", pieces)), tmp_path / "plan.json"
    command = [sys.executable, "-c", CODE, "cut", job, "--seconds", "300", "--plan", str(plan)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr is not None
        assert "boards" in child.stderr.readline()
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    assert "best plan so far" in err or "no plan uses less" in out
    assert main(["check", job, str(plan)]) == 0
