"""The words of a label: smaller before they are broken, whole before they are large."""

from __future__ import annotations

from furnishing.parts import Edges
from reports.label_texts import Label
from reports.label_words import UNBROKEN, Line, label_words, paragraph


def a_label(second_cut: str = "") -> Label:
    return Label(
        id="K05.drawer.1.side.R",
        name="Drawer side right 1, Base unit with drawers",
        cut="распил 237.8 × 109.5",
        finished="finished 500 × 110 × 18",
        material="Dark walnut melamine chipboard 18 mm",
        next="next: banding › drilling",
        foot=("Wiśniewska-Papadopoulos", "Large kitchen with room for an island · sheet 1 of 11"),
        edges=Edges(),
        grain=None,
        second_cut=second_cut,
    )


def test_a_line_that_fits_once_it_is_smaller_is_one_line() -> None:
    (line,) = paragraph("Large kitchen with room · sheet 1 of 11", Line(size=12.8, smallest=6.0), (0, 0), 48)
    assert line.text == "Large kitchen with room · sheet 1 of 11"


def test_an_id_is_drawn_smaller_rather_than_broken() -> None:
    (line,) = paragraph("K05.drawer.1.box", Line(size=18, bold=True, lines=2, shrinks=UNBROKEN), (0, 0), 38)
    assert line.size >= 9


def test_id_and_sizes_stand_on_one_line_on_every_usual_label() -> None:
    for width, height in ((40, 43), (44, 33), (75, 70), (38, 30)):
        written = [text.text for text in label_words(a_label(), {}, (0, 0, width, height))]
        assert {"K05.drawer.1.side.R", "распил 237.8 × 109.5"} <= set(written), (width, height)


def test_words_use_the_room_of_a_large_label() -> None:
    *above, owner, _ = label_words(a_label(), {}, (0, 0, 75, 70))
    assert all(text.size > 8.5 for text in (*above, owner))


def test_a_second_cut_is_never_cut_off_for_the_sake_of_large_letters() -> None:
    cut = "2nd cut: 42° bevel, left edge, face B longer; 42° bevel, right edge, face A longer"
    for width, height in ((34, 21), (42, 25), (44, 33), (75, 70)):
        written = label_words(a_label(cut), {}, (0, 0, width, height))
        assert cut in " ".join(text.text for text in written), (width, height)
