"""`recoupe watch`: a dossier that takes in what arrives in a folder, until Ctrl-C."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from recoupe import __version__
from recoupe.cli.commands.run import Values, analyse, check_output, given, model_of, summary
from recoupe.cli.options import Ui, usage
from recoupe.cli.out import talk, tell
from recoupe.cli.words import word
from recoupe.read import MAX_BYTES, ReadOptions, read

Snapshot = tuple[tuple[str, int, int], ...]


def watch(
    folder: Annotated[Path, typer.Argument(help=word("help.watched"), metavar="FOLDER", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help=word("help.output"), metavar="DOSSIER")],
    every: Annotated[float, typer.Option("--every", min=0.1, help=word("help.every"), metavar="SECONDS")] = 2.0,
    times: Annotated[int, typer.Option("--times", min=0, help=word("help.times"), metavar="N", show_default=False)] = 0,
    published: Annotated[Values, typer.Option(help=word("help.published"), metavar="DATE", show_default=False)] = None,
    outlet: Annotated[Values, typer.Option(help=word("help.outlet"), metavar="NAME", show_default=False)] = None,
    lang: Annotated[Values, typer.Option(help=word("help.lang"), metavar="LANG", show_default=False)] = None,
    model: Annotated[Values, typer.Option(help=word("help.model"), metavar="LANG=NAME", show_default=False)] = None,
    max_bytes: Annotated[int, typer.Option(min=1, help=word("help.max_bytes"), metavar="BYTES")] = MAX_BYTES,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=word("help.quiet"))] = False,
    ui: Ui = None,
) -> None:
    """Make the dossier again whenever the folder's files have changed and then rested for one look."""
    from recoupe.store.journal import Journal

    if not folder.is_dir():
        raise usage("no_folder", path=folder)
    check_output(output, None)
    options = ReadOptions(tuple(given(published, outlet, lang)), None, max_bytes)
    watched = Watched(folder, output, options, dict(model_of(text) for text in model or ()), quiet)
    if not quiet:
        talk(word("say.watching", path=folder))
    last: Snapshot | None = None
    done: Snapshot | None = None
    looks = 0
    try:
        while not times or looks < times:
            looks += 1
            now = watched.snapshot()
            if now == last and now != done:
                watched.take()
                done = now
            last = now
            if looks != times:
                time.sleep(every)
    finally:
        if watched.written:
            Journal(output).done()


@dataclass(slots=True)
class Watched:
    """A folder and the dossier made of it; what was found in an account is not found again."""

    folder: Path
    output: Path
    options: ReadOptions
    models: dict[str, str]
    quiet: bool
    written: bool = False
    _told: set[str] = field(default_factory=set)

    def snapshot(self) -> Snapshot:
        """Every file with its size and time, the dossier itself and hidden files left out."""
        found = []
        for path in sorted(self.folder.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(self.folder).parts)
            try:
                if not hidden and path.is_file() and path.resolve() != self.output.resolve():
                    found.append((str(path), path.stat().st_size, path.stat().st_mtime_ns))
            except OSError:
                continue
        return tuple(found)

    def take(self) -> None:
        """Read the folder and write its dossier, when it holds an account; issues are told once."""
        from recoupe.store import save
        from recoupe.store.journal import Journal

        documents, issues = read([self.folder], self.options)
        if documents:
            journal = Journal(self.output, self.models, __version__)
            try:
                dossier = analyse(documents, issues, self.models, True, journal)
                changed = save(dossier, self.output)
            finally:
                journal.close()
            self.written = True
            issues = list(dossier.issues)
            if changed and not self.quiet:
                summary(dossier, self.output, None, changed, sum(issue.severity == "error" for issue in issues))
        fresh = [issue for issue in issues if issue.id not in self._told]
        self._told.update(issue.id for issue in fresh)
        tell(fresh, (word("word.error"), word("word.note")), self.quiet)
