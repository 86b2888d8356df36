"""Puts plain treebank sentences inside reporting frames: « … », a déclaré X. "…," X said.

Treebanks hold few quotations and the press is full of them. The frame is always a parataxis of the quoted clause's
root, as the treebanks have it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from training.conllu import Sentence, Word
from training.variants import MARKS

NAMES = {
    "fr": "Morel|Kadiri|la ministre|le porte-parole|Ahmed Salem|Lucie Renard|le préfet|le syndicat|Anna Petrova|Diallo",
    "en": "Morris|Kadiri|the minister|the spokesman|Ahmed Salem|Lucy Reed|the sheriff|the union|Anna Petrova",
}
VERBS = {
    "fr": "a déclaré|a affirmé|a indiqué|explique|a ajouté|assure|a précisé|a estimé|a dit|a souligné|affirme|a lancé",
    "en": "said|added|told reporters|explained|says|insisted|warned",
}
LEMMAS = {
    "déclaré": "déclarer", "affirmé": "affirmer", "indiqué": "indiquer", "explique": "expliquer",
    "ajouté": "ajouter", "assure": "assurer", "précisé": "préciser", "estimé": "estimer", "dit": "dire",
    "souligné": "souligner", "affirme": "affirmer", "lancé": "lancer", "said": "say", "added": "add",
    "told": "tell", "explained": "explain", "says": "say", "insisted": "insist", "warned": "warn",
}  # fmt: skip
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
PARTICIPLE = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
HE, SHE = "Gender=Masc|Number=Sing|Person=3|PronType=Prs", "Gender=Fem|Number=Sing|Person=3|PronType=Prs"


@dataclass(slots=True)
class Frame:
    """A sentence being built; `root` is the quoted clause's, `verb` the reporting verb's index."""

    tokens: Sentence
    root: int
    verb: int = -1

    def add(self, form: str, lemma: str, upos: str, dep: str, head: int, space: bool = True, feats: str = "_") -> int:
        self.tokens.append(Word(form, lemma, upos, feats, head, dep, space))
        return len(self.tokens) - 1

    def spacing(self, at: int, space: bool) -> None:
        self.tokens[at] = replace(self.tokens[at], space=space)

    def subject(self, words: list[str], verb: int) -> None:
        """A name or a described person as the reporting verb's subject."""
        if words[0] in ("le", "la", "the"):
            article = "the" if words[0] == "the" else "le"
            self.add(words[0], article, "DET", "det", len(self.tokens) + 1)
            self.add(words[1], words[1], "NOUN", "nsubj", verb)
            return
        head = self.add(words[0], words[0], "PROPN", "nsubj", verb)
        for word in words[1:]:
            self.add(word, word, "PROPN", "flat:name", head)


def _fits(sentence: Sentence) -> bool:
    roots = [i for i, token in enumerate(sentence) if token.dep == "ROOT"]
    if len(roots) != 1 or sentence[roots[0]].upos != "VERB" or sentence[-1].form != ".":
        return False
    return 6 <= len(sentence) <= 40 and not any(token.form in '«»“”":' for token in sentence)


def _quoted(sentence: Sentence, style: tuple[str, str], marked: bool) -> Frame:
    offset = int(marked)
    root = next(i for i, token in enumerate(sentence) if token.dep == "ROOT") + offset
    body = [token.at(token.head + offset) for token in sentence[:-1]]
    frame = Frame([], root)
    opening, closing = style[0].strip(), style[1].strip()
    if marked:
        frame.add(opening, opening, "PUNCT", "punct", root, style[0] != opening)
    frame.tokens += body
    frame.spacing(-1, marked and style[1] != closing)
    if marked:
        frame.add(closing, closing, "PUNCT", "punct", root, False)
    return frame


def _finite(frame: Frame, form: str, feats: str, space: bool) -> None:
    frame.verb = frame.add(form, LEMMAS[form], "VERB", "parataxis", frame.root, space, feats)


def _french(frame: Frame, verb: list[str], name: list[str], inverted: bool, rng: Random) -> None:
    compound = verb[0] == "a"
    if inverted:
        pronoun = rng.choice(["-t-il", "-t-elle", "-il"])
        if compound:
            at = len(frame.tokens)
            frame.add("a", "avoir", "AUX", "aux:tense", at + 2, False, PRESENT)
            clitic = "-t-" + pronoun.split("-")[-1]
            frame.add(clitic, "il", "PRON", "nsubj", at + 2, True, HE if pronoun.endswith("il") else SHE)
            _finite(frame, verb[1], PARTICIPLE, False)
            return
        _finite(frame, verb[0], PRESENT, False)
        clitic = "-t-il" if verb[0].endswith("e") else "-il"
        frame.add(clitic, "il", "PRON", "nsubj", frame.verb, False, HE)
        return
    if compound:
        frame.add("a", "avoir", "AUX", "aux:tense", len(frame.tokens) + 1, True, PRESENT)
    _finite(frame, verb[-1], PARTICIPLE if compound else PRESENT, True)
    frame.subject(name, frame.verb)


def _english(frame: Frame, verb: list[str], name: list[str], rng: Random) -> None:
    before = rng.random() < 0.4
    if before:
        frame.subject(name, len(frame.tokens) + len(name))
    _finite(frame, verb[0], PAST, True)
    if len(verb) > 1:
        frame.add("reporters", "reporter", "NOUN", "obj", frame.verb, True, "Number=Plur")
    if not before:
        frame.subject(name, frame.verb)


def _frame(sentence: Sentence, rng: Random, lang: str) -> Sentence:
    marked = rng.random() < 0.7
    style = rng.choice(MARKS["fr"][:4]) if lang == "fr" else ("“", "”")
    frame = _quoted(sentence, style, marked)
    comma = frame.add(",", ",", "PUNCT", "punct", 0)
    verb, name = rng.choice(VERBS[lang].split("|")).split(), rng.choice(NAMES[lang].split("|")).split()
    inverted = rng.random() < 0.35
    if lang == "fr":
        _french(frame, verb, name, inverted, rng)
    else:
        _english(frame, verb, name, rng)
    frame.tokens[comma] = frame.tokens[comma].at(frame.verb)
    frame.spacing(-1, False)
    frame.add(".", ".", "PUNCT", "punct", frame.root)
    return frame.tokens


def framed(group: list[Sentence], rng: Random, lang: str) -> list[Sentence]:
    """About half of the group's plain verbal sentences, each in a reporting frame."""
    out = []
    for sentence in group:
        if not _fits(sentence) or rng.random() < 0.5:
            continue
        if all(token.head != len(sentence) - 1 for token in sentence[:-1]):
            out.append(_frame(sentence, rng, lang))
    return out
