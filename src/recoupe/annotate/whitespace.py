"""Parsing without the tokens that are only white space.

Treebanks hold no such tokens, so a parser takes a line break for a noun and hangs the sentence on it. The parse is
made on the words alone and written back on the whole text, so that offsets still count every character.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, LEMMA, MORPH, ORTH, POS, SPACY, TAG
from spacy.language import Language
from spacy.symbols import SPACE
from spacy.tokens import Doc, Token

from recoupe.annotate.matrices import on_one_thread

Numbers = NDArray[np.uint64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

FIELDS = [TAG, POS, DEP, MORPH, LEMMA, HEAD, ENT_IOB, ENT_TYPE]
KEYS, LEMMA_AT, HEAD_AT, IOB_AT, TYPE_AT = 4, 4, 5, 6, 7
# spaCy's numbers for where a word stands in a name.
INSIDE, OUTSIDE, BEGINS = 1, 2, 3


def parse(nlp: Language, text: str) -> Doc:
    """The parse of exactly `text`; white-space tokens hang on the word before them as `dep` and are tagged SPACE."""
    with on_one_thread():
        return _parse(nlp, text)


def _parse(nlp: Language, text: str) -> Doc:
    whole = nlp.make_doc(text)
    blank = whole.to_array(IS_SPACE).astype(bool)
    if not blank.any():
        return nlp(text)
    if blank.all():
        return whole
    kept = np.flatnonzero(~blank)
    orths = whole.to_array(ORTH)
    spaced = whole.to_array(SPACY).astype(bool)
    parted = spaced | np.append(blank[1:], False)
    words = Doc(nlp.vocab, words=orths[kept].tolist(), spaces=parted[kept].tolist())
    for n in (np.flatnonzero(np.diff(kept) > 1) + 1).tolist():
        if _paragraph(whole, whole[int(kept[n - 1])], whole[int(kept[n])]):
            words[n].is_sent_start = True
    told: Numbers = nlp(words).to_array(FIELDS).astype(np.uint64, copy=False)
    return _restore(Doc(nlp.vocab, words=orths.tolist(), spaces=spaced.tolist()), told, kept, blank)


def _paragraph(whole: Doc, before: Token, token: Token) -> bool:
    """A line break stands between the two words and does not merely wrap a line: a blank line, or a new start."""
    between = "".join(t.text_with_ws for t in whole[before.i + 1 : token.i])
    if "\n" not in between:
        return False
    wrapped = token.text[:1].islower() or before.text in {",", ";", "-"}
    return between.count("\n") > 1 or not wrapped


def _restore(doc: Doc, told: Numbers, kept: Places, blank: Flags) -> Doc:
    """What the parse told of the words, a row of `FIELDS` each, written on all the tokens of a bare text."""
    strings = doc.vocab.strings
    every = np.arange(len(doc))
    written = np.zeros((len(doc), len(FIELDS)), dtype=np.uint64)
    written[kept] = told
    written[blank, :KEYS] = [strings.add("_SP"), SPACE, strings.add("dep"), doc.vocab.morphology.add("")]
    written[blank, LEMMA_AT] = doc.to_array(ORTH)[blank]
    last = kept[np.maximum(np.searchsorted(kept, every, side="right") - 1, 0)]
    last[kept] = kept[np.arange(len(kept)) + told[:, HEAD_AT].astype(np.int64)]
    written[:, HEAD_AT] = (last - every).astype(np.uint64)
    _entities(written, blank)
    return doc.from_array(FIELDS, written)  # type: ignore[arg-type]  # spaCy's stub names Ints2d, its code checks uint64


def _entities(written: Numbers, blank: Flags) -> None:
    """White space inside a name belongs to it; what is in no name is said to be outside."""
    named = written[:, IOB_AT]
    outside = (named != INSIDE) & (named != BEGINS)
    written[outside, IOB_AT], written[outside, TYPE_AT] = OUTSIDE, 0
    for i in np.flatnonzero(blank[:-1] & (named[1:] == INSIDE)).tolist():
        # A name begins anew where two white-space tokens stand in it, as the first of them is in no name.
        written[i, IOB_AT] = BEGINS if i and written[i - 1, IOB_AT] == OUTSIDE else INSIDE
        written[i, TYPE_AT] = written[i + 1, TYPE_AT]
