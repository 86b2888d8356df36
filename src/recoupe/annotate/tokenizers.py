"""The French tokenizer: rules only, aligned with the UD French treebanks (Sequoia, GSD).

spaCy's own French tokenizer expands thousands of exceptions at every start; these rules need a few dozen. « -t-il »
is one token, an elided word keeps its apostrophe (« l’ », « qu’ »), quotation marks of every style stand alone, and a
full stop glued to the next sentence is split off. Tokens always give back exactly the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from recoupe.lang import table

LETTER = r"A-Za-zÀ-ÖØ-öø-ÿŒœŸ"
MARKS = ["<<", ">>", "«", "»", "“", "”", "„", '"', "‹", "›", "‘", "—", "–", "…", r"\.\.+"]
PUNCTUATION = [*MARKS, r"\(", r"\)", r"\[", r"\]", r"\{", r"\}", ";", ":", r"\?", "!", ",", r"\*", "€", r"\$", "£"]
PUNCTUATION += ["%", "=", r"\|", "•", "·"]
APOSTROPHES = ["'", "’"]
ELISION = r"(?:[Qq]u|QU|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu|[ldjmtscnLDJMTSCN])['’]"
CLITIC = r"-(?:t['’-])?(?:ils?|elles?|on|je|tu|nous|vous|moi|toi|lui|leur|les|le|la|y|en|ce)"
URL = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+")


@registry.languages("recoupe_fr")
class French(Language):  # type: ignore[no-untyped-call]
    """French with no defaults but ours."""

    lang = "recoupe_fr"


def _prefixes() -> list[str]:
    return [*PUNCTUATION, *APOSTROPHES, ELISION + r"(?=[\w«“\"])", r"-(?=[A-Za-zÀ-ÿ«\"])", "°"]


def _suffixes() -> list[str]:
    stop = rf"(?<=[{LETTER}0-9%°\)\]»”\"'’€]{{2}})\."
    return [*PUNCTUATION, *APOSTROPHES, CLITIC, stop, rf"(?<=[{LETTER}])\.(?=$)", r"(?<=\d)°", r"(?<=\d)\.", "/"]


def _infixes() -> list[str]:
    marks = ["<<", ">>", "«", "»", "“", "”", '"', "—", "…", r"\.\.+", r"\(", r"\)", r"\[", r"\]", "!", r"\?", ";", "–"]
    glued = r"(?<=[a-zà-ÿ]{2})\.(?=[A-ZÀ-Ý][a-zà-ÿ’']|$)"
    return [*marks, r"(?<=\d)[%€]", rf"(?<=[{LETTER}])[,:](?=[{LETTER}])", glued]


@registry.tokenizers("recoupe.fr.v1")  # type: ignore[untyped-decorator]
def french_tokenizer() -> Callable[[Language], Tokenizer]:
    """Makes the tokenizer for a French pipeline."""

    def make(nlp: Language) -> Tokenizer:
        whole = [word.replace("'", mark) for word in table("fr", "tokens")["whole"] for mark in APOSTROPHES]
        initials = [f"{letter}." for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
        return Tokenizer(
            nlp.vocab,
            rules={word: [{ORTH: word}] for word in sorted({*whole, *initials})},
            prefix_search=compile_prefix_regex(_prefixes()).search,
            suffix_search=compile_suffix_regex(_suffixes()).search,
            infix_finditer=compile_infix_regex(_infixes()).finditer,
            url_match=URL.match,
        )

    return make
