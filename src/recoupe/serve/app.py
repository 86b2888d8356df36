"""The application: its addresses, behind its gate."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from recoupe.errors import RecoupeError
from recoupe.serve import act, api, pages
from recoupe.serve.desk import Desk, asset
from recoupe.serve.guard import Guard
from recoupe.serve.settings import Settings


async def static(request: Request) -> Response:
    """One of the few files the pages use."""
    try:
        body, kind = asset(request.path_params["name"])
    except KeyError as err:
        raise HTTPException(404) from err
    kept = "public, max-age=31536000, immutable" if "v" in request.query_params else "no-cache"
    return Response(body, media_type=kind, headers={"cache-control": kept})


PLACES = [
    Route("/", pages.home),
    Route("/static/{name}", static),
    Route("/ui/{lang}", pages.language),
    Route("/search", pages.find),
    Route("/new", act.posted(act.new), methods=["POST"]),
    Route("/jobs/{ident}", pages.job),
    Route("/jobs/{ident}/stop", act.posted(act.stop), methods=["POST"]),
    Route("/d/{key}/", pages.overview),
    Route("/d/{key}/judge", act.posted(act.decide), methods=["POST"]),
    Route("/d/{key}/accounts", act.posted(act.take), methods=["POST"]),
    Route("/d/{key}/again", act.posted(act.again), methods=["POST"]),
    Route("/d/{key}/add", pages.add),
    Route("/d/{key}/journal", pages.journal),
    Route("/d/{key}/search", pages.find),
    Route("/d/{key}/side", pages.side),
    Route("/d/{key}/pair/{ident}", pages.pair),
    Route("/d/{key}/matter/{ident}", pages.matter),
    Route("/d/{key}/s/{ident}", pages.statement),
    Route("/d/{key}/name/{ident}", pages.name),
    Route("/d/{key}/text/{number:int}", pages.text),
    Route("/d/{key}/text/{number:int}/marks.css", pages.crossing),
    Route("/d/{key}/export/{format}", pages.export),
    Route("/d/{key}/{section}", pages.section),
    Route("/api/openapi.json", api.openapi),
    Route("/api/session", api.session),
    Route("/api/dossiers", api.dossiers),
    Route("/api/dossiers/{key}", api.dossier),
    Route("/api/dossiers/{key}/rows", api.all_rows),
    Route("/api/dossiers/{key}/rows/{ident}", api.row),
    Route("/api/dossiers/{key}/search", api.find),
    Route("/api/dossiers/{key}/judgements", api.judgements, methods=["GET", "POST"]),
    Route("/api/dossiers/{key}/accounts", api.accounts, methods=["POST"]),
    Route("/api/jobs/{ident}", api.job),
]


def make_app(settings: Settings) -> Starlette:
    """The reading room over these places."""
    desk = Desk(settings)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        yield
        desk.jobs.close()

    app = Starlette(
        routes=PLACES,
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={HTTPException: pages.failed, RecoupeError: pages.failed, ValidationError: api.invalid},
        lifespan=life,
    )
    app.state.desk = desk
    return app
