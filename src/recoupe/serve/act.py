"""What forms do: decide, add an account, extract again, begin a dossier. Every form carries its session's token."""

from __future__ import annotations

import datetime as dt
import hmac
import json
import re
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from recoupe.errors import InputError
from recoupe.judge import make
from recoupe.lang import LANGUAGES
from recoupe.read.dates import published
from recoupe.serve.desk import BY, Desk, back_to, desk_of
from recoupe.serve.pages import YEAR, opened_by
from recoupe.serve.shelf import KEY, Opened
from recoupe.store import judge
from recoupe.types import Json, Judgement

MOST_FIELDS = 2000
MOST_FILES = 50
SAFE_NAME = re.compile(r"[^\w.-]+")
Action = Callable[[Request, FormData], Awaitable[Response]]


def posted(action: Action) -> Callable[[Request], Awaitable[Response]]:
    """The action, done only when the form carries the token of the session it came with."""

    async def checked(request: Request) -> Response:
        async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=_largest(request)) as form:
            if not hmac.compare_digest(str(form.get("csrf", "")).encode(), request.state.csrf.encode()):
                raise HTTPException(403)
            return await action(request, form)

    return checked


def _largest(request: Request) -> int:
    return desk_of(request).settings.max_bytes


def now() -> str:
    """The moment a decision is made."""
    return dt.datetime.now().astimezone().isoformat(timespec="microseconds")


def decided(opened: Opened, judgement: Judgement) -> Judgement:
    """Add a decision to the dossier; raises InputError when it does not fit."""
    made = make(opened.found, opened.now, judgement)
    judge(opened.path, made)
    return made


async def decide(request: Request, form: FormData) -> Response:
    """One decision from a form, then back to where it was made."""
    opened = await opened_by(request)
    desk = desk_of(request)
    text = {name: value for name, value in form.multi_items() if isinstance(value, str)}
    by = text.get("by", "").strip() or desk.by(request)
    decision = text.get("decision", "")
    value = meant(decision, text, form, opened)
    row = Judgement(now(), by, text.get("about", ""), decision, text.get("note", ""), value)
    await run_in_threadpool(decided, opened, row)
    home = f"/d/{quote(opened.key)}/"
    response = RedirectResponse(_after(decision, value, text.get("back", ""), home), 303)
    response.set_cookie(BY, quote(by), max_age=YEAR, httponly=True, samesite="strict", path="/")
    return response


def _after(decision: str, value: Mapping[str, Json], back: str, home: str) -> str:
    """A name that was merged has no page any more: its reader goes on where it went."""
    if decision == "merge":
        return f"{home}name/{quote(str(value.get('into')))}#done"
    if decision == "reject" and "/name/" in back:
        return f"{home}names"
    return back_to(back, home).split("#")[0] + "#done"


def meant(decision: str, text: Mapping[str, str], form: FormData, opened: Opened) -> dict[str, Json]:
    """What a form's fields say for this decision."""
    said = {name: text[name].strip() for name in text if text[name].strip()}

    def only(*names: str) -> dict[str, Json]:
        return {name: said[name] for name in names if name in said}

    if decision == "speaker":
        step = said.get("step", "0")
        return {**only("named", "kind"), **({"step": int(step)} if step.isdigit() and step != "0" else {})}
    if decision == "value":
        return {**only("low", "high", "unit", "value", "mod"), **({"approx": True} if "approx" in said else {})}
    if decision == "date":
        return only("value", "mod")
    if decision in ("relation", "named", "letter"):
        return only({"relation": "relation", "named": "named", "letter": "letter"}[decision])
    if decision == "merge":
        wanted = said.get("into", "")
        return {"into": next((e.id for e in opened.now.entities if wanted in (e.id, e.named)), wanted)}
    if decision == "split":
        spots: list[Json] = [_spot(str(value)) for value in form.getlist("names")]
        return {"names": spots, **only("named")}
    return {}


def _spot(text: str) -> Json:
    document, _, rest = text.rpartition("|")[0].rpartition("|")
    start, end = rest, text.rpartition("|")[2]
    return [document, int(start), int(end)] if start.isdigit() and end.isdigit() else text


async def take(request: Request, form: FormData) -> Response:
    """Accounts given as files, as pasted words, or by address."""
    opened = await opened_by(request)
    return await _begin(request, form, opened.key, opened.path)


