"""The whole line, which every front door calls: a furnished room becomes a solved project, and then papers."""

from __future__ import annotations

import datetime
import hashlib

from cutting.from_design import cut_job
from cutting.solve import Report, solve
from cutting.stop import Stop
from furnishing.catalogue import Catalogue
from furnishing.catalogue_file import write_catalogue
from furnishing.design import design
from furnishing.room_file import RoomFile, write_room
from furnishing.style import Style
from reports.project import Project

ROUNDS = 60
"""Search rounds of each nester where nobody says otherwise; not seconds, so that papers repeat to the byte."""


def project_of(
    file: RoomFile,
    style: Style,
    catalogue: Catalogue,
    *,
    date: datetime.date,
    customer: str = "",
    stop: Stop | None = None,
    seed: int = 0,
    progress: Report | None = None,
) -> Project:
    """Design the room, lay its parts on boards, and put both together; raises InputError for what cannot be."""
    made = design(file.room, style, catalogue)
    job = cut_job(made, catalogue)
    result = solve(job, stop or Stop(iterations=ROUNDS), seed, progress=progress)
    return Project(
        name=file.room.name,
        customer=customer,
        date=date,
        version=version_of(file, catalogue),
        job=job,
        result=result,
        design=made,
        catalogue=catalogue,
    )


def version_of(file: RoomFile, catalogue: Catalogue) -> str:
    """A short name of this very room, style and catalogue: papers of one version belong together."""
    text = write_room(file) + write_catalogue(catalogue)
    return hashlib.sha256(text.encode()).hexdigest()[:8]
