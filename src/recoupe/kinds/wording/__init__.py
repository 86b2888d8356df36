"""Wording: loaded or evaluative words in the account's own voice."""

from recoupe.kinds.base import Kind
from recoupe.kinds.wording.body import WordingBody

KIND = Kind(name="wording", body=WordingBody, package=__name__, after=("fault", "quotation"))
