"""An account as sentences of words and quotations, where each quoted passage is one item.

Seen so, « "La route est coupée. On attend", a dit le maire » has the shape of any other sentence, whatever was quoted.
Sentences end by punctuation outside quotations, because a parse cuts quoted speech at its own full stops.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import regex
from spacy.tokens import Doc, Token

from recoupe.annotate.memo import text_of
from recoupe.annotate.verbgroup import VERBAL, relation
from recoupe.kinds.quotation.lexicon import closed, locutions, low, verbs
from recoupe.kinds.quotation.marks import Quote, dialogue, pair, paragraphs

_END = regex.compile(r"[.!?…]+[)\]]*(?=\s+[\p{Lu}\d«\"“<‘—–\[('-]|\s*$)|[.!?…](?=\p{Lu}\p{Ll})(?<=\p{Ll}.)")
_ABBREVIATION = regex.compile(
    r"(?<!\p{L})(?:MM?|Mme|Mmes|Mlle|Me|Dr|Pr|St|Ste|Mgr|Mr|Mrs|Ms|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Prof|Jr|Sr|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|etc|cf|p|art|av|bd|\p{Lu}|U\.S|U\.N|D\.C|N\.J|a\.m|p\.m|ex)\.$"
)
_WORD = regex.compile(r"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*")
_LETTERS = regex.compile(r"\p{L}+")
_CLAUSE = regex.compile(r"[^.,;:!?«»“”\"]{0,60}")
_DATELINE = regex.compile(
    r"(?:\p{Lu}[\p{L}\p{M}'’ .-]{1,40}(?:, [^()\n]{1,40})? )?\(\p{L}[^()\n]{1,40}\) *(?:[-–—]+|:) *(?=[\p{L}«\"“\d])"
)
_BY = regex.compile(r"\s*[-–—―]+\s*\p{Lu}[^.!?«»“”\"\n]{1,60}\.?\s*$|\s*[-–—―]+\s*\p{Lu}(?:[^!?«»“”\"\n]{1,30})$")
# Bodies whose letters are also a pronoun in small ones.
_ACRONYMS = frozenset({"WHO", "US", "IT"})
_THAT = frozenset({"que", "qu'", "that"})
# « Me Agnès Roumaze »: a lawyer's title, not the pronoun.
_LAWYER = "Me"
_CLOSED = frozenset({"PRON", "DET", "ADP", "SCONJ", "CCONJ"})
OPENING = 5
SHORT = 4


class Item(NamedTuple):
    """A word or a quoted passage of a sentence, by its offsets.

    `is_punct` is a comma, a dash or another mark that is no quotation mark; `capital` a word with a capital letter.
    """

    start: int
    end: int
    low: str
    pos: str
    token: Token | None = None
    quote: Quote | None = None
    is_punct: bool = False
    capital: bool = False


# « point presse », « conférence de presse »: the noun.
_PRESS = frozenset({"point", "points", "attaché", "attachée", "dossier", "espace", "service", "salle", "la"})


def of_the_press(before: str, word: str) -> bool:
    """« presse » is the noun here, though the tagger takes it for a form of « presser »."""
    return word == "presse" and before in _PRESS


def tensed(item: Item) -> bool:
    """The parse takes the word for a finite verb."""
    token = item.token
    if token is None:
        return False
    if item.low == "presse" and token.i and of_the_press(token.nbor(-1).lower_, "presse"):
        return False
    return _finite(token)


# Whether a set of features, by its number, holds a finite form: a few dozen sets make up a language.
_FINITE: dict[int, bool] = {}


def _finite(token: Token) -> bool:
    key: int = token.morph.key  # type: ignore[attr-defined]
    if key not in _FINITE:
        _FINITE[key] = "Fin" in token.morph.get("VerbForm", [])
    return _FINITE[key]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its items, its place in the account and the paragraph it stands in."""

    number: int
    paragraph: int
    start: int
    end: int
    items: tuple[Item, ...]
    first: bool
    last: bool


def words_in(text: str) -> int:
    """How many words a passage has."""
    return len(_WORD.findall(text))


def quotes_of(text: str) -> list[Quote]:
    """Every quoted passage, dialogue turns included where a dash opens a line that holds no other quotation."""
    marked = pair(text)
    turns = [turn for turn in dialogue(text) if not any(q.start < turn.end and turn.start < q.end for q in marked)]
    return sorted([*marked, *turns], key=lambda quote: (quote.start, -quote.end))


def sentences(doc: Doc, lang: str, quotes: list[Quote]) -> list[Sentence]:
    """The sentences of an account in text order."""
    text = text_of(doc)
    outer = [quote for quote in quotes if quote.depth == 0]
    at = {position: quote for quote in outer for position in range(quote.start, quote.end)}
    found: list[Sentence] = []
    token, tokens = 0, list(doc)
    for number, (start, end) in enumerate(paragraphs(text)):
        opening = _past_dateline(text, start, end) if number < OPENING else start
        cuts = _cuts(text, lang, opening, end, outer, at)
        for order, (left, right) in enumerate(cuts):
            items, token = _items(tokens, left, right, at, token)
            if items:
                ends = order == len(cuts) - 1
                found.append(Sentence(len(found), number, left, right, tuple(items), order == 0, ends))
    return found


