"""The page docs/layouts.md, made of what was measured: the forty rooms, and kitchen-designer side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from benchmarks.layouts import kitchen_designer
from benchmarks.layouts.criteria import CRITERIA, plan_of
from benchmarks.layouts.edits import Step
from benchmarks.layouts.measure import Measured
from benchmarks.layouts.pictures import all_of, cases_of

INTRO: Final = """# Layouts of more than forty rooms

Made by `python -m benchmarks.layouts --papers`; do not edit. [layout.md](layout.md) says how layouts are found.

Every room is furnished as `furnish layout ROOM` does it: up to five layouts, one search on one core (the pins of
kitchen-designer's rooms are heeded from the start), from the room as read to the sentences that explain each layout.
*First* is when a first layout stood, *all* when the search had ended: seconds of the processor, of one core; *clock*
is what went by on the wall, on a machine where other programs ran. *Faults* are of two judges:
`tests/furnishing/layout_judge.py`, which shares no code with the search
(nothing overlaps, leaves the room, stands before an opening, in a door's swing, in a pillar or above the
ceiling), and every error that the rules of designs find. *Papers* says how many layouts went on to papers, and
how many files each became: all of them of the first layout, all but part drawings and assembly guide of the others
(these two draw single units, which the layouts of a room have in common).
"""

SIDE: Final = """## Beside kitchen-designer

[kitchen-designer](https://github.com/vitkolos/kitchen-designer) (MIT, Vít Kološ) states the task as a mixed integer
program (Pyomo, solved by Gurobi). Its examples are taken as data from {source}; the figures of its
layouts are worked out from its published output files, by the same ruler as ours.

What can and what cannot be compared:

- **Times.** It publishes none for its examples; its text says that a calculation usually takes minutes, and that
  the optimum may take several. It was not run here. Ours are measured, above and below.
- **How many.** It gives one layout; its text names several different ones as what would be more useful.
- **Input.** It is told runs of cabinets by hand, not a room; we made the least room that has these runs, and kept
  all other walls empty by pins. A soft wish of it for the place of a zone (`optimal_center`, `target`) has no
  counterpart with us but a pin, so the one that it also states as a rule (`medium`: the dishwasher at the left
  end) is pinned, the others are left out.
- **Widths.** It works in centimetres with any width within a span; ours come in the widths of the trade, and one
  unit is made to measure where that closes a run.
- **The second line of `medium`** (40 cm deep, opposite) is left out by us: base units of one kitchen have one depth
  here, and two lines of 58 and 58 cm would leave less than 90 cm between them in this room of 190 cm.
- **`demo`** is left out: its numbers (a kitchen 60 units long, sinks of 10 to 30) are no sizes of kitchens.
- **`medium2`** has no published layout.

The criteria are those of its text on the model (`podminky-model.md`); numbers in brackets are its.
"""


STEPS: Final = """## Steps around pins

In the sample rooms, after an edit of their layouts (`python -m benchmarks.layouts.edits`); each step begins with what
the search before it found. *Anew*: the points of a search with the same pins that begins with nothing, and its time.
"""


def page(found: Sequence[Measured], steps: Sequence[Step]) -> str:
    """The whole page."""
    parts = [INTRO, *_summary(found), *_table(found), *_why(found), STEPS, *_steps(steps)]
    parts.append(SIDE.format(source=_source()))
    for name in kitchen_designer.examples():
        parts += _example(name, found)
    return "\n".join(parts).rstrip("\n") + "\n"


def _source() -> str:
    return kitchen_designer.source().removeprefix("https://github.com/vitkolos/kitchen-designer, ").split(", MIT")[0]


def _summary(found: Sequence[Measured]) -> Iterator[str]:
    three = sum(len(each.scores) >= 3 for each in found)
    firsts = [each.first for each in found if each.first is not None]
    made = sum(len(each.papers) for each in found)
    whole = sum(len(each.scores) for each in found)
    good = sum(count > 0 for each in found for count in each.papers)
    by = sorted({(each.machine, each.day) for each in found})
    yield f"- {len(found)} rooms, {whole} layouts; {three} rooms have three or more, the others say why."
    yield f"- First layout after {max(firsts):.2f} s at the latest; all after {max(e.spent for e in found):.2f} s."
    yield f"- {sum(len(each.faults) for each in found)} faults."
    yield f"- {good} of {made} layouts that were taken on to papers became papers without an error."
    yield f"- Measured on {'; '.join(f'{machine} ({day})' for machine, day in by)}.\n"


def _table(found: Sequence[Measured]) -> Iterator[str]:
    yield "| room | wanted | layouts | best | first s | all s | clock s | looked at | faults | papers |"
    yield "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |"
    for each in found:
        first = "-" if each.first is None else f"{each.first:.2f}"
        best = f"{each.scores[0]:.1f}" if each.scores else "-"
        papers = _papers(each)
        yield (
            f"| {each.name} | {each.wanted} | {len(each.scores)} | {best} | {first} | {each.spent:.2f} | "
            f"{each.clock:.2f} | {each.seen} | {len(each.faults)} | {papers} |"
        )
    yield ""


def _papers(each: Measured) -> str:
    if not each.papers:
        return "-"
    least, most = min(each.papers), max(each.papers)
    files = f"{least}" if least == most else f"{least} to {most}"
    return f"{sum(count > 0 for count in each.papers)} of {len(each.scores)}, {files} files"


def _why(found: Sequence[Measured]) -> Iterator[str]:
    few = [each for each in found if len(each.scores) < 3]
    if few:
        yield "Why some have fewer than three, as the program tells it:\n"
    for each in few:
        yield f"- **{each.name}**: {'; '.join(text.rstrip(':') for text in each.why)}."
    yield ""


def _steps(steps: Sequence[Step]) -> Iterator[str]:
    if not steps:
        return
    gained = sum(each.best - each.anew for each in steps) / len(steps)
    within = sum(each.spent <= 1 for each in steps)
    yield f"- {len(steps)} steps, {within} within a second, all after {max(each.spent for each in steps):.2f} s."
    yield f"- {gained:+.2f} points on average against searches that begin with nothing."
    yield f"- Pins kept in {sum(each.agree for each in steps)} of {len(steps)}.\n"
    yield "| edit | steps | middle s | longest s | anew, middle s | points against anew, least to most |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    for edit in dict.fromkeys(each.edit for each in steps):
        here = [each for each in steps if each.edit == edit]
        times, anew = (sorted(each) for each in ([e.spent for e in here], [e.spent_anew for e in here]))
        gains = [each.best - each.anew for each in here]
        yield (
            f"| {edit} | {len(here)} | {median(times):.2f} | {times[-1]:.2f} | {median(anew):.2f} | "
            f"{min(gains):+.1f} to {max(gains):+.1f} |"
        )
    yield ""


def _example(name: str, found: Sequence[Measured]) -> Iterator[str]:
    ours = [plan_of(each.layout, cases_of(name).room) for each in all_of(name)]
    theirs = kitchen_designer.published(name)
    yield f"### {name}\n"
    here = next((each for each in found if each.name == f"kitchen-designer {name}"), None)
    if here is not None:
        yield f"{len(here.scores)} layouts of ours, the first after {here.first} s, all after {here.spent} s.\n"
    yield f"![{name}: published and ours](pictures/layouts/kd-{name}.svg)\n"
    yield f"![{name}: our first layout in its room](pictures/layouts/kd-{name}-room.svg)\n"
    heads = [*(["published"] if theirs else []), *(f"ours {number}" for number in range(1, len(ours) + 1))]
    yield f"| criterion | {' | '.join(heads)} |"
    yield f"| --- |{' --- |' * len(heads)}"
    for title, ruler in CRITERIA:
        values = [ruler(plan) or "-" for plan in ([theirs, *ours] if theirs else ours) if plan is not None]
        yield f"| {title} | {' | '.join(values)} |"
    yield ""
