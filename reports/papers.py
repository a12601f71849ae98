"""The folder of papers: every paper of a project as a file name and its bytes, the same bytes for the same project."""

from __future__ import annotations

from collections.abc import Iterator

from cutting.files import write_job, write_plan
from reports.bill import bill_pdf
from reports.cutlist import cut_list_csv, cut_list_pdf, cut_list_xlsx
from reports.diagrams import cutting_diagrams
from reports.drawing import Document
from reports.labels import labels
from reports.page import paper_title
from reports.pricing import Terms
from reports.project import Project
from reports.quote import quote_pdf
from reports.render.pdf import pdf
from reports.render.svg import svg
from reports.room_drawings import elevations, plan, room_pdf


def papers(project: Project, terms: Terms) -> Iterator[tuple[str, bytes]]:
    """All papers of a project, in the order of their names; without a design only those of the saw.

    Raises InputError where the design uses what its catalogue does not price.
    """
    designed = project.design is not None
    diagrams = cutting_diagrams(project)
    if designed and project.catalogue is not None:
        yield "01-quote.pdf", quote_pdf(project, terms)
    if designed:
        yield "02-room.pdf", room_pdf(project)
    yield "03-cut-list.csv", cut_list_csv(project)
    yield "03-cut-list.pdf", cut_list_pdf(project)
    yield "03-cut-list.xlsx", cut_list_xlsx(project)
    yield "04-cutting-diagrams.pdf", pdf(diagrams, title=_title(project, "diagrams"))
    yield "05-labels.pdf", pdf(labels(project), title=_title(project, "labels"))
    if designed:
        yield "06-bill-of-materials.pdf", bill_pdf(project)
        yield from _numbered("elevation", elevations(project))
    yield "job.json", write_job(project.job).encode()
    yield "plan.json", write_plan(project.job, project.result).encode()
    if designed:
        yield "plan.svg", svg(plan(project)).encode()
    yield from _numbered("sheet", diagrams, least_digits=2)


def _title(project: Project, paper: str) -> str:
    return paper_title(project, project.locale.text(f"{paper}.title"))


def _numbered(name: str, drawings: Document, least_digits: int = 1) -> Iterator[tuple[str, bytes]]:
    """Drawings as SVG, numbered from 1 with as many digits as sort."""
    digits = max(least_digits, len(str(len(drawings))))
    for i, drawing in enumerate(drawings, 1):
        yield f"{name}-{i:0{digits}}.svg", svg(drawing).encode()
