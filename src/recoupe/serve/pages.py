"""The pages to read: dossiers, sections, one relation, one matter, one account, two side by side, one name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from recoupe.errors import RecoupeError, SetupError
from recoupe.export import FORMATS
from recoupe.lang import LANGUAGES
from recoupe.lang.catalogue import known as message_known
from recoupe.report import render
from recoupe.report.view.relations import ORDER
from recoupe.serve.desk import SECTIONS, UI, Desk, back_to, desk_of
from recoupe.serve.search import found_in, search
from recoupe.serve.shelf import Opened
from recoupe.serve.turn import turned
from recoupe.serve.views import Views

FIRST = 6
SPAN = 60  # relations on one page
SOME = 12  # relations of each kind on the page of all
OPEN = ORDER[:3]  # what does not agree
YEAR = 365 * 24 * 3600


async def opened_by(request: Request) -> Opened:
    """The dossier the address names; 404 when there is none."""
    desk = desk_of(request)
    try:
        return await run_in_threadpool(desk.shelf.open, request.path_params["key"])
    except KeyError as err:
        raise HTTPException(404) from err


def known(found: Any) -> Any:
    """What was looked up; 404 when it is not there."""
    if found is None:
        raise HTTPException(404)
    return found


async def home(request: Request) -> Response:
    """Every dossier, or the only one."""
    desk = desk_of(request)
    paths = desk.shelf.paths()
    if len(paths) == 1 and desk.shelf.folder is None:
        return RedirectResponse(f"/d/{next(iter(paths))}/", 303)
    return await desk.show(request, "home.html", rows=await run_in_threadpool(_rows, desk, desk.ui(request)))


def _rows(desk: Desk, ui: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for key in desk.shelf.paths():
        try:
            opened = desk.shelf.glance(key, OPEN, 0)
            rows.append({"key": key, "views": opened.views(ui), "judged": len(opened.found.judgements), "error": ""})
        except (KeyError, SetupError) as err:
            rows.append({"key": key, "views": None, "judged": 0, "error": str(err)})
    return rows


async def overview(request: Request) -> Response:
    """A dossier at a glance: what does not agree first."""
    desk = desk_of(request)
    try:
        opened = await run_in_threadpool(desk.shelf.glance, request.path_params["key"], OPEN, FIRST)
    except KeyError as err:
        raise HTTPException(404) from err
    return await desk.show(request, "overview.html", opened, here_section="", first=FIRST, open=OPEN)


async def section(request: Request) -> Response:
    """One section of the report."""
    name = request.path_params["section"]
    if name not in SECTIONS:
        raise HTTPException(404)
    if name == "relations":
        return await relations(request)
    opened, desk = await opened_by(request), desk_of(request)
    return await desk.show(
        request, f"{name}.html" if name in ("names", "matters") else "section.html", opened, here_section=name,
        **await run_in_threadpool(_turn, opened.views, desk.ui(request), name, _page(request), request.query_params),
    )  # fmt: skip


def _page(request: Request) -> int:
    asked = request.query_params.get("page", "1")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


async def relations(request: Request) -> Response:
    """The first relations of each kind, or a page of one kind; of a large dossier, before all of it is read."""
    desk, asked = desk_of(request), request.query_params.get("relation", "")
    kinds, some = ((asked,), SPAN) if asked in ORDER else (ORDER, SOME)
    start = max(_page(request) - 1, 0) * SPAN if asked in ORDER else 0
    try:
        opened = await run_in_threadpool(desk.shelf.glance, request.path_params["key"], kinds, some, start, True)
    except KeyError as err:
        raise HTTPException(404) from err
    skip = 0 if opened.counts is not None else start  # at a glance, the page's relations are all there are
    return await desk.show(
        request, "relations.html", opened, here_section="relations", asked=asked if asked in ORDER else "",
        start=start, span=SPAN, skip=skip, some=SOME,
    )  # fmt: skip


def _turn(views: Callable[[str], Views], ui: str, name: str, number: int, asked: Mapping[str, str]) -> dict[str, Any]:
    """What a page of a long section is made with; nothing when the section is short and none of it was asked for."""
    find, kind, at = (asked.get(field, "").strip()[:300] for field in ("find", "kind", "at"))
    page = turned(views(ui), name, number, find, kind, at)
    if page is None or (page.pages == 1 and not find and not kind):
        return {}
    asks = urlencode({field: value for field, value in (("find", find), ("kind", kind)) if value})
    return {"turned": page, "v": page.views, "find": find, "of_kind": kind, "asks": f"{asks}&" if asks else ""}


async def pair(request: Request) -> Response:
    """One relation: its two passages in both full texts, and what can be decided about it."""
    opened = await opened_by(request)
    desk = desk_of(request)
    card = known(opened.views(desk.ui(request)).cards.get(request.path_params["ident"]))
    return await desk.show(request, "pair.html", opened, here_section="relations", card=card)


async def matter(request: Request) -> Response:
    """One matter, account by account."""
    opened = await opened_by(request)
    desk = desk_of(request)
    one = known(opened.views(desk.ui(request)).by_matter.get(request.path_params["ident"]))
    return await desk.show(request, "matter.html", opened, here_section="matters", matter=one)


async def text(request: Request) -> Response:
    """One account with its passages marked, and what was searched for when there is a `q`."""
    opened = await opened_by(request)
    desk = desk_of(request)
    views, number = opened.views(desk.ui(request)), request.path_params["number"]
    account = known(views.accounts[number - 1] if 0 < number <= len(views.accounts) else None)
    asked = request.query_params.get("q", "")
    hits = await run_in_threadpool(found_in, account.document.text, asked)
    return await desk.show(request, "text.html", opened, here_section="texts", account=account, hits=hits, q=asked)


async def crossing(request: Request) -> Response:
    """The style that lights the pieces of one account's cut marks."""
    opened = await opened_by(request)
    views, number = opened.views("en"), request.path_params["number"]
    account = known(views.accounts[number - 1] if 0 < number <= len(views.accounts) else None)
    return Response(await run_in_threadpool(views.crossing, account), media_type="text/css")


