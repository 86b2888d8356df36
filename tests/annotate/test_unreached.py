"""What did not come about: prevented, forgotten, called off, nearly done, put aside for something else."""

import pytest

from recoupe.annotate.annotate import annotate
from recoupe.annotate.factuality import assess
from recoupe.types import Document

NEGATIVE = [
    ("en", "The council forgot to *renew* the lease."),
    ("en", "The guards prevented the sailors from *boarding*."),
    ("en", "The *concert* was cancelled on Friday."),
    ("en", "The mayor spoke of the cancelled *concert*."),
    ("en", "The unions called off the *strike*."),
    ("en", "The *concert* due on Friday will not take place."),
    ("en", "The ship almost *sank* on Monday."),
    ("en", "Instead of *paying*, the firm closed its shop."),
    ("en", "Far from *closing*, the shop hired two people."),
    ("en", "They neither *signed* nor spoke."),
    ("fr", "Le conseil a oublié de *renouveler* le bail."),
    ("fr", "Le marin a échoué à *battre* le record."),
    ("fr", "La directrice a démenti avoir *vendu* le terrain."),
    ("fr", "Il a nié avoir *pris* la caisse."),
    ("fr", "Le *concert* a été annulé vendredi."),
    ("fr", "La mairie a parlé du *concert* annulé vendredi."),
    ("fr", "Le *concert* n'aura pas lieu."),
    ("fr", "La barge a failli *couler*."),
    ("fr", "La barge a presque *coulé*."),
    ("fr", "Au lieu de *payer*, la société a fermé sa boutique."),
    ("fr", "Loin de *fermer*, la boutique a embauché."),
    ("fr", "Faute d'*accord*, les marins sont partis."),
]
POSITIVE = [
    ("en", "Sales nearly *doubled* in May."),
    ("en", "Nearly 300 sailors *marched*."),
    ("en", "The *strike* was not called off."),
    ("en", "The visit *was* expected but not a success."),
    ("en", "The *concert* took place on Friday."),
    ("en", "The firm *paid* instead of waiting."),
    ("fr", "Les ventes ont presque *doublé* en mai."),
    ("fr", "Le *concert* n'a pas été annulé."),
    ("fr", "Le *concert* aura lieu vendredi."),
    ("fr", "La société a *payé* au lieu d'attendre."),
    ("fr", "Les marins ont réussi à *partir*."),
]


def polarity(lang: str, text: str) -> str:
    start, end = text.index("*"), text.rindex("*") - 1
    return assess(annotate(Document("d", text.replace("*", ""), lang)), start, end).polarity


@pytest.mark.parametrize(("lang", "text"), NEGATIVE)
def test_what_did_not_come_about_is_negative(lang, text):
    assert polarity(lang, text) == "negative"


@pytest.mark.parametrize(("lang", "text"), POSITIVE)
def test_what_came_about_is_positive(lang, text):
    assert polarity(lang, text) == "positive"