def _past_dateline(text: str, start: int, end: int) -> int:
    """Where an account begins after « BREST (Agence) - », which is said by nobody."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match else start


def _cuts(
    text: str, lang: str, start: int, end: int, outer: list[Quote], at: dict[int, Quote]
) -> list[tuple[int, int]]:
    points = []
    for match in _END.finditer(text, start, end):
        if match.start() not in at and not _ABBREVIATION.search(
            text[max(start, match.start() - 6) : match.start() + 1]
        ):
            points.append(match.end())
    for quote in outer:
        if start <= quote.start and quote.end < end and _ends_sentence(text, lang, quote, end):
            points.append(quote.end)
    spans, left = [], start
    for point in [*sorted(set(points)), end]:
        if point > left and text[left:point].strip():
            shift = len(text[left:point]) - len(text[left:point].lstrip())
            spans.append((left + shift, point))
            left = point
    return spans


def _ends_sentence(text: str, lang: str, quote: Quote, end: int) -> bool:
    """A quotation that ends with a full stop ends its sentence, unless a reporting clause follows it.

    So does one that nothing but a signature follows: « "On attend." — Yves Quil ».
    """
    if _BY.fullmatch(text, quote.end, end) and speechlike(text, Item(quote.start, quote.end, "", "QUOTE", None, quote)):
        return True
    if text[quote.inner_end - 1] not in ".!?…":
        return False
    after = text[quote.end : end].lstrip()
    if not after or not (after[0].isupper() or after[0] in '«"“<‘'):
        return False
    clause = _CLAUSE.match(after)
    forms = verbs(lang)
    said = clause and any(low(w) in forms for w in _LETTERS.findall(clause.group()))
    return text[quote.inner_end - 1] == "." or not said


def _items(tokens: list[Token], left: int, right: int, at: dict[int, Quote], token: int) -> tuple[list[Item], int]:
    items: list[Item] = []
    size = len(tokens)
    while token < size and (word := tokens[token]).idx + len(word) <= left:
        token += 1
    while token < size and (start := (word := tokens[token]).idx) < right:
        end = start + len(word)
        quote = at.get(start)
        if quote is None and end - start > 1:
            quote = at.get(end - 1)
        if quote is not None:
            if not items or items[-1].quote != quote:
                items.append(Item(quote.start, quote.end, "", "QUOTE", None, quote))
        elif not word.is_space:
            spelled = word.text
            acronym = spelled in _ACRONYMS
            lower = spelled if acronym else _joined(items, low(spelled))
            mark = not lower.isalnum() and not any(c.isalnum() for c in lower)
            capital = spelled[:1].isupper()
            pos = "PROPN" if acronym else word.pos_
            if pos in _CLOSED and lower not in closed() and not mark and (capital or _adjectival(pos, lower)):
                # « raconte Odile Vasseur », « le quotidien clermontois »: taken for a pronoun, for a preposition.
                pos = "PROPN" if capital else "ADJ"
            elif capital and pos == "ADV" and (word.ent_type or relation(word) == "nsubj"):
                # *Seoul says…*: a name to the recogniser, an adverb to the tagger.
                pos = "PROPN"
            elif pos in VERBAL and items and (relation(word) == "compound" or (capital and _names(tokens, token))):
                # *court documents*, « a affirmé Dieter Kamp »
                pos = "PROPN" if capital else "NOUN"
            if spelled == _LAWYER and pos in _CLOSED and token + 1 < size and tokens[token + 1].text[:1].isupper():
                lower, pos = spelled, "PROPN"
            items.append(Item(start, end, lower, pos, word, None, mark, capital))
        token += 1
    return items, token


def _names(tokens: list[Token], at: int) -> bool:
    """A first name taken for a verb, with the rest of the name after it."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.text[:1].isupper() and relation(after).startswith("flat")


def _adjectival(pos: str, lower: str) -> bool:
    """Taken for a preposition, and no participle, which may be a verb of the sentence."""
    return pos == "ADP" and not lower.endswith(("é", "ée", "és", "ées", "ed", "ing"))


def _joined(items: list[Item], word: str) -> str:
    """« alors que », *now that*: the conjunction of a locution, which opens no reported clause."""
    if word not in _THAT or not items or items[-1].low not in locutions():
        return word
    return f"{items[-1].low} {word}"


def speechlike(text: str, item: Item) -> bool:
    """The quoted passage could be speech by itself: long, or ended like a sentence."""
    quote = item.quote
    if quote is None:
        return False
    inner = text[quote.inner_start : quote.inner_end]
    return words_in(inner) > SHORT or inner[-1:] in ".!?…,"


def inner_items(doc: Doc, quote: Quote, quotes: list[Quote]) -> tuple[Item, ...]:
    """The words of a quoted passage, with what is quoted inside it as one item each."""
    inside = [q for q in quotes if q.depth == quote.depth + 1 and quote.contains(q.start)]
    at = {position: q for q in inside for position in range(q.start, q.end)}
    span = doc.char_span(quote.inner_start, quote.inner_end, alignment_mode="expand")
    tokens = list(span) if span is not None else list(doc)
    items, _ = _items(tokens, quote.inner_start, quote.inner_end, at, 0)
    return tuple(items)
