"""`recoupe corpus`: a collection in, tables and stories out; and the dossier of one of its stories."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recoupe.cli.commands.run import WITH_PROBLEMS, Values, given, model_of
from recoupe.cli.options import Ui
from recoupe.cli.out import talk, tell
from recoupe.cli.words import word
from recoupe.read import MAX_BYTES, ReadOptions

if TYPE_CHECKING:
    from recoupe.engine.build import Built, Job
    from recoupe.engine.folder import Folder

Inputs = Annotated[list[Path], typer.Argument(help=word("help.collection"), metavar="INPUT", show_default=False)]
Where = Annotated[Path, typer.Option("--corpus", "-c", help=word("help.corpus_folder"), metavar="CORPUS")]
Published = Annotated[Values, typer.Option(help=word("help.published"), metavar="DATE", show_default=False)]
Outlet = Annotated[Values, typer.Option(help=word("help.outlet"), metavar="NAME", show_default=False)]
Lang = Annotated[Values, typer.Option(help=word("help.lang"), metavar="LANG", show_default=False)]
Model = Annotated[Values, typer.Option(help=word("help.model"), metavar="LANG=NAME", show_default=False)]
MaxBytes = Annotated[int, typer.Option(min=1, help=word("help.max_bytes"), metavar="BYTES")]
Workers = Annotated[int, typer.Option(min=0, help=word("help.workers"), metavar="N", show_default=False)]
EngineName = Annotated[str, typer.Option("--engine", help=word("help.engine"), metavar="local|ray")]
Size = Annotated[int, typer.Option("--shard", min=1, help=word("help.shard"), metavar="N")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=word("help.quiet"))]


class Commands(typer.core.TyperGroup):
    """Anything that is no command's name is an input of `build`, so that `recoupe corpus FOLDER -o CORPUS` works."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Set `build` before what begins with no command and asks for no help."""
        if args and args[0] not in self.commands and not {"-h", "--help"} & set(args[:1]):
            args = ["build", *args]
        return super().parse_args(ctx, args)


def build(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("--output", "-o", help=word("help.corpus_output"), metavar="CORPUS")],
    engine: EngineName = "local",
    workers: Workers = 0,
    shard: Size = 100,
    published: Published = None,
    outlet: Outlet = None,
    lang: Lang = None,
    model: Model = None,
    max_bytes: MaxBytes = MAX_BYTES,
    quiet: Quiet = False,
    ui: Ui = None,
) -> None:
    """Read, analyse, group; exits 3 after problems."""
    from recoupe.engine.build import build as make
    from recoupe.engine.folder import Folder

    options = ReadOptions(tuple(given(published, outlet, lang)), None, max_bytes)
    _do(make, Folder(output), _job(inputs, options, engine, workers, shard, model), quiet)


def add(
    inputs: Inputs,
    corpus: Where = Path(),
    engine: EngineName = "local",
    workers: Workers = 0,
    shard: Size = 100,
    published: Published = None,
    outlet: Outlet = None,
    lang: Lang = None,
    model: Model = None,
    max_bytes: MaxBytes = MAX_BYTES,
    quiet: Quiet = False,
    ui: Ui = None,
) -> None:
    """Analyse the articles that are new and give them to the stories; exits 3 after problems."""
    from recoupe.engine.build import add as grow
    from recoupe.engine.folder import Folder

    options = ReadOptions(tuple(given(published, outlet, lang)), None, max_bytes)
    _do(grow, Folder.at(corpus), _job(inputs, options, engine, workers, shard, model), quiet)


def story(
    ident: Annotated[str, typer.Argument(help=word("help.story_ident"), metavar="ID", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help=word("help.output"), metavar="DOSSIER")],
    corpus: Where = Path(),
    model: Model = None,
    quiet: Quiet = False,
    ui: Ui = None,
) -> None:
    """The dossier of one story, the same that `recoupe run` makes of its articles."""
    from recoupe.cli.commands.run import analyse, check_output, summary
    from recoupe.engine.dossier import articles
    from recoupe.engine.folder import Folder
    from recoupe.store import save

    check_output(output, None)
    found = articles(Folder.at(corpus), ident)
    dossier = analyse(found, (), dict(model_of(text) for text in model or ()), quiet)
    changed = save(dossier, output)
    tell(dossier.issues, (word("word.error"), word("word.note")), quiet)
    if not quiet:
        summary(dossier, output, None, changed, sum(issue.severity == "error" for issue in dossier.issues))


def _job(inputs: list[Path], options: ReadOptions, engine: str, workers: int, shard: int, model: Values) -> Job:
    from recoupe.engine.build import Job
    from recoupe.engine.engines import engine as by_name

    models = dict(model_of(text) for text in model or ())
    return Job(inputs, options, by_name(engine, workers), models, shard)


def _do(make: Callable[[Folder, Job], Built], folder: Folder, job: Job, quiet: bool) -> None:
    with _counting(quiet) as job.progress:
        built = make(folder, job)
    tell(built.issues, (word("word.error"), word("word.note")), quiet)
    if not quiet:
        talk(word("say.corpus_done", path=folder.path, articles=built.articles, stories=built.stories))
        if built.resumed:
            talk(word("say.corpus_resumed", articles=built.resumed))
        talk(word("say.corpus_next", path=folder.path))
    if any(issue.severity == "error" for issue in built.issues):
        raise typer.Exit(WITH_PROBLEMS)


@contextmanager
def _counting(quiet: bool) -> Iterator[Callable[[int], None]]:
    """A growing count of articles on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda articles: None
        return
    from rich.console import Console

    done = 0
    with Console(stderr=True).status(word("say.corpus_busy", articles=0)) as status:

        def progress(articles: int) -> None:
            nonlocal done
            done += articles
            status.update(word("say.corpus_busy", articles=done))

        yield progress


app = typer.Typer(
    cls=Commands, no_args_is_help=True, rich_markup_mode=None, help=word("help.corpus"), add_completion=False
)
for name, command in (("build", build), ("add", add), ("story", story)):
    app.command(name, help=word(f"help.corpus_{name}"))(command)
