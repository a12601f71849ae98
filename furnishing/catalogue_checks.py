"""Whether a catalogue hangs together, and whether it has what a style asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from furnishing.catalogue import Catalogue
from furnishing.errors import Fault, sound_in
from furnishing.style import Style
from furnishing.units import Length, show

Sound = Callable[[str], bool]


def check_catalogue(catalogue: Catalogue, unit: str = "mm", sound: Sound = lambda path: True) -> tuple[Fault, ...]:
    """Codes given twice, references to nothing, and boards that the saw's trims would eat up.

    `sound` tells whether what stands at a path of the file could be read; lengths in messages are in `unit`.
    """
    twins = tuple(_twins(catalogue, sound))
    return (
        *twins,
        *_lost_references(catalogue, sound, sound_in(twins)),
        *_equal_choices(catalogue, unit, sound),
        *_eaten_boards(catalogue, unit, sound),
    )


def _twins(catalogue: Catalogue, sound: Sound) -> Iterator[Fault]:
    lists: tuple[tuple[str, Iterable[str]], ...] = (
        ("finishes", (each.code for each in catalogue.finishes)),
        ("materials", (each.code for each in catalogue.materials)),
        ("boards", (each.code for each in catalogue.boards)),
        ("bands", (each.code for each in catalogue.bands)),
        ("hardware", (each.code for each in catalogue.hardware)),
    )
    for name, codes in lists:
        first: dict[str, int] = {}
        for index, code in enumerate(codes):
            if not sound(f"{name}[{index}].code"):
                continue
            if code in first:
                yield Fault(
                    f"{name}[{index}].code", f'the code "{code}" is that of {name}[{first[code]}]; give each its own'
                )
            first.setdefault(code, index)


def _lost_references(catalogue: Catalogue, sound: Sound, single: Sound) -> Iterator[Fault]:
    """References to a code that is not there; `single` tells where no code stands twice."""
    finishes = [each.code for each in catalogue.finishes]
    materials = [each.code for each in catalogue.materials]
    references = [
        *((f"materials[{i}].finish", "finish", each.finish, finishes) for i, each in enumerate(catalogue.materials)),
        *((f"boards[{i}].material", "material", each.material, materials) for i, each in enumerate(catalogue.boards)),
        *((f"bands[{i}].finish", "finish", each.finish, finishes) for i, each in enumerate(catalogue.bands)),
    ]
    lists = {"finish": "finishes", "material": "materials"}
    known = {"finish": frozenset(finishes), "material": frozenset(materials)}
    for path, what, code, codes in references:
        # Where a code of the list is at fault itself, a reference to it may be right.
        if code not in known[what] and sound(path) and sound(lists[what]) and single(lists[what]):
            yield Fault(path, f'there is no {what} "{code}"; {_known(codes)}')


def _equal_choices(catalogue: Catalogue, unit: str, sound: Sound) -> Iterator[Fault]:
    """A style names a finish and a thickness, so two materials of both would leave the choice to chance."""
    chosen: dict[tuple[str, Length], int] = {}
    for index, material in enumerate(catalogue.materials):
        if not sound(f"materials[{index}]"):
            continue
        key = (material.finish, material.thickness)
        if key in chosen:
            same = (
                f"materials[{chosen[key]}] has the finish {material.finish} at {show(material.thickness, unit)} {unit}"
            )
            yield Fault(f"materials[{index}]", f"{same} as well; give one of them a finish of its own")
        chosen.setdefault(key, index)
    banded: dict[tuple[str, Length, Length], int] = {}
    for index, band in enumerate(catalogue.bands):
        if not sound(f"bands[{index}]"):
            continue
        sizes = (band.finish, band.thickness, band.width)
        if sizes in banded:
            size = f"{show(band.thickness, unit)} x {show(band.width, unit)} {unit}"
            yield Fault(f"bands[{index}]", f"bands[{banded[sizes]}] is {band.finish} {size} as well; keep one of them")
        banded.setdefault(sizes, index)


def _eaten_boards(catalogue: Catalogue, unit: str, sound: Sound) -> Iterator[Fault]:
    saw = catalogue.saw
    if not sound("saw"):
        return
    along, across = saw.trim_left + saw.trim_right, saw.trim_bottom + saw.trim_top
    for index, board in enumerate(catalogue.boards):
        if sound(f"boards[{index}]") and (along >= board.length or across >= board.width):
            trims = f"trims of {show(along, unit)} and {show(across, unit)} {unit} leave nothing of the board"
            size = f"{show(board.length, unit)} x {show(board.width, unit)} {unit}"
            yield Fault(f"boards[{index}]", f"{trims} ({size}); make the trims smaller or the board larger")


def check_style(style: Style, catalogue: Catalogue, path: str = "style") -> tuple[Fault, ...]:
    """What a style asks for that the catalogue does not have; `path` is where the style stands in its file."""
    head = f"{path}." if path else ""
    finishes = {each.code for each in catalogue.finishes}
    faults: list[Fault] = []
    for member in ("carcass", "front", "back"):
        finish = getattr(style, f"{member}_finish")
        if finish not in finishes:
            known = _known([each.code for each in catalogue.finishes])
            faults.append(Fault(f"{head}{member}_finish", f'there is no finish "{finish}"; {known}'))
            continue
        faults.extend(_board_faults(catalogue, finish, getattr(style, f"{member}_thickness"), f"{head}{member}"))
    if style.worktop_finish and style.worktop_finish not in finishes:
        known = _known([each.code for each in catalogue.finishes])
        faults.append(Fault(f"{head}worktop_finish", f'there is no finish "{style.worktop_finish}"; {known}'))
    faults.extend(_band_faults(style, catalogue, finishes, head))
    articles = [each.code for each in catalogue.hardware]
    if style.handle and style.handle not in articles:
        handles = [code for code in articles if code.startswith(("handle", "knob"))] or articles
        faults.append(Fault(f"{head}handle", f'there is no article "{style.handle}"; {_known(handles)}'))
    return tuple(faults)


def _board_faults(catalogue: Catalogue, finish: str, thickness: Length, head: str) -> Iterator[Fault]:
    of_finish = [each for each in catalogue.materials if each.finish == finish]
    material = next((each for each in of_finish if each.thickness == thickness), None)
    if material is None:
        known = _known([f"{show(each)} mm" for each in sorted({each.thickness for each in of_finish})])
        yield Fault(
            f"{head}_thickness", f'there is no material of the finish "{finish}" at {show(thickness)} mm; {known}'
        )
    elif not catalogue.boards_of(material.code):
        yield Fault(
            f"{head}_thickness", f'the catalogue has no board of "{material.code}"; add one or use another thickness'
        )


def _band_faults(style: Style, catalogue: Catalogue, finishes: set[str], head: str) -> Iterator[Fault]:
    """Visible edges are banded in their own finish on fronts and carcass, hidden ones on the carcass only."""
    wanted = dict.fromkeys(
        [
            ("band_visible", style.front_finish, style.band_visible),
            ("band_visible", style.carcass_finish, style.band_visible),
            ("band_hidden", style.carcass_finish, style.band_hidden),
        ]
    )
    for name, finish, thickness in wanted:
        bands = {each.thickness for each in catalogue.bands if each.finish == finish}
        if finish in finishes and thickness and thickness not in bands:
            known = _known([f"{show(each)} mm" for each in sorted(bands)])
            yield Fault(f"{head}{name}", f'there is no band of the finish "{finish}" at {show(thickness)} mm; {known}')


def _known(codes: Sequence[str]) -> str:
    """The known codes as a way out; all of them where they are few."""
    if not codes:
        return "the catalogue has none"
    shown = ", ".join(codes[:20])
    return f"known: {shown}" if len(codes) <= 20 else f"known: {shown} and {len(codes) - 20} more"
