"""Files in and out: every reason why one cannot be read or written becomes a fault, and nothing is half-written.

What is written goes to a temporary name beside its target and is renamed, so that a reader, a full disk or a
power cut never meets half a file.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from furnishing.errors import Fault, InputError
from furnishing.json_text import MAX_BYTES


def read_input(path: str) -> bytes:
    """The bytes of an input file; InputError naming it where it is missing, no plain file, unreadable or too large."""
    try:
        place = Path(path)
        if place.is_dir():
            raise _fault(path, "this is a folder; name a file in it")
        if place.exists() and not place.is_file():
            raise _fault(path, "this is no plain file; save the input as a file first")
        if place.stat().st_size > MAX_BYTES:
            raise _fault(path, f"the file is larger than {MAX_BYTES // 2**20} MiB; split it")
        return place.read_bytes()
    except FileNotFoundError:
        raise _fault(path, "there is no such file; check its name and folder") from None
    except PermissionError:
        raise _fault(path, "this file may not be read; change its permissions") from None
    except (OSError, ValueError) as error:
        raise _fault(path, f"this file cannot be read ({_reason(error)})") from None


def is_there(path: str) -> bool:
    """Whether anything of this name can be seen; a name that no disk can hold is not there."""
    try:
        Path(path).stat()
    except (OSError, ValueError):
        return False
    return True


def write_file(path: str, content: bytes) -> None:
    """Write one file whole or not at all; its folder must exist."""
    place = Path(path)
    if place.is_dir():
        raise _fault(path, "this is a folder; name the file to write in it")
    passing = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    try:
        passing.write_bytes(content)
        passing.replace(place)
    except FileNotFoundError:
        raise _fault(path, f"there is no folder {place.parent}; make it first") from None
    except (OSError, ValueError) as error:
        raise _fault(path, f"this file cannot be written ({_reason(error)})") from None
    finally:
        _forget(passing)


def may_write_file(path: str | None) -> None:
    """Refuse a target before hours of work rather than after: InputError where it plainly cannot be written."""
    if path is None:
        return
    place = Path(path)
    try:
        if place.is_dir():
            raise _fault(path, "this is a folder; name the file to write in it")
        if not place.parent.is_dir():
            raise _fault(path, f"there is no folder {place.parent}; make it first")
        if not os.access(place.parent, os.W_OK):
            raise _fault(path, f"the folder {place.parent} may not be written to; choose another one")
    except ValueError as error:
        raise _fault(path, f"this file cannot be written ({_reason(error)})") from None


def may_write_folder(path: str) -> None:
    """The same for a folder of papers."""
    place = Path(path)
    try:
        if place.exists() and not place.is_dir():
            raise _fault(path, "this is a file; name a folder for the papers")
        above = place.absolute()
        while not above.exists():
            above = above.parent
    except (OSError, ValueError) as error:
        raise _fault(path, f"this folder cannot be used ({_reason(error)})") from None
    if not above.is_dir():
        raise _fault(path, f"{above} is a file and not a folder; choose another one")
    if not os.access(above, os.W_OK):
        raise _fault(path, f"the folder {above} may not be written to; choose another one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a folder holds after writing: `names` we wrote, `others` that were there already and stay as they are."""

    names: tuple[str, ...]
    others: tuple[str, ...]


def write_folder(path: str, papers: Iterable[tuple[str, bytes]]) -> Written:
    """Write all papers or none: into a temporary folder beside the target, which then takes its place.

    A folder that is there already keeps everything in it; only files whose names we make are replaced, each
    by a rename. `papers` may raise while it is read: then nothing has changed.
    """
    may_write_folder(path)
    target = Path(path).absolute()
    passing = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        passing.mkdir(parents=True)
        names = tuple(_put(passing, name, content) for name, content in papers)
        others = _merge(passing, target, names) if target.exists() else _become(passing, target)
    except OSError as error:
        raise _fault(path, f"the papers cannot be written ({_reason(error)})") from None
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    return Written(names=names, others=others)


def _put(folder: Path, name: str, content: bytes) -> str:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return name


def _become(passing: Path, target: Path) -> tuple[str, ...]:
    passing.rename(target)
    return ()


def _merge(passing: Path, target: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """Move each paper to its place in a folder that exists; all targets are looked at before the first is moved."""
    for name in names:
        if (target / name).is_dir():
            raise _fault(str(target / name), "a folder stands where a paper of this name goes; move it away")
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (passing / name).replace(target / name)
    ours = {name.split("/")[0] for name in names} | {passing.name}
    return tuple(sorted({each.name for each in target.iterdir()} - ours))


def _forget(passing: Path) -> None:
    try:
        passing.unlink(missing_ok=True)
    except (OSError, ValueError):
        return  # It was never made, or lies where nothing can be removed: the fault itself has been told.


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _fault(path: str, message: str) -> InputError:
    return InputError([Fault("", message)], source=path)
