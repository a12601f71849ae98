"""`furnish serve`: the pages, served on this machine alone unless asked otherwise."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import waitress

from furnishing.errors import Fault, InputError
from web.app import create_app
from web.config import LOOPBACK, Config

EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104


def run(given: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    named = () if given.host in EVERYWHERE else (f"[{given.host}]" if ":" in given.host else given.host,)
    config = Config(instance=Path(given.instance), hosts=tuple(dict.fromkeys((*LOOPBACK, *named, *given.name))))
    try:
        app = create_app(config)
        server = waitress.create_server(
            app,
            host=given.host,
            port=given.port,
            threads=8,
            ident="",
            max_request_body_size=2 * config.largest_upload,
            max_request_header_size=32 * 1024,
        )
    except (OSError, ValueError) as error:
        raise InputError(
            [Fault("", f"cannot serve here: {error}; choose another --host, --port or --instance")]
        ) from None
    port = getattr(server, "effective_port", given.port)
    print(f"Furnish is at http://{given.host}:{port}/  (Ctrl-C ends it)", file=sys.stderr, flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()
    return 0
