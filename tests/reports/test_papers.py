"""The folder of papers: complete, sorted by name, and the same bytes for the same project."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pypdfium2

from cutting.files import read_job, read_plan
from reports.contents import Entry, contents_html
from reports.papers import archive, papers
from reports.pricing import Terms
from tests.reports.builders import an_operators_project
from tests.reports.furnished import a_kitchen

SAW = (
    "03-cut-list.csv",
    "03-cut-list.pdf",
    "03-cut-list.xlsx",
    "04-cutting-diagrams.pdf",
    "05-labels.pdf",
    "07-steps-beam-saw.pdf",
    "08-steps-table-saw.pdf",
    "job.json",
    "plan.json",
    "sheet-01.svg",
)
DESIGN = (
    "01-quote.pdf",
    "02-room.pdf",
    "06-bill-of-materials.pdf",
    "09-part-drawings.pdf",
    "10-assembly.pdf",
    "11-cost-sheet.pdf",
    "elevation-1.svg",
    "plan.svg",
    "machine/project.json",
    "machine/room.glb",
)


@cache
def kitchen() -> tuple[tuple[str, bytes], ...]:
    return tuple(papers(a_kitchen(), Terms(), also=(("room.json", b"{}"),)))


def test_a_design_comes_with_all_papers() -> None:
    names = {name for name, _ in kitchen()}
    assert {*SAW, *DESIGN, "machine/saw.ptx", "00-contents.html", "SHA256SUMS", "room.json"} <= names
    assert len(names) == len(kitchen())


def test_a_list_of_panels_comes_with_the_papers_of_the_saw() -> None:
    names = {name for name, _ in papers(an_operators_project(), Terms())}
    assert {*SAW, "machine/saw.ptx", "00-contents.html", "SHA256SUMS"} <= names
    assert not names & set(DESIGN)


def test_the_checksums_are_those_of_all_other_files(tmp_path: Path) -> None:
    for name, content in kitchen():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    told = (line.split("  ", 1) for line in (tmp_path / "SHA256SUMS").read_text().splitlines())
    sums = {name: digest for digest, name in told}
    assert set(sums) == {name for name, _ in kitchen()} - {"SHA256SUMS"}
    assert all(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest for name, digest in sums.items())


def test_the_contents_tell_every_paper_with_its_pages_in_order() -> None:
    page = dict(kitchen())["00-contents.html"].decode()
    listed = re.findall(r'href="([^"]+)"', page)
    told = [name for name, _ in kitchen() if name not in ("SHA256SUMS", "00-contents.html")]
    assert sorted(listed) == sorted(told)
    pdfs = [name for name in listed if name.endswith(".pdf")]
    assert pdfs == sorted(pdfs)
    for name in pdfs:
        document = pypdfium2.PdfDocument(dict(kitchen())[name])
        (pages,) = re.findall(rf'href="{name}">.*?<td class="n">(\d+)</td>', page)
        assert int(pages) == len(document), name
        document.close()


def test_the_names_of_papers_are_not_broken_in_the_contents() -> None:
    entry = Entry(name="04-cutting-diagrams.pdf", about="diagrams", pages=2, size=9)
    page = contents_html(an_operators_project(), [entry]).decode()
    assert "table.p a{white-space:nowrap}" in page
    assert '<table class="p"><thead>' in page


def test_names_of_people_are_no_code_in_the_contents() -> None:
    project = a_kitchen(customer="<script>alert(1)</script>")
    page = contents_html(project, [Entry(name="a b&c.pdf", about="quote", pages=2, size=10)])
    assert b"<script" not in page
    assert b'href="a%20b%26c.pdf"' in page


def test_an_archive_holds_the_papers_sorted_and_repeats_to_the_byte() -> None:
    packed = archive(kitchen())
    with zipfile.ZipFile(io.BytesIO(packed)) as bundle:
        assert bundle.namelist() == sorted(dict(kitchen()))
        assert {entry.date_time for entry in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(bundle.read(name) == content for name, content in kitchen())
    assert archive(reversed(kitchen())) == packed


def test_each_paper_is_told_before_it_is_made() -> None:
    told: list[str] = []
    made = papers(an_operators_project(), Terms(), told=told.append)
    next(made)
    assert told == ["03-cut-list.csv"]


def test_equal_projects_make_equal_folders() -> None:
    again = dict(papers(a_kitchen(), Terms(), also=(("room.json", b"{}"),)))
    assert [name for name in again if again[name] != dict(kitchen())[name]] == []


def test_every_paper_is_what_its_name_says() -> None:
    starts = {"pdf": b"%PDF", "svg": b"<svg", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "json": b"{", "html": b"<!doctype"}
    for name, data in kitchen():
        ending = name.rpartition(".")[2]
        assert name.startswith("machine/") or data.startswith(starts.get(ending, b"")), name


def test_job_and_plan_read_back() -> None:
    project = an_operators_project()
    files = dict(papers(project, Terms()))
    job = read_job(files["job.json"])
    assert job == project.job
    assert read_plan(files["plan.json"], job).plan == project.result.plan
