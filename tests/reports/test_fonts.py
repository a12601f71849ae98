"""Text is split by which font has its glyphs, and measured by the same fonts."""

from __future__ import annotations

import pytest

from reports.render.fonts import BOLD, CHINESE, REGULAR, runs, text_width


def test_latin_cyrillic_and_greek_stay_in_one_run() -> None:
    assert runs("Ä Ж Ω 720 × 559") == ((REGULAR, "Ä Ж Ω 720 × 559"),)


def test_chinese_goes_to_the_font_that_has_it() -> None:
    assert runs("K01 侧板 L", bold=True) == ((BOLD, "K01 "), (CHINESE, "侧板"), (BOLD, " L"))


def test_a_sign_that_no_font_has_stays_to_be_seen_missing() -> None:
    assert runs("\U00013000") == ((REGULAR, "\U00013000"),)


def test_no_text_has_no_runs_and_no_width() -> None:
    assert runs("") == ()
    assert text_width("", 12) == 0


def test_figures_are_tabular() -> None:
    assert len({text_width(figure, 10) for figure in "0123456789"}) == 1


def test_width_grows_with_the_size_and_bold_is_wider() -> None:
    assert text_width("side", 20) == pytest.approx(2 * text_width("side", 10))
    assert text_width("side", 10, bold=True) > text_width("side", 10)


def test_a_chinese_sign_is_as_wide_as_it_is_high() -> None:
    assert text_width("板", 72) == pytest.approx(25.4, rel=0.02)
