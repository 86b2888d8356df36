"""An answer kept with a parse is the answer that would be given again."""

from recoupe.annotate.clauses import clause_words
from recoupe.annotate.memo import per_parse, per_word, text_of
from recoupe.annotate.pipeline import load
from recoupe.annotate.verbgroup import group


def test_each_word_and_each_parse_is_asked_once():
    asked = []

    @per_word
    def letters(token):
        asked.append(token.i)
        return len(token)

    @per_parse
    def words(doc):
        asked.append("doc")
        return len(doc)

    nlp = load("en")
    one, other = nlp.make_doc("Cows sleep."), nlp.make_doc("Owls wake at night.")
    assert [letters(t) for doc in (one, other, one) for t in doc] == [4, 5, 1, 4, 4, 2, 5, 1, 4, 5, 1]
    assert [words(doc) for doc in (one, other, one)] == [3, 5, 3]
    assert asked == [0, 1, 2, 0, 1, 2, 3, 4, "doc", "doc"]


def test_the_text_is_exact():
    doc = load("fr").make_doc("Un  vieux\nphare , rouge ")
    assert text_of(doc) == doc.text == text_of(doc)


def test_the_head_keeps_its_identity():
    doc = load("fr")("Le gardien a rallumé le phare.")
    for head in (doc[3], doc[3], list(doc)[3]):
        verbs = group(head)
        assert verbs.head is head and any(word is head for word in verbs.words)
        assert any(word is head for word in clause_words(head))
    assert group(doc[1]).finite is not doc[3]
