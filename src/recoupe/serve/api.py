"""The same as JSON, under /api; what it answers is said in /api/openapi.json."""

from __future__ import annotations

import hmac
import json
import tempfile
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from recoupe.errors import InputError
from recoupe.export.rows import judgement_row, rows
from recoupe.serve.act import check_about, checked_task, decided, kept_words, now
from recoupe.serve.desk import desk_of
from recoupe.serve.openapi import TYPES, AccountIn, JudgementIn, document
from recoupe.serve.pages import opened_by
from recoupe.serve.search import search
from recoupe.types import Judgement


def problem(status: int, code: str, message: str) -> Response:
    """An error as JSON."""
    return JSONResponse({"error": code, "message": message}, status)


async def openapi(request: Request) -> Response:
    """What the API is."""
    return JSONResponse(document())


async def session(request: Request) -> Response:
    """The token every POST carries, for the session of the cookie that comes with it."""
    return JSONResponse({"csrf": request.state.csrf})


async def dossiers(request: Request) -> Response:
    """Every dossier."""
    return JSONResponse({"dossiers": sorted(desk_of(request).shelf.paths())})


async def dossier(request: Request) -> Response:
    """One dossier in figures."""
    opened = await opened_by(request)
    views = opened.views("en")
    counts = {**views.counts, "judgement": len(opened.found.judgements)}
    return JSONResponse({"dossier": opened.key, "title": views.title[0], "counts": counts})


async def all_rows(request: Request) -> Response:
    """The rows of the export, decisions in effect; of one `type`, and `limit` of them from `offset`."""
    opened = await opened_by(request)
    kind = request.query_params.get("type")
    if kind is not None and kind not in TYPES:
        return problem(400, "bad-type", f"a type is one of {', '.join(TYPES)}.")
    offset, limit = (_number(request, name, otherwise) for name, otherwise in (("offset", 0), ("limit", 500)))
    if offset is None or limit is None or limit > 5000:
        return problem(400, "bad-number", "offset and limit are whole numbers, and limit is at most 5000.")

    def made() -> dict[str, Any]:
        found = [row for row in rows(opened.now) if kind in (None, row["type"])]
        return {"total": len(found), "rows": found[offset : offset + limit]}

    return JSONResponse(await run_in_threadpool(made))


def _number(request: Request, name: str, otherwise: int) -> int | None:
    text = request.query_params.get(name)
    if text is None:
        return otherwise
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


async def row(request: Request) -> Response:
    """One row by its id, with the decisions about it."""
    opened, ident = await opened_by(request), request.path_params["ident"]
    found = next((r for r in rows(opened.now) if r["id"] == ident), None)
    if found is None:
        raise HTTPException(404)
    return JSONResponse({"row": found, "judgements": [judgement_row(j) for j in opened.states.get(ident, ())]})


async def find(request: Request) -> Response:
    """Accounts that hold the words."""
    opened = await opened_by(request)
    hits = await run_in_threadpool(search, opened.path, request.query_params.get("q", "")[:300])
    return JSONResponse(
        {
            "hits": [
                {
                    "document": opened.now.documents[hit.number - 1].id,
                    "title": hit.title,
                    "outlet": hit.outlet,
                    "snippet": hit.snippet.replace("\x02", "").replace("\x03", ""),
                }
                for hit in hits
                if hit.number <= len(opened.now.documents)
            ]
        }
    )


async def judgements(request: Request) -> Response:
    """Every decision in the order it was made; a POST adds one."""
    opened = await opened_by(request)
    if request.method == "POST":
        asked = JudgementIn.model_validate(await _body(request))
        by = asked.by or desk_of(request).by(request)
        judgement = Judgement(now(), by, asked.about, asked.decision, asked.note, asked.value)
        made = await run_in_threadpool(decided, opened, judgement)
        return JSONResponse(judgement_row(made), 201)
    return JSONResponse({"judgements": [judgement_row(judgement) for judgement in opened.found.judgements]})


async def accounts(request: Request) -> Response:
    """Add one account; the answer is the job that reads it."""
    opened = await opened_by(request)
    desk = desk_of(request)
    asked = AccountIn.model_validate(await _body(request))
    about = {name: getattr(asked, name) or "" for name in ("outlet", "published", "lang", "title")}
    check_about(about)
    folder = Path(tempfile.mkdtemp(prefix="recoupe-"))
    files = [kept_words(asked.text, about, folder)] if asked.text.strip() else []
    task = checked_task(files, [asked.url] if asked.url else [], about, folder, desk)
    return JSONResponse(desk.jobs.start(opened.key, opened.path, task, folder).row(), 202)


async def job(request: Request) -> Response:
    """How far a piece of work is."""
    found = desk_of(request).jobs.get(request.path_params["ident"])
    if found is None:
        raise HTTPException(404)
    return JSONResponse(found.row())


async def _body(request: Request) -> Any:
    """The JSON of a request that carries its session's token, or the server's own as a bearer."""
    sent = request.headers.get("x-csrf-token", "")
    bearer = getattr(request.state, "bearer", False)
    if not bearer and not hmac.compare_digest(sent.encode("utf-8", "replace"), request.state.csrf.encode()):
        raise HTTPException(403, "send the token of GET /api/session, and its cookie, as X-CSRF-Token.")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "send application/json.")
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError) as err:
        raise InputError("not-json", "the body is not JSON.") from err


async def invalid(request: Request, err: Exception) -> Response:
    """A body that does not fit the document."""
    assert isinstance(err, ValidationError)
    first = err.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"]) or "body"
    return problem(400, "bad-body", f"{where}: {first['msg']}")
