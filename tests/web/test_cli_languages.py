"""The language and the units of papers on the command line: of a room, and of a plan without one."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from reports.text.languages import languages
from tests.reports.page_checks import page_text
from tests.web.builders import JOB, ROOM, saved
from web.cli import main

DATE = ("--date", "2026-03-01")


def the_cut_list(folder: Path, separator: str) -> list[dict[str, str]]:
    text = (folder / "03-cut-list.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=separator))


def test_make_writes_papers_in_german_and_inches(tmp_path: Path) -> None:
    room, out = saved(tmp_path, "room.json", ROOM), tmp_path / "out"
    assert main(["make", room, "--out", str(out), "--language", "de", "--units", "in/32", *DATE]) == 0
    words = page_text((out / "01-quote.pdf").read_bytes())
    assert "Gesamtbetrag inkl. MwSt." in words
    assert "01.03.2026" in words
    row = next(each for each in the_cut_list(out, ";") if each["Teil"] == "K01.side.L")
    assert row["Bezeichnung"] == "Seite links"
    assert row["Zuschnittlänge Zoll"] == "28,346457"


def test_report_writes_the_papers_of_the_saw_in_chinese(tmp_path: Path) -> None:
    job, plan, out = saved(tmp_path, "job.json", JOB), str(tmp_path / "plan.json"), tmp_path / "out"
    assert main(["cut", job, "--plan", plan, "--iterations", "1"]) == 0
    assert main(["report", job, plan, "--out", str(out), "--language", "zh-Hans", *DATE]) == 0
    assert "开料图" in page_text((out / "04-cutting-diagrams.pdf").read_bytes())
    assert the_cut_list(out, ",")[0]["开料长 mm"] == "720"


def test_names_of_files_are_the_same_in_every_language(tmp_path: Path) -> None:
    room = saved(tmp_path, "room.json", ROOM)
    for language in ("en", "ru"):
        assert main(["make", room, "--out", str(tmp_path / language), "--language", language, *DATE]) == 0
    names = [sorted(each.name for each in (tmp_path / language).iterdir()) for language in ("en", "ru")]
    assert names[0] == names[1]
    # Data files for other programs say the same, whoever reads the papers.
    assert (tmp_path / "en" / "plan.json").read_bytes() == (tmp_path / "ru" / "plan.json").read_bytes()


@pytest.mark.parametrize("asked", [("--language", "fr"), ("--units", "cm")])
def test_what_there_is_no_paper_in_is_refused_with_what_there_is(
    asked: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = saved(tmp_path, "room.json", ROOM)
    assert main(["make", room, "--out", str(tmp_path / "out"), *asked]) == 2
    told = capsys.readouterr().err
    assert all(each in told for each in (languages() if "--language" in asked else ("mm", "in", "in/32", "in/16")))
