"""`furnish layout`: numbers that `furnish make --layout` takes, or a word that they may differ."""

import json

import pytest

from web.cli import main

ENDED = "the search was ended after 1 structures"


def test_a_search_that_ended_by_itself_has_nothing_to_add(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "study_niche", "--seconds", "600"]) == 0
    told = capsys.readouterr()
    assert "1  " in told.out
    assert "the search was ended" not in told.out + told.err


def test_a_search_that_was_ended_says_that_papers_may_number_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "l_kitchen", "--iterations", "1"]) in (0, 1)
    assert f"{ENDED}: `furnish make --layout` looks at all" in capsys.readouterr().out


def test_for_programs_it_says_so_beside_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "l_kitchen", "--iterations", "1", "--json"]) in (0, 1)
    told = capsys.readouterr()
    assert isinstance(json.loads(told.out), list)
    assert ENDED in told.err