async def new(request: Request, form: FormData) -> Response:
    """A dossier of its own for what is given."""
    desk = desk_of(request)
    folder = desk.shelf.folder
    key = KEY.sub("-", str(form.get("name", ""))).strip("-")[:60]
    if folder is None or not key:
        raise InputError("bad-name", "a new dossier needs a name.", "Use letters, digits and hyphens.")
    path = folder / f"{key}.db"
    if path.exists():
        raise InputError("name-taken", f"there is a file {key}.db already.", "Choose another name.")
    return await _begin(request, form, key, path)


async def _begin(request: Request, form: FormData, key: str, path: Path) -> Response:
    desk = desk_of(request)
    folder = Path(tempfile.mkdtemp(prefix="recoupe-"))
    task = await run_in_threadpool(task_of, form, folder, desk)
    job = desk.jobs.start(key, path, task, folder)
    return RedirectResponse(f"/jobs/{job.id}", 303)


def task_of(form: FormData, folder: Path, desk: Desk) -> dict[str, Any]:
    """What the worker is to read; raises InputError when nothing was given, or a date or language is none."""
    about = {name: str(form.get(name, "")).strip() for name in ("outlet", "published", "lang", "title")}
    check_about(about)
    files: list[dict[str, str]] = []
    for upload in form.getlist("file"):
        if isinstance(upload, UploadFile) and upload.filename:
            files.append({**about, **_kept(upload, folder, len(files))})
    pasted = str(form.get("text", ""))
    if pasted.strip():
        files.append(kept_words(pasted, about, folder))
    urls = [line.strip() for line in str(form.get("url", "")).splitlines() if line.strip()]
    return checked_task(files, urls, about, folder, desk)


def checked_task(
    files: list[dict[str, str]], urls: list[str], about: dict[str, str], folder: Path, desk: Desk
) -> dict[str, Any]:
    """The task, when it has something to do and may do it."""
    if urls and not desk.settings.fetch:
        raise InputError("no-fetch", "addresses are not fetched here.", "Start with --fetch to allow it.")
    if any(urlsplit(url).scheme not in ("http", "https") for url in urls):
        raise InputError("bad-address", "an address begins with https://.", "Nothing was fetched.")
    if not files and not urls:
        raise InputError("nothing-given", "no account was given.", "Choose a file, or paste its words.")
    allowed = desk.settings
    limits = {"max_bytes": allowed.max_bytes, "fetch": allowed.fetch, "private": allowed.fetch_private}
    return {"files": files, "urls": urls, "about": about, "folder": str(folder), **limits}


def check_about(about: Mapping[str, str]) -> None:
    """Raise InputError when a date or a language is none."""
    if about.get("published") and published(about["published"]) is None:
        raise InputError("bad-date", "the date is written 2031-02-25, or 2031-02-25T19:40:00+01:00 with a time.")
    if about.get("lang") and about["lang"] not in LANGUAGES:
        raise InputError("bad-language", f"recoupe reads {', '.join(LANGUAGES)}.")


def _kept(upload: UploadFile, folder: Path, number: int) -> dict[str, str]:
    """The upload as a file of the folder; of its name only the last part, without anything a path could be made of."""
    name = safe_name(upload.filename or "")
    place = folder / f"{number}" / name
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(upload.file.read())
    return {"path": str(place), "shown": name}


def safe_name(name: str) -> str:
    """A file name that is one, whatever was sent."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return SAFE_NAME.sub("_", last).strip("._")[-100:] or "account.txt"


def kept_words(words: str, about: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Pasted words as an account of their own."""
    row = {name: value for name, value in about.items() if value and name != "lang"} | {"text": words}
    place = folder / "pasted.jsonl"
    place.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8", "replace")
    return {"path": str(place), "shown": "pasted", "lang": about.get("lang", "")}


async def again(request: Request, form: FormData) -> Response:
    """Extract everything again, with the dates people gave; their decisions hold."""
    opened = await opened_by(request)
    desk = desk_of(request)
    task = {"again": True, "max_bytes": desk.settings.max_bytes}
    job = desk.jobs.start(opened.key, opened.path, task, None)
    return RedirectResponse(f"/jobs/{job.id}", 303)


async def stop(request: Request, form: FormData) -> Response:
    """End a piece of work."""
    desk = desk_of(request)
    job = desk.jobs.get(request.path_params["ident"])
    if job is None:
        raise HTTPException(404)
    desk.jobs.stop(job)
    return RedirectResponse(f"/jobs/{job.id}", 303)
