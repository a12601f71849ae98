"""How the pages are served: every limit in one place, and a secret that nobody has to choose."""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings of the pages; the defaults serve one person on one machine.

    `instance` holds designs and the secret. Pages answer only to `hosts`. A design is calculated in a child
    process, at most `workers` at a time (0: in the request itself, for tests), in at most `longest` seconds;
    at most `waiting` wait their turn, a request waits `patience` seconds for its own, and the last `kept`
    answers stay in memory.
    """

    instance: Path
    hosts: tuple[str, ...] = LOOPBACK
    workers: int = 1
    longest: float = 60.0
    waiting: int = 8
    patience: float = 6.0
    kept: int = 24
    largest_upload: int = 1024 * 1024


def secret(instance: Path) -> bytes:
    """The key that signs sessions: random, made on the first start, readable by its owner alone."""
    instance.mkdir(parents=True, exist_ok=True)
    place = instance / "secret"
    if not place.exists():
        passing = instance / f".secret.{secrets.token_hex(4)}.part"
        handle = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
        # A link fails where the name is taken: of two first starts at once, one secret wins for both.
        with contextlib.suppress(FileExistsError):
            os.link(passing, place)
        passing.unlink()
    key = place.read_bytes()
    if len(key) < 32:
        raise ValueError(f"the secret in {place} is too short; remove the file, a new one is made at the next start")
    return key
