"""The gettext catalogues of the interface: the same messages in both languages, compiled as they stand."""

import io
import re
from decimal import Decimal
from importlib import resources

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from recoupe.lang.catalogue import counted, known, message
from recoupe.report.words import Words

ROOT = resources.files("recoupe.lang").joinpath("locale")
DOMAINS = ("report", "desk", "reasons", "cli")


def file(ui, domain, suffix):
    return ROOT.joinpath(ui, "LC_MESSAGES", f"{domain}.{suffix}")


def messages(ui, domain):
    found = read_po(io.BytesIO(file(ui, domain, "po").read_bytes()), locale=ui)
    return {m.id if isinstance(m.id, str) else m.id[0]: m for m in found if m.id}


def as_text(words):
    return words if isinstance(words, str) else tuple(words)


def blanks(m):
    return [set(re.findall(r"\{\w+\}", text)) for text in ([m.string] if isinstance(m.string, str) else m.string)]


@pytest.mark.parametrize("domain", DOMAINS)
def test_both_languages_have_the_same_messages_with_the_same_blanks(domain):
    english, french = messages("en", domain), messages("fr", domain)
    assert set(english) == set(french)
    for ident, message_ in english.items():
        assert isinstance(message_.string, str) == isinstance(french[ident].string, str), ident
        assert blanks(message_)[-1] == blanks(french[ident])[-1], ident
        assert all(blanks(french[ident])) or not any(blanks(french[ident])), ident


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_french_catalogue_shows_its_translator_the_english_words(domain):
    english, french = messages("en", domain), messages("fr", domain)
    for ident, m in french.items():
        words = english[ident].string if isinstance(english[ident].string, str) else english[ident].string[1]
        shown = " ".join(" ".join(m.auto_comments).split())
        assert shown == " ".join(words.split()), ident


@pytest.mark.parametrize(
    ("ui", "domain"), [*((ui, domain) for ui in ("en", "fr") for domain in DOMAINS), ("fr", "problems")]
)
def test_the_compiled_catalogue_is_that_of_the_words(ui, domain):
    with file(ui, domain, "mo").open("rb") as mo, file(ui, domain, "po").open("rb") as po:
        compiled, written = (
            {as_text(m.id): as_text(m.string) for m in read if m.id} for read in (read_mo(mo), read_po(po, locale=ui))
        )
    assert compiled == written, "run `make catalogues`"


def test_an_unknown_message_is_an_error_and_never_shown():
    with pytest.raises(KeyError):
        message("en", "report", "no.such")
    with pytest.raises(KeyError):
        counted("fr", "report", "no.such", 2)
    assert known("fr", "report", "") != ""
    assert known("fr", "report", "unit.ratio") == ""


def test_each_language_counts_in_its_own_way():
    en, fr = Words("en"), Words("fr")
    assert [en.count("changed", n) for n in (0, 1, 2)] == ["0 changes", "1 change", "2 changes"]
    assert [fr.count("changed", n) for n in (0, 1, 2)] == ["0 changement", "1 changement", "2 changements"]
    assert en._counted("lasting.Y", Decimal("1.5")) == "1.5 years"
    assert fr._counted("lasting.Y", Decimal("1.5")) == "1,5 an"
