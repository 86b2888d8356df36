"""Loaded wording, faults of the texts, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.report.view.book import Account, Book, Passage


@dataclass(frozen=True, slots=True)
class Remark:
    """A passage and what is to be said about it."""

    passage: Passage
    why: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong or is worth saying, with its account when it has one, and the words it rests on."""

    stage: str
    severity: str
    message: str
    where: str
    account: Account | None
    words: str
    mark: str


def wording(book: Book) -> tuple[Remark, ...]:
    """Loaded words in an account's own voice."""
    return _remarks(book, "wording", "why", "wording_why")


def faults(book: Book) -> tuple[Remark, ...]:
    """Garbled text, page furniture, credit lines, mismatched marks."""
    return _remarks(book, "fault", "code", "fault")


def problems(book: Book) -> tuple[Problem, ...]:
    """The dossier's issues: errors first, then notes, each in the dossier's order."""
    rows = []
    for issue in sorted(book.dossier.issues, key=lambda issue: issue.severity != "error"):
        account = book.by_document.get(issue.document or "")
        words, mark = (issue.anchor.exact, book.mark(issue.anchor)) if issue.anchor else ("", "")
        message = book.words.issue(issue.code, issue.message)
        where = account.name if account else (issue.path or "")
        stage, severity = book.words.label("stage", issue.stage), book.words.label("severity", issue.severity)
        rows.append(Problem(stage, severity, message, where, account, words, mark))
    return tuple(rows)


def _remarks(book: Book, kind: str, field: str, group: str) -> tuple[Remark, ...]:
    rows = []
    for passage in book.of_kind(kind):
        code = str(book.row(passage).get(field) or "")
        rows.append(Remark(passage, book.words.wording(code) if kind == "wording" else book.words.label(group, code)))
    return tuple(rows)
