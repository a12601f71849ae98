"""Labels and cut list tell the place of a piece in its matched set."""

from __future__ import annotations

import datetime
from dataclasses import replace

from cutting.solve import solve
from cutting.stop import Stop
from furnishing.grain import Grain
from reports.cutlist import cut_list
from reports.label_texts import label_texts
from reports.project import Project
from tests.cutting.builders import a_job, a_piece
from tests.cutting.set_jobs import a_set


def a_stack_project() -> Project:
    """A stack of three drawer fronts and a shelf, sawn."""
    fronts = [a_piece(f"front{at}", 596, 280, grain=Grain.WIDTH) for at in (1, 2, 3)]
    job = a_job([*fronts, a_piece("shelf", 560, 500)])
    job = replace(job, sets=(a_set("A", "front1", "front2", "front3"),))
    result = solve(job, Stop(iterations=1), 0, nesters=("shelves",))
    date = datetime.date(2025, 3, 14)
    return Project(name="Stack", customer="", version="1", date=date, job=job, result=result)


def test_labels_of_a_stack_follow_each_other_and_say_their_places() -> None:
    said = [(label.id, label.name) for label in label_texts(a_stack_project())]
    first = [id for id, _ in said].index("front1")
    assert said[first : first + 3] == [(f"front{at}", f"set A {at}/3") for at in (1, 2, 3)]
    assert dict(said)["shelf"] == ""


def test_the_cut_list_says_the_place_in_the_set() -> None:
    rows = {row.id: row.matched for row in cut_list(a_stack_project()).rows}
    assert rows == {"front1": "set A 1/3", "front2": "set A 2/3", "front3": "set A 3/3", "shelf": ""}
