"""`recoupe run`: accounts in, dossier out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe import __version__
from recoupe.cli.options import Ui, usage
from recoupe.cli.out import plain, talk, tell, write
from recoupe.cli.words import UI, word
from recoupe.errors import SetupError
from recoupe.lang import LANGUAGES
from recoupe.read import MAX_BYTES, Given, ReadOptions, read_all
from recoupe.read.options import Field
from recoupe.types import Document, Dossier, Issue

if TYPE_CHECKING:
    from recoupe.store.journal import Journal

WITH_PROBLEMS = 3
Values = list[str] | None


def run(
    inputs: Annotated[
        list[Path] | None, typer.Argument(help=word("help.inputs"), metavar="INPUT", show_default=False)
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help=word("help.output"), metavar="DOSSIER")] = ...,  # type: ignore[assignment]
    manifest: Annotated[
        Path | None, typer.Option(help=word("help.manifest"), metavar="FILE", show_default=False)
    ] = None,
    published: Annotated[Values, typer.Option(help=word("help.published"), metavar="DATE", show_default=False)] = None,
    outlet: Annotated[Values, typer.Option(help=word("help.outlet"), metavar="NAME", show_default=False)] = None,
    lang: Annotated[Values, typer.Option(help=word("help.lang"), metavar="LANG", show_default=False)] = None,
    model: Annotated[Values, typer.Option(help=word("help.model"), metavar="LANG=NAME", show_default=False)] = None,
    report: Annotated[
        Path | None, typer.Option(help=word("help.report_file"), metavar="FILE", show_default=False)
    ] = None,
    fetch: Annotated[
        Values, typer.Option("--fetch", help=word("help.fetch"), metavar="URL", show_default=False)
    ] = None,
    pages: Annotated[
        Path | None, typer.Option("--pages", help=word("help.pages"), metavar="FOLDER", show_default=False)
    ] = None,
    fetch_private: Annotated[bool, typer.Option("--fetch-private", help=word("help.fetch_private"))] = False,
    explain_dates: Annotated[bool, typer.Option("--explain-dates", help=word("help.explain_dates"))] = False,
    show_cut: Annotated[bool, typer.Option("--show-cut", help=word("help.show_cut"))] = False,
    max_bytes: Annotated[int, typer.Option(min=1, help=word("help.max_bytes"), metavar="BYTES")] = MAX_BYTES,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=word("help.quiet"))] = False,
    ui: Ui = None,
) -> None:
    """Read, analyse, compare, store; raises SetupError when the run cannot go on, exits 3 after problems."""
    models = dict(model_of(text) for text in model or ())
    options = ReadOptions(tuple(given(published, outlet, lang)), manifest, max_bytes)
    if not inputs and manifest is None and not fetch:
        raise usage("no_input")
    check_output(output, report)
    named = list(inputs or ())
    missed: list[Issue] = []
    if fetch:
        found, missed = _fetched(fetch, pages or output.with_name(f"{output.stem}.pages"), max_bytes, fetch_private)
        named += found
    with _counting(word("say.opening"), 0, quiet) as progress:
        reading = read_all(named, options, lambda _, total: progress(1, total))
    documents, issues = list(reading.documents.values()), [*missed, *reading.issues]
    if explain_dates:
        _explain_dates(documents)
    if show_cut:
        for document in documents:
            print(plain(document.path))
            for line, caption in reading.cut.get(document.id, ()):
                print(f"  - {word('word.caption') + ': ' if caption else ''}{plain(line)}")
    if any(output.resolve() == Path(document.path).resolve() for document in documents):
        raise usage("same_file", path=output)
    labels = word("word.error"), word("word.note")
    if not documents:
        tell(issues, labels, quiet)
        raise SetupError("no-account", word("say.no_account"), word("say.no_account_remedy"))
    journal = _journal(output, models)
    try:
        dossier = analyse(documents, issues, models, quiet, journal)
        changed = _write(dossier, output, report)
    except KeyboardInterrupt:
        talk(word("say.kept"))
        raise
    finally:
        journal.close()
    journal.done()
    tell(dossier.issues, labels, quiet)
    errors = sum(issue.severity == "error" for issue in dossier.issues)
    if not quiet:
        summary(dossier, output, report, changed, errors)
    if errors:
        raise typer.Exit(WITH_PROBLEMS)


def _fetched(names: list[str], folder: Path, max_bytes: int, private: bool) -> tuple[list[Path], list[Issue]]:
    """The kept pages, and what could not be fetched."""
    from recoupe.read.web.get import Limits
    from recoupe.read.web.pages import fetched
    from recoupe.read.web.polite import Guest

    try:
        folder.mkdir(exist_ok=True)
        found = list(fetched(names, folder, Guest(Limits(max_bytes=max_bytes, private=private))))
    except OSError as err:
        raise SetupError("not-written", f"{folder} could not be written ({err}).", "Choose another --pages.") from err
    return [one for one in found if isinstance(one, Path)], [one for one in found if isinstance(one, Issue)]


def _explain_dates(documents: Sequence[Document]) -> None:
    from recoupe.cli.dates import explained

    for line in explained(documents):
        print(line)


def model_of(text: str) -> tuple[str, str]:
    """`LANG=NAME` as its two parts; raises the usage error when it is not that."""
    lang, equals, name = text.partition("=")
    if not equals or lang not in LANGUAGES or not name:
        raise usage("bad_model", value=text)
    return lang, name


def given(published: Values, outlet: Values, lang: Values) -> Iterator[Given]:
    """What the options say about the inputs."""
    fields: tuple[tuple[Field, Values], ...] = (("published", published), ("outlet", outlet), ("lang", lang))
    for field, texts in fields:
        yield from (Given.parse(field, text) for text in texts or ())


def check_output(output: Path, report: Path | None) -> None:
    """Refuse a place that cannot be written before the work is done, not after it."""
    from recoupe.store.connect import check

    for path in (output, report):
        if path is None:
            continue
        if not path.parent.is_dir():
            raise SetupError("no-folder", f"there is no folder {path.parent}.", "Make it, or choose another -o.")
        if not os.access(path.parent, os.W_OK):
            raise SetupError("not-written", f"{path.parent} may not be written to.", "Choose another -o.")
    if output.exists():
        check(output)


def _journal(output: Path, models: dict[str, str]) -> Journal:
    from recoupe.store.journal import Journal

    return Journal(output, models, __version__)


def analyse(
    documents: Sequence[Document],
    issues: Sequence[Issue],
    models: dict[str, str],
    quiet: bool,
    journal: Journal | None = None,
) -> Dossier:
    """The dossier, with a moving sign while it is made."""
    with _busy(word("say.loading"), quiet):
        from recoupe import pipeline
    count = len(documents)
    with _counting(word("say.reading", count=count), count, quiet) as progress:
        dossier = pipeline.run(documents, issues, models or None, journal, lambda done: progress(done, count))
    if journal is not None and journal.resumed and not quiet:
        talk(word("say.resumed", count=journal.resumed))
    return dossier


@contextmanager
def _counting(text: str, total: int, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """On a terminal, a bar with what is done, its rate and the time that remains; told how much more, of how much."""
    if quiet or not sys.stderr.isatty():
        yield lambda more, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    rate = TextColumn("{task.fields[rate]}")
    with Progress(*columns, rate, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(text, total=total, rate="")

        def progress(more: int, of: int) -> None:
            bar.advance(task, more)
            speed = bar.tasks[0].speed
            bar.update(task, total=of, rate=f"{speed:.1f}/s" if speed else "")

        yield progress


@contextmanager
def _busy(text: str, quiet: bool) -> Iterator[None]:
    """A moving sign on a terminal while something long goes on."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(text):
        yield


def _write(dossier: Dossier, output: Path, report: Path | None) -> bool:
    from recoupe.store import save

    changed = save(dossier, output)
    if report is not None:
        from recoupe.report import render

        write([render(dossier, UI)], report)
    return changed


def summary(dossier: Dossier, output: Path, report: Path | None, changed: bool, errors: int) -> None:
    """Say what was made and what to do next."""
    counts = {"documents": len(dossier.documents), "statements": len(dossier.statements), "links": len(dossier.links)}
    talk(word("say.done" if changed else "say.unchanged", path=output, **counts))
    if dossier.issues:
        talk(word("say.issues", errors=errors, notes=len(dossier.issues) - errors))
    if report is not None:
        talk(word("say.report_done", path=report))
    else:
        talk(word("say.next", path=output))
