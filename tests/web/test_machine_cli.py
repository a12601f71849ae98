"""`furnish machine`, and PTX files where a job or a plan is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from cutting.files import read_job, write_job, write_plan
from tests.cutting.builders import a_board, a_job, a_piece, a_plan, a_result, a_sheet, crosscut, rip
from tests.reports.ptx_files import a_ptx
from web.cli import main


def the_files(folder: Path) -> tuple[str, str]:
    """A job and a plan of one sheet."""
    job = a_job([a_piece("side", 720, 560, quantity=2)], [a_board(1500, 1000)])
    cuts = rip((560, crosscut((720, "side"), (720, "side"), (32, "waste"))), (416, "offcut"))
    plan = a_plan(a_sheet(job, cuts))
    (folder / "job.json").write_text(write_job(job))
    (folder / "plan.json").write_text(write_plan(job, a_result(job, plan)))
    return str(folder / "job.json"), str(folder / "plan.json")


def saved_ptx(folder: Path, content: bytes) -> str:
    (folder / "saw.ptx").write_bytes(content)
    return str(folder / "saw.ptx")


def test_a_plan_becomes_machine_files_that_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["machine", *the_files(tmp_path), "--out", str(out), "--date", "2026-03-01"]) == 0
    assert sorted(each.name for each in out.iterdir()) == ["nest-01.dxf", "saw.ptx"]
    assert main(["check", str(out / "saw.ptx")]) == 0
    assert "1 boards, 1 patterns" in capsys.readouterr().out


def test_a_saw_file_has_papers_and_can_be_written_for_another_receiver(tmp_path: Path) -> None:
    path = saved_ptx(tmp_path, a_ptx())
    assert main(["report", path, "--out", str(tmp_path / "papers"), "--date", "2026-03-01"]) == 0
    assert (tmp_path / "papers" / "04-cutting-diagrams.pdf").exists()
    assert main(["machine", path, "--out", str(tmp_path / "other"), "--profile", "cadmatic-4"]) == 0
    assert main(["check", str(tmp_path / "other" / "saw.ptx")]) == 0


def test_the_parts_of_a_saw_file_are_a_job(tmp_path: Path) -> None:
    path = saved_ptx(tmp_path, a_ptx())
    assert main(["cut", path, "--plan", str(tmp_path / "plan.json"), "--iterations", "1"]) == 0
    assert main(["check", path, str(tmp_path / "plan.json")]) == 0


def test_a_saw_file_that_does_not_hold_is_told_by_pattern(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved_ptx(tmp_path, a_ptx({"CUTS[4].QTY_RPT": "3"}))
    assert main(["check", path]) == 1
    told = capsys.readouterr()
    assert "pattern 1, sheets[0]" in told.out
    assert "ptx-too-long: record 18, CUTS.DIMENSION" in told.err


def test_faults_of_a_saw_file_name_record_and_field(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved_ptx(tmp_path, a_ptx({"BOARDS.LENGTH": "wide", "PARTS_REQ.MAT_INDEX": "9"}))
    for command in (["check", path], ["machine", path, "--out", str(tmp_path / "out")]):
        assert main(command) == 2
        told = capsys.readouterr().err
        assert "record 8, BOARDS.LENGTH" in told
        assert "record 3, PARTS_REQ.MAT_INDEX" in told
    assert not (tmp_path / "out").exists()


def test_a_job_alone_has_no_plan_to_judge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job, _ = the_files(tmp_path)
    assert read_job(Path(job).read_bytes()).pieces
    for command in (["check", job], ["report", job, "--out", str(tmp_path / "out")]):
        assert main(command) == 2
        assert "only a PTX file holds both" in capsys.readouterr().err


def test_an_unknown_receiver_names_those_that_are_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["machine", *the_files(tmp_path), "--out", str(tmp_path / "out"), "--profile", "homag"]) == 2
    assert "cadmatic-4 or generic-1.21" in capsys.readouterr().err


def test_what_cannot_be_written_is_told_and_makes_the_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = a_job([a_piece("d" * 51, 720, 560)], [a_board(1500, 1000)])
    plan = a_plan(a_sheet(job, rip((560, crosscut((720, "d" * 51), (756, "waste"))), (416, "waste"))))
    (tmp_path / "job.json").write_text(write_job(job))
    (tmp_path / "plan.json").write_text(write_plan(job, a_result(job, plan)))
    files = [str(tmp_path / "job.json"), str(tmp_path / "plan.json")]
    assert main(["machine", *files, "--out", str(tmp_path / "out")]) == 1
    assert "ptx-refused: saw.ptx PARTS_REQ[1].CODE" in capsys.readouterr().err
    assert (tmp_path / "out" / "nest-01.dxf").exists()
