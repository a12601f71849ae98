"""What every layout of columns keeps: one contract over all that are registered."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutting.files import read_job, write_job
from cutting.part_lists import Asked, Column, layouts, read_part_list
from cutting.part_lists.companion import read_companion, write_companion
from cutting.part_lists.job import job_of_list
from cutting.part_lists.stock import Terms
from furnishing.catalogue_file import default_catalogue
from furnishing.errors import InputError
from furnishing.grain import Grain
from furnishing.units import mm
from tests.cutting.part_list_samples import WITHOUT_GRAIN, WRITERS, Wanted, sample, written

ALL = pytest.mark.parametrize("name", layouts.names())
SOME = settings(max_examples=15, deadline=None, derandomize=True)
NAMES = st.text(st.characters(categories=["L", "Nd"], include_characters=' -"/,;='), min_size=1, max_size=20).map(
    lambda text: f"x{' '.join(text.split())}"
)
SIZES = st.integers(mm(60), mm(2600))
ROWS = st.lists(
    st.builds(
        Wanted,
        name=NAMES,
        length=SIZES,
        width=SIZES,
        quantity=st.integers(1, 500),
        turns=st.sampled_from([True, False, None]),
    ),
    min_size=1,
    max_size=12,
)


@ALL
def test_the_sample_is_recognised_and_read(name: str) -> None:
    listed = read_part_list(sample(name), f"{name}.csv")
    assert listed.layout == layouts.load(name).title
    assert [(row.name, row.length, row.width, row.quantity) for row in listed.rows] == [
        ("side", mm(720), mm(560), 2),
        ("shelf", mm(564), mm(500), 3),
    ]


@ALL
def test_the_sample_becomes_a_job_that_reads_back_from_its_file(name: str) -> None:
    listed = read_part_list(sample(name))
    ready = job_of_list(listed, Terms(boards=("2800x2070",)), default_catalogue())
    assert read_job(write_job(ready.job)) == ready.job
    assert [piece.quantity for piece in ready.job.pieces] == [2, 3]


@ALL
def test_the_companion_of_the_sample_reads_back(name: str) -> None:
    ready = job_of_list(read_part_list(sample(name)), Terms(boards=("2800x2070",)), default_catalogue())
    assert read_companion(write_companion(ready.parts)) == ready.parts


@ALL
@SOME
@given(rows=ROWS)
def test_what_is_written_reads_back_the_same(name: str, rows: list[Wanted]) -> None:
    listed = read_part_list(written(name, rows), asked=Asked(decimal="," if name == "plain" else "."))
    assert listed.layout == layouts.load(name).title
    assert [(each.name, each.length, each.width, each.quantity) for each in listed.rows] == [
        (each.name, each.length, each.width, each.quantity) for each in rows
    ]
    if name not in WITHOUT_GRAIN:
        assert [each.grain for each in listed.rows] == [each.grain for each in rows]


@ALL
@SOME
@given(rows=ROWS)
def test_ids_differ_however_rows_are_named(name: str, rows: list[Wanted]) -> None:
    listed = read_part_list(written(name, rows + rows), asked=Asked(decimal="," if name == "plain" else "."))
    assert len({each.id for each in listed.rows}) == 2 * len(rows)


@ALL
def test_a_bad_row_is_named_and_only_skipped_when_asked(name: str) -> None:
    good = Wanted(name="good", length=mm(720), width=mm(560), quantity=2)
    bad = Wanted(name="bad", length=mm(720), width=mm(560), quantity=0)
    data = written(name, [good, bad, bad])
    with pytest.raises(InputError) as refused:
        read_part_list(data)
    assert len(refused.value.faults) == 2
    assert all(fault.where.startswith("row ") for fault in refused.value.faults)
    listed = read_part_list(data, asked=Asked(skip_bad_rows=True))
    assert [each.name for each in listed.rows] == ["good"]
    assert listed.bad == refused.value.faults


def test_every_layout_has_a_writer_and_so_a_proof() -> None:
    assert sorted(WRITERS) == list(layouts.names())


def test_rows_that_the_list_disables_and_empty_ones_are_counted() -> None:
    assert read_part_list(sample("cutlist_optimizer")).aside == {"disabled in the list": (4,)}
    assert read_part_list(sample("maxcut")).aside == {"disabled in the list": (4,)}
    assert read_part_list(sample("plain")).aside == {"empty": (4,)}


def test_bands_and_notes_are_carried() -> None:
    row = read_part_list(sample("maxcut")).rows[0]
    assert (row.edges.bottom, row.note, row.order, row.grain) == ("ABS 1 mm", "left and right", "K01", Grain.LENGTH)


def test_columns_without_a_meaning_are_kept_and_named() -> None:
    listed = read_part_list(sample("opencutlist"))
    assert "layers" in listed.unused
    assert ("layers", "left") in listed.rows[0].extras


def test_the_kerf_and_the_boards_of_opticutter_are_used() -> None:
    ready = job_of_list(read_part_list(sample("opticutter")), Terms(), default_catalogue())
    assert ready.job.saw.kerf == mm("3.2")
    assert [(board.length, board.material) for board in ready.job.boards] == [(mm(2800), "white-18")]


@pytest.mark.parametrize(
    "head",
    [
        "Length,Width,Quantity,Label",
        "Länge,Breite,Anzahl,Bezeichnung",
        "Длина,Ширина,Количество,Название",
        "Largo,Ancho,Cantidad,Nombre",
        "长度,宽度,数量,名称",
        "L (mm),W (mm),QTY.,Part Name",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_lists_are_read_in_many_languages_and_encodings(head: str, encoding: str) -> None:
    (row,) = read_part_list(f"{head}\n720,560,2,side\n".encode(encoding)).rows
    assert (row.length, row.width, row.quantity, row.name) == (mm(720), mm(560), 2, "side")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [("Länge,Breite,Stück", "cp1252"), ("Длина,Ширина,Кол-во", "cp1251"), ("长度,宽度,数量", "gb18030")],
)
def test_the_encodings_of_old_spreadsheets_are_told_apart(head: str, encoding: str) -> None:
    listed = read_part_list(f"{head}\n720,560,2\n".encode(encoding))
    assert listed.pieces == 2
    assert encoding.replace("cp", "Windows-") in listed.how


def test_columns_said_by_hand_are_remembered_for_lists_with_the_same_header() -> None:
    said = {Column.LENGTH: "X", Column.WIDTH: "Y", Column.QUANTITY: "#3"}
    listed = read_part_list(b"X,Y,N\n720,560,2\n", asked=Asked(columns=said))
    assert listed.pieces == 2
    again = read_part_list(b"X,Y,N\n900,300,5\n", asked=Asked(remembered={listed.header: said}))
    assert again.pieces == 5
    assert "before" in again.layout
    with pytest.raises(InputError, match="--columns"):
        read_part_list(b"X,Y,Count\n900,300,5\n", asked=Asked(remembered={listed.header: said}))


def test_a_list_without_a_header_is_read_by_column_numbers() -> None:
    said = {Column.LENGTH: "#1", Column.WIDTH: "#2"}
    assert len(read_part_list(b"720,560\n600,300\n", asked=Asked(columns=said)).rows) == 2


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(InputError, match="Breite"):
        read_part_list(b"Lange,Breite\n1,2\n", asked=Asked(columns={Column.LENGTH: "Laenge", Column.WIDTH: "Breite"}))


def test_titles_above_the_header_are_passed_over_and_counted() -> None:
    listed = read_part_list(b"Wardrobe of Mr Smith,,\n,,\nLength,Width,Qty\n720,560,2\n")
    assert listed.pieces == 2
    assert listed.aside["above the header"] == (1,)
