"""The process that adds accounts to a dossier, or extracts it again: a task on standard input, its course on output."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from recoupe import __version__
from recoupe.errors import RecoupeError
from recoupe.judge import standing
from recoupe.judge.apply import dated
from recoupe.read import Given, ReadOptions, read
from recoupe.read.web.get import Limits
from recoupe.read.web.pages import fetched
from recoupe.read.web.polite import Guest
from recoupe.store import load, save
from recoupe.store.journal import Journal
from recoupe.types import Document, Issue


def main() -> None:
    """Do one task, telling its course as lines of JSON."""
    task = json.load(sys.stdin)
    try:
        _do(task)
    except RecoupeError as err:
        tell(end="failed", message=str(err))
    except Exception as err:
        tell(end="failed", message=f"{type(err).__name__}: {err}")


def tell(**what: Any) -> None:
    """One line to the server."""
    print(json.dumps(what), flush=True)


def _do(task: dict[str, Any]) -> None:
    path = Path(task["dossier"])
    documents, issues = _there(path)
    before = {document.id for document in documents}
    again = bool(task.get("again"))
    fresh, found = _read(task)
    for issue in found:
        tell(
            problem={"code": issue.code, "message": issue.message, "path": issue.path or "", "severity": issue.severity}
        )
    documents += [document for document in fresh if document.id not in before]
    if not again and len(documents) == len(before):
        message = "this account is in the dossier already." if fresh else "nothing could be read."
        tell(end="failed", message=message)
        return
    tell(total=len(documents), message="loading")
    from recoupe import pipeline  # noqa: PLC0415  # takes a second: the page shows that the work has begun

    journal = None if again else Journal(path, None, __version__)
    try:
        dossier = pipeline.run(
            documents, [*issues, *found], None, journal, lambda more: tell(more=more, message="reading")
        )
        tell(message="writing")
        save(dossier, path)
    finally:
        if journal is not None:
            journal.close()
    tell(end="done", message="")


def _there(path: Path) -> tuple[list[Document], list[Issue]]:
    """The accounts already there, with the dates people gave them, and what could not be read then."""
    if not path.exists():
        return [], []
    dossier = load(path, corrected=False)
    documents = dated(dossier.documents, standing(dossier.judgements))
    return documents, [issue for issue in dossier.issues if issue.stage == "read"]


def _read(task: dict[str, Any]) -> tuple[list[Document], list[Issue]]:
    """The new accounts, under the names their reader gave them."""
    documents: list[Document] = []
    issues: list[Issue] = []
    for file in [*task.get("files", ()), *_fetched(task, issues)]:
        given = tuple(Given(field, file[field]) for field in ("published", "outlet", "lang") if file.get(field))
        found, problems = read([Path(file["path"])], ReadOptions(given, None, task["max_bytes"]))
        documents += [_called(document, file) for document in found]
        issues += [_placed(issue, file) for issue in problems]
    return documents, issues


def _fetched(task: dict[str, Any], issues: list[Issue]) -> Sequence[dict[str, str]]:
    urls = task.get("urls", ())
    if not urls or not task.get("fetch"):
        return []
    tell(message="fetching")
    guest = Guest(Limits(max_bytes=task["max_bytes"], private=bool(task.get("private"))))
    found = list(fetched(urls, Path(task["folder"]), guest))
    issues += [one for one in found if isinstance(one, Issue)]
    about = task.get("about", {})
    return [{**about, "path": str(one), "shown": one.name} for one in found if isinstance(one, Path)]


def _called(document: Document, file: dict[str, str]) -> Document:
    named = file.get("shown") or document.path
    path = document.path.replace(file["path"], named) if file["path"] in document.path else named
    return replace(document, path=path, title=file.get("title") or document.title)


def _placed(issue: Issue, file: dict[str, str]) -> Issue:
    """The issue without the folder uploads wait in."""
    named = file.get("shown", "")
    path = issue.path.replace(file["path"], named) if issue.path else issue.path
    message = issue.message.replace(file["path"], named)
    return Issue.make(issue.stage, issue.code, message, issue.document, path, issue.severity)


if __name__ == "__main__":
    main()
