"""The machine files of a project by name, and what could not be written, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from furnishing.errors import InputError
from furnishing.issues import Issue, Level
from reports.machine.dxf import nest_dxfs
from reports.machine.dxf_layers import Layers
from reports.machine.edge_csv import edge_csv
from reports.machine.ptx import of_batch, write_ptx
from reports.machine.ptx_profile import Profile
from reports.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineFiles:
    """Files by name, in the order of their names, and the issues met on the way."""

    files: tuple[tuple[str, bytes], ...]
    issues: tuple[Issue, ...]


def machine_files(
    project: Project, profile: Profile | None = None, layers: Layers | None = None, version: str = "R2000"
) -> MachineFiles:
    """Saw files (one for each batch), a drawing of every pattern, and the edge bander's list where parts have bands.

    A plan that no saw file can say is no error here: an issue tells why there is none.
    """
    issues: list[Issue] = []
    files = [("edge-banding.csv", edge_csv(project))] if any(any(p.edges.codes) for p in project.parts.values()) else []
    drawings = list(nest_dxfs(project, layers, version))
    digits = max(2, len(str(len(drawings))))
    files += [(f"nest-{i:0{digits}}.dxf", content) for i, (_, content) in enumerate(drawings, 1)]
    if project.job.router is None:
        files += _saw_files(project, profile, issues)
    return MachineFiles(files=tuple(sorted(files)), issues=tuple(issues))


def _saw_files(project: Project, profile: Profile | None, issues: list[Issue]) -> Iterator[tuple[str, bytes]]:
    for name, part in _batches(project):
        try:
            written = write_ptx(part, profile)
        except InputError as error:
            issues += [
                Issue(
                    code="ptx-refused",
                    level=Level.WARNING,
                    where=f"{name} {fault.where}".strip(),
                    message=fault.message,
                )
                for fault in error.faults
            ]
            continue
        issues += written.issues
        yield name, written.content


def _batches(project: Project) -> Iterator[tuple[str, Project]]:
    """The project itself, or one for each batch of its plan."""
    batches = sorted({sheet.batch for sheet in project.result.plan.sheets if sheet.batch is not None})
    if not batches:
        yield "saw.ptx", project
        return
    digits = max(2, len(str(len(batches))))
    for batch in batches:
        job, plan = of_batch(project.job, project.result.plan, batch)
        yield f"saw-{batch + 1:0{digits}}.ptx", replace(project, job=job, result=replace(project.result, plan=plan))
