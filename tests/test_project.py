"""The project as people get it: the wheel, the README, the folders."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_a_wheel_installed_elsewhere_furnishes_a_sample_room(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    installed = tmp_path / "installed"
    (wheel,) = tmp_path.glob("furnish-*.whl")
    zipfile.ZipFile(wheel).extractall(installed)
    run = [sys.executable, "-P", "-m", "web.cli", "make", "hallway", "--out", "papers", "--iterations", "1"]
    away = {**os.environ, "PYTHONPATH": str(installed)}
    made = subprocess.run(run, cwd=tmp_path, env=away, capture_output=True, text=True, timeout=300, check=False)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "papers" / "01-quote.pdf").read_bytes().startswith(b"%PDF")


def test_the_wheel_is_built_of_the_folders_that_the_readme_tours() -> None:
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"][
        "packages"
    ]
    toured = re.findall(r"^\| `(\w+)/`", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(packages) <= set(toured)
    assert all((ROOT / folder).is_dir() for folder in toured)


def test_the_pictures_of_the_readme_are_what_the_program_draws_now() -> None:
    folder = ROOT / "docs" / "pictures"
    drawn = runpy.run_path(str(folder / "make.py"))["pictures"]()
    stale = [name for name, data in drawn.items() if (folder / name).read_bytes() != data]
    assert stale == [], "run `make pictures` and look at them"


def test_the_page_of_the_kinds_says_what_the_registry_holds() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "pictures" / "make.py"))["kinds_page"]()
    assert (ROOT / "docs" / "kinds.md").read_text(encoding="utf-8") == made, "run `make pictures` and read it"


def test_every_link_in_the_documents_leads_to_a_file() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
