"""Make the environment of the peers: `python -m benchmarks.peers_setup` fills .venv-peers, once.

PackingSolver has packages for Python 3.12 and later only: one is looked for as PEER_PYTHON says, then by name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / ".venv-peers"
NAMES: Final = ("python3.12", "python3.13", "python3.14", "python3")
WANTED: Final = ROOT / "benchmarks" / "peers" / "requirements.txt"


def peer_python() -> Path | None:
    """The interpreter that runs the peers: the environment in PEER_ENV, or the one made here; None without one."""
    folder = Path(os.environ.get("PEER_ENV", FOLDER))
    python = folder / "bin" / "python"
    return python if python.exists() else None


def main() -> int:
    """Make the environment if it is not there; 1, with a way out, where there is no Python for it."""
    done = FOLDER / ".installed"
    if "PEER_ENV" in os.environ or (done.exists() and done.read_text() == WANTED.read_text()):
        return 0
    python = _python()
    if python is None:
        print(
            "the peers need Python 3.12 or newer, and none was found; install one, or name it: PEER_PYTHON=/path/to/it",
            file=sys.stderr,
        )
        return 1
    subprocess.run([python, "-m", "venv", str(FOLDER)], check=True)
    pip = [str(FOLDER / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, "--requirement", str(WANTED)], check=False).returncode:
        print(f"the peers of {WANTED.relative_to(ROOT)} could not be installed; pip says why above", file=sys.stderr)
        return 1
    done.write_text(WANTED.read_text())
    return 0


def _python() -> str | None:
    """A Python of 3.12 or later."""
    for name in filter(None, (os.environ.get("PEER_PYTHON"), *NAMES)):
        found = shutil.which(name)
        if (
            found
            and not subprocess.run(
                [found, "-c", "import sys; sys.exit(sys.version_info < (3, 12))"], check=False
            ).returncode
        ):
            return found
    return None


if __name__ == "__main__":
    sys.exit(main())
