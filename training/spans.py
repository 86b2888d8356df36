"""The names of a treebank: maximal runs of proper nouns, ready to be typed."""

from __future__ import annotations

from training.conllu import Sentence

JOINS = {
    "fr": {"de", "du", "des", "d'", "d’", "la", "le", "les", "l'", "l’", "von", "van", "ben", "bin", "al", "of", "-"},
    "en": {"of", "de", "al", "-", "von", "van", "bin", "&", "the"},
}
TITLES = {"M.", "Mme", "Mr.", "Me", "MM.", "Monsieur", "Madame", "Général", "Président", "Dr", "Dr.", "Colonel"}
Span = tuple[int, int]


def _opens(sentence: Sentence, at: int) -> bool:
    return sentence[at].upos == "PROPN" and any(letter.isupper() for letter in sentence[at].form)


def _end(sentence: Sentence, start: int, lang: str) -> int:
    """Where the run that opens at `start` stops: over other capitals, and over « de la » when a name follows."""
    at = start + 1
    while at < len(sentence):
        word = sentence[at]
        capital = word.form[:1].isupper()
        inside = word.upos == "PROPN" or (word.upos == "X" and capital)
        if inside or (lang == "fr" and word.upos in ("ADJ", "NOUN") and capital):
            at += 1
            continue
        after = at
        while after < len(sentence) and sentence[after].form.lower() in JOINS[lang] and after - at < 2:
            after += 1
        if after == at or after == len(sentence):
            return at
        if sentence[after].upos != "PROPN" or not sentence[after].form[:1].isupper():
            return at
        at = after + 1
    return at


def spans(sentence: Sentence, lang: str) -> list[Span]:
    """The runs, each with the capitalised common words just before it."""
    found: list[Span] = []
    at = 0
    while at < len(sentence):
        if not _opens(sentence, at):
            at += 1
            continue
        start, end = at, _end(sentence, at, lang)
        while start > 1 and sentence[start - 1].upos in ("NOUN", "ADJ") and sentence[start - 1].form[:1].isupper():
            start -= 1
        found.append((start, end))
        at = end
    return found


def text(sentence: Sentence, start: int, end: int) -> str:
    """The span as it is written."""
    return "".join(word.form + " " * word.space for word in sentence[start:end]).strip()


def untitled(sentence: Sentence, start: int, end: int) -> Span:
    """The span without « M. », « Me » and the like, which are not part of a name."""
    while end - start > 1 and sentence[start].form in TITLES:
        start += 1
    return start, end
