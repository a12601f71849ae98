"""Bands round an inner corner stand on the label and on the part drawing, as they do in the cut list."""

from __future__ import annotations

import datetime

from cutting.from_design import cut_job
from cutting.solve import solve
from cutting.stop import Stop
from furnishing.cabinets.registry import kind_of
from furnishing.construction import default_construction
from furnishing.design import Design
from furnishing.layout.placement import Layout
from furnishing.units import mm
from reports.label_texts import label_texts
from reports.part_drawing_panel import banded_words
from reports.project import Project
from tests.furnishing.builders import a_cabinet, a_catalogue, a_room, a_style


def a_corner() -> Project:
    """A corner unit of 900 mm alone."""
    assert kind_of("base-corner-l").corner
    design = Design(
        room=a_room(),
        style=a_style(),
        layout=Layout(placements=(), issues=()),
        cabinets=(a_cabinet("base-corner-l", width=mm(900)),),
        issues=(),
        construction=default_construction(),
    )
    job = cut_job(design, a_catalogue())
    return Project(
        name="Corner",
        customer="",
        date=datetime.date(2026, 1, 2),
        version="1",
        job=job,
        result=solve(job, Stop(iterations=1), seed=1),
        design=design,
        catalogue=a_catalogue(),
    )


def test_label_and_drawing_of_an_l_board_tell_both_inner_bands() -> None:
    project = a_corner()
    bottom = project.part("K01.bottom")
    assert bottom is not None
    # 900 - 18 of the side - 542 of the other leg.
    assert [length for _, length in bottom.inner_bands] == [mm(340), mm(340)]
    (label,) = (each for each in label_texts(project) if each.id == "K01.bottom")
    assert "340 mm, white-2 340 mm" in label.second_cut
    assert "340 mm, 340 mm" in banded_words(project, bottom)["white-2"]
