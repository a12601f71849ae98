"""The folder of papers: every paper of a project as a file name and its bytes, the same bytes for the same project.

With the papers come a page that lists them and `SHA256SUMS`, by which `sha256sum -c` tells whether all are there and
unchanged; `archive` puts them into one ZIP.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from cutting.files import write_job, write_plan
from furnishing.issues import Issue
from reports.assembly import assembly_pages
from reports.bill import bill_pages
from reports.choices import USUAL, Choices
from reports.contents import CONTENTS, Entry, contents_html
from reports.cost_sheet import cost_sheet_pages
from reports.cutlist import cut_list_csv, cut_list_pages, cut_list_xlsx
from reports.diagrams import cutting_diagrams
from reports.drawing import Document
from reports.labels import labels
from reports.machine.files import machine_files
from reports.machine.part_files import part_files
from reports.page import paper_title
from reports.part_drawing import part_drawing_pages
from reports.pricing import Terms
from reports.project import Project
from reports.quote import priced, quote_pages
from reports.render.pdf import pdf
from reports.render.svg import svg
from reports.room_drawings import elevations, plan, room_pages
from reports.saw_lines import SawKind
from reports.step_paper import step_pages

SUMS: Final = "SHA256SUMS"
"""The list of checksums."""

MACHINE: Final = "machine/"
"""The folder of the files for machines."""

EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a ZIP: the first that the format can hold, so that equal papers make equal archives."""

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    """A file to make: its name, what it is (`contents.<about>`), and how it is made."""

    name: str
    about: str
    make: Callable[[], tuple[bytes, int]]


def papers(
    project: Project,
    terms: Terms,
    *,
    also: Sequence[tuple[str, bytes]] = (),
    told: Told | None = None,
    wanted: Callable[[str], bool] = lambda name: True,
    choices: Choices = USUAL,
) -> Iterator[tuple[str, bytes]]:
    """All papers of a project, the list of them and their checksums last; without a design only those of the saw.

    `also` are further files that belong to it, such as the room. `told` is called with the name of each paper before
    it is made; what is not `wanted`, by its name, is neither made nor listed. `choices` are the saws and the labels.
    Raises InputError where the design uses what its catalogue does not price, or a label is asked for that no part has.
    """
    entries: list[Entry] = []
    sums: dict[str, str] = {}
    # Needed for a paper and for the drawings of sheets: large batches have many.
    diagrams = cache(lambda: cutting_diagrams(project, choices.saws[0], share=choices.share))

    def kept(name: str, about: str, content: bytes, pages: int) -> tuple[str, bytes]:
        entries.append(Entry(name=name, about=about, pages=pages, size=len(content)))
        sums[name] = hashlib.sha256(content).hexdigest()
        return name, content

    for paper in _every(project, terms, diagrams, choices):
        if not wanted(paper.name):
            continue
        if told is not None:
            told(paper.name)
        content, pages = paper.make()
        if content:
            yield kept(paper.name, paper.about, content, pages)
    for name, content in _drawn(project, diagrams):
        if wanted(name):
            yield kept(name, "drawing", content, 0)
    machines = _for_machines(project, told) if wanted(MACHINE) else ()
    for name, content in (*machines, *also):
        yield kept(name, "room_file" if name == "room.json" else "data", content, 0)
    listed = contents_html(project, sorted(entries, key=lambda each: each.name))
    yield kept(CONTENTS, "contents", listed, 0)
    yield SUMS, "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())).encode()


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files as one ZIP in the order of their names, the same bytes for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in sorted(files):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _every(project: Project, terms: Terms, diagrams: Callable[[], Document], choices: Choices) -> Iterator[_Paper]:
    """The papers for people, in the order of their names."""
    designed = project.design is not None
    if designed and project.catalogue is not None:
        found = priced(project, terms)
        yield _paged(project, "01-quote", "quote", lambda: quote_pages(project, terms, found))
    if designed:
        yield _paged(project, "02-room", "room", lambda: room_pages(project))
    yield _Paper(name="03-cut-list.csv", about="cut_list_data", make=lambda: (cut_list_csv(project), 0))
    yield _paged(project, "03-cut-list", "cut_list", lambda: cut_list_pages(project))
    yield _Paper(name="03-cut-list.xlsx", about="cut_list_data", make=lambda: (cut_list_xlsx(project), 0))
    yield _paged(project, "04-cutting-diagrams", "diagrams", diagrams)
    yield _paged(project, "05-labels", "labels", lambda: labels(project, choices.labels))
    if designed:
        yield _paged(project, "06-bill-of-materials", "bill", lambda: bill_pages(project))
    for number, saw in ((7, SawKind.BEAM), (8, SawKind.TABLE)):
        if saw not in choices.saws:
            continue
        yield _steps(project, f"0{number}-steps-{saw.value}-saw", saw)
    if designed:
        yield _paged(project, "09-part-drawings", "part_drawing", lambda: part_drawing_pages(project))
        yield _paged(project, "10-assembly", "assembly", lambda: assembly_pages(project))
        if project.catalogue is not None:
            yield _paged(project, "11-cost-sheet", "cost_sheet", lambda: cost_sheet_pages(project, terms, found))
    yield _Paper(name="job.json", about="job", make=lambda: (write_job(project.job).encode(), 0))
    yield _Paper(name="plan.json", about="plan", make=lambda: (write_plan(project.job, project.result).encode(), 0))


def _steps(project: Project, name: str, saw: SawKind) -> _Paper:
    title = project.locale.text(f"step_list.title_{saw.value}")
    about = f"steps_{saw.value}"
    return _Paper(name=f"{name}.pdf", about=about, make=lambda: _bound(project, step_pages(project, saw), title))


def _paged(project: Project, name: str, paper: str, pages: Callable[[], Document]) -> _Paper:
    title = project.locale.text(f"{paper}.title")
    return _Paper(name=f"{name}.pdf", about=paper, make=lambda: _bound(project, pages(), title))


def _bound(project: Project, pages: Document, title: str) -> tuple[bytes, int]:
    """The pages as a PDF, and how many they are; no bytes where there are none."""
    return (pdf(pages, title=paper_title(project, title)) if pages else b"", len(pages))


def _drawn(project: Project, diagrams: Callable[[], Document]) -> Iterator[tuple[str, bytes]]:
    """The drawings of the room and of the sheets, each a file for the web and for other programs."""
    if project.design is not None:
        yield from _numbered("elevation", elevations(project))
        yield "plan.svg", svg(plan(project)).encode()
    yield from _numbered("sheet", diagrams(), least_digits=2)


def _numbered(name: str, drawings: Document, least_digits: int = 1) -> Iterator[tuple[str, bytes]]:
    """Drawings as SVG, numbered from 1 with as many digits as sort."""
    digits = max(least_digits, len(str(len(drawings))))
    for i, drawing in enumerate(drawings, 1):
        yield f"{name}-{i:0{digits}}.svg", svg(drawing).encode()


def _for_machines(project: Project, told: Told | None) -> Iterator[tuple[str, bytes]]:
    """The files for machines, and in words what could not be written."""
    if told is not None:
        told(MACHINE)
    issues: list[Issue] = []
    for made in (machine_files(project), part_files(project)):
        issues += made.issues
        for name, content in made.files:
            yield f"{MACHINE}{name}", content
    if issues:
        lines = "".join(f"{each.level.value} {each.code}: {each.where}: {each.message}\n" for each in issues)
        yield f"{MACHINE}issues.txt", lines.encode()
