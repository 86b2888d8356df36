"""`recoupe serve`: the reading room, a web application on this machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.options import Ui
from recoupe.cli.out import talk
from recoupe.cli.user import user
from recoupe.cli.words import UI, word

TOKEN = "RECOUPE_TOKEN"  # noqa: S105  # the name of a variable


def serve(
    places: Annotated[list[Path], typer.Argument(help=word("help.served"), metavar="DOSSIER", show_default=False)],
    host: Annotated[str, typer.Option(help=word("help.host"), metavar="HOST")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help=word("help.port"), metavar="PORT")] = 8765,
    fetch: Annotated[bool, typer.Option("--fetch", help=word("help.serve_fetch"))] = False,
    fetch_private: Annotated[bool, typer.Option("--fetch-private", help=word("help.serve_private"))] = False,
    by: Annotated[str | None, typer.Option(help=word("help.by"), metavar="NAME", show_default=False)] = None,
    browser: Annotated[bool, typer.Option("--browser", help=word("help.browser"))] = False,
    ui: Ui = None,
) -> None:
    """Serve until Ctrl-C. The token of a server off loopback is that of RECOUPE_TOKEN, or made and printed."""
    from recoupe.serve.run import serve as start
    from recoupe.serve.settings import Settings

    token = os.environ.get(TOKEN) or None
    settings = Settings(tuple(places), host, port, token, fetch or fetch_private, fetch_private, by or user(), UI)
    start(settings, lambda address: talk(word("say.serving", address=address)), browser)
