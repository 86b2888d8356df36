"""Parsing without the tokens that are only white space.

Treebanks hold no such tokens, so a parser takes a line break for a noun and hangs the sentence on it. The parse is
made on the words alone and written back on the whole text, so that offsets still count every character.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token


def parse(nlp: Language, text: str) -> Doc:
    """The parse of exactly `text`; white-space tokens hang on the word before them as `dep` and are tagged SPACE."""
    whole = nlp.make_doc(text)
    if not any(token.is_space for token in whole):
        return nlp(text)
    kept = [token for token in whole if not token.is_space]
    if not kept:
        return whole
    words = Doc(nlp.vocab, words=[t.text for t in kept], spaces=[_spaced(t) for t in kept])
    for n in range(1, len(kept)):
        if _paragraph(whole, kept[n - 1], kept[n]):
            words[n].is_sent_start = True
    return _restore(nlp, whole, kept, nlp(words))


def _spaced(token: Token) -> bool:
    return bool(token.whitespace_) or (token.i + 1 < len(token.doc) and token.nbor(1).is_space)


def _paragraph(whole: Doc, before: Token, token: Token) -> bool:
    """A line break stands between the two words and does not merely wrap a line: a blank line, or a new start."""
    if before.i + 1 == token.i:
        return False
    between = "".join(t.text_with_ws for t in whole[before.i + 1 : token.i])
    if "\n" not in between:
        return False
    wrapped = token.text[:1].islower() or before.text in {",", ";", "-"}
    return between.count("\n") > 1 or not wrapped


def _restore(nlp: Language, whole: Doc, kept: list[Token], parsed: Doc) -> Doc:
    """The parse of the words, written on all the tokens."""
    place = {token.i: n for n, token in enumerate(kept)}
    original = [token.i for token in kept]
    heads: list[int] = []
    source: list[Token | None] = []
    last = original[0]
    for token in whole:
        found = parsed[place[token.i]] if token.i in place else None
        source.append(found)
        last = token.i if found is not None else last
        heads.append(original[found.head.i] if found is not None else last)
    return Doc(
        nlp.vocab,
        words=[t.text for t in whole],
        spaces=[bool(t.whitespace_) for t in whole],
        tags=[t.tag_ if t is not None else "_SP" for t in source],
        pos=[t.pos_ if t is not None else "SPACE" for t in source],
        morphs=_morphs(parsed, place, len(whole)),
        lemmas=[t.lemma_ if t is not None else whole[i].text for i, t in enumerate(source)],
        heads=heads,
        deps=[t.dep_ if t is not None else "dep" for t in source],
        ents=[_entity(source, i) for i in range(len(source))],
    )


def _morphs(parsed: Doc, place: dict[int, int], length: int) -> list[str]:
    """The features of each token of the whole text, each set of features spelt out once."""
    keys = parsed.to_array("MORPH").tolist()
    spelt: dict[int, str] = {}
    for n, key in enumerate(keys):
        if key not in spelt:
            spelt[key] = str(parsed[n].morph)
    return [spelt[keys[place[i]]] if i in place else "" for i in range(length)]


def _entity(source: list[Token | None], i: int) -> str:
    token = source[i]
    if token is None:
        following = source[i + 1] if i + 1 < len(source) else None
        return f"I-{following.ent_type_}" if following is not None and following.ent_iob_ == "I" else "O"
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_iob_ in {"B", "I"} else "O"
