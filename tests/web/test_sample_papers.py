"""Every page of every paper of every sample room, end to end: readable, with ink where it belongs, codes that scan."""

from __future__ import annotations

import datetime
from functools import cache

import pypdfium2
import pytest
import zxingcpp

import sample_rooms
from cutting.sequence import saw_order
from cutting.stop import Stop
from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.room_file import read_room
from reports.bill import bill_pages
from reports.check_character import unchecked
from reports.cutlist import cut_list_pages
from reports.diagrams import cutting_diagrams
from reports.drawing import Document, Drawing
from reports.labels import labels
from reports.page import MARGIN
from reports.pricing import Terms
from reports.project import Project
from reports.quote import quote_pages
from reports.render.pdf import pdf
from reports.room_drawings import room_pages
from tests.reports.page_checks import assert_texts_are_readable, ink, page_image
from web.line import project_of, style_for

EVERY_ROOM = pytest.mark.parametrize("room", sample_rooms.names())


@cache
def a_furnished(room: str) -> Project:
    """A sample room on boards, after one round of the quickest search: papers do not depend on how good a plan is."""
    file, catalogue = read_room(sample_rooms.text(room)), default_catalogue()
    assert file.style is not None
    made = design(file.room, style_for(file.style, file.layout), catalogue, layout=file.layout)
    date = datetime.date(2026, 3, 1)
    return project_of(file, made, catalogue, date=date, customer="Σοφία Wiśniewska", stop=Stop(iterations=1))


def papers_of(project: Project) -> dict[str, Document]:
    return {
        "quote": quote_pages(project, Terms()),
        "room": room_pages(project),
        "cut list": cut_list_pages(project),
        "diagrams": cutting_diagrams(project),
        "bill": bill_pages(project),
    }


def regions(page: Drawing) -> dict[str, tuple[float, float, float, float]]:
    """Where every page has ink: in its title block, in the upper third of its body."""
    width, height = page.width, page.height
    return {
        "title block": (MARGIN, MARGIN, width - MARGIN, MARGIN + 11),
        "body": (MARGIN, height * 2 / 3, width - MARGIN, height - MARGIN),
    }


@EVERY_ROOM
def test_every_page_is_readable_and_inked_where_it_should_be(room: str) -> None:
    for name, pages in papers_of(a_furnished(room)).items():
        data = pdf(pages, title=name)
        for number, page in enumerate(pages):
            assert_texts_are_readable(page, smallest=8.0)
            image = page_image(data, number, dpi=50)
            for region, box in regions(page).items():
                assert ink(image, page, box) > 0.002, f"{name}, page {number + 1}: {region}"
            for edge in ((0, 0, page.width, MARGIN - 1), (0, 0, MARGIN - 1, page.height)):
                assert ink(image, page, edge) == 0, f"{name}, page {number + 1}: margin"


@EVERY_ROOM
def test_fillers_are_neither_assembled_nor_counted_as_cabinets(room: str) -> None:
    project = a_furnished(room)
    assert project.design is not None
    units = sum(kind_of(each.kind).zone is not Zone.END for each in project.design.layout.placements)
    words = " ".join(text.text for page in quote_pages(project, Terms()) for text in page.texts)
    assert f"{units} cabinets made to measure" in words
    assert f"Assembly, cabinets: {units} " in words


@EVERY_ROOM
def test_no_page_is_left_almost_empty(room: str) -> None:
    for name, pages in papers_of(a_furnished(room)).items():
        for page in pages[1:]:
            assert len(page.texts) > 20, f"{name}: {page.title}"


@EVERY_ROOM
def test_the_label_of_every_piece_is_read_from_the_printed_page(room: str) -> None:
    project = a_furnished(room)
    pages = labels(project)
    for page in pages:
        assert_texts_are_readable(page, smallest=6.0)
    document = pypdfium2.PdfDocument(pdf(pages, title="Labels"))
    read: list[str] = []
    for page in document:
        image = page.render(scale=150 / 72).to_pil().convert("L")
        codes = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
        # The reader takes bits of drawings for the smaller kind of code, which labels do not have.
        read += [unchecked(code.text) for code in codes if "Micro" not in str(code.format)]
    document.close()
    sheets = project.result.plan.sheets
    cut = [one.id for sheet in sheets for _ in range(sheet.copies) for one in saw_order(sheet, project.job.saw)]
    assert sorted(read) == sorted(cut)
    assert project.design is not None
    assert sorted(read) == sorted(part.id for part in project.design.parts)
