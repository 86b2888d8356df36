"""What two passages speak of is named once."""

from recoupe.compare.reasons import once


def test_a_name_and_its_bare_spelling_are_one_term():
    assert once(["etats-unis", "États-Unis", "troupe"]) == ["États-Unis", "troupe"]
    assert once(["École", "ecole", "port"]) == ["École", "port"]


def test_other_terms_stay_in_their_order():
    assert once(["retrait", "combat", "retrait"]) == ["retrait", "combat"]