async def side(request: Request) -> Response:
    """Two accounts side by side, with what relates them."""
    opened = await opened_by(request)
    desk = desk_of(request)
    accounts = opened.views(desk.ui(request)).accounts
    places = []
    for name, otherwise in (("left", "1"), ("right", "2")):
        asked = request.query_params.get(name, otherwise)
        number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
        places.append(accounts[number - 1] if 0 < number <= len(accounts) else None)
    left, right = (known(place) for place in places) if len(accounts) > 1 else (None, None)
    return await desk.show(request, "side.html", opened, here_section="side", left=left, right=right)


async def statement(request: Request) -> Response:
    """One passage in its context, its history, and what can be decided about it."""
    opened = await opened_by(request)
    desk, ident = desk_of(request), request.path_params["ident"]
    views = opened.views(desk.ui(request))
    passage = views.passages.get(ident)
    if passage is None:
        gone = next((s for s in opened.found.statements if s.id == ident), None)
        return await desk.show(request, "gone.html", opened, here_section="s", statement=known(gone))
    return await desk.show(request, "statement.html", opened, here_section="s", p=passage)


async def name(request: Request) -> Response:
    """One name with all its passages."""
    opened = await opened_by(request)
    desk = desk_of(request)
    entity = known(opened.views(desk.ui(request)).entities.get(request.path_params["ident"]))
    return await desk.show(request, "name.html", opened, here_section="names", entity=entity)


async def journal(request: Request) -> Response:
    """Every decision, the latest first."""
    opened = await opened_by(request)
    return await desk_of(request).show(request, "journal.html", opened, here_section="journal")


async def add(request: Request) -> Response:
    """The forms by which an account comes in."""
    opened = await opened_by(request)
    busy = desk_of(request).jobs.busy(opened.key)
    return await desk_of(request).show(request, "add.html", opened, here_section="add", job=busy)


async def job(request: Request) -> Response:
    """How far a piece of work is."""
    desk = desk_of(request)
    found = known(desk.jobs.get(request.path_params["ident"]))
    return await desk.show(request, "job.html", None, job=found)


async def find(request: Request) -> Response:
    """What a search found, in one dossier or in all."""
    desk, asked = desk_of(request), request.query_params.get("q", "")[:300]
    if "key" in request.path_params:
        opened = await opened_by(request)
        found = await run_in_threadpool(search, opened.path, asked)
        return await desk.show(
            request, "search.html", opened, here_section="search", q=asked, found=[(opened.key, found)]
        )
    paths = desk.shelf.paths()
    every = [(key, await run_in_threadpool(search, path, asked)) for key, path in paths.items()]
    return await desk.show(request, "search.html", None, q=asked, found=[(k, hits) for k, hits in every if hits])


async def export(request: Request) -> Response:
    """The dossier in another format, decisions in effect, as a file to keep."""
    opened, form = await opened_by(request), request.path_params["format"]
    desk = desk_of(request)
    if form == "html":
        body = await run_in_threadpool(render, opened.now, desk.ui(request))
        suffix = "html"
    elif form in FORMATS and form != "csv":
        body = await run_in_threadpool(lambda: "".join(FORMATS[form].write(opened.now, None)))
        suffix = {"markdown": "md", "webannotation": "jsonld"}.get(form, form)
    else:
        raise HTTPException(404)
    headers = {"content-disposition": f'attachment; filename="{opened.key}.{suffix}"'}
    kind = {"html": "text/html", "ics": "text/calendar"}.get(suffix, "application/octet-stream")
    return Response(body.encode("utf-8", "replace"), media_type=kind, headers=headers)


async def language(request: Request) -> Response:
    """Choose the interface language."""
    lang = request.path_params["lang"]
    if lang not in LANGUAGES:
        raise HTTPException(404)
    response = RedirectResponse(back_to(request.query_params.get("back", "/"), "/"), 303)
    response.set_cookie(UI, lang, max_age=YEAR, httponly=True, samesite="strict", path="/")
    return response


def said(err: RecoupeError, ui: str) -> str:
    """The error in the interface language where that has words for it."""
    own = message_known(ui, "problems", f"error.{err.code}")
    return f"{own} [{err.message}]" if own else str(err)


async def failed(request: Request, err: Exception) -> Response:
    """A page that says what went wrong."""
    status = err.status_code if isinstance(err, HTTPException) else 400
    if request.url.path.startswith("/api/"):
        error = getattr(err, "code", "") or "error"
        return JSONResponse({"error": error, "message": str(err) or str(status)}, status)
    if request.url.path.startswith("/static/"):
        return PlainTextResponse("not found", 404)
    message = said(err, desk_of(request).ui(request)) if isinstance(err, RecoupeError) else ""
    headers = dict(getattr(err, "headers", None) or {})
    shown = await desk_of(request).show(request, "error.html", None, status=status, code=status, message=message)
    shown.headers.update(headers)
    return shown
