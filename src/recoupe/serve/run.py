"""Starting the server."""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

import uvicorn

from recoupe.errors import SetupError
from recoupe.serve.app import make_app
from recoupe.serve.settings import LOOPBACK, Settings
from recoupe.serve.shelf import Shelf, is_dossier


def serve(settings: Settings, say: Callable[[str], None], browser: bool = False) -> None:
    """Serve until stopped; `say` is given the address. Off loopback a token is asked for, made when none was given.

    Raises SetupError when a place is no dossier and no folder, or the port is taken.
    """
    for place in settings.places:
        if not place.exists():
            raise SetupError(
                "no-dossier", f"there is no dossier {place}.", "Make one with `recoupe run … -o story.db`."
            )
        if place.is_file() and not is_dossier(place):
            raise SetupError(
                "not-a-dossier", f"{place} is not a recoupe dossier.", "Name a dossier, or a folder of them."
            )
    if settings.host not in LOOPBACK and settings.token is None:
        settings = replace(settings, token=secrets.token_urlsafe(24))
    bound = _bound(settings)
    settings = replace(settings, port=bound.getsockname()[1])
    app = make_app(settings)
    threading.Thread(target=app.state.desk.shelf.warm, args=(settings.ui,), daemon=True).start()
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, date_header=False,
        proxy_headers=False, timeout_graceful_shutdown=2, h11_max_incomplete_event_size=64 * 1024,
    )  # fmt: skip
    address = start_address(settings)
    say(address)
    if browser:
        threading.Timer(0.4, webbrowser.open, (address,)).start()
    with bound:
        uvicorn.Server(config).run(sockets=[bound])


def start_address(settings: Settings) -> str:
    """Where to begin; it carries the token when there is one."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    paths = Shelf(settings.places).paths()
    page = f"d/{quote(next(iter(paths)))}/" if len(paths) == 1 and Shelf(settings.places).folder is None else ""
    token = f"?token={quote(settings.token)}" if settings.token else ""
    return f"http://{host}:{settings.port}/{page}{token}"


def _bound(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.host, settings.port))
        bound.listen(128)  # who opens the address at once, as it is printed, waits and is not refused
    except OSError as err:
        bound.close()
        why = f"{settings.host}:{settings.port} cannot be listened on ({err.strerror or err})."
        raise SetupError("port-taken", why, "Choose another --port; 0 takes any that is free.") from err
    return bound
