"""The whole line, which every front door calls: a furnished room becomes a solved project, and then papers."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import replace
from typing import Final

from cutting.from_design import cut_job
from cutting.solve import Report, solve
from cutting.stop import Stop
from furnishing.catalogue import Catalogue
from furnishing.catalogue_file import write_catalogue
from furnishing.design import Design
from furnishing.layout.placement import Layout
from furnishing.levels import levels
from furnishing.room_file import RoomFile, write_room
from furnishing.settings import origins
from furnishing.style import Style
from reports.project import Project
from reports.text.locale import METRIC_ENGLISH, Locale

ROUNDS: Final = 24
"""Search rounds of each nester where nobody says otherwise; not seconds, so that papers repeat to the byte."""

QUICK: Final = ("shelves", "rectpack_guillotine", "strips")
"""Nesters whose rounds are short, the lightest first; others may spend long on one and need a clock to end them."""


def project_of(
    file: RoomFile,
    made: Design,
    catalogue: Catalogue,
    *,
    date: datetime.date,
    customer: str = "",
    stop: Stop | None = None,
    seed: int = 0,
    progress: Report | None = None,
    locale: Locale = METRIC_ENGLISH,
) -> Project:
    """Lay the parts of a design on boards and put all together; raises InputError for what cannot be cut."""
    job = cut_job(made, catalogue)
    rule = stop or Stop(iterations=ROUNDS)
    result = solve(job, rule, seed, progress=progress, nesters=QUICK if rule.seconds is None else None)
    return Project(
        name=file.room.name,
        customer=customer or file.order.customer,
        date=date,
        version=version_of(file, catalogue, made),
        job=job,
        # How long the search took is no part of the project: equal projects make equal papers.
        result=replace(result, seconds=0.0),
        design=made,
        catalogue=catalogue,
        locale=locale,
        order=file.order,
    )


def style_for(style: Style, layout: Layout | None) -> Style:
    """The style that a room is made in: its wishes for one wall count only where no layout was chosen."""
    return style if layout is None else replace(style, wishes=())


def version_of(file: RoomFile, catalogue: Catalogue, made: Design) -> str:
    """A short name of this very room, style, catalogue and workshop: papers of one version belong together."""
    text = write_room(file) + write_catalogue(catalogue)
    if made.construction != levels(made.style).project:
        # A method or a company that the room file does not hold.
        text += repr(origins(made.construction))
    return hashlib.sha256(text.encode()).hexdigest()[:8]
