"""From a dossier to one HTML file that needs nothing else: no network, no clock, no model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from recoupe.errors import SetupError
from recoupe.report.page import Text, page
from recoupe.report.safe import plain, policy, shown, visible
from recoupe.report.words import Words
from recoupe.types import Dossier

INTERFACES = ("en", "fr")


def render(dossier: Dossier, ui: str = "en") -> str:
    """The whole report as one HTML document, its interface in `ui`; the same dossier gives the same bytes.

    Raises SetupError for an interface language recoupe has no words for.
    """
    if ui not in INTERFACES:
        raise SetupError("no-interface", f"recoupe has no interface in {ui!r}.", "Choose en or fr.")
    words = Words(ui)
    script = _asset("script.js")
    view = page(dossier, words)
    style = _asset("style.css") + "\n".join(plain_looks(kind, f".columns.no-{kind} ") for kind, _ in view.kinds)
    # Many rules on :has slow every change of a large page; a script hides and lights where there is one.
    still = hiding(view.texts, view.kinds) + "\n" + view.crossing
    parts = {"style": style, "still": still, "script": script}
    own = {name: Markup(text) for name, text in parts.items()}  # noqa: S704 - the package's own files and checked ids
    template = _environment().get_template("page.html")
    return template.render(v=view, t=words, ui=ui, policy=policy(script, style, still), **own)


def hiding(texts: Sequence[Text], kinds: Sequence[tuple[str, str]]) -> str:
    """Style by which the report's check boxes hide texts and marks with no script; a text that is aimed at shows."""
    rules = [".text.off{display:block}"]
    rules += [
        f":root:has(#show-{key}:not(:checked)) #{key}:not(:target,:has(:target)){{display:none}}"
        for key in (text.account.key for text in texts)
    ]
    for kind, _ in kinds:
        rules.append(plain_looks(kind, f":root:has(#mark-{kind}:not(:checked)) "))
    return "\n".join(rules)


def plain_looks(kind: str, where: str) -> str:
    """Style that puts the marks of a kind out, `where` the selector before holds."""
    look = "background:none;box-shadow:none;text-decoration:none;font:inherit;outline:0"
    off = f"{where}.body .{kind}"
    parts = f",{off}>:is(.content,.cue,.speaker)" if kind == "quotation" else ""
    return f"{off}:not(:target){parts}{{{look}}}{off}>.ref{{display:none}}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("recoupe.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=visible,
    )
    environment.filters["shown"] = shown
    environment.filters["plain"] = plain
    return environment


@cache
def _asset(name: str) -> str:
    return resources.files("recoupe.report").joinpath("templates", name).read_text("utf-8")
