"""`--saw`, `--labels`, `--skip`, `--offset` and `--label` of the commands that write papers."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.web.test_machine_cli import the_files
from web.cli import main


def report(folder: Path, *options: str) -> int:
    """Write the papers of a small plan with some options."""
    return main(["report", *the_files(folder), "--out", str(folder / "out"), "--date", "2026-03-01", *options])


def steps(folder: Path) -> list[str]:
    return sorted(each.name for each in (folder / "out").iterdir() if "steps" in each.name)


def page_sizes(folder: Path) -> list[tuple[int, int]]:
    """Millimetres of each page of labels."""
    document = pypdfium2.PdfDocument((folder / "out" / "05-labels.pdf").read_bytes())
    sizes = [(round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4)) for page in document]
    document.close()
    return sizes


def test_steps_are_listed_for_both_saws_unless_one_is_named(tmp_path: Path) -> None:
    assert report(tmp_path) == 0
    assert steps(tmp_path) == ["07-steps-beam-saw.pdf", "08-steps-table-saw.pdf"]
    assert report(tmp_path, "--saw", "table", "--out", str(tmp_path / "table")) == 0
    assert [each.name for each in (tmp_path / "table").glob("*steps*")] == ["08-steps-table-saw.pdf"]


def test_labels_are_printed_on_the_layout_that_is_named(tmp_path: Path) -> None:
    assert report(tmp_path, "--labels", "80x45", "--offset=1,-0.5") == 0
    assert page_sizes(tmp_path) == [(80, 45), (80, 45)]


def test_one_label_is_printed_again_behind_used_positions(tmp_path: Path) -> None:
    assert report(tmp_path, "--labels", "L7160", "--skip", "20", "--label", "side") == 0
    assert page_sizes(tmp_path) == [(210, 297)]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--labels", "L1"), "'L1' is no layout; use one of"),
        (("--skip", "24"), "skip 0 to 23"),
        (("--skip", "x"), "'x' is no number of labels"),
        (("--offset", "3"), "use two numbers in mm"),
        (("--offset", "300,0"), "by more than 20 mm"),
        (("--label", "sid"), "did you mean 'side'?"),
        (("--saw", "band"), "invalid choice"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, str], said: str
) -> None:
    assert report(tmp_path, *options) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
