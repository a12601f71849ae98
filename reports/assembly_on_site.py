"""What is fitted on site: boards without a joint of their own, with words on how each is fixed."""

from __future__ import annotations

from collections.abc import Sequence

from furnishing.cabinets.cabinet import Cabinet
from furnishing.parts import Part
from reports.page import A4_LANDSCAPE, Body
from reports.project import Project
from reports.tables import Column, Flow, Row, Table


def on_site(project: Project, loose: Sequence[Cabinet]) -> list[Body]:
    """The list of these boards: how each is fixed, and what for it is not among the hardware."""
    say, locale = project.locale.text, project.locale
    flow = Flow(A4_LANDSCAPE, locale=locale)
    flow.text(say("assembly.on_site"), 14.0, bold=True)
    flow.text(say("assembly.on_site_note"), 9.0)
    flow.space(2.0)
    rows: list[Row] = [
        (
            part.id,
            project.part_name(part),
            project.material_name(part.material),
            locale.size(part.length, part.width),
            fixing(project, part),
        )
        for cabinet in loose
        for part in cabinet.parts
    ]
    table = Table(
        columns=(
            Column(say("assembly.id"), 36.0, bold=True),
            Column(say("assembly.part"), 42.0),
            Column(say("assembly.material"), 58.0),
            Column(say("assembly.part_size", unit=locale.unit), 42.0),
            Column(say("assembly.fixing"), 92.0),
        ),
        rows=tuple(rows),
    )
    flow.table(table)
    return [Body(items=tuple(items)) for items in flow.pages]


def fixing(project: Project, part: Part) -> str:
    """How a board of this role is fixed; empty where its shape says it."""
    key = f"assembly.fixed_{part.role.replace('-', '_')}"
    return project.locale.text(key) if project.locale.words.has(key) else ""
