"""The folder of papers: complete, sorted by name, and the same bytes for the same project."""

from __future__ import annotations

from cutting.files import read_job, read_plan
from reports.papers import papers
from reports.pricing import Terms
from tests.reports.builders import an_operators_project
from tests.reports.furnished import a_kitchen


def test_a_design_comes_with_all_papers() -> None:
    names = [name for name, _ in papers(a_kitchen(), Terms())]
    expected = [
        "01-quote.pdf",
        "02-room.pdf",
        "03-cut-list.csv",
        "03-cut-list.pdf",
        "03-cut-list.xlsx",
        "04-cutting-diagrams.pdf",
        "05-labels.pdf",
        "06-bill-of-materials.pdf",
        "elevation-1.svg",
        "job.json",
        "plan.json",
        "plan.svg",
        "sheet-01.svg",
    ]
    assert names[: len(expected)] == expected
    assert names == sorted(names)


def test_a_list_of_panels_comes_with_the_papers_of_the_saw() -> None:
    names = [name for name, _ in papers(an_operators_project(), Terms())]
    assert names == [
        "03-cut-list.csv",
        "03-cut-list.pdf",
        "03-cut-list.xlsx",
        "04-cutting-diagrams.pdf",
        "05-labels.pdf",
        "job.json",
        "plan.json",
        "sheet-01.svg",
    ]


def test_equal_projects_make_equal_folders() -> None:
    assert dict(papers(a_kitchen(), Terms())) == dict(papers(a_kitchen(), Terms()))


def test_every_paper_is_what_its_name_says() -> None:
    starts = {"pdf": b"%PDF", "svg": b"<svg", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "json": b"{"}
    for name, data in papers(a_kitchen(), Terms()):
        assert data.startswith(starts[name.rpartition(".")[2]]), name


def test_job_and_plan_read_back() -> None:
    project = an_operators_project()
    files = dict(papers(project, Terms()))
    job = read_job(files["job.json"])
    assert job == project.job
    assert read_plan(files["plan.json"], job).plan == project.result.plan
