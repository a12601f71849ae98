"""Receivers of PTX files as data: what each takes of the format. A new receiver is a file, not a line of code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from cutting.ptx.table import record_types
from furnishing.errors import Fault, InputError
from furnishing.reading import Fields, one_of, open_record

PROFILE_FORMAT: Final = "furnish-ptx-profile/1"
USUAL: Final = "generic-1.21"
ENCODINGS: Final = ("ascii", "cp1252", "utf-8")
RULES: Final = ("RULE1", "RULE2", "RULE3", "RULE4", "TRIM_HEAD", "TRIM_FRCT", "TRIM_VRCT")
MATERIAL_CODES: Final = ("RULE1", "RULE2", "RULE3", "RULE4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One receiver.

    `records` has for each record type that is written its last field; `limits` are texts and numbers that the
    receiver wants smaller than the table does, by `RECORD.FIELD`; `materials` are values of MATERIALS that it wants
    whatever the job says, None where the job decides. The flags say which rows of CUTS it was seen to take.
    """

    name: str
    title: str
    version: str
    least_decimals: int
    most_decimals: int
    encoding: str
    line_end: str
    quote_all_text: bool
    space_after_comma: bool
    records: Mapping[str, str]
    limits: Mapping[str, int]
    trim_rows: bool
    trailing_waste: bool
    offcuts_as_waste: bool
    second_labels: bool
    repeat_strips: bool
    falling_repeat: int
    most_phase: int
    materials: Mapping[str, int | None]


def profile_names() -> tuple[str, ...]:
    """The receivers that come with the program."""
    folder = resources.files("reports.machine") / "profiles"
    return tuple(sorted(each.name.removesuffix(".json") for each in folder.iterdir() if each.name.endswith(".json")))


@cache
def shipped_profile(name: str = USUAL) -> Profile:
    """A receiver that comes with the program; InputError naming those that do where there is none of that name."""
    if name not in profile_names():
        known = one_of(profile_names())
        raise InputError([Fault("profile", f"{name!r} is not known; use {known}, or a profile file of your own")])
    text = (resources.files("reports.machine") / "profiles" / f"{name}.json").read_text("utf-8")
    return read_profile(text, f"{name}.json")


def read_profile(text: str | bytes, source: str = "") -> Profile:
    """The receiver that a file says; InputError with every fault of it."""
    fields = open_record(text, PROFILE_FORMAT, source)
    fields.text("source", most=1000)
    profile = Profile(
        name=fields.text("name", most=50),
        title=fields.text("title"),
        version=fields.text("version", most=5),
        least_decimals=fields.integer("least_decimals", most=3),
        most_decimals=fields.integer("most_decimals", most=3),
        encoding=fields.word("encoding", ENCODINGS),
        line_end={"crlf": "\r\n", "lf": "\n"}[fields.word("line_end", ("crlf", "lf"))],
        quote_all_text=fields.boolean("quote_all_text"),
        space_after_comma=fields.boolean("space_after_comma"),
        records=_records(fields.record("records")),
        limits=_limits(fields),
        trim_rows=fields.boolean("trim_rows"),
        trailing_waste=fields.boolean("trailing_waste"),
        offcuts_as_waste=fields.boolean("offcuts_as_waste"),
        second_labels=fields.boolean("second_labels"),
        repeat_strips=fields.boolean("repeat_strips"),
        falling_repeat=fields.integer("falling_repeat", most=1),
        most_phase=fields.integer("most_phase", least=2, most=9),
        materials=_materials(fields.record("materials")),
    )
    if profile.least_decimals > profile.most_decimals:
        fields.fault(
            "least_decimals", f"{profile.least_decimals} decimals at least, but {profile.most_decimals} at most"
        )
    fields.finish()
    return profile


def _records(fields: Fields) -> dict[str, str]:
    """The last field of each record type; those without which there is no plan must be there."""
    found = {}
    for name, kind in record_types().items():
        needed = name in ("HEADER", "PARTS_REQ", "BOARDS", "MATERIALS", "PATTERNS", "CUTS")
        if needed or fields.has(name):
            words = [field.name for field in kind.fields[kind.needed - 1 :]]
            found[name] = fields.word(name, words)
    return found


def _limits(fields: Fields) -> dict[str, int]:
    known = [f"{name}.{field.name}" for name, kind in record_types().items() for field in kind.fields]
    return _numbers(fields.record("limits"), known, 1_000_000)


def _numbers(fields: Fields, known: list[str], most: int) -> dict[str, int]:
    return {name: fields.integer(name, least=1, most=most) for name in known if fields.has(name)}


def _materials(fields: Fields) -> dict[str, int | None]:
    return {name: fields.optional(name, lambda each: fields.integer(each, most=9)) for name in RULES}
